//! The bundled stories, as the program prints their accounts. The snapshots stand beside the reports.
//!
//! To look at what changed and take it: `INSTA_UPDATE=always cargo test -p tawatur-cli --test stories`, then `git diff`.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

fn printed(story: &str, language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories").join(story);
    let output = Command::new(env!("CARGO_BIN_EXE_tawatur"))
        .args(["account", "--lang", language, "--width", "100", "--no-color"])
        .arg(folder)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    // Isolates are shown as marks, so that a change to one can be seen.
    text.replace('\u{2067}', "⟪").replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
}

fn check(story: &str, language: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../../../stories/{story}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("account.{language}"), printed(story, language)));
}

#[test]
fn the_account_of_the_unrest_in_english() {
    check("kazakhstan-2022", "en");
}

#[test]
fn the_account_of_the_unrest_in_arabic() {
    check("kazakhstan-2022", "ar");
}

#[test]
fn the_account_of_the_flood_in_english() {
    check("atlas-flood", "en");
}

#[test]
fn the_account_of_the_flood_in_arabic() {
    check("atlas-flood", "ar");
}

/// What must hold whatever the readers learn: these are facts of the reports.
#[test]
fn the_account_of_the_unrest_has_its_facts() {
    let account = printed("kazakhstan-2022", "en");
    for fact in [
        "it was dated 10 January 2022 from the other reports",
        "5,135",
        "7,989",
        "≈215 million USD",
        "still carries the replaced",
    ] {
        assert!(account.contains(fact), "{fact}");
    }
    for debris in ["اقرأ", "المساهمون", "الخط -"] {
        assert!(!account.contains(debris), "{debris}");
    }
}

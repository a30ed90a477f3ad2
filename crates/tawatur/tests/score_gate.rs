//! The score gate: claims read from annotated reports must not fall below the floors of `gate.toml`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use serde_json::Value;
use tawatur::intake::{Options, read};
use tawatur_testkit::{Gate, read_gates};

#[test]
fn own_gold_stays_above_its_floors() {
    let gates: Vec<Gate> = gates().into_iter().filter(|g| !g.optional).collect();
    assert!(!gates.is_empty(), "gate.toml has no gate that always runs");
    let reports = root().join("crates/tawatur/tests/data/reports.jsonl");
    let claims = claims(&[root().join("stories"), reports]);
    for gate in gates {
        hold(&gate, &root(), &claims);
    }
}

#[test]
fn shared_gold_stays_above_its_floors() {
    let Some(shared) = shared() else {
        println!("left out: no shared gold beside the repository (set TAWATUR_SHARED to its folder)");
        return;
    };
    let corpus = without_labels(&shared.join("corpus/dev-reports.jsonl"));
    let claims = claims(&[shared.join("seeds"), corpus]);
    for gate in gates().into_iter().filter(|g| g.optional) {
        hold(&gate, &shared, &claims);
    }
}

fn hold(gate: &Gate, root: &Path, claims: &[Value]) {
    let outcome = gate.check(root, claims).unwrap();
    if let Some(scores) = &outcome.scores {
        println!("{}: {scores}", gate.id);
    }
    assert!(outcome.failures.is_empty(), "gate {}:\n{}", gate.id, outcome.failures.join("\n"));
}

fn gates() -> Vec<Gate> {
    read_gates(&root().join("gate.toml")).unwrap()
}

fn claims(paths: &[PathBuf]) -> Vec<Value> {
    let intake = read(paths, &Options::default());
    assert!(!intake.has_errors(), "{:?}", intake.problems);
    let extractions = tawatur::extract_all(&intake.reports);
    extractions.iter().map(|e| serde_json::to_value(e).unwrap()).collect()
}

/// The corpus as a reader gets it: its labels stay behind.
fn without_labels(path: &Path) -> PathBuf {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| {
        let mut report: Value = serde_json::from_str(line).unwrap();
        report
            .as_object_mut()
            .unwrap()
            .retain(|key, _| ["id", "text", "published", "title", "outlet", "url"].contains(&key.as_str()));
        report.to_string()
    });
    let copy = std::env::temp_dir().join(format!("tawatur-gate-{}.jsonl", std::process::id()));
    std::fs::write(&copy, lines.collect::<Vec<_>>().join("\n")).unwrap();
    copy
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("TAWATUR_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    folder.join("gold").is_dir().then_some(folder)
}

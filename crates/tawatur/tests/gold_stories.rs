//! Accounts computed from the gold claims of the bundled stories: what the readers miss does not show here.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

mod gold;

use tawatur::model::PublishedFrom;

fn account(name: &str) -> tawatur::StoryAccount {
    tawatur::account_of(name.to_owned(), gold::story(&gold::folder(name)), |_, e| e.clone())
}

#[test]
fn the_undated_report_is_dated_from_its_siblings() {
    let story = account("kazakhstan-2022");
    let undated = story.account.reports.iter().find(|r| r.report == "09-undated.txt").expect("the report");
    assert_eq!(undated.published.map(|d| d.to_string()).as_deref(), Some("2022-01-10"), "{undated:?}");
    assert_eq!(undated.published_from, PublishedFrom::Siblings);
    let because = &undated.published_because.as_ref().expect("a reason").en;
    assert!(because.contains("7,989") && because.contains("08-rasif.txt"), "{because}");
}

#[test]
fn the_account_does_not_depend_on_the_order_of_the_reports() {
    let mut members = gold::story(&gold::folder("kazakhstan-2022"));
    let first = tawatur::account_of("story".into(), members.clone(), |_, e| e.clone());
    members.reverse();
    let second = tawatur::account_of("story".into(), members, |_, e| e.clone());
    let json = |a: &tawatur::StoryAccount| serde_json::to_string(&a.account).expect("JSON");
    assert_eq!(json(&first), json(&second));
}

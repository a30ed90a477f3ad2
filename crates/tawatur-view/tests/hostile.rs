//! Reports that try to break out of the page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Fixture, harbour_fire};
use proptest::prelude::*;
use scraper::{Html, Selector};
use serde_json::Value;
use tawatur_view::{AccountPage, Language, page};

/// Fields that are names of a closed list, dates, or ids that other fields refer to.
const KEPT: [&str; 22] = [
    "id",
    "kind",
    "mode",
    "quantity",
    "published_from",
    "as_of",
    "said_on",
    "published",
    "date",
    "from",
    "to",
    "in",
    "polarity",
    "modality",
    "severity",
    "report",
    "claim",
    "claims",
    "reports",
    "figures",
    "role",
    "precision",
];

/// Puts `poison` before every free text, and leaves what the contract restricts.
fn poisoned(value: &mut Value, poison: &str) {
    match value {
        Value::String(text) => *text = format!("{poison}{text}"),
        Value::Array(items) => items.iter_mut().for_each(|item| poisoned(item, poison)),
        Value::Object(fields) => {
            for (name, field) in
                fields.iter_mut().filter(|(name, _)| !KEPT.contains(&name.as_str()) || **name == "reports")
            {
                let refers = name == "reports" && field.as_array().is_some_and(|a| a.iter().all(Value::is_string));
                if !refers {
                    poisoned(field, poison);
                }
            }
        }
        _ => {}
    }
}

fn rendered(poison: &str) -> String {
    let Fixture { account, mut reports, extractions } = harbour_fire();
    let mut json = serde_json::to_value(&account).unwrap();
    poisoned(&mut json, poison);
    let account = serde_json::from_value(json).unwrap();
    for report in &mut reports {
        report.text.push_str(poison);
        report.title = report.title.take().map(|title| title + poison);
        report.outlet = Some(poison.to_owned());
        report.url = Some(format!("javascript:{poison}"));
    }
    let of = AccountPage { account: &account, reports: &reports, extractions: &extractions };
    page(&[of], Language::Arabic).unwrap()
}

/// Says where two shapes first differ, not all of both.
fn first_difference(one: &[String], other: &[String]) -> Option<String> {
    let at = one.iter().zip(other).position(|(a, b)| a != b).or((one.len() != other.len()).then_some(0))?;
    let near =
        |shape: &[String]| shape.iter().skip(at.saturating_sub(4)).take(8).cloned().collect::<Vec<_>>().join(" > ");
    Some(format!("element {at}: {} INSTEAD OF {}", near(one), near(other)))
}

/// The elements and attributes' names of a page: its shape, whatever it says.
fn shape(source: &str) -> Vec<String> {
    let html = Html::parse_document(source);
    let all = Selector::parse("*").unwrap();
    let of = |e: scraper::ElementRef<'_>| {
        let mut names: Vec<&str> = e.value().attrs().map(|(name, _)| name).collect();
        names.sort_unstable();
        format!("{} {}", e.value().name(), names.join(" "))
    };
    // Names in charts take one line or two.
    html.select(&all).map(of).filter(|e| !e.starts_with("text ")).collect()
}

const ATTACKS: [&str; 12] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "<!--",
    "]]>",
    "</title></head><body onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "{{ 7*7 }}{% include \"x\" %}",
    "&lt;script&gt;&#x3c;",
    "\u{0}\u{8}\u{1b}",
];

#[test]
fn text_stays_text() {
    let plain = shape(&rendered("x"));
    for attack in ATTACKS {
        assert_eq!(first_difference(&shape(&rendered(attack)), &plain), None, "{attack}");
    }
}

#[test]
fn directions_are_turned_back() {
    let source = rendered("\u{202e}\u{2067}\u{202d}");
    let html = Html::parse_document(&source);
    let wrapped = Selector::parse(".ctl").unwrap();
    let inside: usize = html.select(&wrapped).flat_map(|e| e.text()).map(|t| t.chars().count()).sum();
    let everywhere = source.chars().filter(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')).count();
    assert!(inside > 0);
    assert_eq!(inside, everywhere, "some character that turns the direction is not shut in");
}

#[test]
fn an_outlet_named_by_blanks_has_no_name() {
    assert_eq!(first_difference(&shape(&rendered("  ")), &shape(&rendered(" "))), None);
    assert!(rendered(" ").contains("<span lang=\"en\">report 2</span>"));
}

#[test]
fn a_very_long_word_is_only_long() {
    assert_eq!(first_difference(&shape(&rendered(&"ـ".repeat(20_000))), &shape(&rendered("x"))), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24.max(ProptestConfig::default().cases / 10), ..ProptestConfig::default() })]

    #[test]
    fn no_words_change_the_shape(poison in "[<>\"'&/=;!\\-a-z \u{202e}\u{2068}ا-ي]{1,24}") {
        let strip = |shape: Vec<String>| -> Vec<String> {
            shape.into_iter().filter(|e| !e.starts_with("bdi") && !e.starts_with("span class data-c")).collect()
        };
        // An outlet named by blanks is an outlet without a name: another page, and rightly so.
        prop_assume!(!poison.trim().is_empty());
        let (found, plain) = (strip(shape(&rendered(&poison))), strip(shape(&rendered("x"))));
        prop_assert_eq!(first_difference(&found, &plain), None);
    }
}

//! The cases of numbers and times, each file by the reader of its name.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use tawatur_extract::number::{NumberReading, numbers};
use tawatur_extract::time::{Context, TimeReading, times};
use tawatur_testkit::{Case, CaseFile, Disturbance, Expect, disturb, read_cases};

/// Every case file and how many cases it holds; a case that is lost is noticed.
const FILES: [(&str, usize); 5] =
    [("number", 40), ("number-bound", 29), ("number-vague", 10), ("number-none", 16), ("time", 62)];

fn files(prefix: &str) -> Vec<CaseFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ar");
    let wanted = FILES.iter().filter(|(name, _)| name.starts_with(prefix));
    wanted
        .map(|(name, count)| {
            let file = read_cases(&folder.join(format!("{name}.toml"))).unwrap();
            assert_eq!(file.cases.len(), *count, "cases of {name}.toml");
            file
        })
        .collect()
}

#[test]
fn numbers_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    for file in files("number") {
        for case in &file.cases {
            wrong.extend(number_faults(case, &case.text, &numbers(&case.text)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn times_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    for file in files("time") {
        let context = file.published().map(Context::published).unwrap_or_default();
        for case in &file.cases {
            wrong.extend(time_faults(case, &times(&case.text, &context)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Tatweel, marks, bidi controls and other digits change no value.
#[test]
fn disturbed_texts_are_read_the_same() {
    for file in files("number") {
        for (seed, case) in file.cases.iter().enumerate() {
            let noisy = disturb(&case.text, seed as u64, &Disturbance::ALL);
            let (plain, found) = (numbers(&case.text), numbers(noisy.text()));
            let values = |r: &[NumberReading]| r.iter().map(|n| (n.low, n.high, n.mode, n.kind)).collect::<Vec<_>>();
            assert_eq!(values(&plain), values(&found), "{} «{}»", case.id, noisy.text());
            for (a, b) in plain.iter().zip(&found) {
                assert_eq!(a.range, noisy.to_original(b.range), "{} «{}»", case.id, noisy.text());
            }
        }
    }
}

fn number_faults(case: &Case, text: &str, found: &[NumberReading]) -> Vec<String> {
    let mut wrong = Vec::new();
    if found.len() != case.expect.len() {
        let got: Vec<&str> = found.iter().map(|n| n.range.slice(text)).collect();
        wrong.push(format!("{}: {} numbers expected, found {got:?}", case.id, case.expect.len()));
    }
    for (expect, number) in case.expect.iter().zip(found) {
        let mut check = |what: &str, wanted: String, got: String| {
            if wanted != got {
                wrong.push(format!("{}: {what} of «{}» should be {wanted}, is {got}", case.id, expect.quote));
            }
        };
        check("words", without_article(&expect.quote), number.range.slice(text).to_owned());
        for (key, got) in [("value", Some(number.value)), ("low", number.low), ("high", number.high)] {
            if let Some(wanted) = expect.number(key) {
                check(key, format!("{wanted:.4}"), got.map_or("none".to_owned(), |v| format!("{v:.4}")));
            }
        }
        if let Some(mode) = expect.text("mode") {
            check("mode", mode.to_owned(), serde_json::to_value(number.mode).unwrap().as_str().unwrap().to_owned());
            let open =
                |key: &str| expect.number(key).is_none() && matches!(mode, "over" | "at_least" | "under" | "up_to");
            if open("low") && matches!(mode, "under" | "up_to") {
                check("low", "none".to_owned(), number.low.map_or("none".to_owned(), |v| v.to_string()));
            }
            if open("high") && matches!(mode, "over" | "at_least") {
                check("high", "none".to_owned(), number.high.map_or("none".to_owned(), |v| v.to_string()));
            }
        }
        if let Some(kind) = expect.text("kind") {
            check("kind", kind.to_owned(), format!("{:?}", number.kind));
        }
        if let Some(full) = expect.text("full") {
            check("full words", full.to_owned(), number.full_range.slice(text).to_owned());
        }
    }
    wrong
}

/// A number's own range begins after the article.
fn without_article(quote: &str) -> String {
    quote.strip_prefix("ال").unwrap_or(quote).to_owned()
}

fn time_faults(case: &Case, found: &[TimeReading]) -> Vec<String> {
    let mut wrong = Vec::new();
    if found.len() != case.expect.len() {
        let got: Vec<(&str, &str)> = found.iter().map(|t| (t.range.slice(&case.text), t.timex.as_str())).collect();
        wrong.push(format!("{}: {} times expected, found {got:?}", case.id, case.expect.len()));
    }
    for (expect, time) in case.expect.iter().zip(found) {
        wrong.extend(time_fault(case, expect, time));
    }
    wrong
}

fn time_fault(case: &Case, expect: &Expect, time: &TimeReading) -> Option<String> {
    let quote = time.range.slice(&case.text);
    let kind = serde_json::to_value(time.kind).unwrap();
    let right = quote == expect.quote
        && expect.text("timex").is_none_or(|t| t == time.timex)
        && expect.text("type").is_none_or(|t| Some(t) == kind.as_str())
        && expect.number("seconds").is_none_or(|s| time.seconds == Some(s))
        && expect.more.get("contradicts").is_none_or(|c| c.as_bool() == Some(time.contradicts_weekday));
    (!right).then(|| {
        format!(
            "{}: «{}» {} expected, found «{quote}» {} {kind} {:?} {}",
            case.id,
            expect.quote,
            expect.text("timex").unwrap_or(""),
            time.timex,
            time.seconds,
            time.contradicts_weekday
        )
    })
}

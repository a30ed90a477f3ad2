//! The public suites of numbers and times, with floors that only an explicit change lowers.
//!
//! The suites are not part of this repository: the test runs where they are, in `$TAWATUR_SHARED` or in `../shared`
//! beside the repository, and says so where they are not. Marks are those of the benchmark's own scorer, on the cases
//! whose gold is an instant, a number or a length; times of Duckling are asked for with the future preferred.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value as Json;
use tawatur_extract::parse::{Kind, Pred, Value, parse_case};
use tawatur_extract::time::{Context, Prefer};

/// Suite, kind, and the least share of its cases that must be wholly right, in per mille.
const FLOORS: [(&str, &str, u32); 11] = [
    ("duckling-numeral", "numeral", 1000),
    ("duckling-numeral-eg", "numeral", 1000),
    ("duckling-ordinal", "ordinal", 1000),
    ("duckling-duration", "duration", 1000),
    ("duckling-amountofmoney", "money", 1000),
    ("duckling-quantity", "quantity", 1000),
    ("duckling-time", "time", 980),
    ("maha-numeral", "numeral", 995),
    ("maha-ordinal", "ordinal", 980),
    ("maha-duration", "duration", 985),
    ("maha-time", "time", 870),
];

fn suite() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = env::var_os("TAWATUR_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join("suites/numbers-and-times-dev.jsonl")).filter(|p| p.exists())
}

#[test]
fn suites_stay_above_their_floors() {
    let Some(path) = suite() else {
        eprintln!("the public suites are not here (set TAWATUR_SHARED): nothing was checked");
        return;
    };
    let mut marks: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        let case: Json = serde_json::from_str(line).unwrap();
        let (suite, kind) = (case["suite"].as_str().unwrap(), case["kind"].as_str().unwrap());
        if case["gold_suspect"] == true || !FLOORS.iter().any(|f| (f.0, f.1) == (suite, kind)) {
            continue;
        }
        if let Some(right) = is_right(&case, suite, kind) {
            let mark = marks.entry((suite.to_owned(), kind.to_owned())).or_default();
            mark.0 += u32::from(right);
            mark.1 += 1;
        }
    }
    for (suite, kind, floor) in FLOORS {
        let (right, all) = marks.get(&(suite.to_owned(), kind.to_owned())).copied().unwrap_or_default();
        assert!(all > 0, "{suite} {kind} has no cases");
        assert!(right * 1000 >= floor * all, "{suite} {kind}: {right} of {all} right, the floor is {floor} per mille");
    }
}

/// Whether spans and values are those expected; none where the gold lacks them.
fn is_right(case: &Json, suite: &str, kind: &str) -> Option<bool> {
    let prefer = if suite.starts_with("duckling") { Prefer::Future } else { Prefer::Past };
    let settings = Context { prefer, ..Context::default() };
    let found = parse_case(Kind::parse(kind)?, case["text"].as_str()?, case["ref_time"].as_str(), &settings);
    let expected = case["expected"].as_array()?;
    let comparable = |e: &Json| !e["start"].is_null() && e["hijri"].is_null();
    if !expected.iter().all(comparable) {
        return None;
    }
    let same = |(e, p): (&Json, &Pred)| {
        e["start"].as_u64() == Some(p.start as u64) && e["end"].as_u64() == Some(p.end as u64) && same_value(kind, e, p)
    };
    Some(found.len() == expected.len() && expected.iter().zip(&found).all(same))
}

fn same_value(kind: &str, expected: &Json, found: &Pred) -> bool {
    match kind {
        "duration" => close(expected["seconds"].as_f64(), found.seconds),
        "time" => same_time(expected, found),
        _ => matches!(found.value, Some(Value::Number(v)) if close(expected["value"].as_f64(), Some(v))),
    }
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if (a - b).abs() <= 1e-4 * a.abs().max(b.abs()).max(1e-9))
}

/// The same instant as far as the expected grain goes; ranges begin at the same instant.
fn same_time(expected: &Json, found: &Pred) -> bool {
    if let Some(half) = expected["value"].as_str() {
        return matches!(found.value, Some(Value::Half(h)) if h == half);
    }
    let (Some(wanted), Some(got)) = (expected["iso"].as_str(), found.iso.as_deref()) else { return false };
    if let Some((start, _)) = wanted.split_once('/') {
        return got.split_once('/').is_some_and(|(s, _)| s == start);
    }
    let length = match expected["grain"].as_str() {
        Some("year") => 4,
        Some("month") => 7,
        Some("day") => 10,
        Some("hour") => 13,
        Some("minute") => 16,
        // Suites begin their weeks on different days.
        Some("week") => 7,
        _ => 19,
    };
    wanted.get(..length) == got.get(..length)
}

//! The audit of the events of a month of news: drawn at random, judged by hand, found again or rightly left out.
//!
//! The corpus is not part of this repository: the test runs where it is, in `$TAWATUR_SHARED` or in `../shared` beside
//! the repository, and says so where it is not. How the events were drawn and judged is told in `cases/audit/README.md`.
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use tawatur_extract::Extractor;
use tawatur_model::{Published, PublishedFrom, Report};

/// The fewest events judged right that must be found, and the most judged wrong that may be.
const LEAST_RIGHT: usize = 117;
const MOST_WRONG: usize = 29;

fn corpus() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("TAWATUR_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join("corpus/march-2018.jsonl.gz")).filter(|path| path.exists())
}

fn judged() -> Vec<Json> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/audit/events-march-2018.jsonl");
    fs::read_to_string(list).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn report(value: &Json) -> Report {
    let get = |key: &str| value[key].as_str().map(str::to_owned);
    let day = value["published"].as_str().and_then(|d| d.get(..10)?.parse().ok());
    Report {
        id: get("id").unwrap_or_default(),
        text: get("text").unwrap_or_default(),
        title: get("title"),
        outlet: get("outlet"),
        url: get("url"),
        published: day.map(|day| Published { day, time: None, from: PublishedFrom::Metadata }),
        passages: Vec::new(),
    }
}

fn range(claim: &Json) -> (usize, usize) {
    let end = |i: usize| usize::try_from(claim["range"][i].as_u64().unwrap()).unwrap();
    (end(0), end(1))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An event judged right may move its ends as the rules improve; one judged wrong is the same error only where it stood.
fn is_found(case: &Json, event: &Json) -> bool {
    let ((start, end), (b, e)) = (range(case), range(event));
    let stands = if case["verdict"] == "right" { b < end && start < e } else { (b, e) == (start, end) };
    stands && case["type"] == event["type"]
}

#[test]
fn judged_events_are_found_again() {
    let Some(corpus) = corpus() else {
        eprintln!("the corpus of the audit is not here (set TAWATUR_SHARED): nothing was checked");
        return;
    };
    let cases = judged();
    let wanted: BTreeMap<&str, ()> = cases.iter().map(|case| (case["report"].as_str().unwrap(), ())).collect();
    let mut extractor = Extractor::new();
    let mut read: BTreeMap<String, (String, Json)> = BTreeMap::new();
    for line in BufReader::new(GzDecoder::new(File::open(corpus).unwrap())).lines() {
        let value: Json = serde_json::from_str(&line.unwrap()).unwrap();
        if value["id"].as_str().is_some_and(|id| wanted.contains_key(id)) {
            let report = report(&value);
            let claims = serde_json::to_value(extractor.extract(&report)).unwrap();
            read.insert(report.id, (report.text, claims));
        }
    }
    let (mut right, mut wrong) = (0, 0);
    for case in &cases {
        let id = case["report"].as_str().unwrap();
        let (text, claims) = &read[id];
        let (start, end) = range(case);
        let slice = text.as_bytes().get(start..end).unwrap_or_default();
        assert_eq!(sha256(slice), case["sha256"], "the corpus is another at {id} {start}..{end}");
        let again = claims["events"].as_array().unwrap().iter().any(|event| is_found(case, event));
        let is_right = case["verdict"] == "right";
        right += usize::from(again && is_right);
        wrong += usize::from(again && !is_right);
        if again != is_right {
            let verdict = if is_right { "right" } else { "wrong" };
            eprintln!("event judged {verdict}, {}: {id} {start}..{end}", if again { "found" } else { "not found" });
        }
    }
    println!("events: {right} judged right and {wrong} judged wrong are found");
    assert!(right >= LEAST_RIGHT, "events judged right that are found: {right}, at least {LEAST_RIGHT} are due");
    assert!(wrong <= MOST_WRONG, "events judged wrong that are found: {wrong}, at most {MOST_WRONG} may be");
}

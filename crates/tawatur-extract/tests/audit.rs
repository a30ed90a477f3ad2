//! The audit of a month of news: claims drawn at random and judged by hand, found again or rightly left out.
//!
//! The corpus is not part of this repository: the test runs where it is, in `$TAWATUR_SHARED` or in `../shared` beside
//! the repository, and says so where it is not. How the claims were drawn and judged is told in `cases/audit/README.md`.
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use tawatur_extract::Extractor;
use tawatur_model::{Published, PublishedFrom, Report};

/// Of a list and a kind of claim, the fewest judged right that must be found, and the most judged wrong that may be.
const PINS: [(&str, &str, usize, usize); 11] = [
    ("march-2018", "figure", 90, 8),
    ("march-2018", "statement", 93, 5),
    ("march-2018-second", "figure", 92, 6),
    ("march-2018-second", "statement", 94, 4),
    ("events-march-2018", "event", 118, 13),
    ("events-march-2018-second", "event", 109, 23),
    ("events-march-2018-third", "event", 125, 20),
    ("events-march-2018-fourth", "event", 116, 30),
    ("events-march-2018-fifth", "event", 130, 19),
    ("events-march-2018-sixth", "event", 87, 13),
    ("events-march-2018-seventh", "event", 86, 14),
];

type Reports = BTreeMap<String, Report>;

fn corpus() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("TAWATUR_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join("corpus/march-2018.jsonl.gz")).filter(|p| p.exists())
}

fn judged(list: &str) -> Vec<Json> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/audit").join(format!("{list}.jsonl"));
    fs::read_to_string(list).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Only the reports that the list names, so that a month is unpacked but not read.
fn reports(corpus: &Path, wanted: &BTreeSet<&str>) -> Reports {
    let lines = BufReader::new(GzDecoder::new(File::open(corpus).unwrap())).lines();
    let parsed = lines.map(|line| serde_json::from_str::<Json>(&line.unwrap()).unwrap());
    let listed = parsed.filter(|value| value["id"].as_str().is_some_and(|id| wanted.contains(id)));
    listed.map(|value| report(&value)).map(|report| (report.id.clone(), report)).collect()
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

/// A claim judged right may move its ends as the rules improve; one judged wrong is the same error only where it stood.
fn is_found(case: &Json, claim: &Json) -> bool {
    let ((start, end), (b, e)) = (range(case), range(claim));
    let stands = if case["verdict"] == "right" { b < end && start < e } else { (b, e) == (start, end) };
    let bounds = |key: &str| case[key].as_f64() == claim[key].as_f64();
    let counted = || case["quantity"] == claim["quantity"] && bounds("low") && bounds("high");
    let same = match kind(case) {
        "event" => case["type"] == claim["type"],
        "statement" => claim["in"] == case["in"],
        _ => claim["in"] == case["in"] && counted(),
    };
    stands && same
}

/// The kind of claim that a case judges: the list of events does not repeat it.
fn kind(case: &Json) -> &str {
    case["kind"].as_str().unwrap_or("event")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn judged_claims_are_found_again() {
    check("march-2018");
}

#[test]
fn claims_judged_later_are_found_again() {
    check("march-2018-second");
}

#[test]
fn judged_events_are_found_again() {
    check("events-march-2018");
}

#[test]
fn events_judged_later_are_found_again() {
    check("events-march-2018-second");
}

#[test]
fn events_judged_last_are_found_again() {
    check("events-march-2018-third");
}

#[test]
fn events_judged_after_the_parties_were_worked_on_are_found_again() {
    check("events-march-2018-fourth");
}

#[test]
fn events_judged_after_words_and_modes_were_worked_on_are_found_again() {
    check("events-march-2018-fifth");
}

#[test]
fn events_judged_by_a_reader_of_no_rules_are_found_again() {
    check("events-march-2018-sixth");
}

#[test]
fn events_judged_by_a_second_reader_of_no_rules_are_found_again() {
    check("events-march-2018-seventh");
}

fn check(list: &str) {
    let Some(corpus) = corpus() else {
        eprintln!("the corpus of the audit is not here (set TAWATUR_SHARED): nothing was checked");
        return;
    };
    let cases = judged(list);
    let wanted = cases.iter().map(|case| case["report"].as_str().unwrap()).collect();
    let reports = reports(&corpus, &wanted);
    let mut extractor = Extractor::new();
    let read = |report: &Report| serde_json::to_value(extractor.extract(report)).unwrap();
    let read: BTreeMap<&str, Json> = reports.values().map(read).zip(reports.keys()).map(|(x, id)| (&**id, x)).collect();
    let mut found: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for case in &cases {
        let (id, kind) = (case["report"].as_str().unwrap(), kind(case));
        let (start, end) = range(case);
        let slice = reports[id].text.as_bytes().get(start..end).unwrap_or_default();
        assert_eq!(sha256(slice), case["sha256"], "the corpus is another at {id} {start}..{end}");
        let claims = read[id][format!("{kind}s")].as_array().unwrap();
        let again = claims.iter().any(|claim| is_found(case, claim));
        let verdict = case["verdict"].as_str().unwrap();
        *found.entry((kind, verdict)).or_default() += usize::from(again);
        if again != (verdict == "right") {
            eprintln!("{kind} judged {verdict}, {}: {id} {start}..{end}", if again { "found" } else { "not found" });
        }
    }
    for (_, kind, least_right, most_wrong) in PINS.into_iter().filter(|pin| pin.0 == list) {
        let [right, wrong] = ["right", "wrong"].map(|verdict| found.get(&(kind, verdict)).copied().unwrap_or_default());
        println!("{kind}s: {right} judged right and {wrong} judged wrong are found");
        assert!(right >= least_right, "{kind}s judged right that are found: {right}, at least {least_right} are due");
        assert!(wrong <= most_wrong, "{kind}s judged wrong that are found: {wrong}, at most {most_wrong} may be");
    }
}

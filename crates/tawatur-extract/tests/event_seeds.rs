//! The events of the five seed reports: type, who, whom and when, against the gold.
//!
//! The reports are not part of this repository: the test runs where they are, in `$TAWATUR_SHARED` or in `../shared`
//! beside the repository, and says so where they are not. The gold resolves some parties to names that stand elsewhere
//! in the report, or reads an actor out of a title; what the event's own clause says is then counted as missed.
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use tawatur_extract::Extractor;
use tawatur_model::{Event, Published, PublishedFrom, Report};
use tawatur_text::fold_word;

/// Of 22 events, those found, and those whose actor, target and date are right.
const LEAST: [(&str, usize); 4] = [("type", 22), ("actor", 22), ("target", 22), ("date", 22)];
/// Bytes by which an event may stand beside the gold's words.
const BESIDE: u64 = 60;

fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("TAWATUR_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared).filter(|p| p.join("gold/seeds.jsonl").exists())
}

fn words(name: &str) -> BTreeSet<String> {
    let folded = name.split(|c: char| !c.is_alphanumeric()).map(fold_word);
    let bare = folded.map(|w| w.strip_prefix("ال").map_or(w.clone(), str::to_owned));
    // A plural is the same word in every case: «متظاهرون», «متظاهرين».
    let bare = bare.map(|w| if w.chars().nth(4).is_some() { w.replace("ين", "ون") } else { w });
    bare.filter(|w| w.chars().count() > 2).collect()
}

/// Nothing where the gold says nothing, else a word in common.
fn agrees(gold: &Json, found: Option<&str>) -> bool {
    gold.as_str().is_none_or(|g| found.is_some_and(|f| !words(g).is_disjoint(&words(f))))
}

fn is_of_type(event: &Event, gold: &Json) -> bool {
    let (kind, mode) = gold["type"].as_str().unwrap().split_once('/').unwrap_or_default();
    let (start, end) = (gold["span"][0].as_u64().unwrap(), gold["span"][1].as_u64().unwrap());
    let (from, to) = (u64::from(event.range.start()), u64::from(event.range.end()));
    event.kind == kind
        && (mode.is_empty() || event.mode.iter().any(|m| m == mode))
        && from < end + BESIDE
        && start < to + BESIDE
}

fn right(gold: &Json, event: &Event) -> [bool; 4] {
    let name = |p: &Option<tawatur_model::Party>| p.as_ref().map(|p| p.name.clone());
    let date = gold["date"].as_str().is_none_or(|d| event.date.as_deref() == Some(d));
    [
        true,
        agrees(&gold["actor"], name(&event.actor).as_deref()),
        agrees(&gold["target"], name(&event.target).as_deref()),
        date,
    ]
}

#[test]
fn events_of_the_seeds_are_found() {
    let Some(shared) = shared() else {
        eprintln!("the seeds are not here (set TAWATUR_SHARED): nothing was checked");
        return;
    };
    let mut extractor = Extractor::new();
    let mut counts = [0; 4];
    for line in fs::read_to_string(shared.join("gold/seeds.jsonl")).unwrap().lines() {
        let gold: Json = serde_json::from_str(line).unwrap();
        let id = gold["report"].as_str().unwrap();
        let text = fs::read_to_string(shared.join("seeds").join(id)).unwrap();
        let day = gold["published"].as_str().map(|d| d.parse().unwrap());
        let published = day.map(|day| Published { day, time: None, from: PublishedFrom::Metadata });
        let events = extractor.extract(&Report { id: id.to_owned(), text, published, ..Report::default() }).events;
        for gold in gold["events"].as_array().unwrap() {
            let found = events.iter().filter(|e| is_of_type(e, gold)).map(|e| right(gold, e));
            let best = found.max_by_key(|r| r.iter().filter(|x| **x).count()).unwrap_or_default();
            println!("{} {}: type, actor, target, date {best:?}", gold["id"], gold["type"]);
            counts.iter_mut().zip(best).for_each(|(n, right)| *n += usize::from(right));
        }
    }
    for ((part, least), n) in LEAST.into_iter().zip(counts) {
        println!("{part}: {n} of 22");
        assert!(n >= least, "{part}: {n}, at least {least} are due");
    }
}

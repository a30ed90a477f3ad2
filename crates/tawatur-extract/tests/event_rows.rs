//! Reads a sentence for every row of the lexicon that tells of an event: a word that no sentence reads tells of nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::Report;

/// The sentences of one sense; `{}` in them stands for the word.
#[derive(Default, Deserialize)]
struct Frames {
    verb: Option<String>,
    present: Option<String>,
    passive: Option<String>,
    noun: Option<String>,
    #[serde(default)]
    words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Cases {
    /// Rows, as sense and word, that are known not to be read yet.
    unread: Vec<String>,
    #[serde(flatten)]
    frames: BTreeMap<String, Frames>,
}

struct Row {
    class: String,
    sense: String,
    inflect: String,
    features: String,
    form: String,
}

impl Frames {
    fn sentence(&self, row: &Row) -> Option<String> {
        let passive = self.passive.as_ref().filter(|_| row.features.contains("passive"));
        let present = self.present.as_ref().filter(|_| row.inflect.starts_with("present"));
        let plain = if row.class == "verb" { &self.verb } else { &self.noun };
        let frame = self.words.get(&row.form).or(present).or(passive).or(plain.as_ref())?;
        Some(frame.replace("{}", &row.form))
    }
}

fn beside(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| {
        p.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with("event-") && n.ends_with(ending))
    });
    paths.sort();
    paths.iter().map(|p| fs::read_to_string(p).unwrap()).collect()
}

/// By sense, the rules that its words set off: the rule of its name, or those that have it as a head.
fn senses() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in beside("rules/ar", ".toml") {
        let file: toml::Table = file.parse().unwrap();
        for rule in file["rule"].as_array().unwrap() {
            let id = rule["id"].as_str().unwrap().to_owned();
            let heads = rule.get("head").map(|h| h.as_array().unwrap().iter());
            let heads = heads.map(|h| h.map(|h| format!("event-{}", h.as_str().unwrap())).collect());
            for sense in heads.unwrap_or_else(|| vec![id.clone()]) {
                found.entry(sense).or_default().insert(id.clone());
            }
        }
    }
    found
}

fn rows(senses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Row> {
    let mut found = Vec::new();
    for file in beside("../tawatur-lexicon/data/ar", ".csv") {
        for line in file.lines().filter(|l| !l.starts_with('#') && !l.starts_with("id,")) {
            let fields: Vec<&str> = line.split(',').collect();
            let [_, class, sense, inflect, features, _, form] = fields[..] else { panic!("{line}") };
            if matches!(class, "verb" | "noun") && senses.contains_key(sense) {
                let own = str::to_owned;
                let (class, sense, inflect) = (own(class), own(sense), own(inflect));
                found.push(Row { class, sense, inflect, features: own(features), form: own(form) });
            }
        }
    }
    found
}

#[test]
fn every_row_is_read_in_a_sentence() {
    let cases: Cases = toml::from_str(include_str!("../cases/ar/event-words.toml")).unwrap();
    let (senses, mut extractor) = (senses(), Extractor::new());
    let rows = rows(&senses);
    let mut unread = BTreeSet::new();
    for row in &rows {
        let text = cases.frames.get(&row.sense).and_then(|f| f.sentence(row)).unwrap_or_default();
        let events = extractor.extract(&Report { text, ..Report::default() }).events;
        if !events.iter().any(|e| senses[&row.sense].contains(&e.rule)) {
            unread.insert(format!("{} {}", row.sense, row.form));
        }
    }
    println!("{} rows, of which {} are not read", rows.len(), unread.len());
    let known: BTreeSet<String> = cases.unread.into_iter().collect();
    let new: Vec<_> = unread.difference(&known).collect();
    let read: Vec<_> = known.difference(&unread).collect();
    assert!(rows.len() >= 500, "rows: {}", rows.len());
    assert!(new.is_empty(), "not read: {new:?}");
    assert!(read.is_empty(), "read now, so take them from the list of those unread: {read:?}");
}

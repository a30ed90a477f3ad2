//! What is left where a tenth of the words that tell of events is not known: how far the rules rest on single words.
//!
//! All forms of a word (verb in both tenses, verbal noun, participle) are held out together, so that none stands in
//! for another. An event is lost where every word that tells of it in its range is held out; others of its sentence
//! stay. The sentences are those of `event_sentences.rs`, and are not part of this repository either.
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use tawatur_extract::Extractor;
use tawatur_lexicon::{Class, Lexicon};
use tawatur_model::{Event, Report};
use tawatur_text::fold_word;

/// The most recall that may be lost on the mean of the tenths: more would mean that few words carry all.
const MOST_LOST: f64 = 0.12;
const TENTHS: usize = 10;

fn sentences() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("TAWATUR_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join("datasets/up-arabic-events/dev.jsonl")).filter(|p| p.exists())
}

/// The consonants that the forms of one word share.
fn root(form: &str) -> String {
    fold_word(form).chars().filter(|c| !"اويتمنسه".contains(*c)).collect()
}

/// By rule, the words that set it off: its own sense, or the heads that it is read with.
fn heads() -> BTreeMap<String, BTreeSet<String>> {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/ar");
    let mut found = BTreeMap::new();
    for path in fs::read_dir(rules).unwrap().map(|e| e.unwrap().path()) {
        if !path.file_name().unwrap().to_str().unwrap().starts_with("event-") {
            continue;
        }
        let file: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        for rule in file["rule"].as_array().unwrap() {
            let id = rule["id"].as_str().unwrap().to_owned();
            let named = |key: &str| rule.get(key).and_then(|v| v.as_array()).into_iter().flatten();
            let heads = named("head").map(|h| format!("event-{}", h.as_str().unwrap()));
            let heads: BTreeSet<String> = heads.chain([id.clone()]).collect();
            found.insert(id, heads);
        }
    }
    found
}

/// The tenths of the words that tell of an event.
fn tenths(event: &Event, heads: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<usize> {
    let lexicon = Lexicon::builtin();
    let mut found = BTreeSet::new();
    for word in event.quote.split_whitespace() {
        for reading in lexicon.analyse(&fold_word(word.trim_matches(|c: char| !c.is_alphanumeric()))) {
            let name = lexicon.sense_name(reading.sense).rsplit(':').next().unwrap_or_default();
            let tells = heads.get(&event.rule).is_some_and(|h| h.contains(name));
            if tells && matches!(lexicon.class(reading.sense), Class::Verb | Class::Noun) {
                let root = root(lexicon.entry(reading.entry).lemma);
                found.insert(root.bytes().map(usize::from).sum::<usize>() % TENTHS);
            }
        }
    }
    found
}

#[test]
fn a_tenth_of_the_words_is_no_more_than_a_tenth_of_the_events() {
    let Some(path) = sentences() else {
        eprintln!("the sentences are not here (set TAWATUR_SHARED): nothing was checked");
        return;
    };
    let (mut extractor, heads) = (Extractor::new(), heads());
    let (mut all, mut left, mut n) = (0, [0; TENTHS], 0);
    for line in fs::read_to_string(path).unwrap().lines() {
        let sentence: Json = serde_json::from_str(line).unwrap();
        let text = sentence["text"].as_str().unwrap().to_owned();
        let events = extractor.extract(&Report { text, ..Report::default() }).events;
        let same = |e: &&Event| sentence["events"][0]["type"] == e.kind.as_str();
        let told: Vec<BTreeSet<usize>> = events.iter().filter(same).map(|e| tenths(e, &heads)).collect();
        n += 1;
        all += usize::from(!told.is_empty());
        for (tenth, left) in left.iter_mut().enumerate() {
            *left += usize::from(told.iter().any(|words| *words != BTreeSet::from([tenth])));
        }
    }
    let share = |found: usize| found as f64 / f64::from(n);
    let mean = left.iter().map(|l| share(*l)).sum::<f64>() / TENTHS as f64;
    let lowest = left.iter().map(|l| share(*l)).fold(1.0, f64::min);
    println!("recall {:.3}; without a tenth of the words {mean:.3} on the mean, {lowest:.3} at worst", share(all));
    assert!(share(all) - mean <= MOST_LOST, "{:.3} falls to {mean:.3}", share(all));
}

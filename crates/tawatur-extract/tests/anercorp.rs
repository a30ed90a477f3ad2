//! Names against the ANERcorp test split (CAMeL), where the folder of shared data is there: exact spans and kinds.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use tawatur_extract::{Analysed, NameKind, Words, mentions};
use tawatur_text::Document;

/// Sentences read together as one report, as many as its articles have on average: the corpus does not mark where one ends.
const SENTENCES: usize = 17;
/// Least F1 by kind.
const FLOORS: [(NameKind, f64); 3] =
    [(NameKind::Person, 0.745), (NameKind::Place, 0.88), (NameKind::Organisation, 0.635)];
/// The same on the train split.
const TRAIN_FLOORS: [(NameKind, f64); 3] =
    [(NameKind::Person, 0.78), (NameKind::Place, 0.85), (NameKind::Organisation, 0.51)];

type Span = (usize, usize, NameKind);
type Sentence = Vec<(String, String)>;

/// Tokens of the raw corpus that come before the test split.
const TRAIN: usize = 125_305;

fn shared(file: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let place = std::env::var("TAWATUR_SHARED").map_or_else(|_| root.join("../shared"), PathBuf::from);
    Some(place.join("datasets/anercorp").join(file)).filter(|p| p.exists())
}

/// The train split: rules and lexicon are tuned on it, never on the test split. It marks no sentences, a stop does.
fn train(text: &str) -> Vec<Sentence> {
    let rows: Sentence = text
        .lines()
        .filter_map(|l| l.rsplit_once(' '))
        .take(TRAIN)
        .map(|(w, t)| (w.to_owned(), t.to_owned()))
        .collect();
    rows.split_inclusive(|(word, _)| word == ".").map(<[_]>::to_vec).collect()
}

fn sentences(text: &str) -> Vec<Sentence> {
    let blocks = text.split("\n\n").map(|block| {
        let rows = block.lines().filter_map(|l| l.rsplit_once(' '));
        rows.map(|(word, tag)| (word.to_owned(), tag.to_owned())).collect::<Sentence>()
    });
    blocks.filter(|s| !s.is_empty()).collect()
}

fn kind(tag: &str) -> Option<NameKind> {
    match tag.get(2..)? {
        "PERS" | "PER" => Some(NameKind::Person),
        "LOC" => Some(NameKind::Place),
        "ORG" => Some(NameKind::Organisation),
        _ => None,
    }
}

fn gold(words: &[(String, String)]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (i, (_, tag)) in words.iter().enumerate() {
        let Some(kind) = kind(tag) else { continue };
        match found.last_mut() {
            Some(last) if tag.starts_with("I-") && last.1 == i && last.2 == kind => last.1 = i + 1,
            _ => found.push((i, i + 1, kind)),
        }
    }
    found
}

fn read(words: &[(String, String)], line_ends: &[usize], memory: &mut Words) -> Vec<Span> {
    let (mut text, mut starts) = (String::new(), Vec::new());
    for (i, (word, _)) in words.iter().enumerate() {
        starts.push(text.len());
        text.push_str(word);
        text.push(if line_ends.contains(&(i + 1)) { '\n' } else { ' ' });
    }
    let analysed = Analysed::new(Document::new(&text), memory);
    let word_at = |byte: u32| starts.partition_point(|s| *s <= byte as usize).saturating_sub(1);
    let spans = mentions(&analysed)
        .into_iter()
        .map(|m| (word_at(m.range.start()), word_at(m.range.end().saturating_sub(1)) + 1, m.kind));
    spans.collect()
}

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

#[test]
fn names_of_anercorp_are_found() {
    let Some(path) = shared("ANERCorp_CamelLab_test.txt") else { return };
    let counts = measure(&sentences(&fs::read_to_string(path).unwrap()));
    for (kind, floor) in FLOORS {
        assert!(counts.get(&kind).is_some_and(|c| c.f1() >= floor), "{kind:?}");
    }
}

#[test]
fn names_of_the_train_split_are_found() {
    let Some(path) = shared("ANERCorp") else { return };
    let counts = measure(&train(&fs::read_to_string(path).unwrap()));
    for (kind, floor) in TRAIN_FLOORS {
        assert!(counts.get(&kind).is_some_and(|c| c.f1() >= floor), "{kind:?}");
    }
}

/// Reads the sentences and counts names by kind.
fn measure(sentences: &[Sentence]) -> BTreeMap<NameKind, Count> {
    let mut memory = Words::new();
    let mut counts: BTreeMap<NameKind, Count> = BTreeMap::new();
    for report in sentences.chunks(SENTENCES) {
        let words: Sentence = report.concat();
        let mut sum = 0;
        let ends: Vec<usize> = report
            .iter()
            .map(|s| {
                sum += s.len();
                sum
            })
            .collect();
        let (gold, found) = (gold(&words), read(&words, &ends, &mut memory));
        for span in &gold {
            counts.entry(span.2).or_default().gold += 1;
        }
        for span in &found {
            let count = counts.entry(span.2).or_default();
            count.found += 1;
            count.right += usize::from(gold.contains(span));
        }
        show(&words, &gold, &found);
    }
    for (kind, count) in &counts {
        let (precision, recall) = (count.right as f64 / count.found as f64, count.right as f64 / count.gold as f64);
        println!("{kind:?}: P {precision:.3} R {recall:.3} F1 {:.3} ({} gold)", count.f1(), count.gold);
    }
    counts
}

/// Prints what differs, when asked to.
fn show(words: &[(String, String)], gold: &[Span], found: &[Span]) {
    if std::env::var("TAWATUR_SHOW").is_err() {
        return;
    }
    let text = |s: &Span, extra: usize| {
        let range = s.0.saturating_sub(extra)..(s.1 + extra).min(words.len());
        words[range].iter().map(|(w, _)| w.as_str()).collect::<Vec<_>>().join(" ")
    };
    for span in gold.iter().filter(|s| !found.contains(s)) {
        println!("MISS {:?}\t{}\t{}", span.2, text(span, 0), text(span, 4));
    }
    for span in found.iter().filter(|s| !gold.contains(s)) {
        println!("FALSE {:?}\t{}\t{}", span.2, text(span, 0), text(span, 4));
    }
}

//! Learns the weights from the sentences in `cases/names/` and measures them on sentences held out.
//!
//! An averaged perceptron over runs of labels. Besides the sentences themselves it sees variants of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use tawatur_text::{Document, TokenKind, TokenRange};

use super::feature::{EDGE, Rows, Seen, Side, Weighed, class};
use super::label::{LABELS, Label};
use super::model::{Model, READERS, SCALE, Steps, Way};
use super::share::{Column, ROWS, Share, Table, WIDTH, Weights};
use super::variant::{Dice, Rare, pool, variant};
use super::{run, vote};
use crate::names::mention::NameKind;
use crate::names::scan::Scan;
use crate::names::{organisation, person, place, recall};
use crate::{Analysed, Words};

const FILES: [&str; 15] = [
    "news.txt",
    "sport.txt",
    "press.txt",
    "world.txt",
    "stage.txt",
    "bodies.txt",
    "everyday.txt",
    "regions.txt",
    "surnames.txt",
    "places.txt",
    "results.txt",
    "plain.txt",
    "families.txt",
    "sides.txt",
    "reports.txt",
];
/// Of so many sentences one is held out.
const HELD_OUT: usize = 5;
const ROUNDS: usize = 4;
/// Learners of the shipped weights.
const LEARNERS: usize = 8;
/// Parts of a weight that averages are kept in.
const FINE: i64 = 256;
/// Least F1 on the sentences held out.
const FLOORS: [(NameKind, f64); 3] =
    [(NameKind::Person, 0.70), (NameKind::Place, 0.78), (NameKind::Organisation, 0.47)];

/// Words, and for each what name begins or goes on there.
pub(super) type Sentence = Vec<(String, Label)>;
type Name = (usize, usize, NameKind);

pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sentences() -> Vec<Sentence> {
    let read = |file: &str| fs::read_to_string(folder().join("cases/names").join(file)).unwrap();
    FILES.iter().flat_map(|f| read(f).lines().map(sentence).collect::<Vec<_>>()).filter(|s| !s.is_empty()).collect()
}

/// Reads a line: names stand in brackets behind what they are, on whole words.
fn sentence(line: &str) -> Sentence {
    let mut words = Vec::new();
    for (i, part) in line.split('[').enumerate() {
        let (name, rest) = if i == 0 { ("", part) } else { part.split_once(']').expect("a closing bracket") };
        let (kind, name) = name.split_once(' ').unwrap_or(("", ""));
        let mut label = match kind {
            "PER" => Label::first(NameKind::Person),
            "LOC" => Label::first(NameKind::Place),
            "ORG" => Label::first(NameKind::Organisation),
            _ => Label::NONE,
        };
        for word in name.split_whitespace() {
            words.push((word.to_owned(), label));
            label = label.further();
        }
        words.extend(rest.split_whitespace().map(|w| (w.to_owned(), Label::NONE)));
    }
    words
}

pub(super) fn names(sentence: &Sentence) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for (at, (_, label)) in sentence.iter().enumerate() {
        match (label.kind(), found.last_mut()) {
            (Some(_), Some(last)) if !label.begins() => last.1 = at + 1,
            (Some(kind), _) => found.push((at, at + 1, kind)),
            (None, _) => {}
        }
    }
    found
}

/// The text of a sentence, and the bytes where its words begin.
pub(super) fn text(sentence: &Sentence) -> (String, Vec<usize>) {
    let (mut text, mut starts) = (String::new(), Vec::new());
    for (word, _) in sentence {
        starts.push(text.len());
        text.push_str(word);
        text.push(' ');
    }
    (text, starts)
}

/// What the readers find without the vote.
fn read<'s, 'd>(analysed: &'s Analysed<'d>) -> Scan<'s, 'd> {
    let mut scan = Scan::new(analysed);
    organisation::organisations(&mut scan);
    person::people(&mut scan);
    place::places(&mut scan);
    scan
}

/// A run to learn from: the rows of each token, what the readers made of it, what it is.
struct Lesson {
    rows: Vec<Vec<u16>>,
    right: Vec<Label>,
}

/// Weights while they are learned, with what averages them.
struct Learner {
    rows: Vec<Column>,
    sums: Vec<[i64; WIDTH]>,
    steps: i64,
}

impl Weights for &Learner {
    fn row(&self, at: usize) -> Column {
        self.rows[at]
    }

    fn kept<'s>(&self, _: &Scan<'s, '_>, _: usize) -> Option<&'s Share> {
        None
    }
}

impl Learner {
    fn change(&mut self, row: usize, label: Label, by: i32) {
        self.rows[row][usize::from(label.0)] += by;
        self.sums[row][usize::from(label.0)] += i64::from(by) * self.steps;
    }

    fn learn(&mut self, lesson: &Lesson) {
        self.steps += 1;
        let steps = Steps::new(&&*self, [[0; WIDTH]; LABELS]);
        let mut way = Way::default();
        way.begin(Label::NONE);
        lesson.rows.iter().for_each(|rows| steps.go(&mut way, (&&*self).sum(rows), Label::NONE));
        let found = way.end().to_vec();
        let (mut right_before, mut found_before) = (Label::NONE, Label::NONE);
        for ((rows, right), found) in lesson.rows.iter().zip(&lesson.right).zip(&found) {
            if right != found {
                for row in rows {
                    self.change(LABELS + usize::from(*row), *right, 1);
                    self.change(LABELS + usize::from(*row), *found, -1);
                }
            }
            if (right_before, right) != (found_before, found) {
                self.change(usize::from(right_before.0), *right, 1);
                self.change(usize::from(found_before.0), *found, -1);
            }
            (right_before, found_before) = (*right, *found);
        }
    }

    /// Adds the averages to those of others, in parts of `FINE`.
    fn add_to(&self, table: &mut [[i64; WIDTH]]) {
        for ((row, sums), table) in self.rows.iter().zip(&self.sums).zip(table) {
            for ((weight, sum), slot) in row.iter().zip(sums).zip(table) {
                *slot += (i64::from(*weight) * self.steps - sum) * FINE / self.steps.max(1);
            }
        }
    }
}

/// The rows of all features of a token.
fn features(scan: &Scan<'_, '_>, seen: &Seen, at: usize) -> Vec<u16> {
    let mut found = Rows::new();
    let mut classes = [EDGE; 5];
    for (side, slot) in Side::ALL.into_iter().zip(&mut classes) {
        let beside = (at + side as usize).checked_sub(2);
        let steps = |other: usize| at.min(other) + 1..=at.max(other);
        let beside = beside.filter(|other| steps(*other).all(|i| scan.continues(i)));
        *slot = beside.map_or(EDGE, |other| class(scan, other));
        let is_word = |other: &usize| scan.kind(*other) == TokenKind::Word;
        let word = beside.filter(is_word).and_then(|other| Some((scan.analysed.look(other)?, scan.cue(other))));
        found.alone(*slot, word.as_ref().map(|(look, cue)| Weighed::of(look, *cue)).as_ref(), side);
    }
    found.together(scan, seen, at, classes);
    found.as_slice().to_vec()
}

fn lessons(sentence: &Sentence, memory: &mut Words, into: &mut Vec<Lesson>) {
    let (text, starts) = text(sentence);
    let analysed = Analysed::new(Document::new(&text), memory);
    let scan = read(&analysed);
    let seen = Seen::of(&scan);
    for run in run::open(&scan, &seen, |_| true) {
        let mut rows = Vec::new();
        let mut right = Vec::new();
        let mut before = usize::MAX;
        for at in run.start..run.end {
            rows.push(features(&scan, &seen, at));
            let byte = analysed.document.token(at).unwrap().range.start() as usize;
            let word = starts.partition_point(|s| *s <= byte) - 1;
            let label = sentence[word].1;
            let goes_on = word == before || at == run.start && label.kind().is_some() && !label.begins();
            let label = if word == before { label.further() } else { label };
            let first = label.kind().map_or(Label::NONE, Label::first);
            let label = if goes_on && word != before || at == run.start { first } else { label };
            right.push(label);
            before = word;
        }
        into.push(Lesson { rows, right });
    }
}

/// Learns from sentences: the average of so many that see them in different orders.
fn train(sentences: &[Sentence], learners: usize) -> Vec<u8> {
    let (pool, mut dice, mut memory) = (pool(sentences), Dice(5), Words::new());
    let rare = Rare::read(&mut memory);
    let mut all = Vec::new();
    for sentence in sentences {
        lessons(sentence, &mut memory, &mut all);
        for short in [0, 2] {
            let plain = variant(sentence, &pool, short, &mut dice);
            lessons(&plain, &mut memory, &mut all);
            let other = variant(sentence, &pool, short, &mut dice);
            lessons(&rare.put_in(&other, &mut dice, &mut memory), &mut memory, &mut all);
        }
    }
    let mut table = vec![[0; WIDTH]; LABELS + ROWS];
    for _ in 0..learners {
        let mut learner =
            Learner { rows: vec![[0; WIDTH]; LABELS + ROWS], sums: vec![[0; WIDTH]; LABELS + ROWS], steps: 0 };
        for _ in 0..ROUNDS {
            for i in (1..all.len()).rev() {
                all.swap(i, dice.below(i + 1));
            }
            all.iter().for_each(|lesson| learner.learn(lesson));
        }
        learner.add_to(&mut table);
    }
    let part = FINE * learners as i64;
    let byte = |sum: &i64| (sum * i64::from(SCALE)).div_euclid(part).clamp(-127, 127) as i8 as u8;
    table.iter().flatten().map(byte).collect()
}

/// F1 by kind with these weights; without a vote where there are none.
fn measure(sentences: &[Sentence], weights: Option<&[u8]>) -> BTreeMap<NameKind, f64> {
    let mut counts: BTreeMap<NameKind, (usize, usize)> = BTreeMap::new();
    let mut memory = Words::new();
    for sentence in sentences {
        let (text, starts) = text(sentence);
        let analysed = Analysed::new(Document::new(&text), &mut memory);
        let mut scan = read(&analysed);
        if let Some(weights) = weights {
            vote(&mut scan, &Model::new(Table(weights), READERS));
        }
        recall::recall(&mut scan);
        let word_at = |byte: u32| starts.partition_point(|s| *s <= byte as usize).saturating_sub(1);
        let found = scan.found.iter().map(|m| (word_at(m.range.start()), word_at(m.range.end() - 1) + 1, m.kind));
        let (found, right): (Vec<Name>, Vec<Name>) = (found.collect(), names(sentence));
        for name in &found {
            let count = counts.entry(name.2).or_default();
            (count.0, count.1) = (count.0 + 2 * usize::from(right.contains(name)), count.1 + 1);
        }
        right.iter().for_each(|name| counts.entry(name.2).or_default().1 += 1);
    }
    counts.into_iter().map(|(kind, (twice_right, all))| (kind, twice_right as f64 / all as f64)).collect()
}

#[test]
fn names_of_sentences_held_out_are_found() {
    let all = sentences();
    let part = |held: bool| all.iter().enumerate().filter(move |(i, _)| (i % HELD_OUT == 0) == held);
    let part = |held| part(held).map(|(_, s)| s.clone()).collect::<Vec<_>>();
    let (learned, held_out) = (part(false), part(true));
    let (before, after) = (measure(&held_out, None), measure(&held_out, Some(&train(&learned, 1))));
    println!("without a vote {before:.3?}, with it {after:.3?}");
    for (kind, floor) in FLOORS {
        assert!(after[&kind] >= floor && after[&kind] >= before[&kind], "{kind:?}");
    }
}

#[test]
fn the_weights_of_the_data_are_of_use() {
    let all = sentences();
    let path = folder().join("rules/name-vote.bin");
    if std::env::var_os("TAWATUR_TRAIN").is_some() {
        fs::write(&path, train(&all, LEARNERS)).unwrap();
    }
    let weights = fs::read(path).unwrap();
    assert_eq!(weights.len(), (LABELS + ROWS) * WIDTH);
    let (before, after) = (measure(&all, None), measure(&all, Some(&weights)));
    println!("without a vote {before:.3?}, with it {after:.3?}");
    for (kind, _) in FLOORS {
        assert!(after[&kind] > before[&kind] + 0.03, "{kind:?}");
    }
}

#[test]
fn marks_of_sentences_are_sound() {
    let found = names(&sentence("قال [PER سالم المزروعي] في [LOC دبي]."));
    assert_eq!(found, [(1, 3, NameKind::Person), (4, 5, NameKind::Place)]);
    for sentence in sentences() {
        assert!(sentence.iter().all(|(word, _)| !word.contains(['[', ']'])), "{sentence:?}");
    }
    let run = TokenRange::new(4, 7);
    let first = Label::first(NameKind::Person);
    assert_eq!(run::spans(run, &[first, first.further(), Label::NONE]), [(TokenRange::new(4, 6), NameKind::Person)]);
}

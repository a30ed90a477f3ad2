//! Variants of the sentences to learn from: with names from other sentences in the places of theirs, with the last word of a
//! name alone, as reports call people further down, and with rare or misprinted words in the places of ordinary ones. So the
//! model learns what surrounds a name rather than the names, and that not all that nothing knows is one.

use std::collections::BTreeMap;
use std::fs;

use tawatur_text::Document;

use super::label::Label;
use super::train::{Sentence, folder, names, text};
use crate::names::cue::{
    ARTICLE, BODY, CONJUNCTION, NAME, NAME_WORD, NISBA, ORDINARY, ORG, PARTICLE, PLACE, PLACE_HEAD, PLACE_WEAK,
    PREPOSITION, PREPOSITION_WORD, PRONOUN, SAY, TITLE, VERB, VERBAL,
};
use crate::names::mention::NameKind;
use crate::names::scan::Scan;
use crate::{Analysed, Words};

/// Names of the sentences by kind, as words.
pub(super) type Pool = BTreeMap<NameKind, Vec<Vec<String>>>;

/// A row of numbers that looks random and is always the same.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Whether a word surely begins without a proclitic.
fn is_plain(word: &str) -> bool {
    !word.starts_with(['و', 'ب', 'ل', 'ك', 'ف'])
}

/// The names of the sentences by kind, as words.
pub(super) fn pool(sentences: &[Sentence]) -> Pool {
    let mut pool = Pool::new();
    for sentence in sentences {
        for (start, end, kind) in names(sentence).into_iter().filter(|(start, ..)| is_plain(&sentence[*start].0)) {
            pool.entry(kind).or_default().push(sentence[start..end].iter().map(|(w, _)| w.clone()).collect());
        }
    }
    pool
}

/// The sentence with other people and places in the places of its own; every `short`th of four people by the last name alone.
pub(super) fn variant(sentence: &Sentence, pool: &Pool, short: usize, dice: &mut Dice) -> Sentence {
    let (mut made, mut at) = (Sentence::new(), 0);
    for (start, end, kind) in names(sentence) {
        made.extend_from_slice(&sentence[at..start]);
        let mut words: Vec<String> = sentence[start..end].iter().map(|(w, _)| w.clone()).collect();
        if kind != NameKind::Organisation && is_plain(&words[0]) && dice.below(20) < 17 {
            words = pool[&kind][dice.below(pool[&kind].len())].clone();
        }
        let bound = ["بن", "ابن", "أبو", "ابو", "آل", "عبد"];
        let can_shorten = kind == NameKind::Person && words.len() > 1 && is_plain(&words[0]);
        if can_shorten && dice.below(4) < short && !bound.contains(&words[words.len() - 2].as_str()) {
            words = words.split_off(words.len() - 1);
        }
        let mut label = Label::first(kind);
        for word in words {
            made.push((word, label));
            label = label.further();
        }
        at = end;
    }
    made.extend_from_slice(&sentence[at..]);
    made
}

/// Of a hundred ordinary words so many give way to a rare one of the dictionary, so many to one that is also some people's name
/// or a town's, and so many are misprinted.
const RARE: usize = 8;
const NAMELIKE: usize = 2;
const MISPRINTED: usize = 3;

/// Words of the dictionary.
pub(super) struct Rare {
    nouns: Vec<String>,
    /// Nouns that are names, too.
    namelike: Vec<String>,
    verbs: Vec<String>,
}

impl Rare {
    pub(super) fn read(memory: &mut Words) -> Self {
        let read = |file: &str| {
            let path = folder().join("../tawatur-lexicon/data/stem").join(file);
            let words = fs::read_to_string(path).unwrap();
            words.lines().filter(|w| w.chars().count() > 3).map(str::to_owned).collect::<Vec<_>>()
        };
        let nouns = read("noun.txt");
        let mut is_namelike = |word: &&String| {
            let analysed = Analysed::new(Document::new(word), memory);
            let cue = Scan::new(&analysed).cue(0);
            cue.any(NAME_WORD | PLACE_WEAK) && !cue.any(PLACE)
        };
        Self { namelike: nouns.iter().filter(|w| is_namelike(w)).cloned().collect(), nouns, verbs: read("verb.txt") }
    }

    /// The sentence with rare or misprinted words in the places of some ordinary ones: what is unknown is not always a name.
    pub(super) fn put_in(&self, sentence: &Sentence, dice: &mut Dice, memory: &mut Words) -> Sentence {
        let (text, starts) = text(sentence);
        let analysed = Analysed::new(Document::new(&text), memory);
        let scan = Scan::new(&analysed);
        let mut made = sentence.clone();
        for at in 0..scan.len() {
            let cue = scan.cue(at);
            let byte = analysed.document.token(at).unwrap().range.start() as usize;
            let Ok(word) = starts.binary_search(&byte) else { continue };
            let settled = PARTICLE | SAY | TITLE | BODY | PLACE_HEAD | NISBA | PLACE | ORG | PREPOSITION_WORD | NAME;
            if !cue.any(ORDINARY) || cue.any(settled) || made[word].1 != Label::NONE {
                continue;
            }
            let roll = dice.below(100);
            if roll < MISPRINTED {
                made[word].0 = misprint(&made[word].0, dice);
            } else if roll < MISPRINTED + RARE + NAMELIKE {
                let front = if cue.any(CONJUNCTION) { "و" } else { "" };
                let plain = analysed.document.word(at);
                let verb = cue.any(VERB | VERBAL) && !cue.any(ARTICLE);
                let nouns = if roll < MISPRINTED + RARE { &self.nouns } else { &self.namelike };
                let list = if verb { &self.verbs } else { nouns };
                let rare = &list[dice.below(list.len())];
                let article = if cue.any(ARTICLE) { "ال" } else { "" };
                let end = made[word].0.trim_start_matches(char::is_alphabetic).to_owned();
                if !plain.is_empty() && !cue.any(PREPOSITION | PRONOUN) {
                    made[word].0 = format!("{front}{article}{rare}{end}");
                }
            }
        }
        made
    }
}

/// A word with a letter too many, too few, or in the wrong place.
fn misprint(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = dice.below(letters.len());
    match dice.below(3) {
        0 if letters.len() > 4 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[dice.below(letters.len())]),
        _ => letters.swap(at, dice.below(word.chars().count())),
    }
    letters.into_iter().filter(|c| c.is_alphabetic()).collect()
}

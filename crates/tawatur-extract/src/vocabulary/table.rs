//! The table of words and phrases.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use tawatur_text::{Document, fold_word};

use super::class::Classes;
use super::row::meaning;
use super::word::Word;

/// What the table knows of one folded word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slot {
    /// Its meanings as a word of its own.
    pub(crate) words: Vec<Word>,
    /// The phrases that begin with it, longest first.
    pub(crate) phrases: Vec<Phrase>,
    /// Which words may stand second in them: most that follow the first are turned away by these bits.
    pub(crate) seconds: u64,
    /// The classes of its meanings as a word of its own.
    pub(crate) classes: Classes,
}

/// A phrase: the words after the first, and what it means.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub(crate) rest: Vec<Box<str>>,
    pub(crate) words: Vec<Word>,
    pub(crate) classes: Classes,
}

/// The closed words of numbers and times.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    index: FxHashMap<Box<str>, u32>,
    slots: Vec<Slot>,
    /// Which outlines any word has: nearly all words of a text are turned away by theirs.
    outlines: Vec<u64>,
    /// Families of currencies with the codes that they may mean.
    currencies: Vec<(&'static str, &'static str)>,
}

impl Vocabulary {
    /// The words of the data files.
    pub(crate) fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Vocabulary> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            let mut made = Self {
                index: FxHashMap::default(),
                slots: vec![Slot::default()],
                outlines: vec![0; OUTLINE_ROWS],
                currencies: Vec::new(),
            };
            for file in tawatur_lexicon::closed::WORD_FILES {
                file.lines().for_each(|line| made.row(line));
            }
            made.share_articles();
            made.slots.iter_mut().for_each(|s| s.phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len())));
            made.classify();
            made
        })
    }

    /// The number of a folded word's slot.
    #[inline]
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        if let Some((row, bit)) = outline(word)
            && self.outlines.get(row).is_some_and(|b| b & bit == 0)
        {
            return None;
        }
        self.index.get(word).copied()
    }

    /// What is known of a slot; the empty slot for 0.
    #[inline]
    pub(crate) fn slot(&self, number: u32) -> &Slot {
        static EMPTY: Slot = Slot { words: Vec::new(), phrases: Vec::new(), seconds: 0, classes: Classes::NONE };
        self.slots.get(number as usize).unwrap_or(&EMPTY)
    }

    /// Whether a currency goes by the name of a family.
    pub(crate) fn has_currency(&self, family: &str, code: &str) -> bool {
        self.currencies.contains(&(family, code))
    }

    fn row(&mut self, line: &'static str) {
        let fields: Vec<&'static str> = line.splitn(7, ',').collect();
        let &[_, _, sense, _, features, _, form] = fields.as_slice() else { return };
        let Some(word) = meaning(sense, features) else { return };
        if let Word::Currency { family, code, .. } | Word::CurrencyCountry { family, code } = word {
            self.currencies.push((family, code));
        }
        match parts(form).as_slice() {
            [] => {}
            [one] => {
                let slot = self.slot_mut(one);
                if !slot.words.contains(&word) {
                    slot.words.push(word);
                }
            }
            [first, rest @ ..] => {
                let rest = rest.to_vec();
                let slot = self.slot_mut(first);
                match slot.phrases.iter_mut().find(|p| p.rest == rest) {
                    Some(phrase) => phrase.words.push(word),
                    None => slot.phrases.push(Phrase { rest, words: vec![word], classes: Classes::default() }),
                }
            }
        }
    }

    /// Sums up the classes of every word and phrase.
    fn classify(&mut self) {
        let sum = |words: &[Word]| words.iter().fold(Classes::default(), |c, w| c.with(Classes::of(*w)));
        for slot in &mut self.slots {
            slot.classes = sum(&slot.words);
            slot.phrases.iter_mut().for_each(|p| p.classes = sum(&p.words));
            let seconds = slot.phrases.iter().filter_map(|p| p.rest.first());
            slot.seconds = seconds.fold(0, |all, word| all | second(word));
        }
    }

    /// A form listed with its article means what the form without it means, too.
    fn share_articles(&mut self) {
        let listed: Vec<(u32, u32)> = self
            .index
            .iter()
            .filter_map(|(word, at)| Some((*at, *self.index.get(word.strip_prefix("ال")?)?)))
            .collect();
        for (with, without) in listed {
            let shared = self.slot(without).words.clone();
            if let Some(slot) = self.slots.get_mut(with as usize).filter(|s| !s.words.is_empty()) {
                shared
                    .iter()
                    .filter(|w| !slot.words.contains(w))
                    .cloned()
                    .collect::<Vec<_>>()
                    .into_iter()
                    .for_each(|w| slot.words.push(w));
            }
        }
    }

    fn slot_mut(&mut self, word: &str) -> &mut Slot {
        if let Some((row, bit)) = outline(word)
            && let Some(row) = self.outlines.get_mut(row)
        {
            *row |= bit;
        }
        let next = self.slots.len() as u32;
        let at = *self.index.entry(word.into()).or_insert(next);
        if at == next {
            self.slots.push(Slot::default());
        }
        let last = self.slots.len() - 1;
        &mut self.slots[(at as usize).min(last)]
    }
}

/// The folded words and marks of a form.
fn parts(form: &str) -> Vec<Box<str>> {
    let folded = fold_word(form);
    // Nearly all forms are letters, with blanks between.
    if folded.chars().all(|c| c == ' ' || c.is_alphabetic() && !c.is_ascii()) {
        return folded.split_whitespace().map(Box::from).collect();
    }
    let cut = Document::new(form);
    (0..cut.tokens().len()).map(|i| fold_word(cut.word(i)).into_boxed_str()).collect()
}

/// The bit of a word that stands second in a phrase, by its last letter and its length.
#[inline]
pub(crate) fn second(word: &str) -> u64 {
    let last = word.as_bytes().last().copied().unwrap_or_default();
    1 << ((usize::from(last) ^ word.len() << 2) & 63)
}

/// Rows of bits for outlines.
const OUTLINE_ROWS: usize = 256;

/// Row and bit of a word's first two letters, its last and its length; none for the shortest words.
#[inline]
fn outline(word: &str) -> Option<(usize, u64)> {
    match word.as_bytes() {
        [_, first, _, second, .., last] => {
            let all = u32::from_le_bytes([*first, *second, *last, word.len() as u8]).wrapping_mul(0x9e37_79b1);
            Some(((all >> 24) as usize, 1 << (all >> 18 & 63)))
        }
        _ => None,
    }
}

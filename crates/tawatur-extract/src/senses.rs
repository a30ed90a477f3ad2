//! Sets of senses, for testing a token against many at once.

use std::sync::OnceLock;

use tawatur_lexicon::{Lexicon, Reading, SenseId};

/// A set of senses of the lexicon.
#[derive(Clone, Debug, Default)]
pub struct Senses {
    bits: Vec<u64>,
}

impl Senses {
    /// The senses of these names (`class:sense`; `class:*` is every sense of a class). Names that no row of the
    /// data has are left out: a lexicon may lack a word without breaking a reader.
    pub fn of(lexicon: &Lexicon, names: &[&str]) -> Self {
        let mut set = Self { bits: vec![0; lexicon.sense_count().div_ceil(64)] };
        for name in names {
            match name.strip_suffix('*') {
                Some(class) => set.insert_class(lexicon, class),
                None => {
                    if let Some(sense) = lexicon.sense(name) {
                        set.insert(sense);
                    }
                }
            }
        }
        set
    }

    /// As [`Senses::of`], made once and kept in `cell`: making a set for every report would take longer than using it.
    pub(crate) fn once(cell: &'static OnceLock<Self>, lexicon: &Lexicon, names: &[&str]) -> &'static Self {
        cell.get_or_init(|| Self::of(lexicon, names))
    }

    /// Both sets together.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        for (word, more) in self.bits.iter_mut().zip(&other.bits) {
            *word |= more;
        }
        self
    }

    fn insert_class(&mut self, lexicon: &Lexicon, class: &str) {
        for sense in lexicon.senses().filter(|s| lexicon.sense_name(*s).starts_with(class)) {
            self.insert(sense);
        }
    }

    fn insert(&mut self, sense: SenseId) {
        if let Some(word) = self.bits.get_mut(sense.index() / 64) {
            *word |= 1 << (sense.index() % 64);
        }
    }

    /// Whether the sense is in the set.
    #[inline]
    pub fn has(&self, sense: SenseId) -> bool {
        self.bits.get(sense.index() / 64).is_some_and(|w| w >> (sense.index() % 64) & 1 == 1)
    }

    /// The first of the readings whose sense is in the set.
    #[inline]
    pub fn find<'r>(&self, readings: &'r [Reading]) -> Option<&'r Reading> {
        readings.iter().find(|r| self.has(r.sense))
    }
}

//! A compiled table of phrases: an FST behind a sieve of the first words.

use std::sync::OnceLock;

use fst::Map;

use crate::sieve;

/// Phrases with a number each.
#[derive(Debug)]
pub(crate) struct Trie {
    map: Map<&'static [u8]>,
    sieve: &'static [u8],
}

impl Trie {
    /// A table of this package's own build; one that cannot be read is as an empty one.
    pub(crate) fn open(map: &'static [u8], sieve: &'static [u8]) -> Self {
        Self { map: Map::new(map).unwrap_or_else(|_| empty_map()), sieve }
    }

    /// The FST, for walking it.
    pub(crate) fn map(&self) -> &Map<&'static [u8]> {
        &self.map
    }

    /// Whether a word of this hash may be the first of a phrase.
    #[inline]
    pub(crate) fn may_hold(&self, hash: u64) -> bool {
        sieve::may_hold(self.sieve, hash)
    }
}

pub(crate) fn empty_map() -> Map<&'static [u8]> {
    static EMPTY: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = EMPTY.get_or_init(|| fst::MapBuilder::memory().into_inner().unwrap_or_default());
    #[allow(clippy::expect_used)] // An FST that was just built is one.
    Map::new(bytes.as_slice()).expect("an empty map is a map")
}

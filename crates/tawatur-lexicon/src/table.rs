//! A compiled table of words: an FST behind a sieve.

use std::sync::OnceLock;

use fst::Map;

use crate::sieve;

/// Words with a number each.
#[derive(Debug)]
pub(crate) struct Table {
    map: Map<&'static [u8]>,
    sieve: &'static [u8],
}

impl Table {
    /// A table of this package's own build; one that cannot be read is as an empty one.
    pub(crate) fn open(map: &'static [u8], sieve: &'static [u8]) -> Self {
        Self { map: Map::new(map).unwrap_or_else(|_| empty_map()), sieve }
    }

    /// The FST, for walking it.
    pub(crate) fn map(&self) -> &Map<&'static [u8]> {
        &self.map
    }

    /// The number of a word.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<u64> {
        if self.may_hold(sieve::hash(sieve::EMPTY, word.as_bytes())) { self.map.get(word) } else { None }
    }

    /// The number of a word that consists of these parts.
    #[inline]
    pub(crate) fn get_joined(&self, parts: [&str; 3]) -> Option<u64> {
        let [first, middle, _] = parts;
        let even = (first.len() | middle.len()).is_multiple_of(2);
        let hash = parts.iter().fold(sieve::EMPTY, |h, p| sieve::hash(h, p.as_bytes()));
        if !even || self.may_hold(hash) { self.map.get(parts.concat()) } else { None }
    }

    /// Whether the sieve lets a word of this hash pass.
    #[inline]
    pub(crate) fn may_hold(&self, hash: u64) -> bool {
        sieve::may_hold(self.sieve, hash)
    }
}

fn empty_map() -> Map<&'static [u8]> {
    static EMPTY: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = EMPTY.get_or_init(|| fst::MapBuilder::memory().into_inner().unwrap_or_default());
    #[allow(clippy::expect_used)] // An FST that was just built is one.
    Map::new(bytes.as_slice()).expect("an empty map is a map")
}

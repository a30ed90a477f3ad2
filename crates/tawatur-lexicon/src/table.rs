//! A compiled hash table of words behind a sieve.

use crate::sieve;

/// Words with a record each.
#[derive(Debug)]
pub(crate) struct Table {
    sieve: &'static [u8],
    /// Where the record of each word begins, plus one, four bytes each; a power of two of them, half of which are 0 at least.
    slots: &'static [u8],
    /// Records: the length of the word, the word, and what is known of it.
    records: &'static [u8],
}

impl Table {
    /// A table of this package's own build.
    pub(crate) const fn new(sieve: &'static [u8], slots: &'static [u8], records: &'static [u8]) -> Self {
        Self { sieve, slots, records }
    }

    /// Where that which is known of a word with this hash stands in the records.
    #[inline]
    pub(crate) fn find(&self, word: &str, hash: u64) -> Option<usize> {
        if sieve::may_hold(self.sieve, hash) { self.place(hash, |key| key == word.as_bytes()) } else { None }
    }

    /// The same of a word that consists of these parts.
    #[inline]
    pub(crate) fn find_joined(&self, parts: [&str; 3], hash: u64) -> Option<usize> {
        if !sieve::may_hold(self.sieve, hash) {
            return None;
        }
        let [first, middle, last] = parts.map(str::as_bytes);
        let is_whole = |key: &[u8]| key.strip_prefix(first).and_then(|k| k.strip_prefix(middle)) == Some(last);
        self.place(hash, is_whole)
    }

    /// What stands in the records from a place on.
    #[inline]
    pub(crate) fn from(&self, at: usize) -> &'static [u8] {
        self.records.get(at..).unwrap_or_default()
    }

    fn place(&self, hash: u64, is_word: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let (slots, _) = self.slots.as_chunks::<4>();
        let mask = slots.len().wrapping_sub(1);
        let mut at = sieve::slot(hash) & mask;
        for _ in 0..slots.len() {
            let start = (u32::from_le_bytes(*slots.get(at)?) as usize).checked_sub(1)?;
            let (length, rest) = self.from(start).split_first()?;
            let length = usize::from(*length);
            if is_word(rest.get(..length)?) {
                return Some(start + 1 + length);
            }
            at = (at + 1) & mask;
        }
        None
    }
}

//! The word types met so far, each with its number.

/// Bytes of a word that a slot holds itself.
const HELD: usize = 16;
/// Slots of an empty table.
const FEWEST: usize = 1024;

/// Where a word is found: its first and last eight bytes, which are all of it where it has no more than sixteen, its length,
/// and its number plus one. One place in memory answers for nearly every word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot {
    first: u64,
    last: u64,
    /// Bytes; the highest bit says whether the word is written with ة or ى at its end.
    length: u32,
    /// The highest bits are the marks of the word.
    number: u32,
}

/// A word as it is looked up.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Key {
    slot: Slot,
    hash: u64,
}

/// Bits of a number without its marks.
const NUMBER: u32 = (1 << MARKS) - 1;
/// Where the marks begin in it. So many types as there are numbers below take half a gigabyte of text.
const MARKS: u32 = 26;

/// Set in the length of a word that is written with ة or ى at its end, which makes it a type of its own.
const CLOSED: u32 = 1 << 31;

/// A hash table from word to number, with numbers given in the order of entry.
#[derive(Debug)]
pub(crate) struct Types {
    /// A power of two of them.
    slots: Vec<Slot>,
    /// The bytes of all words, one behind the other.
    bytes: Vec<u8>,
    /// Where each word begins in them.
    starts: Vec<u32>,
}

impl Default for Types {
    fn default() -> Self {
        Self { slots: vec![Slot::default(); FEWEST], bytes: Vec::new(), starts: Vec::new() }
    }
}

impl Types {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Bytes of the words.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The number of a folded word, and its marks; none for one that has not been entered.
    #[inline]
    pub(crate) fn find(&self, key: &Key, word: &str) -> Option<(u32, u16)> {
        let slot = self.slots.get(self.place(key, word.as_bytes()))?;
        slot.found()
    }

    /// The same where that is told by the first place in memory: of nearly every short word that has been entered.
    #[inline]
    pub(crate) fn find_at_once(&self, key: &Key) -> Option<(u32, u16)> {
        let slot = self.slots.get(key.hash as usize & self.slots.len().wrapping_sub(1))?;
        if slot.holds(key.slot) && !key.slot.is_long() { slot.found() } else { None }
    }

    /// Enters a word that has not been entered yet, with six bits of marks.
    pub(crate) fn enter(&mut self, word: &str, closed: bool, marks: u16) -> u32 {
        if self.len() >= self.slots.len() / 2 {
            self.grow();
        }
        let number = self.len() as u32;
        self.starts.push(self.bytes.len() as u32);
        self.bytes.extend_from_slice(word.as_bytes());
        let key = Key::of(word, closed);
        let at = self.place(&key, word.as_bytes());
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { number: (number + 1) & NUMBER | u32::from(marks) << MARKS, ..key.slot };
        }
        number
    }

    /// Adds marks to those of a word.
    pub(crate) fn mark(&mut self, word: &str, closed: bool, marks: u16) {
        let at = self.place(&Key::of(word, closed), word.as_bytes());
        if let Some(slot) = self.slots.get_mut(at).filter(|s| s.number > 0) {
            slot.number |= u32::from(marks) << MARKS;
        }
    }

    /// The slot of a word, or the free one where it belongs. Half of the slots are free at least.
    #[inline]
    fn place(&self, key: &Key, word: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash as usize & mask;
        while let Some(slot) = self.slots.get(at) {
            if slot.number == 0 || slot.holds(key.slot) && (word.len() <= HELD || self.word(*slot) == word) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn word(&self, slot: Slot) -> &[u8] {
        let start =
            (slot.number & NUMBER).checked_sub(1).and_then(|n| self.starts.get(n as usize)).map_or(0, |s| *s as usize);
        self.bytes.get(start..start + (slot.length & !CLOSED) as usize).unwrap_or_default()
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        let mask = slots.len() - 1;
        for slot in self.slots.iter().filter(|s| s.number > 0) {
            let mut at = slot.hash(self.word(*slot)) as usize & mask;
            while slots.get(at).is_some_and(|s| s.number > 0) {
                at = (at + 1) & mask;
            }
            if let Some(free) = slots.get_mut(at) {
                *free = *slot;
            }
        }
        self.slots = slots;
    }
}

impl Key {
    /// The key of a folded word, `closed` where it is written with ة or ى at its end.
    #[inline]
    pub(crate) fn of(word: &str, closed: bool) -> Self {
        let slot = Slot::of(word.as_bytes(), closed);
        Self { slot, hash: slot.hash(word.as_bytes()) }
    }
}

impl Slot {
    /// Whether the word has more bytes than the slot holds.
    #[inline]
    fn is_long(self) -> bool {
        self.length & !CLOSED > HELD as u32
    }

    /// The number and the marks of the word that it holds, if it holds one.
    #[inline]
    fn found(self) -> Option<(u32, u16)> {
        Some(((self.number & NUMBER).checked_sub(1)?, (self.number >> MARKS) as u16))
    }

    #[inline]
    fn of(word: &[u8], closed: bool) -> Self {
        let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => short(word),
        };
        let length = word.len() as u32 | if closed { CLOSED } else { 0 };
        Self { first, last, length, number: 0 }
    }

    #[inline]
    fn holds(self, other: Self) -> bool {
        (self.first, self.last, self.length) == (other.first, other.last, other.length)
    }

    #[inline]
    fn hash(self, word: &[u8]) -> u64 {
        let step = |h: u64, x: u64| (h.rotate_left(26) ^ x).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut hash = step(step(u64::from(self.length), self.first), self.last);
        if word.len() > HELD {
            let (chunks, _) = word.as_chunks::<8>();
            hash = chunks.iter().fold(hash, |h, c| step(h, u64::from_le_bytes(*c)));
        }
        hash ^ hash >> 29
    }
}

/// A word of fewer than eight bytes.
#[inline]
fn short(word: &[u8]) -> (u64, u64) {
    match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (Some(first), Some(last)) => (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last))),
        _ => (word.iter().fold(0, |all, b| all << 8 | u64::from(*b)), 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_keeps_its_number() {
        let words: Vec<String> = (0..5_000)
            .map(|i| ["ب", "كتاب", "والمستشفيات", "وسيستخدمونهاوسيستخدمونها"][i % 4].repeat(1 + i % 3) + &i.to_string())
            .chain((0..9).map(|n| "x".repeat(n)))
            .collect();
        let mut types = Types::default();
        let find = |types: &Types, word: &str, closed: bool| types.find(&Key::of(word, closed), word);
        let marks = |word: &str| (word.len() % 4) as u16;
        let mut numbers = Vec::new();
        for word in &words {
            let found = find(&types, word, false).map(|(number, _)| number);
            numbers.push(found.unwrap_or_else(|| types.enter(word, false, marks(word))));
        }
        assert_eq!(types.len(), words.len());
        for (word, number) in words.iter().zip(numbers) {
            assert_eq!(find(&types, word, false), Some((number, marks(word))), "{word}");
            assert_eq!(find(&types, word, true), None);
            let at_once = types.find_at_once(&Key::of(word, false));
            assert!(at_once.is_none() || word.len() <= HELD && at_once == Some((number, marks(word))), "{word}");
        }
        assert_eq!(find(&types, "وسيستخدمونهاوسيستخدمونهو0", false), None);
        let at_once = words.iter().filter(|w| types.find_at_once(&Key::of(w, false)).is_some()).count();
        assert!(at_once > words.iter().filter(|w| w.len() <= HELD).count() / 2);
    }

    #[test]
    fn a_million_words_keep_their_numbers_and_marks() {
        let mut types = Types::default();
        let word = |i: u32| format!("w{i}");
        let count = 1_100_000;
        for i in 0..count {
            types.enter(&word(i), false, 1);
        }
        for i in (0..count).step_by(1_009).chain([count - 1]) {
            types.mark(&word(i), false, 0b10_0000);
            assert_eq!(types.find(&Key::of(&word(i), false), &word(i)), Some((i, 0b10_0001)));
        }
    }
}

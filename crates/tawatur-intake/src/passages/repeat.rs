//! Lines that say again what another line says: pull quotes, captions given twice.

use rustc_hash::FxHashMap;

use super::line::Line;

/// Lines of fewer words are never taken for a repetition: short sentences recur by themselves.
const FEWEST_WORDS: usize = 6;
/// A repetition set apart is no longer than this.
const MOST_WORDS: usize = 90;
/// So many words, after a line's first, decide where it is looked for.
const KEY_WORDS: usize = 5;
/// So many lines with the same key are kept, and so often one line is compared: texts made of one
/// repeated word stay linear.
const MOST_COMPARED: usize = 8;

/// Where a line is said again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Repeat {
    /// The line that says the same.
    pub(crate) host: usize,
    /// Whether the host says more than that.
    pub(crate) host_is_longer: bool,
}

/// For every line, where all of its words stand in a row elsewhere: in a longer line, or in an earlier equal one.
pub(crate) fn repeats(lines: &[Line], hashes: &[u32]) -> Vec<Option<Repeat>> {
    let mut found = vec![None; lines.len()];
    let mut by_key = candidates(lines, hashes);
    if by_key.values().map(Vec::len).sum::<usize>() == 0 || lines.len() < 2 {
        return found;
    }
    let sieve = Sieve::of(by_key.keys());
    for (host, line) in lines.iter().enumerate() {
        let words = hashes.get(line.first_word..line.first_word + line.words).unwrap_or_default();
        for (at, key) in keys(words).enumerate() {
            if !sieve.may_hold(key) {
                continue;
            }
            let Some(same_key) = by_key.get_mut(&key) else { continue };
            for (line_number, comparisons) in same_key {
                if *line_number == host || *comparisons == MOST_COMPARED {
                    continue;
                }
                *comparisons += 1;
                compare(lines, hashes, host, at, *line_number, &mut found);
            }
        }
    }
    found
}

/// A few bits that turn nearly every place of a text away before its key is looked up.
struct Sieve([u64; 64]);

impl Sieve {
    fn of<'k>(keys: impl Iterator<Item = &'k u64>) -> Self {
        let mut bits = [0; 64];
        for key in keys {
            let (word, bit) = Self::place(*key);
            bits[word] |= bit;
        }
        Self(bits)
    }

    #[inline]
    fn may_hold(&self, key: u64) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] & bit != 0
    }

    #[inline]
    fn place(key: u64) -> (usize, u64) {
        let mixed = key.wrapping_mul(0xd6e8_feb8_6659_fd93);
        ((mixed >> 58) as usize, 1 << (mixed >> 52 & 63))
    }
}

/// Keys of the lines that may be repetitions, with the number of comparisons made.
fn candidates(lines: &[Line], hashes: &[u32]) -> FxHashMap<u64, Vec<(usize, usize)>> {
    let mut by_key: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
    for (number, line) in lines.iter().enumerate() {
        if !(FEWEST_WORDS..=MOST_WORDS).contains(&line.words) {
            continue;
        }
        let start = line.first_word + 1;
        let Some(window) = hashes.get(start..start + KEY_WORDS) else { continue };
        let same_key = by_key.entry(key(window)).or_default();
        if same_key.len() < MOST_COMPARED {
            same_key.push((number, 0));
        }
    }
    by_key
}

/// The host's words from `at` on are the line's words from its second on, as far as the key goes: compares the rest.
fn compare(lines: &[Line], hashes: &[u32], host: usize, at: usize, number: usize, found: &mut [Option<Repeat>]) {
    let (Some(line), Some(host_line)) = (lines.get(number), lines.get(host)) else { return };
    let rest = line.words.saturating_sub(1);
    let wanted = hashes.get(line.first_word + 1..line.first_word + line.words);
    let start = host_line.first_word + at;
    let there = hashes.get(start..start + rest).filter(|_| at + rest <= host_line.words);
    // A pull quote often drops the first word's conjunction, so a long line's first word is not asked for.
    let first = hashes.get(line.first_word);
    let first_there = at.checked_sub(1).and_then(|_| hashes.get(start.wrapping_sub(1)));
    let same_start = first == first_there || (line.words > FEWEST_WORDS + 1 && first_there.is_some());
    if wanted != there || !same_start {
        return;
    }
    let host_is_longer = host_line.words > line.words;
    let slot = found.get_mut(number);
    if let Some(slot @ None) = slot.filter(|_| host_is_longer || host < number) {
        *slot = Some(Repeat { host, host_is_longer });
    }
}

/// The key of so many words.
fn key(window: &[u32]) -> u64 {
    window.iter().fold(0, |key, word| go_on(key, *word))
}

/// The keys of all runs of so many words, each made from the one before it.
fn keys(words: &[u32]) -> impl Iterator<Item = u64> {
    let (first, rest) = words.split_at_checked(KEY_WORDS - 1).unwrap_or_default();
    rest.iter().zip(words).scan(key(first), |key, (last, first)| {
        let whole = go_on(*key, *last);
        *key = whole.wrapping_sub(u64::from(*first).wrapping_mul(FACTOR.wrapping_pow(KEY_WORDS as u32 - 1)));
        Some(whole)
    })
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

#[inline]
fn go_on(key: u64, word: u32) -> u64 {
    key.wrapping_mul(FACTOR).wrapping_add(u64::from(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_has_the_same_key_wherever_it_stands() {
        let words: Vec<u32> = (0..40u32).map(|i| i.wrapping_mul(2_654_435_761) % 97).collect();
        for count in 0..words.len() {
            let words = &words[..count];
            let expected: Vec<u64> = words.windows(KEY_WORDS).map(key).collect();
            assert_eq!(keys(words).collect::<Vec<_>>(), expected);
        }
    }
}

//! Sieves: a few bits that say at once of most words that a table does not hold them.
//!
//! Taking clitics and endings off a word asks the tables for dozens of stems, nearly all of which they lack. The build
//! compiles this file, too: it fills the sieves that the library reads.

/// The hash of no bytes.
pub(crate) const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// A hash gone on with over further bytes. Bytes are taken in twos, which an Arabic letter has: a word that is hashed in
/// parts gives the hash of the whole where all parts but the last have an even number of bytes.
#[inline]
pub(crate) fn hash(before: u64, bytes: &[u8]) -> u64 {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let step = |h: u64, pair: u64| (h ^ pair).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = pairs.iter().fold(before, |h, pair| step(h, u64::from(u16::from_le_bytes(*pair))));
    rest.iter().fold(hash, |h, byte| step(h, u64::from(*byte)))
}

/// The hash of a word.
#[inline]
#[allow(dead_code)] // The build hashes bytes.
pub(crate) fn of(word: &str) -> u64 {
    hash(EMPTY, word.as_bytes())
}

/// Which of the words of a sieve (a power of two) holds the bits of a hash, and those bits.
#[inline]
pub(crate) fn place(hash: u64, words: usize) -> (usize, u64) {
    let mixed = (hash ^ hash >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let bits = 1 << (mixed >> 58) | 1 << (mixed >> 52 & 63) | 1 << (mixed >> 46 & 63);
    ((mixed >> 16) as usize & words.wrapping_sub(1), bits)
}

/// Whether a sieve lets a word of this hash pass.
#[inline]
#[allow(dead_code)] // The build only fills sieves.
pub(crate) fn may_hold(sieve: &[u8], hash: u64) -> bool {
    let (at, bits) = place(hash, sieve.len() / 8);
    let word = sieve.get(at * 8..at * 8 + 8).and_then(|b| <[u8; 8]>::try_from(b).ok());
    word.is_some_and(|w| u64::from_le_bytes(w) & bits == bits)
}

/// Where a word of this hash belongs in a hash table, before the table's size is taken into account.
#[inline]
pub(crate) fn slot(hash: u64) -> usize {
    let mixed = (hash ^ hash >> 29).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ mixed >> 32) as usize
}

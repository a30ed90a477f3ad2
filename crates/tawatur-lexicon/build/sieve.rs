//! Fills the sieves that stand in front of the tables.

use std::fs;
use std::path::Path;

use crate::Result;

#[path = "../src/sieve.rs"]
mod shared;

/// Bits a key: three of them set leave about one word in two hundred that passes and is not there.
const BITS: usize = 16;

/// Where a word belongs in a hash table, before the table's size is taken into account.
pub(crate) fn slot(word: &[u8]) -> usize {
    shared::slot(shared::hash(shared::EMPTY, word))
}

/// Writes the sieve of these keys.
pub(crate) fn write<'k>(out: &Path, name: &str, keys: impl ExactSizeIterator<Item = &'k [u8]>) -> Result<()> {
    let mut words = vec![0u64; (keys.len() * BITS / 64).max(1).next_power_of_two()];
    for key in keys {
        let (at, bits) = shared::place(shared::hash(shared::EMPTY, key), words.len());
        words[at] |= bits;
    }
    let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
    fs::write(out.join(format!("{name}.sieve")), bytes)?;
    Ok(())
}

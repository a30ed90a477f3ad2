//! Hash tables of words, as `src/table.rs` reads them.

use std::fs;
use std::path::Path;

use crate::{Result, sieve};

/// Writes the table of these words, each with what is known of it, and the sieve in front of it.
pub(crate) fn write(out: &Path, name: &str, rows: &[(&str, Vec<u8>)]) -> Result<()> {
    let mut slots = vec![0u32; (rows.len() * 2).max(2).next_power_of_two()];
    let mut records: Vec<u8> = Vec::new();
    for (word, known) in rows {
        let start = u32::try_from(records.len())? + 1;
        records.push(u8::try_from(word.len()).map_err(|_| format!("too long: {word}"))?);
        records.extend_from_slice(word.as_bytes());
        records.extend_from_slice(known);
        let mut at = sieve::slot(word.as_bytes()) & (slots.len() - 1);
        while slots[at] != 0 {
            at = (at + 1) & (slots.len() - 1);
        }
        slots[at] = start;
    }
    fs::write(out.join(format!("{name}.slots")), slots.iter().flat_map(|s| s.to_le_bytes()).collect::<Vec<u8>>())?;
    fs::write(out.join(format!("{name}.records")), records)?;
    sieve::write(out, name, rows.iter().map(|(word, _)| word.as_bytes()))
}

//! Base forms of ordinary words: which parts of speech each can be.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::{Result, sieve};

/// Files and their bits, as in `StemKind` of the library.
const FILES: [(&str, u64); 5] =
    [("noun.txt", 1), ("verb.txt", 2), ("proper.txt", 4), ("whole.txt", 8), ("split.txt", 16)];

/// Bytes of a word's beginning, as in the library.
const BEGINNING: usize = 8;

/// Compiles the word lists of a folder into one map from word to kinds.
pub(crate) fn write(folder: &Path, out: &Path) -> Result<()> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (name, bit) in FILES {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for word in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            *words.entry(tawatur_text::fold_word(word)).or_default() |= bit;
        }
    }
    sieve::write(out, "stems", words.keys().map(String::as_bytes))?;
    let beginnings: BTreeSet<&[u8]> = words.keys().filter_map(|w| w.as_bytes().get(..BEGINNING)).collect();
    sieve::write(out, "beginnings", beginnings.into_iter())?;
    let mut builder = fst::MapBuilder::memory();
    for (word, bits) in words {
        builder.insert(word, bits)?;
    }
    fs::write(out.join("stems.fst"), builder.into_inner()?)?;
    Ok(())
}

//! Base forms of ordinary words: which parts of speech each can be.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::{Result, hash, sieve};

/// Files and their bits, as in `StemKind` of the library.
const FILES: [(&str, u8); 5] =
    [("noun.txt", 1), ("verb.txt", 2), ("proper.txt", 4), ("whole.txt", 8), ("split.txt", 16)];

/// Bytes of a word's beginning, as in the library.
const BEGINNING: usize = 8;

/// Compiles the word lists of a folder into one map from word to kinds.
pub(crate) fn write(folder: &Path, out: &Path) -> Result<()> {
    let mut words: BTreeMap<String, u8> = BTreeMap::new();
    for (name, bit) in FILES {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for word in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            *words.entry(tawatur_text::fold_word(word)).or_default() |= bit;
        }
    }
    let beginnings: BTreeSet<&[u8]> = words.keys().filter_map(|w| w.as_bytes().get(..BEGINNING)).collect();
    sieve::write(out, "beginnings", beginnings.into_iter())?;
    let rows: Vec<(&str, Vec<u8>)> = words.iter().map(|(word, bits)| (word.as_str(), vec![*bits])).collect();
    hash::write(out, "stems", &rows)
}

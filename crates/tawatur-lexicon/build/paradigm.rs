//! Inflection: how the forms of a word are made from its base form.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Result;

/// One form of a paradigm.
pub(crate) struct Form {
    prefix: String,
    suffix: String,
    drop_first: usize,
    drop_last: usize,
    /// Bits of `FormFlags`.
    pub(crate) flags: u8,
}

impl Form {
    /// The form of this base; none where the base is too short for it.
    pub(crate) fn of(&self, base: &str) -> Option<String> {
        let chars: Vec<char> = base.chars().collect();
        let end = chars.len().checked_sub(self.drop_last)?;
        let stem = chars.get(self.drop_first..end)?;
        if stem.is_empty() {
            return None;
        }
        let stem: String = stem.iter().collect();
        Some(format!("{}{stem}{}", self.prefix, self.suffix))
    }
}

/// Paradigms by name.
pub(crate) type Paradigms = BTreeMap<String, Vec<Form>>;

/// Reads `paradigm.csv`: `paradigm,drop_first,drop_last,flags,prefix,suffix`.
pub(crate) fn read(path: &Path) -> Result<Paradigms> {
    println!("cargo::rerun-if-changed={}", path.display());
    let mut found = Paradigms::new();
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path)?;
    for record in reader.records() {
        let record = record?;
        let field = |i: usize| record.get(i).unwrap_or("").trim();
        let form = Form {
            drop_first: field(1).parse().map_err(|e| format!("{record:?}: {e}"))?,
            drop_last: field(2).parse().map_err(|e| format!("{record:?}: {e}"))?,
            flags: flags(field(3))?,
            prefix: tawatur_text::fold_word(field(4)),
            suffix: tawatur_text::fold_word(field(5)),
        };
        found.entry(field(0).to_owned()).or_default().push(form);
    }
    Ok(found)
}

/// Bits of the flags named, as in `FormFlags` of the library.
pub(crate) fn flags(names: &str) -> Result<u8> {
    let mut bits = 0;
    for name in names.split('|').filter(|n| !n.is_empty()) {
        bits |= match name {
            "dual" => 1,
            "plural" => 2,
            "feminine" => 4,
            "accusative" => 8,
            "present" => 16,
            "construct" => 32,
            other => return Err(format!("unknown form flag '{other}'").into()),
        };
    }
    Ok(bits)
}

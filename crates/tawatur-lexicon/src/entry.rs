//! Entries of the lexicon and how a word is read as one.

use crate::{Clitics, SenseId};

/// The number of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub(crate) u32);

/// One row of the data files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row's id; empty for bulk rows that have none.
    pub id: &'static str,
    /// `key=value` pairs and flags, separated by `|`.
    pub features: &'static str,
    /// The base form as written in the file.
    pub lemma: &'static str,
    /// Its class and sense.
    pub sense: SenseId,
}

impl Entry {
    /// The features that have a value, each with it.
    pub fn key_values(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.features.split('|').filter_map(|feature| feature.split_once('='))
    }

    /// The value of a feature; the empty string for a flag without one.
    pub fn feature(&self, key: &str) -> Option<&'static str> {
        let mut rest = self.features;
        // Features are short and few: going over their bytes takes less time than any search.
        loop {
            let end = rest.bytes().position(|b| b == b'|').unwrap_or(rest.len());
            let (feature, behind) = rest.split_at_checked(end)?;
            if feature.as_bytes().first() != key.as_bytes().first() {
                rest = behind.get(1..)?;
                continue;
            }
            match feature.strip_prefix(key) {
                Some("") => return Some(""),
                Some(value) if value.starts_with('=') => return value.get(1..),
                _ => rest = behind.get(1..)?,
            }
        }
    }
}

/// What is known of the inflected form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormFlags(pub(crate) u8);

impl FormFlags {
    /// Dual.
    pub const fn is_dual(self) -> bool {
        self.0 & 1 != 0
    }

    /// Plural, sound or broken.
    pub const fn is_plural(self) -> bool {
        self.0 & 2 != 0
    }

    /// Feminine ending.
    pub const fn is_feminine(self) -> bool {
        self.0 & 4 != 0
    }

    /// Accusative ending of indefinite nouns.
    pub const fn is_accusative(self) -> bool {
        self.0 & 8 != 0
    }

    /// Present tense.
    pub const fn is_present(self) -> bool {
        self.0 & 16 != 0
    }

    /// A form that needs a noun or pronoun after it.
    pub const fn is_construct(self) -> bool {
        self.0 & 32 != 0
    }

    /// Whether this is a name whose article, or lack of one, must be as in the data.
    pub(crate) const fn article_is_exact(self) -> bool {
        self.0 & 64 != 0
    }

    /// Whether such a name begins with the article.
    pub(crate) const fn has_article(self) -> bool {
        self.0 & 128 != 0
    }
}

/// One way to read a word: entry, form and clitics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// The entry.
    pub entry: EntryId,
    /// Its class and sense.
    pub sense: SenseId,
    /// The inflected form.
    pub form: FormFlags,
    /// The clitics around it.
    pub clitics: Clitics,
}

//! The compiled tables.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use crate::{Result, hash, sieve};

/// Set on a form that is looked up as it stands: its article is part of the name.
const EXACT_ARTICLE: u8 = 64;
/// Set on an exact form whose name begins with the article.
const HAS_ARTICLE: u8 = 128;

/// A form of an entry.
type Posting = (u32, u8);

/// What the build collects and writes.
#[derive(Default)]
pub(crate) struct Table {
    pool: String,
    pooled: HashMap<String, (u32, u32)>,
    senses: BTreeMap<String, u16>,
    sense_names: Vec<String>,
    /// id, sense, class name, features, lemma.
    entries: Vec<[u8; ENTRY]>,
    forms: BTreeMap<String, BTreeSet<Posting>>,
    phrases: BTreeMap<String, BTreeSet<Posting>>,
}

/// Bytes of one entry record: three (offset, length) pairs, the sense, offset and length of the country among the features.
pub(crate) const ENTRY: usize = 4 * 6 + 2 + 4 + 1;

impl Table {
    /// Adds an entry and gives its number.
    pub(crate) fn entry(&mut self, id: &str, class: &str, sense: &str, features: &str, lemma: &str) -> u32 {
        let key = format!("{class}:{sense}");
        let next = self.senses.len() as u16;
        let sense = *self.senses.entry(key.clone()).or_insert(next);
        if sense == next {
            self.sense_names.push(key);
        }
        let mut record = [0u8; ENTRY];
        for (i, text) in [id, features, lemma].iter().enumerate() {
            let (offset, length) = self.intern(text);
            record[i * 8..i * 8 + 4].copy_from_slice(&offset.to_le_bytes());
            record[i * 8 + 4..i * 8 + 8].copy_from_slice(&length.to_le_bytes());
        }
        record[24..26].copy_from_slice(&sense.to_le_bytes());
        let country = features.split('|').find_map(|f| f.strip_prefix("country=")).unwrap_or_default();
        let (offset, length) = self.intern(country);
        record[26..30].copy_from_slice(&offset.to_le_bytes());
        record[30] = length.min(255) as u8;
        self.entries.push(record);
        self.entries.len() as u32 - 1
    }

    fn intern(&mut self, text: &str) -> (u32, u32) {
        if let Some(found) = self.pooled.get(text) {
            return *found;
        }
        let place = (self.pool.len() as u32, text.len() as u32);
        self.pool.push_str(text);
        self.pooled.insert(text.to_owned(), place);
        place
    }

    /// Adds a form of an entry. `exact`: a name, whose article (or lack of one) belongs to it.
    pub(crate) fn form(&mut self, folded: &str, entry: u32, flags: u8, exact: bool) -> Result<()> {
        let folded = folded.trim();
        if folded.is_empty() {
            return Err("empty form".into());
        }
        let (stem, article) = match folded.strip_prefix("ال") {
            Some(rest) if exact && rest.chars().count() >= 2 => (rest, true),
            _ => (folded, false),
        };
        let mut flags = flags;
        if exact {
            flags |= EXACT_ARTICLE | if article { HAS_ARTICLE } else { 0 };
        }
        match stem.split_once(' ') {
            None => {
                self.forms.entry(stem.to_owned()).or_default().insert((entry, flags));
            }
            Some(_) => self.phrase(stem, folded, entry, flags, exact)?,
        }
        Ok(())
    }

    /// Phrases are keyed by their words with single spaces, the article of the first left off.
    fn phrase(&mut self, stem: &str, folded: &str, entry: u32, flags: u8, exact: bool) -> Result<()> {
        let key = match folded.strip_prefix("ال") {
            Some(rest) if !exact && rest.split(' ').next().is_some_and(|w| w.chars().count() >= 2) => rest,
            _ => stem,
        };
        let article = folded.len() != key.len();
        let flags = (flags & !(EXACT_ARTICLE | HAS_ARTICLE)) | EXACT_ARTICLE | if article { HAS_ARTICLE } else { 0 };
        let words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).collect();
        self.phrases.entry(words.join(" ")).or_default().insert((entry, flags));
        Ok(())
    }

    /// Writes all tables.
    pub(crate) fn write(self, out: &Path) -> Result<()> {
        fs::write(out.join("pool.bin"), &self.pool)?;
        fs::write(out.join("entries.bin"), self.entries.concat())?;
        fs::write(out.join("senses.txt"), self.sense_names.join("\n"))?;
        let rows: Vec<(&str, Vec<u8>)> = self.forms.iter().map(|(f, set)| (f.as_str(), self.postings(set))).collect();
        hash::write(out, "forms", &rows)?;
        self.write_phrases(out)?;
        let heads: BTreeSet<&[u8]> =
            self.phrases.keys().filter_map(|p| p.split(' ').next()).map(str::as_bytes).collect();
        sieve::write(out, "heads", heads.into_iter())?;
        let seconds: BTreeSet<&[u8]> =
            self.phrases.keys().filter_map(|p| p.split(' ').nth(1)).map(str::as_bytes).collect();
        sieve::write(out, "seconds", seconds.into_iter())?;
        // Hashed as one word: the reader goes on from the hash of the first.
        let pair = |p: &String| p.split(' ').take(2).collect::<String>();
        let pairs: BTreeSet<String> = self.phrases.keys().map(pair).collect();
        sieve::write(out, "pairs", pairs.iter().map(String::as_bytes))?;
        Ok(())
    }

    /// An FST from phrase to the place of its postings.
    fn write_phrases(&self, out: &Path) -> Result<()> {
        let mut builder = fst::MapBuilder::memory();
        let mut postings = Vec::new();
        for (phrase, set) in &self.phrases {
            builder.insert(phrase, postings.len() as u64)?;
            postings.extend(self.postings(set));
        }
        fs::write(out.join("phrases.fst"), builder.into_inner()?)?;
        fs::write(out.join("phrases.bin"), postings)?;
        Ok(())
    }

    /// A count byte, then seven bytes a posting: entry, sense, flags.
    fn postings(&self, set: &BTreeSet<Posting>) -> Vec<u8> {
        let mut bytes = vec![set.len().min(255) as u8];
        for (entry, flags) in set.iter().take(255) {
            bytes.extend_from_slice(&entry.to_le_bytes());
            bytes.extend_from_slice(&self.entries[*entry as usize][24..26]);
            bytes.push(*flags);
        }
        bytes
    }
}

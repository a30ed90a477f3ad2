//! Rows that users add to the lexicon that is built into the program.

use std::fmt;

use fst::Map;
use rustc_hash::FxHashMap;
use tawatur_text::fold_word;

use crate::entry::{Entry, EntryId, FormFlags};
use crate::lexicon::Lexicon;
use crate::{SenseId, sieve};

/// Set on the place of postings that users' rows have; no table is as long.
pub(crate) const ADDED: usize = 1 << 31;
/// Flags of a name: its article, or lack of one, belongs to it.
const EXACT_ARTICLE: u8 = 64;
const HAS_ARTICLE: u8 = 128;

/// What a user's row names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddedKind {
    /// A person.
    Person,
    /// A country.
    Country,
    /// A province or the like.
    Region,
    /// A city, town or village.
    City,
    /// A stretch of land.
    Area,
    /// A building, camp, crossing or other spot.
    Site,
    /// A river, lake or sea.
    Water,
    /// A news agency.
    Agency,
    /// A newspaper, station or news site.
    Outlet,
    /// A body of a state.
    State,
    /// A security service or a part of an army.
    Security,
    /// An armed group.
    Armed,
    /// An international body.
    International,
    /// A body of citizens.
    Ngo,
    /// A company.
    Company,
    /// A party.
    Party,
}

impl AddedKind {
    /// All kinds with the words that files use for them and the senses that they have.
    const ALL: [(Self, &'static str, &'static str); 16] = [
        (Self::Person, "person", "name:both"),
        (Self::Country, "country", "place:country"),
        (Self::Region, "region", "place:region"),
        (Self::City, "city", "place:city"),
        (Self::Area, "area", "place:area"),
        (Self::Site, "site", "place:site"),
        (Self::Water, "water", "place:water"),
        (Self::Agency, "agency", "organisation:agency"),
        (Self::Outlet, "outlet", "organisation:outlet"),
        (Self::State, "state", "organisation:state"),
        (Self::Security, "security", "organisation:security"),
        (Self::Armed, "armed", "organisation:armed"),
        (Self::International, "international", "organisation:international"),
        (Self::Ngo, "ngo", "organisation:ngo"),
        (Self::Company, "company", "organisation:company"),
        (Self::Party, "party", "organisation:party"),
    ];

    /// The kind that files write so.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name, _)| *name == word).map(|(kind, ..)| *kind)
    }

    /// The words that files use, in order.
    pub fn words() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name, _)| *name)
    }

    /// Whether it is a place.
    pub fn is_place(self) -> bool {
        self.sense().starts_with("place:")
    }

    /// Whether it is a body.
    pub fn is_organisation(self) -> bool {
        self.sense().starts_with("organisation:")
    }

    /// The sense of its rows.
    pub(crate) fn sense(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., sense)| sense)
    }
}

/// One name that a user adds. Rows of one id and kind are names of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedRow {
    /// What it names.
    pub kind: AddedKind,
    /// What identifies it.
    pub id: String,
    /// Its English name; empty for none.
    pub en: String,
    /// The code of its country; empty for none.
    pub country: String,
    /// Latitude and longitude of a place, in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// The name, in Arabic.
    pub name: String,
}

/// The lexicon is in use already: rows can be added only before anything is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InUse;

impl fmt::Display for InUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows can be added to the lexicon only before anything is read")
    }
}

impl std::error::Error for InUse {}

/// A form of an entry.
pub(crate) type Posting = (EntryId, SenseId, FormFlags);

/// The rows of users, looked up beside those of the program.
#[derive(Debug)]
pub(crate) struct Added {
    first: u32,
    entries: Vec<Entry>,
    forms: FxHashMap<String, usize>,
    phrases: Map<&'static [u8]>,
    /// The user's own postings of a form or phrase, then those of the program.
    postings: Vec<Vec<Posting>>,
}

impl Added {
    /// Compiles rows for a lexicon. What they hold stays for the life of the program, as its own data does.
    pub(crate) fn new(lexicon: &Lexicon, rows: &[AddedRow]) -> Self {
        let first = lexicon.entries().count() as u32;
        let mut made = Maker { lexicon, first, entries: Vec::new(), forms: Vec::new(), phrases: Vec::new() };
        rows.iter().for_each(|row| made.add(row));
        made.finish()
    }

    /// The row behind a number.
    pub(crate) fn entry(&self, id: EntryId) -> Option<Entry> {
        self.entries.get(id.0.checked_sub(self.first)? as usize).copied()
    }

    /// All rows.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Where the postings of a stem lie.
    pub(crate) fn form(&self, stem: &str) -> Option<usize> {
        self.forms.get(stem).copied()
    }

    /// The phrases.
    pub(crate) fn phrases(&self) -> &Map<&'static [u8]> {
        &self.phrases
    }

    /// The postings at a place; none where it is one of the program's own.
    pub(crate) fn postings(&self, at: usize) -> &[Posting] {
        let own = (at & ADDED != 0).then(|| self.postings.get(at & !ADDED));
        own.flatten().map_or(&[], Vec::as_slice)
    }
}

struct Maker<'l> {
    lexicon: &'l Lexicon,
    first: u32,
    entries: Vec<Entry>,
    forms: Vec<(String, Posting)>,
    phrases: Vec<(String, Posting)>,
}

impl Maker<'_> {
    fn add(&mut self, row: &AddedRow) {
        let Some(sense) = self.lexicon.sense(row.kind.sense()) else { return };
        let kind = row.kind.sense().split(':').next().unwrap_or_default();
        let prefix = match kind {
            "organisation" => "org",
            "name" => "person",
            _ => kind,
        };
        let id = EntryId(self.first + self.entries.len() as u32);
        let features = features(row);
        let [own, features, lemma] = [format!("{prefix}-user-{}", row.id), features, row.name.clone()].map(kept);
        self.entries.push(Entry { id: own, features, lemma, sense });
        let folded = fold_word(&row.name).split_whitespace().collect::<Vec<_>>().join(" ");
        self.form(&folded, (id, sense));
        if row.kind == AddedKind::Person && folded.contains(' ') {
            // A word that nothing knows is a name wherever it stands once it is a part of one.
            for word in folded.split(' ').filter(|w| w.chars().count() > 2) {
                if self.lexicon.analyse(word).is_empty() {
                    self.form(word, (id, sense));
                }
            }
        }
    }

    fn form(&mut self, folded: &str, (id, sense): (EntryId, SenseId)) {
        let bare = folded.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2);
        let flags = EXACT_ARTICLE | if bare.is_some() { HAS_ARTICLE } else { 0 };
        let stem = bare.unwrap_or(folded).to_owned();
        let table = if stem.contains(' ') { &mut self.phrases } else { &mut self.forms };
        table.push((stem, (id, sense, FormFlags(flags))));
    }

    fn finish(self) -> Added {
        let Self { lexicon, first, entries, mut forms, mut phrases } = self;
        let mut postings: Vec<Vec<Posting>> = Vec::new();
        let (mut found, mut builder) = (FxHashMap::default(), fst::MapBuilder::memory());
        forms.sort_by(|a, b| a.0.cmp(&b.0));
        for run in forms.chunk_by(|a, b| a.0 == b.0) {
            let Some((stem, _)) = run.first() else { continue };
            let known = lexicon.form(stem, sieve::of(stem)).into_iter().flat_map(|at| lexicon.form_postings(at));
            found.insert(stem.clone(), ADDED | postings.len());
            postings.push(run.iter().map(|(_, p)| *p).chain(known).collect());
        }
        phrases.sort_by(|a, b| a.0.cmp(&b.0));
        for run in phrases.chunk_by(|a, b| a.0 == b.0) {
            let Some((words, _)) = run.first() else { continue };
            let known = lexicon.phrases.map().get(words).into_iter().flat_map(|at| lexicon.phrase_readings(at));
            // Words are in order and each is given once, which is all that the builder asks for.
            if builder.insert(words, postings.len() as u64).is_ok() {
                postings.push(run.iter().map(|(_, p)| *p).chain(known).collect());
            }
        }
        let bytes: &'static [u8] = Box::leak(builder.into_inner().unwrap_or_default().into_boxed_slice());
        let phrases = Map::new(bytes).unwrap_or_else(|_| crate::trie::empty_map());
        Added { first, entries, forms: found, phrases, postings }
    }
}

fn features(row: &AddedRow) -> String {
    let mut all = vec!["trust=1".to_owned()];
    let clean = |text: &str| text.replace('|', "/");
    if !row.en.is_empty() {
        all.push(format!("en={}", clean(&row.en)));
    }
    if !row.country.is_empty() {
        all.push(format!("country={}", clean(&row.country)));
    }
    if let Some((lat, lon)) = row.coordinates {
        all.push(format!("lat={lat}|lon={lon}"));
    }
    all.join("|")
}

fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

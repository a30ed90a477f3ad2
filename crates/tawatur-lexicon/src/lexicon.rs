//! The compiled lexicon.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::added::{Added, AddedRow, InUse, Posting};
use crate::class::Class;
use crate::entry::{Entry, EntryId, FormFlags, Reading};
use crate::split::splits;
use crate::table::Table;
use crate::trie::Trie;
use crate::{Clitics, SenseId, sieve};

static POOL: &str = include_str!(concat!(env!("OUT_DIR"), "/pool.bin"));
static ENTRIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/entries.bin"));
static SENSES: &str = include_str!(concat!(env!("OUT_DIR"), "/senses.txt"));
static FORMS: Table = Table::new(
    include_bytes!(concat!(env!("OUT_DIR"), "/forms.sieve")),
    include_bytes!(concat!(env!("OUT_DIR"), "/forms.slots")),
    include_bytes!(concat!(env!("OUT_DIR"), "/forms.records")),
);
static PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.fst"));
static HEAD_SIEVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/heads.sieve"));
static SECOND_SIEVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/seconds.sieve"));
static PAIR_SIEVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pairs.sieve"));
static PHRASE_POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));

/// Bytes of an entry record, as the build writes them.
const ENTRY: usize = 31;
/// At most this many readings of one word are kept; the plainest come first.
const MOST_READINGS: usize = 12;

/// The lexicon: every word, inflected form and name of the data files.
#[derive(Debug)]
pub struct Lexicon {
    /// The sieve knows the first words only.
    pub(crate) phrases: Trie,
    senses: FxHashMap<&'static str, SenseId>,
    sense_names: Vec<&'static str>,
    classes: Vec<Class>,
    /// What users added.
    pub(crate) added: Option<Added>,
}

static BUILTIN: OnceLock<Lexicon> = OnceLock::new();

impl Lexicon {
    /// The lexicon built into the program, with the rows that were added to it.
    pub fn builtin() -> &'static Self {
        BUILTIN.get_or_init(Self::open)
    }

    /// Adds rows to the lexicon, for as long as the program runs. A name that the lexicon has, too, keeps its other
    /// meanings.
    ///
    /// # Errors
    /// When anything was read before, or rows were added before.
    pub fn add(rows: &[AddedRow]) -> Result<(), InUse> {
        let mut lexicon = Self::open();
        lexicon.added = Some(Added::new(&lexicon, rows));
        BUILTIN.set(lexicon).map_err(|_| InUse)
    }

    /// The row, among those that were added, by which a name is one of that class.
    pub fn added(&self, class: Class, name: &str) -> Option<Entry> {
        let rows = self.added.as_ref()?.entries().iter().filter(|e| self.class(e.sense) == class);
        let folded = tawatur_text::fold_word(name);
        rows.into_iter().find(|e| tawatur_text::fold_word(e.lemma) == folded).copied()
    }

    fn open() -> Self {
        let sense_names: Vec<&'static str> = SENSES.lines().collect();
        let senses = sense_names.iter().enumerate().map(|(i, name)| (*name, SenseId(i as u16))).collect();
        let classes = sense_names.iter().map(|n| Class::parse(n.split(':').next().unwrap_or_default())).collect();
        Self { phrases: Trie::open(PHRASES, HEAD_SIEVE), senses, sense_names, classes, added: None }
    }

    /// The number of a `class:sense`; none when no row of the data has it.
    pub fn sense(&self, name: &str) -> Option<SenseId> {
        self.senses.get(name).copied()
    }

    /// The `class:sense` of a number.
    pub fn sense_name(&self, sense: SenseId) -> &'static str {
        self.sense_names.get(sense.index()).copied().unwrap_or("")
    }

    /// All senses.
    pub fn senses(&self) -> impl Iterator<Item = SenseId> + use<> {
        (0..self.sense_names.len()).map(|i| SenseId(i as u16))
    }

    /// How many senses there are.
    pub fn sense_count(&self) -> usize {
        self.sense_names.len()
    }

    /// The class of a sense.
    pub fn class(&self, sense: SenseId) -> Class {
        self.classes.get(sense.index()).copied().unwrap_or(Class::Other)
    }

    /// The row behind a number.
    // Inlined, a caller reads only the part of the row that it asks for.
    #[inline]
    pub fn entry(&self, id: EntryId) -> Entry {
        let at = id.0 as usize * ENTRY;
        let Some(record) = ENTRIES.get(at..at + ENTRY) else { return self.added_entry(id) };
        let text = |i: usize| {
            let (offset, length) = (number(record, i * 8), number(record, i * 8 + 4));
            POOL.get(offset..offset + length).unwrap_or("")
        };
        Entry { id: text(0), features: text(1), lemma: text(2), sense: sense_of(id) }
    }

    #[cold]
    fn added_entry(&self, id: EntryId) -> Entry {
        let none = Entry { id: "", features: "", lemma: "", sense: SenseId(0) };
        self.added.as_ref().and_then(|a| a.entry(id)).unwrap_or(none)
    }

    /// The country of a row, by its feature of that name.
    pub fn country(&self, id: EntryId) -> Option<&'static str> {
        let Some(record) = ENTRIES.get(id.0 as usize * ENTRY..).filter(|r| r.len() >= ENTRY) else {
            return self.added_entry(id).feature("country");
        };
        let (offset, length) = (number(record, 26), usize::from(*record.get(30)?));
        POOL.get(offset..offset + length).filter(|country| !country.is_empty())
    }

    /// Every row of the program, in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        (0..ENTRIES.len() / ENTRY).map(|i| self.entry(EntryId(i as u32)))
    }

    /// Every row of a class, in order.
    pub fn entries_of(&self, class: Class) -> impl Iterator<Item = Entry> + '_ {
        let ids = (0..ENTRIES.len() / ENTRY).map(|i| EntryId(i as u32));
        ids.filter(move |id| self.class(sense_of(*id)) == class).map(|id| self.entry(id))
    }

    /// All readings of a folded word, those with fewest clitics first.
    pub fn analyse(&self, word: &str) -> Vec<Reading> {
        let mut found = Vec::new();
        splits(word, &mut |stem, clitics| self.collect(self.form(stem, sieve::of(stem)), clitics, &mut found));
        Self::plainest(&mut found);
        found
    }

    /// Leaves the readings to keep, in order.
    pub(crate) fn plainest(found: &mut Vec<Reading>) {
        if !found.is_sorted_by_key(|r| r.clitics.count()) {
            found.sort_by_key(|r| r.clitics.count());
        }
        found.truncate(MOST_READINGS);
    }

    /// Where the postings of a stem with this hash lie.
    #[inline]
    pub(crate) fn form(&self, stem: &str, hash: u64) -> Option<usize> {
        match self.added.as_ref().and_then(|a| a.form(stem)) {
            None => FORMS.find(stem, hash),
            added => added,
        }
    }

    /// The rows that have a form, users' rows first.
    pub(crate) fn form_postings(&self, at: usize) -> impl Iterator<Item = Posting> + '_ {
        self.added_postings(at).iter().copied().chain(postings(FORMS.from(at)))
    }

    fn added_postings(&self, at: usize) -> &[Posting] {
        self.added.as_ref().map_or(&[], |a| a.postings(at))
    }

    /// Calls `visit` with the sense of every row that fits a form with these clitics.
    pub(crate) fn each_reading(&self, form: usize, clitics: Clitics, mut visit: impl FnMut(SenseId)) {
        for (entry, sense, form) in self.form_postings(form) {
            if self.fits(Reading { entry, sense, form, clitics }) {
                visit(sense);
            }
        }
    }

    /// Adds the readings of a form with these clitics.
    pub(crate) fn collect(&self, form: Option<usize>, clitics: Clitics, found: &mut Vec<Reading>) {
        let Some(form) = form else { return };
        for (entry, sense, form) in self.form_postings(form) {
            let reading = Reading { entry, sense, form, clitics };
            if self.fits(reading) && !found.contains(&reading) {
                found.push(reading);
            }
        }
    }

    /// Whether a reading's clitics suit its class and its article.
    fn fits(&self, reading: Reading) -> bool {
        if reading.form.article_is_exact() && reading.form.has_article() != reading.clitics.has(Clitics::AL) {
            return false;
        }
        self.class(reading.sense).takes(reading.clitics, reading.form.is_present())
    }

    /// Whether a word of this hash may be the second of a phrase. Users' phrases have no sieve.
    pub(crate) fn may_be_second(&self, hash: u64) -> bool {
        self.added.is_some() || sieve::may_hold(SECOND_SIEVE, hash)
    }

    /// Whether two words of this hash may begin a phrase.
    #[inline]
    pub(crate) fn may_be_pair(&self, hash: u64) -> bool {
        sieve::may_hold(PAIR_SIEVE, hash)
    }

    /// The rows that have a phrase, users' rows first.
    pub(crate) fn phrase_readings(&self, at: u64) -> impl Iterator<Item = Posting> + '_ {
        let own = self.added_postings(at as usize).iter().copied();
        own.chain(postings(PHRASE_POSTINGS.get(at as usize..).unwrap_or_default()))
    }
}

/// The sense of a row.
#[inline]
fn sense_of(id: EntryId) -> SenseId {
    let at = id.0 as usize * ENTRY + 24;
    let bytes = ENTRIES.get(at..at + 2).and_then(|b| <[u8; 2]>::try_from(b).ok());
    SenseId(bytes.map_or(0, u16::from_le_bytes))
}

/// The postings that these bytes begin with, as the build writes them.
fn postings(bytes: &'static [u8]) -> impl Iterator<Item = Posting> {
    let (count, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let (postings, _) = rest.as_chunks::<7>();
    postings.iter().take(usize::from(*count)).map(|[a, b, c, d, low, high, flags]| {
        let sense = SenseId(u16::from_le_bytes([*low, *high]));
        (EntryId(u32::from_le_bytes([*a, *b, *c, *d])), sense, FormFlags(*flags))
    })
}

/// Four bytes, little end first.
fn number(bytes: &[u8], at: usize) -> usize {
    let word = bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
    word.map_or(0, |w| u32::from_le_bytes(w) as usize)
}

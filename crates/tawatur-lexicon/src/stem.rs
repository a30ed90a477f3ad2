//! Ordinary words: whether a folded word without clitics is an inflected form of one.

use crate::letters::without_end;
use crate::sieve;
use crate::table::Table;

static STEMS: Table = Table::new(
    include_bytes!(concat!(env!("OUT_DIR"), "/stems.sieve")),
    include_bytes!(concat!(env!("OUT_DIR"), "/stems.slots")),
    include_bytes!(concat!(env!("OUT_DIR"), "/stems.records")),
);
static BEGINNING_SIEVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/beginnings.sieve"));

/// What parts of speech an ordinary word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StemKind(u8);

impl StemKind {
    const NOUN: Self = Self(1);
    const VERB: Self = Self(2);
    const PROPER: Self = Self(4);
    const PRESENT: Self = Self(8);
    const PAST: Self = Self(16);

    /// Whether no part of speech is known.
    pub const fn is_unknown(self) -> bool {
        self.0 == 0
    }

    /// Whether it can be a noun or adjective.
    pub const fn is_noun(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether it can be a verb.
    pub const fn is_verb(self) -> bool {
        self.0 & 2 != 0
    }

    /// Whether it can be a proper name.
    pub const fn is_proper(self) -> bool {
        self.0 & 4 != 0
    }

    /// Whether it can be a verb of present tense.
    pub const fn is_present(self) -> bool {
        self.0 & 8 != 0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// An ending, and what stands in the base form in its place.
type Ending = (&'static str, &'static [&'static str]);
/// Endings by their last letter.
type Endings = [(&'static str, &'static [Ending])];

/// Endings of nouns and adjectives.
const NOUN_ENDINGS: &Endings = &[
    ("ت", &[("ات", &["", "ه"]), ("يات", &["", "ا", "ه"]), ("ت", &["ه"])]),
    (
        "ن",
        &[
            ("ون", &["", "ي"]),
            ("ين", &["", "ي"]),
            ("ان", &[""]),
            ("تان", &["ه"]),
            ("تين", &["ه"]),
            ("يون", &["", "ا", "ه"]),
            ("يين", &["", "ا", "ه"]),
        ],
    ),
    ("ي", &[("تي", &["ه"]), ("ي", &["", "ا", "ه", "يا"])]),
    ("ا", &[("تا", &["ه"]), ("ا", &["", "ي"]), ("يا", &["", "ي"])]),
    ("ه", &[("يه", &["", "ي", "ا", "ه"])]),
    ("و", &[("و", &[""])]),
];

/// Endings of verbs in the past and in the present.
const PAST_ENDINGS: &Endings = &[
    ("ت", &[("ت", &["", "ي", "ا"])]),
    ("ا", &[("وا", &["", "ي", "ا"]), ("نا", &[""]), ("ا", &["", "ي"]), ("تا", &["", "ي"])]),
    ("ن", &[("ن", &[""])]),
    ("م", &[("تم", &[""])]),
    ("و", &[("و", &["", "ي", "ا"])]),
];
const PRESENT_ENDINGS: &Endings = &[
    ("ن", &[("ون", &["", "ي"]), ("ان", &["", "ي"]), ("ن", &[""]), ("ين", &["", "ي"])]),
    ("ا", &[("وا", &["", "ي"]), ("ا", &["", "ي"])]),
];
/// A present whose last letter has gone.
const PRESENT_CUT: &[Ending] = &[("", &["ي", "و", "ا"])];

/// The endings that a word may have by its last letter.
fn by_last(endings: &Endings, word: &str) -> &'static [Ending] {
    let last = word.as_bytes().last_chunk::<LETTER>();
    let found = endings.iter().find(|(letter, _)| letter.as_bytes().first_chunk() == last);
    found.map_or(&[], |(_, endings)| endings)
}

/// What a folded word without clitics can be; `listed` is what the list of ordinary words says of it.
pub(crate) fn stem_kind(word: &str, listed: Listed) -> StemKind {
    if word.chars().nth(1).is_none() {
        return StemKind::default();
    }
    let mut kind = listed.kind();
    if kind.is_verb() {
        kind = kind.with(if word.starts_with('ي') { StemKind::PRESENT } else { StemKind::PAST });
    }
    let letters = letters(word);
    let whole = Beginnings::of("", word, letters);
    // The feminine ending is told from the pronoun by the caller, who knows how the word is written.
    let feminine = word.strip_suffix('ه').filter(|base| base.chars().nth(2).is_some());
    if !kind.is_noun() && feminine.is_some_and(|base| whole.with(base, "").is_noun()) {
        kind = kind.with(StemKind::NOUN);
    }
    if !kind.is_noun() && whole.derived(by_last(NOUN_ENDINGS, word), 3, |rest, base| whole.with(rest, base).is_noun()) {
        kind = kind.with(StemKind::NOUN);
    }
    if kind.0 & StemKind::PAST.0 == 0 && is_past(&whole) {
        kind = kind.with(StemKind::VERB).with(StemKind::PAST);
    }
    if !kind.is_present() && is_present(word, letters) {
        kind = kind.with(StemKind::VERB).with(StemKind::PRESENT);
    }
    kind
}

/// Whether a base of the past is known; of forms in ت only their present is listed (`تراجع` by `يتراجع`).
fn is_past(whole: &Beginnings<'_>) -> bool {
    // No base of the past begins with ي, and an ending takes no first letter away.
    if whole.word.starts_with('ي') {
        return false;
    }
    let endings = by_last(PAST_ENDINGS, whole.word);
    if endings.is_empty() {
        return false;
    }
    if !whole.word.starts_with('ت') {
        return whole.derived(endings, 2, |rest, base| whole.with(rest, base).is_verb());
    }
    let present = Beginnings::of("ي", whole.word, whole.letters + 1);
    let either = Beginnings { known: whole.known || present.known, ..*whole };
    either.derived(endings, 2, |rest, base| {
        whole.with(rest, base).is_verb() || rest.starts_with('ت') && present.with(rest, base).is_verb()
    })
}

/// Whether a word of so many letters is a form of the present; the first letter tells only the person.
fn is_present(word: &str, letters: usize) -> bool {
    let mut rest = word.chars();
    let Some('ي' | 'ت' | 'ن' | 'ا') = rest.next() else { return false };
    let whole = Beginnings::of("ي", rest.as_str(), letters);
    let is_verb = |rest: &str, base: &str| whole.with(rest, base).is_verb();
    whole.known && is_verb(whole.word, "")
        || whole.derived(by_last(PRESENT_ENDINGS, whole.word), 3, is_verb)
        || whole.derived(PRESENT_CUT, 3, is_verb)
}

/// Bytes of a word's beginning that the list is asked for first: four letters.
const BEGINNING: usize = 8;
/// Letters of a word whose beginnings are hashed beforehand.
const HASHED: usize = 16;

/// A word that may begin with a further letter, and the hashes of its beginnings, so that each of the many words that an
/// ending can stand for costs its last letters only.
#[derive(Clone, Copy)]
struct Beginnings<'w> {
    first: &'static str,
    word: &'w str,
    /// Letters of both.
    letters: usize,
    /// The hash of the first letter with the first 0, 1, 2 ... letters of the word, as far as it goes.
    hashes: [u64; HASHED],
    /// Whether the list may hold a word that begins so: most foreign names and slips of the pen are turned away here.
    known: bool,
}

impl<'w> Beginnings<'w> {
    /// The word that begins with `first`, of so many letters in all.
    fn of(first: &'static str, word: &'w str, letters: usize) -> Self {
        let mut hashes = [0; HASHED];
        let (pairs, _) = word.as_bytes().as_chunks::<LETTER>();
        let mut last = sieve::of(first);
        hashes[0] = last;
        // Without a known beginning only what is shorter than it is ever asked for.
        let (mut known, beginning) = (true, (BEGINNING - first.len()) / LETTER);
        for (at, (pair, slot)) in pairs.iter().zip(&mut hashes[1..]).enumerate() {
            last = sieve::hash(last, pair);
            *slot = last;
            if at + 1 == beginning {
                known = sieve::may_hold(BEGINNING_SIEVE, last);
                if !known {
                    break;
                }
            }
        }
        Self { first, word, letters, hashes, known }
    }

    /// Whether an ending may be taken off at all: without a known beginning only where that leaves less than one.
    fn may_end(&self) -> bool {
        self.known || self.first.len() + self.word.len() < BEGINNING + LONGEST_ENDING
    }

    /// What the list says of the word that begins as this one does up to the end of `rest` and ends in `last`.
    fn with(&self, rest: &str, last: &str) -> StemKind {
        let place = match self.hashes.get(rest.len() / LETTER) {
            Some(hash) if rest.len().is_multiple_of(LETTER) => {
                STEMS.find_joined([self.first, rest, last], sieve::hash(*hash, last.as_bytes()))
            }
            _ => {
                let joined = [self.first, rest, last].concat();
                STEMS.find(&joined, sieve::of(&joined))
            }
        };
        Listed::at(place).kind()
    }

    /// Whether taking an ending off the word gives one that passes, of at least `least` letters; what passes is given in
    /// two parts.
    fn derived(&self, endings: &[Ending], least: usize, passes: impl Fn(&str, &str) -> bool) -> bool {
        if !self.may_end() {
            return false;
        }
        endings.iter().any(|(ending, bases)| {
            let Some(rest) = without_end(self.word, ending) else { return false };
            if !self.known && self.first.len() + rest.len() >= BEGINNING {
                return false;
            }
            let letters = self.letters - ending.len() / LETTER;
            if letters < least {
                return false;
            }
            // The accusative alef never follows ta marbuta.
            if *ending == "ا" && rest.ends_with('ه') {
                return false;
            }
            // A single و makes a form of so many short words that foreign names would be among them.
            if *ending == "و" && letters <= least {
                return false;
            }
            bases.iter().any(|base| passes(rest, base))
        })
    }
}

/// Bytes of the longest ending.
const LONGEST_ENDING: usize = 6;

/// Bytes of an Arabic letter, of which all endings consist.
const LETTER: usize = 2;

/// How many letters a word has.
fn letters(word: &str) -> usize {
    let (pairs, rest) = word.as_bytes().as_chunks::<LETTER>();
    let is_letter = |pair: &[u8; LETTER]| matches!(pair, [0xc0..=0xdf, _]);
    if rest.is_empty() && pairs.iter().all(is_letter) { pairs.len() } else { word.chars().count() }
}

/// What the list of ordinary words says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Listed(u8);

impl Listed {
    pub(crate) fn of(word: &str, hash: u64) -> Self {
        Self::at(STEMS.find(word, hash))
    }

    fn at(place: Option<usize>) -> Self {
        Self(place.and_then(|at| STEMS.from(at).first().copied()).unwrap_or(0))
    }

    /// Whether it is never split.
    pub(crate) fn is_whole(self) -> bool {
        self.0 & 8 != 0
    }

    /// Whether it is always split.
    pub(crate) fn is_split(self) -> bool {
        self.0 & 16 != 0
    }

    fn kind(self) -> StemKind {
        let mut kind = StemKind::default();
        for (bit, part) in [(1, StemKind::NOUN), (2, StemKind::VERB), (4, StemKind::PROPER)] {
            if self.0 & bit != 0 {
                kind = kind.with(part);
            }
        }
        kind
    }
}

//! Ordinary words: whether a folded word without clitics is an inflected form of one.

use std::sync::OnceLock;

use crate::sieve;
use crate::table::Table;

static STEMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stems.fst"));
static BEGINNING_SIEVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/beginnings.sieve"));
static STEM_SIEVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stems.sieve"));

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

/// Endings of nouns and adjectives, each with what stands in the base form in its place.
const NOUN_ENDINGS: [(&str, &[&str]); 17] = [
    ("ات", &["", "ه"]),
    ("ون", &["", "ي"]),
    ("ين", &["", "ي"]),
    ("ان", &[""]),
    ("تان", &["ه"]),
    ("تين", &["ه"]),
    ("تي", &["ه"]),
    ("تا", &["ه"]),
    ("ا", &["", "ي"]),
    ("يه", &["", "ي", "ا", "ه"]),
    ("ي", &["", "ا", "ه", "يا"]),
    ("يا", &["", "ي"]),
    ("يون", &["", "ا", "ه"]),
    ("يين", &["", "ا", "ه"]),
    ("يات", &["", "ا", "ه"]),
    ("و", &[""]),
    ("ت", &["ه"]),
];

/// Endings of verbs in the past and in the present.
const PAST_ENDINGS: [(&str, &[&str]); 8] = [
    ("ت", &["", "ي", "ا"]),
    ("وا", &["", "ي", "ا"]),
    ("نا", &[""]),
    ("ا", &["", "ي"]),
    ("تا", &["", "ي"]),
    ("ن", &[""]),
    ("تم", &[""]),
    ("و", &["", "ي", "ا"]),
];
const PRESENT_ENDINGS: [(&str, &[&str]); 7] = [
    ("ون", &["", "ي"]),
    ("وا", &["", "ي"]),
    ("ان", &["", "ي"]),
    ("ن", &[""]),
    ("ين", &["", "ي"]),
    ("", &["ي", "و", "ا"]),
    ("ا", &["", "ي"]),
];

/// What a folded word without clitics can be; `listed` is what the list of ordinary words says of it.
pub(crate) fn stem_kind(word: &str, listed: Listed) -> StemKind {
    if word.chars().nth(1).is_none() {
        return StemKind::default();
    }
    let mut kind = listed.kind();
    if kind.is_verb() {
        kind = kind.with(if word.starts_with('ي') { StemKind::PRESENT } else { StemKind::PAST });
    }
    // The feminine ending is told from the pronoun by the caller, who knows how the word is written.
    let feminine = word.strip_suffix('ه').filter(|base| base.chars().nth(2).is_some());
    if feminine.is_some_and(|base| direct(base).is_noun()) {
        kind = kind.with(StemKind::NOUN);
    }
    let begins = may_begin("", word);
    if derived("", word, begins, &NOUN_ENDINGS, 3, |base| direct_joined(base).is_noun()) {
        kind = kind.with(StemKind::NOUN);
    }
    let begins = begins || word.starts_with('ت') && may_begin("ي", word);
    if derived("", word, begins, &PAST_ENDINGS, 2, is_past) {
        kind = kind.with(StemKind::VERB).with(StemKind::PAST);
    }
    if is_present(word) {
        kind = kind.with(StemKind::VERB).with(StemKind::PRESENT);
    }
    kind
}

/// Whether a base of the past is known; of forms in ت only their present is listed (`تراجع` by `يتراجع`).
fn is_past([_, rest, end]: [&str; 3]) -> bool {
    if rest.starts_with('ي') {
        return false;
    }
    direct_joined(["", rest, end]).is_verb() || rest.starts_with('ت') && direct_joined(["ي", rest, end]).is_verb()
}

fn is_present(word: &str) -> bool {
    let mut letters = word.chars();
    let Some('ي' | 'ت' | 'ن' | 'ا') = letters.next() else { return false };
    let rest = letters.as_str();
    direct_joined(["ي", rest, ""]).is_verb()
        || derived("ي", rest, may_begin("ي", rest), &PRESENT_ENDINGS, 3, |base| direct_joined(base).is_verb())
}

/// Bytes of a word's beginning that the list is asked for first: four letters.
const BEGINNING: usize = 8;

/// Whether the list may hold a word that begins as the two parts do. Most foreign names and slips of the pen are turned away
/// here.
fn may_begin(first: &str, word: &str) -> bool {
    if first.len() + word.len() < BEGINNING {
        return true;
    }
    let hash = sieve::hash(sieve::EMPTY, first.as_bytes());
    let rest = word.as_bytes().get(..BEGINNING - first.len()).unwrap_or_default();
    sieve::may_hold(BEGINNING_SIEVE, sieve::hash(hash, rest))
}

/// Whether taking an ending off a word gives one that passes, of at least `least` letters. The word begins with the letter
/// `first`, if any, and goes on with `word`; `begins` says whether the list may hold one that begins so. What passes is given in three parts.
fn derived<'w>(
    first: &'w str,
    word: &'w str,
    begins: bool,
    endings: &'w [(&str, &[&str])],
    least: usize,
    passes: impl Fn([&'w str; 3]) -> bool,
) -> bool {
    let last = word.as_bytes().last();
    let letters = word.chars().count() + first.chars().count();
    endings.iter().any(|(ending, bases)| {
        // Most endings are turned away by their last byte.
        if ending.as_bytes().last().is_some_and(|e| Some(e) != last) {
            return false;
        }
        let Some(rest) = word.strip_suffix(ending) else { return false };
        if !begins && first.len() + rest.len() >= BEGINNING {
            return false;
        }
        let letters = letters - ending.len() / LETTER;
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
        bases.iter().any(|b| passes([first, rest, b]))
    })
}

/// Bytes of an Arabic letter, of which all endings consist.
const LETTER: usize = 2;

/// What the list of ordinary words says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Listed(u64);

impl Listed {
    pub(crate) fn of(word: &str) -> Self {
        Self(stems().get(word).unwrap_or(0))
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

fn direct(word: &str) -> StemKind {
    Listed::of(word).kind()
}

fn direct_joined(parts: [&str; 3]) -> StemKind {
    Listed(stems().get_joined(parts).unwrap_or(0)).kind()
}

fn stems() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::open(STEMS, STEM_SIEVE))
}

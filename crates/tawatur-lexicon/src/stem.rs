//! Ordinary words: whether a folded word without clitics is an inflected form of one.

use std::sync::OnceLock;

use fst::Map;

static STEMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stems.fst"));

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

/// What a folded word without clitics can be.
pub(crate) fn stem_kind(word: &str) -> StemKind {
    if word.chars().nth(1).is_none() {
        return StemKind::default();
    }
    let mut kind = direct(word);
    if kind.is_verb() {
        kind = kind.with(if word.starts_with('ي') { StemKind::PRESENT } else { StemKind::PAST });
    }
    // The feminine ending is told from the pronoun by the caller, who knows how the word is written.
    let feminine = word.strip_suffix('ه').filter(|base| base.chars().nth(2).is_some());
    if feminine.is_some_and(|base| direct(base).is_noun()) {
        kind = kind.with(StemKind::NOUN);
    }
    if derived(word, &NOUN_ENDINGS, 3, |base| direct(base).is_noun()) {
        kind = kind.with(StemKind::NOUN);
    }
    if derived(word, &PAST_ENDINGS, 2, |base| !base.starts_with('ي') && is_past(base)) {
        kind = kind.with(StemKind::VERB).with(StemKind::PAST);
    }
    if is_present(word) {
        kind = kind.with(StemKind::VERB).with(StemKind::PRESENT);
    }
    kind
}

/// Whether a base of the past is known; of forms in ت only their present is listed (`تراجع` by `يتراجع`).
fn is_past(base: &str) -> bool {
    direct(base).is_verb() || base.starts_with('ت') && direct(&format!("ي{base}")).is_verb()
}

fn is_present(word: &str) -> bool {
    let mut letters = word.chars();
    let Some('ي' | 'ت' | 'ن' | 'ا') = letters.next() else { return false };
    let third = format!("ي{}", letters.as_str());
    direct(&third).is_verb() || derived(&third, &PRESENT_ENDINGS, 3, |base| direct(base).is_verb())
}

/// Whether taking an ending off gives a word that passes, of at least `least` letters.
fn derived(word: &str, endings: &[(&str, &[&str])], least: usize, passes: impl Fn(&str) -> bool) -> bool {
    endings.iter().any(|(ending, bases)| {
        let Some(rest) = word.strip_suffix(ending) else { return false };
        if rest.chars().count() < least {
            return false;
        }
        // The accusative alef never follows ta marbuta.
        if *ending == "ا" && rest.ends_with('ه') {
            return false;
        }
        // A single و makes a form of so many short words that foreign names would be among them.
        if *ending == "و" && rest.chars().count() <= least {
            return false;
        }
        bases.iter().any(|b| if b.is_empty() { passes(rest) } else { passes(&format!("{rest}{b}")) })
    })
}

/// Whether the word is listed as one that is never split.
pub(crate) fn is_whole(word: &str) -> bool {
    listed(word) & 8 != 0
}

/// Whether the word is listed as one that is always split.
pub(crate) fn is_split(word: &str) -> bool {
    listed(word) & 16 != 0
}

fn listed(word: &str) -> u64 {
    stems().and_then(|s| s.get(word)).unwrap_or(0)
}

fn direct(word: &str) -> StemKind {
    let found = listed(word);
    let mut kind = StemKind::default();
    for (bit, part) in [(1, StemKind::NOUN), (2, StemKind::VERB), (4, StemKind::PROPER)] {
        if found & bit != 0 {
            kind = kind.with(part);
        }
    }
    kind
}

fn stems() -> Option<&'static Map<&'static [u8]>> {
    static MAP: OnceLock<Option<Map<&'static [u8]>>> = OnceLock::new();
    MAP.get_or_init(|| Map::new(STEMS).ok()).as_ref()
}

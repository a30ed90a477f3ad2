//! Elements of patterns and how they are written.

use tawatur_lexicon::{Clitics, Lexicon, Reading};

use crate::Senses;

/// One element of a pattern.
///
/// | written | stands for |
/// |---|---|
/// | `verb:kill\|noun:toll` | a word or phrase with one of these senses |
/// | `@harm-verb` | a word with a sense of this set of the book |
/// | `...[plural,joined]` | the same, with tests of form, clitics or features of the row |
/// | `...?` | the same, or nothing |
/// | `..4` | up to four words that belong to nothing else; `..4,` may cross a comma, `..4#` another slot, `..4!` another trigger, `..4^` the end of a clause or a verb joined by «و», `..4:` a colon; `..4~` stops at a verb |
/// | `count`, `figure` | the slot that is read around; the one that was settled before it |
/// | `count[person]` | the slot, with tests that its reader knows |
#[derive(Clone, Debug)]
pub enum Element {
    /// A word or phrase of the lexicon.
    Word {
        /// The senses that it may have.
        senses: Senses,
        /// What must hold of its form.
        tests: Vec<Test>,
        /// Whether it may be missing.
        optional: bool,
    },
    /// Words that are passed over.
    Gap {
        /// At most so many.
        most: u8,
        /// The barriers that may be crossed.
        crosses: u8,
    },
    /// The slot that is read around, with the names of tests (bits given by its reader).
    Slot {
        /// Bits that must all be set.
        needs: u32,
    },
    /// The slot settled before.
    Before,
}

/// A test of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Test {
    Dual,
    Plural,
    Singular,
    Feminine,
    Accusative,
    Present,
    Past,
    Article,
    Bare,
    Pronoun,
    NoPronoun,
    Joined,
    Free,
    Preposition,
    /// A feature of the row.
    Feature(String),
}

impl Test {
    pub(crate) fn parse(name: &str) -> Self {
        match name {
            "dual" => Self::Dual,
            "plural" => Self::Plural,
            "singular" => Self::Singular,
            "feminine" => Self::Feminine,
            "accusative" => Self::Accusative,
            "present" => Self::Present,
            "past" => Self::Past,
            "article" => Self::Article,
            "bare" => Self::Bare,
            "pronoun" => Self::Pronoun,
            "no-pronoun" => Self::NoPronoun,
            "joined" => Self::Joined,
            "free" => Self::Free,
            "preposition" => Self::Preposition,
            other => Self::Feature(other.to_owned()),
        }
    }

    pub(crate) fn holds(&self, reading: &Reading, lexicon: &Lexicon) -> bool {
        let clitics = reading.clitics;
        match self {
            Self::Dual => reading.form.is_dual(),
            Self::Plural => reading.form.is_plural(),
            Self::Singular => !reading.form.is_plural() && !reading.form.is_dual(),
            Self::Feminine => reading.form.is_feminine(),
            Self::Accusative => reading.form.is_accusative(),
            Self::Present => reading.form.is_present(),
            Self::Past => !reading.form.is_present(),
            Self::Article => clitics.has(Clitics::AL),
            Self::Bare => !clitics.has(Clitics::AL) && !clitics.has(Clitics::PRONOUN),
            Self::Pronoun => clitics.has(Clitics::PRONOUN),
            Self::NoPronoun => !clitics.has(Clitics::PRONOUN),
            Self::Joined => clitics.joins(),
            Self::Free => !clitics.joins(),
            Self::Preposition => clitics.has_preposition(),
            Self::Feature(name) => lexicon.entry(reading.entry).feature(name).is_some(),
        }
    }
}

//! Triggers: words that tell of an event.

use tawatur_lexicon::{Class, Entry, Reading};
use tawatur_text::TokenRange;

use crate::{Analysed, Senses};

/// A word or phrase that tells of an event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trigger {
    /// Its tokens.
    pub(crate) tokens: TokenRange,
    /// The row that it is read with.
    pub(crate) entry: Entry,
    /// Whether it is a finite verb.
    pub(crate) verb: bool,
    /// Present or future tense.
    pub(crate) present: bool,
    /// A verb in the passive, by its marks or its row.
    pub(crate) passive: bool,
    /// A verb with its object as a pronoun, or a noun with its possessor.
    pub(crate) pronoun: bool,
    /// A verb with س.
    pub(crate) future: bool,
}

impl Trigger {
    /// The trigger that begins at a token: the longest phrase of the lexicon first.
    pub(crate) fn at(analysed: &Analysed, senses: &Senses, at: usize) -> Option<Self> {
        if let Some(phrase) = analysed.phrase_at(at) {
            let reading = senses.find(&phrase.readings)?;
            return Some(Self::new(analysed, phrase.tokens, reading));
        }
        if analysed.phrase_over(at).is_some() {
            return None;
        }
        let reading = analysed.find(at, senses).filter(|r| is_plainest(analysed, at, r))?;
        Some(Self::new(analysed, TokenRange::new(at, at + 1), reading))
    }

    fn new(analysed: &Analysed, tokens: TokenRange, reading: &Reading) -> Self {
        let entry = analysed.entry(reading);
        let verb = analysed.lexicon().class(reading.sense) == Class::Verb;
        Self {
            tokens,
            entry,
            verb,
            present: verb && reading.form.is_present(),
            passive: verb && (entry.feature("passive").is_some() || is_marked_passive(analysed, tokens.start)),
            pronoun: reading.clitics.has(tawatur_lexicon::Clitics::PRONOUN),
            future: reading.clitics.has(tawatur_lexicon::Clitics::SA),
        }
    }

    /// PLOVER type.
    pub(crate) fn kind(&self) -> &'static str {
        self.entry.feature("type").unwrap_or("")
    }

    /// PLOVER mode; none where the type has none here.
    pub(crate) fn mode(&self) -> Option<&'static str> {
        self.entry.feature("mode")
    }

    /// Whether the noun in construct behind a verbal noun is who acts, not whom it befalls.
    pub(crate) fn construct_acts(&self) -> bool {
        self.entry.feature("arg") == Some("actor")
    }
}

/// Whether no other reading of the word takes fewer clitics off: «وزارة» is a ministry and no visit.
fn is_plainest(analysed: &Analysed, at: usize, reading: &Reading) -> bool {
    let fewest = analysed.readings(at).iter().map(|r| r.clitics.count()).min().unwrap_or(0);
    let original = analysed.document.text_of(TokenRange::new(at, at + 1));
    let pronoun = reading.clitics.has(tawatur_lexicon::Clitics::PRONOUN);
    reading.clitics.count() <= fewest && !(pronoun && original.ends_with(TA_MARBUTA))
}

/// Ends a word of its own: no pronoun is written so.
const TA_MARBUTA: char = '\u{629}';

/// A damma on the first letters of a past verb marks the passive: writers set it just to tell the two apart.
fn is_marked_passive(analysed: &Analysed, at: usize) -> bool {
    const DAMMA: char = '\u{64f}';
    let original = analysed.document.text_of(TokenRange::new(at, at + 1));
    original.chars().take(6).any(|c| c == DAMMA)
}

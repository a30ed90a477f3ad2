//! Who acts and whom it befalls.

use std::sync::OnceLock;

use tawatur_lexicon::Lexicon;
use tawatur_text::{TokenKind, TokenRange};

use super::trigger::Trigger;
use crate::clause::{Tag, Tags};
use crate::phrase::{Head, Reader};
use crate::{Analysed, Senses};

/// Actor and target of an event; empty runs where the clause names none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) actor: TokenRange,
    pub(crate) target: TokenRange,
}

/// Words that may stand between a verb and its subject without being part of either.
const ASIDES: Tag = Tag::TIME.or(Tag::ALSO_ADVERB).or(Tag::NUMBER);

/// Reads the arguments of a trigger inside its clause.
pub(crate) fn arguments(analysed: &Analysed, tags: &Tags, trigger: &Trigger, clause: TokenRange) -> Arguments {
    let finder = Finder { analysed, tags, reader: Reader { analysed, tags }, clause };
    if trigger.verb { finder.of_verb(trigger) } else { finder.of_noun(trigger) }
}

struct Finder<'r, 'a> {
    analysed: &'r Analysed<'a>,
    tags: &'r Tags,
    reader: Reader<'r, 'a>,
    clause: TokenRange,
}

impl Finder<'_, '_> {
    fn of_verb(&self, trigger: &Trigger) -> Arguments {
        let before = self.subject_before(trigger.tokens.start);
        let first = self.phrase_behind(trigger.tokens.end);
        if trigger.passive {
            let target = first.or(before).unwrap_or_default();
            return Arguments { actor: self.by_whom(), target };
        }
        match (before, first) {
            (Some(actor), target) => Arguments { actor, target: target.unwrap_or_default() },
            (None, Some(actor)) => {
                let behind = self.past_apposition(actor.end);
                let target = if trigger.pronoun { None } else { self.phrase_behind(behind) };
                Arguments { actor, target: target.unwrap_or_default() }
            }
            (None, None) => Arguments::default(),
        }
    }

    fn of_noun(&self, trigger: &Trigger) -> Arguments {
        let construct = self.construct(trigger.tokens.end);
        let by = self.by_whom();
        match construct {
            Some(phrase) if trigger.construct_acts() => Arguments { actor: phrase, target: TokenRange::default() },
            Some(phrase) => Arguments { actor: by, target: phrase },
            None => Arguments { actor: by, target: TokenRange::default() },
        }
    }

    /// The phrase that a noun is in construct with: the very next words.
    fn construct(&self, at: usize) -> Option<TokenRange> {
        if at >= self.clause.end || self.tags.is(at, ASIDES.or(Tag::JOINED)) {
            return None;
        }
        self.phrase(at)
    }

    /// Behind «، name،» that says who the phrase before it is.
    fn past_apposition(&self, at: usize) -> usize {
        let comma = |i: usize| self.analysed.document.kind(i) == TokenKind::Comma;
        if !comma(at) {
            return at;
        }
        let named = self.reader.read(at + 1, self.clause.end).filter(|p| p.head == Head::Name && comma(p.tokens.end));
        named.map_or(at, |p| p.tokens.end)
    }

    /// The phrase behind a verb or its subject, times and short asides passed over.
    fn phrase_behind(&self, mut at: usize) -> Option<TokenRange> {
        while at < self.clause.end {
            match self.analysed.document.kind(at) {
                TokenKind::Comma => at += 1,
                TokenKind::Word if self.tags.is(at, ASIDES) => at += 1,
                _ => break,
            }
        }
        if self.tags.is(at, Tag::JOINED) {
            return None;
        }
        self.phrase(at)
    }

    fn phrase(&self, at: usize) -> Option<TokenRange> {
        let prepositions = Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::PREPOSITION);
        if at >= self.clause.end || self.tags.is(at, prepositions.or(Tag::BI).or(Tag::LI)) {
            return None;
        }
        let phrase = self.reader.read(at, self.clause.end)?;
        (phrase.head != Head::Unknown || phrase.definite || phrase.plural || phrase.tokens.len() > 1)
            .then_some(phrase.tokens)
    }

    /// A subject in front of the verb: a phrase at the head of the clause that reaches the verb.
    fn subject_before(&self, verb: usize) -> Option<TokenRange> {
        let start = (self.clause.start..verb).find(|i| self.analysed.document.kind(*i) == TokenKind::Word)?;
        if self.tags.is(start, Tag::IN.or(Tag::FROM).or(Tag::PREPOSITION).or(Tag::VERB).or(Tag::SAY).or(Tag::TIME)) {
            return None;
        }
        let phrase = self.reader.read(start, verb)?;
        let between = (phrase.tokens.end..verb).all(|i| {
            self.analysed.document.kind(i) != TokenKind::Word
                || self.tags.is(i, ASIDES.or(Tag::QAD).or(Tag::BE).or(Tag::SIDE))
        });
        (between && phrase.head != Head::Unknown || phrase.tokens.end == verb).then_some(phrase.tokens)
    }

    /// «من قبل …», «على يد …»: who acts where the verb does not say.
    fn by_whom(&self) -> TokenRange {
        let before = before(self.analysed.lexicon());
        let found = self.clause.iter().find(|i| self.tags.is(*i, Tag::FROM) && self.analysed.is(i + 1, before));
        found.and_then(|i| self.reader.read(i + 2, self.clause.end)).map_or(TokenRange::default(), |p| p.tokens)
    }
}

/// The noun of «من قِبَل» is spelled like the preposition «قبل».
fn before(lexicon: &Lexicon) -> &'static Senses {
    static SENSES: OnceLock<Senses> = OnceLock::new();
    SENSES.get_or_init(|| Senses::of(lexicon, &["prep:before"]))
}

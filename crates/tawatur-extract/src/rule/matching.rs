//! Matching a rule around a slot.

use tawatur_lexicon::Reading;
use tawatur_text::TokenRange;

use super::book::Rule;
use super::element::{Element, Test};
use crate::{Analysed, Senses};

/// What a gap does not cross unless it says so.
pub(crate) mod barrier {
    /// A comma.
    pub(crate) const COMMA: u8 = 1;
    /// A slot of the same book.
    pub(crate) const SLOT: u8 = 2;
    /// A word that calls for a slot of its own.
    pub(crate) const TRIGGER: u8 = 4;
    /// The end of a clause: semicolon, "while", "whereas".
    pub(crate) const CLAUSE: u8 = 8;
    /// A colon.
    pub(crate) const COLON: u8 = 16;
    /// A verb. Only gaps that say so stop here.
    pub(crate) const VERB: u8 = 64;
    /// A verb with «و» or «ف»: another clause with a subject of its own.
    pub(crate) const NEXT_VERB: u8 = 128;
    /// The end of a sentence. Nothing crosses it.
    pub(crate) const STOP: u8 = 32;
}

/// The places that a book's rules read around, and the barriers between them.
pub(crate) trait Slots {
    /// The barriers at a token.
    fn barriers(&self, token: usize) -> u8;
    /// The tokens of the slot that was settled before the one at hand, with its noun.
    fn before(&self) -> Option<TokenRange>;
    /// Where an aside between commas is passed over that ends before this comma (going left) or begins behind it.
    fn past_aside(&self, _comma: usize, _left: bool) -> Option<usize> {
        None
    }
}

/// Where the elements of a rule were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Matched {
    /// First token of the whole match.
    pub(crate) start: usize,
    /// Token after its last.
    pub(crate) end: usize,
    /// Words passed over in gaps.
    pub(crate) skipped: usize,
    /// Up to four words found: token and reading.
    pub(crate) words: [Option<(usize, Reading)>; 4],
}

/// Where matching has got to.
#[derive(Clone, Copy)]
struct Step {
    /// Going left, the token after the next one to look at; going right, the next one.
    at: usize,
    found: Matched,
}

struct Matching<'m, 'a, S> {
    analysed: &'m Analysed<'a>,
    slots: &'m S,
    sentence: TokenRange,
    left: bool,
}

impl Rule {
    /// Matches the rule around a slot, inside its sentence.
    pub(crate) fn matches<S: Slots>(
        &self,
        analysed: &Analysed<'_>,
        slots: &S,
        slot: TokenRange,
        sentence: TokenRange,
    ) -> Option<Matched> {
        let found = Matched { start: slot.start, end: slot.end, skipped: 0, words: [None; 4] };
        let matching = Matching { analysed, slots, sentence, left: true };
        let step = matching.run(&self.left, Step { at: slot.start, found })?;
        let found = Matched { start: step.at, ..step.found };
        let matching = Matching { left: false, ..matching };
        let step = matching.run(&self.right, Step { at: slot.end, found })?;
        Some(Matched { end: step.at, ..step.found })
    }
}

impl<S: Slots> Matching<'_, '_, S> {
    fn run(&self, elements: &[Element], step: Step) -> Option<Step> {
        let Some((element, rest)) = elements.split_first() else { return Some(step) };
        match element {
            Element::Gap { most, crosses } => self.gap(*most, *crosses, rest, step),
            Element::Before => self.before(rest, step),
            Element::Slot { .. } => None,
            Element::Word { senses, tests, optional } => {
                let found = self.word(senses, tests, step).and_then(|s| self.run(rest, s));
                found.or_else(|| if *optional { self.run(rest, step) } else { None })
            }
        }
    }

    /// Passes over as few tokens as will do.
    fn gap(&self, most: u8, crosses: u8, rest: &[Element], mut step: Step) -> Option<Step> {
        for skipped in 0..=most {
            if let Some(found) = self.run(rest, step) {
                return Some(found);
            }
            let token = self.next(step)?;
            if skipped == most {
                return None;
            }
            let barriers = self.slots.barriers(token);
            let crossed = barriers & !crosses == 0;
            let next = if self.left { token } else { token + 1 };
            if barriers & barrier::COMMA != 0
                && let Some(past) = self.slots.past_aside(token, self.left)
            {
                // The words of an aside may be those that the rule asks for, where it may cross the comma.
                let found = Matched { skipped: step.found.skipped + 1, ..step.found };
                let left = most - skipped - 1;
                let plain = if crossed { self.gap(left, crosses, rest, Step { at: next, found }) } else { None };
                return plain.or_else(|| self.gap(left, crosses, rest, Step { at: past, found }));
            }
            if !crossed {
                return None;
            }
            step.at = next;
            step.found.skipped += 1;
        }
        None
    }

    fn next(&self, step: Step) -> Option<usize> {
        let token = if self.left { step.at.checked_sub(1)? } else { step.at };
        self.sentence.contains(token).then_some(token)
    }

    fn before(&self, rest: &[Element], step: Step) -> Option<Step> {
        let before = self.slots.before()?;
        if !self.left || before.end != step.at {
            return None;
        }
        self.run(rest, Step { at: before.start, ..step })
    }

    /// The next token, or the phrase that it belongs to, with one of the senses.
    fn word(&self, senses: &Senses, tests: &[Test], step: Step) -> Option<Step> {
        let token = self.next(step)?;
        let suits = |r: &&Reading| senses.has(r.sense) && tests.iter().all(|t| t.holds(r, self.analysed.lexicon()));
        if let Some(phrase) = self.analysed.phrase_over(token).filter(|p| self.ends_here(p.tokens, step.at))
            && let Some(reading) = phrase.readings.iter().find(suits)
        {
            return Some(self.take(phrase.tokens, *reading, step));
        }
        let reading = self.analysed.readings(token).iter().find(suits)?;
        Some(self.take(TokenRange::new(token, token + 1), *reading, step))
    }

    fn ends_here(&self, phrase: TokenRange, at: usize) -> bool {
        if self.left { phrase.end == at } else { phrase.start == at }
    }

    fn take(&self, tokens: TokenRange, reading: Reading, mut step: Step) -> Step {
        step.at = if self.left { tokens.start } else { tokens.end };
        if let Some(slot) = step.found.words.iter_mut().find(|w| w.is_none()) {
            *slot = Some((tokens.start, reading));
        }
        step
    }
}

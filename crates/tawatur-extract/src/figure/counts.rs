//! The counts of a sentence: numbers, and nouns that say by their form how many they are.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use tawatur_lexicon::{EntryId, Reading};
use tawatur_model::Mode;
use tawatur_text::{TokenKind, TokenRange};

use super::amount::Amount;
use super::count::{Count, Governor, Kind, Said};
use super::implied::implied;
use super::slot;
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Words between who did it and to whom.
const FAR_OBJECT: usize = 6;

/// What counts are made with, over all sentences of a text.
pub(crate) struct Counting<'c, 'v, 'a> {
    view: &'c View<'v, 'a>,
    duals: &'c FxHashSet<EntryId>,
    at_least: &'static Senses,
}

impl<'c, 'v, 'a> Counting<'c, 'v, 'a> {
    pub(crate) fn new(view: &'c View<'v, 'a>, duals: &'c FxHashSet<EntryId>) -> Self {
        static AT_LEAST: OnceLock<Senses> = OnceLock::new();
        Self { view, duals, at_least: Senses::once(&AT_LEAST, view.analysed.lexicon(), &["adv:at-least"]) }
    }

    /// The counts of a sentence, in order. `amounts` are the numbers that stand in it.
    pub(crate) fn counts(&self, sentence: TokenRange, amounts: &[Amount]) -> Vec<Count> {
        let numbers = amounts.iter().filter(|a| !a.by_noun).map(|a| Count::of_amount(self.view, a, sentence));
        let mut numbers: Vec<Count> = numbers.collect();
        let calls = mark::TRIGGER | mark::AMONG | mark::VICTIM | mark::CALLS | mark::ACTS;
        if sentence.iter().any(|t| self.view.has(t, calls)) {
            let nouns = self.nouns(sentence, amounts, &numbers);
            numbers.extend(nouns);
            numbers.sort_by_key(|c| c.number.start);
        }
        numbers
    }

    /// Counts without a number, where no number has taken the noun. Numbers and tokens are gone through side by side.
    fn nouns(&self, sentence: TokenRange, amounts: &[Amount], numbers: &[Count]) -> Vec<Count> {
        let mut found: Vec<Count> = Vec::new();
        let mut next = 0;
        for at in sentence.iter() {
            while numbers.get(next).is_some_and(|c| c.whole.end <= at) {
                next += 1;
            }
            let taken = numbers.get(next).is_some_and(|c| c.whole.contains(at));
            let inside = found.last().is_some_and(|c| c.whole.contains(at));
            if taken || inside || self.view.document().kind(at) != TokenKind::Word {
                continue;
            }
            let Some(count) = implied(self.view, at, self.duals, sentence) else { continue };
            let count = self.bounded(count, amounts);
            let before = next.checked_sub(1).and_then(|b| numbers.get(b));
            if !self.does_it(&count, numbers.get(next)) && !self.shares_number(&count, before) {
                found.push(count);
            }
        }
        found
    }

    /// Bounds around or behind a noun in the dual: «شخصان على الأقل».
    fn bounded(&self, mut count: Count, amounts: &[Amount]) -> Count {
        let at = count.whole.start;
        let near = amounts.partition_point(|a| a.tokens.end <= at);
        let said = amounts.get(near).filter(|a| a.by_noun && a.tokens.contains(at) && count.said == Said::Dual);
        if let Some(said) = said {
            (count.low, count.high, count.mode) = (said.low, said.high, said.mode);
            count.number.start = said.full.start.min(count.number.start);
            count.whole = TokenRange::new(count.number.start, count.whole.end.max(said.full.end));
        } else if let Some(end) = self.view.at_least_after(count.whole.end, self.at_least) {
            (count.high, count.mode, count.whole.end) = (None, Mode::AtLeast, end);
        }
        count
    }

    /// «ثلاثمئة قتيل وجريح», «157 ناشطاً ومعارضاً»: the noun is under the number of the one before it.
    fn shares_number(&self, count: &Count, before: Option<&Count>) -> bool {
        let at = count.whole.start;
        let Some(before) = before.filter(|b| b.whole.end == at && b.said == Said::Number) else { return false };
        let accusative = |noun: Option<(usize, Reading)>| noun.is_some_and(|(_, r)| r.form.is_accusative());
        let victims = self.view.has(at, mark::VICTIM) && before.own.is_some();
        let alike = victims || accusative(count.noun) && accusative(before.noun);
        count.said == Said::One && self.view.joins(at) && alike
    }

    /// «قتل مسلح عشرة أشخاص», «قتل رجل موال للجماعة أربعة حراس»: a singular before a count is who did it.
    fn does_it(&self, count: &Count, next: Option<&Count>) -> bool {
        // «قُتلت طفلة بعمر سبع سنوات»: her age is nobody that she did it to.
        let years = |n: &Count| n.noun.is_some_and(|(at, _)| self.view.has(at, mark::TIME));
        let length = |n: &Count| matches!(n.kind, Kind::Time | Kind::Measure | Kind::Percent) || years(n);
        let measured = |n: &Count| count.said == Said::One && length(n);
        next.is_some_and(|n| n.bits & slot::JOINED == 0 && !measured(n) && self.is_object_of_one(count, n))
    }

    /// Whether the next count stands right behind this one or, free in the clause of the verb before, is what it was done to.
    fn is_object_of_one(&self, count: &Count, next: &Count) -> bool {
        let (start, end) = (count.whole.end, next.number.start);
        let before = count.number.start.checked_sub(1);
        let verb = before.is_some_and(|b| self.view.has(b, mark::TRIGGER) && self.view.has(b, mark::VERB));
        let plain = |t: usize| {
            self.view.document().kind(t) == TokenKind::Word && self.view.barriers(t) == 0 && !self.view.joins(t)
        };
        let object = count.said == Said::One && next.governor == Governor::Free && next.bits & slot::NAMED != 0;
        start == end || verb && object && end - start <= FAR_OBJECT && (start..end).all(plain)
    }
}

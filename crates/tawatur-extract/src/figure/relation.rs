//! How a figure stands to those before it in its sentence: part, whole, others of the same whole.

use tawatur_model::Quantity;

use super::count::Count;
use super::reader::{Draft, Reader};
use super::slot;
use super::vocabulary::mark;
use crate::rule::Rule;

/// Tokens before a count among which another one is looked for.
const FAR: usize = 40;

/// How a figure stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// It is part of that one.
    Part,
    /// That one is part of it.
    Whole,
}

impl Reader<'_, '_, '_> {
    fn whole_before(&self) -> Option<(Relation, usize)> {
        self.whole.map(|w| (Relation::Part, w))
    }

    /// «قُتل 14 شخصا. وأوضح أن بينهم 6 نساء»: the last whole of persons in the sentence before this one.
    pub(super) fn whole_of_sentence_before(&self, count: &Count) -> Option<usize> {
        let at = self.drafts.iter().rposition(|d| d.quantity.is_core() && d.sentence < self.sentence)?;
        let draft = self.drafts.get(at)?;
        let at = match draft.relation {
            Some((Relation::Part, whole)) => whole,
            _ => at,
        };
        let persons = self.drafts.get(at)?.count.bits & slot::PERSON != 0;
        let next = draft.sentence + 1 == self.sentence && self.before.is_none();
        (persons && next && !self.counts_before(count)).then_some(at)
    }

    /// Whether another count stands before this one in its sentence, read or not.
    fn counts_before(&self, count: &Count) -> bool {
        let start = self.view.document().sentences().get(self.sentence).map_or(0, |s| s.start);
        let from = start.max(count.number.start.saturating_sub(FAR));
        (from..count.number.start).any(|t| self.view.is_slot(t))
    }

    pub(super) fn relation(
        &self,
        rule: &Rule,
        quantity: Quantity,
        count: &Count,
        others: bool,
    ) -> Option<(Relation, usize)> {
        let before = self.before;
        match rule.gives.get("relation").map(String::as_str) {
            Some("part") if rule.gives.get("quantity").is_some_and(|q| q == "figure-before") => {
                self.whole_of_sentence_before(count).map(|b| (Relation::Part, b))
            }
            Some("part") if rule.gives.get("quantity").is_some_and(|q| q == "figure") => {
                before.map(|b| (Relation::Part, b))
            }
            Some("part") => {
                let whole = |d: &Draft| d.quantity == quantity && d.relation.is_none();
                self.drafts.iter().rposition(whole).map(|b| (Relation::Part, b))
            }
            Some("whole") => before.map(|b| (Relation::Whole, b)),
            // «واعتقلت 17 منهم», «أربعة من المصابين حالتهم حرجة»
            None if self.is_some_of_them(count) => self.counted_before(count).map(|b| (Relation::Part, b)),
            None if count.own == Some(quantity) && self.is_some_of_the_victims(count) => {
                self.largest(quantity, count).map(|b| (Relation::Part, b))
            }
            // «قتل 107 من أصل 110، ونجا 3 آخرون»: the others are of the same whole.
            _ if others => self.whole_before(),
            // «بينهم أربعة أطفال وامرأتان لقوا مصرعهم»: the verb is of the whole, the joined count of the part.
            _ if self.is_beside(count, quantity) => before.and_then(|b| self.drafts.get(b)).and_then(|d| d.relation),
            // What goes on after a part is a part of the same whole.
            _ if rule.gives.get("quantity").is_some_and(|q| q == "figure") => {
                before.and_then(|b| self.drafts.get(b)).and_then(|d| d.relation)
            }
            _ => None,
        }
    }

    /// «17 منهم»: a bare number and whom it is taken from.
    fn is_some_of_them(&self, count: &Count) -> bool {
        count.noun.is_none()
            && self.view.has(count.number.end, mark::AMONG)
            && self.view.has(count.number.end, mark::FROM)
    }

    /// «أربعة من المصابين»: some of the victims that the report has counted.
    fn is_some_of_the_victims(&self, count: &Count) -> bool {
        let at = count.number.end;
        let noun = count.noun.is_none_or(|(n, _)| n == at + 1);
        noun && self.view.is_from(at) && self.view.has(at + 1, mark::VICTIM) && self.view.is_definite(at + 1)
    }

    /// The count of persons right before this one, in its sentence or the one before.
    fn counted_before(&self, count: &Count) -> Option<usize> {
        let at = self.drafts.iter().rposition(|d| d.count.number.start < count.number.start)?;
        let draft = self.drafts.get(at)?;
        let things = slot::BUILDING | slot::VEHICLE | slot::MONEY;
        let near = draft.sentence + 1 >= self.sentence && draft.count.bits & things == 0 && is_more(draft, count);
        let next = !(draft.count.whole.end..count.number.start).any(|t| self.view.is_slot(t));
        (near && next && draft.quantity.is_core()).then_some(at)
    }

    /// The largest count of this quantity so far, the last of equals.
    fn largest(&self, quantity: Quantity, count: &Count) -> Option<usize> {
        let wholes = self.drafts.iter().enumerate();
        let wholes = wholes.filter(|(_, d)| d.quantity == quantity && d.relation.is_none() && is_more(d, count));
        let least = |d: &Draft| d.count.low.unwrap_or(0.0);
        wholes.max_by(|(i, a), (j, b)| least(a).total_cmp(&least(b)).then(i.cmp(j))).map(|(at, _)| at)
    }

    /// Whether the count is joined right behind the figure before, which is of the same quantity.
    fn is_beside(&self, count: &Count, quantity: Quantity) -> bool {
        let Some(before) = self.before.and_then(|b| self.drafts.get(b)) else { return false };
        let joined = count.bits & slot::JOINED != 0 && count.number.start <= before.count.whole.end + 1;
        joined && before.quantity == quantity && before.relation.is_some()
    }

    /// «103 من أصل 164»: the second is the whole, whatever rule reads it.
    pub(super) fn out_of(&self, count: &Count) -> Option<(Relation, usize)> {
        let (at, before) = self.before.and_then(|b| self.drafts.get(b).map(|d| (b, d)))?;
        let between = before.count.whole.end..count.number.start;
        let near = between.len() <= 4 && between.clone().any(|t| self.view.has(t, mark::OUT_OF));
        near.then_some((Relation::Whole, at))
    }
}

/// Whether a figure is larger than a count that would be part of it.
fn is_more(whole: &Draft, part: &Count) -> bool {
    whole.count.low.zip(part.low).is_none_or(|(whole, part)| whole > part)
}

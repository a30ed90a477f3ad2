//! Which rule reads a count, and which quantity that gives.

use tawatur_model::Quantity;
use tawatur_text::TokenRange;

use super::count::{Count, Kind, Said};
use super::ranking::{Candidate, Decision, LEAST, score};
use super::reader::Reader;
use super::slot;
use super::vocabulary::mark;
use crate::rule::{Matched, Rule, RuleSet};

/// Tokens left and right of a count in which a rule's words may stand.
const WINDOW: usize = 24;

impl Reader<'_, '_, '_> {
    /// The rules that match, best first.
    pub(super) fn candidates(&self, sentence: TokenRange, count: &Count) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut wanted = self.wanted(sentence, count);
        while let Some(number) = wanted.pop() {
            let Some(rule) = self.book.rule(number) else { continue };
            if rule.needs & count.bits != rule.needs || !may_be_implied(rule, count) {
                continue;
            }
            let Some(matched) = self.matched(rule, count, sentence) else { continue };
            let score = score(self.view, count, rule, &matched);
            if score >= LEAST && self.quantity(rule, &matched, count).is_some() {
                found.push(Candidate { rule: number, matched, score });
            }
        }
        found.sort_by_key(|c| (std::cmp::Reverse(c.score), c.rule));
        found
    }

    /// The rule around the count, or over what is set between the count and a verb in the plural.
    fn matched(&self, rule: &Rule, count: &Count, sentence: TokenRange) -> Option<Matched> {
        let near = count.number_and_noun();
        let found = rule.matches(self.view.analysed, self, near, sentence);
        let reach = self.reach.filter(|_| found.is_none() && rule.left.is_empty() && !rule.right.is_empty());
        found.or_else(|| {
            let far = rule.matches(self.view.analysed, self, TokenRange::new(near.start, reach?), sentence)?;
            let many = |r: &tawatur_lexicon::Reading| r.form.is_plural() || r.form.is_dual();
            let told = far.words.iter().flatten().any(|(_, r)| many(r) || self.view.bits_of(r) & mark::VERB == 0);
            told.then_some(far)
        })
    }

    /// The rules that words near the count call for.
    fn wanted(&self, sentence: TokenRange, count: &Count) -> RuleSet {
        let start = sentence.start.max(count.number.start.saturating_sub(WINDOW));
        let end = sentence.end.min(count.whole.end.max(self.reach.unwrap_or(0)) + WINDOW / 2);
        let mut wanted = self.book.always();
        for at in start..end {
            for reading in self.view.analysed.readings(at) {
                wanted.add(self.book.wanted(reading.sense));
            }
            if let Some(phrase) = self.view.analysed.phrase_at(at) {
                for reading in &phrase.readings {
                    wanted.add(self.book.wanted(reading.sense));
                }
            }
        }
        wanted
    }

    /// The quantity that a match gives.
    pub(super) fn quantity(&self, rule: &Rule, matched: &Matched, count: &Count) -> Option<Quantity> {
        match rule.gives.get("quantity").map(String::as_str) {
            Some("figure") if rule.gives.contains_key("own") && count.own.is_some() => count.own,
            // «خمسة في مدينة أخلي منها 3700 سائح»
            Some("figure") if is_part(rule) && self.is_far_more(count) => None,
            Some("figure") => self.quantity_before(count),
            Some("figure-before") => {
                self.whole_of_sentence_before(count).and_then(|b| self.drafts.get(b)).map(|d| d.quantity)
            }
            Some(name) => super::quantity_named(name),
            None if matched.words.iter().all(Option::is_none) => count.own,
            None => self
                .quantities(matched)
                .next()
                .map(|q| of_bodies(q, count))
                .and_then(|q| self.of_flight(q, count))
                .or(count.own),
        }
    }

    /// Whether a count is so many times the figure before that it is no part of it, however wrong a report may be.
    fn is_far_more(&self, count: &Count) -> bool {
        const TIMES: f64 = 20.0;
        let whole = self.before.and_then(|b| self.drafts.get(b)).and_then(|d| d.count.high.or(d.count.low));
        whole.zip(count.low).is_some_and(|(whole, part)| part > whole * TIMES)
    }

    /// Prisoners and armed men who flee are not displaced.
    fn of_flight(&self, quantity: Quantity, count: &Count) -> Option<Quantity> {
        let captive = count.noun.is_some_and(|(_, r)| self.view.analysed.entry(&r).feature("captive").is_some());
        let escapes = captive || count.bits & slot::MILITANT != 0 || count.own == Some(Quantity::Detained);
        (quantity != Quantity::Displaced || !escapes).then_some(quantity)
    }

    /// The quantity of the figure before; the noun's own where that is sure.
    fn quantity_before(&self, count: &Count) -> Option<Quantity> {
        let before = self.before.and_then(|b| self.drafts.get(b))?;
        if count.said == Said::Same {
            return Some(before.quantity);
        }
        // «أغرقت السيول مئات المنازل وعشرات السيارات»
        let damaged = matches!(before.quantity, Quantity::BuildingsDamaged | Quantity::VehiclesDamaged);
        match count.kind {
            Kind::Building if damaged => return Some(Quantity::BuildingsDamaged),
            Kind::Vehicle if damaged => return Some(Quantity::VehiclesDamaged),
            _ => {}
        }
        let alike = match before.count.kind {
            Kind::Building | Kind::Vehicle | Kind::Money => before.count.kind == count.kind,
            _ => matches!(count.kind, Kind::Person | Kind::Bare | Kind::Unknown),
        };
        // «350 ألف قتيل و11 مليون مشرد»: where the first is told by its noun alone, so is the second.
        let by_noun = before.count.own == Some(before.quantity) && !before.count.soft;
        let own = count.own.filter(|q| !count.soft || by_noun && *q != Quantity::Crowd);
        alike.then(|| own.unwrap_or(before.quantity))
    }

    pub(super) fn quantities<'m>(&'m self, matched: &'m Matched) -> impl Iterator<Item = Quantity> + 'm {
        let words = matched.words.iter().flatten();
        words.filter_map(|(_, r)| self.view.analysed.entry(r).feature("quantity")).filter_map(super::quantity_named)
    }

    pub(super) fn decision(&self, candidates: &[Candidate]) -> Decision {
        let name = |c: &Candidate| self.book.rule(c.rule).map_or_else(String::new, |r| r.id.clone());
        let Some((best, rest)) = candidates.split_first() else { return Decision::default() };
        let strength = self.book.rule(best.rule).map_or(0, |r| r.strength);
        Decision {
            rule: name(best),
            score: best.score,
            beaten: rest.iter().map(|c| (name(c), c.score)).collect(),
            why: format!("strength {strength}, {} words passed over", best.matched.skipped),
        }
    }
}

/// Whether what the rule reads is part of the figure before.
fn is_part(rule: &Rule) -> bool {
    rule.gives.get("relation").is_some_and(|r| r == "part")
}

/// Whether the rule reads counts that are said so.
fn may_be_implied(rule: &Rule, count: &Count) -> bool {
    match rule.gives.get("implied").map(String::as_str) {
        None => count.said == Said::Number,
        Some("dual") => matches!(count.said, Said::Number | Said::Dual),
        Some(_) => true,
    }
}

/// Bodies that are recovered are dead, hostages that are held are kidnapped.
fn of_bodies(quantity: Quantity, count: &Count) -> Quantity {
    if count.own == Some(Quantity::Kidnapped) && quantity == Quantity::Detained {
        return Quantity::Kidnapped;
    }
    let dead = count.own == Some(Quantity::Killed) && !count.soft;
    if dead && matches!(quantity, Quantity::Rescued | Quantity::Evacuated) { Quantity::Killed } else { quantity }
}

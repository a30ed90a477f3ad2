//! Counts of a sentence, and the rule that reads each.

use tawatur_model::Quantity;
use tawatur_text::{TokenKind, TokenRange};

use super::count::{Count, Kind, Said, slot};
use super::ranking::{Candidate, Decision, LEAST, score};
use super::view::View;
use super::vocabulary::mark;
use crate::rule::{Matched, Rule, RuleBook, Slots, barrier};

/// How a figure stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// It is part of that one.
    Part,
    /// That one is part of it.
    Whole,
}

/// A figure before place, day and names are known.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) count: Count,
    /// Whether «لم» stands before the verb.
    pub(crate) denied: bool,
    /// A total that is given as it stands, and not on the day of what happened.
    pub(crate) running: bool,
    pub(crate) quantity: Quantity,
    pub(crate) rule: String,
    /// The words that make it a count of this quantity.
    pub(crate) trigger: Option<TokenRange>,
    pub(crate) relation: Option<(Relation, usize)>,
    pub(crate) sentence: usize,
    pub(crate) decision: Decision,
}

/// Tokens left and right of a count in which a rule's words may stand.
const WINDOW: usize = 24;

/// Reads sentence by sentence.
pub(crate) struct Reader<'r, 'v, 'a> {
    pub(crate) view: &'r View<'v, 'a>,
    pub(crate) book: &'static RuleBook,
    pub(crate) drafts: Vec<Draft>,
    /// The figure that rules may go on from, in the sentence at hand.
    before: Option<usize>,
    /// The last whole that a part was taken out of, and its sentence.
    whole: Option<usize>,
    whole_sentence: usize,
    /// Where the words end that a number over several nouns has used up.
    consumed: usize,
    /// The last count that no rule read.
    unread: Option<Count>,
}

impl Slots for Reader<'_, '_, '_> {
    fn barriers(&self, token: usize) -> u8 {
        self.view.barriers(token)
    }

    fn before(&self) -> Option<TokenRange> {
        self.before.and_then(|b| self.drafts.get(b)).map(|d| d.count.whole)
    }
}

impl<'r, 'v, 'a> Reader<'r, 'v, 'a> {
    pub(crate) fn new(view: &'r View<'v, 'a>, book: &'static RuleBook) -> Self {
        Self {
            view,
            book,
            drafts: Vec::new(),
            before: None,
            whole: None,
            whole_sentence: usize::MAX,
            consumed: 0,
            unread: None,
        }
    }

    /// Reads the figures of a sentence into `drafts`.
    pub(crate) fn sentence(&mut self, number: usize, sentence: TokenRange, counts: &[Count]) {
        self.before = None;
        self.consumed = 0;
        self.unread = None;
        for count in counts {
            if count.said != Said::Number && count.number.start < self.consumed {
                continue;
            }
            if count.is_countable() {
                self.count(number, sentence, count);
            } else if count.said == Said::Number {
                self.extra(number, count);
            }
        }
    }

    fn count(&mut self, number: usize, sentence: TokenRange, count: &Count) {
        let candidates = self.candidates(sentence, count);
        let best = candidates.first().copied();
        let Some((best, rule)) = best.and_then(|b| self.book.rule(b.rule).map(|r| (b, r))) else {
            if count.said == Said::Number && count.kind == Kind::Money {
                self.extra(number, count);
            }
            self.unread = Some(*count);
            return;
        };
        let decision = self.decision(&candidates);
        self.settle(number, count, rule, &best.matched, decision);
        if rule.left.is_empty() && !rule.right.is_empty() {
            self.settle_joined(number, count);
        }
        self.settle_what_befell(number, count, &candidates);
    }

    /// «سبعة جنود وثمانية مسلحين قتلوا»: the verb behind the second count is of the first too.
    fn settle_joined(&mut self, number: usize, count: &Count) {
        let joined = count.bits & slot::JOINED != 0;
        let beside = |c: &Count| c.whole.end + 1 >= count.number.start && c.said == Said::Number;
        let alike = |c: &Count| matches!(c.kind, Kind::Person | Kind::Bare | Kind::Unknown);
        let (Some(first), Some(draft)) = (self.unread.take(), self.drafts.last().cloned()) else { return };
        if joined && beside(&first) && alike(&first) && draft.sentence == number && draft.relation.is_none() {
            let at = self.drafts.len() - 1;
            self.drafts.insert(at, Draft { count: first, ..draft });
            self.before = Some(at + 1);
        }
    }

    /// «سحب ثلاثة ركاب أصيبوا بجروح»: what the words after the count say of the same persons.
    fn settle_what_befell(&mut self, number: usize, count: &Count, candidates: &[Candidate]) {
        let first = self.drafts.last().map(|d| d.quantity);
        if !matches!(first, Some(Quantity::Rescued | Quantity::Evacuated | Quantity::Aboard)) {
            return;
        }
        let Some(draft) = self.drafts.last().cloned() else { return };
        for candidate in candidates.iter().skip(1) {
            let Some(rule) = self.book.rule(candidate.rule).filter(|r| r.left.is_empty() && !r.right.is_empty()) else {
                continue;
            };
            let quantity = self.quantity(rule, &candidate.matched, count);
            if let Some(quantity @ (Quantity::Injured | Quantity::Killed)) = quantity {
                self.drafts.push(Draft { quantity, rule: rule.id.clone(), relation: None, sentence: number, ..draft });
                return;
            }
        }
    }

    /// The rules that match, best first.
    fn candidates(&self, sentence: TokenRange, count: &Count) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut wanted = self.wanted(sentence, count);
        while wanted != 0 {
            let number = wanted.trailing_zeros() as usize;
            wanted &= wanted - 1;
            let Some(rule) = self.book.rule(number) else { continue };
            if rule.needs & count.bits != rule.needs || !may_be_implied(rule, count) {
                continue;
            }
            let Some(matched) = rule.matches(self.view.analysed, self, count.number_and_noun(), sentence) else {
                continue;
            };
            let score = score(self.view, count, rule, &matched);
            if score >= LEAST && self.quantity(rule, &matched, count).is_some() {
                found.push(Candidate { rule: number, matched, score });
            }
        }
        found.sort_by_key(|c| (std::cmp::Reverse(c.score), c.rule));
        found
    }

    /// The rules that words near the count call for.
    fn wanted(&self, sentence: TokenRange, count: &Count) -> u128 {
        let start = sentence.start.max(count.number.start.saturating_sub(WINDOW));
        let end = sentence.end.min(count.whole.end + WINDOW / 2);
        let mut wanted = self.book.always();
        for at in start..end {
            for reading in self.view.analysed.readings(at) {
                wanted |= self.book.wanted(reading.sense);
            }
            if let Some(phrase) = self.view.analysed.phrase_at(at) {
                for reading in &phrase.readings {
                    wanted |= self.book.wanted(reading.sense);
                }
            }
        }
        wanted
    }

    /// The quantity that a match gives.
    fn quantity(&self, rule: &Rule, matched: &Matched, count: &Count) -> Option<Quantity> {
        match rule.gives.get("quantity").map(String::as_str) {
            Some("figure") => self.quantity_before(count),
            Some(name) => super::quantity_named(name),
            None if matched.words.iter().all(Option::is_none) => count.own,
            None => self.quantities(matched).next().map(|q| of_bodies(q, count)).or(count.own),
        }
    }

    /// The quantity of the figure before; the noun's own where that is sure.
    fn quantity_before(&self, count: &Count) -> Option<Quantity> {
        let before = self.before.and_then(|b| self.drafts.get(b))?;
        let alike = match before.count.kind {
            Kind::Building | Kind::Vehicle | Kind::Money => before.count.kind == count.kind,
            _ => matches!(count.kind, Kind::Person | Kind::Bare | Kind::Unknown),
        };
        // «350 ألف قتيل و11 مليون مشرد»: where the first is told by its noun alone, so is the second.
        let by_noun = before.count.own == Some(before.quantity) && !before.count.soft;
        let own = count.own.filter(|q| !count.soft || by_noun && *q != Quantity::Crowd);
        alike.then(|| own.unwrap_or(before.quantity))
    }

    fn quantities<'m>(&'m self, matched: &'m Matched) -> impl Iterator<Item = Quantity> + 'm {
        let words = matched.words.iter().flatten();
        words.filter_map(|(_, r)| self.view.analysed.entry(r).feature("quantity")).filter_map(super::quantity_named)
    }

    fn settle(&mut self, number: usize, count: &Count, rule: &Rule, matched: &Matched, decision: Decision) {
        let Some(quantity) = self.quantity(rule, matched, count) else { return };
        let relation =
            self.out_of(count).or_else(|| self.relation(rule, quantity, count.others && number == self.whole_sentence));
        let words = matched.words.iter().flatten().map(|(at, _)| *at);
        let trigger = words.clone().min().zip(words.max()).map(|(a, b)| TokenRange::new(a, b + 1));
        let goes_on = rule.gives.get("quantity").is_some_and(|q| q == "figure") && !rule.gives.contains_key("relation");
        if quantity == Quantity::Casualties {
            self.consumed = matched.end;
        }
        let denied = super::ranking::is_denied(self.view, matched);
        let draft = Draft {
            count: *count,
            denied,
            running: rule.gives.contains_key("toll") || rule.gives.contains_key("running"),
            quantity,
            rule: rule.id.clone(),
            trigger: if goes_on { None } else { trigger },
            relation,
            sentence: number,
            decision,
        };
        let draft = Draft { count: self.named_by_toll(draft.count, rule, matched), ..draft };
        let second = rule.gives.contains_key("also").then(|| self.quantities(matched).nth(1)).flatten();
        self.drafts.push(draft.clone());
        if let Some(second) = second.filter(|s| *s != quantity) {
            // Going left, the nearest word is found first; the order of the text is the other way round.
            self.drafts.push(Draft { quantity: second, ..draft });
        }
        let last = self.drafts.len() - 1;
        if let Some((Relation::Whole, part)) = self.drafts[last].relation {
            self.drafts[last].relation = None;
            (self.whole, self.whole_sentence) = (Some(last), number);
            if let Some(part) = self.drafts.get_mut(part) {
                part.relation = Some((Relation::Part, last));
            }
        }
        if quantity.is_core() {
            self.before = Some(last);
        }
    }

    /// «عدد الإرهابيين ... ارتفع إلى خمسة»: a bare count is of those whose number it is.
    fn named_by_toll(&self, mut count: Count, rule: &Rule, matched: &Matched) -> Count {
        let toll = matched.words.iter().flatten().map(|(at, _)| *at).min();
        if let Some(toll) =
            toll.filter(|t| count.kind == Kind::Bare && *t < count.number.start && rule.gives.contains_key("toll"))
        {
            let named = mark::PERSON | mark::NISBA;
            if self.view.has(toll + 1, named) && !self.view.has(toll + 1, mark::VICTIM) {
                count.who = TokenRange::new(
                    toll + 1,
                    self.view.phrase_end(toll + 1, TokenRange::new(toll, count.number.start), 5),
                );
            }
        }
        count
    }

    fn whole_before(&self) -> Option<(Relation, usize)> {
        self.whole.map(|w| (Relation::Part, w))
    }

    fn relation(&self, rule: &Rule, quantity: Quantity, others: bool) -> Option<(Relation, usize)> {
        let before = self.before;
        match rule.gives.get("relation").map(String::as_str) {
            Some("part") if rule.gives.get("quantity").is_some_and(|q| q == "figure") => {
                before.map(|b| (Relation::Part, b))
            }
            Some("part") => {
                let whole = |d: &Draft| d.quantity == quantity && d.relation.is_none();
                self.drafts.iter().rposition(whole).map(|b| (Relation::Part, b))
            }
            Some("whole") => before.map(|b| (Relation::Whole, b)),
            // «قتل 107 من أصل 110، ونجا 3 آخرون»: the others are of the same whole.
            _ if others => self.whole_before(),
            // What goes on after a part is a part of the same whole.
            _ if rule.gives.get("quantity").is_some_and(|q| q == "figure") => {
                before.and_then(|b| self.drafts.get(b)).and_then(|d| d.relation)
            }
            _ => None,
        }
    }

    /// «103 من أصل 164»: the second is the whole, whatever rule reads it.
    fn out_of(&self, count: &Count) -> Option<(Relation, usize)> {
        let (at, before) = self.before.and_then(|b| self.drafts.get(b).map(|d| (b, d)))?;
        let between = before.count.whole.end..count.number.start;
        let near = between.len() <= 4 && between.clone().any(|t| self.view.has(t, mark::OUT_OF));
        near.then_some((Relation::Whole, at))
    }

    fn decision(&self, candidates: &[Candidate]) -> Decision {
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

    /// A number that no core quantity counts, kept so that it never looks like one.
    fn extra(&mut self, number: usize, count: &Count) {
        let Some((quantity, rule)) = extra_quantity(self.view, count) else { return };
        let decision = Decision { rule: rule.to_owned(), ..Decision::default() };
        self.drafts.push(Draft {
            count: *count,
            denied: false,
            running: false,
            quantity,
            rule: rule.to_owned(),
            trigger: None,
            relation: None,
            sentence: number,
            decision,
        });
    }
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

fn extra_quantity(view: &View<'_, '_>, count: &Count) -> Option<(Quantity, &'static str)> {
    Some(match count.kind {
        Kind::Time if view.is_age(count) => (Quantity::Age, "years-of-age"),
        Kind::Time => (Quantity::Duration, "stretch-of-time"),
        Kind::Percent => (Quantity::Percentage, "share-in-percent"),
        Kind::Money => (Quantity::Money, "sum-of-money"),
        _ => return None,
    })
}

/// The barriers of a text, before slots are known.
pub(crate) fn barriers(view: &View<'_, '_>) -> Vec<u8> {
    let document = view.document();
    let of = |at: usize| match document.kind(at) {
        TokenKind::Stop | TokenKind::Ellipsis => barrier::STOP,
        TokenKind::Semicolon => barrier::CLAUSE,
        TokenKind::Comma => barrier::COMMA,
        TokenKind::Colon => barrier::COLON,
        TokenKind::Word => {
            let that = view.has(at, mark::THAT) && !view.has(at, mark::VERB);
            let clause = if that || view.has(at, mark::CLAUSE) { barrier::CLAUSE } else { 0 };
            let verb = view.has(at, mark::VERB) && !view.has(at, mark::NOMINAL);
            let clause = clause | if verb { barrier::VERB } else { 0 };
            clause | if view.has(at, mark::TRIGGER) { barrier::TRIGGER } else { 0 }
        }
        _ => 0,
    };
    (0..document.tokens().len()).map(of).collect()
}

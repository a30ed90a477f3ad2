//! Counts of a sentence, and the rule that reads each.

use tawatur_lexicon::Clitics;
use tawatur_model::Quantity;
use tawatur_text::TokenRange;

use super::count::{Count, Kind, Said};
use super::ranking::{Candidate, Decision};
use super::relation::Relation;
use super::view::View;
use super::vocabulary::mark;
use crate::rule::{Matched, Rule, RuleBook, Slots};

/// A figure before place, day and names are known.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) count: Count,
    /// Whether «لم» stands before the verb.
    pub(crate) denied: bool,
    /// A total that is given as it stands, and not on the day of what happened.
    pub(crate) running: bool,
    /// Whether it is read only where the report has more of the quantity.
    pub(crate) unsure: bool,
    pub(crate) quantity: Quantity,
    pub(crate) rule: String,
    /// The words that make it a count of this quantity.
    pub(crate) trigger: Option<TokenRange>,
    pub(crate) relation: Option<(Relation, usize)>,
    pub(crate) sentence: usize,
    /// The report itself takes it back: «قبل أن تتراجع إلى ...».
    pub(crate) taken_back: bool,
    /// Dead that were counted otherwise before: «توفي اثنان من المصابين».
    pub(crate) adds: bool,
    /// What a total grew by: «زاد عدد القتلى ثلاثة».
    pub(crate) added: bool,
    pub(crate) decision: Decision,
}

/// Reads sentence by sentence.
pub(crate) struct Reader<'r, 'v, 'a> {
    pub(crate) view: &'r View<'v, 'a>,
    pub(crate) book: &'static RuleBook,
    pub(crate) drafts: Vec<Draft>,
    /// The figure that rules may go on from, in the sentence at hand.
    pub(super) before: Option<usize>,
    /// The last whole that a part was taken out of, and its sentence.
    pub(super) whole: Option<usize>,
    pub(super) whole_sentence: usize,
    /// Where the words end that a number over several nouns has used up.
    consumed: usize,
    /// The sentence at hand.
    pub(super) sentence: usize,
    /// Where the words end that are set between the count at hand and its verb.
    pub(super) reach: Option<usize>,
}

impl Slots for Reader<'_, '_, '_> {
    fn barriers(&self, token: usize) -> u8 {
        self.view.barriers(token)
    }

    fn before(&self) -> Option<TokenRange> {
        self.before.and_then(|b| self.drafts.get(b)).map(|d| d.count.whole)
    }

    fn past_aside(&self, comma: usize, left: bool) -> Option<usize> {
        self.view.past_aside(comma, left)
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
            sentence: 0,
            reach: None,
        }
    }

    /// Reads the figures of a sentence into `drafts`.
    pub(crate) fn sentence(&mut self, number: usize, sentence: TokenRange, counts: &[Count]) {
        self.before = None;
        self.sentence = number;
        self.consumed = 0;
        for (at, count) in counts.iter().enumerate() {
            if count.said != Said::Number && count.number.start < self.consumed {
                continue;
            }
            if count.is_countable() {
                self.reach = self.view.reach(count, counts.get(at + 1..).unwrap_or(&[]), sentence);
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
            return;
        };
        let decision = self.decision(&candidates);
        self.settle(number, count, rule, &best.matched, decision);
        self.settle_what_befell(number, count, &candidates);
    }

    /// «سحب ثلاثة ركاب أصيبوا بجروح»: what the words after the count say of the same persons.
    fn settle_what_befell(&mut self, number: usize, count: &Count, candidates: &[Candidate]) {
        let Some(draft) = self.drafts.last().filter(|d| d.count.number == count.number).cloned() else { return };
        for candidate in candidates.iter().skip(1) {
            let Some(rule) = self.book.rule(candidate.rule).filter(|r| r.left.is_empty() && !r.right.is_empty()) else {
                continue;
            };
            let Some(quantity) = self.quantity(rule, &candidate.matched, count) else { continue };
            let befell = match quantity {
                Quantity::Injured | Quantity::Killed => matches!(
                    draft.quantity,
                    Quantity::Rescued | Quantity::Evacuated | Quantity::Aboard | Quantity::Other
                ),
                // «مقتل تسعة عمال كان التنظيم خطفهم»
                Quantity::Kidnapped | Quantity::Detained => {
                    draft.quantity != quantity && candidate.matched.words.iter().flatten().any(|(_, r)| has_pronoun(r))
                }
                // «مقتل 39 شخصا كانوا على متنها»
                Quantity::Aboard => {
                    let harmed = matches!(draft.quantity, Quantity::Killed | Quantity::Injured | Quantity::Missing);
                    harmed && count.own.is_none() && candidate.matched.skipped <= 2
                }
                _ => false,
            };
            if befell {
                let trigger = words_of(&candidate.matched);
                let rule = rule.id.clone();
                self.drafts.push(Draft { quantity, rule, trigger, relation: None, sentence: number, ..draft });
                return;
            }
        }
    }

    fn settle(&mut self, number: usize, count: &Count, rule: &Rule, matched: &Matched, decision: Decision) {
        let Some(quantity) = self.quantity(rule, matched, count) else { return };
        let Some(count) = self.as_many(count) else { return };
        let count = &count;
        let relation = self
            .out_of(count)
            .or_else(|| self.relation(rule, quantity, count, count.others && number == self.whole_sentence));
        let trigger = words_of(matched);
        let goes_on = rule.gives.get("quantity").is_some_and(|q| q == "figure") && !rule.gives.contains_key("relation");
        if quantity == Quantity::Casualties {
            self.consumed = matched.end;
        }
        let denied = super::ranking::is_denied(self.view, matched);
        if rule.gives.contains_key("takes-back")
            && let Some(before) = self.before.and_then(|b| self.drafts.get_mut(b))
        {
            before.taken_back = true;
        }
        let draft = Draft {
            count: *count,
            taken_back: false,
            adds: rule.gives.contains_key("adds") && count.own == Some(Quantity::Injured),
            added: rule.gives.contains_key("increment"),
            denied,
            unsure: rule.gives.contains_key("where"),
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

    /// «ومثلهم في النجف»: the number, and who they are, of the last figure in the sentence.
    fn as_many(&self, count: &Count) -> Option<Count> {
        if count.said != Said::Same {
            return Some(*count);
        }
        let before = self.before.and_then(|b| self.drafts.get(b)).map(|d| d.count)?;
        let numbered = matches!(before.said, Said::Number | Said::Dual) && before.low != Some(1.0);
        let who = if count.who.is_empty() { before.who } else { count.who };
        let (low, high, mode, kind) = (before.low, before.high, before.mode, before.kind);
        numbered.then_some(Count { low, high, mode, kind, who, ..*count })
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
        let toll = matched.words.iter().flatten().map(|(at, _)| *at).min();
        let toll = toll.filter(|t| *t + 2 < count.number.start && rule.gives.contains_key("toll"));
        // «عدد القتلى المدنيين ... 855 قتيلا»
        let sort = |t: usize| self.view.has(t + 1, mark::VICTIM) && self.view.has(t + 2, mark::PERSON | mark::NISBA);
        let plain = count.who.is_empty() || count.own.is_some() && count.who.len() == 1;
        if let Some(toll) =
            toll.filter(|t| sort(*t) && plain && self.view.is_definite(t + 2) && !self.view.has(t + 2, mark::VICTIM))
        {
            count.who = TokenRange::new(toll + 2, toll + 3);
        }
        count
    }

    /// A number that no core quantity counts, kept so that it never looks like one.
    fn extra(&mut self, number: usize, count: &Count) {
        let Some((quantity, rule)) = extra_quantity(self.view, count) else { return };
        let decision = Decision { rule: rule.to_owned(), ..Decision::default() };
        self.drafts.push(Draft {
            count: *count,
            denied: false,
            running: false,
            unsure: false,
            quantity,
            rule: rule.to_owned(),
            trigger: None,
            relation: None,
            sentence: number,
            taken_back: false,
            adds: false,
            added: false,
            decision,
        });
    }
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

/// The words of the rule, from the first to the last.
fn words_of(matched: &Matched) -> Option<TokenRange> {
    let words = matched.words.iter().flatten().map(|(at, _)| *at);
    words.clone().min().zip(words.max()).map(|(a, b)| TokenRange::new(a, b + 1))
}

fn has_pronoun(reading: &tawatur_lexicon::Reading) -> bool {
    reading.clitics.has(Clitics::PRONOUN)
}

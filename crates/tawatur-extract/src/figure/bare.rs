//! Numbers without a noun behind them: years, ages, results, sums; and nouns that stand before them.

use tawatur_lexicon::{Clitics, Reading};
use tawatur_text::{TokenKind, TokenRange};

use super::amount::Amount;
use super::count::{Count, Kind};
use super::view::View;
use super::vocabulary::mark;

impl View<'_, '_> {
    /// «ليلة الجمعة», «يوم 3 مارس», «الخميس»: a word of time that tells when.
    pub(crate) fn is_when(&self, at: usize) -> bool {
        let time = |t: usize| self.has(t, mark::TIME) && self.document().kind(t) == TokenKind::Word;
        let day = self.has(at, mark::TIME) && self.is_day(at) && self.is_definite(at);
        day || time(at) && !self.is_definite(at) && time(at + 1) && (self.is_day(at + 1) || self.is_definite(at + 1))
    }

    /// «العشرات», «الآلاف»: a vague number with the article has its noun behind «من» only.
    pub(super) fn stands_alone(&self, amount: &Amount) -> bool {
        let vague = amount.low != amount.high && amount.low.is_some() && amount.high.is_some();
        let Some(last) = amount.tokens.end.checked_sub(1) else { return false };
        let word = self.document().kind(last) == TokenKind::Word && self.is_definite(last);
        let from = self.is_from(amount.tokens.end) || self.has(amount.tokens.end, mark::OTHER);
        vague && word && !from
    }

    /// «شخص واحد», «مدنيين اثنين»: the noun before a numeral that only repeats its number.
    pub(super) fn noun_of_numeral(&self, amount: &Amount, sentence: TokenRange) -> Option<(usize, Reading)> {
        let value = amount.low.filter(|_| amount.low == amount.high)?;
        let numeral = amount.tokens.start;
        let word = self.document().kind(numeral) == TokenKind::Word && amount.tokens.len() == 1;
        let at = numeral.checked_sub(1).filter(|b| sentence.contains(*b))?;
        let countable = mark::VICTIM | mark::PERSON | mark::NISBA | mark::BUILDING | mark::VEHICLE;
        let noun =
            self.has(at, countable) && !self.is_definite(at) && !self.is_definite(numeral) && !self.joins(numeral);
        if !word || !noun || !(value == 1.0 || value == 2.0) {
            return None;
        }
        let reading = self.numbered_noun(at)?;
        let plural = reading.form.is_plural() && value == 1.0;
        let bound = reading.form.is_construct() || reading.clitics.has(Clitics::PRONOUN);
        (!plural && !bound).then_some((at, reading))
    }

    /// Whether a stretch of years is somebody's age.
    pub(crate) fn is_age(&self, count: &Count) -> bool {
        let start = count.number.start;
        let bracket = start.checked_sub(1).is_some_and(|i| self.document().kind(i) == TokenKind::Open);
        bracket || (start.saturating_sub(3)..start).any(|i| self.has(i, mark::AGE))
    }

    /// The code of the currency of a sum.
    pub(crate) fn currency(&self, count: &Count) -> Option<&'static str> {
        let near = count.number.start.saturating_sub(1)..count.whole.end + 1;
        near.filter(|t| self.has(*t, mark::MONEY)).find_map(|t| {
            let money = self.analysed.readings(t).iter().find(|r| self.bits_of(r) & mark::MONEY != 0)?;
            self.analysed.entry(money).feature("code")
        })
    }

    /// The unit of a stretch of time.
    pub(crate) fn time_unit(&self, count: &Count) -> Option<&'static str> {
        let unit = self.analysed.readings(count.number.end).iter().find(|r| self.bits_of(r) & mark::TIME != 0)?;
        self.analysed.entry(unit).feature("unit")
    }

    /// A bare number in digits that is a year, unless a word that calls for a count stands right before it.
    pub(crate) fn is_year(&self, amount: &Amount, sentence: TokenRange) -> bool {
        let year =
            amount.low == amount.high && amount.low.is_some_and(|v| (1900.0..2100.0).contains(&v) && v.fract() == 0.0);
        let digits = amount.tokens.len() == 1 && self.document().word(amount.tokens.start).len() == 4;
        let called =
            amount.full.start.checked_sub(1).is_some_and(|b| sentence.contains(b) && self.has(b, mark::TRIGGER));
        year && digits && !called && amount.full == amount.tokens
    }

    /// What a bare number is when the words around it make it no count: a minute, a result, a year, an ordinal.
    pub(crate) fn bare_kind(&self, amount: &Amount, sentence: TokenRange) -> Option<Kind> {
        let dash = |at: usize| self.document().kind(at) == TokenKind::Dash;
        let before = amount.full.start.checked_sub(1).filter(|b| sentence.contains(*b));
        if self.is_span_of_years(amount) || self.is_only_one(amount, before) {
            return Some(Kind::Measure);
        }
        if dash(amount.full.end) || before.is_some_and(dash) || self.is_year(amount, sentence) {
            return Some(Kind::Measure);
        }
        before
            .filter(|b| self.has(*b, mark::TIME) && self.document().kind(*b) == TokenKind::Word && !self.is_day(*b))
            .map(|_| Kind::Time)
    }

    /// A day or month before a number is when something happened, not what the number counts.
    fn is_day(&self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().any(|r| matches!(lexicon.sense_name(r.sense), "noun:weekday" | "noun:month"))
    }

    /// «الأتراك الستة»: the noun that a number with the article stands behind.
    pub(crate) fn noun_before(&self, number: usize, sentence: TokenRange) -> Option<(usize, Option<Reading>)> {
        let mut at = number;
        let mut before = at.checked_sub(1).filter(|b| sentence.contains(*b))?;
        let article = self.is_article(before);
        if article {
            at = before;
            before = at.checked_sub(1).filter(|b| sentence.contains(*b))?;
        }
        let definite = article || self.document().word(at).starts_with("ال");
        let noun = self.document().kind(before) == TokenKind::Word
            && (self.is_definite(before) || self.has_pronoun_reading(before));
        let other = mark::PREPOSITION | mark::PARTICLE | mark::VERB | mark::ADVERB | mark::TIME;
        if !definite || !noun || self.has(before, other) && !self.has(before, mark::NOMINAL) {
            return None;
        }
        // «ركاب الطائرة الخمسة»: they are counted, and not what they are in construct with.
        let persons = mark::PERSON | mark::VICTIM | mark::NISBA | mark::GROUP;
        let head = before
            .checked_sub(1)
            .filter(|h| sentence.contains(*h) && self.has(*h, mark::PERSON | mark::VICTIM) && !self.is_definite(*h));
        let at = head.filter(|h| !self.has(before, persons) && self.is_plural_form(*h)).unwrap_or(before);
        Some((at, self.numbered_noun(at)))
    }

    /// «من 2003 إلى 2013»
    fn is_span_of_years(&self, amount: &Amount) -> bool {
        let year = |v: Option<f64>| v.is_some_and(|v| (1900.0..2100.0).contains(&v));
        amount.low != amount.high && year(amount.low) && year(amount.high)
    }

    /// «بصوت واحد»: the number only says that it is one and the same.
    fn is_only_one(&self, amount: &Amount, before: Option<usize>) -> bool {
        let calls = mark::VERB | mark::TRIGGER | mark::PREPOSITION | mark::PARTICLE | mark::AMONG | mark::ADVERB;
        let noun = |b: usize| self.document().kind(b) == TokenKind::Word && !self.has(b, calls);
        amount.low == Some(1.0) && amount.high == Some(1.0) && before.is_some_and(noun)
    }
}

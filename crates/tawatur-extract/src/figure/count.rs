//! Counts: a number with what it counts, before it is known what happened to them.

use tawatur_lexicon::Reading;
use tawatur_model::{Mode, Quantity};
use tawatur_text::{TokenKind, TokenRange};

use super::amount::Amount;
use super::slot;
use super::view::View;
use super::vocabulary::mark;

/// What is counted, by the noun alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Persons, by whatever noun; also a noun that no list knows.
    Person,
    /// No noun at all.
    Bare,
    /// A noun that no list knows.
    Unknown,
    /// Buildings.
    Building,
    /// Vehicles and craft.
    Vehicle,
    /// Money.
    Money,
    /// A stretch of time.
    Time,
    /// Another measure.
    Measure,
    /// A share in percent.
    Percent,
    /// Things that no core quantity counts.
    Thing,
}

/// How the number is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// As a number.
    Number,
    /// By a noun in the dual.
    Dual,
    /// By an indefinite singular noun.
    One,
    /// "One of".
    OneOf,
    /// "One of them".
    OneOfThem,
    /// "Another".
    Another,
    /// "As many": the number of the figure before.
    Same,
}

/// What stands right before a count and rules it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Governor {
    /// Nothing: a verb may take it as subject or object.
    Free,
    /// A preposition.
    Preposition,
    /// An indefinite noun or an unknown word: the count may be its genitive.
    Noun,
}

/// A number with what it counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    /// Number and bound words; the noun, where the noun says how many.
    pub(crate) number: TokenRange,
    /// Number and noun phrase.
    pub(crate) whole: TokenRange,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) mode: Mode,
    pub(crate) kind: Kind,
    pub(crate) said: Said,
    /// Quantity of the noun itself.
    pub(crate) own: Option<Quantity>,
    /// Whether that quantity gives way to a verb.
    pub(crate) soft: bool,
    /// The noun phrase that says who, without the number; empty where it only says persons.
    pub(crate) who: TokenRange,
    /// "Others".
    pub(crate) others: bool,
    pub(crate) governor: Governor,
    /// Bits of [`slot`].
    pub(crate) bits: u32,
    /// The noun.
    pub(crate) noun: Option<(usize, Reading)>,
}

impl Count {
    /// The count that a number makes with the words after it.
    pub(crate) fn of_amount(view: &View<'_, '_>, amount: &Amount, sentence: TokenRange) -> Self {
        // «تجاوز عدد القتلى خمسة آلاف»: a bound that stands far off leaves the words between to the rules.
        if let Some(count) = Self::of_noun_and_numeral(view, amount, sentence) {
            return count;
        }
        let far = (amount.full.start..amount.tokens.start).any(|t| view.has(t, mark::VICTIM | mark::TRIGGER));
        let start = if far { amount.tokens.start } else { amount.full.start };
        let mut count = Self::blank(TokenRange::new(start, amount.tokens.end));
        (count.low, count.high, count.mode) = (amount.low, amount.high, amount.mode);
        if amount.mode == Mode::UpTo && view.is_purpose_verb(amount.full.start) {
            // «ليصل إلى 347»: what the count has come to, no limit.
            (count.low, count.mode, count.number) = (amount.high, Mode::Exact, amount.tokens);
            count.whole = count.number;
        }
        if amount.percent {
            count.kind = Kind::Percent;
            count.whole.end = amount.full.end;
        } else if !view.stands_alone(amount) {
            count.read_noun(view, amount.tokens.end, sentence);
            // «5 على الأقل من المدنيين»: the bound stands before the noun.
            if count.kind == Kind::Bare && !count.others && amount.full.end > amount.tokens.end {
                count.whole.end = amount.full.end;
                count.read_noun(view, amount.full.end, sentence);
            }
            count.whole.end = count.whole.end.max(amount.full.end);
        }
        if count.kind == Kind::Bare
            && !count.others
            && let Some(kind) = view.bare_kind(amount, sentence)
        {
            count.kind = kind;
        }
        if count.kind == Kind::Bare
            && let Some((at, reading)) = view.noun_before(amount.tokens.start, sentence)
        {
            count.take_noun_before(view, at, reading);
        }
        if count.kind == Kind::Bare
            && !count.others
            && let Some(who) = view.who_in_body(count.whole.end, sentence)
        {
            (count.who, count.whole.end) = (who, who.end);
        }
        if view.document().kind(amount.full.start.wrapping_sub(1)) == TokenKind::Currency
            && amount.full.start > sentence.start
        {
            count.kind = Kind::Money;
        }
        count.finish(view, sentence);
        count
    }

    /// The count that a noun makes by its form.
    pub(crate) fn of_noun(view: &View<'_, '_>, at: usize, reading: Reading, said: Said, sentence: TokenRange) -> Self {
        let mut count = Self::blank(TokenRange::new(at, at + 1));
        let value = if said == Said::Dual { 2.0 } else { 1.0 };
        (count.low, count.high, count.said) = (Some(value), Some(value), said);
        match said {
            Said::OneOf => count.read_noun(view, at + 1, sentence),
            Said::Another => (count.kind, count.others) = (Kind::Bare, true),
            Said::Same => count.read_same(view, at, sentence),
            Said::OneOfThem => {
                (count.kind, count.bits) = (Kind::Bare, slot::OF_THEM);
                if view.is_from(at + 1) && view.nominal_after_from(at + 1).is_some() {
                    count.who = TokenRange::new(at + 2, view.phrase_end(at + 2, sentence, 6));
                    count.whole.end = count.who.end;
                }
            }
            _ => count.take_noun(view, at, reading, at, sentence),
        }
        count.finish(view, sentence);
        count
    }

    /// «ومثلهم في النجف», «ومثل هذا العدد من النساء»: who they are, where that is said.
    fn read_same(&mut self, view: &View<'_, '_>, at: usize, sentence: TokenRange) {
        let end = view.analysed.phrase_at(at).map_or(at + 1, |p| p.tokens.end).min(sentence.end.max(at + 1));
        (self.number, self.whole) = (TokenRange::new(at, end), TokenRange::new(at, end));
        if view.is_from(end) && view.nominal_after_from(end).is_some() {
            self.read_noun(view, end, sentence);
        }
        self.bits |= slot::SAME;
    }

    /// «شخص واحد», «مدنيين اثنين»: the numeral repeats what the form of the noun before it says.
    fn of_noun_and_numeral(view: &View<'_, '_>, amount: &Amount, sentence: TokenRange) -> Option<Self> {
        let (at, reading) = view.noun_of_numeral(amount, sentence)?;
        let mut count = Self::blank(TokenRange::new(at, amount.full.end));
        (count.low, count.high, count.mode) = (amount.low, amount.high, amount.mode);
        count.take_noun(view, at, reading, at, TokenRange::new(sentence.start, amount.tokens.start));
        count.whole.end = count.whole.end.max(amount.full.end);
        count.finish(view, sentence);
        Some(count)
    }

    fn blank(number: TokenRange) -> Self {
        Self {
            number,
            whole: number,
            low: None,
            high: None,
            mode: Mode::Exact,
            kind: Kind::Bare,
            said: Said::Number,
            own: None,
            soft: false,
            who: TokenRange::default(),
            others: false,
            governor: Governor::Free,
            bits: 0,
            noun: None,
        }
    }

    pub(super) fn finish(&mut self, view: &View<'_, '_>, sentence: TokenRange) {
        self.governor = view.governor(self.number.start, sentence);
        self.bits |= match self.kind {
            Kind::Person => slot::PERSON | slot::NAMED,
            Kind::Bare => slot::PERSON | slot::BARE,
            Kind::Unknown => slot::PERSON,
            Kind::Building => slot::BUILDING,
            Kind::Vehicle => slot::VEHICLE,
            Kind::Money => slot::MONEY,
            _ => 0,
        };
        if self.own.is_some() {
            self.bits |= slot::VICTIM | if self.soft { slot::SOFT } else { slot::HARD };
        }
        if self.others {
            self.bits |= slot::OTHERS;
        }
        if self.mode != Mode::Vague {
            self.bits |= slot::NUMBERED;
        }
        if self.said == Said::One && self.noun.is_some_and(|(at, r)| is_object(view, at, &r)) {
            self.bits |= slot::OBJECT;
        }
        self.bits |= view.joint(self.number.start, sentence);
    }

    /// Whether rules are tried at all.
    pub(crate) fn is_countable(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Bare | Kind::Unknown | Kind::Building | Kind::Vehicle | Kind::Money)
    }

    /// The tokens that a rule is matched around.
    pub(crate) fn number_and_noun(&self) -> TokenRange {
        TokenRange::new(self.number.start, self.whole.end)
    }
}

/// «رجلا», «حارسا»: the ending of an object, or of a subject behind «أن».
fn is_object(view: &View<'_, '_>, at: usize, reading: &Reading) -> bool {
    reading.form.is_accusative() && view.document().word(at).ends_with('ا')
}

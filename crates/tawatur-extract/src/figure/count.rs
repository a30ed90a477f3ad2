//! Counts: a number with what it counts, before it is known what happened to them.

use tawatur_lexicon::Reading;
use tawatur_model::{Mode, Quantity};
use tawatur_text::{TokenKind, TokenRange};

use super::amount::Amount;
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
    /// "Another".
    Another,
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

/// Tests of a count in patterns.
pub(crate) mod slot {
    /// Persons, or a noun that could be persons, or none.
    pub(crate) const PERSON: u32 = 1;
    /// A noun that means dead or injured or the like.
    pub(crate) const VICTIM: u32 = 2;
    /// Such a noun that no verb overrules.
    pub(crate) const HARD: u32 = 4;
    /// Such a noun that a verb overrules.
    pub(crate) const SOFT: u32 = 8;
    /// No noun.
    pub(crate) const BARE: u32 = 16;
    /// Buildings.
    pub(crate) const BUILDING: u32 = 32;
    /// Vehicles.
    pub(crate) const VEHICLE: u32 = 64;
    /// Money.
    pub(crate) const MONEY: u32 = 128;
    /// Soldiers, police, rescuers.
    pub(crate) const FORCE: u32 = 256;
    /// Armed men.
    pub(crate) const MILITANT: u32 = 512;
    /// Joined by «و».
    pub(crate) const JOINED: u32 = 1024;
    /// After a comma.
    pub(crate) const LISTED: u32 = 2048;
    /// A noun that names persons for sure.
    pub(crate) const NAMED: u32 = 4096;
    /// "Others".
    pub(crate) const OTHERS: u32 = 8192;
    /// Right behind an opening bracket.
    pub(crate) const BRACKETED: u32 = 16384;

    /// The bit of a name in patterns.
    pub(crate) fn named(name: &str) -> Option<u32> {
        Some(match name {
            "person" => PERSON,
            "victim" => VICTIM,
            "hard" => HARD,
            "soft" => SOFT,
            "bare" => BARE,
            "building" => BUILDING,
            "vehicle" => VEHICLE,
            "money" => MONEY,
            "force" => FORCE,
            "militant" => MILITANT,
            "joined" => JOINED,
            "listed" => LISTED,
            "named" => NAMED,
            "others" => OTHERS,
            "bracketed" => BRACKETED,
            _ => return None,
        })
    }
}

/// Words that a noun phrase may have behind the number.
const LONGEST_PHRASE: usize = 7;

impl Count {
    /// The count that a number makes with the words after it.
    pub(crate) fn of_amount(view: &View<'_, '_>, amount: &Amount, sentence: TokenRange) -> Self {
        // «تجاوز عدد القتلى خمسة آلاف»: a bound that stands far off leaves the words between to the rules.
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
        } else {
            count.read_noun(view, amount.tokens.end, sentence);
            // «5 على الأقل من المدنيين»: the bound stands before the noun.
            if count.kind == Kind::Bare && !count.others && amount.full.end > amount.tokens.end {
                count.whole.end = amount.full.end;
                count.read_noun(view, amount.full.end, sentence);
            }
            count.whole.end = count.whole.end.max(amount.full.end);
        }
        if count.kind == Kind::Bare && !count.others {
            if let Some((at, reading)) = view.one_or_two(amount, sentence) {
                count.take_noun_before(view, at, Some(reading));
                count.whole.start = at;
            } else if let Some(kind) = view.bare_kind(amount, sentence) {
                count.kind = kind;
            } else if let Some((at, reading)) = view.noun_before(amount.tokens.start, sentence) {
                count.take_noun_before(view, at, reading);
            }
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
            _ => count.take_noun(view, at, reading, at, sentence),
        }
        count.finish(view, sentence);
        count
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

    /// Finds the counted noun at or after a token: «شخصا», «من عناصر الأمن», «"إرهابيين"», «آخرين».
    fn read_noun(&mut self, view: &View<'_, '_>, from: usize, sentence: TokenRange) {
        let mut at = from;
        // «عدد (30) عنصرا»: the noun stands behind the bracket.
        let enclosed = self.number.start.checked_sub(1).is_some_and(|b| view.document().kind(b) == TokenKind::Open);
        if enclosed && view.document().kind(at) == TokenKind::Close {
            at += 1;
        }
        if view.document().kind(at) == TokenKind::Open {
            at = view.past_bracket(at, sentence);
        }
        let partitive = view.is_from(at);
        if partitive {
            at += 1;
        }
        if matches!(view.document().kind(at), TokenKind::Quote | TokenKind::Hash) {
            at += 1;
        }
        if !sentence.contains(at) {
            return;
        }
        if view.has(at, mark::OTHER) {
            self.others = true;
            self.whole.end = at + 1;
            // «ثلاثة آخرين من رجال الأمن»
            if view.is_from(at + 1) && view.nominal_after_from(at + 1).is_some() {
                self.read_noun(view, at + 1, sentence);
                self.others = true;
            }
            return;
        }
        match view.counted_noun(at, partitive) {
            Some(reading) => self.take_noun(view, at, reading, at, sentence),
            None => self.take_unlisted(view, at, partitive, sentence),
        }
    }

    /// A noun that the lists know.
    fn take_noun(&mut self, view: &View<'_, '_>, at: usize, reading: Reading, from: usize, sentence: TokenRange) {
        let bits = view.bits_of(&reading);
        let entry = view.analysed.entry(&reading);
        self.noun = Some((at, reading));
        self.kind = kind_of(bits);
        if bits & mark::VICTIM != 0 {
            self.own = entry.feature("quantity").and_then(super::quantity_named);
            self.soft = entry.feature("soft").is_some();
        }
        if entry.feature("force").is_some() {
            self.bits |= slot::FORCE;
        }
        if bits & mark::MILITANT != 0 {
            self.bits |= slot::MILITANT;
        }
        let end = view.phrase_end(at, sentence, LONGEST_PHRASE);
        self.whole.end = self.whole.end.max(end);
        let anonymous = entry.feature("anon").is_some();
        // «ستة من أفراد الدورية»: the noun names them by the group that they are of.
        let of_group =
            bits & mark::PERSON != 0 && (at + 1..end).any(|i| view.is_definite(i)) && !view.has(at + 1, mark::OTHER);
        self.who = if !anonymous || of_group {
            TokenRange::new(from, end)
        } else {
            view.who_after(end, sentence).unwrap_or_default()
        };
        if anonymous && !self.who.is_empty() {
            self.whole.end = self.whole.end.max(self.who.end);
        }
        if view.has(end, mark::OTHER) || (at + 1..end).any(|i| view.has(i, mark::OTHER)) {
            self.others = true;
        }
        if view.has(end, mark::OTHER) {
            self.whole.end = end + 1;
        }
    }

    /// «الأتراك الستة»: the noun stands before the number.
    fn take_noun_before(&mut self, view: &View<'_, '_>, at: usize, reading: Option<Reading>) {
        let Some(reading) = reading else {
            self.kind = if view.has(at, mark::NISBA) { Kind::Person } else { Kind::Thing };
            self.who = TokenRange::new(at, at + 1);
            return;
        };
        self.kind = kind_of(view.bits_of(&reading));
        let entry = view.analysed.entry(&reading);
        if view.bits_of(&reading) & mark::VICTIM != 0 {
            self.own = entry.feature("quantity").and_then(super::quantity_named);
            self.soft = true;
        }
        if entry.feature("anon").is_none() {
            self.who = TokenRange::new(at, at + 1);
        }
        self.noun = Some((at, reading));
    }

    /// A noun that the lists do not know, or none.
    fn take_unlisted(&mut self, view: &View<'_, '_>, at: usize, partitive: bool, sentence: TokenRange) {
        let marks = view.mark(at);
        if view.document().kind(at) == TokenKind::Currency || marks & mark::MONEY != 0 && marks & mark::AMONG == 0 {
            self.kind = Kind::Money;
            self.whole.end = at + 1;
        } else if view.is_when(at) {
            // «أصيب العشرات ليلة الجمعة», «40 ألفا يوم الخميس»: when, and not what is counted.
        } else if marks & mark::TIME != 0 && marks & mark::PERSON == 0 {
            self.kind = Kind::Time;
            self.whole.end = at + 1;
        } else if marks & mark::MEASURE != 0 && marks & mark::AMONG == 0 {
            self.kind = Kind::Measure;
            self.whole.end = at + 1;
        } else if marks & mark::NISBA != 0 && view.is_indefinite_or(partitive, at) {
            self.kind = Kind::Person;
            self.bits |= slot::NAMED;
            self.whole.end = view.phrase_end(at, sentence, LONGEST_PHRASE);
            self.who = TokenRange::new(at, self.whole.end);
        } else if view.may_be_noun(at, partitive) {
            self.kind = Kind::Unknown;
            self.whole.end = view.phrase_end(at, sentence, LONGEST_PHRASE);
            self.who = TokenRange::new(at, self.whole.end);
        }
    }

    fn finish(&mut self, view: &View<'_, '_>, sentence: TokenRange) {
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
        self.bits |= view.joint(self.number.start, sentence);
    }

    /// Whether rules are tried at all.
    pub(crate) fn is_countable(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Bare | Kind::Unknown | Kind::Building | Kind::Vehicle | Kind::Money)
    }
}

fn kind_of(bits: u64) -> Kind {
    if bits & (mark::VICTIM | mark::PERSON) != 0 {
        Kind::Person
    } else if bits & mark::BUILDING != 0 {
        Kind::Building
    } else if bits & mark::VEHICLE != 0 {
        Kind::Vehicle
    } else if bits & mark::THING != 0 {
        Kind::Thing
    } else {
        Kind::Unknown
    }
}

impl Count {
    /// The tokens that a rule is matched around.
    pub(crate) fn number_and_noun(&self) -> TokenRange {
        TokenRange::new(self.number.start, self.whole.end)
    }
}

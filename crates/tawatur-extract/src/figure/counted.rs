//! The noun that a number counts.

use tawatur_lexicon::Reading;
use tawatur_text::{TokenKind, TokenRange};

use super::count::{Count, Kind, Said};
use super::slot;
use super::view::View;
use super::vocabulary::mark;

/// Words that a noun phrase may have behind the number.
const LONGEST_PHRASE: usize = 7;

/// More than there are villages or towns in a report.
const MANY: f64 = 1000.0;

impl Count {
    /// Finds the counted noun at or after a token: «شخصا», «من عناصر الأمن», «"إرهابيين"», «آخرين».
    pub(super) fn read_noun(&mut self, view: &View<'_, '_>, from: usize, sentence: TokenRange) {
        let mut at = from;
        if view.document().kind(at) == TokenKind::Open {
            at = view.past_bracket(at, sentence);
        } else if view.is_bracketed(self.number) {
            // «عدد (30) عنصرا»
            at += 1;
        }
        let partitive = view.is_from(at);
        if partitive {
            at += 1;
        }
        while matches!(view.document().kind(at), TokenKind::Quote | TokenKind::Hash) {
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
        // «نزح عشرون ألفا من القرى المجاورة»: where so many come from, and not what is counted.
        let many = self.low.is_some_and(|l| l >= MANY) && self.number.end <= at;
        // «فر الآلاف من منازلهم»
        let theirs = view.has(at, mark::BUILDING) && view.ends_in_pronoun(at);
        let from_where = theirs || many && view.has(at, mark::PLACE_HEAD | mark::PLACE);
        if partitive && from_where && !view.has(at, mark::PERSON) {
            return;
        }
        match view.counted_noun(at, partitive) {
            Some(reading) => self.take_noun(view, at, reading, at, sentence),
            None => self.take_unlisted(view, at, partitive, sentence),
        }
    }

    /// A noun that the lists know.
    pub(super) fn take_noun(
        &mut self,
        view: &View<'_, '_>,
        at: usize,
        reading: Reading,
        from: usize,
        sentence: TokenRange,
    ) {
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
        let mut end = view.phrase_end(at, sentence, LONGEST_PHRASE);
        // «غادر سبعة آلاف شخص المنطقة»: a counted noun in the singular has no genitive with the article.
        if entry.feature("anon").is_some() && self.said == Said::Number && !reading.form.is_plural() {
            end = (at + 1..end).find(|i| view.is_definite(*i)).unwrap_or(end);
        }
        // «أودع سبعة نواب السجن»: where they were put is no part of who they are.
        let put = (self.number.start.saturating_sub(4)..self.number.start).any(|t| view.has(t, mark::ACTS));
        if put && let Some(prison) = (at + 1..end).find(|t| view.has(*t, mark::PRISON)) {
            end = prison;
        }
        self.whole.end = self.whole.end.max(end);
        if bits & mark::CASE != 0
            && let Some(quantity) = view.harm_of_case(at + 1)
        {
            (self.own, self.soft, self.whole.end) = (Some(quantity), false, self.whole.end.max(at + 2));
        }
        let anonymous = entry.feature("anon").is_some() || bits & mark::CASE != 0;
        // «ستة من أفراد الدورية»: the noun names them by the group that they are of.
        let of_group =
            bits & mark::PERSON != 0 && (at + 1..end).any(|i| view.is_definite(i)) && !view.has(at + 1, mark::OTHER);
        self.who = if !anonymous || of_group {
            TokenRange::new(from, end)
        } else {
            self.who_of_body(view, at, entry.feature("body").is_some(), sentence)
                .or_else(|| view.who_after(end, sentence))
                .unwrap_or_default()
        };
        if anonymous && !self.who.is_empty() {
            self.whole.end = self.whole.end.max(self.who.end);
        }
        // «180 فردا من الجيش»: the body that they are of makes them a force.
        let of_body = view.is_from(end) && view.has(end + 1, mark::FORCES);
        if bits & mark::PERSON != 0 && (of_body || (at + 1..self.whole.end).any(|i| view.has(i, mark::FORCES))) {
            self.bits |= slot::FORCE;
        }
        if view.has(end, mark::OTHER) || (at + 1..end).any(|i| view.has(i, mark::OTHER)) {
            self.others = true;
        }
        if view.has(end, mark::OTHER) {
            self.whole.end = end + 1;
        }
    }

    /// «جثة رجل مسلم»: whose body it is.
    fn who_of_body(&self, view: &View<'_, '_>, at: usize, body: bool, sentence: TokenRange) -> Option<TokenRange> {
        let next = at + 1;
        let person = body && sentence.contains(next) && view.has(next, mark::PERSON | mark::NISBA);
        (person && !view.is_definite(next) && !view.joins(next))
            .then(|| TokenRange::new(next, view.phrase_end(next, sentence, LONGEST_PHRASE)))
    }

    /// «الأتراك الستة»: the noun stands before the number.
    pub(super) fn take_noun_before(&mut self, view: &View<'_, '_>, at: usize, reading: Option<Reading>) {
        self.number.start = at;
        self.whole.start = at;
        let Some(reading) = reading else {
            self.kind = if view.has(at, mark::NISBA) { Kind::Person } else { Kind::Thing };
            self.who = TokenRange::new(at, at + 1);
            return;
        };
        self.kind = kind_of(view.bits_of(&reading));
        let entry = view.analysed.entry(&reading);
        // «الطاقم الستة»: a crew is aboard.
        if view.bits_of(&reading) & mark::VICTIM != 0 || entry.feature("soft").is_some() {
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
        // «ثلاثين بين قتيل وجريح»: no yen.
        let money = marks & mark::MONEY != 0 && marks & mark::AMONG == 0 && !view.has(at, mark::RANKS);
        if view.document().kind(at) == TokenKind::Currency || money {
            self.kind = Kind::Money;
            self.whole.end = at + 1;
        } else if marks & mark::LIFE != 0 {
            // «لقي زوجان وأطفالهما الثلاثة حتفهم»: how they ended, and not what is counted.
        } else if view.is_when(at) {
            // «أصيب العشرات ليلة الجمعة», «40 ألفا يوم الخميس»: when, and not what is counted.
        } else if marks & mark::TIME != 0 && marks & mark::PERSON == 0 {
            self.kind = Kind::Time;
            self.whole.end = at + 1;
        } else if marks & mark::MEASURE != 0 && marks & (mark::AMONG | mark::RANKS) == 0 {
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
}

pub(super) fn kind_of(bits: u64) -> Kind {
    if bits & (mark::VICTIM | mark::PERSON | mark::NISBA | mark::GROUP) != 0 {
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

//! The text as the reader of figures sees it: words with their bits, and where noun phrases end.

use tawatur_lexicon::{Clitics, Reading};
use tawatur_text::{Document, TokenKind, TokenRange};

use super::amount::Amount;
use super::count::{Count, Governor, Kind, slot};
use super::vocabulary::{Vocabulary, mark};
use crate::Analysed;
use crate::rule::barrier;

/// The text with the bits of its words.
pub(crate) struct View<'v, 'a> {
    pub(crate) analysed: &'v Analysed<'a>,
    vocabulary: &'static Vocabulary,
    marks: Vec<u64>,
    barriers: Vec<u8>,
}

/// What may be the noun of a count, best first.
const COUNTED: u64 = mark::VICTIM | mark::PERSON | mark::BUILDING | mark::VEHICLE | mark::THING;

impl<'v, 'a> View<'v, 'a> {
    pub(crate) fn new(analysed: &'v Analysed<'a>) -> Self {
        let vocabulary = Vocabulary::of(analysed.lexicon());
        let mut view = Self { analysed, vocabulary, marks: vocabulary.marks(analysed), barriers: Vec::new() };
        view.barriers = super::reader::barriers(&view);
        view
    }

    pub(crate) fn document(&self) -> &'v Document<'a> {
        &self.analysed.document
    }

    /// The bits of a token over all its readings.
    #[inline]
    pub(crate) fn mark(&self, at: usize) -> u64 {
        self.marks.get(at).copied().unwrap_or(0)
    }

    /// Whether the token has one of these bits.
    #[inline]
    pub(crate) fn has(&self, at: usize, bits: u64) -> bool {
        self.mark(at) & bits != 0
    }

    /// The barriers at a token; beyond the end everything stops.
    #[inline]
    pub(crate) fn barriers(&self, at: usize) -> u8 {
        self.barriers.get(at).copied().unwrap_or(barrier::STOP)
    }

    /// Makes the numbers of counts barriers.
    pub(crate) fn add_slots(&mut self, counts: &[Count]) {
        for at in counts.iter().filter(|c| c.is_countable()).flat_map(|c| c.number.iter()) {
            if let Some(b) = self.barriers.get_mut(at) {
                *b |= barrier::SLOT;
            }
        }
    }

    /// Whether the token is the number of a count.
    pub(crate) fn is_slot(&self, at: usize) -> bool {
        self.barriers.get(at).is_some_and(|b| b & barrier::SLOT != 0)
    }

    /// Whether a stretch of years is somebody's age.
    pub(crate) fn is_age(&self, count: &Count) -> bool {
        let start = count.number.start;
        let bracket = start.checked_sub(1).is_some_and(|i| self.document().kind(i) == TokenKind::Open);
        bracket || (start.saturating_sub(3)..start).any(|i| self.has(i, mark::AGE))
    }

    /// The bits of one reading.
    pub(crate) fn bits_of(&self, reading: &Reading) -> u64 {
        self.vocabulary.sense(reading.sense)
    }

    /// Whether the word carries the article.
    pub(crate) fn is_definite(&self, at: usize) -> bool {
        let word = self.document().word(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let bare = bare.strip_prefix(['ب', 'ك']).unwrap_or(bare);
        bare.starts_with("ال") && bare.chars().count() > 4
            || bare.starts_with("لل") && bare.chars().count() > 4
            || self.analysed.readings(at).first().is_some_and(|r| r.clitics.has(Clitics::AL))
    }

    pub(crate) fn is_indefinite_or(&self, definite_too: bool, at: usize) -> bool {
        definite_too || !self.is_definite(at) || self.mark(at) & mark::NISBA != 0
    }

    /// The reading of a token as a counted noun: those that carry a quantity first.
    pub(crate) fn counted_noun(&self, at: usize, partitive: bool) -> Option<Reading> {
        self.counted_noun_in(at, partitive)
    }

    fn counted_noun_in(&self, at: usize, partitive: bool) -> Option<Reading> {
        if !self.has(at, COUNTED) {
            return None;
        }
        let phrase = self.analysed.phrase_at(at).map(|p| p.readings.as_slice()).unwrap_or(&[]);
        let words = self.analysed.readings(at);
        let plain = |r: &&Reading| {
            !r.clitics.intersects(Clitics::WA.with(Clitics::FA))
                && (!r.clitics.has_preposition())
                && (partitive || !r.clitics.has(Clitics::PRONOUN))
        };
        let first = |bits: u64| phrase.iter().chain(words).filter(plain).find(|r| self.bits_of(r) & bits != 0);
        [mark::VICTIM, mark::PERSON, mark::BUILDING, mark::VEHICLE, mark::THING].iter().find_map(|b| first(*b)).copied()
    }

    /// «من» without a pronoun.
    pub(crate) fn is_from(&self, at: usize) -> bool {
        self.has(at, mark::FROM)
            && self.analysed.readings(at).iter().any(|r| self.bits_of(r) & mark::FROM != 0 && r.clitics.is_empty())
    }

    /// The noun after «من», if one stands there.
    pub(crate) fn nominal_after_from(&self, from: usize) -> Option<usize> {
        let at = from + 1;
        (self.document().kind(at) == TokenKind::Word && self.has(at, COUNTED | mark::NISBA)).then_some(at)
    }

    /// Whether an unlisted word can be the noun of a number before it.
    pub(crate) fn may_be_noun(&self, at: usize, partitive: bool) -> bool {
        if self.document().kind(at) != TokenKind::Word || self.document().token(at).is_some_and(|t| t.line_start) {
            return false;
        }
        let stops = mark::PREPOSITION
            | mark::PARTICLE
            | mark::ADVERB
            | mark::AMONG
            | mark::RELATIVE
            | mark::PRONOUN
            | mark::PLACE;
        if self.has(at, stops) || self.joins(at) {
            return false;
        }
        // A word that can only be a verb is none; one that has an article without «من» belongs to something else.
        let verb_only = self.has(at, mark::VERB) && !self.has(at, mark::NOMINAL);
        !verb_only
            && !self.clitic_preposition(at)
            && (partitive || !self.is_definite(at) || self.has(at, mark::NOMINAL))
    }

    /// Whether «و» or «ف» is written with the word.
    pub(crate) fn joins(&self, at: usize) -> bool {
        let readings = self.analysed.readings(at);
        if readings.is_empty() {
            return self.document().word(at).starts_with('و') && self.document().word(at).chars().count() > 4;
        }
        readings.first().is_some_and(|r| r.clitics.joins())
    }

    /// Whether a preposition is written with the word.
    fn clitic_preposition(&self, at: usize) -> bool {
        let readings = self.analysed.readings(at);
        if readings.is_empty() {
            let word = self.document().word(at);
            return word.starts_with("بال") || word.starts_with("لل") || word.starts_with("كال");
        }
        readings.first().is_some_and(|r| r.clitics.has_preposition())
    }

    /// Whether a word can go on a noun phrase that began before it.
    fn continues_phrase(&self, at: usize, previous_definite: bool, construct: bool) -> bool {
        let Some(token) = self.document().token(at) else { return false };
        if token.kind != TokenKind::Word || token.line_start {
            return false;
        }
        let stops = mark::PREPOSITION | mark::PARTICLE | mark::AMONG | mark::RELATIVE | mark::PRONOUN | mark::CLAUSE;
        if self.has(at, stops) || self.joins(at) || self.clitic_preposition(at) || self.has(at, mark::OTHER) {
            return false;
        }
        if self.has_pronoun_reading(at) && (!construct || at.checked_sub(1).is_some_and(|b| self.has(b, mark::NISBA))) {
            return false;
        }
        if self.has(at, mark::LIFE | mark::DIRECTION) {
            return false;
        }
        if self.is_definite(at) {
            return (previous_definite || construct) && !self.has(at, mark::TIME | mark::ADVERB);
        }
        if self.has(at, mark::VICTIM | mark::TRIGGER | mark::STATE) {
            return false;
        }
        if self.has(at, mark::VERB) && !self.has(at, mark::NOMINAL | mark::NISBA) {
            return false;
        }
        if self.has(at, mark::NISBA) {
            return true;
        }
        if self.has(at, mark::NOMINAL) {
            return !previous_definite
                && (construct || self.has(at, mark::PERSON))
                && !self.has(at, mark::VERB | mark::TRIGGER | mark::TIME);
        }
        let word = self.document().word(at);
        !previous_definite
            && self.mark(at) == 0
            && (word.ends_with("ين") || word.ends_with("يا") || word.ends_with("يه") || word.ends_with("ون"))
    }

    /// The token after the noun phrase that begins with the noun at `at`, «من» and a further noun included.
    pub(crate) fn phrase_end(&self, at: usize, sentence: TokenRange, longest: usize) -> usize {
        let mut end = self.analysed.phrase_at(at).map_or(at + 1, |p| p.tokens.end);
        if self.document().kind(end) == TokenKind::Quote {
            end += 1;
        }
        let most = sentence.end.min(at + longest);
        let mut definite = self.is_definite(at);
        while end < most && self.continues_phrase(end, definite, self.may_be_construct(end - 1)) {
            definite = self.is_definite(end);
            end += 1;
        }
        // «ضابط من قوات الدرك»
        let persons = mark::PERSON | mark::NISBA | mark::VICTIM;
        let person = |n: usize| self.has(n, persons) && !self.has(n, mark::BUILDING);
        if end < most && self.is_from(end) && self.nominal_after_from(end).is_some_and(person) {
            return self.phrase_end(end + 1, sentence, longest.saturating_sub(end + 1 - at).max(2));
        }
        // «المنازل والمساجد والمصانع»: the same kind of noun, definite as the first.
        while end < most && self.joins(end) && self.is_definite(at) && self.is_definite(end) && self.same_kind(at, end)
        {
            end += 1;
        }
        end
    }

    /// Whether a noun can have a genitive: not with the ending of an accusative or of a sound plural.
    fn may_be_construct(&self, at: usize) -> bool {
        let readings = self.analysed.readings(at);
        let ending = self.document().word(at).ends_with(['ن']);
        !readings.iter().any(|r| r.form.is_accusative() || ending && (r.form.is_plural() || r.form.is_dual()))
    }

    fn same_kind(&self, a: usize, b: usize) -> bool {
        let kinds = mark::BUILDING | mark::VEHICLE;
        self.mark(a) & self.mark(b) & kinds != 0
    }

    /// «من المدنيين» after «قتيلا»: who they are.
    pub(crate) fn who_after(&self, at: usize, sentence: TokenRange) -> Option<TokenRange> {
        let ranks = self.analysed.phrase_at(at).filter(|_| self.has(at, mark::RANKS)).map(|p| p.tokens.end);
        let noun = match ranks {
            Some(end) => end,
            None if self.is_from(at) || self.has(at, mark::RANKS) && !self.has_pronoun(at) => at + 1,
            None => return None,
        };
        // «بين قتيل وجريح» shares the number out, it does not say who.
        let victim = if self.has(at, mark::RANKS) { 0 } else { mark::VICTIM };
        let person = mark::PERSON | mark::NISBA | victim;
        let protesters = self.has(at, mark::RANKS) && self.is_definite(noun) && self.has(noun, mark::VICTIM);
        let named = self.has(noun, person) || protesters;
        let suits = sentence.contains(noun) && self.document().kind(noun) == TokenKind::Word && named;
        suits.then(|| TokenRange::new(noun, self.phrase_end(noun, sentence, 6)))
    }

    /// The token after a bracket that opens here.
    pub(crate) fn past_bracket(&self, at: usize, sentence: TokenRange) -> usize {
        let close = (at..sentence.end.min(at + 6)).find(|i| self.document().kind(*i) == TokenKind::Close);
        close.map_or(at, |c| c + 1)
    }

    /// How a count that begins here is joined to what stands before.
    pub(crate) fn joint(&self, start: usize, sentence: TokenRange) -> u32 {
        let Some(before) = start.checked_sub(1).filter(|b| sentence.contains(*b)) else { return 0 };
        let and = self.is_letter(before) && self.has(before, mark::PARTICLE);
        let joined = and || self.joins(start);
        let is_comma = |i: usize| matches!(self.document().kind(i), TokenKind::Comma | TokenKind::Semicolon);
        let comma = is_comma(before) || joined && before.checked_sub(usize::from(and)).is_some_and(is_comma);
        let bracket = if self.document().kind(before) == TokenKind::Open { slot::BRACKETED } else { 0 };
        bracket | (if joined { slot::JOINED } else { 0 }) | (if comma { slot::LISTED | slot::JOINED } else { 0 })
    }

    /// What rules a count that begins here.
    pub(crate) fn governor(&self, start: usize, sentence: TokenRange) -> Governor {
        let clitic = self.analysed.readings(start).first().is_some_and(|r| r.clitics.has_preposition());
        let Some(mut before) = start.checked_sub(1).filter(|b| sentence.contains(*b)) else { return Governor::Free };
        if self.is_article(before) || self.document().kind(before) == TokenKind::Quote {
            match before.checked_sub(1).filter(|b| sentence.contains(*b)) {
                Some(b) => before = b,
                None => return Governor::Free,
            }
        }
        let letter = self.is_letter(before) && !self.has(before, mark::PARTICLE);
        if clitic || letter || self.has(before, mark::PREPOSITION) && !self.has_pronoun(before) {
            return Governor::Preposition;
        }
        let known = mark::NISBA
            | mark::PLACE
            | mark::ADVERB
            | mark::TIME
            | mark::VERB
            | mark::PRONOUN
            | mark::PARTICLE
            | mark::NAME;
        let noun = self.document().kind(before) == TokenKind::Word
            && !self.is_definite(before)
            && !self.has(before, known)
            && !self.clitic_preposition(before)
            && !self.ends_in_pronoun(before)
            && !self.is_sound_plural(before);
        if noun { Governor::Noun } else { Governor::Free }
    }

    /// A clitic written against the digits after it: «و500», «بـ381».
    fn is_letter(&self, at: usize) -> bool {
        self.touches_number(at) && self.document().word(at).chars().count() <= 1
    }

    /// The article written against digits: «الـ164».
    fn is_article(&self, at: usize) -> bool {
        self.touches_number(at) && self.document().word(at).chars().count() == 2
    }

    fn touches_number(&self, at: usize) -> bool {
        self.document().token(at + 1).is_some_and(|t| t.kind == TokenKind::Number && t.joined)
    }

    /// «فيها»: the preposition has its object.
    fn has_pronoun(&self, at: usize) -> bool {
        let mut readings = self.analysed.readings(at).iter().filter(|r| self.bits_of(r) & mark::PREPOSITION != 0);
        readings.any(|r| r.clitics.has(Clitics::PRONOUN))
    }

    /// Whether the ending of a sound plural shuts out a genitive.
    fn is_sound_plural(&self, at: usize) -> bool {
        let word = self.document().word(at);
        word.chars().count() > 4 && (word.ends_with("ون") || word.ends_with("ين"))
    }

    fn has_pronoun_reading(&self, at: usize) -> bool {
        self.analysed.readings(at).first().is_some_and(|r| r.clitics.has(Clitics::PRONOUN))
    }

    pub(crate) fn ends_in_pronoun(&self, at: usize) -> bool {
        let word = self.document().word(at);
        self.analysed.readings(at).iter().any(|r| r.clitics.has(Clitics::PRONOUN))
            || word.ends_with("ها")
            || word.ends_with("هم")
    }
}

impl View<'_, '_> {
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
}

impl View<'_, '_> {
    /// «ليصل»: a verb after ل.
    pub(crate) fn is_purpose_verb(&self, at: usize) -> bool {
        let readings = self.analysed.readings(at).iter();
        readings.filter(|r| r.clitics.has(Clitics::LI)).any(|r| self.bits_of(r) & mark::VERB != 0)
    }

    /// A bound behind a noun that says by its form how many: «شخصان على الأقل».
    pub(crate) fn at_least_after(&self, at: usize, least: &crate::Senses) -> Option<usize> {
        let phrase = self.analysed.phrase_at(at)?;
        least.find(&phrase.readings).map(|_| phrase.tokens.end)
    }
}

impl View<'_, '_> {
    /// «في وسط», «بشمال»: a direction noun, itself after a preposition.
    pub(crate) fn is_inside_direction(&self, at: usize, inside: &crate::Senses) -> bool {
        self.has(at, mark::PREPOSITION)
            || at.checked_sub(1).is_some_and(|b| self.has(at, mark::NOMINAL) && self.analysed.is(b, inside))
    }
}

impl View<'_, '_> {
    /// A bare number in digits that is a year, unless a word that calls for a count stands right before it.
    pub(crate) fn is_year(&self, amount: &Amount, sentence: TokenRange) -> bool {
        let year =
            amount.low == amount.high && amount.low.is_some_and(|v| (1900.0..2100.0).contains(&v) && v.fract() == 0.0);
        let digits = amount.tokens.len() == 1 && self.document().word(amount.tokens.start).len() == 4;
        let called =
            amount.full.start.checked_sub(1).is_some_and(|b| sentence.contains(b) && self.has(b, mark::TRIGGER));
        year && digits && !called && amount.full == amount.tokens
    }
}

impl View<'_, '_> {
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
        (definite && noun && (self.has(before, mark::NOMINAL) || !self.has(before, other)))
            .then(|| (before, self.counted_noun_in(before, true)))
    }
}

impl View<'_, '_> {
    /// «ليلة الجمعة», «يوم 3 مارس», «الخميس»: a word of time that tells when.
    pub(crate) fn is_when(&self, at: usize) -> bool {
        let time = |t: usize| self.has(t, mark::TIME) && self.document().kind(t) == TokenKind::Word;
        let day = self.has(at, mark::TIME) && self.is_day(at) && self.is_definite(at);
        day || time(at) && !self.is_definite(at) && time(at + 1) && (self.is_day(at + 1) || self.is_definite(at + 1))
    }

    /// «شخص واحد», «مدنيين اثنين»: the noun before the number that repeats what its form says.
    pub(crate) fn one_or_two(&self, amount: &Amount, sentence: TokenRange) -> Option<(usize, Reading)> {
        let value = amount.low.filter(|v| amount.high == Some(*v) && (*v == 1.0 || *v == 2.0))?;
        let before = amount.tokens.start.checked_sub(1).filter(|b| sentence.contains(*b))?;
        let word = amount.tokens.len() == 1 && self.document().kind(amount.tokens.start) == TokenKind::Word;
        let noun = self.counted_noun_in(before, true).filter(|r| {
            let person = self.bits_of(r) & (mark::PERSON | mark::VICTIM) != 0;
            person && (value == 1.0) != self.document().word(before).ends_with("ين")
        })?;
        (word && !self.is_definite(before) && !self.joins(amount.tokens.start)).then_some((before, noun))
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

//! Noun phrases: which word a number counts, where its phrase ends, who is said behind it.

use tawatur_lexicon::{Clitics, Reading};
use tawatur_model::Quantity;
use tawatur_text::{TokenKind, TokenRange};

use super::view::View;
use super::vocabulary::mark;

/// What may be the noun of a count, best first.
const COUNTED: u64 = mark::VICTIM | mark::PERSON | mark::BUILDING | mark::VEHICLE | mark::THING;

impl View<'_, '_> {
    /// The reading of a token as a counted noun: those that carry a quantity first.
    pub(crate) fn counted_noun(&self, at: usize, partitive: bool) -> Option<Reading> {
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

    /// The reading of a token as a noun that is counted, whatever is written with it.
    pub(super) fn numbered_noun(&self, at: usize) -> Option<Reading> {
        let readings = self.analysed.readings(at);
        let first = |bits: u64| readings.iter().find(|r| self.bits_of(r) & bits != 0);
        [mark::VICTIM, mark::PERSON, mark::BUILDING, mark::VEHICLE, mark::THING, mark::NISBA, mark::GROUP]
            .into_iter()
            .find_map(first)
            .copied()
    }

    /// «550 حالة قتل»: what the cases are of.
    pub(super) fn harm_of_case(&self, at: usize) -> Option<Quantity> {
        let harm = |r: &&Reading| {
            let bits = self.bits_of(r);
            bits & mark::TRIGGER != 0 && bits & mark::NOMINAL != 0 && !r.clitics.has(Clitics::PRONOUN)
        };
        let reading = self.analysed.readings(at).iter().find(harm)?;
        self.analysed.entry(reading).feature("quantity").and_then(super::quantity_named)
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
            | mark::STATE
            | mark::PLACE;
        let governed = self.analysed.readings(at).iter().any(|r| r.clitics.has_preposition());
        if self.has(at, stops) || self.joins(at) || governed {
            return false;
        }
        // A word that can only be a verb is none; one that has an article without «من» belongs to something else.
        let verb_only = self.has(at, mark::VERB) && !self.has(at, mark::NOMINAL);
        !verb_only
            && !self.clitic_preposition(at)
            && (partitive || !self.is_definite(at) || self.has(at, mark::NOMINAL))
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
        // «21 ألف جندي انسحابها»: a counted noun in the singular has no genitive with a pronoun.
        let singular = at.checked_sub(1).is_some_and(|b| self.has(b, mark::PERSON) && !self.is_plural_form(b));
        if self.has(at, mark::LIFE | mark::DIRECTION) || self.has_pronoun_reading(at) && singular {
            return false;
        }
        if self.is_definite(at) {
            return (previous_definite || construct) && !self.has(at, mark::TIME | mark::ADVERB | mark::STATE);
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
        // «طفلة بعمر 12 عاما», «طفل عمره ثمانية أعوام»: how old, and not who.
        let age = |at: usize| self.has(at, mark::AGE);
        while end < most && !age(end) && self.continues_phrase(end, definite, self.may_be_construct(end - 1)) {
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
        let word = self.document().word(at);
        let (sound, dual) = (word.ends_with("ون") || word.ends_with("ين"), word.ends_with(['ن']));
        let ended = |r: &Reading| r.form.is_plural() && sound || r.form.is_dual() && dual;
        !readings.iter().any(|r| r.form.is_accusative() || ended(r))
    }

    pub(crate) fn is_plural_form(&self, at: usize) -> bool {
        self.analysed.readings(at).iter().any(|r| r.form.is_plural())
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

    /// «ثمانية في قوات الأمن», «اثنان في صفوف المتظاهرين»: who a bare number counts.
    pub(crate) fn who_in_body(&self, at: usize, sentence: TokenRange) -> Option<TokenRange> {
        if self.has(at, mark::RANKS) && self.analysed.phrase_at(at).is_some() {
            return self.who_after(at, sentence);
        }
        let noun = at + 1;
        let inside = self.has(at, mark::PREPOSITION) && self.is_place_preposition(at);
        let body = sentence.contains(noun) && self.has(noun, mark::FORCES) && !self.has_pronoun_reading(noun);
        (inside && body).then(|| TokenRange::new(noun, self.phrase_end(noun, sentence, 4)))
    }

    /// «في» with nothing written with it.
    fn is_place_preposition(&self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "prep:in" && r.clitics.is_empty())
    }

    /// The token after a bracket that opens here.
    pub(crate) fn past_bracket(&self, at: usize, sentence: TokenRange) -> usize {
        let close = (at..sentence.end.min(at + 6)).find(|i| self.document().kind(*i) == TokenKind::Close);
        close.map_or(at, |c| c + 1)
    }
}

//! What stands right before a count: what joins it, what governs it, clitics written against digits.

use tawatur_lexicon::Clitics;
use tawatur_text::{TokenKind, TokenRange};

use super::count::Governor;
use super::slot;
use super::view::View;
use super::vocabulary::mark;

impl View<'_, '_> {
    /// Whether «و» or «ف» is written with the word.
    pub(crate) fn joins(&self, at: usize) -> bool {
        match self.analysed.traits(at).first {
            Some(clitics) => clitics.joins(),
            None => self.document().word(at).starts_with('و') && self.document().word(at).chars().count() > 4,
        }
    }

    /// Whether a preposition is written with the word.
    pub(super) fn clitic_preposition(&self, at: usize) -> bool {
        if let Some(clitics) = self.analysed.traits(at).first {
            return clitics.has_preposition();
        }
        let word = self.document().word(at);
        // «لتأمين», «لاحتواء», «لمكافحة»: a purpose that no list knows.
        let purpose = ["لت", "لا", "لم"].iter().any(|p| word.starts_with(p)) && word.chars().count() >= 6;
        purpose || word.starts_with("بال") || word.starts_with("لل") || word.starts_with("كال")
    }

    /// How a count that begins here is joined to what stands before.
    pub(crate) fn joint(&self, start: usize, sentence: TokenRange) -> u32 {
        let Some(before) = start.checked_sub(1).filter(|b| sentence.contains(*b)) else { return 0 };
        let and = self.is_letter(before) && self.has(before, mark::PARTICLE);
        // «وأكثر من 12 امرأة»: a bound that is listed with its «و».
        let bound = self.has(start, mark::PARTICLE) && self.analysed.readings(start).iter().any(|r| r.clitics.joins());
        let joined = and || bound || self.joins(start);
        let is_comma = |i: usize| matches!(self.document().kind(i), TokenKind::Comma | TokenKind::Semicolon);
        let comma = is_comma(before) || joined && before.checked_sub(usize::from(and)).is_some_and(is_comma);
        let bracket = if self.document().kind(before) == TokenKind::Open { slot::BRACKETED } else { 0 };
        bracket | (if joined { slot::JOINED } else { 0 }) | (if comma { slot::LISTED | slot::JOINED } else { 0 })
    }

    /// «(30)»: the number stands alone in brackets.
    pub(super) fn is_bracketed(&self, number: TokenRange) -> bool {
        let open = number.start.checked_sub(1).is_some_and(|b| self.document().kind(b) == TokenKind::Open);
        open && self.document().kind(number.end) == TokenKind::Close
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
        self.document().kind(at) == TokenKind::Word
            && self.touches_number(at)
            && self.document().word(at).chars().count() <= 1
    }

    /// The article written against digits: «الـ164».
    pub(super) fn is_article(&self, at: usize) -> bool {
        self.touches_number(at) && self.document().word(at).chars().count() == 2
    }

    fn touches_number(&self, at: usize) -> bool {
        self.document().token(at + 1).is_some_and(|t| t.kind == TokenKind::Number && t.joined)
    }

    /// «فيها»: the preposition has its object.
    pub(super) fn has_pronoun(&self, at: usize) -> bool {
        let mut readings = self.analysed.readings(at).iter().filter(|r| self.bits_of(r) & mark::PREPOSITION != 0);
        readings.any(|r| r.clitics.has(Clitics::PRONOUN))
    }

    /// Whether the ending of a sound plural shuts out a genitive.
    fn is_sound_plural(&self, at: usize) -> bool {
        let word = self.document().word(at);
        word.chars().count() > 4 && (word.ends_with("ون") || word.ends_with("ين"))
    }

    pub(super) fn has_pronoun_reading(&self, at: usize) -> bool {
        self.analysed.readings(at).first().is_some_and(|r| r.clitics.has(Clitics::PRONOUN))
    }

    /// Whether ب may be written with the word: «بغزة».
    pub(crate) fn has_bi(&self, at: usize) -> bool {
        self.analysed.readings(at).first().is_some_and(|r| r.clitics.has(Clitics::BI))
    }

    pub(crate) fn ends_in_pronoun(&self, at: usize) -> bool {
        let word = self.document().word(at);
        self.analysed.readings(at).iter().any(|r| r.clitics.has(Clitics::PRONOUN))
            || word.ends_with("ها")
            || word.ends_with("هم")
    }
}

//! Whether a word that could be noun or verb stands where a verb stands.

use tawatur_lexicon::{Class, Clitics, Reading};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, is_finite};
use super::mark::Mark;
use super::marks::Words;
use crate::clause::Tag;

/// Tokens between a verb of announcing and what is announced: who announces it.
const ANNOUNCED: usize = 4;

impl Words<'_, '_> {
    /// Whether the word stands where a verb can stand, if it could be a noun as well.
    pub(super) fn stands_as_verb(self, at: usize, reading: &Reading) -> bool {
        let tag = self.tags.at(at);
        if self.is_announced(at) {
            return false;
        }
        if reading.form.is_present() && !tag.any(Tag::PLACE.or(Tag::NAME)) {
            let noun = self.analysed.document.word(at).starts_with('ت') && !reading.clitics.joins();
            return !(noun && at > 0 && self.is_noun_place(at - 1));
        }
        // «لطرد», «قصفا»: a noun with ل, a noun in the accusative.
        if self.tags.is(at + 1, Tag::SAME) || self.is_behind_two(at, reading) || self.takes_back(at, reading) {
            return true;
        }
        let accusative = reading.form.is_dual() && self.readings(at).any(|r| r.form.is_accusative());
        if accusative || reading.clitics.has(Clitics::LI) && !reading.form.is_present() {
            return false;
        }
        // «قتلاها»: those killed of it.
        if reading.form.is_dual() && !reading.form.is_present() && reading.clitics.has(Clitics::PRONOUN) {
            return false;
        }
        // «دانا» is a name more often than two who condemn.
        let followed = self.tags.is(at + 1, Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE));
        // «تقع عينا الباحث»: behind another verb, two things.
        if reading.form.is_dual()
            && !reading.form.is_present()
            && at > 0
            && is_finite(self.tags, at - 1)
            && !self.verb_mark_of(at - 1).any(Mark::DO)
        {
            return false;
        }
        // «أدينا فريدمان»: before its subject a verb is of one, so this is a name.
        if reading.form.is_dual()
            && !reading.form.is_present()
            && self.tags.is(at + 1, Tag::NAME_BEGINS.or(Tag::NAME_GOES_ON))
        {
            return false;
        }
        let alone = at == 0 || !followed || self.tags.is(at - 1, Tag::THAT);
        if reading.form.is_dual() && !reading.form.is_present() && alone {
            return false;
        }
        // «أن قصفا …»: a noun stands behind أن, where the word can be one.
        let masdar = |r: &Reading| self.analysed.lexicon().class(r.sense) == Class::Noun && self.role(r).rule > 0;
        if at > 0
            && !self.is_dated_that(at - 1)
            && self.tags.is(at - 1, Tag::THAT)
            && !self.tags.is(at - 1, Tag::PRONOUN_END)
            && self.readings(at).any(masdar)
        {
            return false;
        }
        // «فجر» is dawn where a time goes on, «فجرا» always.
        if tag.any(Tag::TIME) && (self.tags.is(at + 1, Tag::TIME) || self.analysed.document.word(at).ends_with('ا')) {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        let prior = self.tags.at(before);
        if self.analysed.document.kind(before) != TokenKind::Word || self.line_start(at) {
            return true;
        }
        if prior.any(PREPOSITIONS) && !prior.any(Tag::WITH_PRONOUN.or(Tag::PRONOUN_END)) {
            return false;
        }
        // «… سابتشاك حاكم المدينة»: an office behind a name.
        if tag.any(Tag::TITLE) && (prior.any(Tag::NAME) || self.tags.is(at + 1, Tag::PLACE.or(Tag::PLACE_HEAD))) {
            return false;
        }
        // «اعتقال وضرب المحتجين»: joined to a verbal noun that nothing yet stands in construct with.
        let noun =
            self.readings(at).any(|r| self.analysed.lexicon().class(r.sense) == Class::Noun && self.role(r).rule > 0);
        let masdar = prior.any(Tag::MASDAR) && !prior.any(Tag::ARTICLE.or(Tag::PRONOUN_END)) && self.tells(before);
        if tag.any(Tag::JOINED) && noun && masdar {
            return false;
        }
        // «أعلن رفضه المبادرة»: a noun with its doer.
        let announced = |i: usize| {
            self.tags.is(i, Tag::SAY) || self.verb_mark_of(i).any(Mark::ANNOUNCE.or(Mark::WISH).or(Mark::INTEND))
        };
        if noun && reading.clitics.has(Clitics::PRONOUN) && (announced(before) || before > 0 && announced(before - 1)) {
            return false;
        }
        let inflected = reading.form.is_feminine() || reading.form.is_plural() || reading.form.is_dual();
        if inflected || tag.any(Tag::JOINED) {
            return true;
        }
        !self.is_construct_head(before, prior)
    }

    /// «أعلنت الرئاسة تنحي …», «قررت الحكومة حظر …»: what is announced or decided without أن is a noun.
    fn is_announced(self, at: usize) -> bool {
        let masdar = |r: &Reading| self.role(r).rule > 0 && self.analysed.entry(r).feature("masdar").is_some();
        let from = at.saturating_sub(ANNOUNCED);
        if at == 0 || self.tags.is(at, Tag::JOINED) || !self.readings(at).any(masdar) {
            return false;
        }
        let plain = |i: usize| {
            let tag = self.tags.at(i);
            self.analysed.document.kind(i) == TokenKind::Word
                && !tag.any(
                    Tag::THAT.or(Tag::RELATIVE).or(Tag::WHILE).or(Tag::JOINED).or(Tag::NOT).or(Tag::LI).or(Tag::BI),
                )
                && !self.is_preposition(i)
        };
        for i in (from..at).rev() {
            if self.verb_mark_of(i).any(Mark::ANNOUNCE.or(Mark::ORDER)) {
                // «حسبما أعلن الجيش قتل …»: what the verb is said of.
                let free = i.checked_sub(1).is_none_or(|b| !self.tags.is(b, Tag::RELATIVE.or(Tag::PREPOSITION)));
                return free && i + 1 < at && !self.tags.is(i, Tag::OBJECT_PRONOUN);
            }
            if !plain(i) || is_finite(self.tags, i) {
                return false;
            }
        }
        false
    }

    /// The marks of a token as a verb, wherever it stands.
    fn verb_mark_of(self, at: usize) -> Mark {
        let verb = |r: &&Reading| self.analysed.lexicon().class(r.sense) == Class::Verb;
        self.readings(at).filter(verb).fold(Mark(0), |all, r| all.or(self.role(r).mark))
    }

    /// «هجوم شنه مسلحون», «ضربة جوية نفذها الجيش»: a verb whose pronoun is the event before it.
    pub(super) fn takes_back(self, at: usize, reading: &Reading) -> bool {
        let does = self.role(reading).mark.any(Mark::DO.or(Mark::CLAIM));
        let tells = |back: usize| at.checked_sub(back).is_some_and(|i| self.tags.is(i, Tag::EVENT) && self.tells(i));
        reading.clitics.has(Clitics::PRONOUN) && does && (tells(1) || tells(2))
    }

    /// «شخصين قتلا»: a verb of two right behind a noun of two.
    pub(super) fn is_behind_two(self, at: usize, reading: &Reading) -> bool {
        let two = |i: usize| {
            let word = self.analysed.document.word(i);
            (word.ends_with("ين") || word.ends_with("ان")) && self.analysed.document.kind(i) == TokenKind::Word
        };
        reading.form.is_dual() && !reading.form.is_present() && at.checked_sub(1).is_some_and(two)
    }

    /// «بعد أن», «منذ أن»: a verb follows.
    pub(super) fn is_dated_that(self, that: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let before = that.checked_sub(1).map(|b| self.analysed.readings(b)).unwrap_or_default();
        before.iter().any(|r| matches!(lexicon.sense_name(r.sense), "prep:after" | "prep:since" | "prep:before"))
    }

    /// Whether a noun and no verb is to be expected behind this word.
    pub(super) fn is_noun_place(self, before: usize) -> bool {
        let prior = self.tags.at(before);
        let preposition = self.is_preposition(before) && !prior.any(Tag::WITH_PRONOUN.or(Tag::PRONOUN_END));
        preposition || self.is_construct_head(before, prior)
    }

    /// A bare noun right before makes the word a noun in construct with it.
    pub(super) fn is_construct_head(self, at: usize, tag: Tag) -> bool {
        if self.is(at, Mark::HEAD) || is_finite(self.tags, at) && !tag.any(Tag::BE.or(Tag::QAD)) {
            return true;
        }
        let closed = Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::PLURAL).or(Tag::NAME).or(Tag::PLACE).or(Tag::TIME);
        let loose = Tag::QAD.or(Tag::BE).or(Tag::NOT).or(Tag::NISBA).or(Tag::NUMBER).or(Tag::ADJECTIVE).or(Tag::THAT);
        let ends = self.analysed.document.word(at).ends_with('ا') || self.is_other(at);
        tag.any(Tag::COMMON.or(Tag::NOUN)) && !tag.any(closed.or(loose)) && !ends && tag.any(Tag::KNOWN)
    }

    /// Whether a word that could be noun or verb stands where only a verb stands.
    pub(super) fn stands_as_verb_only(self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|b| self.tags.at(b)).unwrap_or_default();
        // «الذي اقاله الرئيس»: no noun stands there, however the verb is spelt.
        let finite =
            |r: &Reading| self.analysed.lexicon().class(r.sense) == Class::Verb && r.clitics.has(Clitics::PRONOUN);
        before.any(Tag::QAD.or(Tag::NOT)) && self.tags.is(at, Tag::VERB)
            || before.any(Tag::RELATIVE) && self.analysed.readings(at).iter().any(finite)
    }

    pub(super) fn is_first_person(self, at: usize) -> bool {
        self.analysed.document.word(at).trim_start_matches(['و', 'ف', 'س']).starts_with(['ا', 'ن'])
    }

    pub(super) fn line_start(self, at: usize) -> bool {
        self.analysed.document.token(at).is_some_and(|t| t.line_start)
    }

    /// A damma on the first letters of a past verb marks the passive: writers set it just to tell the two apart.
    pub(super) fn is_marked_passive(self, at: usize) -> bool {
        const DAMMA: char = '\u{64f}';
        let original = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        original.chars().take(6).any(|c| c == DAMMA)
    }
}

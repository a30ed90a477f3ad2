//! Words that name nobody, and words of which one reading only looks like an event.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Clitics, Reading};
use tawatur_text::{TokenKind, TokenRange};

use super::marks::Words;
use super::party::{Parties, Party};
use crate::Senses;
use crate::clause::{Tag, looks_like_masdar};

impl Parties<'_, '_> {
    /// Whether no one is named: the number of a paragraph, a word of quantity left alone, money, a single letter.
    pub(super) fn is_nobody(&self, party: &Party) -> bool {
        let words = self.words;
        let document = &words.analysed.document;
        if party.name.iter().all(|i| matches!(document.kind(i), TokenKind::Number | TokenKind::Stop)) {
            return true;
        }
        let first = party.name.start;
        // «للمرة الأولى رأينا …»
        let lexicon = words.analysed.lexicon();
        let nth = words.analysed.readings(first).iter().any(|r| lexicon.sense_name(r.sense) == "num:ordinal");
        if party.name.len() == 1 && nth && words.tags.is(first, Tag::ARTICLE) {
            return true;
        }
        // «مؤتمر "غير رسمي"»
        if words.analysed.readings(first).iter().any(|r| lexicon.sense_name(r.sense) == "prep:except") {
            return true;
        }
        if party.name.len() > 1 || words.tags.is(first, Tag::ARTICLE.or(Tag::NAME)) {
            return false;
        }
        let nobody = |n: &str| {
            matches!(
                n,
                "noun:dead"
                    | "noun:wounded"
                    | "noun:all"
                    | "noun:some"
                    | "noun:most"
                    | "noun:one"
                    | "adv:only"
                    | "prep:except"
                    | "num:vague"
            ) || n == "unit:currency"
        };
        document.word(first).chars().nth(1).is_none()
            || words.analysed.readings(first).iter().any(|r| nobody(lexicon.sense_name(r.sense)))
    }

    /// «دولي», «دولية»: one bare adjective right behind a noun.
    ///
    /// Behind a verbal noun one in ي may be somebody's name: «مقتل رحماني».
    pub(super) fn is_sort_of(&self, party: &Party, behind: usize, masdar: bool) -> bool {
        let first = party.name.start;
        let word = self.words.analysed.document.word(first);
        let other = Tag::NISBA.or(Tag::NAME).or(Tag::TITLE).or(Tag::PERSON).or(Tag::ARTICLE).or(Tag::BODY);
        party.tokens.start == behind
            && party.tokens.len() == 1
            && !party.counted
            && !party.agent
            && (word.ends_with("يه") || !masdar && word.ends_with('ي'))
            && word.chars().nth(3).is_some()
            && !self.words.tags.is(first, other)
            && !self.is_men(first)
    }

    /// «الإفصاح عن اسمه», «لقاء الوسيط», «استخدام القوة»: what somebody does, or does not.
    ///
    /// «الاتفاق», «اقتراح السلام» are on paper.
    pub(super) fn is_deed(&self, party: &Party) -> bool {
        static PAPER: OnceLock<Senses> = OnceLock::new();
        let words = self.words;
        let first = party.name.start;
        let other = Tag::BODY.or(Tag::TITLE).or(Tag::PLACE).or(Tag::PLACE_HEAD).or(Tag::ORGANISATION).or(Tag::NAME);
        let paper = Senses::once(&PAPER, words.analysed.lexicon(), &["event:paper"]);
        let many = words.analysed.document.word(first).ends_with("ات");
        let shaped = || words.analysed.document.word(first).strip_prefix("ال").is_some_and(looks_like_masdar);
        (words.tags.is(first, Tag::MASDAR) || shaped())
            && !many
            && !party.counted
            && !words.tags.is(first, other)
            && !words.analysed.is(first, paper)
    }

    /// «أفرجت عن أسقف في الكنيسة …»: a place that only tells which man is meant.
    pub(super) fn is_only_a_place_within(&self, party: &Party, place: TokenRange) -> bool {
        let whole = party.tokens;
        let named = place.iter().any(|i| self.words.tags.is(i, Tag::PLACE) && !self.words.tags.is(i, Tag::COMMON));
        !party.place && !named && self.is_somebody(party) && whole.start < place.start && place.end <= whole.end
    }
}

impl Words<'_, '_> {
    /// «استهدافي», «يديك», «رحلتها»: mine and yours, and a noun that is no event, are read before a verb with a pronoun.
    pub(super) fn is_rather_another_word(self, at: usize, reading: &Reading) -> bool {
        if self.is_other_hamza(at, reading) || self.is_other_weak(at, reading) {
            return true;
        }
        if !reading.clitics.has(Clitics::PRONOUN) {
            return false;
        }
        let lexicon = self.analysed.lexicon();
        let verb = lexicon.class(reading.sense) == Class::Verb;
        let word = self.analysed.document.word(at);
        let mine_or_yours = word.ends_with(['ي', 'ك']) && !word.ends_with("ني");
        // «هجومي الجمعة» are two.
        if mine_or_yours && (verb || self.analysed.entry(reading).feature("masdar").is_some()) {
            return true;
        }
        let rule = self.book.numbered(self.role(reading).rule);
        let plain = |r: &&Reading| {
            lexicon.class(r.sense) == Class::Noun && r.clitics.has(Clitics::PRONOUN) && self.role(r).rule == 0
        };
        verb && rule.is_some_and(|r| r.noun_first)
            && reading.form.is_feminine()
            && !reading.form.is_present()
            && self.readings(at).any(|r| plain(&r))
            && !self.tells_as_noun(at)
    }

    fn tells_as_noun(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.readings(at).any(|r| lexicon.class(r.sense) == Class::Noun && self.role(r).rule > 0)
    }

    /// «أبعاد» is no «إبعاد»: a noun of doing is told from a plural by where its hamza is written.
    fn is_other_hamza(self, at: usize, reading: &Reading) -> bool {
        let written = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        // «أصابة» is only misspelt.
        let plural = !self.analysed.document.word(at).ends_with('ه');
        let other = written.contains('أ') && !written.contains('إ');
        other && plural && self.analysed.entry(reading).lemma.starts_with('إ')
    }

    /// «تنحى»: what is written with ى is no present of a verb in ي.
    fn is_other_weak(self, at: usize, reading: &Reading) -> bool {
        let written = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        written.ends_with('ى') && self.analysed.entry(reading).lemma.ends_with('ي')
    }

    /// «من يقتل …», «لمن يقدم …»: whoever does it, and nobody who did.
    pub(super) fn is_of_whoever(self, verb: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        verb.checked_sub(1).is_some_and(|b| {
            self.analysed.document.kind(b) == TokenKind::Word
                && self.analysed.readings(b).iter().any(|r| lexicon.sense_name(r.sense) == "pron:who")
        })
    }
}

//! What is told of long ago where its own clause has no date: «دمرته إسرائيل قبل سنوات», «في عام 2012 …، بعد أن سيطرت …».

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::meant::nearby;
use super::read::Reader;
use super::trigger::Trigger;
use super::when;
use crate::Senses;
use crate::clause::Tag;
use crate::time::TimeReading;

/// Tokens between a trigger and the words that say how long ago it was.
const AGO: usize = 14;
/// Tokens between an old time and what goes on from it.
const GOES_ON: usize = 28;
/// Tokens between a verb of saying and أن.
const SAID: usize = 8;
/// Times of a sentence that are looked at: more than a newspaper's has.
const TIMES: usize = 32;
/// Tokens of number and quantity between «قبل» and its unit.
const COUNT: usize = 4;

impl Reader<'_, '_> {
    /// Whether an event that its clause gives no date is told of long ago.
    pub(super) fn is_of_old(&self, trigger: &Trigger, clause: TokenRange, sentence: TokenRange) -> bool {
        self.is_years_ago(trigger, clause)
            || self.is_of_old_while(trigger, clause, sentence)
            || !(trigger.verb && trigger.present) && self.goes_on_from_old(trigger, sentence)
    }

    /// «تحطمت طائرة بينما كانت تهبط في المدينة عام 1992»: at once with what has the only time of the sentence.
    fn is_of_old_while(&self, trigger: &Trigger, clause: TokenRange, sentence: TokenRange) -> bool {
        let tags = self.layers.tags;
        if !trigger.verb || trigger.present || !tags.is(clause.end, Tag::WHILE.or(Tag::SUBORDINATE)) {
            return false;
        }
        // «…، بينما اعتقل المدير في يوليو» is another matter.
        if tags.is(clause.end, Tag::WHILE) && !tags.is(clause.end + 1, Tag::BE) {
            return false;
        }
        let times = self.layers.times;
        let first = times.partition_point(|t| t.tokens.end <= sentence.start);
        let here = times.get(first..).unwrap_or_default().iter().take(TIMES);
        let mut told = here.take_while(|t| t.tokens.start < sentence.end).filter(|t| when::is_told(t));
        let (Some(only), None) = (told.next(), told.next()) else { return false };
        let near = only.tokens.start > clause.end && only.tokens.start < clause.end + AGO;
        let apart = Tag::RELATIVE.or(Tag::THAT).or(Tag::SAY).or(Tag::SAYING).or(Tag::BUT);
        near && when::is_history(only, self.layers.published)
            && self.stands_free(only, sentence)
            && !(clause.end + 1..only.tokens.start).any(|i| tags.is(i, apart))
    }

    /// «قبل سنوات», «قبل نحو عقدين», «قبل أشهر»: in the clause, with no other verb between.
    fn is_years_ago(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let from = clause.start.max(trigger.tokens.start.saturating_sub(AGO));
        let to = clause.end.min(trigger.tokens.end + AGO);
        // «يتهمه بالوقوف وراء انقلاب قبل عامين»: what he is accused of was.
        let worded = matches!(trigger.rule.kind.as_str(), "ACCUSE" | "REQUEST" | "REJECT" | "THREATEN") && trigger.verb;
        let told = |i: &usize| {
            let content = worded && self.layers.tags.is(*i, Tag::BI);
            !content && !is_finite(self.layers.tags, *i) && !self.words.tells(*i)
        };
        (from..trigger.tokens.start).rev().take_while(told).any(|i| self.counts_back(i))
            || (trigger.tokens.end..to).take_while(told).any(|i| self.counts_back(i))
    }

    /// «قبل» with years, decades or months behind it.
    fn counts_back(&self, at: usize) -> bool {
        static BEFORE: OnceLock<Senses> = OnceLock::new();
        if !self.layers.tags.is(at, Tag::PREPOSITION) {
            return false;
        }
        let lexicon = self.layers.analysed.lexicon();
        if !self.layers.analysed.is(at, Senses::once(&BEFORE, lexicon, &["prep:before"])) {
            return false;
        }
        let counts = |i: &usize| {
            let number = self.layers.tags.is(*i, Tag::NUMBER) || self.words.is(*i, Mark::QUANTITY);
            number && !self.words.is_unit(*i) || self.parties.is_bound(self.layers.analysed.readings(*i))
        };
        let unit = at + 1 + (at + 1..at + 1 + COUNT).take_while(counts).count();
        self.is_long(unit)
    }

    /// Years and what is longer; months, where there are some.
    fn is_long(&self, at: usize) -> bool {
        self.words.is_unit(at)
            && !self.layers.tags.is(at, Tag::ARTICLE)
            && self.layers.analysed.readings(at).iter().any(|r| {
                let entry = self.layers.analysed.entry(r);
                match entry.feature("unit") {
                    Some("year" | "century") => true,
                    // «قبل عقد اجتماع»: before it is held.
                    Some("month" | "decade") => entry.feature("number") != Some("sg"),
                    _ => false,
                }
            })
    }

    /// «في عام 2011 أعلن عودته، ما أدى إلى احتجاجات»: the last time that the sentence told of lies long ago, and nobody has
    /// spoken since.
    fn goes_on_from_old(&self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let times = self.layers.times;
        let at = trigger.tokens.start;
        let end = times.partition_point(|t| t.tokens.end <= at);
        let mut here = times.get(..end).unwrap_or_default().iter().rev().take(TIMES);
        let here = here.by_ref().take_while(|t| t.tokens.start >= sentence.start);
        let Some(last) = here.into_iter().find(|t| when::is_told(t)) else {
            return self.follows_old(trigger, sentence);
        };
        let tags = self.layers.tags;
        if at - last.tokens.end > GOES_ON {
            return false;
        }
        // «منذ انتخابه في 2016، قتلت الشرطة …»: until now, save of what came before: «منذ 2012، بعد أن سيطرت …».
        let since = self.parties.is_since(last, at);
        if since && !(last.tokens.end..at).any(|i| tags.is(i, Tag::AFTER)) {
            return false;
        }
        // «أعلنت روسيا هدنة» is of then, «قال الوزير إن …» is of now.
        let says = |i: usize| tags.is(i, Tag::SAY) && (i + 1..at.min(i + SAID)).any(|j| tags.is(j, Tag::THAT));
        // «…، فإن الوزير يصر على …»
        let then = |i: usize| tags.all(i, Tag::THAT.or(Tag::JOINED));
        let anew = |i: usize| says(i) || then(i) || tags.is(i, Tag::SAYING.or(Tag::RELATIVE).or(Tag::BUT));
        // «هذه الهجمات» are those told of.
        let same = at.checked_sub(1).is_some_and(|b| tags.is(b, Tag::THIS));
        when::is_history(last, self.layers.published)
            && self.stands_free(last, sentence)
            && (same || !(last.tokens.end..at).any(anew))
    }

    /// «اغتيل الوزير في عام 2005. وأثار الاغتيال غضبا أدى إلى انسحاب الجيش.»: the sentence before, of the same paragraph, is of
    /// old times alone, and this one tells of the past without a time and without a speaker.
    fn follows_old(&self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let document = &self.layers.analysed.document;
        let Some(before) = document.sentence_of(sentence.start).checked_sub(1) else { return false };
        let Some(before) = document.sentences().get(before).copied() else { return false };
        let times = self.layers.times;
        let first = times.partition_point(|t| t.tokens.end <= before.start);
        let near =
            times.get(first..).unwrap_or_default().iter().take(TIMES).take_while(|t| t.tokens.start < sentence.end);
        let mut told = near.filter(|t| when::is_told(t)).peekable();
        let old = |t: &TimeReading| {
            t.tokens.start < before.end
                && when::is_history(t, self.layers.published)
                && self.stands_free(t, before)
                && !self.parties.is_since(t, before.end)
        };
        let tags = self.layers.tags;
        let spoken =
            |s: TokenRange, at| nearby(s, at).iter().any(|i| tags.is(i, Tag::SAY.or(Tag::SAYING).or(Tag::CUE_AS)));
        told.peek().is_some()
            && told.all(old)
            && !self.words.line_start(sentence.start)
            && !spoken(sentence, trigger.tokens.start)
            && !spoken(before, before.end)
            && self.is_of_the_past(trigger, sentence)
    }

    /// A verb of the past, or a noun behind one.
    fn is_of_the_past(&self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let tags = self.layers.tags;
        let past = |v: usize| !self.words.is_present(v);
        match trigger.verb {
            true => !trigger.present,
            false => (nearby(sentence, trigger.tokens.start).start..trigger.tokens.start)
                .rev()
                .find(|i| is_finite(tags, *i))
                .is_some_and(past),
        }
    }

    /// «في عام 2011», «…، عام 2011»: and not «انتخابات عام 2011», «منذ 2011».
    fn stands_free(&self, time: &TimeReading, sentence: TokenRange) -> bool {
        let Some(before) = time.tokens.start.checked_sub(1).filter(|b| *b >= sentence.start) else { return true };
        let tags = self.layers.tags;
        // «بانفجار سيارة عام 2005»
        // «مظاهرات عام 1976» are called by it.
        let called = self.words.tells(before) && !tags.is(before, Tag::ARTICLE);
        let year = self.words.is_unit(time.tokens.start) && !called && !self.parties.names_polls(time, sentence.start);
        year || tags.is(before, Tag::IN)
            || is_finite(tags, before)
            || self.layers.analysed.document.kind(before) != TokenKind::Word
    }
}

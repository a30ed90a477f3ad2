//! Whether the words around a trigger make it mean something else: an opinion, a habit, a reason, a figure of speech.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::claim::{AROUND, STREETS};
use super::clause::is_finite;
use super::mark::Mark;
use super::read::Reader;
use super::trigger::Trigger;
use crate::Senses;
use crate::clause::Tag;

/// Tokens on either side of a word in which others of its sentence are looked for: more than a newspaper's sentence has, so
/// that only a text made to be slow is cut.
const NEAR: usize = 128;

/// What of a sentence stands near a word.
pub(super) fn nearby(sentence: TokenRange, at: usize) -> TokenRange {
    TokenRange::new(sentence.start.max(at.saturating_sub(NEAR)), sentence.end.min(at + NEAR))
}

impl Reader<'_, '_> {
    /// «… بالانسحاب», «… بأن», «توعد برد»: with what it is threatened.
    pub(super) fn says_with_what(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let tags = self.layers.tags;
        // «يهدد وحدة بلادنا» is without it.
        let unknown = |i: usize| !tags.is(i, Tag::KNOWN.or(Tag::PRONOUN_END));
        let with =
            |i: usize| tags.is(i, Tag::BI) || unknown(i) && self.layers.analysed.document.word(i).starts_with('ب');
        (trigger.tokens.end..(clause.end + 1).min(trigger.tokens.end + 2 * AROUND)).any(with)
    }

    /// «وافق المشاركون على أن القراءة مفيدة»: an opinion, and no accord.
    pub(super) fn is_opinion(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let tags = self.layers.tags;
        let that = trigger.rule.kind == "AGREE" && trigger.verb && tags.is(clause.end, Tag::THAT);
        let verb = is_finite(tags, clause.end + 1) || tags.is(clause.end + 1, Tag::VERB.or(Tag::BE));
        that && tags.is(clause.end - 1, Tag::ON) && !verb
    }

    /// «سالم، طالب في الجامعة»: a student, where nothing is asked for.
    pub(super) fn is_student(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let tags = self.layers.tags;
        let at = trigger.tokens.start;
        let man = trigger.rule.kind == "REQUEST" && trigger.verb && tags.is(at, Tag::TITLE.or(Tag::PERSON));
        man && !tags.is(clause.end, Tag::THAT)
            && !(at + 1..clause.end.min(at + 1 + 2 * AROUND)).any(|i| tags.is(i, Tag::BI.or(Tag::THAT)))
    }

    /// «استقال احتجاجا على …»: only why something is done, where nobody takes to the streets.
    pub(super) fn is_only_why(&self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let adverbial =
            trigger.closed && trigger.rule.kind == "PROTEST" && self.words.is(trigger.tokens.start, Mark::DEMAND);
        let at = trigger.tokens.start;
        adverbial
            && !nearby(sentence, at)
                .iter()
                .filter(|i| *i != at && !self.words.is_preposition(*i))
                .any(|i| self.words.is(i, STREETS) || self.layers.tags.is(i, Tag::NUMBER))
    }

    /// «الغوطة المحاصرة», «القوى المقاطعة»: behind a definite noun, a word in ة with the article describes it.
    pub(super) fn is_adjective(&self, trigger: &Trigger) -> bool {
        let at = trigger.tokens.start;
        let Some(before) = at.checked_sub(1) else { return false };
        let prior = self.layers.tags.at(before);
        let noun = prior.any(Tag::ARTICLE.or(Tag::PLACE))
            && !prior.any(Tag::VERB.or(Tag::SAY))
            && !self.words.is_preposition(before);
        trigger.masdar
            && trigger.definite
            && trigger.tokens.len() == 1
            && noun
            && self.layers.analysed.document.word(at).ends_with('ه')
            // «أعلن الجيش السيطرة على …»: only «المحاصرة», «المهاجمة» can be adjectives, too.
            && self.layers.analysed.document.word(at).starts_with("الم")
    }

    /// «مركز احتجاز», «معسكر اعتقال»: what a place is for.
    pub(super) fn is_of_a_place(&self, trigger: &Trigger) -> bool {
        let Some(before) = trigger.tokens.start.checked_sub(1) else { return false };
        let lexicon = self.layers.analysed.lexicon();
        let tag = self.layers.tags.at(before);
        let readings = self.layers.analysed.readings(before).iter();
        let readings = readings.filter(|r| !r.clitics.has(tawatur_lexicon::Clitics::PRONOUN));
        let building = readings.map(|r| lexicon.sense_name(r.sense)).any(|n| n == "noun:building");
        let bare = !tag.any(
            Tag::ARTICLE
                .or(Tag::PRONOUN_END)
                .or(Tag::PLURAL)
                .or(Tag::VERB)
                .or(Tag::TIME)
                .or(Tag::NISBA)
                .or(Tag::ADJECTIVE),
        );
        trigger.masdar && !trigger.definite && !trigger.closed && !trigger.purpose && bare && building
    }

    /// «غالبا ما ترسل الحكومة قوات», «تعتقل الشرطة كل عام …»: what is done again and again is no event.
    pub(super) fn is_habit(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let present = trigger.verb && trigger.present && !trigger.future;
        let around =
            clause.start.max(trigger.tokens.start.saturating_sub(AROUND))..clause.end.min(trigger.tokens.end + AROUND);
        // «وتجري مناورات … من كل عام»
        let first = self.parties.head_of(trigger.tokens.start, clause.start);
        let held =
            !trigger.verb && first > clause.start && self.words.is_present(first - 1) && !self.words.is_past(first - 1);
        let year = around.start..clause.end.min(trigger.tokens.end + AROUND + AROUND / 2);
        let usual = || self.words.is(trigger.tokens.start.saturating_sub(1), Mark::HABIT);
        if !trigger.verb && (self.parties.recurs(&year) || usual()) {
            // «تتعرض مئات النساء كل عام للتعذيب»
            let carried = || self.parties.light(trigger, clause).is_some_and(|l| self.words.is_now(l.at));
            if held || carried() {
                return true;
            }
        }
        present && (self.parties.recurs(&around) || around.into_iter().any(|i| self.words.is(i, Mark::HABIT)))
    }

    /// «أطلقت صاروخا إلى الفضاء», «تدريبا بإطلاق صاروخ»: tried out, or sent into space.
    pub(super) fn is_trial(&self, trigger: &Trigger) -> bool {
        static TRIAL: OnceLock<Senses> = OnceLock::new();
        let trial = Senses::once(&TRIAL, self.layers.analysed.lexicon(), &["event:trial"]);
        let tried = |i: usize| {
            let phrase = self.layers.analysed.phrase_at(i);
            self.layers.analysed.is(i, trial) || phrase.is_some_and(|p| trial.find(&p.readings).is_some())
        };
        // Close by: «ألقت قنبلة …، بعد التدريب على استخدامها» is no trial.
        let word = |i: &usize| !matches!(self.layers.analysed.document.kind(*i), TokenKind::Comma | TokenKind::Stop);
        let end = trigger.object.map_or(trigger.tokens.end, |o| trigger.tokens.end.max(o + 1));
        (trigger.tokens.end..end + AROUND / 2).take_while(word).any(tried)
            || (trigger.tokens.start.saturating_sub(AROUND / 2)..trigger.tokens.start).rev().take_while(word).any(tried)
    }

    /// «قال المرشح … خلال تجمع حاشد»: where somebody speaks to his own, nobody protests.
    pub(super) fn is_rally(&self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let tags = self.layers.tags;
        let at = trigger.tokens.start;
        let rally = |r: &tawatur_lexicon::Reading| self.layers.analysed.entry(r).feature("rally").is_some();
        if trigger.verb || !self.layers.analysed.readings(at).iter().any(rally) {
            return false;
        }
        let led = at.checked_sub(1).is_some_and(|b| self.words.is_preposition(b) || tags.is(b, Tag::PREPOSITION));
        let against = Mark::PROTESTER.or(Mark::DEMAND).or(Mark::DEMONSTRATE);
        let near = nearby(sentence, at);
        led && near.iter().any(|i| tags.is(i, Tag::SAY.or(Tag::SAYING)))
            && !near.iter().any(|i| self.words.is(i, against))
    }

    /// Whether a word stands close by with which the rule tells of something else.
    pub(super) fn is_about_else(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let other = trigger.rule.not_near_mark();
        let from = clause.start.max(trigger.tokens.start.saturating_sub(AROUND));
        other != Mark(0)
            && (from..clause.end.min(trigger.tokens.end + AROUND)).any(|i| self.words.mark_of_all(i).any(other))
    }

    /// «معركة انتخابية», «انفجار سكاني».
    pub(super) fn is_figure_of_speech(&self, trigger: &Trigger) -> bool {
        let end = trigger.tokens.end;
        // «اعتقال الصحافي سالم القاضي»: he, and no «هجوم صحافي».
        // «طرد ستين دبلوماسيا»: whom it befalls.
        let man = |i: usize| {
            let named = i == end && self.layers.tags.all(i, Tag::TITLE.or(Tag::ARTICLE));
            trigger.object == Some(i) || trigger.rule.person && named
        };
        !trigger.verb
            && (end..end + 3)
                .take_while(|i| {
                    self.layers.analysed.document.kind(*i) == TokenKind::Word && !self.words.is_preposition(*i)
                })
                .any(|i| self.words.is(i, Mark::FIGURATIVE) && !man(i))
    }
}

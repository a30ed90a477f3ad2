//! What the verb or noun that governs a trigger makes of it: wished, allowed, prevented, to come.

use std::sync::OnceLock;

use tawatur_lexicon::{Clitics, Reading};
use tawatur_model::Auxiliary;
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::marks::Words;
use super::trigger::Trigger;
use crate::Senses;
use crate::clause::Tag;

/// Words before a noun joined to a purpose in which that stands.
const PURPOSE: usize = 9;
/// Words before «على» in which a word for agreeing stands.
const AGREED: usize = 6;
/// Words between a verb and a noun that it governs without being joined to another.
const CLOSE: usize = 4;
/// Words before a noun in which the verb that governs it stands.
const GOVERNED: usize = 12;

impl Words<'_, '_> {
    /// What the verb that governs a noun from farther off makes of it: «سيطلب تنفيذ … وهدم منزله», «أيد إعادة فرض …».
    pub(super) fn governed(self, start: usize, trigger: &Trigger, sentence: TokenRange, found: &mut Vec<Auxiliary>) {
        let from = sentence.start.max(start.saturating_sub(GOVERNED));
        let word =
            |i: &usize| self.analysed.document.kind(*i) != TokenKind::Semicolon && !self.tags.is(*i, Tag::RELATIVE);
        // «لإتاحة إدخال المساعدات وإجلاء المرضى»: joined to a purpose, whatever verb that is of.
        let verb = (from..start).rev().take_while(word).find(|i| is_finite(self.tags, *i));
        if verb.is_none() && self.tags.all(start, Tag::JOINED.or(Tag::MASDAR)) {
            let near = sentence.start.max(start.saturating_sub(AGREED));
            if (near..start).rev().take_while(word).any(|i| self.is_purpose(i)) {
                found.push(Auxiliary::Hypothetical);
            }
        }
        // «للمطالبة بتسليم الجثة وإطلاق سراح …», «مطالبين بالحوار ووقف …»: joined to what is demanded, behind a noun of demanding.
        if trigger.masdar && self.tags.is(start, Tag::JOINED) && !self.tags.is(start, Tag::ARTICLE) {
            let after = verb.map_or(from, |v| v + 1).max(start.saturating_sub(PURPOSE));
            let demands = |i: usize| {
                self.is(i, Mark::WISH.or(Mark::DEMAND))
                    && self.tags.is(i + 1, Tag::BI)
                    && (self.tags.is(i, Tag::MASDAR.or(Tag::LI)) || self.analysed.document.word(i).ends_with("ين"))
            };
            if (after..start).any(demands) {
                found.push(Auxiliary::Hypothetical);
            }
        }
        let Some(verb) = verb else { return };
        let Some(before) = start.checked_sub(1) else { return };
        if self.is_there_already(start) {
            return;
        }
        // «بالانسحاب منه وفرض عقوبات»: the noun that carries the event is governed in its place.
        let own = start == trigger.tokens.start;
        let masdar = !own || trigger.masdar;
        let definite = if own { trigger.definite } else { self.tags.is(start, Tag::ARTICLE) };
        // «عرضت المساعدة في تنسيق عقد محادثات»
        let talks = matches!(trigger.rule.kind.as_str(), "CONSULT" | "AGREE") && !definite;
        let doing = self.tags.is(before, Tag::COMMON.or(Tag::MASDAR)) && !self.tags.is(before, Tag::ARTICLE);
        if talks && doing && self.verb_mark(verb).any(Mark::WISH) {
            found.push(Auxiliary::Hypothetical);
        }
        if self.is_plain_noun(before) && !self.tags.is(start, Tag::JOINED) {
            return;
        }
        let led = self.is_preposition(before) || self.tags.is(before, Tag::PREPOSITION);
        // «حذر … من إقالة», «لتمكين … من إطلاق»: wished or feared from farther off.
        // «بعد يوم من هجومين», «أدى إلى إصابة»: told of as done.
        let done = before.checked_sub(1).is_some_and(|b| {
            // «دعا … في وقت سابق إلى فرض …»: the time is of the call.
            let after = self.tags.is(b, Tag::TIME.or(Tag::AFTER)) || self.is_unit(b);
            after && !self.tags.is(before, Tag::TO) || self.mark_of_all(b).any(Mark::CAUSE)
        });
        // «طلبت استبعاد الخرطوم من المفاوضات»: من is of the verbal noun.
        let parted = self.tags.is(before, Tag::FROM)
            && (verb + 1..before)
                .any(|i| self.tags.is(i, Tag::MASDAR) && !self.tags.is(i, Tag::ARTICLE.or(Tag::BODY).or(Tag::TITLE)));
        // «بعد فترة وجيزة من احتجازه»
        let done = done || parted || (before.saturating_sub(3)..before).any(|i| self.is_over(i));
        let bound = (self.tags.is(before, Tag::FROM.or(Tag::TO)) || self.tags.is(start, Tag::BI)) && !done;
        // «لإدانته بقتل …» is no purpose.
        let meant = (verb.max(start.saturating_sub(AGREED))..start)
            .any(|i| self.tags.all(i, Tag::LI.or(Tag::MASDAR)) && !self.tells(i));
        // «ستمنع المقاتلين من شن هجمات»
        if self.tags.is(before, Tag::FROM) && self.verb_mark(verb).any(Mark::PREVENT) {
            found.push(Auxiliary::Negated);
        }
        // «دعت … لتحرك سريع في ما يتعلق بالهجوم»: what is known, far from the wish.
        let known = definite && self.tags.is(start, Tag::BI) && start - verb > AGREED;
        let wished = self.verb_mark(verb).any(Mark::WISH.or(Mark::INTEND)) && !self.manages(verb, before);
        if bound && !known && (meant || wished) {
            found.push(Auxiliary::Hypothetical);
        }
        // «لا تستطيع … ترحيل», «ربما تعد هجمات»: what stands before the verb bears on what it governs.
        let prior = verb.checked_sub(1).map(|b| self.tags.at(b)).unwrap_or_default();
        let bare = masdar && !definite && (!led || start - verb <= 2);
        // «ما لا يقل عن 25» denies nothing.
        let bound = self.analysed.phrase_over(verb).is_some();
        if prior.any(Tag::NOT) && bare && !bound && !self.verb_mark(verb).any(Mark::CAUSE.or(Mark::OCCUR)) {
            found.push(Auxiliary::Negated);
        }
        let may = prior.any(Tag::QAD) && self.is_present(verb)
            || verb.checked_sub(1).is_some_and(|b| self.is(b, Mark::WISH) && !self.is_preposition(b));
        // «يمكن للشرطة احتجاز …»
        let can = self.verb_mark(verb).any(Mark::WISH) && bare;
        if (may || can) && !led && start - verb <= CLOSE {
            found.push(Auxiliary::Hypothetical);
        }
        // «تتفاوض لوقف القتال وإجلاء الجرحى»: joined to a purpose.
        let from = (verb + 1).max(start.saturating_sub(PURPOSE));
        if self.tags.is(start, Tag::JOINED) && masdar && (from..start).any(|i| self.is_purpose(i)) {
            found.push(Auxiliary::Hypothetical);
        }
        // «اتهمه باغتيال والده»: what somebody is accused of.
        let accuses = self
            .readings(verb)
            .any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.kind == "ACCUSE" && r.mode == "allege"));
        // «بضرب واحتجاز عامل»
        let doing = self.tags.is(before, Tag::MASDAR) || self.tells(before);
        let joined = self.tags.is(start, Tag::JOINED) && self.tags.is(before, Tag::BI) && doing;
        if accuses && (self.tags.is(start, Tag::BI) || joined) {
            found.push(Auxiliary::Hypothetical);
        }
        // «ستشرفان على انسحاب», «ستقوم المنظمة بتنظيم احتجاج»
        let will = self.analysed.readings(verb).iter().any(|r| r.clitics.has(Clitics::SA));
        let performs = self.verb_mark(verb).any(Mark::PERFORM) && self.tags.is(start, Tag::BI);
        // «سيكلف بمواصلة المفاوضات»
        let bound = self.tags.all(start, Tag::BI.or(Tag::MASDAR)) && masdar;
        // «سيخصص الرئيس اليوم للعلاقات مع عقد لقاء …»
        let talks = matches!(trigger.rule.kind.as_str(), "CONSULT" | "AGREE") && masdar && !definite && !done;
        if will && (performs || bound || talks || led && start - verb <= 2) {
            found.push(Auxiliary::Future);
        }
        // «مشروع قانون يستهدف فرض عقوبات»: an aim.
        let aims = self.is_present(verb)
            && self.readings(verb).any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.in_words));
        if aims && verb + 1 == start && self.tags.is(start, Tag::MASDAR) {
            found.push(Auxiliary::Hypothetical);
        }
        let kind =
            |k: &str| self.readings(verb).any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.kind == k));
        // «يقترب الجيش من فرض حصار»: not yet.
        if self.tags.is(before, Tag::FROM) && masdar && start - verb <= AGREED && self.draws_near(verb) {
            found.push(Auxiliary::Hypothetical);
        }
        // «تهدد بالهجوم على …»: what is threatened is not done, whether it is definite or not.
        if self.tags.is(start, Tag::BI) && kind("THREATEN") {
            found.push(Auxiliary::Hypothetical);
        }
        // Joined to what the verb governs, or governed by it from close by, and not told of in a phrase of its own.
        if !self.tags.is(start, Tag::JOINED) && (led || start - verb > CLOSE) {
            return;
        }
        let readings = self.analysed.readings(verb);
        if readings.iter().any(|r| r.clitics.has(Clitics::SA)) {
            found.push(Auxiliary::Future);
        }
        // «من المتوقع أن تشمل … فرض …»
        let that =
            verb.checked_sub(1).filter(|t| self.tags.is(*t, Tag::THAT) && self.is_bare_that(*t) && !self.is_before(*t));
        if that.is_some() && readings.iter().any(|r| r.form.is_present()) {
            found.push(Auxiliary::Hypothetical);
        }
        if masdar && !definite && (kind("SUPPORT") || kind("REQUEST") || kind("THREATEN")) {
            found.push(Auxiliary::Hypothetical);
        }
    }

    /// «استغلال الزيارة», «التحقيق في مقتل …», «الرد على الهجوم»: what something is done about is there, or was.
    pub(super) fn is_there_already(self, at: usize) -> bool {
        static GIVEN: OnceLock<Senses> = OnceLock::new();
        let given = Senses::once(&GIVEN, self.analysed.lexicon(), &["event:about-given"]);
        let Some(before) = at.checked_sub(1) else { return false };
        if self.stands_behind(at - usize::from(self.is(before, Mark::HEAD))) {
            return true;
        }
        let led = before.checked_sub(1).filter(|_| self.tags.is(before, Tag::IN.or(Tag::ON)));
        // «تحقيق مستقل في …»
        let described = led.and_then(|l| l.checked_sub(1));
        self.analysed.is(before, given)
            || led.is_some_and(|l| self.analysed.is(l, given))
            || described.is_some_and(|d| self.analysed.is(d, given))
    }

    /// «وقوف موسكو خلف محاولة قتل …»: who stands behind it may be open, and not that it was.
    pub(super) fn stands_behind(self, first: usize) -> bool {
        static BEHIND: OnceLock<[Senses; 2]> = OnceLock::new();
        let lexicon = self.analysed.lexicon();
        let [stand, behind] =
            BEHIND.get_or_init(|| ["event:stand-behind", "event:behind"].map(|n| Senses::of(lexicon, &[n])));
        let stands = || (first.saturating_sub(5)..first.saturating_sub(1)).any(|i| self.analysed.is(i, stand));
        first > 1 && self.analysed.is(first - 1, behind) && stands()
    }

    /// «ترحيل المهاجرين … فشل»: the first verb behind a noun that opens its clause says that it was not done.
    pub(super) fn came_to_nothing(self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let opens = trigger.tokens.start.checked_sub(1).is_none_or(|b| {
            self.tags.is(b, Tag::THAT) || self.analysed.document.kind(b) != TokenKind::Word || self.is(b, Mark::HEAD)
        });
        let end = sentence.end.min(trigger.tokens.end + GOVERNED);
        let word = |i: &usize| self.analysed.document.kind(*i) == TokenKind::Word && !self.tags.is(*i, Tag::RELATIVE);
        opens
            && (trigger.tokens.end..end)
                .take_while(word)
                .find(|i| is_finite(self.tags, *i) || self.fails(*i))
                .is_some_and(|i| self.fails(i) && !self.tags.is(i, Tag::JOINED.or(Tag::BI).or(Tag::LI)))
    }

    /// Whether the first verb behind a noun that opens its clause is of the future.
    pub(super) fn will_be(self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let opens = trigger.tokens.start.checked_sub(1).is_none_or(|b| self.tags.is(b, Tag::THAT));
        let end = sentence.end.min(trigger.tokens.end + GOVERNED + CLOSE);
        let word = |i: &usize| self.analysed.document.kind(*i) == TokenKind::Word && !self.tags.is(*i, Tag::RELATIVE);
        let future = |i: usize| {
            let readings = self.analysed.readings(i);
            let sa = Clitics::SA;
            readings.iter().any(|r| r.clitics.has(sa))
                || readings.is_empty() && self.analysed.segment(i).clitics.has(sa)
        };
        opens
            && (trigger.tokens.end..end)
                .take_while(word)
                .find(|i| is_finite(self.tags, *i) || future(*i))
                .is_some_and(|i| future(i) && (self.tells_of_time(i) || self.tags.is(i, Tag::BE)))
    }

    /// A verb that says that something takes place, and not what it leads to: «إطلاق الصواريخ سيقود إلى …».
    fn tells_of_time(self, at: usize) -> bool {
        let held = Mark::OCCUR.or(Mark::GO_ON).or(Mark::DO).or(Mark::PERFORM).or(Mark::TAKE_PART).or(Mark::WITNESS);
        self.verb_mark(at).any(held)
    }

    /// «إذا», «في حال» behind a trigger.
    pub(super) fn is_conditioned(self, from: usize, end: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let condition = |r: &Reading| matches!(lexicon.sense_name(r.sense), "conj:if" | "conj:in-case");
        let phrase = |i: usize| {
            self.analysed.phrase_at(i).is_some_and(|p| p.tokens.start == i && p.readings.iter().any(condition))
        };
        // «جاء الهجوم بعد تهديدات … في حال …»: the condition is of something else.
        let same = |i: &usize| self.analysed.document.kind(*i) == TokenKind::Word && !self.is_over(*i);
        (from..end.min(from + GOVERNED)).take_while(same).any(|i| {
            self.tags.is(i, Tag::KNOWN.or(Tag::IN)) && (self.analysed.readings(i).iter().any(condition) || phrase(i))
        })
    }

    /// A bare noun that bears on no event: «تفاصيل», «ملابسات».
    pub(super) fn is_plain_noun(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        let other = Tag::ARTICLE
            .or(Tag::PRONOUN_END)
            .or(Tag::MASDAR)
            .or(Tag::NUMBER)
            .or(Tag::TIME)
            .or(Tag::VERB)
            .or(Tag::SAY)
            .or(Tag::NAME)
            .or(Tag::ADJECTIVE);
        // «طالب بسرعة إطلاق …»: how.
        static HOW: OnceLock<Senses> = OnceLock::new();
        let how = Senses::once(&HOW, self.analysed.lexicon(), &["event:how"]);
        let manner = tag.any(Tag::BI) && !self.tags.is(at + 1, Tag::BI) && self.analysed.is(at, how);
        tag.any(Tag::COMMON.or(Tag::NOUN))
            && !manner
            && !tag.any(other.or(Tag::LI))
            && !self.is_preposition(at)
            && self.mark(at) == Mark(0)
    }

    /// «لتنفيذ», «لشن»: a verbal noun with ل.
    pub(super) fn is_purpose(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        let masdar = |r: &Reading| r.clitics.has(Clitics::LI) && self.analysed.entry(r).feature("masdar").is_some();
        tag.any(Tag::LI) && !tag.any(Tag::ARTICLE) && (tag.any(Tag::MASDAR) || self.readings(at).any(masdar))
    }

    /// «بسبب», «بعد», «خلال»: what stands behind it took place, whatever the words before it say.
    pub(super) fn is_of_fact(self, at: usize) -> bool {
        static FACT: OnceLock<Senses> = OnceLock::new();
        let names = ["prep:because", "prep:after", "prep:since", "prep:during"];
        self.analysed.is(at, Senses::once(&FACT, self.analysed.lexicon(), &names))
    }

    /// As `is_of_fact`, but not «خلال», behind which stands what is to come, too.
    pub(super) fn is_over(self, at: usize) -> bool {
        static OVER: OnceLock<Senses> = OnceLock::new();
        let names = ["prep:because", "prep:after", "prep:since"];
        self.analysed.is(at, Senses::once(&OVER, self.analysed.lexicon(), &names))
    }

    /// «يوم», «ساعات»: a unit of time.
    pub(super) fn is_unit(self, at: usize) -> bool {
        static UNIT: OnceLock<Senses> = OnceLock::new();
        self.analysed.is(at, Senses::once(&UNIT, self.analysed.lexicon(), &["noun:unit"]))
    }

    /// A word for agreeing that «على» belongs to, with its subject between.
    pub(super) fn agrees_on(self, on: usize, sentence: TokenRange) -> bool {
        let from = sentence.start.max(on.saturating_sub(AGREED));
        let agrees = |i: usize| {
            self.readings(i).any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.kind == "AGREE"))
        };
        let stop = |i: &usize| !self.is_preposition(*i) && self.analysed.document.kind(*i) == TokenKind::Word;
        (from..on).rev().take_while(stop).any(|i| self.tags.is(i, Tag::EVENT) && agrees(i))
    }

    /// Whether a token can be a verb of the past that stands around events.
    pub(super) fn is_past(self, verb: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.readings(verb).any(|r| {
            lexicon.class(r.sense) == tawatur_lexicon::Class::Verb
                && !r.form.is_present()
                && self.role(r).mark != Mark(0)
        })
    }

    /// Whether a verb is of the present and can be no other.
    pub(super) fn is_now(self, verb: usize) -> bool {
        self.is_present(verb) && !self.is_past(verb)
    }

    pub(super) fn is_present(self, verb: usize) -> bool {
        self.readings(verb).any(|r| r.form.is_present()) && !self.is_first_person(verb)
    }
}

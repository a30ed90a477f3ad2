//! Historical, future, hypothetical or negated: PLOVER's auxiliary modes, by the words before the trigger.

use tawatur_model::{Auxiliary, Modality};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::marks::Words;
use super::trigger::Trigger;
use crate::clause::Tag;

/// Words before a trigger that can bear on it.
const REACH: usize = 5;

/// Words before a noun joined to a purpose in which that stands.
const PURPOSE: usize = 9;
/// Words before «على» in which a word for agreeing stands.
const AGREED: usize = 6;
/// Words between a verb and a noun that it governs without being joined to another.
const CLOSE: usize = 4;
/// Words before a noun in which the verb that governs it stands.
const GOVERNED: usize = 12;

impl Words<'_, '_> {
    /// What the words before a trigger, and before the verb that carries it, make of it.
    pub(super) fn auxiliaries(self, trigger: &Trigger, light: Option<usize>, sentence: TokenRange) -> Vec<Auxiliary> {
        let mut found = Vec::new();
        if trigger.future {
            found.push(Auxiliary::Future);
        }
        self.look(trigger.tokens.start, trigger.verb, trigger.present, sentence, &mut found);
        if let Some(light) = light {
            // «تعرض» is no offer here, and what protesters call for is no protest.
            let mark = self.mark(light);
            let wish = mark.any(Mark::UNDERGO) || trigger.does.is_some();
            self.of_mark(if wish { Mark(mark.0 & !Mark::WISH.or(Mark::DEMAND).0) } else { mark }, &mut found);
            let future = self.readings(light).any(|r| r.clitics.has(tawatur_lexicon::Clitics::SA));
            if future {
                found.push(Auxiliary::Future);
            }
            // «أمر بإطلاق النار»: an order is no shot yet.
            if mark.any(Mark::ORDER) && trigger.rule.kind == "ASSAULT" {
                found.push(Auxiliary::Future);
            }
            // «لإجراء مفاوضات»: a purpose.
            let carrier = Mark::DO.or(Mark::PERFORM).or(Mark::TAKE_PART);
            if self.is_purpose(light) && mark.any(carrier) {
                found.push(Auxiliary::Hypothetical);
            }
            // «قد أعلن» is he, not I.
            let present = self.readings(light).any(|r| r.form.is_present()) && !self.is_first_person(light);
            let verb = self.verb_mark(light) != Mark(0) || is_finite(self.tags, light);
            self.look(light, verb, present, sentence, &mut found);
            if !verb {
                self.governed(light, trigger, sentence, &mut found);
            }
        }
        // «… في حال رفض الطلب»: a condition behind it, where it is not told of as past.
        let open = if trigger.verb { trigger.present } else { light.is_some_and(|l| self.is_present(l)) };
        if open && self.is_conditioned(trigger.tokens.end, sentence.end) {
            found.push(Auxiliary::Hypothetical);
        }
        // «إن المفاوضات … ستبدأ غدا»
        if !trigger.verb && light.is_none() && self.will_be(trigger, sentence) {
            found.push(Auxiliary::Future);
        }
        let undergone = light.is_some_and(|l| self.mark(l).any(Mark::UNDERGO));
        if !trigger.verb && light.is_none() {
            self.governed(trigger.tokens.start, trigger, sentence, &mut found);
        }
        if trigger.purpose
            && !trigger.rule.as_purpose
            && !undergone
            && !trigger.tokens.start.checked_sub(1).is_some_and(|b| self.is(b, Mark::HEAD))
        {
            found.push(Auxiliary::Hypothetical);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn look(self, at: usize, verb: bool, present: bool, sentence: TokenRange, found: &mut Vec<Auxiliary>) {
        let from = sentence.start.max(at.saturating_sub(REACH));
        // «من إحباط أعمال … والقبض على …»: joined and definite, it is told by itself.
        if !verb && self.tags.all(at, Tag::JOINED.or(Tag::ARTICLE)) {
            return;
        }
        for i in (from..at).rev() {
            if self.analysed.document.kind(i) != TokenKind::Word {
                break;
            }
            // «أي هجوم»
            if !verb && i + 1 == at && (self.is_sense(i, "noun:any") || self.is_sense(i, "pron:closed-any")) {
                found.push(Auxiliary::Hypothetical);
            }
            let near = at - i <= 2;
            let tag = self.tags.at(i);
            if tag.any(Tag::NOT) && near && verb {
                found.push(Auxiliary::Negated);
                if self.negates_future(i) {
                    found.push(Auxiliary::Future);
                }
            }
            // «لا تستطيع ترحيلهم»: the verb between is of the same clause.
            let causes = self.verb_mark(i + 1).any(Mark::CAUSE);
            if tag.any(Tag::NOT) && !verb && is_finite(self.tags, i + 1) && at - i <= 4 && !causes {
                found.push(Auxiliary::Negated);
            }
            // «قد اعتذر»: the trigger's own reading tells its tense, that of an auxiliary between any reading does.
            let between = i + 1 < at
                && !self.is_first_person(i + 1)
                && self.analysed.readings(i + 1).iter().any(|r| r.form.is_present());
            let could = present || between;
            // «لافتعال مواجهات»: in construct with a purpose.
            // Not «لوقف الهجمات», «تتعرض لقصف وغارات», «تعرض لعمليات نهب»: those are there.
            let there = self.tags.is(at, Tag::ARTICLE.or(Tag::JOINED))
                || self.is(i, Mark::UNDERGO.or(Mark::HEAD).or(Mark::HALT))
                || i.checked_sub(1).is_some_and(|b| self.is(b, Mark::UNDERGO));
            if !verb && i + 1 == at && self.is_purpose(i) && !there {
                found.push(Auxiliary::Hypothetical);
            }
            if tag.any(Tag::QAD) && verb && could && near {
                found.push(Auxiliary::Hypothetical);
            }
            // «ألا تنسحب»
            if verb && i + 1 == at && self.is_that_not(i) {
                found.push(Auxiliary::Negated);
            }
            if self.is_sense(i, "part:future") && verb {
                found.push(Auxiliary::Future);
            }
            if self.is_sense(i, "conj:if") {
                found.push(Auxiliary::Hypothetical);
            }
            // «على أن تعود», «يمكن أن يزور»: behind أن the present is no fact; «قبل أن تفرقهم» it is.
            let clause = i + 1 == at && verb && present && tag.any(Tag::THAT) && !tag.any(Tag::PRONOUN_END);
            if clause && self.is_bare_that(i) && !self.is_before(i) {
                found.push(Auxiliary::Hypothetical);
            }
            // «الاتفاق على إجلاء»: what is agreed on is to come.
            if !verb && tag.any(Tag::ON) && near && self.agrees_on(i, sentence) {
                found.push(Auxiliary::Future);
            }
            // «احتجاجا على زيارة»: what is protested against is a fact; «تعرض» is no offer where somebody undergoes.
            let fact =
                self.tags.is(i + 1, Tag::ON) || self.is(i, Mark::UNDERGO) || self.is_sense(i + 1, "prep:against");
            let mark = if fact { Mark(self.mark(i).0 & !Mark::WISH.or(Mark::DEMAND).0) } else { self.mark(i) };
            if !verb || near || tag.any(Tag::THAT) {
                self.of_mark(Mark(mark.0 & !Mark::ATTEMPT.0), found);
            }
            if mark.any(Mark::MEMORY) && !verb {
                found.push(Auxiliary::Historical);
            }
            // «منع تعيين ثلاثة بسبب الهجوم»: what something is because of, or came after, is a fact.
            let since = !verb && tag.any(Tag::PREPOSITION) && self.is_of_fact(i);
            // «احتمال أن يكون الهجوم … عنصريا»: of a noun, what is possible is told behind it.
            let stops = is_finite(self.tags, i) && !(tag.any(Tag::BE) && verb);
            // «إذا ماطلت في المحادثات»
            if stops && i.checked_sub(1).is_some_and(|b| self.is_sense(b, "conj:if")) {
                found.push(Auxiliary::Hypothetical);
            }
            // «تطالب بتفاصيل مقتل …»: what is wished is the noun that the event stands in construct with.
            let of = !verb && i + 1 == at && self.is_plain_noun(i);
            if stops || since || of || tag.any(Tag::WHILE.or(Tag::RELATIVE)) {
                break;
            }
        }
    }

    /// Whether the first verb behind a noun that opens its clause is of the future.
    fn will_be(self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let opens = trigger.tokens.start.checked_sub(1).is_none_or(|b| self.tags.is(b, Tag::THAT));
        let end = sentence.end.min(trigger.tokens.end + GOVERNED + CLOSE);
        let word = |i: &usize| self.analysed.document.kind(*i) == TokenKind::Word && !self.tags.is(*i, Tag::RELATIVE);
        let future = |i: usize| {
            let readings = self.analysed.readings(i);
            let sa = tawatur_lexicon::Clitics::SA;
            readings.iter().any(|r| r.clitics.has(sa))
                || readings.is_empty() && self.analysed.segment(i).clitics.has(sa)
        };
        opens
            && (trigger.tokens.end..end)
                .take_while(word)
                .find(|i| is_finite(self.tags, *i) || future(*i))
                .is_some_and(future)
    }

    fn is_present(self, verb: usize) -> bool {
        self.readings(verb).any(|r| r.form.is_present()) && !self.is_first_person(verb)
    }

    /// «إذا», «في حال» behind a trigger.
    fn is_conditioned(self, from: usize, end: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let condition =
            |r: &tawatur_lexicon::Reading| matches!(lexicon.sense_name(r.sense), "conj:if" | "conj:in-case");
        let phrase = |i: usize| {
            self.analysed.phrase_at(i).is_some_and(|p| p.tokens.start == i && p.readings.iter().any(condition))
        };
        (from..end.min(from + GOVERNED)).take_while(|i| self.analysed.document.kind(*i) == TokenKind::Word).any(|i| {
            self.tags.is(i, Tag::KNOWN.or(Tag::IN)) && (self.analysed.readings(i).iter().any(condition) || phrase(i))
        })
    }

    /// A bare noun that bears on no event: «تفاصيل», «ملابسات».
    fn is_plain_noun(self, at: usize) -> bool {
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
        tag.any(Tag::COMMON.or(Tag::NOUN))
            && !tag.any(other.or(Tag::LI))
            && !self.is_preposition(at)
            && self.mark(at) == Mark(0)
    }

    /// «لتنفيذ», «لشن»: a verbal noun with ل.
    pub(super) fn is_purpose(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        let masdar = |r: &tawatur_lexicon::Reading| {
            r.clitics.has(tawatur_lexicon::Clitics::LI) && self.analysed.entry(r).feature("masdar").is_some()
        };
        tag.any(Tag::LI) && !tag.any(Tag::ARTICLE) && (tag.any(Tag::MASDAR) || self.readings(at).any(masdar))
    }

    /// «بسبب», «بعد», «خلال»: what stands behind it took place, whatever the words before it say.
    pub(super) fn is_of_fact(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let fact = |n: &str| matches!(n, "prep:because" | "prep:after" | "prep:since" | "prep:during");
        self.analysed.readings(at).iter().any(|r| fact(lexicon.sense_name(r.sense)))
    }

    /// أن, which may be أنّ: not إن, not with a pronoun.
    fn is_bare_that(self, at: usize) -> bool {
        let written = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        written.ends_with("أن")
    }

    /// أن and لا in one word, which is spelt like إلا when folded.
    fn is_that_not(self, at: usize) -> bool {
        self.analysed.document.text_of(TokenRange::new(at, at + 1)).ends_with("ألا")
    }

    /// «قبل أن», «بعد أن», «منذ أن», «إلى أن»: what follows is a fact, or was one.
    fn is_before(self, that: usize) -> bool {
        let Some(before) = that.checked_sub(1) else { return false };
        let lexicon = self.analysed.lexicon();
        let timed = |n: &str| matches!(n, "prep:before" | "prep:after" | "prep:since" | "prep:until");
        self.tags.is(before, Tag::TO)
            || self.analysed.readings(before).iter().any(|r| timed(lexicon.sense_name(r.sense)))
    }

    /// A word for agreeing that «على» belongs to, with its subject between.
    fn agrees_on(self, on: usize, sentence: TokenRange) -> bool {
        let from = sentence.start.max(on.saturating_sub(AGREED));
        let agrees = |i: usize| {
            self.readings(i).any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.kind == "AGREE"))
        };
        let stop = |i: &usize| !self.is_preposition(*i) && self.analysed.document.kind(*i) == TokenKind::Word;
        (from..on).rev().take_while(stop).any(|i| self.tags.is(i, Tag::EVENT) && agrees(i))
    }

    /// What the verb that governs a noun from farther off makes of it: «سيطلب تنفيذ … وهدم منزله», «أيد إعادة فرض …».
    fn governed(self, start: usize, trigger: &Trigger, sentence: TokenRange, found: &mut Vec<Auxiliary>) {
        let from = sentence.start.max(start.saturating_sub(GOVERNED));
        let word =
            |i: &usize| self.analysed.document.kind(*i) != TokenKind::Semicolon && !self.tags.is(*i, Tag::RELATIVE);
        let verb = (from..start).rev().take_while(word).find(|i| is_finite(self.tags, *i));
        let Some(verb) = verb else { return };
        let Some(before) = start.checked_sub(1) else { return };
        if self.is_plain_noun(before) {
            return;
        }
        let led = self.is_preposition(before) || self.tags.is(before, Tag::PREPOSITION);
        // «حذر … من إقالة», «لتمكين … من إطلاق»: wished or feared from farther off.
        // «بعد يوم من هجومين», «أدى إلى إصابة»: told of as done.
        let done = before.checked_sub(1).is_some_and(|b| {
            self.tags.is(b, Tag::TIME.or(Tag::AFTER)) || self.is_unit(b) || self.mark_of_all(b).any(Mark::CAUSE)
        });
        // «طلبت استبعاد الخرطوم من المفاوضات»: من is of the verbal noun.
        let parted = self.tags.is(before, Tag::FROM)
            && (verb + 1..before)
                .any(|i| self.tags.is(i, Tag::MASDAR) && !self.tags.is(i, Tag::ARTICLE.or(Tag::BODY).or(Tag::TITLE)));
        let done = done || parted;
        let bound = (self.tags.is(before, Tag::FROM.or(Tag::TO)) || self.tags.is(start, Tag::BI)) && !done;
        // «لإدانته بقتل …» is no purpose.
        let meant = (verb.max(start.saturating_sub(AGREED))..start)
            .any(|i| self.tags.all(i, Tag::LI.or(Tag::MASDAR)) && !self.tells(i));
        // «ستمنع المقاتلين من شن هجمات»
        if self.tags.is(before, Tag::FROM) && self.verb_mark(verb).any(Mark::PREVENT) {
            found.push(Auxiliary::Negated);
        }
        if bound && (meant || self.verb_mark(verb).any(Mark::WISH.or(Mark::INTEND))) {
            found.push(Auxiliary::Hypothetical);
        }
        // «لا تستطيع … ترحيل», «ربما تعد هجمات»: what stands before the verb bears on what it governs.
        let prior = verb.checked_sub(1).map(|b| self.tags.at(b)).unwrap_or_default();
        let bare = trigger.masdar && !trigger.definite && (!led || start - verb <= 2);
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
        if self.tags.is(start, Tag::JOINED) && trigger.masdar && (from..start).any(|i| self.is_purpose(i)) {
            found.push(Auxiliary::Hypothetical);
        }
        // «اتهمه باغتيال والده»: what somebody is accused of.
        let accuses = self
            .readings(verb)
            .any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.kind == "ACCUSE" && r.mode == "allege"));
        if accuses && self.tags.is(start, Tag::BI) {
            found.push(Auxiliary::Hypothetical);
        }
        // «ستشرفان على انسحاب», «ستقوم المنظمة بتنظيم احتجاج»
        let will = self.analysed.readings(verb).iter().any(|r| r.clitics.has(tawatur_lexicon::Clitics::SA));
        let performs = self.verb_mark(verb).any(Mark::PERFORM) && self.tags.is(start, Tag::BI);
        if will && (performs || led && start - verb <= 2) {
            found.push(Auxiliary::Future);
        }
        // «مشروع قانون يستهدف فرض عقوبات»: an aim.
        let aims = self.is_present(verb)
            && self.readings(verb).any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.in_words));
        if aims && verb + 1 == start && self.tags.is(start, Tag::MASDAR) {
            found.push(Auxiliary::Hypothetical);
        }
        // Joined to what the verb governs, or governed by it from close by, and not told of in a phrase of its own.
        if !self.tags.is(start, Tag::JOINED) && (led || start - verb > CLOSE) {
            return;
        }
        let readings = self.analysed.readings(verb);
        if readings.iter().any(|r| r.clitics.has(tawatur_lexicon::Clitics::SA)) {
            found.push(Auxiliary::Future);
        }
        // «من المتوقع أن تشمل … فرض …»
        let that =
            verb.checked_sub(1).filter(|t| self.tags.is(*t, Tag::THAT) && self.is_bare_that(*t) && !self.is_before(*t));
        if that.is_some() && readings.iter().any(|r| r.form.is_present()) {
            found.push(Auxiliary::Hypothetical);
        }
        let kind =
            |k: &str| self.readings(verb).any(|r| self.book.numbered(self.role(r).rule).is_some_and(|r| r.kind == k));
        if trigger.masdar && !trigger.definite && (kind("SUPPORT") || kind("REQUEST") || kind("THREATEN")) {
            found.push(Auxiliary::Hypothetical);
        }
    }

    /// «يوم», «ساعات»: a unit of time.
    pub(super) fn is_unit(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "noun:unit")
    }

    fn of_mark(self, mark: Mark, found: &mut Vec<Auxiliary>) {
        if mark.any(Mark::INTEND) {
            found.push(Auxiliary::Future);
        }
        if mark.any(Mark::WISH.or(Mark::DEMAND)) {
            found.push(Auxiliary::Hypothetical);
        }
        if mark.any(Mark::PREVENT.or(Mark::DENY)) {
            found.push(Auxiliary::Negated);
        }
    }

    fn negates_future(self, at: usize) -> bool {
        self.analysed.readings(at).iter().any(|r| self.analysed.entry(r).feature("future").is_some())
    }

    fn is_sense(self, at: usize, name: &str) -> bool {
        self.tags.is(at, Tag::KNOWN)
            && self.analysed.readings(at).iter().any(|r| self.analysed.lexicon().sense_name(r.sense) == name)
    }
}

/// The modality that the auxiliary modes come to.
pub(super) fn modality(aux: &[Auxiliary]) -> Modality {
    let has = |a| aux.contains(&a);
    if has(Auxiliary::Negated) {
        Modality::Denied
    } else if has(Auxiliary::Future) {
        Modality::Planned
    } else if has(Auxiliary::Hypothetical) {
        Modality::Conditional
    } else {
        Modality::Asserted
    }
}

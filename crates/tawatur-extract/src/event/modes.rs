//! Historical, future, hypothetical or negated: PLOVER's auxiliary modes, by the words before the trigger.

use tawatur_model::{Auxiliary, Modality};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::marks::Words;
use super::trigger::Trigger;
use crate::clause::Tag;

/// Words before a trigger that can bear on it.
pub(super) const REACH: usize = 5;
/// Words behind a meeting in which an adjective says that it is to come.
pub(super) const EXPECTED: usize = 14;

impl Words<'_, '_> {
    /// What the words before a trigger, and before the verb that carries it, make of it.
    pub(super) fn auxiliaries(self, trigger: &Trigger, light: Option<usize>, sentence: TokenRange) -> Vec<Auxiliary> {
        let mut found = Vec::new();
        if trigger.future {
            found.push(Auxiliary::Future);
        }
        // Protesters who demand are there: what they demand is not.
        if trigger.does.is_none() {
            self.look(trigger.tokens.start, trigger.verb, trigger.present, sentence, &mut found);
        }
        if self.is_to_be_held(trigger) {
            found.push(Auxiliary::Future);
        }
        if let Some(light) = light {
            // «تعرض» is no offer here, and what protesters call for is no protest.
            let mark = self.mark(light);
            let managed =
                trigger.tokens.start > light && (light + 1..trigger.tokens.start).any(|led| self.manages(light, led));
            let wish = mark.any(Mark::UNDERGO) || trigger.does.is_some() || managed;
            self.of_mark(if wish { Mark(mark.0 & !Mark::WISH.or(Mark::DEMAND).0) } else { mark }, &mut found);
            let readings = self.analysed.readings(light);
            let future = readings.iter().any(|r| r.clitics.has(tawatur_lexicon::Clitics::SA));
            if future {
                found.push(Auxiliary::Future);
            }
            // «أمر بإطلاق النار»: an order is no shot yet.
            if mark.any(Mark::ORDER) && trigger.rule.kind == "ASSAULT" {
                found.push(Auxiliary::Future);
            }
            // «لتسمح بالحكم على …»: what is to be allowed.
            let allows = mark.any(Mark::ORDER.or(Mark::WISH));
            if allows
                && self.readings(light).any(|r| r.form.is_present() && r.clitics.has(tawatur_lexicon::Clitics::LI))
            {
                found.push(Auxiliary::Hypothetical);
            }
            // «لإجراء مفاوضات»: a purpose.
            let carrier = Mark::DO.or(Mark::PERFORM).or(Mark::TAKE_PART);
            if self.is_purpose(light) && mark.any(carrier) {
                found.push(Auxiliary::Hypothetical);
            }
            // «قد أعلن» is he, not I.
            // «قد تعرض لهجوم»: what can be of the past is.
            let present = self.is_present(light) && !self.is_past(light)
                || managed && readings.iter().any(|r| r.form.is_present());
            let verb = self.verb_mark(light) != Mark(0) || is_finite(self.tags, light);
            self.look(light, verb, present, sentence, &mut found);
            if !verb || self.is_joined_to_governed(light) {
                self.governed(light, trigger, sentence, &mut found);
            }
        }
        // «مظاهرات مزمعة»; ««أقيلوا المدير»»: an order shouted.
        let end = trigger.tokens.end;
        let word = |i: &usize| self.analysed.document.kind(*i) == TokenKind::Word && !self.is_preposition(*i);
        let planned = |i: usize| self.is(i, Mark::INTEND) && self.verb_mark(i) == Mark(0);
        if !trigger.verb && (end..end + 2).take_while(word).any(planned) {
            found.push(Auxiliary::Future);
        }
        let opens =
            trigger.tokens.start.checked_sub(1).is_some_and(|b| self.analysed.document.kind(b) == TokenKind::Quote);
        let ordered = trigger.verb
            && trigger.plural
            && !trigger.present
            && self.analysed.document.word(trigger.tokens.start).starts_with('ا');
        if opens && ordered {
            found.push(Auxiliary::Hypothetical);
        }
        // «… في حال رفض الطلب»: a condition behind it, where it is not told of as past.
        let open = if trigger.verb { trigger.present } else { light.is_some_and(|l| self.is_present(l)) };
        let described = trigger.tokens.start.checked_sub(1).is_some_and(|b| self.tags.is(b, Tag::RELATIVE));
        // «تهدد بالانسحاب في حال …»: the threat is made.
        let threat = trigger.rule.kind == "THREATEN";
        if open && !described && !threat && self.is_conditioned(trigger.tokens.end, sentence.end) {
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
        // «وافق على استقالته»: he had handed it in.
        let granted = trigger.tokens.start.checked_sub(1).is_some_and(|b| self.tags.is(b, Tag::ON));
        if trigger.rule.mode == "resign" && granted && !trigger.verb {
            found.retain(|a| *a != Auxiliary::Future);
        }
        // «زيارة الأمير …، المرتقبة هذا الصيف»
        if !trigger.verb && trigger.rule.kind == "CONSULT" && self.is_expected(trigger, sentence) {
            found.push(Auxiliary::Future);
        }
        // «القمة ستسبقها اجتماعات»
        let sa = |i: usize| {
            !self.tags.is(i, Tag::KNOWN) && self.analysed.segment(i).clitics.has(tawatur_lexicon::Clitics::SA)
        };
        if !trigger.verb && !trigger.definite && trigger.tokens.start.checked_sub(1).is_some_and(sa) {
            found.push(Auxiliary::Future);
        }
        // «نفى الناطق باسم الجيش قتل الجنود …»: what could be a verb is denied.
        if trigger.verb && !trigger.present && self.is_denied(trigger.tokens.start, sentence)
            || trigger.verb && self.is_in_what_is_denied(trigger.tokens.start, sentence)
        {
            found.push(Auxiliary::Negated);
        }
        // «من يقتل رهينة …»
        if trigger.verb && trigger.present && self.is_of_whoever(trigger.tokens.start) {
            found.push(Auxiliary::Hypothetical);
        }
        // «أي محاولات للمساس بالأمن أو الاعتداء على …»: any, and so the other, too.
        if !trigger.verb && self.is_another_of_any(trigger.tokens.start, sentence) {
            found.push(Auxiliary::Hypothetical);
        }
        // «عما إذا كان الوزير … يزور البلاد»
        if trigger.verb && self.is_in_question(trigger.tokens.start, sentence) {
            found.push(Auxiliary::Hypothetical);
        }
        if !trigger.verb && light.is_none() && self.came_to_nothing(trigger, sentence) {
            found.push(Auxiliary::Negated);
        }
        // «منع الرئيس السوري سالم القاضي من استهداف المدنيين»
        let carrier = light.filter(|l| *l + 1 == trigger.tokens.start && self.verb_mark(*l) == Mark(0));
        let kept = |at: usize| self.is_kept_from(at, sentence);
        if !trigger.verb && (kept(trigger.tokens.start) || carrier.is_some_and(kept)) {
            found.push(Auxiliary::Negated);
        }
        // «قضية انسحابها من الكأس في حال ثبوت …»
        if !trigger.verb
            && light.is_none()
            && self.is_conditioned(trigger.tokens.end, sentence.end.min(trigger.tokens.end + EXPECTED / 2))
        {
            found.push(Auxiliary::Hypothetical);
        }
        // «فشلت المحادثات»: they were held.
        let came_to_nothing =
            light.is_some_and(|l| self.fails(l) && !(l..trigger.tokens.start).any(|i| self.tags.is(i, Tag::IN)));
        if came_to_nothing && matches!(trigger.rule.kind.as_str(), "CONSULT" | "AGREE") {
            found.retain(|a| *a != Auxiliary::Negated);
        }
        if self.is_going_on(trigger) {
            found.retain(|a| !matches!(a, Auxiliary::Hypothetical | Auxiliary::Future));
        }
        if self.is_told_behind(trigger, sentence) {
            found.retain(|a| !matches!(a, Auxiliary::Hypothetical | Auxiliary::Future));
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
        // «استغلال زيارة …», «التحقيق في اعتقال …»: what is wished is done about what is there.
        if !verb && self.is_there_already(at) {
            return;
        }
        // «بهدف "إخلاء …"», «مطالبا، "بإعدام …"»: what is quoted is governed all the same.
        let quoted = at.checked_sub(1).is_some_and(|b| self.analysed.document.kind(b) == TokenKind::Quote);
        for i in (from..at).rev() {
            let kind = self.analysed.document.kind(i);
            if quoted && i + 2 >= at && matches!(kind, TokenKind::Quote | TokenKind::Comma) {
                continue;
            }
            if kind != TokenKind::Word {
                break;
            }
            // «أي هجوم»
            if !verb && i + 1 == at && (self.is_sense(i, "noun:any") || self.is_sense(i, "pron:closed-any")) {
                found.push(Auxiliary::Hypothetical);
            }
            let near = at - i <= if quoted { 4 } else { 2 };
            let tag = self.tags.at(i);
            // «وعليها إطلاق سراح …»: a duty.
            if !verb && i + 1 == at && self.is_duty(i) && self.tags.is(at, Tag::MASDAR) {
                found.push(Auxiliary::Hypothetical);
            }
            if tag.any(Tag::NOT) && near && verb {
                found.push(Auxiliary::Negated);
                if self.negates_future(i) {
                    found.push(Auxiliary::Future);
                }
            }
            // «لا تستطيع ترحيلهم»: the verb between is of the same clause.
            let causes = self.verb_mark(i + 1).any(Mark::CAUSE);
            if tag.any(Tag::NOT) && !verb && is_finite(self.tags, i + 1) && at - i <= 4 && !causes && !self.is_known(at)
            {
                found.push(Auxiliary::Negated);
            }
            // «ليس لديها أي مفاوضات»: there is none.
            let has = self.tags.is(i + 1, Tag::WITH_PRONOUN) || self.is_sense(i + 1, "adv:there");
            if tag.any(Tag::NOT) && !verb && has && at - i <= 4 {
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
                || i.checked_sub(1).is_some_and(|b| self.is(b, Mark::UNDERGO))
                || self.is_remembered(i, sentence);
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
            if self.is_sense(i, "conj:if") || verb && i + 1 == at && self.is_case(i) {
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
            // «القدرة على مهاجمة …» is no deed.
            let protested = self.tags.is(i + 1, Tag::ON) && !self.is_power(i);
            let fact = protested || self.is(i, Mark::UNDERGO) || self.is_sense(i + 1, "prep:against");
            // «نفى مسؤوليته عن هجوم», «تهديد واعتقال …»: the one denied or wished for is another.
            let other = !verb
                && ((i + 1..at).any(|j| self.tags.is(j, Tag::ABOUT)) && self.mark(i).any(Mark::DENY)
                    || (i + 1..at).any(|j| self.tags.is(j, Tag::IN)) && self.mark(i).any(Mark::DENY)
                    || self.is_of_another(i, at)
                    || i + 1 == at && self.tags.all(at, Tag::JOINED.or(Tag::MASDAR)) && self.mark(i).any(Mark::WISH));
            let managed = !verb && (i + 1..at).any(|led| self.manages(i, led));
            let fact = fact || other || managed;
            // «بمنع المغادرة وباستهداف المعبر»: the one is joined to the other, and not prevented.
            let beside = !verb && self.tags.all(at, Tag::JOINED.or(Tag::BI)) && self.mark(i).any(Mark::PREVENT);
            if beside {
                break;
            }
            let mark = if fact { Mark(self.mark(i).0 & !Mark::WISH.or(Mark::DEMAND).0) } else { self.mark(i) };
            if other {
                continue;
            }
            if !verb || near || tag.any(Tag::THAT) {
                self.of_mark(Mark(mark.0 & !Mark::ATTEMPT.0), found);
            }
            if self.mark_of_all(i).any(Mark::MEMORY) && !verb {
                found.retain(|a| *a != Auxiliary::Future);
                found.push(Auxiliary::Historical);
            }
            // «منع تعيين ثلاثة بسبب الهجوم»: what something is because of, or came after, is a fact.
            // «حذر قبل الهجوم من …»
            let before = i + 1 == at && self.tags.is(at, Tag::ARTICLE) && self.is_sense(i, "prep:before");
            let since = !verb && tag.any(Tag::PREPOSITION) && (self.is_of_fact(i) || before);
            // «احتمال أن يكون الهجوم … عنصريا»: of a noun, what is possible is told behind it.
            let stops = is_finite(self.tags, i) && !(tag.any(Tag::BE) && verb);
            // «إذا ماطلت في المحادثات»
            if stops && i.checked_sub(1).is_some_and(|b| self.is_sense(b, "conj:if")) {
                found.push(Auxiliary::Hypothetical);
            }
            // «تطالب بتفاصيل مقتل …»: what is wished is the noun that the event stands in construct with.
            let of = !verb && i + 1 == at && (self.is_plain_noun(i) || self.is_known(at));
            if stops || since || of || tag.any(Tag::WHILE.or(Tag::RELATIVE)) {
                break;
            }
        }
    }

    /// «عدم توثيق مقتل …»: what is not done is another noun.
    fn is_of_another(self, not: usize, at: usize) -> bool {
        let other = not + 1;
        // «عدم الاعتراف بالغارة»
        let led = self.tags.all(at, Tag::BI.or(Tag::ARTICLE)) && self.tags.is(other, Tag::ARTICLE);
        other + 1 == at
            && self.is(not, Mark::PREVENT)
            && (led || self.tags.is(other, Tag::MASDAR) && !self.tags.is(other, Tag::ARTICLE))
            && self.mark(other) == Mark(0)
    }

    /// «الإعلان عن قمة», «أعلن عن لقاء»: a meeting that is announced is to come.
    fn is_to_be_held(self, trigger: &Trigger) -> bool {
        let Some(about) = trigger.tokens.start.checked_sub(1).filter(|a| self.tags.is(*a, Tag::ABOUT)) else {
            return false;
        };
        let announces = (about.saturating_sub(2)..about).any(|i| self.is(i, Mark::ANNOUNCE));
        announces && trigger.rule.kind == "CONSULT" && !trigger.verb
    }

    /// أن, which may be أنّ: not إن, not with a pronoun.
    pub(super) fn is_bare_that(self, at: usize) -> bool {
        let written = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        written.ends_with("أن")
    }

    /// أن and لا in one word, which is spelt like إلا when folded.
    fn is_that_not(self, at: usize) -> bool {
        self.analysed.document.text_of(TokenRange::new(at, at + 1)).ends_with("ألا")
    }

    /// «قبل أن», «بعد أن», «منذ أن», «إلى أن»: what follows is a fact, or was one.
    pub(super) fn is_before(self, that: usize) -> bool {
        let Some(before) = that.checked_sub(1) else { return false };
        let lexicon = self.analysed.lexicon();
        let timed = |n: &str| matches!(n, "prep:before" | "prep:after" | "prep:since" | "prep:until");
        self.tags.is(before, Tag::TO)
            || self.analysed.readings(before).iter().any(|r| timed(lexicon.sense_name(r.sense)))
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

    /// «في حال قامت …»
    fn is_case(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let case = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense) == "conj:in-case";
        self.is_sense(at, "conj:in-case") || self.analysed.phrase_over(at).is_some_and(|p| p.readings.iter().any(case))
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

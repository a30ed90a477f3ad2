//! Subject and object of a verb.

use tawatur_text::{TokenKind, TokenRange};

use super::party::{Parties, Party};
use super::rules::{Rule, Shape};
use super::trigger::Trigger;
use crate::clause::Tag;
use crate::phrase::Head;

/// Who acts and whom it befalls; none where the clause does not say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Arguments {
    pub(super) actor: Option<Party>,
    pub(super) target: Option<Party>,
    /// A verb tells that the noun happened, by whomever.
    pub(super) happened: bool,
    /// The place that is the subject of «شهدت».
    pub(super) place: Option<Party>,
    /// The verb that carries a noun.
    pub(super) light: Option<usize>,
    /// More words of it: what protesters do it to.
    pub(super) more: Option<TokenRange>,
}

impl Parties<'_, '_> {
    /// The arguments of a finite verb.
    pub(super) fn of_verb(&self, trigger: &Trigger, clause: TokenRange) -> Arguments {
        if trigger.object.is_some() {
            return self.of_compound(trigger, clause);
        }
        let (verb, rule) = (trigger.tokens.start, trigger.rule);
        // «المدينة التي انسحبت منها القوات»: the pronoun takes the antecedent up, which is no subject.
        let resumed = self.is_relative(clause) && self.words.tags.is(verb + 1, Tag::WITH_PRONOUN);
        let before = if resumed { None } else { self.subject_before(verb, clause) };
        // «انتحاريا فجر نفسه»: he acts, and upon himself.
        if self.words.tags.is(self.past_asides(trigger.tokens.end, clause.end), Tag::SAME) && before.is_some() {
            return Arguments { actor: before, ..Arguments::default() };
        }
        let from = trigger.tokens.end + usize::from(resumed);
        let first = self.behind(from, clause.end).filter(|p| !is_reflexive(self, p));
        let before = before.filter(|p| {
            p.tokens.end != verb || !self.own_subject(first) || self.words.tags.is(p.name.start, Tag::ARTICLE)
        });
        // «الحارس الذي أوقف تشغيل الجهاز»: it is a thing that it is done to.
        let thing = |p: Party| p.tokens.start == trigger.tokens.end && !self.is_person(&p) && !p.place;
        if rule.person
            && rule.shape == Shape::Act
            && before.is_some()
            && !trigger.passive
            && !trigger.pronoun
            && first.is_some_and(thing)
        {
            return Arguments::default();
        }
        // «الطفل … اغتالته رصاصة»: a thing did it, and to him.
        let struck = trigger.pronoun && before.is_some() && first.is_some_and(|p| !self.is_person(&p));
        if struck && rule.person && rule.shape == Shape::Act {
            return Arguments { target: before, ..Arguments::default() };
        }
        let first = first.filter(|p| !(rule.person && before.is_some()) || self.is_person(p));
        // «دمرناها كليا»: how, and nobody.
        let first = first.filter(|p| !(trigger.pronoun && self.is_accusative(p)));
        let befallen = trigger.passive && rule.person && rule.by_people && !first.is_some_and(|p| self.is_person(&p));
        let first = if befallen { self.bare_name(trigger.tokens.end, clause.end).or(first) } else { first };
        let brought = self.brought(rule, trigger.tokens.end, clause.end);
        // «طالب … بحراسة السفارة من قبل الشرطة»: what is asked for has a doer of its own.
        let spoken = matches!(rule.kind.as_str(), "REQUEST" | "ACCUSE" | "THREATEN" | "REJECT" | "AGREE" | "SUPPORT");
        let by = if spoken && !trigger.passive { None } else { self.done_by(rule, trigger.tokens.end, clause.end) };
        let mut found = match rule.shape {
            Shape::Befall => Arguments { target: first.or(before), ..Arguments::default() },
            Shape::Go => {
                // «القرار الذي وافق الشعب عليه»: the subject stands behind the verb of a relative clause, too.
                let own = first.filter(|p| self.is_relative(clause) && p.tokens.start == from && self.is_person(p));
                let first = first.filter(|_| !trigger.plural);
                Arguments { actor: own.or(before).or(first), target: brought, ..Arguments::default() }
            }
            // «قالت إنها التقت زعماء …»: behind a verb whose subject was named before stands whom they met.
            Shape::Mutual if trigger.plural && before.is_none() && brought.is_none() => {
                Arguments { target: first, ..Arguments::default() }
            }
            Shape::Mutual => self.mutual(before, first, brought, clause),
            Shape::ActOnly if !trigger.passive => self.acting(trigger, before, first, brought, clause),
            _ if trigger.passive || by.is_some() && !(before.is_some() && first.is_some()) => {
                Arguments { target: first.or(before), ..Arguments::default() }
            }
            _ => self.act(trigger, before, first, brought, clause),
        };
        // «الحرب في سوريا التي دمرت …»: no country did it.
        let country = |a: Party| a.place && a.tokens.end <= verb && self.is_relative(clause) && rule.kind == "ASSAULT";
        found.actor = found.actor.filter(|p| !p.weapon && !country(*p)).or(by);
        self.together(rule, verb, &mut found);
        found
    }

    /// «الرئيس … ونظيره … أجريا»: who did it with one another.
    pub(super) fn together(&self, rule: &Rule, trigger: usize, found: &mut Arguments) {
        found.actor = found.actor.map(|a| self.with_others(a));
        let (Some(actor), None) = (found.actor, found.target) else { return };
        if rule.kind != "CONSULT" || actor.tokens.start > trigger || !self.is_person(&actor) {
            return;
        }
        let comma = usize::from(self.words.analysed.document.kind(actor.tokens.end) == TokenKind::Comma);
        found.target = self.after_and(actor.tokens.end + comma, trigger);
    }

    fn is_relative(&self, clause: TokenRange) -> bool {
        clause.start > 0 && self.words.tags.is(clause.start - 1, Tag::RELATIVE)
    }

    /// A relative clause that begins with the verb, with no pronoun that takes its antecedent up.
    fn is_bare_relative(&self, trigger: &Trigger, clause: TokenRange) -> bool {
        let taken_up = trigger.pronoun || self.words.tags.is(trigger.tokens.end, Tag::WITH_PRONOUN);
        self.is_relative(clause) && clause.start == trigger.tokens.start && !taken_up
    }

    /// «الدبلوماسيين الذين ستطردهم»: of many, and the verb is of one: somebody else does it to them.
    fn is_relative_of_many(&self, clause: TokenRange) -> bool {
        clause.start > 0 && self.words.analysed.document.word(clause.start - 1) == "الذين"
    }

    /// «مجموعة … يحاكم عدد من زعمائها»: what goes back to the antecedent by a pronoun is the verb's own subject.
    pub(super) fn own_subject(&self, first: Option<Party>) -> bool {
        first.is_some_and(|p| self.words.tags.is(p.name.end - 1, Tag::PRONOUN_END))
    }

    fn acting(
        &self,
        trigger: &Trigger,
        before: Option<Party>,
        first: Option<Party>,
        brought: Option<Party>,
        clause: TokenRange,
    ) -> Arguments {
        let (actor, object) = match (before, first) {
            // «الرجل الذي تتهمه مئة امرأة»: the pronoun is the antecedent.
            (Some(object), Some(actor)) if trigger.pronoun => (Some(actor), Some(object)),
            // «مطعم زاره هو وابنته»: the pronoun is the antecedent.
            (Some(object), None) if trigger.pronoun && self.words.tags.is(trigger.tokens.end, Tag::HE) => {
                (None, Some(object))
            }
            // «19 شخصا تتهمهم»
            (Some(object), None)
                if trigger.pronoun
                    && object.tokens.end == trigger.tokens.start
                    && self.is_indefinite(&object)
                    && !self.is_relative(clause) =>
            {
                (None, Some(object))
            }
            (Some(actor), object) => (Some(actor), object),
            // «الزوارق التي تهدد حركة التجارة»: the subject is the antecedent.
            (None, Some(object)) if self.is_bare_relative(trigger, clause) => (None, Some(object)),
            // «وهددوا موظفين»: behind a plural verb stands its object.
            (None, Some(object)) if trigger.plural => (None, Some(object)),
            // «وانتقد القرار»: who did it was named before; what stands here is no person.
            (None, Some(object))
                if self.is_accusative(&object) || trigger.rule.by_people && !self.is_person(&object) =>
            {
                (None, Some(object))
            }
            (None, Some(actor)) => match self.object_behind(trigger, &actor, clause) {
                None if brought.is_none() => self.parted(trigger, actor, clause),
                object => (Some(actor), object),
            },
            (None, None) => (None, None),
        };
        let target = object.or(brought);
        // «زارت كندا»: she did, whoever she is.
        // «ليزور فرنسا … قبل العودة إلى …»
        let far = object.is_none() && before.is_none() && target.is_some_and(|t| t.place);
        if trigger.rule.place_befallen
            && (target.is_none() || far)
            && actor.is_some_and(|a| a.place || self.words.tags.is(a.name.start, Tag::PLACE_HEAD))
        {
            return Arguments { target: actor, ..Arguments::default() };
        }
        Arguments { actor, target, ..Arguments::default() }
    }

    /// «رفض الوزير المقترح»: two definite words that look like a noun with its adjective are subject and object where
    /// the verb asks for one.
    fn parted(&self, trigger: &Trigger, actor: Party, clause: TokenRange) -> (Option<Party>, Option<Party>) {
        let tags = self.words.tags;
        let (first, second) = (actor.tokens.start, actor.tokens.start + 1);
        let known = Tag::NISBA.or(Tag::MODIFIER).or(Tag::NAME).or(Tag::TITLE).or(Tag::PLACE);
        let definite = tags.is(first, Tag::ARTICLE) && tags.all(second, Tag::ARTICLE) && !tags.is(second, known);
        let word = self.words.analysed.document.word(second);
        let sort = ["ي", "يه", "ون", "ين", "ات", "ه"].iter().any(|e| word.ends_with(e));
        let whole = actor.tokens.end > second && actor.name.start == first && !actor.counted;
        let spoken = matches!(trigger.rule.kind.as_str(), "REJECT" | "ACCUSE") && trigger.rule.needs_target;
        // «المنسق الخاص لعملية …»: what follows with ل belongs to him.
        let sort = sort || tags.is(actor.tokens.end, Tag::LI);
        if !spoken || !definite || !whole || sort || tags.is(trigger.tokens.start, Tag::JOINED) {
            return (Some(actor), None);
        }
        let object = self.here(second, clause.end).filter(|o| o.tokens.end >= actor.tokens.end);
        let tokens = TokenRange::new(first, second);
        (Some(if object.is_some() { Party { tokens, name: tokens, ..actor } } else { actor }), object)
    }

    /// «أطلقت سراح الرهائن»: whoever stands in construct with the object.
    pub(super) fn of_object(&self, object: usize, limit: usize) -> Option<Party> {
        let closed = self.words.tags.is(object, Tag::PRONOUN_END.or(Tag::ARTICLE));
        if closed { None } else { self.here(object + 1, limit) }
    }

    /// «وعين فلانا وزيرا»: a name and an office behind the verb are both whom it befalls.
    fn named_to(&self, trigger: &Trigger, first: &Party, second: &Party) -> bool {
        trigger.rule.names_office && first.head == Head::Name && second.head == Head::Title
    }

    fn act(
        &self,
        trigger: &Trigger,
        before: Option<Party>,
        first: Option<Party>,
        brought: Option<Party>,
        clause: TokenRange,
    ) -> Arguments {
        if trigger.pronoun {
            // «قاعدة دمرها تفجير», «الرجل الذي قتله الجيش», «جنود خطفتهم»: the pronoun is the antecedent.
            let antecedent = before.is_some_and(|b| b.tokens.end == trigger.tokens.start && self.is_indefinite(&b));
            return match first {
                // «الجنود الذين احتجزوه»: of a relative clause without a subject the antecedent is it.
                None if antecedent
                    || before.is_some_and(|b| b.place) && self.is_relative(clause)
                    || trigger.plural && !self.is_relative(clause)
                    || self.is_relative_of_many(clause) && !trigger.plural =>
                {
                    Arguments { target: before, ..Arguments::default() }
                }
                Some(actor) => Arguments { actor: Some(actor), target: before, ..Arguments::default() },
                None => Arguments { actor: before, ..Arguments::default() },
            };
        }
        match (before, first) {
            // «فلان الذي عين وزيرا»: he was.
            (Some(man), Some(office))
                if trigger.rule.names_office
                    && self.is_relative(clause)
                    && office.head == Head::Title
                    && man.head == Head::Name =>
            {
                Arguments { target: Some(man), ..Arguments::default() }
            }
            (Some(actor), Some(object)) => {
                Arguments { actor: Some(actor), target: Some(object), ..Arguments::default() }
            }
            (None, Some(object)) if trigger.plural && !trigger.passive || self.is_accusative(&object) => {
                Arguments { target: Some(object), ..Arguments::default() }
            }
            // «… ، وعين المدير السابق …»: who appoints was named before.
            (None, Some(only))
                if trigger.rule.names_office && self.words.tags.is(trigger.tokens.start, Tag::JOINED) =>
            {
                Arguments { target: Some(only), ..Arguments::default() }
            }
            (Some(only), None) | (None, Some(only)) => {
                let second = if before.is_none() { self.object_behind(trigger, &only, clause) } else { None };
                // «قتل ألف من مقاتلي الفصائل المعارضة»: of what kind they are.
                let describes = |s: &Party| {
                    let tags = self.words.tags;
                    let definite = tags.is(s.name.start, Tag::ARTICLE) && tags.is(only.tokens.end - 1, Tag::ARTICLE);
                    only.counted && definite && s.tokens.start == only.tokens.end
                };
                let second = second.filter(|s| !describes(s));
                if second.as_ref().is_some_and(|s| self.named_to(trigger, &only, s)) {
                    return Arguments { target: Some(only), ..Arguments::default() };
                }
                let acts = second.or(brought);
                match acts {
                    Some(target) => Arguments { actor: Some(only), target: Some(target), ..Arguments::default() },
                    None if only.agent && !only.counted => Arguments { actor: Some(only), ..Arguments::default() },
                    None => Arguments { target: Some(only), ..Arguments::default() },
                }
            }
            (None, None) => Arguments { target: brought, ..Arguments::default() },
        }
    }

    fn mutual(
        &self,
        before: Option<Party>,
        first: Option<Party>,
        brought: Option<Party>,
        clause: TokenRange,
    ) -> Arguments {
        let (actor, object) = match (before, first) {
            (Some(actor), object) => (Some(actor), object),
            (None, Some(actor)) => (Some(actor), self.behind(actor.tokens.end, clause.end)),
            (None, None) => (None, None),
        };
        Arguments { actor, target: brought.or(object), ..Arguments::default() }
    }

    /// A verb with the object without which it tells of no event.
    fn of_compound(&self, trigger: &Trigger, clause: TokenRange) -> Arguments {
        let (verb, rule) = (trigger.tokens.start, trigger.rule);
        let object = trigger.object.unwrap_or(verb);
        let before = self.subject_before(verb, clause);
        let between = self.behind(trigger.tokens.end, object).filter(|p| p.tokens.end <= object);
        let itself = self.here(object, clause.end);
        let brought = self.brought(rule, object + 1, clause.end).or_else(|| self.brought(rule, verb + 1, object));
        let by = self.done_by(rule, object + 1, clause.end);
        if rule.shape == Shape::Go {
            // «تجمع مئات المتظاهرين»: the word that tells it may be in the subject itself.
            let whole = self.behind(verb + 1, clause.end).filter(|p| p.tokens.end > object);
            return Arguments { actor: between.or(whole).or(before), target: brought, ..Arguments::default() };
        }
        if rule.shape == Shape::Befall {
            let subject = between.or(itself).or(before);
            return Arguments { target: subject, actor: by, ..Arguments::default() };
        }
        // «سالم، حكم عليه بالسجن»
        let on_him = self.words.tags.all(verb + 1, Tag::ON.or(Tag::WITH_PRONOUN))
            || self.words.tags.is(verb + 1, Tag::WITH_PRONOUN) && rule.to.iter().any(|t| t == "prep:on");
        if on_him && before.is_some() && brought.is_none() {
            return Arguments { actor: between, target: before, ..Arguments::default() };
        }
        let between = between.filter(|_| !trigger.plural);
        let subject = if trigger.passive { None } else { between.or(before) };
        // «أُطلقت صواريخ»: what is sent is no subject.
        let subject = subject.filter(|p| !(p.tokens.start <= object && object < p.tokens.end));
        let target = brought.or(if rule.object_is_target { itself } else { None });
        let whose = || if rule.of_object { self.of_object(object, clause.end) } else { None };
        let target = target.or_else(whose);
        // «انتشرت قوات الأمن»: the forces are the subject themselves.
        // «غادر موظفو السفارة …»: and so are the staff who leave.
        let moves = rule.kind == "MOBILIZE" || rule.object_before && rule.kind == "RETREAT";
        let alone = subject.is_none() && by.is_none() && target.is_none() && moves;
        if alone {
            let (actor, target) = if trigger.passive { (None, itself) } else { (itself, None) };
            return Arguments { actor, target, ..Arguments::default() };
        }
        Arguments { actor: subject.or(by), target, ..Arguments::default() }
    }
}

/// «نفسه» is nobody else.
pub(super) fn is_reflexive(parties: &Parties, party: &Party) -> bool {
    parties.words.tags.is(party.name.start, Tag::SAME)
}

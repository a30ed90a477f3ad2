//! Subject and object of a verb.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, is_finite};
use super::marks::Mark;
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
}

/// Tokens behind a trigger in which a preposition brings another party.
const REACH: usize = 16;

impl Parties<'_, '_> {
    /// The arguments of a finite verb.
    pub(super) fn of_verb(&self, trigger: &Trigger, clause: TokenRange) -> Arguments {
        if trigger.object.is_some() {
            return self.of_compound(trigger, clause);
        }
        let (verb, rule) = (trigger.tokens.start, trigger.rule);
        let before = self.subject_before(verb, clause);
        let first = self.behind(trigger.tokens.end, clause.end).filter(|p| !is_reflexive(self, p));
        let before = before.filter(|p| {
            p.tokens.end != verb || !self.own_subject(first) || self.words.tags.is(p.name.start, Tag::ARTICLE)
        });
        let first = first.filter(|p| !(rule.person && before.is_some()) || self.is_person(p));
        let brought = self.brought(rule, trigger.tokens.end, clause.end);
        let by = self.by_whom(trigger.tokens.end, clause.end);
        let mut found = match rule.shape {
            Shape::Befall => Arguments { target: first.or(before), ..Arguments::default() },
            Shape::Go => {
                // «القرار الذي وافق الشعب عليه»: the subject stands behind the verb of a relative clause, too.
                let own = first.filter(|p| self.is_relative(clause) && p.tokens.start == verb + 1 && self.is_person(p));
                let first = first.filter(|_| !trigger.plural);
                Arguments { actor: own.or(before).or(first), target: brought, ..Arguments::default() }
            }
            Shape::Mutual => self.mutual(before, first, brought, clause),
            Shape::ActOnly if !trigger.passive => self.acting(trigger, before, first, brought, clause),
            _ if trigger.passive || by.is_some() && !(before.is_some() && first.is_some()) => {
                Arguments { target: first.or(before), ..Arguments::default() }
            }
            _ => self.act(trigger, before, first, brought, clause),
        };
        found.actor = found.actor.filter(|p| !p.weapon).or(by);
        self.together(rule, verb, &mut found);
        found
    }

    /// «الرئيس … ونظيره … أجريا»: who did it with one another.
    pub(super) fn together(&self, rule: &Rule, trigger: usize, found: &mut Arguments) {
        let (Some(actor), None) = (found.actor, found.target) else { return };
        if rule.kind != "CONSULT" || actor.tokens.start > trigger {
            return;
        }
        let comma = usize::from(self.words.analysed.document.kind(actor.tokens.end) == TokenKind::Comma);
        found.target = self.after_and(actor.tokens.end + comma, trigger);
    }

    fn is_relative(&self, clause: TokenRange) -> bool {
        clause.start > 0 && self.words.tags.is(clause.start - 1, Tag::RELATIVE)
    }

    /// «مجموعة … يحاكم عدد من زعمائها»: what goes back to the antecedent by a pronoun is the verb's own subject.
    fn own_subject(&self, first: Option<Party>) -> bool {
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
            (Some(actor), object) => (Some(actor), object),
            // «وهددوا موظفين»: behind a plural verb stands its object.
            (None, Some(object)) if trigger.plural => (None, Some(object)),
            // «وانتقد القرار»: who did it was named before; what stands here is no person.
            (None, Some(object)) if trigger.rule.by_people && !self.is_person(&object) => (None, Some(object)),
            (None, Some(actor)) => (Some(actor), self.object_behind(trigger, &actor, clause)),
            (None, None) => (None, None),
        };
        let target = object.or(brought);
        // «زارت كندا»: she did, whoever she is.
        if trigger.rule.id == "event-visit"
            && target.is_none()
            && actor.is_some_and(|a| a.place || self.words.tags.is(a.name.start, Tag::PLACE_HEAD))
        {
            return Arguments { target: actor, ..Arguments::default() };
        }
        Arguments { actor, target, ..Arguments::default() }
    }

    /// «وعين فلانا وزيرا»: a name and an office behind the verb are both whom it befalls.
    fn named_to(&self, trigger: &Trigger, first: &Party, second: &Party) -> bool {
        trigger.rule.id == "event-appoint" && first.head == Head::Name && second.head == Head::Title
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
            // «قاعدة دمرها تفجير», «الرجل الذي قتله الجيش»: the pronoun is the antecedent.
            return match first {
                None if trigger.plural => Arguments { target: before, ..Arguments::default() },
                Some(actor) => Arguments { actor: Some(actor), target: before, ..Arguments::default() },
                None => Arguments { actor: before, ..Arguments::default() },
            };
        }
        match (before, first) {
            (Some(actor), Some(object)) => {
                Arguments { actor: Some(actor), target: Some(object), ..Arguments::default() }
            }
            (None, Some(object)) if trigger.plural && !trigger.passive || self.is_accusative(&object) => {
                Arguments { target: Some(object), ..Arguments::default() }
            }
            (Some(only), None) | (None, Some(only)) => {
                let second = if before.is_none() { self.object_behind(trigger, &only, clause) } else { None };
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

    /// The object behind a subject: not a phrase that belongs to it, and not behind another clause.
    fn object_behind(&self, trigger: &Trigger, subject: &Party, clause: TokenRange) -> Option<Party> {
        if trigger.pronoun {
            return None;
        }
        let at = self.past_apposition(subject, clause.end);
        let at = self.past_description(at, clause.end);
        self.behind(at, clause.end).filter(|p| !is_reflexive(self, p))
    }

    /// «نبيل …، المتحدث باسم …، »: an office between commas says who the subject is.
    fn past_apposition(&self, subject: &Party, limit: usize) -> usize {
        let (end, kind) = (subject.tokens.end, |i: usize| self.words.analysed.document.kind(i));
        if kind(end) != TokenKind::Comma || subject.head != Head::Name && subject.head != Head::Title {
            return end;
        }
        let office = self.here(end + 1, limit).filter(|p| p.head == Head::Title);
        let closing = |p: &Party| (p.tokens.end..limit.min(p.tokens.end + 6)).find(|i| kind(*i) == TokenKind::Comma);
        office.and_then(|p| closing(&p)).unwrap_or(end)
    }

    /// Behind «من تنظيم …» and a verb that describes an indefinite subject: «مسلحون يرتدون زيا … خمسة».
    fn past_description(&self, at: usize, limit: usize) -> usize {
        let tag = self.words.tags.at(at);
        if tag.any(Tag::FROM) && !tag.any(Tag::WITH_PRONOUN) {
            return self.here(at + 1, limit).map_or(at, |p| p.tokens.end);
        }
        if is_finite(self.words.tags, at) && !tag.any(Tag::JOINED) {
            return self.here(at + 1, limit).map_or(at, |p| p.tokens.end);
        }
        at
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
        let by = self.by_whom(object + 1, clause.end);
        if rule.shape == Shape::Go {
            // «تجمع مئات المتظاهرين»: the word that tells it may be in the subject itself.
            let whole = self.behind(verb + 1, clause.end).filter(|p| p.tokens.end > object);
            return Arguments { actor: between.or(whole).or(before), target: brought, ..Arguments::default() };
        }
        if rule.shape == Shape::Befall {
            let subject = between.or(itself).or(before);
            return Arguments { target: subject, actor: by, ..Arguments::default() };
        }
        let between = between.filter(|_| !trigger.plural);
        let subject = if trigger.passive { None } else { between.or(before) };
        // «أُطلقت صواريخ»: what is sent is no subject.
        let subject = subject.filter(|p| !(p.tokens.start <= object && object < p.tokens.end));
        let target = brought.or(if rule.object_is_target { itself } else { None });
        // «انتشرت قوات الأمن»: the forces are the subject themselves.
        let alone = subject.is_none() && by.is_none() && target.is_none() && rule.kind == "MOBILIZE";
        if alone {
            let (actor, target) = if trigger.passive { (None, itself) } else { (itself, None) };
            return Arguments { actor, target, ..Arguments::default() };
        }
        Arguments { actor: subject.or(by), target, ..Arguments::default() }
    }

    /// A subject in front of the verb: the phrase at the head of the clause, or an indefinite antecedent right before.
    pub(super) fn subject_before(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let tags = self.words.tags;
        if tags.is(verb, Tag::JOINED) {
            return None;
        }
        if clause.start > 0 && tags.is(clause.start - 1, Tag::RELATIVE) && self.is_near(clause.start, verb) {
            // «ميليشيا … المدعومة من إيران والتي تسيطر»: of something farther back.
            if self.words.analysed.document.word(clause.start - 1).starts_with('و') {
                return None;
            }
            let sentence = self.words.analysed.document.sentence_of(verb);
            let from = self.words.analysed.document.sentences().get(sentence).map_or(0, |s| s.start);
            return self.ending(from, clause.start - 1);
        }
        if verb > clause.start && tags.is(verb - 1, Tag::HE) {
            return self.ending(clause.start.saturating_sub(8), verb - 1);
        }
        self.at_head(verb, clause).or_else(|| self.antecedent(verb, clause))
    }

    /// The indefinite noun that a verb right behind it describes: «مسلحون هاجموا …».
    fn antecedent(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let indefinite = |p: &Party| {
            !p.name
                .iter()
                .any(|i| self.words.tags.is(i, Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::PLACE).or(Tag::NAME)))
        };
        let adjacent = verb > 0 && self.words.analysed.document.kind(verb - 1) == TokenKind::Word;
        if adjacent { self.ending(clause.start, verb).filter(indefinite) } else { None }
    }

    fn is_near(&self, start: usize, verb: usize) -> bool {
        !(start..verb).any(|i| is_finite(self.words.tags, i) && !self.words.tags.is(i, Tag::BE.or(Tag::QAD)))
    }

    fn at_head(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let tags = self.words.tags;
        let kind = |i: usize| self.words.analysed.document.kind(i);
        let mut start = (clause.start..verb).find(|i| matches!(kind(*i), TokenKind::Word | TokenKind::Number))?;
        while start < verb && tags.is(start, Tag::BE.or(Tag::ALSO)) {
            start += 1;
        }
        if tags.is(start, PREPOSITIONS.or(Tag::SIDE)) && !tags.is(start, Tag::NAME) {
            let comma = (start..verb).find(|i| kind(*i) == TokenKind::Comma)?;
            start = comma + 1;
        }
        start = self.past_asides(start, verb);
        if start >= verb || is_finite(tags, start) || tags.is(start, Tag::SIDE) {
            return None;
        }
        let party = self.here_joined(start, verb)?;
        // «انتحاريا يقود سيارة فجر نفسه»: the first verb describes.
        let definite =
            party.name.iter().any(|i| tags.is(i, Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::NAME).or(Tag::PLACE)));
        let described = is_finite(tags, party.tokens.end) && !definite;
        let from = party.tokens.end + usize::from(described && party.tokens.end < verb);
        let clear = (from.min(verb)..verb).all(|i| {
            let opens = self.words.is(i, Mark::OPENS);
            (!is_finite(tags, i) || tags.is(i, Tag::BE.or(Tag::QAD))) && !tags.is(i, Tag::NOT) && !opens
        });
        (clear && party.head != Head::Document).then_some(party)
    }

    /// A party at the head of a clause, where و before it joins the clause and not the party.
    fn here_joined(&self, at: usize, limit: usize) -> Option<Party> {
        self.here(at, limit)
    }

    /// The party that a preposition of the rule brings, behind the trigger.
    pub(super) fn brought(&self, rule: &Rule, from: usize, limit: usize) -> Option<Party> {
        let tags = self.words.tags;
        let limit = limit.min(from + REACH);
        let joined = |i: usize| i > from && tags.is(i, Tag::JOINED) && !tags.is(i, Tag::NAME);
        let at = (from..limit).take_while(|i| !is_finite(tags, *i) && !joined(*i)).find(|i| self.brings(rule, *i))?;
        let bound = tags.is(at, Tag::BI.or(Tag::LI)) && !tags.is(at, PREPOSITIONS);
        if bound { self.bound(at, limit) } else { self.here(at + 1, limit + 8) }
    }

    fn brings(&self, rule: &Rule, at: usize) -> bool {
        let tag = self.words.tags.at(at);
        if tag.any(Tag::NAME) && !tag.any(Tag::BI.or(Tag::LI)) && !tag.any(Tag::ON) {
            return false;
        }
        let lexicon = self.words.analysed.lexicon();
        rule.to.iter().any(|name| match name.as_str() {
            "bi" => tag.any(Tag::BI) && !tag.any(Tag::TIME.or(PREPOSITIONS)),
            "li" => tag.any(Tag::LI) && !tag.any(Tag::TIME.or(PREPOSITIONS).or(Tag::MASDAR)),
            name => {
                tag.any(PREPOSITIONS)
                    && !tag.any(Tag::WITH_PRONOUN)
                    && self
                        .words
                        .analysed
                        .readings(at)
                        .iter()
                        .any(|r| r.clitics.count() == 0 && lexicon.sense_name(r.sense) == name)
            }
        })
    }

    /// A party written together with ب or ل.
    pub(super) fn bound(&self, at: usize, limit: usize) -> Option<Party> {
        let phrase = self.words.chunk(at, limit + 8)?;
        let mark = self.words.mark(at);
        Some(Party {
            tokens: phrase.tokens,
            name: if phrase.name.len() > 1 { phrase.name } else { phrase.tokens },
            head: phrase.head,
            agent: mark.any(Mark::AGENT),
            weapon: mark.any(Mark::WEAPON),
            counted: false,
            place: phrase.head == Head::Place,
        })
    }

    /// «من قبل …», «على يد …», «برصاص …»: who acts where the verb does not say.
    pub(super) fn by_whom(&self, from: usize, limit: usize) -> Option<Party> {
        let tags = self.words.tags;
        let limit = limit.min(from + REACH);
        let by = |i: usize| tags.is(i, Tag::FROM) && self.words.is(i + 1, Mark::BY) && !tags.is(i + 1, Tag::ARTICLE);
        let hand = |i: usize| tags.is(i, Tag::ON) && self.words.is(i + 1, Mark::HAND);
        let fire = |i: usize| tags.is(i, Tag::BI) && self.words.is(i, Mark::HAND.or(Mark::SHOT));
        for i in (from..limit).take_while(|i| !is_finite(tags, *i)) {
            if by(i) || hand(i) {
                return self.here(i + 2, limit + 8);
            }
            if fire(i) {
                return self.here(i + 1, limit + 8).filter(|p| p.agent || p.head.is_known());
            }
        }
        None
    }
}

/// «نفسه» is nobody else.
fn is_reflexive(parties: &Parties, party: &Party) -> bool {
    parties.words.tags.is(party.name.start, Tag::SAME)
}

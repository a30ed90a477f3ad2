//! Who did what a noun tells, from the words around it.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::light::Light;
use super::mark::Mark;
use super::party::{Parties, Party};
use super::trigger::Trigger;
use super::verb::Arguments;
use crate::clause::Tag;
use crate::phrase::Head;

/// Carrying verbs whose subject does what the noun tells.
const ACTS: Mark = Mark::DO
    .or(Mark::PERFORM)
    .or(Mark::TAKE_PART)
    .or(Mark::GO_ON)
    .or(Mark::CLAIM)
    .or(Mark::ORDER)
    .or(Mark::ANNOUNCE)
    .or(Mark::INTEND)
    .or(Mark::ATTEMPT)
    .or(Mark::FIRE);

/// Tokens behind a noun in which a verb can say who did it: «في هجوم شنه مسلحون».
const REACH: usize = 10;
/// Tokens behind a noun in which somebody can claim it.
const CLAIM_REACH: usize = 28;

impl Parties<'_, '_> {
    /// «بين … و…»
    pub(super) fn between(&self, from: usize, limit: usize, found: &mut Arguments) {
        let words = self.words;
        let limit = limit.min(from + 5);
        let is_between = |i: usize| {
            words.tags.is(i, Tag::PREPOSITION)
                && words
                    .analysed
                    .readings(i)
                    .iter()
                    .any(|r| r.clitics.is_empty() && words.analysed.lexicon().sense_name(r.sense) == "prep:between")
        };
        let Some(at) = (from..limit)
            .take_while(|i| !is_finite(words.tags, *i) && !words.tags.all(*i, Tag::LI.or(Tag::MASDAR)))
            .find(|i| is_between(*i))
        else {
            return;
        };
        let end = (limit + 12).min(words.analysed.document.tokens().len());
        let Some(one) = self.here(at + 1, end) else { return };
        // «قرب الحدود بين غزة ومصر»: between two lands a border lies, and nobody fights.
        let border = at > from && words.mark_of_all(at - 1).any(Mark::WAY) && (one.place || one.head == Head::Place);
        if border {
            return;
        }
        // The reader may have taken both sides as one phrase.
        let joined = (one.name.start + 1..one.name.end)
            .find(|i| words.tags.is(*i, Tag::JOINED) || words.analysed.document.word(*i).starts_with("وال"));
        let second = joined.unwrap_or(one.tokens.end);
        let other = self.after_and(second, end);
        let name = TokenRange::new(one.name.start, joined.unwrap_or(one.name.end));
        found.actor = Some(Party { name, ..one });
        found.target = other.or(found.target);
    }

    /// The party written together with و.
    pub(super) fn after_and(&self, at: usize, limit: usize) -> Option<Party> {
        let tag = self.words.tags.at(at);
        let written = self.words.analysed.document.word(at);
        if !(tag.any(Tag::JOINED) || written.starts_with('و')) {
            return None;
        }
        if self
            .words
            .analysed
            .readings(at)
            .iter()
            .any(|r| self.words.analysed.lexicon().sense_name(r.sense) == "prep:between")
        {
            return self.here(at + 1, limit);
        }
        let phrase = self.words.chunk(at, limit)?;
        Some(Party {
            agent: true,
            ..Party::new(phrase.tokens, if phrase.name.len() > 1 { phrase.name } else { phrase.tokens }, phrase.head)
        })
    }

    /// «شنه مسلحون», «الذي نفذته طالبان», «تبنته الحركة» behind the noun.
    pub(super) fn who_did_it(&self, from: usize, limit: usize) -> Option<(usize, Party)> {
        let words = self.words;
        let does = Mark::DO.or(Mark::CLAIM).or(Mark::FIRE).or(Mark::GO_ON);
        let limit_here = limit.min(from + REACH);
        let at = (from..limit_here).find(|i| {
            words.tags.is(*i, Tag::VERB.or(Tag::EVENT)) && words.verb_mark(*i) != Mark(0) || is_finite(words.tags, *i)
        })?;
        let object = words.tags.is(at, Tag::OBJECT_PRONOUN)
            || words.readings(at).any(|r| r.clitics.has(tawatur_lexicon::Clitics::PRONOUN));
        // «الحملة التي تقودها …» behind another noun is of that noun.
        let plain = |i: usize| {
            !words.is_preposition(i)
                && words.analysed.document.kind(i) == TokenKind::Word
                && !words.tags.is(i, Tag::BI.or(Tag::LI))
        };
        let near = match words.tags.is(at - 1, Tag::RELATIVE) {
            true => at - 1 <= from + 3 && (from..at - 1).all(plain),
            false => at <= from + 2,
        };
        if !words.verb_mark(at).any(does) || !object || !near || words.tags.is(at, Tag::JOINED) {
            return None;
        }
        self.behind(at + 1, limit).map(|p| (at, p))
    }

    /// «هجوما … نفذ ضد مدرسة»: the target behind the verb that the noun is the subject of.
    pub(super) fn behind_its_verb(&self, trigger: &Trigger, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        let at =
            (from..limit.min(from + REACH)).find(|i| words.verb_mark(*i) != Mark(0) || is_finite(words.tags, *i))?;
        let carries = words.verb_mark(at).any(Mark::DO.or(Mark::OCCUR)) && !words.tags.is(at, Tag::JOINED);
        if carries { self.brought(trigger.rule, at + 1, limit) } else { None }
    }

    /// «التفجير الذي وقع …», «الهجوم … نفذ»: the verb behind a noun that says that it happened.
    pub(super) fn own_verb(&self, from: usize, limit: usize, found: &mut Arguments) {
        let words = self.words;
        let reach = limit.min(from + 5);
        let at = (from..reach).find(|i| words.verb_mark(*i) != Mark(0) || is_finite(words.tags, *i));
        let own = |i: &usize| words.verb_mark(*i).any(Mark::OCCUR.or(Mark::DO)) && !words.tags.is(*i, Tag::JOINED);
        if let Some(at) = at.filter(own) {
            found.light = Some(at);
            found.happened = true;
        }
    }

    /// «… وتبنته حركة»
    pub(super) fn who_claims_it(&self, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        let claims = |i: &usize| {
            words.verb_mark(*i).any(Mark::CLAIM)
                && words.readings(*i).any(|r| r.clitics.has(tawatur_lexicon::Clitics::PRONOUN))
        };
        let at = (from..limit.min(from + CLAIM_REACH)).find(claims)?;
        self.behind(at + 1, limit)
    }

    /// «… استهدف مقرا»: whom an attack befell, by a verb behind it.
    pub(super) fn what_it_struck(&self, trigger: &Trigger, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        if trigger.rule.kind != "ASSAULT" || trigger.masdar && trigger.rule.mode != "explosives" {
            return None;
        }
        let limit_here = limit.min(from + REACH + 4);
        let at = (from..limit_here).find(|i| is_finite(words.tags, *i) || words.verb_mark(*i) != Mark(0))?;
        let strikes = words.readings(at).any(|r| words.book.numbered(words.role(r).rule).is_some_and(|r| r.strikes));
        (strikes && !words.tags.is(at, Tag::JOINED)).then(|| self.behind(at + 1, limit))?
    }

    pub(super) fn carried(&self, trigger: &Trigger, light: &Light, clause: TokenRange, found: &mut Arguments) {
        let first = self.head_of(trigger.tokens.start, clause.start);
        let first = if light.through { first.saturating_sub(1) } else { first };
        let mark = light.mark;
        found.light = Some(light.at);
        found.happened |=
            mark.any(Mark::PERFORM.or(Mark::OCCUR).or(Mark::CAUSE).or(Mark::WITNESS).or(Mark::DO).or(Mark::UNDERGO));
        if trigger.pronoun && trigger.masdar && mark.any(Mark::OCCUR) && found.target.is_none() && !light.noun {
            found.target = self.subject_before(light.at, clause);
        }
        // «دعا الاتحاد إلى إضراب»: who calls for a protest is to hold it.
        let calls = trigger.rule.kind == "PROTEST" && mark.any(Mark::WISH) && light.through;
        let acts = calls || mark.any(ACTS) && (!mark.any(Mark::ANNOUNCE) || trigger.rule.announced);
        let befalls = mark.any(Mark::UNDERGO);
        // «شارك الرئيس في قمة التحالف»: he, and not whose summit it is.
        let part = mark.any(Mark::TAKE_PART) && trigger.rule.kind == "CONSULT" && light.through;
        if part && let Some(subject) = self.subject_of(light, first, clause) {
            found.actor = Some(subject);
            return;
        }
        if !(acts && found.actor.is_none() || befalls && found.target.is_none() || mark.any(Mark::WITNESS)) {
            return;
        }
        let Some(subject) = self.subject_of(light, first, clause) else { return };
        // «عملية خاطفة نجحت خلالها في طرد …»: only somebody does it.
        if mark == Mark::PERFORM && light.through && !self.is_person(&subject) {
            return;
        }
        if acts && found.actor.is_none() {
            found.actor = Some(subject);
        } else if befalls {
            found.target = Some(subject);
        } else if subject.place || subject.head == Head::Place {
            found.place = Some(subject);
        }
    }
}

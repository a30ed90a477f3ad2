//! Arguments of verbal nouns and nouns of happening.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::light::Light;
use super::marks::Mark;
use super::party::{Parties, Party};
use super::rules::{Construct, Shape};
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
    /// The arguments of a noun.
    pub(super) fn of_noun(&self, trigger: &Trigger, clause: TokenRange, sentence: TokenRange) -> Arguments {
        let end = trigger.object.map_or(trigger.tokens.end, |o| trigger.tokens.end.max(o + 1));
        let mut found = Arguments::default();
        if trigger.rule.id == "event-protesters" {
            let first = self.head_of(trigger.tokens.start, clause.start);
            found.actor = self.here(first, clause.end).or_else(|| self.here(trigger.tokens.start, clause.end));
            found.target = self.brought(trigger.rule, end, clause.end);
            return found;
        }
        let behind = self.past_adjectives(trigger, end, clause.end, &mut found);
        if trigger.object.is_none() {
            self.construct(trigger, behind, clause, &mut found);
        } else if trigger.rule.object_is_target {
            found.target = trigger.object.and_then(|o| self.here(o, clause.end));
        }
        let after = found.target.or(found.actor).map_or(behind, |p| p.tokens.end.max(behind));
        found.target = found.target.or_else(|| self.brought(trigger.rule, behind, clause.end));
        let rule = trigger.rule;
        let mutual = rule.shape == Shape::Mutual || matches!(rule.kind.as_str(), "CONSULT" | "AGREE" | "COOPERATE");
        if mutual || matches!(rule.id.as_str(), "event-shoot" | "event-ceasefire") {
            self.between(behind, clause.end, &mut found);
        }
        found.actor = found.actor.or_else(|| self.by_whom(after, clause.end));
        if let Some((at, doer)) = self.who_did_it(behind, sentence.end) {
            found.target =
                found.target.or_else(|| self.brought(trigger.rule, doer.tokens.end.max(at + 1), sentence.end));
            found.actor = found.actor.or(Some(doer));
        }
        found.target = found.target.or_else(|| self.what_it_struck(trigger, behind, sentence.end));
        found.target = found.target.or_else(|| self.behind_its_verb(trigger, behind, sentence.end));
        found.actor = found.actor.or_else(|| self.who_claims_it(behind, sentence.end));
        if let Some(light) = self.light(trigger, clause) {
            self.carried(trigger, &light, clause, &mut found);
        }
        self.together(trigger.rule, trigger.tokens.start, &mut found);
        self.struck(trigger, behind, clause, &mut found);
        found.actor = found.actor.filter(|p| !p.weapon);
        found.target = found.target.filter(|p| !p.weapon || trigger.rule.object_is_target);
        found
    }

    /// Behind the adjectives of the noun; one of a country says who acts: «غارة أميركية».
    fn past_adjectives(&self, trigger: &Trigger, from: usize, limit: usize, found: &mut Arguments) -> usize {
        let tags = self.words.tags;
        let mut at = from;
        while at < limit && self.words.analysed.document.kind(at) == TokenKind::Word {
            let tag = tags.at(at);
            let fits = tag.any(Tag::ARTICLE) == trigger.definite || trigger.object.is_some();
            let how = Mark::SUICIDE.or(Mark::AIR).or(Mark::MISSILE).or(Mark::PHONE).or(Mark::PROTEST).or(Mark::ARMED);
            let how = how.or(Mark::ATTACKER);
            let described = self.words.is(at, how) && !tag.any(Tag::PLURAL) || tag.any(Tag::ADJECTIVE.or(Tag::NISBA));
            let shape = tag.any(Tag::COMMON) && self.agrees(at, trigger, tag);
            if !(fits && (described || shape))
                || self.words.is_preposition(at)
                || tag.any(Tag::JOINED.or(Tag::BI).or(Tag::LI))
                || tag.any(Tag::PLACE)
            {
                break;
            }
            if tag.any(Tag::NISBA) && is_done_by_states(trigger) {
                let tokens = TokenRange::new(at, at + 1);
                found.actor = Some(Party {
                    tokens,
                    name: tokens,
                    head: Head::Place,
                    agent: true,
                    weapon: false,
                    counted: false,
                    place: false,
                });
            }
            at += 1;
        }
        at
    }

    /// A feminine word behind a feminine noun, or one in ي behind another: an adjective, unless it is known for a noun.
    fn agrees(&self, at: usize, trigger: &Trigger, tag: Tag) -> bool {
        let document = &self.words.analysed.document;
        let noun = Tag::BODY
            .or(Tag::TITLE)
            .or(Tag::PLACE)
            .or(Tag::PLACE_HEAD)
            .or(Tag::ORGANISATION)
            .or(Tag::NAME)
            .or(Tag::MASDAR);
        if tag.any(noun) || self.words.mark_of_all(at) != Mark(0) || trigger.masdar {
            return false;
        }
        let last = document.word(trigger.tokens.end - 1);
        let feminine = last.ends_with('ه') || last.ends_with("ات") || last.ends_with("ال");
        let word = document.word(at);
        let written = document.text_of(TokenRange::new(at, at + 1));
        feminine && written.ends_with('ة') || !feminine && word.ends_with('ي') && word.chars().nth(3).is_some()
    }

    /// «ضرب زلزال تركيا»: the place that a disaster is said to strike or reach.
    fn struck(&self, trigger: &Trigger, at: usize, clause: TokenRange, found: &mut Arguments) {
        let tags = self.words.tags;
        if trigger.rule.kind != "DISASTER" || trigger.tokens.start == clause.start || found.place.is_some() {
            return;
        }
        if !is_finite(tags, trigger.tokens.start - 1) && self.words.verb_mark(trigger.tokens.start - 1) == Mark(0) {
            return;
        }
        let at = if tags.is(at, Tag::TO) { at + 1 } else { at };
        found.happened = true;
        found.place = self.here(at, clause.end).filter(|p| p.place || p.head == Head::Place);
    }

    /// The noun that the trigger is in construct with: the very next words.
    fn construct(&self, trigger: &Trigger, at: usize, clause: TokenRange, found: &mut Arguments) {
        let tags = self.words.tags;
        if trigger.definite
            || trigger.closed
            || trigger.pronoun
            || at > trigger.tokens.end
            || tags.is(at, Tag::JOINED.or(Tag::TIME))
        {
            return;
        }
        let Some(party) = self.here(at, clause.end) else { return };
        let acts = trigger.rule.construct == Construct::Actor || !trigger.masdar && party.agent && !party.place;
        match trigger.rule.construct {
            Construct::Topic => {}
            _ if party.place && !trigger.masdar => found.place = Some(party),
            _ if acts => found.actor = Some(party),
            _ if party.weapon => found.happened = true,
            // «إقالة الرئيس لوزيره»
            _ if trigger.masdar && (trigger.rule.person || party.agent) && self.brings_li(party.tokens.end) => {
                (found.actor, found.target) = (Some(party), self.bound(party.tokens.end, clause.end));
            }
            // «قتل الجيش مدنيين»: the subject stands in construct, the object behind it.
            _ if trigger.masdar && party.agent && !party.counted => {
                let object =
                    self.here(party.tokens.end, clause.end).filter(|_| !tags.is(party.tokens.end, Tag::JOINED));
                match object {
                    Some(_) => (found.actor, found.target) = (Some(party), object),
                    None => found.target = Some(party),
                }
            }
            _ => found.target = Some(party),
        }
    }

    fn brings_li(&self, at: usize) -> bool {
        let tag = self.words.tags.at(at);
        tag.any(Tag::LI)
            && tag.any(Tag::TITLE.or(Tag::NAME).or(Tag::BODY).or(Tag::PLACE).or(Tag::PLACE_HEAD))
            && !tag.any(Tag::MASDAR)
    }

    /// «بين … و…»
    fn between(&self, from: usize, limit: usize, found: &mut Arguments) {
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
            tokens: phrase.tokens,
            name: if phrase.name.len() > 1 { phrase.name } else { phrase.tokens },
            head: phrase.head,
            agent: true,
            weapon: false,
            counted: false,
            place: false,
        })
    }

    /// «شنه مسلحون», «الذي نفذته طالبان», «تبنته الحركة» behind the noun.
    fn who_did_it(&self, from: usize, limit: usize) -> Option<(usize, Party)> {
        let words = self.words;
        let does = Mark::DO.or(Mark::CLAIM).or(Mark::FIRE).or(Mark::GO_ON);
        let limit_here = limit.min(from + REACH);
        let at = (from..limit_here).find(|i| {
            words.tags.is(*i, Tag::VERB.or(Tag::EVENT)) && words.verb_mark(*i) != Mark(0) || is_finite(words.tags, *i)
        })?;
        let object = words.tags.is(at, Tag::OBJECT_PRONOUN)
            || words.readings(at).any(|r| r.clitics.has(tawatur_lexicon::Clitics::PRONOUN));
        // «الحملة التي تقودها …» behind another noun is of that noun.
        let near = if words.tags.is(at - 1, Tag::RELATIVE) { at - 1 <= from + 1 } else { at <= from + 2 };
        if !words.verb_mark(at).any(does) || !object || !near || words.tags.is(at, Tag::JOINED) {
            return None;
        }
        self.behind(at + 1, limit).map(|p| (at, p))
    }

    /// «هجوما … نفذ ضد مدرسة»: the target behind the verb that the noun is the subject of.
    fn behind_its_verb(&self, trigger: &Trigger, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        let at =
            (from..limit.min(from + REACH)).find(|i| words.verb_mark(*i) != Mark(0) || is_finite(words.tags, *i))?;
        let carries = words.verb_mark(at).any(Mark::DO.or(Mark::OCCUR)) && !words.tags.is(at, Tag::JOINED);
        if carries { self.brought(trigger.rule, at + 1, limit) } else { None }
    }

    /// «… وتبنته حركة»
    fn who_claims_it(&self, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        let claims = |i: &usize| {
            words.verb_mark(*i).any(Mark::CLAIM)
                && words.readings(*i).any(|r| r.clitics.has(tawatur_lexicon::Clitics::PRONOUN))
        };
        let at = (from..limit.min(from + CLAIM_REACH)).find(claims)?;
        self.behind(at + 1, limit)
    }

    /// «… استهدف مقرا»: whom an attack befell, by a verb behind it.
    fn what_it_struck(&self, trigger: &Trigger, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        if trigger.rule.kind != "ASSAULT" || trigger.masdar && trigger.rule.mode != "explosives" {
            return None;
        }
        let limit_here = limit.min(from + REACH + 4);
        let at = (from..limit_here).find(|i| is_finite(words.tags, *i) || words.verb_mark(*i) != Mark(0))?;
        let strikes = words.readings(at).any(|r| words.book.rule_id(words.role(r).rule) == Some("event-attack"));
        (strikes && !words.tags.is(at, Tag::JOINED)).then(|| self.behind(at + 1, limit))?
    }

    fn carried(&self, trigger: &Trigger, light: &Light, clause: TokenRange, found: &mut Arguments) {
        let first = self.head_of(trigger.tokens.start, clause.start);
        let first = if light.through { first.saturating_sub(1) } else { first };
        let mark = light.mark;
        found.light = Some(light.at);
        found.happened |=
            mark.any(Mark::PERFORM.or(Mark::OCCUR).or(Mark::CAUSE).or(Mark::WITNESS).or(Mark::DO).or(Mark::UNDERGO));
        if trigger.pronoun && trigger.masdar && mark.any(Mark::OCCUR) && found.target.is_none() && !light.noun {
            found.target = self.subject_before(light.at, clause);
        }
        let acts = mark.any(ACTS) && (!mark.any(Mark::ANNOUNCE) || trigger.rule.announced);
        let befalls = mark.any(Mark::UNDERGO);
        if !(acts && found.actor.is_none() || befalls && found.target.is_none() || mark.any(Mark::WITNESS)) {
            return;
        }
        let Some(subject) = self.subject_of(light, first, clause) else { return };
        if acts && found.actor.is_none() {
            found.actor = Some(subject);
        } else if befalls {
            found.target = Some(subject);
        } else if subject.place || subject.head == Head::Place {
            found.place = Some(subject);
        }
    }
}

/// Acts of violence and coercion that the adjective of a country tells the doer of.
fn is_done_by_states(trigger: &Trigger) -> bool {
    matches!(trigger.rule.kind.as_str(), "ASSAULT" | "SANCTION" | "COERCE")
        && trigger.rule.construct == Construct::Actor
        || trigger.rule.kind == "ASSAULT" && !trigger.masdar
}

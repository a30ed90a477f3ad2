//! Parties that a preposition brings: «على …», «ضد …», «من قبل …», «مطالبين …».

use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, is_finite};
use super::mark::Mark;
use super::party::{Parties, Party};
use super::rules::Rule;
use super::trigger::Trigger;
use crate::clause::Tag;
use crate::phrase::Head;

/// Tokens behind a trigger in which a preposition brings another party.
const REACH: usize = 16;
/// Tokens behind a protest in which it is said what it is for.
const DEMAND_REACH: usize = 24;

impl Parties<'_, '_> {
    /// The party that a preposition of the rule brings, behind the trigger.
    pub(super) fn brought(&self, rule: &Rule, from: usize, limit: usize) -> Option<Party> {
        let tags = self.words.tags;
        let limit = limit.min(from + REACH);
        // «اشتبك متظاهرون فلسطينيون وأجانب مع الجيش»: a noun joined to the subject is passed, another happening not.
        let plain =
            |i: usize| tags.is(i, Tag::NOUN.or(Tag::COMMON)) && !tags.is(i, Tag::MASDAR) && !self.words.tells(i);
        let joined =
            |i: usize| i > from && tags.is(i, Tag::JOINED) && !tags.is(i, Tag::NAME) && !(plain(i) && i <= from + 4);
        // Behind a comma only the preposition itself: «…، على من …».
        let apart =
            |i: usize| self.kind(i) == TokenKind::Comma && !self.brings(rule, i + 1) && self.time_at(i + 1).is_none();
        let at = (from..limit)
            .take_while(|i| !(is_finite(tags, *i) || joined(*i) || apart(*i) && rule.kind == "PROTEST"))
            .find(|i| self.brings(rule, *i))?;
        let bound = tags.is(at, Tag::BI.or(Tag::LI)) && !tags.is(at, PREPOSITIONS);
        if bound { self.bound(at, limit) } else { self.here(at + 1, limit + 8) }
    }

    pub(super) fn brings(&self, rule: &Rule, at: usize) -> bool {
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
        // «الزيارة الأولى … بعد أعوام على حصارها من قبل …»: of what came before.
        let other = |i: &usize| self.words.is_of_fact(*i) && !tags.is(*i, Tag::TIME);
        for i in (from..limit).take_while(|i| !is_finite(tags, *i) && !other(i)) {
            if by(i) || hand(i) {
                return self.here(i + 2, limit + 8);
            }
            if fire(i) {
                return self.here(i + 1, limit + 8).filter(|p| p.agent || p.head.is_known());
            }
        }
        None
    }

    /// Whom a protest is against: the body or person that is named for it, or in whose demand, decision or resignation
    /// it is («مطالبين الحكومة ب…», «احتجاجا على قرار الوزارة»), or before whose seat it is; else what it is about.
    pub(super) fn against(&self, found: Option<Party>, from: usize, limit: usize) -> Option<Party> {
        let told = found.and_then(|t| self.whose(&t));
        let demanded = || self.demanded(from, limit).find_map(|t| self.whose(&t));
        let whose = told.or_else(demanded).or_else(|| self.faced(from, limit));
        whose.or(found).or_else(|| self.demanded(from, limit).next())
    }

    /// What is behind each word of demand or rebuke.
    fn demanded(&self, from: usize, limit: usize) -> impl Iterator<Item = Party> {
        let words = self.words;
        let demands = move |i: &usize| {
            words.tags.is(*i, Tag::EVENT)
                && (words.is(*i, Mark::DEMAND.or(Mark::HOSTILE))
                    || words
                        .readings(*i)
                        .any(|r| words.book.numbered(words.role(r).rule).is_some_and(|r| r.is_demand())))
        };
        (from..limit.min(from + DEMAND_REACH)).filter(demands).filter_map(move |at| {
            // «وطالب المحتجون ب…»: who demands, not of whom.
            self.behind_demand(at + 1, limit).filter(|p| !words.is(p.name.start, Mark::PROTESTER))
        })
    }

    fn behind_demand(&self, next: usize, limit: usize) -> Option<Party> {
        let tag = self.words.tags.at(next);
        if tag.any(Tag::ON.or(Tag::TO)) && !tag.any(Tag::ARTICLE) {
            return self.within(next + 1, limit);
        }
        if tag.any(Tag::BI.or(Tag::LI)) {
            let body = || self.bound(next, limit).filter(|p| self.is_somebody(p));
            return self.within(next, limit).or_else(body);
        }
        self.here(next, limit)
    }

    /// Somebody in a phrase: itself, or the body in construct with «قرار», «سياسة».
    pub(super) fn whose(&self, topic: &Party) -> Option<Party> {
        // «بقاء فلان في منصبه»: he himself.
        let happening = topic.head == Head::Unknown && self.tag(topic.name.start).any(Tag::MASDAR) && !topic.agent;
        if self.is_somebody(topic) && !happening || topic.place {
            return Some(*topic);
        }
        let inner = (topic.name.start + 1..topic.tokens.end).find_map(|i| self.here(i, topic.tokens.end));
        inner.filter(|p| self.is_somebody(p) && p.head != Head::Place)
    }

    /// «باتجاه القرية», «صوب الحدود»: where shells and shots go.
    pub(super) fn towards(&self, trigger: &Trigger, limit: usize) -> Option<Party> {
        let words = self.words;
        let from = trigger.object.map_or(trigger.tokens.end, |o| o + 1);
        let near = (from..limit.min(from + REACH)).take_while(|i| !is_finite(words.tags, *i));
        let at = near.into_iter().find(|i| words.is(*i, Mark::TOWARDS))?;
        self.here(at + 1, limit).filter(|p| self.is_physical(p) && !p.weapon)
    }

    /// «أمام السفارة …», «قبالة مقر الوزارة»
    fn faced(&self, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        let lexicon = words.analysed.lexicon();
        let faces = |i: usize| {
            let readings = words.analysed.readings(i).iter();
            readings
                .map(|r| lexicon.sense_name(r.sense))
                .any(|n| matches!(n, "prep:in-front" | "prep:outside" | "prep:facing" | "prep:near"))
        };
        let near = (from..limit.min(from + REACH)).take_while(|i| !is_finite(words.tags, *i));
        let at = near.into_iter().find(|i| words.tags.is(*i, Tag::PREPOSITION) && faces(*i))?;
        let seat = self.here(at + 1, limit)?;
        let inner = || (seat.name.start + 1..seat.tokens.end).find_map(|i| self.here(i, seat.tokens.end));
        Some(seat).filter(|p| p.head == Head::Body).or_else(|| inner().filter(|p| p.head == Head::Body))
    }

    /// «استخدمت خراطيم المياه لتفريق المحتجين»: whom the purpose befalls.
    pub(super) fn purpose(&self, trigger: &Trigger, limit: usize) -> Option<Party> {
        let words = self.words;
        let from = trigger.object.map_or(trigger.tokens.end, |o| o + 1);
        let told = |i: &usize| words.tags.all(*i, Tag::LI.or(Tag::EVENT)) && words.tells(*i);
        let at = (from..limit.min(from + REACH)).take_while(|i| !is_finite(words.tags, *i)).find(told)?;
        self.here(at + 1, limit)
    }

    /// What something exploded beside: «انفجرت سيارة أمام مقر …», «لدى مرور دورية …».
    pub(super) fn beside(&self, trigger: &Trigger, clause: TokenRange) -> Option<Party> {
        let words = self.words;
        let lexicon = words.analysed.lexicon();
        let beside = |i: usize| {
            let readings = words.analysed.readings(i).iter();
            let mut senses = readings.map(|r| lexicon.sense_name(r.sense));
            senses.any(|n| {
                matches!(n, "prep:in-front" | "prep:outside" | "prep:beside" | "prep:at" | "prep:near" | "prep:inside")
            })
        };
        let from = if trigger.verb {
            trigger.tokens.start.saturating_sub(REACH).max(clause.start)
        } else {
            trigger.tokens.end
        };
        let limit = clause.end.min(trigger.tokens.end + REACH);
        let at = (from..limit).find(|i| words.tags.is(*i, Tag::PREPOSITION) && beside(*i))?;
        let next = at + 1;
        // «لدى مرور دورية»
        let passing = words.tags.is(next, Tag::MASDAR.or(Tag::NOUN).or(Tag::COMMON))
            && !words.tags.is(next, Tag::ARTICLE.or(Tag::PLACE_HEAD).or(Tag::PLACE))
            && words.is(next, Mark::PASSING);
        let party = self.here(if passing { next + 1 } else { next }, clause.end)?;
        (self.is_physical(&party) && party.head != Head::Place && !party.weapon).then_some(party)
    }

    /// The party in construct with a verbal noun, or the noun itself.
    pub(super) fn within(&self, at: usize, limit: usize) -> Option<Party> {
        let tag = self.tag(at);
        let masdar = tag.any(Tag::MASDAR) && !tag.any(Tag::ARTICLE.or(Tag::BODY).or(Tag::TITLE));
        if masdar { self.here(at + 1, limit) } else { self.here(at, limit) }
    }
}

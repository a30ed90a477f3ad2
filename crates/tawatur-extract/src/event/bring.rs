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
            .find(|i| self.brings(rule, *i) && !(rule.kind == "PROTEST" && self.is_of_a_noun(*i, from)))?;
        let bound = tags.is(at, Tag::BI.or(Tag::LI)) && !tags.is(at, PREPOSITIONS);
        if bound { self.bound(at, limit) } else { self.here(at + 1, limit + 8) }
    }

    /// «تنديدا بالحرب على المدينة»: the preposition is of another noun than the protest.
    fn is_of_a_noun(&self, at: usize, from: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|b| *b >= from) else { return false };
        let demands = Mark::DEMAND.or(Mark::DEMONSTRATE).or(Mark::HOSTILE);
        // «مرور مئة يوم على اعتراف الرئيس»
        let since = self.tag(at).any(Tag::ON) && self.words.is_unit(before);
        since
            || self.tag(at).any(Tag::ON)
                && self.tag(before).any(Tag::BI.or(Tag::LI))
                && self.tag(before).any(Tag::ARTICLE.or(Tag::MASDAR))
                && !self.words.is(before, demands)
    }

    pub(super) fn brings(&self, rule: &Rule, at: usize) -> bool {
        let tag = self.words.tags.at(at);
        if tag.any(Tag::NAME) && !tag.any(Tag::BI.or(Tag::LI)) && !tag.any(Tag::ON) {
            return false;
        }
        let lexicon = self.words.analysed.lexicon();
        rule.to.iter().any(|name| match name.as_str() {
            // «بحلول أيار» is a time.
            "bi" => {
                let dated = self.time_at(at).or_else(|| self.time_at(at + 1)).is_some();
                tag.any(Tag::BI)
                    && !tag.any(Tag::TIME.or(PREPOSITIONS).or(Tag::ONE_OF))
                    && !dated
                    && self.manner_at(at).is_none()
            }
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
        // «بـ»: apart from its word.
        if self.words.analysed.document.word(at).chars().nth(1).is_none() {
            let quoted = || if self.kind(at + 1) == TokenKind::Quote { self.here(at + 2, limit + 8) } else { None };
            return self.here(at + 1, limit + 8).or_else(quoted);
        }
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

    /// As `by_whom`, for an event of this kind: «إضراب احتجاجا على مقتل شاب برصاص الشرطة» is of no police.
    pub(super) fn done_by(&self, rule: &Rule, from: usize, limit: usize) -> Option<Party> {
        let why = |i: &usize| rule.kind == "PROTEST" && self.words.tells(*i);
        let until = (from..limit.min(from + REACH)).find(why);
        self.by_whom(from, until.unwrap_or(limit))
    }

    /// «باتجاه القرية», «صوب الحدود»: where shells and shots go.
    pub(super) fn towards(&self, trigger: &Trigger, limit: usize) -> Option<Party> {
        let words = self.words;
        let from = trigger.object.map_or(trigger.tokens.end, |o| o + 1);
        let near = (from..limit.min(from + REACH)).take_while(|i| !is_finite(words.tags, *i));
        let at = near.into_iter().find(|i| words.is(*i, Mark::TOWARDS))?;
        let direction = |i: usize| words.tags.is(i, Tag::PLACE_HEAD) && words.is(i, Mark::NEAR);
        let aim = self.here(at + 1 + usize::from(direction(at + 1)), limit)?;
        // «باتجاه رأس القاضي»: he, and not only a part of him.
        let inner = || self.inner(&aim).filter(|p| !p.weapon);
        Some(aim).filter(|p| self.is_physical(p) && !p.weapon).or_else(inner)
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

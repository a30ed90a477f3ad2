//! Whom a protest is against.

use tawatur_lexicon::Class;
use tawatur_text::TokenKind;

use super::clause::is_finite;
use super::mark::Mark;
use super::party::{Parties, Party};
use crate::clause::Tag;
use crate::phrase::Head;

/// Tokens behind a protest in which it is said what it is for.
const DEMANDS: usize = 24;
/// Tokens behind a protest in which the seat is named that it stands before.
const SEATS: usize = 16;
/// Tokens behind a protest in which what is shouted is quoted.
const SLOGANS: usize = 40;
/// Longest slogan that is looked into.
const SLOGAN: usize = 8;

impl Parties<'_, '_> {
    /// Whom a protest is against: the body or person that is named for it, or in whose demand, decision or resignation
    /// it is («مطالبين الحكومة ب…», «احتجاجا على قرار الوزارة»), or whose fall is shouted, or before whose seat it is;
    /// else what it is about.
    pub(super) fn against(&self, found: Option<Party>, from: usize, limit: usize) -> Option<Party> {
        let told = found.and_then(|t| self.whose_deed(&t, limit));
        let demanded = || self.demanded(from, limit).find_map(|t| self.whose_deed(&t, limit));
        let shouted = || self.shouted(from, limit);
        let whose = told.or_else(demanded).or_else(shouted).or_else(|| self.faced(from, limit));
        whose.or(found).or_else(|| self.demanded(from, limit).next())
    }

    /// What is behind each word of demand or rebuke.
    fn demanded(&self, from: usize, limit: usize) -> impl Iterator<Item = Party> {
        let words = self.words;
        let demands = move |i: &usize| words.tags.is(*i, Tag::EVENT) && self.demands(*i);
        (from..limit.min(from + DEMANDS)).filter(demands).filter_map(move |at| {
            // «وطالب المحتجون ب…»: who demands, not of whom.
            self.behind_demand(at, limit).filter(|p| !words.is(p.name.start, Mark::PROTESTER))
        })
    }

    fn demands(&self, at: usize) -> bool {
        let words = self.words;
        let rules = || words.readings(at).filter_map(|r| Some((r, words.book.numbered(words.role(r).rule)?)));
        // «رفضهم قرار …», «ورفض ترشيح …»: as a noun, for the verb has its subject behind it.
        let noun = || {
            let bare = self.tag(at + 1).any(Tag::MASDAR.or(Tag::LI)) && !self.tag(at + 1).any(Tag::ARTICLE);
            self.tag(at).any(Tag::PRONOUN_END) || bare
        };
        let lexicon = words.analysed.lexicon();
        let refuses = || rules().any(|(r, rule)| rule.kind == "REJECT" && lexicon.class(r.sense) == Class::Noun);
        words.is(at, Mark::DEMAND) || rules().any(|(_, rule)| rule.is_demand()) || noun() && refuses() || {
            // «غضبهم من …»: of whom, a preposition tells.
            let led = Tag::ON.or(Tag::FROM).or(Tag::LI).or(Tag::BI).or(Tag::PREPOSITION);
            words.is(at, Mark::HOSTILE) && self.tag(at + 1).any(led)
        }
    }

    fn behind_demand(&self, at: usize, limit: usize) -> Option<Party> {
        let mut next = self.past_asides(at + 1, limit);
        // «مطالبين بوضوح برحيل …»: how they do it.
        let demand = |i: usize| self.words.is(i, Mark::DEMAND);
        if self.is_with(next) && (self.is_with(next + 1) || demand(next + 1)) {
            next += 1;
        }
        // «مطالبين برحيل …»: another word of demand tells by itself.
        if demand(next) {
            return None;
        }
        let tag = self.tag(next);
        let plea = self.words.is(at, Mark::DEMAND) && tag.any(Tag::FROM);
        if (tag.any(Tag::ON.or(Tag::TO)) || plea) && !tag.any(Tag::ARTICLE) {
            return self.so_called(next + 1, limit).or_else(|| self.within(next + 1, limit));
        }
        if tag.any(Tag::BI.or(Tag::LI)) {
            // What is rebuked may be a thing; of what is demanded only somebody is whom it is demanded of.
            let topic = |p: &Party| self.rebukes(at) || self.is_somebody(p);
            let bound = || self.bound(next, limit).filter(|p| topic(p) || self.whose(p).is_some());
            return self.within(next, limit).or_else(bound);
        }
        self.here(next, limit)
    }

    fn rebukes(&self, at: usize) -> bool {
        let words = self.words;
        let kind =
            |r| words.book.numbered(words.role(r).rule).is_some_and(|r| matches!(r.kind.as_str(), "ACCUSE" | "REJECT"));
        words.is(at, Mark::HOSTILE) || words.analysed.readings(at).iter().any(kind)
    }

    /// «على ما يصفونه بوحشية الشرطة»: what they call it stands behind ب.
    fn so_called(&self, at: usize, limit: usize) -> Option<Party> {
        let called = is_finite(self.words.tags, at + 1) && self.words.analysed.document.word(at) == "ما";
        let with = (at + 2..limit.min(at + 4)).find(|i| called && self.is_with(*i))?;
        self.bound(with, limit).and_then(|p| self.whose(&p)).or_else(|| self.here(with + 1, limit))
    }

    /// A noun with ب, known or not.
    fn is_with(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let unknown = !tag.any(Tag::KNOWN) && self.words.analysed.document.word(at).starts_with('ب');
        (tag.any(Tag::BI) || unknown) && !self.words.is_preposition(at) && self.kind(at) == TokenKind::Word
    }

    /// Who did what is protested against: «مقتل مدنيين على يد …», «الانقلاب الذي قاده …»; else whose it is.
    fn whose_deed(&self, topic: &Party, limit: usize) -> Option<Party> {
        let end = topic.tokens.end;
        let itself = self.is_somebody(topic) && !self.is_a_happening(topic) || topic.place;
        let told = || (end..end + 2).any(|i| self.tag(i).any(Tag::RELATIVE));
        let does = || if told() { self.who_did_it(end, limit).map(|(_, p)| p) } else { None };
        let doer = || self.by_whom(end, limit).or_else(does);
        if itself { Some(*topic) } else { doer().or_else(|| self.whose(topic)) }
    }

    /// «بقاء فلان في منصبه»: not he himself.
    fn is_a_happening(&self, topic: &Party) -> bool {
        topic.head == Head::Unknown && self.tag(topic.name.start).any(Tag::MASDAR) && !topic.agent
    }

    /// Somebody in a phrase: itself, or the body in construct with «قرار», «سياسة».
    pub(super) fn whose(&self, topic: &Party) -> Option<Party> {
        if self.is_somebody(topic) && !self.is_a_happening(topic) || topic.place {
            return Some(*topic);
        }
        self.inner(topic)
            .filter(|p| (self.is_somebody(p) || self.is_only_a_name(p.name.start)) && p.head != Head::Place)
    }

    /// The first party within a phrase.
    pub(super) fn inner(&self, outer: &Party) -> Option<Party> {
        (outer.name.start + 1..outer.tokens.end).find_map(|i| self.here(i, outer.tokens.end))
    }

    /// «أمام السفارة …», «قبالة مقر الوزارة», «بالقرب من مبنى الوزارة», «نحو البرلمان»
    fn faced(&self, from: usize, limit: usize) -> Option<Party> {
        let near = (from..limit.min(from + SEATS)).take_while(|i| !is_finite(self.words.tags, *i));
        let mut seats = near.filter_map(|i| self.here(self.behind_near(i)?, limit));
        seats.find_map(|seat| {
            let inner = || self.inner(&seat).filter(|p| p.head == Head::Body);
            Some(seat).filter(|p| p.head == Head::Body).or_else(inner)
        })
    }

    /// Where what something stands before or goes to begins.
    fn behind_near(&self, at: usize) -> Option<usize> {
        let analysed = self.words.analysed;
        let lexicon = analysed.lexicon();
        if let Some(phrase) = analysed.phrase_at(at) {
            let near = |r: &tawatur_lexicon::Reading| {
                lexicon.sense_name(r.sense) == "noun:place-direction"
                    && analysed.entry(r).feature("place") == Some("near")
            };
            return phrase.readings.iter().any(near).then_some(phrase.tokens.end);
        }
        let faces =
            |n: &str| matches!(n, "prep:in-front" | "prep:outside" | "prep:facing" | "prep:near" | "prep:towards");
        let readings = || analysed.readings(at).iter().map(|r| lexicon.sense_name(r.sense));
        (self.tag(at).any(Tag::PREPOSITION) && readings().any(faces)).then_some(at + 1)
    }

    /// «مرددين هتافات منها «يسقط …»», ««الموت ل…»»: whose fall is shouted.
    fn shouted(&self, from: usize, limit: usize) -> Option<Party> {
        let opens = |i: &usize| self.kind(*i) == TokenKind::Quote;
        (from..limit.min(from + SLOGANS)).filter(opens).find_map(|open| self.in_slogan(open + 1, limit))
    }

    fn in_slogan(&self, start: usize, limit: usize) -> Option<Party> {
        let end = (start..limit.min(start + SLOGAN)).find(|i| self.kind(*i) == TokenKind::Quote)?;
        let next = 1 + (start..end).find(|i| self.calls_down(*i))?;
        let whom = if self.tag(next).any(Tag::LI) { self.bound(next, end) } else { self.here(next, end) };
        whom.filter(|p| self.is_somebody(p) || p.place || self.is_only_a_name(p.name.start))
    }

    /// «الموت ل…», «يسقط …», «ضد …», «لا ل…»
    fn calls_down(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let readings = self.words.analysed.readings(at).iter();
        let shout = |n: &str| matches!(n, "event:shout" | "prep:against");
        self.tag(at).any(Tag::NOT) && self.tag(at + 1).any(Tag::LI)
            || readings.map(|r| lexicon.sense_name(r.sense)).any(shout)
    }
}

//! Nouns of what is said: «أعربت الحكومة عن إدانتها للهجوم», «قدم الوزير اعتذارا للضحايا».

use tawatur_text::TokenRange;

use super::clause::is_finite;
use super::mark::Mark;
use super::party::{Parties, Party};
use super::trigger::Trigger;
use super::verb::Arguments;
use crate::clause::Tag;

/// Tokens between the verb and the noun that it brings.
const REACH: usize = 8;

impl Parties<'_, '_> {
    /// Who says it, as the subject of the verb that brings the noun, and to what or whom: what ل, ب or على brings.
    pub(super) fn uttered(&self, trigger: &Trigger, behind: usize, clause: TokenRange, found: &mut Arguments) {
        let said = matches!(trigger.rule.kind.as_str(), "ACCUSE" | "REJECT" | "SUPPORT" | "CONCEDE" | "REQUEST");
        // «وجهت النيابة اتهامات جنائية لأربعة …»: behind an adjective nothing stands in construct.
        let closed = trigger.pronoun || trigger.closed || !trigger.definite && behind > trigger.tokens.end;
        if !said || !trigger.masdar || !closed || found.actor.is_some() {
            return;
        }
        let Some((verb, speaker)) = self.brings_noun(trigger.tokens.start, clause) else { return };
        found.light = Some(verb);
        found.happened = true;
        found.actor = Some(speaker);
        if found.target.is_none() {
            found.target = self.of_what(behind, clause.end);
        }
    }

    /// The verb of saying, giving or announcing right before a noun, and its subject.
    fn brings_noun(&self, noun: usize, clause: TokenRange) -> Option<(usize, Party)> {
        let tags = self.words.tags;
        let brings = Mark::ANNOUNCE.or(Mark::DO).or(Mark::GIVE);
        let from = clause.start.max(noun.saturating_sub(REACH));
        let verb = (from..noun).rev().find(|i| is_finite(tags, *i) || self.words.verb_mark(*i).any(brings))?;
        if !tags.is(verb, Tag::SAY) && !self.words.verb_mark(verb).any(brings) {
            return None;
        }
        let stop = if tags.is(noun - 1, Tag::ABOUT) { noun - 1 } else { noun };
        let subject = self.behind(verb + 1, stop).filter(|p| p.tokens.end <= stop);
        let speaker = subject.or_else(|| self.subject_before(verb, clause)).filter(|p| self.is_person(p) || p.place)?;
        Some((verb, speaker))
    }

    fn of_what(&self, at: usize, limit: usize) -> Option<Party> {
        let tag = self.tag(at);
        if tag.all(Tag::LI.or(Tag::NUMBER)) {
            return self.here(at, limit);
        }
        if tag.any(Tag::BI.or(Tag::LI)) && !self.words.is_preposition(at) {
            return self.bound(at, limit);
        }
        let led = self.words.is_preposition(at) && !tag.any(Tag::WITH_PRONOUN);
        self.here(at + usize::from(led), limit)
    }
}

//! Why somebody is the speaker: those whom he was chosen from, with what spoke for and against each.

use std::cell::RefCell;

use tawatur_text::ByteRange;

use super::reader::{AttributionReader, Cue};
use super::takes::Takes;
use crate::phrase::NounPhrase;

/// Somebody who could have been the speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerCandidate {
    /// The fullest name of him so far.
    pub name: String,
    /// What speaks for or against him.
    pub why: String,
}

/// A speaker with whom he was chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerWhy {
    /// The verb, participle or particle that makes it an attribution.
    pub verb: ByteRange,
    /// The speaker; none where he cannot be told.
    pub speaker: Option<String>,
    /// What he was chosen for.
    pub why: String,
    /// The others.
    pub beaten: Vec<SpeakerCandidate>,
}

/// The reasons of one text, while it is read.
#[derive(Debug, Default)]
pub(super) struct Reasons {
    weighed: RefCell<Vec<SpeakerCandidate>>,
    all: Vec<SpeakerWhy>,
}

impl Reasons {
    /// Those who are weighed for the cue at hand.
    pub(super) fn weigh(&self, candidates: Vec<SpeakerCandidate>) {
        *self.weighed.borrow_mut() = candidates;
    }

    pub(super) fn into_all(self) -> Vec<SpeakerWhy> {
        self.all
    }
}

impl AttributionReader<'_, '_> {
    /// Notes why the speaker of a cue is the one.
    pub(super) fn tell_why(&mut self, cue: &Cue) {
        let Some(reasons) = &self.reasons else { return };
        let weighed = reasons.weighed.take();
        let speaker = self.name_of(cue.voice.entity);
        let (own, beaten): (Vec<_>, Vec<_>) =
            weighed.into_iter().partition(|c| speaker.as_ref().is_some_and(|s| *s == c.name));
        let named = if cue.subject.is_some() { "named with the verb" } else { "goes on speaking" };
        let why = own.into_iter().next().map_or_else(|| named.to_owned(), |c| c.why);
        let verb = self.reader.analysed.document.range_of(tawatur_text::TokenRange::new(cue.verb, cue.verb + 1));
        if let Some(reasons) = &mut self.reasons {
            reasons.all.push(SpeakerWhy { verb, speaker, why, beaten });
        }
    }

    /// Who could go on behind a verb that names nobody.
    pub(super) fn unnamed_candidates(&self, takes: Takes, sentence: usize) -> Vec<SpeakerCandidate> {
        let mut found: Vec<SpeakerCandidate> = Vec::new();
        let mut add = |entity: usize, what: &str, back: usize| {
            let Some(known) = self.register.get(entity) else { return };
            let Some(name) = self.name_of(entity).filter(|n| found.iter().all(|c| c.name != *n)) else { return };
            let agrees = if known.answers(takes.feminine, takes.plural) { "agrees" } else { "does not agree" };
            let place = match back {
                0 => "in this sentence".to_owned(),
                1 => "in the sentence before".to_owned(),
                n => format!("{n} sentences before"),
            };
            found.push(SpeakerCandidate { name, why: format!("{what} {place}, {agrees} with the verb") });
        };
        if let Some(voice) = &self.voice {
            add(voice.entity, "spoke last,", sentence.saturating_sub(voice.sentence));
        }
        if let Some(salient) = self.salient {
            let what = if salient.subject { "told of as a subject" } else { "told of" };
            add(salient.entity, what, sentence.saturating_sub(salient.sentence));
        }
        if let Some((entity, at)) = self.mentioned {
            add(entity, "named last,", sentence.saturating_sub(at));
        }
        found
    }

    /// Who stands before a verb and who behind it.
    pub(super) fn around_verb(&self, front: &NounPhrase, behind: &NounPhrase, led: bool) -> Vec<SpeakerCandidate> {
        let candidate = |phrase: &NounPhrase, why: &str| {
            let run = if phrase.name.is_empty() { phrase.tokens } else { phrase.name };
            SpeakerCandidate { name: self.words_of(run), why: why.to_owned() }
        };
        let (first, second) = if led {
            ("stands before the verb and leads its clause", "stands behind the verb that has its subject before it")
        } else {
            ("stands before the verb, in another clause", "stands behind the verb as its subject")
        };
        vec![candidate(front, first), candidate(behind, second)]
    }
}

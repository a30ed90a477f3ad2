//! Speakers that no list knows, and documents: where their words stand, who made them, where a body sits.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Reading};

use super::complement::{Complement, Found};
use super::takes::Takes;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

impl Reader<'_, '_> {
    /// «قال خال الشابة في حوار إن», «ذكر تقرير نشرته القناة أن»: behind a verb that also takes objects speaks whoever is no
    /// act and no thing said, where إن follows.
    pub(super) fn said_further_on(
        &self,
        subject: &NounPhrase,
        complement: Option<Found>,
        next: usize,
        end: usize,
        takes: Takes,
    ) -> Option<Found> {
        let object = matches!(complement, Some((Complement::Object, _)));
        // «التي زعمت تجربة صواريخ»: behind the verb of a relative clause stands what it says.
        let verb = subject.tokens.start.saturating_sub(1);
        let relative = verb > 0 && self.tag(verb - 1).any(Tag::RELATIVE);
        if !object || relative || !takes.has(Takes::THAT) || !self.may_tell(subject) {
            return None;
        }
        let that = |t: usize| {
            // «العصر، فإن», «الدور الذي ينبغي أن»
            let governed = self.tag(t - 1).any(Tag::VERB) && !self.tag(t - 1).any(Tag::COMMON.or(Tag::NAME));
            !self.tag(t).any(Tag::JOINED) && !governed
        };
        self.complement_ahead(next, end, takes).filter(|(kind, t)| *kind == Complement::That && that(*t))
    }

    /// Whether a phrase may be the subject of a verb of saying though no list has it.
    fn may_tell(&self, subject: &NounPhrase) -> bool {
        const TOLD: Tag = Tag::MASDAR.or(Tag::PRONOUN_END).or(Tag::VERB).or(Tag::EVENT).or(Tag::LI).or(Tag::BI);
        let at = subject.tokens.start;
        let lexicon = self.analysed.lexicon();
        let told = |r: &Reading| r.form.is_accusative() || lexicon.class(r.sense) == Class::Adverb;
        let accusative = || self.analysed.readings(at).iter().any(told);
        match subject.head {
            Head::Document => true,
            Head::Unknown => !self.tag(at).any(TOLD) && !self.is_oblique(at) && !accusative(),
            _ => false,
        }
    }

    /// Where the maker stands behind «صادر عن», near a document.
    pub(super) fn issued(&self, from: usize) -> Option<usize> {
        static ISSUED: OnceLock<Senses> = OnceLock::new();
        let issued = Senses::once(&ISSUED, self.analysed.lexicon(), &["cue:issued"]);
        let at = (from..from + 3).find(|t| self.analysed.is(*t, issued))?;
        self.tag(at + 1).any(Tag::ABOUT).then_some(at + 2)
    }

    /// «ومقره لندن», «ومقرها في جنيف»: where a body sits.
    pub(super) fn pass_seat(&self, at: usize, end: usize) -> Option<usize> {
        static SEAT: OnceLock<Senses> = OnceLock::new();
        let joined = self.tag(at).all(Tag::JOINED.or(Tag::PRONOUN_END));
        let seat = joined && self.analysed.is(at, Senses::once(&SEAT, self.analysed.lexicon(), &["noun:seat"]));
        let place = if seat { at + 1 + usize::from(self.tag(at + 1).any(Tag::IN)) } else { return None };
        Some(self.read(place, end).filter(|p| p.head == Head::Place).map_or(place + 1, |p| p.tokens.end))
    }

    /// «وفاة سبعة», «20 قتيلا», «أكثر من 300 حالة إصابة»: the harm done to people, or a number of such things.
    pub(super) fn is_toll(&self, at: usize) -> bool {
        static HARM: OnceLock<Senses> = OnceLock::new();
        const NAMES: [&str; 5] = ["noun:killing", "noun:dead", "noun:wounded", "noun:event-kill", "noun:event-die"];
        let harm = Senses::once(&HARM, self.analysed.lexicon(), &NAMES);
        let number = (at..at + 3).find(|t| self.tag(*t).any(Tag::NUMBER));
        let counted = number.is_some_and(|n| (n + 1..n + 4).any(|t| self.analysed.is(t, harm)));
        self.analysed.is(at, harm) || counted
    }
}

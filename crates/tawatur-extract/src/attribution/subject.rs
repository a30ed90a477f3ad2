//! Who stands in front of a verb, and who speaks through whom.

use tawatur_model::{Hop, HopKind};
use tawatur_text::TokenKind;

use super::draft::Reach;
use super::insert::Inserts;
use super::reader::{AttributionReader, Front, Voice};
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase};

/// Cues before one among which the last of its speaker is looked for.
const LOOK_BACK: usize = 30;

impl AttributionReader<'_, '_> {
    /// A subject in front of its verb: right before it, at the head of its clause, or before الذي.
    pub(super) fn subject_before(&self, at: usize, takes: Takes, relative: bool) -> Front {
        let tag = self.reader.tag(at);
        // «أما المدير فقال»: the topic speaks.
        let topic = self.anchor.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::AS_FOR));
        if topic && self.reader.analysed.document.word(at).starts_with('ف') {
            return self.subject_at_anchor(at, takes).unwrap_or(Front::Nobody);
        }
        if tag.any(Tag::JOINED) {
            return Front::Nobody;
        }
        let mut edge = at;
        while edge > 0
            && (self.reader.tag(edge - 1).any(Tag::QAD.or(Tag::RELATIVE))
                || self.reader.kind(edge - 1) == TokenKind::Comma)
        {
            edge -= 1;
        }
        // «لكن المحامية، التي مثلت المتهم، قالت»: who stands before a clause that is set off by commas.
        if let Some((phrase, _)) = self.last
            && self.is_set_off(phrase.tokens.start, at)
            && let Some(Front::Speaker(front)) = self.subject_at_anchor(at, takes)
            && front.tokens.end < phrase.tokens.start
        {
            return Front::Speaker(front);
        }
        if let Some((phrase, governed)) = self.last
            && phrase.tokens.end == edge
            && !phrase.tokens.start.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::HE))
            && (!governed || relative || !phrase.definite && phrase.head == Head::Source)
            && phrase.agrees(takes.feminine, takes.plural)
        {
            return Front::Speaker(phrase);
        }
        if relative {
            return Front::Nobody;
        }
        self.subject_at_anchor(at, takes).unwrap_or(Front::Nobody)
    }

    /// Whether a phrase stands in a relative clause between commas right before the verb.
    fn is_set_off(&self, phrase: usize, verb: usize) -> bool {
        let comma = |t: usize| self.reader.kind(t) == TokenKind::Comma;
        let opens = |t: &usize| self.reader.tag(*t).any(Tag::RELATIVE) && t.checked_sub(1).is_some_and(comma);
        let from = self.anchor.max(phrase.saturating_sub(10));
        verb.checked_sub(1).is_some_and(comma) && (from..phrase).any(|t| opens(&t))
    }

    pub(super) fn subject_at_anchor(&self, at: usize, takes: Takes) -> Option<Front> {
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(self.anchor, at, &mut inserts);
        if start >= at {
            return None;
        }
        let mut phrase =
            if self.reader.is_each_of(start) { self.reader.subject(start, at) } else { self.reader.read(start, at) }?;
        let mut next = self.reader.pass_inserts(phrase.tokens.end, at, &mut inserts);
        let reader = self.reader;
        let further = |p: &NounPhrase, from: usize| {
            reader.apposition(p, from, at + 1).or_else(|| reader.name_ahead(p, from, at + 1))
        };
        while let Some(merged) = further(&phrase, next) {
            phrase = merged;
            next = self.reader.pass_inserts(phrase.tokens.end, at, &mut inserts);
        }
        // «المرصد السوري المعارض، ومقره لندن، أفاد»
        let adjective = phrase.head == Head::Body && self.reader.tag(next).any(Tag::ARTICLE);
        if let Some(behind) = Some(next + 2).filter(|c| adjective && self.reader.kind(c - 1) == TokenKind::Comma)
            && let Some(seat) = self.reader.pass_seat(behind, at)
        {
            next = self.reader.pass_inserts(seat, at, &mut inserts);
        }
        while next < at && self.reader.tag(next).any(Tag::QAD) {
            next += 1;
        }
        let reaches = next >= at
            || phrase.head.is_known() && self.is_tail(next, at)
            || self.reader.kind(phrase.tokens.end) == TokenKind::Comma && self.reader.kind(at - 1) == TokenKind::Comma;
        // Things that show something stand inside what somebody else says.
        let nested = self.anchor.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::THAT));
        let first = phrase.tokens.start;
        // «كثيرين انتقدوا», «أن المهاجم أعلن»: human beings, though no list has them.
        let human = phrase.head == Head::Unknown
            && (self.reader.tag(first).any(Tag::PERSON) || takes.plural && !nested && self.reader.are_several(first));
        let thing = matches!(phrase.head, Head::Unknown | Head::Document) && !human && !self.is_registered(&phrase);
        let known = !thing || !nested && !takes.present && !takes.has(Takes::HELD | Takes::KNOWN);
        let fits = reaches && phrase.agrees(takes.feminine, takes.plural);
        fits.then_some(if known { Front::Speaker(phrase) } else { Front::Thing })
    }

    /// At most three words that go on with a name or a description, up to the verb.
    fn is_tail(&self, from: usize, to: usize) -> bool {
        const NEVER: Tag = Tag::VERB
            .or(Tag::SAY)
            .or(Tag::THAT)
            .or(Tag::RELATIVE)
            .or(Tag::IN)
            .or(Tag::FROM)
            .or(Tag::TO)
            .or(Tag::ON)
            .or(Tag::ABOUT)
            .or(Tag::MASDAR);
        let word = |t: usize| self.reader.kind(t) == TokenKind::Word && !self.reader.tag(t).any(NEVER);
        to - from <= 3 && (from..to).all(word)
    }

    /// Whether somebody of this name was named before.
    pub(super) fn is_registered(&self, phrase: &NounPhrase) -> bool {
        self.register.knows_name(&self.reader, phrase.tokens)
    }

    /// Who speaks here, and through whom.
    pub(super) fn voice_of(
        &mut self,
        sentence: usize,
        subject: Option<&NounPhrase>,
        inserts: &Inserts,
        about: Option<&NounPhrase>,
        takes: Takes,
    ) -> Option<Voice> {
        let mut relays = Vec::new();
        let source = about.or(inserts.from.as_ref());
        // On the tongue of its spokesman a body speaks itself: it is no carrier.
        let carried = |s: &NounPhrase| takes.has(Takes::RELAY) || !matches!(s.head, Head::Body);
        let mut entity = None;
        if let Some(source) = source {
            entity = Some(self.resolve(source));
            relays.extend(inserts.carrier.as_ref().and_then(|c| self.relay(c)));
            relays.extend(subject.filter(|s| carried(s)).and_then(|s| self.relay(s)));
            if subject.is_none() && about.is_some() && takes.has(Takes::RELAY) {
                relays.extend(self.carrier_before(sentence));
            }
        } else if inserts.about_pronoun && takes.has(Takes::RELAY) {
            entity = self.speaker_of(sentence).or_else(|| self.pronoun());
            relays.extend(subject.and_then(|s| self.relay(s)));
        } else if let Some(subject) = subject {
            let number = self.resolve(subject);
            if !takes.plural && takes.is_finite() {
                self.register.shows(number, takes.feminine);
            }
            entity = Some(number);
        }
        if source.is_none() && subject.is_some() {
            relays.extend(self.leading_carrier(sentence));
            if relays.is_empty() && inserts.spoken_to.is_none() {
                let told = subject.and_then(|s| self.leading_occasion(sentence, s.tokens.start));
                relays.extend(told.and_then(|t| self.relay(&t)));
            }
        }
        for phrase in [inserts.spoken_to, inserts.via].iter().flatten() {
            relays.extend(self.relay(phrase));
        }
        let carried = self.voice.as_ref().filter(|v| entity.is_none_or(|e| e == v.entity));
        // «..., وفق ما نقلت الوكالة. واعتبر الوزير»: who is named anew is not relayed by the carrier behind his words.
        let carried =
            carried.filter(|v| !v.behind || subject.is_none_or(|s| s.name.is_empty())).map(|v| v.relays.clone());
        match entity {
            Some(entity) => {
                let person = self
                    .register
                    .get(entity)
                    .is_some_and(|e| e.phrase.head.is_person() || e.phrase.head == Head::Source);
                if relays.is_empty() && person {
                    relays = carried.or_else(|| self.told_through(entity, subject)).unwrap_or_default();
                }
                let loose = source.or(subject).is_some_and(|s| self.is_loose(entity, s));
                Some(Voice { entity, relays, sentence, loose, behind: false })
            }
            None => {
                let mut voice = self.unnamed_subject(takes, sentence)?;
                if !relays.is_empty() {
                    voice.relays = relays;
                }
                voice.sentence = sentence;
                Some(voice)
            }
        }
    }

    /// «ونقلت عن مصدر آخر»: the carrier of the sentence before goes on.
    fn carrier_before(&self, sentence: usize) -> Option<Hop> {
        let near = self.drafts.iter().rev().take(LOOK_BACK).take_while(|d| d.sentence + 1 >= sentence);
        let carries = |h: &&Hop| matches!(h.kind, HopKind::Agency | HopKind::Medium);
        near.flat_map(|d| d.relays.iter().chain(&d.origin)).find(carries).cloned()
    }

    /// «وفقا للمصدر»: through whom he told it before, where he is not named anew.
    fn told_through(&self, entity: usize, subject: Option<&NounPhrase>) -> Option<Vec<Hop>> {
        let again = subject.is_some_and(|s| s.name.is_empty() && self.reader.tag(s.tokens.start).any(Tag::ARTICLE));
        let latest = || self.drafts.iter().rev().take(LOOK_BACK);
        let before = if again { latest().find(|d| d.entity == Some(entity)) } else { None }?;
        (!before.relays.is_empty()).then(|| before.relays.clone())
    }

    /// «وحسب الوكالة، قال الوزير»: the carrier that leads the sentence relays what it tells.
    fn leading_carrier(&self, sentence: usize) -> Option<Hop> {
        let lead = self.drafts.last().filter(|d| d.sentence == sentence && d.rule.starts_with("according-to"))?;
        let carries = |h: &&Hop| matches!(h.kind, HopKind::Agency | HopKind::Medium);
        matches!(lead.reach, Reach::Forward(_)).then_some(lead.origin.as_ref()).flatten().filter(carries).cloned()
    }

    /// «وفي تصريح لوكالة رويترز قال الوزير»: the medium that the occasion in front of the verb names.
    fn leading_occasion(&self, sentence: usize, speaker: usize) -> Option<NounPhrase> {
        let run = self.reader.analysed.document.sentences().get(sentence)?;
        let tag = |t: usize| self.reader.tag(t);
        let leads = speaker > run.start && tag(run.start).any(Tag::IN) && tag(run.start + 1).any(Tag::SPEECH);
        let mut inserts = Inserts::default();
        let at = if leads { run.start + 2 } else { return None };
        let next = self.reader.pass_inserts(at, speaker, &mut inserts);
        let told = inserts.spoken_to.filter(|_| next > at && speaker - next <= 2)?;
        Some(told)
    }

    /// «قال الوزير إن المصنع سيغلق، بحسب ما نقلت عنه الصحيفة»: whose words the sentence gives.
    fn speaker_of(&self, sentence: usize) -> Option<usize> {
        let last = self.drafts.last().filter(|d| d.sentence == sentence && matches!(d.reach, Reach::Forward(_)))?;
        last.entity.filter(|e| !self.is_medium(*e))
    }

    /// Whom a pronoun behind عن speaks of.
    pub(super) fn pronoun(&self) -> Option<usize> {
        let salient = self.salient.map(|s| s.entity).filter(|e| !self.is_medium(*e));
        salient.or(self.voice.as_ref().map(|v| v.entity))
    }
}

//! Finite verbs of saying.

use tawatur_model::Polarity;
use tawatur_text::{TokenKind, TokenRange};

use super::complement::Complement;
use super::draft::Reach;
use super::frame::Frame;
use super::insert::Inserts;
use super::reader::{AttributionReader, Cue, Front, name_alone};
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase};

impl AttributionReader<'_, '_> {
    /// A finite verb of saying.
    pub(super) fn verb(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let takes = self.reader.analysed.takes(at);
        let tag = self.reader.tag(at);
        if self.reader.tag(at + 1).any(Tag::ANONYMITY) {
            return None;
        }
        if self.is_negated(at) && !takes.has(Takes::NEGATED) || takes.first_person {
            return None;
        }
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        // «أن طلب الوزارة»: behind أن alone stands a noun or a verb of the present.
        if before.any(Tag::THAT) && !before.any(Tag::PRONOUN_END) && !takes.present {
            return None;
        }
        let relative = before.any(Tag::RELATIVE);
        // «الأمر الذي نفاه الجيش»: what was told before.
        let matter = at.checked_sub(2).is_some_and(|b| self.reader.tag(b).any(Tag::MATTER));
        if relative && matter && tag.any(Tag::OBJECT_PRONOUN) {
            return self.as_said(sentence, at, end, takes);
        }
        if relative && self.is_rumour(at) {
            return None;
        }
        let in_front = match self.subject_before(at, takes, relative) {
            Front::Thing => return None,
            Front::Speaker(phrase) => Some(phrase),
            Front::Nobody => None,
        };
        let resumes = self.reader.resumes_noun(at);
        let several = |s: &NounPhrase| takes.plural && self.reader.are_several(s.tokens.start);
        let led = resumes || in_front.is_some_and(|s| s.head.is_known() || self.is_registered(&s) || several(&s));
        let mut frame = self.reader.frame(at, end, takes, led, |t| self.known_name(t));
        let about = self.reader.tag(at + 1);
        if takes.has(Takes::RELAY) && in_front.is_none() && about.any(Tag::ABOUT) && !about.any(Tag::PRONOUN_END) {
            // «ونقل عن مصدر عسكري أن»: whoever carried it is not named here.
            frame.about = frame.about.or_else(|| self.reader.subject(at + 2, end).filter(|s| s.head.is_known()));
            self.complete_words(&mut frame, end, takes);
        }
        // «ووصفت حالته بأنها خطيرة»: a verb that agrees with the thing called so may name nobody.
        let nobody = frame.subject.is_none() && in_front.is_none() && !self.is_of_other_gender(at, takes);
        if self.calls_so(&frame, takes) && (relative || tag.any(Tag::OBJECT_PRONOUN) || nobody) {
            frame.complement = None;
        }
        let also = before.any(Tag::ALSO.or(Tag::ALSO_ADVERB).or(Tag::QAD).or(Tag::BE)) || self.goes_on_where(at);
        let spoken = frame.complement.is_some_and(|(k, _)| matches!(k, Complement::That | Complement::Quote));
        let closes = before.any(Tag::ALSO) && at.checked_sub(2).is_some_and(|b| self.reader.tag(b).any(Tag::THIS));
        if self.is_what(at)
            || closes && !spoken
            || frame.complement.is_none()
            || !spoken && self.closes_quote(at, takes)
        {
            if takes.has(Takes::TOLL) {
                return None;
            }
            self.tells_a_medium(sentence, at, end, takes);
            return if before.any(Tag::ALSO) || self.is_what(at) || self.closes_quote(at, takes) {
                self.as_said(sentence, at, end, takes)
            } else {
                let front = in_front.filter(|f| relative && f.head.is_known() && !tag.any(Tag::OBJECT_PRONOUN));
                self.described(sentence, at, end, takes, front)
            };
        }
        let (kind, start) = frame.complement?;
        // «زادت المخاوف من أن»: behind such a verb what grew, and nobody who speaks.
        let grows = takes.has(Takes::SPEAKER) && frame.subject.is_none() && start > at + 1;
        if grows && self.reader.tag(at + 1).all(Tag::ARTICLE.or(Tag::COMMON)) {
            return None;
        }
        let lays = self.accuses_its_object(&frame, start, takes);
        // «أضاف أنه طلب العون»: the pronoun is the subject, and what stands behind the verb its object.
        let own = before.all(Tag::THAT.or(Tag::PRONOUN_END)) && takes.has(Takes::HELD) && frame.about.is_none();
        if lays || own {
            frame.subject = None;
        }
        if takes.has(Takes::KNOWN) && (frame.subject.is_none() || tag.any(Tag::OBJECT_PRONOUN)) {
            return None;
        }
        if self.reader.tag(start).any(Tag::ANONYMITY) {
            return None;
        }
        let (subject, before_verb) = match (in_front, frame.subject) {
            (Some(front), Some(behind))
                if led
                    && !relative
                    && front.head != Head::Place
                    && frame.about.is_none()
                    && (before.any(Tag::QAD) || !speaks_itself(&behind, &front, kind, takes)) =>
            {
                (Some(front), true)
            }
            (_, Some(subject)) => (Some(subject), false),
            (in_front, None) => (in_front, true),
        };
        if let (Some(reasons), Some(front), Some(behind)) = (&self.reasons, in_front, frame.subject) {
            reasons.weigh(self.around_verb(&front, &behind, before_verb));
        }
        if subject.is_none() && !lays && !self.may_be_bare(at, kind, takes, relative, also) {
            return None;
        }
        // «إن السعودية ومصر تعتبران أساس البناء»: a country inside somebody's words that is said to be something.
        let named = kind == Complement::Quote
            && !self.reader.opens_speech(start)
            && self.reader.kind(start) == TokenKind::Quote;
        if named && takes.present && subject.is_some_and(|s| s.head == Head::Place) {
            return None;
        }
        // «سجلت البلاد 20 وفاة»: where they were, and nobody who tells of them.
        if takes.has(Takes::TOLL) && subject.is_none_or(|s| s.head == Head::Place) {
            return None;
        }
        let place = subject.is_some_and(|s| s.head == Head::Place) && before_verb;
        if place && takes.present && takes.has(Takes::HELD) && kind == Complement::Object {
            return None;
        }
        let about =
            matches!(frame.complement, Some((Complement::Preposition, at)) if self.reader.tag(at).any(Tag::ABOUT));
        let speaks = about || matches!(kind, Complement::That | Complement::Quote);
        if relative && (tag.any(Tag::OBJECT_PRONOUN) || !speaks) {
            return None;
        }
        let whole = subject.map_or(0, |s| s.tokens.len());
        let describes = takes.has(Takes::BI) && !takes.has(Takes::THAT | Takes::OBJECT);
        let subject = subject.map(|s| if describes { self.without_object(s) } else { s });
        let trimmed = subject.is_some_and(|s| s.tokens.len() < whole);
        let issuer = subject.and_then(|s| self.issuer_of(&s, end));
        let subject = issuer.or(subject);
        if frame.inserts.spoken_to.is_none() && matches!(kind, Complement::Object | Complement::Preposition) {
            frame.inserts.spoken_to = self.medium_behind(start, end);
        }
        let voice = self.voice_of(sentence, subject.as_ref(), &frame.inserts, frame.about.as_ref(), takes)?;
        let rule = if trimmed { "describes-as" } else { rule_of(&frame, before_verb && subject.is_some(), takes) };
        let tokens = self.cue_tokens(at, &frame, subject.as_ref());
        let reach = if tag.any(Tag::OBJECT_PRONOUN) && kind == Complement::Object {
            // «هجوم تبناه التنظيم»: what was said is only named by the pronoun.
            Reach::Nothing
        } else {
            Reach::Forward(if kind == Complement::That { start + 1 } else { start })
        };
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: speaker_phrase(&frame, subject),
                voice,
                polarity: takes.polarity,
                reach,
                rule,
                // «بيانا يعلن فيه التنظيم تبني الهجوم الذي»: the relative clause tells of the event that is claimed.
                names_event: (describes
                    || resumes
                    || takes.has(Takes::HELD)
                    || matches!(takes.polarity, Polarity::Demands | Polarity::Claims))
                    && kind != Complement::That,
                aside: relative && frame.subject.is_some(),
            },
        );
        self.anchor = start;
        // Words found further ahead leave the stretch in between to be read.
        Some(start.min(frame.end).max(at + 1))
    }

    /// «ونقلت عن مصدر قوله إن»: the words begin behind the noun of saying.
    fn complete_words(&self, frame: &mut Frame, end: usize, takes: Takes) {
        let Some(source) = frame.about else { return };
        let noun = source.tokens.end;
        if !self.reader.tag(noun).all(Tag::WORDS.or(Tag::PRONOUN_END)) {
            return;
        }
        if let Some(found) = self.reader.complement_at(noun + 1, end, takes) {
            (frame.complement, frame.end) = (Some(found), noun + 1);
        }
    }

    /// «أعلن التنظيم مسؤوليته عن الهجوم عبر وكالة ...»: the medium behind what was said, in the same clause.
    fn medium_behind(&self, start: usize, end: usize) -> Option<NounPhrase> {
        const OTHER: Tag = Tag::THAT.or(Tag::SAY).or(Tag::RELATIVE).or(Tag::WHILE).or(Tag::SUBORDINATE).or(Tag::VERB);
        for at in start..end.min(start + 14) {
            let tag = self.reader.tag(at);
            if tag.any(Tag::THROUGH) || tag.any(Tag::ON) && self.reader.is_on_air(at + 1) {
                let mut inserts = Inserts::default();
                self.reader.pass_spoken_to(at, end, &mut inserts)?;
                return inserts.spoken_to;
            }
            if self.reader.kind(at) != TokenKind::Word || tag.any(OTHER) && !tag.any(Tag::COMMON.or(Tag::ARTICLE)) {
                return None;
            }
        }
        None
    }

    /// «تحدث نجل أحد المفقودين لإذاعة محلية وقال إن»: who speaks to a medium goes on through it.
    fn tells_a_medium(&mut self, sentence: usize, at: usize, end: usize, takes: Takes) {
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let Some(subject) = self.reader.subject(start, end).filter(|_| !takes.plural && takes.has(Takes::ABOUT)) else {
            return;
        };
        let tag = self.reader.tag(start);
        let person = tag.any(Tag::PERSON)
            || subject.head.is_person()
            || subject.head == Head::Source
            || subject.head == Head::Unknown
                && start == at + 1
                && tag.any(Tag::COMMON)
                && !tag.any(Tag::LI.or(Tag::BI));
        self.reader.pass_inserts(subject.tokens.end, end, &mut inserts);
        if inserts.spoken_to.is_none() || !person || !subject.agrees(takes.feminine, takes.plural) {
            return;
        }
        self.voice = self.voice_of(sentence, Some(&subject), &inserts, None, takes).or(self.voice.take());
    }

    /// «قالت اللجنة إن ... وحملت الميليشيا مسؤولية»: between a verb that goes on and the responsibility stands whom it is laid on.
    fn accuses_its_object(&self, frame: &Frame, start: usize, takes: Takes) -> bool {
        let laid = takes.polarity == Polarity::Accuses && takes.has(Takes::ACT) && !takes.has(Takes::BI);
        // «ألقت الحكومة باللوم على الشركة»: with ب, or with على behind it, whoever stands before it lays it on another.
        let laid_on =
            self.reader.tag(start).any(Tag::BI) || (start + 1..start + 3).any(|t| self.reader.tag(t).any(Tag::ON));
        let act = self.reader.tag(start).any(Tag::ACT) && !laid_on;
        let behind = frame.subject.is_some_and(|s| s.tokens.end == start && act);
        let voice = self.voice.as_ref().and_then(|v| self.register.get(v.entity));
        laid && behind && voice.is_some_and(|e| e.answers(takes.feminine, takes.plural))
    }

    /// The name that begins here, if it was named before.
    pub(super) fn known_name(&self, at: usize) -> Option<NounPhrase> {
        const ORDINARY: Tag = Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR).or(Tag::VERB).or(Tag::TITLE);
        if self.reader.tag(at).any(ORDINARY) || !self.register.knows_name(&self.reader, TokenRange::new(at, at + 1)) {
            return None;
        }
        let phrase = self.reader.read(at, at + 1)?;
        let mut named = name_alone(&phrase);
        while self.is_known_name(named.tokens.end) {
            named.tokens.end += 1;
        }
        named.name = named.tokens;
        Some(named)
    }
}

/// «على عكس المنتخب، أوضح المدرب أن»: who stands between a verb without object and its words says them.
fn speaks_itself(behind: &NounPhrase, front: &NounPhrase, kind: Complement, takes: Takes) -> bool {
    let no_object = !takes.has(Takes::OBJECT | Takes::HELD | Takes::PERSON);
    let speech = matches!(kind, Complement::That | Complement::Quote);
    no_object && speech && behind.head.is_known() && behind.tokens.start > front.tokens.end
}

/// The phrase that names the speaker at this place.
fn speaker_phrase(frame: &Frame, subject: Option<NounPhrase>) -> Option<NounPhrase> {
    if frame.about.is_some() || frame.inserts.from.is_some() {
        return frame.about.or(frame.inserts.from);
    }
    if frame.inserts.about_pronoun && frame.subject.is_some() { None } else { subject }
}

fn rule_of(frame: &Frame, before_verb: bool, takes: Takes) -> &'static str {
    let relayed =
        frame.about.is_some() || frame.inserts.from.is_some() || frame.inserts.about_pronoun && takes.has(Takes::RELAY);
    match (relayed, before_verb, frame.subject.is_some(), frame.complement) {
        (true, ..) => "relays-words-of",
        (_, true, ..) => "speaker-says",
        (_, _, true, Some((Complement::Object | Complement::Preposition, _))) => "says-speaker-of",
        (_, _, true, _) => "says-speaker",
        _ => "says-again",
    }
}

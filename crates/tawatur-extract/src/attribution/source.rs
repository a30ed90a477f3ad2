//! بحسب, وفق ما, نقلاً عن: cues without a verb of their own.

use std::sync::OnceLock;
use tawatur_model::Polarity;

use tawatur_text::{TokenKind, TokenRange};

use super::draft::{Draft, Reach};
use super::insert::Inserts;
use super::reader::{AttributionReader, Cue, Voice};
use super::takes::Takes;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase};

/// Cues that a speech over several sentences may have before the carrier is named.
const LONGEST_SPEECH: usize = 4;
/// Cues of a sentence that a carrier at its end relays, the last ones: a sentence without an end has any number.
pub(super) const CARRIED: usize = 32;

impl AttributionReader<'_, '_> {
    /// حسبما، وفق ما with a verb of saying.
    pub(super) fn as_cue(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let mut verb = at + self.reader.analysed.phrase_at(at).map_or(1, |p| p.tokens.len());
        if self.reader.tag(verb).any(Tag::QAD) {
            verb += 1;
        }
        let takes = self.reader.analysed.takes(verb);
        // «وفق ما نشرته الوزارة على صفحتها»
        let said = self.reader.tag(verb).any(Tag::SAY.or(Tag::BROADCASTS)) && !takes.has(Takes::KNOWN);
        if !said {
            return verb;
        }
        self.according(sentence, at, verb, end, takes).unwrap_or(verb + 1)
    }

    pub(super) fn according(
        &mut self,
        sentence: usize,
        at: usize,
        verb: usize,
        end: usize,
        takes: Takes,
    ) -> Option<usize> {
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(verb + 1, end, &mut inserts);
        let subject = self.reader.subject(start, end).filter(|s| {
            s.agrees(takes.feminine, takes.plural) || takes.has(Takes::RELAY) || !self.reader.tag(verb).any(Tag::SAY)
        })?;
        let (subject, next) = self.reader.with_appositions(subject, end, &mut inserts);
        let mut about = None;
        if takes.has(Takes::RELAY) && self.reader.tag(next).any(Tag::ABOUT) {
            about = self.reader.subject(next + 1, end);
        }
        let voice = self.voice_of(sentence, Some(&subject), &inserts, about.as_ref(), takes)?;
        if inserts.about_pronoun {
            self.relay_his_words(sentence, &voice);
        }
        let last = about.or(inserts.from).map_or(subject.tokens.end, |p| p.tokens.end);
        let cue = Cue {
            tokens: TokenRange::new(at, last),
            verb,
            subject: about.or(inserts.from).or(Some(subject)),
            voice,
            polarity: takes.polarity,
            reach: Reach::Backward,
            rule: "according-to-what",
            names_event: false,
            aside: false,
        };
        self.attribute(sentence, cue)
    }

    /// بحسب، وفقاً لـ، نقلاً عن with who is followed.
    pub(super) fn source_cue(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let mut start = at + self.reader.analysed.phrase_at(at).map_or(1, |p| p.tokens.len());
        if self.is_what_word(start) && self.reader.tag(start + 1).any(Tag::SAY.or(Tag::BROADCASTS)) {
            let takes = self.reader.analysed.takes(start + 1);
            return self.according(sentence, at, start + 1, end, takes).unwrap_or(start + 2);
        }
        if self.reader.tag(start).any(Tag::ABOUT.or(Tag::TO)) {
            start += 1;
        } else if self.reader.tag(start).all(Tag::WHAT.or(Tag::LI)) || self.reader.is_lone_li(start) {
            if self.reader.tag(start + 1).any(Tag::SAY.or(Tag::BROADCASTS)) {
                let takes = self.reader.analysed.takes(start + 1);
                return self.according(sentence, at, start + 1, end, takes).unwrap_or(start + 2);
            }
            start += 1;
        }
        if self.reader.is_latest(start) || self.is_telling_of(start, end) {
            start += 1;
        }
        self.source(sentence, at, start, end).unwrap_or(at + 1)
    }

    /// «بحسب رواية أحد الناجين», «وفق معطيات المركز»: what somebody tells stands for who tells it.
    fn is_telling_of(&self, at: usize, end: usize) -> bool {
        static TELLINGS: OnceLock<Senses> = OnceLock::new();
        let tellings = Senses::once(&TELLINGS, self.reader.analysed.lexicon(), &["noun:telling"]);
        let teller = |p: NounPhrase| p.head.is_known() && !matches!(p.head, Head::Document | Head::Place);
        let told = self.reader.analysed.is(at, tellings) && !self.reader.tag(at).any(Tag::ARTICLE);
        told && self.reader.subject(at + 1, end).is_some_and(teller)
    }

    pub(super) fn source(&mut self, sentence: usize, at: usize, start: usize, end: usize) -> Option<usize> {
        let mut phrase = self.reader.acronym(start, end).or_else(|| self.reader.subject(start, end))?;
        if phrase.head == Head::Place || phrase.head == Head::Unknown && !self.is_bare_source(&phrase, end) {
            return None;
        }
        let mut inserts = Inserts::default();
        let mut next = self.reader.pass_inserts(phrase.tokens.end, end, &mut inserts);
        if let Some(merged) = self.reader.apposition(&phrase, next, end) {
            phrase = merged;
            next = phrase.tokens.end;
        }
        let mut cue_end = phrase.tokens.end;
        let mut relay = None;
        // «وبحسب المعلومات التي نشرتها الصحيفة»
        let published = phrase.head == Head::Source && self.reader.tag(phrase.tokens.end).any(Tag::RELATIVE);
        if let Some(issuer) = Some(phrase.tokens.end).filter(|_| published).and_then(|at| self.issuer(at + 1, end)) {
            (phrase, cue_end) = (issuer, issuer.tokens.end);
        } else if phrase.head == Head::Document {
            // «وفق حصيلة أعلنتها السلطات», «وفق بيان للوزارة»: whose document it is.
            let issuer = self.issuer_of(&phrase, end).or_else(|| self.issuer(phrase.tokens.end, end));
            match issuer {
                Some(issuer) => {
                    cue_end = cue_end.max(issuer.tokens.end);
                    phrase = issuer;
                }
                None if next < end && self.reader.kind(phrase.tokens.end) == TokenKind::Word => return None,
                None => {}
            }
        } else if let Some(from) = self.reader.source_of_carrier(&phrase, phrase.tokens.end, end) {
            relay = Some(phrase);
            phrase = from;
            cue_end = from.tokens.end;
        } else if let Some(from) = inserts.from {
            relay = Some(phrase);
            phrase = from;
            cue_end = from.tokens.end.min(next.max(cue_end));
        }
        let mut voice = self.voice_of(sentence, Some(&phrase), &Inserts::default(), None, Takes::default())?;
        if let Some(relay) = relay {
            voice.relays = self.relay(&relay).into_iter().collect();
        }
        let cue = Cue {
            tokens: TokenRange::new(at, cue_end),
            verb: at,
            subject: Some(phrase),
            voice,
            polarity: Polarity::Says,
            reach: Reach::Backward,
            rule: "according-to",
            names_event: false,
            aside: false,
        };
        self.attribute(sentence, cue)
    }

    /// A name that no list knows, between the cue and a mark.
    pub(super) fn is_bare_source(&self, phrase: &NounPhrase, end: usize) -> bool {
        let last = phrase.tokens.end;
        let alone = last >= end || !matches!(self.reader.kind(last), TokenKind::Word | TokenKind::Number);
        let known = phrase.tokens.iter().any(|t| self.reader.tag(t).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR)));
        // «بحسب المنظمين»: several men by what they do.
        let first = phrase.tokens.start;
        let men = !self.reader.tag(first).any(Tag::PLACE.or(Tag::NAME)) && self.reader.are_doers(first);
        alone && (men || !known && self.register.get(0).is_some())
    }

    /// Who made a document: «أعلنتها السلطات», «صادر عن الوزارة», «للوزارة», «نشرته …».
    pub(super) fn issuer(&self, from: usize, end: usize) -> Option<NounPhrase> {
        for at in from..end.min(from + 7) {
            let tag = self.reader.tag(at);
            match self.reader.kind(at) {
                TokenKind::Word => {}
                _ => return None,
            }
            // «كشفت عنها السلطات»
            if tag.any(Tag::SAY) && self.reader.tag(at + 1).all(Tag::ABOUT.or(Tag::PRONOUN_END)) {
                return self.reader.subject(at + 2, end).filter(|p| p.head.is_known());
            }
            if tag.any(Tag::BROADCASTS)
                || tag.any(Tag::SAY.or(Tag::VERB).or(Tag::VERBAL)) && tag.any(Tag::OBJECT_PRONOUN.or(Tag::PRONOUN_END))
                || tag.any(Tag::ABOUT)
            {
                // «حصيلة نشرتها الاثنين منظمة الطوارئ»
                let behind = (at + 1..end.min(at + 4)).find(|t| !self.reader.tag(*t).any(Tag::TIME))?;
                return self.reader.subject(behind, end).filter(|p| p.head.is_known());
            }
            if tag.any(Tag::FROM) && self.reader.tag(at + 1).any(Tag::BODY.or(Tag::ORGANISATION).or(Tag::OFFICIAL)) {
                return self.reader.subject(at + 1, end);
            }
            let body = tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::ORGANISATION).or(Tag::OFFICIAL));
            if tag.any(Tag::LI) && (body || at == from && tag.any(Tag::ARTICLE) && !tag.any(Tag::MASDAR.or(Tag::TIME)))
            {
                return self.reader.subject(at, end);
            }
            if tag.any(Tag::THAT.or(Tag::SAY)) {
                return None;
            }
        }
        None
    }

    /// «بيان للوزارة», «بيان الداخلية», «بيان صادر عن الجيش», «حصيلة للدفاع المدني»: a statement is the words of whoever issued it.
    pub(super) fn issuer_of(&self, document: &NounPhrase, end: usize) -> Option<NounPhrase> {
        static STATEMENTS: OnceLock<Senses> = OnceLock::new();
        let names = ["noun:speech-bayan", "noun:speech-toll"];
        let statements = Senses::once(&STATEMENTS, self.reader.analysed.lexicon(), &names);
        let at = document.tokens.start;
        if document.head != Head::Document {
            return None;
        }
        if !self.reader.analysed.is(at, statements) {
            // «تقرير صادر عن المنظمة»: a report is of its maker where it says so.
            let maker = self.reader.issued(at + 1).and_then(|from| self.reader.subject(from, end));
            return maker.filter(|p| p.head == Head::Body);
        }
        const BODIES: Tag = Tag::BODY.or(Tag::ORGANISATION).or(Tag::OFFICIAL);
        let next = self.reader.tag(at + 1);
        let body = |p: &NounPhrase| matches!(p.head, Head::Body | Head::Official | Head::Title | Head::Agency);
        if document.tokens.len() > 1 && next.any(BODIES) && !next.any(Tag::ADJECTIVE) {
            return self.reader.subject(at + 1, document.tokens.end.max(at + 2)).filter(body);
        }
        self.issuer(at + 1, end).filter(body)
    }

    /// Enters a cue of the kind «بحسب …», which looks back unless it leads its sentence.
    pub(super) fn attribute(&mut self, sentence: usize, cue: Cue) -> Option<usize> {
        let tokens = cue.tokens;
        let run = self.reader.analysed.document.sentences().get(sentence).copied()?;
        let mut inserts = Inserts::default();
        let next = self.reader.pass_inserts(tokens.end, run.end, &mut inserts);
        let leads = self.reader.pass_inserts(run.start, tokens.start, &mut inserts) >= tokens.start
            || tokens.start <= run.start + 1;
        let more = next + 1 < run.end;
        let reach = if leads && more { Reach::Forward(next) } else { Reach::Backward };
        if reach == Reach::Backward {
            // «"...". بحسب وكالة رويترز.»: a sentence that is nothing but the cue looks back to the one before.
            let alone = leads && self.drafts.last().is_some_and(|d| d.sentence < sentence);
            self.relay_back(if alone { sentence.saturating_sub(1) } else { sentence }, &cue.voice);
            if self.reader.analysed.takes(cue.verb).has(Takes::RELAY) {
                self.relay_words_before(sentence, &cue.voice);
            }
        }
        self.last = cue.subject.map(|phrase| (phrase, true));
        self.enter(sentence, Cue { reach, ..cue });
        Some(tokens.end)
    }

    /// The carrier at the end of a speech over several sentences relayed all of it.
    fn relay_words_before(&mut self, sentence: usize, voice: &Voice) {
        let Some(hop) = self.hop_of(voice.entity, None) else { return };
        let carried = |d: &&Draft| d.sentence == sentence && d.relays.first().is_some_and(|h| h.name == hop.name);
        let Some(speaker) = self.drafts.iter().rev().take(CARRIED).find(carried).and_then(|d| d.entity) else { return };
        let person = |e: &super::entity::Entity| e.phrase.head.is_person() || e.phrase.head == Head::Source;
        if !self.register.get(speaker).is_some_and(person) {
            return;
        }
        for draft in self.drafts.iter_mut().rev().skip_while(|d| d.sentence == sentence).take(LONGEST_SPEECH) {
            let plain = draft.relays.is_empty() && matches!(draft.reach, Reach::Forward(_));
            if draft.entity != Some(speaker) || !plain {
                return;
            }
            draft.relays.push(hop.clone());
        }
    }

    /// «قال الوزير إن ...، وفق ما نقلت عنه الإذاعة»: his words of this sentence came that way.
    fn relay_his_words(&mut self, sentence: usize, voice: &Voice) {
        let Some(hop) = voice.relays.first() else { return };
        let his = |d: &&mut Draft| d.entity == Some(voice.entity) && d.relays.is_empty();
        for draft in self.drafts.iter_mut().rev().take(CARRIED).take_while(|d| d.sentence == sentence).filter(his) {
            draft.relays.push(hop.clone());
        }
    }

    /// A carrier named behind somebody's words relayed them.
    pub(super) fn relay_back(&mut self, sentence: usize, voice: &Voice) {
        let carrier = self.register.get(voice.entity).is_some_and(|e| {
            matches!(e.phrase.head, Head::Agency | Head::Medium)
                || self.reader.tag(e.phrase.tokens.start).any(Tag::VOICE)
        });
        if !carrier {
            return;
        }
        let Some(hop) = self.hop_of(voice.entity, None) else { return };
        for draft in self.drafts.iter_mut().rev().take(CARRIED).take_while(|d| d.sentence == sentence) {
            let same = draft.entity == Some(voice.entity);
            if matches!(draft.reach, Reach::Forward(_)) && draft.relays.is_empty() && !same {
                draft.relays.push(hop.clone());
                // What he goes on to say came the same way.
                if let Some(last) = self.voice.as_mut().filter(|v| Some(v.entity) == draft.entity) {
                    last.relays = draft.relays.clone();
                    last.behind = true;
                }
            }
        }
    }
}

//! The frame of a verb of saying: its subject, what is inserted, and where the words said begin.

use std::sync::OnceLock;

use tawatur_lexicon::Clitics;
use tawatur_model::Polarity;
use tawatur_text::{TokenKind, TokenRange};

use super::complement::{Complement, Found};
use super::insert::Inserts;
use super::takes::Takes;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

/// A verb's subject, insertions and complement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) subject: Option<NounPhrase>,
    pub(crate) inserts: Inserts,
    /// Who is quoted by a relay: «نقلت … عن …».
    pub(crate) about: Option<NounPhrase>,
    pub(crate) complement: Option<Found>,
    /// The first token behind subject and insertions.
    pub(crate) end: usize,
}

impl Reader<'_, '_> {
    /// The frame of the verb at `verb` in a sentence that ends at `end`. `led`: a subject stands in front of it.
    /// `known` gives the name that begins at a token, if it was named before.
    pub(crate) fn frame(
        &self,
        verb: usize,
        end: usize,
        takes: Takes,
        led: bool,
        known: impl Fn(usize) -> Option<NounPhrase>,
    ) -> Frame {
        let mut inserts = Inserts::default();
        let at = self.pass_inserts(verb + 1, end, &mut inserts);
        let bare = Frame { subject: None, inserts, about: None, complement: None, end: at };
        if let Some(found) = self.complement_at(at, end, takes)
            && !self.is_quoted_subject(at, end)
        {
            return Frame { complement: Some(found), ..bare };
        }
        // «وطالبوا المنظمات»: a verb in the plural has its subject before it; what stands behind it is its object.
        let with_subject = if takes.plural { None } else { self.with_subject(at, end, takes, inserts, known(at)) };
        match with_subject {
            Some(frame) if self.is_subject(&frame, takes) => frame,
            // Somebody who can speak and agrees with the verb is no object of it, even where no words follow.
            Some(frame) if frame.complement.is_none() && self.can_speak(&frame, takes) => {
                Frame { subject: None, ..frame }
            }
            _ => {
                // «… وقدم الشكر للجنود»
                let goes_on = takes.has(Takes::ACT) && self.tag(verb).any(Tag::JOINED);
                Frame { complement: self.complement_behind(at, end, takes, led || goes_on), ..bare }
            }
        }
    }

    fn with_subject(
        &self,
        at: usize,
        end: usize,
        takes: Takes,
        mut inserts: Inserts,
        known: Option<NounPhrase>,
    ) -> Option<Frame> {
        if self.is_governed_word(at) || takes.has(Takes::BI) && self.is_bi_word(at) {
            return None;
        }
        // «وأكد صحتها شهود»: the object has its pronoun and stands before whoever says it.
        let own_object = (known.is_none() && self.is_own_object(at, takes)).then_some(at);
        let at = own_object.map_or(at, |o| o + 1);
        let mut subject = known.or_else(|| self.subject(at, end))?;
        if let Some(rank) = self.rank_held(&subject, end) {
            subject = rank;
        }
        let mut next = self.pass_inserts(subject.tokens.end, end, &mut inserts);
        while let Some(merged) = self.apposition(&subject, next, end).or_else(|| self.name_ahead(&subject, next, end)) {
            subject = merged;
            next = self.pass_inserts(subject.tokens.end, end, &mut inserts);
        }
        if let Some(called) = inserts.called {
            subject.name = if called.name.is_empty() { called.tokens } else { called.name };
        }
        if takes.has(Takes::TOLD)
            && inserts.spoken_to.is_none()
            && let Some(told) = self.read(next, end).filter(|p| matches!(p.head, Head::Medium | Head::Agency))
        {
            inserts.spoken_to = Some(told);
            next = self.pass_inserts(told.tokens.end, end, &mut inserts);
        }
        let mut about = None;
        if takes.has(Takes::RELAY)
            && let Some(from) = self
                .ascribed_to(next, takes)
                .or_else(|| self.carried_words(next, end))
                .or_else(|| self.quoted_source(next, end))
        {
            let (mut source, behind) = self.with_appositions(self.subject(from, end)?, end, &mut inserts);
            next = behind;
            if let Some(origin) = self.source_of_carrier(&source, source.tokens.end, end) {
                inserts.carrier = Some(source);
                source = origin;
                next = self.pass_inserts(source.tokens.end, end, &mut inserts);
            }
            about = Some(source);
        }
        if let Some(behind) = self.aside_behind(subject.tokens.end, end)
            && self.complement_at(behind, end, takes).is_some()
        {
            next = behind;
        }
        let speaks = subject.head.is_known() || self.is_nominative_plural(subject.tokens.start);
        let mut complement = self.complement_behind(next, end, takes, speaks);
        complement = self.said_further_on(&subject, complement, next, end, takes).or(complement);
        if let Some((_, start)) = complement
            && inserts.spoken_to.is_none()
        {
            // «مدير المنظمة التي ...، لوكالة الريف إن»
            let first = subject.tokens.end;
            for at in first..start.min(first + 30) {
                if self.pass_spoken_to(at, end, &mut inserts).is_some() && inserts.spoken_to.is_some() {
                    break;
                }
            }
        }
        if let (None, Some(object)) = (complement, own_object) {
            complement = Some((Complement::Object, object));
        }
        if complement.is_none() && about.is_some() {
            complement = Some((Complement::Object, subject.tokens.end));
        }
        Some(Frame { subject: Some(subject), inserts, about, complement, end: next })
    }

    /// «الأمير سالم، من أعيان القبيلة، بمقتل»: what stands behind a short aside between commas.
    fn aside_behind(&self, at: usize, end: usize) -> Option<usize> {
        const CLAUSE: Tag = Tag::THAT.or(Tag::SAY).or(Tag::SAYING).or(Tag::VERB).or(Tag::RELATIVE);
        let opens = self.kind(at) == TokenKind::Comma && self.tag(at + 1).any(Tag::FROM);
        let inside = |t: &usize| self.kind(*t) == TokenKind::Word && !self.tag(*t).any(CLAUSE);
        let close = at + 1 + (at + 1..end.min(at + 8)).take_while(inside).count();
        (opens && close > at + 1 && self.kind(close) == TokenKind::Comma).then_some(close + 1)
    }

    /// «ضابط برتبة عقيد في الشرطة»: the rank is part of who he is.
    fn rank_held(&self, subject: &NounPhrase, end: usize) -> Option<NounPhrase> {
        let at = subject.tokens.end;
        let held = self.tag(at).all(Tag::RANK.or(Tag::BI)) && self.tag(at + 1).any(Tag::TITLE.or(Tag::HONORIFIC));
        if !held || subject.head != Head::Title {
            return None;
        }
        let rank = self.read(at + 1, end)?;
        let tokens = TokenRange::new(subject.tokens.start, rank.tokens.end);
        let title = if subject.name.is_empty() { tokens } else { subject.title };
        let owner = if subject.owner.is_empty() { rank.owner } else { subject.owner };
        let name = if subject.name.is_empty() { rank.name } else { subject.name };
        Some(NounPhrase { tokens, title, owner, name, ..*subject })
    }

    /// «نسبت الوكالة إلى مصدر قوله», «نسبت الوكالة لأكرم القول»
    fn ascribed_to(&self, at: usize, takes: Takes) -> Option<usize> {
        let tag = self.tag(at);
        if !takes.has(Takes::ASCRIBES) || tag.any(Tag::PRONOUN_END) {
            return None;
        }
        if tag.any(Tag::TO) { Some(at + 1) } else { Some(at).filter(|_| tag.any(Tag::LI)) }
    }

    /// «نقلت مواقع إعلان التنظيم مسؤوليته», «نقلت الوكالة تصريحات الوزير»: whose words are carried.
    fn carried_words(&self, from: usize, end: usize) -> Option<usize> {
        const WORDS: Tag = Tag::SPEECH.or(Tag::WORDS).or(Tag::ACT);
        let words = |at: &usize| self.tag(*at).any(WORDS) && !self.tag(*at).any(Tag::ARTICLE.or(Tag::PRONOUN_END));
        // «نقلت مواقع على الإنترنت إعلان»
        let online = self.tag(from).any(Tag::ON) && self.tag(from + 1).any(Tag::ACCOUNT);
        let from = from + if online { 2 } else { 0 };
        let at = Some(from).filter(|f| *f < end && words(f))?;
        let source = self.subject(at + 1, end).filter(|s| s.head.is_known())?;
        (source.head != Head::Document && source.head != Head::Place).then_some(at + 1)
    }

    /// Where the source of a relay is named: behind عن or على لسان, perhaps behind further carriers or an object.
    fn quoted_source(&self, from: usize, end: usize) -> Option<usize> {
        let mut owned = false;
        for at in from..end.min(from + 10) {
            let tag = self.tag(at);
            if tag.any(Tag::ABOUT) && !tag.any(Tag::PRONOUN_END) {
                return (!owned).then_some(at + 1);
            }
            if tag.any(Tag::ON) && self.tag(at + 1).any(Tag::TONGUE) {
                return Some(at + 2);
            }
            // «نقلت الوكالة إعلان الجماعة مسؤوليتها عن»: عن belongs to the noun.
            owned |= tag.any(Tag::MASDAR.or(Tag::PRONOUN_END)) && !tag.any(Tag::SPEECH.or(Tag::DOCUMENT));
            let stops = tag.any(Tag::THAT.or(Tag::SAY).or(Tag::TO).or(Tag::IN).or(Tag::RELATIVE));
            if stops || matches!(self.kind(at), TokenKind::Quote | TokenKind::Colon | TokenKind::Stop) {
                return None;
            }
        }
        None
    }

    fn complement_behind(&self, at: usize, end: usize, takes: Takes, known: bool) -> Option<Found> {
        if let Some(found) = self.complement_at(at, end, takes) {
            return Some(found);
        }
        let act = takes.has(Takes::ACT) && known && self.act_ahead(at, end, takes);
        let counted = takes.has(Takes::TOLL) && known && self.is_toll(at);
        let object = takes.has(Takes::OBJECT) || takes.has(Takes::HELD) && known || act || counted;
        let words = at < end && matches!(self.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Quote);
        let mut aside = Inserts::default();
        let carrier = self.tag(at).any(Tag::LI.or(Tag::TO)) && self.pass_spoken_to(at, end, &mut aside).is_some();
        if carrier {
            return self.complement_ahead(at + 1, end, takes);
        }
        let no_object = Tag::SAY
            .or(Tag::WHILE)
            .or(Tag::BUT)
            .or(Tag::IN)
            .or(Tag::FROM)
            .or(Tag::ON)
            .or(Tag::TO)
            .or(Tag::ABOUT)
            .or(Tag::PREPOSITION);
        let finite = self.tag(at).any(Tag::VERB) && !self.tag(at).any(Tag::COMMON);
        let verb = self.tag(at).any(no_object) && !self.tag(at).any(Tag::TITLE.or(Tag::ARTICLE)) || finite;
        if object && words && !verb {
            // «قال سامي الخطيب مدير هذه الجمعية إن»: an office behind the name is who he is, and no object.
            let speaks = takes.has(Takes::THAT) && self.is_office(at);
            let ahead = if speaks || !known { self.complement_ahead(at, end, takes) } else { None };
            // Who is unknown to the lists speaks where a colon or quotation marks follow.
            let ahead = ahead.filter(|(kind, _)| speaks || *kind == Complement::Quote);
            return ahead.or(Some((Complement::Object, at)));
        }
        // Quotation marks around the object: «أعلن "حالة الطوارئ"».
        let occasion = known && takes.has(Takes::OBJECT) && words && self.tag(at).any(Tag::PREPOSITION.or(Tag::IN));
        self.complement_ahead(at, end, takes).or(occasion.then_some((Complement::Object, at)))
    }

    /// «وجه تحذيرا», «حمل الحكومة مسؤولية», «رفض الاتهامات»: the act of speech that the verb carries out.
    fn act_ahead(&self, at: usize, end: usize, takes: Takes) -> bool {
        let against = matches!(takes.polarity, Polarity::Denies | Polarity::Accuses);
        let reach = if takes.polarity == Polarity::Accuses { 5 } else { 1 };
        let act = |t: usize| self.is_act(t, against);
        let word = |t: &usize| matches!(self.kind(*t), TokenKind::Word | TokenKind::Quote);
        (at..end.min(at + reach)).take_while(word).any(act)
    }

    /// An act of speech as an object: with the article only where it is laid on somebody, or always has it («قدم الشكر»).
    pub(super) fn is_act(&self, at: usize, against: bool) -> bool {
        static ACT: OnceLock<Senses> = OnceLock::new();
        let acts = Senses::once(&ACT, self.analysed.lexicon(), &["noun:speech-act"]);
        let listed = || self.analysed.readings(at).iter().any(|r| acts.has(r.sense) && !r.clitics.has(Clitics::AL));
        let tag = self.tag(at);
        tag.any(Tag::ACT) && (against || !tag.any(Tag::ARTICLE) || listed())
    }
}

//! Verbs that tell how somebody calls something, and those behind كما whose words stand before.

use tawatur_model::Polarity;
use tawatur_text::{TokenKind, TokenRange};

use super::draft::Reach;
use super::insert::Inserts;
use super::reader::{AttributionReader, Cue};
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::NounPhrase;

impl AttributionReader<'_, '_> {
    /// Verbs that tell how somebody calls something: «وصف … بـ».
    pub(super) fn described(
        &mut self,
        sentence: usize,
        at: usize,
        end: usize,
        takes: Takes,
        front: Option<NounPhrase>,
    ) -> Option<usize> {
        if !takes.has(Takes::BI) || takes.has(Takes::THAT) {
            return None;
        }
        let mut inserts = Inserts::default();
        let first = self.reader.pass_inserts(at + 1, end, &mut inserts);
        // «واتهموا الشرطة بـ»: behind a verb in the plural stands its object.
        let subject = (!takes.plural).then(|| self.reader.subject(first, end)).flatten();
        let subject = subject.filter(|s| s.head.is_known() && s.agrees(takes.feminine, takes.plural));
        let what = self.reader.tag(at).any(Tag::OBJECT_PRONOUN) && self.follows_what(at);
        // «ووصف الوضع بأنه "مأساوي"»: what is described stands behind the verb, and whoever spoke goes on.
        let that = (first..end.min(first + 12)).any(|t| self.reader.tag(t).all(Tag::THAT.or(Tag::BI)));
        let on =
            self.reader.tag(at).any(Tag::JOINED) && (takes.plural || that && self.reader.tag(first).any(Tag::ARTICLE));
        let subject = front.or(subject);
        if subject.is_none() && !(on || what) {
            return None;
        }
        let subject = subject.map(|s| self.named_behind(self.without_object(s), end));
        let from = subject.filter(|s| s.tokens.start > at).map_or(first, |s| s.tokens.end);
        let bi = (from..end.min(from + 24)).find(|i| {
            let tag = self.reader.tag(*i);
            tag.any(Tag::BI) && !tag.any(Tag::SIDE)
        })?;
        let voice = self.voice_of(sentence, subject.as_ref(), &Inserts::default(), None, takes)?;
        let tokens = TokenRange::new(at, from.max(at + 1));
        let cue = Cue {
            tokens,
            verb: at,
            subject,
            voice,
            polarity: takes.polarity,
            reach: Reach::Forward(from),
            rule: "describes-as",
            names_event: true,
            aside: false,
        };
        self.enter(sentence, cue);
        Some(bi)
    }

    /// «وصف الرئيس، سامي الخطيب، الحادث»: the name between commas behind the office.
    fn named_behind(&self, phrase: NounPhrase, end: usize) -> NounPhrase {
        let comma = self.reader.kind(phrase.tokens.end) == TokenKind::Comma;
        let named = self.reader.apposition(&phrase, phrase.tokens.end + 1, end).filter(|_| comma);
        named.unwrap_or(phrase)
    }

    /// «وصف الرئيس اليوناني الحادث»: behind the adjective of a country comes what is described.
    pub(super) fn without_object(&self, mut phrase: NounPhrase) -> NounPhrase {
        let nisba = phrase.tokens.iter().find(|t| self.reader.tag(*t).all(Tag::NISBA.or(Tag::ARTICLE)));
        let last = nisba.filter(|_| phrase.name.is_empty()).map_or(phrase.tokens.end, |t| t + 1);
        phrase.tokens.end = last;
        phrase.title.end = phrase.title.end.min(last);
        phrase
    }

    /// كما with a verb and nothing said behind it: the words stand before.
    pub(super) fn as_said(&mut self, sentence: usize, at: usize, end: usize, takes: Takes) -> Option<usize> {
        // «كما يعد المنتخب»: what is held to be something.
        if takes.present && takes.has(Takes::SPEAKER) && !takes.has(Takes::THAT) {
            return None;
        }
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let (subject, next) = self.reader.with_appositions(self.reader.subject(start, end)?, end, &mut inserts);
        let mut about = None;
        if takes.has(Takes::RELAY) && self.reader.tag(next).any(Tag::ABOUT) {
            about = self.reader.subject(next + 1, end);
        }
        if !subject.head.is_known() && next < end && self.reader.kind(next) == TokenKind::Word {
            return None;
        }
        let voice = self.voice_of(sentence, Some(&subject), &inserts, about.as_ref(), takes)?;
        let begin = if self.is_what(at) || self.reader.tag(at.saturating_sub(1)).any(Tag::ALSO) {
            at.saturating_sub(1)
        } else {
            at
        };
        let matter = at.checked_sub(2).filter(|b| self.reader.tag(*b).any(Tag::MATTER));
        let begin = matter.unwrap_or(begin);
        let last = about.or(inserts.from).map_or(subject.tokens.end, |p| p.tokens.end);
        let tokens = TokenRange::new(begin, last);
        let spoken = about.or(inserts.from).or(Some(subject));
        self.relay_back(sentence, &voice);
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: spoken,
                voice,
                polarity: takes.polarity,
                // What is denied was said by somebody else.
                reach: if takes.polarity == Polarity::Denies { Reach::Nothing } else { Reach::Backward },
                rule: "as-said",
                names_event: false,
                aside: false,
            },
        );
        Some(tokens.end)
    }
}

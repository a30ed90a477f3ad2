//! Speeches that go on: participles, documents, «قوله», headlines.

use tawatur_lexicon::Clitics;
use tawatur_model::Polarity;
use tawatur_text::{TokenKind, TokenRange};

use super::complement::Complement;
use super::draft::Reach;
use super::insert::Inserts;
use super::reader::{AttributionReader, Cue, Voice};
use super::source::CARRIED;
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::Head;

impl AttributionReader<'_, '_> {
    /// Only an indefinite accusative, feminine or plural goes on with a speech.
    pub(super) fn is_adverbial(&self, at: usize) -> bool {
        let lexicon = self.reader.analysed.lexicon();
        const GOVERNS: Tag = Tag::IN.or(Tag::FROM).or(Tag::ABOUT).or(Tag::TO).or(Tag::ON);
        // «عن أسفه»: behind a preposition stands a noun.
        let governed = at.checked_sub(1).is_some_and(|b| {
            self.reader.tag(b).any(GOVERNS) && !self.reader.tag(b).any(Tag::NAME.or(Tag::PRONOUN_END))
        });
        !governed
            && !self.reader.tag(at).any(Tag::ARTICLE)
            && self.reader.analysed.readings(at).iter().any(|r| {
                lexicon.sense_name(r.sense) == "adj:saying"
                    // «لمطالبة الإدارة», «مطالبتها»: a noun of the same letters.
                    && !r.clitics.intersects(Clitics::LI.with(Clitics::BI).with(Clitics::PRONOUN))
                    && (r.form.is_accusative() || r.form.is_feminine() || r.form.is_plural())
            })
    }

    /// مضيفاً أن: goes on with the speech of the same sentence.
    pub(super) fn participle(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let takes = self.reader.analysed.takes(at);
        let mut inserts = Inserts::default();
        let next = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let found = self.reader.complement_at(next, end, takes).or_else(|| {
            // «نافيا علمه بالأمر»
            let set_off = at.checked_sub(1).is_some_and(|b| self.reader.kind(b) == TokenKind::Comma);
            let own = self.reader.tag(next).all(Tag::PRONOUN_END.or(Tag::COMMON)) && (set_off || !takes.feminine);
            let noun = self.reader.tag(next).any(Tag::MASDAR.or(Tag::ARTICLE)) || own;
            let object = takes.has(Takes::OBJECT | Takes::HELD) && noun;
            // «متهما جهات لم يسمها بتأجيج»
            // «، معتبرا ما حدث \"جريمة\"»
            let object = object || set_off && takes.has(Takes::THAT) && self.is_what_word(next);
            let blames = set_off && takes.has(Takes::HELD) && takes.has(Takes::BI) && !takes.plural;
            let what = |t: usize| self.reader.tag(t).any(Tag::BI) && self.reader.kind(t) == TokenKind::Word;
            let blamed = blames && (next..end.min(next + 8)).any(what);
            (object || blamed).then_some((Complement::Object, next))
        });
        let (kind, start) = found?;
        // «مظاهرات مؤيدة للحكومة»: what something is like.
        let words = matches!(kind, Complement::That | Complement::Quote);
        if !words && takes.feminine && self.follows_its_noun(at) {
            return None;
        }
        // «سيكون المدرب مطالبا بتجهيز لاعبيه»: what somebody is, and says nothing.
        if kind == Complement::Preposition && self.is_what_one_is(at) {
            return None;
        }
        // «مؤيدي الحزب», «أطفال مهددين بالموت»: in the plural it is a noun or adjective, unless words follow.
        let set_off = at.checked_sub(1).is_some_and(|b| self.reader.kind(b) == TokenKind::Comma);
        if takes.plural && !words && (!set_off || kind == Complement::Object) {
            return None;
        }
        let mut voice = self.unnamed_subject(takes, sentence)?;
        // «مبينا لقناة الفجر أن»
        if let Some(relay) = inserts.spoken_to.and_then(|told| self.relay(&told)) {
            voice.relays = vec![relay];
        }
        let end_of_cue = if kind == Complement::That { start + 1 } else { at + 1 };
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        let voice = Voice { sentence, ..voice };
        let tokens = TokenRange::new(at, end_of_cue);
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: None,
                voice,
                polarity: takes.polarity,
                reach,
                rule: "goes-on-saying",
                names_event: false,
                aside: false,
            },
        );
        Some(start.max(at + 1))
    }

    /// Whether an indefinite noun stands right before a feminine adjective.
    fn follows_its_noun(&self, at: usize) -> bool {
        const OTHER: Tag =
            Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::NAME).or(Tag::PLACE).or(Tag::VERB).or(Tag::TIME).or(Tag::TITLE);
        const THING: Tag = Tag::FEMININE.or(Tag::PLURAL);
        let Some(before) = at.checked_sub(1).filter(|b| self.reader.kind(*b) == TokenKind::Word) else { return false };
        let tag = self.reader.tag(before);
        let plural = self.reader.analysed.document.word(before).ends_with("ات");
        (tag.any(THING) || plural) && tag.any(Tag::COMMON.or(Tag::EVENT)) && !tag.any(OTHER)
    }

    /// Whether a verb of being stands before the token in the same clause.
    fn is_what_one_is(&self, at: usize) -> bool {
        let clause = |t: &usize| self.reader.kind(*t) == TokenKind::Word;
        (at.saturating_sub(6)..at).rev().take_while(clause).any(|t| self.reader.tag(t).any(Tag::BE))
    }

    /// «جاء في البيان أن»: what a document says.
    pub(super) fn document(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let mut next = at + 1;
        if self.reader.tag(next).any(Tag::THIS) {
            return self.carried_by(sentence, next, end);
        }
        if let Some(found) = self.reports_stand(sentence, at, end) {
            return Some(found);
        }
        let mut issuer = None;
        let mut definite = false;
        if self.reader.tag(next).any(Tag::IN) && self.reader.tag(next + 1).any(Tag::SPEECH) {
            definite = self.reader.tag(next + 1).any(Tag::ARTICLE);
            issuer = self.issuer(next + 2, end);
            next = issuer.map_or(next + 2, |i| i.tokens.end);
        }
        let takes = Takes::of_saying();
        let mut inserts = Inserts::default();
        let after = self.reader.pass_inserts(next, end, &mut inserts);
        let (kind, start) = self.reader.complement_at(after, end, takes)?;
        let voice =
            match issuer {
                Some(issuer) => {
                    Voice { entity: self.resolve(&issuer), relays: Vec::new(), sentence, loose: false, behind: false }
                }
                None if definite => self.voice.clone()?,
                None => self
                    .mentioned
                    .filter(|(e, s)| *s == sentence && !self.is_medium(*e))
                    .map(|(entity, _)| Voice { entity, relays: Vec::new(), sentence, loose: false, behind: false })?,
            };
        let tokens = TokenRange::new(at, if kind == Complement::That { start + 1 } else { next });
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        let voice = Voice { sentence, ..voice };
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: issuer,
                voice,
                polarity: Polarity::Says,
                reach,
                rule: "document-says",
                names_event: false,
                aside: false,
            },
        );
        Some(start)
    }

    /// «ووردت تقارير عن أن», «وردت أنباء بأن»: reports without a maker.
    fn reports_stand(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let phrase = self.reader.subject(at + 1, end).filter(|p| p.head == Head::Source)?;
        let next = phrase.tokens.end;
        let about = self.reader.tag(next).any(Tag::ABOUT.or(Tag::ON).or(Tag::FROM));
        let that = if about { next + 1 } else { next };
        if !self.reader.tag(that).any(Tag::THAT) || that >= end {
            return None;
        }
        let voice = Voice { entity: self.resolve(&phrase), relays: Vec::new(), sentence, loose: false, behind: false };
        let cue = Cue {
            tokens: TokenRange::new(at, that + 1),
            verb: at,
            subject: Some(phrase),
            voice,
            polarity: Polarity::Says,
            reach: Reach::Forward(that + 1),
            rule: "document-says",
            names_event: false,
            aside: false,
        };
        self.enter(sentence, cue);
        Some(that + 1)
    }

    /// «جاء ذلك في تعليقات بثها التلفزيون»: the carrier of the sentence before.
    pub(super) fn carried_by(&mut self, sentence: usize, from: usize, end: usize) -> Option<usize> {
        let verb = (from..end.min(from + 8)).find(|i| self.reader.tag(*i).any(Tag::BROADCASTS))?;
        let carrier = self.reader.subject(verb + 1, end).filter(|p| matches!(p.head, Head::Medium | Head::Agency))?;
        let hop = self.relay(&carrier)?;
        for draft in self.drafts.iter_mut().rev().take(CARRIED).take_while(|d| d.sentence + 1 >= sentence) {
            if draft.relays.is_empty() {
                draft.relays.push(hop.clone());
            }
        }
        Some(carrier.tokens.end)
    }

    /// «قوله إن», «إلى القول إن» apart from a relay.
    pub(super) fn words(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let takes = Takes::of_saying();
        let tag = self.reader.tag(at);
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        if tag.any(Tag::SAY) && self.follows_what(at) {
            return None;
        }
        // «يمكن القول إن» names nobody.
        if !tag.any(Tag::PRONOUN_END.or(Tag::BI)) && !before.any(Tag::TO) {
            return None;
        }
        let mut inserts = Inserts::default();
        let next = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let (kind, start) = self.reader.complement_at(next, end, takes)?;
        if at.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::LIMIT)) {
            return None;
        }
        let voice = match self.mentioned.filter(|(_, s)| *s == sentence) {
            Some((entity, _)) => Voice { entity, relays: Vec::new(), sentence, loose: false, behind: false },
            None => self.voice.clone()?,
        };
        let tokens = TokenRange::new(at, if kind == Complement::That { start + 1 } else { at + 1 });
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        let voice = Voice { sentence, ..voice };
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: None,
                voice,
                polarity: Polarity::Says,
                reach,
                rule: "words-of",
                names_event: false,
                aside: false,
            },
        );
        Some(start)
    }

    /// «بوتين: لن نسمح» at the head of a line.
    pub(super) fn headline(&mut self, sentence: usize, run: TokenRange) -> Option<usize> {
        if !self.reader.analysed.document.token(run.start)?.line_start {
            return None;
        }
        let colon = (run.start..run.end.min(run.start + 10)).find(|i| self.reader.kind(*i) == TokenKind::Colon)?;
        if run.end < colon + 3 {
            return None;
        }
        let phrase = self.reader.read(run.start, colon)?;
        let mut inserts = Inserts::default();
        let reaches = self.reader.pass_inserts(phrase.tokens.end, colon, &mut inserts) >= colon;
        let can_speak = match phrase.head {
            Head::Place | Head::Document => false,
            Head::Unknown => {
                phrase.tokens.iter().all(|t| !self.reader.tag(t).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR)))
            }
            _ if phrase.tokens.len() == 1 && self.reader.tag(run.start).any(Tag::LABEL) => false,
            Head::Source => phrase.tokens.len() > 1,
            _ => true,
        };
        if !reaches || !can_speak {
            return None;
        }
        let entity = self.resolve(&phrase);
        let voice = Voice { entity, relays: Vec::new(), sentence, loose: false, behind: false };
        let tokens = TokenRange::new(run.start, colon + 1);
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: colon,
                subject: Some(phrase),
                voice,
                polarity: Polarity::Says,
                reach: Reach::Forward(colon + 1),
                rule: "speaker-colon",
                names_event: false,
                aside: false,
            },
        );
        Some(colon + 1)
    }
}

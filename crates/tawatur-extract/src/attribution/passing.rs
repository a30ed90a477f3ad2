//! Phrases that are named in passing: who may be spoken of again.

use tawatur_text::{TokenKind, TokenRange};

use super::reader::{AttributionReader, Salient, name_alone};
use crate::clause::Tag;
use crate::phrase::{ANY_HEAD, Head};

/// Words of the lexicon that head no phrase and are part of no name: most of a text.
#[inline]
pub(super) fn is_plain(tag: Tag) -> bool {
    const HEADS: Tag = ANY_HEAD.or(Tag::NISBA).or(Tag::PERSON);
    const ORDINARY: Tag = Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE).or(Tag::MASDAR);
    tag.any(ORDINARY) && !tag.any(HEADS)
}

impl AttributionReader<'_, '_> {
    /// Enters a phrase that is named in passing.
    pub(super) fn pass(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let known = |h: &Head| !matches!(h, Head::Unknown | Head::Document | Head::Place);
        let tag = self.reader.tag(at);
        if is_plain(tag) {
            return at + 1;
        }
        if let Some(behind) = self.reader.pass_seat(at, end) {
            return behind;
        }
        let told =
            |h: &Head| *h == Head::Unknown && self.follows_verb(at) && (tag.any(Tag::PERSON) || self.is_foreign(at));
        let Some(head) = self.reader.head(at).filter(|h| known(h) || self.is_known_name(at) || told(h)) else {
            return at + 1;
        };
        if head == Head::Title && tag.any(Tag::PREPOSITION.or(Tag::IN).or(Tag::ON).or(Tag::FROM)) {
            return at + 1;
        }
        let Some(mut phrase) = self.reader.read(at, end) else { return at + 1 };
        if head == Head::Unknown && !told(&head) {
            phrase = name_alone(&phrase);
        } else if head == Head::Unknown && !tag.any(Tag::PERSON) {
            let words = self.reader.bare_run(at).max(1);
            phrase = name_alone(&phrase);
            phrase.tokens.end = at + words;
            phrase.name = phrase.tokens;
        }
        if self.reader.kind(phrase.tokens.end) == TokenKind::Comma
            && phrase.head.is_person()
            && let Some(merged) = self.reader.apposition(&phrase, phrase.tokens.end + 1, end)
        {
            phrase = merged;
        }
        // «السفير لدى المنظمة سامي الخطيب»
        if phrase.head == Head::Title
            && let Some(named) = self.reader.name_ahead(&phrase, phrase.tokens.end, end)
        {
            phrase = named;
        }
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        const GOVERNS: Tag = Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::PREPOSITION);
        let in_construct = before.any(Tag::COMMON.or(Tag::MASDAR))
            && !before
                .any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::VERB).or(Tag::VERBAL).or(Tag::NAME).or(Tag::NISBA));
        let governed = tag.any(Tag::LI.or(Tag::BI)) || before.any(GOVERNS) && !before.any(Tag::NAME) || in_construct;
        let entity = self.named_in_passing(&phrase);
        let by_name = !tag.any(Tag::ONE_OF) && phrase.head != Head::Medium || tag.any(Tag::MEDIA.or(Tag::OUTLET));
        let subject = self.follows_verb(at) || at == self.anchor;
        // «ووصف أحد الناجين ما رآه»
        let told_of = tag.any(Tag::ONE_OF) && self.follows_verb(at);
        if !governed && (by_name || told_of) {
            self.make_salient(Salient { entity, sentence, subject });
        }
        if by_name {
            self.mentioned = Some((entity, sentence));
        }
        self.last = Some((phrase, governed));
        phrase.tokens.end
    }

    /// Two words that no list knows are most likely a name.
    fn is_foreign(&self, at: usize) -> bool {
        const ORDINARY: Tag = Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE).or(Tag::VERBAL).or(Tag::MASDAR);
        let strange = |t: usize| self.reader.kind(t) == TokenKind::Word && !self.reader.tag(t).any(ORDINARY);
        strange(at) && self.reader.bare_run(at) >= 2
    }

    /// Whether a verb stands right before the token.
    fn follows_verb(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        before.any(Tag::VERB.or(Tag::SAY)) && !before.any(Tag::ARTICLE.or(Tag::NAME))
    }

    /// A phrase that is only named does not take the place of the subject of its sentence.
    fn make_salient(&mut self, new: Salient) {
        let keeps = self.salient.is_some_and(|s| s.sentence == new.sentence && s.subject && !new.subject);
        if !keeps {
            self.salient = Some(new);
        }
    }

    /// «المدير الذي زار»: a relative clause tells of the phrase before it.
    pub(super) fn relative(&mut self, sentence: usize, at: usize) {
        let Some((phrase, _)) = self.last.filter(|(p, _)| p.tokens.end == at && p.head.is_person()) else { return };
        if self.reader.tag(at + 1).any(Tag::VERB) {
            let entity = self.named_in_passing(&phrase);
            self.make_salient(Salient { entity, sentence, subject: true });
        }
    }

    /// A word that no list knows, but that was part of somebody's name before.
    pub(super) fn is_known_name(&self, at: usize) -> bool {
        let ordinary = Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE).or(Tag::MASDAR).or(Tag::VERB);
        !self.reader.tag(at).any(ordinary) && self.register.knows_name(&self.reader, TokenRange::new(at, at + 1))
    }
}

//! The noun phrase that speaks: quoted names, hash tags, counted speakers.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::insert::Inserts;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

impl Reader<'_, '_> {
    /// «"لجنة الأمن" إن»: a quotation that is followed by أن names the speaker.
    pub(super) fn is_quoted_subject(&self, at: usize, end: usize) -> bool {
        if self.kind(at) != TokenKind::Quote {
            return false;
        }
        let quotations = self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at);
        quotations.get(i).filter(|q| q.open == at && q.inside.len() <= 5).is_some_and(|q| {
            let outlet = self.tag(q.inside.start).any(Tag::OUTLET.or(Tag::ORGANISATION).or(Tag::CARRIER));
            // «قالت "لجنة الأهالي"، في بيان، إن»
            let behind = |c: usize| self.pass_inserts(c + 1, end, &mut Inserts::default());
            let that = q.close.map(behind).is_some_and(|c| c < end && self.said_at(c));
            (that || outlet && q.close.is_some()) && !self.tag(q.inside.start).any(Tag::THAT)
        })
    }

    /// إن, or the preposition of the verb before it: «إلى أن».
    fn said_at(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.any(Tag::THAT) || tag.any(Tag::TO.or(Tag::ON)) && self.tag(at + 1).any(Tag::THAT)
    }

    /// The noun phrase at a token, a name between quotation marks included.
    pub(crate) fn subject(&self, at: usize, end: usize) -> Option<NounPhrase> {
        if self.kind(at) == TokenKind::Hash {
            return self.hash_tag(at, end);
        }
        if let Some(noun) = self.counted_speakers(at) {
            // «ثلاثة مصادر أمنية»
            let tokens = |p: NounPhrase| TokenRange::new(at, p.tokens.end);
            return self.read(noun, end).map(|p| NounPhrase { tokens: tokens(p), title: tokens(p), plural: true, ..p });
        }
        if self.tag(at).any(Tag::THIS) && self.tag(at + 1).all(Tag::ARTICLE.or(Tag::PLURAL)) {
            // «هؤلاء المهجرون»
            return self.read(at + 1, end);
        }
        if self.tag(at + 1).any(Tag::DOCUMENT) && self.is_latest(at) {
            // «آخر استطلاعات الرأي»
            return self.read(at + 1, end).map(|p| NounPhrase { tokens: TokenRange::new(at, p.tokens.end), ..p });
        }
        if self.is_each_of(at) {
            // «كل من ألمانيا وفرنسا», «العديد من المصادر»
            return self.read(at + 2, end);
        }
        if !self.is_quoted_subject(at, end) {
            return self.read(at, end);
        }
        let quotations = self.analysed.document.quotations();
        let quotation = quotations.get(quotations.partition_point(|q| q.open < at))?;
        let mut phrase = self.read(quotation.inside.start, quotation.inside.end)?;
        phrase.tokens = TokenRange::new(at, quotation.close? + 1);
        phrase.title = quotation.inside;
        Some(phrase)
    }

    /// «وفقا لـ"OCHA"», «بحسب UNHCR»: Latin capitals behind a cue are the short name of a body.
    pub(super) fn acronym(&self, at: usize, end: usize) -> Option<NounPhrase> {
        let quoted = self.kind(at) == TokenKind::Quote;
        let from = at + usize::from(quoted);
        let capitals = |t: &usize| {
            let text = self.analysed.document.text_of(TokenRange::new(*t, *t + 1));
            text.len() >= 2 && text.bytes().all(|b| b.is_ascii_uppercase())
        };
        let stop = from + (from..end.min(from + 3)).take_while(capitals).count();
        let closed = !quoted || self.kind(stop) == TokenKind::Quote;
        if stop == from || !closed {
            return None;
        }
        let tokens = TokenRange::new(at, stop + usize::from(quoted));
        let none = TokenRange::new(from, from);
        let called = NounPhrase::called(tokens, TokenRange::new(from, stop));
        Some(NounPhrase { head: Head::Body, name: none, title: called.name, ..called })
    }

    /// «#وزارة_الصحة»: words written together behind a hash sign.
    fn hash_tag(&self, at: usize, end: usize) -> Option<NounPhrase> {
        let tokens = TokenRange::new(at + 1, self.hash_end(at)?.min(end));
        let phrase = self.read(at + 1, end)?;
        let named = !phrase.name.is_empty() || phrase.head == Head::Name;
        let name = if named { tokens } else { TokenRange::new(at + 1, at + 1) };
        let title = if named { TokenRange::new(at + 1, at + 1) } else { tokens };
        Some(NounPhrase { tokens, name, title, definite: true, ..phrase })
    }

    /// Where the words behind a hash sign end.
    pub(crate) fn hash_end(&self, at: usize) -> Option<usize> {
        let word = |t: usize| self.kind(t) == TokenKind::Word;
        let mut last = Some(at + 1).filter(|t| self.kind(at) == TokenKind::Hash && word(*t))?;
        while self.kind(last + 1) == TokenKind::Symbol && word(last + 2) {
            last += 2;
        }
        Some(last + 1)
    }

    /// «بسماع», «للصحيفة»: a word that a preposition is written with is told, or told to, and never speaks.
    pub(super) fn is_governed_word(&self, at: usize) -> bool {
        const NAMED: Tag = Tag::NAME.or(Tag::NAME_BEGINS).or(Tag::PLACE).or(Tag::ORGANISATION);
        let readings = self.analysed.readings(at);
        let governed = |r: &tawatur_lexicon::Reading| {
            r.clitics.intersects(tawatur_lexicon::Clitics::BI.with(tawatur_lexicon::Clitics::LI))
        };
        // «لبرنامج "صباح الخير"»: to whom it was told, though no list knows the word.
        let told = readings.is_empty()
            && self.analysed.document.word(at).starts_with('ل')
            && self.kind(at + 1) == TokenKind::Quote;
        // «بـ"لا"»: the preposition apart from its word.
        let letter = self.tag(at).any(Tag::LI.or(Tag::BI)) && self.analysed.document.word(at).chars().nth(1).is_none();
        !self.tag(at).any(NAMED) && (letter || told || !readings.is_empty() && readings.iter().all(governed))
    }

    /// The noun behind a number, if it can speak.
    fn counted_speakers(&self, at: usize) -> Option<usize> {
        const SPEAKERS: Tag = Tag::SOURCE.or(Tag::OFFICIAL).or(Tag::TITLE).or(Tag::PERSON);
        let number = self.tag(at).any(Tag::NUMBER) && !self.tag(at).any(Tag::ONE_OF.or(Tag::TIME));
        (number && self.tag(at + 1).any(SPEAKERS) && !self.tag(at + 1).any(Tag::ARTICLE)).then_some(at + 1)
    }

    /// «آخر», «أحدث»
    pub(super) fn is_latest(&self, at: usize) -> bool {
        static LATEST: OnceLock<Senses> = OnceLock::new();
        let latest = Senses::once(&LATEST, self.analysed.lexicon(), &["adj:latest"]);
        self.analysed.is(at, latest)
    }

    pub(super) fn is_each_of(&self, at: usize) -> bool {
        static EACH: OnceLock<Senses> = OnceLock::new();
        let each = Senses::once(&EACH, self.analysed.lexicon(), &["noun:each"]);
        self.analysed.is(at, each) && self.tag(at + 1).any(Tag::FROM)
    }
}

//! Where the words said begin.

use tawatur_text::TokenKind;

use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::Reader;

/// How the words said follow the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Complement {
    /// Behind إن or أن.
    That,
    /// Behind a colon or inside quotation marks.
    Quote,
    /// Behind the verb's preposition.
    Preposition,
    /// As its object.
    Object,
}

/// A complement and its first token.
pub(crate) type Found = (Complement, usize);

/// How far behind the subject إن is looked for.
const FARTHEST: usize = 40;

impl Reader<'_, '_> {
    /// The complement that begins exactly here, if the verb takes it.
    pub(crate) fn complement_at(&self, at: usize, end: usize, takes: Takes) -> Option<Found> {
        if at >= end {
            return None;
        }
        let (tag, next) = (self.tag(at), self.tag(at + 1));
        match self.kind(at) {
            TokenKind::Colon => return takes.has(Takes::THAT | Takes::QUOTE).then_some((Complement::Quote, at + 1)),
            TokenKind::Quote => return self.quoted_complement(at, takes),
            TokenKind::Word => {}
            _ => return None,
        }
        if tag.any(Tag::THAT) {
            // «مؤكدا، بعد أن وصل، أن»
            if self.belongs_elsewhere(at) {
                return None;
            }
            return takes.has(Takes::THAT).then_some((Complement::That, at));
        }
        let before_that = tag.any(Tag::TO.or(Tag::ABOUT).or(Tag::ON).or(Tag::FROM)) && next.any(Tag::THAT);
        if before_that && takes.has(Takes::THAT) && !tag.any(Tag::PRONOUN_END) {
            return Some((Complement::That, at + 1));
        }
        let speech = next.any(Tag::ACCOUNT.or(Tag::TONGUE).or(Tag::LIMIT)) && tag.any(Tag::ON);
        if takes.preposition(tag) && !speech && !tag.any(Tag::PRONOUN_END.or(Tag::JOINED)) {
            return Some((Complement::Preposition, at));
        }
        // «أفاد المراسل بسماع دوي»: a word that no list knows, with the preposition of the verb.
        if takes.has(Takes::BI) && self.is_bi_word(at) {
            return Some((Complement::Preposition, at));
        }
        // The pronoun is a name's object: «مطالباً إياها», «طالبتهم بعدم».
        if takes.preposition(tag) && tag.any(Tag::BI) && !tag.any(Tag::JOINED.or(Tag::WITH_PRONOUN)) {
            return Some((Complement::Preposition, at));
        }
        None
    }

    /// A strange word written with ب that is no name.
    pub(super) fn is_bi_word(&self, at: usize) -> bool {
        const OTHER: Tag = Tag::KNOWN.or(Tag::NAME).or(Tag::NAME_BEGINS).or(Tag::NAME_GOES_ON).or(Tag::JOINED);
        let word = self.analysed.document.word(at);
        word.starts_with('ب') && word.chars().count() >= 5 && !self.tag(at).any(OTHER)
    }

    fn quoted_complement(&self, at: usize, takes: Takes) -> Option<Found> {
        let quotations = self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at);
        let quotation = quotations.get(i).filter(|q| q.open == at)?;
        let takes_it = takes.has(Takes::QUOTE | Takes::OBJECT) || takes.has(Takes::THAT);
        let said = quotation.inside.len() >= 2 || takes.has(Takes::OBJECT);
        (takes_it && said).then_some((Complement::Quote, at))
    }

    /// إن or the opening of a quotation further on in the same clause.
    pub(crate) fn complement_ahead(&self, from: usize, end: usize, takes: Takes) -> Option<Found> {
        let relative = self.tag(from).any(Tag::RELATIVE) && takes.has(Takes::ABOUT);
        // «أعرب اللاعب، وسط ناديه، عن أسفه»
        let about = takes.has(Takes::ABOUT) && !takes.has(Takes::THAT | Takes::RELAY);
        // «كشف تقرير اللجنة، نشر أمس، عن مقتل»: what is set off by commas is passed over.
        let set_off = takes.has(Takes::ABOUT) && from.checked_sub(1).is_some_and(|b| self.kind(b) == TokenKind::Comma);
        if !takes.has(Takes::THAT) && !relative && !about {
            return if takes.describes() { self.called_so(from, end) } else { None };
        }
        for at in from..end.min(from + FARTHEST) {
            let tag = self.tag(at);
            match self.kind(at) {
                TokenKind::Stop | TokenKind::Semicolon => return None,
                TokenKind::Colon => return Some((Complement::Quote, at + 1)),
                TokenKind::Quote if self.opens_speech(at) => return Some((Complement::Quote, at)),
                _ => {}
            }
            // «يعتبر طبيعيا، فتأكد أنك»: what the verb right before it takes.
            let other = at > from && self.tag(at - 1).all(Tag::VERB.or(Tag::KNOWN));
            let other = other && !self.tag(at - 1).any(Tag::COMMON.or(Tag::NAME).or(Tag::SAY));
            if takes.has(Takes::THAT) && tag.any(Tag::THAT) && !other && !self.belongs_elsewhere(at) {
                return Some((Complement::That, at));
            }
            if relative && tag.any(Tag::ABOUT) && !tag.any(Tag::PRONOUN_END) {
                return Some((Complement::Preposition, at));
            }
            let behind = set_off && self.kind(at - 1) == TokenKind::Comma;
            if (about || behind) && tag.any(Tag::ABOUT) && !tag.any(Tag::PRONOUN_END) {
                return Some((Complement::Preposition, at));
            }
            if tag.any(Tag::SAYING) && at > 0 && self.kind(at - 1) == TokenKind::Comma {
                return None;
            }
            // «مسؤولان طلبا عدم الكشف عن هويتيهما إن»
            let anonymous = self.tag(at + 1).any(Tag::ANONYMITY);
            if tag.any(Tag::SAY.or(Tag::WHILE))
                && !self.is_club(at)
                && !anonymous
                && !tag.any(Tag::TITLE.or(Tag::ARTICLE).or(Tag::OBJECT_PRONOUN))
            {
                return None;
            }
        }
        None
    }

    /// «وصف الوزير ما حدث بأنه»: what it is called behind بأن, in the same clause.
    fn called_so(&self, from: usize, end: usize) -> Option<Found> {
        const OTHER: Tag = Tag::SAY.or(Tag::SAYING).or(Tag::WHILE).or(Tag::BUT);
        let clause = |t: &usize| {
            let ends = matches!(self.kind(*t), TokenKind::Stop | TokenKind::Semicolon | TokenKind::Colon);
            !ends && !self.tag(*t).any(OTHER)
        };
        let mut ahead = (from..end.min(from + 16)).take_while(clause);
        ahead.find(|t| self.tag(*t).all(Tag::THAT.or(Tag::BI))).map(|at| (Complement::Preposition, at))
    }

    /// «رئيس نادي المدينة»: a club written with ي, as «نادى» is not.
    pub(super) fn is_club(&self, at: usize) -> bool {
        let written = self.analysed.document.text_of(tawatur_text::TokenRange::new(at, at + 1));
        self.tag(at).any(Tag::BODY) && written.ends_with('ي')
    }

    /// أن of «بعد أن», «دون أن», «يمكن أن» says nothing. «بيّن أن» is a verb, though it is spelt like a preposition.
    fn belongs_elsewhere(&self, at: usize) -> bool {
        const OTHER: Tag = Tag::ON.or(Tag::TO).or(Tag::ABOUT).or(Tag::FROM);
        at.checked_sub(1).is_some_and(|b| {
            let tag = self.tag(b);
            let verb = tag.any(Tag::SAY) && !tag.any(Tag::OBJECT_PRONOUN);
            tag.any(Tag::PREPOSITION.or(Tag::EXCEPT)) && !tag.any(OTHER) && !verb
        })
    }
}

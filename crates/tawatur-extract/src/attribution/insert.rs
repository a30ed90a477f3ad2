//! What may stand between a verb of saying, its subject and the words said: times, occasions, media, sources.

use tawatur_text::{TokenKind, TokenRange};

use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

/// What was found while insertions were passed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Inserts {
    /// The medium that was spoken to: «لوكالة فرانس برس».
    pub(crate) spoken_to: Option<NounPhrase>,
    /// The carrier named in mid-sentence: «، وفق وكالة سبوتنيك،».
    pub(crate) via: Option<NounPhrase>,
    /// The source of a carrier: «نقلاً عن مصدر أمني».
    pub(crate) from: Option<NounPhrase>,
    /// The verb's own «عنه»: a relay that names its source by a pronoun.
    pub(crate) about_pronoun: bool,
    /// A name introduced by «يدعى».
    pub(crate) called: Option<NounPhrase>,
    /// «قائلاً» or «بالقول» was passed.
    pub(crate) words: bool,
}

/// Longest insertion in tokens.
const LONGEST: usize = 26;
/// Tags that end an insertion without a comma.
const STOPS: Tag = Tag::THAT.or(Tag::SAYING);

impl Reader<'_, '_> {
    /// Passes all insertions from `at` on and gives the first token behind them.
    pub(crate) fn pass_inserts(&self, mut at: usize, end: usize, found: &mut Inserts) -> usize {
        // Every round moves forward, so the number of rounds is bounded by the sentence.
        while at < end {
            let next = self.pass_one(at, end, found);
            if next == at {
                break;
            }
            at = next;
        }
        at
    }

    fn pass_one(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        match self.kind(at) {
            TokenKind::Comma => at + 1,
            TokenKind::Dash | TokenKind::Slash => match self.tag(at + 1).any(Tag::TIME) {
                true => at + 1,
                false => at,
            },
            TokenKind::Open => self.pass_bracket(at, end),
            TokenKind::Number => match self.tag(at + 1).any(Tag::TIME) || at > 0 && self.tag(at - 1).any(Tag::TIME) {
                true => at + 1,
                false => at,
            },
            TokenKind::Word => self.pass_word(at, end, found),
            _ => at,
        }
    }

    fn pass_bracket(&self, at: usize, end: usize) -> usize {
        let close = (at + 1..end.min(at + 14)).find(|i| self.kind(*i) == TokenKind::Close);
        close.map_or(at, |c| c + 1)
    }

    fn pass_word(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        let tag = self.tag(at);
        if tag.any(Tag::THAT) {
            return at;
        }
        if tag.any(Tag::ABOUT) && tag.any(Tag::PRONOUN_END) {
            found.about_pronoun = true;
            return at + 1;
        }
        if tag.any(Tag::WITH_PRONOUN) {
            return at + 1;
        }
        if tag.any(Tag::CALLED) {
            return self.pass_called(at, end, found);
        }
        if tag.any(Tag::ALSO_ADVERB) || tag.any(Tag::SIDE) && tag.any(Tag::BI) && tag.any(Tag::PRONOUN_END) {
            return at + 1;
        }
        if tag.any(Tag::FROM) && self.tag(at + 1).any(Tag::SIDE) && self.tag(at + 1).any(Tag::PRONOUN_END) {
            return at + 2;
        }
        if tag.any(Tag::CUE_SOURCE) {
            return self.pass_via(at, end, found);
        }
        if tag.any(Tag::CUE_RELAY) && self.tag(at + 1).any(Tag::ABOUT) {
            return self.pass_source(at + 2, end, found).unwrap_or(at);
        }
        if tag.any(Tag::ON) && self.tag(at + 1).any(Tag::TONGUE) {
            return self.pass_source(at + 2, end, found).unwrap_or(at);
        }
        if self.is_words(at) {
            found.words = true;
            return at + 1;
        }
        if let Some(next) = self.pass_spoken_to(at, end, found) {
            return next;
        }
        let after_time = at > 0 && self.tag(at - 1).any(Tag::TIME);
        if tag.any(Tag::TIME) && !tag.any(Tag::TITLE.or(Tag::BODY)) || after_time && tag.any(Tag::SAME) {
            return at + 1;
        }
        self.pass_clause(at, end, found)
    }

    /// قائلاً، بالقول: the words follow.
    fn is_words(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.any(Tag::WORDS) && (tag.any(Tag::BI) || tag.any(Tag::PRONOUN_END) || tag.any(Tag::ARTICLE))
            || tag.any(Tag::SAYING) && matches!(self.analysed.document.word(at), "قايلا" | "قايله" | "قايلين" | "قايلات")
    }

    fn pass_called(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        match self.read(at + 1, end) {
            Some(phrase) => {
                found.called = Some(phrase);
                phrase.tokens.end
            }
            None => at + 1,
        }
    }

    fn pass_via(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        match self.read(at + 1, end).filter(|p| p.head.is_known()) {
            Some(phrase) => {
                found.via = Some(phrase);
                phrase.tokens.end
            }
            None => at,
        }
    }

    fn pass_source(&self, at: usize, end: usize, found: &mut Inserts) -> Option<usize> {
        let phrase = self.read(at, end)?;
        found.from = Some(phrase);
        Some(phrase.tokens.end)
    }

    /// «لوكالة …», «لـCNN», «إلى قناة …», «مع إذاعة …».
    pub(super) fn pass_spoken_to(&self, at: usize, end: usize, found: &mut Inserts) -> Option<usize> {
        let (tag, next) = (self.tag(at), self.tag(at + 1));
        let medium = |t: Tag| t.any(Tag::OUTLET.or(Tag::MEDIA).or(Tag::CARRIER)) && !t.any(Tag::ACCOUNT);
        // «للصحفيين»: those who hear it relay nothing that is told of.
        if tag.any(Tag::LI) && tag.any(Tag::MEDIA) && self.analysed.document.word(at).ends_with("ين") {
            return Some(at + 1);
        }
        let start = if tag.any(Tag::LI) && medium(tag) {
            at
        } else if tag.any(Tag::TO) && medium(next) || self.analysed.document.word(at) == "مع" && medium(next) {
            at + 1
        } else if self.analysed.document.word(at) == "ل"
            && self.analysed.document.token(at + 1).is_some_and(|t| t.joined)
        {
            return self.pass_lone_li(at, end, found);
        } else {
            return None;
        };
        if self.is_other_agency(start) {
            return None;
        }
        let phrase = self.read(start, end)?;
        found.spoken_to = Some(phrase);
        Some(phrase.tokens.end)
    }

    /// «لوكالة الفضاء», «لوكالة رعاية الطفولة»: an agency that brings no news is whom an office is of.
    fn is_other_agency(&self, at: usize) -> bool {
        const NEWS: Tag = Tag::OUTLET.or(Tag::MEDIA).or(Tag::NAME).or(Tag::ORGANISATION).or(Tag::NISBA);
        let next = self.tag(at + 1);
        let news = self.tag(at).any(Tag::OUTLET.or(Tag::MEDIA)) || self.analysed.phrase_at(at).is_some();
        let agency = self.is_agency(at) && !news;
        agency && next.any(Tag::MASDAR.or(Tag::COMMON).or(Tag::ARTICLE)) && !next.any(NEWS)
    }

    /// «لـ» apart from the name of the medium.
    fn pass_lone_li(&self, at: usize, end: usize, found: &mut Inserts) -> Option<usize> {
        if self.kind(at + 1) == TokenKind::Quote {
            let quotations = self.analysed.document.quotations();
            let i = quotations.partition_point(|q| q.open < at + 1);
            let quotation = quotations.get(i).filter(|q| q.open == at + 1 && q.inside.len() <= 5)?;
            let mut phrase = self.read(quotation.inside.start, quotation.inside.end)?;
            phrase.tokens = quotation.inside;
            phrase.name = TokenRange::new(phrase.tokens.start, phrase.tokens.start);
            phrase.title = phrase.tokens;
            found.spoken_to = Some(phrase);
            return Some((quotation.close? + 1).min(end));
        }
        let phrase = self.read(at + 1, end)?;
        found.spoken_to = Some(phrase);
        Some(phrase.tokens.end)
    }

    /// A phrase of occasion, or a clause about the speaker, up to the next comma or the words said.
    fn pass_clause(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        let (tag, next) = (self.tag(at), self.tag(at + 1));
        let occasion = tag.any(Tag::IN)
            && next.any(
                Tag::SPEECH.or(Tag::SAME).or(Tag::TIME).or(Tag::ACCOUNT).or(Tag::CARRIER).or(Tag::MEDIA).or(Tag::PLACE),
            );
        let platform = (tag.any(Tag::ON) || self.analysed.document.word(at) == "عبر")
            && next.any(Tag::ACCOUNT.or(Tag::CARRIER).or(Tag::OUTLET).or(Tag::MEDIA).or(Tag::SPEECH));
        let other = tag.any(Tag::PREPOSITION)
            && !tag.any(Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::BI).or(Tag::LI));
        let about_him = tag.any(Tag::RELATIVE) || tag.any(Tag::HE) && tag.any(Tag::JOINED);
        let aside = tag.any(Tag::IN) && (next.any(Tag::MASDAR) || self.analysed.document.word(at + 1) == "ختام");
        if !(occasion || platform || other || about_him || aside) {
            return at;
        }
        let limit = end.min(at + LONGEST);
        let mut i = at + 1;
        while i < limit {
            match self.kind(i) {
                TokenKind::Comma | TokenKind::Colon => return i,
                TokenKind::Stop | TokenKind::Semicolon => return at,
                TokenKind::Quote if self.opens_speech(i) => return i,
                _ => {}
            }
            let tag = self.tag(i);
            if tag.any(STOPS) {
                return i;
            }
            if tag.any(Tag::SAY) && tag.any(Tag::JOINED) {
                return at;
            }
            // «في بيان نشرته وكالات الأنباء»
            if tag.any(Tag::BROADCASTS)
                && let Some(carrier) = self.read(i + 1, limit).filter(|p| matches!(p.head, Head::Medium | Head::Agency))
            {
                i = carrier.tokens.end;
                found.via = Some(carrier);
                continue;
            }
            match self.pass_spoken_to(i, end, found) {
                Some(next) => i = next.max(i + 1),
                None => i += 1,
            }
            if (occasion || platform) && (i > at + 2 || i == at + 2 && next.any(Tag::TIME)) && self.ends_occasion(i) {
                return i;
            }
        }
        at
    }

    /// An occasion is short: what follows its noun and adjectives may be the words said.
    fn ends_occasion(&self, at: usize) -> bool {
        let tag = self.tag(at);
        self.kind(at) == TokenKind::Word
            && (self.is_bi_word(at)
                || tag.any(Tag::TO.or(Tag::ABOUT)) && !tag.any(Tag::PRONOUN_END)
                || tag.any(Tag::MASDAR) && !tag.any(Tag::ARTICLE))
    }

    /// Whether a quotation mark opens a clause and not a name.
    pub(crate) fn opens_speech(&self, at: usize) -> bool {
        let quotations = self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at);
        quotations.get(i).is_some_and(|q| q.open == at && (q.inside.len() >= 4 || q.close.is_none()))
    }
}

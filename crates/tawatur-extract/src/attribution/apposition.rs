//! Names joined to the office before them, and offices to the name.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::insert::Inserts;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

impl Reader<'_, '_> {
    /// Joins a name to the office before it, or an office to the name before it.
    pub(crate) fn apposition(&self, phrase: &NounPhrase, at: usize, end: usize) -> Option<NounPhrase> {
        if let Some(stop) = self.hash_end(at).filter(|s| *s <= end) {
            let nameless = phrase.can_bear_name();
            let name = TokenRange::new(at + 1, stop);
            let tokens = TokenRange::new(phrase.tokens.start, stop);
            let office = self.tag(at + 1).any(Tag::BODY.or(Tag::PLACE).or(Tag::TITLE));
            return (nameless && !office).then_some(NounPhrase { tokens, name, definite: true, ..*phrase });
        }
        if at >= end || at <= phrase.tokens.end.saturating_sub(1) || self.kind(at) != TokenKind::Word {
            return None;
        }
        // «أحد العمال، الذي زار المنطقة، لبي بي سي»: the medium that he told it.
        let led = self.analysed.document.word(at).starts_with('ل');
        if phrase.head == Head::Source && led && !self.tag(at).any(Tag::NAME.or(Tag::NAME_BEGINS)) {
            return None;
        }
        if self.pass_seat(at, end).is_some() {
            return None;
        }
        if let Some(named) = self.with_name(phrase, at, end) {
            return Some(named);
        }
        let other = self.read(at, end)?;
        if !self.closes(other.tokens.end, end) {
            return None;
        }
        let mut merged = *phrase;
        if phrase.can_bear_name() && self.is_bare_name(&other) {
            merged.name = other.tokens;
            merged.head = Head::Title;
            merged.definite = true;
        } else if phrase.head.is_person() && phrase.name.is_empty() && other.head == Head::Title {
            merged.name = other.name;
            merged.owner = if merged.owner.is_empty() { other.owner } else { merged.owner };
        } else if (phrase.head == Head::Name || phrase.head == Head::Unknown)
            && matches!(other.head, Head::Title | Head::Source)
        {
            merged.name = phrase.tokens;
            merged.title = other.tokens;
            merged.owner = other.owner;
            merged.head = Head::Title;
            merged.definite = true;
        } else {
            return None;
        }
        merged.tokens = TokenRange::new(phrase.tokens.start, other.tokens.end);
        Some(merged)
    }

    /// The phrase with all that stands beside it, insertions passed, and the first token behind.
    pub(super) fn with_appositions(
        &self,
        mut phrase: NounPhrase,
        end: usize,
        inserts: &mut Inserts,
    ) -> (NounPhrase, usize) {
        let mut next = self.pass_inserts(phrase.tokens.end, end, inserts);
        while let Some(merged) = self.apposition(&phrase, next, end) {
            phrase = merged;
            next = self.pass_inserts(phrase.tokens.end, end, inserts);
        }
        (phrase, next)
    }

    /// Bare words between a comma behind an office and the next mark are the name.
    fn with_name(&self, phrase: &NounPhrase, at: usize, end: usize) -> Option<NounPhrase> {
        let strange = |t: usize| {
            const ORDINARY: Tag = Tag::KNOWN.or(Tag::COMMON).or(Tag::VERBAL).or(Tag::ARTICLE).or(Tag::MASDAR);
            self.kind(t) == TokenKind::Word && (!self.tag(t).any(ORDINARY) || self.tag(t).any(Tag::NAME))
        };
        let named = at == phrase.tokens.end && phrase.definite && strange(at) && strange(at + 1);
        let set_off = self.kind(at.checked_sub(1)?) == TokenKind::Comma || named;
        let described = phrase.head == Head::Unknown && phrase.definite && self.tag(at).any(Tag::NAME_BEGINS);
        if !(phrase.can_bear_name() || described) || !set_off {
            return None;
        }
        if self.kind(at - 1) == TokenKind::Comma
            && let Some(stop) = self.between_commas(at, end)
        {
            let tokens = TokenRange::new(phrase.tokens.start, stop);
            return Some(phrase.with_name(tokens, TokenRange::new(at, stop)));
        }
        let stop = at + self.bare_run(at).min(end - at);
        let whole = stop - at >= 2 || stop > at && !self.tag(at).any(Tag::KNOWN.or(Tag::COMMON).or(Tag::VERBAL));
        if !whole || !self.ends_name(stop) && !self.tag(stop).any(Tag::MASDAR) {
            return None;
        }
        Some(phrase.with_name(TokenRange::new(phrase.tokens.start, stop), TokenRange::new(at, stop)))
    }

    /// «المدير، سالم الجبوري، إن»: two to four words between commas of which none is a word that a name cannot hold.
    fn between_commas(&self, at: usize, end: usize) -> Option<usize> {
        let word = |t: &usize| self.kind(*t) == TokenKind::Word;
        let count = (at..end.min(at + 5)).take_while(word).count();
        let stop = at + count;
        let foreign = |t: usize| {
            let tag = self.tag(t);
            tag.any(Tag::NAME.or(Tag::NAME_WORD).or(Tag::LINK)) || !tag.any(Tag::KNOWN.or(Tag::ARTICLE))
        };
        const NEVER: Tag =
            Tag::THAT.or(Tag::SAY).or(Tag::SAYING).or(Tag::RELATIVE).or(Tag::IN).or(Tag::TITLE).or(Tag::BODY);
        let never = |t: usize| self.tag(t).any(NEVER) && !self.tag(t).any(Tag::NAME);
        let fits = (2..=4).contains(&count)
            && stop < end
            && self.kind(stop) == TokenKind::Comma
            && foreign(at)
            && !(at..stop).any(never)
            && !self.tag(at).any(Tag::ARTICLE.or(Tag::TIME).or(Tag::MASDAR));
        fits.then_some(stop)
    }

    /// The name behind the next comma, where the office before it goes on with words that no rule reads.
    pub(super) fn name_ahead(&self, phrase: &NounPhrase, from: usize, end: usize) -> Option<NounPhrase> {
        if !phrase.can_bear_name() {
            return None;
        }
        for at in from..end.min(from + 8) {
            let tag = self.tag(at);
            if at > from && self.goes_on_with_office(from) && self.is_name_of_office(at, end) {
                let stop = self.read_name_end(at);
                return Some(phrase.with_name(TokenRange::new(phrase.tokens.start, stop), TokenRange::new(at, stop)));
            }
            if self.kind(at) == TokenKind::Comma {
                let merged = self.apposition(phrase, at + 1, end)?;
                return (!merged.name.is_empty()).then_some(merged);
            }
            if self.kind(at) != TokenKind::Word || tag.any(Tag::THAT.or(Tag::SAY).or(Tag::SAYING).or(Tag::RELATIVE)) {
                return None;
            }
        }
        None
    }

    /// «السفير إلى المجلس», «المندوب لدى المنظمة», «الوكيل للشؤون الإنسانية ومنسق الإغاثة»: to whom or over what he is set.
    fn goes_on_with_office(&self, at: usize) -> bool {
        static SENT: OnceLock<Senses> = OnceLock::new();
        let sent = Senses::once(&SENT, self.analysed.lexicon(), &["prep:to", "prep:at"]);
        let (tag, next) = (self.tag(at), self.tag(at + 1));
        const BODIES: Tag = Tag::BODY.or(Tag::ORGANISATION).or(Tag::PLACE).or(Tag::PLACE_HEAD);
        static OVERSEES: OnceLock<Senses> = OnceLock::new();
        let oversees = Senses::once(&OVERSEES, self.analysed.lexicon(), &["title:supervisor"]);
        // «المشرفة على الدراسة»
        if tag.any(Tag::ON) && next.any(Tag::ARTICLE) && at > 0 && self.analysed.is(at - 1, oversees) {
            return true;
        }
        let to_body = self.analysed.is(at, sent) && !tag.any(Tag::PRONOUN_END) && next.any(BODIES);
        to_body || tag.all(Tag::LI.or(Tag::ARTICLE)) || tag.all(Tag::JOINED.or(Tag::TITLE))
    }

    /// A name that the reader of names has read, or a run of bare words with the words said right behind.
    fn is_name_of_office(&self, at: usize, end: usize) -> bool {
        let read = self.tag(at).any(Tag::NAME_BEGINS);
        let before = self.tag(at - 1);
        let free = !before.any(Tag::TITLE.or(Tag::BODY).or(Tag::MASDAR)) || before.any(Tag::ARTICLE);
        let run = self.bare_run(at);
        let strange =
            |t: usize| !self.tag(t).any(Tag::KNOWN.or(Tag::COMMON).or(Tag::VERBAL)) || self.tag(t).any(Tag::NAME);
        let bare = run >= 2 && at + run <= end && self.ends_name(at + run) && (at..at + run).any(strange);
        free && (read || bare && before.any(Tag::ARTICLE.or(Tag::ORGANISATION)))
    }

    fn read_name_end(&self, at: usize) -> usize {
        let goes_on = |t: &usize| self.tag(*t).any(Tag::NAME_GOES_ON);
        let read = at + 1 + (at + 1..at + 8).take_while(goes_on).count();
        if self.tag(at).any(Tag::NAME_BEGINS) { read } else { at + self.bare_run(at) }
    }

    /// A name of the lexicon, or words that it does not know at all.
    fn is_bare_name(&self, phrase: &NounPhrase) -> bool {
        let after_comma = phrase.tokens.start.checked_sub(1).is_some_and(|b| self.kind(b) == TokenKind::Comma);
        let strange = |t: usize| {
            !self.tag(t).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::COMMON).or(Tag::VERBAL)) || self.tag(t).any(Tag::NAME)
        };
        match phrase.head {
            Head::Name => true,
            // Set off by a comma behind an office, one strange word makes a name of its neighbours.
            Head::Unknown if after_comma && (2..=5).contains(&phrase.tokens.len()) => {
                phrase.tokens.iter().any(strange) && !self.tag(phrase.tokens.start).any(Tag::ARTICLE.or(Tag::MASDAR))
            }
            Head::Unknown => phrase.tokens.iter().all(|t| {
                let tag = self.tag(t);
                !tag.any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR))
                    || tag.any(Tag::NAME)
                    || self.kind(t) != TokenKind::Word
            }),
            _ => false,
        }
    }

    /// Whether an apposition can end here: a mark, or the words said.
    fn closes(&self, at: usize, end: usize) -> bool {
        at >= end
            || !matches!(self.kind(at), TokenKind::Word | TokenKind::Number)
            || self.tag(at).any(
                Tag::THAT
                    .or(Tag::SUBORDINATE)
                    .or(Tag::MASDAR)
                    .or(Tag::TO)
                    .or(Tag::ON)
                    .or(Tag::IN)
                    .or(Tag::TIME)
                    .or(Tag::SAYING)
                    .or(Tag::LI)
                    .or(Tag::QAD)
                    .or(Tag::SAY)
                    .or(Tag::PREPOSITION),
            )
    }
}

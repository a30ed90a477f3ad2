//! Personal names inside a noun phrase.

use tawatur_text::{TokenKind, TokenRange};

use super::Head;
use super::reader::{ENDS, Growing, PREPOSITIONS, Reader};
use crate::clause::Tag;

/// Names, and words that are names beside others.
const NAMEISH: Tag = Tag::NAME.or(Tag::NAME_WORD);

impl Reader<'_, '_> {
    /// A word that is a name and an ordinary word too is a name where another name follows.
    pub(super) fn is_name_head(&self, at: usize) -> bool {
        let tag = self.tag(at);
        !tag.any(Tag::COMMON.or(Tag::VERB).or(Tag::VERBAL).or(PREPOSITIONS)) || self.tag(at + 1).any(Tag::NAME)
    }

    pub(super) fn is_in_the_name_of(&self, at: usize) -> bool {
        matches!(self.analysed.document.word(at), "باسم" | "باسمه" | "باسمها" | "باسمهم")
    }

    /// Whether a token goes on with, or begins, the name of a person here.
    pub(super) fn is_name_word(&self, at: usize, g: &Growing) -> bool {
        let tag = self.tag(at);
        // رجب is a month, too.
        let other = Tag::ARTICLE.or(Tag::NUMBER).or(Tag::TIME).or(PREPOSITIONS).or(ENDS);
        let month = tag.any(NAMEISH) && self.kind(at + 1) == TokenKind::Word && !self.tag(at + 1).any(other);
        // «تيريزا ماي», «صلاح رمضان»: what the reader of names took for the name is no month.
        let time = tag.any(Tag::TIME) && !tag.any(Tag::NUMBER.or(Tag::NAME_GOES_ON)) && !month;
        let in_name_already = !g.phrase.name.is_empty() && g.phrase.name.end == g.at;
        let proclitic = tag.any(Tag::BI.or(Tag::LI)) && !tag.any(Tag::NAME) && !in_name_already;
        let goes_on = tag.any(Tag::NAME) || self.tag(at + 1).any(Tag::NAME_GOES_ON);
        let read = tag.any(Tag::NAME_BEGINS) && goes_on || tag.all(Tag::NAME.or(Tag::NAME_GOES_ON));
        if tag.any(ENDS) && !read || time || proclitic || self.is_in_the_name_of(at) || self.is_what_word(tag) {
            return false;
        }
        let in_name = !g.phrase.name.is_empty() && g.phrase.name.end == g.at;
        // «تركي آل الشيخ»: a family's word asks for its name.
        if in_name && self.tag(at - 1).any(Tag::LINK) && tag.any(Tag::ARTICLE) {
            return true;
        }
        // What the reader of names has read is the name, and the whole of it.
        if in_name && (tag.any(Tag::NAME_GOES_ON) || self.is_read_name(at - 1)) {
            return tag.any(Tag::NAME_GOES_ON);
        }
        if in_name {
            return !self.is_told_by_name(tag) && self.continues_name(at, tag);
        }
        let of_owner = g.phrase.owner.start == at && at > g.phrase.tokens.start;
        // «المسؤولة في بلدية المدينة سعاد الخطيب», «الشاهد سامي الخطيب»
        let one = matches!(g.phrase.head, Head::Official | Head::Source) && g.closed && !g.phrase.plural;
        let bears = g.phrase.head == Head::Title || one || self.is_stranger(at, g);
        let can_bear = bears && g.phrase.name.is_empty() && !of_owner;
        can_bear
            && (g.closed && (tag.any(Tag::NAME_BEGINS) || self.begins_name(at, tag) || self.is_run_of_name(at))
                || !g.closed && tag.any(Tag::NAME) && self.begins_name(at, tag))
    }

    /// «قال المتسلق سامي عزي»: behind a verb of saying, whoever a name was read for is a person, though no list knows what he is.
    /// «عائلة الشابة مريم»: the name of another whom he belongs to.
    fn is_stranger(&self, at: usize, g: &Growing) -> bool {
        let start = g.phrase.tokens.start;
        let first = self.tag(start);
        let noun = first.any(Tag::COMMON) && !first.any(Tag::MASDAR.or(Tag::PRONOUN_END));
        let said = start.checked_sub(1).is_some_and(|b| self.tag(b).any(Tag::SAY));
        const OTHERS: Tag = Tag::PERSON.or(Tag::TITLE).or(Tag::OFFICIAL);
        let another = |t: usize| self.tag(t).any(Tag::ARTICLE) && self.tag(t).any(OTHERS);
        let own = first.any(Tag::ARTICLE) || !(start + 1..at).any(another);
        g.phrase.head == Head::Unknown && g.closed && noun && said && own && self.tag(at).any(Tag::NAME_BEGINS)
    }

    /// «وصف الوزير ما جرى»: what is told of, unless the reader of names has read a name there.
    fn is_what_word(&self, tag: Tag) -> bool {
        tag.any(Tag::WHAT) && !tag.any(Tag::NAME_BEGINS.or(Tag::NAME_GOES_ON))
    }

    /// «تابعت هيفاء حديثها», «نفى ماكيب الاتهامات»: what somebody does behind his name, and no part of it.
    fn is_told_by_name(&self, tag: Tag) -> bool {
        let own = tag.any(Tag::PRONOUN_END) && tag.any(Tag::COMMON.or(Tag::MASDAR).or(Tag::SPEECH));
        (own || tag.all(Tag::ACT.or(Tag::ARTICLE))) && !tag.any(Tag::NAME)
    }

    /// A bare word that is a name of the lexicon or no word of it at all.
    pub(super) fn begins_name(&self, at: usize, tag: Tag) -> bool {
        let known_name = tag.any(Tag::NAME) && !self.is_spelt_as_preposition(at, tag);
        if tag.any(Tag::LINK) && !tag.any(ENDS) {
            // عبد الله، أبو بكر
            return self.kind(at + 1) == TokenKind::Word;
        }
        if tag.any(Tag::ARTICLE) && tag.any(Tag::COMMON.or(Tag::NISBA).or(Tag::ADJECTIVE)) {
            return false;
        }
        if tag.any(Tag::NAME_WORD) && !self.is_spelt_as_preposition(at, tag) {
            let bare = !self.tag(at + 1).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::COMMON).or(Tag::MASDAR).or(Tag::LI));
            let next = self.tag(at + 1).any(NAMEISH) || bare && self.kind(at + 1) == TokenKind::Word;
            return next || self.ends_name(at + 1);
        }
        if known_name {
            return !tag.any(Tag::TITLE.or(Tag::BODY).or(Tag::SAY)) || self.tag(at + 1).any(Tag::NAME);
        }
        !tag.any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR).or(Tag::COMMON).or(Tag::LI)) && self.is_long(at)
    }

    pub(super) fn continues_name(&self, at: usize, tag: Tag) -> bool {
        if tag.any(Tag::LINK) {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |b| self.analysed.document.word(b));
        // سامي الخطيب: a family name that is an ordinary word, where the name ends with it.
        if tag.any(Tag::ARTICLE) && !tag.any(Tag::NISBA.or(Tag::TIME)) && self.ends_name(at + 1) {
            return true;
        }
        // عبد الله، عبد الناصر; الثاني behind the name of a king.
        if tag.any(Tag::ARTICLE)
            && (before == "عبد"
                || tag.any(Tag::NUMBER) && !tag.any(Tag::TIME)
                || self.analysed.document.word(at) == "الله")
        {
            return true;
        }
        if tag.any(Tag::NAME) && !self.is_spelt_as_preposition(at, tag) {
            return !tag.any(Tag::SAY.or(Tag::JOINED).or(Tag::LI)) || tag.any(Tag::ARTICLE);
        }
        let ordinary = Tag::KNOWN.or(Tag::MASDAR).or(Tag::COMMON).or(Tag::VERB).or(Tag::JOINED).or(Tag::LI).or(Tag::BI);
        if tag.any(Tag::COMMON) && !tag.any(Tag::KNOWN.or(Tag::MASDAR).or(Tag::ARTICLE)) && self.ends_name(at + 1) {
            return true;
        }
        // Between a name and the words said, or the comma, nothing but the name goes on: وائل علوان.
        let within = at.checked_sub(1).is_some_and(|b| self.tag(b).any(NAMEISH));
        let no_name = Tag::ARTICLE.or(Tag::MASDAR).or(Tag::SAY).or(Tag::BODY).or(Tag::SPEECH).or(PREPOSITIONS);
        let closes = self.begins_words(at + 1) || self.kind(at + 1) == TokenKind::Comma;
        // رجب طيب أردوغان
        let between = (self.tag(at + 1).any(NAMEISH) || tag.any(Tag::NAME_WORD) && self.ends_name(at + 1))
            && !self.tag(at + 1).any(Tag::COMMON.or(Tag::TITLE));
        if within && (closes || between) && !tag.any(no_name) {
            return true;
        }
        // بوتن، لويس: what looks like a preposition belongs to the name that ends with it.
        let proclitic = tag.any(Tag::BI.or(Tag::LI).or(Tag::JOINED)) && !tag.any(Tag::KNOWN.or(Tag::ARTICLE));
        if proclitic
            && (self.begins_words(at + 1) || self.tag(at + 1).any(Tag::QAD) || self.kind(at + 1) == TokenKind::Comma)
        {
            return !self.joins_unknown(at);
        }
        if tag.any(Tag::VERB) && !tag.any(Tag::KNOWN.or(Tag::ARTICLE)) && self.ends_name(at + 1) {
            return true;
        }
        let foreign = !tag.any(ordinary) && !self.joins_unknown(at);
        foreign && self.is_long(at)
    }

    /// Two to four bare words right before the words said are a name, though each be an ordinary word: ظريف، غنيمات.
    pub(super) fn is_run_of_name(&self, at: usize) -> bool {
        let run = self.bare_run(at);
        let strange = |t: usize| {
            let proclitic = self.tag(t).any(Tag::BI.or(Tag::LI).or(Tag::JOINED));
            !self.tag(t).any(Tag::KNOWN) && (proclitic || !self.tag(t).any(Tag::COMMON.or(Tag::VERBAL)))
        };
        run >= 2 && (self.begins_words(at + run) || self.ends_name(at + run) && (at..at + run).any(strange))
    }

    /// How many bare words, at most four, stand here that a name can consist of.
    pub(crate) fn bare_run(&self, at: usize) -> usize {
        const NONE: Tag =
            ENDS.or(Tag::TIME).or(Tag::MASDAR).or(Tag::LI).or(Tag::BI).or(Tag::SAY).or(Tag::BODY).or(Tag::TITLE);
        let bare = |t: &usize| {
            let tag = self.tag(*t);
            let article = tag.any(Tag::ARTICLE) && !tag.any(Tag::NAME);
            let preposition = tag.any(PREPOSITIONS) && !tag.any(Tag::NAME);
            let part = tag.any(NAMEISH.or(Tag::LINK)) || tag.any(Tag::BI.or(Tag::LI)) && !tag.any(Tag::KNOWN);
            let named_for = self.is_in_the_name_of(*t);
            let other = named_for || article || preposition || self.is_what_word(tag);
            self.kind(*t) == TokenKind::Word && !other && (!tag.any(NONE) || part)
        };
        (at..at + 4).take_while(bare).count()
    }

    /// إن, a colon or a quotation mark.
    pub(super) fn begins_words(&self, at: usize) -> bool {
        self.tag(at).any(Tag::THAT) || matches!(self.kind(at), TokenKind::Colon | TokenKind::Quote)
    }

    /// What can stand right behind a name.
    pub(crate) fn ends_name(&self, at: usize) -> bool {
        const AFTER: Tag =
            Tag::IN.or(Tag::TO).or(Tag::ON).or(Tag::TIME).or(Tag::SAYING).or(Tag::LI).or(Tag::QAD).or(Tag::RELATIVE);
        self.begins_words(at)
            || !matches!(self.kind(at), TokenKind::Word | TokenKind::Number)
            || self.tag(at).any(AFTER)
    }

    /// علي is a name and على a preposition; folding makes them one.
    pub(super) fn is_spelt_as_preposition(&self, at: usize, tag: Tag) -> bool {
        tag.any(PREPOSITIONS) && !self.analysed.document.text_of(TokenRange::new(at, at + 1)).ends_with('ي')
    }

    fn is_read_name(&self, at: usize) -> bool {
        self.tag(at).any(Tag::NAME_BEGINS.or(Tag::NAME_GOES_ON))
    }

    pub(super) fn is_long(&self, at: usize) -> bool {
        self.analysed.document.word(at).chars().nth(1).is_some()
    }

    /// Takes the words of a name from `from` on.
    pub(super) fn name(&self, g: &mut Growing, from: usize, limit: usize) -> bool {
        g.at = g.at.max(from + 1);
        g.end = g.at;
        g.phrase.name = TokenRange::new(from, g.at);
        while g.at < limit {
            let Some(token) = self.analysed.document.token(g.at).filter(|t| !t.line_start) else { break };
            let joined_dash = token.kind == TokenKind::Dash
                && token.joined
                && self.analysed.document.token(g.at + 1).is_some_and(|t| t.joined && t.kind == TokenKind::Word);
            let initial = token.kind == TokenKind::Stop && token.joined && self.is_initial(g.at - 1);
            let hash = token.kind == TokenKind::Hash && self.kind(g.at + 1) == TokenKind::Word;
            // «#سلمى_حداد»
            if token.kind == TokenKind::Symbol && self.analysed.document.text_at(g.at) == "_" && g.at + 1 < limit {
                self.take(g, 2);
                g.phrase.name.end = g.at;
                continue;
            }
            if joined_dash || initial || hash || token.kind == TokenKind::Word && self.is_name_word(g.at, g) {
                g.at += if joined_dash { 2 } else { 1 };
                if !hash {
                    g.end = g.at;
                }
                g.phrase.name.end = g.at;
                continue;
            }
            break;
        }
        g.phrase.name.end = g.end;
        g.phrase.definite = true;
        g.closed = true;
        if matches!(g.phrase.head, Head::Official | Head::Source) {
            g.phrase.head = Head::Title;
        }
        true
    }

    /// Behind the name only a second speaker goes on with the phrase.
    pub(super) fn after_name(&self, g: &mut Growing, tag: Tag, limit: usize) -> bool {
        let _ = limit;
        let _ = tag;
        g.at = g.end;
        false
    }
}

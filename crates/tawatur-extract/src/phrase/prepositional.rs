//! How a noun phrase takes in a preposition with what stands behind it.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::Head;
use super::reader::{Growing, Reader};
use crate::Senses;
use crate::clause::Tag;

impl Reader<'_, '_> {
    /// في with the place or the body that somebody belongs to; في بيان belongs to the verb.
    pub(super) fn grow_place(&self, g: &mut Growing, limit: usize) -> bool {
        let next = g.at + 1;
        let tag = self.tag(next);
        let of_place = tag.any(Tag::PLACE.or(Tag::PLACE_HEAD).or(Tag::BODY).or(Tag::ORGANISATION))
            || tag.any(Tag::ARTICLE) && !tag.any(Tag::MASDAR);
        let of_speech = tag.any(Tag::SPEECH.or(Tag::TIME).or(Tag::ACCOUNT).or(Tag::WORDS).or(Tag::SIDE));
        let placed = matches!(
            g.phrase.head,
            Head::Title | Head::Body | Head::Source | Head::Official | Head::Medium | Head::Agency
        );
        if !of_place || of_speech || !placed || next >= limit || self.kind(next) != TokenKind::Word {
            return false;
        }
        if g.phrase.head == Head::Title && g.phrase.owner.is_empty() && tag.any(Tag::BODY) {
            g.phrase.owner = TokenRange::new(next, next);
        }
        g.at = next;
        g.closed = false;
        self.take_phrase(g, limit);
        true
    }

    /// من behind an unnamed source: مصدر من الوزارة.
    pub(super) fn grow_from(&self, g: &mut Growing, limit: usize) -> bool {
        let next = g.at + 1;
        let tag = self.tag(next);
        let source = matches!(g.phrase.head, Head::Source | Head::Official | Head::Unknown)
            || g.phrase.head == Head::Title && !g.phrase.definite;
        let whole = tag.any(Tag::BODY.or(Tag::ORGANISATION).or(Tag::PLACE).or(Tag::PLACE_HEAD).or(Tag::TITLE));
        // الوكالة الوطنية للتخفيف من الكوارث
        let task =
            is_bodily(g.phrase.head) && self.tag(g.at - 1).all(Tag::LI.or(Tag::ARTICLE)) && tag.any(Tag::ARTICLE);
        if !(source && whole || task) || next >= limit {
            return false;
        }
        g.at = next;
        g.closed = false;
        self.take_phrase(g, limit);
        true
    }

    /// باسم behind a spokesman; بالمدينة behind a body.
    pub(super) fn grow_bi(&self, g: &mut Growing, limit: usize) -> bool {
        let tag = self.tag(g.at);
        if self.is_in_the_name_of(g.at) {
            let next = g.at + 1;
            self.take(g, 1);
            g.closed = self.analysed.document.word(next - 1) != "باسم";
            if !g.closed {
                g.phrase.owner = TokenRange::new(next, next);
            }
            return next < limit;
        }
        let local = tag.any(Tag::PLACE_HEAD.or(Tag::PLACE).or(Tag::BODY).or(Tag::ORGANISATION));
        let speech = tag.any(Tag::WORDS.or(Tag::SPEECH).or(Tag::ACCOUNT));
        if !local || speech || g.phrase.head == Head::Unknown {
            return false;
        }
        g.closed = false;
        self.take_phrase(g, limit);
        true
    }

    /// ل behind an office or a body: الأمانة العامة لمنظمة; a medium with ل is the one spoken to.
    pub(super) fn grow_li(&self, g: &mut Growing, limit: usize) -> bool {
        let tag = self.tag(g.at);
        // «لـ"فرانس برس"»: to whom it was told.
        if self.kind(g.at + 1) == TokenKind::Quote && self.analysed.document.word(g.at).chars().nth(1).is_none() {
            return false;
        }
        // «ونسبت الوكالة لأكرم القول»: a person behind a carrier is whom it quotes.
        const BODIES: Tag = Tag::BODY.or(Tag::ORGANISATION).or(Tag::PLACE).or(Tag::TITLE);
        if matches!(g.phrase.head, Head::Agency | Head::Medium)
            && tag.any(Tag::NAME.or(Tag::NAME_WORD).or(Tag::NAME_BEGINS))
            && !tag.any(BODIES)
        {
            return false;
        }
        let spoken_to = tag.any(Tag::OUTLET.or(Tag::MEDIA).or(Tag::ACCOUNT).or(Tag::CARRIER));
        let heads = matches!(g.phrase.head, Head::Title | Head::Body | Head::Agency | Head::Document | Head::Official)
            || g.phrase.head == Head::Medium && self.is_agency_noun(g.phrase.tokens.start)
            || g.phrase.head == Head::Unknown && g.closed && tag.any(Tag::BODY);
        // «مسؤول بالأمم المتحدة لمجلس الأمن»: behind a name that is whole, ل tells to whom.
        let last =
            self.analysed.phrase_over(g.end.saturating_sub(1)).map_or(g.end.saturating_sub(1), |p| p.tokens.start);
        // «وفق المرصد لغارات», «الوزيرة لبرنامج "الصباح"»: what follows a phrase that is whole, and no part of it.
        if self.ends_before_li(g, tag) {
            return false;
        }
        let whole =
            self.tag(last).any(Tag::ORGANISATION) && last > g.phrase.tokens.start && g.phrase.head == Head::Title;
        if whole || !heads || spoken_to && !self.is_for_news(g) || tag.any(Tag::PRONOUN_END) {
            return false;
        }
        // الوكالة الوطنية لإدارة الكوارث
        let task = g.closed && is_bodily(g.phrase.head) && self.tag(g.at + 1).any(Tag::ARTICLE);
        if tag.any(Tag::MASDAR) && !tag.any(Tag::ARTICLE) && !task {
            return false;
        }
        if g.phrase.head == Head::Title && g.phrase.owner.is_empty() && tag.any(Tag::BODY.or(Tag::ORGANISATION)) {
            g.phrase.owner = TokenRange::new(g.at, g.at);
        }
        g.closed = false;
        self.take_phrase(g, limit);
        true
    }

    /// Behind one word with the article, ل with a word that has none and is no body, office or place; behind a longer phrase, ل
    /// with a show by its name.
    fn ends_before_li(&self, g: &Growing, tag: Tag) -> bool {
        const PARTS: Tag = Tag::ARTICLE.or(Tag::BODY).or(Tag::ORGANISATION).or(Tag::PLACE).or(Tag::TITLE);
        let start = g.phrase.tokens.start;
        let alone = g.end == start + 1 && self.tag(start).any(Tag::ARTICLE) && g.closed;
        let told = g.closed && tag.any(Tag::SHOW) && self.kind(g.at + 1) == TokenKind::Quote;
        (alone || told) && !tag.any(PARTS)
    }

    /// «الوكالة الوطنية للأرصاد»: an agency is a body of any kind.
    fn is_agency_noun(&self, at: usize) -> bool {
        static AGENCY: OnceLock<Senses> = OnceLock::new();
        let agency = Senses::once(&AGENCY, self.analysed.lexicon(), &["noun:body-agency"]);
        self.analysed.is(at, agency)
    }

    /// وكالة … للأنباء، للإعلام
    pub(super) fn is_for_news(&self, g: &Growing) -> bool {
        g.phrase.head == Head::Agency && self.tag(g.at).any(Tag::ARTICLE)
    }
}

/// What can have a task: «الوكالة الوطنية لإدارة الكوارث» is spelt like an agency of news.
fn is_bodily(head: Head) -> bool {
    matches!(head, Head::Body | Head::Agency | Head::Medium)
}

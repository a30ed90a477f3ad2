//! How a noun phrase takes in the next token.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::Head;
use super::reader::{ENDS, Growing, PREPOSITIONS, Reader};
use crate::Senses;
use crate::clause::Tag;

impl Reader<'_, '_> {
    /// Takes the next token into the phrase; false where the phrase ends.
    pub(super) fn grow(&self, g: &mut Growing, limit: usize) -> bool {
        let at = g.at;
        let Some(token) = self.analysed.document.token(at).filter(|t| !t.line_start) else { return false };
        match token.kind {
            TokenKind::Word => self.grow_word(g, limit),
            TokenKind::Hash => {
                g.at += 1;
                true
            }
            // «#وزارة_الصحة»
            TokenKind::Symbol if self.analysed.document.text_at(at) == "_" && at + 1 < limit => {
                self.take(g, 2);
                true
            }
            TokenKind::Quote => self.grow_quoted(g, limit),
            TokenKind::Dash if token.joined && self.analysed.document.token(at + 1).is_some_and(|t| t.joined) => {
                self.take(g, 2.min(limit - at));
                true
            }
            TokenKind::Stop if token.joined && self.is_initial(at.saturating_sub(1)) => {
                self.take(g, 1);
                true
            }
            _ => false,
        }
    }

    pub(super) fn grow_word(&self, g: &mut Growing, limit: usize) -> bool {
        let at = g.at;
        let tag = self.tag(at);
        if self.is_name_word(at, g) {
            let from = at;
            return self.name(g, from, limit);
        }
        if !g.phrase.name.is_empty() {
            return self.after_name(g, tag, limit);
        }
        if self.completes_participle(at, limit) {
            self.take(g, 2);
            return true;
        }
        let of_owner = g.phrase.owner.start == at && at > g.phrase.tokens.start;
        let time = tag.any(Tag::TIME) && !tag.any(Tag::TITLE.or(Tag::NISBA)) && !self.names_paper(g, tag);
        // «نفى المصدر ما تداولته المواقع»: what is denied; «تقرير نشرته القناة»: where it stood.
        let shown = tag.all(Tag::BROADCASTS.or(Tag::PRONOUN_END));
        if shown || tag.any(ENDS.or(Tag::WHAT)) || time && !of_owner {
            return false;
        }
        // «عن الزعيم القول إن», «لكريم القول إنه»
        let whole = g.closed || self.tag(g.phrase.tokens.start).any(Tag::LI) && at == g.phrase.tokens.start + 1;
        let words_of = tag.any(Tag::PRONOUN_END.or(Tag::BI)) || whole && tag.any(Tag::ARTICLE);
        if tag.any(Tag::WORDS) && words_of {
            return false;
        }
        if tag.any(Tag::IN) {
            return self.grow_place(g, limit);
        }
        if tag.any(Tag::FROM) && !tag.any(Tag::ARTICLE) {
            return self.grow_from(g, limit);
        }
        if tag.any(PREPOSITIONS) && !tag.any(Tag::ARTICLE) {
            return false;
        }
        if tag.any(Tag::BI) && (tag.any(Tag::ARTICLE) || !tag.any(Tag::NISBA.or(Tag::NAME)))
            || self.is_in_the_name_of(at)
        {
            return self.grow_bi(g, limit);
        }
        if tag.any(Tag::LI) {
            return self.grow_li(g, limit);
        }
        if tag.any(Tag::SAY) && !tag.any(Tag::TITLE.or(Tag::ARTICLE).or(Tag::NISBA)) {
            return false;
        }
        if tag.any(Tag::JOINED) || self.joins_unknown(at) {
            return self.grow_joined(g, limit);
        }
        self.grow_plain(g, tag, limit)
    }

    /// «الحكومة المعترف بها دوليا»: a preposition with its pronoun, and how, behind a participle with the article.
    fn completes_participle(&self, at: usize, limit: usize) -> bool {
        let article = at.checked_sub(1).is_some_and(|b| self.tag(b).any(Tag::ARTICLE));
        let tag = self.tag(at);
        let with_pronoun =
            tag.any(Tag::WITH_PRONOUN.or(Tag::PRONOUN_END)) && tag.any(PREPOSITIONS.or(Tag::BI).or(Tag::LI));
        let how = self.analysed.document.word(at + 1).ends_with("يا");
        article && with_pronoun && at + 1 < limit && how
    }

    /// «صحيفة النهار», «جريدة المساء»: a part of the day behind the noun of a paper or channel is its name.
    fn names_paper(&self, g: &Growing, tag: Tag) -> bool {
        static PARTS: OnceLock<Senses> = OnceLock::new();
        let parts = Senses::once(&PARTS, self.analysed.lexicon(), &["noun:part"]);
        let bare = g.phrase.head == Head::Medium && !g.closed && g.at == g.phrase.tokens.start + 1;
        bare && tag.any(Tag::ARTICLE) && self.analysed.is(g.at, parts)
    }

    pub(super) fn grow_plain(&self, g: &mut Growing, tag: Tag, limit: usize) -> bool {
        let person = g.phrase.head == Head::Title;
        if tag.any(Tag::VERB) && !tag.any(Tag::TITLE.or(Tag::BODY).or(Tag::ARTICLE).or(Tag::NISBA).or(Tag::NOUN)) {
            return false;
        }
        let nameless =
            g.phrase.head == Head::Unknown && g.phrase.tokens.iter().all(|t| self.begins_name(t, self.tag(t)));
        // «ثاي فانغ إحدى الساكنات»: behind a name comes who she is.
        if nameless && (tag.any(Tag::TITLE) || tag.any(Tag::ONE_OF) && g.end > g.phrase.tokens.start + 1) {
            return false;
        }
        if nameless && tag.any(Tag::ACT.or(Tag::MASDAR)) {
            return false;
        }
        if tag.any(Tag::ARTICLE) {
            // «الناشط الإعلامي», «الخبير العسكري»: what he is active in.
            let another = tag.any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::MEDIA).or(Tag::BODY).or(Tag::TITLE))
                && (!tag.any(Tag::ADJECTIVE) || tag.any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::MEDIA)))
                && !self.is_adjective_of(g);
            if g.closed && another && !(person && tag.any(Tag::TITLE.or(Tag::OFFICIAL))) {
                return false;
            }
            let adjective = tag.any(Tag::ADJECTIVE.or(Tag::NISBA));
            if g.phrase.head == Head::Place && !adjective {
                return false;
            }
            let short = g.phrase.tokens.len() == 1 && self.tag(g.phrase.tokens.start).any(Tag::SHORT);
            let whole = short || self.ends_organisation(g);
            // «ينفي الرجل الانتحار»: behind a noun with the article only an adjective goes on.
            let apart = g.phrase.head.is_known() || self.tag(g.phrase.tokens.start).any(Tag::ARTICLE);
            // «أعلنت السلطات القبض على …», «الإفراج عن …»: what governs a preposition is a deed.
            let deed = self.tag(g.at + 1).any(Tag::ON.or(Tag::ABOUT)) && self.is_deed(g.at);
            if g.closed && !adjective && (whole || (tag.any(Tag::MASDAR.or(Tag::ACT)) || deed) && apart) {
                return false;
            }
            let bodily = matches!(g.phrase.head, Head::Title | Head::Body | Head::Agency | Head::Medium);
            if !g.closed && bodily && !self.tag(g.phrase.tokens.start).any(Tag::VOICE) {
                g.phrase.definite = true;
            }
            g.closed = true;
            self.take_phrase(g, limit);
            return true;
        }
        if g.closed {
            if person && tag.any(Tag::TITLE) && tag.any(Tag::HONORIFIC) || tag.any(Tag::SAME) {
                self.take_phrase(g, limit);
                return true;
            }
            if tag.any(Tag::OUTLET) && matches!(g.phrase.head, Head::Agency | Head::Medium) {
                self.take_phrase(g, limit);
                return true;
            }
            return false;
        }
        let office = g.phrase.head == Head::Unknown && tag.any(Tag::TITLE) && g.end > g.phrase.tokens.start + 1;
        if office {
            return false;
        }
        if tag.any(Tag::ACT) && g.phrase.head.is_known() {
            return false;
        }
        // «يعتبرها مراقبون غطاءً»: whoever speaks stands in the nominative.
        if self.analysed.document.text_of(TokenRange::new(g.at, g.at + 1)).contains('\u{64b}') {
            return false;
        }
        let own = tag.any(Tag::PRONOUN_END) && tag.any(Tag::COMMON.or(Tag::SPEECH));
        let masdar = tag.any(Tag::MASDAR) && (!g.phrase.head.is_known() || g.end > g.phrase.tokens.start + 1);
        let object = masdar || own && nameless;
        if object {
            return false;
        }
        if person && g.phrase.owner.is_empty() && tag.any(Tag::BODY) {
            g.phrase.owner = TokenRange::new(g.at, g.at);
        }
        // «حركة حماس», «حركة فتح»: the name of a movement closes the phrase, though it be an ordinary word too.
        g.closed = self.is_definite(g.at) || g.phrase.head == Head::Body && tag.any(Tag::ORGANISATION);
        self.take_phrase(g, limit);
        true
    }

    /// «القبض», «الإفراج»: a noun of what somebody does.
    fn is_deed(&self, at: usize) -> bool {
        static DEEDS: OnceLock<Senses> = OnceLock::new();
        let names = ["noun:event-*", "noun:catching"];
        self.analysed.is(at, Senses::once(&DEEDS, self.analysed.lexicon(), &names))
    }

    /// «الاتحاد الأوروبي»: the name of a body is whole, and what stands behind it is another's.
    fn ends_organisation(&self, g: &Growing) -> bool {
        let Some(last) = g.end.checked_sub(1) else { return false };
        self.analysed.phrase_over(last).is_some_and(|p| self.tag(p.tokens.start).any(Tag::ORGANISATION))
    }

    /// «المركز الإعلامي», «الوكالة الرسمية»: behind the noun of a body a word with the article in the shape of a nisba describes it.
    fn is_adjective_of(&self, g: &Growing) -> bool {
        let word = self.analysed.document.word(g.at);
        let bodily = matches!(g.phrase.head, Head::Body | Head::Agency | Head::Medium | Head::Source | Head::Title);
        bodily && if g.phrase.feminine { word.ends_with("يه") } else { word.ends_with('ي') }
    }

    /// «…» behind a noun is the name of a paper, group or shop.
    pub(super) fn grow_quoted(&self, g: &mut Growing, limit: usize) -> bool {
        let quotations = &self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < g.at);
        let Some(quotation) = quotations.get(i).filter(|q| q.open == g.at) else { return false };
        let Some(close) = quotation.close else { return false };
        // «لموقع "نبض البلد" "كنا نائمين"»: a name stands between quotation marks once, the next hold words.
        if g.at.checked_sub(1).is_some_and(|b| self.kind(b) == TokenKind::Quote) {
            return false;
        }
        let names = match g.phrase.head {
            Head::Agency | Head::Medium => {
                quotation.inside.len() <= 9 && (!g.closed || self.is_named(quotation.inside))
            }
            // «قال شاهد "رأيت خمس جثث"»: whoever sees something has no name between quotation marks.
            Head::Unknown | Head::Source | Head::Official => {
                const SAID: Tag = ENDS.or(PREPOSITIONS).or(Tag::VERB).or(Tag::VERBAL).or(Tag::NUMBER).or(Tag::TIME);
                quotation.inside.len() <= 4 && !g.closed && !quotation.inside.iter().any(|t| self.tag(t).any(SAID))
            }
            Head::Body => {
                quotation.inside.len() <= if g.closed { 3 } else { 5 } && (!g.closed || self.is_named(quotation.inside))
            }
            Head::Title => quotation.inside.len() <= 5 && !g.closed && g.phrase.name.is_empty(),
            _ => false,
        };
        if !names || close + 1 > limit {
            return false;
        }
        g.at = close + 1;
        g.end = g.at;
        g.closed = true;
        true
    }

    /// «جهاز الأمن الداخلي "الشاباك"»: words that are the name of a body, or that no list knows.
    fn is_named(&self, words: TokenRange) -> bool {
        let strange = |t: usize| !self.tag(t).any(Tag::KNOWN.or(Tag::COMMON).or(Tag::VERBAL).or(Tag::MASDAR));
        words.iter().all(|t| self.tag(t).any(Tag::ORGANISATION) || strange(t))
    }

    /// و with another part of the same office or body, or with a second speaker.
    pub(super) fn grow_joined(&self, g: &mut Growing, limit: usize) -> bool {
        let tag = self.tag(g.at);
        if tag.any(Tag::SAY) && !tag.any(Tag::ARTICLE) {
            return false;
        }
        let speaker = tag.any(
            Tag::TITLE
                .or(Tag::BODY)
                .or(Tag::SOURCE)
                .or(Tag::OFFICIAL)
                .or(Tag::MEDIA)
                .or(Tag::ORGANISATION)
                .or(Tag::OUTLET),
        );
        let verb = tag.any(Tag::VERB) && !tag.any(Tag::ARTICLE);
        if g.phrase.head == Head::Place && tag.any(Tag::PLACE) && !verb {
            g.phrase.plural = true;
            self.take_phrase(g, limit);
            return true;
        }
        if speaker && !verb && g.phrase.head.is_known() {
            g.phrase.plural |= !tag.any(Tag::TITLE) || g.phrase.head != Head::Title;
            g.closed = false;
            self.take_phrase(g, limit);
            return true;
        }
        if self.surface_joined_article(g.at) && g.closed {
            self.take_phrase(g, limit);
            return true;
        }
        false
    }

    pub(super) fn surface_joined_article(&self, at: usize) -> bool {
        self.analysed.document.word(at).starts_with("وال")
    }
}

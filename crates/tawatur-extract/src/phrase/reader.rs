//! Reads a noun phrase from a token on.

use tawatur_text::{TokenKind, TokenRange};

use super::{Head, NounPhrase};
use crate::Analysed;
use crate::clause::{Tag, Tags};

/// Longest noun phrase in tokens; a longer run is no name of a speaker.
const LONGEST: usize = 28;

/// What can stand at the head of a phrase that speaks, best first.
const HEADS: &[(Tag, Head)] = &[
    (Tag::OUTLET, Head::Medium),
    (Tag::OFFICIAL, Head::Official),
    (Tag::VOICE, Head::Title),
    (Tag::ONE_OF, Head::Source),
    (Tag::MEDIA, Head::Medium),
    (Tag::CARRIER, Head::Medium),
    (Tag::SOURCE, Head::Source),
    (Tag::TITLE, Head::Title),
    (Tag::BODY, Head::Body),
    (Tag::ORGANISATION, Head::Body),
    (Tag::DOCUMENT, Head::Document),
    (Tag::NAME, Head::Name),
    (Tag::PLACE, Head::Place),
    (Tag::PLACE_HEAD, Head::Place),
];

/// Tags that no word inside a noun phrase has.
const ENDS: Tag = Tag::THAT
    .or(Tag::SAYING)
    .or(Tag::CUE_SOURCE)
    .or(Tag::CUE_AS)
    .or(Tag::CUE_RELAY)
    .or(Tag::RELATIVE)
    .or(Tag::NOT)
    .or(Tag::WHILE)
    .or(Tag::BUT)
    .or(Tag::BE)
    .or(Tag::QAD)
    .or(Tag::ALSO)
    .or(Tag::CALLED)
    .or(Tag::HE)
    .or(Tag::SUBORDINATE)
    .or(Tag::AS_FOR)
    .or(Tag::ALSO_ADVERB)
    .or(Tag::WITH_PRONOUN)
    .or(Tag::LABEL)
    .or(Tag::EXCEPT)
    .or(Tag::THIS);

const PREPOSITIONS: Tag = Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::PREPOSITION);

/// Reads noun phrases of one report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'r, 'a> {
    pub(crate) analysed: &'r Analysed<'a>,
    pub(crate) tags: &'r Tags,
}

/// A phrase while it grows.
struct Growing {
    at: usize,
    end: usize,
    /// A definite word has closed the construct: a bare word behind it is a name or another phrase.
    closed: bool,
    phrase: NounPhrase,
}

impl<'r> Reader<'r, '_> {
    /// The tags of a token.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.tags.at(at)
    }

    /// The kind of a token.
    pub(crate) fn kind(&self, at: usize) -> TokenKind {
        self.analysed.document.kind(at)
    }

    /// What a phrase that begins here would be; none where no phrase begins.
    pub(crate) fn head(&self, at: usize) -> Option<Head> {
        if self.kind(at) != TokenKind::Word {
            return None;
        }
        let tag = self.tag(at);
        if tag.any(ENDS.or(Tag::TIME).or(Tag::NUMBER))
            && !tag.any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::VOICE).or(Tag::ONE_OF))
        {
            return None;
        }
        if let Some((_, head)) =
            HEADS.iter().find(|(t, _)| tag.any(*t)).filter(|(t, _)| *t != Tag::NAME || self.is_name_head(at))
        {
            let agency = *head == Head::Medium && self.is_agency(at);
            return Some(if agency { Head::Agency } else { *head });
        }
        if tag.any(Tag::VERB) && !tag.any(Tag::COMMON.or(Tag::ARTICLE).or(Tag::NAME)) {
            return None;
        }
        let opens_no_phrase = tag.any(PREPOSITIONS.or(Tag::SAY).or(Tag::WORDS).or(Tag::SPEECH).or(Tag::SIDE));
        (!opens_no_phrase).then_some(Head::Unknown)
    }

    /// A word that is a name and an ordinary word too is a name where another name follows.
    fn is_name_head(&self, at: usize) -> bool {
        let tag = self.tag(at);
        !tag.any(Tag::COMMON.or(Tag::VERB).or(PREPOSITIONS)) || self.tag(at + 1).any(Tag::NAME)
    }

    fn is_agency(&self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let agency =
            |name: &str| name == "noun:body-agency" || name == "organisation:agency" || name == "noun:voice-agencies";
        match self.analysed.phrase_at(at) {
            Some(p) => p.readings.iter().any(|r| agency(lexicon.sense_name(r.sense))),
            None => self.analysed.readings(at).iter().any(|r| agency(lexicon.sense_name(r.sense))),
        }
    }

    /// The noun phrase that begins at a token and ends before `limit`.
    pub(crate) fn read(&self, start: usize, limit: usize) -> Option<NounPhrase> {
        let head = self.head(start)?;
        let tag = self.tag(start);
        let limit = limit.min(start + LONGEST);
        let first = self.analysed.phrase_at(start).map_or(1, |p| p.tokens.len());
        let end = (start + first).min(limit);
        let phrase = NounPhrase {
            tokens: TokenRange::new(start, end),
            head,
            name: TokenRange::new(start, start),
            title: TokenRange::new(start, start),
            owner: TokenRange::new(start, start),
            feminine: tag.any(Tag::FEMININE),
            plural: tag.any(Tag::PLURAL),
            definite: tag.any(Tag::ARTICLE.or(Tag::ORGANISATION).or(Tag::NAME).or(Tag::PLACE)),
        };
        let closed = self.is_definite(end - 1) || tag.any(Tag::ORGANISATION.or(Tag::PLACE));
        let mut growing = Growing { at: end, end, closed, phrase };
        if head == Head::Name {
            self.name(&mut growing, start, limit);
        }
        while growing.at < limit && self.grow(&mut growing, limit) {}
        Some(self.finish(growing, start))
    }

    fn is_definite(&self, at: usize) -> bool {
        self.tag(at).any(Tag::ARTICLE.or(Tag::PLACE).or(Tag::PRONOUN_END).or(Tag::ORGANISATION))
    }

    fn finish(&self, growing: Growing, start: usize) -> NounPhrase {
        let mut phrase = growing.phrase;
        phrase.tokens = TokenRange::new(start, growing.end);
        if phrase.name.is_empty() {
            phrase.title = phrase.tokens;
        } else if phrase.name.start > start {
            phrase.title = TokenRange::new(start, phrase.name.start);
        }
        if phrase.head == Head::Unknown && !growing.closed && phrase.tokens.len() == 1 {
            phrase.definite = false;
        }
        phrase
    }

    /// Takes the next token into the phrase; false where the phrase ends.
    fn grow(&self, g: &mut Growing, limit: usize) -> bool {
        let at = g.at;
        let Some(token) = self.analysed.document.token(at).filter(|t| !t.line_start) else { return false };
        match token.kind {
            TokenKind::Word => self.grow_word(g, limit),
            TokenKind::Hash => {
                g.at += 1;
                true
            }
            TokenKind::Quote => self.grow_quoted(g, limit),
            TokenKind::Dash if token.joined && self.analysed.document.token(at + 1).is_some_and(|t| t.joined) => {
                self.take(g, 2.min(limit - at));
                true
            }
            TokenKind::Stop if token.joined && self.is_initial(at - 1) => {
                self.take(g, 1);
                true
            }
            _ => false,
        }
    }

    /// A single letter with a stop: د. سالم.
    fn is_initial(&self, at: usize) -> bool {
        self.analysed.document.word(at).chars().count() == 1
    }

    fn take(&self, g: &mut Growing, tokens: usize) {
        g.at += tokens;
        g.end = g.at;
    }

    fn grow_word(&self, g: &mut Growing, limit: usize) -> bool {
        let at = g.at;
        let tag = self.tag(at);
        if self.is_name_word(at, g) {
            let from = at;
            return self.name(g, from, limit);
        }
        if !g.phrase.name.is_empty() {
            return self.after_name(g, tag, limit);
        }
        if tag.any(ENDS) || tag.any(Tag::TIME) && !tag.any(Tag::TITLE.or(Tag::NISBA)) {
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
        if tag.any(Tag::BI) && !tag.any(Tag::NISBA.or(Tag::NAME)) || self.is_in_the_name_of(at) {
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

    /// و written with a word that the lexicon does not know: read as joined where the article follows it.
    fn joins_unknown(&self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        !self.tag(at).any(Tag::KNOWN) && (word.starts_with("وال") || word.starts_with("ولل"))
    }

    fn grow_plain(&self, g: &mut Growing, tag: Tag, limit: usize) -> bool {
        let person = g.phrase.head == Head::Title;
        if tag.any(Tag::VERB) && !tag.any(Tag::TITLE.or(Tag::BODY).or(Tag::ARTICLE).or(Tag::NISBA).or(Tag::NOUN)) {
            return false;
        }
        if tag.any(Tag::ARTICLE) {
            let another = tag.any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::MEDIA))
                || tag.any(Tag::BODY.or(Tag::TITLE)) && !tag.any(Tag::ADJECTIVE);
            if g.closed && another && !(person && tag.any(Tag::TITLE.or(Tag::OFFICIAL))) {
                return false;
            }
            let adjective = tag.any(Tag::ADJECTIVE.or(Tag::NISBA));
            let short = g.phrase.tokens.len() == 1 && self.tag(g.phrase.tokens.start).any(Tag::SHORT);
            if g.closed && !adjective && (short || tag.any(Tag::MASDAR) && g.phrase.head.is_known()) {
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
        let nameless =
            g.phrase.head == Head::Unknown && g.phrase.tokens.iter().all(|t| self.begins_name(t, self.tag(t)));
        let object = tag.any(Tag::MASDAR) && (!g.phrase.head.is_known() || g.end > g.phrase.tokens.start + 1);
        if nameless && tag.any(Tag::TITLE) || object {
            return false;
        }
        if person && g.phrase.owner.is_empty() && tag.any(Tag::BODY) {
            g.phrase.owner = TokenRange::new(g.at, g.at);
        }
        g.closed = tag.any(Tag::PLACE.or(Tag::ORGANISATION).or(Tag::PRONOUN_END));
        self.take_phrase(g, limit);
        true
    }

    fn take_phrase(&self, g: &mut Growing, limit: usize) {
        let words = self.analysed.phrase_at(g.at).map_or(1, |p| p.tokens.len());
        let last = g.at + words.min(limit - g.at);
        g.closed |= self.is_definite(last - 1);
        g.at = last;
        g.end = last;
    }

    /// «…» behind a noun is the name of a paper, group or shop.
    fn grow_quoted(&self, g: &mut Growing, limit: usize) -> bool {
        let quotations = &self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < g.at);
        let Some(quotation) = quotations.get(i).filter(|q| q.open == g.at) else { return false };
        let Some(close) = quotation.close else { return false };
        let names = match g.phrase.head {
            Head::Agency | Head::Medium => quotation.inside.len() <= 5,
            Head::Body | Head::Unknown | Head::Source | Head::Official => quotation.inside.len() <= 5 && !g.closed,
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

    /// في with the place or the body that somebody belongs to; في بيان belongs to the verb.
    fn grow_place(&self, g: &mut Growing, limit: usize) -> bool {
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
    fn grow_from(&self, g: &mut Growing, limit: usize) -> bool {
        let next = g.at + 1;
        let tag = self.tag(next);
        let source = matches!(g.phrase.head, Head::Source | Head::Official | Head::Unknown)
            || g.phrase.head == Head::Title && !g.phrase.definite;
        let whole = tag.any(Tag::BODY.or(Tag::ORGANISATION).or(Tag::PLACE).or(Tag::PLACE_HEAD).or(Tag::TITLE));
        if !source || !whole || next >= limit {
            return false;
        }
        g.at = next;
        g.closed = false;
        self.take_phrase(g, limit);
        true
    }

    fn is_in_the_name_of(&self, at: usize) -> bool {
        matches!(self.analysed.document.word(at), "باسم" | "باسمه" | "باسمها" | "باسمهم")
    }

    /// باسم behind a spokesman; بالمدينة behind a body.
    fn grow_bi(&self, g: &mut Growing, limit: usize) -> bool {
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
    fn grow_li(&self, g: &mut Growing, limit: usize) -> bool {
        let tag = self.tag(g.at);
        let spoken_to = tag.any(Tag::OUTLET.or(Tag::MEDIA).or(Tag::ACCOUNT).or(Tag::CARRIER));
        let heads = matches!(g.phrase.head, Head::Title | Head::Body | Head::Agency | Head::Document | Head::Official)
            || g.phrase.head == Head::Unknown && g.closed && tag.any(Tag::BODY);
        if !heads || spoken_to && !self.is_for_news(g) || tag.any(Tag::PRONOUN_END) {
            return false;
        }
        if tag.any(Tag::MASDAR) && !tag.any(Tag::ARTICLE) {
            return false;
        }
        if g.phrase.head == Head::Title && g.phrase.owner.is_empty() && tag.any(Tag::BODY.or(Tag::ORGANISATION)) {
            g.phrase.owner = TokenRange::new(g.at, g.at);
        }
        g.closed = false;
        self.take_phrase(g, limit);
        true
    }

    /// وكالة … للأنباء، للإعلام
    fn is_for_news(&self, g: &Growing) -> bool {
        g.phrase.head == Head::Agency && self.tag(g.at).any(Tag::ARTICLE)
    }

    /// و with another part of the same office or body, or with a second speaker.
    fn grow_joined(&self, g: &mut Growing, limit: usize) -> bool {
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

    fn surface_joined_article(&self, at: usize) -> bool {
        self.analysed.document.word(at).starts_with("وال")
    }

    /// Whether a token goes on with, or begins, the name of a person here.
    fn is_name_word(&self, at: usize, g: &Growing) -> bool {
        let tag = self.tag(at);
        if tag.any(ENDS)
            || tag.any(Tag::TIME) && !tag.any(Tag::NUMBER)
            || tag.any(Tag::BI.or(Tag::LI)) && !tag.any(Tag::NAME)
        {
            return false;
        }
        let in_name = !g.phrase.name.is_empty() && g.phrase.name.end == g.at;
        if in_name {
            return self.continues_name(at, tag);
        }
        let of_owner = g.phrase.owner.start == at && at > g.phrase.tokens.start;
        let can_bear = g.phrase.head == Head::Title && g.phrase.name.is_empty() && !of_owner;
        can_bear
            && (g.closed && self.begins_name(at, tag) || !g.closed && tag.any(Tag::NAME) && self.begins_name(at, tag))
    }

    /// A bare word that is a name of the lexicon or no word of it at all.
    fn begins_name(&self, at: usize, tag: Tag) -> bool {
        let known_name = tag.any(Tag::NAME) && !self.is_spelt_as_preposition(at, tag);
        if tag.any(Tag::ARTICLE) && tag.any(Tag::COMMON.or(Tag::NISBA).or(Tag::ADJECTIVE)) {
            return false;
        }
        if known_name {
            return !tag.any(Tag::TITLE.or(Tag::BODY).or(Tag::SAY)) || self.tag(at + 1).any(Tag::NAME);
        }
        !tag.any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR).or(Tag::COMMON).or(Tag::LI)) && self.is_long(at)
    }

    fn continues_name(&self, at: usize, tag: Tag) -> bool {
        if matches!(self.analysed.document.word(at), "بن" | "ال" | "ابو" | "ولد" | "ابن" | "دي" | "فان" | "فون")
        {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |b| self.analysed.document.word(b));
        // عبد الله، عبد الناصر; الثاني behind the name of a king.
        if tag.any(Tag::ARTICLE)
            && (before == "عبد" || tag.any(Tag::NUMBER) || self.analysed.document.word(at) == "الله")
        {
            return true;
        }
        if tag.any(Tag::NAME) && !self.is_spelt_as_preposition(at, tag) {
            return !tag.any(Tag::SAY.or(Tag::JOINED).or(Tag::LI)) || tag.any(Tag::ARTICLE);
        }
        let ordinary = Tag::KNOWN.or(Tag::MASDAR).or(Tag::COMMON).or(Tag::VERB).or(Tag::JOINED).or(Tag::LI).or(Tag::BI);
        let foreign = !tag.any(ordinary) && !self.joins_unknown(at);
        foreign && self.is_long(at)
    }

    /// علي is a name and على a preposition; folding makes them one.
    fn is_spelt_as_preposition(&self, at: usize, tag: Tag) -> bool {
        tag.any(PREPOSITIONS) && !self.analysed.document.text_of(TokenRange::new(at, at + 1)).ends_with('ي')
    }

    fn is_long(&self, at: usize) -> bool {
        self.analysed.document.word(at).chars().nth(1).is_some()
    }

    /// Takes the words of a name from `from` on.
    fn name(&self, g: &mut Growing, from: usize, limit: usize) -> bool {
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
        true
    }

    /// Behind the name only a second speaker goes on with the phrase.
    fn after_name(&self, g: &mut Growing, tag: Tag, limit: usize) -> bool {
        let _ = limit;
        let _ = tag;
        g.at = g.end;
        false
    }
}

//! Reads a noun phrase from a token on.

use tawatur_lexicon::{Clitics, Reading};
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

/// All that can stand at the head: most words are none of them.
pub(crate) const ANY_HEAD: Tag = {
    let (mut all, mut at) = (Tag(0), 0);
    while at < HEADS.len() {
        all = all.or(HEADS[at].0);
        at += 1;
    }
    all
};

/// Tags that no word inside a noun phrase has.
pub(super) const ENDS: Tag = Tag::THAT
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
    .or(Tag::EXCEPT)
    .or(Tag::THIS);

pub(super) const PREPOSITIONS: Tag = Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::PREPOSITION);

/// Reads noun phrases of one report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'r, 'a> {
    pub(crate) analysed: &'r Analysed<'a>,
    pub(crate) tags: &'r Tags,
}

/// A phrase while it grows.
pub(super) struct Growing {
    pub(super) at: usize,
    pub(super) end: usize,
    /// A definite word has closed the construct: a bare word behind it is a name or another phrase.
    pub(super) closed: bool,
    pub(super) phrase: NounPhrase,
}

impl Reader<'_, '_> {
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
        if tag.all(Tag::ONE_OF.or(Tag::ARTICLE)) {
            return None;
        }
        // «هادي», «فادي»: spelt like other words, and read as the name of somebody.
        let read = tag.any(Tag::NAME_BEGINS) && (tag.any(Tag::NAME) || self.tag(at + 1).any(Tag::NAME_GOES_ON));
        if read && tag.any(ENDS.or(Tag::VERB)) && !tag.any(Tag::JOINED) {
            return Some(Head::Name);
        }
        // «قال منتقدون إن», «أفادت مذكرة بأن»: right behind a verb of saying a participle is whoever speaks.
        let who = tag.any(Tag::SAYING) && at.checked_sub(1).is_some_and(|b| self.speaks_behind(b, at));
        if tag.any(ENDS.or(Tag::TIME).or(Tag::NUMBER))
            && !tag.any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::VOICE).or(Tag::ONE_OF).or(Tag::CARRIER))
            && !who
        {
            return None;
        }
        if tag.any(ANY_HEAD)
            && let Some((_, head)) =
                HEADS.iter().find(|(t, _)| tag.any(*t)).filter(|(t, _)| *t != Tag::NAME || self.is_name_head(at))
        {
            let agency = *head == Head::Medium && self.is_agency(at);
            return Some(if agency { Head::Agency } else { *head });
        }
        // Right behind a verb of saying no verb follows: a word that only looks like one is a name.
        let said = !tag.any(Tag::KNOWN) && at.checked_sub(1).is_some_and(|b| self.tag(b).any(Tag::SAY));
        if tag.any(Tag::VERB) && !said && !tag.any(Tag::COMMON.or(Tag::ARTICLE).or(Tag::NAME)) {
            return None;
        }
        if tag.all(Tag::NISBA.or(Tag::ARTICLE)) && self.begins_name(at + 1, self.tag(at + 1)) {
            // «الأوكراني سيرجي …»: a country's man stands for his office.
            return Some(Head::Title);
        }
        const OPENS_NO_PHRASE: Tag =
            PREPOSITIONS.or(Tag::SAY).or(Tag::WORDS).or(Tag::SPEECH).or(Tag::SIDE).or(Tag::WHAT);
        (!tag.any(OPENS_NO_PHRASE)).then_some(Head::Unknown)
    }

    /// Whether a participle behind a verb of saying is a noun: the plural of men, or the noun of a document.
    fn speaks_behind(&self, verb: usize, at: usize) -> bool {
        let men = self.analysed.document.word(at).ends_with("ون");
        self.tag(verb).any(Tag::SAY) && (men || self.tag(at).any(Tag::DOCUMENT))
    }

    pub(crate) fn is_agency(&self, at: usize) -> bool {
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
            feminine: tag.any(Tag::FEMININE) && !self.ends_in_ha(start) && !(head == Head::Title && self.is_he(start)),
            any_gender: tag.any(Tag::ORGANISATION) && !tag.any(Tag::BODY.or(Tag::TITLE)),
            plural: tag.any(Tag::PLURAL),
            definite: tag.any(Tag::ARTICLE.or(Tag::ORGANISATION).or(Tag::NAME).or(Tag::PLACE))
                || first > 1 && head == Head::Title && self.is_definite(end - 1),
        };
        // «أبلغت روسيا بريطانيا»: the name of a country is whole.
        let country = head == Head::Place && tag.any(Tag::PLACE) && !tag.any(Tag::PLACE_HEAD);
        let closed = self.is_definite(end - 1) || country || first > 1 && tag.any(Tag::ORGANISATION);
        let mut phrase = phrase;
        if tag.any(Tag::VOICE) && self.is_in_the_name_of(end - 1) {
            phrase.owner = TokenRange::new(end, end);
        }
        let mut growing = Growing { at: end, end, closed, phrase };
        if head == Head::Name {
            self.name(&mut growing, start, limit);
        }
        while growing.at < limit && self.grow(&mut growing, limit) {}
        Some(self.finish(growing, start))
    }

    /// «نظيره»: his counterpart, and no woman.
    fn ends_in_ha(&self, at: usize) -> bool {
        let written = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        let pronoun = |r: &tawatur_lexicon::Reading| r.clitics.has(tawatur_lexicon::Clitics::PRONOUN);
        written.ends_with('ه') && self.analysed.readings(at).iter().any(pronoun)
    }

    /// «كبير المفاوضين»: the office of a man, and not «like a well».
    fn is_he(&self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let office = |r: &Reading| lexicon.sense_name(r.sense).starts_with("title:");
        let likened = |r: &Reading| r.form.is_feminine() && r.clitics.has(Clitics::KA);
        let his = |r: &Reading| {
            let own = office(r) && !r.clitics.intersects(Clitics::PRONOUN.with(Clitics::KA));
            own && !r.form.is_feminine() && lexicon.entry(r.entry).feature("fem").is_none()
        };
        let readings = self.analysed.readings(at);
        readings.iter().any(likened) && readings.iter().any(his)
    }

    pub(super) fn is_definite(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let ordinary = tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::COMMON).or(Tag::PLACE_HEAD).or(Tag::SOURCE));
        tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END)) || tag.any(Tag::PLACE.or(Tag::ORGANISATION)) && !ordinary
    }

    pub(super) fn finish(&self, growing: Growing, start: usize) -> NounPhrase {
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

    /// A single letter with a stop: د. سالم.
    pub(super) fn is_initial(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Word && self.analysed.document.word(at).chars().count() == 1
    }

    pub(super) fn take(&self, g: &mut Growing, tokens: usize) {
        g.at += tokens;
        g.end = g.at;
    }

    /// و written with a word that the lexicon does not know: read as joined where the article follows it.
    pub(super) fn joins_unknown(&self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        !self.tag(at).any(Tag::KNOWN) && (word.starts_with("وال") || word.starts_with("ولل"))
    }

    pub(super) fn take_phrase(&self, g: &mut Growing, limit: usize) {
        let words = self.analysed.phrase_at(g.at).map_or(1, |p| p.tokens.len());
        let last = g.at + words.min(limit - g.at);
        if words > 1 && self.is_in_the_name_of(last - 1) {
            // «نائب المتحدث باسم الوزارة»
            g.closed = false;
            g.phrase.owner = TokenRange::new(last, last);
        } else {
            g.closed |= self.is_definite(last - 1);
        }
        g.at = last;
        g.end = last;
    }
}

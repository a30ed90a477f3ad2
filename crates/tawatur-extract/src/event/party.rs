//! Who acts and whom it befalls, as the words name him: a noun phrase without the number before it.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::marks::{Mark, Words};
use crate::clause::Tag;
use crate::phrase::{Head, Reader};
use crate::time::TimeReading;

/// A party of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Party {
    /// All of it, with the number in front.
    pub(super) tokens: TokenRange,
    /// The words that name it.
    pub(super) name: TokenRange,
    pub(super) head: Head,
    /// One that acts rather than suffers: forces, gunmen, a state.
    pub(super) agent: bool,
    /// A weapon or a vehicle that carries one.
    pub(super) weapon: bool,
    /// A number stands in front.
    pub(super) counted: bool,
    /// A named place.
    pub(super) place: bool,
}

/// Numbers and their bounds in front of a phrase.
const MOST_SKIPPED: usize = 9;
/// Tokens behind a protest in which it is said what it is for.
const DEMAND_REACH: usize = 24;
/// Times and asides passed over on the way to a party.
const MOST_PASSED: usize = 24;

/// Finds parties of one report.
#[derive(Clone, Copy)]
pub(super) struct Parties<'r, 'a> {
    pub(super) words: Words<'r, 'a>,
    pub(super) times: &'r [TimeReading],
}

impl<'r, 'a> Parties<'r, 'a> {
    fn reader(&self) -> Reader<'r, 'a> {
        Reader { analysed: self.words.analysed, tags: self.words.tags }
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.words.analysed.document.kind(at)
    }

    fn tag(&self, at: usize) -> Tag {
        self.words.tags.at(at)
    }

    /// The party that begins right here.
    pub(super) fn here(&self, at: usize, limit: usize) -> Option<Party> {
        let start = self.past_number(at, limit);
        let counted = start > at && !self.tag(at).any(Tag::THIS);
        let tag = self.tag(start);
        if start >= limit || tag.any(Tag::OBJECT_PRONOUN) && tag.any(Tag::VERB) {
            return None;
        }
        if self.kind(start) == TokenKind::Quote {
            return self.quoted(at, start, limit);
        }
        if self.words.is_preposition(start)
            || tag.any(Tag::THIS.or(Tag::ALSO).or(Tag::SAME))
            || !counted && self.is_joined(start, tag)
        {
            return None;
        }
        if tag.any(Tag::BI.or(Tag::LI))
            && (!tag.any(Tag::ARTICLE) && !tag.any(Tag::NAME.or(Tag::PLACE)) || self.is_bound_word(start))
        {
            return None;
        }
        if self.words.is_verb_with_object(start)
            || self.words.is(start, Mark::NEAR.or(Mark::ADVERB)) && !self.words.is(start, Mark::QUANTITY)
        {
            return None;
        }
        // «#السلطات_القطرية»: half a hashtag is no name.
        if start > 0 && matches!(self.kind(start - 1), TokenKind::Hash | TokenKind::Symbol) {
            return None;
        }
        if counted && self.is_joined(start, tag) {
            return self.number_alone(at, start);
        }
        let phrase = self.words.chunk(start, limit)?;
        if phrase.head == Head::Unknown && !self.is_nominal(start, tag) {
            return None;
        }
        let mark = self.words.mark_of_all(start);
        let name = self.named(phrase.tokens, phrase.name, phrase.head, limit);
        let (name, end) = name.unwrap_or((phrase.tokens, phrase.tokens.end));
        let (name, end) = self.of_whom(start, name, end, limit);
        let state = phrase.head == Head::Place && tag.any(Tag::PLACE) && !tag.any(Tag::PLACE_HEAD);
        let organised = state || matches!(phrase.head, Head::Body | Head::Official | Head::Agency);
        Some(Party {
            tokens: TokenRange::new(at, end),
            name,
            head: phrase.head,
            agent: mark.any(Mark::AGENT.or(Mark::ATTACKER)) || organised && !counted,
            weapon: mark.any(Mark::WEAPON) && !mark.any(Mark::AGENT),
            counted,
            place: phrase.head == Head::Place && tag.any(Tag::PLACE),
        })
    }

    /// «مقتل 200 وإصابة …»: a number that stands for people.
    fn number_alone(&self, from: usize, end: usize) -> Option<Party> {
        let tokens = TokenRange::new(from, end);
        let number = tokens.iter().any(|i| self.tag(i).any(Tag::NUMBER) || self.words.is(i, Mark::QUANTITY));
        number.then_some(Party {
            tokens,
            name: tokens,
            head: Head::Unknown,
            agent: false,
            weapon: false,
            counted: true,
            place: false,
        })
    }

    /// A word that the lexicon knows only with ب or ل before it.
    fn is_bound_word(&self, at: usize) -> bool {
        let readings = self.words.analysed.readings(at);
        match readings.is_empty() {
            true => self.words.analysed.segment(at).clitics.has_preposition(),
            false => readings.iter().all(|r| r.clitics.has_preposition()),
        }
    }

    fn is_joined(&self, at: usize, tag: Tag) -> bool {
        tag.any(Tag::JOINED) && at > 0 && !tag.any(Tag::NAME)
    }

    fn is_nominal(&self, at: usize, tag: Tag) -> bool {
        let verb = tag.any(Tag::VERB.or(Tag::SAY)) && !tag.any(Tag::NOUN.or(Tag::ARTICLE));
        !verb && !tag.any(Tag::TIME.or(Tag::NOT)) && (tag.any(Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE)) || at > 0)
    }

    /// A name in quotation marks: «القاعدة».
    fn quoted(&self, from: usize, at: usize, limit: usize) -> Option<Party> {
        let close = (at + 1..limit.min(at + 7)).find(|i| self.kind(*i) == TokenKind::Quote)?;
        let tokens = TokenRange::new(at + 1, close);
        (!tokens.is_empty()).then_some(Party {
            tokens: TokenRange::new(from, close + 1),
            name: tokens,
            head: Head::Body,
            agent: true,
            weapon: false,
            counted: false,
            place: false,
        })
    }

    /// «عنصرا من ميليشيا», «مسلحين من تنظيم»: the body that men belong to goes with them.
    fn of_whom(&self, start: usize, name: TokenRange, end: usize, limit: usize) -> (TokenRange, usize) {
        let from = end < limit && self.tag(end).any(Tag::FROM) && !self.tag(end).any(Tag::WITH_PRONOUN);
        let person = self.is_men(start);
        let body =
            self.tag(end + 1).any(Tag::BODY.or(Tag::ORGANISATION)) || self.words.mark_of_all(end + 1).any(Mark::AGENT);
        if !(from && person && body) || name.end != end {
            return (name, end);
        }
        match self.words.chunk(end + 1, limit) {
            Some(body) => (TokenRange::new(name.start, body.tokens.end), body.tokens.end),
            None => (name, end),
        }
    }

    fn is_men(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let men = |n: &str| matches!(n, "noun:person" | "noun:militant" | "noun:protester");
        self.words.is(at, Mark::ATTACKER.or(Mark::PROTESTER))
            || self.words.analysed.readings(at).iter().any(|r| men(lexicon.sense_name(r.sense)))
    }

    /// The name of the person that an office or rank is borne by: right behind it, or between commas.
    fn named(&self, all: TokenRange, name: TokenRange, head: Head, limit: usize) -> Option<(TokenRange, usize)> {
        if !name.is_empty() {
            return (name.len() > 1 || head == Head::Name).then_some((name, all.end));
        }
        let comma = |i: usize| self.kind(i) == TokenKind::Comma;
        if head != Head::Title || !comma(all.end) {
            return None;
        }
        let behind = self.reader().read(all.end + 1, limit)?;
        let fits = behind.head == Head::Name && (comma(behind.tokens.end) || behind.tokens.end >= limit);
        fits.then_some((behind.name, behind.tokens.end))
    }

    /// Behind «نحو 20», «عشرات», «ما لا يقل عن ثلاثة من».
    fn past_number(&self, at: usize, limit: usize) -> usize {
        let mut i = at;
        while i < limit && i - at < MOST_SKIPPED {
            let tag = self.tag(i);
            if i == at && self.tag(i).any(Tag::THIS) && self.tag(i + 1).any(Tag::ARTICLE) {
                i += 1;
                continue;
            }
            // «ما مجموعه 14», «ما يقارب 20»
            if i == at && self.words.analysed.document.word(i) == "ما" {
                let number = (i + 1..limit.min(i + 4)).find(|j| self.tag(*j).any(Tag::NUMBER));
                if let Some(number) = number {
                    i = number;
                    continue;
                }
            }
            let bound = self
                .words
                .analysed
                .phrase_at(i)
                .filter(|p| self.is_bound(&p.readings) && !(i == at && self.words.is_preposition(i)));
            if let Some(phrase) = bound {
                i = phrase.tokens.end;
                continue;
            }
            let number = tag.any(Tag::NUMBER) && !tag.any(Tag::TIME) && !self.words.is_preposition(i);
            let quantity = self.words.is(i, Mark::QUANTITY) && !(i == at && tag.any(Tag::JOINED));
            let quantity = quantity || self.words.is(i, Mark::GROUP) && self.tag(i + 1).any(Tag::FROM);
            let other = self.tag(i + 1).any(Tag::FROM) && self.is_other(i) && i > at;
            let of = i > at && tag.any(Tag::FROM.or(Tag::ABOUT)) && !tag.any(Tag::ARTICLE);
            if !(number || quantity || of || other) {
                break;
            }
            i += 1;
        }
        i
    }

    fn is_other(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        self.words.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "adj:other")
    }

    fn is_bound(&self, readings: &[tawatur_lexicon::Reading]) -> bool {
        let lexicon = self.words.analysed.lexicon();
        readings.iter().any(|r| {
            let name = lexicon.sense_name(r.sense);
            matches!(name, "part:about" | "part:at_least" | "part:over" | "part:under" | "part:up_to" | "part:exact")
        })
    }

    /// The party behind a verb or its subject; times, short asides and one phrase of place are passed over.
    pub(super) fn behind(&self, at: usize, limit: usize) -> Option<Party> {
        let i = self.past_asides(at, limit);
        if i >= limit {
            return None;
        }
        self.here(i, limit)
    }

    /// The token behind commas, times, adverbs, brackets and phrases of place.
    pub(super) fn past_asides(&self, mut at: usize, limit: usize) -> usize {
        let from = at;
        let mut places = 0;
        while at < limit && at - from < MOST_PASSED {
            if let Some(time) = self.time_at(at) {
                at = time;
                continue;
            }
            let tag = self.tag(at);
            match self.kind(at) {
                // A comma right behind the verb or its subject opens an aside, or ends what belongs together.
                TokenKind::Comma if at > from || self.is_aside(at + 1) => {
                    if self.tag(at + 1).any(Tag::JOINED) {
                        break;
                    }
                    at += 1;
                }
                TokenKind::Open => {
                    at = (at..limit.min(at + 12)).find(|i| self.kind(*i) == TokenKind::Close).map_or(limit, |i| i + 1)
                }
                TokenKind::Word if tag.any(Tag::TIME.or(Tag::ALSO_ADVERB)) && !tag.any(Tag::NUMBER) => {
                    at += self.words.analysed.phrase_at(at).map_or(1, |p| p.tokens.len());
                }
                TokenKind::Word if self.words.is(at, Mark::ADVERB) => at += 1,
                TokenKind::Word
                    if tag.any(Tag::IN) && places == 0 && !tag.any(Tag::WITH_PRONOUN) && !self.words.tells(at + 1) =>
                {
                    let Some(phrase) = self.words.chunk(at + 1, limit) else { break };
                    places += 1;
                    at = phrase.tokens.end;
                }
                _ => break,
            }
        }
        at
    }

    fn is_aside(&self, at: usize) -> bool {
        self.time_at(at).is_some()
            || self.tag(at).any(Tag::TIME.or(Tag::ALSO_ADVERB))
            || self.words.is(at, Mark::ADVERB)
    }

    /// The end of the time that begins at a token.
    pub(super) fn time_at(&self, at: usize) -> Option<usize> {
        let i = self.times.partition_point(|t| t.tokens.end <= at);
        let time = self.times.get(i).filter(|t| t.tokens.start == at)?;
        (!time.counted || time.names_day).then_some(time.tokens.end)
    }

    /// The party that ends right before `end` and begins after `from`: an antecedent.
    pub(super) fn ending(&self, from: usize, end: usize) -> Option<Party> {
        let stop = if end > 0 && self.kind(end - 1) == TokenKind::Comma { end - 1 } else { end };
        let first = from.max(stop.saturating_sub(9));
        let starts = (first..stop).rev().take_while(|i| {
            let tag = self.tag(*i);
            self.kind(*i) == TokenKind::Word
                && !self.words.is_preposition(*i)
                && !is_finite(self.words.tags, *i)
                && !tag.any(Tag::QAD)
        });
        let mut best = None;
        for start in starts {
            let masdar = self.tag(start).any(Tag::MASDAR) && !self.tag(start).any(Tag::ARTICLE) && best.is_some();
            if masdar {
                break;
            }
            if let Some(party) = self.here(start, stop).filter(|p| p.tokens.end >= stop) {
                best = Some(party);
            }
        }
        best.filter(|p| !self.is_cut(p.tokens.start))
    }

    /// Whom protesters are against: «مطالبين الحكومة ب…», «احتجاجا على …», «للمطالبة باستقالة …».
    pub(super) fn demanded(&self, from: usize, limit: usize) -> Option<Party> {
        let words = self.words;
        let at = (from..limit.min(from + DEMAND_REACH)).find(|i| words.is(*i, Mark::DEMAND))?;
        let next = at + 1;
        let tag = self.tag(next);
        if tag.any(Tag::ON) && !tag.any(Tag::ARTICLE) {
            return self.within(next + 1, limit);
        }
        if tag.any(Tag::BI.or(Tag::LI)) {
            return self.within(next, limit);
        }
        self.here(next, limit)
    }

    /// The party in construct with a verbal noun, or the noun itself.
    fn within(&self, at: usize, limit: usize) -> Option<Party> {
        let tag = self.tag(at);
        let masdar = tag.any(Tag::MASDAR) && !tag.any(Tag::ARTICLE.or(Tag::BODY).or(Tag::TITLE));
        if masdar { self.here(at + 1, limit) } else { self.here(at, limit) }
    }

    /// Whether a party is people, a place, or a thing that can be struck.
    pub(super) fn is_physical(&self, party: &Party) -> bool {
        let first = party.name.start;
        let lexicon = self.words.analysed.lexicon();
        let thing = |n: &str| {
            matches!(n, "noun:building" | "noun:vehicle") || n.starts_with("noun:place-") || n.starts_with("noun:body-")
        };
        let struck = Mark::SITE
            .or(Mark::STRUCTURE)
            .or(Mark::VESSEL)
            .or(Mark::WAY)
            .or(Mark::TROOPS)
            .or(Mark::AGENT)
            .or(Mark::WEAPON);
        self.is_person(party)
            || party.place
            || matches!(party.head, Head::Place)
            || self.words.mark_of_all(first).any(struck)
            || self.words.tags.is(first, Tag::PLACE.or(Tag::ORGANISATION))
            || self.words.analysed.readings(first).iter().any(|r| thing(lexicon.sense_name(r.sense)))
    }

    /// Whether a party is people, or a body of people.
    pub(super) fn is_person(&self, party: &Party) -> bool {
        let tags = self.words.tags;
        let (first, last) = (party.name.start, party.name.end.saturating_sub(1));
        let lexicon = self.words.analysed.lexicon();
        let person = |i: usize| {
            let readings = self.words.analysed.readings(i).iter();
            readings
                .map(|r| lexicon.sense_name(r.sense))
                .any(|n| matches!(n, "noun:person" | "noun:militant" | "noun:protester"))
        };
        // «إصابة فلان», «تعرض العميل»: a happening, whoever is named in it.
        let happening =
            tags.is(first, Tag::MASDAR) && !tags.is(first, Tag::ARTICLE) && !person(first) && !party.counted;
        if happening && party.head == Head::Unknown {
            return false;
        }
        matches!(party.head, Head::Title | Head::Name | Head::Body | Head::Official)
            || party.counted
            || party.agent
            || party.name.iter().any(|i| tags.is(i, Tag::NAME))
            || tags.is(first, Tag::NISBA.or(Tag::ONE_OF))
            || tags.is(first, Tag::PLURAL) && {
                let word = self.words.analysed.document.word(first);
                word.ends_with("ون") || word.ends_with("ين")
            }
            || !tags.is(last, Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE))
            || person(first)
    }

    /// Whether a noun right before goes with a phrase: the phrase is only the end of one.
    fn is_cut(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).filter(|b| self.kind(*b) == TokenKind::Word) else { return false };
        let tag = self.tag(before);
        let free = Tag::THAT
            .or(Tag::RELATIVE)
            .or(Tag::BE)
            .or(Tag::QAD)
            .or(Tag::TIME)
            .or(Tag::WHILE)
            .or(Tag::ALSO)
            .or(Tag::NUMBER);
        let verb = is_finite(self.words.tags, before) || self.words.verb_mark(before) != Mark(0);
        let bare = tag.any(Tag::COMMON.or(Tag::NOUN)) && !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(free));
        bare && !verb
            && !self.words.is_preposition(before)
            && !self.words.is(before, Mark::QUANTITY.or(Mark::GROUP).or(Mark::HEAD))
    }

    /// Whether the words are in the accusative, as no subject is: «أشخاصا».
    pub(super) fn is_accusative(&self, party: &Party) -> bool {
        let first = party.name.start;
        let document = &self.words.analysed.document;
        let written = document.text_of(TokenRange::new(first, first + 1));
        let form = self.words.analysed.readings(first).iter().any(|r| r.form.is_accusative());
        !party.counted
            && (written.ends_with("اً") || written.ends_with("ًا") || form && document.word(first).ends_with('ا'))
    }

    /// The words of a party, fit to be shown.
    pub(super) fn text(&self, party: &Party) -> String {
        super::place::without_proclitic(self.words.analysed, party.name)
    }
}

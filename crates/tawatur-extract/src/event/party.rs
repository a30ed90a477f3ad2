//! Who acts and whom it befalls, as the words name him: a noun phrase without the number before it.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::marks::Words;
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

impl Party {
    /// A phrase of which nothing more is known.
    pub(super) const fn new(tokens: TokenRange, name: TokenRange, head: Head) -> Self {
        Self { tokens, name, head, agent: false, weapon: false, counted: false, place: false }
    }
}

/// Finds parties of one report.
#[derive(Clone, Copy)]
pub(super) struct Parties<'r, 'a> {
    pub(super) words: Words<'r, 'a>,
    pub(super) times: &'r [TimeReading],
}

impl<'r, 'a> Parties<'r, 'a> {
    pub(super) fn reader(&self) -> Reader<'r, 'a> {
        Reader { analysed: self.words.analysed, tags: self.words.tags }
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.words.analysed.document.kind(at)
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        self.words.tags.at(at)
    }

    /// The party that begins right here.
    pub(super) fn here(&self, at: usize, limit: usize) -> Option<Party> {
        let start = self.past_number(at, limit);
        let counted = start > at && !self.tag(at).any(Tag::THIS);
        let tag = self.tag(start);
        if counted && self.stands_alone(start, limit) {
            return self.number_alone(at, start.min(limit));
        }
        if start >= limit || tag.any(Tag::OBJECT_PRONOUN) && tag.any(Tag::VERB) {
            return None;
        }
        if self.kind(start) == TokenKind::Quote {
            return self.quoted(at, start, limit);
        }
        if self.words.is_preposition(start)
            || tag.any(Tag::WITH_PRONOUN) && tag.any(Tag::PREPOSITION)
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
        // «اعتقل بتهمة التزوير»: of what, and not who.
        if self.words.is(start, Mark::ELSEWHERE) && self.words.analysed.document.word(start).starts_with(['ب', 'ل']) {
            return None;
        }
        // «يزورها كرئيس»: as what, and not who.
        let as_what = |r: &tawatur_lexicon::Reading| r.clitics.has(tawatur_lexicon::Clitics::KA);
        let readings = self.words.analysed.readings(start);
        if tag.any(Tag::TITLE) && !tag.any(Tag::NAME) && !readings.is_empty() && readings.iter().all(as_what) {
            return None;
        }
        // «#السلطات_القطرية»: half a hashtag is no name.
        let hashed = start > 0 && self.kind(start - 1) == TokenKind::Hash && self.kind(start + 1) == TokenKind::Symbol;
        if start > 0 && self.kind(start - 1) == TokenKind::Symbol || hashed {
            return None;
        }
        let phrase = self.words.chunk(start, limit)?;
        // «و» apart from its word.
        if phrase.tokens.len() == 1 && self.words.analysed.document.word(start).chars().nth(1).is_none() {
            return None;
        }
        // «رشق 700 شخص المركز»: what is counted by more than ten governs nothing.
        let phrase = match counted
            && tag.any(Tag::PERSON)
            && !tag.any(Tag::PLURAL.or(Tag::ARTICLE))
            && self.tag(start + 1).any(Tag::ARTICLE)
            && phrase.name.is_empty()
        {
            true => super::chunk::Chunk { tokens: TokenRange::new(start, start + 1), ..phrase },
            false => phrase,
        };
        if phrase.head == Head::Unknown && !self.is_nominal(start, tag) {
            return None;
        }
        let mark = self.words.mark_of_all(start);
        let name = self.named(phrase.tokens, phrase.name, phrase.head, limit);
        let name = name.or_else(|| self.borne(&phrase, limit));
        let (name, end) = name.unwrap_or((phrase.tokens, phrase.tokens.end));
        let (name, end) = self.of_whom(start, name, end, limit);
        let (name, end) = self.with_hashed(name, end, phrase.head);
        let name = self.without_open_end(name, end);
        let name = self.without_others(name);
        // «#كوريا_الشمالية»: the rest of a hash tag.
        let tagged = (end..limit)
            .step_by(2)
            .take_while(|i| self.kind(*i) == TokenKind::Symbol && self.kind(*i + 1) == TokenKind::Word);
        let more = if name.end == end { 2 * tagged.count() } else { 0 };
        let (name, end) = (TokenRange::new(name.start, name.end + more), end + more);
        let sorts = self.past_sorts(&phrase, end, limit);
        let name = if name.end == end { TokenRange::new(name.start, sorts) } else { name };
        let end = self.past_others(sorts, limit);
        let state = phrase.head == Head::Place && tag.any(Tag::PLACE) && !tag.any(Tag::PLACE_HEAD);
        let organised = state || matches!(phrase.head, Head::Body | Head::Official | Head::Agency);
        let party = Party {
            tokens: TokenRange::new(at, end),
            name,
            head: phrase.head,
            agent: mark.any(Mark::AGENT.or(Mark::ATTACKER).or(Mark::DOER)) || organised && !counted,
            weapon: mark.any(Mark::WEAPON) && !mark.any(Mark::AGENT),
            counted,
            place: phrase.head == Head::Place && tag.any(Tag::PLACE),
        };
        Some(self.members(party, limit).unwrap_or(party))
    }

    /// «مقتل 200 وإصابة …»: a number that stands for people.
    fn number_alone(&self, from: usize, end: usize) -> Option<Party> {
        let tokens = TokenRange::new(from, end);
        let number = tokens.iter().any(|i| self.tag(i).any(Tag::NUMBER) || self.words.is(i, Mark::QUANTITY));
        number.then_some(Party { counted: true, ..Party::new(tokens, tokens, Head::Unknown) })
    }

    /// «قتل 20 وأصيب», «عشرة على الأقل قتلوا», «أصيب 70 في هجوم»: what follows a number is not what it counts.
    fn stands_alone(&self, start: usize, limit: usize) -> bool {
        let tag = self.tag(start);
        let finite = is_finite(self.words.tags, start);
        if start >= limit {
            // «خرج الآلاف للاحتجاج»
            return finite || tag.all(Tag::LI.or(Tag::EVENT));
        }
        let within = tag.any(Tag::IN) && !self.tag(start + 1).any(Tag::NUMBER);
        finite || self.is_joined(start, tag) || within
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
        let verb = verb && !self.words.is(at, Mark::POST);
        !verb
            && !self.looks_past(at, tag)
            && !tag.any(Tag::TIME.or(Tag::NOT))
            && (tag.any(Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE)) || at > 0)
    }

    /// «قرعت رئيسة …»: a word that the lexicon does not know, in ت, before a definite one is a verb of hers.
    fn looks_past(&self, at: usize, tag: Tag) -> bool {
        let word = self.words.analysed.document.word(at);
        let other = Tag::KNOWN.or(Tag::ARTICLE).or(Tag::NAME).or(Tag::PLACE).or(Tag::NISBA);
        let next = Tag::ARTICLE.or(Tag::TITLE).or(Tag::BODY).or(Tag::PLACE).or(Tag::ORGANISATION).or(Tag::NAME_BEGINS);
        word.ends_with('ت')
            && !word.ends_with("ات")
            && word.chars().nth(3).is_some()
            && !tag.any(other)
            && self.tag(at + 1).any(next)
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
                && !i.checked_sub(1).is_some_and(|b| self.tag(b).any(Tag::QAD))
        });
        let mut best = None;
        for start in starts {
            let masdar = self.tag(start).any(Tag::MASDAR) && !self.tag(start).any(Tag::ARTICLE) && best.is_some();
            if masdar {
                break;
            }
            // «بالمسلح الذي …»
            let tag = self.tag(start);
            let bound = best.is_none() && tag.any(Tag::BI.or(Tag::LI)) && tag.any(Tag::ARTICLE) && self.is_men(start);
            if bound && let Some(party) = self.bound(start, stop).filter(|p| p.tokens.end >= stop) {
                return Some(party);
            }
            let joined = || if best.is_none() { self.after_and(start, stop) } else { None };
            if let Some(party) = self.here(start, stop).or_else(joined).filter(|p| p.tokens.end >= stop) {
                best = Some(party);
            }
        }
        best.filter(|p| !self.is_cut(p.tokens.start) && !self.is_only_described(p))
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
        let bare =
            tag.any(Tag::COMMON.or(Tag::NOUN).or(Tag::BODY)) && !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(free));
        // «بحملة عسكرية حاسمة استعادت …»: what ends here hangs on a preposition.
        // «الهجوم الإرهابي الذي …»: what describes a definite noun is nobody.
        let first = self.tag(start);
        let describes = tag.any(Tag::ARTICLE)
            && first.any(Tag::ARTICLE)
            && !tag.any(Tag::VERB.or(Tag::SAY))
            && self.words.tells(before)
            && (first.any(Tag::NISBA.or(Tag::ADJECTIVE)) || self.words.analysed.document.word(start).ends_with('ي'));
        if describes {
            return true;
        }
        let bound = tag.any(Tag::BI.or(Tag::LI)) && tag.any(Tag::KNOWN) && self.words.is(before, Mark::HEAD);
        bound
            || bare
                && !verb
                && !self.words.is_preposition(before)
                && !self.words.is(before, Mark::QUANTITY.or(Mark::GROUP).or(Mark::HEAD))
    }

    /// «الأزمة السياسية والاقتصادية التي …», «الحرب المتواصلة التي …»: an adjective with the article behind another
    /// definite word.
    fn is_only_described(&self, party: &Party) -> bool {
        let start = party.tokens.start;
        if start == 0 || party.name.len() > 1 || party.tokens.len() > 1 {
            return false;
        }
        let (tag, before) = (self.tag(start), self.tag(start - 1));
        let document = &self.words.analysed.document;
        let noun = Tag::TITLE
            .or(Tag::BODY)
            .or(Tag::PLACE)
            .or(Tag::PLACE_HEAD)
            .or(Tag::ORGANISATION)
            .or(Tag::NAME)
            .or(Tag::PERSON)
            .or(Tag::PLURAL)
            .or(Tag::MASDAR);
        let word = document.word(start);
        let adjective = tag.any(Tag::NISBA.or(Tag::ADJECTIVE)) && word.ends_with(['ي', 'ه'])
            || word.ends_with("يه")
            || !tag.any(Tag::KNOWN) && word.ends_with('ه') && document.word(start - 1).ends_with('ه');
        let definite = before.any(Tag::ARTICLE.or(Tag::PLACE).or(Tag::NAME).or(Tag::ORGANISATION));
        // «السياسية والاقتصادية»: a woman of politics, too.
        let hers =
            word.ends_with("يه") && document.word(start - 1).ends_with('ه') && !tag.any(Tag::BODY.or(Tag::PLACE));
        tag.any(Tag::ARTICLE)
            && adjective
            && (hers || !tag.any(noun))
            && !self.is_men(start)
            && definite
            && !before.any(Tag::VERB.or(Tag::SAY))
            && !self.words.is_preposition(start - 1)
    }

    /// The words of a party, fit to be shown.
    pub(super) fn text(&self, party: &Party) -> String {
        super::place::without_proclitic(self.words.analysed, party.name)
    }
}

//! Weapons, craft and events that have names of their own: «صواريخ إس-400», «عملية "فجر الوادي"», «إعصار هارفي».
//!
//! They are read beside people, places and bodies and take nothing from these: a ship may be called by a town's name.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use tawatur_model::Thing;
use tawatur_text::{ByteRange, TokenKind, TokenRange, fold_word};

use super::cue::{
    ADJ_SHAPE, ARTICLE, FOREIGN_SHAPE, NAME, NAME_WORD, NISBA, PARTICLE, PLACE, PLACE_WEAK, PREPOSITION, THING,
    THING_HEAD, UNKNOWN, VERB,
};
use crate::{Analysed, Senses};

/// Words between the noun and the name at most: «صواريخ روسية من طراز».
const BETWEEN: usize = 4;
/// Words of a name in quotation marks at most.
const QUOTED: usize = 5;
/// Letters of a word in a model's number: «آر بي جي», «ميغ».
const LETTERS: usize = 3;
/// Such words at most.
const PARTS: usize = 3;

/// What no ordinary word is.
const NAMELIKE: u64 = NAME | NAME_WORD | PLACE | PLACE_WEAK | UNKNOWN | FOREIGN_SHAPE;

/// The named things of a text, by first mention; `keep` says of a token whether its passage is read.
pub(super) fn things(analysed: &Analysed<'_>, keep: impl Fn(usize) -> bool) -> Vec<Thing> {
    let cues = analysed.cues();
    let calls = cues.iter().enumerate().filter(|(_, cue)| cue.any(THING_HEAD | THING)).map(|(at, _)| at);
    let reader = Reader::new(analysed);
    let mut found: Vec<Thing> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut end = 0;
    for at in calls.filter(|at| keep(*at)) {
        let named = if at < end { None } else { reader.at(at) };
        let Some((tokens, kind)) = named.filter(|(tokens, _)| tokens.start >= end) else { continue };
        end = tokens.end;
        let range = reader.range(tokens);
        let name = range.slice(analysed.document.original());
        let place = *places.entry(fold_word(name)).or_insert(found.len());
        if place == found.len() {
            found.push(Thing { name: name.to_owned(), kind: kind.to_owned(), ranges: Vec::new() });
        }
        if let Some(thing) = found.get_mut(place) {
            thing.ranges.push(range);
        }
    }
    found
}

struct Reader<'s, 'd> {
    analysed: &'s Analysed<'d>,
    heads: &'static Senses,
    names: &'static Senses,
    links: &'static Senses,
    from: &'static Senses,
    months: &'static Senses,
}

impl<'s, 'd> Reader<'s, 'd> {
    fn new(analysed: &'s Analysed<'d>) -> Self {
        static SENSES: [OnceLock<Senses>; 5] = [const { OnceLock::new() }; 5];
        let of = |cell: usize, names: &[&str]| Senses::once(&SENSES[cell], analysed.lexicon(), names);
        Self {
            analysed,
            heads: of(0, &["noun:thing-head"]),
            names: of(1, &["noun:thing-name"]),
            links: of(2, &["noun:thing-link"]),
            from: of(4, &["prep:from"]),
            months: of(3, &["noun:month"]),
        }
    }

    /// The name that stands here or that the noun here has, and what it is a name of.
    fn at(&self, at: usize) -> Option<(TokenRange, &'static str)> {
        if self.any(at, THING) {
            return Some((TokenRange::new(at, self.model_end(at + 1).unwrap_or(at + 1)), self.kind(at, self.names)?));
        }
        let kind = self.kind(at, self.heads)?;
        let mut next = at + 1;
        while next <= at + BETWEEN && self.continues(next) && !self.any(next, THING_HEAD) {
            if let Some(tokens) = self.named(at, next, kind) {
                return Some((tokens, kind));
            }
            if !self.is_between(next) {
                return None;
            }
            next += 1;
        }
        self.named(at, next, kind).map(|tokens| (tokens, kind))
    }

    /// The name of the noun at `head` that begins here.
    fn named(&self, head: usize, at: usize, kind: &str) -> Option<TokenRange> {
        if !self.continues(at) {
            return None;
        }
        let is_event = matches!(kind, "operation" | "storm" | "uprising" | "war" | "exercise");
        match self.analysed.document.kind(at) {
            TokenKind::Quote => self.quoted(at),
            TokenKind::Number if matches!(kind, "uprising" | "war") && at == head + 1 => self.day(at),
            TokenKind::Word if kind == "storm" => self.storm(head, at),
            TokenKind::Word if !is_event && self.any(at, THING) => {
                Some(TokenRange::new(at, self.model_end(at + 1).unwrap_or(at + 1)))
            }
            TokenKind::Word if !is_event => self.model(at),
            _ => None,
        }
    }

    /// «"فجر الوادي"»: a few words between quotation marks.
    fn quoted(&self, at: usize) -> Option<TokenRange> {
        let quotations = self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at);
        let quotation = quotations.get(i).filter(|q| q.open == at && q.close.is_some())?;
        let kind = |at: usize| self.analysed.document.kind(at);
        let is_part = |at: usize| matches!(kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Dash);
        let inside = quotation.inside;
        let fits = (1..=QUOTED).contains(&inside.len()) && inside.iter().all(is_part);
        // «حملة "ضخمة"», «صاروخ "يفوق سرعة الصوت"»: what is said of a thing is no name of it.
        // «فجر الوادي» could be a verb by its letters, too.
        let of_two = inside.len() == 2 && self.any(inside.start + 1, ARTICLE);
        let is_verb = self.any(inside.start, VERB) && !of_two
            || self.analysed.segment(inside.start).stem.is_present() && self.any(inside.start, VERB);
        let opens =
            kind(inside.start) == TokenKind::Word && !is_verb && !self.any(inside.start, PARTICLE | PREPOSITION);
        let strange = |at: usize| self.any(at, NAMELIKE) || kind(at) == TokenKind::Number || self.any(at, THING);
        let named = inside.iter().any(|at| strange(at) && !self.any(at, ARTICLE));
        let definite = inside.len() > 1 && inside.iter().any(|at| self.any(at, ARTICLE));
        (fits && opens && (named || definite)).then_some(inside)
    }

    /// «ثورة 14 فبراير».
    fn day(&self, at: usize) -> Option<TokenRange> {
        let month = self.continues(at + 1) && self.analysed.is(at + 1, self.months);
        month.then(|| TokenRange::new(at, at + 2))
    }

    /// «إعصار هارفي»: storms have people's names, or what no list has.
    fn storm(&self, head: usize, at: usize) -> Option<TokenRange> {
        let is_name =
            self.any(at, NAME | NAME_WORD | UNKNOWN) && !self.any(at, ARTICLE | PREPOSITION | PARTICLE | NISBA);
        (is_name && (at == head + 1 || !self.is_between(at))).then(|| TokenRange::new(at, at + 1))
    }

    /// «إس-400», «ميغ 29», «F-16»: letters, then a number.
    fn model(&self, at: usize) -> Option<TokenRange> {
        let document = &self.analysed.document;
        let word = document.word(at);
        if word.is_ascii() && word.bytes().any(|b| b.is_ascii_digit()) {
            return Some(TokenRange::new(at, at + 1));
        }
        let is_part = |at: usize| {
            let dashed = document.kind(at + 1) == TokenKind::Dash && document.token(at + 1).is_some_and(|t| t.joined);
            let short = document.word(at).chars().nth(LETTERS).is_none();
            let word = document.kind(at) == TokenKind::Word && !self.analysed.is(at, self.links);
            let word = word && (dashed || document.word(at).len() > 1) && !self.any(at, PREPOSITION);
            word && short && (dashed || !self.any(at, PARTICLE))
        };
        let parts = (at..at + PARTS).take_while(|i| (*i == at || self.continues(*i)) && is_part(*i)).count();
        let dash = |at: usize| document.kind(at) == TokenKind::Dash;
        // «طائرة تقل 71 راكبا»
        if parts == 0 || parts == 1 && self.any(at, VERB) && !dash(at + 1) {
            return None;
        }
        self.model_end(at + parts).map(|end| TokenRange::new(at, end))
    }

    /// The end of the number of a model that begins here, a dash in front or not.
    fn model_end(&self, at: usize) -> Option<usize> {
        let document = &self.analysed.document;
        let joined = |at: usize| document.token(at).is_some_and(|t| t.joined);
        let number = if document.kind(at) == TokenKind::Dash && joined(at) { at + 1 } else { at };
        let is_number = document.kind(number) == TokenKind::Number && self.continues(number);
        // A number of things behind a noun without a dash is short: «صاروخ تاو 2», not «قتل 250».
        let fits = number > at && joined(number) || document.word(number).len() <= LETTERS;
        (is_number && fits).then_some(number + 1)
    }

    /// Whether the word says what the thing is like or leads up to its name.
    fn is_between(&self, at: usize) -> bool {
        self.any(at, ADJ_SHAPE | NISBA) || self.analysed.is(at, self.links) || self.is_of_make(at) || {
            let word = self.analysed.document.word(at);
            word.ends_with("يه") && self.analysed.document.kind(at) == TokenKind::Word
        }
    }

    /// «من طراز», «من نوع».
    fn is_of_make(&self, at: usize) -> bool {
        self.analysed.is(at, self.from) && self.analysed.is(at + 1, self.links)
    }

    /// Without what is joined to the first word, which between quotation marks is nothing: «"ولاء"».
    fn range(&self, tokens: TokenRange) -> ByteRange {
        let document = &self.analysed.document;
        let is_quoted = tokens.start.checked_sub(1).is_some_and(|before| document.kind(before) == TokenKind::Quote);
        let cue = self.analysed.cues().get(tokens.start).filter(|_| !is_quoted);
        let front = cue.map_or(0, |cue| usize::from(cue.front));
        ByteRange::new(document.range_without(tokens.start, front).start(), document.range_of(tokens).end())
    }

    fn kind(&self, at: usize, senses: &Senses) -> Option<&'static str> {
        let readings = self.analysed.readings(at).iter().filter(|r| senses.has(r.sense));
        readings.into_iter().find_map(|r| self.analysed.entry(r).feature("kind"))
    }

    fn any(&self, at: usize, bits: u64) -> bool {
        self.analysed.cues().get(at).is_some_and(|cue| cue.any(bits))
    }

    fn continues(&self, at: usize) -> bool {
        self.analysed.document.token(at).is_some_and(|t| !t.line_start)
    }
}

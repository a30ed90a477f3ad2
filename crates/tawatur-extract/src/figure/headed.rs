//! Places that only their head noun gives away: «بلدة عين الجوز», «قرية تيمزدا».

use std::sync::OnceLock;

use tawatur_lexicon::{Clitics, Known, Reading};

use tawatur_text::{TokenKind, TokenRange};

use super::spot::Spot;
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Head nouns behind which a name is likely.
const HEADS: [&str; 13] = [
    "noun:place-coast",
    "noun:place-valley",
    "noun:place-mountain",
    "noun:place-settlement",
    "noun:place-base",
    "noun:place-city",
    "noun:place-town",
    "noun:place-village",
    "noun:place-island",
    "noun:place-camp",
    "noun:place-region",
    "noun:place-district",
    "noun:place-quarter",
];

/// Heads of the names of stretches of land, in which one thing happened: not what a report is about.
const LANDS: [&str; 3] = ["noun:place-coast", "noun:place-valley", "noun:place-mountain"];

/// Nouns that stand before the name of a place.
pub(super) const ALL_HEADS: [&str; 15] = [
    "noun:place-city",
    "noun:place-town",
    "noun:place-village",
    "noun:place-island",
    "noun:place-camp",
    "noun:place-region",
    "noun:place-district",
    "noun:place-quarter",
    "noun:place-airport",
    "noun:place-capital",
    "noun:place-area",
    "noun:place-valley",
    "noun:place-coast",
    "noun:place-country",
    "noun:place-settlement",
];

/// Clitics that are written with one letter.
pub(super) const LETTERS: [Clitics; 5] = [Clitics::WA, Clitics::FA, Clitics::BI, Clitics::LI, Clitics::KA];

/// Whether the head noun is that of a stretch of land.
pub(super) fn is_land(view: &View<'_, '_>, head: usize) -> bool {
    static SENSES: OnceLock<Senses> = OnceLock::new();
    view.analysed.is(head, Senses::once(&SENSES, view.analysed.lexicon(), &LANDS))
}

/// Whether ب is written with a head noun, and how many letters stand before it.
pub(super) fn clitics_of(view: &View<'_, '_>, at: usize) -> (bool, usize) {
    let head = |r: &&tawatur_lexicon::Reading| view.bits_of(r) & mark::PLACE_HEAD != 0;
    let clitics = view.analysed.readings(at).iter().find(head).map_or(Clitics::NONE, |r| r.clitics);
    (clitics.has(Clitics::BI), LETTERS.iter().filter(|c| clitics.has(**c)).count())
}

/// The places with a head noun that no name reader has taken.
pub(super) fn names(view: &View<'_, '_>, known: &[Spot]) -> Vec<TokenRange> {
    static SENSES: [OnceLock<Senses>; 5] = [const { OnceLock::new() }; 5];
    let of = |cell: usize, names: &[&str]| Senses::once(&SENSES[cell], view.analysed.lexicon(), names);
    let heads = of(0, &HEADS);
    let land = of(2, &["noun:place-land"]);
    let namer = Namer {
        view,
        kinds: of(1, &["adj:of-place"]),
        kunya: of(3, &["part:kunya", "part:kunya-female"]),
        spring: of(4, &["verb:event-appoint"]),
    };
    let mut next = 0;
    let mut found: Vec<TokenRange> = Vec::new();
    for at in 0..view.document().tokens().len() {
        let inside = |f: &TokenRange| f.contains(at);
        if !view.has(at, mark::PLACE_HEAD | mark::DIRECTION) || found.last().is_some_and(inside) {
            continue;
        }
        while known.get(next).is_some_and(|s| s.name.end <= at) {
            next += 1;
        }
        let taken = known.get(next).is_some_and(|s| s.name.start <= at + 1);
        if let Some(end) = part_of_land(view, at, land) {
            found.push(TokenRange::new(at, end));
            continue;
        }
        // «بلدة» is read as somebody's land too; what counts is the head noun.
        let head = view.analysed.find(at, heads).filter(|r| !r.clitics.has(Clitics::PRONOUN));
        // «بحارة» are sailors, and no quarter with ب.
        let head = head.filter(|r| !r.clitics.has(Clitics::BI) || !is_whole(view, at));
        // «وأدى» is no valley.
        let after = |b: usize| view.has(b, mark::PREPOSITION | mark::PLACE_HEAD | mark::DIRECTION);
        let verb = view.has(at, mark::CALLS) && !at.checked_sub(1).is_some_and(after);
        if taken || head.is_none() || view.is_definite(at) || verb {
            continue;
        }
        let vague = |r: &Reading| view.analysed.entry(r).feature("vague").is_some();
        let vague = view.analysed.readings(at).iter().any(vague);
        if !is_dual(view, at)
            && let Some(end) = namer.name_end(at, vague)
        {
            found.push(TokenRange::new(at, end));
        }
    }
    found
}

/// «جنوب شرق البلاد»: the token after it, where it begins here.
fn part_of_land(view: &View<'_, '_>, at: usize, land: &Senses) -> Option<usize> {
    if !view.has(at, mark::DIRECTION) || at.checked_sub(1).is_some_and(|b| view.has(b, mark::DIRECTION)) {
        return None;
    }
    let directions = (at..at + 3).take_while(|t| view.has(*t, mark::DIRECTION)).count();
    (view.analysed.is(at + directions, land) && view.is_definite(at + directions)).then_some(at + directions + 1)
}

/// Whether the word names persons as it is written, with nothing taken off.
fn is_whole(view: &View<'_, '_>, at: usize) -> bool {
    view.analysed.readings(at).iter().any(|r| r.clitics.is_empty() && view.bits_of(r) & mark::PERSON != 0)
}

fn is_dual(view: &View<'_, '_>, at: usize) -> bool {
    view.analysed.readings(at).iter().any(|r| r.form.is_dual())
}

/// What no name of a place behind its head noun holds.
const NO_NAME: u64 = mark::VERB | mark::TRIGGER | mark::VICTIM | mark::PERSON | mark::LIFE | mark::DIRECTION;

/// What the second word of such a name is not: then the first has a meaning of its own.
const OF_OTHERS: u64 = mark::TRIGGER
    | mark::VICTIM
    | mark::PERSON
    | mark::FORCES
    | mark::TIME
    | mark::NISBA
    | mark::DIRECTION
    | mark::LAND
    | mark::PREPOSITION
    | mark::PARTICLE
    | mark::RELATIVE;

/// Reads the name behind a head noun.
struct Namer<'n, 'v, 'a> {
    view: &'n View<'v, 'a>,
    kinds: &'static Senses,
    kunya: &'static Senses,
    /// «عين», which is a verb too.
    spring: &'static Senses,
}

impl Namer<'_, '_, '_> {
    /// The token after the name behind the head: an unknown word, or a noun with a definite one behind it.
    fn name_end(&self, head: usize, vague: bool) -> Option<usize> {
        let (view, at) = (self.view, head + 1);
        // «قاعدة للجيش» has no name.
        if !self.is_word(at) {
            return None;
        }
        let second = self.is_word(at + 1);
        // «بلدة أبو سنبلة», «قرية عين السلطان»
        if second && (view.analysed.is(at, self.kunya) || self.is_spring(at)) {
            return Some(at + 2);
        }
        if self.is_adjective(head, at) {
            return None;
        }
        if self.is_strange(at) && (!vague || view.analysed.segment(at).known != Known::Ordinary) {
            // «كفر نبيل», «بوبو ديولاسو»
            let unknown = self.is_strange(at + 1) || self.is_article(at + 1) && view.mark(at + 1) == 0;
            let goes_on = second && unknown && !self.is_adjective(head, at + 1);
            return Some(at + if goes_on { 2 } else { 1 });
        }
        // «قضاء الحضر»: a definite word that nothing knows, behind a head that has no article.
        if view.mark(at) & !mark::VERB == 0 && !vague && self.is_article(at) && !self.is_kind(at) {
            return Some(if self.is_article(at + 1) && view.mark(at + 1) == 0 { at + 2 } else { at + 1 });
        }
        // «قرية وادي السدر»: a noun without the article, in construct with one that has it.
        // «وادي» is read as «وأدى» too.
        let valley = view.has(at, mark::PLACE_HEAD) && view.has(at, mark::CALLS);
        let noun = view.has(at, mark::NOMINAL) && (valley || !view.has(at, NO_NAME)) && !view.is_definite(at);
        let of = second && view.is_definite(at + 1) && !view.has(at + 1, OF_OTHERS) && !self.is_kind(at + 1);
        let named = view.has(at, mark::PLACE_HEAD | mark::BUILDING) || !vague && view.mark(at + 1) & !mark::NAME == 0;
        let settled = !vague && view.has(head, mark::SETTLEMENT) && !view.has(at, mark::THING);
        (noun && of && (named || settled)).then_some(at + 2)
    }

    /// A word that may be part of a name: nothing is written with it.
    fn is_word(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.document().token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start);
        word && (!view.joins(at) || view.has(at, mark::PLACE_HEAD)) && !view.clitic_preposition(at)
    }

    /// A word that nothing knows but as a name.
    fn is_strange(&self, at: usize) -> bool {
        let segment = self.view.analysed.segment(at);
        // «بلدة تطل على البحر», «مدينة حوصرت»
        let word = self.view.document().word(at);
        let verb = word.starts_with(['ي', 'ت']) || word.ends_with('ت') && word.chars().count() > 4;
        if verb && segment.known == Known::Ordinary && segment.stem.is_verb() && !segment.stem.is_noun() {
            return false;
        }
        self.view.mark(at) & !mark::NAME == 0 && !self.view.is_definite(at)
    }

    fn is_article(&self, at: usize) -> bool {
        let view = self.view;
        self.is_word(at) && view.is_definite(at) && !view.has(at, mark::NISBA | mark::TIME | mark::TRIGGER)
    }

    fn is_kind(&self, at: usize) -> bool {
        self.view.analysed.is(at, self.kinds)
    }

    /// «عين السلطان»: no past verb stands right behind a head noun.
    fn is_spring(&self, at: usize) -> bool {
        let verb = self.view.analysed.find(at, self.spring);
        verb.is_some_and(|r| {
            r.clitics.is_empty() && !r.form.is_plural() && !r.form.is_present() && !r.form.is_feminine()
        })
    }

    /// An adjective describes the head and agrees with it: «مدينة ساحلية», «حي سكني».
    fn is_adjective(&self, head: usize, at: usize) -> bool {
        let view = self.view;
        let of_head =
            |f: &str| view.analysed.readings(head).iter().any(|r| view.analysed.entry(r).feature(f).is_some());
        let feminine = view.document().word(head).ends_with('ه') || of_head("fem") || of_head("plural");
        let word = view.document().word(at);
        let shape = if feminine { word.ends_with("يه") } else { word.ends_with('ي') };
        // «قرية هادئة»
        let agrees = feminine
            && word.ends_with('ه')
            && word.chars().nth(1) == Some('ا')
            && view.analysed.segment(at).known == Known::Ordinary;
        shape || agrees || self.is_kind(at) || view.has(at, mark::NISBA)
    }
}

//! Places that only their head noun gives away: «بلدة عين الجوز», «قرية تيمزدا».

use std::sync::OnceLock;

use tawatur_lexicon::Clitics;
use tawatur_text::{TokenKind, TokenRange};

use super::spot::Spot;
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Head nouns behind which a name is likely.
const HEADS: [&str; 9] = [
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

/// Whether ب is written with a head noun, and how many letters stand before it.
pub(super) fn clitics_of(view: &View<'_, '_>, at: usize) -> (bool, usize) {
    let head = |r: &&tawatur_lexicon::Reading| view.bits_of(r) & mark::PLACE_HEAD != 0;
    let clitics = view.analysed.readings(at).iter().find(head).map_or(Clitics::NONE, |r| r.clitics);
    (clitics.has(Clitics::BI), LETTERS.iter().filter(|c| clitics.has(**c)).count())
}

/// The places with a head noun that no name reader has taken.
pub(super) fn names(view: &View<'_, '_>, known: &[Spot]) -> Vec<TokenRange> {
    static SENSES: [OnceLock<Senses>; 3] = [const { OnceLock::new() }; 3];
    let heads = Senses::once(&SENSES[0], view.analysed.lexicon(), &HEADS);
    let kinds = Senses::once(&SENSES[1], view.analysed.lexicon(), &["adj:of-place"]);
    let land = Senses::once(&SENSES[2], view.analysed.lexicon(), &["noun:place-land"]);
    let mut next = 0;
    let mut found = Vec::new();
    for at in 0..view.document().tokens().len() {
        while known.get(next).is_some_and(|s| s.name.end <= at) {
            next += 1;
        }
        let taken = known.get(next).is_some_and(|s| s.name.start <= at + 1);
        if let Some(end) = part_of_land(view, at, land) {
            found.push(TokenRange::new(at, end));
            continue;
        }
        let vague = |r: &tawatur_lexicon::Reading| view.analysed.entry(r).feature("vague").is_some();
        let head = !taken
            && view.has(at, mark::PLACE_HEAD)
            && view.analysed.is(at, heads)
            && !view.analysed.readings(at).iter().any(vague);
        if !head || view.is_definite(at) || view.ends_in_pronoun(at) || is_dual(view, at) {
            continue;
        }
        let Some(end) = name_end(view, at, kinds) else { continue };
        found.push(TokenRange::new(at, end));
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

fn is_dual(view: &View<'_, '_>, at: usize) -> bool {
    view.analysed.readings(at).iter().any(|r| r.form.is_dual())
}

/// The token after the name that begins here: an unknown word, or a noun with a definite one behind it.
fn name_end(view: &View<'_, '_>, head: usize, kinds: &Senses) -> Option<usize> {
    let at = head + 1;
    let document = view.document();
    let word = |i: usize| document.token(i).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start);
    let article = |i: usize| word(i) && view.is_definite(i) && !view.has(i, mark::NISBA | mark::TIME | mark::TRIGGER);
    // «قاعدة للجيش» has no name.
    if !word(at) || view.joins(at) || view.clitic_preposition(at) {
        return None;
    }
    // An adjective describes the head and agrees with it: «مدينة ساحلية», «حي سكني».
    let of_head = |f: &str| view.analysed.readings(head).iter().any(|r| view.analysed.entry(r).feature(f).is_some());
    let feminine = document.word(head).ends_with('ه') || of_head("fem") || of_head("plural");
    let shape = if feminine { document.word(at).ends_with("يه") } else { document.word(at).ends_with('ي') };
    let adjective = shape || view.analysed.is(at, kinds) || view.has(at, mark::NISBA);
    if view.mark(at) == 0 && !view.is_definite(at) && !adjective {
        return Some(if article(at + 1) && view.mark(at + 1) == 0 { at + 2 } else { at + 1 });
    }
    // «قضاء الحضر»: a definite word that nothing knows, behind a head that has no article.
    if view.mark(at) & !mark::VERB == 0 && article(at) && !view.analysed.readings(at).iter().any(|r| kinds.has(r.sense))
    {
        return Some(if article(at + 1) && view.mark(at + 1) == 0 { at + 2 } else { at + 1 });
    }
    let noun = view.has(at, mark::NOMINAL)
        && !view.has(at, mark::VERB | mark::TRIGGER | mark::VICTIM | mark::PERSON | mark::LIFE);
    (noun && !view.is_definite(at) && article(at + 1) && view.mark(at + 1) == 0).then_some(at + 2)
}

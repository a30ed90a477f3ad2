//! Places that only their head noun gives away: «بلدة عين الجوز», «قرية تيمزدا».

use tawatur_lexicon::Clitics;
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::scope::{Key, Level, Spot, word_key};
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Head nouns behind which a name is likely.
const HEADS: [&str; 5] =
    ["noun:place-city", "noun:place-town", "noun:place-village", "noun:place-island", "noun:place-camp"];

/// The places with a head noun that no name reader has taken.
pub(super) fn spots(view: &View<'_, '_>, known: &[Spot], inside: &Senses) -> Vec<Spot> {
    let heads = Senses::of(view.analysed.lexicon(), &HEADS);
    let mut next = 0;
    let mut found = Vec::new();
    for at in 0..view.document().tokens().len() {
        while known.get(next).is_some_and(|s| s.name.end <= at) {
            next += 1;
        }
        let taken = known.get(next).is_some_and(|s| s.name.start <= at + 1);
        if taken
            || !view.analysed.is(at, &heads)
            || view.is_definite(at)
            || view.ends_in_pronoun(at)
            || is_dual(view, at)
        {
            continue;
        }
        let Some(end) = name_end(view, at + 1) else { continue };
        found.push(spot(view, TokenRange::new(at, end), inside));
    }
    found
}

fn is_dual(view: &View<'_, '_>, at: usize) -> bool {
    view.analysed.readings(at).iter().any(|r| r.form.is_dual())
}

fn spot(view: &View<'_, '_>, name: TokenRange, inside: &Senses) -> Spot {
    let clitics = view.analysed.readings(name.start).first().map_or(Clitics::NONE, |r| r.clitics);
    let before = name.start.checked_sub(1);
    let located = clitics.has(Clitics::BI) || before.is_some_and(|b| view.analysed.is(b, inside));
    let range = view.document().range_of(name);
    let letters =
        [Clitics::WA, Clitics::FA, Clitics::BI, Clitics::LI, Clitics::KA].iter().filter(|c| clitics.has(**c)).count();
    let words = range.slice(view.document().original());
    let skipped = words.char_indices().nth(letters).map_or(0, |(i, _)| i as u32);
    let range = ByteRange::new(range.start() + skipped, range.end());
    let key = Key::Word(word_key(view, name.end - 1));
    Spot { name, range, key, level: Level::City, country: None, located, of_source: false }
}

/// The token after the name that begins here: an unknown word, or a noun with a definite one behind it.
fn name_end(view: &View<'_, '_>, at: usize) -> Option<usize> {
    let document = view.document();
    let word = |i: usize| document.token(i).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start);
    let article = |i: usize| word(i) && view.is_definite(i) && !view.has(i, mark::NISBA | mark::TIME | mark::TRIGGER);
    if !word(at) || view.joins(at) {
        return None;
    }
    // An adjective in the feminine describes the head: «مدينة صغيرة».
    let adjective = document.word(at).ends_with('ه') || view.has(at, mark::NISBA);
    if view.mark(at) == 0 && !view.is_definite(at) && !adjective {
        return Some(if article(at + 1) && view.mark(at + 1) == 0 { at + 2 } else { at + 1 });
    }
    let noun = view.has(at, mark::NOMINAL)
        && !view.has(at, mark::VERB | mark::TRIGGER | mark::VICTIM | mark::PERSON | mark::LIFE);
    (noun && !view.is_definite(at) && article(at + 1) && view.mark(at + 1) == 0).then_some(at + 2)
}

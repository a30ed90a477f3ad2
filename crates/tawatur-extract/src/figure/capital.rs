//! «في العاصمة الأفغانية»: a capital that its country names, where its own name does not stand beside it.

use std::sync::OnceLock;

use tawatur_lexicon::Clitics;
use tawatur_text::{ByteRange, TokenRange};

use super::headed;
use super::spot::{Key, Level, Spot, Stand, key_of};
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Adds the capitals in which something is said to happen.
pub(super) fn add(view: &View<'_, '_>, spots: &mut Vec<Spot>, stand: impl Fn(usize, usize, bool) -> Stand) {
    static CAPITAL: OnceLock<Senses> = OnceLock::new();
    let capital = Senses::once(&CAPITAL, view.analysed.lexicon(), &["noun:place-capital"]);
    let tokens = view.document().tokens().len();
    let heads = (0..tokens).filter(|t| view.has(*t, mark::PLACE_HEAD) && view.is_definite(*t));
    let heads = heads.filter(|t| view.has(t + 1, mark::NISBA) && view.is_definite(t + 1) && !view.joins(t + 1));
    let found: Vec<Spot> = heads.filter_map(|t| spot(view, spots, t, capital, &stand)).collect();
    if !found.is_empty() {
        spots.extend(found);
        spots.sort_by_key(|s| s.name.start);
    }
}

fn spot(
    view: &View<'_, '_>,
    spots: &[Spot],
    head: usize,
    capital: &Senses,
    stand: impl Fn(usize, usize, bool) -> Stand,
) -> Option<Spot> {
    let reading = view.analysed.find(head, capital)?;
    let name = TokenRange::new(head, head + 2);
    // «العاصمة الأفغانية كابول», «كابول، العاصمة الأفغانية»
    let beside = |s: &Spot| s.name.start <= name.end + 1 && name.start <= s.name.end + 1;
    let at = spots.partition_point(|s| s.name.start < head);
    if spots.get(at.saturating_sub(1)..(at + 1).min(spots.len()))?.iter().any(beside) {
        return None;
    }
    let (by_clitic, letters) = headed::clitics_of(view, head);
    let stand = stand(head, name.end, by_clitic);
    if stand != Stand::Within {
        return None;
    }
    let swallowed = reading.clitics.has(Clitics::LI);
    let range = view.document().range_of(name);
    let text = range.slice(view.document().original());
    let skipped = text.char_indices().nth(letters + usize::from(swallowed)).map_or(0, |(i, _)| i as u32);
    Some(Spot {
        name,
        range: ByteRange::new(range.start() + skipped, range.end()),
        key: Key::Word(key_of(view.document().word(head + 1))),
        level: Level::City,
        country: None,
        stand,
        of_source: false,
        alone: true,
    })
}

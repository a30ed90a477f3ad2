//! «في البلاد», «في عموم البلاد»: the country that the report speaks of.

use rustc_hash::FxHashMap;
use tawatur_text::TokenRange;

use super::spot::{Key, Level, Spot, Stand};
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Adds where things are said to happen in the land as a whole, with the name of the country that the report names most.
pub(super) fn add(view: &View<'_, '_>, spots: &mut Vec<Spot>, inside: &Senses) {
    let Some(country) = country(spots) else { return };
    let tokens = view.document().tokens().len();
    let lands = (1..tokens).filter(|t| view.has(*t, mark::LAND) && view.is_definite(*t));
    let spot = |t: usize| {
        let stand = stand(view, t, inside)?;
        Some(Spot { name: TokenRange::new(t, t + 1), stand, alone: true, ..country.clone() })
    };
    let lands: Vec<Spot> = lands.filter_map(spot).collect();
    if !lands.is_empty() {
        spots.extend(lands);
        spots.sort_by_key(|s| s.name.start);
    }
}

/// «في عموم البلاد» is all of it; «في البلاد» is said of much, so that it is the place of what stands right before it only.
fn stand(view: &View<'_, '_>, land: usize, inside: &Senses) -> Option<Stand> {
    let within = |t: Option<usize>| t.is_some_and(|t| view.analysed.is(t, inside));
    if within(land.checked_sub(1)) {
        return Some(Stand::Landmark);
    }
    let word = land.checked_sub(1).filter(|w| !view.has(*w, mark::DIRECTION | mark::PLACE_HEAD | mark::VERB))?;
    within(word.checked_sub(1)).then_some(Stand::Within)
}

/// The country that stands most often, the first of equals.
fn country(spots: &[Spot]) -> Option<Spot> {
    let mut times: FxHashMap<Key, (usize, usize)> = FxHashMap::default();
    for (at, spot) in spots.iter().enumerate().filter(|(_, s)| s.level == Level::Country && !s.of_source) {
        times.entry(spot.key).or_insert((0, at)).0 += 1;
    }
    let best = times.into_values().max_by_key(|(n, first)| (*n, usize::MAX - *first))?;
    spots.get(best.1).cloned()
}

//! The place that a report is about.

use rustc_hash::FxHashMap;

use super::spot::{Key, Level, Spot, Stand};
use super::view::View;

/// Sentences at the head that tell where the report is set.
pub(super) const LEAD: usize = 2;

/// Whether a country stands right behind a finer place.
fn qualifies(spots: &[Spot], number: usize) -> bool {
    let before = number.checked_sub(1).and_then(|b| spots.get(b));
    before.zip(spots.get(number)).is_some_and(|(b, s)| b.level > s.level && s.name.start <= b.name.end + 3)
}

/// What a place that the title names weighs more.
const IN_TITLE: usize = 40;

/// The place that the report is about: that of the title, named most often as where things happen, the beginning counting
/// more, finer before coarser.
pub(super) fn main_place(view: &View<'_, '_>, spots: &[Spot], title: Option<&str>) -> Option<usize> {
    let mut weights: FxHashMap<Key, (usize, usize)> = FxHashMap::default();
    let title = title.map(tawatur_text::fold_word);
    // How the title names it: «بالسلط» tells where it happened, more than a mere name does.
    let titled = |s: &Spot| {
        let name = view.document().word(s.name.end - 1);
        let title = title.as_deref().filter(|_| name.chars().nth(2).is_some())?;
        let before = title.split_once(name)?.0;
        let bi = |rest: &str| rest.is_empty() || rest.ends_with(' ');
        let within = before.strip_suffix('ب').is_some_and(bi);
        Some(if within { IN_TITLE / 4 } else { 0 })
    };
    for (number, spot) in spots.iter().enumerate() {
        if matches!(spot.stand, Stand::Landmark) || spot.alone {
            continue;
        }
        let named = titled(spot).filter(|_| !weights.contains_key(&spot.key));
        let bonus = match (spot.level, named) {
            (_, None) => 0,
            (Level::City, Some(within)) => IN_TITLE + within,
            (_, Some(_)) => IN_TITLE / 4,
        };
        let slot = weights.entry(spot.key).or_insert((0, number));
        slot.0 += weight(view, spots, number, spot) + bonus;
    }
    let best = |(weight, first): &(usize, usize)| (*weight, usize::MAX - *first);
    let (most, main) = weights.values().max_by_key(|w| best(w)).copied()?;
    if spots.get(main).is_none_or(|s| s.level != Level::Country) {
        return Some(main);
    }
    // Where things happen at the head of the report says more than the country, unless that is spoken of throughout.
    let finer = |(weight, first): &&(usize, usize)| {
        let at = spots.get(*first).filter(|s| s.level > Level::Country && s.located() && !s.of_source);
        at.is_some_and(|s| view.document().sentence_of(s.name.start) < LEAD) && *weight * 4 >= most * 3
    };
    weights.values().filter(finer).max_by_key(|w| best(w)).map_or(Some(main), |(_, first)| Some(*first))
}

fn weight(view: &View<'_, '_>, spots: &[Spot], number: usize, spot: &Spot) -> usize {
    let lead = view.document().sentence_of(spot.name.start) < LEAD;
    match (spot.level, spot.located(), lead) {
        // «لومبوك في إندونيسيا», «وكالة حكومية في إندونيسيا»: the country only says which place or body is meant.
        (Level::Country, true, _) if spot.of_source || qualifies(spots, number) => 4,
        (Level::City, true, true) => 24,
        (Level::City, true, false) => 8,
        (Level::City, false, true) => 12,
        (Level::City, false, false) => 4,
        (Level::Area, true, true) => 20,
        (Level::Area, false, true) => 12,
        (Level::Area, ..) => 5,
        (Level::Region, true, true) => 14,
        (Level::Region, _, true) => 8,
        (Level::Region, ..) => 4,
        (Level::Country, true, true) => 20,
        (Level::Country, false, true) => 14,
        (Level::Country, true, false) => 8,
        (Level::Country, false, false) => 6,
    }
}

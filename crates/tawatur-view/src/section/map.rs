//! The story's places on a map.

use tawatur_model::EntityEntry;

use super::names::mark_id;
use crate::Language;
use crate::html::Both;
use crate::index::Index;
use crate::map::{Precision, Spot, Window, map};
use crate::words::word;

/// The map with what does not fit on it.
pub(crate) struct MapView {
    pub(crate) drawing: Both,
    /// Places with a position that the map does not reach.
    pub(crate) beyond: Vec<(Both, String, usize)>,
    /// Places without a position.
    pub(crate) unplaced: Vec<(Both, String, usize)>,
}

/// Places drawn at most, most named first.
const MOST: usize = 60;
/// Places listed beside the map at most.
const MOST_LISTED: usize = 24;

pub(crate) fn map_of(index: &Index<'_>) -> Option<MapView> {
    let places = &index.account.places;
    let spots: Vec<Spot> = places.iter().enumerate().filter_map(|(i, p)| spot(index, i, p)).take(MOST).collect();
    let window = Window::of(&spots)?;
    let (inside, outside): (Vec<&Spot>, Vec<&Spot>) = spots.iter().partition(|s| window.holds(s));
    let drawing = Both::of(|language| map(&window, &inside, language, &word("map-name", language)));
    let beyond = outside.iter().map(|s| (s.shown.clone(), s.href.clone(), s.mentions));
    let unplaced = places.iter().enumerate().filter(|(_, p)| p.coordinates.is_none());
    let unplaced = unplaced.map(|(i, p)| (index.name(&p.name), href(index, i, p), p.mentions.len()));
    Some(MapView {
        drawing,
        beyond: beyond.take(MOST_LISTED).collect(),
        unplaced: unplaced.take(MOST_LISTED).collect(),
    })
}

fn spot(index: &Index<'_>, number: usize, place: &EntityEntry) -> Option<Spot> {
    let (latitude, longitude) = place.coordinates?;
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return None;
    }
    let plain = |language| index.plain_name(&place.name, language);
    Some(Spot {
        latitude,
        longitude,
        precision: Precision::of(&place.roles),
        mentions: place.mentions.len(),
        name: (plain(Language::Arabic), plain(Language::English)),
        shown: index.name(&place.name),
        href: href(index, number, place),
    })
}

/// Where the place is named first.
fn href(index: &Index<'_>, number: usize, place: &EntityEntry) -> String {
    let source = place.mentions.iter().find_map(|m| index.source(&m.report));
    source.map_or_else(String::new, |s| index.anchor_of(s.number, &mark_id("l", number)))
}

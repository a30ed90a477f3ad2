//! The map of a story's places: coasts and borders from public-domain outlines, cut to where the story happens.

mod clip;
mod draw;
mod labels;
mod outline;
mod window;

pub(crate) use draw::map;
pub(crate) use window::Window;

use crate::html::Both;

/// A place to be drawn.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    /// Degrees.
    pub(crate) latitude: f64,
    /// Degrees.
    pub(crate) longitude: f64,
    /// How exactly it is known.
    pub(crate) precision: Precision,
    /// How often the reports name it.
    pub(crate) mentions: usize,
    /// Its name in both languages, plain text.
    pub(crate) name: (String, String),
    /// Its name as HTML, for the list.
    pub(crate) shown: Both,
    /// Where on the page its first words are.
    pub(crate) href: String,
}

/// How exactly a place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precision {
    /// Only the country: the mark stands in its middle.
    Country,
    /// A region, area or water: the mark stands in its middle.
    Region,
    /// A settlement.
    City,
    /// A site inside or outside a settlement.
    Site,
}

impl Precision {
    /// By the kind that the gazetteer gives.
    pub(crate) fn of(kinds: &[String]) -> Self {
        let has = |kind: &str| kinds.iter().any(|k| k == kind);
        if has("country") {
            Self::Country
        } else if has("region") || has("area") || has("water") {
            Self::Region
        } else if has("site") {
            Self::Site
        } else {
            Self::City
        }
    }
}

//! Which part of the earth a map shows.

use super::Spot;

/// Width of every map in its own units; letters are sized for it.
pub(crate) const WIDTH: f64 = 420.0;
/// Least and most height for the width.
const LEAST_HEIGHT: f64 = 0.62;
const MOST_HEIGHT: f64 = 0.85;
/// Share of the mentions that the map must hold, nearest to the story's middle first.
const SHARE: f64 = 0.8;
/// Least degrees of latitude that a map shows: closer, the outlines are too coarse.
const LEAST_SPAN: f64 = 2.4;
/// Margin around the places, as a share of the span.
const MARGIN: f64 = 0.22;

/// A part of the earth and how it is laid on the sheet: longitudes shortened as at its middle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// West, south, east, north in degrees.
    pub(crate) bounds: [f64; 4],
    pub(crate) height: f64,
    scale: f64,
    shorten: f64,
}

impl Window {
    /// The window of a story; none where no place has a position.
    pub(crate) fn of(spots: &[Spot]) -> Option<Self> {
        let middle = middle(spots)?;
        let mut near: Vec<&Spot> = spots.iter().collect();
        near.sort_by(|a, b| distance(a, middle).total_cmp(&distance(b, middle)));
        let all: usize = spots.iter().map(|s| s.mentions).sum();
        let mut held = 0;
        let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for spot in near {
            if held as f64 >= SHARE * all as f64 {
                break;
            }
            held += spot.mentions;
            let (x, y) = (spot.longitude, spot.latitude);
            bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        }
        Some(Self::around(bounds))
    }

    fn around(bounds: [f64; 4]) -> Self {
        let [west, south, east, north] = bounds;
        let (x, y) = ((west + east) / 2.0, (south + north) / 2.0);
        let shorten = y.to_radians().cos().max(0.2);
        let tall = ((north - south) * (1.0 + 2.0 * MARGIN)).max(LEAST_SPAN);
        let wide = ((east - west) * shorten * (1.0 + 2.0 * MARGIN)).max(tall / MOST_HEIGHT);
        let tall = tall.max(wide * LEAST_HEIGHT).min(170.0);
        let half = (wide / shorten / 2.0).min(180.0);
        let bounds = [x - half, y - tall / 2.0, x + half, y + tall / 2.0];
        let scale = WIDTH / wide;
        Self { bounds, height: tall * scale, scale, shorten }
    }

    /// Where a position lies on the sheet.
    pub(crate) fn place(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        ((longitude - self.bounds[0]) * self.shorten * self.scale, (self.bounds[3] - latitude) * self.scale)
    }

    /// Whether a position is on the sheet.
    pub(crate) fn holds(&self, spot: &Spot) -> bool {
        let [west, south, east, north] = self.bounds;
        (west..=east).contains(&spot.longitude) && (south..=north).contains(&spot.latitude)
    }
}

/// The place from which the others, weighed by their mentions, are nearest.
fn middle(spots: &[Spot]) -> Option<&Spot> {
    let cost = |s: &Spot| spots.iter().map(|o| distance(o, s) * o.mentions as f64).sum::<f64>();
    // A story's places are few once the seldom named are left out.
    spots.iter().take(MOST).min_by(|a, b| cost(a).total_cmp(&cost(b)))
}

/// Places that can be a story's middle at most, most named first.
const MOST: usize = 60;

/// Degrees between two places, near enough; far ones count little more than near ones, so that a capital on another
/// continent does not pull the map there.
fn distance(one: &Spot, other: &Spot) -> f64 {
    let shorten = one.latitude.to_radians().cos();
    let (x, y) = ((one.longitude - other.longitude) * shorten, one.latitude - other.latitude);
    x.hypot(y).sqrt()
}

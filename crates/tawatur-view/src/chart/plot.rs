//! The points of a series, placed.

use std::collections::BTreeMap;

use tawatur_model::{Mode, Point, RelationKind, Series};

use super::scale::{Days, Values};
use crate::number::middle;

/// How a point stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing replaces it.
    Current,
    /// A newer count replaces it, or it was denied or taken back.
    Superseded,
    /// A later report still carries a superseded count.
    Stale,
    /// Another count, said less exactly.
    Rounding,
    /// A part of another count.
    Part,
    /// Newly added, or a count of its own that is kept apart from the total.
    Apart,
}

impl State {
    /// Whether it is drawn apart from the lines.
    pub(crate) fn is_drawn_apart(self) -> bool {
        matches!(self, State::Part | State::Apart)
    }
}

/// The state of every point of a series.
pub(crate) fn states(series: &Series) -> Vec<State> {
    let alone = |i: usize| !series.relations.iter().any(|r| r.from == i || r.to == i);
    let scoped = |p: &Point| p.note.is_some() || p.place.is_some() || p.who.is_some();
    let apart = |(i, p): (usize, &Point)| p.increment || (alone(i) && scoped(p));
    let first = |point| if apart(point) { State::Apart } else { State::Current };
    let mut states: Vec<State> = series.points.iter().enumerate().map(first).collect();
    let mut set = |at: usize, state: State| {
        if let Some(slot) = states.get_mut(at) {
            *slot = state;
        }
    };
    for relation in &series.relations {
        match relation.kind {
            RelationKind::Supersedes | RelationKind::Denies | RelationKind::Retracts => {
                set(relation.to, State::Superseded);
            }
            _ => {}
        }
    }
    for relation in &series.relations {
        match relation.kind {
            RelationKind::Rounds => set(relation.from, State::Rounding),
            RelationKind::StaleRepeat => set(relation.from, State::Stale),
            RelationKind::PartOf => set(relation.from, State::Part),
            _ => {}
        }
    }
    states
}

/// A point on the chart. `at` is percent along time from the start; the rest is in shares of the height.
#[derive(Clone, Debug)]
pub(super) struct Dot {
    pub(super) point: usize,
    pub(super) at: f64,
    pub(super) value: f64,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) mode: Mode,
    pub(super) state: State,
    pub(super) origin: usize,
}

/// A series placed on days and values.
pub(super) struct Plot<'s> {
    pub(super) series: &'s Series,
    pub(super) days: Days,
    pub(super) values: Values,
    pub(super) dots: Vec<Dot>,
    /// One line each: names of institutions or origins; none for outlets' own word.
    pub(super) origins: Vec<Option<&'s str>>,
}

/// The name that a point's line goes by.
pub(crate) fn voice(point: &Point) -> Option<&str> {
    point.institution.as_deref().or(point.origin.as_deref())
}

impl<'s> Plot<'s> {
    /// Places all points but those that are parts of others, which are drawn apart.
    pub(super) fn new(series: &'s Series) -> Self {
        let states = states(series);
        let shown: Vec<usize> = (0..series.points.len())
            .filter(|i| !states.get(*i).is_some_and(|s| s.is_drawn_apart()))
            .filter(|i| series.points.get(*i).is_some_and(|p| middle(p.low, p.high).is_some()))
            .collect();
        let points: Vec<&Point> = shown.iter().filter_map(|i| series.points.get(*i)).collect();
        let days = Days::new(&points.iter().map(|p| p.as_of).collect::<Vec<_>>());
        let values = Values::new(points.iter().flat_map(|p| [p.low, p.high]).flatten());
        let origins = voices(&points);
        let places = places(&points, &days);
        let dots = shown.iter().zip(&points).zip(places).filter_map(|((i, p), at)| {
            let state = states.get(*i).copied().unwrap_or(State::Current);
            let origin = origins.iter().position(|o| *o == voice(p)).unwrap_or(0);
            let value = drawn_at(p)?;
            Some(Dot { point: *i, at, value, low: p.low, high: p.high, mode: p.mode, state, origin })
        });
        let dots = dots.collect();
        Self { series, days, values, dots, origins }
    }

    /// Whether the day of a point is known.
    pub(super) fn is_dated(&self, dot: &Dot) -> bool {
        self.series.points.get(dot.point).is_some_and(|p| p.as_of.is_some())
    }

    /// A point's dot; none where it is drawn apart.
    pub(super) fn dot(&self, point: usize) -> Option<&Dot> {
        self.dots.iter().find(|dot| dot.point == point)
    }
}

/// The value at which a point stands: the said bound, or the middle.
fn drawn_at(point: &Point) -> Option<f64> {
    match point.mode {
        Mode::Over | Mode::AtLeast => point.low.or(point.high),
        Mode::Under | Mode::UpTo => point.high.or(point.low),
        _ => middle(point.low, point.high),
    }
    .filter(|v| v.is_finite() && *v >= 0.0)
}

fn voices<'s>(points: &[&'s Point]) -> Vec<Option<&'s str>> {
    let mut origins: Vec<Option<&str>> = Vec::new();
    for point in points {
        if !origins.contains(&voice(point)) {
            origins.push(voice(point));
        }
    }
    origins
}

/// The points of one day stand side by side in its column, in the order of the series.
fn places(points: &[&Point], days: &Days) -> Vec<f64> {
    let mut per_day: BTreeMap<_, usize> = BTreeMap::new();
    for point in points {
        *per_day.entry(point.as_of).or_default() += 1;
    }
    let mut used: BTreeMap<_, usize> = BTreeMap::new();
    let place = |point: &&Point| {
        let (start, width) = days.column(point.as_of);
        let rank = used.entry(point.as_of).or_default();
        *rank += 1;
        let count = per_day.get(&point.as_of).copied().unwrap_or(1);
        start + width * *rank as f64 / (count + 1) as f64
    };
    points.iter().map(place).collect()
}

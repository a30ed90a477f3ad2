//! Alarms: what a reader of the account should be warned of.

mod arithmetic;
mod circular;
mod decline;
mod support;
mod voices;

use tawatur_model::{Alarm, Bilingual, CopyGroup, Point, Relation, RelationKind, Series, Severity};

use crate::Item;

/// The alarms of one story, in a fixed order of kinds, then of series.
pub fn alarms(items: &[Item<'_>], series: &[Series], copies: &[CopyGroup]) -> Vec<Alarm> {
    let mut found = Vec::new();
    for s in series {
        let view = View { series: s };
        found.extend(arithmetic::parts_over_total(&view));
        found.extend(decline::toll_falls(&view));
        found.extend(decline::stale(&view));
        found.extend(arithmetic::slips(&view));
        found.extend(arithmetic::interpolations(&view));
        found.extend(support::without_origin(&view));
        found.extend(support::uncorroborated(&view));
    }
    found.extend(circular::circular(items, series));
    found.extend(support::dropped_attributions(items, copies));
    found.extend(voices::one_side(items));
    found.sort_by_key(|a| std::cmp::Reverse(a.severity));
    found
}

fn alarm(id: &str, severity: Severity, text: Bilingual, claims: Vec<String>) -> Alarm {
    Alarm { id: id.to_owned(), severity, text, claims }
}

/// A series with the questions that several alarms ask of it.
pub(crate) struct View<'s> {
    pub(crate) series: &'s Series,
}

impl View<'_> {
    fn of(&self, kind: RelationKind) -> impl Iterator<Item = (&Relation, &Point, &Point)> {
        self.series
            .relations
            .iter()
            .filter(move |r| r.kind == kind)
            .filter_map(|r| Some((r, self.series.points.get(r.from)?, self.series.points.get(r.to)?)))
    }

    /// The running totals: no parts, roundings, additions or counts kept apart.
    fn totals(&self) -> impl Iterator<Item = (usize, &Point)> {
        let derived = |i: usize| {
            let kinds = [RelationKind::PartOf, RelationKind::Rounds, RelationKind::Denies];
            self.series.relations.iter().any(|r| r.from == i && kinds.contains(&r.kind))
        };
        let vague = |p: &Point| p.mode == tawatur_model::Mode::Vague;
        self.series
            .points
            .iter()
            .enumerate()
            .filter(move |(i, p)| p.note.is_none() && !p.increment && !vague(p) && !derived(*i))
    }

    fn is_superseded(&self, point: usize) -> bool {
        self.series.relations.iter().any(|r| r.to == point && r.kind == RelationKind::Supersedes)
    }
}

/// The number that a point says.
fn said(point: &Point) -> f64 {
    point.low.or(point.high).unwrap_or(0.0)
}

/// The greatest number that a point allows.
fn most(point: &Point) -> f64 {
    point.high.unwrap_or_else(|| said(point)).max(said(point))
}

#[cfg(test)]
mod tests;

//! Disagreements: both sides, since when, and what closed them.

use tawatur_model::{Closing, Disagreement, DisagreementSide, Relation, RelationKind, Series};

/// The disagreements of all series, open ones first.
pub fn disagreements(series: &[Series]) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = Vec::new();
    for (number, s) in series.iter().enumerate() {
        for relation in s.relations.iter().filter(|r| r.kind == RelationKind::Disagrees) {
            found.extend(disagreement(number, s, relation));
        }
    }
    found.sort_by_key(|d| d.closed.is_some());
    found
}

fn disagreement(number: usize, series: &Series, relation: &Relation) -> Option<Disagreement> {
    let sides = [side(series, relation.to)?, side(series, relation.from)?];
    let since = sides.iter().filter_map(|s| s.since).max();
    let closed = closing(series, &sides);
    Some(Disagreement { series: number, sides: sides.into(), since, closed })
}

/// A side: the point, and all others that give its value for the same scope.
fn side(series: &Series, at: usize) -> Option<DisagreementSide> {
    let point = series.points.get(at)?;
    let same = |i: &usize| {
        series.points.get(*i).is_some_and(|p| {
            (p.low, p.high) == (point.low, point.high) && (&p.place, &p.who) == (&point.place, &point.who)
        })
    };
    let points: Vec<usize> = (0..series.points.len()).filter(same).collect();
    let given = || points.iter().filter_map(|i| series.points.get(*i));
    let mut origins: Vec<String> = given().filter_map(|p| p.origin.clone()).collect();
    origins.dedup();
    let since = given().filter_map(|p| p.as_of).min();
    Some(DisagreementSide {
        point: at,
        since,
        origins,
        independent_origins: point.independent_origins,
        carriers: point.carriers,
        points,
    })
}

/// The first point that replaced or took back either side and is neither of them.
fn closing(series: &Series, sides: &[DisagreementSide; 2]) -> Option<Closing> {
    let inside = |i: usize| sides.iter().any(|s| s.points.contains(&i));
    let closes = |r: &&Relation| {
        matches!(r.kind, RelationKind::Supersedes | RelationKind::Retracts) && inside(r.to) && !inside(r.from)
    };
    let first = series
        .relations
        .iter()
        .filter(closes)
        .min_by_key(|r| (series.points.get(r.from).and_then(|p| p.as_of), r.from))?;
    let on = series.points.get(first.from).and_then(|p| p.as_of);
    Some(Closing { by: first.from, on, because: first.because.clone() })
}

//! The track record: what each origin and outlet first said, against what settled the question. No truth score.

use std::collections::BTreeMap;

use tawatur_model::{Day, FirstFigure, Mode, Point, RelationKind, Series};

use crate::Item;

/// The first figure of each origin and of each outlet for every question that is settled.
///
/// A question is settled by the total that stands at the end, if no other total stands against it. Direction, size
/// and lag say how far a first figure was from that one; who was right, nobody here can tell.
pub fn track_record(items: &[Item<'_>], series: &[Series]) -> Vec<FirstFigure> {
    let mut found = Vec::new();
    for (number, s) in series.iter().enumerate() {
        let Some(settled) = settled(s) else { continue };
        found.extend(of_origins(number, s, settled));
        found.extend(of_outlets(items, number, s, settled));
    }
    found
}

/// The total that stands at the end; none where two stand against each other, or nothing was counted twice.
fn settled(series: &Series) -> Option<&Point> {
    let standing: Vec<&Point> = totals(series)
        .filter(|(i, _)| !series.relations.iter().any(|r| r.to == *i && ends(r.kind)))
        .map(|(_, p)| p)
        .collect();
    let value = |p: &Point| (p.low, p.high);
    let last = standing.iter().max_by_key(|p| (p.as_of, p.carriers))?;
    let alone = standing.iter().all(|p| said(p) == said(last) || p.as_of < last.as_of);
    let counted = totals(series).count() > 1 && totals(series).any(|(_, p)| value(p) != value(last));
    (alone && counted).then_some(last)
}

fn ends(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::Supersedes | RelationKind::Denies | RelationKind::Retracts)
}

/// The running totals of a series, those that were replaced among them.
fn totals(series: &Series) -> impl Iterator<Item = (usize, &Point)> {
    let derived = |i: usize| {
        let kinds = [RelationKind::PartOf, RelationKind::Rounds, RelationKind::StaleRepeat, RelationKind::Denies];
        series.relations.iter().any(|r| r.from == i && (kinds.contains(&r.kind) || r.kind == RelationKind::Retracts))
    };
    let total =
        |p: &Point| p.note.is_none() && !p.increment && p.mode != Mode::Vague && p.place.is_none() && p.who.is_none();
    series.points.iter().enumerate().filter(move |(i, p)| total(p) && !derived(*i))
}

fn said(point: &Point) -> f64 {
    point.low.or(point.high).unwrap_or(0.0)
}

fn of_origins(number: usize, series: &Series, settled: &Point) -> Vec<FirstFigure> {
    let mut first: BTreeMap<&str, &Point> = BTreeMap::new();
    for (_, point) in totals(series) {
        let Some(name) = point.institution.as_deref().or(point.origin.as_deref()) else { continue };
        let known = first.entry(name).or_insert(point);
        if point.as_of < known.as_of {
            *known = point;
        }
    }
    let figure = |(name, point): (&str, &Point)| {
        let claim = point.claims.first()?.clone();
        Some(compared(name, "origin", number, (said(point), point.as_of, claim), settled))
    };
    first.into_iter().filter_map(figure).collect()
}

/// A count as an outlet told it: when, the claim, and the value.
type Told<'c> = (Option<Day>, Option<jiff::civil::Time>, &'c str, f64);

fn of_outlets(items: &[Item<'_>], number: usize, series: &Series, settled: &Point) -> Vec<FirstFigure> {
    let mut first: BTreeMap<&str, Told<'_>> = BTreeMap::new();
    for (_, point) in totals(series) {
        for claim in &point.claims {
            let Some((report, _)) = claim.rsplit_once('#') else { continue };
            let Some(item) = items.iter().find(|i| i.report.id == report) else { continue };
            let Some(outlet) = item.report.outlet.as_deref() else { continue };
            let told = (item.published(), item.report.published.and_then(|p| p.time), claim.as_str(), said(point));
            let known = first.entry(outlet).or_insert(told);
            // Of several counts of one report the largest is what it tells.
            if (told.0, told.1) < (known.0, known.1) || ((told.0, told.1) == (known.0, known.1) && told.3 > known.3) {
                *known = told;
            }
        }
    }
    let figure = |(name, (on, _, claim, value)): (&str, Told<'_>)| {
        compared(name, "outlet", number, (value, on, claim.to_owned()), settled)
    };
    first.into_iter().map(figure).collect()
}

fn compared(name: &str, role: &str, series: usize, first: (f64, Option<Day>, String), settled: &Point) -> FirstFigure {
    let (value, on, claim) = first;
    let last = said(settled);
    let direction = match value.total_cmp(&last) {
        std::cmp::Ordering::Less => "below",
        std::cmp::Ordering::Equal => "equal",
        std::cmp::Ordering::Greater => "above",
    };
    let lag = on.zip(settled.as_of).and_then(|(from, to)| to.since(from).ok()).map(|s| s.get_days());
    FirstFigure {
        name: name.to_owned(),
        role: role.to_owned(),
        series,
        first: value,
        first_on: on,
        claim,
        settled: last,
        settled_on: settled.as_of,
        direction: direction.to_owned(),
        difference: value - last,
        ratio: (last != 0.0).then(|| value / last),
        lag_days: lag,
    }
}

//! Numbers that do not fit together.

use std::collections::BTreeMap;

use tawatur_model::{Alarm, Bilingual, Day, Mode, Point, RelationKind, Severity};

use crate::number::number;

use super::{View, alarm, most, said};

/// Parts that are more than their whole, one alone or those of one report together.
pub(crate) fn parts_over_total(view: &View<'_>) -> Vec<Alarm> {
    let mut by_whole: BTreeMap<usize, Vec<&Point>> = BTreeMap::new();
    for (relation, part, _) in view.of(RelationKind::PartOf) {
        by_whole.entry(relation.to).or_default().push(part);
    }
    let mut found = Vec::new();
    for (whole, parts) in by_whole {
        let Some(total) = view.series.points.get(whole).filter(|p| bounded(p)) else { continue };
        let single = parts.iter().filter(|p| said(p) > most(total));
        found.extend(single.map(|p| over(&[p], total, Severity::Error)));
        let sum: f64 = disjoint(&parts).iter().map(|p| said(p)).sum();
        if sum > most(total) && parts.iter().all(|p| said(p) <= most(total)) {
            found.push(over(&disjoint(&parts), total, Severity::Warning));
        }
    }
    found
}

/// A lower bound alone sets its parts no limit.
fn bounded(total: &Point) -> bool {
    !matches!(total.mode, Mode::AtLeast | Mode::Over)
}

/// The parts of one report that count different groups of people: those can be added up.
fn disjoint<'p>(parts: &[&'p Point]) -> Vec<&'p Point> {
    let mut kept: Vec<&Point> = Vec::new();
    for part in parts.iter().filter(|p| p.who.is_some()) {
        let beside = kept.first().is_none_or(|f| f.reports.iter().any(|r| part.reports.contains(r)));
        if beside && kept.iter().all(|k| k.who != part.who) {
            kept.push(part);
        }
    }
    kept
}

fn over(parts: &[&Point], total: &Point, severity: Severity) -> Alarm {
    let sum: f64 = parts.iter().map(|p| said(p)).sum();
    let text = Bilingual::new(
        format!("الأجزاء ({}) أكثر من الحصيلة ({})", number(sum), number(most(total))),
        format!("the parts ({}) are more than the total ({})", number(sum), number(most(total))),
    );
    let claims = parts.iter().chain(std::iter::once(&total)).flat_map(|p| p.claims.clone()).collect();
    alarm("parts-over-total", severity, text, claims)
}

/// A count without support that differs from another one by two digits that changed places.
pub(crate) fn slips(view: &View<'_>) -> Vec<Alarm> {
    let totals: Vec<(usize, &Point)> = view.totals().filter(|(_, p)| p.mode == Mode::Exact).collect();
    let mut found = Vec::new();
    for (_, odd) in totals.iter().filter(|(_, p)| p.independent_origins == 0) {
        for (_, other) in totals.iter().filter(|(_, p)| p.independent_origins > 0) {
            if swapped(said(odd), said(other)) {
                let text = Bilingual::new(
                    format!("{} قد تكون {} بتبديل رقمين", number(said(odd)), number(said(other))),
                    format!("{} may be {} with two digits swapped", number(said(odd)), number(said(other))),
                );
                found.push(alarm("digits-swapped", Severity::Warning, text, both(odd, other)));
            }
        }
    }
    found
}

fn swapped(a: f64, b: f64) -> bool {
    let (a, b) = (format!("{a}").into_bytes(), format!("{b}").into_bytes());
    if a.len() != b.len() || a.len() < 3 {
        return false;
    }
    let differ: Vec<usize> = (0..a.len()).filter(|i| a.get(*i) != b.get(*i)).collect();
    match differ.as_slice() {
        [i, j] => a.get(*i) == b.get(*j) && a.get(*j) == b.get(*i),
        _ => false,
    }
}

/// Counts that nobody is named for and that lie exactly where a line through other totals leads: half-way or by days
/// between the one before and the one after, or on from the two before. Round numbers lie on many lines.
pub(crate) fn interpolations(view: &View<'_>) -> Vec<Alarm> {
    let totals: Vec<&Point> = view.totals().map(|(_, p)| p).filter(|p| p.mode == Mode::Exact).collect();
    let mut found = Vec::new();
    for (at, odd) in totals.iter().enumerate().filter(|(_, p)| p.origin.is_none() && telling(said(p))) {
        let before = at.checked_sub(1).and_then(|i| totals.get(i));
        let earlier = at.checked_sub(2).and_then(|i| totals.get(i));
        let after = totals.get(at + 1);
        let middle =
            before.zip(after).is_some_and(|(b, a)| said(b) != said(a) && said(odd) == (said(b) + said(a)) / 2.0);
        let between = || before.zip(after).is_some_and(|(b, a)| on_line(b, a, odd));
        let beyond = || earlier.zip(before).is_some_and(|(e, b)| on_line(e, b, odd));
        let text = match () {
            () if middle => Bilingual::new(
                format!("{} يساوي منتصف ما قبله وما بعده", number(said(odd))),
                format!("{} is exactly half-way between the counts before and after it", number(said(odd))),
            ),
            () if between() => Bilingual::new(
                format!("{} يقع تماما على الخط بين ما قبله وما بعده", number(said(odd))),
                format!("{} lies exactly on the line between the counts before and after it", number(said(odd))),
            ),
            () if beyond() => Bilingual::new(
                format!("{} يقع تماما على امتداد العددين قبله", number(said(odd))),
                format!("{} is exactly what the two counts before it lead to", number(said(odd))),
            ),
            () => continue,
        };
        found.push(alarm("interpolated", Severity::Warning, text, odd.claims.clone()));
    }
    found
}

/// Whether a number has digits enough that it does not lie on a line by chance.
fn telling(number: f64) -> bool {
    number >= 20.0 && number % 10.0 != 0.0
}

/// Whether a count is what the line through two others gives for its day, to the whole number.
fn on_line(one: &Point, two: &Point, odd: &Point) -> bool {
    let (Some(a), Some(b), Some(c)) = (one.as_of, two.as_of, odd.as_of) else { return false };
    let days = |from: Day, to: Day| to.since(from).map_or(0, |s| s.get_days());
    let (whole, part) = (days(a, b), days(a, c));
    if whole == 0 || part == whole || part == 0 || said(one) == said(two) {
        return false;
    }
    let line = said(one) + (said(two) - said(one)) * f64::from(part) / f64::from(whole);
    line.round() == said(odd)
}

fn both(a: &Point, b: &Point) -> Vec<String> {
    a.claims.iter().chain(&b.claims).cloned().collect()
}

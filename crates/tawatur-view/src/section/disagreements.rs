//! Where origins do not agree: values that cannot both hold, one value with two origins, denials.

use tawatur_model::{Disagreement, Point, Relation, RelationKind, Series};

use super::glance::{corroboration, first_quotes, series_anchor};
use crate::chart::voice;
use crate::date;
use crate::html::{Both, Html};
use crate::index::Index;
use crate::number::quantity;
use crate::words::{filled, words};

/// Two points that stand against each other.
pub(crate) struct DisagreementView {
    pub(crate) class: &'static str,
    pub(crate) kind: Both,
    pub(crate) href: String,
    pub(crate) question: Both,
    pub(crate) sides: Vec<SideView>,
    pub(crate) because: Both,
    /// Whether it is open and since when, or what closed it; empty where that is no question.
    pub(crate) state: Both,
    pub(crate) open: bool,
}

/// One of them.
pub(crate) struct SideView {
    pub(crate) value: Both,
    pub(crate) origin: Both,
    pub(crate) date: Both,
    pub(crate) support: Both,
    pub(crate) quotes: Vec<Html>,
}

/// Values that cannot both hold come first.
pub(crate) fn disagreements(index: &Index<'_>) -> Vec<DisagreementView> {
    let mut found: Vec<(RelationKind, DisagreementView)> = Vec::new();
    for (number, series) in index.account.series.iter().enumerate() {
        let views = series.relations.iter().filter_map(|r| Some((r.kind, view(index, number, series, r)?)));
        found.extend(views);
    }
    // What is open stands before what was closed, and both before one value with two origins.
    found.sort_by_key(|(kind, view)| (*kind == RelationKind::OriginDiffers, !view.open));
    found.into_iter().map(|(_, view)| view).collect()
}

fn view(index: &Index<'_>, number: usize, series: &Series, relation: &Relation) -> Option<DisagreementView> {
    let (id, class) = match relation.kind {
        RelationKind::Disagrees => ("kind-disagrees", "against"),
        RelationKind::Denies => ("kind-denies", "against"),
        RelationKind::Retracts => ("kind-retracts", "against"),
        RelationKind::OriginDiffers => ("kind-origin-differs", "note"),
        _ => return None,
    };
    let sides = [series.points.get(relation.to)?, series.points.get(relation.from)?];
    let told = index.account.disagreements.iter().find(|d| {
        let points: Vec<usize> = d.sides.iter().map(|s| s.point).collect();
        relation.kind == RelationKind::Disagrees && d.series == number && points == [relation.to, relation.from]
    });
    Some(DisagreementView {
        class,
        kind: words(id),
        href: series_anchor(index, number),
        question: Both::prose(&series.question.text),
        sides: sides.into_iter().map(|point| side(index, point)).collect(),
        because: Both::prose(&relation.because),
        state: told.map(|d| state(series, d)).unwrap_or_default(),
        open: told.is_some_and(|d| d.closed.is_none()),
    })
}

/// Open since when, or closed by what.
fn state(series: &Series, disagreement: &Disagreement) -> Both {
    let Some(closed) = &disagreement.closed else {
        return disagreement
            .since
            .map_or_else(|| words("dispute-open"), |d| filled("dispute-open-since", &[date::day(d)]));
    };
    let by = series.points.get(closed.by).map(|p| quantity(p.low, p.high, p.mode, &p.unit)).unwrap_or_default();
    filled("dispute-closed", &[by, date::day_or_unknown(closed.on)])
}

fn side(index: &Index<'_>, point: &Point) -> SideView {
    SideView {
        value: quantity(point.low, point.high, point.mode, &point.unit),
        origin: voice(point).map_or_else(|| words("outlets-own"), |name| index.name(name)),
        date: date::day_or_unknown(point.as_of),
        support: corroboration(point),
        quotes: first_quotes(index, &point.claims, 2).0,
    }
}

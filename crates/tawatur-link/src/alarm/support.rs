//! Counts that nobody, or only one voice, stands behind.

use tawatur_model::{Alarm, AlterationKind, Bilingual, CopyGroup, Severity};

use super::{View, alarm, said};
use crate::Item;
use crate::number::number;

/// Totals that only outlets give, in their own voice, while nobody else gives the same number.
pub(crate) fn without_origin(view: &View<'_>) -> Vec<Alarm> {
    view.totals()
        .filter(|(_, p)| p.origin.is_none())
        .filter(|(_, p)| !view.series.points.iter().any(|o| o.origin.is_some() && said(o) == said(p)))
        .map(|(_, p)| {
            let text = Bilingual::new(
                format!("لا يذكر أحد مصدر العدد {}", number(said(p))),
                format!("no report says who the count {} comes from", number(said(p))),
            );
            alarm("figure-without-origin", Severity::Warning, text, p.claims.clone())
        })
        .collect()
}

/// Totals that stand, that several reports carry, and that fewer than two independent origins give.
pub(crate) fn uncorroborated(view: &View<'_>) -> Vec<Alarm> {
    view.totals()
        .filter(|(i, p)| !view.is_superseded(*i) && p.reports.len() > 1 && p.independent_origins < 2)
        .map(|(_, p)| {
            let (reports, origins) = (p.reports.len(), p.independent_origins);
            let text = Bilingual::new(
                format!("العدد {} في {reports} من التقارير، ومصادره المستقلة: {origins}", number(said(p))),
                format!("{} is carried by {reports} reports; independent origins: {origins}", number(said(p))),
            );
            alarm("uncorroborated", Severity::Info, text, p.claims.clone())
        })
        .collect()
}

/// Copies that dropped or changed who said it.
pub(crate) fn dropped_attributions(items: &[Item<'_>], copies: &[CopyGroup]) -> Vec<Alarm> {
    let mut found = Vec::new();
    for group in copies {
        for change in group.alterations.iter().filter(|a| a.kind == AlterationKind::Attribution) {
            let places: Vec<_> = change.from.iter().chain(&change.to).collect();
            let near = |report: &str, range: tawatur_text::ByteRange| {
                group.passages.iter().any(|p| {
                    p.report == report && p.range.overlaps(range) && places.iter().any(|c| p.range.overlaps(c.range))
                })
            };
            let claims: Vec<String> = items
                .iter()
                .filter(|i| group.reports.contains(&i.report.id))
                .flat_map(|i| i.extraction.figures.iter().map(move |f| (i, f)))
                .filter(|(i, f)| near(&i.report.id, f.range))
                .map(|(i, f)| format!("{}#{}", i.report.id, f.id))
                .collect();
            if !claims.is_empty() {
                found.push(alarm("attribution-changed", Severity::Warning, change.text.clone(), claims));
            }
        }
    }
    found
}

//! Gaps: what the reports of a story do not tell.

mod outlet;

use std::collections::BTreeSet;

use tawatur_model::{Bilingual, Gap, HopKind, Series};

use crate::Item;

/// The gaps of one story.
pub fn gaps(items: &[Item<'_>], series: &[Series]) -> Vec<Gap> {
    if items.is_empty() {
        return Vec::new();
    }
    let found = [
        named_source(items),
        fine_place(items),
        outlet::local(items),
        several_outlets(items),
        dates(items),
        own_witness(items, series),
    ];
    found.into_iter().flatten().collect()
}

fn gap(id: &str, ar: impl Into<String>, en: impl Into<String>) -> Gap {
    Gap { id: id.to_owned(), text: Bilingual::new(ar, en) }
}

fn named_source(items: &[Item<'_>]) -> Option<Gap> {
    let named = |kind: HopKind| matches!(kind, HopKind::Person | HopKind::Institution);
    let in_chains = items.iter().any(|i| {
        let figures = i.extraction.figures.iter().flat_map(|f| &f.chain);
        figures.chain(i.extraction.statements.iter().flat_map(|s| &s.chain)).any(|h| named(h.kind))
    });
    let speaks = items.iter().any(|i| i.extraction.statements.iter().any(|s| s.institution.is_some()));
    let absent = !in_chains && !speaks;
    absent.then(|| gap("no-named-source", "لا يسمّي أي تقرير مصدرا", "no report names a source"))
}

fn fine_place(items: &[Item<'_>]) -> Option<Gap> {
    let mut places = items.iter().flat_map(|i| &i.extraction.places);
    let finer = places.any(|p| p.kind != "country");
    (!finer).then(|| {
        gap("no-place-finer-than-country", "لا يُذكر مكان أدق من بلد", "no place is named that is finer than a country")
    })
}

fn several_outlets(items: &[Item<'_>]) -> Option<Gap> {
    let outlets: BTreeSet<&str> = items.iter().filter_map(|i| i.report.outlet.as_deref()).collect();
    let known = items.iter().all(|i| i.report.outlet.is_some());
    (known && outlets.len() == 1).then(|| gap("one-outlet", "كل التقارير لناشر واحد", "all reports are of one outlet"))
}

fn dates(items: &[Item<'_>]) -> Option<Gap> {
    let undated: Vec<&str> = items.iter().filter(|i| i.published().is_none()).map(|i| i.report.id.as_str()).collect();
    (!undated.is_empty()).then(|| {
        let list = undated.join("، ");
        gap(
            "undated-reports",
            format!("تقارير لا يُعرف تاريخها: {list}"),
            format!("reports of unknown date: \u{2068}{list}\u{2069}"),
        )
    })
}

/// Nobody who was there: every count comes from a body or from nobody.
fn own_witness(items: &[Item<'_>], series: &[Series]) -> Option<Gap> {
    let told = items.iter().any(|i| {
        let hops = i.extraction.figures.iter().flat_map(|f| &f.chain);
        hops.chain(i.extraction.statements.iter().flat_map(|s| &s.chain)).any(|h| was_there(&h.name))
            || i.extraction.statements.iter().filter_map(|s| s.speaker.as_deref()).any(was_there)
    });
    (!told && !series.is_empty())
        .then(|| gap("no-witness", "لا شاهد عيان ولا مراسل في المكان", "no eye-witness and no correspondent on the spot"))
}

fn was_there(name: &str) -> bool {
    tawatur_text::fold_word(name)
        .split_whitespace()
        .any(|w| matches!(crate::terms::sense_of_token("presence", w), Some("witness")))
}

#[cfg(test)]
mod tests;

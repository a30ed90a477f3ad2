//! An event in words: what, to whom, by whom, where, and why it is thought to matter.

use std::collections::BTreeMap;

use tawatur_model::{Bilingual, EventEntry, Figure};

use super::same::{Nearness, dates};
use super::told::{Key, Told};
use crate::names::Names;
use crate::wording::{Count, count, list, noun_count, say, verbatim, wording};

/// Counts of consequences that are named.
const COUNTS: usize = 3;

/// "Dismissal: the interior minister, by the president, in Tunis".
pub(super) fn text(event: &EventEntry, names: &Names) -> Bilingual {
    let label = label(&event.kind, event.mode.first().map(String::as_str));
    let name = |n: &Option<String>| n.as_deref().map(|n| names.name(n));
    let (actor, target) = (name(&event.actor), name(&event.recipient));
    let said = match (&actor, &target) {
        (Some(actor), Some(target)) => say("event.both", &[("label", &label), ("actor", actor), ("target", target)]),
        (Some(actor), None) => say("event.actor", &[("label", &label), ("actor", actor)]),
        (None, Some(target)) => say("event.target", &[("label", &label), ("target", target)]),
        (None, None) => label,
    };
    match event.place.as_deref() {
        Some(place) => say("event.in-place", &[("said", &said), ("place", &names.name(place))]),
        None => said,
    }
}

/// The words of a type and mode.
fn label(kind: &str, mode: Option<&str>) -> Bilingual {
    let own = mode.map(|m| format!("event-mode.{kind}/{m}")).filter(|k| wording().has(k));
    let key = own.unwrap_or_else(|| format!("event.{kind}"));
    if wording().has(&key) { say(&key, &[]) } else { verbatim(kind) }
}

/// Who carries it and what came of it.
pub(super) fn because(event: &EventEntry, figures: &[&Figure]) -> Bilingual {
    let reports = noun_count("report", event.reports.len());
    let own = noun_count("report", event.carriers);
    let told = match event.carriers < event.reports.len() {
        true => say("event.copied", &[("reports", &reports), ("own", &own)]),
        false => say("event.told", &[("reports", &reports)]),
    };
    let origins = noun_count("origin", event.independent_origins);
    let carried = match event.independent_origins {
        0 => say("event.unattributed", &[("told", &told)]),
        _ => say("event.carried", &[("told", &told), ("origins", &origins)]),
    };
    let mut counts: Vec<Bilingual> = Vec::new();
    for figure in figures {
        let unit = figure.unit.as_str();
        let said =
            count(Count { quantity: figure.quantity, unit, low: figure.low, high: figure.high, mode: figure.mode });
        if !counts.contains(&said) {
            counts.push(said);
        }
    }
    counts.truncate(COUNTS);
    match counts.is_empty() {
        true => carried,
        false => say("event.consequences", &[("carried", &carried), ("counts", &list(&counts))]),
    }
}

/// Dates that cannot both hold, and places that are not one.
pub(super) fn disagreements(group: &[Told<'_>], entry: &EventEntry) -> Vec<Bilingual> {
    let mut said = Vec::new();
    let days = by_value(group, |t| t.event.date.as_deref());
    let other = |d: &str| {
        d.len() == 10 && entry.date.as_deref().is_some_and(|e| e != d && dates(Some(e), Some(d)) != Nearness::Equal)
    };
    for (day, reports) in days.iter().filter(|(d, _)| other(d)) {
        let reports: Vec<Bilingual> = reports.iter().map(|r| verbatim(r)).collect();
        said.push(say("event.other-date", &[("date", &verbatim(day)), ("reports", &list(&reports))]));
    }
    let places = by_value(group, |t| t.event.place.as_deref());
    let own = group.iter().find(|t| t.event.place == entry.place).map(|t| &t.place);
    let other = |p: &str| {
        let one = group.iter().find(|t| t.event.place.as_deref() == Some(p)).map(|t| &t.place);
        entry.place.as_deref().is_some_and(|e| e != p) && own.zip(one).is_some_and(|(a, b)| differ(a, b))
    };
    for (place, reports) in places.iter().filter(|(p, _)| other(p)) {
        let reports: Vec<Bilingual> = reports.iter().map(|r| verbatim(r)).collect();
        said.push(say("event.other-place", &[("place", &verbatim(place)), ("reports", &list(&reports))]));
    }
    said
}

/// Two places that are not one, and of which none is told of in the words of the other («مدينة ألماتي», «ألماتي»).
fn differ(a: &Key, b: &Key) -> bool {
    a.entity.is_none_or(|e| b.entity != Some(e)) && !a.words.is_subset(&b.words) && !b.words.is_subset(&a.words)
}

fn by_value<'t>(
    group: &'t [Told<'_>],
    value: impl Fn(&'t Told<'_>) -> Option<&'t str>,
) -> BTreeMap<&'t str, Vec<&'t str>> {
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for told in group {
        if let Some(value) = value(told) {
            let reports = found.entry(value).or_default();
            if !reports.contains(&told.report().id.as_str()) {
                reports.push(&told.report().id);
            }
        }
    }
    found
}

//! Confines an account to what was asked for.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Account, Alarm, Extraction, Filter, Place, Series, TimelineEntry};
use tawatur_text::fold_word;

use crate::options::Options;

/// The filter that an account carries; none where it was confined to nothing.
pub(super) fn filter(options: &Options, left_out: usize) -> Option<Filter> {
    options.confines().then(|| Filter {
        quantities: options.quantities.clone(),
        place: options.place.clone(),
        as_of: options.as_of,
        reports_left_out: left_out,
    })
}

/// The series of the quantities and the place asked for.
pub(super) fn series(all: Vec<Series>, options: &Options, extractions: &[Extraction]) -> Vec<Series> {
    let asked = |s: &Series| options.quantities.is_empty() || options.quantities.contains(&s.question.quantity);
    let all = all.into_iter().filter(asked);
    let Some(place) = options.place.as_deref() else { return all.collect() };
    let inside = Inside::new(place, extractions);
    all.filter_map(|s| within(s, &inside)).collect()
}

/// A series as far as it is of a place: all of it where its question is, else the points that are.
fn within(series: Series, inside: &Inside) -> Option<Series> {
    if series.question.place.as_deref().is_some_and(|p| inside.has(p)) {
        return Some(series);
    }
    let kept: Vec<usize> = (0..series.points.len())
        .filter(|i| series.points.get(*i).and_then(|p| p.place.as_deref()).is_some_and(|p| inside.has(p)))
        .collect();
    if kept.is_empty() {
        return None;
    }
    let number: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(new, old)| (*old, new)).collect();
    let points = kept.iter().filter_map(|i| series.points.get(*i).cloned()).collect();
    let relations = series.relations.into_iter().filter_map(|r| {
        let (from, to) = (*number.get(&r.from)?, *number.get(&r.to)?);
        Some(tawatur_model::Relation { from, to, ..r })
    });
    Some(Series { question: series.question, points, relations: relations.collect() })
}

/// The names of a place and of what lies in it, as the reports write them.
struct Inside {
    names: BTreeSet<String>,
    asked: String,
}

impl Inside {
    fn new(asked: &str, extractions: &[Extraction]) -> Self {
        let asked = folded(asked);
        let all: Vec<&Place> = extractions.iter().flat_map(|e| &e.places).collect();
        let names_of = |p: &Place| -> Vec<String> {
            let english = p.en.iter().map(|e| e.to_lowercase());
            std::iter::once(&p.name).chain(&p.aliases).map(|n| folded(n)).chain(english).collect()
        };
        let is = |p: &&&Place| names_of(p).contains(&asked);
        let ids: BTreeSet<&str> = all.iter().filter(is).filter_map(|p| p.gazetteer_id.as_deref()).collect();
        let countries: BTreeSet<&str> =
            all.iter().filter(is).filter(|p| p.kind == "country").filter_map(|p| p.country.as_deref()).collect();
        let lies = |p: &&&Place| {
            let same = p.gazetteer_id.as_deref().is_some_and(|id| ids.contains(id));
            same || is(p) || p.country.as_deref().is_some_and(|c| countries.contains(c))
        };
        let names = all.iter().filter(lies).flat_map(|p| names_of(p)).collect();
        Self { names, asked }
    }

    /// Whether a place of the account is it, lies in it, or is named by it and more words ("north of ...").
    fn has(&self, place: &str) -> bool {
        let place = folded(place);
        let words: Vec<&str> = place.split(' ').collect();
        let named = |name: &str| {
            let name: Vec<&str> = name.split(' ').collect();
            words.windows(name.len()).any(|w| w == name.as_slice())
        };
        named(&self.asked) || self.names.iter().any(|n| named(n))
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().map(|w| fold_word(&w.to_lowercase())).collect::<Vec<_>>().join(" ")
}

/// Alarms on claims of series that were left out are left out with them.
pub(super) fn alarms(all: Vec<Alarm>, series: &[Series], options: &Options) -> Vec<Alarm> {
    if options.quantities.is_empty() && options.place.is_none() {
        return all;
    }
    let told = claims(series);
    all.into_iter().filter(|a| a.claims.is_empty() || a.claims.iter().any(|c| told.contains(c.as_str()))).collect()
}

/// Figures of the timeline that were left out of the series are left out there too.
pub(super) fn timeline(account: &mut Account, options: &Options) {
    if options.quantities.is_empty() && options.place.is_none() {
        return;
    }
    let told: BTreeSet<String> = claims(&account.series).into_iter().map(str::to_owned).collect();
    let kept = |e: &TimelineEntry| e.kind != "figure" || e.claims.iter().any(|c| told.contains(c));
    account.timeline.retain(kept);
}

fn claims(series: &[Series]) -> BTreeSet<&str> {
    series.iter().flat_map(|s| &s.points).flat_map(|p| &p.claims).map(String::as_str).collect()
}

//! Places over reports: by row of the gazetteer, else by name and by spellings of names that have a row.

use std::collections::BTreeMap;

use tawatur_model::{EntityEntry, Place};

use super::because;
use super::cluster::{Cluster, Local, ordered};
use super::distance::is_spelling;
use super::name::words;
use super::{Judgement, Verdict};
use crate::Item;

/// Letters that a place's name must have to be joined to one that is spelt otherwise.
const LEAST_LETTERS: usize = 6;

struct Known {
    name: String,
    forms: Vec<String>,
    cluster: Cluster,
}

/// Joins the places of the reports.
pub(crate) fn places(items: &[Item<'_>], judgements: &mut Vec<Judgement>) -> Vec<EntityEntry> {
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    let all = || items.iter().flat_map(|i| i.extraction.places.iter().map(move |p| (i, p)));
    for (item, place) in all() {
        if let Some(id) = &place.gazetteer_id {
            add_row(&mut known, item, place, id, judgements);
        }
    }
    for (item, place) in all().filter(|(_, p)| p.gazetteer_id.is_none()) {
        add_unlisted(&mut known, item, place, judgements);
    }
    ordered(known.into_values().map(|k| k.cluster))
}

fn add_row(
    known: &mut BTreeMap<String, Known>,
    item: &Item<'_>,
    place: &Place,
    id: &str,
    judgements: &mut Vec<Judgement>,
) {
    let found = known.entry(id.to_owned()).or_insert_with(|| new(place));
    let form = folded(&place.name);
    let why = (!found.forms.contains(&form)).then(|| because::same_row(&place.name, &found.name, id));
    record(judgements, &place.name, &found.name, why.as_ref());
    found.cluster.add(&local(item, place), why);
    found.forms.push(form);
    found.forms.extend(place.aliases.iter().map(|a| folded(a)));
    found.forms.sort();
    found.forms.dedup();
}

/// A place without a row: the same name as one that has a row, or a spelling of it, or new.
fn add_unlisted(known: &mut BTreeMap<String, Known>, item: &Item<'_>, place: &Place, judgements: &mut Vec<Judgement>) {
    let form = folded(&place.name);
    let long = form.chars().count() >= LEAST_LETTERS;
    let is_near = |k: &Known| k.forms.iter().any(|f| *f == form || long && is_spelling(f, &form));
    let mut near = known.iter().filter(|(_, k)| is_near(k)).map(|(key, _)| key.clone());
    let key = match (near.next(), near.next()) {
        (Some(only), None) => only,
        _ => form.clone(),
    };
    let found = known.entry(key).or_insert_with(|| new(place));
    let why = (!found.forms.contains(&form)).then(|| because::spelling(&place.name, &found.name));
    record(judgements, &place.name, &found.name, why.as_ref());
    found.cluster.add(&local(item, place), why);
}

fn record(judgements: &mut Vec<Judgement>, one: &str, other: &str, because: Option<&tawatur_model::Bilingual>) {
    if let Some(because) = because {
        let (one, other, because) = (one.to_owned(), other.to_owned(), because.clone());
        judgements.push(Judgement { one, other, verdict: Verdict::Same, because });
    }
}

fn new(place: &Place) -> Known {
    Known { name: place.name.clone(), forms: vec![folded(&place.name)], cluster: Cluster::default() }
}

fn folded(name: &str) -> String {
    words(name).join(" ")
}

fn local<'a>(item: &Item<'a>, place: &'a Place) -> Local<'a> {
    Local {
        report: &item.report.id,
        name: &place.name,
        aliases: &place.aliases,
        roles: vec![place.kind.clone()],
        en: place.en.as_deref(),
        place: Some(place),
        ranges: &place.ranges,
    }
}

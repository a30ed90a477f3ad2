//! People, organisations and places over all reports of a story.

use std::collections::BTreeMap;

use tawatur_model::{CopyPassage, EntityEntry, Extraction};
use tawatur_text::ByteRange;

use super::Material;
use crate::names::folded;

/// The entities of a story, most named first.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) people: Vec<EntityEntry>,
    pub(super) organisations: Vec<EntityEntry>,
    pub(super) places: Vec<EntityEntry>,
}

/// One entity of one report.
struct Mention<'a> {
    key: String,
    name: &'a str,
    aliases: &'a [String],
    roles: Vec<String>,
    en: Option<&'a str>,
    coordinates: Option<(f64, f64)>,
    ranges: &'a [ByteRange],
}

/// Joins what the reports name: places by their id in the gazetteer, all others by their folded name.
pub(super) fn join(material: Material<'_>) -> Entities {
    Entities {
        people: joined(material, |e| e.people.iter().map(person).collect()),
        organisations: joined(material, |e| e.organisations.iter().map(organisation).collect()),
        places: joined(material, |e| e.places.iter().map(place).collect()),
    }
}

fn person(p: &tawatur_model::Person) -> Mention<'_> {
    Mention {
        key: folded(&p.name),
        name: &p.name,
        aliases: &p.aliases,
        roles: p.roles.clone(),
        en: None,
        coordinates: None,
        ranges: &p.ranges,
    }
}

fn organisation(o: &tawatur_model::Organisation) -> Mention<'_> {
    Mention {
        key: folded(&o.name),
        name: &o.name,
        aliases: &o.aliases,
        roles: vec![o.kind.clone()],
        en: o.en.as_deref(),
        coordinates: None,
        ranges: &o.ranges,
    }
}

fn place(p: &tawatur_model::Place) -> Mention<'_> {
    Mention {
        key: p.gazetteer_id.clone().unwrap_or_else(|| folded(&p.name)),
        name: &p.name,
        aliases: &p.aliases,
        roles: vec![p.kind.clone()],
        en: p.en.as_deref(),
        coordinates: p.coordinates,
        ranges: &p.ranges,
    }
}

fn joined<'a>(material: Material<'a>, read: impl Fn(&'a Extraction) -> Vec<Mention<'a>>) -> Vec<EntityEntry> {
    let mut found: BTreeMap<String, EntityEntry> = BTreeMap::new();
    for (report, extraction) in material.iter() {
        for mention in read(extraction) {
            add(found.entry(mention.key.clone()).or_default(), &report.id, mention);
        }
    }
    let mut all: Vec<EntityEntry> = found.into_values().collect();
    all.sort_by(|a, b| b.mentions.len().cmp(&a.mentions.len()).then_with(|| a.name.cmp(&b.name)));
    all
}

fn add(entry: &mut EntityEntry, report: &str, mention: Mention<'_>) {
    if entry.name.is_empty() {
        entry.name = mention.name.to_owned();
    }
    let forms = std::iter::once(mention.name).chain(mention.aliases.iter().map(String::as_str));
    for form in forms {
        if form != entry.name && !entry.aliases.iter().any(|a| a == form) {
            entry.aliases.push(form.to_owned());
        }
    }
    for role in mention.roles {
        if !role.is_empty() && !entry.roles.contains(&role) {
            entry.roles.push(role);
        }
    }
    entry.en = entry.en.take().or_else(|| mention.en.map(str::to_owned));
    entry.coordinates = entry.coordinates.or(mention.coordinates);
    entry.mentions.extend(mention.ranges.iter().map(|range| CopyPassage { report: report.to_owned(), range: *range }));
}

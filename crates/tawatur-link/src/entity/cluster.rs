//! An entity while mentions are being joined.

use std::collections::BTreeMap;

use tawatur_model::{Bilingual, CopyPassage, EntityEntry, Place};
use tawatur_text::ByteRange;

/// What one report says of one entity.
#[derive(Clone, Debug)]
pub(crate) struct Local<'a> {
    pub(crate) report: &'a str,
    pub(crate) name: &'a str,
    pub(crate) aliases: &'a [String],
    pub(crate) roles: Vec<String>,
    pub(crate) en: Option<&'a str>,
    /// The place behind the name.
    pub(crate) place: Option<&'a Place>,
    pub(crate) ranges: &'a [ByteRange],
}

/// An entity over reports.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cluster {
    entry: EntityEntry,
    /// How often each form is the name in a report.
    names: BTreeMap<String, usize>,
}

impl Cluster {
    /// Adds what one report says, with the reason where the name is not the same.
    pub(crate) fn add(&mut self, local: &Local<'_>, because: Option<Bilingual>) {
        *self.names.entry(local.name.to_owned()).or_default() += local.ranges.len();
        for alias in local.aliases {
            self.names.entry(alias.clone()).or_default();
        }
        for role in local.roles.iter().filter(|r| !r.is_empty()) {
            if !self.entry.roles.contains(role) {
                self.entry.roles.push(role.clone());
            }
        }
        if let Some(because) = because.filter(|b| !self.entry.because.contains(b)) {
            self.entry.because.push(because);
        }
        self.entry.en = self.entry.en.take().or_else(|| local.en.map(str::to_owned));
        if let Some(place) = local.place.filter(|_| self.entry.row.is_none()) {
            self.entry.row.clone_from(&place.gazetteer_id);
            self.entry.country.clone_from(&place.country);
            self.entry.coordinates = place.coordinates;
            self.entry.precision = place.coordinates.map(|_| precision(&place.kind).to_owned());
        }
        let report = local.report.to_owned();
        self.entry
            .mentions
            .extend(local.ranges.iter().map(|range| CopyPassage { report: report.clone(), range: *range }));
    }

    /// The entry, under the form with most words, of those the one most used.
    pub(crate) fn finish(mut self) -> EntityEntry {
        let rank = |(name, count): &(&String, &usize)| (name.split_whitespace().count(), **count);
        let best = self.names.iter().rev().max_by_key(rank).map(|(name, _)| name.clone());
        self.entry.name = best.unwrap_or_default();
        self.entry.aliases = self.names.into_keys().filter(|n| *n != self.entry.name).collect();
        self.entry.mentions.sort();
        self.entry
    }
}

/// How exact the coordinates of a kind of place are.
fn precision(kind: &str) -> &'static str {
    match kind {
        "country" => "country",
        "region" | "area" | "water" => "region",
        "city" => "city",
        _ => "spot",
    }
}

/// Entries with the most mentions first.
pub(crate) fn ordered(clusters: impl IntoIterator<Item = Cluster>) -> Vec<EntityEntry> {
    let mut all: Vec<EntityEntry> = clusters.into_iter().map(Cluster::finish).collect();
    all.sort_by(|a, b| b.mentions.len().cmp(&a.mentions.len()).then_with(|| a.name.cmp(&b.name)));
    all
}

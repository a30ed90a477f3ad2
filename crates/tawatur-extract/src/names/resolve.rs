//! Places of one report: which row of the gazetteer each name means.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use tawatur_lexicon::{Class, Entry, EntryId, Lexicon, Reading, SenseId};
use tawatur_model::Place;

use super::group::{key_of, name_of};
use super::mention::{NameKind, NameMention};
use crate::Analysed;
use crate::words::note;

/// Joins the mentions of places. A name that several rows have means the one in a country that the report is about, else
/// the one most trusted and most populous.
pub(crate) fn places(analysed: &Analysed<'_>, mentions: &[NameMention]) -> Vec<Place> {
    let focus = focus(analysed, mentions);
    let mut keys: FxHashMap<Cow<'static, str>, usize> = FxHashMap::default();
    let mut found: Vec<Place> = Vec::new();
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Place) {
        let name = name_of(analysed, mention);
        let entry = best(analysed, mention, &focus);
        let key = entry.map_or_else(|| Cow::Owned(key_of(&name)), |e| Cow::Borrowed(e.id));
        let at = *keys.entry(key).or_insert(found.len());
        if at == found.len() {
            found.push(place(analysed, &name, entry));
        }
        if let Some(place) = found.get_mut(at) {
            if place.name != name && !place.aliases.iter().any(|a| *a == name) {
                place.aliases.push(name.into_owned());
            }
            place.ranges.push(mention.range);
        }
    }
    found
}

/// How often each country is meant by names that only one country has, and by adjectives of origin.
fn focus(analysed: &Analysed<'_>, mentions: &[NameMention]) -> BTreeMap<&'static str, usize> {
    let lexicon = analysed.lexicon();
    let mut counts = BTreeMap::new();
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Place) {
        let mut countries = rows(analysed, mention).filter_map(|e| lexicon.country(e));
        if let Some(country) = countries.next()
            && countries.all(|c| c == country)
        {
            *counts.entry(country).or_default() += 1;
        }
    }
    let nisba = lexicon.sense("adj:nisba");
    for (at, _) in analysed.traits_of(note::NISBA).enumerate().filter(|(_, t)| t.nisba) {
        let adjective = analysed.readings(at).iter().find(|r| Some(r.sense) == nisba);
        if let Some(country) = adjective.and_then(|r| lexicon.country(r.entry)) {
            *counts.entry(country).or_default() += 1;
        }
    }
    counts
}

/// Whether a word can be an adjective of origin.
pub(crate) fn is_nisba(lexicon: &Lexicon, readings: &[Reading]) -> bool {
    static NISBA: OnceLock<Option<SenseId>> = OnceLock::new();
    let nisba = *NISBA.get_or_init(|| lexicon.sense("adj:nisba"));
    readings.iter().any(|r| Some(r.sense) == nisba)
}

/// From this population on a namesake in a country that the report is about is meant rather than the famous one.
const KNOWN: u64 = 50_000;

fn best(analysed: &Analysed<'_>, mention: &NameMention, focus: &BTreeMap<&'static str, usize>) -> Option<Entry> {
    let lexicon = analysed.lexicon();
    let rank = |id: &EntryId| {
        let e = lexicon.entry(*id);
        let number = |key: &str| e.feature(key).and_then(|v| v.parse::<u64>().ok()).unwrap_or(0);
        let is_hand = e.id.starts_with("country-") || number("trust") == 1;
        let near = lexicon.country(*id).and_then(|c| focus.get(c)).copied().unwrap_or(0);
        let is_country = lexicon.sense_name(e.sense) == "place:country";
        let population = number("population");
        let near = if is_country || is_hand || population >= KNOWN { near } else { 0 };
        (near, is_country, is_hand, population)
    };
    let rows = rows(analysed, mention);
    // Most names have one row, and there is nothing to weigh.
    let mut first = rows.clone();
    let best = match (first.next(), first.next()) {
        (Some(_), Some(_)) => rows.rev().max_by_key(rank),
        (only, _) => only,
    };
    best.map(|e| lexicon.entry(e))
}

/// The rows of the gazetteer that the name can mean.
fn rows<'r>(
    analysed: &'r Analysed<'_>,
    mention: &NameMention,
) -> impl DoubleEndedIterator<Item = EntryId> + Clone + use<'r> {
    let at = mention.tokens.start;
    let readings = match analysed.phrase_at(at).filter(|p| p.tokens == mention.tokens) {
        _ if mention.entry.is_none() => &[],
        Some(phrase) => phrase.readings.as_slice(),
        None => analysed.readings(at),
    };
    let lexicon = analysed.lexicon();
    readings.iter().filter(|r| lexicon.class(r.sense) == Class::Place).map(|r| r.entry)
}

fn place(analysed: &Analysed<'_>, name: &str, entry: Option<Entry>) -> Place {
    let sense = entry.map_or("place:site", |e| analysed.lexicon().sense_name(e.sense));
    let kind = sense.trim_start_matches("place:").trim_end_matches("-weak");
    let mut place = Place {
        name: name.to_owned(),
        aliases: Vec::new(),
        gazetteer_id: entry.map(|e| e.id.to_owned()),
        kind: kind.to_owned(),
        en: None,
        country: None,
        coordinates: None,
        ranges: Vec::new(),
    };
    let (mut latitude, mut longitude) = (None, None);
    for (key, value) in entry.iter().flat_map(Entry::key_values) {
        match key {
            "en" => place.en = Some(value.to_owned()),
            "country" => place.country = Some(value.to_owned()),
            "lat" => latitude = value.parse().ok(),
            "lon" => longitude = value.parse().ok(),
            _ => {}
        }
    }
    place.coordinates = latitude.zip(longitude);
    place
}

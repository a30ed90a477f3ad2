//! Places of one name: which one a story means.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_lexicon::{Class, Entry, Lexicon};
use tawatur_model::{Extraction, Place};
use tawatur_text::fold_word;

use super::because;
use super::{Judgement, Verdict};

/// From so many people on a namesake in the story's country is meant rather than the place that a report by itself would mean.
const KNOWN: u64 = 50_000;

/// Gives places that share their name with one in the country that the story is about the row of that one, where nothing
/// else in their report points to another country; what was decided, and why.
///
/// A report by itself knows only its own focus: one that names nothing but Tripoli may mean either.
pub fn settle_places(extractions: &mut [&mut Extraction]) -> Vec<Judgement> {
    let Some((country, name)) = focus(extractions) else { return Vec::new() };
    let mut decided: Vec<Judgement> = Vec::new();
    for extraction in extractions {
        let named: Vec<(String, Option<String>)> =
            extraction.places.iter().map(|p| (p.name.clone(), p.country.clone())).collect();
        for (at, place) in extraction.places.iter_mut().enumerate() {
            let other = |(i, (_, c)): (usize, &(String, Option<String>))| i != at && c.is_some() && *c == place.country;
            let abroad = place.country.as_ref().is_some_and(|c| *c != country) && place.kind != "country";
            if !abroad || named.iter().enumerate().any(other) {
                continue;
            }
            let Some(row) = namesake(&place.name, &country) else { continue };
            let because = because::story_focus(&place.name, &name, row.id);
            let judgement =
                Judgement { one: place.name.clone(), other: row.lemma.to_owned(), verdict: Verdict::Same, because };
            if !decided.contains(&judgement) {
                decided.push(judgement);
            }
            resettle(place, row);
        }
    }
    decided
}

/// The country that most reports of a story name places of, half of them at least: its code and its name.
fn focus(extractions: &[&mut Extraction]) -> Option<(String, String)> {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for extraction in extractions {
        let sure = extraction.places.iter().filter(|p| p.kind == "country" || is_alone(&p.name));
        let countries: BTreeSet<&str> = sure.filter_map(|p| p.country.as_deref()).collect();
        countries.into_iter().for_each(|c| *named.entry(c).or_default() += 1);
    }
    let (code, reports) = named.iter().max_by_key(|(code, n)| (**n, std::cmp::Reverse(**code)))?;
    let alone = named.iter().all(|(other, n)| other == code || n < reports);
    let all = extractions.iter().flat_map(|e| &e.places);
    let country = all.into_iter().find(|p| p.kind == "country" && p.country.as_deref() == Some(code));
    let name = country.map_or_else(|| (*code).to_owned(), |p| p.en.clone().unwrap_or_else(|| p.name.clone()));
    (alone && reports * 2 >= extractions.len()).then(|| ((*code).to_owned(), name))
}

/// Whether all places of a name lie in one country.
fn is_alone(name: &str) -> bool {
    let mut countries: Vec<&str> = rows(name).iter().filter_map(|e| e.feature("country")).collect();
    countries.sort_unstable();
    countries.dedup();
    countries.len() < 2
}

/// The place of that name in a country, if it is one that people know.
fn namesake(name: &str, country: &str) -> Option<Entry> {
    let people = |e: &Entry| e.feature("population").and_then(|p| p.parse::<u64>().ok()).unwrap_or(0);
    let there = rows(name).into_iter().filter(|e| e.feature("country") == Some(country));
    let known = there.filter(|e| e.feature("trust") == Some("1") && e.id.starts_with("place-") || people(e) >= KNOWN);
    known.max_by_key(|e| (people(e), std::cmp::Reverse(e.id)))
}

/// The rows of the gazetteer that a name can mean.
fn rows(name: &str) -> Vec<Entry> {
    let lexicon = Lexicon::builtin();
    let words: Vec<String> = name.split_whitespace().map(fold_word).collect();
    let readings = match words.as_slice() {
        [word] => lexicon.analyse(word),
        words => lexicon
            .phrase(words.iter().map(String::as_str))
            .filter(|p| p.words == words.len())
            .map_or_else(Vec::new, |p| p.readings),
    };
    let bare = |r: &&tawatur_lexicon::Reading| {
        let article = r.clitics.has(tawatur_lexicon::Clitics::AL);
        lexicon.class(r.sense) == Class::Place && r.clitics.count() == u32::from(article)
    };
    readings.iter().filter(bare).map(|r| lexicon.entry(r.entry)).collect()
}

fn resettle(place: &mut Place, row: Entry) {
    let degrees = |key: &str| row.feature(key).and_then(|v| v.parse::<f64>().ok());
    let text = |key: &str| row.feature(key).map(str::to_owned);
    let sense = Lexicon::builtin().sense_name(row.sense);
    place.kind = sense.trim_start_matches("place:").trim_end_matches("-weak").to_owned();
    place.gazetteer_id = Some(row.id.to_owned());
    (place.en, place.country) = (text("en"), text("country"));
    place.coordinates = degrees("lat").zip(degrees("lon"));
}

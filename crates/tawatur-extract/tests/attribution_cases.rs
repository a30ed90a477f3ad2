//! Speakers, chains, places and modality of constructed sentences.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::{Extraction, Figure, Report, Statement};

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    /// All statements of the text, in order; left out where only figures are looked at.
    statements: Option<Vec<Said>>,
    #[serde(default)]
    figures: Vec<Counted>,
    /// Why the expectation is not met yet.
    wrong: Option<String>,
}

#[derive(Deserialize)]
struct Said {
    quote: String,
    speaker: String,
    chain: Option<Vec<String>>,
    mode: Option<String>,
}

#[derive(Deserialize)]
struct Counted {
    quote: String,
    /// The first link of the chain; empty for the outlet's own voice.
    origin: Option<String>,
    place: Option<String>,
    modality: Option<String>,
}

fn check(file: &str, cases: usize) {
    let file: File = toml::from_str(file).unwrap();
    assert_eq!(file.case.len(), cases, "cases in the file");
    let mut extractor = Extractor::new();
    let faults: Vec<String> = file.case.iter().filter_map(|case| fault(&mut extractor, case)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn fault(extractor: &mut Extractor, case: &Case) -> Option<String> {
    let report = Report { id: case.id.clone(), text: case.text.clone(), ..Report::default() };
    let found = extractor.extract(&report);
    let fault = statements(case, &found).or_else(|| case.figures.iter().find_map(|f| figure(case, f, &found)));
    match (fault, &case.wrong) {
        (Some(fault), None) => Some(format!("{}: {fault} in «{}»", case.id, case.text)),
        (None, Some(why)) => Some(format!("{}: is right now, though marked wrong ({why})", case.id)),
        _ => None,
    }
}

fn statements(case: &Case, found: &Extraction) -> Option<String> {
    let expected = case.statements.as_ref()?;
    let seen = || {
        let all = found.statements.iter().map(|s| format!("«{}» by {:?} ({})", s.quote, s.speaker, s.rule));
        all.collect::<Vec<_>>().join(", ")
    };
    if expected.len() != found.statements.len() {
        return Some(format!("{} statements expected, found {}", expected.len(), seen()));
    }
    expected.iter().zip(&found.statements).find_map(|(said, s)| {
        let fits = is_said(case, said, s);
        (!fits).then(|| format!("«{}» by {} expected, found {}", said.quote, said.speaker, seen()))
    })
}

fn is_said(case: &Case, said: &Said, statement: &Statement) -> bool {
    let start = case.text.find(&said.quote).expect("the quote stands in the text") as u32;
    let end = start + said.quote.len() as u32;
    let names: Vec<String> = statement.chain.iter().map(|h| h.name.clone()).collect();
    let mode = serde_json::to_value(statement.mode).unwrap();
    statement.range.start() < end
        && start < statement.range.end()
        && statement.speaker.as_ref() == Some(&said.speaker)
        && said.chain.as_ref().is_none_or(|c| *c == names)
        && said.mode.as_ref().is_none_or(|m| mode == m.as_str())
}

fn figure(case: &Case, counted: &Counted, found: &Extraction) -> Option<String> {
    let start = case.text.find(&counted.quote).expect("the quote stands in the text") as u32;
    let here = |f: &&Figure| f.quantity.is_core() && f.range.contains_offset(start);
    let Some(figure) = found.figures.iter().find(here) else {
        return Some(format!("no figure at «{}»", counted.quote));
    };
    let origin = figure.chain.first().map_or("", |h| h.name.as_str());
    let modality = serde_json::to_value(figure.modality).unwrap();
    let faults = [
        (counted.origin.as_ref().is_some_and(|o| o != origin), format!("origin «{origin}»")),
        (counted.place.is_some() && counted.place != figure.place, format!("place {:?}", figure.place)),
        (counted.modality.as_ref().is_some_and(|m| modality != m.as_str()), format!("modality {modality}")),
    ];
    faults.into_iter().find(|(wrong, _)| *wrong).map(|(_, what)| format!("«{}» has {what}", counted.quote))
}

#[test]
fn speakers_and_chains() {
    check(include_str!("../cases/ar/attribution.toml"), 206);
}

#[test]
fn places() {
    check(include_str!("../cases/ar/place.toml"), 76);
}

#[test]
fn modality() {
    check(include_str!("../cases/ar/modality.toml"), 24);
}

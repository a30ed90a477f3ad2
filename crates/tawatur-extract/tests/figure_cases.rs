//! Figures of constructed sentences: every core figure must be read, with its bounds, and no other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::{Figure, Published, PublishedFrom, Report};

#[derive(Deserialize)]
struct File {
    published: toml::value::Datetime,
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    #[serde(default)]
    expect: Vec<Expect>,
    /// Why the expectation is not met yet.
    wrong: Option<String>,
    /// The day of the file's reports.
    #[serde(skip)]
    published: String,
}

#[derive(Deserialize)]
struct Expect {
    quote: String,
    quantity: String,
    low: Option<f64>,
    high: Option<f64>,
    mode: Option<String>,
    who: Option<String>,
    unit: Option<String>,
    part_of: Option<String>,
    as_of: Option<String>,
    background: Option<bool>,
    modality: Option<String>,
    #[serde(default)]
    superseded_in_text: bool,
    #[serde(default)]
    increment: bool,
}

/// Every case there is; a file that is not found would otherwise pass.
const CASES: usize = 541;

#[test]
fn constructed_sentences_give_their_figures_and_no_more() {
    let mut extractor = Extractor::new();
    let (mut count, mut faults) = (0, Vec::new());
    for case in cases() {
        count += 1;
        let published = case.published.get(..10).and_then(|d| d.parse().ok());
        let published = published.map(|day| Published { day, time: None, from: PublishedFrom::Metadata });
        let report = Report { id: case.id.clone(), text: case.text.clone(), published, ..Report::default() };
        let figures: Vec<Figure> =
            extractor.extract(&report).figures.into_iter().filter(|f| f.quantity.is_core()).collect();
        let fault = check(&case, &figures);
        match (&case.wrong, fault) {
            (None, Some(fault)) => faults.push(format!("{}: {fault} in «{}»", case.id, case.text)),
            (Some(why), None) => faults.push(format!("{}: is right now, though marked wrong ({why})", case.id)),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert_eq!(count, CASES);
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ar");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.file_name().unwrap().to_string_lossy().starts_with("figure-"));
    paths.sort();
    let read = |p: &std::path::PathBuf| {
        let file: File = toml::from_str(&fs::read_to_string(p).unwrap()).unwrap();
        file.case
            .into_iter()
            .map(move |case| Case { published: file.published.to_string(), ..case })
            .collect::<Vec<_>>()
    };
    paths.iter().flat_map(read).collect()
}

/// What is not as expected.
fn check(case: &Case, figures: &[Figure]) -> Option<String> {
    let found: Vec<String> =
        figures.iter().map(|f| format!("{} {:?}..{:?} «{}»", f.quantity.as_str(), f.low, f.high, f.quote)).collect();
    if figures.len() != case.expect.len() {
        return Some(format!("{} figures expected, but {found:?}", case.expect.len()));
    }
    case.expect.iter().find_map(|expect| {
        let Some(figure) = figure(case, figures, expect) else {
            return Some(format!("{} «{}» not among {found:?}", expect.quantity, expect.quote));
        };
        differs(case, figures, figure, expect)
    })
}

fn figure<'f>(case: &Case, figures: &'f [Figure], expect: &Expect) -> Option<&'f Figure> {
    let start = case.text.find(&expect.quote).expect("the quote stands in the text") as u32;
    figures.iter().find(|f| {
        f.quantity.as_str() == expect.quantity
            && (f.low, f.high) == (expect.low, expect.high)
            && f.range.contains_offset(start)
    })
}

fn differs(case: &Case, figures: &[Figure], figure: &Figure, expect: &Expect) -> Option<String> {
    let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mode = name(serde_json::to_value(figure.mode).unwrap());
    let modality = name(serde_json::to_value(figure.modality).unwrap());
    let day = figure.as_of.map(|d| d.to_string());
    let part = figure.subset_of.as_ref().and_then(|id| figures.iter().find(|f| f.id == *id));
    let whole = expect.part_of.as_ref().map(|q| case.text.find(q).expect("the whole stands in the text") as u32);
    let faults = [
        (expect.mode.as_ref().is_some_and(|m| *m != mode), format!("mode {mode}")),
        (expect.who.is_some() && figure.who != expect.who, format!("who {:?}", figure.who)),
        (expect.unit.as_ref().is_some_and(|u| *u != figure.unit), format!("unit {}", figure.unit)),
        (modality != expect.modality.as_deref().unwrap_or("asserted"), format!("modality {modality}")),
        (figure.superseded_in_text != expect.superseded_in_text, "superseded_in_text".to_owned()),
        (figure.increment != expect.increment, "increment".to_owned()),
        (expect.as_of.is_some() && day != expect.as_of, format!("as of {day:?}")),
        (expect.background.is_some_and(|b| b != figure.background), "background".to_owned()),
        (
            whole.is_some() && !part.is_some_and(|p| p.range.contains_offset(whole.unwrap_or(0))),
            format!("part of {:?}", figure.subset_of),
        ),
    ];
    faults.into_iter().find(|(wrong, _)| *wrong).map(|(_, what)| format!("«{}» {what}", expect.quote))
}

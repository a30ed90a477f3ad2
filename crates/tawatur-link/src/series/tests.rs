//! Small invented stories, kept as data in `cases/series.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use tawatur_model::{Extraction, Figure, Hop, HopKind, In, Modality, Mode, Quantity, Report};
use tawatur_text::ByteRange;

use super::*;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    why: String,
    figures: Vec<String>,
    expect: Vec<String>,
    points: Option<usize>,
    #[serde(default)]
    independent: BTreeMap<String, usize>,
}

fn figure(line: &str, id: String) -> (String, Option<tawatur_model::Day>, Figure) {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let [report, published, as_of, count, origin, flags] = fields.as_slice() else { panic!("six fields: {line}") };
    let (mode, number) = count.strip_prefix("over ").map_or((Mode::Exact, *count), |n| (Mode::Over, n));
    let said: f64 = number.parse().unwrap();
    let has = |flag: &str| flags.split(' ').any(|f| f == flag);
    let kind = if has("unnamed") { HopKind::Unnamed } else { HopKind::Institution };
    let modality = match () {
        () if has("denied") => Modality::Denied,
        () if has("feared") => Modality::Feared,
        () => Modality::Asserted,
    };
    let figure = Figure {
        id,
        range: ByteRange::default(),
        quote: if has("others") { format!("{number} آخرين") } else { number.to_owned() },
        quantity: Quantity::Killed,
        low: Some(said),
        high: (mode == Mode::Exact).then_some(said),
        mode,
        unit: "person".into(),
        who: None,
        place: Some("سلوان".into()),
        as_of: as_of.parse().ok(),
        within: In::Text,
        increment: has("added"),
        subset_of: flags.split(' ').find_map(|f| f.strip_prefix("part-of=")).map(str::to_owned),
        repeat_of: None,
        institution: None,
        superseded_in_text: has("earlier"),
        modality,
        background: has("background"),
        chain: (*origin != "-").then(|| Hop { name: (*origin).to_owned(), range: None, kind }).into_iter().collect(),
        said_on: None,
        rule: String::new(),
    };
    ((*report).to_owned(), published.parse().ok(), figure)
}

fn reports(case: &Case) -> Vec<(Report, Extraction)> {
    let mut found: BTreeMap<String, (Report, Extraction)> = BTreeMap::new();
    for line in &case.figures {
        let (id, published, mut read) = figure(line, String::new());
        let (report, extraction) = found.entry(id.clone()).or_default();
        report.id.clone_from(&id);
        (extraction.report, extraction.published) = (id, published);
        read.id = format!("f{}", extraction.figures.len() + 1);
        let flags = line.rsplit('|').next().unwrap();
        report.url = flags
            .split(' ')
            .find_map(|f| f.strip_prefix("page="))
            .map(|p| format!("https://example.org/{p}"))
            .or(report.url.take());
        let has = |flag: &str| flags.split(' ').any(|f| f == flag);
        let around = [
            ("withdrawn", "سحبت الجهة حصيلة ", " قتيلا. "),
            ("elsewhere", "أغلقت المتاجر أبوابها صباح اليوم. وذلك بعد أيام من تفجير أوقع ", " قتيلا. "),
            ("announced", "وكانت الحصيلة ", " قتيلا التي صدرت أمس. "),
        ];
        for (_, before, after) in around.iter().filter(|(flag, ..)| has(flag)) {
            report.text.push_str(before);
            let start = report.text.len() as u32;
            report.text.push_str(&format!("{}{after}", read.quote));
            read.range = ByteRange::new(start, start + read.quote.len() as u32);
        }
        extraction.figures.push(read);
    }
    found.into_values().collect()
}

fn linked(reports: &[&(Report, Extraction)]) -> Vec<Series> {
    let items: Vec<Item<'_>> = reports.iter().map(|(r, e)| Item::new(r, e)).collect();
    series(&items, &[])
}

fn said(point: &tawatur_model::Point) -> f64 {
    point.low.or(point.high).unwrap()
}

fn relations(found: &[Series]) -> Vec<String> {
    let mut all: Vec<String> = found
        .iter()
        .flat_map(|s| s.relations.iter().map(move |r| (s, r)))
        .map(|(s, r)| {
            let kind = serde_json::to_value(r.kind).unwrap();
            format!("{} {} {}", said(&s.points[r.from]), kind.as_str().unwrap(), said(&s.points[r.to]))
        })
        .collect();
    all.sort();
    all
}

#[test]
fn invented_stories() {
    let cases: Cases = toml::from_str(include_str!("../../cases/series.toml")).unwrap();
    assert_eq!(cases.case.len(), 22);
    for case in &cases.case {
        let reports = reports(case);
        let found = linked(&reports.iter().collect::<Vec<_>>());
        let mut expected = case.expect.clone();
        expected.sort();
        assert_eq!(relations(&found), expected, "{}: {}", case.id, case.why);
        if let Some(points) = case.points {
            assert_eq!(found.iter().map(|s| s.points.len()).sum::<usize>(), points, "{}: {}", case.id, case.why);
        }
        for (number, origins) in &case.independent {
            let of: Vec<&tawatur_model::Point> =
                found.iter().flat_map(|s| &s.points).filter(|p| said(p).to_string() == *number).collect();
            assert!(of.iter().all(|p| p.independent_origins == *origins), "{}: {of:?}", case.id);
        }
    }
}

#[test]
fn the_order_of_the_reports_makes_no_difference() {
    let cases: Cases = toml::from_str(include_str!("../../cases/series.toml")).unwrap();
    for case in &cases.case {
        let reports = reports(case);
        let forward = linked(&reports.iter().collect::<Vec<_>>());
        let backward = linked(&reports.iter().rev().collect::<Vec<_>>());
        assert_eq!(forward, backward, "{}", case.id);
    }
}

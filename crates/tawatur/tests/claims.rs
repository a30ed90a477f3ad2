//! What holds for every claim of every report.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use tawatur::extract::Extractor;
use tawatur::intake::{Options, passages, read};
use tawatur::model::{Extraction, Figure, In, Report, Role};
use tawatur_testkit::{Disturbance, disturb};

#[test]
fn every_quote_is_its_slice_in_the_stories() {
    let claims: usize = stories().iter().map(|r| check_quotes(r, &Extractor::new().extract(r))).sum();
    assert!(claims > 100, "only {claims} claims");
}

#[test]
fn every_quote_is_its_slice_in_a_month_of_news() {
    let month = root().join("../shared/corpus/march-2018.jsonl.gz");
    if !month.is_file() {
        println!("left out: no month of news beside the repository");
        return;
    }
    let intake = read(&[month], &Options::default());
    // Every tenth article: the dev profile reads slowly, and the whole month is a benchmark's matter.
    let reports: Vec<Report> = intake.reports.into_iter().step_by(10).collect();
    let extractions = tawatur::extract_all(&reports);
    let claims: usize = reports.iter().zip(&extractions).map(|(r, e)| check_quotes(r, e)).sum();
    println!("{claims} claims of {} reports", reports.len());
    assert!(claims > 1000, "only {claims} claims");
}

#[test]
fn noise_changes_no_value() {
    for report in stories() {
        let plain = Extractor::new().extract(&report);
        for seed in 0..3 {
            let noisy = disturb(&report.text, seed, &Disturbance::ALL);
            let text = noisy.text().to_owned();
            let disturbed = Report { passages: passages(&text, report.title.as_deref()), text, ..report.clone() };
            let found = Extractor::new().extract(&disturbed);
            check_quotes(&disturbed, &found);
            assert_eq!(values(&plain), values(&found), "{} with seed {seed}", report.id);
        }
    }
}

#[test]
fn passages_that_are_not_read_are_noted() {
    for report in stories() {
        let notes = Extractor::new().extract(&report).notes;
        let unread = |r: Role| matches!(r, Role::PullQuote | Role::Teaser | Role::RelatedLink);
        for passage in report.passages.iter().filter(|p| unread(p.role)) {
            assert!(notes.iter().any(|n| n.range == Some(passage.range)), "{}: {passage:?}", report.id);
        }
    }
}

#[test]
fn any_bytes_that_are_text_can_be_read() {
    let odd = [
        "",
        "\n",
        "«",
        "وقال \"",
        "مقتل",
        "12",
        "\u{202e}",
        "قتل 9999999999999999999999999 شخصا",
        ".... ؟؟ !!",
        "\u{fdfa}",
    ];
    for text in odd {
        let report = Report { id: "odd".into(), text: text.into(), title: Some(text.into()), ..Report::default() };
        check_quotes(&report, &Extractor::new().extract(&report));
    }
}

fn values(extraction: &Extraction) -> Vec<(String, Option<f64>, Option<f64>, String)> {
    let key = |f: &Figure| (f.quantity.as_str().to_owned(), f.low, f.high, format!("{:?} {:?}", f.mode, f.as_of));
    extraction.figures.iter().map(key).collect()
}

/// Asserts that every range holds the words quoted, and counts the claims.
fn check_quotes(report: &Report, extraction: &Extraction) -> usize {
    let title = report.title.as_deref().unwrap_or_default();
    let text = |within: In| if within == In::Title { title } else { report.text.as_str() };
    for f in &extraction.figures {
        assert_eq!(f.range.slice(text(f.within)), f.quote, "{} {}", report.id, f.id);
    }
    for s in &extraction.statements {
        assert_eq!(s.range.slice(text(s.within)), s.quote, "{} {}", report.id, s.id);
    }
    for e in &extraction.events {
        assert_eq!(e.range.slice(&report.text), e.quote, "{} {}", report.id, e.id);
    }
    for t in &extraction.times {
        assert_eq!(t.range.slice(&report.text), t.quote, "{}", report.id);
    }
    extraction.figures.len() + extraction.statements.len() + extraction.events.len()
}

fn stories() -> Vec<Report> {
    let intake = read(&[root().join("stories")], &Options::default());
    assert!(intake.reports.len() > 10, "{:?}", intake.problems);
    intake.reports
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

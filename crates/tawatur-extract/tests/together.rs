//! Reports that are read together are read as each by itself: nothing of one passes over into the next.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use tawatur_extract::{Extractor, extract_all};
use tawatur_model::Report;

/// The reports of the sample story, every other one with its first line as a title, and one with nothing in it.
fn reports() -> Vec<Report> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories/kazakhstan-2022");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let report = |(i, text): (usize, String)| {
        let title = text.lines().next().filter(|_| i % 2 == 0).map(str::to_owned);
        Report { id: format!("r{i}"), title, text, ..Report::default() }
    };
    let texts = files.iter().map(|p| fs::read_to_string(p).unwrap());
    let mut reports: Vec<Report> = texts.enumerate().map(report).collect();
    reports.insert(1, Report { id: "empty".to_owned(), title: Some("مقتل ثلاثة".to_owned()), ..Report::default() });
    reports
}

#[test]
fn reports_read_together_are_read_as_each_alone() {
    let reports = reports();
    assert!(reports.len() > 2, "the sample story has reports");
    let alone: Vec<_> = reports.iter().map(|report| Extractor::new().extract(report)).collect();
    assert!(alone.iter().any(|extraction| extraction.figures.iter().any(|f| f.id.starts_with('t'))));
    assert_eq!(extract_all(&reports), alone);
    let many: Vec<Report> = reports.iter().cycle().take(reports.len() * 40).cloned().collect();
    let together = Extractor::new().extract_all(&many);
    assert_eq!(together.len(), many.len());
    assert!(together.chunks(reports.len()).all(|chunk| chunk == alone));
}

//! Groups a JSONL file of reports on standard input; for measuring while developing.
#![allow(clippy::unwrap_used)]

use std::io::{BufRead, Write};

use tawatur_model::{Published, PublishedFrom, Report};

fn main() {
    let mut reports = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let value: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let field = |name: &str| value.get(name).and_then(|v| v.as_str()).map(str::to_owned);
        let day = field("published").and_then(|p| p.get(..10).and_then(|d| d.parse().ok()));
        let time = field("published").and_then(|p| p.get(11..19).and_then(|d| d.parse().ok()));
        reports.push(Report {
            id: field("id").unwrap(),
            text: field("text").unwrap_or_default(),
            title: field("title"),
            outlet: field("outlet"),
            url: field("url"),
            published: day.map(|day| Published { day, time, from: PublishedFrom::Metadata }),
            ..Report::default()
        });
    }
    let given: Vec<&Report> = reports.iter().collect();
    let started = std::time::Instant::now();
    let stories = tawatur_link::group(&given);
    let grouped = started.elapsed();
    let copies = tawatur_link::report_copies(&given);
    eprintln!(
        "{} reports, {} stories in {grouped:?}, copies in {:?}",
        given.len(),
        stories.len(),
        started.elapsed() - grouped
    );
    let mut out = std::io::stdout().lock();
    for story in &stories {
        for i in &story.reports {
            let copy = copies.iter().find(|c| c.report == *i);
            let from = copy.and_then(|c| c.copied_from).map(|f| reports[f].id.as_str());
            let label = copy.map(|c| c.label.as_str());
            let line = serde_json::json!({"report": reports[*i].id, "story": story.label, "copies": label, "copied_from": from});
            writeln!(out, "{line}").unwrap();
        }
    }
}

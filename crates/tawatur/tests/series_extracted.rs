//! Measures series and relations as the account gives them: from the figures that were read, not from the gold's.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};
use tawatur::model::{Extraction, Published, PublishedFrom, Report};
use tawatur_testkit::{read_jsonl, score_series};

/// Floors of what must be reached; lowering one is a decision, not an accident.
const POINTS_F1: f64 = 0.82;
const RELATIONS_F1: f64 = 0.76;

fn shared() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("TAWATUR_SHARED").map_or(beside, PathBuf::from);
    folder.join("gold").is_dir().then_some(folder)
}

fn report(line: &Value) -> Report {
    let text = |name: &str| line[name].as_str().map(str::to_owned);
    let published = text("published").map(|stamp| Published {
        day: stamp[..10].parse().unwrap(),
        time: stamp.get(11..19).and_then(|t| t.parse().ok()),
        from: PublishedFrom::Metadata,
    });
    Report {
        id: text("id").unwrap(),
        text: text("text").unwrap(),
        outlet: text("outlet"),
        title: text("title"),
        url: text("url"),
        published,
        ..Report::default()
    }
}

#[test]
fn series_of_the_benchmark_from_what_was_read() {
    let Some(shared) = shared() else {
        eprintln!("no shared benchmark folder: series are not measured here");
        return;
    };
    let gold = read_jsonl(&shared.join("gold/dev.jsonl")).unwrap();
    let series = read_jsonl(&shared.join("gold/series.jsonl")).unwrap();
    let corpus = read_jsonl(&shared.join("corpus/dev-reports.jsonl")).unwrap();
    let texts: BTreeMap<&str, &Value> = corpus.iter().map(|l| (l["id"].as_str().unwrap(), l)).collect();
    let mut events: BTreeMap<&str, Vec<Report>> = BTreeMap::new();
    for line in &gold {
        let id = line["report"].as_str().unwrap();
        events.entry(line["event"].as_str().unwrap()).or_default().push(report(texts[id]));
    }
    let (mut accounts, mut claims): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    for (event, reports) in events {
        let read: Vec<(Report, Extraction)> =
            reports.into_iter().map(|r| (r.clone(), tawatur::extract::extract(&r))).collect();
        let story = tawatur::account_of(event.to_owned(), read, |r, _| tawatur::extract::extract(r));
        accounts.push(json!({"series": story.account.series}));
        claims.extend(story.extractions.iter().map(|e| serde_json::to_value(e).unwrap()));
    }
    let scores = score_series(&series, &gold, &accounts, &claims);
    for error in scores.points.errors.iter().chain(&scores.relations.errors) {
        println!("{error}");
    }
    println!("{scores}");
    assert!(scores.points.f1() >= POINTS_F1, "points F1 {:.3}", scores.points.f1());
    assert!(scores.relations.f1() >= RELATIONS_F1, "relations F1 {:.3}", scores.relations.f1());
}

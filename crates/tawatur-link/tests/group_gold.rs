//! Measures stories and copies against the benchmark's labelled reports.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use support::{lines, shared};
use tawatur_link::{group, report_copies};
use tawatur_model::{Published, PublishedFrom, Report};

/// Floors of what must be reached; lowering one is a decision, not an accident.
const STORIES_B3: f64 = 0.97;
const COPIES_F1: f64 = 0.95;
/// Translated texts on ten stories, on which no threshold was chosen.
const OTHER_STORIES_B3: f64 = 0.94;

fn report(line: &Value) -> Report {
    let text = |name: &str| line[name].as_str().map(str::to_owned);
    let stamp = text("published");
    let published = stamp.and_then(|s| {
        let day = s.get(..10)?.parse().ok()?;
        Some(Published { day, time: s.get(11..19).and_then(|t| t.parse().ok()), from: PublishedFrom::Metadata })
    });
    Report {
        id: text("id").unwrap(),
        text: text("text").unwrap(),
        title: text("title"),
        published,
        ..Report::default()
    }
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

/// The B-cubed F1 of two labellings of the same things.
fn b3(gold: &[String], found: &[String]) -> f64 {
    let members = |labels: &[String]| {
        let mut by: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        labels.iter().enumerate().for_each(|(i, l)| {
            by.entry(l.clone()).or_default().insert(i);
        });
        by
    };
    let (g, f) = (members(gold), members(found));
    let (mut precision, mut recall) = (0.0, 0.0);
    for i in 0..gold.len() {
        let (a, b) = (&g[&gold[i]], &f[&found[i]]);
        let common = a.intersection(b).count() as f64;
        precision += common / b.len() as f64;
        recall += common / a.len() as f64;
    }
    f1(precision / gold.len() as f64, recall / gold.len() as f64)
}

fn story_labels(reports: &[Report]) -> Vec<String> {
    let given: Vec<&Report> = reports.iter().collect();
    let mut labels = vec![String::new(); reports.len()];
    for story in group(&given) {
        story.reports.iter().for_each(|i| labels[*i].clone_from(&story.label));
    }
    labels
}

fn pairs(labels: &[Option<String>]) -> BTreeSet<(usize, usize)> {
    let same = |a: usize, b: usize| labels[a].is_some() && labels[a] == labels[b];
    (0..labels.len()).flat_map(|b| (0..b).map(move |a| (a, b))).filter(|(a, b)| same(*a, *b)).collect()
}

#[test]
fn stories_and_copies_of_the_benchmark() {
    let Some(shared) = shared() else {
        eprintln!("no shared benchmark folder: stories and copies are not measured here");
        return;
    };
    let lines = lines(&shared.join("corpus/dev-reports.jsonl"));
    let reports: Vec<Report> = lines.iter().map(report).collect();
    let event = |l: &Value| match l["event"].as_str().unwrap() {
        "noise" => format!("noise-{}", l["id"]),
        event => event.to_owned(),
    };
    let stories = b3(&lines.iter().map(event).collect::<Vec<_>>(), &story_labels(&reports));
    let gold = pairs(&lines.iter().map(|l| l["near_dup_group"].as_str().map(str::to_owned)).collect::<Vec<_>>());
    let mut labels = vec![None; reports.len()];
    for copy in report_copies(&reports.iter().collect::<Vec<_>>()) {
        labels[copy.report] = Some(copy.label);
    }
    let found = pairs(&labels);
    let right = gold.intersection(&found).count() as f64;
    let copies = f1(right / found.len().max(1) as f64, right / gold.len() as f64);
    println!("stories B3 F1 {stories:.3}, copy pairs F1 {copies:.3}");
    assert!(stories >= STORIES_B3, "stories {stories:.3}");
    assert!(copies >= COPIES_F1, "copies {copies:.3}");
}

#[test]
fn stories_of_translated_texts() {
    let Some(folder) = shared().map(|s| s.join("datasets/multiling2011-arabic/source")).filter(|f| f.is_dir()) else {
        eprintln!("no shared benchmark folder: stories of translated texts are not measured here");
        return;
    };
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let text = |name: &String| std::fs::read_to_string(folder.join(name)).unwrap();
    let reports: Vec<Report> =
        names.iter().map(|n| Report { id: n.clone(), text: text(n), ..Report::default() }).collect();
    // M00AB.arabic: A is the story.
    let gold: Vec<String> = names.iter().map(|n| n[..4].to_owned()).collect();
    let stories = b3(&gold, &story_labels(&reports));
    println!("{} texts: stories B3 F1 {stories:.3}", names.len());
    assert!(stories >= OTHER_STORIES_B3, "stories {stories:.3}");
}

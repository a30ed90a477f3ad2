//! Measures series and relations against the benchmark's gold, with the gold figures as input.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;
use support::{GoldStory, lines, shared, stories};
use tawatur_link::{Item, copies, series};
use tawatur_model::{Day, Published, PublishedFrom, RelationKind, Report, Series};

/// Floors of what must be reached; lowering one is a decision, not an accident.
const POINTS_F1: f64 = 0.90;
const RELATIONS_F1: f64 = 0.88;

#[derive(Default)]
struct Tally {
    found: usize,
    gold: usize,
    right: usize,
    errors: String,
}

impl Tally {
    fn f1(&self) -> f64 {
        let (p, r) = (self.right as f64 / self.found.max(1) as f64, self.right as f64 / self.gold.max(1) as f64);
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

#[test]
fn series_of_the_benchmark() {
    let Some(shared) = shared() else {
        eprintln!("no shared benchmark folder: series are not measured here");
        return;
    };
    let reports = reports(&lines(&shared.join("corpus/dev-reports.jsonl")));
    let gold = stories(&lines(&shared.join("gold/dev.jsonl")), &|id| reports[id].clone(), None);
    let wanted = lines(&shared.join("gold/series.jsonl"));
    let (mut points, mut relations) = (Tally::default(), Tally::default());
    for (event, story) in &gold {
        let found = linked(story);
        let wanted: Vec<&Value> = wanted.iter().filter(|s| s["event"] == event.as_str()).collect();
        score(event, &wanted, &found, &mut points, &mut relations);
    }
    if std::env::var_os("TAWATUR_SHOW").is_some() {
        gold.values().for_each(|story| show(&linked(story)));
    }
    report_and_check(&points, &relations);
}

/// The stories of this repository, whose gold is always at hand.
#[test]
fn series_of_the_sample_stories() {
    let (mut points, mut relations) = (Tally::default(), Tally::default());
    for name in ["kazakhstan-2022", "atlas-flood"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories").join(name);
        let texts = reports_of(&folder);
        let text =
            |id: &str| texts.get(id).cloned().unwrap_or_else(|| Report { id: id.to_owned(), ..Report::default() });
        let gold = stories(&lines(&folder.join("gold.jsonl")), &text, "2022-01-10".parse().ok());
        let wanted = lines(&folder.join("series.jsonl"));
        for story in gold.values() {
            let found = linked(story);
            if std::env::var_os("TAWATUR_SHOW").is_some() {
                show(&found);
            }
            score(name, &wanted.iter().collect::<Vec<_>>(), &found, &mut points, &mut relations);
        }
    }
    report_and_check(&points, &relations);
}

/// The plain-text reports of a sample story, front matter taken off, and those of its JSON Lines.
fn reports_of(folder: &std::path::Path) -> BTreeMap<String, Report> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        if id.ends_with(".txt") {
            let body =
                text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")).map_or(text.as_str(), |(_, b)| b);
            found.insert(id.clone(), Report { id, text: body.to_owned(), ..Report::default() });
        } else if id == "reports.jsonl" {
            for line in lines(&path) {
                let (id, text) = (line["id"].as_str().unwrap().to_owned(), line["text"].as_str().unwrap().to_owned());
                found.insert(id.clone(), Report { id, text, ..Report::default() });
            }
        }
    }
    found
}

fn report_and_check(points: &Tally, relations: &Tally) {
    println!("{}\n{}", points.errors, relations.errors);
    for (name, t) in [("points", points), ("relations", relations)] {
        println!("{name}: right {} of {} found, {} in gold, F1 {:.3}", t.right, t.found, t.gold, t.f1());
    }
    assert!(points.f1() >= POINTS_F1, "points F1 {:.3}", points.f1());
    assert!(relations.f1() >= RELATIONS_F1, "relations F1 {:.3}", relations.f1());
}

fn reports(lines: &[Value]) -> BTreeMap<String, Report> {
    lines
        .iter()
        .map(|l| {
            let text = |name: &str| l[name].as_str().map(str::to_owned);
            let stamp = text("published").unwrap();
            let day = stamp[..10].parse().unwrap();
            let time = stamp[11..19].parse().ok();
            let published = Some(Published { day, time, from: PublishedFrom::Metadata });
            let id = text("id").unwrap();
            let report = Report {
                id: id.clone(),
                text: text("text").unwrap(),
                outlet: text("outlet"),
                published,
                ..Report::default()
            };
            (id, report)
        })
        .collect()
}

fn linked(story: &GoldStory) -> Vec<Series> {
    let items: Vec<Item<'_>> = story.reports.iter().map(|(r, e)| Item::new(r, e)).collect();
    series(&items, &copies(&items))
}

/// Prints what was linked, for reading.
fn show(found: &[Series]) {
    for s in found {
        println!("{}", s.question.text.ar);
        for (i, p) in s.points.iter().enumerate() {
            let day = p.as_of.map(|d| d.to_string());
            println!(
                "  {i}: {:?}-{:?} {:?} {day:?} {:?} {:?} {:?} {:?}",
                p.low, p.high, p.mode, p.origin, p.who, p.place, p.claims
            );
        }
        for r in &s.relations {
            println!("  {} -> {} {:?}: {}", r.from, r.to, r.kind, r.because.en);
        }
    }
}

/// A point of either side: what it is compared by.
struct Answer {
    as_of: Option<Day>,
    low: Option<f64>,
    high: Option<f64>,
    claims: Vec<String>,
}

/// Points are right by value and date (a day's difference is allowed: a count of one day is printed the next),
/// if they share a claim; relations by kind, if both ends are right.
fn score(event: &str, wanted: &[&Value], found: &[Series], points: &mut Tally, relations: &mut Tally) {
    let gold: Vec<Vec<Answer>> =
        wanted.iter().map(|s| s["points"].as_array().unwrap().iter().map(answer).collect()).collect();
    let ours: Vec<Vec<Answer>> = found.iter().map(|s| s.points.iter().map(our_answer).collect()).collect();
    let mut pairs: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for (gs, gold_series) in gold.iter().enumerate() {
        for (gp, g) in gold_series.iter().enumerate() {
            let best = ours
                .iter()
                .enumerate()
                .flat_map(|(s, ps)| ps.iter().enumerate().map(move |(p, a)| ((s, p), a)))
                .filter(|(at, a)| !pairs.values().any(|v| v == at) && same(g, a))
                .max_by_key(|(at, a)| (shared_claims(g, a), std::cmp::Reverse(*at)));
            match best {
                Some((at, _)) => {
                    pairs.insert((gs, gp), at);
                }
                None => {
                    let _ = writeln!(
                        points.errors,
                        "{event}: missed point {gs}.{gp} {:?}-{:?} {:?} {:?}",
                        g.low, g.high, g.as_of, g.claims
                    );
                }
            }
        }
    }
    points.gold += gold.iter().map(Vec::len).sum::<usize>();
    points.found += ours.iter().map(Vec::len).sum::<usize>();
    points.right += pairs.len();
    for (s, ps) in ours.iter().enumerate() {
        for (p, a) in ps.iter().enumerate().filter(|(p, _)| !pairs.values().any(|v| *v == (s, *p))) {
            let _ = writeln!(
                points.errors,
                "{event}: point too many {s}.{p} {:?}-{:?} {:?} {:?}",
                a.low, a.high, a.as_of, a.claims
            );
        }
    }
    score_relations(event, wanted, found, &pairs, relations);
}

fn score_relations(
    event: &str,
    wanted: &[&Value],
    found: &[Series],
    pairs: &BTreeMap<(usize, usize), (usize, usize)>,
    relations: &mut Tally,
) {
    let mut ours: Vec<(usize, usize, usize, RelationKind)> = found
        .iter()
        .enumerate()
        .flat_map(|(s, x)| x.relations.iter().map(move |r| (s, r.from, r.to, r.kind)))
        .collect();
    relations.found += ours.len();
    for (gs, s) in wanted.iter().enumerate() {
        for r in s["relations"].as_array().unwrap() {
            relations.gold += 1;
            let end = |name: &str| pairs.get(&(gs, r[name].as_u64().unwrap() as usize));
            let kind: RelationKind = serde_json::from_value(r["kind"].clone()).unwrap();
            let hit = match (end("from"), end("to")) {
                (Some(f), Some(t)) => ours.iter().position(|o| *o == (f.0, f.1, t.1, kind) && f.0 == t.0),
                _ => None,
            };
            match hit {
                Some(i) => {
                    ours.remove(i);
                    relations.right += 1;
                }
                None => {
                    let _ = writeln!(
                        relations.errors,
                        "{event}: missed {} series {gs}: {} -> {}",
                        r["kind"], r["from"], r["to"]
                    );
                }
            }
        }
    }
    for (s, f, t, kind) in ours {
        let p = |i: usize| {
            let p = &found[s].points[i];
            format!(
                "{:?}-{:?}@{:?} {:?} {:?}",
                p.low,
                p.high,
                p.as_of.map(|d| d.to_string()),
                p.origin,
                p.claims.first()
            )
        };
        let _ = writeln!(
            relations.errors,
            "{event}: too many {kind:?} in {s} ({:?}): {f} {} -> {t} {}",
            found[s].question.quantity,
            p(f),
            p(t)
        );
    }
}

fn answer(p: &Value) -> Answer {
    let claims = p["figures"].as_array().unwrap().iter().map(|f| f.as_str().unwrap().to_owned()).collect();
    Answer {
        as_of: p["as_of"].as_str().and_then(|d| d.parse().ok()),
        low: p["low"].as_f64(),
        high: p["high"].as_f64(),
        claims,
    }
}

fn our_answer(p: &tawatur_model::Point) -> Answer {
    Answer { as_of: p.as_of, low: p.low, high: p.high, claims: p.claims.clone() }
}

fn shared_claims(a: &Answer, b: &Answer) -> usize {
    a.claims.iter().filter(|c| b.claims.contains(c)).count()
}

fn same(gold: &Answer, ours: &Answer) -> bool {
    let dates = match (gold.as_of, ours.as_of) {
        (Some(a), Some(b)) => a.since(b).is_ok_and(|s| s.get_days().abs() <= 1),
        _ => true,
    };
    let values = gold.low.or(gold.high) == ours.low.or(ours.high);
    dates && values && shared_claims(gold, ours) > 0
}

//! What five real reports must show, with their gold figures as input.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use support::{GoldStory, lines, shared, stories};
use tawatur_link::{Item, copies, series};
use tawatur_model::{Quantity, RelationKind, Report, Series};

/// The seeds as one story; the undated report gets the date that its siblings give it.
fn seeds() -> Option<GoldStory> {
    let shared = shared()?;
    let text = |id: &str| Report {
        id: id.to_owned(),
        text: std::fs::read_to_string(shared.join("seeds").join(id)).unwrap(),
        ..Report::default()
    };
    let lines = lines(&shared.join("gold/seeds.jsonl"));
    let story = stories(&lines, &text, "2022-01-10".parse().ok()).remove("one")?;
    Some(story)
}

fn linked() -> Option<Vec<Series>> {
    let Some(story) = seeds() else {
        eprintln!("no shared benchmark folder: the seeds are not checked here");
        return None;
    };
    let items: Vec<Item<'_>> = story.reports.iter().map(|(r, e)| Item::new(r, e)).collect();
    let found = series(&items, &copies(&items));
    for s in &found {
        println!("{} | {}", s.question.text.ar, s.question.text.en);
        for (i, p) in s.points.iter().enumerate() {
            println!(
                "  {i}: {:?}-{:?} {:?} {:?} origin {:?} ({:?}) who {:?} place {:?} n={} {:?} note {:?}",
                p.low,
                p.high,
                p.mode,
                p.as_of.map(|d| d.to_string()),
                p.origin,
                p.institution,
                p.who,
                p.place,
                p.independent_origins,
                p.claims,
                p.note.as_ref().map(|n| &n.en)
            );
        }
        for r in &s.relations {
            println!("  {} -> {} {:?}: {} | {}", r.from, r.to, r.kind, r.because.ar, r.because.en);
        }
    }
    Some(found)
}

fn one(found: &[Series], quantity: Quantity) -> &Series {
    let all: Vec<&Series> =
        found.iter().filter(|s| s.question.quantity == quantity && s.question.who.is_none()).collect();
    assert_eq!(all.len(), 1, "one question of {quantity:?}");
    all[0]
}

/// Index of the point with this number, and an origin that holds these words.
fn point(s: &Series, said: f64, origin: &str) -> usize {
    let has =
        |p: &tawatur_model::Point| p.low.or(p.high) == Some(said) && p.origin.as_deref().unwrap_or("").contains(origin);
    let found: Vec<usize> = (0..s.points.len()).filter(|i| has(&s.points[*i])).collect();
    assert_eq!(found.len(), 1, "one point {said} of «{origin}»: {found:?}");
    found[0]
}

fn related(s: &Series, from: usize, kind: RelationKind, to: usize) -> bool {
    s.relations.iter().any(|r| (r.from, r.to, r.kind) == (from, to, kind))
}

#[test]
fn detained() {
    let Some(found) = linked() else { return };
    let s = one(&found, Quantity::Detained);
    let first = point(s, 4266.0, "الداخلية");
    let second = point(s, 5135.0, "تورغومباييف");
    let third = point(s, 5800.0, "الحكومة");
    let last = point(s, 7989.0, "الداخلية");
    for (new, old) in [(second, first), (third, second), (last, third)] {
        assert!(related(s, new, RelationKind::Supersedes, old), "{new} -> {old}");
    }
    let supersedes = s.relations.iter().filter(|r| r.kind == RelationKind::Supersedes).count();
    assert_eq!(supersedes, 3, "each supersedes only the one before");
    assert_eq!(s.points[first].as_of.unwrap().to_string(), "2022-01-08");
    assert_eq!(s.points[second].as_of.unwrap().to_string(), "2022-01-09");
    assert_eq!(s.points[third].as_of, None);
    assert_eq!(s.points[last].as_of.unwrap().to_string(), "2022-01-10");
    for rounded in [4000.0, 4200.0] {
        assert!(related(s, point(s, rounded, ""), RelationKind::Rounds, first), "{rounded}");
    }
    let about: Vec<usize> = (0..s.points.len()).filter(|i| s.points[*i].low == Some(8000.0)).collect();
    let carriers: usize = about.iter().map(|i| s.points[*i].claims.len()).sum();
    assert_eq!(carriers, 2);
    assert!(about.iter().all(|i| related(s, *i, RelationKind::Rounds, last)));
    for apart in [300.0, 100.0] {
        let at = point(s, apart, "");
        assert!(s.points[at].note.is_some(), "{apart} is kept apart");
        assert!(s.relations.iter().all(|r| r.from != at && r.to != at), "{apart} is related to nothing");
    }
}

#[test]
fn killed() {
    let Some(found) = linked() else { return };
    let s = one(&found, Quantity::Killed);
    let health = point(s, 164.0, "الصحة");
    let interior = point(s, 164.0, "الداخلية");
    let almaty = point(s, 164.0, "مراسل");
    let differs = |a: usize, b: usize| {
        related(s, a, RelationKind::OriginDiffers, b) || related(s, b, RelationKind::OriginDiffers, a)
    };
    assert!(differs(health, interior));
    assert!(differs(almaty, health) || differs(almaty, interior));
    assert!(s.points[almaty].note.is_some());
    assert!(s.points[almaty].place.is_some());
    assert_eq!(s.points[health].independent_origins, 3);
    let part = point(s, 103.0, "");
    assert!(related(s, part, RelationKind::PartOf, health));
    assert_eq!(s.points[part].place, s.points[almaty].place, "one place, however spelt");
    for earlier in [26.0, 16.0] {
        assert!(related(s, health, RelationKind::Supersedes, point(s, earlier, "المسؤولون")), "{earlier}");
    }
    let citizen = point(s, 1.0, "الإسرائيلية");
    assert!(s.points[citizen].who.is_some() && s.points[citizen].note.is_some());
    assert!(s.points.iter().any(|p| p.low == Some(20.0) && p.high == Some(99.0)));
}

#[test]
fn losses() {
    let Some(found) = linked() else { return };
    let s = one(&found, Quantity::DamageCost);
    let (first, last) = (point(s, 212e6, "تورغومباييف"), point(s, 215e6, "السلطات"));
    assert_eq!(s.points.len(), 2);
    assert!(related(s, last, RelationKind::Supersedes, first));
    assert!(s.relations[0].because.ar.contains("وحدثت"), "the reason quotes the text: {}", s.relations[0].because.ar);
}

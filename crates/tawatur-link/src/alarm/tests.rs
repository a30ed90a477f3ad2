use tawatur_model::{Mode, Quantity, Question};

use super::*;
use crate::series::UNEXPLAINED_FALL;

fn point(said: f64, origin: Option<&str>, who: Option<&str>, reports: &[&str]) -> Point {
    Point {
        as_of: None,
        low: Some(said),
        high: Some(said),
        mode: Mode::Exact,
        unit: "person".into(),
        origin: origin.map(str::to_owned),
        institution: None,
        place: None,
        who: who.map(str::to_owned),
        claims: reports.iter().map(|r| format!("{r}#f1")).collect(),
        reports: reports.iter().map(|r| (*r).to_owned()).collect(),
        independent_origins: usize::from(origin.is_some()),
        increment: false,
        note: None,
    }
}

fn relation(from: usize, to: usize, kind: RelationKind) -> Relation {
    Relation { from, to, kind, because: UNEXPLAINED_FALL.text() }
}

fn found(points: Vec<Point>, relations: Vec<Relation>) -> Vec<String> {
    let question = Question { quantity: Quantity::Killed, who: None, place: None, text: Bilingual::default() };
    alarms(&[], &[Series { question, points, relations }], &[]).into_iter().map(|a| a.id).collect()
}

#[test]
fn parts_that_exceed_their_whole() {
    let total = point(30.0, Some("وزارة الصحة"), None, &["a"]);
    let part = |n: f64, who: &str| point(n, Some("وزارة الصحة"), Some(who), &["a"]);
    let of_first = |from| relation(from, 0, RelationKind::PartOf);
    assert_eq!(found(vec![total.clone(), part(40.0, "طفلا")], vec![of_first(1)]), ["parts-over-total"]);
    let two = vec![total.clone(), part(20.0, "طفلا"), part(15.0, "جنديا")];
    assert_eq!(found(two, vec![of_first(1), of_first(2)]), ["parts-over-total"]);
    let fits = vec![total, part(20.0, "طفلا"), part(10.0, "جنديا")];
    assert!(found(fits, vec![of_first(1), of_first(2)]).is_empty());
}

#[test]
fn a_total_that_falls_and_one_that_is_carried_on() {
    let points = vec![point(40.0, Some("الشرطة"), None, &["a"]), point(38.0, Some("البلدية"), None, &["b"])];
    assert_eq!(found(points.clone(), vec![relation(1, 0, RelationKind::Supersedes)]), ["toll-falls"]);
    assert_eq!(found(points, vec![relation(1, 0, RelationKind::StaleRepeat)]), ["stale-count"]);
}

#[test]
fn a_count_that_nobody_is_named_for() {
    let own = point(315.0, None, None, &["b"]);
    assert_eq!(found(vec![own.clone()], vec![]), ["figure-without-origin"]);
    let source = point(351.0, Some("الشرطة"), None, &["a"]);
    assert_eq!(found(vec![source, own], vec![]), ["digits-swapped", "figure-without-origin"]);
}

#[test]
fn many_carriers_of_one_voice() {
    assert_eq!(found(vec![point(12.0, Some("الشرطة"), None, &["a", "b", "c"])], vec![]), ["uncorroborated"]);
}

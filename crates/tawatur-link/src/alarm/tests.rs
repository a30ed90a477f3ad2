use tawatur_model::{Extraction, Mode, Quantity, Question, Report};

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
        independent: origin.map(str::to_owned).into_iter().collect(),
        carriers: reports.len(),
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

fn on(day: i8, point: Point) -> Point {
    Point { as_of: Some(jiff::civil::date(2030, 5, day)), ..point }
}

#[test]
fn a_number_on_the_line_between_others() {
    let said = |n: f64| point(n, Some("الشرطة"), None, &["a"]);
    let own = |n: f64| point(n, None, None, &["b"]);
    let ids = |points: Vec<Point>| found(points, vec![]).into_iter().filter(|id| id == "interpolated").count();
    assert_eq!(ids(vec![on(1, said(31.0)), on(2, own(44.0)), on(3, said(57.0))]), 1, "half-way");
    assert_eq!(ids(vec![on(1, said(31.0)), on(2, own(44.0)), on(5, said(83.0))]), 1, "by days");
    assert_eq!(ids(vec![on(1, said(31.0)), on(2, said(44.0)), on(4, own(70.0 + 1.0))]), 0, "not on the line");
    assert_eq!(ids(vec![on(1, said(32.0)), on(2, said(44.0)), on(4, own(68.0))]), 1, "on from two");
    assert_eq!(ids(vec![on(1, said(31.0)), on(2, said(44.0)), on(3, said(57.0))]), 0, "somebody stands behind it");
}

fn cites(report: &str, outlet: &str, cited: &str) -> (Report, Extraction) {
    let figure = serde_json::json!({
        "id": "f1", "range": [0, 1], "quote": "", "quantity": "killed", "low": 9.0, "high": 9.0, "mode": "exact", "unit": "person",
        "who": null, "place": null, "as_of": null, "in": "text", "increment": false, "subset_of": null, "repeat_of": null,
        "institution": null, "superseded_in_text": false, "modality": "asserted", "background": false,
        "chain": [{"name": cited, "range": null, "kind": "medium"}], "said_on": null, "rule": ""
    });
    let read = Extraction {
        report: report.into(),
        figures: vec![serde_json::from_value(figure).unwrap()],
        ..Extraction::default()
    };
    (Report { id: report.into(), outlet: Some(outlet.into()), ..Report::default() }, read)
}

fn with_items(reports: &[(Report, Extraction)], points: Vec<Point>) -> Vec<String> {
    let items: Vec<Item<'_>> = reports.iter().map(|(r, e)| Item::new(r, e)).collect();
    let question = Question { quantity: Quantity::Killed, who: None, place: None, text: Bilingual::default() };
    let series = Series { question, points, relations: vec![] };
    alarms(&items, &[series], &[]).into_iter().map(|a| a.id).collect()
}

#[test]
fn outlets_that_cite_one_another() {
    let point = || vec![point(9.0, Some("الساحل"), None, &["a", "b"])];
    let circle = [cites("a", "الساحل", "الجبل"), cites("b", "الجبل", "الساحل")];
    assert!(with_items(&circle, point()).contains(&"circular-citation".to_owned()));
    let line = [cites("a", "الساحل", "الجبل"), cites("b", "الجبل", "وكالة أنباء الجزر")];
    assert!(!with_items(&line, point()).contains(&"circular-citation".to_owned()));
}

fn says(speakers: &[&str]) -> (Report, Extraction) {
    let statement = |(n, speaker): (usize, &&str)| {
        serde_json::from_value(serde_json::json!({
            "id": format!("s{n}"), "in": "text", "range": [0, 1], "quote": "", "speaker": speaker, "speaker_range": null,
            "institution": null, "mode": "indirect", "polarity": "says", "chain": [], "said_on": null, "content_range": null, "rule": ""
        }))
        .unwrap()
    };
    let statements = speakers.iter().enumerate().map(statement).collect();
    (Report { id: "a".into(), ..Report::default() }, Extraction { statements, ..Extraction::default() })
}

#[test]
fn only_those_in_authority_speak() {
    let one_side = ["وزير الداخلية", "قائد الشرطة", "رئيس الوزراء", "وزير الدفاع", "الحكومة"];
    let ids = with_items(&[says(&one_side)], vec![]);
    assert_eq!(ids, ["one-side-speaks"]);
    let both = ["وزير الداخلية", "قائد الشرطة", "رئيس الوزراء", "وزير الدفاع", "أم أحد الضحايا"];
    assert!(with_items(&[says(&both)], vec![]).is_empty());
}

#[test]
fn a_source_that_a_copy_dropped() {
    let (report, read) = cites("b", "الجبل", "الساحل");
    let place = tawatur_model::CopyPassage { report: "b".into(), range: tawatur_text::ByteRange::new(0, 9) };
    let changed = tawatur_model::Alteration {
        kind: tawatur_model::AlterationKind::Attribution,
        from: Some(place.clone()),
        to: None,
        text: Bilingual::new("حذف", "dropped"),
    };
    let group = |alterations| CopyGroup {
        reports: vec!["a".into(), "b".into()],
        passages: vec![place.clone()],
        direction: None,
        source: None,
        alterations,
    };
    let items = [Item::new(&report, &read)];
    assert_eq!(alarms(&items, &[], &[group(vec![changed])])[0].id, "attribution-changed");
    assert!(alarms(&items, &[], &[group(vec![])]).is_empty());
}

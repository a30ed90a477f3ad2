use tawatur_model::*;

use super::*;
use crate::Item;

fn point(said: f64, day: i8, origin: &str) -> Point {
    Point {
        as_of: Some(jiff::civil::date(2030, 5, day)),
        low: Some(said),
        high: Some(said),
        mode: Mode::Exact,
        unit: "person".into(),
        origin: Some(origin.to_owned()),
        institution: None,
        place: None,
        who: None,
        claims: vec![format!("r{day}#f1")],
        reports: vec![format!("r{day}")],
        independent_origins: 1,
        independent: vec![origin.to_owned()],
        carriers: 1,
        increment: false,
        note: None,
    }
}

fn relation(from: usize, to: usize, kind: RelationKind) -> Relation {
    Relation { from, to, kind, because: Bilingual::new("لسبب", "for a reason") }
}

fn series(points: Vec<Point>, relations: Vec<Relation>) -> Vec<Series> {
    let question = Question { quantity: Quantity::Killed, who: None, place: None, text: Bilingual::default() };
    vec![Series { question, points, relations }]
}

#[test]
fn a_disagreement_has_two_sides_a_beginning_and_an_end() {
    let points = vec![point(14.0, 2, "وزارة الداخلية"), point(19.0, 3, "الهلال الأحمر"), point(25.0, 5, "الشرطة")];
    let against = relation(1, 0, RelationKind::Disagrees);
    let open = disagreements(&series(points[..2].to_vec(), vec![against.clone()]));
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].sides[0].point, open[0].sides[1].point, open[0].closed.is_none()), (0, 1, true));
    assert_eq!(open[0].since, points[1].as_of);
    let later = vec![against, relation(2, 0, RelationKind::Supersedes), relation(2, 1, RelationKind::Supersedes)];
    let closed = disagreements(&series(points.clone(), later));
    let closing = closed[0].closed.as_ref().unwrap();
    assert_eq!((closing.by, closing.on), (2, points[2].as_of));
}

#[test]
fn first_figures_are_compared_with_what_settled_the_question() {
    let points = vec![point(10.0, 1, "الشرطة"), point(44.0, 2, "البلدية"), point(40.0, 5, "الشرطة")];
    let later = vec![relation(1, 0, RelationKind::Supersedes), relation(2, 1, RelationKind::Supersedes)];
    let report = |id: &str, outlet: &str, day: i8| Report {
        id: id.into(),
        outlet: Some(outlet.into()),
        published: Some(Published { day: jiff::civil::date(2030, 5, day), time: None, from: PublishedFrom::Metadata }),
        ..Report::default()
    };
    let reports = [report("r1", "الساحل", 1), report("r2", "الجبل", 2), report("r5", "الساحل", 5)];
    let read = Extraction::default();
    let items: Vec<Item<'_>> = reports.iter().map(|r| Item::new(r, &read)).collect();
    let record = track_record(&items, &series(points.clone(), later));
    let of = |name: &str| record.iter().find(|f| f.name == name).unwrap();
    let first = of("الشرطة");
    assert_eq!(
        (first.direction.as_str(), first.difference, first.ratio, first.lag_days),
        ("below", -30.0, Some(0.25), Some(4))
    );
    assert_eq!((of("البلدية").direction.as_str(), of("البلدية").lag_days), ("above", Some(3)));
    assert_eq!((of("الساحل").first, of("الساحل").role.as_str()), (10.0, "outlet"));
    let open = series(vec![point(14.0, 2, "أ"), point(19.0, 2, "ب")], vec![relation(1, 0, RelationKind::Disagrees)]);
    assert!(track_record(&items, &open).is_empty(), "a dispute settles nothing");
}

fn statement(text: &str, speaker: &str, content: &str) -> Statement {
    let at = text.find(content).unwrap() as u32;
    serde_json::from_value(serde_json::json!({
        "id": "s1", "in": "text", "range": [0, 1], "quote": "", "speaker": speaker, "speaker_range": null, "institution": null,
        "mode": "indirect", "polarity": "says", "chain": [], "said_on": null,
        "content_range": [at, at + content.len() as u32], "rule": ""
    }))
    .unwrap()
}

fn mention(report: &str, text: &str, name: &str) -> CopyPassage {
    let at = text.find(name).unwrap() as u32;
    CopyPassage { report: report.into(), range: tawatur_text::ByteRange::new(at, at + name.len() as u32) }
}

fn candidates(order: &str, never: &str) -> Vec<Contradiction> {
    let content = never.split_once(" إن ").unwrap().1;
    let day = |n: i8| Some(Published { day: jiff::civil::date(2030, 5, n), time: None, from: PublishedFrom::Metadata });
    let one = Report { id: "a".into(), text: order.into(), published: day(3), ..Report::default() };
    let two = Report { id: "b".into(), text: never.into(), published: day(5), ..Report::default() };
    let read = [
        Extraction::default(),
        Extraction { statements: vec![statement(never, "سالم حمدان", content)], ..Extraction::default() },
    ];
    let items = [Item::new(&one, &read[0]), Item::new(&two, &read[1])];
    let mentions = vec![mention("a", order, "سالم حمدان"), mention("b", never, "سالم حمدان")];
    let person = EntityEntry { name: "سالم حمدان".into(), mentions, ..EntityEntry::default() };
    contradictions(&items, &[person])
}

#[test]
fn an_order_and_a_later_never() {
    let order = "أمر الحاكم سالم حمدان بإطلاق النار على كل من يقترب من الميناء.";
    let never = "قال سالم حمدان إن قواته لن تطلق النار على متظاهرين.";
    let found = candidates(order, never);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert!(one.affirms.quote.ends_with("بإطلاق النار") && one.denies.quote.contains("لن تطلق النار"), "{one:?}");
    assert!(one.affirms.on < one.denies.on);
    assert_eq!(one.denies.claim.as_deref(), Some("b#s1"));
}

#[test]
fn what_only_shares_words_is_no_contradiction() {
    let never = "قال سالم حمدان إن قواته لن تطلق النار على متظاهرين.";
    for other in [
        "أمر الحاكم سالم حمدان بعدم إغلاق الميناء أمام السفن.",
        "أكد الحاكم سالم حمدان أنه لم يأمر ولن يأمر أحدا بإطلاق النار.",
        "أمر الحاكم سالم حمدان بإطلاق سراح الموقوفين.",
    ] {
        assert!(candidates(other, never).is_empty(), "{other}");
    }
}

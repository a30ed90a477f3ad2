//! Names over reports, with names of invented and of public people.

use tawatur_model::{Extraction, Person, Place, Report};
use tawatur_text::ByteRange;

use super::*;
use crate::Item;

fn person(name: &str, aliases: &[&str]) -> Person {
    Person {
        name: name.to_owned(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        roles: Vec::new(),
        ranges: vec![ByteRange::new(0, 4)],
    }
}

fn place(name: &str, id: Option<&str>) -> Place {
    Place {
        name: name.to_owned(),
        aliases: Vec::new(),
        gazetteer_id: id.map(str::to_owned),
        kind: "city".to_owned(),
        en: None,
        country: None,
        coordinates: id.map(|_| (43.2, 76.9)),
        ranges: vec![ByteRange::new(0, 4)],
    }
}

/// Joins what each report names.
fn joined(reports: Vec<(Vec<Person>, Vec<Place>)>) -> Entities {
    let read: Vec<(Report, Extraction)> = reports
        .into_iter()
        .enumerate()
        .map(|(i, (people, places))| {
            let report = Report { id: format!("r{i}"), ..Report::default() };
            (report, Extraction { people, places, ..Extraction::default() })
        })
        .collect();
    let items: Vec<Item<'_>> = read.iter().map(|(r, e)| Item::new(r, e)).collect();
    entities(&items)
}

fn people(reports: &[&[&str]]) -> Entities {
    joined(reports.iter().map(|names| (names.iter().map(|n| person(n, &[])).collect(), Vec::new())).collect())
}

fn names(entries: &[EntityEntry]) -> Vec<&str> {
    entries.iter().map(|e| e.name.as_str()).collect()
}

#[test]
fn forms_of_one_name_are_one_person() {
    let found = people(&[&["قاسم جومارت توكاييف"], &["توكاييف"], &["قاسم جومارت توقاييف"], &["جومارت توكاييف"]]);
    assert_eq!(found.people.len(), 1, "{:?}", names(&found.people));
    assert_eq!(found.people[0].mentions.len(), 4);
    assert_eq!(found.people[0].because.len(), 3);
    assert!(found.judgements.iter().all(|j| j.verdict == Verdict::Same));
}

#[test]
fn one_family_name_with_two_given_names_is_two_people() {
    let found = people(&[&["سالم الحداد"], &["نبيل الحداد"]]);
    assert_eq!(found.people.len(), 2);
    assert_eq!(found.judgements[0].verdict, Verdict::Different);
}

#[test]
fn a_short_form_of_two_people_stays_by_itself() {
    let found = people(&[&["سالم الحداد"], &["نبيل الحداد"], &["الحداد"]]);
    assert_eq!(found.people.len(), 3);
    assert!(found.judgements.iter().any(|j| j.verdict == Verdict::Unsure));
}

#[test]
fn the_order_of_reports_does_not_matter() {
    let one = people(&[&["توكاييف"], &["قاسم جومارت توكاييف"], &["ماسيموف"], &["كريم ماسيموف"]]);
    let other = people(&[&["كريم ماسيموف"], &["قاسم جومارت توكاييف"], &["توكاييف"], &["ماسيموف"]]);
    assert_eq!(names(&one.people), names(&other.people));
}

#[test]
fn near_given_names_are_not_joined() {
    for (one, other) in [("حسن كامل", "حسين كامل"), ("كريم سليمان", "كرم سليمان"), ("علي ناصر", "عادل ناصر")]
    {
        assert_eq!(people(&[&[one], &[other]]).people.len(), 2, "{one} {other}");
    }
}

#[test]
fn places_of_one_row_are_one_and_unlisted_spellings_join_them() {
    let reports = vec![
        (Vec::new(), vec![place("ألماتي", Some("geo-1"))]),
        (Vec::new(), vec![place("ألما آتا", Some("geo-1"))]),
        (Vec::new(), vec![place("كازاخستان", Some("geo-2"))]),
        (Vec::new(), vec![place("كازاخيستان", None)]),
    ];
    let found = joined(reports);
    assert_eq!(found.places.len(), 2, "{:?}", names(&found.places));
    assert!(found.places.iter().all(|p| p.coordinates.is_some() && !p.because.is_empty()));
}

/// A report of a day in May 2030 with the people whom it names, each with an office.
fn told(id: &str, day: i8, text: &str, people: &[(&str, &str)]) -> (Report, Extraction) {
    let range = |name: &str| {
        let at = text.find(name).unwrap() as u32;
        ByteRange::new(at, at + name.len() as u32)
    };
    let person = |(name, role): &(&str, &str)| Person {
        name: (*name).to_owned(),
        roles: if role.is_empty() { vec![] } else { vec![(*role).to_owned()] },
        ranges: vec![range(name)],
        aliases: vec![],
    };
    let read = Extraction {
        people: people.iter().map(person).collect(),
        published: Some(jiff::civil::date(2030, 5, day)),
        ..Extraction::default()
    };
    (Report { id: id.to_owned(), text: text.to_owned(), ..Report::default() }, read)
}

/// Speech of somebody who is named by his office alone.
fn with_speaker((report, mut read): (Report, Extraction), office: &str) -> (Report, Extraction) {
    let at = report.text.find(office).unwrap() as u32;
    read.statements.push(
        serde_json::from_value(serde_json::json!({
            "id": "s1", "in": "text", "range": [at, at + 4], "quote": "", "speaker": office,
            "speaker_range": [at, at + office.len() as u32], "institution": null, "mode": "indirect", "polarity": "says",
            "chain": [], "said_on": null, "content_range": null, "rule": ""
        }))
        .unwrap(),
    );
    (report, read)
}

fn decided(reports: &[(Report, Extraction)]) -> Vec<(String, String, Verdict)> {
    let items: Vec<Item<'_>> = reports.iter().map(|(r, e)| Item::new(r, e)).collect();
    entities(&items).judgements.into_iter().map(|j| (j.one, j.other, j.verdict)).collect()
}

fn judged(one: &str, other: &str, verdict: Verdict) -> (String, String, Verdict) {
    (one.to_owned(), other.to_owned(), verdict)
}

#[test]
fn a_counterpart_is_the_one_who_holds_the_office_there() {
    let met = told(
        "a",
        1,
        "التقى وزير الخارجية الروسي إيغور بلوف نظيره التركي في أنقرة",
        &[("إيغور بلوف", "وزير الخارجية الروسي")],
    );
    let turk =
        told("b", 1, "قال وزير الخارجية التركي كمال دوغان إن اللقاء مثمر", &[("كمال دوغان", "وزير الخارجية التركي")]);
    let found = decided(&[met.clone(), turk.clone()]);
    assert_eq!(found, [judged("نظيره التركي", "كمال دوغان", Verdict::Same)]);

    let other =
        told("c", 1, "قال وزير الخارجية التركي عدنان شاهين إن اللقاء أجل", &[("عدنان شاهين", "وزير الخارجية التركي")]);
    let found = decided(&[met.clone(), turk, other]);
    assert_eq!(found.iter().map(|j| j.2).collect::<Vec<_>>(), [Verdict::Unsure], "two suit it: {found:?}");
    assert_eq!(decided(&[met]).first().map(|j| j.2), Some(Verdict::Unsure), "nobody suits it");
}

#[test]
fn a_name_behind_the_description_is_its_own() {
    let text = "قال الرئيس نديم صالح إن الأزمة قديمة وإن لسلفه فؤاد قباني يدا فيها";
    let found = decided(&[told("a", 1, text, &[("نديم صالح", "الرئيس"), ("فؤاد قباني", "")])]);
    assert_eq!(found, [judged("سلفه", "فؤاد قباني", Verdict::Same)]);
}

#[test]
fn offices_are_their_holders_of_the_day() {
    let old = told("a", 1, "قال وزير الداخلية كريم بدر إن الوضع هادئ", &[("كريم بدر", "وزير الداخلية")]);
    let new = told("b", 9, "قال وزير الداخلية سامي نور إن سلفه أخفى التقرير", &[("سامي نور", "وزير الداخلية")]);
    let before = with_speaker(told("c", 2, "وأعلن وزير الداخلية حظر التجول", &[]), "وزير الداخلية");
    let after = with_speaker(told("d", 10, "وأعلن وزير الداخلية رفع الحظر", &[]), "وزير الداخلية");
    let found = decided(&[old, new, before, after]);
    assert!(found.contains(&judged("سلفه", "كريم بدر", Verdict::Same)), "{found:?}");
    assert!(found.contains(&judged("وزير الداخلية", "كريم بدر", Verdict::Same)), "{found:?}");
    assert!(found.contains(&judged("وزير الداخلية", "سامي نور", Verdict::Same)), "{found:?}");
}

#[test]
fn two_who_hold_one_office_at_a_time_are_not_told_apart() {
    let one = told("a", 1, "قال وزير الداخلية كريم بدر إن الوضع هادئ", &[("كريم بدر", "وزير الداخلية")]);
    let two = told("b", 1, "قال وزير الداخلية سامي نور إن الحدود مغلقة", &[("سامي نور", "وزير الداخلية")]);
    let speaks = with_speaker(told("c", 2, "وأعلن وزير الداخلية حظر التجول", &[]), "وزير الداخلية");
    let found = decided(&[one, two, speaks]);
    assert_eq!(found.iter().map(|j| j.2).collect::<Vec<_>>(), [Verdict::Unsure], "{found:?}");
}

/// A place as a report by itself reads it.
fn listed(name: &str, id: &str, country: &str, kind: &str) -> Place {
    Place { country: Some(country.to_owned()), kind: kind.to_owned(), ..place(name, Some(id)) }
}

#[test]
fn a_story_says_which_of_two_places_is_meant() {
    let read = |places: Vec<Place>| Extraction { places, ..Extraction::default() };
    let iraq = || listed("العراق", "country-IQ", "IQ", "country");
    let moroccan = || listed("الصويرة", "geo-2549263", "MA", "city");
    let mut story = [read(vec![iraq()]), read(vec![iraq()]), read(vec![moroccan()])];
    let found = settle_places(&mut story.iter_mut().collect::<Vec<_>>());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(story[2].places[0].country.as_deref(), Some("IQ"));
    assert!(story[2].places[0].coordinates.is_some_and(|(_, lon)| lon > 30.0), "east of Morocco");

    let morocco = listed("المغرب", "country-MA", "MA", "country");
    let mut told = [read(vec![iraq()]), read(vec![iraq()]), read(vec![moroccan(), morocco])];
    assert!(settle_places(&mut told.iter_mut().collect::<Vec<_>>()).is_empty(), "the report itself says Morocco");
}

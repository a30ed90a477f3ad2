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

//! Names of own sentences: exactly these are found.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::Report;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    organisations: Vec<String>,
}

#[test]
fn names_of_the_cases_are_found() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/ar/name.toml");
    let file: File = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = 0;
    for case in &file.case {
        let report = Report { text: case.text.clone(), ..Report::default() };
        let claims = Extractor::new().extract(&report);
        let people: Vec<_> = claims.people.iter().map(|p| p.name.clone()).collect();
        let places: Vec<_> = claims.places.iter().map(|p| p.name.clone()).collect();
        let bodies: Vec<_> = claims.organisations.iter().map(|o| o.name.clone()).collect();
        if (&people, &places, &bodies) != (&case.people, &case.places, &case.organisations) {
            wrong += 1;
            println!("{}\n  {people:?} {places:?} {bodies:?}", case.text);
        }
    }
    assert!(!file.case.is_empty());
    assert_eq!(wrong, 0, "of {} cases", file.case.len());
}

#[derive(Deserialize)]
struct ThingFile {
    case: Vec<ThingCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThingCase {
    text: String,
    /// Name and kind.
    #[serde(default)]
    things: Vec<String>,
}

#[test]
fn named_things_of_the_cases_are_found() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/ar/thing.toml");
    let file: ThingFile = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = 0;
    for case in &file.case {
        let claims = Extractor::new().extract(&Report { text: case.text.clone(), ..Report::default() });
        let things: Vec<_> = claims.things.iter().map(|t| format!("{} {}", t.name, t.kind)).collect();
        for thing in &claims.things {
            assert!(thing.ranges.iter().all(|r| !r.slice(&case.text).is_empty()));
            assert_eq!(thing.ranges[0].slice(&case.text), thing.name);
        }
        if things != case.things {
            wrong += 1;
            println!("{}\n  {things:?}", case.text);
        }
    }
    assert!(file.case.len() > 10);
    assert_eq!(wrong, 0, "of {} cases", file.case.len());
}

/// The spellings that the press has for two cities and two regions, with where they are.
#[test]
fn all_spellings_of_a_place_are_that_place() {
    let places = [
        ("ألماتي|ألما آتا|ألماتا|ألماطي|ألما أتا|الماتي|الما آتا", (43.25, 76.91)),
        ("أكتوبي|اكتوبي", (50.28, 57.21)),
        ("مانغيستاو|مانجيستاو|مانغستاو|مانجستاو|مانغيستو|مانغيشلاك", (43.98, 51.94)),
        ("جامبيل|جامبول|زامبيل", (43.51, 72.33)),
    ];
    for (spellings, (lat, lon)) in places {
        for name in spellings.split('|') {
            let report = Report {
                text: format!("وقعت اشتباكات في {name} مساء الخميس."), ..Report::default()
            };
            let claims = Extractor::new().extract(&report);
            let found = claims.places.iter().find_map(|p| p.coordinates);
            let near = found.is_some_and(|(a, b)| (a - lat).abs() < 0.1 && (b - lon).abs() < 0.1);
            assert!(near, "{name}: {:?}", claims.places);
        }
    }
}

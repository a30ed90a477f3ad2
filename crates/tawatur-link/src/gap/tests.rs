use tawatur_model::{Extraction, Place, Report};

use super::*;

fn place(name: &str, kind: &str) -> Place {
    Place {
        name: name.to_owned(),
        aliases: Vec::new(),
        gazetteer_id: None,
        kind: kind.to_owned(),
        en: None,
        country: Some("XX".to_owned()),
        coordinates: None,
        ranges: Vec::new(),
    }
}

fn found(report: &Report, read: &Extraction) -> Vec<String> {
    gaps(&[Item::new(report, read)], &[]).into_iter().map(|g| g.id).collect()
}

#[test]
fn a_report_that_tells_nothing() {
    let report = Report { id: "a".into(), outlet: Some("نشرة".into()), ..Report::default() };
    let ids = found(&report, &Extraction::default());
    assert_eq!(ids, ["no-named-source", "no-place-finer-than-country", "one-outlet", "undated-reports"]);
}

#[test]
fn a_city_is_finer_than_a_country() {
    let read = Extraction { places: vec![place("سلوان", "city")], ..Extraction::default() };
    let ids = found(&Report::default(), &read);
    assert!(!ids.contains(&"no-place-finer-than-country".to_owned()));
}

#[test]
fn a_story_without_an_outlet_of_its_country() {
    let read = Extraction {
        places: vec![Place { country: Some("EG".to_owned()), ..place("مصر", "country") }],
        ..Extraction::default()
    };
    let of = |outlet: &str| Report { id: "a".into(), outlet: Some(outlet.into()), ..Report::default() };
    let missing = |outlet: &str| found(&of(outlet), &read).contains(&"no-local-outlet".to_owned());
    assert!(missing("وكالة رويترز"), "a foreign agency is not local");
    assert!(!missing("صحيفة لا يعرفها أحد"), "where an outlet is at home is not guessed");
    assert!(!missing("الأهرام"));
}

#[test]
fn witnesses_and_named_sources_fill_their_gaps() {
    let speech = |speaker: &str, institution: Option<&str>| {
        let statement = serde_json::json!({
            "id": "s1", "in": "text", "range": [0, 1], "quote": "", "speaker": speaker, "speaker_range": null, "institution": institution,
            "mode": "indirect", "polarity": "says", "chain": [], "said_on": null, "content_range": null, "rule": ""
        });
        Extraction { statements: vec![serde_json::from_value(statement).unwrap()], ..Extraction::default() }
    };
    let question = tawatur_model::Question {
        quantity: tawatur_model::Quantity::Killed,
        who: None,
        place: None,
        text: tawatur_model::Bilingual::default(),
    };
    let series = [Series { question, points: vec![], relations: vec![] }];
    let ids = |read: &Extraction| -> Vec<String> {
        gaps(&[Item::new(&Report::default(), read)], &series).into_iter().map(|g| g.id).collect()
    };
    let nobody = ids(&Extraction::default());
    assert!(nobody.contains(&"no-witness".to_owned()) && nobody.contains(&"no-named-source".to_owned()));
    assert!(!ids(&speech("شاهد عيان", None)).contains(&"no-witness".to_owned()));
    assert!(!ids(&speech("سالم حمدان", Some("وزارة الصحة"))).contains(&"no-named-source".to_owned()));
}

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

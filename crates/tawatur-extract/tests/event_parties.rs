//! Who did it to whom, by the structure of the sentence: sentences of every construction, with their parties.

#![allow(clippy::unwrap_used)]

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::{Auxiliary, Event, Modality, Published, PublishedFrom, Report};

/// A sentence, and of one of its events what must be read.
#[derive(Deserialize)]
struct Case {
    text: String,
    rule: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    /// Who did it, and to whom; the empty text where nobody may be read.
    actor: Option<String>,
    target: Option<String>,
    /// Where it was; the empty text where no place may be read.
    place: Option<String>,
    /// Neither may be read where nothing is given.
    #[serde(default)]
    only: bool,
    /// The days of all events of the rule, in order, the empty text for none, in a report of 10 May 2023.
    dates: Option<Vec<String>>,
    /// Whether it is told as done, wished or to come.
    modality: Option<Modality>,
    /// Whether it is told of long ago, in a report of 10 May 2023.
    historical: Option<bool>,
    /// The sentence tells of nothing by this rule.
    #[serde(default)]
    none: bool,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn fits(case: &Case, event: &Event) -> bool {
    let name = |p: &Option<tawatur_model::Party>| p.as_ref().map(|p| p.name.clone());
    let same = |wanted: &Option<String>, found: Option<String>| {
        let nobody = wanted.as_ref().is_some_and(String::is_empty) && found.is_none();
        if case.only { *wanted == found } else { wanted.is_none() || nobody || *wanted == found }
    };
    event.rule == case.rule
        && case.kind.as_ref().is_none_or(|k| *k == event.kind)
        && same(&case.actor, name(&event.actor))
        && same(&case.target, name(&event.target))
        && case.modality.is_none_or(|m| m == event.modality)
        && case.historical.is_none_or(|h| h == event.aux.contains(&Auxiliary::Historical))
        && case.place.as_ref().is_none_or(|p| p == event.place.as_deref().unwrap_or_default())
}

fn are_dated(case: &Case, events: &[Event]) -> bool {
    let of_rule = events.iter().filter(|e| e.rule == case.rule);
    let dates: Vec<_> = of_rule.map(|e| e.date.clone().unwrap_or_default()).collect();
    case.dates.as_ref().is_none_or(|d| *d == dates)
}

#[test]
fn parties_are_read() {
    let cases: Cases = toml::from_str(include_str!("../cases/ar/event-parties.toml")).unwrap();
    let mut extractor = Extractor::new();
    let mut wrong = Vec::new();
    for case in &cases.case {
        let published = Published { day: "2023-05-10".parse().unwrap(), time: None, from: PublishedFrom::Metadata };
        let published = (case.dates.is_some() || case.historical.is_some()).then_some(published);
        let report = Report { text: case.text.clone(), published, ..Report::default() };
        let events = extractor.extract(&report).events;
        let read = match case.none {
            true => !events.iter().any(|e| e.rule == case.rule),
            false => events.iter().any(|e| fits(case, e)) && are_dated(case, &events),
        };
        if !read {
            let found: Vec<_> =
                events.iter().map(|e| (&e.rule, &e.kind, &e.actor, &e.target, &e.place, e.modality, &e.date)).collect();
            wrong.push(format!("{}\n    {found:?}", case.text));
        }
    }
    assert!(cases.case.len() >= 45, "cases: {}", cases.case.len());
    assert!(wrong.is_empty(), "{} of {} are read otherwise:\n{}", wrong.len(), cases.case.len(), wrong.join("\n"));
}

//! Runs the examples and counterexamples of the rules of events against the rules' own ids.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::{Event, Party, Published, PublishedFrom, Report};

#[derive(Deserialize)]
struct Book {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    examples: Vec<Example>,
    counterexamples: Vec<String>,
}

#[derive(Deserialize)]
struct Example {
    text: String,
    actor: Option<String>,
    target: Option<String>,
    place: Option<String>,
}

/// PLOVER's types and the three added to them.
const TYPES: [&str; 19] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OFFICE",
    "SERVICE",
    "DISASTER",
];

fn rules() -> Vec<Rule> {
    let files = [
        include_str!("../rules/ar/event-assault.toml"),
        include_str!("../rules/ar/event-coerce.toml"),
        include_str!("../rules/ar/event-protest.toml"),
        include_str!("../rules/ar/event-talk.toml"),
        include_str!("../rules/ar/event-move.toml"),
        include_str!("../rules/ar/event-disaster.toml"),
    ];
    files.iter().flat_map(|f| toml::from_str::<Book>(f).unwrap().rule).collect()
}

fn events(text: &str) -> Vec<Event> {
    let published = Published { day: "2023-05-10".parse().unwrap(), time: None, from: PublishedFrom::Metadata };
    Extractor::new().extract(&Report { text: text.to_owned(), published: Some(published), ..Report::default() }).events
}

fn name(party: &Option<Party>) -> Option<&str> {
    party.as_ref().map(|p| p.name.as_str())
}

fn fits(example: &Example, event: &Event) -> bool {
    let party = |asked: &Option<String>, found: &Option<Party>| asked.is_none() || asked.as_deref() == name(found);
    party(&example.actor, &event.actor)
        && party(&example.target, &event.target)
        && (example.place.is_none() || example.place == event.place)
}

#[test]
fn every_type_has_a_rule() {
    let read: BTreeSet<String> = rules().into_iter().map(|r| r.kind).collect();
    assert_eq!(read, TYPES.iter().map(|t| (*t).to_owned()).collect());
}

#[test]
fn examples_are_read_by_their_rule() {
    let (mut wrong, mut run) = (Vec::new(), 0);
    for rule in rules() {
        assert!(!rule.examples.is_empty() && !rule.counterexamples.is_empty(), "{} has no examples", rule.id);
        for example in &rule.examples {
            run += 1;
            let found = events(&example.text);
            if !found.iter().any(|e| e.rule == rule.id && fits(example, e)) {
                let seen: Vec<_> = found.iter().map(|e| (&e.rule, name(&e.actor), name(&e.target), &e.place)).collect();
                wrong.push(format!("{}: «{}» gives {seen:?}", rule.id, example.text));
            }
        }
    }
    assert!(run >= 120, "examples in the files: {run}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn counterexamples_are_not_read() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for text in &rule.counterexamples {
            if events(text).iter().any(|e| e.rule == rule.id) {
                wrong.push(format!("{}: «{text}»", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "read all the same:\n{}", wrong.join("\n"));
}

//! Runs the examples and counterexamples of the rules of attribution against the rules' own ids.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::{Report, Statement};

#[derive(Deserialize)]
struct Book {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    examples: Vec<Example>,
    counterexamples: Vec<String>,
}

#[derive(Deserialize)]
struct Example {
    text: String,
    speaker: String,
    #[serde(default)]
    chain: Vec<String>,
}

fn book() -> Book {
    toml::from_str(include_str!("../rules/ar/attribution.toml")).unwrap()
}

fn statements(text: &str) -> Vec<Statement> {
    Extractor::new().extract(&Report { text: text.to_owned(), ..Report::default() }).statements
}

#[test]
fn examples_are_read_by_their_rule() {
    let mut wrong = Vec::new();
    let (mut rules, mut run) = (0, 0);
    for rule in book().rule {
        rules += 1;
        for example in rule.examples {
            run += 1;
            let found = statements(&example.text);
            let right = found.iter().any(|s| {
                let chain: Vec<_> = s.chain.iter().map(|h| h.name.clone()).collect();
                s.rule == rule.id
                    && s.speaker.as_deref() == Some(&example.speaker)
                    && (example.chain.is_empty() || chain == example.chain)
            });
            if !right {
                let seen: Vec<_> = found.iter().map(|s| (&s.rule, &s.quote, &s.speaker, s.chain.len())).collect();
                wrong.push(format!("{}: «{}» gives {seen:?}", rule.id, example.text));
            }
        }
    }
    assert_eq!((rules, run), (13, 26), "rules and examples in the file");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn counterexamples_are_not() {
    let mut wrong = Vec::new();
    for rule in book().rule {
        for text in &rule.counterexamples {
            if let Some(s) = statements(text).iter().find(|s| s.rule == rule.id) {
                wrong.push(format!("{}: «{text}» is read as «{}» of {:?}", rule.id, s.quote, s.speaker));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_quote_is_its_slice() {
    for rule in book().rule {
        for text in rule.examples.iter().map(|e| &e.text).chain(&rule.counterexamples) {
            for s in statements(text) {
                assert_eq!(s.range.slice(text), s.quote);
            }
        }
    }
}

//! Every rule of figures reads its examples and leaves its counterexamples alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use tawatur_extract::Extractor;
use tawatur_extract::figure::book;
use tawatur_model::Report;

/// The ids of the rules that read figures of a sentence.
fn rules_of(extractor: &mut Extractor, text: &str) -> Vec<String> {
    let report = Report { id: "r".into(), text: text.into(), ..Report::default() };
    extractor.extract(&report).figures.into_iter().map(|f| f.rule).collect()
}

#[test]
fn rules_read_their_examples_and_no_counterexamples() {
    let mut extractor = Extractor::new();
    let mut faults = Vec::new();
    for rule in book().unwrap().rules() {
        for example in &rule.examples {
            let found = rules_of(&mut extractor, example);
            if !found.contains(&rule.id) {
                faults.push(format!("{}: not read in «{example}», but {found:?}", rule.id));
            }
        }
        for counterexample in &rule.counterexamples {
            if rules_of(&mut extractor, counterexample).contains(&rule.id) {
                faults.push(format!("{}: read in «{counterexample}»", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_rule_says_what_it_reads_and_is_tried_both_ways() {
    for rule in book().unwrap().rules() {
        assert!(!rule.reads.is_empty() && !rule.source.is_empty(), "{}", rule.id);
        assert!(!rule.examples.is_empty() && !rule.counterexamples.is_empty(), "{} lacks examples", rule.id);
    }
}

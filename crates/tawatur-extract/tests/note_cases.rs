//! Notes on sums: what does not come out is noted with the words that it does not fit to, and nothing else is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde::Deserialize;
use tawatur_extract::Extractor;
use tawatur_model::{Note, Report, Severity};

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    notes: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    id: String,
    /// Words that the note's range holds.
    quote: String,
    /// Words that its related ranges hold, in order.
    with: Vec<String>,
}

/// Every case there is; a file that is not found would otherwise pass.
const CASES: usize = 12;

#[test]
fn sums_that_do_not_come_out_are_noted() {
    let file: File = toml::from_str(include_str!("../cases/ar/note.toml")).unwrap();
    assert_eq!(file.case.len(), CASES);
    let mut extractor = Extractor::new();
    let faults: Vec<String> = file.case.iter().filter_map(|case| fault(&mut extractor, case)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn fault(extractor: &mut Extractor, case: &Case) -> Option<String> {
    let report = Report { id: case.id.clone(), text: case.text.clone(), ..Report::default() };
    let notes = extractor.extract(&report).notes;
    let found: Vec<String> = notes.iter().map(|n| format!("{} {:?}", n.id, n.message)).collect();
    let right = notes.len() == case.notes.len() && case.notes.iter().zip(&notes).all(|(e, n)| fits(&case.text, e, n));
    (!right).then(|| format!("{}: {found:?} in «{}»", case.id, case.text))
}

fn fits(text: &str, expected: &Expected, note: &Note) -> bool {
    let place = |words: &str| text.find(words).expect("the words stand in the text") as u32;
    let with = expected.with.iter().map(|w| place(w));
    note.id == expected.id
        && note.severity == Severity::Warning
        && note.range.is_some_and(|r| r.contains_offset(place(&expected.quote)))
        && note.related.len() == expected.with.len()
        && with.zip(&note.related).all(|(at, range)| range.contains_offset(at))
}

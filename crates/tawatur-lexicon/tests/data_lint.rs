//! Lints of the data files: what looks right on a screen and is wrong in memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One row with its place.
struct Row {
    place: String,
    fields: BTreeMap<String, String>,
    form: String,
}

#[test]
fn forms_are_plain_arabic_or_latin() {
    let bad: Vec<String> =
        rows().into_iter().filter_map(|r| fault(&r.form).map(|f| format!("{}: {f}", r.place))).collect();
    assert!(bad.is_empty(), "{} faults:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn ids_of_words_are_unique() {
    let mut seen = BTreeMap::new();
    let mut bad = Vec::new();
    for row in rows().into_iter().filter(|r| r.fields.contains_key("class")) {
        let id = row.fields.get("id").cloned().unwrap_or_default();
        assert!(!id.is_empty(), "{}: no id", row.place);
        if let Some(first) = seen.insert(id.clone(), row.place.clone()) {
            bad.push(format!("{}: '{id}' stands at {first} too", row.place));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn no_row_stands_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<String> = rows()
        .into_iter()
        .filter(|r| r.fields.contains_key("class"))
        .filter(|r| {
            let get = |k: &str| r.fields.get(k).cloned().unwrap_or_default();
            // A reader that has a closed vocabulary of its own keeps all its words in its own files.
            let file = r.place.split(':').next().unwrap_or_default().to_owned();
            !seen.insert((
                file,
                get("class"),
                get("sense"),
                get("inflect"),
                get("features"),
                tawatur_text::fold_word(&r.form),
            ))
        })
        .map(|r| r.place)
        .collect();
    assert!(twice.is_empty(), "the same word, class and sense again in one file:\n{}", twice.join("\n"));
}

#[test]
fn every_source_is_listed() {
    let text = fs::read_to_string(data().join("SOURCES.toml")).unwrap();
    let sources: toml::Table = text.parse().unwrap();
    for (id, source) in &sources {
        for key in ["title", "place", "licence", "date", "by"] {
            assert!(source.get(key).is_some(), "SOURCES.toml [{id}] lacks {key}");
        }
    }
    let unknown: BTreeSet<String> = rows()
        .into_iter()
        .filter(|r| !r.fields.get("source").is_some_and(|s| sources.contains_key(s)))
        .map(|r| format!("{}: source {:?}", r.place, r.fields.get("source")))
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.into_iter().take(20).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_lint_sees_what_it_is_there_for() {
    assert!(fault("\u{fe97}\u{fec4}\u{fe98}").is_some(), "presentation forms");
    assert!(fault("قتـيل").is_some(), "tatweel");
    assert!(fault("قت\u{200f}يل").is_some(), "an invisible character");
    assert!(fault("قَتيل").is_some(), "tashkeel");
    assert!(fault(" قتيل").is_some(), "white space at the end");
    assert!(fault("قتيل").is_none());
}

/// What is wrong with a form; folding takes marks away, so a row must not hold any.
fn fault(form: &str) -> Option<String> {
    if form.trim() != form || form.is_empty() || form.contains("  ") {
        return Some(format!("white space in {form:?}"));
    }
    let odd = |c: char| {
        matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{640}' | '\u{64b}' | '\u{64c}' | '\u{64e}'..='\u{650}' | '\u{652}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{a0}')
    };
    form.chars().find(|c| odd(*c)).map(|c| format!("U+{:04X} in {form:?}", c as u32))
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn rows() -> Vec<Row> {
    let mut found = Vec::new();
    for (folder, extension, delimiter) in [("ar", "csv", b','), ("gazetteer", "tsv", b'\t')] {
        let mut files: Vec<PathBuf> =
            fs::read_dir(data().join(folder)).map(|d| d.map(|e| e.unwrap().path()).collect()).unwrap_or_default();
        files.sort();
        for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == extension)) {
            read(path, delimiter, &mut found);
        }
    }
    assert!(found.len() > 100, "only {} rows found", found.len());
    found
}

fn read(path: &Path, delimiter: u8, found: &mut Vec<Row>) {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).comment(Some(b'#')).quoting(delimiter == b',');
    let mut reader = builder.from_path(path).unwrap();
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    for record in reader.records() {
        let record = record.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let line = record.position().map_or(0, csv::Position::line);
        let place = format!("{}:{line}", path.file_name().unwrap().to_string_lossy());
        let fields = header.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
        found.push(Row { place, fields, form: record.get(header.len() - 1).unwrap().to_owned() });
    }
}

//! The word lists of this package: data files, read once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use tawatur_text::fold_word;

static FUNCTION_WORDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../data/function-word.csv")).map(|r| r.form).collect());

static CLASSES: LazyLock<FxHashMap<String, Vec<(String, String)>>> = LazyLock::new(|| {
    let mut found: FxHashMap<String, Vec<(String, String)>> = FxHashMap::default();
    for row in rows(include_str!("../../data/link-word.csv")) {
        found.entry(row.form).or_default().push((row.class, row.sense));
    }
    found
});

/// A row of a word list, its form folded.
struct Row {
    class: String,
    sense: String,
    form: String,
}

/// The rows of a list `id,class,sense,source,form`; lines of another shape are left to the data test.
fn rows(data: &'static str) -> impl Iterator<Item = Row> {
    data.lines().skip(1).filter_map(|line| {
        let mut fields = line.splitn(5, ',');
        let (_, class, sense, _, form) =
            (fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        Some(Row { class: class.to_owned(), sense: sense.to_owned(), form: fold_word(form.trim()) })
    })
}

/// Whether a folded word says nothing of what a report is about.
pub(crate) fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.contains(folded)
}

/// The sense of a folded word in a class of `link-word.csv`.
pub(crate) fn sense(class: &str, folded: &str) -> Option<&'static str> {
    let found = CLASSES.get(folded)?.iter().find(|(c, _)| c == class)?;
    Some(found.1.as_str())
}

/// As [`sense`], also with proclitics taken off.
pub(crate) fn sense_of_token(class: &str, folded: &str) -> Option<&'static str> {
    sense(class, folded)
        .or_else(|| sense(class, super::stem::without_proclitic(folded)))
        .or_else(|| sense(class, folded.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_has_five_fields_a_known_source_and_its_own_id() {
        let sources: toml::Table = toml::from_str(include_str!("../../data/SOURCES.toml")).unwrap();
        let mut ids = BTreeSet::new();
        for data in [include_str!("../../data/function-word.csv"), include_str!("../../data/link-word.csv")] {
            assert_eq!(data.lines().next(), Some("id,class,sense,source,form"));
            for line in data.lines().skip(1) {
                let fields: Vec<_> = line.split(',').collect();
                assert_eq!(fields.len(), 5, "help: one row a line, five fields: {line}");
                assert!(sources.contains_key(fields[3]), "help: name the source in SOURCES.toml: {line}");
                assert!(ids.insert(fields[0].to_owned()), "help: this id is taken: {line}");
            }
        }
    }

    #[test]
    fn words_are_found_with_their_clitics() {
        assert!(is_function_word(&fold_word("التي")));
        assert_eq!(sense_of_token("weekday", &fold_word("والأحد")), Some("sunday"));
        assert_eq!(sense_of_token("weekday", &fold_word("مدينة")), None);
    }
}

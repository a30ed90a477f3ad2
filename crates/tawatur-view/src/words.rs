//! The interface's own words, from `data/words.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::Language;
use crate::html::{Both, escape};

static TABLE: &str = include_str!("../data/words.tsv");

static WORDS: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| rows().collect());

fn rows() -> impl Iterator<Item = (&'static str, (&'static str, &'static str))> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.splitn(3, '\t');
        Some((columns.next()?, (columns.next()?, columns.next()?)))
    })
}

/// The words of an id; the id itself where the table lacks it, which a test rules out.
pub(crate) fn word(id: &str, language: Language) -> String {
    match (WORDS.get(id), language) {
        (Some((_, ar)), Language::Arabic) => (*ar).to_owned(),
        (Some((en, _)), Language::English) => (*en).to_owned(),
        (None, _) => format!("[{id}]"),
    }
}

/// The words of an id in both languages, where the table has it.
pub(crate) fn words_if_known(id: &str) -> Option<Both> {
    WORDS.contains_key(id).then(|| words(id))
}

/// The words of an id in both languages, escaped.
pub(crate) fn words(id: &str) -> Both {
    Both::of(|language| escape(&word(id, language)))
}

/// The words of an id with `{}` filled, in order, by HTML in the same language.
pub(crate) fn filled(id: &str, parts: &[Both]) -> Both {
    Both::of(|language| {
        let text = escape(&word(id, language));
        let mut pieces = text.split("{}");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (i, piece) in pieces.enumerate() {
            out.push_str(parts.get(i).map_or("", |part| part.get(language)));
            out.push_str(piece);
        }
        out
    })
}

/// Filters of the templates.
#[allow(unreachable_pub)] // What the attribute makes of a filter is `pub`.
pub(crate) mod filters {
    use crate::html::Both;

    /// The interface's words of an id: `{{ "summary"|w }}`.
    #[askama::filter_fn]
    pub(crate) fn w(id: &str, _: &dyn askama::Values) -> askama::Result<Both> {
        let both = super::words(id);
        Ok(both)
    }

    /// The interface's words of an id with one number filled in.
    #[askama::filter_fn]
    pub(crate) fn wn(id: &str, _: &dyn askama::Values, number: usize) -> askama::Result<Both> {
        let number = Both::of(|_| crate::number::ltr(&number.to_string()));
        Ok(super::filled(id, &[number]))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_is_whole_and_every_id_is_there_once() {
        let mut seen = BTreeSet::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "not id, English, Arabic: {line:?}");
            assert!(columns.iter().all(|c| !c.is_empty() && c.trim() == *c), "empty or padded column: {line:?}");
            assert_eq!(columns[1].matches("{}").count(), columns[2].matches("{}").count(), "places differ: {line:?}");
            assert!(seen.insert(columns[0]), "twice: {}", columns[0]);
        }
        assert!(seen.len() > 100);
    }
}

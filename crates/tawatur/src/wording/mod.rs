//! What the account says, in both languages: sentences as data in `wording/ar.toml` and `wording/en.toml`.
//!
//! The two files have the same keys and the same places to fill, which a test checks. Nothing here knows
//! what a story is; it only puts values into sentences.

mod count;
mod day;
mod number;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tawatur_model::Bilingual;

pub use count::{Count, count, noun_count};
pub use day::{day, short_day, weekday};
pub use number::digits;

const AR: &str = include_str!("../../wording/ar.toml");
const EN: &str = include_str!("../../wording/en.toml");

/// First strong isolate and its end: what stands between does not reorder its surroundings.
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// Sentences with places to fill, by key (`section.name`).
#[derive(Clone, Debug, Default)]
pub struct Wording {
    ar: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
}

impl Wording {
    /// Reads the two files of one wording. A file that is no TOML gives no sentences, and every key then says itself.
    pub fn parse(ar: &str, en: &str) -> Self {
        Self { ar: flatten(ar), en: flatten(en) }
    }

    /// The sentence, with its places filled. A key that is not there says itself.
    pub fn say(&self, key: &str, places: &[(&str, &Bilingual)]) -> Bilingual {
        let pick = |table: &BTreeMap<String, String>, side: fn(&Bilingual) -> &str| {
            let template = table.get(key).map_or(key, String::as_str);
            fill(template, |name| places.iter().find(|(n, _)| *n == name).map(|(_, value)| side(value)))
        };
        Bilingual::new(pick(&self.ar, |b| &b.ar), pick(&self.en, |b| &b.en))
    }

    /// Whether there is such a sentence.
    pub fn has(&self, key: &str) -> bool {
        self.ar.contains_key(key) && self.en.contains_key(key)
    }

    /// Keys and sentences of both languages, for tests.
    pub fn tables(&self) -> [&BTreeMap<String, String>; 2] {
        [&self.ar, &self.en]
    }
}

/// The account's own sentence of that key.
pub fn say(key: &str, places: &[(&str, &Bilingual)]) -> Bilingual {
    wording().say(key, places)
}

/// The account's own wording, read once.
pub fn wording() -> &'static Wording {
    static WORDING: OnceLock<Wording> = OnceLock::new();
    WORDING.get_or_init(|| Wording::parse(AR, EN))
}

/// The same words in both languages, isolated in English when they hold a letter that is not Latin.
pub fn verbatim(words: &str) -> Bilingual {
    Bilingual::new(words, isolate(words))
}

/// Words that may be Arabic, fit to stand in an English sentence.
pub fn isolate(words: &str) -> String {
    if words.chars().all(|c| c.is_ascii() || !c.is_alphabetic()) {
        return words.to_owned();
    }
    format!("{FSI}{words}{PDI}")
}

/// A list in words: "a, b and c".
pub fn list(items: &[Bilingual]) -> Bilingual {
    let (comma, and) = (say("list.comma", &[]), say("list.and", &[]));
    let join = |side: fn(&Bilingual) -> &str, comma: &str, and: &str| {
        let mut out = String::new();
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                out.push_str(if i + 1 == items.len() { and } else { comma });
            }
            out.push_str(side(item));
        }
        out
    };
    Bilingual::new(join(|b| &b.ar, &comma.ar, &and.ar), join(|b| &b.en, &comma.en, &and.en))
}

fn fill<'v>(template: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(value(name).unwrap_or(""));
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn flatten(file: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let table: toml::Table = file.parse().unwrap_or_default();
    for (key, value) in table {
        collect(key, value, &mut found);
    }
    found
}

fn collect(key: String, value: toml::Value, found: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::String(text) => {
            found.insert(key, text);
        }
        toml::Value::Table(table) => {
            for (name, value) in table {
                collect(format!("{key}.{name}"), value, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(template: &str) -> Vec<&str> {
        let mut names: Vec<_> = template.split('{').skip(1).filter_map(|t| t.split_once('}')).map(|t| t.0).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_have_the_same_sentences() {
        let [ar, en] = wording().tables();
        assert!(ar.len() > 100, "wording not read: {}", ar.len());
        assert_eq!(ar.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    }

    #[test]
    fn both_languages_have_the_same_places_to_fill() {
        let [ar, en] = wording().tables();
        // A count says its number in words where Arabic has a form for it.
        let own_number =
            |key: &str| key.starts_with("count.") || key.starts_with("money.") || key.starts_with("scale.");
        for (key, template) in ar.iter().filter(|(k, _)| !own_number(k)) {
            assert_eq!(places(template), places(&en[key]), "{key}");
        }
    }

    #[test]
    fn a_list_ends_in_and() {
        let items = ["a", "b", "c"].map(|t| Bilingual::new(t, t));
        assert_eq!(list(&items).en, "a, b and c");
        assert_eq!(list(&items[..2]).ar, "a وb");
        assert_eq!(list(&[]).en, "");
    }

    #[test]
    fn an_open_brace_is_kept() {
        assert_eq!(fill("a {x} {b", |_| Some("1")), "a 1 {b");
    }

    #[test]
    fn arabic_is_isolated_in_english() {
        assert_eq!(verbatim("سالم").en, "\u{2068}سالم\u{2069}");
        assert_eq!(verbatim("Reuters 7").en, "Reuters 7");
    }
}

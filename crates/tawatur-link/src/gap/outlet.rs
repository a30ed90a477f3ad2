//! Whether an outlet of the country itself is among the reports.

use std::collections::BTreeMap;

use tawatur_lexicon::Lexicon;
use tawatur_model::Gap;
use tawatur_text::{Document, TokenKind};

use super::gap;
use crate::Item;

/// No outlet of the story's country; nothing is said where the home of an outlet is not known.
pub(crate) fn local(items: &[Item<'_>]) -> Option<Gap> {
    let (country, name, en) = country(items)?;
    let homes: Option<Vec<String>> = items.iter().map(|i| i.report.outlet.as_deref().and_then(home)).collect();
    let homes = homes?;
    if homes.contains(&country) {
        return None;
    }
    Some(gap(
        "no-local-outlet",
        format!("لا ناشر من {name} بين التقارير"),
        format!("no outlet of {} is among the reports", en.unwrap_or_else(|| format!("\u{2068}{name}\u{2069}"))),
    ))
}

type Country = (String, String, Option<String>);

/// The country that most reports name places of: code and names.
fn country(items: &[Item<'_>]) -> Option<Country> {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        let mut codes: Vec<&str> = item.extraction.places.iter().filter_map(|p| p.country.as_deref()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().for_each(|c| *named.entry(c).or_default() += 1);
    }
    let (code, _) = named.into_iter().max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)))?;
    let place = items
        .iter()
        .flat_map(|i| &i.extraction.places)
        .find(|p| p.kind == "country" && p.country.as_deref() == Some(code))?;
    Some((code.to_owned(), place.name.clone(), place.en.clone()))
}

/// The country of an outlet, by the lexicon.
fn home(outlet: &str) -> Option<String> {
    let document = Document::new(outlet);
    let words: Vec<&str> = (0..document.tokens().len())
        .filter(|at| document.kind(*at) == TokenKind::Word)
        .map(|at| document.word(at))
        .collect();
    // "The newspaper ..." may be listed without the word for what it is.
    country_of(&words).or_else(|| country_of(words.get(1..)?))
}

/// The country of the organisation that these words name in full.
fn country_of(words: &[&str]) -> Option<String> {
    let lexicon = Lexicon::builtin();
    let readings = match lexicon.phrase(words.iter().copied()) {
        Some(phrase) if phrase.words == words.len() => phrase.readings,
        _ => match words {
            [word] => lexicon.analyse(word),
            _ => Vec::new(),
        },
    };
    let entries = readings.iter().map(|r| lexicon.entry(r.entry));
    let found = entries.filter(|e| e.id.starts_with("org-")).find_map(|e| e.feature("country"))?;
    Some(found.to_owned()).filter(|c| !c.is_empty())
}

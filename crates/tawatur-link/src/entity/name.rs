//! A person's name as folded words.

use tawatur_text::fold_word;

use super::distance::is_spelling;

/// Words that join the parts of a name and tell nobody apart.
const LEAST_LETTERS_BEHIND_ARTICLE: usize = 3;

/// The folded words of a name, articles off.
pub(crate) fn words(name: &str) -> Vec<String> {
    let folded = fold_word(name);
    let parts = folded.split([' ', '-']).filter(|w| !w.is_empty());
    parts.map(|w| bare(w).to_owned()).collect()
}

fn bare(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().nth(LEAST_LETTERS_BEHIND_ARTICLE - 1).is_some() => rest,
        _ => word,
    }
}

/// How two names of people stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// The same words.
    Equal,
    /// As many words, each the same or a spelling of the other.
    Spelling,
    /// The shorter's words are all in the longer's, in order, and both end alike; at least two words.
    Parts,
    /// One word, with which the longer ends.
    Short,
    /// The same family name behind different given names.
    OtherGiven,
    /// Nothing in common.
    None,
}

/// Compares two names.
pub(crate) fn compare(one: &[String], other: &[String]) -> Match {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let (Some(end), Some(long_end)) = (short.last(), long.last()) else { return Match::None };
    if short == long {
        return Match::Equal;
    }
    let same_end = is_spelling(end, long_end);
    if short.len() == long.len() {
        let all = short.len() > 1 || end.chars().nth(4).is_some();
        return match (all && short.iter().zip(long).all(|(a, b)| is_spelling(a, b)), same_end && short.len() > 1) {
            (true, _) => Match::Spelling,
            (false, true) => Match::OtherGiven,
            (false, false) => Match::None,
        };
    }
    if !same_end {
        return Match::None;
    }
    let mut rest = long.iter();
    match (short.len(), short.iter().all(|w| rest.any(|l| is_spelling(w, l)))) {
        (1, _) => Match::Short,
        (_, true) => Match::Parts,
        (_, false) => Match::OtherGiven,
    }
}

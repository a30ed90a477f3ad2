//! The ways to take clitics off a folded word.

use crate::Clitics;
use crate::letters::{first, rest_of, without_end};

/// Letters that must remain when clitics are taken off.
const SHORTEST_STEM: usize = 2;

/// A pronoun ending and what it says.
const PRONOUNS: [(&str, Clitics); 11] = [
    ("هما", Clitics::PRONOUN.with(Clitics::PRONOUN_PLURAL)),
    ("هم", Clitics::PRONOUN.with(Clitics::PRONOUN_PLURAL)),
    ("هن", Clitics::PRONOUN.with(Clitics::PRONOUN_PLURAL)),
    ("ها", Clitics::PRONOUN.with(Clitics::PRONOUN_FEMININE)),
    ("ه", Clitics::PRONOUN),
    ("كما", Clitics::PRONOUN.with(Clitics::PRONOUN_PLURAL)),
    ("كم", Clitics::PRONOUN.with(Clitics::PRONOUN_PLURAL)),
    ("ك", Clitics::PRONOUN),
    ("نا", Clitics::PRONOUN.with(Clitics::PRONOUN_PLURAL)),
    ("ني", Clitics::PRONOUN),
    ("ي", Clitics::PRONOUN),
];

/// Calls `visit(stem, clitics)` for every way to read the word as clitics around a stem, plainest first.
pub(crate) fn splits(word: &str, visit: &mut impl FnMut(&str, Clitics)) {
    let mut prefixes = [(0, Clitics::NONE); 16];
    let count = proclitics(word, &mut prefixes);
    let stem = |skip: u8| word.get(usize::from(skip)..).unwrap_or("");
    for (skip, clitics) in prefixes.iter().take(count) {
        visit(stem(*skip), *clitics);
    }
    let last = word.as_bytes().last();
    if !PRONOUNS.iter().any(|(ending, _)| ending.as_bytes().last() == last) {
        return;
    }
    let mut made = String::new();
    for (skip, clitics) in prefixes.iter().take(count) {
        if !clitics.has(Clitics::AL) {
            enclitics(stem(*skip), *clitics, &mut made, visit);
        }
    }
}

/// Fills `found` with the bytes to leave out in front of the word: none, and each run of proclitics.
fn proclitics(word: &str, found: &mut [(u8, Clitics); 16]) -> usize {
    let mut count = 0;
    let mut push = |stem: &str, clitics: Clitics| {
        if let Some(slot) = found.get_mut(count)
            && (clitics.is_empty() || stem.chars().nth(SHORTEST_STEM - 1).is_some())
        {
            // A run of proclitics has four letters at most.
            *slot = ((word.len() - stem.len()) as u8, clitics);
            count += 1;
        }
    };
    let joined = match first(word) {
        Some("و") => Some((rest_of(word), Clitics::WA)),
        Some("ف") => Some((rest_of(word), Clitics::FA)),
        _ => None,
    };
    for (rest, conjunction) in std::iter::once((word, Clitics::NONE)).chain(joined) {
        push(rest, conjunction);
        let after = rest_of(rest);
        let clitic = match first(rest) {
            Some("ب") => Clitics::BI,
            Some("ل") => Clitics::LI,
            Some("ك") => Clitics::KA,
            Some("س") => Clitics::SA,
            Some("ا") => {
                if first(after) == Some("ل") {
                    push(rest_of(after), conjunction.with(Clitics::AL));
                }
                continue;
            }
            _ => continue,
        };
        push(after, conjunction.with(clitic));
        let article = match clitic {
            Clitics::SA => None,
            // The article loses its alef after ل: للوزارة.
            Clitics::LI => (first(after) == Some("ل")).then(|| rest_of(after)),
            _ => (first(after) == Some("ا") && first(rest_of(after)) == Some("ل")).then(|| rest_of(rest_of(after))),
        };
        if let Some(stem) = article {
            push(stem, conjunction.with(clitic).with(Clitics::AL));
        }
    }
    count
}

/// Visits what remains in front of each pronoun; ة and ى come back in their own shape.
fn enclitics(stem: &str, clitics: Clitics, made: &mut String, visit: &mut impl FnMut(&str, Clitics)) {
    let last = stem.as_bytes().last();
    for (ending, pronoun) in PRONOUNS {
        // Most pronouns are turned away by their last byte.
        if ending.as_bytes().last() != last {
            continue;
        }
        let Some(base) = without_end(stem, ending) else { continue };
        if base.chars().nth(SHORTEST_STEM - 1).is_none() {
            continue;
        }
        let all = clitics.with(pronoun);
        visit(base, all);
        let mut with = |before: &str, end: &str| {
            made.clear();
            made.push_str(before);
            made.push_str(end);
            visit(made, all);
        };
        if let Some(before) = base.strip_suffix('ت') {
            with(before, "ه");
        }
        if let Some(before) = base.strip_suffix('ا') {
            with(before, "ي");
            with(before, "اء");
        }
        if base.ends_with('و') || base.ends_with('ا') || base.ends_with('ي') {
            with(base, "ن");
        }
        if base.ends_with('و') {
            with(base, "ا");
        }
        if let Some(before) = base.strip_suffix('و').or_else(|| base.strip_suffix('ي')) {
            with(before, "اء");
            with(before, "ء");
        }
    }
}

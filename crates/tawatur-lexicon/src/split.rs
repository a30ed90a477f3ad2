//! The ways to take clitics off a folded word.

use crate::Clitics;

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
pub(crate) fn splits<'w>(word: &'w str, visit: &mut impl FnMut(&str, Clitics)) {
    let mut prefixes: [(&'w str, Clitics); 16] = [("", Clitics::NONE); 16];
    let count = proclitics(word, &mut prefixes);
    for (stem, clitics) in prefixes.iter().take(count) {
        visit(stem, *clitics);
    }
    for (stem, clitics) in prefixes.iter().take(count) {
        if !clitics.has(Clitics::AL) {
            enclitics(stem, *clitics, visit);
        }
    }
}

/// Fills `found` with the word itself and what remains behind each run of proclitics.
fn proclitics<'w>(word: &'w str, found: &mut [(&'w str, Clitics); 16]) -> usize {
    let mut count = 0;
    let mut push = |stem: &'w str, clitics: Clitics| {
        if let Some(slot) = found.get_mut(count)
            && (clitics.is_empty() || stem.chars().nth(SHORTEST_STEM - 1).is_some())
        {
            *slot = (stem, clitics);
            count += 1;
        }
    };
    let joined = [("", Clitics::NONE), ("و", Clitics::WA), ("ف", Clitics::FA)];
    for (letter, conjunction) in joined {
        let Some(rest) = word.strip_prefix(letter) else { continue };
        push(rest, conjunction);
        for (letter, clitic) in [("ب", Clitics::BI), ("ل", Clitics::LI), ("ك", Clitics::KA), ("س", Clitics::SA)] {
            let Some(after) = rest.strip_prefix(letter) else { continue };
            push(after, conjunction.with(clitic));
            if clitic == Clitics::LI {
                // The article loses its alef after ل: للوزارة.
                if let Some(stem) = after.strip_prefix('ل') {
                    push(stem, conjunction.with(clitic).with(Clitics::AL));
                }
            } else if let Some(stem) = after.strip_prefix("ال").filter(|_| clitic != Clitics::SA) {
                push(stem, conjunction.with(clitic).with(Clitics::AL));
            }
        }
        if let Some(stem) = rest.strip_prefix("ال") {
            push(stem, conjunction.with(Clitics::AL));
        }
    }
    count
}

/// Visits what remains in front of each pronoun; ة and ى come back in their own shape.
fn enclitics(stem: &str, clitics: Clitics, visit: &mut impl FnMut(&str, Clitics)) {
    let last = stem.as_bytes().last();
    let mut made = String::new();
    for (ending, pronoun) in PRONOUNS {
        // Most pronouns are turned away by their last byte.
        if ending.as_bytes().last() != last {
            continue;
        }
        let Some(base) = stem.strip_suffix(ending) else { continue };
        if base.chars().nth(SHORTEST_STEM - 1).is_none() {
            continue;
        }
        let all = clitics.with(pronoun);
        visit(base, all);
        let mut with = |before: &str, end: &str| {
            made.clear();
            made.push_str(before);
            made.push_str(end);
            visit(&made, all);
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

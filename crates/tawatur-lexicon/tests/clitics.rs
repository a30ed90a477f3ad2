//! Clitics are taken off rightly: own cases, and UD Arabic-PUD where the folder of shared data is there.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use tawatur_lexicon::{Analyser, Clitics, Ending, Lexicon};

/// Share of written words whose clitics must be right.
const FLOOR: f64 = 0.97;
/// Written words a second; builds without optimisation are slow and say little.
const LEAST_SPEED: f64 = if cfg!(debug_assertions) { 200_000.0 } else { 1_000_000.0 };

struct Word {
    written: String,
    proclitics: Clitics,
    enclitic: bool,
}

fn shared() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let place = std::env::var("TAWATUR_SHARED").map_or_else(|_| root.join("../shared"), PathBuf::from);
    Some(place.join("datasets/ud-arabic-pud/ar_pud-ud-test.conllu")).filter(|p| p.exists())
}

fn proclitic(form: &str) -> Option<Clitics> {
    Some(match form {
        "و" => Clitics::WA,
        "ف" => Clitics::FA,
        "ب" => Clitics::BI,
        "ل" => Clitics::LI,
        "ك" => Clitics::KA,
        "س" => Clitics::SA,
        _ => return None,
    })
}

fn is_pronoun(form: &str) -> bool {
    ["ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "كن", "نا", "ني", "ي", "ى"].contains(&form)
}

/// A run of rows written without a space between; none where a piece is no clitic.
fn joined(rows: &[(String, String)]) -> Option<Word> {
    let main = rows.iter().position(|(form, _)| proclitic(form).is_none())?;
    let after = rows.get(main + 1..)?;
    if after.len() > 1 || after.iter().any(|(form, _)| !is_pronoun(form)) {
        return None;
    }
    let proclitics = rows.iter().take(main).filter_map(|(f, _)| proclitic(f)).fold(Clitics::NONE, Clitics::with);
    let written = rows.iter().map(|(form, _)| form.as_str()).collect();
    Some(Word { written, proclitics, enclitic: !after.is_empty() })
}

fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut run: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, form, _, part, .., misc] = columns.as_slice() else { continue };
        let is_word = form.chars().all(|c| ('\u{621}'..='\u{652}').contains(&c));
        let glued = misc.contains("SpaceAfter=No");
        if is_word {
            run.push(((*form).to_owned(), (*part).to_owned()));
        }
        if (!is_word || !glued) && !run.is_empty() {
            found.extend(joined(&run));
            run.clear();
        }
    }
    found
}

#[test]
fn clitics_of_pud_are_right() {
    let Some(path) = shared() else { return };
    let words = words(&fs::read_to_string(path).unwrap());
    let lexicon = Lexicon::builtin();
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for word in &words {
        let folded = tawatur_text::fold_word(&word.written);
        let found = lexicon.segment(&folded, Ending::of(&word.written)).clitics;
        let proclitics = [Clitics::WA, Clitics::FA, Clitics::BI, Clitics::LI, Clitics::KA, Clitics::SA];
        let same = proclitics.iter().all(|c| found.has(*c) == word.proclitics.has(*c));
        if !same || found.has(Clitics::PRONOUN) != word.enclitic {
            *wrong.entry(format!("{} {found:?}", word.written)).or_default() += 1;
        }
    }
    let count: usize = wrong.values().sum();
    let right = 1.0 - count as f64 / words.len() as f64;
    let most: Vec<_> = wrong.iter().filter(|(_, n)| **n > 1).collect();
    println!("{} words, {:.2} % right, wrong more than once: {most:?}", words.len(), right * 100.0);
    assert!(words.len() > 15_000);
    assert!(right >= FLOOR, "{right}");
}

/// The speed is that of text: each word type is analysed once, as it is in news.
#[test]
fn words_of_pud_are_analysed_fast() {
    let Some(path) = shared() else { return };
    let words = words(&fs::read_to_string(path).unwrap());
    let words: Vec<_> = words.iter().map(|w| (tawatur_text::fold_word(&w.written), Ending::of(&w.written))).collect();
    let mut analyser = Analyser::default();
    let (rounds, mut joined) = (20, 0usize);
    let began = Instant::now();
    for _ in 0..rounds {
        for (word, ending) in &words {
            let id = analyser.word(word, *ending);
            joined += usize::from(analyser.segment(id).clitics.joins());
        }
    }
    let speed = (rounds * words.len()) as f64 / began.elapsed().as_secs_f64();
    println!("{speed:.0} words/s, {joined} joined by a conjunction");
    assert!(speed >= LEAST_SPEED, "{speed}");
}

/// Own cases: written word, clitics in front, whether a pronoun follows.
#[test]
fn clitics_of_own_cases_are_right() {
    let cases = [
        ("وللوزارة", "و ل ال", false),
        ("بالمدينة", "ب ال", false),
        ("مدينته", "", true),
        ("وسيعلنون", "و س", false),
        ("فكانت", "ف", false),
        ("كوزير", "ك", false),
        ("لمواطنيها", "ل", true),
        ("وزارة", "", false),
        ("بيان", "", false),
        ("بيانه", "", true),
        ("فرنسا", "", false),
        ("سيدة", "", false),
        ("وفاة", "", false),
        ("كييف", "", false),
        ("لندن", "", false),
        ("بلندن", "ب", false),
        ("وكابول", "و", false),
    ];
    for (written, front, pronoun) in cases {
        let found = Lexicon::builtin().segment(&tawatur_text::fold_word(written), Ending::of(written)).clitics;
        let expected = front
            .split(' ')
            .filter(|c| !c.is_empty())
            .fold(Clitics::NONE, |all, c| all.with(proclitic(c).unwrap_or(Clitics::AL)));
        let kept = [Clitics::WA, Clitics::FA, Clitics::BI, Clitics::LI, Clitics::KA, Clitics::SA, Clitics::AL];
        for clitic in kept {
            assert_eq!(found.has(clitic), expected.has(clitic), "{written}: {found:?}");
        }
        assert_eq!(found.has(Clitics::PRONOUN), pronoun, "{written}: {found:?}");
    }
}

//! What holds for every number and every date.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tawatur_extract::number::numbers;
use tawatur_extract::spell::{Case, GREATEST, Gender, spell};
use tawatur_extract::time::{Context, Prefer, times};

const FORMS: [(Gender, Case); 4] = [
    (Gender::Masculine, Case::Nominative),
    (Gender::Masculine, Case::Oblique),
    (Gender::Feminine, Case::Nominative),
    (Gender::Feminine, Case::Oblique),
];

/// Reads a text that holds one number; the value and whether it covers the text.
fn value_of(text: &str) -> Option<f64> {
    let found = numbers(text);
    match found.as_slice() {
        [one] if one.range.len() as usize == text.len() => Some(one.value),
        _ => None,
    }
}

fn reads_back(n: u64, gender: Gender, case: Case) {
    let text = spell(n, gender, case);
    assert_eq!(value_of(&text), Some(n as f64), "{n} {gender:?} {case:?} «{text}»");
}

#[test]
fn what_is_spelled_is_read_up_to_a_million() {
    // One form a number in turn, so that each has a quarter of a million; all four up to 20,000.
    for n in 0..=20_000 {
        for (gender, case) in FORMS {
            reads_back(n, gender, case);
        }
    }
    for n in 20_001..=1_000_000u64 {
        let (gender, case) = FORMS[(n % 4) as usize];
        reads_back(n, gender, case);
    }
}

proptest! {
    #[test]
    fn what_is_spelled_is_read_up_to_the_greatest(n in 0..1_000_000_000_000_000u64, form in 0..4usize) {
        let (gender, case) = FORMS[form];
        reads_back(n, gender, case);
    }

    #[test]
    fn nothing_breaks_the_reader(text in "[ -~٠-٩ء-ي\u{64b}\u{640}\u{202a}،؛؟ ]{0,200}") {
        let context = Context::published(date(2022, 1, 10));
        for found in numbers(&text) {
            prop_assert!(text.get(found.full_range.start() as usize..found.full_range.end() as usize).is_some());
            prop_assert!(found.full_range.contains(found.range));
        }
        for found in times(&text, &context) {
            prop_assert!(text.get(found.range.start() as usize..found.range.end() as usize).is_some());
        }
    }

    /// Words of numbers and times in any order: the readers take any of them anywhere.
    #[test]
    fn words_in_any_order_break_nothing(picks in prop::collection::vec(0..WORDS.len(), 0..40)) {
        let text: Vec<&str> = picks.iter().map(|i| WORDS[*i]).collect();
        let text = text.join(" ");
        let context = Context { prefer: Prefer::Future, ..Context::published(date(2022, 1, 10)) };
        let mut end = 0;
        for found in times(&text, &context) {
            prop_assert!(found.range.start() >= end);
            end = found.range.end();
        }
        let mut end = 0;
        for found in numbers(&text) {
            prop_assert!(found.range.start() >= end);
            end = found.range.end();
        }
    }

    #[test]
    fn disturbed_spelling_changes_no_value(n in 1..100_000_000u64, form in 0..4usize, seed in any::<u64>()) {
        let (gender, case) = FORMS[form];
        let text = format!("قتل نحو {} شخصا", spell(n, gender, case));
        let noisy = disturbed(&text, seed);
        let (plain, found) = (numbers(&text), numbers(&noisy));
        prop_assert_eq!(plain.len(), found.len());
        for (a, b) in plain.iter().zip(&found) {
            prop_assert_eq!(a.value, b.value);
            prop_assert_eq!(a.mode, b.mode);
        }
    }

    #[test]
    fn digits_of_all_systems_are_one_number(n in 0..10_000_000u64, system in 0..3usize) {
        let digits = written(&n.to_string(), system);
        prop_assert_eq!(value_of(&digits), Some(n as f64));
    }

    #[test]
    fn dates_go_there_and_back(days in 0..73_000i64, form in 0..7usize, system in 0..3usize) {
        let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let text = written(&format!("وقع ذلك في {} بالعاصمة", formatted(day, form)), system);
        let context = Context::published(date(2022, 1, 10));
        let found: Vec<_> = times(&text, &context).iter().filter_map(|t| t.day()).collect();
        prop_assert_eq!(&found, &vec![day], "{}", text);
    }
}

const WORDS: [&str; 48] = [
    "من",
    "إلى",
    "بين",
    "و",
    "قبل",
    "بعد",
    "منذ",
    "خلال",
    "ثلاثة",
    "خمسين",
    "مئة",
    "ألف",
    "آلاف",
    "مليون",
    "12",
    "2022",
    "٣",
    "1,8",
    "الخميس",
    "يناير",
    "كانون",
    "الثاني",
    "الساعة",
    "صباحا",
    "مساء",
    "أمس",
    "يوم",
    "شهر",
    "الشهر",
    "الماضي",
    "المقبل",
    "هذا",
    "نصف",
    "وربع",
    "إلا",
    "فاصلة",
    "أكثر",
    "نحو",
    "على",
    "الأقل",
    "/",
    "-",
    "%",
    "دولار",
    "عشرات",
    "بضعة",
    "الأول",
    "كل",
];

const MONTHS: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const SYRIAC: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];

fn formatted(day: Date, form: usize) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let (arabic, syriac) = (MONTHS[m as usize - 1], SYRIAC[m as usize - 1]);
    match form {
        0 => format!("{d} {arabic} {y}"),
        1 => format!("{d} {syriac} {y}"),
        2 => format!("{d} {arabic}/{syriac} {y}"),
        3 => format!("{d} {syriac} ({arabic}) {y}"),
        4 => format!("{d}/{m}/{y}"),
        5 => format!("{y}-{m:02}-{d:02}"),
        _ => format!("{d} من شهر {arabic} عام {y}"),
    }
}

/// Digits of one of the three systems.
fn written(text: &str, system: usize) -> String {
    let zero = ['0', '٠', '۰'][system] as u32;
    text.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(zero + d).unwrap())).collect()
}

/// Tashkeel and tatweel inside words, bidi marks between them.
fn disturbed(text: &str, seed: u64) -> String {
    let mut state = seed | 1;
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        if ('ب'..='ي').contains(&c) {
            match state % 5 {
                0 => out.push('\u{64e}'),
                1 => out.push('\u{640}'),
                _ => {}
            }
        } else if c == ' ' && state.is_multiple_of(3) {
            out.push('\u{202a}');
        }
    }
    out
}

#[test]
fn the_greatest_number_has_words() {
    assert!(spell(GREATEST, Gender::Masculine, Case::Nominative).starts_with("تسعمئة"));
    assert_eq!(spell(GREATEST + 1, Gender::Masculine, Case::Nominative), "1000000000000000000");
}

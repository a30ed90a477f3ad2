//! What holds for every number and every date.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tawatur_extract::number::numbers;
use tawatur_extract::spell::{Case, GREATEST, Gender, spell};
use tawatur_extract::time::{Context, Prefer, times};
use tawatur_testkit::{Disturbance, Random, disturb};

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

/// Lines that are read as one text: what begins a line never goes on from the one before.
const LINES: usize = 2000;

/// All numbers up to a million in one form. They are read a page at a time, each on a line of its own.
fn all_read_back(gender: Gender, case: Case) {
    let all: Vec<u64> = (0..=1_000_000).collect();
    for page in all.chunks(LINES) {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(page.len());
        for n in page {
            text.push_str(&spell(*n, gender, case));
            ends.push(text.len());
            text.push('\n');
        }
        let found = numbers(&text);
        assert_eq!(found.len(), page.len(), "{gender:?} {case:?}, from {}", page[0]);
        let mut start = 0;
        for ((n, end), number) in page.iter().zip(&ends).zip(&found) {
            let line = &text[start..*end];
            assert_eq!((number.value, number.range.slice(&text)), (*n as f64, line), "{gender:?} {case:?}");
            start = end + 1;
        }
    }
}

#[test]
fn what_is_spelled_is_read_up_to_a_million_masculine_nominative() {
    all_read_back(Gender::Masculine, Case::Nominative);
}

#[test]
fn what_is_spelled_is_read_up_to_a_million_masculine_oblique() {
    all_read_back(Gender::Masculine, Case::Oblique);
}

#[test]
fn what_is_spelled_is_read_up_to_a_million_feminine_nominative() {
    all_read_back(Gender::Feminine, Case::Nominative);
}

#[test]
fn what_is_spelled_is_read_up_to_a_million_feminine_oblique() {
    all_read_back(Gender::Feminine, Case::Oblique);
}

/// Numbers of every length in digits up to fifteen, in every form.
#[test]
fn what_is_spelled_is_read_at_random_to_ten_to_the_fifteen() {
    let mut random = Random::new(15);
    for digits in 1..=15u32 {
        for _ in 0..400 {
            let n = 10u64.pow(digits - 1) + random.bits() % (9 * 10u64.pow(digits - 1));
            for (gender, case) in FORMS {
                reads_back(n, gender, case);
            }
        }
    }
}

/// Every day from 1900 to 2100 in every way of writing a date.
#[test]
fn every_date_goes_there_and_back() {
    let days: Vec<Date> =
        (0..=73_413).map(|n| date(1900, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap()).collect();
    assert_eq!(days.last(), Some(&date(2100, 12, 31)));
    for form in 0..DATE_FORMS {
        for page in days.chunks(LINES) {
            let lines: Vec<String> = page.iter().map(|d| formatted(*d, form)).collect();
            let text = lines.join("\n");
            let found: Vec<(Option<Date>, bool)> =
                times(&text, &Context::default()).iter().map(|t| (t.day(), t.contradicts_weekday)).collect();
            let wanted: Vec<(Option<Date>, bool)> = page.iter().map(|d| (Some(*d), false)).collect();
            let wrong = wanted.iter().zip(&found).zip(&lines).find(|((w, f), _)| w != f);
            assert!(found == wanted, "form {form}: {wrong:?}");
        }
    }
}

/// The days of the Hijri calendar follow each other, month after month, as days do.
#[test]
fn hijri_days_follow_each_other() {
    let mut last: Option<Date> = None;
    for year in 1318..=1524 {
        let text: Vec<String> = (1..=12)
            .flat_map(|month| (1..=30).map(move |day| (month, day)))
            .map(|(month, day)| format!("{day} {} {year} هـ", HIJRI[month - 1]))
            .collect();
        for time in times(&text.join("\n"), &Context::default()) {
            // A month of 29 days has no thirtieth.
            let Some(day) = time.day() else { continue };
            assert!(last.is_none_or(|l| l.tomorrow().unwrap() == day), "{last:?} then {day}");
            last = Some(day);
        }
    }
    assert_eq!(last, Some(date(2101, 2, 28)));
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
    fn dates_in_sentences_and_other_digits(days in 0..73_000i64, form in 0..DATE_FORMS, system in 0..3usize) {
        let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let text = written(&format!("وقع ذلك في {} بالعاصمة", formatted(day, form)), system);
        let context = Context::published(date(2022, 1, 10));
        let found: Vec<_> = times(&text, &context).iter().filter_map(|t| t.day()).collect();
        prop_assert_eq!(&found, &vec![day], "{}", text);
    }

    /// Tatweel, marks, direction marks, no-break spaces and other digits change no date.
    #[test]
    fn disturbed_dates_are_the_same(days in 0..73_000i64, form in 0..DATE_FORMS, seed in any::<u64>()) {
        let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let text = format!("وقع ذلك في {} بالعاصمة", formatted(day, form));
        let noisy = disturb(&text, seed, &Disturbance::ALL);
        let found: Vec<_> = times(noisy.text(), &Context::default()).iter().filter_map(|t| t.day()).collect();
        prop_assert_eq!(&found, &vec![day], "{}", noisy.text());
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

const MAGHREB: [&str; 12] =
    ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const MOROCCO: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
const HIJRI: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
];
const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];
const DAYS: [&str; 31] = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي عشر",
    "الثاني عشر",
    "الثالث عشر",
    "الرابع عشر",
    "الخامس عشر",
    "السادس عشر",
    "السابع عشر",
    "الثامن عشر",
    "التاسع عشر",
    "العشرين",
    "الحادي والعشرين",
    "الثاني والعشرين",
    "الثالث والعشرين",
    "الرابع والعشرين",
    "الخامس والعشرين",
    "السادس والعشرين",
    "السابع والعشرين",
    "الثامن والعشرين",
    "التاسع والعشرين",
    "الثلاثين",
    "الحادي والثلاثين",
];

const DATE_FORMS: usize = 20;

fn formatted(day: Date, form: usize) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let month = m as usize - 1;
    let (arabic, syriac) = (MONTHS[month], SYRIAC[month]);
    let weekday = WEEKDAYS[day.weekday().to_monday_zero_offset() as usize];
    match form {
        0 => format!("{d} {arabic} {y}"),
        1 => format!("{d} {syriac} {y}"),
        2 => format!("{d} {arabic}/{syriac} {y}"),
        3 => format!("{d} {syriac} ({arabic}) {y}"),
        4 => format!("{d}/{m}/{y}"),
        5 => format!("{y}-{m:02}-{d:02}"),
        6 => format!("{d} من شهر {arabic} عام {y}"),
        7 => format!("{d} {} {y}", MAGHREB[month]),
        8 => format!("{d} {} {y}", MOROCCO[month]),
        9 => format!("{weekday} {d} {arabic} {y}"),
        10 => format!("يوم {weekday} الموافق {d:02}/{m:02}/{y}"),
        11 => format!("{} من {syriac} {y}", DAYS[d as usize - 1]),
        12 => format!("{d:02}-{m:02}-{y}"),
        13 => format!("{d}.{m}.{y}"),
        14 => format!("{y}/{m}/{d}"),
        15 => format!("{arabic} {d}، {y}"),
        16 => format!("{d:02}-{arabic}-{y}"),
        17 => format!("{weekday}، {d} {syriac}/ {arabic} {y}م"),
        18 => format!("{} من {arabic} عام {}", DAYS[d as usize - 1], spell(y as u64, Gender::Masculine, Case::Oblique)),
        _ => format!("{weekday} {} {arabic} {y}", DAYS[d as usize - 1]),
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

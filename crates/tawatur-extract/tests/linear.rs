//! Time of reading grows with the text and no faster: twice the text takes about twice as long.
//!
//! Time on the processor is measured, not time on the clock, and the best of several runs: other programs on the machine
//! make single runs longer, never shorter.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::time::Instant;

use tawatur_extract::Extractor;
use tawatur_model::Report;

/// Twice the text may take so many times as long.
const MOST: f64 = 2.6;
/// Measurements before a text counts as too slow: one that is not linear fails them all.
const ATTEMPTS: usize = 8;
/// Runs of one measurement.
const RUNS: usize = 3;
/// Bytes of the shorter text, at least.
const BYTES: usize = 160_000;
/// Seconds that the shorter text takes at least: the system counts in steps of some milliseconds, and what takes a few of
/// them only seems to take twice as many at a time.
const LONG_ENOUGH: f64 = 0.04;
/// Most times that the text is doubled to take so long.
const DOUBLINGS: usize = 4;

/// Seconds that this thread has run so far, where the system tells; else all seconds.
fn seconds(start: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|s| s.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |n| n / 1e9)
}

/// Least time that reading the text took.
fn best(extractor: &mut Extractor, text: String) -> f64 {
    let report = Report { id: "linear".to_owned(), text, ..Report::default() };
    let run = |_| {
        let start = Instant::now();
        let before = seconds(start);
        std::hint::black_box(extractor.extract(&report));
        seconds(start) - before
    };
    (0..RUNS).map(run).fold(f64::INFINITY, f64::min)
}

fn is_linear(text: &str) -> bool {
    let mut extractor = Extractor::new();
    let times = long_enough(&mut extractor, text);
    let ratios = (0..ATTEMPTS).map(|_| {
        let once = best(&mut extractor, text.repeat(times));
        best(&mut extractor, text.repeat(2 * times)) / once
    });
    ratios.into_iter().any(|ratio| ratio <= MOST)
}

/// How often the text is repeated to take long enough to be measured.
fn long_enough(extractor: &mut Extractor, text: &str) -> usize {
    let least = BYTES / text.len() + 1;
    let sizes = (0..DOUBLINGS).map(|power| least << power);
    sizes.into_iter().find(|times| best(extractor, text.repeat(*times)) >= LONG_ENOUGH).unwrap_or(least << DOUBLINGS)
}

fn story() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories/kazakhstan-2022");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|p| fs::read_to_string(p).unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn reports_one_behind_the_other_take_linear_time() {
    assert!(is_linear(&story()));
}

#[test]
fn a_line_without_an_end_takes_linear_time() {
    assert!(is_linear(&story().replace(['\n', '.', '؟'], " ")));
}

#[test]
fn texts_made_against_readers_take_linear_time() {
    let texts = [
        "قتل 12 شخصا وأصيب 30 آخرون و",
        "قال الوزير إن المتحدث قال إن ",
        "أعلنت وزارة الصحة، بحسب مصدر، نقلا عن ",
        "«قال \"نعم\" و'لا' ",
        "يوم الخميس 6 يناير 2022 الساعة 10 و",
        "محمد أحمد علي حسن بن سالم ",
        "في مدينة ألماتي قرب مدينة أكتوبي شمال ",
        "رئيس وزراء رئيس مجلس إدارة شركة ",
        "بينهم 3 أطفال من بينهم 2 من أصل 5 ",
        "غادر 3000 شخص القرية. ",
        "فر 3000 شخص من حلب إلى إدلب وأصيب 5 في حمص. ",
        "خلال تجمع حاشد و",
        "استقال احتجاجا على القرار و",
        "قصف الجيش المدينة يومين و",
        "سقطت قذائف على الحي بينما كانت تحلق مروحية ",
        "لقي رجل حتفه في حلب إثر قصف و",
        "صواريخ روسية من طراز إس 400 و",
        "أسفر وفق المرصد عن مقتل رجل و",
        "قال خال الضحية في حوار ",
        "تمكن الجيش من قتل مسلح وفشل في ",
        "هدد التنظيم بالهجوم على المدينة أو ",
        "أعلنت الشرطة القبض على رجل و",
    ];
    for text in texts {
        assert!(is_linear(text), "{text}");
    }
}

#[test]
fn the_measure_tells_what_is_not_linear() {
    let square = |n: u64| (0..n).fold(0u64, |sum, i| (0..n).fold(sum, |s, k| std::hint::black_box(s ^ (i * k))));
    let time = |n| {
        let start = Instant::now();
        let before = seconds(start);
        std::hint::black_box(square(n));
        seconds(start) - before
    };
    let least = |n| (0..RUNS).map(|_| time(n)).fold(f64::INFINITY, f64::min);
    // The system brings its count up to date a few hundred times a second only: the runs must be longer than that.
    assert!((0..ATTEMPTS).any(|_| least(16_000) / least(8_000) > MOST));
}

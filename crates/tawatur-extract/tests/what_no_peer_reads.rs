//! What the public readers of Arabic numbers and times leave unread in news (`bench/numbers-and-times`), in sentences
//! of our own: marks of decimals and thousands, mixed digits and words, shared scales, duals, vague amounts, bounds.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use jiff::civil::date;
use tawatur_extract::time::{Context, times};
use tawatur_extract::{Analysed, Words, number};
use tawatur_model::Mode;
use tawatur_text::Document;

/// Words of the number with its bounds, least and greatest value, mode.
type Wanted<'t> = (&'t str, Option<f64>, Option<f64>, Mode);

const NUMBERS: [(&str, &[Wanted<'static>]); 12] = [
    ("خسائر قدرها 1,8 مليون دينار", &[("1,8 مليون", Some(1.8e6), Some(1.8e6), Mode::Exact)]),
    ("حشدوا 12 ألفا و500 مقاتل", &[("12 ألفا و500", Some(12_500.0), Some(12_500.0), Mode::Exact)]),
    ("عاد ما بين 20 و30 ألف نازح", &[("ما بين 20 و30 ألف", Some(20_000.0), Some(30_000.0), Mode::Between)]),
    ("سقط ألفي جريح", &[("ألفي", Some(2000.0), Some(2000.0), Mode::Exact)]),
    ("سقط قتيلان في الحادث", &[("قتيلان", Some(2.0), Some(2.0), Mode::Exact)]),
    ("أوقفت الشرطة شخصين", &[("شخصين", Some(2.0), Some(2.0), Mode::Exact)]),
    ("عشرات القتلى في الزلزال", &[("عشرات", Some(20.0), Some(99.0), Mode::Vague)]),
    ("وزعت بضع مئات من السلال", &[("بضع مئات", Some(300.0), Some(900.0), Mode::Vague)]),
    ("غادر نحو 300 عامل", &[("نحو 300", Some(300.0), Some(300.0), Mode::About)]),
    ("غادر أكثر من 300 عامل", &[("أكثر من 300", Some(300.0), None, Mode::Over)]),
    ("غادر 300 عامل على الأقل", &[("300 عامل على الأقل", Some(300.0), None, Mode::AtLeast)]),
    ("احتجز 5 آلاف و135 شخصا", &[("5 آلاف و135", Some(5135.0), Some(5135.0), Mode::Exact)]),
];

#[test]
fn numbers_that_no_peer_reads_are_read() {
    let mut words = Words::new();
    for (text, wanted) in NUMBERS {
        let found = number::read(&Analysed::new(Document::new(text), &mut words));
        let found: Vec<Wanted<'_>> = found.iter().map(|n| (n.full_range.slice(text), n.low, n.high, n.mode)).collect();
        assert_eq!(found, wanted, "{text}");
    }
}

/// Published on Monday 10 January 2022.
const TIMES: [(&str, &[(&str, &str)]); 7] = [
    ("غادر أول من أمس", &[("أول من أمس", "2022-01-08")]),
    ("اجتمعوا في 2 و3 و4 يناير", &[("2", "2022-01-02"), ("3", "2022-01-03"), ("4 يناير", "2022-01-04")]),
    ("صدر في 9 يناير/كانون الثاني 2022", &[("9 يناير/كانون الثاني 2022", "2022-01-09")]),
    ("قال المتحدث الأحد إن الوضع هادئ", &[("الأحد", "2022-01-09")]),
    ("هاجر قبل 30 عاماً", &[("قبل 30 عاماً", "1992-01-10")]),
    ("ولد في 3 رمضان 1443 هـ", &[("3 رمضان 1443 هـ", "2022-04-04")]),
    // One peer ends the whole process over such a sentence.
    ("سيجري ذلك بعد يومين.", &[("يومين", "P2D")]),
];

#[test]
fn times_that_no_peer_reads_are_read() {
    let context = Context::published(date(2022, 1, 10));
    for (text, wanted) in TIMES {
        let found = times(text, &context);
        let found: Vec<(&str, &str)> = found.iter().map(|t| (t.range.slice(text), t.timex.as_str())).collect();
        assert_eq!(found, wanted, "{text}");
    }
}

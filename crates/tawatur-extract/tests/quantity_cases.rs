//! The cases of numbers and times, each file by the reader of its name.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use tawatur_extract::number::{NumberReading, numbers};
use tawatur_extract::quantity_unit::{QuantityReading, quantities};
use tawatur_extract::time::{Context, Country, Prefer, TimeReading, WeekStart, times};
use tawatur_testkit::{Case, CaseFile, Disturbance, Expect, disturb, read_cases};

/// Every case file and how many cases it holds; a case that is lost is noticed.
const FILES: [(&str, usize); 9] = [
    ("number", 40),
    ("number-bound", 29),
    ("number-vague", 10),
    ("number-none", 16),
    ("number-news", 57),
    ("time", 63),
    ("time-told", 25),
    ("time-news", 77),
    ("money", 41),
];

fn files(prefix: &str) -> Vec<CaseFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ar");
    let wanted = FILES.iter().filter(|(name, _)| name.starts_with(prefix));
    wanted
        .map(|(name, count)| {
            let file = read_cases(&folder.join(format!("{name}.toml"))).unwrap();
            assert_eq!(file.cases.len(), *count, "cases of {name}.toml");
            file
        })
        .collect()
}

#[test]
fn numbers_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    for file in files("number") {
        for case in &file.cases {
            wrong.extend(number_faults(case, &case.text, &numbers(&case.text)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn times_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    for file in files("time") {
        let context = file.published().map(Context::published).unwrap_or_default();
        for case in &file.cases {
            wrong.extend(time_faults(case, &times(&case.text, &context)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Tatweel, marks, bidi controls and other digits change no value.
#[test]
fn disturbed_texts_are_read_the_same() {
    for file in files("number") {
        for (case, seed) in file.cases.iter().flat_map(|c| (0..3).map(move |n| (c, seed(c, n)))) {
            let noisy = disturb(&case.text, seed, &Disturbance::ALL);
            let (plain, found) = (numbers(&case.text), numbers(noisy.text()));
            let values = |r: &[NumberReading]| r.iter().map(|n| (n.low, n.high, n.mode, n.kind)).collect::<Vec<_>>();
            assert_eq!(values(&plain), values(&found), "{} «{}»", case.id, noisy.text());
            for (a, b) in plain.iter().zip(&found) {
                assert_eq!(a.range, noisy.to_original(b.range), "{} «{}»", case.id, noisy.text());
            }
        }
    }
}

/// What is drawn for a case hangs on its name alone, so that a case added elsewhere changes nothing here.
fn seed(case: &Case, nth: u64) -> u64 {
    case.id.bytes().fold(nth, |seed, b| seed.wrapping_mul(0x100_0000_01b3) ^ u64::from(b))
}

#[test]
fn disturbed_times_are_the_same() {
    for file in files("time") {
        let context = file.published().map(Context::published).unwrap_or_default();
        for case in &file.cases {
            for nth in 0..3 {
                let noisy = disturb(&case.text, seed(case, nth), &Disturbance::ALL);
                let (plain, found) = (times(&case.text, &context), times(noisy.text(), &context));
                let values =
                    |r: &[TimeReading]| r.iter().map(|t| (t.timex.clone(), t.start, t.end, t.kind)).collect::<Vec<_>>();
                assert_eq!(values(&plain), values(&found), "{} «{}»", case.id, noisy.text());
                for (a, b) in plain.iter().zip(&found) {
                    assert_eq!(a.range, noisy.to_original(b.range), "{} «{}»", case.id, noisy.text());
                }
            }
        }
    }
}

#[test]
fn money_and_measures_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    for file in files("money") {
        for case in &file.cases {
            wrong.extend(quantity_faults(case, &quantities(&case.text, &Context::default())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A name of money that several countries share is that of the country asked for, where it has one of that name.
#[test]
fn the_country_settles_a_shared_name_of_money() {
    let cases = [
        ("500 دينار", "KW", "KWD"),
        ("500 دينار", "DZ", "DZD"),
        ("500 دينار", "LB", "DINAR"),
        ("500 دينار عراقي", "KW", "IQD"),
        ("20 ليرة", "LB", "LBP"),
        ("20 ليرة", "SY", "SYP"),
        ("20 ليرة", "TR", "TRY"),
        ("20 جنيها", "EG", "EGP"),
        ("20 جنيها", "SD", "SDG"),
        ("20 جنيها", "GB", "GBP"),
        ("20 درهما", "MA", "MAD"),
        ("20 درهما", "AE", "AED"),
        ("20 ريالا", "YE", "YER"),
        ("20 ريالا", "OM", "OMR"),
        ("20 فرنكا", "SN", "XOF"),
        ("20 فرنكا", "CH", "CHF"),
        ("20 دولارا", "CA", "CAD"),
        ("20 دولارا", "EG", "USD"),
        ("20 شلنا", "KE", "KES"),
        ("20 روبية", "PK", "PKR"),
        ("20 يورو", "EG", "EUR"),
    ];
    for (text, country, unit) in cases {
        let country: Option<Country> = country.parse().ok();
        let found = quantities(text, &Context { country, ..Context::default() });
        assert_eq!(found.iter().map(|q| q.unit).collect::<Vec<_>>(), [unit], "«{text}» in {country:?}");
    }
}

/// 10 January 2022 is a Monday.
#[test]
fn the_week_begins_where_it_is_said_to() {
    let first = |text: &str, week_start: WeekStart| {
        let context = Context { week_start, ..Context::published(jiff::civil::date(2022, 1, 10)) };
        let found = times(text, &context);
        (found[0].start.unwrap().date().to_string(), found[0].timex.clone())
    };
    let check = |text: &str, monday: (&str, &str), saturday: (&str, &str), sunday: (&str, &str)| {
        let wanted = |(start, timex): (&str, &str)| (start.to_owned(), timex.to_owned());
        assert_eq!(first(text, WeekStart::Monday), wanted(monday), "{text}");
        assert_eq!(first(text, WeekStart::Saturday), wanted(saturday), "{text}");
        assert_eq!(first(text, WeekStart::Sunday), wanted(sunday), "{text}");
    };
    let week = |starts: [&'static str; 3], timex: &'static str| starts.map(|s| (s, timex));
    let [a, b, c] = week(["2022-01-10", "2022-01-08", "2022-01-09"], "2022-W02");
    check("هذا الأسبوع", a, b, c);
    let [a, b, c] = week(["2022-01-17", "2022-01-15", "2022-01-16"], "2022-W03");
    check("الأسبوع المقبل", a, b, c);
    check("مطلع الأسبوع المقبل", a, b, c);
    let [a, b, c] = [("2022-01-20", "2022-01-20"); 3];
    check("الخميس من الأسبوع المقبل", a, b, c);
    // The weekend is Saturday and Sunday, or Friday and Saturday.
    check(
        "عطلة نهاية الأسبوع الماضي",
        ("2022-01-08", "2022-W01-WE"),
        ("2022-01-07", "2022-W01-WE"),
        ("2022-01-07", "2022-W01-WE"),
    );
}

#[test]
fn the_direction_settles_what_is_incomplete() {
    let day = |text: &str, prefer: Prefer| {
        let context = Context { prefer, ..Context::published(jiff::civil::date(2022, 1, 10)) };
        times(text, &context)[0].timex.clone()
    };
    for (text, past, future) in [
        ("الخميس", "2022-01-06", "2022-01-13"),
        ("أكتوبر", "2021-10", "2022-10"),
        ("20 أغسطس", "2021-08-20", "2022-08-20"),
        ("عيد الأضحى", "2021-07-20", "2022-07-09"),
        ("الخميس الماضي", "2022-01-06", "2022-01-06"),
        ("الخميس المقبل", "2022-01-13", "2022-01-13"),
    ] {
        assert_eq!(
            (day(text, Prefer::Past), day(text, Prefer::Future)),
            (past.to_owned(), future.to_owned()),
            "{text}"
        );
    }
}

fn quantity_faults(case: &Case, found: &[QuantityReading]) -> Vec<String> {
    let got: Vec<(&str, &str)> = found.iter().map(|q| (q.range.slice(&case.text), q.unit)).collect();
    if got.len() != case.expect.len() {
        return vec![format!("{}: {} quantities expected, found {got:?}", case.id, case.expect.len())];
    }
    let right = |expect: &Expect, q: &QuantityReading| {
        q.range.slice(&case.text) == expect.quote
            && expect.text("unit") == Some(q.unit)
            && expect.number("low") == q.low
            && expect.number("high") == q.high
    };
    let wrong = case.expect.iter().zip(found).filter(|(e, q)| !right(e, q));
    wrong.map(|(e, q)| format!("{}: «{}» expected, found {q:?}", case.id, e.quote)).collect()
}

fn number_faults(case: &Case, text: &str, found: &[NumberReading]) -> Vec<String> {
    let mut wrong = Vec::new();
    if found.len() != case.expect.len() {
        let got: Vec<&str> = found.iter().map(|n| n.range.slice(text)).collect();
        wrong.push(format!("{}: {} numbers expected, found {got:?}", case.id, case.expect.len()));
    }
    for (expect, number) in case.expect.iter().zip(found) {
        let mut check = |what: &str, wanted: String, got: String| {
            if wanted != got {
                wrong.push(format!("{}: {what} of «{}» should be {wanted}, is {got}", case.id, expect.quote));
            }
        };
        check("words", without_article(&expect.quote), number.range.slice(text).to_owned());
        for (key, got) in [("value", Some(number.value)), ("low", number.low), ("high", number.high)] {
            if let Some(wanted) = expect.number(key) {
                check(key, format!("{wanted:.4}"), got.map_or("none".to_owned(), |v| format!("{v:.4}")));
            }
        }
        if let Some(mode) = expect.text("mode") {
            check("mode", mode.to_owned(), serde_json::to_value(number.mode).unwrap().as_str().unwrap().to_owned());
            let open =
                |key: &str| expect.number(key).is_none() && matches!(mode, "over" | "at_least" | "under" | "up_to");
            if open("low") && matches!(mode, "under" | "up_to") {
                check("low", "none".to_owned(), number.low.map_or("none".to_owned(), |v| v.to_string()));
            }
            if open("high") && matches!(mode, "over" | "at_least") {
                check("high", "none".to_owned(), number.high.map_or("none".to_owned(), |v| v.to_string()));
            }
        }
        if let Some(kind) = expect.text("kind") {
            check("kind", kind.to_owned(), format!("{:?}", number.kind));
        }
        if let Some(full) = expect.text("full") {
            check("full words", full.to_owned(), number.full_range.slice(text).to_owned());
        }
    }
    wrong
}

/// A number's own range begins after the article.
fn without_article(quote: &str) -> String {
    quote.strip_prefix("ال").unwrap_or(quote).to_owned()
}

fn time_faults(case: &Case, found: &[TimeReading]) -> Vec<String> {
    let mut wrong = Vec::new();
    if found.len() != case.expect.len() {
        let got: Vec<(&str, &str)> = found.iter().map(|t| (t.range.slice(&case.text), t.timex.as_str())).collect();
        wrong.push(format!("{}: {} times expected, found {got:?}", case.id, case.expect.len()));
    }
    for (expect, time) in case.expect.iter().zip(found) {
        wrong.extend(time_fault(case, expect, time));
    }
    wrong
}

fn time_fault(case: &Case, expect: &Expect, time: &TimeReading) -> Option<String> {
    let quote = time.range.slice(&case.text);
    let kind = serde_json::to_value(time.kind).unwrap();
    let right = quote == expect.quote
        && expect.text("timex").is_none_or(|t| t == time.timex)
        && expect.text("type").is_none_or(|t| Some(t) == kind.as_str())
        && expect.number("seconds").is_none_or(|s| time.seconds == Some(s))
        && expect.more.get("contradicts").is_none_or(|c| c.as_bool() == Some(time.contradicts_weekday));
    (!right).then(|| {
        format!(
            "{}: «{}» {} expected, found «{quote}» {} {kind} {:?} {}",
            case.id,
            expect.quote,
            expect.text("timex").unwrap_or(""),
            time.timex,
            time.seconds,
            time.contradicts_weekday
        )
    })
}

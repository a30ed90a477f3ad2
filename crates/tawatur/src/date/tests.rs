use tawatur_model::{Figure, In, Modality, Mode, Quantity, Time, TimeType};
use tawatur_text::ByteRange;

use super::*;

fn report(id: &str, day: Option<Day>, text: &str) -> Report {
    let published = day.map(|day| Published { day, time: None, from: PublishedFrom::Metadata });
    Report { id: id.into(), text: text.into(), published, ..Report::default() }
}

fn figure(quantity: Quantity, value: f64, mode: Mode) -> Figure {
    Figure {
        id: "f1".into(),
        range: ByteRange::default(),
        quote: String::new(),
        quantity,
        low: Some(value),
        high: Some(value),
        mode,
        unit: "person".into(),
        who: None,
        place: None,
        as_of: None,
        within: In::Text,
        increment: false,
        subset_of: None,
        repeat_of: None,
        institution: None,
        superseded_in_text: false,
        modality: Modality::Asserted,
        background: false,
        chain: Vec::new(),
        said_on: None,
        rule: String::new(),
    }
}

fn member(id: &str, day: Option<Day>, text: &str, figures: Vec<Figure>) -> (Report, Extraction) {
    (report(id, day, text), Extraction { report: id.into(), figures, ..Extraction::default() })
}

const THIRD: Day = Day::constant(2030, 5, 3);
const FOURTH: Day = Day::constant(2030, 5, 4);

fn dated(mut members: Vec<(Report, Extraction)>) -> (Option<Published>, String) {
    let why = from_siblings(&mut members, |_, e| e.clone());
    let undated = members.iter().find(|(r, _)| r.id == "undated").expect("the undated report");
    (undated.0.published, why.get("undated").expect("a reason").en.clone())
}

#[test]
fn a_rounded_count_and_a_quotation_give_the_day() {
    let (published, why) = dated(vec![
        member("third", Some(THIRD), "وصل العدد", vec![figure(Quantity::Displaced, 5135.0, Mode::Exact)]),
        member("fourth", Some(FOURTH), "قال «لن نغادر أرضنا»", vec![figure(Quantity::Displaced, 7989.0, Mode::Exact)]),
        member("undated", None, "هتفوا «لن نغادر أرضنا»", vec![figure(Quantity::Displaced, 8000.0, Mode::About)]),
    ]);
    assert_eq!(published.map(|p| (p.day, p.from)), Some((FOURTH, PublishedFrom::Siblings)));
    assert!(why.contains("about 8,000 displaced here rounds the 7,989 displaced in fourth of 4 May 2030"), "{why}");
    assert!(why.contains("لن نغادر أرضنا"), "{why}");
}

#[test]
fn a_count_that_two_days_share_gives_none() {
    let (published, why) = dated(vec![
        member("third", Some(THIRD), "", vec![figure(Quantity::Killed, 164.0, Mode::Exact)]),
        member("fourth", Some(FOURTH), "", vec![figure(Quantity::Killed, 164.0, Mode::Exact)]),
        member("undated", None, "", vec![figure(Quantity::Killed, 164.0, Mode::Exact)]),
    ]);
    assert_eq!(published, None);
    assert!(why.contains("do not tell enough"), "{why}");
}

#[test]
fn a_higher_running_count_rules_out_earlier_days_but_names_none() {
    let higher = vec![figure(Quantity::Killed, 170.0, Mode::Exact)];
    let (published, _) = dated(vec![
        member("third", Some(THIRD), "", vec![figure(Quantity::Killed, 160.0, Mode::Exact)]),
        member("undated", None, "", higher),
    ]);
    assert_eq!(published, None);
}

#[test]
fn the_weekday_that_a_report_calls_today_gives_the_day_of_a_short_story() {
    let said = |quote: &str, timex: &str| Time {
        freq: None,
        range: ByteRange::default(),
        quote: quote.into(),
        timex: timex.into(),
        kind: TimeType::Date,
    };
    // 1 May 2030 is a Wednesday; no report of Thursday is there.
    let members = |times: Vec<Time>| {
        let mut undated = member("undated", None, "", Vec::new());
        undated.1.times = times;
        vec![
            member("first", Some(Day::constant(2030, 5, 1)), "", Vec::new()),
            member("third", Some(THIRD), "", Vec::new()),
            undated,
        ]
    };
    let (published, why) = dated(members(vec![said("اليوم الخميس", "XXXX-WXX-4")]));
    assert_eq!(published.map(|p| p.day), Some(Day::constant(2030, 5, 2)), "{why}");
    assert!(why.contains("2 May 2030 was a Thursday"), "{why}");
    let (published, _) = dated(members(vec![said("أمس الخميس", "XXXX-WXX-4")]));
    assert_eq!(published.map(|p| p.day), Some(THIRD));
    assert_eq!(dated(members(vec![said("الخميس", "XXXX-WXX-4")])).0, None);
}

#[test]
fn undated_reports_do_not_date_each_other() {
    let same = || vec![figure(Quantity::Killed, 1640.0, Mode::Exact)];
    let (published, _) = dated(vec![
        member("third", Some(THIRD), "", Vec::new()),
        member("another", None, "", same()),
        member("undated", None, "", same()),
    ]);
    assert_eq!(published, None);
}

//! Dates, as the interface says them.

use tawatur_model::Day;

use crate::Language;
use crate::html::{Both, escape};
use crate::number::ltr;
use crate::words::{filled, word, words};

/// A day, e.g. `10 January 2022`.
pub(crate) fn day(day: Day) -> Both {
    Both::of(|language| {
        format!("{} {} {}", ltr(&day.day().to_string()), month(day.month(), language), year(day.year()))
    })
}

/// A day, or the words for an unknown one.
pub(crate) fn day_or_unknown(known: Option<Day>) -> Both {
    known.map_or_else(|| words("undated"), day)
}

/// From one day to another, saying shared months and years once.
pub(crate) fn span(from: Option<Day>, to: Option<Day>) -> Both {
    match (from, to) {
        (Some(from), Some(to)) if from.year() == to.year() && from.month() == to.month() && from != to => {
            Both::of(|language| {
                let days = filled("range", &[from, to].map(|d| Both::of(|_| ltr(&d.day().to_string()))));
                format!("{} {} {}", days.get(language), month(to.month(), language), year(to.year()))
            })
        }
        (Some(from), Some(to)) if from != to => filled("range-long", &[day(from), day(to)]),
        (from, to) => day_or_unknown(from.or(to)),
    }
}

/// An ISO date of any precision: day, month, year or week.
pub(crate) fn iso(text: &str) -> Both {
    if let Ok(known) = text.parse::<Day>() {
        return day(known);
    }
    let month_of = text.split_once('-').and_then(|(y, m)| Some((y.parse::<i16>().ok()?, m.parse::<i8>().ok()?)));
    match month_of {
        Some((y, m)) if (1..=12).contains(&m) => {
            Both::of(|language| format!("{} {}", month(m, language), ltr(&y.to_string())))
        }
        _ => Both::of(|_| ltr(text)),
    }
}

/// The month's name.
pub(crate) fn month(month: i8, language: Language) -> String {
    escape(&word(&format!("month-{month}"), language))
}

fn year(year: i16) -> String {
    ltr(&year.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_say_shared_parts_once() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(span(Some(day("2022-01-06")), Some(day("2022-01-10"))).en, "6\u{2013}10 January 2022");
        assert_eq!(iso("2022-01").en, "January 2022");
        assert_eq!(iso("2022-W01").en, "<bdi dir=\"ltr\">2022-W01</bdi>");
    }
}

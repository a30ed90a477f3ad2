//! The publication day of a report that comes without one.
//!
//! A dateline tells it. Else the text does: its latest day counts when a weekday that stands with it agrees, and a
//! day without a year is in the first year, from the latest that the text names, in which it has that weekday.

use std::sync::OnceLock;

use tawatur_model::{Day, Passage, Published, PublishedFrom, Role};
use tawatur_text::{Document, TokenRange};

use crate::time::{Context, TimeReading};
use crate::{Analysed, Senses};

/// Lines at the head in which a line of a date alone is a dateline.
const HEAD_LINES: usize = 8;
/// Words that a dateline has at most, beside its date.
const DATELINE_WORDS: usize = 8;

/// The publication day by dateline or text; none where neither tells.
pub fn of(analysed: &Analysed<'_>, passages: &[Passage]) -> Option<Published> {
    let document = &analysed.document;
    let times = crate::times_of(analysed, &Context::default());
    let full: Vec<(TokenRange, Day)> =
        times.iter().filter(|t| t.absolute && !t.interval).filter_map(|t| t.day().map(|d| (t.tokens, d))).collect();
    let dated = |day, from| Published { day, time: None, from };
    if let Some(day) = dateline(document, passages, &full) {
        return Some(dated(day, PublishedFrom::Dateline));
    }
    latest(analysed, &times, &full).map(|day| dated(day, PublishedFrom::Text))
}

/// A date in a dateline, or alone on a line at the head.
fn dateline(document: &Document<'_>, passages: &[Passage], days: &[(TokenRange, Day)]) -> Option<Day> {
    let in_dateline = |tokens: TokenRange| {
        let range = document.range_of(tokens);
        passages.iter().any(|p| p.role == Role::Dateline && p.range.contains(range))
    };
    let alone = |tokens: TokenRange| {
        let paragraph = document.paragraph_of(tokens.start);
        let line = document.paragraphs().get(paragraph).copied().unwrap_or_default();
        paragraph < HEAD_LINES && line.len() <= tokens.len() + DATELINE_WORDS && line.len() <= 2 * tokens.len() + 2
    };
    days.iter()
        .find(|(tokens, _)| in_dateline(*tokens))
        .or_else(|| days.iter().find(|(t, _)| alone(*t)))
        .map(|(_, d)| *d)
}

/// The latest day of the text, where a weekday bears it out.
fn latest(analysed: &Analysed<'_>, times: &[TimeReading], full: &[(TokenRange, Day)]) -> Option<Day> {
    static WEEKDAYS: OnceLock<Senses> = OnceLock::new();
    let weekdays = Senses::once(&WEEKDAYS, analysed.lexicon(), &["noun:weekday"]);
    let weekday = |at: usize| -> Option<u8> {
        analysed.find(at, weekdays).and_then(|r| analysed.entry(r).feature("value")).and_then(|v| v.parse().ok())
    };
    let named = |t: TokenRange| t.iter().find_map(weekday);
    let partial: Vec<(i8, i8, Option<u8>)> =
        times.iter().filter_map(|t| month_and_day(t).map(|(m, d)| (m, d, named(t.tokens)))).collect();
    let latest_full = full.iter().map(|(_, d)| *d).max();
    let year = year_of_partial(times, &partial, latest_full);
    let day = partial.iter().filter_map(|(m, d, _)| Day::new(year?, *m, *d).ok()).chain(latest_full).max()?;
    let spoken = (0..analysed.document.tokens().len()).filter_map(weekday).any(|w| w == number(day));
    spoken.then_some(day)
}

/// The year of days that are given without one: that of the latest full date, else the first in which a weekday fits.
fn year_of_partial(times: &[TimeReading], partial: &[(i8, i8, Option<u8>)], full: Option<Day>) -> Option<i16> {
    if let Some(day) = full {
        return Some(day.year());
    }
    let from = times.iter().filter_map(year_of).max()?;
    let fits = |y: &i16| partial.iter().any(|(m, d, w)| w.is_some_and(|w| is_weekday(*y, *m, *d, w)));
    (from..from.saturating_add(12)).find(fits)
}

fn number(day: Day) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

fn is_weekday(year: i16, month: i8, day: i8, weekday: u8) -> bool {
    Day::new(year, month, day).is_ok_and(|d| number(d) == weekday)
}

/// The year of a date that names one.
fn year_of(time: &TimeReading) -> Option<i16> {
    time.timex.get(..4).and_then(|y| y.parse().ok()).filter(|y| (1950..2100).contains(y))
}

/// Month and day of a date without a year.
fn month_and_day(time: &TimeReading) -> Option<(i8, i8)> {
    let (month, day) = time.timex.strip_prefix("XXXX-")?.split_once('-')?;
    Some((month.parse().ok()?, day.get(..2)?.parse().ok()?))
}

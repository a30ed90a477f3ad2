//! When an event took place, as its clause says.

use tawatur_model::{Day, TimeType};
use tawatur_text::TokenRange;

use super::party::Parties;
use crate::time::TimeReading;

/// Days before publication from which on an event is one of the past.
const HISTORY: i64 = 45;

impl Parties<'_, '_> {
    /// The time of the clause that stands nearest to the trigger: a day before a week, month or year.
    ///
    /// Between a verb of announcing and what it announces stands the time of the announcement.
    pub(super) fn time(&self, clause: TokenRange, trigger: usize, announced: Option<usize>) -> Option<&TimeReading> {
        // The times stand in order; looking at all of them for each event would take quadratic time.
        let first = self.times.partition_point(|t| t.tokens.end <= clause.start);
        let here = self.times.get(first..).unwrap_or_default().iter().take_while(|t| t.tokens.start < clause.end);
        let said = |t: &TimeReading| announced.is_some_and(|a| t.tokens.start > a && t.tokens.start < trigger);
        let usable = here.filter(|t| !t.counted && t.start.is_some() && !said(t));
        let dated = usable.filter(|t| matches!(t.kind, TimeType::Date | TimeType::Time) && is_date(t));
        dated.min_by_key(|t| (t.day().is_none(), t.tokens.start.abs_diff(trigger)))
    }
}

fn is_date(time: &TimeReading) -> bool {
    time.day().is_some() || !time.interval && time.timex.starts_with(|c: char| c.is_ascii_digit())
}

/// The ISO date of a time.
pub(super) fn date(time: &TimeReading) -> Option<String> {
    match time.day() {
        Some(day) => Some(day.to_string()),
        None => Some(time.timex.clone()).filter(|t| t.len() <= 8 && !t.contains('X') && !t.contains('T')),
    }
}

/// Whether a time lies well before publication.
pub(super) fn is_history(time: &TimeReading, published: Option<Day>) -> bool {
    let (Some(published), Some(end)) = (published, time.end.or(time.start)) else { return false };
    published.since(end.date()).is_ok_and(|span| i64::from(span.get_days()) > HISTORY)
}

/// Whether a time lies after publication.
pub(super) fn is_future(time: &TimeReading, published: Option<Day>) -> bool {
    let (Some(published), Some(start)) = (published, time.start) else { return false };
    start.date() > published
}

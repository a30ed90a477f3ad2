//! Readings without a place on the calendar: lengths of time, and sets («كل يوم»).

use tawatur_model::TimeType;
use tawatur_text::TokenRange;

use super::TimeReading;
use super::phrase::Reader;
use super::slots::Slots;
use super::timex;
use crate::number::core::Sort;
use crate::vocabulary::{Classes, Clitic, Preposition, ScaleNumber, Unit, Word};

impl Reader<'_, '_> {
    /// «كل يوم», «كل خميس», «كل ثلاثة أشهر».
    pub(super) fn set(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        let whole = self.marks.find(at, |w| if let Word::Set { timex } = w { Some(timex) } else { None });
        let (timex, end) = match whole {
            Some((timex, length))
                if !self.core(at + length).is_some_and(|c| c.sort == Sort::Ordinal)
                    && !self.marks.meets(at + length, Classes::WEEKDAY) =>
            {
                (timex.to_owned(), at + length)
            }
            _ => self.each(at)?,
        };
        let slots = Slots::default();
        let mut reading = self.reading(TokenRange::new(at, end), &slots);
        reading.kind = TimeType::Set;
        reading.timex = timex;
        (reading.start, reading.end) = (None, None);
        found.push(reading);
        Some(end)
    }

    fn each(&self, at: usize) -> Option<(String, usize)> {
        let (Preposition::Each, length) = self.preposition(at)? else { return None };
        let here = at + length;
        if !self.exists(here) {
            return None;
        }
        let day = if self.is_unit(here, Unit::Day) { here + 1 } else { here };
        let weekday = self.marks.words(day).iter().find_map(|w| match *w {
            Word::Weekday { value, .. } => Some(value),
            _ => None,
        });
        if let Some(weekday) = weekday.filter(|_| self.exists(day)) {
            return Some((format!("XXXX-WXX-{weekday}"), day + 1));
        }
        let read = self.length(here)?;
        Some((timex::duration(&read.amount), read.end))
    }

    pub(super) fn duration(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        if let Some(end) = self.whole_unit(at, found) {
            return Some(end);
        }
        let read = self.length(at).filter(|r| !self.names_weekday(r.end))?;
        let full = self.is(read.end, Word::Full);
        let supported = at.checked_sub(1).is_some_and(|b| {
            self.preposition(b).is_some_and(|(p, _)| matches!(p, Preposition::For | Preposition::Within))
                || self.is(b, Word::Whole)
        });
        let held = self.has(at, Clitic::LI) && full;
        if !(read.counted || full || supported || held || self.is_alone(at, read.end)) {
            return None;
        }
        let end = if full { read.end + 1 } else { read.end };
        let mut reading = self.reading(TokenRange::new(at, end), &Slots::default());
        reading.kind = TimeType::Duration;
        reading.timex = if read.vague { vague(&timex::duration(&read.amount)) } else { timex::duration(&read.amount) };
        (reading.start, reading.end) = (None, None);
        reading.seconds = Some(read.amount.seconds());
        reading.counted = true;
        found.push(reading);
        Some(end)
    }

    /// «طوال اليوم», «طيلة الشهر»
    fn whole_unit(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        if !self.marks.is(at, |w| w == Word::Whole) || !self.exists(at + 1) {
            return None;
        }
        let (unit, ScaleNumber::Singular) = self.unit(at + 1).or_else(|| {
            self.marks
                .is(at + 1, |w| matches!(w, Word::Relative { offset: 0, night: false }))
                .then_some((Unit::Day, ScaleNumber::Singular))
        })?
        else {
            return None;
        };
        if self.modifier(at + 2).is_some() || self.core(at + 2).is_some() && self.exists(at + 2) {
            return None;
        }
        let mut amount = super::slots::Amount::default();
        amount.add(unit, 1.0);
        let mut reading = self.reading(TokenRange::new(at, at + 2), &Slots::default());
        reading.kind = TimeType::Duration;
        reading.timex = timex::duration(&amount);
        (reading.start, reading.end) = (None, None);
        reading.seconds = Some(amount.seconds());
        found.push(reading);
        Some(at + 2)
    }
}

/// «بضعة أيام»: PXD.
fn vague(duration: &str) -> String {
    duration.chars().map(|c| if c.is_ascii_digit() { 'X' } else { c }).collect()
}

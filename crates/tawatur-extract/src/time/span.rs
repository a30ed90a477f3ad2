//! Readings without a place on the calendar: lengths of time, and sets («كل يوم»).

use tawatur_model::TimeType;
use tawatur_text::TokenRange;

use super::TimeReading;
use super::phrase::Reader;
use super::slots::Slots;
use super::timex;
use crate::number::core::Sort;
use crate::vocabulary::{Classes, Clitic, Preposition, ScaleNumber, Unit, Word};

/// More often than this in one period is no frequency that news tells in words.
const MOST_TIMES: f64 = 10_000.0;

impl Reader<'_, '_> {
    /// «كل يوم», «كل خميس», «كل ثلاثة أشهر», «مرتين في الأسبوع».
    pub(super) fn set(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        if let Some(end) = self.repeated(at, found) {
            return Some(end);
        }
        let (timex, end) = self.every(at)?;
        self.push_set(at, end, timex, None, found);
        Some(end)
    }

    /// «يوميا», «كل يوم»: the period of a set.
    fn every(&self, at: usize) -> Option<(String, usize)> {
        let whole = self.marks.find(at, |w| if let Word::Set { timex } = w { Some(timex) } else { None });
        match whole {
            Some((timex, length))
                if !self.core(at + length).is_some_and(|c| c.sort == Sort::Ordinal)
                    && !self.marks.meets(at + length, Classes::WEEKDAY) =>
            {
                Some((timex.to_owned(), at + length))
            }
            _ => self.each(at),
        }
    }

    fn push_set(&self, at: usize, end: usize, timex: String, times: Option<u32>, found: &mut Vec<TimeReading>) {
        let mut reading = self.reading(TokenRange::new(at, end), &Slots::default());
        reading.kind = TimeType::Set;
        (reading.timex, reading.times) = (timex, times);
        (reading.start, reading.end) = (None, None);
        reading.counted = true;
        found.push(reading);
    }

    /// «مرتين في الأسبوع», «ثلاث مرات يوميا», «مرة كل شهرين».
    pub(super) fn repeated(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        let (times, here) = self.how_often(at)?;
        if !self.exists(here) {
            return None;
        }
        let (timex, end) = self.every(here).or_else(|| self.in_each(here))?;
        self.push_set(at, end, timex, Some(times), found);
        Some(end)
    }

    /// «مرة», «مرة واحدة», «مرتين», «3 مرات»: how often, and the token after it.
    fn how_often(&self, at: usize) -> Option<(u32, usize)> {
        let times = |i: usize| {
            self.marks.words(i).iter().find_map(|w| if let Word::Times(number) = *w { Some(number) } else { None })
        };
        match times(at).filter(|_| !self.has(at, Clitic::AL)) {
            Some(ScaleNumber::Singular) => {
                let one = self.whole(at + 1).filter(|(n, _)| *n == 1);
                Some((1, one.map_or(at + 1, |(_, end)| end)))
            }
            Some(ScaleNumber::Dual) => Some((2, at + 1)),
            _ => {
                let core = self.core(at).filter(|c| c.sort == Sort::Cardinal && c.value.fract() == 0.0)?;
                let counted = (2.0..MOST_TIMES).contains(&core.value) && times(core.run.end).is_some();
                counted.then_some((core.value as u32, core.run.end + 1))
            }
        }
    }

    /// «في الأسبوع», «في اليوم الواحد»: each of them, where nothing tells which one.
    fn in_each(&self, at: usize) -> Option<(String, usize)> {
        let within = matches!(self.preposition(at), Some((Preposition::In, 1)));
        let here = at + usize::from(within);
        if !within && !self.has(at, Clitic::BI) || !self.exists(here) {
            return None;
        }
        let (unit, ScaleNumber::Singular) = self.unit(here)? else { return None };
        let one = self.whole(here + 1).filter(|(n, _)| *n == 1).map(|(_, end)| end);
        let end = one.unwrap_or(here + 1);
        if self.modifier(end).is_some() || self.is(end, Word::This) || one.is_none() && self.core(end).is_some() {
            return None;
        }
        let mut amount = super::slots::Amount::default();
        amount.add(unit, 1.0);
        Some((timex::duration(&amount), end))
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
        if let Some(end) = self.repeated(at, found) {
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

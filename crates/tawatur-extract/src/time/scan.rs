//! One pass over the tokens.

use tawatur_model::TimeType;
use tawatur_text::{TokenKind, TokenRange};

use super::phrase::Reader;
use super::resolve::Stretch;
use super::slots::Slots;
use super::{Context, DayHalf, Grain, Prefer, TimeReading, calendar, timex};
use crate::number::core::{Core, joint};
use crate::vocabulary::{Classes, Marks, Part, Preposition, Unit};

/// The most days of one list: «2 و3 و4 يناير».
const LONGEST_LIST: usize = 16;

/// Words of numbers that need a word of time beside them: «ربع» is one itself.
const COUNTS: Classes = Classes::CARDINAL.with(Classes::SCALE).with(Classes::ORDINAL).with(Classes::VAGUE);
/// Tokens behind a number in which the word of time is looked for that makes it part of one.
const FARTHEST: usize = 48;

/// The times of a text, in order.
pub(crate) fn read(marks: &Marks<'_>, cores: &[Core], context: &Context) -> Vec<TimeReading> {
    let reader = Reader { marks, cores, context, origin: std::cell::Cell::new(0), anchor: std::cell::Cell::new(None) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        let kind = reader.kind(at);
        if marks.is_plain(at) && kind != TokenKind::Number {
            let signed = matches!(kind, TokenKind::Dash | TokenKind::Symbol) && reader.core(at).is_some();
            at = if signed { reader.duration(at, &mut found).unwrap_or(at + 1) } else { at + 1 };
            continue;
        }
        // Digits that are no number by themselves, as those of «15.3.2018», may be a date.
        let digits = kind == TokenKind::Number;
        let begins = if reader.counts(at) { reader.leads_to_time(at) } else { digits || reader.may_begin(at) };
        if !begins {
            at += 1;
            continue;
        }
        reader.origin.set(at);
        let known = found.len();
        at = reader.read_at(at, &mut found).filter(|end| *end > at).unwrap_or(at + 1);
        if let Some(last) = found.get(known..).and_then(<[_]>::last) {
            reader.remember(last);
        }
    }
    found
}

impl Reader<'_, '_> {
    /// Whether a time expression may begin at the token; a preposition needs one after it.
    #[inline]
    fn may_begin(&self, at: usize) -> bool {
        if self.marks.meets(at, Classes::TIME) {
            // «هذا», «ذلك», «نفس» are common words; only before a word of time do they begin one.
            let pointer = !self.marks.meets(at, Classes::TIME.without(Classes::THIS));
            return !pointer || self.marks.meets(at + 1, Classes::TIME);
        }
        // «من الستة للسبعة»: behind a preposition a number needs no word of time.
        let starts = |i: usize| self.marks.meets(i, Classes::TIME) || self.kind(i) == TokenKind::Number;
        self.marks.meets(at, Classes::OPENING) && (1..=3).any(|by| starts(at + by))
    }

    /// Whether the token is of a number and nothing else that a time expression begins with. Digits that are no number by
    /// themselves are not.
    #[inline]
    fn counts(&self, at: usize) -> bool {
        const OTHERS: Classes = Classes::TIME.with(Classes::OPENING).without(COUNTS);
        let digits = self.kind(at) == TokenKind::Number;
        let counts = digits || self.marks.meets(at, COUNTS);
        counts && !self.marks.meets(at, OTHERS) && (!digits || self.core(at).is_some())
    }

    /// Whether a word of time stands behind the number, with no more than numbers, small words and marks between: most
    /// numbers count something else. Digits that may be a year, a date or a clock time need none.
    fn leads_to_time(&self, at: usize) -> bool {
        const TIME: Classes = Classes::TIME.with(Classes::ZONE).without(Classes::NUMBER);
        let end = self.core(at).map_or(at + 1, |core| core.run.end);
        if self.kind(at) == TokenKind::Number && (self.text(at).len() > 2 || self.joined(at + 1)) {
            return true;
        }
        let passes = |i: usize| !self.marks.is_plain(i) || self.kind(i) != TokenKind::Word || self.text(i).len() <= 2;
        let behind = (end..end + FARTHEST).find(|i| self.marks.meets(*i, TIME) || !passes(*i));
        behind.is_some_and(|i| self.marks.meets(i, TIME))
    }

    /// Reads what begins at the token; gives the token after it.
    fn read_at(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        let opening = self.marks.meets(at, Classes::OPENING);
        let begins = self.marks.meets(at, Classes::SET).then(|| self.set(at, found)).flatten();
        let begins = begins.or_else(|| if opening { self.opened(at, found) } else { None });
        if let Some(end) = begins.or_else(|| self.list(at, found)) {
            return Some(end);
        }
        let phrase = if opening { self.within(at).or_else(|| self.phrase(at)) } else { self.phrase(at) };
        if let Some(end) = self.ranged(at, phrase, found) {
            return Some(end);
        }
        if let Some((slots, end)) = phrase {
            found.push(self.reading(TokenRange::new(at, end), &slots));
            return Some(end);
        }
        self.duration(at, found)
    }

    fn ranged(&self, at: usize, phrase: Option<(Slots, usize)>, found: &mut Vec<TimeReading>) -> Option<usize> {
        let framed = |(slots, end): (Slots, usize)| self.framed_range(&slots, end);
        let range = self.range(at, phrase).or_else(|| framed(phrase?))?;
        let timed = range.first.has_time() || range.last.has_time();
        let grain = range.grain;
        let shown = range.to.map(|t| match grain {
            Grain::Week => calendar::midnight(calendar::days(t.date(), -7)),
            _ if grain >= Grain::Day => calendar::minutes(t, -1),
            _ => t,
        });
        let mut reading = self.reading(TokenRange::new(at, range.end), &range.last);
        reading.kind = if timed { TimeType::Time } else { TimeType::Date };
        reading.timex = timex::range(range.from, shown, grain);
        (reading.start, reading.end, reading.grain, reading.interval) = (range.from, range.to, grain, true);
        reading.half = None;
        reading.names_day = false;
        found.push(reading);
        Some(range.end)
    }

    fn opened(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        let (opens, slots, end) = self.open_range(at)?;
        let mut reading = self.reading(TokenRange::new(at, end), &slots);
        let moment = reading.start;
        (reading.start, reading.end) = if opens { (moment, None) } else { (None, moment) };
        reading.interval = true;
        reading.timex = timex::range(reading.start, reading.end, reading.grain);
        reading.names_day = false;
        found.push(reading);
        Some(end)
    }

    /// «خلال أسبوعين» of what is to come.
    fn within(&self, at: usize) -> Option<(Slots, usize)> {
        let (Preposition::Within, length) = self.preposition(at)? else { return None };
        if self.context.prefer != Prefer::Future {
            return None;
        }
        let read = self.length(at + length).filter(|l| l.counted)?;
        let mut slots = Slots::default();
        let unit = read.amount.parts().next()?;
        let next = self.phrase(at + length);
        if next.is_some() {
            return None;
        }
        slots.counted = Some((unit.0, unit.1, 1));
        slots.rest = true;
        Some((slots, read.end))
    }

    /// «2 و3 و4 يناير»: each day is a reading of its own.
    fn list(&self, at: usize, found: &mut Vec<TimeReading>) -> Option<usize> {
        if let Some(years) = self.year_list(at) {
            found.extend(years.iter().map(|(start, slots, end)| self.reading(TokenRange::new(*start, *end), slots)));
            return years.last().map(|y| y.2);
        }
        let mut days: Vec<(u8, usize, usize)> = Vec::new();
        let mut here = at;
        loop {
            let (day, end) = self.day_number(here)?;
            days.push((day, here, end));
            let mut slots = Slots::default();
            if days.len() > 1
                && let Some(stop) = self.month_after_day(day, end, &mut slots)
            {
                self.listed(&days, stop, slots, found);
                return Some(stop);
            }
            if days.len() >= LONGEST_LIST || !self.exists(end) {
                return None;
            }
            let after = if self.kind(end) == TokenKind::Comma { end + 1 } else { end };
            here = joint(self.marks, after).or((after > end).then_some(after)).filter(|h| self.exists(*h))?;
        }
    }

    fn listed(&self, days: &[(u8, usize, usize)], stop: usize, slots: Slots, found: &mut Vec<TimeReading>) {
        for (i, (day, start, end)) in days.iter().enumerate() {
            let end = if i + 1 == days.len() { stop } else { *end };
            let one = Slots { day: Some(*day), ..slots };
            found.push(self.reading(TokenRange::new(*start, end), &one));
        }
    }

    /// The reading of filled slots.
    pub(super) fn reading(&self, run: TokenRange, slots: &Slots) -> TimeReading {
        let stretch = if slots.is_empty() { None } else { self.place(slots) };
        let timed = slots.has_time() || slots.tonight;
        let hours = slots.shift.is_some_and(|(a, _)| a.finest() < Unit::Night)
            || slots.period.is_some_and(|(u, _)| u < Unit::Night);
        let grain = stretch.map_or(Grain::Day, |s| s.grain);
        let dated = slots.has_date();
        let names_day = dated && grain <= Grain::Day && !hours && slots.period.is_none_or(|(u, _)| u >= Unit::Night);
        TimeReading {
            tokens: run,
            range: self.marks.range(run, true),
            kind: if (timed || hours) && !(dated && slots.clock.is_none() && !hours) {
                TimeType::Time
            } else {
                TimeType::Date
            },
            timex: timex::of(slots, stretch.as_ref()),
            start: stretch.map(|s| s.start),
            end: stretch.map(|s| s.end),
            grain,
            interval: stretch.is_some_and(|s| s.interval) && !(dated && slots.part.is_some() || slots.tonight)
                || stretch.is_some_and(|s| s.interval),
            times: None,
            seconds: None,
            half: slots
                .part
                .filter(|_| !dated && slots.clock.is_none())
                .map(half)
                .or(slots.tonight.then_some(DayHalf::Evening)),
            counted: slots.shift.is_some() || slots.counted.is_some(),
            contradicts_weekday: stretch.is_some_and(|s| s.contradicts),
            absolute: slots.year.is_some() && !slots.has_base(),
            names_day: names_day && slots.counted.is_none() && slots.edge.is_none_or(|_| false),
        }
    }

    fn place(&self, slots: &Slots) -> Option<Stretch> {
        let mut stretch = self.resolved(slots)?;
        // «خلال أسبوعين»: from now on.
        if slots.rest
            && let Some((unit, count, 1)) = slots.counted
        {
            let now = self.context.reference?;
            let to = calendar::step(now, unit, count)?;
            stretch.start = now;
            stretch.end = if unit >= Unit::Day { calendar::midnight(to.date()) } else { to };
            stretch.grain = Grain::Second;
        }
        Some(stretch)
    }

    /// An hour in a range with all that follows it.
    pub(super) fn hour_phrase(&self, at: usize) -> Option<(Slots, usize)> {
        self.phrase_after_hour(at)
    }
}

fn half(part: Part) -> DayHalf {
    match part.timex {
        "MO" | "MI" | "DAWN" => DayHalf::Morning,
        _ => DayHalf::Evening,
    }
}

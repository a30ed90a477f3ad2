//! What the words of a time expression say, slot by slot.

use crate::vocabulary::{Edge, Era, Half, Holiday, Part, Season, System, Told, Unit};

/// A distance from the reference, as said: numbers of units, at most eight.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Amount {
    parts: [Option<(Unit, f64)>; 8],
}

impl Amount {
    /// Adds so many of a unit; false when there is no room.
    pub(super) fn add(&mut self, unit: Unit, count: f64) -> bool {
        if let Some((_, have)) = self.parts.iter_mut().flatten().find(|(u, _)| *u == unit) {
            *have += count;
            return true;
        }
        match self.parts.iter_mut().find(|p| p.is_none()) {
            Some(free) => {
                *free = Some((unit, count));
                true
            }
            None => false,
        }
    }

    /// The parts, in the order in which they were said.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Unit, f64)> {
        self.parts.iter().flatten().copied()
    }

    /// In seconds, a month of 30 days, a year of 365.
    pub(super) fn seconds(&self) -> f64 {
        self.parts().map(|(unit, count)| count * seconds_of(unit)).sum()
    }

    /// The finest unit said.
    pub(super) fn finest(&self) -> Unit {
        self.parts().map(|(u, _)| u).min().unwrap_or(Unit::Day)
    }
}

pub(super) fn seconds_of(unit: Unit) -> f64 {
    const DAY: f64 = 86_400.0;
    match unit {
        Unit::Second => 1.0,
        Unit::Minute => 60.0,
        Unit::Hour => 3600.0,
        Unit::Night | Unit::Day => DAY,
        Unit::Week => 7.0 * DAY,
        Unit::Month => 30.0 * DAY,
        Unit::Quarter => 90.0 * DAY,
        Unit::Year => 365.0 * DAY,
        Unit::Decade => 3650.0 * DAY,
        Unit::Century => 36_500.0 * DAY,
    }
}

/// What an ordinal picks out of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    Weekday(u8),
    Unit(Unit),
    /// So many units: «الأشهر الستة الأولى من العام».
    Span(Unit, u16),
}

/// A clock time as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
    /// Minutes to be taken off: «إلا ربع».
    pub(super) less: u8,
}

/// The slots of one time expression.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Slots {
    pub(super) weekday: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) month: Option<(u8, System)>,
    pub(super) year: Option<i32>,
    pub(super) era: Option<Era>,
    /// Days from today.
    pub(super) relative: Option<i32>,
    pub(super) tonight: bool,
    pub(super) now: bool,
    /// A distance from the reference, and its sign.
    pub(super) shift: Option<(Amount, i8)>,
    /// A calendar unit, so many from the present one.
    pub(super) period: Option<(Unit, i32)>,
    /// So many units, before or after the present: «الأشهر الثلاثة الماضية».
    pub(super) counted: Option<(Unit, f64, i8)>,
    /// Which one of the weekdays, months, seasons: last, next.
    pub(super) modifier: Option<i32>,
    pub(super) part: Option<Part>,
    /// Which end of the part of the day.
    pub(super) part_edge: Option<Edge>,
    pub(super) clock: Option<Clock>,
    pub(super) half: Option<Half>,
    /// Minutes east of Greenwich; inside none for «local».
    pub(super) zone: Option<Option<i16>>,
    pub(super) edge: Option<Edge>,
    /// Which one of the period, -1 the last, and what.
    pub(super) nth: Option<(i8, Picked)>,
    pub(super) season: Option<Season>,
    pub(super) quarter: Option<u8>,
    pub(super) half_year: Option<u8>,
    pub(super) holiday: Option<Holiday>,
    /// Days after the first of the holiday.
    pub(super) holiday_day: u8,
    pub(super) weekend: Option<i32>,
    /// First year of ten or a hundred.
    pub(super) decade: Option<i32>,
    pub(super) century: Option<i32>,
    pub(super) rest: bool,
    /// Whether distances and periods count from the time told of last.
    pub(super) told: Option<Told>,
    /// A minute of the present hour.
    pub(super) minute_only: Option<u8>,
}

impl Slots {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something says which day, month or year is meant.
    pub(super) fn has_date(&self) -> bool {
        self.weekday.is_some()
            || self.day.is_some()
            || self.month.is_some()
            || self.year.is_some()
            || self.has_base()
            || self.season.is_some()
            || self.quarter.is_some()
            || self.half_year.is_some()
            || self.weekend.is_some()
            || self.decade.is_some()
            || self.century.is_some()
            || self.nth.is_some()
    }

    /// Whether it hangs on the reference by distance.
    pub(super) fn has_base(&self) -> bool {
        self.relative.is_some()
            || self.now
            || self.shift.is_some()
            || self.period.is_some()
            || self.counted.is_some()
            || self.holiday.is_some()
    }

    /// Whether it says a time of day.
    pub(super) fn has_time(&self) -> bool {
        self.clock.is_some() || self.part.is_some() || self.minute_only.is_some()
    }

    /// Takes from `other` the date slots that this one lacks altogether.
    pub(super) fn borrow_date(&mut self, other: &Self) {
        let (part, clock, half, zone) = (self.part, self.clock, self.half, self.zone);
        *self = Self { part, clock, half, zone, edge: None, ..*other };
    }
}

//! From slots to a place on the calendar.

use jiff::civil::{Date, DateTime};

use super::calendar::{self, days, midnight, place_in_week, week_start};
use super::hour::{clock, part_of_day, part_of_night};
use super::month::{bare_weekday, month_or_day};
use super::named::{edge_of, holiday_day, of_quarter, of_season, picked};
use super::slots::Slots;
use super::{Context, Grain, WeekStart, hijri};
use crate::vocabulary::{Era, System, Unit};

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) start: DateTime,
    pub(super) end: DateTime,
    pub(super) grain: Grain,
    /// Whether it is more, or less, than one unit of its grain.
    pub(super) interval: bool,
    pub(super) contradicts: bool,
}

impl Stretch {
    pub(super) fn unit(start: DateTime, grain: Grain) -> Option<Self> {
        Some(Self { start, end: after(start, grain)?, grain, interval: false, contradicts: false })
    }

    pub(super) fn day(day: Date) -> Option<Self> {
        Self::unit(midnight(day), Grain::Day)
    }

    pub(super) fn span(start: Date, end: Date, grain: Grain) -> Self {
        Self { start: midnight(start), end: midnight(end), grain, interval: true, contradicts: false }
    }
}

pub(super) fn after(start: DateTime, grain: Grain) -> Option<DateTime> {
    let (unit, count) = match grain {
        Grain::Second => (Unit::Second, 1.0),
        Grain::Minute => (Unit::Minute, 1.0),
        Grain::Hour => (Unit::Hour, 1.0),
        Grain::Day => (Unit::Day, 1.0),
        Grain::Week => (Unit::Week, 1.0),
        Grain::Month => (Unit::Month, 1.0),
        Grain::Quarter => (Unit::Month, 3.0),
        Grain::Year => (Unit::Year, 1.0),
        Grain::Decade => (Unit::Decade, 1.0),
        Grain::Century => (Unit::Century, 1.0),
    };
    calendar::step(start, unit, count)
}

/// The place of an expression; none when the reference that it needs is not known.
pub(super) fn resolve(slots: &Slots, context: &Context) -> Option<Stretch> {
    if slots.now {
        return Stretch::unit(context.reference?, Grain::Second);
    }
    if let Some(minute) = slots.minute_only {
        let r = context.reference?;
        return Stretch::unit(calendar::at(r.date(), r.hour() as u8, minute, 0), Grain::Minute);
    }
    let stretch = if slots.has_date() { date(slots, context) } else { Stretch::day(context.reference?.date()) }?;
    if slots.clock.is_some() {
        return clock(slots, stretch, context);
    }
    match slots.part {
        Some(part) if stretch.grain == Grain::Day || !slots.has_date() => part_of_day(part, slots, stretch),
        _ if slots.tonight => part_of_night(stretch),
        _ => Some(stretch),
    }
}

fn date(slots: &Slots, context: &Context) -> Option<Stretch> {
    if slots.nth.is_some() {
        return picked(slots, context);
    }
    let whole = whole(slots, context)?;
    match slots.edge {
        Some(edge) => edge_of(whole, edge),
        None if slots.rest => {
            let from = context.reference?.date();
            Some(Stretch::span(from, whole.end.date(), Grain::Day))
        }
        None => Some(whole),
    }
}

/// The period before beginning, middle or end is taken of it.
pub(super) fn whole(slots: &Slots, context: &Context) -> Option<Stretch> {
    let today = context.reference.map(|r| r.date());
    if let Some((amount, sign)) = &slots.shift {
        return shifted(slots, context, amount, *sign);
    }
    if let Some((unit, count, sign)) = slots.counted {
        return counted(unit, count, sign, context);
    }
    if let Some(holiday) = slots.holiday {
        let later = i64::from(slots.holiday_day);
        return holiday_day(holiday, slots, context).map(|d| days(d, later)).and_then(Stretch::day);
    }
    if slots.month.is_some() || slots.day.is_some() {
        return month_or_day(slots, context);
    }
    if let Some(offset) = slots.relative {
        return relative(slots, days(today?, i64::from(offset)));
    }
    if let Some(season) = slots.season {
        return of_season(season, slots, context);
    }
    if slots.quarter.is_some() || slots.half_year.is_some() {
        return of_quarter(slots, context);
    }
    if let Some(weekend) = slots.weekend {
        let start = days(week_start(today?, context.week_start), i64::from(weekend) * 7);
        // The week that begins on Sunday ends with its weekend, Friday and Saturday; that of Saturday begins after it.
        let first = if context.week_start == WeekStart::Saturday { 6 } else { 5 };
        return Some(Stretch::span(days(start, first), days(start, first + 2), Grain::Day));
    }
    if let Some((unit, offset)) = slots.period {
        return in_period(unit, offset, slots, context);
    }
    if let Some(year) = slots.year {
        return of_year(year, slots);
    }
    if let Some(first) = slots.decade {
        return Stretch::unit(midnight(calendar::date(first, 1, 1)?), Grain::Decade);
    }
    if let Some(first) = slots.century {
        return Stretch::unit(midnight(calendar::date(first.max(1), 1, 1)?), Grain::Century);
    }
    let weekday = slots.weekday?;
    Stretch::day(bare_weekday(weekday, slots.modifier, today?, context.prefer))
}

/// «أمس الأربعاء»: the day said, unless the weekday says that it is another one near by.
pub(super) fn relative(slots: &Slots, day: Date) -> Option<Stretch> {
    let mut stretch = Stretch::day(day)?;
    stretch.contradicts = slots.weekday.is_some_and(|w| w != calendar::weekday(day));
    Some(stretch)
}

fn shifted(slots: &Slots, context: &Context, amount: &super::slots::Amount, sign: i8) -> Option<Stretch> {
    let reference = context.reference?;
    if slots.era == Some(Era::Hijri) {
        return shifted_hijri(reference.date(), amount, sign);
    }
    let to = calendar::shift(reference, amount, sign)?;
    if let Some((month, System::Gregorian)) = slots.month {
        return Stretch::day(calendar::date(i32::from(to.year()), month, slots.day.unwrap_or(1))?);
    }
    if let Some(weekday) = slots.weekday {
        return Stretch::day(on_weekday(to.date(), weekday, context));
    }
    let finest = amount.finest();
    if finest < Unit::Night {
        let grain = match finest {
            Unit::Second => Grain::Second,
            _ => Grain::Minute,
        };
        return Stretch::unit(to, grain);
    }
    Stretch::day(to.date())
}

/// «بعد عامين هجريين»: by Hijri years and months.
fn shifted_hijri(today: Date, amount: &super::slots::Amount, sign: i8) -> Option<Stretch> {
    let (year, month, day) = hijri::of(today)?;
    let mut moved = i32::from(month) - 1 + year * 12;
    for (unit, count) in amount.parts() {
        let months = match unit {
            Unit::Year => 12.0,
            Unit::Month => 1.0,
            _ => return None,
        };
        moved += (months * count).clamp(-1e5, 1e5) as i32 * i32::from(sign);
    }
    let (year, month) = (moved.div_euclid(12), (moved.rem_euclid(12) + 1) as u8);
    Stretch::day(hijri::day(year, month, day.min(hijri::month_length(year, month)))?)
}

fn counted(unit: Unit, count: f64, sign: i8, context: &Context) -> Option<Stretch> {
    let reference = context.reference?;
    if !count.is_finite() {
        return None;
    }
    let grain = grain_of(unit);
    if unit < Unit::Night {
        let to = calendar::step(reference, unit, count * f64::from(sign))?;
        let (start, end) = if sign < 0 { (to, reference) } else { (reference, to) };
        return Some(Stretch { start, end, grain, interval: true, contradicts: false });
    }
    let base = unit_start(unit, reference.date(), context.week_start);
    let base = if sign > 0 { after(midnight(base), grain)? } else { midnight(base) };
    let to = calendar::step(base, unit, count * f64::from(sign))?;
    let (start, end) = if sign < 0 { (to, base) } else { (base, to) };
    Some(Stretch { start, end, grain, interval: true, contradicts: false })
}

/// The weekday in the week of a day.
fn on_weekday(day: Date, weekday: u8, context: &Context) -> Date {
    days(week_start(day, context.week_start), place_in_week(weekday, context.week_start))
}

pub(super) fn grain_of(unit: Unit) -> Grain {
    match unit {
        Unit::Second => Grain::Second,
        Unit::Minute => Grain::Minute,
        Unit::Hour => Grain::Hour,
        Unit::Night | Unit::Day => Grain::Day,
        Unit::Week => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century => Grain::Century,
    }
}

/// First day of the calendar unit that holds the day.
fn unit_start(unit: Unit, day: Date, first: WeekStart) -> Date {
    let year = i32::from(day.year());
    let at = |y: i32, m: u8| calendar::date(y, m, 1).unwrap_or(day);
    match unit {
        Unit::Week => week_start(day, first),
        Unit::Month => calendar::first_of_month(day),
        Unit::Quarter => at(year, ((day.month() as u8 - 1) / 3) * 3 + 1),
        Unit::Year => at(year, 1),
        Unit::Decade => at(year / 10 * 10, 1),
        Unit::Century => at(year / 100 * 100, 1),
        _ => day,
    }
}

/// «السنة الماضية», «الأحد من الأسبوع القادم», «20 من الشهر المقبل».
fn in_period(unit: Unit, offset: i32, slots: &Slots, context: &Context) -> Option<Stretch> {
    let reference = context.reference?;
    let grain = grain_of(unit);
    if unit < Unit::Night {
        let start = calendar::step(reference, unit, f64::from(offset))?;
        return Stretch::unit(start, grain);
    }
    if slots.era == Some(Era::Hijri) && unit == Unit::Year {
        let (year, ..) = hijri::of(reference.date())?;
        return hijri_year(year + offset);
    }
    let start =
        calendar::step(midnight(unit_start(unit, reference.date(), context.week_start)), unit, f64::from(offset))?;
    if let (Unit::Week, Some(weekday)) = (unit, slots.weekday) {
        return Stretch::day(days(start.date(), place_in_week(weekday, context.week_start)));
    }
    Stretch::unit(start, grain)
}

fn of_year(year: i32, slots: &Slots) -> Option<Stretch> {
    if slots.era == Some(Era::Hijri) {
        return hijri_year(year);
    }
    let year = if slots.era == Some(Era::BeforeChrist) { 1 - year } else { year };
    Stretch::unit(midnight(calendar::date(year, 1, 1)?), Grain::Year)
}

fn hijri_year(year: i32) -> Option<Stretch> {
    let (start, end) = (hijri::day(year, 1, 1)?, hijri::day(year + 1, 1, 1)?);
    Some(Stretch {
        start: midnight(start),
        end: midnight(end),
        grain: Grain::Year,
        interval: false,
        contradicts: false,
    })
}

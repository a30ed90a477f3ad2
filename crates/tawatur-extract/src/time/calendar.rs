//! Steps over the calendar.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Span, ToSpan};

use super::WeekStart;
use super::slots::Amount;
use crate::vocabulary::Unit;

/// The day so many days on; the day itself beyond the calendar.
pub(super) fn days(day: Date, by: i64) -> Date {
    Span::new().try_days(by).ok().and_then(|s| day.checked_add(s).ok()).unwrap_or(day)
}

pub(super) fn months(day: Date, by: i64) -> Date {
    Span::new().try_months(by).ok().and_then(|s| day.checked_add(s).ok()).unwrap_or(day)
}

/// The day in another month or year, the last of the month where it has no such day.
pub(super) fn first_of_month(day: Date) -> Date {
    day.first_of_month()
}

pub(super) fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// 1 for Monday.
pub(super) fn weekday(day: Date) -> u8 {
    day.weekday().to_monday_one_offset() as u8
}

/// The first day of the day's week.
pub(super) fn week_start(day: Date, first: WeekStart) -> Date {
    days(day, -place_in_week(weekday(day), first))
}

/// How many days after the start of the week a weekday comes.
pub(super) fn place_in_week(weekday: u8, first: WeekStart) -> i64 {
    (i64::from(weekday) + 7 - i64::from(first.number())) % 7
}

/// The first day after `day` (or before, or on it) that is this weekday.
pub(super) fn towards(day: Date, wanted: u8, forward: bool, inclusive: bool) -> Date {
    let ahead = (i64::from(wanted) + 7 - i64::from(weekday(day))) % 7;
    match (forward, ahead) {
        (_, 0) if inclusive => day,
        (true, 0) => days(day, 7),
        (false, 0) => days(day, -7),
        (true, _) => days(day, ahead),
        (false, _) => days(day, ahead - 7),
    }
}

/// The nth such weekday of the month, -1 the last.
pub(super) fn nth_weekday(month: Date, wanted: u8, nth: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(wanted).ok()?).ok()?;
    month.nth_weekday_of_month(nth, weekday).ok()
}

/// The moment moved by an amount; none beyond the calendar.
pub(super) fn shift(from: DateTime, amount: &Amount, sign: i8) -> Option<DateTime> {
    let mut to = from;
    for (unit, count) in amount.parts() {
        let count = count * f64::from(sign);
        to = step(to, unit, count)?;
    }
    Some(to)
}

/// The moment moved by so many units, whole or not.
pub(super) fn step(from: DateTime, unit: Unit, count: f64) -> Option<DateTime> {
    if !count.is_finite() || count.abs() > 4e11 {
        return None;
    }
    let whole = count.trunc() as i64;
    let rest = count.fract();
    let span = match unit {
        Unit::Second => Span::new().try_seconds(whole),
        Unit::Minute => Span::new().try_minutes(whole),
        Unit::Hour => Span::new().try_hours(whole),
        Unit::Night | Unit::Day => Span::new().try_days(whole),
        Unit::Week => Span::new().try_weeks(whole),
        Unit::Month => Span::new().try_months(whole),
        Unit::Quarter => Span::new().try_months(whole * 3),
        Unit::Year => Span::new().try_years(whole),
        Unit::Decade => Span::new().try_years(whole * 10),
        Unit::Century => Span::new().try_years(whole * 100),
    };
    let to = from.checked_add(span.ok()?).ok()?;
    if rest == 0.0 {
        return Some(to);
    }
    let months = match unit {
        Unit::Year => rest * 12.0,
        Unit::Decade => rest * 120.0,
        Unit::Century => rest * 1200.0,
        _ => 0.0,
    };
    if months != 0.0 {
        return to.checked_add(Span::new().try_months(months.round() as i64).ok()?).ok();
    }
    let seconds = (rest * super::slots::seconds_of(unit)).round() as i64;
    to.checked_add(Span::new().try_seconds(seconds).ok()?).ok()
}

/// Easter Sunday of the western churches (the algorithm of Meeus, Jones and Butcher).
pub(super) fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Midnight at the start of a day.
pub(super) fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

/// A time of that day; midnight where there is no such time.
pub(super) fn at(day: Date, hour: u8, minute: u8, second: u8) -> DateTime {
    let time = Time::new(hour as i8, minute as i8, second as i8, 0).unwrap_or(Time::midnight());
    day.to_datetime(time)
}

/// The moment moved by minutes.
pub(super) fn minutes(from: DateTime, by: i64) -> DateTime {
    from.checked_add(by.minutes()).unwrap_or(from)
}

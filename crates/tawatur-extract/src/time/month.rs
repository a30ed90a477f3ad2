//! Days and months whose year, or month, is not said.

use jiff::civil::Date;

use super::calendar::{self, days, midnight, months};
use super::resolve::Stretch;
use super::slots::Slots;
use super::{Context, Grain, Prefer, hijri};
use crate::vocabulary::{System, Unit};

/// A date without its year is of the past, unless it comes within so many days.
pub(super) const SOON: i64 = 45;

pub(super) fn bare_weekday(weekday: u8, modifier: Option<i32>, today: Date, prefer: Prefer) -> Date {
    let (forward, inclusive) = match modifier {
        Some(m) if m > 0 => (true, false),
        Some(m) if m < 0 => (false, false),
        _ => (prefer == Prefer::Future, prefer == Prefer::Past),
    };
    let first = calendar::towards(today, weekday, forward, inclusive);
    match modifier {
        Some(m) if m.abs() > 1 => days(first, i64::from(m.signum()) * 7),
        _ => first,
    }
}

/// The year that a phrase gives: said, or by its period; none where neither is.
pub(super) fn given_year(slots: &Slots, context: &Context) -> Option<Option<i32>> {
    if let Some(year) = slots.year {
        return Some(Some(year));
    }
    match slots.period {
        Some((Unit::Year, offset)) => Some(Some(i32::from(context.reference?.year()) + offset)),
        _ => Some(None),
    }
}

/// A month or a day of a month, its year looked for where it is not said.
pub(super) fn month_or_day(slots: &Slots, context: &Context) -> Option<Stretch> {
    let today = context.reference.map(|r| r.date());
    if let (None, Some((Unit::Month, offset))) = (slots.month, slots.period) {
        let month = months(calendar::first_of_month(today?), i64::from(offset));
        let day = calendar::date(i32::from(month.year()), month.month() as u8, slots.day?)?;
        return with_weekday(slots, day);
    }
    let Some((month, system)) = slots.month else {
        return day_alone(slots.day?, slots.weekday, today?, context.prefer);
    };
    let made = |year: i32| match (system, slots.day) {
        (System::Gregorian, day) => calendar::date(year, month, day.unwrap_or(1)),
        (System::Hijri, day) => hijri::day(year, month, day.unwrap_or(1)),
    };
    let year = match given_year(slots, context)? {
        Some(year) => year,
        None => likely_year(slots, month, system, today?, context.prefer, made)?,
    };
    let year = if system == System::Hijri && year > LAST_HIJRI { hijri_year(year, month, slots.day)? } else { year };
    let start = made(year)?;
    if slots.day.is_some() {
        return with_weekday(slots, start);
    }
    let end = match system {
        System::Gregorian => months(start, 1),
        System::Hijri => days(start, i64::from(hijri::month_length(year, month))),
    };
    Some(Stretch {
        start: midnight(start),
        end: midnight(end),
        grain: Grain::Month,
        interval: false,
        contradicts: false,
    })
}

/// Years after this one are of the other calendar, beside a Hijri month, too.
const LAST_HIJRI: i32 = 1_600;

/// «رمضان العام الماضي», «شعبان 2016»: the Hijri year in which the month begins within a year of the other calendar.
fn hijri_year(year: i32, month: u8, day: Option<u8>) -> Option<i32> {
    let first = (year - 622) * 33 / 32;
    let begins = |y: &i32| hijri::day(*y, month, day.unwrap_or(1)).is_some_and(|d| i32::from(d.year()) == year);
    (first..first + 3).find(begins)
}

fn with_weekday(slots: &Slots, day: Date) -> Option<Stretch> {
    let mut stretch = Stretch::day(day)?;
    stretch.contradicts = slots.weekday.is_some_and(|w| w != calendar::weekday(day));
    Some(stretch)
}

/// The year of a month or day that is given without one.
fn likely_year(
    slots: &Slots,
    month: u8,
    system: System,
    today: Date,
    prefer: Prefer,
    made: impl Fn(i32) -> Option<Date>,
) -> Option<i32> {
    let now = match system {
        System::Gregorian => i32::from(today.year()),
        System::Hijri => hijri::of(today)?.0,
    };
    let month_now = match system {
        System::Gregorian => today.month() as u8,
        System::Hijri => hijri::of(today)?.1,
    };
    let forward = match slots.modifier {
        Some(m) if m != 0 => m > 0,
        Some(_) => return Some(now),
        None => prefer == Prefer::Future,
    };
    // A weekday beside the date tells the year, if one of the years around has it.
    if let (Some(weekday), None) = (slots.weekday, slots.modifier) {
        let order = if forward { [0, 1, -1] } else { [0, -1, 1] };
        let fits = |y: &i32| made(now + y).is_some_and(|d| calendar::weekday(d) == weekday);
        if let Some(by) = order.iter().find(|y| fits(y)) {
            return Some(now + by);
        }
    }
    if slots.modifier.is_none() && !forward {
        let near = days(today, SOON);
        return [1, 0, -1].iter().map(|by| now + by).find(|y| made(*y).is_some_and(|d| d <= near)).or(Some(now));
    }
    let strict = slots.modifier.is_some();
    let day = slots.day.is_some();
    let date = made(now).filter(|_| day);
    let later = match date {
        Some(d) if strict && !forward => d >= today,
        Some(d) => d > today,
        None => month > month_now || strict && !forward && month == month_now,
    };
    let earlier = match date {
        Some(d) if strict && forward => d <= today,
        Some(d) => d < today,
        None => month < month_now || strict && forward && month == month_now,
    };
    Some(match (forward, later, earlier) {
        (false, true, _) => now - 1,
        (true, _, true) => now + 1,
        _ => now,
    })
}

/// A day of the month without its month: the one whose weekday fits, nearest in the preferred direction.
fn day_alone(day: u8, weekday: Option<u8>, today: Date, prefer: Prefer) -> Option<Stretch> {
    let first = calendar::first_of_month(today);
    let step: i64 = if prefer == Prefer::Past { -1 } else { 1 };
    let mut nearest = None;
    for by in 0..12 {
        let month = months(first, by * step);
        let Some(found) = calendar::date(i32::from(month.year()), month.month() as u8, day) else { continue };
        let wrong_side = if prefer == Prefer::Past { found > today } else { found < today };
        let fits = weekday.is_none_or(|w| calendar::weekday(found) == w);
        if by == 0 && fits && weekday.is_some() || fits && !wrong_side {
            return Stretch::day(found);
        }
        if !wrong_side && nearest.is_none() {
            nearest = Some(found);
        }
    }
    let mut stretch = Stretch::day(nearest?)?;
    stretch.contradicts = true;
    Some(stretch)
}

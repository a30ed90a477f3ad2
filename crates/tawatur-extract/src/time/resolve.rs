//! From slots to a place on the calendar.

use jiff::civil::{Date, DateTime};

use super::calendar::{self, days, midnight, minutes, months, week_start};
use super::slots::{Clock, Picked, Slots, seconds_of};
use super::{Context, Grain, Prefer, hijri};
use crate::vocabulary::{Edge, Era, Half, Holiday, Part, System, Unit};

/// A date without its year is of the past, unless it comes within so many days.
const SOON: i64 = 45;

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
    fn unit(start: DateTime, grain: Grain) -> Option<Self> {
        Some(Self { start, end: after(start, grain)?, grain, interval: false, contradicts: false })
    }

    fn day(day: Date) -> Option<Self> {
        Self::unit(midnight(day), Grain::Day)
    }

    fn span(start: Date, end: Date, grain: Grain) -> Self {
        Self { start: midnight(start), end: midnight(end), grain, interval: true, contradicts: false }
    }
}

fn after(start: DateTime, grain: Grain) -> Option<DateTime> {
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
fn whole(slots: &Slots, context: &Context) -> Option<Stretch> {
    let today = context.reference.map(|r| r.date());
    if let Some((amount, sign)) = &slots.shift {
        return shifted(slots, context, amount, *sign);
    }
    if let Some((unit, count, sign)) = slots.counted {
        return counted(unit, count, sign, context.reference?);
    }
    if let Some(holiday) = slots.holiday {
        return holiday_day(holiday, slots, context).and_then(Stretch::day);
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
        let monday = days(week_start(today?), i64::from(weekend) * 7);
        return Some(Stretch::span(days(monday, 5), days(monday, 7), Grain::Day));
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
fn relative(slots: &Slots, day: Date) -> Option<Stretch> {
    let mut stretch = Stretch::day(day)?;
    stretch.contradicts = slots.weekday.is_some_and(|w| w != calendar::weekday(day));
    Some(stretch)
}

fn bare_weekday(weekday: u8, modifier: Option<i32>, today: Date, prefer: Prefer) -> Date {
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
        return Stretch::day(days(week_start(to.date()), i64::from(weekday) - 1));
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

fn counted(unit: Unit, count: f64, sign: i8, reference: DateTime) -> Option<Stretch> {
    if !count.is_finite() {
        return None;
    }
    let grain = grain_of(unit);
    if unit < Unit::Night {
        let to = calendar::step(reference, unit, count * f64::from(sign))?;
        let (start, end) = if sign < 0 { (to, reference) } else { (reference, to) };
        return Some(Stretch { start, end, grain, interval: true, contradicts: false });
    }
    let base = unit_start(unit, reference.date());
    let base = if sign > 0 { after(midnight(base), grain)? } else { midnight(base) };
    let to = calendar::step(base, unit, count * f64::from(sign))?;
    let (start, end) = if sign < 0 { (to, base) } else { (base, to) };
    Some(Stretch { start, end, grain, interval: true, contradicts: false })
}

fn grain_of(unit: Unit) -> Grain {
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
fn unit_start(unit: Unit, day: Date) -> Date {
    let year = i32::from(day.year());
    let at = |y: i32, m: u8| calendar::date(y, m, 1).unwrap_or(day);
    match unit {
        Unit::Week => week_start(day),
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
    let start = calendar::step(midnight(unit_start(unit, reference.date())), unit, f64::from(offset))?;
    if let (Unit::Week, Some(weekday)) = (unit, slots.weekday) {
        return Stretch::day(days(start.date(), i64::from(weekday) - 1));
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

/// The year that a phrase gives: said, or by its period; none where neither is.
fn given_year(slots: &Slots, context: &Context) -> Option<Option<i32>> {
    if let Some(year) = slots.year {
        return Some(Some(year));
    }
    match slots.period {
        Some((Unit::Year, offset)) => Some(Some(i32::from(context.reference?.year()) + offset)),
        _ => Some(None),
    }
}

/// A month or a day of a month, its year looked for where it is not said.
fn month_or_day(slots: &Slots, context: &Context) -> Option<Stretch> {
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

fn of_season(season: crate::vocabulary::Season, slots: &Slots, context: &Context) -> Option<Stretch> {
    let year = match given_year(slots, context)? {
        Some(year) => year,
        None => {
            let today = context.reference?.date();
            let now = i32::from(today.year());
            let start = calendar::date(now, season.from, 1)?;
            match slots.modifier {
                Some(m) if m > 0 && start <= today => now + 1,
                Some(m) if m < 0 && months(start, 3) > today => now - 1,
                None if start > today && context.prefer == Prefer::Past => now - 1,
                None if months(start, 3) <= today && context.prefer == Prefer::Future => now + 1,
                _ => now,
            }
        }
    };
    let start = calendar::date(year, season.from, 1)?;
    let (start, end) = (midnight(start), midnight(months(start, 3)));
    Some(Stretch { start, end, grain: Grain::Quarter, interval: false, contradicts: false })
}

fn of_quarter(slots: &Slots, context: &Context) -> Option<Stretch> {
    let year = given_year(slots, context)??;
    let (first, length) = match (slots.quarter, slots.half_year) {
        (Some(q), _) => (q * 3 - 2, 3),
        (_, h) => (h? * 6 - 5, 6),
    };
    let start = calendar::date(year, first, 1)?;
    let (from, to) = (midnight(start), midnight(months(start, length)));
    Some(Stretch { start: from, end: to, grain: Grain::Quarter, interval: length == 6, contradicts: false })
}

fn holiday_day(holiday: Holiday, slots: &Slots, context: &Context) -> Option<Date> {
    let on = |year: i32| -> Option<Date> {
        match holiday {
            // A Gregorian year may hold two or no such days; the last is taken.
            Holiday::Hijri { month, day } => (0..3)
                .filter_map(|by| hijri::day((year - 622) * 33 / 32 + by, month, day))
                .filter(|d| i32::from(d.year()) == year)
                .next_back_or_first(),
            Holiday::Date { month, day } => calendar::date(year, month, day),
            Holiday::Nth { month, weekday, nth } => {
                calendar::nth_weekday(calendar::date(year, month, 1)?, weekday, i8::try_from(nth).ok()?)
            }
            Holiday::Easter { days: by } => calendar::easter(year).map(|d| days(d, i64::from(by))),
        }
    };
    if let Some(year) = given_year(slots, context)? {
        return if slots.era == Some(Era::Hijri)
            || (1300..1500).contains(&year) && matches!(holiday, Holiday::Hijri { .. })
        {
            match holiday {
                Holiday::Hijri { month, day } => hijri::day(year, month, day),
                _ => None,
            }
        } else {
            on(year)
        };
    }
    let today = context.reference?.date();
    let now = i32::from(today.year());
    let forward = slots.modifier.map_or(context.prefer == Prefer::Future, |m| m > 0);
    let until = days(today, if slots.modifier.is_none() { SOON } else { 0 });
    let mut years = if forward { [now, now + 1, now + 2] } else { [now + 1, now, now - 1] }.into_iter();
    years.find_map(|y| on(y).filter(|d| if forward { *d >= today } else { *d <= until }))
}

trait NextBackOrFirst {
    fn next_back_or_first(self) -> Option<Date>;
}

impl<I: Iterator<Item = Date>> NextBackOrFirst for I {
    fn next_back_or_first(self) -> Option<Date> {
        self.last()
    }
}

/// «أول اثنين من أكتوبر», «الأسبوع الأخير من العام».
fn picked(slots: &Slots, context: &Context) -> Option<Stretch> {
    let (nth, what) = slots.nth?;
    let mut rest = *slots;
    rest.nth = None;
    if !rest.has_date() {
        // «آخر ثلاثاء»: of this month.
        rest.period = Some((Unit::Month, 0));
    }
    let container = whole(&rest, context)?;
    let (first, end) = (container.start.date(), container.end.date());
    match what {
        Picked::Weekday(weekday) => {
            let day = if nth > 0 {
                days(calendar::towards(first, weekday, true, true), (i64::from(nth) - 1) * 7)
            } else {
                calendar::towards(end, weekday, false, false)
            };
            Stretch::day(day)
        }
        Picked::Unit(Unit::Day | Unit::Night) if nth > 0 => Stretch::day(days(first, i64::from(nth) - 1)),
        Picked::Unit(Unit::Day | Unit::Night) => Stretch::day(days(end, -1)),
        Picked::Unit(Unit::Week) => {
            let monday = if nth > 0 {
                // The first week that has its Monday in the period.
                days(calendar::towards(first, 1, true, true), (i64::from(nth) - 1) * 7)
            } else {
                days(calendar::towards(end, 7, false, false), -6)
            };
            Stretch::unit(midnight(monday), Grain::Week)
        }
        Picked::Unit(unit) => {
            let start = if nth > 0 {
                calendar::step(container.start, unit, f64::from(nth) - 1.0)?
            } else {
                calendar::step(container.end, unit, -1.0)?
            };
            Stretch::unit(start, grain_of(unit))
        }
    }
}

/// Beginning, middle and end of a period.
fn edge_of(whole: Stretch, edge: Edge) -> Option<Stretch> {
    let (start, end) = (whole.start.date(), whole.end.date());
    let length = i64::from((end - start).get_days());
    let span = |a: Date, b: Date, grain: Grain| Some(Stretch::span(a, b, grain));
    match (whole.grain, edge) {
        (Grain::Month, Edge::Start) => span(start, days(start, 10), Grain::Day),
        (Grain::Month, Edge::Mid) => Stretch::day(days(start, 14)),
        (Grain::Month, Edge::End) => span(days(start, 20), end, Grain::Day),
        (Grain::Week, Edge::Start) => span(start, days(start, 3), Grain::Day),
        (Grain::Week, Edge::Mid) => span(days(start, 2), days(start, 5), Grain::Day),
        (Grain::Week, Edge::End) => span(days(start, 4), end, Grain::Day),
        (Grain::Year, Edge::Start) => span(start, months(start, 3), Grain::Month),
        (Grain::Year, Edge::Mid) => span(months(start, 4), months(start, 8), Grain::Month),
        (Grain::Year, Edge::End) => span(months(end, -3), end, Grain::Month),
        (Grain::Day, _) => Some(whole),
        (grain, Edge::Start) => span(start, days(start, length / 3), grain),
        (grain, Edge::Mid) => span(days(start, length / 3), days(start, length * 2 / 3), grain),
        (grain, Edge::End) => span(days(start, length * 2 / 3), end, grain),
    }
}

/// The hour of the day that a clock time and the words around it mean.
pub(super) fn hour_of(clock: Clock, part: Option<Part>, half: Option<Half>) -> (u8, i64) {
    let h = clock.hour;
    if h == 24 {
        return (0, 1);
    }
    let afternoon = part.is_some_and(|p| p.timex == "AF");
    match part.map(|p| p.half).or(half) {
        Some(Half::Morning) if h == 12 && part.is_none() => (0, 0),
        Some(Half::Noon) if (1..=5).contains(&h) => (h + 12, 0),
        Some(Half::Evening) if h == 12 && !afternoon && part.is_some() => (0, 1),
        Some(Half::Evening) if h < 12 => (h + 12, 0),
        Some(Half::Night) if h == 12 => (0, 1),
        Some(Half::Night) if (6..12).contains(&h) => (h + 12, 0),
        _ => (h, 0),
    }
}

fn clock(slots: &Slots, date: Stretch, context: &Context) -> Option<Stretch> {
    let clock = slots.clock?;
    if date.grain > Grain::Day || date.interval {
        return None;
    }
    let (hour, next_day) = hour_of(clock, slots.part, slots.half);
    let midnight_named = slots.part.is_none_or(|p| !p.point);
    let day = days(date.start.date(), if midnight_named { next_day } else { 0 });
    let mut start = calendar::at(day, hour, clock.minute.unwrap_or(0), clock.second.unwrap_or(0));
    start = minutes(start, -i64::from(clock.less));
    if let (Some(Some(zone)), Some(offset)) = (slots.zone, context.offset) {
        start = minutes(start, i64::from(offset) - i64::from(zone));
    }
    let grain = match clock {
        Clock { second: Some(_), .. } => Grain::Second,
        Clock { minute: None, less: 0, .. } if slots.zone.is_none() => Grain::Hour,
        _ => Grain::Minute,
    };
    Stretch::unit(start, grain).map(|s| Stretch { contradicts: date.contradicts, ..s })
}

fn part_of_day(part: Part, slots: &Slots, date: Stretch) -> Option<Stretch> {
    let day = date.start.date();
    if part.point {
        let start = calendar::at(day, part.from, 0, 0);
        return Stretch::unit(start, Grain::Hour);
    }
    if part.timex == "NI" && slots.tonight {
        return part_of_night(date);
    }
    let start = calendar::at(day, part.from, 0, 0);
    let length = f64::from(part.to.saturating_sub(part.from)) * seconds_of(Unit::Hour);
    let end = calendar::step(start, Unit::Second, length)?;
    Some(Stretch { start, end, grain: Grain::Hour, interval: true, contradicts: date.contradicts })
}

fn part_of_night(date: Stretch) -> Option<Stretch> {
    let start = calendar::at(date.start.date(), 18, 0, 0);
    Some(Stretch {
        start,
        end: midnight(days(date.start.date(), 1)),
        grain: Grain::Hour,
        interval: true,
        contradicts: false,
    })
}

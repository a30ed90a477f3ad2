//! Seasons, quarters, holidays, and what is picked out of a longer period.

use jiff::civil::Date;

use super::calendar::{self, days, midnight, months};
use super::month::{SOON, given_year};
use super::resolve::{Stretch, grain_of, whole};
use super::slots::{Picked, Slots};
use super::{Context, Grain, Prefer, hijri};
use crate::vocabulary::{Edge, Era, Holiday, Unit};

pub(super) fn of_season(season: crate::vocabulary::Season, slots: &Slots, context: &Context) -> Option<Stretch> {
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

pub(super) fn of_quarter(slots: &Slots, context: &Context) -> Option<Stretch> {
    if let Some(first) = slots.century {
        return part_of_century(first, slots);
    }
    let year = given_year(slots, context)??;
    let (first, length) = match (slots.quarter, slots.half_year) {
        (Some(q), _) => (q * 3 - 2, 3),
        (_, h) => (h? * 6 - 5, 6),
    };
    let start = calendar::date(year, first, 1)?;
    let (from, to) = (midnight(start), midnight(months(start, length)));
    Some(Stretch { start: from, end: to, grain: Grain::Quarter, interval: length == 6, contradicts: false })
}

/// «النصف الثاني من القرن التاسع عشر»
fn part_of_century(first: i32, slots: &Slots) -> Option<Stretch> {
    let (nth, length) = slots.quarter.map_or((slots.half_year?, 50), |q| (q, 25));
    let from = first + (i32::from(nth) - 1) * length;
    let start = calendar::date(from.max(1), 1, 1)?;
    Some(Stretch::span(start, calendar::date(from + length, 1, 1)?, Grain::Year))
}

pub(super) fn holiday_day(holiday: Holiday, slots: &Slots, context: &Context) -> Option<Date> {
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
pub(super) fn picked(slots: &Slots, context: &Context) -> Option<Stretch> {
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
            let start = if nth > 0 {
                // The first week that begins in the period.
                days(calendar::towards(first, context.week_start.number(), true, true), (i64::from(nth) - 1) * 7)
            } else {
                let last = (context.week_start.number() + 5) % 7 + 1;
                days(calendar::towards(end, last, false, false), -6)
            };
            Stretch::unit(midnight(start), Grain::Week)
        }
        Picked::Span(unit, count) => {
            let (mut start, mut end) = (container.start, container.end);
            if nth > 0 {
                end = calendar::step(start, unit, f64::from(count))?;
            } else {
                start = calendar::step(end, unit, -f64::from(count))?;
            }
            Some(Stretch { start, end, grain: grain_of(unit), interval: true, contradicts: false })
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
pub(super) fn edge_of(whole: Stretch, edge: Edge) -> Option<Stretch> {
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

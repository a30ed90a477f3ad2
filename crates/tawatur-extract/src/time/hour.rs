//! Clock times and parts of the day on their day.

use super::calendar::{self, days, midnight, minutes};
use super::resolve::Stretch;
use super::slots::{Clock, Slots, seconds_of};
use super::{Context, Grain};
use crate::vocabulary::{Edge, Half, Part, Unit};

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

pub(super) fn clock(slots: &Slots, date: Stretch, context: &Context) -> Option<Stretch> {
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

pub(super) fn part_of_day(part: Part, slots: &Slots, date: Stretch) -> Option<Stretch> {
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
    let middle = calendar::step(start, Unit::Second, length / 2.0)?;
    let (start, end) = match slots.part_edge {
        Some(Edge::Start) => (start, middle),
        Some(Edge::End) => (middle, end),
        _ => (start, end),
    };
    Some(Stretch { start, end, grain: Grain::Hour, interval: true, contradicts: date.contradicts })
}

pub(super) fn part_of_night(date: Stretch) -> Option<Stretch> {
    let start = calendar::at(date.start.date(), 18, 0, 0);
    Some(Stretch {
        start,
        end: midnight(days(date.start.date(), 1)),
        grain: Grain::Hour,
        interval: true,
        contradicts: false,
    })
}

//! TIMEX3 values.

use std::fmt::Write;

use jiff::civil::DateTime;

use super::hour::hour_of;
use super::resolve::Stretch;
use super::slots::{Amount, Picked, Slots};
use super::{Grain, calendar};
use crate::vocabulary::{Edge, System, Unit};

/// The value of a duration: P3D, PT1H30M.
pub(super) fn duration(amount: &Amount) -> String {
    let mut text = String::from("P");
    let mut clock = String::new();
    let order = [
        (Unit::Century, "CE", 1.0),
        (Unit::Decade, "DE", 1.0),
        (Unit::Year, "Y", 1.0),
        (Unit::Quarter, "M", 3.0),
        (Unit::Month, "M", 1.0),
        (Unit::Week, "W", 1.0),
        (Unit::Day, "D", 1.0),
        (Unit::Night, "D", 1.0),
        (Unit::Hour, "H", 1.0),
        (Unit::Minute, "M", 1.0),
        (Unit::Second, "S", 1.0),
    ];
    for (unit, letters, times) in order {
        if let Some((_, count)) = amount.parts().find(|(u, _)| *u == unit) {
            let into = if unit < Unit::Night { &mut clock } else { &mut text };
            let _ = write!(into, "{}{letters}", count * times);
        }
    }
    if !clock.is_empty() {
        text.push('T');
        text.push_str(&clock);
    }
    text
}

/// The value of a date or time.
pub(super) fn of(slots: &Slots, stretch: Option<&Stretch>) -> String {
    if slots.now {
        return "PRESENT_REF".to_owned();
    }
    let date = stretch.map_or_else(|| unresolved(slots), |s| resolved(slots, s));
    match (slots.clock, slots.part) {
        (Some(clock), part) => {
            let (hour, _) = hour_of(clock, part, slots.half);
            let minutes =
                (u16::from(hour) * 60 + u16::from(clock.minute.unwrap_or(0)) + 1440 - u16::from(clock.less)) % 1440;
            let mut text = match stretch {
                Some(s) if slots.has_date() => format!("{}T{:02}", day(s.start), s.start.hour()),
                _ if slots.has_date() => format!("{date}T{:02}", minutes / 60),
                _ => format!("T{:02}", minutes / 60),
            };
            if clock.minute.is_some() || clock.less > 0 {
                let _ = write!(text, ":{:02}", minutes % 60);
            }
            if let Some(second) = clock.second {
                let _ = write!(text, ":{second:02}");
            }
            text
        }
        (None, Some(part)) if slots.has_date() => format!("{date}T{}", part.timex),
        (None, Some(part)) => format!("T{}", part.timex),
        _ if slots.tonight => format!("{date}TNI"),
        _ => date,
    }
}

fn day(at: DateTime) -> String {
    at.date().to_string()
}

fn resolved(slots: &Slots, stretch: &Stretch) -> String {
    let start = stretch.start;
    let part_of_century = slots.century.is_some() && (slots.quarter.is_some() || slots.half_year.is_some());
    let several = matches!(slots.nth, Some((_, Picked::Span(..))));
    if slots.counted.is_some() || part_of_century || several {
        return span(stretch);
    }
    if let Some(season) = slots.season {
        return format!("{:04}-{}", start.year(), season.timex);
    }
    if slots.half_year.is_some() {
        return format!("{:04}-H{}", start.year(), if start.month() > 6 { 2 } else { 1 });
    }
    if slots.weekend.is_some() {
        return format!("{}-WE", iso_week(start));
    }
    if slots.rest {
        return span(stretch);
    }
    if let Some(edge) = slots.edge {
        return edge_value(slots, stretch, edge);
    }
    if stretch.interval && stretch.grain <= Grain::Hour {
        return day(start);
    }
    if is_hijri(slots) && stretch.grain > Grain::Day {
        return format!("{}/{}", day(start), day(stretch.end));
    }
    grain_value(start, stretch.grain)
}

fn edge_value(slots: &Slots, stretch: &Stretch, edge: Edge) -> String {
    let mut plain = *slots;
    plain.edge = None;
    // The period itself is the value; the edge goes into the range of instants.
    match stretch.grain {
        Grain::Day if stretch.interval || slots.edge == Some(Edge::Mid) => {
            let middle = stretch.start;
            match plain.period {
                Some((Unit::Week, _)) if edge == Edge::Start => week(middle),
                Some((Unit::Week, _)) => iso_week(middle),
                _ if plain.relative.is_some() => day(middle),
                _ => grain_value(middle, Grain::Month),
            }
        }
        Grain::Month => grain_value(stretch.start, Grain::Year),
        grain => grain_value(stretch.start, grain),
    }
}

fn grain_value(at: DateTime, grain: Grain) -> String {
    match grain {
        Grain::Second => format!("{}T{:02}:{:02}:{:02}", day(at), at.hour(), at.minute(), at.second()),
        Grain::Minute => format!("{}T{:02}:{:02}", day(at), at.hour(), at.minute()),
        Grain::Hour => format!("{}T{:02}", day(at), at.hour()),
        Grain::Day => day(at),
        Grain::Week => week(at),
        Grain::Month => format!("{:04}-{:02}", at.year(), at.month()),
        Grain::Quarter => format!("{:04}-Q{}", at.year(), (at.month() - 1) / 3 + 1),
        Grain::Year => format!("{:04}", at.year()),
        Grain::Decade => format!("{:03}", at.year() / 10),
        Grain::Century => format!("{:02}", at.year() / 100),
    }
}

/// The week that begins then: the one of ISO 8601 that has most of its days.
fn week(at: DateTime) -> String {
    iso_week(calendar::midnight(calendar::days(at.date(), 3)))
}

fn iso_week(at: DateTime) -> String {
    let week = at.date().iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn span(stretch: &Stretch) -> String {
    if stretch.grain < Grain::Day {
        return format!("{}/{}", grain_value(stretch.start, Grain::Minute), grain_value(stretch.end, Grain::Minute));
    }
    format!("{}/{}", day(stretch.start), day(stretch.end))
}

/// A range between two values.
pub(super) fn range(start: Option<DateTime>, end: Option<DateTime>, grain: Grain) -> String {
    let value = |at: Option<DateTime>| at.map_or_else(|| "..".to_owned(), |a| grain_value(a, grain));
    format!("{}/{}", value(start), value(end))
}

/// What the words alone say, with X for what they leave open.
fn unresolved(slots: &Slots) -> String {
    let year = slots.year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
    if let Some(weekday) = slots.weekday
        && slots.day.is_none()
        && slots.month.is_none()
    {
        return format!("XXXX-WXX-{weekday}");
    }
    match (slots.month, slots.day) {
        (Some((month, System::Gregorian)), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some((month, System::Gregorian)), None) => format!("{year}-{month:02}"),
        (None, Some(day)) => format!("{year}-XX-{day:02}"),
        _ if slots.period.is_some_and(|(u, _)| u == Unit::Week) => "XXXX-WXX".to_owned(),
        _ if slots.has_date() && slots.season.is_some() => format!("{year}-{}", slots.season.map_or("", |s| s.timex)),
        _ if slots.period.is_some_and(|(u, _)| u == Unit::Month) => "XXXX-XX".to_owned(),
        _ if slots.year.is_some() || slots.period.is_some() => year,
        _ => "XXXX-XX-XX".to_owned(),
    }
}

fn is_hijri(slots: &Slots) -> bool {
    super::phrase::Reader::is_hijri(slots)
}

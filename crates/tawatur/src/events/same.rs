//! Whether two reports tell of the same event.

use tawatur_model::Day;

use super::told::{Key, Told};

/// How two sets of words stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Match {
    Shared,
    Unsaid,
    Apart,
}

/// Bytes in which a report comes back to the same man by his office.
const DESCRIBED: u32 = 800;

/// Days by which two reports of one event may differ in its date.
const APART: i64 = 1;

/// Whether two tellings are of one event: same kind, nobody else's, at no other time and place.
pub(super) fn same(a: &Told<'_>, b: &Told<'_>) -> bool {
    let (x, y) = (a.event, b.event);
    if x.kind != y.kind || x.mode != y.mode || x.aux != y.aux {
        return false;
    }
    if is_described(a, b) {
        return dates(x.date.as_deref(), y.date.as_deref()) != Nearness::Far;
    }
    let (target, actor, place) = (keys(&a.target, &b.target), keys(&a.actor, &b.actor), keys(&a.place, &b.place));
    let nearness = dates(x.date.as_deref(), y.date.as_deref());
    if target == Match::Apart || nearness == Nearness::Far {
        return false;
    }
    let someone = target == Match::Shared && !a.is_anybody();
    let doer = target == Match::Unsaid && a.target.is_empty() && b.target.is_empty() && actor == Match::Shared;
    match nearness {
        Nearness::Equal if someone || doer => true,
        Nearness::Equal => {
            actor != Match::Apart && place != Match::Apart && (target == Match::Shared || place == Match::Shared)
        }
        // Without two equal days it must be somebody who can be told from others, or one who did it.
        _ => (someone || doer) && actor != Match::Apart && place != Match::Apart,
    }
}

/// Two tellings of one report, close by, of somebody by name and by his office: «… رئيسه السابق سالم القاضي اعتُقل … مديرها
/// السابق اعتُقل».
fn is_described(a: &Told<'_>, b: &Told<'_>) -> bool {
    let near = a.event.range.start().abs_diff(b.event.range.start()) <= DESCRIBED;
    a.report().id == b.report().id && near && a.target.describes(&b.target)
}

/// Who is one entity is the same whatever he is called, and two entities are two however alike their names; where one of
/// them is not known, most words of the shorter name must be in the longer.
fn keys(a: &Key, b: &Key) -> Match {
    if a.is_empty() || b.is_empty() {
        return Match::Unsaid;
    }
    if let (Some(x), Some(y)) = (a.entity, b.entity)
        && x.0 == y.0
    {
        return if x == y { Match::Shared } else { Match::Apart };
    }
    let shared = a.words.intersection(&b.words).count();
    let fewest = a.words.len().min(b.words.len());
    if shared > 0 && shared * 2 >= fewest { Match::Shared } else { Match::Apart }
}

/// How two dates stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearness {
    Equal,
    /// One is not said, or holds the other, or they are a day apart.
    Near,
    Far,
}

pub(super) fn dates(a: Option<&str>, b: Option<&str>) -> Nearness {
    let (Some(a), Some(b)) = (a, b) else { return Nearness::Near };
    if a == b {
        return if a.len() == 10 { Nearness::Equal } else { Nearness::Near };
    }
    match (day(a), day(b)) {
        (Some(x), Some(y)) if gap(x, y) <= APART => Nearness::Near,
        (Some(_), Some(_)) => Nearness::Far,
        (Some(day), None) if holds(b, day) => Nearness::Near,
        (None, Some(day)) if holds(a, day) => Nearness::Near,
        _ => Nearness::Far,
    }
}

fn day(date: &str) -> Option<Day> {
    if date.len() == 10 { date.parse().ok() } else { None }
}

fn gap(a: Day, b: Day) -> i64 {
    a.until(b).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

/// Whether a week, month or year holds a day.
pub(super) fn holds(long: &str, day: Day) -> bool {
    if let Some((year, week)) = long.split_once("-W") {
        let iso = day.iso_week_date();
        return year.parse() == Ok(iso.year()) && week.parse() == Ok(iso.week());
    }
    day.to_string().starts_with(long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_holds_its_days() {
        let day = "2022-01-06".parse().unwrap();
        assert!(holds("2022-W01", day) && holds("2022-01", day) && holds("2022", day));
        assert!(!holds("2022-W02", day) && !holds("2021", day));
    }

    #[test]
    fn dates_are_equal_near_or_far() {
        assert!(dates(Some("2022-01-06"), Some("2022-01-06")) == Nearness::Equal);
        assert!(dates(Some("2022-01-06"), Some("2022-01-07")) == Nearness::Near);
        assert!(dates(Some("2022-01-06"), Some("2022-W01")) == Nearness::Near);
        assert!(dates(Some("2022-01-06"), None) == Nearness::Near);
        assert!(dates(Some("2022-01-06"), Some("2022-01-09")) == Nearness::Far);
    }
}

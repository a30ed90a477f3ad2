//! Which event of its story a count belongs to.
//!
//! Two bombings in one week are one story to a reader of words. Their counts are told apart where a report tells of the
//! other event by itself: as background, or as "another" event. The reports whose own count such a report recalls are about
//! that event, with all their counts, and so are those before them.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Day, Figure};

use super::count::Count;
use super::scope::{PlaceNumber, Places, Standing};
use crate::Item;

/// An event of a story: none for the one that the story is about, else the number of the report that it was first told by.
pub(crate) type Event = Option<usize>;

/// A recalled count is another report's own if no more than so many days lie between the two. "Last week" is no day.
const RECALLED_DAYS: i32 = 10;
/// A background figure with a day of its own is another report's count if no more than so many days lie between them.
const BACKGROUND_DAYS: i32 = 3;
/// Counts that are nobody's background and that one background figure puts elsewhere.
const BACKGROUND: Event = Some(usize::MAX);

/// Gives each count its event; a count of another event is for that event's place.
pub(crate) fn tell_apart(counts: &mut [Count<'_>], items: &[Item<'_>], places: &Places) {
    let background = as_background(counts, items);
    let mut reports: BTreeMap<usize, usize> = BTreeMap::new();
    let mut recalling: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for recalled in counts.iter().filter(|c| is_beside_own(counts, c)) {
        if let Some((first, last)) = told_before(counts, recalled) {
            let before = |item: &&Count<'_>| item.published <= last && item.item != recalled.item;
            for item in counts.iter().filter(before) {
                reports.entry(item.item).or_insert(first);
            }
            recalling.entry(first).or_default().insert(recalled.item);
        }
    }
    let events: Vec<(Event, Option<PlaceNumber>)> = {
        let known = Known { counts, reports: &reports, recalling: &recalling, places };
        counts.iter().map(|c| known.event(c)).collect()
    };
    for (i, (count, (event, place))) in counts.iter_mut().zip(events).enumerate() {
        count.event = event.or_else(|| background.contains(&i).then_some(BACKGROUND).flatten());
        count.place = place.or(count.place);
    }
}

/// Whether a count of another event stands in a report that counts its own event, too. One that does not is about what
/// came after the event that it recalls, and its counts are those of that event.
fn is_beside_own(counts: &[Count<'_>], c: &Count<'_>) -> bool {
    let own = |o: &Count<'_>| o.item == c.item && !o.elsewhere && o.figure.quantity == c.figure.quantity;
    let another = counts.iter().any(|o| own(o) && o.said != c.said && !o.is_vague());
    c.elsewhere && another && !c.is_vague()
}

/// The counts that another report gives as background, that is, as belonging to an earlier event.
fn as_background(counts: &[Count<'_>], items: &[Item<'_>]) -> BTreeSet<usize> {
    let all = items.iter().enumerate().flat_map(|(n, i)| i.extraction.figures.iter().map(move |f| (n, f)));
    let background: Vec<(usize, &Figure)> = all.filter(|(_, f)| f.background).collect();
    let told = |c: &Count<'_>| {
        background.iter().any(|(item, b)| {
            let day = b.as_of.and_then(tawatur_model::AsOf::day);
            *item != c.item && same_count(c, b) && near(day, c.day, BACKGROUND_DAYS)
        })
    };
    counts.iter().enumerate().filter(|(_, c)| told(c)).map(|(i, _)| i).collect()
}

/// The first of the earlier reports that give a recalled count as their own, and when the last of them was published; the
/// count must be the largest that they have come to, or it would be no more than an early count of the event.
fn told_before(counts: &[Count<'_>], recalled: &Count<'_>) -> Option<(usize, super::count::Moment)> {
    let own = |c: &&Count<'_>| {
        c.item != recalled.item
            && c.published < recalled.published
            && !c.elsewhere
            && c.figure.subset_of.is_none()
            && c.figure.quantity == recalled.figure.quantity
    };
    let is_near = |c: &&Count<'_>| near(c.day, recalled.day, RECALLED_DAYS);
    let same: Vec<&Count<'_>> =
        counts.iter().filter(own).filter(|c| same_count(c, recalled.figure) && is_near(c)).collect();
    // The last toll of the other event may stand in no report that was read: a toll of the report's own that falls below the
    // earlier ones, none of which exceeds the recalled one, says as much.
    let told = if same.is_empty() { counts.iter().filter(own).filter(|c| is_near(c)).collect() } else { same };
    let fell = told.iter().any(|c| counts.iter().any(|o| is_own_total(o, recalled) && o.said < c.said));
    let known = told.iter().any(|c| same_count(c, recalled.figure));
    let last = told.iter().map(|c| c.published).max()?;
    let largest = counts.iter().filter(own).filter(|c| c.published <= last).all(|c| c.said <= recalled.said);
    let first = told.iter().map(|c| c.item).min()?;
    (largest && (known || fell)).then_some((first, last))
}

/// Whether a count is one of the recalling report's own event.
fn is_own_total(c: &Count<'_>, recalled: &Count<'_>) -> bool {
    let same = c.item == recalled.item && c.figure.quantity == recalled.figure.quantity;
    same && !c.elsewhere && !c.is_vague() && c.figure.subset_of.is_none()
}

struct Known<'k, 'a> {
    counts: &'k [Count<'a>],
    /// The reports that are about another event.
    reports: &'k BTreeMap<usize, usize>,
    /// The reports that recall each event beside their own.
    recalling: &'k BTreeMap<usize, BTreeSet<usize>>,
    places: &'k Places,
}

impl Known<'_, '_> {
    fn event(&self, c: &Count<'_>) -> (Event, Option<PlaceNumber>) {
        if let Some(event) = self.reports.get(&c.item) {
            return (Some(*event), None);
        }
        let elsewhere = is_beside_own(self.counts, c);
        let told = self.own(|o| same_count(o, c.figure) && (elsewhere || self.is_repeated(c, o)));
        if let Some(o) = told {
            return (self.reports.get(&o.item).copied(), o.place);
        }
        if elsewhere {
            let recalled = self.recalling.iter().find(|(_, by)| by.contains(&c.item)).map(|(event, _)| *event);
            return (recalled.or(Some(c.item)), None);
        }
        (self.own(|o| self.is_there(c, o)).and_then(|o| self.reports.get(&o.item).copied()), None)
    }

    /// A count of another event's reports that passes.
    fn own(&self, passes: impl Fn(&Count<'_>) -> bool) -> Option<&Count<'_>> {
        self.counts.iter().find(|o| self.reports.contains_key(&o.item) && passes(o))
    }

    /// Whether a report says again what the same voice said of the other event, beside a larger count of its own.
    fn is_repeated(&self, c: &Count<'_>, other: &Count<'_>) -> bool {
        let beside = |o: &Count<'_>| o.item == c.item && o.figure.quantity == c.figure.quantity && o.said > c.said;
        c.origin.is_some() && c.origin == other.origin && self.counts.iter().any(beside)
    }

    /// Whether a count is for a place that only the other event has.
    fn is_there(&self, c: &Count<'_>, other: &Count<'_>) -> bool {
        let same = |a: Option<PlaceNumber>| {
            a.zip(other.place).is_some_and(|(a, b)| self.places.standing(a, b) == Standing::Same)
        };
        let Some(recalling) = self.reports.get(&other.item).and_then(|e| self.recalling.get(e)) else { return false };
        let of_other = |o: &Count<'_>| self.own(|x| same_count(x, o.figure)).is_some();
        let own = |o: &&Count<'_>| recalling.contains(&o.item) && !o.elsewhere && !of_other(o);
        let shared = self.counts.iter().filter(own).any(|o| same(o.place));
        same(c.place) && !shared
    }
}

fn same_count(count: &Count<'_>, figure: &Figure) -> bool {
    count.figure.quantity == figure.quantity && Some(count.said) == figure.low.or(figure.high)
}

fn near(a: Option<Day>, b: Option<Day>, days: i32) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.since(b).is_ok_and(|s| s.get_days().abs() <= days))
}

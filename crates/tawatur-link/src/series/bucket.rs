//! Which counts answer the same question.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::Quantity;

use super::count::Count;
use super::event::Event;
use super::scope::{PlaceNumber, Places, Standing, Who};

/// The counts that answer one question.
#[derive(Debug)]
pub(crate) struct Bucket {
    pub(crate) quantity: Quantity,
    pub(crate) who: Who,
    pub(crate) place: Option<PlaceNumber>,
    /// Indexes of the counts.
    pub(crate) counts: Vec<usize>,
}

/// Cuts the counts of a story into questions: by quantity and unit, by event, by place, and by who is counted.
pub(crate) fn buckets(counts: &[Count<'_>], places: &Places) -> Vec<Bucket> {
    let mut by_kind: BTreeMap<(Quantity, &str, Event), Vec<usize>> = BTreeMap::new();
    for (i, c) in counts.iter().enumerate() {
        by_kind.entry((c.figure.quantity, &c.figure.unit, c.event)).or_default().push(i);
    }
    let mut found = Vec::new();
    for ((quantity, ..), members) in by_kind {
        for (place, members) in by_place(counts, &members, places) {
            for (who, counts) in by_who(counts, members, place, places) {
                found.push(Bucket { quantity, who, place, counts });
            }
        }
    }
    found
}

/// Puts counts under the places that they are totals of. A place inside or around a more often named one shares
/// its question; a place elsewhere has its own.
fn by_place(counts: &[Count<'_>], members: &[usize], places: &Places) -> Vec<(Option<PlaceNumber>, Vec<usize>)> {
    let mut groups: Vec<(Option<PlaceNumber>, Vec<usize>)> = Vec::new();
    for place in by_weight(counts, members) {
        let own = || members.iter().copied().filter(|i| counts.get(*i).and_then(|c| c.place) == Some(place));
        let home =
            groups.iter_mut().find(|(root, _)| root.is_some_and(|r| places.standing(place, r) != Standing::Elsewhere));
        match home {
            Some((_, group)) => group.extend(own()),
            None => groups.push((Some(place), own().collect())),
        }
    }
    let nowhere = members.iter().copied().filter(|i| counts.get(*i).is_some_and(|c| c.place.is_none()));
    match groups.first_mut() {
        Some((_, first)) => first.extend(nowhere),
        None => groups.push((None, nowhere.collect())),
    }
    groups.retain(|(_, g)| !g.is_empty());
    groups.iter_mut().for_each(|(_, g)| g.sort_unstable());
    groups
}

/// The places of the counts: those that most reports name first; parts of other counts do not make a place a home.
fn by_weight(counts: &[Count<'_>], members: &[usize]) -> Vec<PlaceNumber> {
    let mut reports: BTreeMap<PlaceNumber, (BTreeSet<usize>, usize)> = BTreeMap::new();
    for c in members.iter().filter_map(|i| counts.get(*i)) {
        let Some(place) = c.place else { continue };
        let entry = reports.entry(place).or_default();
        if c.figure.subset_of.is_none() {
            entry.0.insert(c.item);
            entry.1 += 1;
        }
    }
    let mut places: Vec<_> = reports.into_iter().map(|(p, (r, n))| (r.len(), n, p)).collect();
    places.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
    places.into_iter().map(|(.., p)| p).collect()
}

/// Cuts the counts of one place by who is counted.
///
/// Where people in general are counted, narrower counts stay beside the total, unless several reports give the
/// same count of one group: then that is a question of its own. Where nobody counts people in general, each group
/// is a question of its own.
fn by_who(
    counts: &[Count<'_>],
    members: Vec<usize>,
    place: Option<PlaceNumber>,
    places: &Places,
) -> Vec<(Who, Vec<usize>)> {
    let mut groups: BTreeMap<Who, Vec<usize>> = BTreeMap::new();
    for i in members {
        let Some(c) = counts.get(i) else { continue };
        groups.entry(c.who.clone()).or_default().push(i);
    }
    let total = groups
        .get(&Who::All)
        .is_some_and(|g| g.iter().filter_map(|i| counts.get(*i)).any(|c| is_total(c, place, places)));
    if !total {
        let general = groups.remove(&Who::All).unwrap_or_default();
        return join_general(groups, general);
    }
    let mut main = groups.remove(&Who::All).unwrap_or_default();
    let mut found = Vec::new();
    for (who, group) in groups {
        if is_question(counts, &group) { found.push((who, group)) } else { main.extend(group) }
    }
    main.sort_unstable();
    found.insert(0, (Who::All, main));
    found
}

fn is_total(c: &Count<'_>, place: Option<PlaceNumber>, places: &Places) -> bool {
    let here = match (c.place, place) {
        (Some(p), Some(root)) => matches!(places.standing(p, root), Standing::Same | Standing::Around),
        _ => true,
    };
    here && c.figure.subset_of.is_none() && !c.figure.increment
}

/// Counts of people in general that are no totals (parts, newly added) go with the group that has most counts.
fn join_general(groups: BTreeMap<Who, Vec<usize>>, general: Vec<usize>) -> Vec<(Who, Vec<usize>)> {
    let mut found: Vec<(Who, Vec<usize>)> = groups.into_iter().collect();
    if general.is_empty() {
        return found;
    }
    match found.iter_mut().max_by_key(|(_, g)| g.len()) {
        Some((_, largest)) => {
            largest.extend(general);
            largest.sort_unstable();
        }
        None => found.push((Who::All, general)),
    }
    found
}

/// Whether two reports give the same count of the group.
fn is_question(counts: &[Count<'_>], group: &[usize]) -> bool {
    // What a text calls an earlier toll is told beside the total that took its place.
    let now = |c: &&Count<'_>| !c.figure.superseded_in_text;
    let all: Vec<&Count<'_>> = group.iter().filter_map(|i| counts.get(*i)).filter(now).collect();
    all.iter().any(|a| all.iter().any(|b| a.item != b.item && a.said == b.said && a.figure.mode == b.figure.mode))
}

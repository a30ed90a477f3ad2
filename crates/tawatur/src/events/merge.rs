//! Tellings of one event made one.

use std::collections::BTreeMap;

use tawatur_extract::{EventPart, event_part};
use tawatur_link::{Item, Sameness, Tellers};
use tawatur_model::{Account, EventEntry, Figure};

use super::entity::Entities;
use super::same::{Nearness, dates, same};
use super::told::Told;
use super::words;
use crate::names::Names;

/// Bytes between an attack and what is told of as a part of it.
const BESIDE: u32 = 200;

/// What was linked over a story before its events are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Linked<'a> {
    pub(crate) items: &'a [Item<'a>],
    /// With its copies, people, bodies and places.
    pub(crate) account: &'a Account,
    pub(crate) sameness: &'a Sameness,
    pub(crate) names: &'a Names,
}

/// The events of a story in order of time, undated ones last.
pub(crate) fn events(linked: Linked<'_>) -> Vec<EventEntry> {
    let entities = Entities::of(linked.account);
    let mut groups = grouped(linked.items.iter().flat_map(|item| told(item, &entities)).collect());
    groups.sort_by_cached_key(|g| {
        let date = date(g);
        (date.is_none(), date, g.first().map(Told::claim))
    });
    let figures = figures(linked.items);
    let mut tellers = Tellers::new(linked.sameness, &linked.account.copies);
    let mut entries: Vec<EventEntry> =
        groups.iter().enumerate().map(|(i, group)| entry(i + 1, group, &figures, (&mut tellers, &linked))).collect();
    let parts: Vec<Option<usize>> = (0..groups.len()).map(|i| whole_of(&groups, i)).collect();
    let ids: Vec<String> = entries.iter().map(|e| e.id.clone()).collect();
    for (entry, whole) in entries.iter_mut().zip(parts) {
        entry.part_of = whole.and_then(|w| ids.get(w).cloned());
    }
    entries
}

fn told<'a>(item: &Item<'a>, entities: &Entities<'_>) -> Vec<Told<'a>> {
    item.extraction.events.iter().map(|event| Told::new(*item, event, entities)).collect()
}

/// Each telling goes to the first group with one that tells of the same.
fn grouped(told: Vec<Told<'_>>) -> Vec<Vec<Told<'_>>> {
    let mut groups: Vec<Vec<Told<'_>>> = Vec::new();
    let mut by_kind: BTreeMap<(String, Vec<String>), Vec<usize>> = BTreeMap::new();
    for one in told {
        let known = by_kind.entry((one.event.kind.clone(), one.event.mode.clone())).or_default();
        let found = known.iter().copied().find(|i| groups.get(*i).is_some_and(|g| fits(&one, g)));
        match found.and_then(|i| groups.get_mut(i)) {
            Some(group) => group.push(one),
            None => {
                known.push(groups.len());
                groups.push(vec![one]);
            }
        }
    }
    groups
}

/// Whether a telling is of a group's event, and of none that one of its members speaks against.
fn fits(one: &Told<'_>, group: &[Told<'_>]) -> bool {
    let against = |t: &Told<'_>| dates(one.event.date.as_deref(), t.event.date.as_deref()) == Nearness::Far;
    group.iter().any(|t| same(one, t)) && !group.iter().any(against)
}

pub(crate) type Figures<'a> = BTreeMap<String, &'a Figure>;

/// The figures of all reports by `report#figure id`.
pub(crate) fn figures<'a>(items: &[Item<'a>]) -> Figures<'a> {
    let of = |item: &Item<'a>| {
        let id = &item.report.id;
        item.extraction.figures.iter().map(move |f| (format!("{id}#{}", f.id), f)).collect::<Vec<_>>()
    };
    items.iter().flat_map(of).collect()
}

fn entry(
    number: usize,
    group: &[Told<'_>],
    figures: &Figures<'_>,
    (tellers, linked): (&mut Tellers<'_>, &Linked<'_>),
) -> EventEntry {
    let Some(first) = group.first().map(|t| t.event) else { return EventEntry::default() };
    let told: Vec<_> = group.iter().map(|t| (t.item, t.event)).collect();
    let support = tellers.support(&told);
    let mut entry = EventEntry {
        id: format!("v{number}"),
        kind: first.kind.clone(),
        mode: first.mode.clone(),
        context: distinct(group.iter().flat_map(|t| t.event.context.iter().cloned())),
        aux: first.aux.clone(),
        date: date(group),
        actor: fullest(group.iter().filter_map(|t| Some(t.named(t.event.actor.as_ref()?, &t.actor, linked.account)))),
        recipient: fullest(
            group.iter().filter_map(|t| Some(t.named(t.event.target.as_ref()?, &t.target, linked.account))),
        ),
        place: most(group.iter().filter_map(|t| t.event.place.as_deref())),
        claims: group.iter().map(Told::claim).collect(),
        reports: distinct(group.iter().map(|t| t.report().id.clone())),
        independent_origins: support.independent_origins,
        carriers: support.carriers,
        figures: distinct(group.iter().flat_map(|t| t.event.figures.iter().map(|f| format!("{}#{f}", t.report().id)))),
        ..EventEntry::default()
    };
    entry.disagreements = words::disagreements(group, &entry);
    entry.text = words::text(&entry, linked.names);
    let counted: Vec<&Figure> = entry.figures.iter().filter_map(|f| figures.get(f).copied()).collect();
    entry.because = words::because(&entry, &counted);
    entry
}

/// The day that most tellings give, else the shortest time.
fn date(group: &[Told<'_>]) -> Option<String> {
    let days = group.iter().filter_map(|t| t.event.date.as_deref()).filter(|d| d.len() == 10);
    most(days).or_else(|| {
        let longer = group.iter().filter_map(|t| t.event.date.clone());
        longer.max_by_key(|d| d.len())
    })
}

/// What is said most often; of equals what is said first.
fn most<'a>(said: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for one in said {
        match counts.iter_mut().find(|(known, _)| *known == one) {
            Some((_, n)) => *n += 1,
            None => counts.push((one, 1)),
        }
    }
    let top = counts.iter().map(|(_, n)| *n).max()?;
    counts.iter().find(|(_, n)| *n == top).map(|(one, _)| (*one).to_owned())
}

/// The longest form of a name; of equals the first.
fn fullest<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut best: Option<&str> = None;
    for name in names {
        if best.is_none_or(|b| name.split_whitespace().count() > b.split_whitespace().count()) {
            best = Some(name);
        }
    }
    best.map(str::to_owned)
}

fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The attack, clash or riot that harm or destruction is told of beside.
fn whole_of(groups: &[Vec<Told<'_>>], at: usize) -> Option<usize> {
    let group = groups.get(at)?;
    if !group.first().is_some_and(|t| event_part(&t.event.rule) == EventPart::Consequence) {
        return None;
    }
    let beside = |a: &Told<'_>, b: &Told<'_>| {
        let (x, y) = (a.event.range, b.event.range);
        a.report().id == b.report().id && x.start().abs_diff(y.start()) <= BESIDE
    };
    (0..groups.len()).filter(|i| *i != at).find(|i| {
        let whole = groups.get(*i).map(Vec::as_slice).unwrap_or_default();
        let fits = whole.first().is_some_and(|t| event_part(&t.event.rule) == EventPart::Whole);
        fits && group.iter().any(|a| whole.iter().any(|b| beside(a, b) && a.event.aux == b.event.aux))
    })
}

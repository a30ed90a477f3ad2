//! Stories of a stream: reports arrive day by day, and what was told before is not read again.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Day, Report};
use xxhash_rust::xxh3::xxh3_64;

use super::candidate::{Postings, WINDOW_DAYS};
use super::cluster::{Group, THRESHOLD, join_alike, likeness};
use super::vector::{Vector, Weigher, day_number};
use super::{StoryChange, StoryChangeKind, content_hash};

/// A story is looked at again for parts that have come apart when it has grown by so much since the last time.
const GROWTH: usize = 2;
/// Smaller stories than this are not looked at again.
const FEWEST: usize = 4;
/// Parts have come apart when they are on average less alike than so much of what joins stories: less than what
/// joined them, so that no story is cut and joined in turns.
const APART: f32 = 0.7;

/// A story while it unfolds.
#[derive(Debug, Default)]
pub(crate) struct Telling {
    pub(crate) label: String,
    pub(crate) group: Group,
    pub(crate) changes: Vec<StoryChange>,
    last: Option<i32>,
    /// How many reports it had when it was last looked at for parts.
    checked: usize,
}

/// Cuts a stream of reports into stories, a day at a time.
///
/// Only reports of the last weeks are compared with new ones, and only those that share rare terms; what is older
/// keeps its story and its label and gives its memory back.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    weigher: Weigher,
    postings: Postings,
    vectors: Vec<Vector>,
    near: Vec<Vec<(usize, f32)>>,
    /// Name of the story that a report would found.
    labels: Vec<String>,
    story_of: Vec<usize>,
    /// By number; those that went into another have no members.
    stories: Vec<Telling>,
    /// Stories that can still grow.
    open: BTreeSet<usize>,
}

impl Stream {
    /// The stories that have reports, in the order in which they began.
    pub(crate) fn stories(self) -> impl Iterator<Item = Telling> {
        self.stories.into_iter().filter(|s| !s.group.members.is_empty())
    }

    /// Takes the reports of one day (or all undated ones) in their canonical order.
    pub(crate) fn add(&mut self, day: Option<Day>, reports: &[&Report]) {
        let first = self.vectors.len();
        self.close_before(day);
        let vectors = self.weigher.add(reports);
        self.vectors.extend(vectors);
        self.labels.extend(reports.iter().map(|r| label(r)));
        let near = self.postings.neighbours(&self.vectors, first, self.weigher.term_count());
        self.near.extend(near);
        self.story_of.resize(self.vectors.len(), usize::MAX);
        let touched = self.join(day, first);
        for story in touched {
            self.look_for_parts(day, story);
        }
    }

    /// Lets go of what is too old to be compared with what comes.
    fn close_before(&mut self, day: Option<Day>) {
        let Some(today) = day.map(day_number) else { return };
        let too_old = |s: &Telling| s.last.is_some_and(|last| today - last > WINDOW_DAYS);
        let closed: Vec<usize> =
            self.open.iter().copied().filter(|s| self.stories.get(*s).is_some_and(too_old)).collect();
        for number in closed {
            self.open.remove(&number);
            let Some(story) = self.stories.get_mut(number) else { continue };
            story.group.sum = Vec::new();
            for member in &story.group.members {
                if let Some(vector) = self.vectors.get_mut(*member) {
                    vector.terms = Vec::new();
                }
                if let Some(near) = self.near.get_mut(*member) {
                    *near = Vec::new();
                }
            }
        }
    }

    /// Joins the new reports with one another and with the stories of their neighbours; the stories that grew.
    fn join(&mut self, day: Option<Day>, first: usize) -> Vec<usize> {
        let known: BTreeSet<usize> = self
            .near
            .iter()
            .skip(first)
            .flatten()
            .filter(|(n, _)| *n < first)
            .filter_map(|(n, _)| self.open_story(*n))
            .collect();
        let known: Vec<usize> = known.into_iter().collect();
        let mut groups: Vec<Group> = Vec::with_capacity(known.len());
        for story in &known {
            groups.push(self.stories.get_mut(*story).map(|s| std::mem::take(&mut s.group)).unwrap_or_default());
        }
        let new = (first..self.vectors.len()).filter_map(|at| Some(Group::alone(at, self.vectors.get(at)?)));
        groups.extend(new);
        let pairs = self.pairs(first, &known, &groups);
        join_alike(groups, &pairs).into_iter().filter_map(|joined| self.settle(day, &known, joined)).collect()
    }

    fn open_story(&self, report: usize) -> Option<usize> {
        self.story_of.get(report).copied().filter(|s| self.open.contains(s))
    }

    /// Each new report with its new neighbours and with the stories of its older ones.
    fn pairs(&self, first: usize, known: &[usize], groups: &[Group]) -> Vec<(usize, usize, f32)> {
        let number: BTreeMap<usize, usize> = known.iter().enumerate().map(|(i, s)| (*s, i)).collect();
        let mut pairs = Vec::new();
        for (i, near) in self.near.iter().skip(first).enumerate() {
            let own = known.len() + i;
            let mut stories: BTreeSet<usize> = BTreeSet::new();
            for (other, alike) in near {
                match other.checked_sub(first) {
                    Some(other) => pairs.push((known.len() + other, own, *alike)),
                    None => stories.extend(self.open_story(*other).and_then(|s| number.get(&s)).copied()),
                }
            }
            for story in stories {
                if let (Some(a), Some(b)) = (groups.get(story), groups.get(own)) {
                    pairs.push((story, own, likeness(a, b)));
                }
            }
        }
        pairs
    }

    /// Puts a joined group under the oldest of the stories that went into it, or makes it a new story; its number
    /// where it has new reports.
    fn settle(&mut self, day: Option<Day>, known: &[usize], mut joined: Group) -> Option<usize> {
        let mut old: Vec<usize> = joined.given.iter().filter_map(|g| known.get(*g)).copied().collect();
        let grew = joined.given.len() > old.len() || old.len() > 1;
        joined.given = Vec::new();
        old.sort_unstable();
        let number = old.first().copied().unwrap_or(self.stories.len());
        if number == self.stories.len() {
            let label = joined.members.first().and_then(|m| self.labels.get(*m)).cloned().unwrap_or_default();
            self.stories.push(Telling { label, ..Telling::default() });
            self.open.insert(number);
        }
        for gone in old.iter().skip(1) {
            self.open.remove(gone);
            let Some(gone) = self.stories.get_mut(*gone) else { continue };
            let (label, mut changes) = (gone.label.clone(), std::mem::take(&mut gone.changes));
            changes.push(StoryChange { on: day, kind: StoryChangeKind::Merged, other: label });
            if let Some(story) = self.stories.get_mut(number) {
                story.changes.extend(changes);
            }
        }
        for member in &joined.members {
            if let Some(slot) = self.story_of.get_mut(*member) {
                *slot = number;
            }
        }
        let today = day.map(day_number);
        let story = self.stories.get_mut(number)?;
        story.group = joined;
        if grew {
            story.last = story.last.max(today);
        }
        grew.then_some(number)
    }

    /// Cuts a story whose reports have come to tell of different things: what is known of how rare each word is
    /// grows with the stream, and a few early reports may have been joined by what later proves to be common.
    fn look_for_parts(&mut self, day: Option<Day>, number: usize) {
        let Some(story) = self.stories.get_mut(number) else { return };
        let size = story.group.members.len();
        if size < FEWEST || size < story.checked * GROWTH {
            return;
        }
        story.checked = size;
        let members = story.group.members.clone();
        let Some(parts) = self.parts(&members) else { return };
        self.cut(day, number, parts);
    }

    /// The parts that a story has come apart into; none where it holds together.
    fn parts(&self, members: &[usize]) -> Option<Vec<Group>> {
        let number: BTreeMap<usize, usize> = members.iter().enumerate().map(|(i, m)| (*m, i)).collect();
        let groups: Vec<Group> = members.iter().filter_map(|m| Some(Group::alone(*m, self.vectors.get(*m)?))).collect();
        let mut pairs = Vec::new();
        for (i, member) in members.iter().enumerate() {
            let near = self.near.get(*member).into_iter().flatten();
            pairs.extend(near.filter_map(|(other, alike)| Some((*number.get(other)?, i, *alike))));
        }
        let parts = join_alike(groups, &pairs);
        let mut largest: Vec<&Group> = parts.iter().collect();
        largest.sort_by_key(|g| std::cmp::Reverse(g.members.len()));
        let apart = |a: &Group, b: &Group| likeness(a, b) < THRESHOLD * APART;
        match largest.as_slice() {
            [one, two, ..] if two.members.len() > 1 && apart(one, two) => Some(parts),
            _ => None,
        }
    }

    /// The part with the earliest report keeps the story's name; each other part that has more than one report and
    /// is unlike it becomes a story of its own, and the rest stays where it was.
    fn cut(&mut self, day: Option<Day>, number: usize, mut parts: Vec<Group>) {
        parts.sort_by_key(|p| p.members.first().copied());
        let mut parts = parts.into_iter();
        let Some(mut kept) = parts.next() else { return };
        let Some(old) = self.stories.get(number).map(|s| s.label.clone()) else { return };
        for part in parts {
            if part.members.len() < 2 || likeness(&kept, &part) >= THRESHOLD * APART {
                kept = super::cluster::merge(kept, part);
                continue;
            }
            let new = self.stories.len();
            let label = part.members.first().and_then(|m| self.labels.get(*m)).cloned().unwrap_or_default();
            for member in &part.members {
                if let Some(slot) = self.story_of.get_mut(*member) {
                    *slot = new;
                }
            }
            let last = part.members.iter().filter_map(|m| self.vectors.get(*m)?.day).max();
            let changes = vec![StoryChange { on: day, kind: StoryChangeKind::Split, other: old.clone() }];
            let checked = part.members.len();
            self.stories.push(Telling { label, group: part, changes, last, checked });
            self.open.insert(new);
        }
        kept.members.sort_unstable();
        if let Some(story) = self.stories.get_mut(number) {
            story.group = kept;
        }
    }
}

/// The name of a story that begins with this report.
fn label(first: &Report) -> String {
    let hash = content_hash(first) ^ xxh3_64(first.id.as_bytes());
    let day = first.published.map_or_else(|| "undated".to_owned(), |p| p.day.to_string());
    format!("{day}-{:08x}", hash >> 32)
}

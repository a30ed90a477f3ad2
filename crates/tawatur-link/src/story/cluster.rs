//! Joins groups of reports, most alike first.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use super::candidate::fade;
use super::vector::{Sparse, Vector, add, dot};

/// Two groups of reports are one story while their reports are on average at least so alike.
///
/// The middle of the stretch (0.08 to 0.12) over which the stories of the development reports do not change.
pub(crate) const THRESHOLD: f32 = 0.1;

/// A group of reports: a story, or what is on its way to become one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) members: Vec<usize>,
    /// The sum of its reports' vectors: divided by their number, its product with another group's is the
    /// average likeness of their reports.
    pub(crate) sum: Sparse,
    /// Middle of its days.
    pub(crate) day: Option<f32>,
    neighbours: BTreeSet<usize>,
    /// The groups given that were joined into this one.
    pub(crate) given: Vec<usize>,
}

impl Group {
    /// A report alone.
    pub(crate) fn alone(at: usize, vector: &Vector) -> Self {
        let day = vector.day.map(|d| d as f32);
        Self { members: vec![at], sum: vector.terms.clone(), day, ..Self::default() }
    }
}

/// A pair of groups that could be joined.
#[derive(PartialEq)]
struct Pair {
    likeness: f32,
    a: usize,
    b: usize,
}

impl Eq for Pair {}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        self.likeness.total_cmp(&other.likeness).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Joins the groups given along the pairs given while they are alike; the groups that are left, each with the
/// numbers of those that went into it.
pub(crate) fn join_alike(mut groups: Vec<Group>, pairs: &[(usize, usize, f32)]) -> Vec<Group> {
    for (number, group) in groups.iter_mut().enumerate() {
        group.given = vec![number];
        group.neighbours.clear();
    }
    let mut joiner = Joiner { groups: groups.into_iter().map(Some).collect(), heap: BinaryHeap::new() };
    for (a, b, likeness) in pairs {
        connect(&mut joiner.groups, *a, *b);
        joiner.heap.push(Pair { likeness: *likeness, a: *a, b: *b });
    }
    while let Some(pair) = joiner.heap.pop() {
        if pair.likeness < THRESHOLD {
            break;
        }
        joiner.join(pair.a, pair.b);
    }
    let mut left: Vec<Group> = joiner.groups.into_iter().flatten().collect();
    left.iter_mut().for_each(|g| g.members.sort_unstable());
    left
}

struct Joiner {
    /// Groups by number; none where a group has been joined to another. New groups get new numbers, so that
    /// pairs of the heap that name a joined group are known to be stale.
    groups: Vec<Option<Group>>,
    heap: BinaryHeap<Pair>,
}

impl Joiner {
    fn join(&mut self, a: usize, b: usize) {
        if !(self.alive(a) && self.alive(b)) {
            return;
        }
        let (Some(first), Some(second)) = (self.take(a), self.take(b)) else { return };
        let joined = self.groups.len();
        let near: Vec<usize> = first.neighbours.union(&second.neighbours).copied().filter(|n| self.alive(*n)).collect();
        let mut group = merge(first, second);
        for other in near {
            let Some(Some(neighbour)) = self.groups.get_mut(other) else { continue };
            neighbour.neighbours.remove(&a);
            neighbour.neighbours.remove(&b);
            let likeness = likeness(&group, neighbour);
            // What has come to be far below the threshold is let go, or large stories would drag along
            // everything that any of their reports was ever compared with.
            if likeness >= THRESHOLD / 2.0 {
                neighbour.neighbours.insert(joined);
                group.neighbours.insert(other);
                self.heap.push(Pair { likeness, a: other, b: joined });
            }
        }
        self.groups.push(Some(group));
    }

    fn alive(&self, group: usize) -> bool {
        matches!(self.groups.get(group), Some(Some(_)))
    }

    fn take(&mut self, group: usize) -> Option<Group> {
        self.groups.get_mut(group).and_then(Option::take)
    }
}

fn connect(groups: &mut [Option<Group>], a: usize, b: usize) {
    for (from, to) in [(a, b), (b, a)] {
        if let Some(Some(group)) = groups.get_mut(from) {
            group.neighbours.insert(to);
        }
    }
}

pub(crate) fn merge(mut a: Group, b: Group) -> Group {
    let (m, n) = (a.members.len() as f32, b.members.len() as f32);
    a.day = match (a.day, b.day) {
        (Some(x), Some(y)) => Some((x * m + y * n) / (m + n)),
        (day, None) | (None, day) => day,
    };
    a.sum = add(&a.sum, &b.sum);
    a.members.extend(b.members);
    a.given.extend(b.given);
    a.neighbours.clear();
    a
}

pub(crate) fn likeness(a: &Group, b: &Group) -> f32 {
    let pairs = a.members.len() as f32 * b.members.len() as f32;
    dot(&a.sum, &b.sum) / pairs * fade(a.day, b.day)
}

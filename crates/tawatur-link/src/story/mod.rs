//! Stories: which reports tell of one unfolding event.

mod candidate;
mod cluster;
mod vector;

use tawatur_model::{Day, Report};
use xxhash_rust::xxh3::xxh3_64;

use vector::Vectors;

/// The reports on one unfolding event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryGroup {
    /// Derived from the earliest report; the same for the same reports in any order.
    pub label: String,
    /// Indexes into the reports given, in order of publication.
    pub reports: Vec<usize>,
}

/// Cuts reports into stories, largest first.
///
/// Reports are compared by light stems and numbers, weighted by how rare they are in what is given; the title
/// counts for more, and days between two reports for less. Only pairs that share rare terms are looked at. The
/// order of the input makes no difference.
pub fn group(reports: &[&Report]) -> Vec<StoryGroup> {
    let order = canonical_order(reports);
    let ordered: Vec<&Report> = order.iter().filter_map(|(_, i)| reports.get(*i).copied()).collect();
    let vectors = Vectors::new(&ordered);
    let neighbours = candidate::neighbours(&vectors);
    let mut stories: Vec<StoryGroup> =
        cluster::cluster(&vectors, &neighbours).into_iter().map(|members| story(&order, &members)).collect();
    stories.sort_by(|a, b| b.reports.len().cmp(&a.reports.len()).then_with(|| a.label.cmp(&b.label)));
    stories
}

/// What a report is sorted by: day (none first), then content. Sums of weights are made in this order, so that
/// not even rounding depends on the order of the input.
type Key<'r> = (Option<Day>, u64, &'r str);

fn canonical_order<'r>(reports: &[&'r Report]) -> Vec<(Key<'r>, usize)> {
    let mut order: Vec<(Key<'r>, usize)> = reports.iter().enumerate().map(|(i, r)| (key(r), i)).collect();
    order.sort_by(|a, b| a.0.cmp(&b.0));
    order
}

fn key<'r>(report: &'r Report) -> Key<'r> {
    (report.published.map(|p| p.day), content_hash(report), report.id.as_str())
}

/// A hash of title and text that is the same on every machine.
pub(crate) fn content_hash(report: &Report) -> u64 {
    xxh3_64(report.title.as_deref().unwrap_or("").as_bytes()) ^ xxh3_64(report.text.as_bytes()).rotate_left(1)
}

fn story(order: &[(Key<'_>, usize)], members: &[usize]) -> StoryGroup {
    // The earliest report whose day is known names the story.
    let mut known = members.iter().filter_map(|m| order.get(*m));
    let first = known.clone().find(|((day, ..), _)| day.is_some()).or_else(|| known.next());
    let hash = first.map_or(0, |((_, hash, id), _)| hash ^ xxh3_64(id.as_bytes()));
    let day = first.and_then(|((day, ..), _)| *day).map_or_else(|| "undated".to_owned(), |d| d.to_string());
    StoryGroup {
        label: format!("{day}-{:08x}", hash >> 32),
        reports: members.iter().filter_map(|m| order.get(*m)).map(|(_, i)| *i).collect(),
    }
}

#[cfg(test)]
mod tests;

//! Stories: which reports tell of one unfolding event.

mod vector;

mod candidate;
mod cluster;

mod stream;

mod part;

use tawatur_model::{Day, Report};
use xxhash_rust::xxh3::xxh3_64;

use stream::{Stream, Telling};

/// The reports on one unfolding event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryGroup {
    /// Derived from its earliest report; it stays when later reports join.
    pub label: String,
    /// Indexes into the reports given, in order of publication.
    pub reports: Vec<usize>,
    /// The events that its reports tell of, earliest first: indexes into the reports given. One for most stories; two
    /// for two bombings in one week.
    pub events: Vec<Vec<usize>>,
    /// Stories that went into it, and the one that it was cut from, in the order in which that came to be known.
    pub changes: Vec<StoryChange>,
}

/// That two stories proved to be one, or one proved to be two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryChange {
    /// The day of the reports that showed it.
    pub on: Option<Day>,
    /// What happened.
    pub kind: StoryChangeKind,
    /// Label of the story that went into this one, or that this one was cut from.
    pub other: String,
}

/// What happened to a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryChangeKind {
    /// The other story went into this one.
    Merged,
    /// This one was cut from the other.
    Split,
}

/// Cuts reports into stories, largest first.
///
/// Reports are taken day by day, as they would arrive, undated ones last; a report is compared with those of the
/// last weeks that share rare terms with it, by light stems and numbers weighed by how rare they are in what has
/// arrived. The title counts for more, and days between two reports for less. The order of the reports given makes
/// no difference.
pub fn group(reports: &[&Report]) -> Vec<StoryGroup> {
    let mut order = canonical_order(reports);
    let undated = order.partition_point(|((day, ..), _)| day.is_none());
    order.rotate_left(undated);
    let mut stream = Stream::default();
    for today in order.chunk_by(|a, b| a.0.0 == b.0.0) {
        let arrived: Vec<&Report> = today.iter().filter_map(|(_, i)| reports.get(*i).copied()).collect();
        stream.add(today.first().and_then(|((day, ..), _)| *day), &arrived);
    }
    let mut stories: Vec<StoryGroup> = stream.stories().map(|told| story(reports, &order, told)).collect();
    stories.sort_by(|a, b| b.reports.len().cmp(&a.reports.len()).then_with(|| a.label.cmp(&b.label)));
    stories
}

fn story(given: &[&Report], order: &[(Key<'_>, usize)], told: Telling) -> StoryGroup {
    let reports: Vec<usize> = told.group.members.iter().filter_map(|m| order.get(*m)).map(|(_, i)| *i).collect();
    let members: Vec<&Report> = reports.iter().filter_map(|i| given.get(*i).copied()).collect();
    let events = part::parts(&members);
    let events = events.into_iter().map(|e| e.into_iter().filter_map(|i| reports.get(i).copied()).collect()).collect();
    StoryGroup { label: told.label, reports, events, changes: told.changes }
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

/// The events that the reports of one story tell of, earliest first: indexes into the reports given. One for most
/// stories; two for two bombings in one week.
pub fn events(reports: &[&Report]) -> Vec<Vec<usize>> {
    part::parts(reports)
}

#[cfg(test)]
mod tests;

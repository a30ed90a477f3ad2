//! Near copies: reports that share about half of their wording and more.

use tawatur_model::Report;
use xxhash_rust::xxh3::xxh3_64;

use super::ReportCopy;
use super::candidate::{containment, pairs};
use super::words::Words;
use crate::story::content_hash;

/// A report is a near copy when so much of the shorter one's runs of four words are in the other.
///
/// The pairs of the development reports that are copies lie above, those that only quote the same people below.
pub(crate) const NEAR_COPY: f64 = 0.45;
/// Shorter texts than so many runs of words are no copies of one another: they are all formula.
const FEWEST_SHINGLES: usize = 20;
/// One run in so many is looked at to find candidates.
const EVERY: u64 = 4;
/// So many of the runs looked at must be shared.
const LEAST_SHARED: u32 = 4;

/// Near copies among the reports given, by group; reports that are none are left out.
pub(crate) fn report_copies(reports: &[&Report]) -> Vec<ReportCopy> {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|i| reports.get(*i).map(|r| sort_key(r)));
    let ordered: Vec<&Report> = order.iter().filter_map(|i| reports.get(*i).copied()).collect();
    let shingles: Vec<Vec<u64>> = ordered.iter().map(|r| Words::new(r).shingles()).collect();
    let near = near_pairs(&shingles);
    let mut roots: Vec<usize> = (0..ordered.len()).collect();
    for (a, b, _) in &near {
        join(&mut roots, *a, *b);
    }
    let mut found: Vec<ReportCopy> = Vec::new();
    for (at, report) in order.iter().enumerate() {
        if !near.iter().any(|(a, b, _)| *a == at || *b == at) {
            continue;
        }
        let root = find(&mut roots, at);
        let label = ordered.get(root).map_or_else(String::new, |r| label(r));
        let copied_from = parent(at, &near, &ordered).and_then(|p| order.get(p)).copied();
        found.push(ReportCopy { report: *report, label, copied_from });
    }
    found.sort_by_key(|c| c.report);
    found
}

type SortKey<'r> = (Option<tawatur_model::Day>, Option<jiff::civil::Time>, u64, &'r str);

fn sort_key(report: &Report) -> SortKey<'_> {
    let day = report.published.map(|p| p.day);
    (day, report.published.and_then(|p| p.time), content_hash(report), &report.id)
}

/// Pairs of near copies with how much they share, by number.
fn near_pairs(shingles: &[Vec<u64>]) -> Vec<(usize, usize, f64)> {
    let long_enough = |i: usize| shingles.get(i).is_some_and(|s| s.len() >= FEWEST_SHINGLES);
    pairs(shingles, EVERY, LEAST_SHARED)
        .into_iter()
        .filter(|(a, b, _)| long_enough(*a) && long_enough(*b))
        .filter_map(|(a, b, _)| Some((a, b, containment(shingles.get(a)?, shingles.get(b)?))))
        .filter(|(.., share)| *share >= NEAR_COPY)
        .collect()
}

/// The report that one was copied from: of those published before it, the one that it shares most with. Where the
/// moments of publication do not tell, nobody knows.
fn parent(at: usize, near: &[(usize, usize, f64)], reports: &[&Report]) -> Option<usize> {
    let published = |i: usize| reports.get(i).and_then(|r| r.published);
    let before = |a: usize| super::direction::is_before(published(a), published(at));
    near.iter()
        .filter(|(a, b, _)| *b == at && before(*a))
        .max_by(|x, y| x.2.total_cmp(&y.2).then(y.0.cmp(&x.0)))
        .map(|(a, ..)| *a)
}

fn label(first: &Report) -> String {
    format!("copy-{:08x}", (content_hash(first) ^ xxh3_64(first.id.as_bytes())) >> 32)
}

/// The first of the group that a number belongs to.
pub(crate) fn find(roots: &mut [usize], mut at: usize) -> usize {
    while let Some(up) = roots.get(at).copied().filter(|up| *up != at) {
        let top = roots.get(up).copied().unwrap_or(up);
        if let Some(slot) = roots.get_mut(at) {
            *slot = top;
        }
        at = up;
    }
    at
}

fn join(roots: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(roots, a), find(roots, b));
    if let Some(slot) = roots.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

//! Near copies: reports that share about half of their wording and more.

use std::collections::BTreeMap;

use tawatur_model::Report;
use xxhash_rust::xxh3::xxh3_64;

use super::ReportCopy;
use super::candidate::{containment, pairs};
use super::credit::{Agency, credit, is_outlet};
use super::words::Words;
use crate::page::page;
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
    let mut near = near_pairs(&shingles);
    apart_from_versions(&mut near, &ordered);
    let mut of: Vec<Vec<(usize, f64)>> = vec![Vec::new(); ordered.len()];
    for (a, b, share) in &near {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(list) = of.get_mut(*one) {
                list.push((*other, *share));
            }
        }
    }
    let mut roots: Vec<usize> = (0..ordered.len()).collect();
    for (a, b, _) in &near {
        join(&mut roots, *a, *b);
    }
    let credits = credits(&ordered, &of, &mut roots);
    let mut found: Vec<ReportCopy> = Vec::new();
    for (at, report) in order.iter().enumerate() {
        let Some(alike) = of.get(at).filter(|alike| !alike.is_empty()) else { continue };
        let root = find(&mut roots, at);
        let label = ordered.get(root).map_or_else(String::new, |r| label(r));
        let parent = credits.parent(at, root, alike, &ordered);
        let copied_from = parent.and_then(|p| order.get(p)).copied();
        let source = credits.source(root).map(|a| a.name.to_owned());
        found.push(ReportCopy { report: *report, label, copied_from, source });
    }
    found.sort_by_key(|c| c.report);
    found
}

/// What the reports of each group of near copies credit.
struct Credits {
    own: BTreeMap<usize, Agency>,
    /// Of each group, by its first report, the one agency that its reports credit; none where they credit two.
    of_group: BTreeMap<usize, Option<Agency>>,
}

fn credits(reports: &[&Report], near: &[Vec<(usize, f64)>], roots: &mut [usize]) -> Credits {
    let mut credits = Credits { own: BTreeMap::new(), of_group: BTreeMap::new() };
    for (at, report) in reports.iter().enumerate().filter(|(at, _)| near.get(*at).is_some_and(|n| !n.is_empty())) {
        let Some(agency) = credit(report) else { continue };
        credits.own.insert(at, agency);
        let known = credits.of_group.entry(find(roots, at)).or_insert(Some(agency));
        if known.is_some_and(|k| k.row != agency.row) {
            *known = None;
        }
    }
    credits
}

impl Credits {
    fn source(&self, root: usize) -> Option<Agency> {
        self.of_group.get(&root).copied().flatten()
    }

    /// The report that one was copied from. One that credits an agency has its text from that agency's own report, if that
    /// is in the group, and else from none of them.
    fn parent(&self, at: usize, root: usize, alike: &[(usize, f64)], reports: &[&Report]) -> Option<usize> {
        let by_time = || parent(at, alike, reports);
        let Some(agency) = self.own.get(&at).copied().or(self.source(root)) else { return by_time() };
        let of_agency = |i: usize| reports.get(i).is_some_and(|r| is_outlet(agency, r));
        if of_agency(at) {
            return None;
        }
        let own: Vec<(usize, f64)> = alike.iter().copied().filter(|(i, _)| of_agency(*i)).collect();
        match (own.first(), self.own.contains_key(&at)) {
            (Some((first, _)), _) => parent(at, &own, reports).or(Some(*first)),
            (None, true) => None,
            (None, false) => by_time(),
        }
    }
}

/// Versions of one page are no copies of one another: of all versions only the one that is most like another report
/// is that report's near copy, the earliest of several.
fn apart_from_versions(near: &mut Vec<(usize, usize, f64)>, reports: &[&Report]) {
    let pages: Vec<Option<String>> = reports.iter().map(|r| page(r)).collect();
    let page_of = |i: usize| pages.get(i).and_then(Option::as_deref);
    near.retain(|(a, b, _)| page_of(*a).is_none() || page_of(*a) != page_of(*b));
    let mut best: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    for (a, b, share) in near.iter() {
        for at in [*a, *b] {
            let Some(page) = page_of(at) else { continue };
            let known = best.entry(page).or_insert((*share, at));
            if *share > known.0 || (*share == known.0 && at < known.1) {
                *known = (*share, at);
            }
        }
    }
    let stands = |at: usize| page_of(at).and_then(|p| best.get(p)).is_none_or(|(_, kept)| *kept == at);
    near.retain(|(a, b, _)| stands(*a) && stands(*b));
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
fn parent(at: usize, alike: &[(usize, f64)], reports: &[&Report]) -> Option<usize> {
    let published = |i: usize| reports.get(i).and_then(|r| r.published);
    let before = |a: usize| super::direction::is_before(published(a), published(at));
    alike
        .iter()
        .filter(|(other, _)| *other < at && before(*other))
        .max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)))
        .map(|(other, _)| *other)
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

//! Which pairs of reports are worth comparing.

use std::collections::VecDeque;

use super::cluster::THRESHOLD;
use super::vector::{Vector, dot};

/// A report is found by its so many weightiest terms.
const KEY_TERMS: usize = 40;
/// A term points to at most so many reports, the latest: commoner terms cannot make the cost grow faster than
/// the number of reports.
const LONGEST_POSTING: usize = 160;
/// So many candidates by shared key terms are compared in full.
const COMPARED: usize = 60;
/// So many neighbours are kept of each report.
const KEPT: usize = 40;
/// A report older than so many days is no candidate any more.
pub(crate) const WINDOW_DAYS: i32 = 45;
/// After so many days between them, two reports look a factor e less alike.
const FADE_DAYS: f32 = 30.0;

/// How much the time between two days takes from likeness; undated reports lose nothing.
pub(crate) fn fade(a: Option<f32>, b: Option<f32>) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) => (-(a - b).abs() / FADE_DAYS).exp(),
        _ => 1.0,
    }
}

/// Which reports hold which key terms, the latest reports only.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    by_term: Vec<VecDeque<(u32, f32)>>,
    scores: Vec<f32>,
}

impl Postings {
    /// For each report from `first` on its most alike earlier reports.
    pub(crate) fn neighbours(&mut self, vectors: &[Vector], first: usize, terms: usize) -> Vec<Vec<(usize, f32)>> {
        self.by_term.resize_with(terms, VecDeque::new);
        self.scores.resize(vectors.len(), 0.0);
        (first..vectors.len()).map(|at| self.look_up(vectors, at)).collect()
    }

    fn look_up(&mut self, vectors: &[Vector], at: usize) -> Vec<(usize, f32)> {
        let Some(report) = vectors.get(at) else { return Vec::new() };
        let mut touched = Vec::new();
        for (term, weight) in key_terms(&report.terms) {
            let Some(posting) = self.by_term.get_mut(term as usize) else { continue };
            for (other, other_weight) in posting.iter() {
                if let Some(score) = self.scores.get_mut(*other as usize) {
                    if *score == 0.0 {
                        touched.push(*other);
                    }
                    *score += weight * other_weight;
                }
            }
            if posting.len() == LONGEST_POSTING {
                posting.pop_front();
            }
            posting.push_back((at as u32, weight));
        }
        compare(vectors, report, best(&mut self.scores, touched))
    }
}

fn key_terms(terms: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut keys = terms.to_vec();
    keys.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    keys.truncate(KEY_TERMS);
    keys
}

/// The touched reports of the highest scores; all scores are set back.
fn best(scores: &mut [f32], touched: Vec<u32>) -> Vec<u32> {
    let mut scored: Vec<(f32, u32)> = Vec::with_capacity(touched.len());
    for report in touched {
        if let Some(score) = scores.get_mut(report as usize) {
            scored.push((std::mem::take(score), report));
        }
    }
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.truncate(COMPARED);
    scored.into_iter().map(|(_, report)| report).collect()
}

fn compare(vectors: &[Vector], report: &Vector, candidates: Vec<u32>) -> Vec<(usize, f32)> {
    let mut kept: Vec<(usize, f32)> = candidates
        .into_iter()
        .filter_map(|c| Some((c as usize, vectors.get(c as usize)?)))
        .filter(|(_, other)| within_window(report.day, other.day))
        .map(|(c, other)| {
            let days = (report.day.map(|d| d as f32), other.day.map(|d| d as f32));
            (c, dot(&report.terms, &other.terms) * fade(days.0, days.1))
        })
        .filter(|(_, likeness)| *likeness >= THRESHOLD / 2.0)
        .collect();
    kept.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    kept.truncate(KEPT);
    kept
}

fn within_window(a: Option<i32>, b: Option<i32>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= WINDOW_DAYS,
        _ => true,
    }
}

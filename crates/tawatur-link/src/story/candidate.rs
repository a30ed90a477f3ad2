//! Which pairs of reports are worth comparing.

use std::collections::VecDeque;

use super::cluster::THRESHOLD;
use super::vector::{Vectors, dot};

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
const WINDOW_DAYS: i32 = 45;
/// After so many days between them, two reports look a factor e less alike.
const FADE_DAYS: f32 = 30.0;

/// How much the time between two days takes from likeness; undated reports lose nothing.
pub(crate) fn fade(a: Option<f32>, b: Option<f32>) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) => (-(a - b).abs() / FADE_DAYS).exp(),
        _ => 1.0,
    }
}

/// For each report its most alike earlier reports.
pub(crate) fn neighbours(vectors: &Vectors) -> Vec<Vec<(usize, f32)>> {
    let mut postings: Vec<VecDeque<(u32, f32)>> = vec![VecDeque::new(); vectors.term_count];
    let mut scores = vec![0f32; vectors.reports.len()];
    let mut found = Vec::with_capacity(vectors.reports.len());
    for (at, report) in vectors.reports.iter().enumerate() {
        let keys = key_terms(&report.terms);
        let mut touched = Vec::new();
        for (term, weight) in &keys {
            let Some(posting) = postings.get_mut(*term as usize) else { continue };
            for (other, other_weight) in posting.iter() {
                if let Some(score) = scores.get_mut(*other as usize) {
                    if *score == 0.0 {
                        touched.push(*other);
                    }
                    *score += weight * other_weight;
                }
            }
            if posting.len() == LONGEST_POSTING {
                posting.pop_front();
            }
            posting.push_back((at as u32, *weight));
        }
        found.push(compare(vectors, at, best(&mut scores, touched)));
    }
    found
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

fn compare(vectors: &Vectors, at: usize, candidates: Vec<u32>) -> Vec<(usize, f32)> {
    let Some(report) = vectors.reports.get(at) else { return Vec::new() };
    let mut kept: Vec<(usize, f32)> = candidates
        .into_iter()
        .filter_map(|c| Some((c as usize, vectors.reports.get(c as usize)?)))
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

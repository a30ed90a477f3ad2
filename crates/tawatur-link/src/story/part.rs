//! Sub-events: two bombings in one week are one story to a reader of words, and two events to whoever counts.

use std::collections::BTreeMap;

use tawatur_model::{Day, Report};
use tawatur_text::{Document, TokenKind};

use super::candidate::fade;
use super::vector::{Vector, Weigher, dot};
use crate::terms::sense_of_token;

/// Reports of one event are on average at least so alike, days set aside; those of two events of one kind in one place less.
const THRESHOLD: f32 = 0.2;
/// Reports that say different days of what happened look so much less alike, those that say one day so much more.
const ANOTHER_DAY: f32 = 0.6;
const SAME_DAY: f32 = 1.3;
/// What falls into more parts than so many is a campaign that goes on day after day, and no two events.
const MOST_PARTS: usize = 4;
/// Larger stories are not cut into events: every pair of reports is looked at.
const MOST_REPORTS: usize = 400;
/// Words of a report's beginning in which it says when it happened.
const BEGINNING: usize = 70;

/// The events that the reports of one story tell of: indexes into the reports, earliest event first. One, where the
/// reports do not say different days of what happened, or tell of it in the same words.
pub(crate) fn parts(reports: &[&Report]) -> Vec<Vec<usize>> {
    let days: Vec<Option<i32>> = reports.iter().map(|r| happened(r)).collect();
    let mut named: Vec<i32> = days.iter().flatten().copied().collect();
    named.sort_unstable();
    named.dedup();
    if named.len() < 2 || reports.len() > MOST_REPORTS {
        return vec![(0..reports.len()).collect()];
    }
    let vectors = Weigher::default().add(reports);
    let mut found = joined(&vectors, &days);
    settle_undecided(&mut found, &vectors, &days);
    if found.len() > MOST_PARTS {
        return vec![(0..reports.len()).collect()];
    }
    found.sort_by_key(|part| part.iter().filter_map(|i| Some((vectors.get(*i)?.day, *i))).min());
    found
}

/// Joins reports whose average likeness is high enough, the most alike groups first.
fn joined(vectors: &[Vector], days: &[Option<i32>]) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = (0..vectors.len()).map(|i| vec![i]).collect();
    let mut alike: Vec<Vec<f32>> =
        (0..vectors.len()).map(|a| (0..vectors.len()).map(|b| likeness(vectors, days, a, b)).collect()).collect();
    // Sums of likeness between groups; divided by the number of pairs, the average.
    loop {
        let mut best: Option<(f32, usize, usize)> = None;
        for a in 0..parts.len() {
            for b in 0..a {
                let (Some(m), Some(n)) = (parts.get(a).map(Vec::len), parts.get(b).map(Vec::len)) else { continue };
                let sum = alike.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0.0);
                let average = sum / (m * n) as f32;
                if average >= THRESHOLD && best.is_none_or(|(most, ..)| average > most) {
                    best = Some((average, a, b));
                }
            }
        }
        let Some((_, a, b)) = best else { return parts };
        let gone = parts.swap_remove(a);
        if let Some(kept) = parts.get_mut(b) {
            kept.extend(gone);
        }
        fold_in(&mut alike, a, b);
    }
}

/// Adds row and column `a` to `b`, and puts the last in the place of `a`.
fn fold_in(alike: &mut Vec<Vec<f32>>, a: usize, b: usize) {
    let gone = alike.swap_remove(a);
    for row in alike.iter_mut() {
        if a < row.len() {
            row.swap_remove(a);
        }
    }
    let mut gone = gone;
    gone.swap_remove(a);
    for (i, value) in gone.into_iter().enumerate() {
        if let Some(slot) = alike.get_mut(b).and_then(|row| row.get_mut(i)) {
            *slot += value;
        }
        let mirrored = alike.get(b).and_then(|row| row.get(i)).copied().unwrap_or(0.0);
        if let Some(slot) = alike.get_mut(i).and_then(|row| row.get_mut(b)) {
            *slot = mirrored;
        }
    }
}

fn likeness(vectors: &[Vector], days: &[Option<i32>], a: usize, b: usize) -> f32 {
    let (Some(one), Some(two)) = (vectors.get(a), vectors.get(b)) else { return 0.0 };
    let said = (days.get(a).copied().flatten(), days.get(b).copied().flatten());
    let factor = match said {
        (Some(a), Some(b)) if a == b => SAME_DAY,
        (Some(_), Some(_)) => ANOTHER_DAY,
        _ => 1.0,
    };
    let day = |v: &Vector| v.day.map(|d| d as f32);
    dot(&one.terms, &two.terms) * factor * fade(day(one), day(two))
}

/// What says no day of its own, or is alone with its day, is no event of its own: it goes with the part that it is
/// most like. Two parts that say the same day are one event.
fn settle_undecided(parts: &mut Vec<Vec<usize>>, vectors: &[Vector], days: &[Option<i32>]) {
    let day_of = |part: &[usize]| {
        let mut said: BTreeMap<i32, usize> = BTreeMap::new();
        part.iter().filter_map(|i| days.get(*i).copied().flatten()).for_each(|d| *said.entry(d).or_default() += 1);
        said.into_iter().max_by_key(|(day, n)| (*n, std::cmp::Reverse(*day))).map(|(day, _)| day)
    };
    parts.sort_by_key(|p| (std::cmp::Reverse(p.len()), p.first().copied()));
    let mut kept: Vec<Vec<usize>> = Vec::new();
    for part in std::mem::take(parts) {
        let day = day_of(&part);
        let same = kept.iter().position(|k| day.is_some() && day_of(k) == day);
        let decided = part.len() > 1 && day.is_some();
        let average = |k: &Vec<usize>| {
            let sum: f32 = k
                .iter()
                .flat_map(|a| part.iter().map(move |b| (a, b)))
                .map(|(a, b)| likeness(vectors, days, *a, *b))
                .sum();
            sum / (k.len() * part.len()).max(1) as f32
        };
        let nearest = (0..kept.len()).max_by(|a, b| {
            let of = |i: &usize| kept.get(*i).map_or(0.0, average);
            of(a).total_cmp(&of(b)).then(b.cmp(a))
        });
        match same.or(nearest.filter(|_| !decided)).and_then(|i| kept.get_mut(i)) {
            Some(home) => home.extend(part),
            None => kept.push(part),
        }
    }
    kept.iter_mut().for_each(|k| k.sort_unstable());
    *parts = kept;
}

/// The day on which a report says that it happened: a weekday, today or yesterday in its title or beginning,
/// counted back from its publication.
fn happened(report: &Report) -> Option<i32> {
    let published = report.published?.day;
    let title = report.title.as_deref().unwrap_or("");
    [title, report.text.as_str()].into_iter().find_map(|part| said_day(&Document::new(beginning(part)), published))
}

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(BEGINNING * 16);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

fn said_day(document: &Document<'_>, published: Day) -> Option<i32> {
    let today = super::vector::day_number(published);
    (0..document.tokens().len().min(BEGINNING))
        .filter(|at| document.kind(*at) == TokenKind::Word)
        .find_map(|at| back(document.word(at), published))
        .map(|back| today - back)
}

/// How many days a word points back.
fn back(word: &str, published: Day) -> Option<i32> {
    match sense_of_token("day", word) {
        Some("today") => return Some(0),
        Some("yesterday") => return Some(1),
        _ => {}
    }
    let named = match sense_of_token("weekday", word)? {
        "monday" => 1,
        "tuesday" => 2,
        "wednesday" => 3,
        "thursday" => 4,
        "friday" => 5,
        "saturday" => 6,
        _ => 7,
    };
    let of_publication = i32::from(published.weekday().to_monday_one_offset());
    Some((of_publication - named).rem_euclid(7))
}

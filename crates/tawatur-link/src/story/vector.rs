//! Reports as sparse vectors of weighted terms.

use rustc_hash::FxHashMap;
use tawatur_model::Report;
use tawatur_text::Document;

use crate::terms::terms;

/// Virtual reports that every count of reports starts from. With few reports at hand, how many of them hold a
/// term says little of how rare it is in the language; these keep the weights level until enough have been seen.
const PRIOR_REPORTS: f64 = 500.0;
/// Of the virtual reports, so many hold any given term.
const PRIOR_WITH_TERM: f64 = 1.5;
/// How often a term of the title counts more than one of the text.
const TITLE_WEIGHT: f32 = 4.0;
/// Where a report has no title of its own, its first line of at most so many bytes stands for it.
const LONGEST_FIRST_LINE: usize = 240;
/// Text beyond so many bytes adds nothing to what a report is about, but much to the cost.
const LONGEST_TEXT: usize = 64 * 1024;

/// A sparse vector of length one: term numbers ascending, with weights.
pub(crate) type Sparse = Vec<(u32, f32)>;

/// One report as a vector.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vector {
    /// Its terms.
    pub(crate) terms: Sparse,
    /// Day number of publication.
    pub(crate) day: Option<i32>,
}

/// Turns reports into vectors, weighing terms by their rarity in all reports that it has seen.
#[derive(Debug, Default)]
pub(crate) struct Weigher {
    numbers: FxHashMap<Box<str>, u32>,
    /// How many reports hold each term.
    holding: Vec<u32>,
    seen: usize,
}

impl Weigher {
    /// The vectors of reports that arrive together; all of them count before any is weighed.
    pub(crate) fn add(&mut self, reports: &[&Report]) -> Vec<Vector> {
        let counted: Vec<Sparse> = reports.iter().map(|r| count(r, &mut self.numbers)).collect();
        self.holding.resize(self.numbers.len(), 0);
        for (term, _) in counted.iter().flatten() {
            if let Some(n) = self.holding.get_mut(*term as usize) {
                *n += 1;
            }
        }
        self.seen += reports.len();
        reports.iter().zip(counted).map(|(r, c)| self.weigh(r, c)).collect()
    }

    /// Number of different terms.
    pub(crate) fn term_count(&self) -> usize {
        self.holding.len()
    }

    fn rarity(&self, term: u32) -> f32 {
        let total = self.seen as f64 + PRIOR_REPORTS;
        let holding = self.holding.get(term as usize).copied().unwrap_or(0);
        (total / (f64::from(holding) + PRIOR_WITH_TERM)).ln().max(0.05) as f32
    }

    fn weigh(&self, report: &Report, mut terms: Sparse) -> Vector {
        for (term, weight) in &mut terms {
            *weight = (1.0 + weight.ln()) * self.rarity(*term);
        }
        let length = terms.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            for (_, weight) in &mut terms {
                *weight /= length;
            }
        }
        Vector { terms, day: report.published.map(|p| day_number(p.day)) }
    }
}

/// How often each term occurs in a report.
fn count(report: &Report, numbers: &mut FxHashMap<Box<str>, u32>) -> Sparse {
    let text = cut(&report.text, LONGEST_TEXT);
    let mut counts: FxHashMap<u32, f32> = FxHashMap::default();
    let first_line = || cut(text.trim_start().lines().next().unwrap_or(""), LONGEST_FIRST_LINE);
    let title = report.title.as_deref().unwrap_or_else(first_line);
    for (part, weight) in [(title, TITLE_WEIGHT), (text, 1.0)] {
        let document = Document::new(part);
        for term in terms(&document) {
            *counts.entry(number(term, numbers)).or_default() += weight;
        }
    }
    let mut sparse: Sparse = counts.into_iter().collect();
    sparse.sort_unstable_by_key(|(term, _)| *term);
    sparse
}

fn number(term: &str, numbers: &mut FxHashMap<Box<str>, u32>) -> u32 {
    if let Some(n) = numbers.get(term) {
        return *n;
    }
    let next = numbers.len() as u32;
    numbers.insert(term.into(), next);
    next
}

pub(crate) fn day_number(day: tawatur_model::Day) -> i32 {
    day.since(jiff::civil::Date::ZERO).map_or(0, |span| span.get_days())
}

fn cut(text: &str, longest: usize) -> &str {
    let mut end = text.len().min(longest);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The sum of the products of common terms.
pub(crate) fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() * 16 < long.len() { dot_by_search(short, long) } else { dot_by_merge(short, long) }
}

fn dot_by_merge(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((s, x)), Some((t, y))) = (a.get(i), b.get(j)) {
        match s.cmp(t) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += x * y;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

fn dot_by_search(short: &[(u32, f32)], mut long: &[(u32, f32)]) -> f32 {
    let mut sum = 0.0;
    for (term, x) in short {
        let at = long.partition_point(|(t, _)| t < term);
        long = long.get(at..).unwrap_or_default();
        if let Some((t, y)) = long.first()
            && t == term
        {
            sum += x * y;
        }
    }
    sum
}

/// The sum of two vectors.
pub(crate) fn add(a: &[(u32, f32)], b: &[(u32, f32)]) -> Sparse {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x.0 == y.0 => {
                sum.push((x.0, x.1 + y.1));
                i += 1;
                j += 1;
            }
            (Some(x), Some(y)) if x.0 < y.0 => {
                sum.push(*x);
                i += 1;
            }
            (Some(x), None) => {
                sum.push(*x);
                i += 1;
            }
            (_, Some(y)) => {
                sum.push(*y);
                j += 1;
            }
            (None, None) => return sum,
        }
    }
}

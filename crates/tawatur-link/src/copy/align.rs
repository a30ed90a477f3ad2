//! Alignment of two texts that share wording.

use rustc_hash::FxHashMap;

use super::words::Words;

/// So many equal words in a row anchor an alignment.
const ANCHOR: usize = 3;
/// Of an anchor's places in the other text so many are tried.
const TRIED: usize = 16;
/// Between two runs of equal words so many others may stand on either side.
const WIDEST_GAP: usize = 8;
/// Beyond either end of a passage so many words may differ before one is equal again.
const EDGE: usize = 3;
/// A passage is shared when so many of its words are equal: no formula of news prose is so long.
const FEWEST_EQUAL: usize = 12;
/// And when so much of it is equal, on both sides.
const LEAST_EQUAL: f64 = 0.6;

/// Equal words in a row: from `a` on in the one text, from `b` on in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) length: usize,
}

/// A passage that two texts share: runs in the order of both texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    pub(crate) runs: Vec<Run>,
}

impl Shared {
    /// Number of equal words.
    pub(crate) fn equal(&self) -> usize {
        self.runs.iter().map(|r| r.length).sum()
    }

    /// First word and word after the last, in both texts.
    pub(crate) fn spans(&self) -> Option<((usize, usize), (usize, usize))> {
        let (first, last) = (self.runs.first()?, self.runs.last()?);
        Some(((first.a, last.a + last.length), (first.b, last.b + last.length)))
    }

    /// The words between runs: ranges in both texts.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = ((usize, usize), (usize, usize))> + '_ {
        self.runs.windows(2).filter_map(|pair| {
            let [one, two] = pair else { return None };
            Some(((one.a + one.length, two.a), (one.b + one.length, two.b)))
        })
    }

    fn is_long_enough(&self) -> bool {
        let Some(((a, a_end), (b, b_end))) = self.spans() else { return false };
        let equal = self.equal();
        equal >= FEWEST_EQUAL && equal as f64 >= LEAST_EQUAL * (a_end - a).max(b_end - b) as f64
    }
}

/// The passages that two texts share, in the order of the first.
pub(crate) fn shared(a: &Words, b: &Words) -> Vec<Shared> {
    let mut found: Vec<Shared> = Vec::new();
    for run in runs(&a.keys, &b.keys) {
        match found.iter_mut().rev().take(3).find(|s| continues(s, run)) {
            Some(shared) => {
                let last = shared.runs.last().map_or((0, 0), |l| (l.a + l.length, l.b + l.length));
                shared.runs.push(leftwards(run, a, b, last));
            }
            None => found.push(Shared { runs: vec![leftwards(run, a, b, (0, 0))] }),
        }
    }
    found.retain(Shared::is_long_enough);
    found.iter_mut().for_each(|s| widen(s, &a.keys, &b.keys));
    found
}

/// Takes in a word or more beyond either end of a passage, over a few that differ: what a copyist changes first is
/// often the second word of a sentence.
fn widen(shared: &mut Shared, a: &[u64], b: &[u64]) {
    let Some(((a_from, a_to), (b_from, b_to))) = shared.spans() else { return };
    let steps =
        || (0..=EDGE * 2).flat_map(|sum| (0..=sum).map(move |i| (i, sum - i))).filter(|(i, j)| i.abs_diff(*j) <= 2);
    let at = |keys: &[u64], from: usize, back: usize| from.checked_sub(back + 1).and_then(|i| keys.get(i)).copied();
    let before = steps().find(|(i, j)| at(a, a_from, *i).is_some_and(|k| Some(k) == at(b, b_from, *j)));
    if let Some((i, j)) = before {
        let (mut run_a, mut run_b, mut length) = (a_from - i - 1, b_from - j - 1, 1);
        while run_a > 0 && run_b > 0 && a.get(run_a - 1) == b.get(run_b - 1) && length < ANCHOR {
            (run_a, run_b, length) = (run_a - 1, run_b - 1, length + 1);
        }
        shared.runs.insert(0, Run { a: run_a, b: run_b, length });
    }
    let after = steps().find(|(i, j)| a.get(a_to + i).is_some_and(|k| Some(k) == b.get(b_to + j)));
    if let Some((i, j)) = after {
        let length = equal_words(a, a_to + i, b, b_to + j).min(ANCHOR);
        shared.runs.push(Run { a: a_to + i, b: b_to + j, length });
    }
}

/// The run with the equal words before it, which an earlier run to another place may have used up.
fn leftwards(mut run: Run, a: &Words, b: &Words, (a_from, b_from): (usize, usize)) -> Run {
    while run.a > a_from && run.b > b_from && a.keys.get(run.a - 1) == b.keys.get(run.b - 1) {
        run = Run { a: run.a - 1, b: run.b - 1, length: run.length + 1 };
    }
    run
}

fn continues(shared: &Shared, run: Run) -> bool {
    let Some(last) = shared.runs.last() else { return false };
    let near = |from: usize, to: usize| to >= from && to - from <= WIDEST_GAP;
    near(last.a + last.length, run.a) && near(last.b + last.length, run.b)
}

/// The longest runs of equal words from each place of the first text on.
fn runs(a: &[u64], b: &[u64]) -> Vec<Run> {
    let mut places: FxHashMap<&[u64], Vec<usize>> = FxHashMap::default();
    for (at, anchor) in b.windows(ANCHOR).enumerate() {
        let found = places.entry(anchor).or_default();
        if found.len() < TRIED {
            found.push(at);
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(anchor) = a.get(at..at + ANCHOR) {
        let best = places
            .get(anchor)
            .into_iter()
            .flatten()
            .map(|b_at| Run { a: at, b: *b_at, length: equal_words(a, at, b, *b_at) })
            .max_by_key(|r| (r.length, std::cmp::Reverse(r.b)));
        match best {
            Some(run) => {
                at += run.length;
                found.push(run);
            }
            None => at += 1,
        }
    }
    found
}

fn equal_words(a: &[u64], a_at: usize, b: &[u64], b_at: usize) -> usize {
    let (a, b) = (a.get(a_at..).unwrap_or_default(), b.get(b_at..).unwrap_or_default());
    a.iter().zip(b).take_while(|(x, y)| x == y).count()
}

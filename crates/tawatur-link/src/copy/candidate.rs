//! Which pairs of reports may share wording.

use rustc_hash::FxHashMap;

/// A run of words that more reports than this have in common is a formula or the outlet's furniture.
const MOST_REPORTS: usize = 48;

/// How many runs of words each pair of reports shares, formulas left out; pairs with fewer than `least` are left out.
///
/// One run of `every` is looked at, chosen by its hash, so that both sides of a pair choose alike.
pub(crate) fn pairs(shingles: &[Vec<u64>], every: u64, least: u32) -> Vec<(usize, usize, u32)> {
    let mut holders: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    for (report, all) in shingles.iter().enumerate() {
        for shingle in all.iter().filter(|s| *s % every == 0) {
            let held = holders.entry(*shingle).or_default();
            // One more than is looked at, to know that there are too many.
            if held.len() <= MOST_REPORTS {
                held.push(report as u32);
            }
        }
    }
    let mut shared: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for held in holders.into_values().filter(|h| (2..=MOST_REPORTS).contains(&h.len())) {
        for (i, a) in held.iter().enumerate() {
            for b in held.iter().skip(i + 1) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut found: Vec<(usize, usize, u32)> =
        shared.into_iter().filter(|(_, n)| *n >= least).map(|((a, b), n)| (a as usize, b as usize, n)).collect();
    found.sort_unstable();
    found
}

/// How much of the shorter of two sorted lists the other holds.
pub(crate) fn containment(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    common as f64 / a.len().min(b.len()).max(1) as f64
}

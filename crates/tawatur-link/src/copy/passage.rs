//! Passages that reports of one story share.

use tawatur_model::{CopyGroup, CopyPassage};
use tawatur_text::ByteRange;

use super::align::{Shared, shared};
use super::alteration::{Side, alterations};
use super::candidate::pairs;
use super::direction::{credited, direction};
use super::words::Words;
use crate::Item;
use crate::page::one_page;

/// So many runs of four words must be shared before two texts are aligned.
const LEAST_SHARED: u32 = 5;

/// The shared wording of all reports, each passage once for every report that has it from an earlier one.
pub(crate) fn copies(items: &[Item<'_>]) -> Vec<CopyGroup> {
    let mut ordered = items.to_vec();
    ordered.sort_by(|a, b| order(a).cmp(&order(b)));
    let words: Vec<Words> = ordered.iter().map(|i| Words::new(i.report)).collect();
    let shingles: Vec<Vec<u64>> = words.iter().map(Words::shingles).collect();
    let mut candidates = pairs(&shingles, 1, LEAST_SHARED);
    // The earliest report that has a passage is taken for its source; of a copy's possible sources, the one that
    // shares most comes first.
    candidates.sort_by(|x, y| (x.1, y.2, x.0).cmp(&(y.1, x.2, y.0)));
    let mut found = Vec::new();
    let mut taken: (usize, Vec<(usize, usize)>) = (0, Vec::new());
    for (a, b, _) in candidates {
        if taken.0 != b {
            taken = (b, Vec::new());
        }
        let (Some(one), Some(two)) = (side(&ordered, &words, a), side(&ordered, &words, b)) else { continue };
        if one_page(one.item.report, two.item.report) {
            continue;
        }
        let mut passages = shared(one.words, two.words);
        passages.retain(|p| is_free(p, &taken.1));
        taken.1.extend(passages.iter().filter_map(|p| p.spans().map(|(_, b)| b)));
        found.extend(group(&one, &two, &passages));
    }
    found
}

pub(crate) fn order<'a>(item: &Item<'a>) -> (Option<tawatur_model::Day>, Option<jiff::civil::Time>, &'a str) {
    (item.published(), item.report.published.and_then(|p| p.time), item.report.id.as_str())
}

fn side<'s, 'a>(items: &'s [Item<'a>], words: &'s [Words], at: usize) -> Option<Side<'s, 'a>> {
    Some(Side { item: items.get(at)?, words: words.get(at)? })
}

/// Whether less than half of a passage of the copy is already known to come from another report.
fn is_free(passage: &Shared, taken: &[(usize, usize)]) -> bool {
    let Some((_, (start, end))) = passage.spans() else { return false };
    let covered: usize = taken.iter().map(|(s, e)| end.min(*e).saturating_sub(start.max(*s))).sum();
    covered * 2 < end - start
}

fn group(a: &Side<'_, '_>, b: &Side<'_, '_>, shared: &[Shared]) -> Option<CopyGroup> {
    if shared.is_empty() {
        return None;
    }
    let (in_a, in_b) = (ranges(a, shared, true), ranges(b, shared, false));
    let source = source(a, b, &in_a, &in_b);
    let direction = direction(a.item, b.item, source.as_deref());
    let forward = direction.as_ref().is_none_or(|d| d.from == a.item.report.id);
    let mut changes = Vec::new();
    for passage in shared {
        changes.extend(alterations(a, b, passage));
    }
    if !forward {
        changes.iter_mut().for_each(turn);
    }
    let passage =
        |side: &Side<'_, '_>, range: &ByteRange| CopyPassage { report: side.item.report.id.clone(), range: *range };
    let passages = in_a.iter().map(|r| passage(a, r)).chain(in_b.iter().map(|r| passage(b, r))).collect();
    let reports = vec![a.item.report.id.clone(), b.item.report.id.clone()];
    Some(CopyGroup { reports, passages, direction, source, alterations: changes })
}

fn turn(alteration: &mut tawatur_model::Alteration) {
    std::mem::swap(&mut alteration.from, &mut alteration.to);
}

fn ranges(side: &Side<'_, '_>, shared: &[Shared], first: bool) -> Vec<ByteRange> {
    let mut found: Vec<ByteRange> = shared
        .iter()
        .filter_map(|s| s.spans())
        .filter_map(|(a, b)| if first { side.words.range(a.0, a.1) } else { side.words.range(b.0, b.1) })
        .collect();
    found.sort();
    found
}

/// The agency that both reports credit, or that the one credits for words that the other has too.
fn source(a: &Side<'_, '_>, b: &Side<'_, '_>, in_a: &[ByteRange], in_b: &[ByteRange]) -> Option<String> {
    let (one, two) = (credited(a.item, in_a), credited(b.item, in_b));
    match (one, two) {
        (Some(one), Some(two)) if tawatur_text::fold_word(&one) != tawatur_text::fold_word(&two) => None,
        (one, two) => one.or(two),
    }
}

//! Sums that a report gets wrong by its own numbers: parts against their whole, sums that are said, tolls that fall.
//!
//! Only what the report itself puts side by side is compared, and nothing is corrected: the words that do not fit are
//! noted with the words that they do not fit to. What other reports say is for the account.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use tawatur_model::{Figure, Modality, Note, Quantity, Severity};
use tawatur_text::ByteRange;

use crate::figure::book;
use crate::rule::Rule;
use crate::{Analysed, Senses};

/// Counts before one that are looked at: more than a newspaper gives side by side, so that endless lists take no longer.
const MOST_PARTS: usize = 64;
/// Bytes between two counts of one list.
const SIDE_BY_SIDE: u32 = 80;

/// Bytes before a total in which a word may call it a sum.
const SUM_WORD: u32 = 40;

/// The notes on the figures of a text.
pub(crate) fn notes(analysed: &Analysed<'_>, figures: &[Figure]) -> Vec<Note> {
    if figures.len() < 2 {
        return Vec::new();
    }
    let mut found = parts(figures);
    found.extend(said_sums(analysed, figures));
    found.extend(grown_totals(figures));
    found.extend(falling_tolls(figures));
    found
}

fn note(id: &str, figure: &Figure, related: Vec<ByteRange>, message: String) -> Note {
    Note { id: id.to_owned(), severity: Severity::Warning, range: Some(figure.range), message, related }
}

/// A part that is larger than its whole, or parts side by side that together are.
fn parts(figures: &[Figure]) -> Vec<Note> {
    let by_id: FxHashMap<&str, &Figure> = figures.iter().map(|f| (f.id.as_str(), f)).collect();
    let mut found = Vec::new();
    let mut run: Vec<&Figure> = Vec::new();
    // The sum of the run, and whether each of it says whom it counts.
    let (mut sum, mut named) = (0.0, true);
    for figure in figures {
        let whole = figure.subset_of.as_deref().and_then(|id| by_id.get(id).copied());
        let goes_on = run.last().is_some_and(|b| b.subset_of == figure.subset_of && follows(b, figure));
        if !goes_on {
            run.clear();
        }
        if run.is_empty() {
            (sum, named) = (0.0, true);
        }
        let Some(whole) = whole.filter(|w| w.quantity == figure.quantity && is_said_part(figure)) else { continue };
        let (Some(low), Some(most)) = (figure.low, whole.high) else { continue };
        run.push(figure);
        sum += low;
        named &= figure.who.is_some();
        if low > most {
            let message = format!("The part, {low}, is larger than the whole, {most}.");
            found.push(note("part-exceeds-whole", figure, vec![whole.range], message));
            run.clear();
        } else if sum > most && named {
            let mut related: Vec<ByteRange> = run.iter().map(|f| f.range).filter(|r| *r != figure.range).collect();
            related.push(whole.range);
            let message =
                format!("The parts come to {sum}, more than the whole, {most}, unless some are counted twice.");
            found.push(note("parts-exceed-whole", figure, related, message));
            run.clear();
        }
    }
    found
}

/// Whether its rule reads a part out of the count right before it: «بينهم», «من أصل», a list behind one of these.
fn is_said_part(figure: &Figure) -> bool {
    rule_of(figure).is_some_and(|r| r.gives.get("quantity").is_some_and(|q| q == "figure"))
}

/// The rule that read a figure.
fn rule_of(figure: &Figure) -> Option<&'static Rule> {
    book().ok()?.rules().iter().find(|r| r.id == figure.rule)
}

/// Whether a count stands right behind another of its list.
fn follows(before: &Figure, figure: &Figure) -> bool {
    figure.range.start() >= before.range.end() && figure.range.start() - before.range.end() <= SIDE_BY_SIDE
}

/// «خمسة جنود وأربعة مدنيين، بمجموع عشرة قتلى»: counts side by side, and a total that is called their sum.
fn said_sums(analysed: &Analysed<'_>, figures: &[Figure]) -> Vec<Note> {
    let mut found = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        let Some(total) = exact(figure).filter(|_| at >= 2 && figure.quantity.is_core()) else { continue };
        let mut parts: Vec<&Figure> = Vec::new();
        for part in figures.get(..at).unwrap_or(&[]).iter().rev().take(MOST_PARTS) {
            let next = parts.last().map_or(figure, |p| *p);
            if part.quantity != figure.quantity || !follows(part, next) || exact(part).is_none() {
                break;
            }
            parts.push(part);
        }
        let sum: f64 = parts.iter().filter_map(|p| exact(p)).sum();
        if parts.len() >= 2 && sum != total && is_called_sum(analysed, figure) {
            let related = parts.iter().rev().map(|p| p.range).collect();
            let message = format!("The counts before come to {sum}, and the sum that is given is {total}.");
            found.push(note("sum-differs", figure, related, message));
        }
    }
    found
}

/// «بمجموع», «ما مجموعه», «بإجمالي» in or right before the words of a total.
fn is_called_sum(analysed: &Analysed<'_>, figure: &Figure) -> bool {
    static SUMS: OnceLock<Senses> = OnceLock::new();
    let sums = Senses::once(&SUMS, analysed.lexicon(), &["noun:sum"]);
    let document = &analysed.document;
    let from = document.token_at(figure.range.start().saturating_sub(SUM_WORD));
    let sentence = document.sentences().get(document.sentence_of(document.token_at(figure.range.start())));
    let to = document.token_at(figure.range.end());
    (from.max(sentence.map_or(from, |s| s.start))..to).any(|t| analysed.is(t, sums))
}

/// «كانت الحصيلة عشرين ... توفي ثلاثة، ليرتفع العدد إلى 24»: the total before with what was added is not the total behind.
fn grown_totals(figures: &[Figure]) -> Vec<Note> {
    let mut found = Vec::new();
    for (at, added) in figures.iter().enumerate().filter(|(_, f)| f.increment && f.quantity.is_core()) {
        let total = |f: &&Figure| f.quantity == added.quantity && is_total(f) && f.who.is_none();
        let before = figures.get(..at).unwrap_or(&[]).iter().rev().take(MOST_PARTS).find(total);
        let behind = figures.get(at + 1).filter(|f| total(f) && follows(added, f));
        let (Some(before), Some(behind)) = (before, behind) else { continue };
        let (Some(was), Some(more), Some(is)) = (exact(before), exact(added), exact(behind)) else { continue };
        if was + more != is && is > was && before.place == behind.place {
            let related = vec![before.range, added.range];
            let message = format!("{was} before and {more} added come to {}, and the total is {is}.", was + more);
            found.push(note("sum-differs", behind, related, message));
        }
    }
    found
}

/// What makes two totals answers to one question by one source.
type Question<'f> = (Quantity, Option<&'f str>, Option<&'f str>, Option<&'f str>);

/// A total below one that the same source gave before, of the same persons and place, for no earlier day.
fn falling_tolls(figures: &[Figure]) -> Vec<Note> {
    let mut highest: FxHashMap<Question<'_>, &Figure> = FxHashMap::default();
    let mut found = Vec::new();
    let totals: Vec<&Figure> = figures.iter().filter(|f| is_total(f)).collect();
    if totals.len() < 2 {
        return Vec::new();
    }
    for figure in totals.into_iter().filter(|f| is_running(f)) {
        let origin = figure.chain.first().map(|h| h.name.as_str());
        let question = (figure.quantity, figure.who.as_deref(), figure.place.as_deref(), origin);
        let (Some(now), Some(first)) = (exact(figure), highest.get(&question).copied()) else {
            highest.entry(question).or_insert(figure);
            continue;
        };
        let before = exact(first).unwrap_or(0.0);
        if now < before && figure.as_of >= first.as_of {
            let message = format!("The total falls from {before} to {now}, and nothing says why.");
            found.push(note("toll-falls", figure, vec![first.range], message));
        } else if now > before {
            highest.insert(question, figure);
        }
    }
    found
}

fn exact(figure: &Figure) -> Option<f64> {
    figure.low.filter(|_| figure.low == figure.high)
}

/// A count of its own: no part, no earlier one, nothing added, of this event.
fn is_total(figure: &Figure) -> bool {
    let own = figure.subset_of.is_none() && !figure.increment && !figure.background;
    own && !figure.superseded_in_text && figure.modality == Modality::Asserted && exact(figure).is_some()
}

/// Whether its rule reads a running total.
fn is_running(figure: &Figure) -> bool {
    rule_of(figure).is_some_and(|r| r.gives.contains_key("toll") || r.gives.contains_key("running"))
}

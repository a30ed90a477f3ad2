//! A vote on names that no list has.
//!
//! The readers go by lists and by what stands around a name. Where a token could be part of a name and neither settles it, a
//! small model decides over the run of tokens around it: it weighs what each token can be, its letters, its neighbours and
//! what the readers made of it. Its weights were learned from sentences that we wrote and marked (`cases/names/`); a
//! reading of the readers has a weight of its own, so that only clear signs overrule one.

mod label;

mod feature;
mod share;

mod model;
mod run;

#[cfg(test)]
mod train;
#[cfg(test)]
mod variant;

use tawatur_text::TokenRange;

use self::feature::Seen;
use self::label::Label;
use self::model::Desk;
pub(crate) use self::model::Model;
pub(crate) use self::share::Share;
use self::share::Weights;
use super::mention::{NameKind, NameMention, VOTE};
use super::run::joins_unknown;
use super::scan::Scan;
use super::title::title_at;

/// Reads names where the readers are not sure.
pub(crate) fn vote<W: Weights>(scan: &mut Scan<'_, '_>, model: &Model<W>) {
    let seen = Seen::of(scan);
    let runs = run::open(scan, &seen, |at| model.has_hope(scan, at));
    let mut desk = Desk::default();
    let mut changes: Vec<(TokenRange, Vec<Label>)> = Vec::new();
    for run in runs {
        let labels = model.labels(scan, &seen, run, &mut desk);
        let differs = labels.iter().zip(run.start..run.end).any(|(label, at)| *label != seen.label(at));
        if differs {
            changes.push((run, labels.to_vec()));
        }
    }
    let mut spans: Vec<(TokenRange, NameKind)> = Vec::new();
    for (run, labels) in &changes {
        spans.extend(run::spans(*run, labels));
    }
    apply(scan, &seen, &changes, &spans);
}

/// Puts the names of the changed runs in the place of what the readers had there.
fn apply(scan: &mut Scan<'_, '_>, seen: &Seen, changes: &[(TokenRange, Vec<Label>)], spans: &[(TokenRange, NameKind)]) {
    if changes.is_empty() {
        return;
    }
    let stands = |m: &NameMention| {
        let start = seen.start(m);
        let i = changes.partition_point(|(run, _)| run.end <= start);
        let changed = changes.get(i).is_some_and(|(run, _)| run.contains(start));
        let same = TokenRange::new(start, m.tokens.end);
        let span = spans.partition_point(|(tokens, _)| tokens.start < start);
        !changed || spans.get(span).is_some_and(|found| *found == (same, m.kind))
    };
    let dropped = scan.retain(stands);
    for (tokens, kind) in spans {
        if (tokens.start..tokens.end).any(|at| scan.is_taken(at)) {
            continue;
        }
        let mut mention = scan.mention(*kind, *tokens, VOTE);
        if joins_unknown(scan, tokens.start) {
            mention.range = without_and(scan, *tokens);
        }
        mention.entry = entry(scan, *tokens, *kind);
        let over = dropped.iter().find(|m| m.kind == *kind && m.tokens.overlaps(*tokens));
        mention.role = over.and_then(|m| m.role).filter(|r| r.end <= tokens.start || r.start >= tokens.end);
        if *kind == NameKind::Person && mention.role.is_none() {
            mention.role = title_before(scan, tokens.start);
        }
        scan.take(mention);
    }
}

/// The range of a name without the و that joins it, where the tokens do not say so.
fn without_and(scan: &Scan<'_, '_>, tokens: TokenRange) -> tawatur_text::ByteRange {
    let first = scan.analysed.document.range_without(tokens.start, 2);
    tawatur_text::ByteRange::new(first.start(), scan.range(tokens).end())
}

/// The row of the lexicon that a place or body has.
fn entry(scan: &Scan<'_, '_>, tokens: TokenRange, kind: NameKind) -> Option<tawatur_lexicon::EntryId> {
    let class = match kind {
        NameKind::Place => tawatur_lexicon::Class::Place,
        NameKind::Organisation => tawatur_lexicon::Class::Organisation,
        NameKind::Person => return None,
    };
    if let Some((words, entry)) = scan.phrase_is(tokens.start, class) {
        return (words == tokens.len()).then_some(entry);
    }
    let lexicon = scan.analysed.lexicon();
    let readings = scan.analysed.readings(tokens.start).iter();
    let entry = readings.into_iter().find(|r| lexicon.class(r.sense) == class).map(|r| r.entry);
    entry.filter(|_| tokens.len() == 1)
}

/// Words between a title's beginning and its name at most.
const FARTHEST: usize = 8;

/// The title that leads up to a name.
fn title_before(scan: &Scan<'_, '_>, name: usize) -> Option<TokenRange> {
    let mut found = None;
    for start in (name.saturating_sub(FARTHEST)..name).rev() {
        if !scan.continues(start + 1) {
            break;
        }
        if let Some(title) = title_at(scan, start).filter(|t| t.tokens.end == name && !t.comma) {
            found = Some(title.tokens);
        }
    }
    found
}

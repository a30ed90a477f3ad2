//! Which tokens are voted on, and the names in what was voted.

use tawatur_text::{TokenKind, TokenRange};

use super::feature::Seen;
use super::label::Label;
use crate::names::cue::{NAME, NAME_WORD, ORDINARY, PLACE_WEAK, SHAPED, UNKNOWN};
use crate::names::mention::NameKind;
use crate::names::scan::Scan;

/// Runs of tokens of one line with a token that lists and rules do not settle, and the tokens beside it. A name of the
/// readers is in a run as a whole; no run begins with a word that has no hope to be in one.
pub(crate) fn open(scan: &Scan<'_, '_>, seen: &Seen, has_hope: impl Fn(usize) -> bool) -> Vec<TokenRange> {
    let mut runs: Vec<TokenRange> = Vec::new();
    for at in 0..scan.len() {
        if !is_doubtful(scan, seen, at) || seen.label(at) == Label::NONE && !has_hope(at) {
            continue;
        }
        let first = if at > 0 && scan.continues(at) { seen.name_around(at - 1).start } else { at };
        let last = if scan.continues(at + 1) { seen.name_around(at + 1).end } else { at + 1 };
        let first = if is_word(scan, first) { first } else { at };
        let last = if is_word(scan, last.saturating_sub(1)) { last } else { at + 1 };
        let (first, last) = (first.min(seen.name_around(at).start), last.max(seen.name_around(at).end));
        match runs.last_mut() {
            Some(run) if run.end > first || run.end == first && scan.continues(first) => run.end = run.end.max(last),
            _ => runs.push(TokenRange::new(first, last)),
        }
    }
    runs
}

fn is_word(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.kind(at) == TokenKind::Word
}

/// Whether a token may be part of a name that is not settled.
fn is_doubtful(scan: &Scan<'_, '_>, seen: &Seen, at: usize) -> bool {
    let cue = scan.cue(at);
    if cue.any(UNKNOWN | SHAPED) && is_word(scan, at) {
        return true;
    }
    match seen.label(at).kind() {
        None => cue.any(NAME | NAME_WORD) || cue.any(PLACE_WEAK) && !cue.any(ORDINARY),
        Some(kind) => kind == NameKind::Person,
    }
}

/// The names in the labels of a run.
pub(crate) fn spans(run: TokenRange, labels: &[Label]) -> Vec<(TokenRange, NameKind)> {
    let mut found: Vec<(TokenRange, NameKind)> = Vec::new();
    for (label, at) in labels.iter().zip(run.start..run.end) {
        let Some(kind) = label.kind() else { continue };
        match found.last_mut() {
            Some((tokens, _)) if !label.begins() && tokens.end == at => tokens.end = at + 1,
            _ => found.push((TokenRange::new(at, at + 1), kind)),
        }
    }
    found
}

//! Which tokens are voted on, and the names in what was voted.

use tawatur_text::{TokenKind, TokenRange};

use super::feature::Seen;
use super::model::Label;
use crate::names::cue::{
    ADJ_SHAPE, BODY, CONJUNCTION, GUESS, NAME, NAME_WORD, ORDINARY, PARTICLE, PLACE_HEAD, PLACE_WEAK, PREPOSITION,
    SHAPED, STOP, TITLE, UNKNOWN, VERB,
};
use crate::names::mention::NameKind;
use crate::names::scan::Scan;

/// Runs of tokens of one line with a token that lists and rules do not settle, and the tokens beside it. A name of the
/// readers is in a run as a whole.
pub(crate) fn open(scan: &Scan<'_, '_>, seen: &Seen) -> Vec<TokenRange> {
    let mut runs: Vec<TokenRange> = Vec::new();
    for at in 0..scan.len() {
        if !is_doubtful(scan, seen, at) {
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
        None => cue.any(NAME) || cue.any(NAME_WORD | PLACE_WEAK) && !cue.any(ORDINARY),
        Some(NameKind::Person) => {
            let name = seen.name_around(at);
            let before = name.start.checked_sub(1).filter(|_| scan.continues(name.start));
            before.is_some_and(|b| may_belong(scan, b)) || scan.continues(name.end) && may_belong(scan, name.end)
        }
        Some(_) => false,
    }
}

/// Whether a token beside a person's name may be a part of it.
fn may_belong(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    let barred = VERB | PARTICLE | STOP | TITLE | CONJUNCTION | PREPOSITION | BODY | PLACE_HEAD;
    cue.any(UNKNOWN | GUESS | NAME | NAME_WORD | PLACE_WEAK | ADJ_SHAPE) && (!cue.any(barred) || cue.any(UNKNOWN))
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

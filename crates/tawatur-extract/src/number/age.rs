//! Ages: numbers that say how old somebody is.

use tawatur_model::TimeType;
use tawatur_text::TokenKind;

use super::{NumberKind, NumberReading};
use crate::time::TimeReading;
use crate::vocabulary::{Classes, Marks, Preposition, Word};

/// How many tokens before a number a word of age may stand.
const REACH: usize = 4;

/// The greatest age.
const OLDEST: f64 = 130.0;

/// Counts that are ages become such.
pub(super) fn mark(marks: &Marks<'_>, numbers: &mut [NumberReading], times: &[TimeReading]) {
    let mut at = 0;
    for number in numbers.iter_mut().filter(|n| n.kind == NumberKind::Count && n.value < OLDEST) {
        while times.get(at).is_some_and(|t| t.tokens.end <= number.tokens.start) {
            at += 1;
        }
        let length = times.get(at).filter(|t| t.kind == TimeType::Duration && t.tokens.overlaps(number.tokens));
        let years = length.filter(|t| !t.timex.contains('T')).map(|t| t.tokens.end);
        let counts_other = years.is_none() && counted(marks, number.tokens.end);
        let told = cue_before(marks, number.full_tokens.start) && !counts_other || cue_after(marks, number.tokens.end);
        if told || years.is_some_and(|end| in_brackets(marks, number.full_tokens.start, end)) {
            number.kind = NumberKind::Age;
        }
    }
}

/// «عمره», «البالغ من العمر», «سن» in the words before.
fn cue_before(marks: &Marks<'_>, start: usize) -> bool {
    let document = marks.document();
    let same_line = |i: &usize| !document.token(i + 1).is_some_and(|t| t.line_start);
    let word = |i: &usize| document.kind(*i) == TokenKind::Word;
    (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(same_line)
        .take_while(word)
        .any(|i| marks.meets(i, Classes::AGE))
}

/// «من العمر», «من عمره» right after.
fn cue_after(marks: &Marks<'_>, end: usize) -> bool {
    marks.is(end, |w| w == Word::Preposition(Preposition::From)) && marks.meets(end + 1, Classes::AGE)
}

/// Whether a noun follows that the number counts.
fn counted(marks: &Marks<'_>, end: usize) -> bool {
    let document = marks.document();
    document.token(end).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start)
        && !document.word(end).starts_with("ال")
        && !marks.is(end, |w| matches!(w, Word::Preposition(_)))
}

/// «(34 عاما)»
fn in_brackets(marks: &Marks<'_>, start: usize, end: usize) -> bool {
    let document = marks.document();
    start.checked_sub(1).is_some_and(|b| document.kind(b) == TokenKind::Open) && document.kind(end) == TokenKind::Close
}

//! Measures: «500 غرام من الفراولة», «6,7 درجات على مقياس ريختر».

use tawatur_text::{TokenKind, TokenRange};

use super::{QuantityReading, Sort};
use crate::number::NumberReading;
use crate::vocabulary::{Clitic, Marks, Word};

/// The measure that the number is an amount of.
pub(super) fn read(marks: &Marks<'_>, number: &NumberReading, at: usize) -> Option<QuantityReading> {
    let end = number.tokens.end;
    marks.document().token(end).filter(|t| !t.line_start)?;
    if marks.clitics(end).0 & !Clitic::AL != 0 {
        return None;
    }
    let (unit, factor, length) = measure(marks, end)?;
    let stop = product(marks, end + length);
    let run = TokenRange::new(number.full_tokens.start, stop.max(number.full_tokens.end));
    Some(QuantityReading {
        sort: Sort::Measure,
        tokens: run,
        range: marks.range(run, true),
        number: Some(at),
        low: number.low.map(|v| v * factor),
        high: number.high.map(|v| v * factor),
        unit,
    })
}

fn measure(marks: &Marks<'_>, at: usize) -> Option<(&'static str, f64, usize)> {
    marks
        .find(at, |w| match w {
            Word::Measure { unit, factor, .. } => Some((unit, factor)),
            _ => None,
        })
        .map(|((unit, factor), length)| (unit, factor, length))
}

/// «من الذهب»: what is measured.
fn product(marks: &Marks<'_>, at: usize) -> usize {
    let document = marks.document();
    let here = |i: usize| document.token(i).is_some_and(|t| !t.line_start && t.kind == TokenKind::Word);
    let of = here(at) && document.word(at) == "من" && here(at + 1) && document.word(at + 1).starts_with("ال");
    if of { at + 2 } else { at }
}

/// A measure that counts itself: a dual anywhere («طنين»), a singular standing alone; how many, the unit, the token after.
pub(super) fn uncounted(marks: &Marks<'_>, at: usize) -> Option<(f64, &'static str, usize)> {
    let (unit, factor, length) = measure(marks, at)?;
    let end = at + length;
    if marks.is(at, |w| matches!(w, Word::Measure { dual: true, .. })) {
        return Some((2.0 * factor, unit, end));
    }
    let document = marks.document();
    let alone = document.tokens().len() == length && document.word(end - 1).chars().count() > 3;
    alone.then_some((factor, unit, end))
}

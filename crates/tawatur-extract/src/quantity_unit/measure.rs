//! Measures: «500 غرام من الفراولة», «6,7 درجات على مقياس ريختر».

use tawatur_text::{TokenKind, TokenRange};

use super::{QuantityReading, Sort};
use crate::number::NumberReading;
use crate::vocabulary::{Classes, Clitic, Marks, Word};

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
            Word::Measure { unit, factor } => Some((unit, factor)),
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

/// Units that count themselves: a dual anywhere, a singular standing alone.
pub(super) fn uncounted(marks: &Marks<'_>, found: &mut Vec<QuantityReading>) {
    let document = marks.document();
    let mut next = 0;
    let counted: Vec<TokenRange> = found.iter().map(|q| q.tokens).collect();
    for at in 0..marks.len() {
        if !marks.meets(at, Classes::MEASURE) {
            continue;
        }
        while counted.get(next).is_some_and(|t| t.end <= at) {
            next += 1;
        }
        if counted.get(next).is_some_and(|t| t.contains(at)) {
            continue;
        }
        let Some((unit, factor, length)) = measure(marks, at) else { continue };
        let word = document.word(at + length - 1);
        let dual =
            marks.clitics(at).0 & !Clitic::AND == 0 && (word.ends_with("ان") || word.ends_with("ين")) && word.len() > 8;
        let alone = document.tokens().len() == length && word.chars().count() > 3;
        if !dual && !alone {
            continue;
        }
        let count = if dual { 2.0 * factor } else { factor };
        let run = TokenRange::new(at, at + length);
        let range = marks.range(run, true);
        found.push(QuantityReading {
            sort: Sort::Measure,
            tokens: run,
            range,
            number: None,
            low: Some(count),
            high: Some(count),
            unit,
        });
    }
    found.sort_by_key(|q| q.tokens.start);
}

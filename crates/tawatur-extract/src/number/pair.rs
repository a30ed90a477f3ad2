//! Two numbers that make a range: «ما بين 20 و30 ألف», «من عشرة إلى عشرين», 10-20.

use tawatur_model::Mode;
use tawatur_text::{TokenKind, TokenRange};

use super::bound::is_article;
use super::compose::starts_line;
use super::core::{Core, Form, Sort, read};
use super::{NumberKind, kind};
use crate::vocabulary::{Bound, Classes, Clitic, Marks, Preposition, Word};

/// Two numbers that make a range: the bounds, the tokens, and how many numbers were taken.
pub(super) fn pair(
    marks: &Marks<'_>,
    first: &Core,
    second: Option<&Core>,
    bound: Option<Bound>,
    taken: usize,
) -> Option<(f64, f64, TokenRange, usize)> {
    if first.sort != Sort::Cardinal && first.sort != Sort::Fraction
        || !matches!(kind::of(marks, first), NumberKind::Count | NumberKind::Fraction)
    {
        return None;
    }
    let between = bound.is_some_and(|b| b.mode == Mode::Between);
    if let Some(second) = second.filter(|s| s.sort == first.sort) {
        let link = link(marks, first, second, between, taken);
        if link {
            let (low, high) = spread(first, second);
            let run = TokenRange::new(first.run.start, second.run.end);
            return (low < high).then_some((low, high, run, 2));
        }
    }
    // «بين خمسة وعشرين» is read as 25 at first; here it is a range.
    let (low, high) = first.parts.filter(|_| between)?;
    let second = read(marks, first.joint, true)?;
    let low = read(marks, first.run.start, false).map_or(low, |c| c.value);
    let _ = high;
    (low < second.value).then_some((low, second.value, first.run, 1))
}

/// Whether what stands between two numbers makes them a range.
fn link(marks: &Marks<'_>, first: &Core, second: &Core, between: bool, taken: usize) -> bool {
    let document = marks.document();
    let (from, to) = (first.run.end, second.run.start);
    let gap: Vec<usize> = (from..to)
        .filter(|i| {
            !is_article(document.word(*i))
                && document.kind(*i) != TokenKind::Currency
                && document.kind(*i) != TokenKind::Percent
        })
        .collect();
    if (from..=to).any(|i| starts_line(marks, i)) || gap.len() > 1 {
        return false;
    }
    let clitics = marks.clitics(to);
    let Some(at) = gap.first().copied() else {
        return between && clitics.has(Clitic::AND)
            || clitics.has(Clitic::LI) && from_before(marks, first.run.start, taken);
    };
    match document.kind(at) {
        TokenKind::Dash => kind::may_be_range(marks, first, second),
        TokenKind::Word if document.word(at) == "و" => between,
        TokenKind::Word if marks.is(at, |w| w == Word::Preposition(Preposition::To)) => {
            between
                || from_before(marks, first.run.start, taken)
                || !changes(marks, first.run.start) && !prepositional(marks, first.run.start, taken)
        }
        TokenKind::Word => marks.is(at, |w| w == Word::Or) && near(first, second),
        _ => false,
    }
}

/// «ثلاثة أو أربعة»
fn near(first: &Core, second: &Core) -> bool {
    let (low, high) = spread(first, second);
    low < high && high <= low * 5.0
}

/// Whether «من» stands before the number and nothing speaks of a change from one value to the other.
fn from_before(marks: &Marks<'_>, start: usize, taken: usize) -> bool {
    prepositional(marks, start, taken) && !changes(marks, start)
}

pub(super) fn prepositional(marks: &Marks<'_>, start: usize, taken: usize) -> bool {
    start > taken && marks.is(start - 1, |w| w == Word::Preposition(Preposition::From))
}

/// Whether a verb of change stands in the eight words before.
fn changes(marks: &Marks<'_>, start: usize) -> bool {
    (start.saturating_sub(9)..start)
        .rev()
        .take_while(|i| !starts_line(marks, i + 1))
        .any(|i| marks.meets(i, Classes::CHANGE))
}

/// The two numbers, the second's scale word given to the first where it lacks one: «20 و30 ألف».
fn spread(first: &Core, second: &Core) -> (f64, f64) {
    let (mut low, mut high) = (first.value, second.value);
    let factor = second.value / second.scale;
    if second.scale > 1.0 && first.scale == 1.0 && low < second.scale && low <= factor {
        low *= second.scale;
    }
    // «من 3 آلاف إلى 5»
    if first.scale > 1.0
        && second.scale == 1.0
        && second.form == Form::Digits
        && high < 1000.0
        && high > first.value / first.scale
    {
        high *= first.scale;
    }
    (low, high)
}

//! Ordinals in words: «الثالث», «الخامس والعشرون», «العاشر بعد المئة».

use tawatur_text::TokenRange;

use super::core::{Core, Form, Sort, cardinal, joint};
use crate::vocabulary::{Clitic, Marks, Preposition, Word};

/// The ordinal that begins at the token.
pub(crate) fn read(marks: &Marks<'_>, at: usize, joins: bool) -> Option<Core> {
    let definite = marks.clitics(at).has(Clitic::AL);
    let (mut value, mut end) = stem(marks, at, joins).or_else(|| tens_before_hundred(marks, at))?;
    if let Some((hundred, after)) = after_hundred(marks, end) {
        (value, end) = (value + hundred, after);
    }
    Some(Core {
        run: TokenRange::new(at, end),
        value,
        low: value,
        high: value,
        form: Form::Words,
        sort: Sort::Ordinal,
        definite,
        scale: 1.0,
        fractional: false,
        decimal: None,
        parts: None,
        joint: at,
        digits: 0,
        plain: false,
    })
}

/// The end of an ordinal that began with a hundred: «والخامسة والعشرون».
pub(super) fn tail(marks: &Marks<'_>, at: usize) -> Option<(f64, usize)> {
    stem(marks, at, true).or_else(|| {
        // «والواحد والتسعين»
        let unit = cardinal(marks, at).filter(|c| c.value < 10)?;
        let next = joint(marks, at + 1)?;
        let tens = cardinal(marks, next).filter(|c| is_tens(c.value) && marks.clitics(next).has(Clitic::AL))?;
        Some((f64::from(unit.value + tens.value), next + 1))
    })
}

fn stem(marks: &Marks<'_>, at: usize, joins: bool) -> Option<(f64, usize)> {
    let mut first = false;
    let mut bound = false;
    let value = marks.words(at).iter().find_map(|w| match *w {
        Word::Ordinal { value, bound: b } => {
            (first, bound) = (value == 1 && !b, b);
            Some(value)
        }
        _ => None,
    })?;
    let same_line = |i: usize| marks.document().token(i).is_some_and(|t| !t.line_start);
    let ten = cardinal(marks, at + 1).is_some_and(|c| c.value == 10 && !c.plural);
    if ten && !first && same_line(at + 1) && marks.clitics(at + 1) == Clitic::default() {
        return Some((f64::from(value) + 10.0, at + 2));
    }
    if joins
        && !first
        && value < 10
        && let Some(next) = joint(marks, at + 1)
        && let Some(tens) = cardinal(marks, next).filter(|c| is_tens(c.value))
        && marks.clitics(at).has(Clitic::AL) | !marks.clitics(next).has(Clitic::AL)
    {
        return Some((f64::from(u16::from(value) + tens.value), next + 1));
    }
    (!bound).then_some((f64::from(value), at + 1))
}

/// «العشرون» where «بعد المئة» follows.
fn tens_before_hundred(marks: &Marks<'_>, at: usize) -> Option<(f64, usize)> {
    let c = cardinal(marks, at).filter(|c| is_tens(c.value) && marks.clitics(at).has(Clitic::AL))?;
    after_hundred(marks, at + 1).map(|_| (f64::from(c.value), at + 1))
}

fn after_hundred(marks: &Marks<'_>, at: usize) -> Option<(f64, usize)> {
    if !marks.words(at).contains(&Word::Preposition(Preposition::After)) || !marks.clitics(at + 1).has(Clitic::AL) {
        return None;
    }
    let c = cardinal(marks, at + 1).filter(|c| c.value >= 100 && !c.plural)?;
    Some((f64::from(c.value), at + 2))
}

fn is_tens(value: u16) -> bool {
    (20..100).contains(&value) && value.is_multiple_of(10)
}

//! Vague amounts with the bounds that they stand for: «عشرات», «مئات الآلاف», «بضع مئات».

use tawatur_text::{TokenKind, TokenRange};

use super::core::{Core, Form, Sort, cardinal, scale};
use crate::vocabulary::{Clitic, Marks, ScaleNumber, Word};

/// The vague amount that begins at the token.
pub(crate) fn read(marks: &Marks<'_>, at: usize) -> Option<Core> {
    let (low, high, end) = dozens(marks, at).or_else(|| few(marks, at)).or_else(|| plural(marks, at))?;
    Some(Core {
        run: TokenRange::new(at, end),
        value: low,
        low,
        high,
        form: Form::Words,
        sort: Sort::Vague,
        definite: marks.clitics(at).has(Clitic::AL),
        scale: 1.0,
        fractional: false,
        decimal: None,
        parts: None,
        joint: at,
        digits: 0,
        plain: false,
    })
}

fn vague_word(marks: &Marks<'_>, at: usize) -> Option<(f64, f64, bool, bool)> {
    marks.words(at).iter().find_map(|w| match *w {
        Word::Vague { low, high, several, dozens } => Some((f64::from(low), f64::from(high), several, dozens)),
        _ => None,
    })
}

fn dozens(marks: &Marks<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let (low, high, ..) = vague_word(marks, at).filter(|v| v.3)?;
    Some(match counted(marks, at + 1) {
        Some((of, end)) => (low * of, (high + 1.0) * of - 1.0, end),
        None => (low, high, at + 1),
    })
}

/// «بضع», «بضعة», «عدة» with a hundred, a thousand or a noun after it.
fn few(marks: &Marks<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let (low, high, several, dozens) = vague_word(marks, at)?;
    if dozens {
        return None;
    }
    if let Some((of, end)) = counted(marks, at + 1) {
        return Some((low * of, high * of, end));
    }
    if cardinal(marks, at + 1).is_some_and(|c| c.value == 10) {
        return Some((low + 10.0, high + 10.0, at + 2));
    }
    let next = marks.document().token(at + 1).filter(|t| t.kind == TokenKind::Word && !t.line_start);
    let indefinite = !marks.document().word(at + 1).starts_with("ال");
    (next.is_some() && (indefinite || !several)).then_some((low, high, at + 1))
}

/// A bare plural: «مئات», «آلاف», «ملايين».
fn plural(marks: &Marks<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let (of, end) = plural_at(marks, at)?;
    if let Some((more, end)) = counted(marks, at + 1).filter(|(more, _)| *more >= 1000.0) {
        return Some((2.0 * of * more, 10.0 * of * more - 1.0, end));
    }
    Some((2.0 * of, 10.0 * of - 1.0, end))
}

/// A plural of hundred, thousand, million.
fn plural_at(marks: &Marks<'_>, at: usize) -> Option<(f64, usize)> {
    if let Some((value, ScaleNumber::Plural)) = scale(marks, at) {
        return Some((value, at + 1));
    }
    cardinal(marks, at).filter(|c| c.plural).map(|c| (f64::from(c.value), at + 1))
}

/// A plural, or a singular thousand or million, that a vague word counts.
fn counted(marks: &Marks<'_>, at: usize) -> Option<(f64, usize)> {
    let document = marks.document();
    let clitics = marks.clitics(at);
    if document.token(at)?.line_start || clitics != Clitic::default() && clitics.0 != Clitic::AL {
        return None;
    }
    if let Some((10, true)) = vague_word(marks, at).map(|v| (v.0 as u32 / 2, v.3)) {
        return Some((10.0, at + 1));
    }
    match scale(marks, at) {
        Some((value, ScaleNumber::Plural | ScaleNumber::Singular)) => Some((value, at + 1)),
        _ => plural_at(marks, at),
    }
}

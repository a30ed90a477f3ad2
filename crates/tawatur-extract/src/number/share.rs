//! Shares: «واحد على عشرين», «جزء من مئة».

use tawatur_text::{TokenKind, TokenRange};

use super::core::{Core, Form, Sort, cardinal, scale};
use super::sum::Sum;
use crate::vocabulary::{Clitic, Marks, ScaleNumber, Word};

/// «جزء من مئة»
pub(super) fn share_of(marks: &Marks<'_>, at: usize) -> Option<Core> {
    let document = marks.document();
    if !marks.words(at).contains(&Word::Share) || document.word(at + 1) != "من" || !large(marks, at + 2) {
        return None;
    }
    let mut sum = Sum::new(marks, at + 2, true);
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    let under = sum.finish().filter(|c| c.sort == Sort::Cardinal && c.value > 0.0)?;
    let value = 1.0 / under.value;
    Some(Core {
        run: TokenRange::new(at, under.run.end),
        value,
        low: value,
        high: value,
        sort: Sort::Fraction,
        ..under
    })
}

/// «واحد على عشرين», «واحد من مئة», «1 جزء من ثلاثة», «20 جزءا من 25»: a fraction.
pub(super) fn divided(marks: &Marks<'_>, over: &Core) -> Option<Core> {
    let document = marks.document();
    let here = |i: usize| document.token(i).is_some_and(|t| !t.line_start);
    let end = over.run.end;
    if over.sort != Sort::Cardinal || !here(end) || marks.clitics(end) != Clitic::default() {
        return None;
    }
    let shares = marks.words(end).contains(&Word::Share);
    let from = |i: usize| here(i) && document.word(i) == "من";
    let start = match () {
        () if shares && from(end + 1) => end + 2,
        () if marks.words(end).contains(&Word::Over) && (over.value == 1.0 || over.form == Form::Words) => end + 1,
        () if over.value == 1.0 && from(end) && large(marks, end + 1) => end + 1,
        () => return None,
    };
    if !here(start) || marks.clitics(start) != Clitic::default() {
        return None;
    }
    let mut sum = Sum::new(marks, start, true);
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    let under = sum.finish().filter(|c| c.sort == Sort::Cardinal && c.value > 0.0)?;
    // «مئة على خمسة» is a quotient where nothing is counted after it.
    let quotient = under.form == Form::Words && over.value > 1.0 && !counts(marks, under.run.end);
    if !(shares || under.value > over.value && over.value == 1.0 || quotient) {
        return None;
    }
    let value = over.value / under.value;
    let form = if over.form == under.form { over.form } else { Form::Mixed };
    Some(Core {
        run: TokenRange::new(over.run.start, under.run.end),
        value,
        low: value,
        high: value,
        form,
        sort: Sort::Fraction,
        plain: false,
        ..*over
    })
}

/// Whether a word stands there that may be the noun counted.
fn counts(marks: &Marks<'_>, at: usize) -> bool {
    let document = marks.document();
    document.token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start)
        && !document.word(at).starts_with("ال")
}

/// Whether a hundred, a thousand or more stands there: «واحد من ألف», not «واحد من ثلاثة مشتبه بهم».
fn large(marks: &Marks<'_>, at: usize) -> bool {
    let single = |n: ScaleNumber| n == ScaleNumber::Singular;
    scale(marks, at).is_some_and(|(_, n)| single(n)) || cardinal(marks, at).is_some_and(|c| c.hundred && !c.plural)
}

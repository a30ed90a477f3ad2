//! Single numbers: digits, number words and both mixed, before bounds and ranges.

use tawatur_text::{TokenKind, TokenRange};

use super::share::{divided, share_of};
use super::sum::Sum;
use crate::vocabulary::{Classes, Clitic, Marks, ScaleNumber, Word};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Digits only.
    Digits,
    /// Words only.
    Words,
    /// Both: «12 ألفا و500».
    Mixed,
}

/// What sort of number the words make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Cardinal,
    Ordinal,
    Fraction,
    Vague,
}

/// One number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Core {
    pub(crate) run: TokenRange,
    pub(crate) value: f64,
    /// Bounds of a vague amount; equal to `value` otherwise.
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) form: Form,
    pub(crate) sort: Sort,
    /// Whether the article stands before it.
    pub(crate) definite: bool,
    /// The scale word that it ends with; 1 for none.
    pub(crate) scale: f64,
    /// Whether it has a decimal mark in digits.
    pub(crate) fractional: bool,
    /// The one-mark number that could be a decimal after all.
    pub(crate) decimal: Option<f64>,
    /// Where the last «و» inside joins two parts: the parts before and after it.
    pub(crate) parts: Option<(f64, f64)>,
    /// Token after «و» of these parts.
    pub(crate) joint: usize,
    /// Digits before the first mark; 0 for words.
    pub(crate) digits: usize,
    /// Whether it is one plain run of digits.
    pub(crate) plain: bool,
}

/// All numbers of the text, in order.
pub(crate) fn cores(marks: &Marks<'_>) -> Vec<Core> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        let kind = marks.document().kind(at);
        if kind != TokenKind::Number
            && !marks.meets(at, Classes::NUMBER)
            && !marks.has_phrase(at)
            && !matches!(kind, TokenKind::Dash | TokenKind::Symbol | TokenKind::Stop)
        {
            at += 1;
            continue;
        }
        if let Some(length) = blocked(marks, at) {
            at += length;
            continue;
        }
        match read(marks, at, true) {
            Some(core) => {
                at = core.run.end;
                found.push(core);
            }
            None => at += 1,
        }
    }
    found
}

/// The length of a phrase whose words are no numbers although they look so: «كانون الثاني», «أول أمس», «في المئة».
pub(crate) fn blocked(marks: &Marks<'_>, at: usize) -> Option<usize> {
    let (words, length) = marks.phrase(at)?;
    let other = |w: &Word| {
        !matches!(w, Word::Bound(_) | Word::Preposition(_) | Word::Cardinal { .. } | Word::Edge(_) | Word::Over)
    };
    words.iter().any(other).then_some(length)
}

/// The number that begins at the token; with `joins`, it may go on over «و».
pub(crate) fn read(marks: &Marks<'_>, at: usize, joins: bool) -> Option<Core> {
    let (negative, start) = sign(marks, at);
    if let Some(core) = leading_point(marks, start) {
        let value = if negative { -core.value } else { core.value };
        return Some(Core { run: TokenRange::new(at, core.run.end), value, low: value, high: value, ..core });
    }
    let core = positive(marks, start, joins)?;
    if !negative {
        return Some(Core { run: TokenRange::new(at, core.run.end), ..core });
    }
    let run = TokenRange::new(at, core.run.end);
    let decimal = core.decimal.map(|d| -d);
    Some(Core { run, value: -core.value, low: -core.value, high: -core.value, decimal, plain: false, ..core })
}

/// «.75»: a decimal mark before the first digit.
fn leading_point(marks: &Marks<'_>, at: usize) -> Option<Core> {
    let document = marks.document();
    let token = document.token(at).filter(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Symbol))?;
    let free = !token.joined || at.checked_sub(1).is_some_and(|b| document.kind(b) == TokenKind::Dash);
    let number = document.token(at + 1).filter(|n| n.joined && n.kind == TokenKind::Number)?;
    let plain = document.word(at + 1).bytes().all(|b| b.is_ascii_digit()) && !number.line_start;
    if !matches!(document.word(at), "." | "٫") || !free || !plain {
        return None;
    }
    let value: f64 = format!("0.{}", document.word(at + 1)).parse().ok()?;
    let core = positive(marks, at + 1, false)?;
    Some(Core {
        run: TokenRange::new(at, core.run.end),
        value,
        low: value,
        high: value,
        fractional: true,
        plain: false,
        ..core
    })
}

/// A sign before a number, and where the number begins.
fn sign(marks: &Marks<'_>, at: usize) -> (bool, usize) {
    let document = marks.document();
    let Some(token) = document.token(at) else { return (false, at) };
    let next = document.token(at + 1);
    let touches =
        next.is_some_and(|n| n.joined && (n.kind == TokenKind::Number || leading_point(marks, at + 1).is_some()));
    let free = !token.joined
        || at
            .checked_sub(1)
            .is_some_and(|b| matches!(document.kind(b), TokenKind::Open | TokenKind::Quote | TokenKind::Symbol));
    match token.kind {
        TokenKind::Dash if touches && free => (true, at + 1),
        TokenKind::Symbol if touches && free && document.word(at) == "+" => (false, at + 1),
        TokenKind::Word if marks.words(at).contains(&Word::Minus) => (true, at + 1),
        _ => (false, at),
    }
}

fn positive(marks: &Marks<'_>, at: usize, joins: bool) -> Option<Core> {
    if let Some(core) = super::ordinal::read(marks, at, joins) {
        return Some(core);
    }
    if let Some(core) = share_of(marks, at) {
        return Some(core);
    }
    if let Some(core) = super::vague::read(marks, at) {
        return Some(core);
    }
    if names_a_weekday(marks, at) {
        return None;
    }
    let mut sum = Sum::new(marks, at, joins);
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    let core = sum.finish()?;
    Some(divided(marks, &core).unwrap_or(core))
}

/// «الاثنين» is a day unless tens follow.
fn names_a_weekday(marks: &Marks<'_>, at: usize) -> bool {
    marks.clitics(at).has(Clitic::AL)
        && marks.words(at).iter().any(|w| matches!(w, Word::Weekday { article: true, .. }))
        && joint(marks, at + 1).is_none_or(|n| cardinal(marks, n).is_none_or(|c| c.value < 20))
}

/// Where the next part stands when «و» joins it to what ends before `at`.
pub(crate) fn joint(marks: &Marks<'_>, at: usize) -> Option<usize> {
    let document = marks.document();
    let token = document.token(at).filter(|t| !t.line_start)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let clitics = marks.clitics(at);
    if clitics.has(Clitic::AND) && !clitics.has(Clitic::FA) {
        return Some(at);
    }
    // Folded, «وأحد عشر» begins like «واحد».
    if document.word(at) == "واحد"
        && cardinal(marks, at + 1).is_some_and(|c| c.value == 10)
        && marks.clitics(at + 1) == Clitic::default()
    {
        return Some(at);
    }
    if document.word(at) == "و" {
        return document.token(at + 1).filter(|t| !t.line_start).map(|_| at + 1);
    }
    None
}

/// A number word below a thousand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cardinal {
    pub(crate) value: u16,
    pub(crate) bound: bool,
    pub(crate) hundred: bool,
    pub(crate) plural: bool,
    pub(crate) weak: bool,
}

pub(crate) fn cardinal(marks: &Marks<'_>, at: usize) -> Option<Cardinal> {
    let mut found: Option<Cardinal> = None;
    for word in marks.words(at) {
        if let Word::Cardinal { value, bound, hundred, plural, weak } = *word
            && found.is_none_or(|f| f.bound)
        {
            found = Some(Cardinal { value, bound, hundred, plural, weak });
        }
    }
    found
}

pub(crate) fn scale(marks: &Marks<'_>, at: usize) -> Option<(f64, ScaleNumber)> {
    marks.words(at).iter().find_map(|w| match *w {
        Word::Scale { value, number, .. } => Some((value, number)),
        _ => None,
    })
}

/// A fraction word: its value, and whether it is weak or plural.
pub(crate) fn fraction(marks: &Marks<'_>, at: usize) -> Option<(f64, bool, bool)> {
    marks.words(at).iter().find_map(|w| match *w {
        Word::Fraction { numerator, denominator, weak, plural } => {
            Some((f64::from(numerator) / f64::from(denominator.max(1)), weak, plural))
        }
        _ => None,
    })
}

impl Core {
    /// The number before a unit of measure: one mark is taken as it was read.
    pub(crate) fn decimal_for_unit(&self) -> f64 {
        self.value
    }
}

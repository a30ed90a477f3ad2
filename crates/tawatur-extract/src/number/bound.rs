//! Bounds set on a number by the words before and after it.

use tawatur_model::Mode;
use tawatur_text::TokenKind;

use super::NumberReading;
use super::compose::{extend, starts_line};
use crate::vocabulary::{Bound, Classes, Clitic, Marks, Side, Word};

/// The most tokens of a bound phrase, and of what may stand between it and the number.
const REACH: usize = 6;

fn bound(word: Word) -> Option<Bound> {
    match word {
        Word::Bound(bound) => Some(bound),
        _ => None,
    }
}

/// The bound word that ends right before the number: where it begins, and what it says.
pub(super) fn before(marks: &Marks<'_>, start: usize, taken: usize) -> Option<(usize, Bound)> {
    let document = marks.document();
    let start = if start > taken && is_article(document.word(start - 1)) { start - 1 } else { start };
    if start == 0 || starts_line(marks, start) || marks.clitics(start).has(Clitic::AND) {
        return None;
    }
    let mut found = None;
    for back in 1..=REACH.min(start.saturating_sub(taken)) {
        let at = start - back;
        if !marks.meets(at, Classes::BOUND) || starts_line(marks, at + 1) {
            if starts_line(marks, at + 1) {
                break;
            }
            continue;
        }
        let Some((b, length)) = marks.find(at, bound).filter(|(b, _)| b.side != Side::After) else { continue };
        // «ليصل إلى 347» is the number itself.
        if b.mode == Mode::UpTo && marks.clitics(at).has(Clitic::LI) {
            continue;
        }
        if at + length == start || b.gap && at + length < start && only_count_nouns(marks, at + length, start) {
            found = Some((at, b));
        }
    }
    found
}

/// «ال» and its like, parted from digits.
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "ال" | "بال" | "وال" | "لل" | "فال" | "لال")
}

/// Whether what stands between a verb of bounding and its number begins with a word such as «عدد», «حصيلة».
fn only_count_nouns(marks: &Marks<'_>, from: usize, to: usize) -> bool {
    let document = marks.document();
    let words = (from..to).all(|i| document.kind(i) == TokenKind::Word);
    words && to - from <= 4 && marks.is(from, |w| w == Word::CountNoun)
}

/// Bounds set on a number that no other words are part of.
pub(super) fn bound_alone(marks: &Marks<'_>, reading: &mut NumberReading, limit: usize) {
    let before = before(marks, reading.tokens.start, 0);
    bounded(marks, reading, before, limit);
}

/// Bounds set on one number.
pub(super) fn bounded(marks: &Marks<'_>, reading: &mut NumberReading, before: Option<(usize, Bound)>, limit: usize) {
    if let Some((start, bound)) = before.filter(|b| b.1.mode != Mode::Between) {
        apply(reading, bound.mode);
        extend(marks, reading, start, reading.full_tokens.end);
        if bound.mode != Mode::About {
            return;
        }
    }
    if let Some((end, bound)) = after(marks, reading.full_tokens.end, limit) {
        apply(reading, bound.mode);
        extend(marks, reading, reading.full_tokens.start, end);
    }
}

fn apply(reading: &mut NumberReading, mode: Mode) {
    let value = reading.value;
    let (low, high) = (reading.low, reading.high);
    let (low, high, mode) = match mode {
        Mode::Over | Mode::AtLeast => (Some(value), None, mode),
        Mode::Under | Mode::UpTo => (None, high, mode),
        _ if reading.vague => (low, high, Mode::Vague),
        // A single number after «بين» is no range.
        Mode::Between | Mode::Exact => (low, high, Mode::Exact),
        _ => (low, high, mode),
    };
    reading.low = low;
    reading.high = high;
    reading.mode = mode;
}

/// A bound word after the number, at most four words of the counted noun between.
fn after(marks: &Marks<'_>, end: usize, limit: usize) -> Option<(usize, Bound)> {
    let document = marks.document();
    for at in end..(end + 5).min(limit) {
        let token = document.token(at).filter(|t| !t.line_start)?;
        if marks.meets(at, Classes::BOUND)
            && let Some((b, length)) = marks.find(at, bound).filter(|(b, _)| b.side != Side::Before)
            && at + length <= limit
            && !(b.side == Side::Both && at + length == limit && marks.clitics(at).has(Clitic::AND))
            // «164 قتيلاً وأكثر من 5 آلاف موقوف»: the bound of the next number.
            && !(b.side == Side::After && document.word(at + length) == "من" && limit <= at + length + 2)
        {
            return Some((at + length, b));
        }
        let stops = token.kind != TokenKind::Word
            || at > end && document.word(at).starts_with('و') && !marks.is_plain(at)
            || document.word(at) == "و";
        if stops {
            return None;
        }
    }
    None
}

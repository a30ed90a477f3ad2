//! From single numbers to readings: bounds before and after, ranges, percentages.

use tawatur_model::Mode;
use tawatur_text::{TokenKind, TokenRange};

use super::core::{Core, Form, Sort, read};
use super::{NumberKind, NumberReading, kind};
use crate::vocabulary::{Bound, Classes, Clitic, Marks, Preposition, Side, Word};

/// The most tokens of a bound phrase, and of what may stand between it and the number.
const REACH: usize = 6;

/// Readings of the numbers, in order.
pub(super) fn compose(marks: &Marks<'_>, cores: &[Core]) -> Vec<NumberReading> {
    let mut found: Vec<NumberReading> = Vec::with_capacity(cores.len());
    let mut at = 0;
    while let Some(core) = cores.get(at) {
        let taken = found.last().map_or(0, |r| r.full_tokens.end);
        let (reading, used) = one(marks, cores, at, core, taken);
        found.push(reading);
        at += used;
    }
    found
}

/// The reading that begins with this number, and how many numbers it takes.
fn one(marks: &Marks<'_>, cores: &[Core], at: usize, core: &Core, taken: usize) -> (NumberReading, usize) {
    let before = before(marks, core.run.start, taken);
    let second = cores.get(at + 1);
    if let Some((low, high, run, used)) = pair(marks, core, second, before.map(|b| b.1), taken) {
        let from = prepositional(marks, run.start, taken) && used == 2;
        let start = before
            .filter(|b| matches!(b.1.mode, Mode::Between | Mode::About))
            .map_or(if from { run.start - 1 } else { run.start }, |b| b.0);
        let mut reading = plain(marks, core, run);
        reading.low = Some(low);
        reading.high = Some(high);
        reading.value = low;
        reading.mode = Mode::Between;
        extend(marks, &mut reading, start, run.end);
        percent(marks, &mut reading);
        return (reading, used);
    }
    let mut reading = plain(marks, core, core.run);
    percent(marks, &mut reading);
    if reading.kind.is_amount() {
        let limit = second.map_or(usize::MAX, |s| s.run.start);
        bounded(marks, &mut reading, before, limit);
    }
    (reading, 1)
}

fn plain(marks: &Marks<'_>, core: &Core, run: TokenRange) -> NumberReading {
    let range = marks.range(run, false);
    NumberReading {
        tokens: run,
        range,
        full_tokens: run,
        full_range: range,
        value: core.value,
        low: Some(core.low),
        high: Some(core.high),
        mode: if core.sort == Sort::Vague { Mode::Vague } else { Mode::Exact },
        kind: kind::of(marks, core),
        form: core.form,
        definite: core.definite,
        noun: None,
        vague: core.sort == Sort::Vague,
    }
}

fn extend(marks: &Marks<'_>, reading: &mut NumberReading, start: usize, end: usize) {
    let run = TokenRange::new(start.min(reading.full_tokens.start), end.max(reading.full_tokens.end));
    reading.full_tokens = run;
    reading.full_range = marks.range(run, true).cover(reading.range);
}

/// A percent sign or «في المئة» after the number, or a sign before it.
fn percent(marks: &Marks<'_>, reading: &mut NumberReading) {
    let document = marks.document();
    let end = reading.tokens.end;
    if !matches!(reading.kind, NumberKind::Count | NumberKind::Fraction) {
        return;
    }
    if document.token(end).is_some_and(|t| t.kind == TokenKind::Percent && !t.line_start) {
        reading.kind = if document.word(end) == "‰" { NumberKind::Permille } else { NumberKind::Percent };
        extend(marks, reading, reading.full_tokens.start, end + 1);
    } else if let Some((kind, length)) = marks.find(end, percent_word).filter(|_| !starts_line(marks, end)) {
        reading.kind = kind;
        extend(marks, reading, reading.full_tokens.start, end + length);
    } else if let Some(before) = reading.tokens.start.checked_sub(1)
        && document.kind(before) == TokenKind::Percent
        && document.token(before + 1).is_some_and(|t| t.joined)
        && !document.token(before).is_some_and(|t| t.joined)
    {
        reading.kind = NumberKind::Percent;
        extend(marks, reading, before, end);
    } else if reading.kind == NumberKind::Count
        && let Some(before) = reading.tokens.start.checked_sub(1)
        && marks.words(before).contains(&Word::Rate)
        && !starts_line(marks, before + 1)
    {
        // «نسبة 10»
        reading.kind = NumberKind::Percent;
        extend(marks, reading, before, end);
    }
}

fn percent_word(word: Word) -> Option<NumberKind> {
    match word {
        Word::Percent => Some(NumberKind::Percent),
        Word::Permille => Some(NumberKind::Permille),
        _ => None,
    }
}

fn starts_line(marks: &Marks<'_>, at: usize) -> bool {
    marks.document().token(at).is_some_and(|t| t.line_start)
}

fn bound(word: Word) -> Option<Bound> {
    match word {
        Word::Bound(bound) => Some(bound),
        _ => None,
    }
}

/// The bound word that ends right before the number: where it begins, and what it says.
fn before(marks: &Marks<'_>, start: usize, taken: usize) -> Option<(usize, Bound)> {
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
fn bounded(marks: &Marks<'_>, reading: &mut NumberReading, before: Option<(usize, Bound)>, limit: usize) {
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

/// Two numbers that make a range: the bounds, the tokens, and how many numbers were taken.
fn pair(
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

fn prepositional(marks: &Marks<'_>, start: usize, taken: usize) -> bool {
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

//! From single numbers to readings: bounds before and after, ranges, percentages.

use tawatur_model::Mode;
use tawatur_text::{TokenKind, TokenRange};

use super::bound::{before, bounded};
use super::core::{Core, Sort};
use super::pair::{pair, prepositional};
use super::{NumberKind, NumberReading, kind};
use crate::vocabulary::{Marks, Word};

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

pub(super) fn extend(marks: &Marks<'_>, reading: &mut NumberReading, start: usize, end: usize) {
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

pub(super) fn starts_line(marks: &Marks<'_>, at: usize) -> bool {
    marks.document().token(at).is_some_and(|t| t.line_start)
}

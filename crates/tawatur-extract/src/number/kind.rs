//! Numbers that count nothing: parts of dates, clock times, telephone numbers, results, names, labels.

use tawatur_model::TimeType;
use tawatur_text::{TokenKind, TokenRange};

use super::core::{Core, Form, Sort};
use super::{NumberKind, NumberReading};
use crate::time::TimeReading;
use crate::vocabulary::{Marks, Word};

/// What a number is of, by what touches it.
pub(super) fn of(marks: &Marks<'_>, core: &Core) -> NumberKind {
    match core.sort {
        Sort::Ordinal => return NumberKind::Ordinal,
        Sort::Fraction => return NumberKind::Fraction,
        Sort::Vague => return NumberKind::Count,
        Sort::Cardinal if core.form != Form::Digits => return NumberKind::Count,
        Sort::Cardinal => {}
    }
    if in_name(marks, core) {
        NumberKind::Name
    } else if joined_by(marks, core.run, TokenKind::Colon) {
        NumberKind::Clock
    } else if is_phone(marks, core) {
        NumberKind::Phone
    } else if is_score(marks, core) {
        NumberKind::Score
    } else if is_item(marks, core) {
        NumberKind::Item
    } else if is_label(marks, core) {
        NumberKind::Label
    } else {
        NumberKind::Count
    }
}

/// Numbers inside dates and clock times become such; those of durations stay amounts.
pub(super) fn mark_dates(numbers: &mut [NumberReading], times: &[TimeReading]) {
    let mut at = 0;
    for number in numbers {
        while times.get(at).is_some_and(|t| t.tokens.end <= number.tokens.start) {
            at += 1;
        }
        let Some(time) = times.get(at).filter(|t| t.tokens.overlaps(number.tokens)) else { continue };
        if matches!(number.kind, NumberKind::Percent | NumberKind::Permille | NumberKind::Clock) {
            continue;
        }
        match time.kind {
            TimeType::Date if !time.counted => number.kind = NumberKind::Date,
            TimeType::Time if !time.counted => number.kind = NumberKind::Clock,
            _ => {}
        }
    }
}

/// Whether the number touches another of the kind of mark, as in 12:30.
fn joined_by(marks: &Marks<'_>, run: TokenRange, kind: TokenKind) -> bool {
    next_over(marks, run, kind).is_some() || before_over(marks, run, kind).is_some()
}

/// The number after a mark that touches both.
fn next_over(marks: &Marks<'_>, run: TokenRange, kind: TokenKind) -> Option<usize> {
    let document = marks.document();
    let mark = document.token(run.end).filter(|t| t.joined && t.kind == kind)?;
    document.token(run.end + 1).filter(|t| t.joined && t.kind == TokenKind::Number && !mark.line_start)?;
    Some(run.end + 1)
}

fn before_over(marks: &Marks<'_>, run: TokenRange, kind: TokenKind) -> Option<usize> {
    let document = marks.document();
    let number = run.start.checked_sub(2)?;
    let joined = |i: usize| document.token(i).is_some_and(|t| t.joined);
    (document.kind(number) == TokenKind::Number
        && document.kind(number + 1) == kind
        && joined(number + 1)
        && joined(run.start))
    .then_some(number)
}

/// «كوفيد-19», «إف-16», F16, 5G.
fn in_name(marks: &Marks<'_>, core: &Core) -> bool {
    let document = marks.document();
    let start = core.run.start;
    let joined = |i: usize| document.token(i).is_some_and(|t| t.joined);
    let latin = |i: usize| document.kind(i) == TokenKind::Word && document.word(i).is_ascii();
    if joined(start) && start >= 1 {
        let before = start - 1;
        if latin(before) || document.kind(before) == TokenKind::Url {
            return true;
        }
        if document.kind(before) == TokenKind::Dash
            && joined(before)
            && before >= 1
            && document.kind(before - 1) == TokenKind::Word
        {
            return true;
        }
        // «بي17»: letters other than clitics touch the digits. «نحو280» only lacks its space.
        if document.kind(before) == TokenKind::Word
            && core.plain
            && !is_proclitic(document.word(before))
            && marks.is_plain(before)
            && core.digits <= 3
        {
            return true;
        }
    }
    joined(core.run.end)
        && latin(core.run.end)
        && document.word(core.run.end).len() == 1
        && marks.is_plain(core.run.end)
}

/// Letters that are written against the digits after them.
fn is_proclitic(word: &str) -> bool {
    let rest = word.trim_start_matches(['و', 'ف']);
    let rest = rest.trim_start_matches(['ب', 'ل', 'ك']);
    matches!(rest, "" | "ال" | "ل")
}

fn is_phone(marks: &Marks<'_>, core: &Core) -> bool {
    let document = marks.document();
    let long = core.plain && core.digits >= 8 && document.word(core.run.start).starts_with('0');
    let plus = document.kind(core.run.start) == TokenKind::Symbol && core.digits >= 9;
    long || plus || chained(marks, core.run) || after_prefix(marks, core.run.start)
}

/// «00961 1 234567»: the prefix of a country and the groups of digits after it.
fn after_prefix(marks: &Marks<'_>, start: usize) -> bool {
    let document = marks.document();
    let follows =
        |i: usize| document.kind(i) == TokenKind::Number && !document.token(i + 1).is_some_and(|t| t.line_start);
    let first = (start.saturating_sub(4)..start).rev().take_while(|i| follows(*i)).last().unwrap_or(start);
    let word = document.word(first);
    word.starts_with("00") && word.len() >= 4 && word.bytes().all(|b| b.is_ascii_digit())
}

/// Three or more numbers joined by dashes, at least one of three digits, and no date.
fn chained(marks: &Marks<'_>, run: TokenRange) -> bool {
    let document = marks.document();
    let single = |i: usize| TokenRange::new(i, i + 1);
    let next = next_over(marks, run, TokenKind::Dash);
    let before = before_over(marks, TokenRange::new(run.start, run.end), TokenKind::Dash);
    let third = next
        .and_then(|n| next_over(marks, single(n), TokenKind::Dash))
        .or_else(|| before.and_then(|b| before_over(marks, single(b), TokenKind::Dash)))
        .or(if next.is_some() { before } else { None });
    let Some(third) = third else { return false };
    let long = |i: usize| document.kind(i) == TokenKind::Number && document.word(i).len() == 3;
    long(third) || next.is_some_and(long) || before.is_some_and(long) || long(run.start)
}

/// 2-1 after a word of sports results.
fn is_score(marks: &Marks<'_>, core: &Core) -> bool {
    let over = joined_by(marks, core.run, TokenKind::Dash);
    over && core.plain && core.digits <= 2 && score_word(marks, core.run.start)
}

fn score_word(marks: &Marks<'_>, at: usize) -> bool {
    (at.saturating_sub(8)..at)
        .rev()
        .take_while(|i| !marks.document().token(i + 1).is_some_and(|t| t.line_start))
        .any(|i| marks.is(i, |w| w == Word::Score))
}

/// A small number at the start of a line with a mark after it.
fn is_item(marks: &Marks<'_>, core: &Core) -> bool {
    let document = marks.document();
    let starts = document.token(core.run.start).is_some_and(|t| t.line_start) && core.run.start > 0;
    starts
        && core.plain
        && core.digits <= 2
        && document.token(core.run.end).is_some_and(|t| {
            t.joined && matches!(t.kind, TokenKind::Dash | TokenKind::Close | TokenKind::Stop)
                || t.kind == TokenKind::Dash
        })
}

/// «صفحة 12», «المادة 5», «القرار رقم 2254»
fn is_label(marks: &Marks<'_>, core: &Core) -> bool {
    let start = core.run.start;
    start >= 1
        && !marks.document().token(start).is_some_and(|t| t.line_start)
        && marks.words(start - 1).contains(&Word::Numbering)
}

/// Whether two numbers with a dash between may be a range.
pub(super) fn may_be_range(marks: &Marks<'_>, first: &Core, second: &Core) -> bool {
    let digits = first.form == Form::Digits && second.form != Form::Words;
    digits
        && first.value < second.value / second.scale.max(1.0) + f64::from(u8::from(second.scale == 1.0)) * 0.0
        && !chained(marks, first.run)
        && !is_score(marks, first)
}

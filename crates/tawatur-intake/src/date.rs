//! Dates of publication, in the many ways in which outlets write them.

use std::sync::OnceLock;

use jiff::civil::{Date, Time};
use tawatur_model::{Published, PublishedFrom};

use crate::passages::{Mark, PassageRules, with_marks};

/// A date and, where it is given, the time of day.
type Stamp = (Date, Option<Time>);

/// Reads a publication date as metadata gives it: ISO 8601 and RFC 2822 with or without a time, `2022/01/10`,
/// `10/01/2022` (day first), `10 يناير 2022`, `١٠ كانون الثاني ٢٠٢٢`, `January 10, 2022`.
///
/// The day is the outlet's own: an offset is not applied. None where the text holds no full date, or two that differ.
pub fn parse_published(text: &str) -> Option<Published> {
    let text = text.get(..text.len().min(400)).unwrap_or(text);
    let (day, time) = with_marks(text, read_stamp)?;
    Some(Published { day, time, from: PublishedFrom::Metadata })
}

/// Whether a line holds a full date and nothing that is not of a date.
pub(crate) fn is_date_line(marks: &[Mark<'_>]) -> bool {
    let any_number = marks.iter().any(|m| m.text.starts_with(|c: char| c.is_ascii_digit()));
    any_number && marks.len() <= 32 && is_only_calendar(marks) && read_stamp(marks).is_some()
}

/// The date of a dateline, which may hold places and agencies too.
pub(crate) fn of_dateline(text: &str) -> Option<Published> {
    let published = parse_published(text)?;
    Some(Published { from: PublishedFrom::Dateline, ..published })
}

fn read_stamp(marks: &[Mark<'_>]) -> Option<Stamp> {
    let by_numbers = numeric_date(marks);
    let (day, after) = by_numbers.or_else(|| worded_date(marks))?;
    Some((day, time_of_day(marks, after)))
}

fn number(mark: Option<&Mark<'_>>) -> Option<(i32, usize)> {
    let text = mark?.text;
    let all_digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten().map(|n| (n, text.len()))
}

fn separator<'m>(marks: &'m [Mark<'_>], at: usize) -> Option<&'m str> {
    marks.get(at).map(|m| m.text).filter(|t| matches!(*t, "-" | "/" | "." | "–"))
}

/// Three numbers with the same mark between them, or eight digits in a row.
fn numeric_date(marks: &[Mark<'_>]) -> Option<(Date, usize)> {
    (0..marks.len()).find_map(|at| {
        let (first, width) = number(marks.get(at))?;
        let mark = separator(marks, at + 1)?;
        let (second, _) = number(marks.get(at + 2))?;
        separator(marks, at + 3).filter(|m| *m == mark)?;
        // In `2022-01-10T12:00` the day and the T are one run of letters and digits.
        let third = marks.get(at + 4)?.text;
        let digits = third.bytes().take_while(u8::is_ascii_digit).count();
        let joined_time = third.get(digits..).unwrap_or("");
        if !(joined_time.is_empty() || joined_time.starts_with('t')) || !(1..=4).contains(&digits) {
            return None;
        }
        let last: i32 = third.get(..digits)?.parse().ok()?;
        let after = if joined_time.is_empty() { at + 5 } else { at + 4 };
        order(first, width, second, last, digits).map(|day| (day, after))
    })
}

/// Year first where the first number has four digits; else day first, unless only month first can be.
fn order(first: i32, first_width: usize, second: i32, last: i32, last_width: usize) -> Option<Date> {
    match (first_width, last_width) {
        (4, 1 | 2) => date(first, second, last),
        (1 | 2, 4) => date(last, second, first).or_else(|| date(last, first, second)),
        _ => None,
    }
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    if !(1900..=2200).contains(&year) {
        return None;
    }
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Day, month name (or the same month under two names) and year; or month name, day and year.
fn worded_date(marks: &[Mark<'_>]) -> Option<(Date, usize)> {
    (0..marks.len()).find_map(|at| {
        let (month, mut after) = months_at(marks, at)?;
        if let Some((year, 4)) = number(marks.get(after)) {
            let day = at.checked_sub(1).map(|i| if separator(marks, i).is_some() { i.wrapping_sub(1) } else { i });
            let (day, _) = number(day.and_then(|i| marks.get(i)))?;
            return Some((date(year, month, day)?, after + 1));
        }
        let (day, _) = number(marks.get(after))?;
        after += 1;
        after += usize::from(marks.get(after).is_some_and(|m| matches!(m.text, "," | "،")));
        let (year, _) = number(marks.get(after)).filter(|(_, width)| *width == 4)?;
        Some((date(year, month, day)?, after + 1))
    })
}

/// A month, and the same month once more after a slash or in brackets; two different months are none.
fn months_at(marks: &[Mark<'_>], at: usize) -> Option<(i32, usize)> {
    let (month, mut after) = month_at(marks, at)?;
    let is_joint = |i: usize| marks.get(i).is_some_and(|m| matches!(m.text, "/" | "-" | "–" | "(" | ")" | "،" | ","));
    let mut ahead = after;
    while is_joint(ahead) {
        ahead += 1;
    }
    if let Some((second, end)) = month_at(marks, ahead).filter(|_| ahead > after) {
        if second != month {
            return None;
        }
        (after, ahead) = (end, end);
        while is_joint(ahead) {
            ahead += 1;
        }
    }
    Some((month, if number(marks.get(ahead)).is_some() { ahead } else { after }))
}

fn month_at(marks: &[Mark<'_>], at: usize) -> Option<(i32, usize)> {
    let end = PassageRules::get().classes().month.ends(marks, at).next()?;
    let words: Vec<&str> = marks.get(at..end)?.iter().map(|m| m.text).collect();
    let month = months().iter().find(|(_, form)| form.iter().map(String::as_str).eq(words.iter().copied()))?.0;
    Some((month, end))
}

/// Month numbers with their names' words.
fn months() -> &'static [(i32, Vec<String>)] {
    static MONTHS: OnceLock<Vec<(i32, Vec<String>)>> = OnceLock::new();
    MONTHS.get_or_init(|| {
        let rows = include_str!("../data/month.csv").lines().skip(1);
        rows.filter_map(|row| {
            let mut cells = row.split(',').skip(1);
            let month = cells.next()?.parse().ok()?;
            Some((month, with_marks(cells.nth(1)?, |marks| marks.iter().map(|m| m.text.to_owned()).collect())))
        })
        .collect()
    })
}

/// Hours and minutes after the date, with a colon between; afternoon words add twelve hours.
fn time_of_day(marks: &[Mark<'_>], after: usize) -> Option<Time> {
    (after..marks.len()).find_map(|at| {
        let hour_text = marks.get(at)?.text;
        let hour_text = hour_text.rsplit('t').next().unwrap_or(hour_text);
        let hour: i8 = hour_text.parse().ok()?;
        marks.get(at + 1).filter(|m| m.text == ":")?;
        let minute: i8 = marks.get(at + 2)?.text.parse().ok()?;
        let second = marks.get(at + 3).filter(|m| m.text == ":").and_then(|_| {
            let text = marks.get(at + 4)?.text;
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            text.get(..digits)?.parse::<i8>().ok()
        });
        let later = marks.iter().skip(at + 3).any(|m| matches!(m.text, "م" | "مساء" | "pm"));
        let hour = if later && (1..12).contains(&hour) { hour + 12 } else { hour };
        Time::new(hour, minute, second.unwrap_or(0), 0).ok()
    })
}

/// Whether every word is of a date, a clock or a stamp.
fn is_only_calendar(marks: &[Mark<'_>]) -> bool {
    let classes = PassageRules::get().classes();
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let by_class = [&classes.when, &classes.month].into_iter().filter_map(|c| c.ends(marks, at).next()).max();
        at = match by_class {
            Some(end) => end,
            None if !mark.is_word || mark.text.bytes().all(|b| b.is_ascii_digit()) => at + 1,
            None => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = parse_published(text).map(|p| match p.time {
            Some(time) => format!("{} {}", p.day, time),
            None => p.day.to_string(),
        });
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn reads_dates_as_outlets_write_them() {
        check("2022-01-10", "2022-01-10");
        check("2022-01-10T23:30:00+03:00", "2022-01-10 23:30:00");
        check("2022-01-10T23:30:00.000Z", "2022-01-10 23:30:00");
        check("2022-01-10 07:05", "2022-01-10 07:05:00");
        check("Mon, 10 Jan 2022 12:04:09 +0300", "2022-01-10 12:04:09");
        check("2022/1/10", "2022-01-10");
        check("10/01/2022", "2022-01-10");
        check("01/31/2022", "2022-01-31");
        check("10 يناير 2022", "2022-01-10");
        check("06-يناير-2022", "2022-01-06");
        check("١٠ كانون الثاني ٢٠٢٢", "2022-01-10");
        check("الاثنين 10 يناير/كانون الثاني 2022 - 14:30", "2022-01-10 14:30:00");
        check("10 كانون الثاني (يناير) 2022، 02:30 م", "2022-01-10 14:30:00");
        check("January 10, 2022", "2022-01-10");
        check("7 جويلية 2021", "2021-07-07");
    }

    #[test]
    fn reads_no_date_where_there_is_none() {
        for text in ["", "يناير 2022", "31/02/2022", "10 يناير/شباط 2022", "10 رجب 1443", "12:30", "5/6", "1443-05-10"]
        {
            check(text, "");
        }
    }

    #[test]
    fn a_date_line_holds_nothing_else() {
        assert!(with_marks("الاثنين 10 يناير 2022 - 14:30 بتوقيت غرينتش", is_date_line));
        assert!(with_marks("نشر في: 10/1/2022", is_date_line));
        assert!(!with_marks("وقع الهجوم في 10 يناير 2022", is_date_line));
        assert!(!with_marks("2022", is_date_line));
    }
}

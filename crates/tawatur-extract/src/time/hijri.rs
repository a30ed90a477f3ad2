//! The Hijri calendar: Umm al-Qura where its table reaches, tabular beyond.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::calendar::days;

/// First year of the table.
const FIRST: i32 = 1300;

/// First day of each year of the table, and its months of 30 days as bits, the first month lowest.
fn table() -> &'static [(Date, u16)] {
    static YEARS: OnceLock<Vec<(Date, u16)>> = OnceLock::new();
    YEARS.get_or_init(|| tawatur_lexicon::closed::UMM_AL_QURA.lines().filter_map(row).collect())
}

fn row(line: &str) -> Option<(Date, u16)> {
    let mut fields = line.split(',');
    fields.next()?.parse::<i32>().ok()?;
    let first = fields.next()?.parse().ok()?;
    let bits = fields.next()?.bytes().rev().fold(0, |bits, b| bits << 1 | u16::from(b == b'1'));
    Some((first, bits))
}

/// The day of a Hijri date; none when there is no such day.
pub(super) fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    if !(1..=12).contains(&month) || day == 0 || day > month_length(year, month) {
        return None;
    }
    let before: i64 = (1..month).map(|m| i64::from(month_length(year, m))).sum();
    Some(days(year_start(year)?, before + i64::from(day) - 1))
}

/// The number of days in a Hijri month.
pub(super) fn month_length(year: i32, month: u8) -> u8 {
    match known(year) {
        Some((_, bits)) => 29 + (bits >> (month - 1) & 1) as u8,
        None => 29 + (month % 2) + u8::from(month == 12 && is_leap(year)),
    }
}

/// The Hijri date of a day.
pub(super) fn of(wanted: Date) -> Option<(i32, u8, u8)> {
    let elapsed = wanted.year() as f64 - 622.0 + f64::from(wanted.day_of_year()) / 366.0;
    let mut year = (elapsed * 1.030_684) as i32;
    while year_start(year + 1)? <= wanted {
        year += 1;
    }
    while year_start(year)? > wanted {
        year -= 1;
    }
    let mut rest = (wanted - year_start(year)?).get_days();
    for month in 1..=12 {
        let length = i32::from(month_length(year, month));
        if rest < length {
            return Some((year, month, u8::try_from(rest + 1).ok()?));
        }
        rest -= length;
    }
    None
}

fn known(year: i32) -> Option<(Date, u16)> {
    table().get(usize::try_from(year - FIRST).ok()?).copied()
}

fn year_start(year: i32) -> Option<Date> {
    if let Some((first, _)) = known(year) {
        return Some(first);
    }
    // The tabular calendar, whose first day was 19 July 622 of the proleptic Gregorian one.
    let y = i64::from(year) - 1;
    let epoch = Date::new(622, 7, 19).ok()?;
    (0..4000).contains(&y).then(|| days(epoch, y * 354 + (3 + 11 * y + 11).div_euclid(30).max(0)))
}

fn is_leap(year: i32) -> bool {
    (11 * year + 14).rem_euclid(30) < 11
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_known_days() {
        assert_eq!(day(1445, 9, 1), Date::new(2024, 3, 11).ok());
        assert_eq!(day(1443, 6, 7), Date::new(2022, 1, 10).ok());
        assert_eq!(of(Date::new(2022, 1, 10).unwrap()), Some((1443, 6, 7)));
    }

    #[test]
    fn goes_there_and_back() {
        let mut at = Date::new(1890, 1, 1).unwrap();
        while at < Date::new(2170, 1, 1).unwrap() {
            let (y, m, d) = of(at).unwrap();
            assert_eq!(day(y, m, d), Some(at));
            at = days(at, 17);
        }
    }
}

//! The weekday that a report calls its own day, by "today" or "yesterday" beside the weekday's name.

use std::sync::OnceLock;

use tawatur_model::Extraction;
use tawatur_text::fold_word;

const TABLE: &str = include_str!("../../data/near-day.csv");

/// The weekdays (Monday 1 to Sunday 7) that a report gives for its own day, each with the words that say so.
pub(super) fn own_weekdays(undated: &Extraction) -> Vec<(i8, &str)> {
    let mut found: Vec<(i8, &str)> = Vec::new();
    for time in &undated.times {
        let weekday = time.timex.strip_prefix("XXXX-WXX-").and_then(|d| d.get(..1)).and_then(|d| d.parse::<i8>().ok());
        if let (Some(weekday @ 1..=7), Some(days)) = (weekday, time.quote.split_whitespace().find_map(near_day)) {
            let own = (weekday - 1 - days).rem_euclid(7) + 1;
            if !found.iter().any(|(known, _)| *known == own) {
                found.push((own, time.quote.as_str()));
            }
        }
    }
    found
}

/// How many days a word lies after the report's own.
fn near_day(word: &str) -> Option<i8> {
    static CELL: OnceLock<Vec<(String, i8)>> = OnceLock::new();
    let rows = CELL.get_or_init(|| {
        let row = |line: &str| {
            let mut cells = line.splitn(4, ',').skip(1);
            let days = cells.next()?.parse().ok()?;
            Some((fold_word(cells.nth(1)?), days))
        };
        TABLE.lines().skip(1).filter_map(row).collect()
    });
    let folded = fold_word(word);
    rows.iter().find(|(form, _)| *form == folded).map(|(_, days)| *days)
}

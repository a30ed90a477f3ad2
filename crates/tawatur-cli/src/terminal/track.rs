//! The track record as a table for a terminal.

use tawatur::Record;
use tawatur::model::Bilingual;
use tawatur::wording::{digits, verbatim};

use super::page::{Cell, Page};
use super::style::{PLAIN, QUIET, STRONG};
use super::words::{number, say};
use crate::language::Language;

/// Columns of the table.
const WIDTH: usize = 100;
/// Columns of a name and of a number.
const NAME: usize = 36;
const NUMBER: usize = 9;

/// The table: a row an origin or outlet.
pub(crate) fn print(records: &[Record], language: Language) -> String {
    let mut page = Page::new(language, WIDTH);
    if records.is_empty() {
        page.say(&say("track.none", &[]), 0, PLAIN);
        return page.finish();
    }
    page.say(&say("track.lead", &[]), 0, QUIET);
    for role in ["origin", "outlet"] {
        let of_role: Vec<&Record> = records.iter().filter(|r| r.role == role).collect();
        if of_role.is_empty() {
            continue;
        }
        page.heading(&say(&format!("track.{role}"), &[]));
        let heads = ["questions", "below", "equal", "above", "ratio", "lag"].map(|k| say(&format!("track.{k}"), &[]));
        row(&mut page, &Bilingual::new("", ""), &heads, QUIET);
        for record in of_role {
            let some = |value: Option<f64>| value.map_or_else(|| Bilingual::new("–", "–"), digits);
            let cells = [
                number(record.questions),
                number(record.below),
                number(record.equal),
                number(record.above),
                some(record.median_ratio),
                some(record.median_lag_days),
            ];
            row(&mut page, &verbatim(&record.name), &cells, PLAIN);
        }
    }
    page.finish()
}

fn row(page: &mut Page, name: &Bilingual, cells: &[Bilingual; 6], style: anstyle::Style) {
    let mut all = vec![Cell::new(page.pick(name), NAME, STRONG)];
    all.extend(cells.iter().map(|c| Cell::number(page.pick(c), NUMBER, style)));
    page.row(all, 2);
}

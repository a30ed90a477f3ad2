//! One cell: how values are written, and what keeps a spreadsheet from running them.

use csv::Writer;
use tawatur::model::{Day, Hop};

/// The hops of a chain in one cell: origin first, with the kind of each hop.
pub(super) fn chain(hops: &[Hop]) -> String {
    let words: Vec<String> = hops.iter().map(|h| format!("{} [{}]", h.name, tag(&h.kind))).collect();
    words.join(" → ")
}

/// A day as ISO 8601, empty for none.
pub(super) fn day(day: Option<Day>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

/// A number, empty for none.
pub(super) fn number(value: Option<f64>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// The name of a value in the JSON outputs.
pub(super) fn tag(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Words without isolates: a cell is a text of its own.
pub(super) fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

/// Writes a row whose cells no spreadsheet takes for formulas.
pub(super) fn write<C: AsRef<str>>(table: &mut Writer<Vec<u8>>, cells: impl IntoIterator<Item = C>) -> csv::Result<()> {
    table.write_record(cells.into_iter().map(|cell| guarded(cell.as_ref())))
}

/// A cell that begins as formulas do gets an apostrophe before it; signed numbers are left as they are. Blanks and
/// characters that nobody sees before the sign hide nothing.
fn guarded(cell: &str) -> String {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let first = cell.trim_start_matches(unseen).chars().next();
    let formula = matches!(first, Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'));
    let led = cell.starts_with(['\t', '\r']);
    if (formula || led) && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+A1", "-A1", "@SUM(A1)", " =HYPERLINK(\"x\")", "\u{202b}=1", "\t=1", "\u{ff1d}1"] {
            assert_eq!(guarded(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["-5", "+7.5", "5135", "وزارة", "a=b", "", "– 5"] {
            assert_eq!(guarded(cell), cell);
        }
    }
}

//! Reads a file of judgements: a table with a head, or JSON Lines with the same names.

use std::collections::BTreeMap;

use serde::Deserialize;
use tawatur_model::{Judgement, JudgementKind};

use crate::error::{Error, Kind};

/// The columns of the table.
const COLUMNS: [&str; 5] = ["judgement", "one", "other", "by", "because"];
/// The words for what can be decided.
const WORDS: &str = "reject, confirm, same, different, copy or not_copy";

/// One row as it stands in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Row {
    judgement: String,
    one: String,
    other: String,
    by: String,
    because: String,
}

/// Reads judgements; `file` stands for them in messages.
///
/// A table begins with the line `judgement,one,other,by,because`; JSON Lines hold objects of these names.
///
/// # Errors
/// Where a row is no judgement: an unknown word, a missing name or reason, or one that contradicts an earlier row.
/// All bad rows are named, each with its line.
pub fn read_judgements(text: &str, file: &str) -> Result<Vec<Judgement>, Error> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = if text.trim_start().starts_with('{') { lines(text) } else { table(text) };
    let mut found: Vec<(usize, Judgement)> = Vec::new();
    let mut problems = Vec::new();
    for (line, row) in rows {
        match row.and_then(judgement) {
            Ok(judgement) => found.push((line, judgement)),
            Err(problem) => problems.push((line, problem)),
        }
    }
    contradictions(&found, &mut problems);
    problems.sort();
    if problems.is_empty() {
        Ok(found.into_iter().map(|(_, judgement)| judgement).collect())
    } else {
        Err(Kind::Rows { file: file.to_owned(), problems }.into())
    }
}

type Rows = Vec<(usize, Result<Row, String>)>;

fn lines(text: &str) -> Rows {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| (i + 1, serde_json::from_str(line).map_err(|e| format!("no such object: {e}")))).collect()
}

fn table(text: &str) -> Rows {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().map(|h| h.iter().map(str::to_owned).collect()).unwrap_or_default();
    if head != COLUMNS {
        return vec![(1, Err(format!("the first line must be {}, not {}", COLUMNS.join(","), head.join(","))))];
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let line = |p: Option<&csv::Position>| p.map_or(0, csv::Position::line) as usize;
        match record {
            Ok(record) => {
                let cells: Vec<String> = record.iter().map(str::to_owned).collect();
                rows.push((line(record.position()), row(cells)));
            }
            Err(error) => rows.push((line(error.position()), Err(error.to_string()))),
        }
    }
    rows
}

fn row(cells: Vec<String>) -> Result<Row, String> {
    let count = cells.len();
    let five: Result<[String; 5], _> = cells.try_into();
    let Ok([judgement, one, other, by, because]) = five else {
        return Err(format!("{count} cells where there must be {}", COLUMNS.len()));
    };
    Ok(Row { judgement, one, other, by, because })
}

fn judgement(row: Row) -> Result<Judgement, String> {
    let kind = match row.judgement.trim() {
        "reject" => JudgementKind::Reject,
        "confirm" => JudgementKind::Confirm,
        "same" => JudgementKind::Same,
        "different" => JudgementKind::Different,
        "copy" => JudgementKind::Copy,
        "not_copy" | "not-copy" => JudgementKind::NotCopy,
        other => return Err(format!("{other:?} is no judgement: it must be {WORDS}")),
    };
    let of_claim = matches!(kind, JudgementKind::Reject | JudgementKind::Confirm);
    for (name, value) in [("one", &row.one), ("by", &row.by), ("because", &row.because)] {
        if value.trim().is_empty() {
            return Err(format!("{name:?} is empty; a judgement needs what it is about, who made it and why"));
        }
    }
    let other = Some(row.other.trim().to_owned()).filter(|o| !o.is_empty());
    match (of_claim, &other) {
        (true, Some(_)) => return Err("\"other\" must be empty: a claim is judged by itself".to_owned()),
        (false, None) => return Err("\"other\" is empty; two names or two reports are judged together".to_owned()),
        (false, Some(other)) if other == row.one.trim() => {
            return Err(format!("{other:?} is judged against itself"));
        }
        _ => {}
    }
    if of_claim && !row.one.contains('#') {
        return Err(format!("{:?} names no claim: it must be REPORT#CLAIM", row.one));
    }
    let trimmed = |s: String| s.trim().to_owned();
    Ok(Judgement { kind, one: trimmed(row.one), other, by: trimmed(row.by), because: trimmed(row.because) })
}

/// Rows that say the opposite of an earlier one about the same.
fn contradictions(rows: &[(usize, Judgement)], problems: &mut Vec<(usize, String)>) {
    let mut first: BTreeMap<(u8, [&str; 2]), (usize, JudgementKind)> = BTreeMap::new();
    for (line, row) in rows {
        let topic = match row.kind {
            JudgementKind::Reject | JudgementKind::Confirm => 0,
            JudgementKind::Same | JudgementKind::Different => 1,
            JudgementKind::Copy | JudgementKind::NotCopy => 2,
        };
        let mut about = [row.one.as_str(), row.other.as_deref().unwrap_or("")];
        about.sort_unstable();
        let (earlier, kind) = *first.entry((topic, about)).or_insert((*line, row.kind));
        if kind != row.kind {
            problems.push((*line, format!("says the opposite of line {earlier}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "judgement,one,other,by,because\n";

    fn problem(rows: &str) -> String {
        read_judgements(&format!("{HEAD}{rows}"), "j.csv").unwrap_err().to_string()
    }

    #[test]
    fn a_table_and_json_lines_say_the_same() {
        let table =
            format!("{HEAD}reject,a.txt#f2,,سلمى,\"نقل خاطئ، والعدد للجرحى\"\nsame,ألما آتا,ألماتي,Salma,one city\n");
        let json = "{\"judgement\":\"reject\",\"one\":\"a.txt#f2\",\"by\":\"سلمى\",\"because\":\"نقل خاطئ، والعدد للجرحى\"}\n\
            {\"judgement\":\"same\",\"one\":\"ألما آتا\",\"other\":\"ألماتي\",\"by\":\"Salma\",\"because\":\"one city\"}\n";
        let read = read_judgements(&table, "j.csv").unwrap();
        assert_eq!(read, read_judgements(json, "j.jsonl").unwrap());
        assert_eq!((read[0].kind, read[1].other.as_deref()), (JudgementKind::Reject, Some("ألماتي")));
    }

    #[test]
    fn bad_rows_are_named_with_their_lines() {
        let told = problem(
            "confirm,a#f1,,S,ok\ndelete,a#f1,,S,why\nreject,a,,S,why\nsame,x,,S,why\nreject,a#f2,,,why\ncopy,a,a,S,why\nreject,a#f1,b,S,why\n",
        );
        for line in [
            "j.csv: line 3: \"delete\"",
            "line 4: \"a\" names no claim",
            "line 5: \"other\" is empty",
            "line 6: \"by\"",
            "line 7: \"a\"",
            "line 8: \"other\" must be empty",
        ] {
            assert!(told.contains(line), "{line}: {told}");
        }
        assert!(!told.contains("line 2"), "{told}");
    }

    #[test]
    fn a_wrong_head_short_rows_and_opposites_are_errors() {
        let told = read_judgements("what,one\n", "j.csv").unwrap_err().to_string();
        assert!(told.contains("line 1: the first line must be judgement,one,other,by,because"), "{told}");
        assert!(problem("reject,a#f1\n").contains("line 2: 2 cells"));
        assert!(problem("same,a,b,S,x\ndifferent,b,a,T,y\n").contains("line 3: says the opposite of line 2"));
        assert!(
            read_judgements("{\"judgement\":\"reject\",\"two\":1}", "j").unwrap_err().to_string().contains("line 1")
        );
    }
}

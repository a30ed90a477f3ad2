//! Outlet, date, address and title that are given in a table beside the reports.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use tawatur_model::Report;

use crate::Problem;
use crate::date::parse_published;
use crate::error::{Error, Kind};

/// A table `report,outlet,published,url,title`, one row a report; columns may be missing and in any order.
#[derive(Clone, Debug, Default)]
pub struct MetaTable {
    rows: BTreeMap<String, Meta>,
    problems: Vec<Problem>,
}

/// What metadata tells of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Meta {
    #[serde(default)]
    pub(crate) outlet: Option<String>,
    #[serde(default)]
    pub(crate) published: Option<String>,
    #[serde(default)]
    pub(crate) url: Option<String>,
    #[serde(default)]
    pub(crate) title: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Row {
    report: String,
    #[serde(default)]
    outlet: Option<String>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    title: Option<String>,
}

impl MetaTable {
    /// Reads a table from a file.
    ///
    /// # Errors
    /// When the file cannot be read, has no column `report`, or has a row that is no CSV.
    pub fn from_path(path: &Path) -> Result<Self, Error> {
        let file = path.display().to_string();
        let opened = std::fs::File::open(path).map_err(|source| Kind::Io { file: file.clone(), source })?;
        Self::from_reader(opened, &file)
    }

    /// Reads a table; `name` stands for it in messages.
    ///
    /// # Errors
    /// As [`MetaTable::from_path`].
    pub fn from_reader(reader: impl Read, name: &str) -> Result<Self, Error> {
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(without_mark(reader));
        let headers = reader.headers().map_err(|e| table_error(name, &e))?;
        if !headers.iter().any(|h| h == "report") {
            return Err(Kind::TableHeader { file: name.to_owned() }.into());
        }
        let mut table = Self::default();
        for row in reader.deserialize::<Row>() {
            table.add(name, row.map_err(|e| table_error(name, &e))?);
        }
        Ok(table)
    }

    fn add(&mut self, name: &str, row: Row) {
        let meta = Meta { outlet: row.outlet, published: row.published, url: row.url, title: row.title };
        if let Some(published) = meta.published.as_deref().filter(|p| !p.is_empty() && parse_published(p).is_none()) {
            let message = format!("the date \"{published}\" of {} cannot be read", row.report);
            self.problems.push(Problem::warning(name, message).help("write it as 2022-01-10"));
        }
        if self.rows.insert(row.report.clone(), meta).is_some() {
            self.problems.push(Problem::warning(name, format!("{} has two rows; the later one is used", row.report)));
        }
    }

    /// What was odd in the table.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The reports that the table has rows for.
    pub fn reports(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    pub(crate) fn get(&self, report: &str) -> Option<&Meta> {
        self.rows.get(report)
    }
}

impl Meta {
    /// Writes what is told here into the report, over what was there. A date that cannot be read gives its text back.
    pub(crate) fn apply(&self, report: &mut Report) -> Option<String> {
        let told = |cell: &Option<String>| cell.as_deref().map(str::trim).filter(|c| !c.is_empty()).map(str::to_owned);
        report.outlet = told(&self.outlet).or(report.outlet.take());
        report.url = told(&self.url).or(report.url.take());
        report.title = told(&self.title).or(report.title.take());
        let published = told(&self.published)?;
        match parse_published(&published) {
            Some(read) => {
                report.published = Some(read);
                None
            }
            None => Some(published),
        }
    }
}

/// The reader without a byte order mark at its head.
fn without_mark(mut reader: impl Read) -> impl Read {
    let mut head = Vec::new();
    // An error comes again, and is told, when the table itself is read.
    let _ = reader.by_ref().take(3).read_to_end(&mut head);
    if head == b"\xef\xbb\xbf" {
        head.clear();
    }
    std::io::Cursor::new(head).chain(reader)
}

fn table_error(name: &str, error: &csv::Error) -> Error {
    let line = error.position().map_or(0, csv::Position::line);
    Kind::Table { file: name.to_owned(), line, message: error.to_string() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_columns_in_any_order_and_names_bad_dates() {
        let csv = "\u{feff}title,report,published\nعنوان,a.txt,2022-01-10\n,b.txt,yesterday\n";
        let table = MetaTable::from_reader(csv.as_bytes(), "meta.csv").unwrap();
        let mut report = Report { title: Some("قديم".to_owned()), ..Report::default() };
        assert_eq!(table.get("a.txt").unwrap().apply(&mut report), None);
        assert_eq!(report.title.as_deref(), Some("عنوان"));
        assert_eq!(report.published.unwrap().day.to_string(), "2022-01-10");
        assert_eq!(table.problems().len(), 1);
    }

    #[test]
    fn a_table_without_reports_is_an_error() {
        let error = MetaTable::from_reader("outlet,title\nx,y\n".as_bytes(), "meta.csv").unwrap_err();
        assert!(error.to_string().contains("meta.csv"), "{error}");
    }
}

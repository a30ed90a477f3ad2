//! Case files: texts with what is to be read in them.
//!
//! A file holds the reference time and the cases:
//!
//! ```toml
//! published = 2023-02-06T12:00:00Z
//! [[case]]
//! id = "toll-words"
//! text = "ارتفعت الحصيلة إلى مئة وخمسة قتلى"
//! source = "constructed"
//! [[case.expect]]
//! quote = "مئة وخمسة"     # nth = 2 where it occurs twice and the second is meant
//! rule = "toll-rises-to"
//! value = 105
//! ```
//!
//! What else stands in a file, a case or an expectation is kept for the reader under test.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;
use tawatur_text::ByteRange;

use crate::error::{Error, Kind, read_text};

/// The cases of one file.
#[derive(Clone, Debug, Deserialize)]
pub struct CaseFile {
    /// The file.
    #[serde(skip)]
    pub path: PathBuf,
    #[serde(default)]
    published: Option<toml::value::Datetime>,
    /// The cases, plain ones first.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
    /// Everything else at the head of the file.
    #[serde(flatten)]
    pub more: toml::Table,
}

/// One text with what is to be read in it.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// Unique in its file.
    pub id: String,
    /// The text.
    pub text: String,
    /// Where it is from; `constructed` for our own sentences.
    pub source: String,
    /// Why the expectation is not what is right, where a known fault is written down.
    #[serde(default)]
    pub wrong: Option<String>,
    /// What is to be read, in order of the text; empty where nothing is.
    #[serde(default)]
    pub expect: Vec<Expect>,
    /// Everything else.
    #[serde(flatten)]
    pub more: toml::Table,
}

/// One thing to be read.
#[derive(Clone, Debug, Deserialize)]
pub struct Expect {
    /// The exact words.
    pub quote: String,
    /// Which occurrence of the words is meant, from 1.
    #[serde(default = "first")]
    pub nth: usize,
    /// Everything else: the values that the reader is to give.
    #[serde(flatten)]
    pub more: toml::Table,
}

fn first() -> usize {
    1
}

impl CaseFile {
    /// The reference day; none where the file gives none.
    pub fn published(&self) -> Option<Date> {
        let date = self.published.as_ref()?.date?;
        Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
    }

    fn check(&self) -> Result<(), String> {
        let mut ids = BTreeSet::new();
        for case in &self.cases {
            if !ids.insert(&case.id) {
                return Err(format!("two cases are called {}", case.id));
            }
            for expect in &case.expect {
                expect.range(&case.text).ok_or_else(|| {
                    format!("{}: «{}» does not occur {} times in its text", case.id, expect.quote, expect.nth)
                })?;
            }
        }
        Ok(())
    }
}

impl Expect {
    /// Where the quote stands in the text.
    pub fn range(&self, text: &str) -> Option<ByteRange> {
        let (start, quote) = text.match_indices(&self.quote).nth(self.nth.checked_sub(1)?)?;
        Some(ByteRange::from_indexes(start, start + quote.len()))
    }

    /// A value that the reader is to give, as text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.more.get(key)?.as_str()
    }

    /// A value that the reader is to give, as a number.
    pub fn number(&self, key: &str) -> Option<f64> {
        let value = self.more.get(key)?;
        value.as_float().or_else(|| value.as_integer().map(|n| n as f64))
    }
}

/// Reads one case file, and makes sure that its ids are unique and that its quotes occur.
///
/// # Errors
/// When the file cannot be read or says what cannot be.
pub fn read_cases(path: &Path) -> Result<CaseFile, Error> {
    let text = read_text(path)?;
    let name = || path.display().to_string();
    let mut file: CaseFile =
        toml::from_str(&text).map_err(|source| Kind::Toml { file: name(), source: Box::new(source) })?;
    file.path = path.to_path_buf();
    file.check().map_err(|message| Kind::Case { file: name(), message })?;
    Ok(file)
}

/// Reads all `.toml` files of a folder, in the order of their names.
///
/// # Errors
/// As [`read_cases`]; also when the folder cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<CaseFile>, Error> {
    let broken = |source| Error::from(Kind::Io { file: folder.display().to_string(), source });
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(broken)? {
        paths.push(entry.map_err(broken)?.path());
    }
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    paths.iter().map(|p| read_cases(p)).collect()
}

/// What running cases showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Cases run: a plain test asserts their number, so that none is lost silently.
    pub run: usize,
    /// Cases whose expectation is known to be wrong, all of them still met.
    pub wrong: usize,
    /// `file: case: what is wrong`, one a failed case.
    pub failures: Vec<String>,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for failure in &self.failures {
            writeln!(f, "{failure}")?;
        }
        write!(f, "{} cases run, {} failed, {} known to be wrong", self.run, self.failures.len(), self.wrong)
    }
}

/// Runs all cases of some files; `check` gives what is wrong with one.
///
/// A case with `wrong = "why"` holds the answer that is given now: where that changes, the case fails and is to be
/// written anew.
pub fn run_cases(files: &[CaseFile], mut check: impl FnMut(&CaseFile, &Case) -> Result<(), String>) -> Summary {
    let mut summary = Summary::default();
    for file in files {
        for case in &file.cases {
            summary.run += 1;
            summary.wrong += usize::from(case.wrong.is_some());
            if let Err(failure) = check(file, case) {
                let known =
                    case.wrong.as_deref().map(|why| format!(" (help: this answer was known to be wrong: {why})"));
                let known = known.unwrap_or_default();
                summary.failures.push(format!("{}: {}: {failure}{known}", file.path.display(), case.id));
            }
        }
    }
    summary
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<CaseFile, String> {
        let file: CaseFile = toml::from_str(text).map_err(|e| e.to_string())?;
        file.check().map(|()| file)
    }

    const FILE: &str = "published = 2023-02-06T12:00:00Z\nprefer = \"past\"\n[[case]]\nid = \"twice\"\ntext = \"قتل ستة، ثم ستة\"\n\
        source = \"constructed\"\nunit = \"person\"\n[[case.expect]]\nquote = \"ستة\"\nnth = 2\nvalue = 6\nrule = \"count\"\n";

    #[test]
    fn reads_what_it_knows_and_keeps_the_rest() {
        let file = parse(FILE).unwrap();
        let case = &file.cases[0];
        assert_eq!(file.published().unwrap().to_string(), "2023-02-06");
        assert_eq!(file.more["prefer"].as_str(), Some("past"));
        assert_eq!(case.more["unit"].as_str(), Some("person"));
        assert_eq!(case.expect[0].range(&case.text).unwrap().start() as usize, case.text.rfind("ستة").unwrap());
        assert_eq!(case.expect[0].number("value"), Some(6.0));
        assert_eq!(case.expect[0].text("rule"), Some("count"));
    }

    #[test]
    fn a_quote_that_does_not_occur_is_refused() {
        assert!(parse(&FILE.replace("nth = 2", "nth = 3")).unwrap_err().contains("twice"));
    }

    #[test]
    fn failures_are_told_and_counted() {
        let file = parse(FILE).unwrap();
        let summary = run_cases(&[file], |_, case| Err(format!("{} letters", case.text.chars().count())));
        assert_eq!((summary.run, summary.failures.len()), (1, 1));
        assert!(summary.to_string().ends_with("1 cases run, 1 failed, 0 known to be wrong"));
    }
}

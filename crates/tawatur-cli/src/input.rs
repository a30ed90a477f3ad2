//! What the commands read: files, folders, standard input. What could not be read goes to standard error.

use std::path::{Path, PathBuf};

use clap::Args;
use tawatur::intake::{Item, MetaTable, Options, Problem, stream};
use tawatur::model::{Report, Severity};

use crate::error::Error;
use crate::terminal::clean;

/// Inputs of a command.
#[derive(Args, Clone, Debug)]
pub(crate) struct Input {
    /// Text files, web pages, JSON Lines, folders of these, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Table of outlet, date, address and title by report: report,outlet,published,url,title
    #[arg(long, value_name = "FILE.csv")]
    meta: Option<PathBuf>,
}

/// Rows of the user's own for the lexicon.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct OwnRows {
    /// Places, people and bodies of your own: a table kind,id,en,country,lat,lon,name, or a .toml file with rows of these
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
}

impl OwnRows {
    /// Adds them, before anything is read.
    pub(crate) fn add(&self) -> Result<(), Error> {
        let mut rows = Vec::new();
        for file in &self.lexicon {
            let text = text_of(file)?;
            let read = tawatur::read_rows(&text, &file.display().to_string());
            rows.extend(read.map_err(|e| Error::Usage(clean_lines(&e.to_string())))?);
        }
        if rows.is_empty() {
            return Ok(());
        }
        tawatur::add_rows(&rows).map_err(|e| Error::Usage(e.to_string()))
    }
}

/// The text of a file that the program is asked to work with.
pub(crate) fn text_of(file: &Path) -> Result<String, Error> {
    let unread = |e: &dyn std::fmt::Display| Error::Usage(format!("cannot read {}: {e}", file.display()));
    let bytes = std::fs::read(file).map_err(|e| unread(&e))?;
    String::from_utf8(bytes).map_err(|_| unread(&"it is not UTF-8"))
}

/// Each line without what could act on the terminal.
pub(crate) fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// The reports, in the order of the inputs.
    pub(crate) reports: Vec<Report>,
    /// How many inputs could not be read.
    pub(crate) problems: usize,
}

impl Input {
    /// The reports of these paths.
    pub(crate) fn of(paths: Vec<PathBuf>) -> Self {
        Self { paths, meta: None }
    }

    /// Reads everything.
    pub(crate) fn read(&self) -> Result<Read, Error> {
        let mut reports = Vec::new();
        let problems = self.stream(&mut |report| {
            reports.push(report);
            true
        })?;
        Ok(Read { reports, problems })
    }

    /// Gives report by report to `take` until it says that it has enough; the number of inputs that could not be read.
    pub(crate) fn stream(&self, take: &mut dyn FnMut(Report) -> bool) -> Result<usize, Error> {
        let meta = self.meta.as_deref().map(MetaTable::from_path).transpose();
        let options = Options { meta: meta.map_err(|e| Error::Usage(e.to_string()))?, ..Options::default() };
        let mut unread = 0;
        for item in stream(&self.paths, &options) {
            match item {
                Item::Report(report) => {
                    if !take(*report) {
                        break;
                    }
                }
                Item::Problem(problem) => {
                    unread += usize::from(problem.severity == Severity::Error);
                    tell(&problem);
                }
            }
        }
        Ok(unread)
    }
}

/// One line a problem; what is merely good to know is not told.
fn tell(problem: &Problem) {
    let word = match problem.severity {
        Severity::Info => return,
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    anstream::eprintln!("{word}: {}", clean(&problem.to_string()));
}

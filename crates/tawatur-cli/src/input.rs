//! What the commands read: files, folders, standard input. What could not be read goes to standard error.

use std::path::PathBuf;

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

//! `tawatur group`: stories and copies.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use serde::Serialize;
use tawatur::model::Report;

use super::Status;
use crate::error::Error;
use crate::input::Input;
use crate::output::Output;

/// Arguments of `tawatur group`.
#[derive(Args, Debug)]
pub(crate) struct Group {
    #[command(flatten)]
    input: Input,
}

/// One line of the output.
#[derive(Debug, Serialize)]
struct Line<'a> {
    report: &'a str,
    story: &'a str,
    copies: Option<&'a str>,
    copied_from: Option<&'a str>,
}

impl Group {
    /// Groups and prints in the order of the input.
    pub(crate) fn run(self) -> Result<Status, Error> {
        let read = self.input.read()?;
        let reports: Vec<&Report> = read.reports.iter().collect();
        let stories = tawatur::link::group(&reports);
        let copies = tawatur::link::report_copies(&reports);
        let story_of: BTreeMap<usize, &str> =
            stories.iter().flat_map(|s| s.reports.iter().map(|i| (*i, s.label.as_str()))).collect();
        let copy_of: BTreeMap<usize, _> = copies.iter().map(|c| (c.report, c)).collect();
        let mut out = Output::open(None)?;
        for (i, report) in reports.iter().enumerate() {
            let copy = copy_of.get(&i);
            let line = Line {
                report: &report.id,
                story: story_of.get(&i).copied().unwrap_or_default(),
                copies: copy.map(|c| c.label.as_str()),
                copied_from: copy.and_then(|c| c.copied_from).and_then(|f| reports.get(f)).map(|r| r.id.as_str()),
            };
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n")?;
        }
        out.close()?;
        Ok(Status::of(read.problems))
    }
}

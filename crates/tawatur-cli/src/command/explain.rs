//! `tawatur explain`: why a report was read as it was.
//!
//! Passages with the rule that gave each its role, claims with the rule that read each, and the words of each claim
//! with every reading that the lexicon has for them.

mod claim;
mod word;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use tawatur::model::{Extraction, Report};
use tawatur::text::ByteRange;

use super::Status;
use crate::error::Error;
use crate::input::{Input, OwnRows};
use crate::terminal::{clean, isolated};

/// Arguments of `tawatur explain`.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The report
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only what stands at that byte of the text
    #[arg(long, value_name = "BYTE")]
    at: Option<u32>,
    #[command(flatten)]
    own: OwnRows,
}

impl Explain {
    /// Explains every report of the file.
    pub(crate) fn run(self) -> Result<Status, Error> {
        self.own.add()?;
        let read = Input::of(vec![self.file]).read()?;
        let mut out = anstream::stdout().lock();
        for report in &read.reports {
            explain(&mut out, report, self.at)?;
        }
        Ok(Status::of(read.problems))
    }
}

fn explain(out: &mut impl Write, report: &Report, at: Option<u32>) -> io::Result<()> {
    let extraction = tawatur::extract::extract(report);
    let lines = Lines::of(&report.text);
    let date = extraction.published.map_or_else(|| "no date".to_owned(), |d| d.to_string());
    let from = claim::tag(&extraction.published_from);
    writeln!(out, "{}: {} bytes, published {date} ({from})", clean(&report.id), report.text.len())?;
    passages(out, report, &lines, at)?;
    claim::print(out, &extraction, &tawatur::extract::explain(report), &lines, at)?;
    word::print(out, report, &extraction, at)?;
    notes(out, &extraction, &lines, at)
}

fn passages(out: &mut impl Write, report: &Report, lines: &Lines, at: Option<u32>) -> io::Result<()> {
    writeln!(out, "\npassages")?;
    for reason in tawatur::intake::passages_with_rules(&report.text, report.title.as_deref()) {
        let range = reason.passage.range;
        if wanted(range, at) {
            let role = claim::tag(&reason.passage.role);
            let words = start_of(range.slice(&report.text));
            writeln!(out, "  {}  {role}, by {}: {words}", lines.place(range), reason.rule)?;
        }
    }
    Ok(())
}

fn notes(out: &mut impl Write, extraction: &Extraction, lines: &Lines, at: Option<u32>) -> io::Result<()> {
    let wanted: Vec<_> = extraction.notes.iter().filter(|n| n.range.is_none_or(|r| wanted(r, at))).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nnotes")?;
    for note in wanted {
        let place = note.range.map(|r| lines.place(r)).unwrap_or_default();
        writeln!(out, "  {place}  {}: {}", note.id, isolated(&clean(&note.message)))?;
        for range in &note.related {
            writeln!(out, "      with {}", lines.place(*range))?;
        }
    }
    Ok(())
}

/// Whether a range holds the byte that was asked for, if one was.
fn wanted(range: ByteRange, at: Option<u32>) -> bool {
    at.is_none_or(|byte| range.contains_offset(byte))
}

/// The first words of a passage.
fn start_of(text: &str) -> String {
    let text = clean(text);
    let start: String = text.chars().take(60).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    isolated(&format!("«{start}{more}»"))
}

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<u32>);

impl Lines {
    fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        Self(ends.filter_map(|(at, _)| u32::try_from(at + 1).ok()).collect())
    }

    /// `line 3, bytes 120..134`.
    pub(super) fn place(&self, range: ByteRange) -> String {
        let line = self.0.partition_point(|start| *start <= range.start()) + 1;
        format!("line {line}, bytes {}..{}", range.start(), range.end())
    }
}

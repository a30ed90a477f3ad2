//! `tawatur extract`: claims only, one JSON line a report.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use tawatur::model::Report;

use super::Status;
use crate::error::Error;
use crate::input::{Input, OwnRows};
use crate::output::Output;
use crate::progress;

/// Bytes of text that each thread reads before the claims are written: what bounds the memory, and what the caches hold.
const CHUNK: usize = 1 << 20;

/// Bytes of claims that a byte of text gives, or somewhat more: room that is made at once.
const CLAIMS_A_BYTE: usize = 3;

/// Arguments of `tawatur extract`.
#[derive(Args, Debug)]
pub(crate) struct Extract {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    own: OwnRows,
    /// Write to a file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Extract {
    /// Reads chunk by chunk; the lines stand in the order of the input.
    pub(crate) fn run(self) -> Result<Status, Error> {
        self.own.add()?;
        let mut out = Output::open(self.output.as_deref())?;
        let bar = progress::reports();
        let most = CHUNK * rayon::current_num_threads();
        let mut chunk = Vec::new();
        let mut bytes = 0;
        let mut failed = None;
        let problems = self.input.stream(&mut |report| {
            bytes += report.text.len();
            chunk.push(report);
            if bytes < most {
                return true;
            }
            bytes = 0;
            bar.inc(chunk.len() as u64);
            failed = write(&mut out, &std::mem::take(&mut chunk)).err();
            failed.is_none()
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        write(&mut out, &chunk)?;
        bar.finish_and_clear();
        out.close()?;
        Ok(Status::of(problems))
    }
}

fn write(out: &mut Output, chunk: &[Report]) -> Result<(), Error> {
    let lines: Vec<_> = chunk.par_chunks(tawatur::together(chunk.len())).map(lines_of).collect();
    for lines in lines {
        out.write_all(&lines?)?;
    }
    Ok(())
}

/// The lines of some reports.
fn lines_of(reports: &[Report]) -> Result<Vec<u8>, serde_json::Error> {
    let text: usize = reports.iter().map(|r| r.text.len()).sum();
    let mut lines = Vec::with_capacity(text * CLAIMS_A_BYTE);
    for extraction in tawatur::extract::extract_all(reports) {
        serde_json::to_writer(&mut lines, &extraction)?;
        lines.push(b'\n');
    }
    Ok(lines)
}

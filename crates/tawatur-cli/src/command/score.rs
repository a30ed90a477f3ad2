//! `tawatur score`: claims against gold.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use tawatur_testkit::{read_jsonl, score_claims};

use super::Status;
use crate::error::Error;
use crate::terminal::{clean, isolated};

/// Arguments of `tawatur score`.
#[derive(Args, Debug)]
pub(crate) struct Score {
    /// Gold annotation, JSON Lines; several files with commas between
    #[arg(value_name = "GOLD.jsonl")]
    gold: String,
    /// What `tawatur extract` wrote
    #[arg(value_name = "CLAIMS.jsonl")]
    claims: PathBuf,
    /// Name what was missed, wrongly attributed or too much
    #[arg(long)]
    errors: bool,
    /// Print the scores as JSON
    #[arg(long)]
    json: bool,
}

impl Score {
    /// Scores.
    pub(crate) fn run(self) -> Result<Status, Error> {
        let read = |path: &PathBuf| read_jsonl(path).map_err(|e| Error::Usage(e.to_string()));
        let mut gold = Vec::new();
        for path in self.gold.split(',').filter(|p| !p.is_empty()) {
            gold.extend(read(&PathBuf::from(path))?);
        }
        let scores = score_claims(&gold, &read(&self.claims)?);
        let mut out = anstream::stdout().lock();
        if self.errors {
            for error in &scores.errors {
                writeln!(out, "{}", isolated(&clean(error)))?;
            }
        }
        match self.json {
            true => writeln!(out, "{}", scores.to_json())?,
            false => writeln!(out, "{scores}")?,
        }
        Ok(Status::Done)
    }
}

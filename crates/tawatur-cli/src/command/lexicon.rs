//! `tawatur lexicon`: what the lexicon is made of.

use std::io::Write;

use clap::Subcommand;

use super::Status;
use crate::error::Error;

/// Arguments of `tawatur lexicon`.
#[derive(Debug, Subcommand)]
pub(crate) enum Lexicon {
    /// Where the words and names come from, and under which licences
    Sources,
}

impl Lexicon {
    /// Prints.
    pub(crate) fn run(self) -> Result<Status, Error> {
        let Lexicon::Sources = self;
        let mut out = anstream::stdout().lock();
        write!(out, "{}", tawatur::lexicon::SOURCES.trim_start())?;
        Ok(Status::Done)
    }
}

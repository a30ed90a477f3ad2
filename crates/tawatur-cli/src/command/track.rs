//! `tawatur track`: how first figures compare with those that settled the questions.

use std::io::Write;

use clap::Args;
use tawatur::{Record, record};

use super::Status;
use crate::asked::Asked;
use crate::error::Error;
use crate::input::{Input, OwnRows};
use crate::language::Language;
use crate::output::Output;
use crate::terminal;

/// Arguments of `tawatur track`.
#[derive(Args, Debug)]
pub(crate) struct Track {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    own: OwnRows,
    #[command(flatten)]
    asked: Asked,
    /// Print JSON, one line an origin or outlet, with every figure
    #[arg(long)]
    json: bool,
    /// Language of the table [default: Arabic where the locale is Arabic, else English]
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

impl Track {
    /// Reads, computes, prints.
    pub(crate) fn run(self) -> Result<Status, Error> {
        self.own.add()?;
        let options = self.asked.options()?;
        let read = self.input.read()?;
        let stories = tawatur::accounts_with(read.reports, &options);
        Asked::tell_unused(&options, &stories);
        let records = record(&stories);
        if self.json {
            json(&records)?;
        } else {
            let language = self.lang.unwrap_or_else(Language::of_environment);
            write!(anstream::stdout().lock(), "{}", terminal::track(&records, language))?;
        }
        Ok(Status::of(read.problems))
    }
}

fn json(records: &[Record]) -> Result<(), Error> {
    let mut out = Output::open(None)?;
    for record in records {
        serde_json::to_writer(&mut out, record)?;
        out.write_all(b"\n")?;
    }
    out.close()
}

//! The commands, one file each.

mod account;
mod explain;
mod extract;
mod group;
mod lexicon;
mod parse;
mod score;
mod track;

use std::process::ExitCode;

use clap::Subcommand;

use crate::error::Error;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Everything was read.
    Done,
    /// Some inputs could not be read; each was named.
    Problems,
}

impl Status {
    /// The status of a run with so many problems.
    pub(crate) fn of(problems: usize) -> Self {
        if problems == 0 { Status::Done } else { Status::Problems }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => ExitCode::SUCCESS,
            Status::Problems => ExitCode::from(1),
        }
    }
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read reports and give one account of each story that they tell
    Account(account::Account),
    /// Read the claims of each report, one JSON line a report
    Extract(extract::Extract),
    /// Read numbers and times alone, one JSON line a case
    Parse(parse::Parse),
    /// Cut reports into stories and find copies, one JSON line a report
    Group(group::Group),
    /// Compare first figures with those that settled the questions, by origin and outlet
    Track(track::Track),
    /// Show why a report was read as it was
    Explain(explain::Explain),
    /// Score claims against gold annotation
    Score(score::Score),
    /// What the lexicon is made of
    #[command(subcommand)]
    Lexicon(lexicon::Lexicon),
}

impl Command {
    /// Runs it.
    pub(crate) fn run(self) -> Result<Status, Error> {
        match self {
            Command::Account(command) => command.run(),
            Command::Extract(command) => command.run(),
            Command::Parse(command) => command.run(),
            Command::Score(command) => command.run(),
            Command::Group(command) => command.run(),
            Command::Track(command) => command.run(),
            Command::Explain(command) => command.run(),
            Command::Lexicon(command) => command.run(),
        }
    }
}

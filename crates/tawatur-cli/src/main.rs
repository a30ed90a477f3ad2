//! The `tawatur` program.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod allocator;
mod error;
mod language;

mod asked;
mod input;
mod output;
mod progress;

mod table;
mod terminal;

mod command;

use std::process::ExitCode;

use clap::Parser;

use error::Error;

/// Reads Arabic news reports of an event into one account in which every figure, statement and event shows who said it.
///
/// It never says what is true; it says who said it, through whom, when, in which words, and who carries it
/// independently. It runs offline and gives the same answer every time.
#[derive(Debug, Parser)]
#[command(name = "tawatur", version, max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    command: command::Command,
    /// Print without colours, as NO_COLOR does
    #[arg(long, global = true)]
    no_color: bool,
}

fn main() -> ExitCode {
    allocator::keep_memory();
    let cli = Cli::parse();
    if cli.no_color {
        anstream::ColorChoice::Never.write_global();
    }
    match cli.command.run() {
        Ok(status) => status.into(),
        Err(Error::ReaderGone) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("tawatur: {error}");
            ExitCode::from(2)
        }
    }
}

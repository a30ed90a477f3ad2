//! `tawatur account`: the main job.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use tawatur::StoryAccount;
use tawatur_view::AccountPage;

use super::Status;
use crate::asked::Asked;
use crate::error::Error;
use crate::input::{Input, OwnRows};
use crate::language::Language;
use crate::output::{Output, write_file};
use crate::{table, terminal};

/// Columns where the terminal does not tell.
const WIDTH: usize = 100;

/// Arguments of `tawatur account`.
#[derive(Args, Debug)]
pub(crate) struct Account {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    own: OwnRows,
    #[command(flatten)]
    asked: Asked,
    /// Write the account as one self-contained page
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write series.csv, disagreements.csv, timeline.csv, events.csv and statements.csv into a folder
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    /// Write the events as a table with PLOVER's columns, or as JSON lines to a .json or .jsonl file
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    /// Print JSON, one line a story
    #[arg(long)]
    json: bool,
    /// Only the story of that label
    #[arg(long, value_name = "LABEL")]
    story: Option<String>,
    /// Language of the account [default: Arabic where the locale is Arabic, else English]
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// Columns of the printed account [default: those of the terminal, else 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=400))]
    width: Option<u16>,
}

impl Account {
    /// Reads, computes, prints.
    pub(crate) fn run(self) -> Result<Status, Error> {
        self.own.add()?;
        let options = self.asked.options()?;
        let read = self.input.read()?;
        let mut stories = tawatur::accounts_with(read.reports, &options);
        Asked::tell_unused(&options, &stories);
        if let Some(label) = &self.story {
            stories.retain(|s| s.account.story.label == *label);
            if stories.is_empty() {
                return Err(Error::Usage(format!("no story has the label {label:?}")));
            }
        }
        if let Some(file) = &self.html {
            write_file(file, page(&stories, self.language())?.as_bytes())?;
        }
        if let Some(folder) = &self.csv {
            table::write_all(folder, &stories)?;
        }
        if let Some(file) = &self.events {
            table::write_events(file, &stories)?;
        }
        self.print(&stories)?;
        Ok(Status::of(read.problems))
    }

    /// The account goes to the terminal unless files were asked for.
    fn print(&self, stories: &[StoryAccount]) -> Result<(), Error> {
        if self.json {
            return json(stories);
        }
        if self.html.is_some() || self.csv.is_some() || self.events.is_some() {
            return Ok(());
        }
        let mut out = anstream::stdout().lock();
        for (i, story) in stories.iter().enumerate() {
            if i > 0 {
                writeln!(out, "\n")?;
            }
            write!(out, "{}", terminal::account(&story.account, self.language(), self.columns()))?;
        }
        Ok(())
    }

    fn language(&self) -> Language {
        self.lang.unwrap_or_else(Language::of_environment)
    }

    fn columns(&self) -> usize {
        let terminal = || terminal_size::terminal_size().map(|(w, _)| usize::from(w.0));
        self.width.map(usize::from).or_else(terminal).unwrap_or(WIDTH)
    }
}

fn page(stories: &[StoryAccount], language: Language) -> Result<String, Error> {
    let pages: Vec<AccountPage<'_>> = stories
        .iter()
        .map(|s| AccountPage { account: &s.account, reports: &s.reports, extractions: &s.extractions })
        .collect();
    let language = match language {
        Language::Ar => tawatur_view::Language::Arabic,
        Language::En => tawatur_view::Language::English,
    };
    tawatur_view::page(&pages, language).map_err(|e| Error::Page(e.to_string()))
}

fn json(stories: &[StoryAccount]) -> Result<(), Error> {
    let mut out = Output::open(None)?;
    for story in stories {
        serde_json::to_writer(&mut out, &story.account)?;
        out.write_all(b"\n")?;
    }
    out.close()
}

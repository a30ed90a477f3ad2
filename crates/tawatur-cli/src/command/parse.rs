//! `tawatur parse`: numbers and times alone, one JSON line a case.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tawatur::extract::parse::{Kind, Pred, parse_case};
use tawatur::extract::time::{self, Context, Country};

use super::Status;
use crate::error::Error;
use crate::output::Output;
use crate::terminal::clean;

/// Lines that are read before their answers are written.
const CHUNK: usize = 4096;

/// Arguments of `tawatur parse`.
#[derive(Args, Debug)]
pub(crate) struct Parse {
    /// JSON Lines of {"id", "text", "kind", "ref_time"}, or - for standard input
    #[arg(value_name = "CASES.jsonl")]
    cases: PathBuf,
    /// What a bare weekday or month means: the past, as in news, or the future
    #[arg(long, value_enum, default_value = "past")]
    prefer: Prefer,
    /// The day on which the week begins
    #[arg(long, value_enum, default_value = "monday", value_name = "DAY")]
    week_start: WeekStart,
    /// Two letters of the country whose money a shared name is («ليرة», «دينار»), such as LB
    #[arg(long, value_name = "COUNTRY")]
    country: Option<Country>,
}

/// The first day of the week.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum WeekStart {
    Monday,
    Saturday,
    Sunday,
}

/// On which side of the reference time a bare weekday lies.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Prefer {
    /// Before the reference time.
    Past,
    /// After it.
    Future,
}

#[derive(Deserialize)]
struct Case {
    id: Value,
    text: String,
    kind: String,
    #[serde(default)]
    ref_time: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    preds: Vec<Pred>,
}

impl Parse {
    /// Answers line by line, in order. A line that is no case is named and has no answer.
    pub(crate) fn run(self) -> Result<Status, Error> {
        let name = self.cases.display().to_string();
        let reader: Box<dyn BufRead> = match name.as_str() {
            "-" => Box::new(BufReader::new(io::stdin())),
            _ => Box::new(BufReader::new(File::open(&self.cases).map_err(|e| Error::Usage(format!("{name}: {e}")))?)),
        };
        let mut out = Output::open(None)?;
        let mut lines = reader.split(b'\n');
        let (mut byte, mut problems) = (0, 0);
        loop {
            let chunk: Vec<Vec<u8>> = lines.by_ref().take(CHUNK).collect::<Result<_, _>>()?;
            if chunk.is_empty() {
                break;
            }
            let answers: Vec<_> = chunk.par_iter().map(|line| self.answer(line)).collect();
            for (line, answer) in chunk.iter().zip(answers) {
                match answer {
                    Some(Ok(answer)) => {
                        serde_json::to_writer(&mut out, &answer)?;
                        out.write_all(b"\n")?;
                    }
                    Some(Err(message)) => {
                        problems += 1;
                        anstream::eprintln!("error: {name}: byte {byte}: {}", clean(&message));
                    }
                    None => {}
                }
                byte += line.len() + 1;
            }
        }
        out.close()?;
        Ok(Status::of(problems))
    }

    fn settings(&self) -> Context {
        let prefer = match self.prefer {
            Prefer::Past => time::Prefer::Past,
            Prefer::Future => time::Prefer::Future,
        };
        let week_start = match self.week_start {
            WeekStart::Monday => time::WeekStart::Monday,
            WeekStart::Saturday => time::WeekStart::Saturday,
            WeekStart::Sunday => time::WeekStart::Sunday,
        };
        Context { prefer, week_start, country: self.country, ..Context::default() }
    }

    fn answer(&self, line: &[u8]) -> Option<Result<Answer, String>> {
        if line.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        let case: Case = match serde_json::from_slice(line) {
            Ok(case) => case,
            Err(error) => return Some(Err(format!("no case: {error}"))),
        };
        let Some(kind) = Kind::parse(&case.kind) else {
            return Some(Err(format!("unknown kind {:?}", case.kind)));
        };
        let preds = parse_case(kind, &case.text, case.ref_time.as_deref(), &self.settings());
        Some(Ok(Answer { id: case.id, preds }))
    }
}

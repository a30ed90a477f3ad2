//! Reading inputs into reports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use flate2::bufread::MultiGzDecoder;
use tawatur_model::{Report, Role};

use crate::ids::Ids;
use crate::jsonl::{JsonLines, LineResult};
use crate::walk::{Format, Source, error_text, sources};
use crate::{Options, Problem, date, decode, front_matter, html, passages};

/// Everything that inputs gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// The reports, in the order of the inputs.
    pub reports: Vec<Report>,
    /// What could not be read, and what is odd.
    pub problems: Vec<Problem>,
}

impl Intake {
    /// Whether some input could not be read.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.severity == tawatur_model::Severity::Error)
    }
}

/// One thing that reading gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A report.
    Report(Box<Report>),
    /// A remark about an input.
    Problem(Problem),
}

/// Reads files, folders and `-` (standard input), all at once.
pub fn read(inputs: &[PathBuf], options: &Options) -> Intake {
    let mut intake = Intake::default();
    for item in stream(inputs, options) {
        match item {
            Item::Report(report) => intake.reports.push(*report),
            Item::Problem(problem) => intake.problems.push(problem),
        }
    }
    intake
}

/// Reads files, folders and `-`, one report at a time: memory holds one report, whatever the size of the inputs.
pub fn stream<'o>(inputs: &[PathBuf], options: &'o Options) -> Stream<'o> {
    let (sources, problems) = sources(inputs, options);
    let mut ready: Vec<Item> = problems.into_iter().map(Item::Problem).collect();
    ready.extend(options.meta.iter().flat_map(|m| m.problems().iter().cloned().map(Item::Problem)));
    ready.reverse();
    let names = file_ids(&sources);
    Stream {
        options,
        sources: sources.into_iter().zip(names).collect::<Vec<_>>().into_iter(),
        ready,
        lines: None,
        ids: Ids::default(),
        met: BTreeSet::new(),
        told_rest: false,
    }
}

/// File names; relative paths for files of the same name.
fn file_ids(sources: &[Source]) -> Vec<String> {
    let base = |s: &Source| s.relative.rsplit('/').next().unwrap_or(&s.relative).to_owned();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources {
        *count.entry(base(source)).or_default() += 1;
    }
    let id = |s: &Source| if count.get(&base(s)).is_some_and(|n| *n > 1) { s.relative.clone() } else { base(s) };
    sources.iter().map(id).collect()
}

/// The reports and problems of inputs, one at a time. Made by [`stream`].
pub struct Stream<'o> {
    options: &'o Options,
    sources: std::vec::IntoIter<(Source, String)>,
    /// Items to be given next, last first.
    ready: Vec<Item>,
    /// The JSON Lines that are being read.
    lines: Option<OpenLines>,
    ids: Ids,
    /// Rows of the table that were used.
    met: BTreeSet<String>,
    told_rest: bool,
}

struct OpenLines {
    lines: JsonLines<Box<dyn BufRead>>,
    /// The file's name.
    name: String,
    /// Whether it held anything.
    found: bool,
}

impl std::fmt::Debug for Stream<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("sources", &self.sources.len()).finish_non_exhaustive()
    }
}

impl Iterator for Stream<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.ready.pop() {
                return Some(item);
            }
            if let Some(open) = &mut self.lines {
                match open.lines.next() {
                    Some(line) => {
                        open.found = true;
                        self.line(line);
                    }
                    None => self.end_lines(),
                }
                continue;
            }
            match self.sources.next() {
                Some((source, id)) => self.source(&source, id),
                None if !self.told_rest => self.unused_rows(),
                None => return None,
            }
        }
    }
}

impl Stream<'_> {
    fn line(&mut self, line: LineResult) {
        match line {
            Ok((report, problems)) => {
                let name = self.lines.as_ref().map(|open| open.name.clone()).unwrap_or_default();
                self.give(&name, report, problems);
            }
            Err(problem) => self.ready.push(Item::Problem(problem)),
        }
    }

    fn end_lines(&mut self) {
        if let Some(open) = self.lines.take().filter(|open| !open.found) {
            self.ready.push(Item::Problem(Problem::warning(&open.name, "the file is empty")));
        }
    }

    /// Makes items ready so that problems come before their report.
    fn give(&mut self, name: &str, mut report: Report, mut problems: Vec<Problem>) {
        let table = self.options.meta.as_ref();
        if let Some(meta) = table.and_then(|t| t.get(&report.id)) {
            meta.apply(&mut report);
            self.met.insert(report.id.clone());
        }
        if let Some(new) = self.ids.unique(&report.id) {
            problems.push(Problem::warning(
                name,
                format!("the id {} occurs twice; this report is called {new}", report.id),
            ));
            report.id = new;
        }
        finish(&mut report, self.options);
        self.ready.push(Item::Report(Box::new(report)));
        self.ready.extend(problems.into_iter().rev().map(Item::Problem));
    }

    fn source(&mut self, source: &Source, id: String) {
        if let Err(problem) = self.open(source, id) {
            self.ready.push(Item::Problem(problem));
        }
    }

    fn open(&mut self, source: &Source, id: String) -> Result<(), Problem> {
        let mut reader: Box<dyn BufRead> = match &source.path {
            None => Box::new(BufReader::new(std::io::stdin())),
            Some(path) => {
                let file = File::open(path).map_err(|e| Problem::error(&source.name, error_text(&e)))?;
                Box::new(BufReader::with_capacity(1 << 16, file))
            }
        };
        let format = match source.format {
            Format::Unknown => sniff(&mut reader).map_err(|e| Problem::error(&source.name, error_text(&e)))?,
            known => known,
        };
        match format {
            Format::JsonLines if !source.given && holds_no_reports(&mut reader) => {
                return Err(Problem::info(&source.name, "left out: its lines have no text"));
            }
            Format::JsonLines => self.start_lines(source, reader),
            Format::JsonLinesGz => {
                let unpacked = MultiGzDecoder::new(reader).take(self.options.max_unpacked_bytes);
                self.start_lines(source, Box::new(BufReader::with_capacity(1 << 16, unpacked)));
            }
            Format::Text | Format::Page | Format::Unknown => {
                let bytes = self.all_bytes(source, reader)?;
                self.document(source, id, bytes, format)?;
            }
        }
        Ok(())
    }

    fn start_lines(&mut self, source: &Source, reader: Box<dyn BufRead>) {
        let lines = JsonLines::new(reader, source.name.clone(), self.options.max_line_bytes);
        self.lines = Some(OpenLines { lines, name: source.name.clone(), found: false });
    }

    fn all_bytes(&self, source: &Source, reader: impl Read) -> Result<Vec<u8>, Problem> {
        let limit = self.options.max_file_bytes.min(u64::from(u32::MAX) - 1);
        let mut bytes = Vec::new();
        reader.take(limit + 1).read_to_end(&mut bytes).map_err(|e| Problem::error(&source.name, error_text(&e)))?;
        if bytes.len() as u64 > limit {
            let message = format!("the file has more than {limit} bytes");
            return Err(Problem::error(&source.name, message).help("give large archives as .jsonl or .jsonl.gz"));
        }
        if bytes.is_empty() {
            return Err(Problem::warning(&source.name, "the file is empty"));
        }
        Ok(bytes)
    }

    fn document(&mut self, source: &Source, id: String, bytes: Vec<u8>, format: Format) -> Result<(), Problem> {
        let mut problems = Vec::new();
        let mut report = match format {
            Format::Page => self.page(source, &bytes, &mut problems),
            _ => text_report(source, bytes, &mut problems)?,
        };
        if report.text.trim().is_empty() {
            self.ready.extend(problems.into_iter().rev().map(Item::Problem));
            let message = if format == Format::Page { "the page holds no text" } else { "the file holds no text" };
            return Err(Problem::warning(&source.name, message));
        }
        report.id = id;
        self.give(&source.name, report, problems);
        Ok(())
    }

    fn page(&self, source: &Source, bytes: &[u8], problems: &mut Vec<Problem>) -> Report {
        let decoded = decode::decode_page(bytes);
        tell_encoding(source, &decoded, problems);
        html::read_page(&decoded.text, &source.name, self.options, problems)
    }

    fn unused_rows(&mut self) {
        self.told_rest = true;
        let Some(table) = &self.options.meta else { return };
        let unused: Vec<&str> = table.reports().filter(|r| !self.met.contains(*r)).collect();
        for report in unused.iter().rev() {
            let problem = Problem::warning(report, "the table has a row for it, but no such report was read");
            self.ready.push(Item::Problem(problem));
        }
    }
}

/// Passages, and the date that a dateline gives where metadata gives none.
fn finish(report: &mut Report, options: &Options) {
    if !options.find_passages {
        return;
    }
    report.passages = passages(&report.text, report.title.as_deref());
    if report.published.is_none() {
        let datelines = report.passages.iter().filter(|p| p.role == Role::Dateline);
        report.published = datelines.take(8).find_map(|p| date::of_dateline(p.range.slice(&report.text)));
    }
}

fn text_report(source: &Source, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> Result<Report, Problem> {
    let decoded = decode::decode_text(bytes).map_err(|at| {
        Problem::error(&source.name, "invalid UTF-8")
            .at(at as u64)
            .help("save the file as UTF-8; windows-1256, ISO-8859-6 and UTF-16 are read where they are clear")
    })?;
    tell_encoding(source, &decoded, problems);
    let mut report = Report::default();
    let mut text = decoded.text;
    if let Some((meta, rest)) = front_matter::split(&text) {
        if let Some(date) = meta.apply(&mut report) {
            let problem = Problem::warning(&source.name, format!("the date \"{date}\" cannot be read"));
            problems.push(problem.help("write it as 2022-01-10"));
        }
        let start = text.len() - rest.len();
        text.drain(..start);
    }
    report.text = text;
    Ok(report)
}

fn tell_encoding(source: &Source, decoded: &decode::Decoded, problems: &mut Vec<Problem>) {
    if let Some(encoding) = decoded.from {
        let message = format!("read as {encoding}; ranges count the bytes of its UTF-8 form");
        problems.push(Problem::info(&source.name, message));
    }
    if decoded.had_errors {
        problems.push(Problem::warning(&source.name, "some bytes have no meaning in the page's encoding"));
    }
}

/// Whether the first line is a record without a text: data that lies in a folder beside reports. A line that is too
/// long to see at once, or that is no JSON, is left to the reader of lines.
fn holds_no_reports(reader: &mut Box<dyn BufRead>) -> bool {
    let Ok(head) = reader.fill_buf() else { return false };
    let Some(line) = head.split_inclusive(|b| *b == b'\n').next().filter(|l| l.ends_with(b"\n")) else { return false };
    match serde_json::from_slice::<serde_json::Value>(line) {
        Ok(record) => record.is_object() && record.get("text").is_none(),
        Err(_) => false,
    }
}

/// Tells JSON Lines, pages and text apart by their first bytes.
fn sniff(reader: &mut Box<dyn BufRead>) -> std::io::Result<Format> {
    let head = reader.fill_buf()?;
    if head.starts_with(b"\x1f\x8b") {
        return Ok(Format::JsonLinesGz);
    }
    let head = head.get(..head.len().min(4096)).unwrap_or(head);
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') && text.contains('"') {
        return Ok(Format::JsonLines);
    }
    Ok(if html::looks_like_page(text) { Format::Page } else { Format::Text })
}

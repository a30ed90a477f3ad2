//! JSON Lines: one report a line, in bounded memory.

use std::io::{BufRead, ErrorKind};

use serde::Deserialize;
use tawatur_model::Report;

use crate::Problem;
use crate::date::parse_published;

/// Reads reports from a stream of lines.
pub(crate) struct JsonLines<R> {
    reader: R,
    file: String,
    max_line: u64,
    /// Offset of the next byte of the stream.
    offset: u64,
    line: Vec<u8>,
}

/// What one line gave.
pub(crate) type LineResult = Result<(Report, Vec<Problem>), Problem>;

#[derive(Deserialize)]
struct Record {
    id: Id,
    text: String,
    #[serde(default)]
    published: Option<serde_json::Value>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    outlet: Option<String>,
    #[serde(default)]
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl<R: BufRead> JsonLines<R> {
    pub(crate) fn new(reader: R, file: String, max_line: u64) -> Self {
        Self { reader, file, max_line, offset: 0, line: Vec::new() }
    }

    /// Reads one line into `self.line`; gives its offset, or none at the end.
    fn read_line(&mut self) -> Option<Result<u64, Problem>> {
        let start = self.offset;
        self.line.clear();
        let mut too_long = false;
        loop {
            let chunk = match self.reader.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Some(Err(self.broken(start, &error))),
            };
            if chunk.is_empty() {
                break;
            }
            let end = memchr::memchr(b'\n', chunk);
            let taken = end.map_or(chunk.len(), |at| at + 1);
            too_long |= (self.line.len() + taken) as u64 > self.max_line;
            if !too_long {
                self.line.extend_from_slice(chunk.get(..taken).unwrap_or(chunk));
            }
            self.reader.consume(taken);
            self.offset += taken as u64;
            if end.is_some() {
                break;
            }
        }
        if too_long {
            let message = format!("a line of {} bytes is longer than {}", self.offset - start, self.max_line);
            return Some(Err(Problem::error(&self.file, message).at(start)));
        }
        (self.offset > start).then_some(Ok(start))
    }

    /// After an error of the stream nothing more is read from it.
    fn broken(&mut self, at: u64, error: &std::io::Error) -> Problem {
        self.max_line = 0;
        Problem::error(&self.file, format!("reading stopped: {error}")).at(at.max(self.offset))
    }

    fn report(&self, start: u64) -> LineResult {
        let mark = if start == 0 && self.line.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let bytes = self.line.get(mark..).unwrap_or_default();
        let begin = start + mark as u64;
        let text = tawatur_text::decode(bytes).map_err(|error| {
            Problem::error(&self.file, error_name(&error)).at(begin + error.offset().unwrap_or(0) as u64)
        })?;
        let record: Record = serde_json::from_str(text).map_err(|error| self.bad_json(begin, &error))?;
        let mut problems = Vec::new();
        let id = match record.id {
            Id::Text(id) => id,
            Id::Number(number) => number.to_string(),
        };
        let published = match record.published {
            None | Some(serde_json::Value::Null) => None,
            Some(value) => {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let read = parse_published(&text);
                if read.is_none() && !text.trim().is_empty() {
                    let text: String = text.chars().take(60).collect();
                    problems.push(
                        Problem::warning(&self.file, format!("the date \"{text}\" of {id} cannot be read")).at(begin),
                    );
                }
                read
            }
        };
        let filled = |cell: Option<String>| cell.filter(|c| !c.trim().is_empty());
        let (title, outlet, url) = (filled(record.title), filled(record.outlet), filled(record.url));
        Ok((Report { id, text: record.text, title, outlet, url, published, ..Report::default() }, problems))
    }

    fn bad_json(&self, begin: u64, error: &serde_json::Error) -> Problem {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message);
        let at = begin + error.column().saturating_sub(1) as u64;
        Problem::error(&self.file, format!("no report of JSON Lines: {message}"))
            .at(at)
            .help("a line is {\"id\", \"text\", \"published\"?, \"title\"?, \"outlet\"?, \"url\"?}")
    }
}

fn error_name(error: &tawatur_text::Error) -> String {
    if error.offset().is_some() { "invalid UTF-8".to_owned() } else { error.to_string() }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = LineResult;

    fn next(&mut self) -> Option<LineResult> {
        loop {
            if self.max_line == 0 {
                return None;
            }
            let start = match self.read_line()? {
                Ok(start) => start,
                Err(problem) => return Some(Err(problem)),
            };
            if self.line.iter().any(|b| !b.is_ascii_whitespace()) {
                return Some(self.report(start));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], max_line: u64) -> Vec<LineResult> {
        JsonLines::new(bytes, "x.jsonl".to_owned(), max_line).collect()
    }

    #[test]
    fn bad_lines_are_named_by_byte_and_the_rest_is_read() {
        let mut bytes =
            "{\"id\": \"a\", \"text\": \"نص\", \"more\": [1]}\n\n{\"id\": 7, \"text\": }\n".as_bytes().to_vec();
        let third = bytes.len();
        bytes.extend_from_slice(
            b"{\"id\": \"b\", \"text\": \"\xff\"}\n{\"id\": 8, \"text\": \"\", \"published\": \"soon\"}",
        );
        let found = read(&bytes, 1000);
        assert_eq!(found.len(), 4);
        assert_eq!(found[0].as_ref().unwrap().0.id, "a");
        assert!(found[1].is_err());
        assert_eq!(found[2].as_ref().unwrap_err().byte, Some(third as u64 + 21));
        let (report, problems) = found[3].as_ref().unwrap();
        assert_eq!((report.id.as_str(), problems.len()), ("8", 1));
    }

    #[test]
    fn an_overlong_line_is_passed_over() {
        let found = read(
            b"{\"id\":\"a\",\"text\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}\n{\"id\":\"b\",\"text\":\"y\"}\n",
            30,
        );
        assert_eq!(found[0].as_ref().unwrap_err().byte, Some(0));
        assert_eq!(found[1].as_ref().unwrap().0.id, "b");
    }
}

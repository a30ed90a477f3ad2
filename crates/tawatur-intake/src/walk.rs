//! Which files to read: folders are walked in order, each folder once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::{Options, Problem};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Page,
    JsonLines,
    JsonLinesGz,
    /// To be told from its first bytes.
    Unknown,
}

/// One input to be read.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// None for standard input.
    pub(crate) path: Option<PathBuf>,
    /// How messages name it.
    pub(crate) name: String,
    /// The path below the folder that was given; the file name where a file was given.
    pub(crate) relative: String,
    pub(crate) format: Format,
    /// Whether it was named itself, not only the folder that holds it.
    pub(crate) given: bool,
}

/// Formats that are known and not read by this package yet.
const LATER: [&str; 9] = ["xml", "rss", "warc", "zst", "parquet", "pdf", "docx", "zip", "csv"];

/// The files of the inputs, in the order given and, inside folders, of their names.
pub(crate) fn sources(inputs: &[PathBuf], options: &Options) -> (Vec<Source>, Vec<Problem>) {
    let mut walk = Walk { options, sources: Vec::new(), problems: Vec::new(), seen: BTreeSet::new(), full: false };
    for input in inputs {
        walk.input(input);
    }
    (walk.sources, walk.problems)
}

struct Walk<'o> {
    options: &'o Options,
    sources: Vec<Source>,
    problems: Vec<Problem>,
    /// Folders already walked, by their real paths: links may lead round in a circle.
    seen: BTreeSet<PathBuf>,
    full: bool,
}

impl Walk<'_> {
    fn input(&mut self, input: &Path) {
        let name = input.to_string_lossy().into_owned();
        if name == "-" {
            self.sources.push(Source {
                path: None,
                relative: name.clone(),
                name,
                format: Format::Unknown,
                given: true,
            });
            return;
        }
        match std::fs::metadata(input) {
            Err(error) => self.problems.push(Problem::error(&name, error_text(&error))),
            Ok(meta) if meta.is_dir() => self.folder(input, &name),
            Ok(_) => {
                let relative = input.file_name().map_or(name.clone(), |f| f.to_string_lossy().into_owned());
                self.file(input, name, relative, true);
            }
        }
    }

    fn folder(&mut self, root: &Path, name: &str) {
        let before = (self.sources.len(), self.problems.len());
        self.walk(root, root, 0);
        if self.sources.len() == before.0 {
            let skipped = self.problems.len() > before.1;
            let message = if skipped { "the folder holds no report" } else { "the folder is empty" };
            self.problems
                .push(Problem::warning(name, message).help("reports are .txt, .html, .jsonl and .jsonl.gz files"));
        }
    }

    fn walk(&mut self, root: &Path, folder: &Path, depth: usize) {
        let name = folder.to_string_lossy().into_owned();
        if depth > self.options.max_folder_depth {
            let message = format!("folders deeper than {} are left out", self.options.max_folder_depth);
            return self.problems.push(Problem::error(&name, message));
        }
        let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        if !self.seen.insert(real) {
            return self.problems.push(Problem::info(&name, "the folder was read already under another path"));
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.problems.push(Problem::error(&name, error_text(&error))),
        };
        let mut paths = Vec::new();
        for entry in entries.take(self.options.max_files + 1) {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(error) => self.problems.push(Problem::error(&name, error_text(&error))),
            }
        }
        paths.sort();
        for path in paths {
            self.entry(root, &path, depth);
        }
    }

    fn entry(&mut self, root: &Path, path: &Path, depth: usize) {
        let name = path.to_string_lossy().into_owned();
        let hidden = path.file_name().is_some_and(|f| f.to_string_lossy().starts_with('.'));
        if hidden || self.full {
            return;
        }
        match std::fs::metadata(path) {
            Err(error) => self.problems.push(Problem::error(&name, error_text(&error))),
            Ok(meta) if meta.is_dir() => self.walk(root, path, depth + 1),
            Ok(meta) if !meta.is_file() => self.problems.push(Problem::info(&name, "left out: no regular file")),
            Ok(_) => {
                let relative = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
                self.file(path, name, relative, false);
            }
        }
    }

    fn file(&mut self, path: &Path, name: String, relative: String, given: bool) {
        if self.sources.len() >= self.options.max_files {
            self.full = true;
            let message = format!("more than {} files: the rest is left out", self.options.max_files);
            return self.problems.push(Problem::error(&name, message));
        }
        let format = match format_of(&name) {
            Ok(format) => format,
            Err(later) if given && later => {
                return self.problems.push(Problem::error(&name, "files of this kind are not read yet"));
            }
            Err(_) if given => Format::Unknown,
            Err(_) => return self.problems.push(Problem::info(&name, "left out: no report by its name")),
        };
        self.sources.push(Source { path: Some(path.to_path_buf()), name, relative, format, given });
    }
}

/// The format that a name tells; `Err(true)` for one that is known and not read yet.
fn format_of(name: &str) -> Result<Format, bool> {
    let lower = name.to_ascii_lowercase();
    let ends = |suffix: &str| lower.ends_with(suffix);
    if ends(".jsonl.gz") || ends(".ndjson.gz") {
        return Ok(Format::JsonLinesGz);
    }
    match lower.rsplit(['/', '\\']).next().and_then(|f| f.rsplit_once('.')).map(|(_, extension)| extension) {
        Some("txt" | "text") => Ok(Format::Text),
        Some("html" | "htm" | "xhtml") => Ok(Format::Page),
        Some("jsonl" | "ndjson") => Ok(Format::JsonLines),
        Some(other) => Err(LATER.contains(&other)),
        None => Err(false),
    }
}

/// The system's message without its number.
pub(crate) fn error_text(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

//! What can be wrong with files of cases, gold and gates.

use std::path::Path;

/// The error of this package.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
pub(crate) enum Kind {
    #[error("{file}: {source}")]
    Io { file: String, source: std::io::Error },
    #[error("{file}: {source}")]
    Toml { file: String, source: Box<toml::de::Error> },
    #[error("{file}: line {line}: {message}")]
    Json { file: String, line: usize, message: String },
    #[error("{file}: {message}")]
    Case { file: String, message: String },
}

/// Reads a file of text, naming it where it cannot be read.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|source| Kind::Io { file: path.display().to_string(), source }.into())
}

//! What could not be read, or was read otherwise than expected.

use serde::Serialize;
use tawatur_model::Severity;

/// One remark about one input. An input with a problem of severity `Error` gave no report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file or folder, as it was given; `-` for standard input.
    pub file: String,
    /// The byte at which reading stopped, where there is one.
    pub byte: Option<u64>,
    /// How much it matters.
    pub severity: Severity,
    /// One short sentence.
    pub message: String,
    /// What to do about it, where that can be said.
    pub help: Option<String>,
}

impl Problem {
    pub(crate) fn error(file: &str, message: impl Into<String>) -> Self {
        Self::new(file, Severity::Error, message.into())
    }

    pub(crate) fn warning(file: &str, message: impl Into<String>) -> Self {
        Self::new(file, Severity::Warning, message.into())
    }

    pub(crate) fn info(file: &str, message: impl Into<String>) -> Self {
        Self::new(file, Severity::Info, message.into())
    }

    fn new(file: &str, severity: Severity, message: String) -> Self {
        Self { file: file.to_owned(), byte: None, severity, message, help: None }
    }

    pub(crate) fn at(self, byte: u64) -> Self {
        Self { byte: Some(byte), ..self }
    }

    pub(crate) fn help(self, help: &str) -> Self {
        Self { help: Some(help.to_owned()), ..self }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(byte) = self.byte {
            write!(f, ": byte {byte}")?;
        }
        write!(f, ": {}", self.message)?;
        match &self.help {
            Some(help) => write!(f, " (help: {help})"),
            None => Ok(()),
        }
    }
}

//! Why the program could not do what it was asked.

use std::io;
use std::path::{Path, PathBuf};

/// What stops the program. Inputs that cannot be read do not; they are problems.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// Nobody reads the output any more.
    #[error("the reader of the output has gone")]
    ReaderGone,
    /// An output file cannot be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The page could not be made.
    #[error("{0}")]
    Page(String),
    /// The arguments ask for what is not there.
    #[error("{0}")]
    Usage(String),
}

impl Error {
    /// The error of writing to a file.
    pub(crate) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Error::Write { path: path.to_owned(), source }
    }
}

/// Errors of standard output; a closed pipe is no fault.
impl From<io::Error> for Error {
    fn from(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::BrokenPipe => Error::ReaderGone,
            _ => Error::Write { path: "standard output".into(), source },
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(source: serde_json::Error) -> Self {
        io::Error::from(source).into()
    }
}

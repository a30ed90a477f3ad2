//! The package's error.

/// A page could not be made.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("the page's template could not be filled: {0}")]
    Template(#[from] askama::Error),
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self(Kind::Template(error))
    }
}

/// A result of this package.
pub type Result<T> = std::result::Result<T, Error>;

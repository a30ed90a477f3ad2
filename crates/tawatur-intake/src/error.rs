//! What stops reading altogether: everything else is a [`crate::Problem`].

/// The error of this package.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
pub(crate) enum Kind {
    #[error("{file}: {source}")]
    Io { file: String, source: std::io::Error },
    #[error("{file}: line {line} of the table: {message}")]
    Table { file: String, line: u64, message: String },
    #[error("{file}: the table has no column \"report\"; it needs report,outlet,published,url,title")]
    TableHeader { file: String },
}

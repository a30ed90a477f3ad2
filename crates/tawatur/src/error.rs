//! Why something that was handed in could not be used.

/// Why something that was handed in could not be used.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] pub(crate) Kind);

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Kind {
    /// Rows of a file, each with its line.
    #[error("{file}: {}", rows(.problems))]
    Rows { file: String, problems: Vec<(usize, String)> },
    /// Rows of the lexicon that come too late.
    #[error(transparent)]
    InUse(tawatur_lexicon::InUse),
}

/// All bad rows at once, a line each.
fn rows(problems: &[(usize, String)]) -> String {
    let told: Vec<String> = problems.iter().take(SHOWN).map(|(line, what)| format!("line {line}: {what}")).collect();
    let more = problems.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    format!("{}{rest}", told.join("\n  "))
}

/// So many bad rows are told.
const SHOWN: usize = 20;

//! Passages: parts of a report with a role.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it stands.
    pub range: ByteRange,
    /// What it is.
    pub role: Role,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A title or a heading inside the text.
    Headline,
    /// Place, date or agency at the head of a report.
    Dateline,
    /// The report itself.
    Body,
    /// Words under a picture.
    Caption,
    /// Whose picture it is.
    Credit,
    /// Who wrote it.
    Byline,
    /// A sentence of the body set apart once more.
    PullQuote,
    /// Words that announce another item.
    Teaser,
    /// A link to another item.
    RelatedLink,
    /// Share buttons, field names, debris of the publishing system.
    Boilerplate,
}

impl Role {
    /// Whether claims are read from such a passage.
    pub fn is_read(self) -> bool {
        matches!(self, Role::Headline | Role::Body | Role::Caption)
    }
}

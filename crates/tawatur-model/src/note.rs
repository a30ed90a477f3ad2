//! Notes: what a reader of the account should know about the reading.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

/// A remark about one place of a report, e.g. that a number could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Stable name of the kind of note, e.g. `number-unread`.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// The place.
    pub range: Option<ByteRange>,
    /// One short sentence.
    pub message: String,
    /// Further places that it speaks of: the parts of a sum, the total before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<ByteRange>,
}

/// How much a note or alarm matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Info,
    /// Look at it before relying on the claim.
    Warning,
    /// Something was lost or contradicts itself.
    Error,
}

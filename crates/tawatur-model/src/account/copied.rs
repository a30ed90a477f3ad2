//! Wording that reports share.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

use crate::Bilingual;

/// Reports or passages that share their wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyGroup {
    /// The reports.
    pub reports: Vec<String>,
    /// The shared passages.
    pub passages: Vec<CopyPassage>,
    /// Who copied whom, where it can be told.
    pub direction: Option<Direction>,
    /// The common source that a credit names.
    pub source: Option<String>,
    /// What was changed on the way.
    pub alterations: Vec<Alteration>,
}

/// A place in one report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CopyPassage {
    /// The report.
    pub report: String,
    /// The place.
    pub range: ByteRange,
}

/// Who copied whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Direction {
    /// The report copied from.
    pub from: String,
    /// The report that copied.
    pub to: String,
    /// Why that is thought.
    pub because: Bilingual,
}

/// One change that a copy made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alteration {
    /// What was changed.
    pub kind: AlterationKind,
    /// Words of the one side; none where something was added.
    pub from: Option<CopyPassage>,
    /// Words of the other side; none where something was dropped.
    pub to: Option<CopyPassage>,
    /// Both in words.
    pub text: Bilingual,
}

/// What a copy changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlterationKind {
    /// A number.
    Number,
    /// The bound of a number that stayed: "about", "more than".
    Bound,
    /// Who said it: dropped or changed.
    Attribution,
    /// A hedge removed or added.
    Hedge,
    /// A loaded word swapped.
    LoadedWord,
    /// A name or its spelling.
    Name,
    /// A date or weekday.
    Date,
    /// Other words.
    Wording,
}

//! Statements: places where a report says that somebody said something.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

use crate::{Day, Hop};

/// One place where the report says that somebody said something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Unique in the report (`s1`, `s2`, ...), in order of the text.
    pub id: String,
    /// Whether it stands in the text or in a title given apart.
    #[serde(rename = "in")]
    pub within: In,
    /// The cue, with the speaker where they stand together.
    pub range: ByteRange,
    /// The original words of `range`.
    pub quote: String,
    /// Who speaks: the fullest name or description that the report gives up to there.
    pub speaker: Option<String>,
    /// Where this place names the speaker; none where it does not.
    pub speaker_range: Option<ByteRange>,
    /// The body he speaks for.
    pub institution: Option<String>,
    /// Whether his words are quoted.
    pub mode: SpeechMode,
    /// What kind of saying it is.
    pub polarity: Polarity,
    /// How it was relayed, origin first, where it was.
    pub chain: Vec<Hop>,
    /// The day on which it was said.
    pub said_on: Option<Day>,
    /// What was said.
    pub content_range: Option<ByteRange>,
    /// Id of the rule that read it.
    pub rule: String,
}

/// Where in a report a claim stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum In {
    /// In the text; ranges are into it.
    #[default]
    Text,
    /// In the title given apart; ranges are into the title.
    Title,
}

/// Whether a statement's words are quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeechMode {
    /// Quotation marks hold a clause or the substance of his words.
    Direct,
    /// Told in the report's words.
    #[default]
    Indirect,
}

/// What kind of saying a statement is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Says, adds, explains, announces.
    #[default]
    Says,
    /// Confirms, stresses.
    Confirms,
    /// Denies, rejects.
    Denies,
    /// Warns, threatens, fears.
    Warns,
    /// Demands, calls for, asks.
    Demands,
    /// Condemns, criticises.
    Condemns,
    /// Praises, welcomes, thanks, mourns.
    Praises,
    /// Promises.
    Promises,
    /// Accuses.
    Accuses,
    /// Claims responsibility.
    Claims,
}

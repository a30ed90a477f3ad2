//! Chains: through whom a claim came.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

/// One link of a chain. A chain lists its hops origin first; the outlet itself is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The fullest name that the report gives up to there.
    pub name: String,
    /// Where the report names it for this claim; none where it is carried over from an earlier sentence.
    pub range: Option<ByteRange>,
    /// What it is.
    pub kind: HopKind,
}

/// What a hop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HopKind {
    /// A named or described person.
    Person,
    /// A body: ministry, police, government, party.
    Institution,
    /// A news agency.
    Agency,
    /// A newspaper, broadcaster, site or social network.
    Medium,
    /// A statement, report or toll without a named maker.
    Document,
    /// A source that stays unnamed ("a security source", "agencies").
    Unnamed,
    /// An official or officials without a name.
    Official,
}

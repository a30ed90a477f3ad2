//! Relations between the points of a series.

use serde::{Deserialize, Serialize};

use crate::Bilingual;

/// A relation from the newer, derived or partial point to the other, by index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The newer, derived or partial point.
    pub from: usize,
    /// The other point.
    pub to: usize,
    /// What holds between them.
    pub kind: RelationKind,
    /// Why it is thought to hold.
    pub because: Bilingual,
}

/// What holds between two points of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// The newer count replaces the older.
    Supersedes,
    /// The same count, said less exactly.
    Rounds,
    /// A part of the other count.
    PartOf,
    /// Another origin, same scope and time, values that cannot both hold.
    Disagrees,
    /// The same value from another named origin.
    OriginDiffers,
    /// A later report still carries a superseded count.
    StaleRepeat,
    /// Says that the other count is not so.
    Denies,
    /// Its own origin takes the other count back.
    Retracts,
}

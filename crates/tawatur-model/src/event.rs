//! Events: who did what to whom.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

use crate::{Hop, Modality, NameRange};

/// One event that a report tells of, at one place, typed as in PLOVER (with `OFFICE`, `SERVICE`, `DISASTER` added).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Unique in the report (`e1`, `e2`, ...), in order of the text.
    pub id: String,
    /// The words that tell of it.
    pub range: ByteRange,
    /// The original words of `range`.
    pub quote: String,
    /// PLOVER type, e.g. `ASSAULT`.
    #[serde(rename = "type")]
    pub kind: String,
    /// PLOVER modes, e.g. `arrest`.
    pub mode: Vec<String>,
    /// PLOVER contexts.
    pub context: Vec<String>,
    /// Historical, future, hypothetical, negated.
    pub aux: Vec<Auxiliary>,
    /// Who did it.
    pub actor: Option<Party>,
    /// To whom or what.
    pub target: Option<Party>,
    /// Where, as the report names it.
    pub place: Option<String>,
    /// When: ISO date, week or month.
    pub date: Option<String>,
    /// Ids of the figures that count its consequences.
    pub figures: Vec<String>,
    /// How sure the report says it is.
    pub modality: Modality,
    /// Who it comes from, origin first.
    pub chain: Vec<Hop>,
    /// Id of the rule that read it.
    pub rule: String,
}

/// Actor or target of an event.
pub type Party = NameRange;

/// PLOVER's auxiliary modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Auxiliary {
    /// Of an earlier time than the report's own story.
    Historical,
    /// To come.
    Future,
    /// Only possible.
    Hypothetical,
    /// Said not to have happened.
    Negated,
}

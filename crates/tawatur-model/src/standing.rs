//! How claims stand against each other: disagreements, contradictions, and how first figures compare with later ones.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

use crate::{Bilingual, CopyPassage, Day};

/// Two counts of one question that cannot both hold, with who stands behind each, since when, and what closed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// Index of the series.
    pub series: usize,
    /// The two sides, the earlier first.
    pub sides: Vec<DisagreementSide>,
    /// The day from which both stood.
    pub since: Option<Day>,
    /// What closed it; none while it is open.
    pub closed: Option<Closing>,
}

/// One side of a disagreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DisagreementSide {
    /// The point of the series.
    pub point: usize,
    /// All points of the series that give this value.
    pub points: Vec<usize>,
    /// The day on which this side was first told.
    pub since: Option<Day>,
    /// Who gives the value.
    pub origins: Vec<String>,
    /// How many of them are independent.
    pub independent_origins: usize,
    /// How many reports carry it, versions of one page counted once.
    pub carriers: usize,
}

/// What closed a disagreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    /// The point that closed it.
    pub by: usize,
    /// The day for which that point holds.
    pub on: Option<Day>,
    /// Why it is taken to close it.
    pub because: Bilingual,
}

/// Two sayings of one speaker, or a saying and what reports tell that he did, of which one says what the other denies.
/// A candidate for a reader to judge, never a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contradiction {
    /// Whose words they are.
    pub speaker: String,
    /// The place that affirms, and the day of it.
    pub affirms: Saying,
    /// The place that denies.
    pub denies: Saying,
    /// In words: what both are about.
    pub because: Bilingual,
}

/// A place in a report where somebody says or is told to have done something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saying {
    /// The place.
    #[serde(flatten)]
    pub place: CopyPassage,
    /// Its words.
    pub quote: String,
    /// The day of it, where it is known.
    pub on: Option<Day>,
    /// The statement that holds it, where there is one: `report#claim id`.
    pub claim: Option<String>,
}

/// How much of a report comes from others of its story, sentence by sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Derivation {
    /// The report.
    pub report: String,
    /// Its sentences in order.
    pub sentences: Vec<DerivedSentence>,
    /// Shares of its words that stand word for word in an earlier report, that are rewritten, and that are new.
    pub verbatim: f64,
    /// See `verbatim`.
    pub rewritten: f64,
    /// See `verbatim`.
    pub new: f64,
}

/// One sentence of a report and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DerivedSentence {
    /// Where it stands.
    pub range: ByteRange,
    /// How it came about.
    pub how: Derived,
    /// Where the same stands in an earlier report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<CopyPassage>,
}

/// How a sentence came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Derived {
    /// Nearly word for word.
    Verbatim,
    /// The same facts in other words.
    Rewritten,
    /// In no earlier report.
    New,
}

/// The first figure that an origin or outlet gave for a question, against the one that settled it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstFigure {
    /// The origin or outlet.
    pub name: String,
    /// `origin` or `outlet`.
    pub role: String,
    /// Index of the series.
    pub series: usize,
    /// The first value that it gave.
    pub first: f64,
    /// The day of it.
    pub first_on: Option<Day>,
    /// The claim that states it: `report#claim id`.
    pub claim: String,
    /// The value that settled the question.
    pub settled: f64,
    /// The day on which that value was first given.
    pub settled_on: Option<Day>,
    /// `below`, `equal` or `above` the settled value.
    pub direction: String,
    /// First value less the settled one.
    pub difference: f64,
    /// First value as a share of the settled one.
    pub ratio: Option<f64>,
    /// Days from the first figure to the settled one; negative where it came after.
    pub lag_days: Option<i32>,
}

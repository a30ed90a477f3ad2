//! What is counted, and the answers in time order.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Day, Mode, Quantity, Relation};

/// The claims that answer one question, in time order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The question.
    pub question: Question,
    /// The answers, in order of `as_of`.
    pub points: Vec<Point>,
    /// How the answers stand to each other.
    pub relations: Vec<Relation>,
}

/// What a series answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What is counted.
    pub quantity: Quantity,
    /// Who is counted; none for people in general.
    pub who: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The question in words.
    pub text: Bilingual,
}

/// One answer: the same count from the same origin for the same time, however often it is repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The day for which it holds.
    pub as_of: Option<Day>,
    /// Least value.
    pub low: Option<f64>,
    /// Greatest value.
    pub high: Option<f64>,
    /// How it is said.
    pub mode: Mode,
    /// `person`, a currency code, ...
    #[serde(default)]
    pub unit: String,
    /// The origin's name; none where only outlets say it.
    pub origin: Option<String>,
    /// The institution that the origin speaks for, or the origin itself.
    #[serde(default)]
    pub institution: Option<String>,
    /// The place, where it is narrower than the question's.
    #[serde(default)]
    pub place: Option<String>,
    /// Who, where it is narrower than the question's.
    #[serde(default)]
    pub who: Option<String>,
    /// Claims that state it: `report#claim id`.
    pub claims: Vec<String>,
    /// Reports that carry it.
    pub reports: Vec<String>,
    /// Number of independent origins of this value for this question and time.
    pub independent_origins: usize,
    /// Their names.
    #[serde(default)]
    pub independent: Vec<String>,
    /// How many reports carry the value, whoever they have it from; versions of one page are counted once.
    #[serde(default)]
    pub carriers: usize,
    /// Whether it counts what was newly added, not the running total.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub increment: bool,
    /// What to know before comparing it with the others, e.g. that it is kept apart from the total, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
}

//! What people decide: the account is computed with it, and says so.

use serde::{Deserialize, Serialize};

use crate::Bilingual;

/// A person's word on a claim, on two names or on two reports, with name and reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// What was decided.
    #[serde(rename = "judgement")]
    pub kind: JudgementKind,
    /// The claim (`report#claim id`), the one name, or the one report.
    pub one: String,
    /// The other name or report; none for a claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// Who decided.
    pub by: String,
    /// Why.
    pub because: String,
}

/// What a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JudgementKind {
    /// The claim was misread or is not to be counted.
    Reject,
    /// The claim was checked and stands as read.
    Confirm,
    /// Two names are one person's, body's or place's.
    Same,
    /// Two names are not.
    Different,
    /// The other report is a copy of the one.
    Copy,
    /// Neither report is a copy of the other.
    NotCopy,
}

/// A judgement as the account was computed with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedJudgement {
    /// What was decided.
    #[serde(flatten)]
    pub judgement: Judgement,
    /// In words: what it did to the account.
    pub text: Bilingual,
    /// The claims concerned: `report#claim id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<String>,
}

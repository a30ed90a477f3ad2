//! What happened: events over all reports, and the timeline.

use serde::{Deserialize, Serialize};

use crate::{Auxiliary, Bilingual};

/// One event over all reports of a story, with the columns of PLOVER.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventEntry {
    /// `v1`, `v2`, ... in order of time; undated events last.
    pub id: String,
    /// PLOVER type.
    #[serde(rename = "type")]
    pub kind: String,
    /// PLOVER modes.
    pub mode: Vec<String>,
    /// PLOVER contexts.
    pub context: Vec<String>,
    /// Historical, future, hypothetical, negated.
    pub aux: Vec<Auxiliary>,
    /// The date that most reports give; ISO day, week, month or year.
    pub date: Option<String>,
    /// Who did it, in the fullest form.
    pub actor: Option<String>,
    /// To whom or what (PLOVER: recipient).
    pub recipient: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// In words.
    pub text: Bilingual,
    /// Claims that tell of it: `report#claim id`.
    pub claims: Vec<String>,
    /// Reports that tell of it.
    pub reports: Vec<String>,
    /// Number of independent origins.
    pub independent_origins: usize,
    /// Number of reports that tell of it in words of their own.
    #[serde(default)]
    pub carriers: usize,
    /// Figures that count its consequences: `report#figure id`.
    pub figures: Vec<String>,
    /// Dates and places on which the reports differ.
    pub disagreements: Vec<Bilingual>,
    /// The event that this one is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Why it stands where it stands among the events of its day.
    pub because: Bilingual,
}

/// One thing that happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// ISO date, or month, week or year where only that is known.
    pub date: String,
    /// `day`, `week`, `month`, `year`.
    pub precision: String,
    /// What happened.
    pub text: Bilingual,
    /// Claims that tell of it: `report#claim id`.
    pub claims: Vec<String>,
    /// Number of independent origins.
    pub independent_origins: usize,
    /// Kind of entry: `event`, `figure`, `statement`.
    #[serde(default)]
    pub kind: String,
    /// Of an event: who carries it and what came of it, by which it is ranked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Bilingual>,
    /// Of an event: its id among the account's events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Of an event: dates and places on which the reports differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disagreements: Vec<Bilingual>,
}

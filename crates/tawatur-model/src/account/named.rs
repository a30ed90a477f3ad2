//! Who and what is named over all reports.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, CopyPassage};

/// A person, place or organisation over all reports of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EntityEntry {
    /// The fullest form.
    pub name: String,
    /// English name, where the lexicon has one.
    pub en: Option<String>,
    /// All other forms, with the reports that use them.
    pub aliases: Vec<String>,
    /// Titles and offices given; kind of a place or organisation.
    pub roles: Vec<String>,
    /// Why the forms are one.
    pub because: Vec<Bilingual>,
    /// Row of the lexicon of a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// Code of a place's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Latitude and longitude of a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<(f64, f64)>,
    /// How exact the coordinates are: `country`, `region`, `city`, `spot`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<String>,
    /// Mentions: report and range.
    pub mentions: Vec<CopyPassage>,
}

/// What was decided of two names. Nothing is joined silently: what could not be told stays apart, and says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameJudgement {
    /// One name, or a description such as "his Turkish counterpart".
    pub one: String,
    /// The other name.
    pub other: String,
    /// `same`, `different` or `unsure`.
    pub verdict: String,
    /// Why.
    pub because: Bilingual,
}

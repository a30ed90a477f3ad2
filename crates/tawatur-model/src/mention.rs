//! Times, people, places and organisations that a report names.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

/// A name with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameRange {
    /// The name, in the report's words.
    pub name: String,
    /// Where it stands.
    pub range: Option<ByteRange>,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// Where it stands.
    pub range: ByteRange,
    /// The original words.
    pub quote: String,
    /// TIMEX3 value, e.g. `2022-01-06TMO`, `P5D`, `2022-W01`.
    pub timex: String,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 frequency of a set: `2X` for twice in the period that the value names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
}

/// TIMEX3 type of a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A calendar date of any size: day, week, month, year, decade.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// A person of one report: one item a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest form in the report.
    pub name: String,
    /// Other forms there.
    pub aliases: Vec<String>,
    /// Titles and offices that the report gives.
    pub roles: Vec<String>,
    /// Every place that names the person.
    pub ranges: Vec<ByteRange>,
}

/// A place of one report: one item a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The name as first given.
    pub name: String,
    /// Other spellings there.
    pub aliases: Vec<String>,
    /// Id in the gazetteer; none for a place that is not in it.
    pub gazetteer_id: Option<String>,
    /// `country`, `region`, `city`, `area`, `site`, `water`.
    pub kind: String,
    /// English name, where the gazetteer has one.
    pub en: Option<String>,
    /// ISO 3166 code of the country.
    pub country: Option<String>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// Every place of the text that names it.
    pub ranges: Vec<ByteRange>,
}

/// A weapon, a craft or an event of one report that has a name of its own: one item a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// The name, in the report's words, without the noun in front: `إس-400`, `فجر الوادي`.
    pub name: String,
    /// `missile`, `launcher`, `gun`, `bomb`, `vehicle`, `aircraft`, `ship`, `system`, `satellite`; `operation`, `storm`,
    /// `uprising`, `war`, `exercise`.
    pub kind: String,
    /// Every place that names it.
    pub ranges: Vec<ByteRange>,
}

/// An organisation of one report: one item an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// The fullest form in the report.
    pub name: String,
    /// Other forms there.
    pub aliases: Vec<String>,
    /// Kind, e.g. `agency`, `state`, `party`.
    pub kind: String,
    /// English name, where the lexicon has one.
    pub en: Option<String>,
    /// Every place of the text that names it.
    pub ranges: Vec<ByteRange>,
}

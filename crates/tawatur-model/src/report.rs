//! Reports: one published item of one outlet.

use serde::{Deserialize, Serialize};

use crate::{Day, Passage};

/// One published item of one outlet. Its text is kept as it came and never changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// File name, or the id given in the input.
    pub id: String,
    /// The text; all ranges are into it.
    pub text: String,
    /// The title where it is given apart from the text.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, where metadata tells.
    pub published: Option<Published>,
    /// Its parts with their roles, in order of the text.
    #[serde(default)]
    pub passages: Vec<Passage>,
}

/// When a report was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day, in the outlet's own time zone.
    pub day: Day,
    /// The time of day, where it is given.
    pub time: Option<jiff::civil::Time>,
    /// How it is known.
    pub from: PublishedFrom,
}

/// How a publication date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedFrom {
    /// Given with the report: front matter, meta tags, JSON-LD, feed, table.
    Metadata,
    /// A dateline of the report.
    Dateline,
    /// Dates inside the text that agree with the weekdays named there.
    Text,
    /// The dates that its story's other reports give to the same days and claims.
    Siblings,
    /// Not known.
    #[default]
    None,
}

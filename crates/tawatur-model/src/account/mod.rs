//! The account: what is computed from a story's claims. One JSON line a story of `tawatur account --json`.

mod copied;
mod happened;
mod named;
mod series;

use serde::{Deserialize, Serialize};

pub use copied::{Alteration, AlterationKind, CopyGroup, CopyPassage, Direction};
pub use happened::{EventEntry, TimelineEntry};
pub use named::{EntityEntry, NameJudgement};
pub use series::{Point, Question, Series};

use crate::{
    AppliedJudgement, Bilingual, Contradiction, Day, Derivation, Disagreement, FirstFigure, Hop, Note, Polarity,
    PublishedFrom, Quantity, Severity, SpeechMode,
};

/// The account of one story. Always computed from claims, never stored as truth.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// What the story is.
    pub story: Story,
    /// The account in a few sentences, each with the claims that it says.
    #[serde(default)]
    pub summary: Vec<Sentence>,
    /// Its reports, in order of publication.
    pub reports: Vec<AccountReport>,
    /// How each figure developed, most carried question first.
    pub series: Vec<Series>,
    /// Counts that cannot both hold, with both sides, since when, and what closed it.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
    /// Sayings of one speaker of which one says what the other denies: candidates.
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
    /// What happened, by date.
    pub timeline: Vec<TimelineEntry>,
    /// The events over all reports, each told once with all who tell of it.
    #[serde(default)]
    pub events: Vec<EventEntry>,
    /// People over all reports.
    pub people: Vec<EntityEntry>,
    /// Organisations over all reports.
    pub organisations: Vec<EntityEntry>,
    /// Places over all reports.
    pub places: Vec<EntityEntry>,
    /// What was decided of two names, or of a description and a name, and why; undecided ones among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name_judgements: Vec<NameJudgement>,
    /// Who said what.
    pub statements: Vec<StatementEntry>,
    /// Wording that reports share.
    pub copies: Vec<CopyGroup>,
    /// How much of each report that has anything from another comes from where.
    #[serde(default)]
    pub derivations: Vec<Derivation>,
    /// Each origin's and outlet's first figure for a question against the settled one.
    #[serde(default)]
    pub track_record: Vec<FirstFigure>,
    /// What a reader should be warned of.
    pub alarms: Vec<Alarm>,
    /// What the reports do not tell.
    pub gaps: Vec<Gap>,
    /// What could not be read, by report.
    #[serde(default)]
    pub notes: Vec<(String, Note)>,
    /// What people decided, as the account was computed with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<AppliedJudgement>,
    /// What the account was asked to be confined to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
}

/// What an account was asked to be confined to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    /// Only these quantities; all where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Quantity>,
    /// Only this place and what lies in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Only what had been published by the end of this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// Reports of the story that were left out because they came later, or because nobody can tell.
    #[serde(default)]
    pub reports_left_out: usize,
}

/// Label and scope of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Stable for the same input.
    pub label: String,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
    /// Its main places, most named first.
    pub places: Vec<String>,
    /// A title.
    pub title: Bilingual,
    /// Stories that went into it, and the one that it was cut from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<StoryChange>,
}

/// That two stories proved to be one, or one proved to be two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryChange {
    /// The day of the reports that showed it.
    pub on: Option<Day>,
    /// `merged`: the other went into this one; `split`: this one was cut from the other.
    pub kind: String,
    /// Label of the other story.
    pub story: String,
}

/// One sentence of the summary. It says nothing that is not in its claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// In words.
    pub text: Bilingual,
    /// The claims that it says: `report#claim id`.
    pub claims: Vec<String>,
}

/// A report as the account lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountReport {
    /// The report's id.
    pub report: String,
    /// When it was published.
    pub published: Option<Day>,
    /// How that is known.
    pub published_from: PublishedFrom,
    /// In words, where the date was inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_because: Option<Bilingual>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its title or first headline.
    #[serde(default)]
    pub title: Option<String>,
    /// The report that is the version of its page before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_of: Option<String>,
    /// Number of claims read from it.
    pub claims: usize,
}

/// One statement as the account lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementEntry {
    /// `report#claim id`.
    pub claim: String,
    /// Who speaks.
    pub speaker: Option<String>,
    /// The body he speaks for.
    pub institution: Option<String>,
    /// Whether his words are quoted.
    pub mode: SpeechMode,
    /// What kind of saying it is.
    pub polarity: Polarity,
    /// The cue's words.
    pub quote: String,
    /// What was said, in the report's words.
    pub content: String,
    /// When it was said.
    pub said_on: Option<Day>,
    /// How it was relayed.
    pub chain: Vec<Hop>,
}

/// A warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// Stable name of the kind, e.g. `figure-without-origin`.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// In words.
    pub text: Bilingual,
    /// The claims concerned.
    pub claims: Vec<String>,
}

/// Something that the reports do not tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Stable name of the kind, e.g. `no-named-source`.
    pub id: String,
    /// In words.
    pub text: Bilingual,
}

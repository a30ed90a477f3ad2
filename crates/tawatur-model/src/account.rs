//! The account: what is computed from a story's claims. One JSON line a story of `tawatur account --json`.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

use crate::{
    AppliedJudgement, Bilingual, Contradiction, Day, Derivation, Disagreement, FirstFigure, Hop, Mode, Note, Polarity,
    PublishedFrom, Quantity, Relation, Severity, SpeechMode,
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
    pub aux: Vec<crate::Auxiliary>,
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

/// Reports or passages that share their wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyGroup {
    /// The reports.
    pub reports: Vec<String>,
    /// The shared passages.
    pub passages: Vec<CopyPassage>,
    /// Who copied whom, where it can be told.
    pub direction: Option<Direction>,
    /// The common source that a credit names.
    pub source: Option<String>,
    /// What was changed on the way.
    pub alterations: Vec<Alteration>,
}

/// A place in one report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CopyPassage {
    /// The report.
    pub report: String,
    /// The place.
    pub range: ByteRange,
}

/// Who copied whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Direction {
    /// The report copied from.
    pub from: String,
    /// The report that copied.
    pub to: String,
    /// Why that is thought.
    pub because: Bilingual,
}

/// One change that a copy made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alteration {
    /// What was changed.
    pub kind: AlterationKind,
    /// Words of the one side; none where something was added.
    pub from: Option<CopyPassage>,
    /// Words of the other side; none where something was dropped.
    pub to: Option<CopyPassage>,
    /// Both in words.
    pub text: Bilingual,
}

/// What a copy changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlterationKind {
    /// A number.
    Number,
    /// The bound of a number that stayed: "about", "more than".
    Bound,
    /// Who said it: dropped or changed.
    Attribution,
    /// A hedge removed or added.
    Hedge,
    /// A loaded word swapped.
    LoadedWord,
    /// A name or its spelling.
    Name,
    /// A date or weekday.
    Date,
    /// Other words.
    Wording,
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

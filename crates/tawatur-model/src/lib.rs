//! The types that Tawatur's packages meet in, and that its machine-readable outputs consist of.
//!
//! Field names are the public contract: additions are fine, renames are not. All ranges are UTF-8 bytes of the
//! report's text as given, half-open.

mod chain;
mod note;
mod passage;
mod report;

mod event;
mod figure;
mod statement;

mod mention;

mod extraction;

mod account;
mod as_of;
mod judgement;
mod relation;
mod standing;
mod words;

pub use account::{
    Account, AccountReport, Alarm, Alteration, AlterationKind, CopyGroup, CopyPassage, Direction, EntityEntry,
    EventEntry, Filter, Gap, NameJudgement, Point, Question, Sentence, Series, StatementEntry, Story, StoryChange,
    TimelineEntry,
};
pub use as_of::{AsOf, NoDate};
pub use chain::{Hop, HopKind};
pub use event::{Auxiliary, Event, Party};
pub use extraction::Extraction;
pub use figure::{Figure, Modality, Mode, Quantity};
pub use judgement::{AppliedJudgement, Judgement, JudgementKind};
pub use mention::{NameRange, Organisation, Person, Place, Thing, Time, TimeType};
pub use note::{Note, Severity};
pub use passage::{Passage, Role};
pub use relation::{Relation, RelationKind};
pub use report::{Published, PublishedFrom, Report};
pub use standing::{
    Closing, Contradiction, Derivation, Derived, DerivedSentence, Disagreement, DisagreementSide, FirstFigure, Saying,
};
pub use statement::{In, Polarity, SpeechMode, Statement};
pub use words::Bilingual;

/// A calendar day, written ISO 8601 (`2022-01-10`).
pub type Day = jiff::civil::Date;

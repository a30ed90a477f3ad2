//! Links reports: stories, copies, series and their relations, independent origins, alarms and gaps.
//!
//! Everything here is computed from reports and what was read from them, and computed anew each time; nothing is
//! stored. The same input gives the same output in any order of the reports.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod item;
mod number;
mod page;
mod sameness;
mod terms;

mod story;

mod independence;

mod copy;

mod series;

mod entity;

mod standing;

mod alarm;
mod gap;

pub use alarm::alarms;
pub use copy::{ReportCopy, copies, derivations, report_copies};
pub use entity::{Entities, Judgement, Verdict, entities, entities_judged, settle_places};
pub use gap::gaps;
pub use independence::{Support, Tellers};
pub use item::Item;
pub use page::versions;
pub use sameness::Sameness;
pub use series::{series, series_judged};
pub use standing::{contradictions, disagreements, track_record};
pub use story::{StoryChange, StoryChangeKind, StoryGroup, events, group};

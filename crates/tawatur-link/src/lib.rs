//! Links reports: stories, copies, series and their relations, independent origins, alarms and gaps.
//!
//! Everything here is computed from reports and what was read from them, and computed anew each time; nothing is
//! stored. The same input gives the same output in any order of the reports.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod item;
mod number;
mod terms;

mod story;

mod independence;

mod copy;

mod series;

mod entity;

mod alarm;
mod gap;

pub use alarm::alarms;
pub use copy::{ReportCopy, copies, report_copies};
pub use entity::{Entities, Judgement, Verdict, entities};
pub use gap::gaps;
pub use item::Item;
pub use series::series;
pub use story::{StoryGroup, group};

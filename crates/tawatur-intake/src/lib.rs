//! Reads files, folders, web pages and JSON Lines into reports.
//!
//! A report's text is kept as it came; its passages say which parts are headline, body, caption, furniture.
//! What cannot be read is a [`Problem`] that names file and byte, and the rest is read all the same.
//! Memory, depth and time are bounded whatever the input is; [`Options`] has the bounds.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod error;
mod options;
mod problem;

mod walk;

mod decode;
mod front_matter;
mod html;
mod jsonl;
mod meta;

mod date;
mod passages;

mod ids;
mod read;

pub use date::parse_published;
pub use error::Error;
pub use meta::MetaTable;
pub use options::Options;
pub use passages::{PassageReason, passages, passages_with_rules};
pub use problem::Problem;
pub use read::{Intake, Item, Stream, read, stream};

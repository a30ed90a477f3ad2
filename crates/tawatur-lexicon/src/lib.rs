//! Words, inflections and names as data: one look-up a token, with clitics taken off.
//!
//! The data files under `data/` are compiled at build time; nothing is loaded or parsed at start. A [`Lexicon`]
//! answers for one folded word; an [`Analyser`] remembers the answers for every word type that it has met.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod class;
mod clitic;
mod entry;
mod sense;

mod sieve;
mod table;
mod trie;

mod added;
mod letters;
mod lexicon;
mod meet;
mod phrase;
mod segment;
mod split;
mod stem;

mod shape;

mod types;

mod analyser;

pub mod closed;

pub use added::{AddedKind, AddedRow, InUse};
pub use analyser::{Analyser, WordId, WordKey, WordMarks};
pub use class::Class;
pub use clitic::Clitics;
pub use entry::{Entry, EntryId, FormFlags, Reading};
pub use lexicon::Lexicon;
pub use phrase::Phrase;
pub use segment::{Ending, Known, Segment};
pub use sense::SenseId;
pub use shape::name_shape;
pub use stem::StemKind;

/// Where every row of the data comes from: `data/SOURCES.toml` as it stands.
pub const SOURCES: &str = include_str!("../data/SOURCES.toml");

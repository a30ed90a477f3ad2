//! Reads claims from Arabic news: numbers, times, names, chains, statements, figures, events.
//!
//! Reading goes layer by layer, each one pass over the tokens of the layer below. It never fails: what cannot be
//! read becomes a note. [`Extractor::extract`] runs all layers over a report.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod analysed;
mod senses;

mod clause;
mod phrase;

pub mod attribution;
pub mod statement;

mod names;

mod extract;

pub use analysed::{Analysed, LexiconPhrase};
pub use clause::Tags;
pub use extract::{Extractor, extract};
pub use names::{NameKind, NameMention, Names, mentions};
pub use senses::Senses;

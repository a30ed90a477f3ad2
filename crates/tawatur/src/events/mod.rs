//! Events over a story: the same event of many reports is one, with all who tell of it.

mod entity;

mod told;

mod same;

mod words;

mod weight;

mod merge;

pub(crate) use merge::{Linked, events, figures};
pub(crate) use weight::weight;

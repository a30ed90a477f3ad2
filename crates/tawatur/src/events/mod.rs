//! Events over a story: the same event of many reports is one, with all who tell of it.

mod merge;
mod same;
mod told;
mod words;

pub(crate) use merge::events;
pub(crate) use told::Told;

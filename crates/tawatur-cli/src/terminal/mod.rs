//! The account on a terminal.

mod page;
mod style;
mod text;

mod account;
mod series;
mod standing;
mod track;
mod words;

pub(crate) use account::print as account;
pub(crate) use text::{clean, isolate_runs as isolated};
pub(crate) use track::print as track;

//! Events: who did what to whom, where and when, typed as in PLOVER (with `OFFICE`, `SERVICE`, `DISASTER` added).
//!
//! A trigger is a word or phrase of the lexicon (`event.csv`) that tells of one type of event. Its arguments are the
//! noun phrases around it by clause structure: subject and object of a verb, the construct of a verbal noun. An event
//! is claimed only where something ties it to the world: a party, a place or a date of its own clause.

mod argument;
mod clause;
mod trigger;

mod read;

pub(crate) use read::{Layers, may_tell, read};

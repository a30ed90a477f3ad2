//! Events: who did what to whom, where and when, typed as in PLOVER (with `OFFICE`, `SERVICE`, `DISASTER` added).
//!
//! 1. A trigger is a word of the lexicon (`event-*.csv`) that tells of one kind of event: a verb, a verbal noun, a noun
//!    of happening. A verb that tells of one only with its object («أطلق … النار») is read with that object.
//! 2. Its arguments are the noun phrases of its clause, by the structure that the rule of its kind gives
//!    (`rules/ar/event-*.toml`): subject and object of a verb, active or passive; the construct of a verbal noun; the
//!    subject of the verb that carries the noun («شن هجوما»); «من قبل», «على يد», «ضد», «بين».
//! 3. What the clause says of it makes it historical, future, hypothetical or negated; a figure of speech, a match or
//!    a bare mention is no event at all.
//!
//! Words are tagged once in the clause layer; only tokens with that tag are looked at here.

mod rules;

mod mark;

mod marks;

mod clause;

mod stands;

mod trigger;

mod chunk;

mod describe;

mod party;

mod naming;

mod nobody;

mod aside;

mod who;

mod bring;

mod against;

mod antecedent;

mod uttered;

mod identity;

mod light;

mod subject;

mod verb;

mod doer;

mod nominal;

mod place;

mod when;

mod past;

mod modes;

mod governed;

mod told;

mod harm;

mod scene;

mod again;

mod claim;

mod meant;

mod made;

mod read;

pub(crate) use harm::tie;
pub(crate) use mark::Mark;
pub(crate) use marks::{mark_of, may_tell};
pub(crate) use read::{Layers, read};
pub use rules::{Part, part};

//! Rules as data: short patterns of lexicon senses around one slot.
//!
//! A pattern is a list of elements in reading order; exactly one of them is the slot that the rules of a book read
//! around (for figures: `count`). See [`Element`] for what can be written. Rules are compiled once, and only those
//! whose senses stand near a slot are tried there, so reading is linear in the text.

mod book;
mod element;
mod matching;
mod rule_set;

pub(crate) use book::SlotNames;
pub use book::{Rule, RuleBook, RuleError};
pub use element::{Element, Test};
pub(crate) use matching::{Matched, Slots, barrier};
pub(crate) use rule_set::RuleSet;

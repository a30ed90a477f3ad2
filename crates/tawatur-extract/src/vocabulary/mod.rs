//! The closed words of numbers and times, as small integers-and-enums that readers match on.
//!
//! Readers of numbers and times visit every token, so their words are kept in one hash table of their own, with
//! the proclitics that such words take; the lexicon at large is not asked.

mod class;
mod row;
mod scan;
mod table;
mod word;

pub(crate) use class::Classes;
pub(crate) use scan::{Alone, Marks};
pub(crate) use word::{
    Bound, Clitic, Edge, Era, Half, Holiday, Part, Preposition, ScaleNumber, Season, Side, System, Told, Unit, Word,
};

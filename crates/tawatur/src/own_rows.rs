//! Rows of the user's own for the lexicon: places, people and bodies that it does not have.

mod read;

use tawatur_lexicon::{AddedRow, Lexicon};

use crate::error::{Error, Kind};

pub use read::read_rows;

/// Adds rows to the lexicon, for as long as the program runs.
///
/// # Errors
/// When a report was read before: what was read with fewer rows would not agree with what is read next.
pub fn add_rows(rows: &[AddedRow]) -> Result<(), Error> {
    Lexicon::add(rows).map_err(|e| Kind::InUse(e).into())
}

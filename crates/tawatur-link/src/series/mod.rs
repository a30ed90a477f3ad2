//! Series: the counts that answer one question, in time order, and how they stand to each other.

use tawatur_model::{CopyGroup, Series};

use crate::Item;

/// The series of one story, most carried question first. `copies` are those of [`crate::copies`] for the same
/// items: copied wording adds no independent origin.
pub fn series(_items: &[Item<'_>], _copies: &[CopyGroup]) -> Vec<Series> {
    Vec::new()
}

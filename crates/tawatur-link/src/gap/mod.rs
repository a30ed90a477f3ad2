//! Gaps: what the reports of a story do not tell.

use tawatur_model::{Gap, Series};

use crate::Item;

/// The gaps of one story.
pub fn gaps(_items: &[Item<'_>], _series: &[Series]) -> Vec<Gap> {
    Vec::new()
}

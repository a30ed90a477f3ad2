//! Alarms: what a reader of the account should be warned of.

use tawatur_model::{Alarm, CopyGroup, Series};

use crate::Item;

/// The alarms of one story.
pub fn alarms(_items: &[Item<'_>], _series: &[Series], _copies: &[CopyGroup]) -> Vec<Alarm> {
    Vec::new()
}

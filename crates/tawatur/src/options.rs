//! What an account is asked for: people's judgements, and what it is confined to.

use tawatur_model::{Day, Judgement, Quantity};

/// What an account is computed with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What people decided.
    pub judgements: Vec<Judgement>,
    /// Only figures of these quantities; of all, where there are none.
    pub quantities: Vec<Quantity>,
    /// Only this place and what lies in it.
    pub place: Option<String>,
    /// Only what had been published by the end of this day. A report whose day nobody can tell is left out too: it
    /// cannot be shown to have been known by then.
    pub as_of: Option<Day>,
}

impl Options {
    /// Whether the account is confined to less than all that was read.
    pub(crate) fn confines(&self) -> bool {
        !self.quantities.is_empty() || self.place.is_some() || self.as_of.is_some()
    }
}

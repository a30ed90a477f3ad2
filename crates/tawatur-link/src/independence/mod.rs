//! Independence: whose voice a claim is, and how many voices say the same.

mod origin;

pub(crate) use origin::{Origins, is_independent, voice};

//! Independence: whose voice a claim is, and how many voices say the same.

mod origin;

mod tellers;

pub(crate) use origin::{Origins, is_independent, voice};
pub use tellers::{Support, Tellers};

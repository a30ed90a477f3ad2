//! People's judgements: read from a file, and applied when an account is computed.

mod apply;
mod read;

pub(crate) use apply::{Rulings, copies, rejected, undoubted};
pub use read::read_judgements;

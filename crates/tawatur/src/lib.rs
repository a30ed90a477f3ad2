//! Reads Arabic news reports of an event into one account: every figure, statement and event with who said it.

pub use tawatur_model as model;
pub use tawatur_text as text;

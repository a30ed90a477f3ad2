//! What each token can be in a sentence, found once and shared by the readers above.

mod senses;
mod tag;
mod tags;

pub(crate) use tag::Tag;
pub use tags::Tags;
pub(crate) use tags::{looks_like_masdar, tags_of, tags_vary};

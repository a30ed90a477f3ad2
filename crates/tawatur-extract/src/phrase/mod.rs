//! Noun phrases that can speak: offices, people, bodies, sources, media.

mod grow;
mod name;
mod noun_phrase;
mod prepositional;
mod reader;

pub(crate) use noun_phrase::{Head, NounPhrase};
pub(crate) use reader::{ANY_HEAD, Reader};

//! Reads claims from Arabic news: numbers, times, names, chains, statements, figures, events.
//!
//! Reading goes layer by layer, each one pass over the tokens of the layer below. It never fails: what cannot be
//! read becomes a note. [`Extractor::extract`] runs all layers over a report.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod analysed;
mod senses;
mod words;

mod vocabulary;

pub mod number;
pub mod quantity_unit;
pub mod spell;
pub mod time;

mod clause;
mod phrase;

pub mod attribution;
pub mod statement;

mod event;

mod names;

pub mod rule;

pub mod figure;

pub mod published;

pub mod parse;

mod note;

mod extract;

pub use analysed::{Analysed, LexiconPhrase};
pub use clause::Tags;
pub use extract::{Extractor, extract};
pub use names::{NameKind, NameMention, Names, mentions};
pub use number::numbers;
pub use senses::Senses;
pub use time::times;
pub use words::Words;

use tawatur_text::Document;

/// The numbers and the times of a document, read together: a number inside a date is no count.
pub fn quantities(
    document: &Document<'_>,
    context: &time::Context,
) -> (Vec<number::NumberReading>, Vec<time::TimeReading>) {
    of_marks(&vocabulary::Marks::new(document), context)
}

/// The same over a document whose words have been looked up: most of them are no words of numbers or times.
pub(crate) fn quantities_of(
    analysed: &Analysed<'_>,
    context: &time::Context,
) -> (Vec<number::NumberReading>, Vec<time::TimeReading>) {
    of_marks(&vocabulary::Marks::of(analysed), context)
}

fn of_marks(
    marks: &vocabulary::Marks<'_>,
    context: &time::Context,
) -> (Vec<number::NumberReading>, Vec<time::TimeReading>) {
    let cores = number::core::cores(marks);
    let times = time::read(marks, &cores, context);
    (number::compose(marks, &cores, &times), times)
}

fn everything(
    document: &Document<'_>,
    context: &time::Context,
) -> (Vec<number::NumberReading>, Vec<time::TimeReading>, Vec<quantity_unit::QuantityReading>) {
    let marks = vocabulary::Marks::new(document);
    let cores = number::core::cores(&marks);
    let times = time::read(&marks, &cores, context);
    let numbers = number::compose(&marks, &cores, &times);
    let quantities = quantity_unit::read(&marks, &numbers, context.country);
    (numbers, times, quantities)
}

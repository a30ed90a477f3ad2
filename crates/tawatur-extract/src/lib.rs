//! Reads claims from Arabic news: numbers, times, names, chains, statements, figures, events.
//!
//! Reading goes layer by layer, each one pass over the tokens of the layer below. It never fails: what cannot be
//! read becomes a note. [`Extractor::extract`] runs all layers over a report.
//!
//! The readers of numbers and times need none of the rest. They take any text, in one pass and without a lexicon to load:
//!
//! | function | gives | see |
//! |---|---|---|
//! | [`numbers`] | every number with its bounds («أكثر من», «ما بين», «عشرات») and what it is of | [`number::NumberReading`] |
//! | [`times`] | dates, clock times, lengths, sets, resolved against a reference | [`time::TimeReading`] |
//! | [`quantity_unit::quantities`] | money with its ISO 4217 code, measures with their unit | [`quantity_unit::QuantityReading`] |
//! | [`spell::spell`] | the other way: a number in Arabic words, with gender and case | |
//!
//! What is asked of them besides the text (reference time, direction, first day of the week, country) is in
//! [`time::Context`]. They return no errors: a text without numbers has none, and digits that make no number (`1.2.3`)
//! are passed over. Every range is in UTF-8 bytes of the text as given, half-open, so that `range.slice(text)` is
//! the words read. Values are `f64`: whole numbers are exact up to 2^53.
//!
//! ```
//! use tawatur_extract::time::{Context, Prefer};
//! use tawatur_extract::{numbers, times};
//!
//! let text = "أصيب ما بين 20 و30 شخصا فجر الخميس، وفي اليوم التالي توفي ثلاثة";
//! let found = numbers(text);
//! assert_eq!((found[0].low, found[0].high), (Some(20.0), Some(30.0)));
//! assert_eq!(found[0].full_range.slice(text), "ما بين 20 و30");
//! assert_eq!(found[1].value, 3.0);
//!
//! let context = Context::published(jiff::civil::date(2022, 1, 10));
//! let timex: Vec<String> = times(text, &context).into_iter().map(|t| t.timex).collect();
//! assert_eq!(timex, ["2022-01-06TDAWN", "2022-01-07"]);
//!
//! let chat = Context { prefer: Prefer::Future, ..context };
//! assert_eq!(times("الخميس", &chat)[0].timex, "2022-01-13");
//! ```
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

mod arithmetic;
mod note;

mod reading;

mod explain;
mod extract;

pub use analysed::{Analysed, LexiconPhrase};
pub use clause::Tags;
pub use event::{Part as EventPart, part as event_part};
pub use explain::{Explanation, explain};
pub use extract::{Extractor, extract, extract_all};
pub use names::{NameKind, NameMention, Names, mentions};
pub use number::numbers;
pub use senses::Senses;
pub use time::times;
pub use words::Words;

use tawatur_text::Document;

/// The numbers and the times of a document, read together: a number inside a date is no count.
///
/// [`numbers`] and [`times`] are this with one half of the answer; ask once where both are wanted.
pub fn quantities(
    document: &Document<'_>,
    context: &time::Context,
) -> (Vec<number::NumberReading>, Vec<time::TimeReading>) {
    let marks = vocabulary::Marks::new(document);
    let cores = number::core::cores(&marks);
    let times = time::read(&marks, &cores, context);
    (number::compose(&marks, &cores, &times), times)
}

/// The same over documents whose words have been looked up: most of them are no words of numbers or times.
pub(crate) fn quantities_of(
    documents: &[(&Analysed<'_>, time::Context)],
) -> Vec<(Vec<number::NumberReading>, Vec<time::TimeReading>)> {
    let marks: Vec<_> = documents.iter().map(|(analysed, _)| vocabulary::Marks::of(analysed)).collect();
    let cores: Vec<_> = marks.iter().map(number::core::cores).collect();
    let with_cores = || marks.iter().zip(&cores);
    let times: Vec<_> =
        with_cores().zip(documents).map(|((marks, cores), (_, context))| time::read(marks, cores, context)).collect();
    let numbers = with_cores().zip(&times).map(|((marks, cores), times)| number::compose(marks, cores, times));
    numbers.collect::<Vec<_>>().into_iter().zip(times).collect()
}

/// The times of a document whose words have been looked up.
pub(crate) fn times_of(analysed: &Analysed<'_>, context: &time::Context) -> Vec<time::TimeReading> {
    let marks = vocabulary::Marks::of(analysed);
    time::read(&marks, &number::core::cores(&marks), context)
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

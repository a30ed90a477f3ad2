//! Notes: what was not read on purpose, and what contradicts itself.

use tawatur_model::{Figure, Note, Passage, Role, Severity};

use crate::time::TimeReading;
use crate::{Analysed, arithmetic};

/// The notes of a report, in order of the text.
pub(crate) fn notes(
    analysed: &Analysed<'_>,
    passages: &[Passage],
    times: &[TimeReading],
    figures: &[Figure],
) -> Vec<Note> {
    let mut found: Vec<Note> = passages.iter().filter_map(unread).collect();
    found.extend(arithmetic::notes(analysed, figures));
    found.extend(times.iter().filter(|t| t.contradicts_weekday).map(|t| Note {
        id: "date-contradicts-weekday".to_owned(),
        severity: Severity::Warning,
        range: Some(t.range),
        message: "The weekday named is not that of the date named.".to_owned(),
        related: Vec::new(),
    }));
    found.sort_by_key(|n| n.range.map(|r| r.start()));
    found
}

/// A passage that repeats the report or speaks of another one makes no claims of its own.
fn unread(passage: &Passage) -> Option<Note> {
    let message = match passage.role {
        Role::PullQuote => "A pull quote: it repeats the body and is not counted again.",
        Role::Teaser => "A teaser for another item: nothing is claimed from it.",
        Role::RelatedLink => "A link to another item: nothing is claimed from it.",
        _ => return None,
    };
    Some(Note {
        id: "passage-not-read".to_owned(),
        severity: Severity::Info,
        range: Some(passage.range),
        message: message.to_owned(),
        related: Vec::new(),
    })
}

//! Nouns in the dual: «قتيلان», «شخصين» say two by themselves.

use tawatur_lexicon::Class;
use tawatur_model::Mode;
use tawatur_text::TokenRange;

use super::compose::bound_alone;
use super::{Form, NumberKind, NumberReading};
use crate::Analysed;
use crate::time::TimeReading;
use crate::vocabulary::Marks;

/// Adds a reading for every noun that can only be dual, outside numbers and times already read.
pub(super) fn add(view: &Analysed<'_>, marks: &Marks<'_>, numbers: &mut Vec<NumberReading>, times: &[TimeReading]) {
    let mut found = Vec::new();
    let (mut next_number, mut next_time) = (0, 0);
    for at in 0..view.document.tokens().len() {
        while numbers.get(next_number).is_some_and(|n| n.full_tokens.end <= at) {
            next_number += 1;
        }
        while times.get(next_time).is_some_and(|t| t.tokens.end <= at) {
            next_time += 1;
        }
        let taken = numbers.get(next_number).is_some_and(|n| n.full_tokens.contains(at))
            || times.get(next_time).is_some_and(|t| t.tokens.contains(at));
        if !taken && is_dual(view, at) {
            let limit = numbers.get(next_number).map_or(usize::MAX, |n| n.full_tokens.start);
            let mut reading = reading(view, at);
            bound_alone(marks, &mut reading, limit);
            found.push(reading);
        }
    }
    numbers.append(&mut found);
    numbers.sort_by_key(|n| n.tokens.start);
}

/// Whether the word is a noun in the dual and cannot be a plural.
fn is_dual(view: &Analysed<'_>, at: usize) -> bool {
    let readings = view.readings(at);
    let noun = |class| matches!(class, Class::Noun | Class::Title);
    let class = |sense| view.lexicon().class(sense);
    readings.iter().any(|r| r.form.is_dual() && noun(class(r.sense)))
        && !readings.iter().any(|r| !r.form.is_dual() && noun(class(r.sense)))
}

fn reading(view: &Analysed<'_>, at: usize) -> NumberReading {
    let run = TokenRange::new(at, at + 1);
    let range = view.document.range_of(run);
    NumberReading {
        tokens: run,
        range,
        full_tokens: run,
        full_range: range,
        value: 2.0,
        low: Some(2.0),
        high: Some(2.0),
        mode: Mode::Exact,
        kind: NumberKind::Count,
        form: Form::Words,
        definite: view.document.word(at).starts_with("ال"),
        noun: Some(run),
        vague: false,
    }
}

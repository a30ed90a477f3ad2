//! Nouns in the dual: «قتيلان», «شخصين» say two by themselves.

use tawatur_lexicon::{Class, Clitics, Reading};
use tawatur_model::Mode;
use tawatur_text::TokenRange;

use super::bound::bound_alone;
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
    let class = |r: &Reading| view.lexicon().class(r.sense);
    let dual = |r: &&Reading| {
        matches!(class(r), Class::Noun | Class::Title)
            && r.form.is_dual()
            && !r.form.is_construct()
            && !r.clitics.has(Clitics::PRONOUN)
    };
    // «عمان» is a place, «نائبين» may be a plural, «رئيسية» an adjective.
    let other = |r: &&Reading| {
        matches!(
            class(r),
            Class::Noun | Class::Title | Class::Adjective | Class::Place | Class::Organisation | Class::Name
        ) && !r.form.is_dual()
    };
    readings.iter().any(|r| dual(&r)) && !readings.iter().any(|r| other(&r))
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

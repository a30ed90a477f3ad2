//! The clause around a trigger.

use tawatur_text::{TokenKind, TokenRange};

use crate::Analysed;
use crate::clause::{Tag, Tags};

/// Words that open another clause.
const OPENS: Tag = Tag::WHILE.or(Tag::BUT).or(Tag::SUBORDINATE).or(Tag::RELATIVE).or(Tag::THAT).or(Tag::AS_FOR);

/// The tokens of the clause that holds `at`, inside its sentence.
pub(crate) fn around(analysed: &Analysed, tags: &Tags, at: usize) -> TokenRange {
    let document = &analysed.document;
    let sentence = document.sentences().get(document.sentence_of(at)).copied().unwrap_or_default();
    let start = (sentence.start..at).rev().find(|i| ends_before(analysed, tags, *i)).map_or(sentence.start, |i| i + 1);
    let end = (at + 1..sentence.end).find(|i| begins_after(analysed, tags, *i)).unwrap_or(sentence.end);
    TokenRange::new(start, end)
}

/// Whether a clause begins behind this token.
fn ends_before(analysed: &Analysed, tags: &Tags, at: usize) -> bool {
    matches!(analysed.document.kind(at), TokenKind::Semicolon | TokenKind::Colon | TokenKind::Ellipsis)
        || tags.is(at, OPENS)
        || tags.is(at, Tag::SAY.or(Tag::SAYING)) && tags.is(at + 1, Tag::THAT)
}

/// Whether this token begins another clause.
fn begins_after(analysed: &Analysed, tags: &Tags, at: usize) -> bool {
    matches!(analysed.document.kind(at), TokenKind::Semicolon | TokenKind::Ellipsis)
        || tags.is(at, OPENS.or(Tag::SAYING).or(Tag::CUE_AS).or(Tag::CUE_SOURCE))
        || tags.is(at, Tag::VERB.or(Tag::SAY)) && tags.is(at, Tag::JOINED) && !tags.is(at, Tag::NOUN.or(Tag::NAME))
}

/// The words of a place without the preposition written with the first of them.
pub(crate) fn without_preposition(analysed: &Analysed, tokens: TokenRange) -> String {
    let text = analysed.document.text_of(tokens);
    let readings = match analysed.phrase_at(tokens.start) {
        Some(phrase) => phrase.readings.as_slice(),
        None => analysed.readings(tokens.start),
    };
    let prefixed = readings.iter().all(|r| r.clitics.has_preposition() || r.clitics.joins());
    match text.chars().next() {
        Some(first) if prefixed && !readings.is_empty() => text.get(first.len_utf8()..).unwrap_or(text).to_owned(),
        _ => text.to_owned(),
    }
}

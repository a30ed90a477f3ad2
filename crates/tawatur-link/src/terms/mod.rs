//! The terms that a report is compared by.

mod skeleton;
mod stem;
mod words;

pub(crate) use skeleton::skeleton;
pub(crate) use stem::{stem, without_proclitic};
pub(crate) use words::{is_function_word, sense, sense_of_token};

use tawatur_text::{Document, TokenKind};

/// The terms of a text, in order: light stems of words that carry content, and numbers of two digits and more.
pub(crate) fn terms<'d>(document: &'d Document<'_>) -> impl Iterator<Item = &'d str> {
    (0..document.tokens().len()).filter_map(|at| term(document, at))
}

fn term<'d>(document: &'d Document<'_>, at: usize) -> Option<&'d str> {
    let word = document.word(at);
    match document.kind(at) {
        TokenKind::Word if is_function_word(word) || word.chars().count() < 3 => None,
        TokenKind::Word => Some(stem(word)).filter(|s| !is_function_word(s)),
        TokenKind::Number if word.len() > 1 => Some(word),
        _ => None,
    }
}

//! Text of a report: offsets into the original, one folding with a map back, tokens, sentences, paragraphs.
//!
//! Everything above this package works on token numbers and folded forms; only [`Folded`] and [`Token`]
//! know where they lie in the original. Ranges handed out are UTF-8 bytes of the *original*, half-open.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod error;
mod offset;

mod fold;
mod fold_char;
mod folded;
mod letters;

mod token;
mod tokenizer;

mod scan;

mod paragraph;
mod quotation;
mod sentence;

mod document;

pub use document::Document;
pub use error::{Error, decode};
pub use fold::{fold, fold_word};
pub use folded::Folded;
pub use letters::{arabic_run, plain_word, word_hash};
pub use offset::{ByteOffset, ByteRange};
pub use quotation::Quotation;
pub use token::{Token, TokenKind, TokenRange};

//! The rules of figures.

use std::sync::OnceLock;

use tawatur_lexicon::Lexicon;

use super::slot;
use crate::rule::{RuleBook, RuleError, SlotNames};

const FILES: [&str; 4] = [
    include_str!("../../rules/ar/figure-harm.toml"),
    include_str!("../../rules/ar/figure-toll.toml"),
    include_str!("../../rules/ar/figure-people.toml"),
    include_str!("../../rules/ar/figure-damage.toml"),
];

/// The rules of figures, compiled once.
///
/// # Errors
///
/// When a rule cannot be compiled; the rules are part of the program and a test compiles them.
pub fn book() -> Result<&'static RuleBook, RuleError> {
    static BOOK: OnceLock<Result<RuleBook, RuleError>> = OnceLock::new();
    let names = SlotNames { slot: "count", before: "figure", test: slot::named };
    BOOK.get_or_init(|| RuleBook::compile(Lexicon::builtin(), &FILES, &names)).as_ref().map_err(Clone::clone)
}

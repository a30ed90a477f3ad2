//! Amounts: what the reader of figures needs to know of a number.

use tawatur_model::Mode;
use tawatur_text::TokenRange;

use crate::number::{NumberKind, NumberReading};

/// A number of the text with its bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number itself.
    pub tokens: TokenRange,
    /// The number with the words that bound it.
    pub full: TokenRange,
    /// Least value.
    pub low: Option<f64>,
    /// Greatest value.
    pub high: Option<f64>,
    /// How it is said.
    pub mode: Mode,
    /// Whether a percent sign or word belongs to it.
    pub percent: bool,
    /// Whether a noun says it by its form.
    pub by_noun: bool,
}

impl Amount {
    /// The amounts among the numbers: dates, clock times, ordinals, names and labels are none.
    pub fn of_numbers(numbers: &[NumberReading]) -> Vec<Self> {
        numbers.iter().filter(|n| n.kind.is_amount() && n.kind != NumberKind::Fraction).map(Self::of).collect()
    }

    fn of(number: &NumberReading) -> Self {
        Self {
            tokens: number.tokens,
            full: number.full_tokens,
            low: number.low,
            high: number.high,
            mode: number.mode,
            by_noun: number.noun.is_some(),
            percent: matches!(number.kind, NumberKind::Percent | NumberKind::Permille),
        }
    }
}

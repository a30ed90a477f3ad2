//! Amounts: what the reader of figures needs to know of a number.

use tawatur_lexicon::Reading;
use tawatur_model::Mode;
use tawatur_text::TokenRange;

use crate::Analysed;
use crate::number::{NumberKind, NumberReading};

use super::vocabulary::{Vocabulary, mark};

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
    pub fn of_numbers(analysed: &Analysed<'_>, numbers: &[NumberReading]) -> Vec<Self> {
        let amount = |n: &&NumberReading| {
            n.kind.is_amount() && n.kind != NumberKind::Fraction
                || n.kind == NumberKind::Name && lacks_space(analysed, n.tokens.start)
        };
        numbers.iter().filter(amount).map(Self::of).collect()
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

/// «مصرع173 شخصا», «بينهم7 نساء»: digits written against a word that calls for a count, which is no name.
fn lacks_space(analysed: &Analysed<'_>, number: usize) -> bool {
    let vocabulary = Vocabulary::of(analysed.lexicon());
    let calls = mark::TRIGGER | mark::AMONG | mark::VICTIM | mark::PREPOSITION | mark::PARTICLE | mark::CALLS;
    let known = |r: &Reading| vocabulary.sense(r.sense) & calls != 0;
    number.checked_sub(1).is_some_and(|b| {
        let touches = analysed.document.token(number).is_some_and(|t| t.joined);
        touches
            && (analysed.readings(b).iter().any(known)
                || analysed.phrase_over(b).is_some_and(|p| p.readings.iter().any(known)))
    })
}

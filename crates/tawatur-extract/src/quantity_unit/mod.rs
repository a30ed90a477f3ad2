//! Numbers with their units: money and measures.

mod currency;
mod measure;

use tawatur_text::{ByteRange, Document, TokenRange};

use crate::number::NumberReading;
use crate::number::core::Core;
use crate::vocabulary::Marks;

/// What a quantity is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An amount of money; the unit is an ISO 4217 code where it is known.
    Money,
    /// A mass, length, area, volume, temperature, speed, magnitude.
    Measure,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantityReading {
    /// Money or a measure.
    pub sort: Sort,
    /// The tokens of number and unit, bound words included.
    pub tokens: TokenRange,
    /// Their place.
    pub range: ByteRange,
    /// Which number of the text it is of; none where the noun itself says one or two («كيلوغرامان»).
    pub number: Option<usize>,
    /// Least value in the unit.
    pub low: Option<f64>,
    /// Greatest value in the unit.
    pub high: Option<f64>,
    /// ISO 4217 code, or the base unit of the measure.
    pub unit: &'static str,
}

/// Money and measures of a text.
pub fn quantities(text: &str) -> Vec<QuantityReading> {
    let document = Document::new(text);
    crate::everything(&document, &crate::time::Context::default()).2
}

/// Quantities over numbers that were read.
pub(crate) fn read(marks: &Marks<'_>, numbers: &[NumberReading], cores: &[Core]) -> Vec<QuantityReading> {
    let _ = cores;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(number) = numbers.get(at) {
        let money = currency::read(marks, numbers, at);
        let used = money.as_ref().map_or(1, |m| m.1);
        if let Some((reading, _)) = money {
            found.push(reading);
        } else if number.kind.is_amount()
            && let Some(reading) = measure::read(marks, number, at)
        {
            found.push(reading);
        }
        at += used;
    }
    measure::uncounted(marks, &mut found);
    found
}

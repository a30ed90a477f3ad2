//! Numbers with their units: money and measures.

mod currency;
mod measure;

use tawatur_text::{ByteRange, Document, TokenRange};

use crate::number::NumberReading;
use crate::time::{Context, Country};
use crate::vocabulary::{Classes, Clitic, Marks};

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

/// Money and measures of a text, in order.
///
/// A name of money that several countries share takes the nisba after it («دينار كويتي»), or else the country of the
/// context; where neither tells, the unit is the name itself (`DINAR`, `LIRA`, `RIAL`, `DIRHAM`, `POUND`, `FRANC`).
/// Measures have a name in English (`kilometre`, `tonne`, `celsius`, `magnitude`); kilograms are given in grams.
///
/// # Example
///
/// ```
/// use tawatur_extract::quantity_unit::quantities;
/// use tawatur_extract::time::Context;
///
/// let found = quantities("خسائر بنحو 1,8 مليار دولار و20 مليون ليرة", &Context::default());
/// assert_eq!((found[0].unit, found[0].low), ("USD", Some(1.8e9)));
/// assert_eq!((found[1].unit, found[1].low), ("LIRA", Some(2e7)));
///
/// let lebanon = Context { country: "LB".parse().ok(), ..Context::default() };
/// assert_eq!(quantities("20 مليون ليرة", &lebanon)[0].unit, "LBP");
/// ```
pub fn quantities(text: &str, context: &Context) -> Vec<QuantityReading> {
    let document = Document::new(text);
    crate::everything(&document, context).2
}

/// Quantities over numbers that were read.
pub(crate) fn read(marks: &Marks<'_>, numbers: &[NumberReading], country: Option<Country>) -> Vec<QuantityReading> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(number) = numbers.get(at) {
        let money = currency::read(marks, numbers, at, country);
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
    uncounted(marks, country, &mut found);
    found
}

/// Units that count themselves, between those that numbers count.
fn uncounted(marks: &Marks<'_>, country: Option<Country>, found: &mut Vec<QuantityReading>) {
    let counted: Vec<TokenRange> = found.iter().map(|q| q.tokens).collect();
    let (mut next, mut past) = (0, 0);
    for at in 0..marks.len() {
        if at < past || !marks.meets(at, Classes::MEASURE.with(Classes::CURRENCY)) {
            continue;
        }
        while counted.get(next).is_some_and(|t| t.end <= at) {
            next += 1;
        }
        if counted.get(next).is_some_and(|t| t.contains(at)) || marks.clitics(at).0 & !Clitic::AND != 0 {
            continue;
        }
        let money = currency::uncounted(marks, at, country).map(|read| (Sort::Money, read));
        let Some((sort, (value, unit, end))) =
            money.or_else(|| measure::uncounted(marks, at).map(|read| (Sort::Measure, read)))
        else {
            continue;
        };
        past = end;
        let tokens = TokenRange::new(at, end);
        let range = marks.range(tokens, true);
        found.push(QuantityReading { sort, tokens, range, number: None, low: Some(value), high: Some(value), unit });
    }
    found.sort_by_key(|q| q.tokens.start);
}

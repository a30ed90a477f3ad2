//! What the terminal account says, and values as it writes them.

use std::sync::OnceLock;

use tawatur::model::{Bilingual, Mode, Point, Quantity};
use tawatur::wording::{Wording, digits};

const AR: &str = include_str!("../../wording/ar.toml");
const EN: &str = include_str!("../../wording/en.toml");

fn wording() -> &'static Wording {
    static WORDING: OnceLock<Wording> = OnceLock::new();
    WORDING.get_or_init(|| Wording::parse(AR, EN))
}

/// The sentence of that key.
pub(crate) fn say(key: &str, places: &[(&str, &Bilingual)]) -> Bilingual {
    wording().say(key, places)
}

/// A number, the same in both languages.
pub(crate) fn number(n: usize) -> Bilingual {
    digits(n as f64)
}

/// The value of a point in a column: `4,266`, `≈8,000`, `≥26`, `20–99`.
pub(crate) fn value(quantity: Quantity, point: &Point) -> Bilingual {
    let sign = match point.mode {
        Mode::About => "≈",
        Mode::Over => ">",
        Mode::AtLeast => "≥",
        Mode::Under => "<",
        Mode::UpTo => "≤",
        Mode::Exact | Mode::Between | Mode::Vague => "",
    };
    let number = match (point.low, point.high) {
        (Some(low), Some(high)) if low != high => join(&digits(low), "–", &digits(high)),
        (Some(n), _) | (None, Some(n)) => digits(n),
        (None, None) => Bilingual::new("?", "?"),
    };
    let signed = Bilingual::new(format!("{sign}{}", number.ar), format!("{sign}{}", number.en));
    if quantity == Quantity::DamageCost && !point.unit.is_empty() {
        return join(&signed, " ", &Bilingual::new(point.unit.clone(), point.unit.clone()));
    }
    signed
}

fn join(a: &Bilingual, between: &str, b: &Bilingual) -> Bilingual {
    Bilingual::new(format!("{}{between}{}", a.ar, b.ar), format!("{}{between}{}", a.en, b.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_sentences() {
        let [ar, en] = wording().tables();
        assert!(ar.len() > 40);
        assert_eq!(ar.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    }
}

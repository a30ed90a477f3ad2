//! Counts in words: the number, its bound and the counted noun in the form that the number asks for.

use tawatur_model::{Bilingual, Figure, Mode, Point, Quantity};

use super::number::{digits, plain};
use super::{say, wording};

/// What is needed to say a count.
#[derive(Clone, Copy, Debug)]
pub struct Count<'a> {
    /// What is counted.
    pub quantity: Quantity,
    /// `person`, a currency code, ...
    pub unit: &'a str,
    /// Least value.
    pub low: Option<f64>,
    /// Greatest value.
    pub high: Option<f64>,
    /// How it is said.
    pub mode: Mode,
}

impl<'a> From<&'a Figure> for Count<'a> {
    fn from(f: &'a Figure) -> Self {
        Self { quantity: f.quantity, unit: &f.unit, low: f.low, high: f.high, mode: f.mode }
    }
}

impl<'a> Count<'a> {
    /// The count of a point of a series about `quantity`.
    pub fn of_point(quantity: Quantity, point: &'a Point) -> Self {
        Self { quantity, unit: &point.unit, low: point.low, high: point.high, mode: point.mode }
    }
}

/// The count in words: "نحو 8,000 موقوف", "about 8,000 detained".
pub fn count(count: Count<'_>) -> Bilingual {
    match (count.mode, count.low, count.high) {
        (Mode::Vague, Some(low), high) => vague(count, low, high),
        (_, Some(low), Some(high)) if low != high => {
            say("mode.between", &[("low", &digits(low)), ("count", &noun(count, high, true))])
        }
        (mode, Some(value), _) | (mode, None, Some(value)) => bounded(count, mode, value),
        (_, None, None) => say("mode.unbounded", &[("noun", &say(&key(count, "vague"), &[]))]),
    }
}

/// So many things of a kind that is no quantity: reports, outlets, passages.
pub fn noun_count(kind: &str, n: usize) -> Bilingual {
    let value = n as f64;
    say(&format!("count.{kind}.{}", form(value)), &[("n", &digits(value))])
}

fn bounded(count: Count<'_>, mode: Mode, value: f64) -> Bilingual {
    if count.quantity == Quantity::DamageCost {
        let money = with_bound(mode, money(count.unit, value), || money(count.unit, value));
        return say(&key(count, form(value)), &[("money", &money)]);
    }
    with_bound(mode, noun(count, value, true), || noun(count, value, false))
}

/// "About" and its like before a number with its noun.
fn with_bound(mode: Mode, oblique: Bilingual, plain: impl Fn() -> Bilingual) -> Bilingual {
    let name = match mode {
        Mode::About => "about",
        Mode::Over => "over",
        Mode::AtLeast => "at_least",
        Mode::Under => "under",
        Mode::UpTo => "up_to",
        Mode::Exact | Mode::Between | Mode::Vague => return plain(),
    };
    say(&format!("mode.{name}"), &[("count", &oblique)])
}

fn vague(count: Count<'_>, low: f64, high: Option<f64>) -> Bilingual {
    let key_of_bounds = format!("vague.{low:.0}");
    if wording().has(&key_of_bounds) {
        return say(&key_of_bounds, &[("noun", &say(&key(count, "vague"), &[]))]);
    }
    let high = high.unwrap_or(low);
    say("mode.between", &[("low", &digits(low)), ("count", &noun(count, high, true))])
}

/// The number with its noun. `oblique` is the case after "about" and its like.
fn noun(count: Count<'_>, value: f64, oblique: bool) -> Bilingual {
    let form = match form(value) {
        "two" if oblique => "two-oblique",
        other => other,
    };
    let money = money(count.unit, value);
    say(&key(count, form), &[("n", &digits(value)), ("money", &money)])
}

/// An amount: "212 مليون دولار".
fn money(unit: &str, value: f64) -> Bilingual {
    let currency = if wording().has(&format!("money.{unit}.other")) { unit } else { "other" };
    let code = Bilingual::new(unit, unit);
    say(&format!("money.{currency}.{}", form(value)), &[("n", &digits(value)), ("code", &code)])
}

/// The sentence of a quantity's form; quantities that have none of their own are said as bare numbers.
fn key(count: Count<'_>, form: &str) -> String {
    let own = format!("count.{}.{form}", count.quantity.as_str());
    if wording().has(&own) { own } else { format!("count.other.{form}") }
}

/// Which form of the counted noun a number asks for, by the last two digits; after a million the noun is singular.
fn form(value: f64) -> &'static str {
    if value.fract() != 0.0 || plain(value).ar != digits(value).ar {
        return "other";
    }
    match value.abs() {
        1.0 => "one",
        2.0 => "two",
        n => match n % 100.0 {
            3.0..=10.0 => "few",
            11.0..=99.0 => "many",
            _ => "other",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(quantity: Quantity, unit: &str, low: impl Into<Option<f64>>, mode: Mode) -> Bilingual {
        let low = low.into();
        count(Count { quantity, unit, low, high: low, mode })
    }

    #[test]
    fn the_noun_agrees_with_its_number() {
        let killed = |n: f64| said(Quantity::Killed, "person", n, Mode::Exact).ar;
        assert_eq!(killed(1.0), "قتيل واحد");
        assert_eq!(killed(2.0), "قتيلان");
        assert_eq!(killed(3.0), "3 قتلى");
        assert_eq!(killed(10.0), "10 قتلى");
        assert_eq!(killed(11.0), "11 قتيلاً");
        assert_eq!(killed(99.0), "99 قتيلاً");
        assert_eq!(killed(100.0), "100 قتيل");
        assert_eq!(killed(103.0), "103 قتلى");
        assert_eq!(killed(164.0), "164 قتيلاً");
        assert_eq!(killed(8000.0), "8,000 قتيل");
        assert_eq!(killed(2e6), "مليوني قتيل");
    }

    #[test]
    fn bounds_are_said() {
        assert_eq!(said(Quantity::Detained, "person", 8000.0, Mode::About).ar, "نحو 8,000 موقوف");
        assert_eq!(said(Quantity::Injured, "person", 2.0, Mode::AtLeast).ar, "ما لا يقل عن جريحين");
        assert_eq!(said(Quantity::Detained, "person", 100.0, Mode::Over).en, "more than 100 detained");
        let between =
            Count { quantity: Quantity::Missing, unit: "", low: Some(5.0), high: Some(12.0), mode: Mode::Between };
        assert_eq!(count(between), Bilingual::new("ما بين 5 و12 مفقوداً", "between 5 and 12 missing"));
        let dozens =
            Count { quantity: Quantity::Killed, unit: "", low: Some(20.0), high: Some(99.0), mode: Mode::Vague };
        assert_eq!(count(dozens), Bilingual::new("عشرات القتلى", "dozens killed"));
        let none = Count { low: None, high: None, ..dozens };
        assert_eq!(count(none).en, "an unstated number killed");
    }

    #[test]
    fn money_is_said_with_its_currency() {
        assert_eq!(
            said(Quantity::DamageCost, "USD", 212e6, Mode::Exact),
            Bilingual::new("خسائر بقيمة 212 مليون دولار", "212 million US dollars of damage")
        );
        assert_eq!(
            said(Quantity::DamageCost, "USD", 215e6, Mode::About),
            Bilingual::new("خسائر بقيمة نحو 215 مليون دولار", "about 215 million US dollars of damage")
        );
        assert_eq!(said(Quantity::DamageCost, "XAF", 5.0, Mode::Exact).en, "5 XAF of damage");
    }

    #[test]
    fn every_core_quantity_has_its_words() {
        let core = [
            Quantity::Killed,
            Quantity::Injured,
            Quantity::Missing,
            Quantity::Detained,
            Quantity::Kidnapped,
            Quantity::Displaced,
            Quantity::Evacuated,
            Quantity::Rescued,
            Quantity::Aboard,
            Quantity::Crowd,
            Quantity::Attackers,
            Quantity::Deployed,
            Quantity::Casualties,
            Quantity::DamageCost,
            Quantity::BuildingsDamaged,
            Quantity::VehiclesDamaged,
        ];
        for quantity in core {
            for form in ["one", "two", "two-oblique", "few", "many", "other", "vague"] {
                assert!(wording().has(&format!("count.{}.{form}", quantity.as_str())), "{quantity:?} {form}");
            }
        }
    }
}

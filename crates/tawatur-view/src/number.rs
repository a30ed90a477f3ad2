//! Numbers and their bounds, as the interface says them.

use tawatur_model::Mode;

use crate::Language;
use crate::html::{Both, escape};
use crate::words::word;

/// Digits with thousands separators and at most two decimals, e.g. `7,989` or `4.5`.
pub(crate) fn digits(value: f64) -> String {
    if !value.is_finite() {
        return "?".to_owned();
    }
    let rounded = format!("{:.2}", value.abs());
    let (whole, decimals) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let mut out = String::new();
    if value < 0.0 {
        out.push('\u{2212}');
    }
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// A value for reading: digits, or millions and billions where they keep the value whole.
pub(crate) fn short(value: f64, language: Language) -> String {
    for (size, id) in [(1e9, "billion"), (1e6, "million")] {
        let scaled = value / size;
        if scaled.abs() >= 1.0 && ((scaled * 100.0).round() - scaled * 100.0).abs() < 1e-6 {
            return format!("{} {}", ltr(&digits(scaled)), escape(&word(id, language)));
        }
    }
    ltr(&digits(value))
}

/// A run of digits and signs, kept left to right. Digits alone, also grouped, keep their order by themselves.
pub(crate) fn ltr(text: &str) -> String {
    if text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) {
        return text.to_owned();
    }
    format!(r#"<bdi dir="ltr">{}</bdi>"#, escape(text))
}

/// What a claim's words allow, e.g. "at least 40".
pub(crate) fn bounds(low: Option<f64>, high: Option<f64>, mode: Mode) -> Both {
    Both::of(|language| bounds_in(low, high, mode, language))
}

fn bounds_in(low: Option<f64>, high: Option<f64>, mode: Mode, language: Language) -> String {
    let say = |id: &str, value: Option<f64>| {
        let number = value.map_or_else(|| "?".to_owned(), |v| short(v, language));
        escape(&word(id, language)).replace("{}", &number)
    };
    match mode {
        Mode::Exact => low.or(high).map_or_else(|| "?".to_owned(), |v| short(v, language)),
        Mode::About => say("bound-about", low.or(high)),
        Mode::Over => say("bound-over", low),
        Mode::AtLeast => say("bound-at-least", low),
        Mode::Under => say("bound-under", high),
        Mode::UpTo => say("bound-up-to", high),
        Mode::Between => span(low, high, ("", ""), language),
        Mode::Vague => escape(&word(vague(low), language)).replace("{}", &span(low, high, ("(", ")"), language)),
    }
}

/// The words that a vague plural's bounds stand for.
fn vague(low: Option<f64>) -> &'static str {
    match low {
        Some(3.0) => "vague-few",
        Some(20.0) => "vague-tens",
        Some(200.0) => "vague-hundreds",
        Some(2000.0) => "vague-thousands",
        Some(20_000.0) => "vague-tens-of-thousands",
        Some(200_000.0) => "vague-hundreds-of-thousands",
        _ => "bound-vague",
    }
}

/// From one value to another, between two marks that stay with them.
fn span(low: Option<f64>, high: Option<f64>, marks: (&str, &str), language: Language) -> String {
    match (low, high) {
        (Some(low), Some(high)) => {
            let range = crate::words::filled("range", &[low, high].map(|v| Both::of(|l| short(v, l))));
            format!(r#"<span class="nw">{}{}{}</span>"#, marks.0, range.get(language), marks.1)
        }
        (low, high) => low.or(high).map_or_else(|| "?".to_owned(), |v| short(v, language)),
    }
}

/// The unit where it is worth saying: currencies and measures, not persons, buildings or vehicles.
pub(crate) fn unit(unit: &str) -> Both {
    let id = match unit {
        "" | "person" | "building" | "vehicle" => return Both::default(),
        "USD" => "unit-usd",
        "EUR" => "unit-eur",
        "year" => "unit-year",
        "day" => "unit-day",
        "percent" => "unit-percent",
        "km" => "unit-km",
        other => return Both::of(|_| format!("<bdi>{}</bdi>", escape(other))),
    };
    crate::words::words(id)
}

/// Bounds and unit together.
pub(crate) fn quantity(low: Option<f64>, high: Option<f64>, mode: Mode, of: &str) -> Both {
    let (bounds, unit) = (bounds(low, high, mode), unit(of));
    if unit.is_empty() {
        return bounds;
    }
    Both::of(|language| format!("{} {}", bounds.get(language), unit.get(language)))
}

/// The middle of what the words allow, for drawing.
pub(crate) fn middle(low: Option<f64>, high: Option<f64>) -> Option<f64> {
    match (low, high) {
        (Some(low), Some(high)) => Some((low + high) / 2.0),
        (low, high) => low.or(high),
    }
    .filter(|v| v.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(digits(7989.0), "7,989");
        assert_eq!(digits(12.5), "12.5");
        assert_eq!(digits(1_000_000.0), "1,000,000");
        assert_eq!(digits(0.0), "0");
        assert_eq!(digits(f64::NAN), "?");
    }

    #[test]
    fn round_millions_are_said_short_and_others_whole() {
        assert_eq!(short(212e6, Language::English), "212 million");
        assert_eq!(short(1_234_567.0, Language::English), "1,234,567");
    }

    #[test]
    fn bounds_are_said_as_bounds() {
        let over = bounds(Some(4200.0), None, Mode::Over);
        assert_eq!(over.en, "more than 4,200");
        let vague = bounds(Some(20.0), Some(99.0), Mode::Vague);
        assert_eq!(vague.en, "dozens <span class=\"nw\">(20\u{2013}99)</span>");
    }
}

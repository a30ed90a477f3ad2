//! Numbers as both languages write them.

use tawatur_model::Bilingual;

use super::say;

/// A number in digits, with "million" and "billion" in words where that is shorter and loses nothing.
pub fn digits(value: f64) -> Bilingual {
    scaled(value, "billion", 1e9).or_else(|| scaled(value, "million", 1e6)).unwrap_or_else(|| plain(value))
}

/// Digits alone, with thousands marks.
pub(super) fn plain(value: f64) -> Bilingual {
    let text = grouped(value);
    Bilingual::new(text.clone(), text)
}

/// `2.5 million`: only when one decimal says the value whole.
pub(super) fn scaled(value: f64, scale: &str, unit: f64) -> Option<Bilingual> {
    let tenths = value / unit * 10.0;
    if value.abs() < unit || tenths.fract() != 0.0 {
        return None;
    }
    let n = value / unit;
    let form = if n == 1.0 {
        "one"
    } else if n == 2.0 {
        "two-oblique"
    } else if n.fract() == 0.0 && (3.0..=10.0).contains(&n) {
        "few"
    } else {
        "other"
    };
    Some(say(&format!("scale.{scale}-{form}"), &[("n", &plain(n))]))
}

fn grouped(value: f64) -> String {
    let plain = if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value}") };
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |r| ("-", r));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_thousands() {
        assert_eq!(plain(7989.0).en, "7,989");
        assert_eq!(plain(1234567.0).ar, "1,234,567");
        assert_eq!(plain(999.5).en, "999.5");
        assert_eq!(plain(-1000.0).en, "-1,000");
    }

    #[test]
    fn says_millions_where_nothing_is_lost() {
        assert_eq!(digits(212e6), Bilingual::new("212 مليون", "212 million"));
        assert_eq!(digits(1.8e6).en, "1.8 million");
        assert_eq!(digits(3e9).ar, "3 مليارات");
        assert_eq!(digits(2e6).ar, "مليوني");
        assert_eq!(digits(1_234_567.0).en, "1,234,567");
    }
}

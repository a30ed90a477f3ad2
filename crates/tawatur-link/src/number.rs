//! Numbers as sentences show them.

/// A number with its thousands marked, where it has five digits and more.
pub(crate) fn number(value: f64) -> String {
    let plain = value.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |d| ("-", d));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(w, r)| (w, Some(r)));
    if whole.len() < 5 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return plain;
    }
    let mut marked = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            marked.push(',');
        }
        marked.push(digit);
    }
    if let Some(rest) = rest {
        marked.push('.');
        marked.push_str(rest);
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn marks_thousands() {
        assert_eq!(number(7989.0), "7989");
        assert_eq!(number(212_000_000.0), "212,000,000");
        assert_eq!(number(-12345.5), "-12,345.5");
    }
}

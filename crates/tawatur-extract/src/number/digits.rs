//! Numbers in digits: which mark is the decimal one and which parts thousands.

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Digits {
    pub(crate) value: f64,
    /// What the number is if its only mark, here taken for a thousands mark, is the decimal one after all.
    pub(crate) decimal: Option<f64>,
    /// Whether there is a decimal mark.
    pub(crate) fractional: bool,
    /// Whether no mark stands in it.
    pub(crate) plain: bool,
    /// How many digits stand before the first mark.
    pub(crate) leading: usize,
}

/// Reads a token of digits and marks.
///
/// Two kinds of marks: the last is the decimal one. One mark several times: thousands, in groups of three.
/// One mark once: `٫` is decimal and `٬` parts thousands; any other parts thousands when three digits follow,
/// one to three stand before it and these do not begin with a zero (4.266, 1,910), and else is decimal (1,8).
pub(crate) fn read(token: &str) -> Option<Digits> {
    let mut first = None;
    let (mut marks, mut kinds, mut last) = (0usize, 0usize, ' ');
    for (at, c) in token.char_indices().filter(|(_, c)| !c.is_ascii_digit()) {
        let _ = first.get_or_insert(at);
        marks += 1;
        let mark = if c == '،' { ',' } else { c };
        kinds += usize::from(mark != last);
        last = mark;
    }
    let Some(first) = first else {
        return Some(Digits {
            value: join(token, "")?,
            decimal: None,
            fractional: false,
            plain: true,
            leading: token.len(),
        });
    };
    let at = token.rfind(|c: char| !c.is_ascii_digit())?;
    let (whole, part) = (token.get(..at)?, token.get(at..)?.trim_start_matches(|c: char| !c.is_ascii_digit()));
    let found = |value, decimal, fractional| Digits { value, decimal, fractional, plain: false, leading: first };
    let fraction = || join(whole, part);
    let thousands = || join(token, "");
    Some(match (marks, kinds, last) {
        (_, 2.., _) => found(fraction()?, None, true),
        (2.., 1, _) if grouped(token) => found(thousands()?, None, false),
        (2.., 1, _) => return None,
        (_, _, '٫') => found(fraction()?, None, true),
        (_, _, '٬' | '\'' | '’') => found(thousands()?, None, false),
        _ if grouped(token) && !token.starts_with('0') => found(thousands()?, fraction(), false),
        _ => found(fraction()?, None, true),
    })
}

fn grouped(token: &str) -> bool {
    let mut groups = token.split(|c: char| !c.is_ascii_digit());
    groups.next().is_some_and(|g| (1..=3).contains(&g.len())) && groups.all(|g| g.len() == 3)
}

/// Numbers of so many digits are integers of a floating-point number, too.
const EXACT: usize = 15;

/// The number of these digits, marks left out.
fn join(whole: &str, part: &str) -> Option<f64> {
    if part.is_empty() && whole.len() <= EXACT && whole.bytes().all(|b| b.is_ascii_digit()) {
        return whole.parse::<u64>().ok().map(|n| n as f64);
    }
    let mut text: String = whole.chars().filter(char::is_ascii_digit).collect();
    if !part.is_empty() {
        text.push('.');
        text.push_str(part);
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    fn value(token: &str) -> f64 {
        read(token).unwrap().value
    }

    #[test]
    fn tells_thousands_from_decimals() {
        for (token, expected) in [
            ("4.266", 4266.0),
            ("1,910", 1910.0),
            ("1,8", 1.8),
            ("0.002", 0.002),
            ("1.234.567", 1_234_567.0),
            ("1,200,000.50", 1_200_000.5),
            ("1.200.000,5", 1_200_000.5),
            ("10٬000٫25", 10_000.25),
            ("12.75", 12.75),
            ("5135", 5135.0),
        ] {
            assert_eq!(value(token), expected, "{token}");
        }
        assert!(read("1.2.3").is_none());
        assert_eq!(read("3.125").unwrap().decimal, Some(3.125));
    }
}

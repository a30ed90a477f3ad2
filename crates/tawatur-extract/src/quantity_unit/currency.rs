//! Money: «215 مليون دولار», «42 ليرة لبنانية», $10, «20 دولارا و43 سنتا».

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::{QuantityReading, Sort};
use crate::number::{NumberKind, NumberReading};
use crate::time::Country;
use crate::vocabulary::{Clitic, Marks, Word};

/// The money that the number is an amount of, and how many numbers it takes.
pub(super) fn read(
    marks: &Marks<'_>,
    numbers: &[NumberReading],
    at: usize,
    country: Option<Country>,
) -> Option<(QuantityReading, usize)> {
    let number = numbers.get(at)?;
    if !matches!(number.kind, NumberKind::Count | NumberKind::Fraction) {
        return None;
    }
    let (code, start, end) = after(marks, number.tokens.end, country)
        .map(|(code, end)| (code, number.full_tokens.start, end))
        .or_else(|| {
            before(marks, number.tokens.start)
                .map(|(code, start)| (code, start.min(number.full_tokens.start), number.tokens.end))
        })?;
    let end = end.max(number.full_tokens.end);
    let (mut low, mut high) = (number.low, number.high);
    let mut run = TokenRange::new(start, end);
    let mut used = 1;
    if let Some((cents, stop)) = cents(marks, numbers.get(at + 1), end).filter(|_| code != "CENT") {
        (low, high) = (low.map(|v| v + cents), high.map(|v| v + cents));
        run.end = stop;
        used = 2;
    }
    let reading = QuantityReading {
        sort: Sort::Money,
        tokens: run,
        range: marks.range(run, true),
        number: Some(at),
        low,
        high,
        unit: code,
    };
    Some((reading, used))
}

/// Money that counts itself: «دولارين», «دولار واحد»; how many, the code, and the token after it.
pub(super) fn uncounted(marks: &Marks<'_>, at: usize, of: Option<Country>) -> Option<(f64, &'static str, usize)> {
    let (dual, length) = marks.find(at, |w| if let Word::Currency { dual, .. } = w { Some(dual) } else { None })?;
    let (code, end) = after(marks, at, of)?;
    if dual {
        return Some((2.0, code, end));
    }
    let one = |at: usize| {
        marks.clitics(at) == Clitic::default() && marks.is(at, |w| matches!(w, Word::Cardinal { value: 1, .. }))
    };
    let single = [at + length, end].into_iter().find(|at| one(*at))?;
    (code != "CENT").then_some((1.0, code, end.max(single + 1)))
}

/// A currency after the number: its code and the token after it, the country word included.
fn after(marks: &Marks<'_>, at: usize, of: Option<Country>) -> Option<(&'static str, usize)> {
    let document = marks.document();
    document.token(at).filter(|t| !t.line_start)?;
    if marks.clitics(at).0 & !Clitic::AL != 0 {
        return None;
    }
    let ((family, code), length) = currency(marks, at)?;
    let mut end = at + length;
    let mut found = code;
    if document.token(end).is_some_and(|t| !t.line_start)
        && let Some((named, more)) = country(marks, end, family)
    {
        found = named;
        end += more;
    } else if let Some(national) = of.and_then(|of| national(marks, of, family)) {
        found = national;
    }
    if document.token(end).is_some_and(|t| t.kind == TokenKind::Stop && t.joined) && ends_in_letter(marks, at, end) {
        end += 1;
    }
    Some((found, end))
}

/// «ج.م.»: the stop belongs to the abbreviation.
fn ends_in_letter(marks: &Marks<'_>, start: usize, end: usize) -> bool {
    end >= start + 3 && marks.document().word(end - 1).chars().count() == 1
}

fn currency(marks: &Marks<'_>, at: usize) -> Option<((&'static str, &'static str), usize)> {
    marks.find(at, |w| match w {
        Word::Currency { family, code, .. } => Some((family, code)),
        _ => None,
    })
}

/// The country word of a currency, whatever its ending: «سعودي», «سعودية», «سعوديا».
fn country(marks: &Marks<'_>, at: usize, family: &str) -> Option<(&'static str, usize)> {
    let test = |w: Word| match w {
        Word::CurrencyCountry { family: f, code } if f == family => Some(code),
        _ => None,
    };
    marks.find(at, test).or_else(|| {
        let word = marks.document().word(at);
        let word = word.strip_prefix("ال").unwrap_or(word);
        let stem = ["ات", "ان", "ين", "تين", "ه", "ا"].iter().find_map(|e| word.strip_suffix(e))?;
        marks.named(stem, test).map(|code| (code, 1))
    })
}

/// The money of a country, if it goes by the name of this family.
fn national(marks: &Marks<'_>, country: Country, family: &str) -> Option<&'static str> {
    static MONEY: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let rows = MONEY.get_or_init(|| tawatur_lexicon::closed::COUNTRY_CURRENCY.lines().filter_map(row).collect());
    let (_, code) = rows.iter().find(|(of, _)| *of == country.as_str())?;
    marks.has_currency(family, code).then_some(code)
}

fn row(line: &'static str) -> Option<(&'static str, &'static str)> {
    let mut fields = line.split(',');
    Some((fields.next()?, fields.nth(1)?))
}

/// A currency sign or code right before the number.
fn before(marks: &Marks<'_>, at: usize) -> Option<(&'static str, usize)> {
    let start = at.checked_sub(1)?;
    let kind = marks.document().kind(start);
    let latin = kind == TokenKind::Word && marks.document().word(start).is_ascii();
    if kind != TokenKind::Currency && !latin {
        return None;
    }
    // «TOP 10» is no money.
    currency(marks, start).filter(|((family, _), _)| *family != "word").map(|((_, code), _)| (code, start))
}

/// «و43 سنتا» after dollars or euros.
fn cents(marks: &Marks<'_>, next: Option<&NumberReading>, end: usize) -> Option<(f64, usize)> {
    let next = next.filter(|n| n.tokens.start <= end + 1 && n.kind == NumberKind::Count && n.value < 100.0)?;
    let joined = marks.clitics(end).has(Clitic::AND) || marks.document().word(end) == "و";
    let (code, stop) = after(marks, next.tokens.end, None)?;
    (joined && code == "CENT").then_some((next.value / 100.0, stop))
}

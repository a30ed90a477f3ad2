//! What `tawatur parse` prints: numbers and times of one kind, in the form of the public suites.

use jiff::civil::DateTime;
use serde::Serialize;
use tawatur_model::{Mode, TimeType};
use tawatur_text::{ByteRange, Document, TokenRange};

use crate::number::{Form, NumberKind, NumberReading};
use crate::quantity_unit::{QuantityReading, Sort};
use crate::time::{Context, DayHalf, Grain, TimeReading};
use crate::vocabulary::{Marks, Preposition, Word};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Cardinals and fractions.
    Numeral,
    /// Places in an order.
    Ordinal,
    /// Percentages.
    Percentage,
    /// Lengths of time.
    Duration,
    /// Dates, clock times, sets.
    Time,
    /// Amounts of money.
    Money,
    /// Measures.
    Quantity,
    /// Numbers with bounds, money with bounds.
    Range,
}

impl Kind {
    /// The kind of that name in the contract.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "numeral" => Self::Numeral,
            "ordinal" => Self::Ordinal,
            "percentage" => Self::Percentage,
            "duration" => Self::Duration,
            "time" => Self::Time,
            "money" => Self::Money,
            "quantity" => Self::Quantity,
            "range" => Self::Range,
            _ => return None,
        })
    }
}

/// One reading; offsets are code points.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Pred {
    pub start: usize,
    pub end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grain: Option<&'static str>,
}

/// A value of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number.
    Number(f64),
    /// AM or PM.
    Half(&'static str),
    /// A place counted from the present or the last one: `current-1`, `end+0`.
    Relative(&'static str),
}

/// The readings of one kind in a text, against a reference in ISO 8601; all else is the settings'.
pub fn parse_case(kind: Kind, text: &str, reference: Option<&str>, settings: &Context) -> Vec<Pred> {
    let context = context(reference, settings);
    let document = Document::new(text);
    let (numbers, times, quantities) = crate::everything(&document, &context);
    let points = Points::new(text);
    let pred = |range: ByteRange| {
        let (start, end) = points.of(range);
        Pred { start, end, ..Pred::default() }
    };
    match kind {
        Kind::Numeral => numbers.iter().filter(|n| is_numeral(n)).map(|n| numeral(n, &pred)).collect(),
        Kind::Ordinal => ordinals(&document, &numbers, &times, &pred),
        Kind::Percentage => numbers
            .iter()
            .filter(|n| n.kind == NumberKind::Percent)
            .map(|n| Pred { value: Some(Value::Number(n.value)), ..pred(n.full_range) })
            .collect(),
        Kind::Duration => times
            .iter()
            .filter(|t| t.kind == TimeType::Duration)
            .map(|t| Pred { seconds: t.seconds, timex: Some(t.timex.clone()), ..pred(t.range) })
            .collect(),
        Kind::Time => times
            .iter()
            .filter(|t| t.kind != TimeType::Duration)
            .map(|t| time(t, &|range| pred(from_start(&document, range))))
            .collect(),
        Kind::Money => quantities.iter().filter(|q| q.sort == Sort::Money).map(|q| quantity(q, &pred)).collect(),
        Kind::Quantity => quantities.iter().filter(|q| q.sort == Sort::Measure).map(|q| quantity(q, &pred)).collect(),
        Kind::Range => ranges(&numbers, &quantities, &pred),
    }
}

fn context(reference: Option<&str>, settings: &Context) -> Context {
    let Some(text) = reference else { return *settings };
    let plain = text.get(..19).unwrap_or(text);
    let day = || text.get(..10).and_then(|d| d.parse::<jiff::civil::Date>().ok()).map(|d| d.at(0, 0, 0, 0));
    let reference = plain.parse::<DateTime>().ok().or_else(day);
    Context { reference, offset: text.get(19..).and_then(offset), ..*settings }
}

/// «-02:00», «Z» in minutes.
fn offset(text: &str) -> Option<i32> {
    let text = text.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    if text == "Z" {
        return Some(0);
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    Some(sign * (hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?))
}

/// Code points before each byte.
struct Points<'t> {
    text: &'t str,
}

impl<'t> Points<'t> {
    fn new(text: &'t str) -> Self {
        Self { text }
    }

    fn of(&self, range: ByteRange) -> (usize, usize) {
        let count = |end: u32| self.text.get(..end as usize).map_or(0, |t| t.chars().count());
        (count(range.start()), count(range.end()))
    }
}

fn is_numeral(n: &NumberReading) -> bool {
    let bare = n.definite && n.form == Form::Words && n.value <= 10.0;
    n.kind.is_amount() && n.mode != Mode::Vague && !n.vague && !bare
        || matches!(n.kind, NumberKind::Label | NumberKind::Item | NumberKind::Date)
}

fn numeral(n: &NumberReading, pred: &impl Fn(ByteRange) -> Pred) -> Pred {
    let (value, range) = match n.kind {
        NumberKind::Percent => (n.value / 100.0, n.full_range),
        NumberKind::Permille => (n.value / 1000.0, n.full_range),
        _ => (n.value, n.range),
    };
    Pred { value: Some(Value::Number(value)), ..pred(range) }
}

fn is_ordinal(n: &NumberReading) -> bool {
    n.kind == NumberKind::Ordinal
        || n.definite && n.form == Form::Words && n.kind == NumberKind::Count && !n.vague && n.value > 10.0
        || n.kind == NumberKind::Date && n.form == Form::Words && n.definite
}

/// An expression that only prepositions part from the start of the text begins with them.
fn from_start(document: &Document<'_>, range: ByteRange) -> ByteRange {
    let marks = Marks::new(document);
    let first = document.token_at(range.start());
    let small = |at: usize| {
        marks.is(at, |w| {
            matches!(
                w,
                Word::Preposition(Preposition::In | Preposition::At | Preposition::Within)
                    | Word::Bound(crate::vocabulary::Bound { mode: Mode::About, .. })
            )
        })
    };
    match document.token(0) {
        Some(token) if first > 0 && (0..first).all(small) => token.range.cover(range),
        _ => range,
    }
}

/// Ordinals, and words that give a place by another: «السابق», «قبل الأخير».
fn ordinals(
    document: &Document<'_>,
    numbers: &[NumberReading],
    times: &[TimeReading],
    pred: &impl Fn(ByteRange) -> Pred,
) -> Vec<Pred> {
    let timed = |run: TokenRange| times.iter().any(|t| t.kind == TimeType::Duration && t.tokens.overlaps(run));
    let mut found: Vec<Pred> = numbers
        .iter()
        .filter(|n| is_ordinal(n) && !timed(n.tokens))
        .map(|n| Pred { value: Some(Value::Number(n.value)), ..pred(with_article(document, n)) })
        .collect();
    let marks = Marks::new(document);
    for at in 0..marks.len() {
        let in_time = times.iter().any(|t| t.tokens.contains(at));
        if let Some((place, start)) = relative_place(&marks, at).filter(|_| !in_time) {
            let range = document.range_of(TokenRange::new(start, at + 1));
            found.push(Pred { value: Some(Value::Relative(place)), ..pred(range) });
        }
    }
    found.sort_by_key(|p| p.start);
    found
}

/// A place counted from the present one or from the end, and where its words begin.
fn relative_place(marks: &Marks<'_>, at: usize) -> Option<(&'static str, usize)> {
    let last = marks.words(at).iter().any(|w| matches!(w, Word::Nth { value: -1 }));
    let definite = marks.clitics(at).has(crate::vocabulary::Clitic::AL);
    if last {
        let before = at.checked_sub(1).filter(|b| marks.words(*b).contains(&Word::Preposition(Preposition::Before)));
        return Some(before.map_or(("end+0", at), |b| ("end-1", one_that(marks, b))));
    }
    let offset = marks.words(at).iter().find_map(|w| match *w {
        Word::Modifier { offset, soft: false, .. } => Some(offset),
        _ => None,
    })?;
    definite.then_some(match offset {
        0 => ("current+0", at),
        1.. => ("current+1", at),
        _ => ("current-1", at),
    })
}

/// «الواحد قبل الأخير» begins a token earlier.
fn one_that(marks: &Marks<'_>, at: usize) -> usize {
    at.checked_sub(1).filter(|b| marks.is(*b, |w| matches!(w, Word::Cardinal { value: 1, .. }))).unwrap_or(at)
}

/// Ordinals are given with their article.
fn with_article(document: &Document<'_>, n: &NumberReading) -> ByteRange {
    let whole = document.range_of(n.tokens);
    let text = whole.slice(document.original());
    if text.starts_with("ال") || text.starts_with("الأ") || text.starts_with("الإ") { whole } else { n.range }
}

fn quantity(q: &QuantityReading, pred: &impl Fn(ByteRange) -> Pred) -> Pred {
    let unit = Some(q.unit.to_owned());
    match (q.low, q.high) {
        (Some(low), Some(high)) if low == high => Pred { value: Some(Value::Number(low)), unit, ..pred(q.range) },
        (from, to) => Pred { from, to, unit, ..pred(q.range) },
    }
}

fn ranges(numbers: &[NumberReading], quantities: &[QuantityReading], pred: &impl Fn(ByteRange) -> Pred) -> Vec<Pred> {
    let bounded = |n: &NumberReading| !matches!(n.mode, Mode::Exact | Mode::About | Mode::Vague);
    let money: Vec<Pred> = quantities.iter().filter(|q| q.low != q.high).map(|q| quantity(q, pred)).collect();
    if !money.is_empty() {
        return money;
    }
    numbers
        .iter()
        .filter(|n| n.kind.is_amount() && bounded(n))
        .map(|n| Pred { from: n.low, to: n.high, ..pred(n.full_range) })
        .collect()
}

fn time(t: &TimeReading, pred: &impl Fn(ByteRange) -> Pred) -> Pred {
    // An hour is written with its minutes: T07 is T07:00.
    let hour = t.timex.len() == 3 && t.timex.starts_with('T') && t.timex.bytes().skip(1).all(|b| b.is_ascii_digit());
    let timex = if hour { format!("{}:00", t.timex) } else { t.timex.clone() };
    let mut made = Pred { timex: Some(timex), ..pred(t.range) };
    made.value = t.half.map(|h| Value::Half(if h == DayHalf::Morning { "AM" } else { "PM" }));
    let shown =
        |at: Option<DateTime>| at.map_or_else(|| "..".to_owned(), |a| a.strftime("%Y-%m-%dT%H:%M:%S").to_string());
    made.iso = match (t.start, t.end) {
        (None, None) => None,
        (start, end) if t.interval || t.grain >= Grain::Decade => Some(format!("{}/{}", shown(start), shown(end))),
        (start, _) => Some(shown(start)),
    };
    made.grain = made.iso.as_ref().map(|_| t.grain.as_str());
    made
}

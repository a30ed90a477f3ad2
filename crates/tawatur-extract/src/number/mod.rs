//! The reader of numbers.
//!
//! [`numbers`] reads a text on its own; the pipeline calls [`read`] over the view that all readers share. A reading
//! has the range of the number alone and that of the number with the words that bound it («أكثر من», «على الأقل»).

pub(crate) mod core;
mod digits;
mod joined;
mod ordinal;
mod share;
mod start;
mod step;
mod sum;
mod vague;

mod age;
mod bound;
mod compose;
mod dual;
mod kind;
mod pair;

use tawatur_model::Mode;
use tawatur_text::{ByteRange, Document, TokenRange};

pub use self::core::Form;
use crate::Analysed;
use crate::time::TimeReading;
use crate::vocabulary::Marks;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// A count or amount.
    Count,
    /// A place in an order: «الثالث».
    Ordinal,
    /// A part of a whole: «نصف», «ثلاثة أرباع», 3/4.
    Fraction,
    /// A percentage; the value is in percent.
    Percent,
    /// Per mille; the value is in per mille.
    Permille,
    /// How old somebody is: «عمره 34 عاما», «(34 عاما)».
    Age,
    /// Part of a calendar date.
    Date,
    /// Part of a clock time.
    Clock,
    /// A telephone number or a part of one.
    Phone,
    /// A sports result or a part of one.
    Score,
    /// Part of a name: «كوفيد-19», F-16.
    Name,
    /// A label: page, article, resolution number.
    Label,
    /// The number of an item in a list, at the start of a line.
    Item,
}

impl NumberKind {
    /// Whether it says how much or how many there is of something.
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Count | Self::Fraction | Self::Percent | Self::Permille | Self::Age)
    }
}

/// One number of a text, with the bounds that the words set.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberReading {
    /// The tokens of the number itself.
    pub tokens: TokenRange,
    /// The place of the number itself, without «و», «ب», «ل» before it.
    pub range: ByteRange,
    /// The tokens with the bound words and the percent sign.
    pub full_tokens: TokenRange,
    /// The place of the number with its bound words and percent sign.
    pub full_range: ByteRange,
    /// The number said; of two, the first; of a vague amount, the least.
    pub value: f64,
    /// The least value that the words allow.
    pub low: Option<f64>,
    /// The greatest value that the words allow.
    pub high: Option<f64>,
    /// How it is said.
    pub mode: Mode,
    /// What it is of.
    pub kind: NumberKind,
    /// How it is written.
    pub form: Form,
    /// Whether the article stands before it.
    pub definite: bool,
    /// The tokens of the counted noun where the noun itself says how many («قتيلان», «إسرائيلي»).
    pub noun: Option<TokenRange>,
    /// Whether it is a vague plural.
    pub vague: bool,
}

/// The numbers of a text, in order.
///
/// Those that count nothing (parts of dates, clock times, telephone numbers, results, labels, names) are read too and
/// say so in [`NumberReading::kind`]; [`NumberKind::is_amount`] tells the rest. Percentages have their value in percent.
/// Duals of nouns («قتيلان») need the lexicon and are read by [`crate::Extractor`] only.
///
/// # Example
///
/// ```
/// let found = tawatur_extract::numbers("قتل ما لا يقل عن 12 ألفا و500 شخص");
/// assert_eq!(found[0].value, 12_500.0);
/// assert_eq!(found[0].low, Some(12_500.0));
/// assert_eq!(found[0].high, None);
/// ```
pub fn numbers(text: &str) -> Vec<NumberReading> {
    let document = Document::new(text);
    crate::quantities(&document, &crate::time::Context::default()).0
}

/// The numbers of a document that is being read, duals of counted nouns («قتيلان») among them.
pub fn read(view: &Analysed<'_>) -> Vec<NumberReading> {
    read_with_times(view, &crate::time::Context::default()).0
}

/// Numbers and times of a document that is being read, in one pass.
pub fn read_with_times(view: &Analysed<'_>, context: &crate::time::Context) -> (Vec<NumberReading>, Vec<TimeReading>) {
    let marks = Marks::new(&view.document);
    let cores = self::core::cores(&marks);
    let times = crate::time::read(&marks, &cores, context);
    let mut numbers = compose(&marks, &cores, &times);
    dual::add(view, &marks, &mut numbers, &times);
    (numbers, times)
}

/// Numbers from their parts: bounds and ranges joined, those that are no amounts marked.
pub(crate) fn compose(marks: &Marks<'_>, cores: &[self::core::Core], times: &[TimeReading]) -> Vec<NumberReading> {
    let mut found = compose::compose(marks, cores);
    kind::mark_dates(&mut found, times);
    age::mark(marks, &mut found, times);
    found
}

//! Days that may be known only to their month or year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Day;

/// A day, or only its month or year, written ISO 8601 as far as it is known: `2018-02-14`, `2018-02`, `2018`.
///
/// # Example
///
/// ```
/// use tawatur_model::AsOf;
///
/// let february: AsOf = "2018-02".parse().unwrap();
/// assert_eq!(february.day(), None);
/// assert_eq!(february.to_string(), "2018-02");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct AsOf {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// What is no day, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate;

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no day, month or year")
    }
}

impl std::error::Error for NoDate {}

impl AsOf {
    /// The month of a day.
    pub fn month_of(day: Day) -> Self {
        Self { year: day.year(), month: Some(day.month()), day: None }
    }

    /// The year of a day.
    pub fn year_of(day: Day) -> Self {
        Self { year: day.year(), month: None, day: None }
    }

    /// The day, where it is known.
    pub fn day(self) -> Option<Day> {
        Day::new(self.year, self.month?, self.day?).ok()
    }
}

impl From<Day> for AsOf {
    fn from(day: Day) -> Self {
        Self { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl FromStr for AsOf {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        let day: Day = whole.parse().map_err(|_| NoDate)?;
        Ok(match text.len() {
            4 => Self::year_of(day),
            7 => Self::month_of(day),
            _ => day.into(),
        })
    }
}

impl From<AsOf> for String {
    fn from(as_of: AsOf) -> Self {
        as_of.to_string()
    }
}

impl TryFrom<String> for AsOf {
    type Error = NoDate;

    fn try_from(text: String) -> Result<Self, NoDate> {
        text.parse()
    }
}

//! The reader of times.
//!
//! A time expression is read into slots (weekday, day, month, year, clock, part of the day, distance from today),
//! whatever their order, then resolved against the reference. [`times`] reads a text on its own.
//!
//! Months are read in all systems (يناير, كانون الثاني, جانفي, غشت, both together with a slash or brackets, Hijri),
//! Hijri dates by Umm al-Qura from 1300 to 1500 and by the tabular calendar beyond. Words such as «في اليوم التالي» and
//! «بعد ذلك بيومين» count from the time that the text told of last; where there is none, they are not resolved.

mod anchor;
mod calendar;
mod clock;
mod date;
mod duration;
mod hijri;
mod hour;
mod month;
mod month_name;
mod named;
mod numeric;
mod period;
mod phrase;
mod pick;
mod range;
mod resolve;
mod scan;
mod season;
mod simple;
mod slots;
mod span;
mod timex;
mod year;

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use tawatur_model::{Day, TimeType};
use tawatur_text::{ByteRange, Document, TokenRange};

pub(crate) use scan::read;

/// Which way an incomplete date (a bare weekday, a day without its year) is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// To the last one before the reference or on it, as in news.
    #[default]
    Past,
    /// To the next one after the reference.
    Future,
}

/// The first day of the week. The weekend is Saturday and Sunday where it is Monday, else Friday and Saturday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WeekStart {
    /// As ISO 8601 has it, in the Maghreb and in Lebanon.
    #[default]
    Monday,
    /// In Egypt, Iraq, Jordan, the Gulf.
    Saturday,
    /// In Saudi Arabia and Palestine.
    Sunday,
}

impl WeekStart {
    /// 1 for Monday to 7 for Sunday.
    pub(crate) fn number(self) -> u8 {
        match self {
            Self::Monday => 1,
            Self::Saturday => 6,
            Self::Sunday => 7,
        }
    }
}

/// A country by its two letters in ISO 3166.
///
/// ```
/// use tawatur_extract::time::Country;
///
/// assert_eq!("lb".parse::<Country>().unwrap().to_string(), "LB");
/// assert!("Lebanon".parse::<Country>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country([u8; 2]);

impl Country {
    /// The two letters, upper case.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is not two letters of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCountry;

impl fmt::Display for NoCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a country is two letters of ISO 3166, such as EG")
    }
}

impl std::error::Error for NoCountry {}

impl FromStr for Country {
    type Err = NoCountry;

    fn from_str(text: &str) -> Result<Self, NoCountry> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(NoCountry),
        }
    }
}

/// What times are resolved against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The reference, in news the time of publication; without it only complete dates are resolved.
    pub reference: Option<DateTime>,
    /// The offset of the reference from Greenwich in minutes, where it is known.
    pub offset: Option<i32>,
    /// Where incomplete dates are settled.
    pub prefer: Prefer,
    /// The day on which the week begins: «بداية الأسبوع», «الأسبوع المقبل».
    pub week_start: WeekStart,
    /// The country whose money a name is that several countries share: «ليرة», «دينار», «ريال».
    pub country: Option<Country>,
}

impl Context {
    /// A context for news of that day.
    pub fn published(day: Day) -> Self {
        Self { reference: Some(day.at(0, 0, 0, 0)), ..Self::default() }
    }
}

/// How fine a time is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the hour or the part of the day.
    Hour,
    /// To the day.
    Day,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the quarter of a year, or the season.
    Quarter,
    /// To the year.
    Year,
    /// To ten years.
    Decade,
    /// To a hundred years.
    Century,
}

impl Grain {
    /// The name in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// The half of the day that a bare part of the day falls in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayHalf {
    /// Before noon, and noon itself.
    Morning,
    /// After noon.
    Evening,
}

/// One time expression of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeReading {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its place in the original.
    pub range: ByteRange,
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value: `2022-01-06`, `2022-W02`, `2022-01-06TEV`, `P3D`, `XXXX-WXX-5`, a range with a slash.
    pub timex: String,
    /// Where it begins, if it could be resolved.
    pub start: Option<DateTime>,
    /// Where it ends, exclusive; none for an open range.
    pub end: Option<DateTime>,
    /// How fine it is given.
    pub grain: Grain,
    /// Whether it is a range from one time to another, rather than one unit of its grain.
    pub interval: bool,
    /// How often in the period of a set: 2 in «مرتين في الأسبوع».
    pub times: Option<u32>,
    /// Length of a duration in seconds (month 30 days, year 365 days).
    pub seconds: Option<f64>,
    /// For a bare part of the day, its half.
    pub half: Option<DayHalf>,
    /// Whether the numbers in it are amounts (durations, «قبل 30 عاما») and not parts of a date.
    pub counted: bool,
    /// Whether the weekday named is not that of the date named.
    pub contradicts_weekday: bool,
    /// Whether nothing but the words decides it: complete in itself, no reference needed.
    pub absolute: bool,
    /// Whether it names the day itself: not only a month, a duration or an hour.
    pub names_day: bool,
}

impl TimeReading {
    /// The day, where it names one.
    pub fn day(&self) -> Option<Day> {
        let single = matches!(self.kind, TimeType::Date | TimeType::Time) && self.grain <= Grain::Day && !self.interval;
        self.start.filter(|_| single && self.names_day).map(DateTime::date)
    }

    /// The TIMEX3 item of the contract.
    pub fn item(&self, text: &str) -> tawatur_model::Time {
        tawatur_model::Time {
            range: self.range,
            quote: self.range.slice(text).to_owned(),
            timex: self.timex.clone(),
            kind: self.kind,
            freq: self.times.map(|n| format!("{n}X")),
        }
    }
}

/// The times of a text in order, resolved against the context.
///
/// Dates that the words do not complete and no reference completes keep X in their value (`XXXX-WXX-4`) and have no
/// start. Instants are civil times in the zone of the reference; a zone named in the text («بتوقيت غرينتش») shifts them
/// where the offset of the reference is known. Ends are exclusive.
///
/// # Example
///
/// ```
/// use tawatur_extract::time::{Context, times};
///
/// let context = Context::published(jiff::civil::date(2022, 1, 10));
/// let found = times("وقع الحادث مساء الخميس الماضي", &context);
/// assert_eq!(found[0].timex, "2022-01-06TEV");
/// ```
pub fn times(text: &str, context: &Context) -> Vec<TimeReading> {
    let document = Document::new(text);
    crate::quantities(&document, context).1
}

//! The closed words of numbers, times, units and currencies, as the rows of their files.
//!
//! These rows are in the lexicon like all others. The readers of numbers and times visit every token and keep a
//! small table of their own, made from the rows themselves.

/// The files of closed words; columns as in every word file.
pub const WORD_FILES: [&str; 9] = [
    include_str!("../data/ar/number-word.csv"),
    include_str!("../data/ar/bound-word.csv"),
    include_str!("../data/ar/month.csv"),
    include_str!("../data/ar/weekday.csv"),
    include_str!("../data/ar/time-word.csv"),
    include_str!("../data/ar/holiday.csv"),
    include_str!("../data/ar/unit.csv"),
    include_str!("../data/ar/currency.csv"),
    include_str!("../data/ar/currency-country.csv"),
];

/// The money of each country: country (ISO 3166), source, currency (ISO 4217).
pub const COUNTRY_CURRENCY: &str = include_str!("../data/country-currency.csv");

/// The Umm al-Qura calendar: year, first day, and a 1 for each month of 30 days.
pub const UMM_AL_QURA: &str = include_str!("../data/calendar/umm-al-qura.csv");

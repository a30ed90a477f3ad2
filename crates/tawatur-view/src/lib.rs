//! One self-contained HTML page of an account, for a newsroom to read, check and print.
//!
//! The page holds both languages of the interface and needs no network, no server and, in its essentials, no
//! script. Everything that comes from a report is escaped, and every figure, statement and event leads to its
//! exact words in the report.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod error;
mod language;

mod html;
mod words;

mod date;
mod number;

mod index;

mod claims;
mod diff;
mod marks;

mod chart;
mod map;
mod section;

mod fonts;
mod page;

pub use error::{Error, Result};
pub use language::Language;
pub use page::page;

use tawatur_model::{Account, Extraction, Report};

/// An account with the reports that it was computed from and what was read from each.
///
/// Reports and extractions are matched to the account's by id; one that is missing loses only its source text.
#[derive(Clone, Copy, Debug)]
pub struct AccountPage<'a> {
    /// The account.
    pub account: &'a Account,
    /// Its reports, whose texts the page shows.
    pub reports: &'a [Report],
    /// What was read from them.
    pub extractions: &'a [Extraction],
}

//! Copies: wording that reports share.

mod words;

mod align;
mod candidate;

mod credit;
mod direction;

mod alteration;
mod derivation;
mod passage;
mod whole;

use tawatur_model::{CopyGroup, Derivation, Report};

use crate::Item;

/// A report that is a near copy of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportCopy {
    /// Index of the report.
    pub report: usize,
    /// The same for all reports of one group of near copies.
    pub label: String,
    /// Index of the report that it was copied from, where that can be told. None for one that credits an agency which is
    /// not among the reports: it has its text from there.
    pub copied_from: Option<usize>,
    /// The agency that the group's reports have their text from, where their credit lines name one and no other.
    pub source: Option<String>,
}

/// Which reports are near copies of one another, as `tawatur group` writes it; reports that are none are left out.
pub fn report_copies(reports: &[&Report]) -> Vec<ReportCopy> {
    whole::report_copies(reports)
}

/// The wording that reports of one story share: whole reports and single passages, with who copied whom where that
/// can be told, and what was changed. One group a pair of reports; each passage is given to the earliest report
/// that has it.
pub fn copies(items: &[Item<'_>]) -> Vec<CopyGroup> {
    passage::copies(items)
}

/// How much of each report of one story comes from earlier ones: each sentence taken over word for word, rewritten, or
/// new. Reports of which all is new are left out.
pub fn derivations(items: &[Item<'_>]) -> Vec<Derivation> {
    derivation::derivations(items)
}

#[cfg(test)]
mod tests;

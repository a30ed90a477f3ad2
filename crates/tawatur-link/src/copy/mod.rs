//! Copies: wording that reports share.

use tawatur_model::{CopyGroup, Report};

use crate::Item;

/// A report that is a near copy of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportCopy {
    /// Index of the report.
    pub report: usize,
    /// The same for all reports of one group of near copies.
    pub label: String,
    /// Index of the report that it was copied from, where that can be told.
    pub copied_from: Option<usize>,
}

/// Which reports are near copies of one another, as `tawatur group` writes it.
pub fn report_copies(_reports: &[&Report]) -> Vec<ReportCopy> {
    Vec::new()
}

/// The wording that reports of one story share: whole reports and single passages, with who copied whom where that
/// can be told, and what was changed.
pub fn copies(_items: &[Item<'_>]) -> Vec<CopyGroup> {
    Vec::new()
}

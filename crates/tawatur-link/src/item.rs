//! What the linking functions work on.

use tawatur_model::{Extraction, Report};

/// A report with what was read from it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The report.
    pub report: &'a Report,
    /// What was read from it.
    pub extraction: &'a Extraction,
}

impl<'a> Item<'a> {
    /// A report with what was read from it.
    pub fn new(report: &'a Report, extraction: &'a Extraction) -> Self {
        Self { report, extraction }
    }

    /// The day of publication: inferred by the reading, or given with the report.
    pub(crate) fn published(&self) -> Option<tawatur_model::Day> {
        self.extraction.published.or(self.report.published.map(|p| p.day))
    }
}

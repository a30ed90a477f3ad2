//! All layers over one report.

use std::cell::RefCell;

use tawatur_lexicon::Analyser;
use tawatur_model::{Extraction, In, Passage, PublishedFrom, Report, Statement};
use tawatur_text::Document;

use crate::{Analysed, Names, Tags, attribution, statement};

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
        let published = report.published;
        let (mut statements, names) = self.read(&report.text, In::Text, report, &[]);
        if let Some(title) = &report.title {
            statements.extend(self.read(title, In::Title, report, &statements).0);
        }
        Extraction {
            report: report.id.clone(),
            published: published.map(|p| p.day),
            published_from: published.map_or(PublishedFrom::None, |p| p.from),
            outlet: report.outlet.clone(),
            statements,
            people: names.people,
            places: names.places,
            organisations: names.organisations,
            passages: report.passages.clone(),
            ..Extraction::default()
        }
    }

    /// Reads one text: the report's own, or its title. Ids go on from those read `before`.
    fn read(&mut self, text: &str, within: In, report: &Report, before: &[Statement]) -> (Vec<Statement>, Names) {
        let analysed = Analysed::new(Document::new(text), &mut self.analyser);
        let tags = Tags::read(&analysed);
        let passages = if within == In::Text { report.passages.as_slice() } else { &[] };
        let context = attribution::Context { outlet: report.outlet.as_deref(), passages, days: &[] };
        let attributions = attribution::read(&analysed, &tags, context);
        let statements = statement::read(&analysed.document, &attributions, within, before.len() + 1);
        let names = Names::read(&analysed, |at| is_read(&analysed, passages, at));
        (statements, names)
    }
}

/// Whether claims are read from the passage that holds the token; what no passage holds is read.
fn is_read(analysed: &Analysed<'_>, passages: &[Passage], token: usize) -> bool {
    let Some(start) = analysed.document.token(token).map(|t| t.range.start()) else { return false };
    passages.iter().find(|p| p.range.contains_offset(start)).is_none_or(|p| p.role.is_read())
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

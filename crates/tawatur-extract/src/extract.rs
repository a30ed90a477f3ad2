//! All layers over reports.

use std::cell::RefCell;

use tawatur_model::{Event, Extraction, Figure, In, PublishedFrom, Report};

use crate::reading::{Page, Reading};
use crate::{Words, figure, note, statement};

/// Reads reports one after the other and remembers the words that it met. One a thread.
#[derive(Debug, Default)]
pub struct Extractor {
    words: Words,
}

/// Bytes of text that are read together: enough for a layer to stay in the caches, few enough for the texts to do so.
const BATCH: usize = 1 << 19;

impl Extractor {
    /// An extractor that has met no word yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads one report.
    pub fn extract(&mut self, report: &Report) -> Extraction {
        self.extract_all(std::slice::from_ref(report)).pop().unwrap_or_default()
    }

    /// Reads some reports, which costs less than to read each by itself and gives the same.
    pub fn extract_all(&mut self, reports: &[Report]) -> Vec<Extraction> {
        let mut extractions = Vec::with_capacity(reports.len());
        let mut rest = reports;
        while !rest.is_empty() {
            let (batch, behind) = rest.split_at(batch_of(rest));
            self.words.bound();
            read(batch, &mut self.words, &mut extractions);
            rest = behind;
        }
        extractions
    }
}

/// How many of the reports are read together: one at least.
fn batch_of(reports: &[Report]) -> usize {
    let mut bytes = 0;
    let fits = |report: &&Report| {
        bytes += report.text.len();
        bytes <= BATCH
    };
    reports.iter().take_while(fits).count().max(1)
}

fn read(reports: &[Report], words: &mut Words, extractions: &mut Vec<Extraction>) {
    let pages: Vec<Page<'_>> =
        reports.iter().flat_map(|r| std::iter::once(Page::of_text(r)).chain(Page::of_title(r))).collect();
    let readings = Reading::of(&pages, words);
    let inputs: Vec<_> = readings.iter().map(Reading::input).collect();
    let figures: Vec<Vec<Figure>> =
        figure::read_all(&inputs).into_iter().map(|found| found.into_iter().map(|f| f.figure).collect()).collect();
    let events: Vec<_> = readings.iter().zip(&figures).map(|(reading, figures)| reading.events(figures)).collect();
    for ((reading, figures), events) in readings.into_iter().zip(figures).zip(events) {
        match extractions.last_mut().filter(|_| reading.page.within == In::Title) {
            Some(extraction) => add_title(extraction, &reading, figures),
            None => extractions.push(of_text(reading, figures, events)),
        }
    }
}

fn of_text(reading: Reading<'_>, figures: Vec<Figure>, events: Vec<Event>) -> Extraction {
    let Reading { page, published, .. } = reading;
    Extraction {
        report: page.report.id.clone(),
        published: published.map(|p| p.day),
        published_from: published.map_or(PublishedFrom::None, |p| p.from),
        outlet: page.report.outlet.clone(),
        notes: note::notes(&reading.analysed, page.passages(), &reading.times, &figures),
        figures,
        statements: statement::read(&reading.analysed.document, &reading.attributions, page.within, 1),
        events,
        times: reading.times.iter().map(|t| t.item(page.text)).collect(),
        people: reading.names.people,
        places: reading.names.places,
        organisations: reading.names.organisations,
        things: reading.names.things,
        passages: page.report.passages.clone(),
    }
}

/// Adds what the title says. Ids of statements go on from those of the text.
fn add_title(extraction: &mut Extraction, reading: &Reading<'_>, figures: Vec<Figure>) {
    let first = extraction.statements.len() + 1;
    let statements = statement::read(&reading.analysed.document, &reading.attributions, In::Title, first);
    extraction.figures.extend(figures);
    extraction.statements.extend(statements);
}

/// Reads one report with an extractor that this thread keeps.
pub fn extract(report: &Report) -> Extraction {
    extract_all(std::slice::from_ref(report)).pop().unwrap_or_default()
}

/// Reads some reports with an extractor that this thread keeps.
pub fn extract_all(reports: &[Report]) -> Vec<Extraction> {
    thread_local! {
        static EXTRACTOR: RefCell<Extractor> = RefCell::new(Extractor::new());
    }
    EXTRACTOR.with(|e| match e.try_borrow_mut() {
        Ok(mut extractor) => extractor.extract_all(reports),
        Err(_) => Extractor::new().extract_all(reports),
    })
}

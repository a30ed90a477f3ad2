//! All layers over one report.

use std::cell::RefCell;

use tawatur_model::{
    Day, Event, Extraction, Figure, In, Note, Passage, Published, PublishedFrom, Report, Statement, Time,
};
use tawatur_text::{Document, TokenRange};

use crate::time::TimeReading;
use crate::{Analysed, Names, Tags, Words, attribution, event, figure, published, statement, time};

/// Reads reports one after the other and remembers the words that it met. One a thread.
#[derive(Debug, Default)]
pub struct Extractor {
    words: Words,
}

/// What is read of one text: the report's own, or its title.
#[derive(Default)]
struct Layers {
    published: Option<Published>,
    figures: Vec<Figure>,
    statements: Vec<Statement>,
    events: Vec<Event>,
    times: Vec<Time>,
    notes: Vec<Note>,
    names: Names,
}

impl Extractor {
    /// An extractor that has met no word yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads one report.
    pub fn extract(&mut self, report: &Report) -> Extraction {
        self.words.bound();
        let mut layers = self.read(&report.text, In::Text, report, report.published, 0);
        if let Some(title) = &report.title {
            let of_title = self.read(title, In::Title, report, layers.published, layers.statements.len());
            layers.figures.extend(of_title.figures);
            layers.statements.extend(of_title.statements);
        }
        Extraction {
            report: report.id.clone(),
            published: layers.published.map(|p| p.day),
            published_from: layers.published.map_or(PublishedFrom::None, |p| p.from),
            outlet: report.outlet.clone(),
            figures: layers.figures,
            statements: layers.statements,
            events: layers.events,
            times: layers.times,
            people: layers.names.people,
            places: layers.names.places,
            organisations: layers.names.organisations,
            passages: report.passages.clone(),
            notes: layers.notes,
        }
    }

    /// Reads one text. Ids of statements go on from the number of those read before.
    fn read(&mut self, text: &str, within: In, report: &Report, known: Option<Published>, before: usize) -> Layers {
        let passages = if within == In::Text { report.passages.as_slice() } else { &[] };
        let document = Document::new(text).cut_at(passages.iter().map(|p| p.range.start()));
        let analysed = Analysed::new(document, &mut self.words);
        let published = known.or_else(|| published::of(&analysed, passages));
        let context = published.map_or_else(time::Context::default, |p| time::Context::published(p.day));
        let (numbers, times) = crate::quantities_of(&analysed, &context);
        let days = days(&times);
        let names = Names::read(&analysed, |at| is_read(&analysed, passages, at));
        let mut tags = Tags::read(&analysed);
        tags.mark_people(&names.mentions);
        let context = attribution::Context { outlet: report.outlet.as_deref(), passages, days: &days };
        let attributions = attribution::read(&analysed, &tags, context);
        let input = figure::Input {
            analysed: &analysed,
            amounts: &figure::Amount::of_numbers(&analysed, &numbers),
            times: &times,
            attributions: &attributions,
            names: &names,
            published: published.map(|p| p.day),
            passages,
            within,
            title: report.title.as_deref().filter(|_| within == In::Text),
        };
        let figures: Vec<Figure> = figure::read(&input).into_iter().map(|f| f.figure).collect();
        let layers = event::Layers {
            analysed: &analysed,
            tags: &tags,
            times: &times,
            attributions: &attributions,
            published: published.map(|p| p.day),
        };
        let mut events = event::read(layers, |at| within == In::Text && is_read(&analysed, passages, at));
        event::tie(&mut events, &figures);
        let notes = crate::note::notes(&analysed, passages, &times, &figures);
        Layers {
            published,
            events,
            figures,
            statements: statement::read(&analysed.document, &attributions, within, before + 1),
            notes,
            times: times.iter().map(|t| t.item(text)).collect(),
            names,
        }
    }
}

pub(crate) fn days(times: &[TimeReading]) -> Vec<(TokenRange, Day)> {
    times.iter().filter_map(|t| t.day().map(|d| (t.tokens, d))).collect()
}

/// Whether claims are read from the passage that holds the token; what no passage holds is read.
pub(crate) fn is_read(analysed: &Analysed<'_>, passages: &[Passage], token: usize) -> bool {
    let Some(start) = analysed.document.token(token).map(|t| t.range.start()) else { return false };
    let here = passages.partition_point(|p| p.range.end() <= start);
    passages.get(here).filter(|p| p.range.contains_offset(start)).is_none_or(|p| p.role.is_read())
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

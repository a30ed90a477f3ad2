//! The texts of some reports, read layer by layer.
//!
//! A layer goes over all of the texts before the next begins: its code and tables then stay in the machine's caches, out of which the
//! layers would otherwise push each other for every text.

use tawatur_model::{Day, Event, Figure, In, Passage, Published, Report};
use tawatur_text::{Document, TokenRange};

use crate::attribution::Attributions;
use crate::figure::Amount;
use crate::time::TimeReading;
use crate::{Analysed, Names, Tags, Words, attribution, event, figure, published, time};

/// A text of a report: its own, or its title.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'r> {
    pub(crate) report: &'r Report,
    pub(crate) within: In,
    pub(crate) text: &'r str,
}

impl<'r> Page<'r> {
    /// The report's own text.
    pub(crate) fn of_text(report: &'r Report) -> Self {
        Self { report, within: In::Text, text: &report.text }
    }

    /// The title of a report that has one.
    pub(crate) fn of_title(report: &'r Report) -> Option<Self> {
        report.title.as_deref().map(|text| Self { report, within: In::Title, text })
    }

    /// The passages of the text; a title has none.
    pub(crate) fn passages(&self) -> &'r [Passage] {
        if self.within == In::Text { &self.report.passages } else { &[] }
    }

    fn document(&self) -> Document<'r> {
        Document::new(self.text).cut_at(self.passages().iter().map(|p| p.range.start()))
    }
}

/// A page with what the layers below the claims made of it.
#[derive(Debug)]
pub(crate) struct Reading<'r> {
    pub(crate) page: Page<'r>,
    pub(crate) analysed: Analysed<'r>,
    pub(crate) published: Option<Published>,
    pub(crate) times: Vec<TimeReading>,
    pub(crate) names: Names,
    pub(crate) tags: Tags,
    pub(crate) attributions: Attributions,
    amounts: Vec<Amount>,
    days: Vec<(TokenRange, Day)>,
}

impl<'r> Reading<'r> {
    /// Reads the layers of all pages, a title behind the text of its report.
    pub(crate) fn of(pages: &[Page<'r>], words: &'r mut Words) -> Vec<Self> {
        let documents: Vec<Document<'r>> = pages.iter().map(Page::document).collect();
        let found: Vec<_> = documents.iter().map(|document| words.find(document)).collect();
        let words = &*words;
        let parts = pages.iter().zip(documents.into_iter().zip(found));
        let mut readings: Vec<Self> =
            parts.map(|(page, (document, found))| Self::begin(*page, Analysed::of(document, found, words))).collect();
        date(&mut readings);
        quantify(&mut readings);
        name(&mut readings);
        readings.iter_mut().for_each(Self::mark_people);
        readings.iter_mut().for_each(Self::read_attributions);
        readings
    }

    /// Looks up what is known of each word by itself, all of it at once: a type's place in memory is fetched but once.
    fn begin(page: Page<'r>, analysed: Analysed<'r>) -> Self {
        let tags = Tags::read(&analysed);
        analysed.cues();
        Self {
            page,
            analysed,
            published: page.report.published,
            times: Vec::new(),
            names: Names::default(),
            tags,
            attributions: Attributions::default(),
            amounts: Vec::new(),
            days: Vec::new(),
        }
    }

    fn mark_people(&mut self) {
        self.tags.mark_people(&self.names.mentions);
    }

    fn read_attributions(&mut self) {
        self.attributions = attribution::read(&self.analysed, &self.tags, self.context());
    }

    /// What attributions are read with besides the words.
    pub(crate) fn context(&self) -> attribution::Context<'_> {
        attribution::Context {
            outlet: self.page.report.outlet.as_deref(),
            passages: self.page.passages(),
            days: &self.days,
        }
    }

    /// What figures are read from.
    pub(crate) fn input(&self) -> figure::Input<'_, 'r> {
        figure::Input {
            analysed: &self.analysed,
            amounts: &self.amounts,
            times: &self.times,
            attributions: &self.attributions,
            names: &self.names,
            published: self.published.map(|p| p.day),
            passages: self.page.passages(),
            within: self.page.within,
            title: self.page.report.title.as_deref().filter(|_| self.page.within == In::Text),
        }
    }

    /// The events of a text; a title has none of its own.
    pub(crate) fn events(&self, figures: &[Figure]) -> Vec<Event> {
        if self.page.within != In::Text {
            return Vec::new();
        }
        let layers = event::Layers {
            analysed: &self.analysed,
            tags: &self.tags,
            times: &self.times,
            attributions: &self.attributions,
            published: self.published.map(|p| p.day),
        };
        let mut events = event::read(layers, |at| self.is_read(at));
        event::tie(&mut events, figures);
        events
    }

    /// Whether claims are read from the passage that holds the token; what no passage holds is read.
    fn is_read(&self, token: usize) -> bool {
        let Some(start) = self.analysed.document.token(token).map(|t| t.range.start()) else { return false };
        let passages = self.page.passages();
        let here = passages.partition_point(|p| p.range.end() <= start);
        passages.get(here).filter(|p| p.range.contains_offset(start)).is_none_or(|p| p.role.is_read())
    }
}

/// Finds the day of each text that came without one, and gives it to the title behind it.
fn date(readings: &mut [Reading<'_>]) {
    let mut of_text = None;
    for reading in readings {
        reading.published = match reading.page.within {
            In::Text => reading.published.or_else(|| published::of(&reading.analysed, reading.page.passages())),
            In::Title => of_text,
        };
        of_text = reading.published;
    }
}

/// Reads the names of every page.
fn name(readings: &mut [Reading<'_>]) {
    let pages: Vec<&Analysed<'_>> = readings.iter().map(|reading| &reading.analysed).collect();
    let is_read = |page: usize, token| readings.get(page).is_some_and(|reading| reading.is_read(token));
    let names = Names::read_all(&pages, is_read);
    for (reading, names) in readings.iter_mut().zip(names) {
        reading.names = names;
    }
}

/// Reads the numbers and times of every page.
fn quantify(readings: &mut [Reading<'_>]) {
    let context =
        |r: &Reading<'_>| r.published.map_or_else(time::Context::default, |p| time::Context::published(p.day));
    let pages: Vec<_> = readings.iter().map(|r| (&r.analysed, context(r))).collect();
    let quantities = crate::quantities_of(&pages);
    for (reading, (numbers, times)) in readings.iter_mut().zip(quantities) {
        reading.amounts = Amount::of_numbers(&reading.analysed, &numbers);
        reading.days = times.iter().filter_map(|t| t.day().map(|d| (t.tokens, d))).collect();
        reading.times = times;
    }
}

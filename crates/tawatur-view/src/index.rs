//! Looking up an account's reports, claims and names.

use std::collections::BTreeMap;

use tawatur_model::{Account, AccountReport, Event, Extraction, Figure, Hop, In, Report, Statement};
use tawatur_text::ByteRange;

use crate::html::{Both, escape, isolated};
use crate::{AccountPage, Language};

/// An account with everything that its pages look up.
pub(crate) struct Index<'a> {
    /// Number of the account on the page, from 0.
    pub(crate) number: usize,
    pub(crate) account: &'a Account,
    /// In the account's order; reports that it does not list come last.
    pub(crate) sources: Vec<Source<'a>>,
    by_id: BTreeMap<&'a str, usize>,
    english: BTreeMap<&'a str, &'a str>,
}

/// A report with what was read from it.
pub(crate) struct Source<'a> {
    /// As cited, from 1.
    pub(crate) number: usize,
    pub(crate) id: &'a str,
    pub(crate) report: Option<&'a Report>,
    pub(crate) extraction: Option<&'a Extraction>,
    pub(crate) listed: Option<&'a AccountReport>,
}

/// A claim of a report.
#[derive(Clone, Copy)]
pub(crate) enum Claim<'a> {
    Figure(&'a Figure),
    Statement(&'a Statement),
    Event(&'a Event),
}

/// A claim with the report that holds it.
#[derive(Clone, Copy)]
pub(crate) struct Found<'i, 'a> {
    pub(crate) source: &'i Source<'a>,
    pub(crate) claim: Claim<'a>,
}

impl<'a> Claim<'a> {
    pub(crate) fn id(self) -> &'a str {
        match self {
            Claim::Figure(figure) => &figure.id,
            Claim::Statement(statement) => &statement.id,
            Claim::Event(event) => &event.id,
        }
    }

    pub(crate) fn quote(self) -> &'a str {
        match self {
            Claim::Figure(figure) => &figure.quote,
            Claim::Statement(statement) => &statement.quote,
            Claim::Event(event) => &event.quote,
        }
    }

    pub(crate) fn range(self) -> ByteRange {
        match self {
            Claim::Figure(figure) => figure.range,
            Claim::Statement(statement) => statement.range,
            Claim::Event(event) => event.range,
        }
    }

    pub(crate) fn within(self) -> In {
        match self {
            Claim::Figure(figure) => figure.within,
            Claim::Statement(statement) => statement.within,
            Claim::Event(_) => In::Text,
        }
    }

    pub(crate) fn chain(self) -> &'a [Hop] {
        match self {
            Claim::Figure(figure) => &figure.chain,
            Claim::Statement(statement) => &statement.chain,
            Claim::Event(event) => &event.chain,
        }
    }

    pub(crate) fn rule(self) -> &'a str {
        match self {
            Claim::Figure(figure) => &figure.rule,
            Claim::Statement(statement) => &statement.rule,
            Claim::Event(event) => &event.rule,
        }
    }
}

impl<'a> Source<'a> {
    /// Who published it, where that is known.
    pub(crate) fn outlet(&self) -> Option<&'a str> {
        let listed = self.listed.and_then(|l| l.outlet.as_deref());
        listed.or_else(|| self.report.and_then(|r| r.outlet.as_deref())).filter(|outlet| !outlet.trim().is_empty())
    }

    /// All claims read from it: figures, statements, events.
    pub(crate) fn claims(&self) -> Vec<Claim<'a>> {
        let Some(read) = self.extraction else { return Vec::new() };
        let figures = read.figures.iter().map(Claim::Figure);
        let statements = read.statements.iter().map(Claim::Statement);
        figures.chain(statements).chain(read.events.iter().map(Claim::Event)).collect()
    }

    /// The text that a claim's range is into.
    pub(crate) fn text(&self, within: In) -> &'a str {
        let Some(report) = self.report else { return "" };
        match within {
            In::Text => &report.text,
            In::Title => report.title.as_deref().unwrap_or_default(),
        }
    }
}

impl<'a> Index<'a> {
    pub(crate) fn new(number: usize, page: &AccountPage<'a>) -> Self {
        let mut sources: Vec<Source<'a>> = Vec::new();
        let mut by_id = BTreeMap::new();
        let listed = page.account.reports.iter().map(|r| r.report.as_str());
        for id in listed.chain(page.reports.iter().map(|r| r.id.as_str())) {
            by_id.entry(id).or_insert_with(|| {
                sources.push(Source { number: sources.len() + 1, id, report: None, extraction: None, listed: None });
                sources.len() - 1
            });
        }
        let mut put = |id: &str, set: &mut dyn FnMut(&mut Source<'a>)| {
            if let Some(source) = by_id.get(id).and_then(|i| sources.get_mut(*i)) {
                set(source);
            }
        };
        page.account.reports.iter().for_each(|r| put(&r.report, &mut |s| s.listed = Some(r)));
        page.reports.iter().for_each(|r| put(&r.id, &mut |s| s.report = Some(r)));
        page.extractions.iter().for_each(|e| put(&e.report, &mut |s| s.extraction = Some(e)));
        Self { number, account: page.account, sources, by_id, english: english(page.account) }
    }

    /// The report of an id.
    pub(crate) fn source(&self, id: &str) -> Option<&Source<'a>> {
        self.by_id.get(id).and_then(|i| self.sources.get(*i))
    }

    /// The claim of `report#claim id`.
    pub(crate) fn claim(&self, reference: &str) -> Option<Found<'_, 'a>> {
        let (report, id) = reference.rsplit_once('#')?;
        let source = self.source(report)?;
        let read = source.extraction?;
        let figure = || read.figures.iter().find(|f| f.id == id).map(Claim::Figure);
        let statement = || read.statements.iter().find(|s| s.id == id).map(Claim::Statement);
        let event = || read.events.iter().find(|e| e.id == id).map(Claim::Event);
        let claim = figure().or_else(statement).or_else(event)?;
        Some(Found { source, claim })
    }

    /// The claims of several references; those that are not there are left out.
    pub(crate) fn claims(&self, references: &[String]) -> Vec<Found<'_, 'a>> {
        references.iter().filter_map(|reference| self.claim(reference)).collect()
    }

    /// The page's id for a claim's mark.
    pub(crate) fn anchor(&self, found: Found<'_, 'a>) -> String {
        self.anchor_of(found.source.number, found.claim.id())
    }

    /// The page's id for anything marked in a report.
    pub(crate) fn anchor_of(&self, source: usize, id: &str) -> String {
        let id: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        format!("m{}-{source}-{id}", self.number)
    }

    /// The page's id for a report.
    pub(crate) fn source_anchor(&self, source: usize) -> String {
        format!("r{}-{source}", self.number)
    }

    /// A name as each language shows it: the lexicon's English form where there is one.
    pub(crate) fn name(&self, name: &str) -> Both {
        Both::of(|language| match (language, self.english.get(name)) {
            (Language::English, Some(english)) => escape(english),
            _ => isolated(name),
        })
    }

    /// Who published a report, or the report's number where that is unknown.
    pub(crate) fn outlet(&self, source: &Source<'_>) -> Both {
        let unnamed = || crate::words::filled("report-of-number", &[Both::of(|_| source.number.to_string())]);
        source.outlet().map_or_else(unnamed, |outlet| self.name(outlet))
    }

    /// A name without markup, for the labels of charts.
    pub(crate) fn plain_name(&self, name: &str, language: Language) -> String {
        let shown = match (language, self.english.get(name)) {
            (Language::English, Some(english)) => english,
            _ => name,
        };
        shown.chars().filter(|c| !crate::html::turns_direction(*c) && !c.is_control()).collect()
    }
}

fn english(account: &Account) -> BTreeMap<&str, &str> {
    let entries = account.people.iter().chain(&account.organisations).chain(&account.places);
    let mut names = BTreeMap::new();
    for entry in entries {
        let Some(english) = entry.en.as_deref().filter(|e| !e.is_empty()) else { continue };
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            names.entry(name.as_str()).or_insert(english);
        }
    }
    names
}

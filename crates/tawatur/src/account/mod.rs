//! The account of a story: computed from its claims, never stored.

mod notes;
mod statements;
mod summary;
mod timeline;
mod title;

use tawatur_link::Item;
use tawatur_model::{Account, AccountReport, Day, Extraction, Report, Role, Story};

use crate::date::Dated;
use crate::names::Names;

/// What the account is computed from: the reports of one story in order of publication, and what was read from each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Material<'a> {
    pub(crate) reports: &'a [Report],
    pub(crate) extractions: &'a [Extraction],
}

impl<'a> Material<'a> {
    /// Reports with what was read from them.
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'a Report, &'a Extraction)> + Clone {
        self.reports.iter().zip(self.extractions)
    }
}

/// Computes the account.
pub(crate) fn compute(label: String, reports: &[Report], extractions: &[Extraction], dated: &Dated) -> Account {
    let material = Material { reports, extractions };
    let items: Vec<Item<'_>> = material.iter().map(|(r, e)| Item::new(r, e)).collect();
    let copies = tawatur_link::copies(&items);
    let series = tawatur_link::series(&items, &copies);
    let alarms = tawatur_link::alarms(&items, &series, &copies);
    let gaps = tawatur_link::gaps(&items, &series);
    let entities = tawatur_link::entities(&items);
    let mut account = Account {
        reports: material.iter().map(|(r, e)| listed(r, e, dated)).collect(),
        series,
        people: entities.people,
        organisations: entities.organisations,
        places: entities.places,
        statements: statements::list(material),
        copies,
        alarms,
        gaps,
        notes: notes::list(material),
        ..Account::default()
    };
    let mut names = Names::read(&extractions.iter().collect::<Vec<_>>());
    account.people.iter().chain(&account.organisations).chain(&account.places).for_each(|e| names.add_entry(e));
    account.events = crate::events::events(material.iter(), &names);
    account.timeline = timeline::timeline(material, &account, &names);
    account.story = story(label, &account, &names);
    account.summary = summary::summary(&account, &names);
    account
}

fn listed(report: &Report, extraction: &Extraction, dated: &Dated) -> AccountReport {
    AccountReport {
        report: report.id.clone(),
        published: report.published.map(|p| p.day),
        published_from: report.published.map(|p| p.from).unwrap_or_default(),
        published_because: dated.get(&report.id).cloned(),
        outlet: report.outlet.clone(),
        title: report.title.clone().or_else(|| headline(report)),
        claims: extraction.figures.len() + extraction.statements.len() + extraction.events.len(),
    }
}

/// The first headline inside the text.
fn headline(report: &Report) -> Option<String> {
    let first = report.passages.iter().find(|p| p.role == Role::Headline)?;
    // A heading in the middle of the text is not the report's title.
    let before = report.passages.iter().take_while(|p| p.range < first.range);
    if before.into_iter().any(|p| p.role == Role::Body) {
        return None;
    }
    Some(first.range.slice(&report.text).trim().to_owned()).filter(|t| !t.is_empty())
}

fn story(label: String, account: &Account, names: &Names) -> Story {
    let days: Vec<Day> = account.reports.iter().filter_map(|r| r.published).collect();
    Story {
        label,
        from: days.iter().min().copied(),
        to: days.iter().max().copied(),
        places: account.places.iter().take(5).map(|p| p.name.clone()).collect(),
        title: title::title(account, names),
    }
}

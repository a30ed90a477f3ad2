//! The account of a story: computed from its claims, never stored.

mod confine;
mod notes;
mod statements;
mod summary;
mod timeline;
mod title;

use tawatur_link::{Item, Sameness};
use tawatur_model::{
    Account, AccountReport, Day, EntityEntry, Extraction, NameJudgement, Report, Role, Story, StoryChange,
};

use crate::date::Dated;
use crate::events::Linked;
use crate::judgement::{self, Rulings, rejected};
use crate::names::Names;
use crate::options::Options;

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

/// What a story is called, where that was decided before its account is computed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Label {
    pub(crate) label: String,
    pub(crate) changes: Vec<StoryChange>,
}

/// Computes the account. `left_out` is how many of the story's reports were left out before.
pub(crate) fn compute(
    label: Label,
    reports: &[Report],
    extractions: &[Extraction],
    dated: &Dated,
    (options, left_out): (&Options, usize),
) -> Account {
    let mut rulings = Rulings::default();
    let mut extractions = rejected(&options.judgements, extractions, &mut rulings);
    let mut decided = tawatur_link::settle_places(&mut extractions.iter_mut().collect::<Vec<_>>());
    let extractions = &extractions;
    let material = Material { reports, extractions };
    let items: Vec<Item<'_>> = material.iter().map(|(r, e)| Item::new(r, e)).collect();
    let sameness = Sameness::of(&options.judgements);
    let copies = judgement::copies(&options.judgements, &items, tawatur_link::copies(&items), &mut rulings);
    let series = tawatur_link::series_judged(&items, &copies, &sameness);
    let series = confine::series(series, options, extractions);
    let alarms = judgement::undoubted(&options.judgements, tawatur_link::alarms(&items, &series, &copies));
    let alarms = confine::alarms(alarms, &series, options);
    let gaps = tawatur_link::gaps(&items, &series);
    let entities = tawatur_link::entities_judged(&items, &sameness);
    rulings.names(&options.judgements, &entities, &series);
    decided.extend(entities.judgements);
    let mut account = Account {
        reports: listing(material, dated),
        disagreements: tawatur_link::disagreements(&series),
        contradictions: tawatur_link::contradictions(&items, &entities.people),
        derivations: tawatur_link::derivations(&items),
        track_record: tawatur_link::track_record(&items, &series),
        series,
        people: entities.people,
        organisations: entities.organisations,
        places: entities.places,
        name_judgements: decided.into_iter().map(NameJudgement::from).collect(),
        statements: statements::list(material),
        copies,
        alarms,
        gaps,
        notes: notes::list(material),
        judgements: rulings.applied,
        filter: confine::filter(options, left_out),
        ..Account::default()
    };
    let mut names = Names::read(&extractions.iter().collect::<Vec<_>>());
    account.people.iter().chain(&account.organisations).chain(&account.places).for_each(|e| names.add_entry(e));
    let linked = Linked { items: &items, account: &account, sameness: &sameness, names: &names };
    account.events = crate::events::events(linked);
    account.timeline = timeline::timeline(material, &account, &names);
    confine::timeline(&mut account, options);
    account.story = story(label, &account, &names);
    account.summary = summary::summary(&account, &names);
    account
}

fn listing(material: Material<'_>, dated: &Dated) -> Vec<AccountReport> {
    let reports: Vec<&Report> = material.reports.iter().collect();
    let versions = tawatur_link::versions(&reports);
    let version_of = |i: usize| versions.get(&i).and_then(|v| reports.get(*v)).map(|r| r.id.clone());
    material
        .iter()
        .enumerate()
        .map(|(i, (r, e))| AccountReport { version_of: version_of(i), ..listed(r, e, dated) })
        .collect()
}

fn listed(report: &Report, extraction: &Extraction, dated: &Dated) -> AccountReport {
    AccountReport {
        report: report.id.clone(),
        published: report.published.map(|p| p.day),
        published_from: report.published.map(|p| p.from).unwrap_or_default(),
        published_because: dated.get(&report.id).cloned(),
        outlet: report.outlet.clone(),
        title: report.title.clone().or_else(|| headline(report)),
        version_of: None,
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

fn story(label: Label, account: &Account, names: &Names) -> Story {
    let days: Vec<Day> = account.reports.iter().filter_map(|r| r.published).collect();
    Story {
        label: label.label,
        changes: label.changes,
        from: days.iter().min().copied(),
        to: days.iter().max().copied(),
        places: main_places(account),
        title: title::title(account, names),
    }
}

/// Most places that a story is said to be about.
const MAIN_PLACES: usize = 5;

/// The places that a story is about: those of the country that is named most, and other countries that most reports name.
/// A foreign capital from which somebody speaks is none.
fn main_places(account: &Account) -> Vec<String> {
    let own = account.places.iter().find_map(|p| p.country.as_deref());
    let reports = |p: &EntityEntry| {
        let mut all: Vec<&str> = p.mentions.iter().map(|m| m.report.as_str()).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    };
    let main = |p: &&EntityEntry| {
        let there = p.country.is_none() || p.country.as_deref() == own;
        there || p.precision.as_deref() == Some("country") && reports(p) * 2 > account.reports.len()
    };
    account.places.iter().filter(main).take(MAIN_PLACES).map(|p| p.name.clone()).collect()
}

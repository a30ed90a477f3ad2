//! From reports to accounts: read every report, cut stories, date what has no date, compute each account.

use rayon::prelude::*;
use tawatur_model::{Account, Extraction, Published, Report, StoryChange};

use crate::account::{self, Label};
use crate::date;
use crate::options::Options;

/// The account of a story with what it was computed from.
#[derive(Clone, Debug)]
pub struct StoryAccount {
    /// The account.
    pub account: Account,
    /// Its reports, in the order in which the account lists them.
    pub reports: Vec<Report>,
    /// What was read from each of them, in the same order.
    pub extractions: Vec<Extraction>,
}

/// Reports that one thread reads together at most, and at least.
const MOST: usize = 192;
const FEWEST: usize = 16;

/// How many of so many reports one thread should read together: enough for a layer's code and tables to stay in its caches, few
/// enough for every core to have some.
pub fn together(reports: usize) -> usize {
    reports.div_ceil(2 * rayon::current_num_threads()).clamp(FEWEST, MOST)
}

/// Reads each report, on all cores; what was read stands in the order of the reports.
pub fn extract_all(reports: &[Report]) -> Vec<Extraction> {
    reports.par_chunks(together(reports.len())).flat_map_iter(tawatur_extract::extract_all).collect()
}

/// The accounts of the stories that the reports tell, largest story first. The order of the reports makes no difference.
pub fn accounts(reports: Vec<Report>) -> Vec<StoryAccount> {
    accounts_with(reports, &Options::default())
}

/// As [`accounts`], with people's judgements, and confined to what is asked for. A story of which nothing is left has
/// no account.
pub fn accounts_with(mut reports: Vec<Report>, options: &Options) -> Vec<StoryAccount> {
    sort(&mut reports);
    let extractions = extract_all(&reports);
    let mut read: Vec<(Report, Extraction)> = reports.into_iter().zip(extractions).collect();
    read.iter_mut().for_each(adopt_date);
    let stories = {
        let reports: Vec<&Report> = read.iter().map(|(r, _)| r).collect();
        tawatur_link::group(&reports)
    };
    let mut slots: Vec<Option<(Report, Extraction)>> = read.into_iter().map(Some).collect();
    stories
        .into_iter()
        .map(|story| {
            let members = story.reports.iter().filter_map(|i| slots.get_mut(*i).and_then(Option::take)).collect();
            let label = Label { label: story.label, changes: story.changes.into_iter().map(change).collect() };
            labelled(label, members, |report, _| tawatur_extract::extract(report), options)
        })
        .filter(|story| !story.reports.is_empty())
        .collect()
}

fn change(change: tawatur_link::StoryChange) -> StoryChange {
    let kind = match change.kind {
        tawatur_link::StoryChangeKind::Merged => "merged",
        tawatur_link::StoryChangeKind::Split => "split",
    };
    StoryChange { on: change.on, kind: kind.to_owned(), story: change.other }
}

/// The account of one story from reports with what was read from each, however it was read.
///
/// `read` reads a report anew once its date is known from the others.
pub fn account_of(
    label: String,
    members: Vec<(Report, Extraction)>,
    read: impl Fn(&Report, &Extraction) -> Extraction,
) -> StoryAccount {
    account_with(label, members, read, &Options::default())
}

/// As [`account_of`], with people's judgements, and confined to what is asked for.
pub fn account_with(
    label: String,
    members: Vec<(Report, Extraction)>,
    read: impl Fn(&Report, &Extraction) -> Extraction,
    options: &Options,
) -> StoryAccount {
    labelled(Label { label, changes: Vec::new() }, members, read, options)
}

fn labelled(
    label: Label,
    mut members: Vec<(Report, Extraction)>,
    read: impl Fn(&Report, &Extraction) -> Extraction,
    options: &Options,
) -> StoryAccount {
    members.iter_mut().for_each(adopt_date);
    let dated = date::from_siblings(&mut members, read);
    let all = members.len();
    if let Some(day) = options.as_of {
        members.retain(|(report, _)| report.published.is_some_and(|p| p.day <= day));
    }
    let left_out = all - members.len();
    members.sort_by(|a, b| order(a).cmp(&order(b)));
    let (reports, extractions): (Vec<Report>, Vec<Extraction>) = members.into_iter().unzip();
    let account = account::compute(label, &reports, &extractions, &dated, (options, left_out));
    StoryAccount { account, reports, extractions }
}

/// By id, then by all that is in them, so that no order of the input shows.
fn sort(reports: &mut [Report]) {
    reports.sort_by(|a, b| {
        let key = |r: &Report| (r.id.clone(), r.text.clone(), r.outlet.clone(), r.url.clone(), r.title.clone());
        a.id.cmp(&b.id).then_with(|| key(a).cmp(&key(b)))
    });
}

/// A date that was read from the text is the report's date from here on.
fn adopt_date((report, extraction): &mut (Report, Extraction)) {
    if report.published.is_none() {
        report.published =
            extraction.published.map(|day| Published { day, time: None, from: extraction.published_from });
    }
}

/// Order of publication; undated reports last.
fn order((report, _): &(Report, Extraction)) -> impl Ord {
    let day = report.published.map(|p| (p.day, p.time));
    (day.is_none(), day, report.id.clone())
}

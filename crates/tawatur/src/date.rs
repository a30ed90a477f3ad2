//! Dates a report that has no date from its story's other reports.
//!
//! What speaks for a day: a count that a report of that day gives too, or rounds; quoted words that stand in quotation
//! marks in a report of that day; a running count above one that is already dated; the weekday that the report
//! calls its own. Only reports that are dated by themselves are asked, so that no guess leans on another.

mod evidence;
mod weekday;

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Bilingual, Day, Extraction, Published, PublishedFrom, Report};

use crate::wording::{day as day_in_words, list, say};
use evidence::{Evidence, evidence};

/// What a day needs to be taken.
const ENOUGH: f64 = 2.0;
/// By how much it must lead every other day.
const LEAD: f64 = 0.5;
/// Days of a story whose every day may be an undated report's.
const WINDOW: usize = 31;
/// At most this many reasons are given.
const REASONS: usize = 4;

/// How reports came by a date that they do not carry, by report id.
pub(crate) type Dated = BTreeMap<String, Bilingual>;

/// Dates the undated of a story's reports and reads them anew, so that their "today" has a day.
pub(crate) fn from_siblings(
    members: &mut [(Report, Extraction)],
    read: impl Fn(&Report, &Extraction) -> Extraction,
) -> Dated {
    let found: Vec<(usize, Option<(Day, Bilingual)>)> = members
        .iter()
        .enumerate()
        .filter(|(_, (report, _))| report.published.is_none())
        .map(|(i, undated)| (i, date(undated, members)))
        .collect();
    let mut dated = Dated::new();
    for (i, day) in found {
        let Some((report, extraction)) = members.get_mut(i) else { continue };
        match day {
            Some((day, because)) => {
                dated.insert(report.id.clone(), because);
                report.published = Some(Published { day, time: None, from: PublishedFrom::Siblings });
                *extraction = read(report, extraction);
                extraction.published = Some(day);
                extraction.published_from = PublishedFrom::Siblings;
            }
            None => {
                dated.insert(report.id.clone(), say("date.undated", &[]));
            }
        }
    }
    dated
}

fn date(undated: &(Report, Extraction), members: &[(Report, Extraction)]) -> Option<(Day, Bilingual)> {
    let siblings: Vec<_> = members.iter().filter(|(r, _)| r.published.is_some()).collect();
    let all = evidence(undated, &siblings);
    let days: BTreeMap<Day, f64> =
        candidates(&siblings).into_iter().map(|d| (d, all.iter().map(|e| e.weight_for(d)).sum())).collect();
    let (day, best) = days.iter().max_by(|a, b| a.1.total_cmp(b.1)).map(|(d, w)| (*d, *w))?;
    let second = days.iter().filter(|(d, _)| **d != day).map(|(_, w)| *w).fold(0.0, f64::max);
    let direct = all.iter().any(|e| e.points_to(day));
    (direct && best >= ENOUGH && best >= second + LEAD).then(|| (day, because(day, &all)))
}

/// The days of the dated reports and those between them; of a long story only the former.
fn candidates(siblings: &[&(Report, Extraction)]) -> BTreeSet<Day> {
    let mut days: BTreeSet<Day> = siblings.iter().filter_map(|(r, _)| r.published).map(|p| p.day).collect();
    if let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) {
        let between = first.series(jiff::Span::new().days(1)).take_while(|d| *d <= last);
        if days.len() <= WINDOW && between.clone().count() <= WINDOW {
            days.extend(between);
        }
    }
    days
}

fn because(day: Day, all: &[Evidence]) -> Bilingual {
    let mut reasons: Vec<&Evidence> = all.iter().filter(|e| e.weight_for(day) > 0.0).collect();
    reasons.sort_by(|a, b| b.weight_for(day).total_cmp(&a.weight_for(day)));
    let mut words: Vec<Bilingual> = Vec::new();
    for reason in reasons {
        let text = reason.in_words(day);
        if words.len() < REASONS && !words.contains(&text) {
            words.push(text);
        }
    }
    say("date.siblings", &[("day", &day_in_words(day)), ("reasons", &list(&words))])
}

#[cfg(test)]
mod tests;

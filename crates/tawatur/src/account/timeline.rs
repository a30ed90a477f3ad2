//! The timeline: counts, events and key statements by day, each said only as its claims say it.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_link::Item;
use tawatur_model::{
    Account, Bilingual, Day, EventEntry, Point, Quantity, RelationKind, Report, Series, SpeechMode, Statement,
    TimelineEntry,
};

use super::{Material, statements};
use crate::names::{Names, folded};
use crate::wording::{Count, count, say, verbatim};

/// Days before a story's first report in which its events may lie.
const BEFORE: i64 = 31;
/// Letters of a quoted passage in an entry.
const WORDS: usize = 180;
/// Statements of one day that are key.
const STATEMENTS: usize = 4;

/// Entries by date; those of one date by the number of their independent origins.
pub(super) fn timeline(material: Material<'_>, account: &Account, names: &Names) -> Vec<TimelineEntry> {
    let mut all = figures(account, names);
    all.extend(events(material, account));
    all.extend(said(material, names));
    let items: Vec<Item<'_>> = material.iter().map(|(r, e)| Item::new(r, e)).collect();
    let figures = crate::events::figures(&items);
    let weights: BTreeMap<&str, _> =
        account.events.iter().map(|e| (e.id.as_str(), crate::events::weight(e, &figures))).collect();
    all.sort_by_cached_key(|e| {
        let weight = e.event.as_deref().and_then(|id| weights.get(id)).copied().unwrap_or_default();
        let claims = (std::cmp::Reverse(e.claims.len()), e.claims.clone());
        let origins = std::cmp::Reverse(e.independent_origins);
        (e.date.clone(), origins, rank(&e.kind), std::cmp::Reverse(weight), claims)
    });
    all
}

fn rank(kind: &str) -> u8 {
    match kind {
        "event" => 0,
        "figure" => 1,
        _ => 2,
    }
}

fn figures(account: &Account, names: &Names) -> Vec<TimelineEntry> {
    let points = account
        .series
        .iter()
        .flat_map(|s| s.points.iter().enumerate().filter(|(i, _)| !is_echo(s, *i)).map(move |(_, p)| (s, p)));
    let dated = points.filter_map(|(s, p)| p.as_of.map(|d| (s, p, d)));
    dated
        .map(|(series, point, day)| TimelineEntry {
            date: day.to_string(),
            precision: "day".to_owned(),
            text: figure(series.question.quantity, series.question.place.as_deref(), point, names),
            claims: point.claims.clone(),
            independent_origins: point.independent_origins,
            kind: "figure".to_owned(),
            ..TimelineEntry::default()
        })
        .collect()
}

/// Whether a count only echoes another one: a rounding of it, or a replaced count printed again.
fn is_echo(series: &Series, point: usize) -> bool {
    let echoes = |kind| matches!(kind, RelationKind::Rounds | RelationKind::StaleRepeat);
    series.relations.iter().any(|r| r.from == point && echoes(r.kind))
}

/// "7,989 موقوفاً في كازاخستان، بحسب وزارة الداخلية".
fn figure(quantity: Quantity, place: Option<&str>, point: &Point, names: &Names) -> Bilingual {
    let mut what = count(Count::of_point(quantity, point));
    if let Some(who) = point.who.as_deref() {
        what = say("source.of-who", &[("what", &what), ("who", &verbatim(who))]);
    }
    if let Some(place) = point.place.as_deref().or(place) {
        what = say("source.in-place", &[("what", &what), ("place", &names.name(place))]);
    }
    match point.origin.as_deref() {
        Some(origin) => say("source.according-to", &[("what", &what), ("who", &names.oblique(origin))]),
        None => what,
    }
}

/// The events of the story's own days that happened, with who carries each and why it stands where it does.
fn events(material: Material<'_>, account: &Account) -> Vec<TimelineEntry> {
    let published = || material.reports.iter().filter_map(|r| r.published).map(|p| p.day);
    let days = published().min().zip(published().max());
    let rules: BTreeMap<String, (&str, usize)> = material
        .iter()
        .flat_map(|(r, e)| e.events.iter().map(|v| (format!("{}#{}", r.id, v.id), (v.rule.as_str(), v.figures.len()))))
        .collect();
    let told = account.events.iter().filter(|e| happened(e) && !is_count(e, &rules));
    told.filter_map(|event| {
        let date = event.date.as_ref().filter(|d| is_of_story(d, days))?;
        Some(TimelineEntry {
            date: date.clone(),
            precision: precision(date).to_owned(),
            text: event.text.clone(),
            claims: event.claims.clone(),
            independent_origins: event.independent_origins,
            kind: "event".to_owned(),
            because: Some(event.because.clone()),
            event: Some(event.id.clone()),
            disagreements: event.disagreements.clone(),
        })
    })
    .collect()
}

/// Events that are told as having happened, by somebody or to somebody, or of which the kind says all.
fn happened(event: &EventEntry) -> bool {
    let parties = event.actor.is_some() || event.recipient.is_some();
    event.aux.is_empty()
        && (parties
            || event.place.is_some()
            || matches!(event.mode.first().map(String::as_str), Some("emergency" | "curfew")))
}

/// Harm that a figure tells by itself.
fn is_count(event: &EventEntry, rules: &BTreeMap<String, (&str, usize)>) -> bool {
    event.claims.iter().all(|c| {
        rules.get(c).is_some_and(|(rule, figures)| {
            matches!(*rule, "event-kill" | "event-injure" | "event-martyr" | "event-arrest" | "event-evacuate")
                && *figures > 0
        })
    })
}

/// Whether a date lies in the story's days or the month before them: what is older is background.
fn is_of_story(date: &str, days: Option<(Day, Day)>) -> bool {
    let (Ok(day), Some((first, last))) = (date.get(..10).unwrap_or(date).parse::<Day>(), days) else { return false };
    let month_before = first.checked_sub(jiff::Span::new().days(BEFORE)).unwrap_or(first);
    month_before <= day && day <= last
}

/// Size of an ISO date.
fn precision(date: &str) -> &'static str {
    match date.len() {
        0..=4 => "year",
        8 if date.contains('W') => "week",
        5..=8 => "month",
        _ => "day",
    }
}

/// Key statements: quoted words of a named speaker, the longest of each day.
fn said(material: Material<'_>, names: &Names) -> Vec<TimelineEntry> {
    let mut days: BTreeMap<String, Vec<(usize, TimelineEntry)>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (report, extraction) in material.iter() {
        for statement in extraction.statements.iter().filter(|s| s.mode == SpeechMode::Direct) {
            let words = statements::content(report, statement);
            if words.is_empty() || !seen.insert((statement.speaker.as_deref().map(folded), folded(&words))) {
                continue;
            }
            if let Some(entry) = statement_entry(report, statement, &words, names) {
                days.entry(entry.date.clone()).or_default().push((words.chars().count(), entry));
            }
        }
    }
    days.into_values().flat_map(key_statements).collect()
}

fn key_statements(mut day: Vec<(usize, TimelineEntry)>) -> Vec<TimelineEntry> {
    day.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.claims.cmp(&b.1.claims)));
    day.truncate(STATEMENTS);
    day.into_iter().map(|(_, entry)| entry).collect()
}

fn statement_entry(report: &Report, statement: &Statement, words: &str, names: &Names) -> Option<TimelineEntry> {
    let (day, speaker) = (statement.said_on?, statement.speaker.as_deref()?);
    let words = verbatim(&shortened(trim_marks(words)));
    let words = say("source.quoted", &[("words", &words)]);
    Some(TimelineEntry {
        date: day.to_string(),
        precision: "day".to_owned(),
        text: say("source.said", &[("who", &names.name(speaker)), ("words", &words)]),
        claims: vec![format!("{}#{}", report.id, statement.id)],
        independent_origins: 1,
        kind: "statement".to_owned(),
        ..TimelineEntry::default()
    })
}

fn trim_marks(words: &str) -> &str {
    words.trim_matches(|c: char| {
        matches!(c, '"' | '«' | '»' | '“' | '”' | '\'' | '’' | '‘' | '.' | '،') || c.is_whitespace()
    })
}

/// The words on one line, cut after a word where they are long.
fn shortened(words: &str) -> String {
    let mut out = String::new();
    let mut letters = 0;
    for word in words.split_whitespace() {
        letters += word.chars().count() + 1;
        if letters > WORDS && !out.is_empty() {
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_their_size() {
        assert_eq!(precision("2022"), "year");
        assert_eq!(precision("2022-01"), "month");
        assert_eq!(precision("2022-W01"), "week");
        assert_eq!(precision("2022-01-08"), "day");
    }

    #[test]
    fn long_words_are_cut_after_a_word() {
        let long = "كلمة ".repeat(60);
        let cut = shortened(&long);
        assert!(cut.ends_with("كلمة…") && cut.chars().count() <= WORDS + 1);
        assert_eq!(shortened("a\n b"), "a b");
    }
}

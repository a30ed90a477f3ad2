//! The timeline: counts, events and key statements by day, each said only as its claims say it.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{
    Account, Bilingual, Day, Event, Modality, Point, Quantity, RelationKind, Report, Series, SpeechMode, Statement,
    TimelineEntry,
};

use super::{Material, statements};
use crate::names::{Names, folded};
use crate::wording::{Count, count, say, verbatim, wording};

/// Words that an event's quote must have to be told by it.
const EVENT_WORDS: usize = 3;
/// Days before a story's first report in which its events may lie.
const BEFORE: i64 = 31;
/// Letters of a quoted passage in an entry.
const WORDS: usize = 180;
/// Statements of one day that are key.
const STATEMENTS: usize = 4;

/// Entries by date; those of one date by the number of their independent origins.
pub(super) fn timeline(material: Material<'_>, account: &Account, names: &Names) -> Vec<TimelineEntry> {
    let mut all = figures(account, names);
    all.extend(events(material, names));
    all.extend(said(material, names));
    all.sort_by(|a, b| {
        let key = |e: &TimelineEntry| (e.date.clone(), std::cmp::Reverse(e.independent_origins), rank(&e.kind));
        key(a).cmp(&key(b)).then_with(|| a.claims.cmp(&b.claims))
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

/// What makes two events of different reports one.
type EventKey = (String, String, Vec<String>, String, String);

fn events(material: Material<'_>, names: &Names) -> Vec<TimelineEntry> {
    let published = || material.reports.iter().filter_map(|r| r.published).map(|p| p.day);
    let days = published().min().zip(published().max());
    let mut groups: BTreeMap<EventKey, Vec<(&Report, &Event)>> = BTreeMap::new();
    for (report, extraction) in material.iter() {
        for event in extraction.events.iter().filter(|e| happened(e)) {
            let Some(date) = event.date.as_ref().filter(|d| is_of_story(d, days)) else { continue };
            let party = |p: &Option<tawatur_model::Party>| p.as_ref().map_or_else(String::new, |p| folded(&p.name));
            let key = (date.clone(), event.kind.clone(), event.mode.clone(), party(&event.actor), party(&event.target));
            groups.entry(key).or_default().push((report, event));
        }
    }
    groups.iter().filter_map(|(key, members)| event_entry(key, members, names)).collect()
}

/// Events that are told as having happened, by somebody or to somebody, in words that do more than name him.
fn happened(event: &Event) -> bool {
    event.modality == Modality::Asserted
        && event.aux.is_empty()
        && (event.actor.is_some() || event.target.is_some())
        && event.quote.split_whitespace().count() >= EVENT_WORDS
        && !event.actor.iter().chain(&event.target).any(|p| p.range.is_some_and(|r| r.contains(event.range)))
}

/// Whether a date lies in the story's days or the month before them: what is older is background.
fn is_of_story(date: &str, days: Option<(Day, Day)>) -> bool {
    let (Ok(day), Some((first, last))) = (date.get(..10).unwrap_or(date).parse::<Day>(), days) else { return false };
    let month_before = first.checked_sub(jiff::Span::new().days(BEFORE)).unwrap_or(first);
    month_before <= day && day <= last
}

fn event_entry(key: &EventKey, members: &[(&Report, &Event)], names: &Names) -> Option<TimelineEntry> {
    let (_, first) = members.first()?;
    let origins: BTreeSet<String> = members.iter().map(|(r, e)| voice(r, e)).collect();
    let kind = event_kind(&first.kind);
    Some(TimelineEntry {
        date: key.0.clone(),
        precision: precision(&key.0).to_owned(),
        text: Bilingual::new(
            say("event.told", &[("kind", &kind), ("words", &verbatim(&shortened(&first.quote)))]).ar,
            event_in_english(&kind, first, names),
        ),
        claims: members.iter().map(|(r, e)| format!("{}#{}", r.id, e.id)).collect(),
        independent_origins: origins.len(),
        kind: "event".to_owned(),
    })
}

/// Whose voice tells of an event: the chain's origin, else the outlet, else the report itself.
fn voice(report: &Report, event: &Event) -> String {
    let named = event.chain.first().map(|h| h.name.as_str()).or(report.outlet.as_deref());
    folded(named.unwrap_or(&report.id))
}

fn event_kind(kind: &str) -> Bilingual {
    let key = format!("event.{kind}");
    if wording().has(&key) { say(&key, &[]) } else { verbatim(kind) }
}

/// "Arrest: security forces → 5 men (Wadi Salam): «the report's words»".
fn event_in_english(kind: &Bilingual, event: &Event, names: &Names) -> String {
    let name = |p: &tawatur_model::Party| names.name(&p.name).en;
    let mut parties: Vec<String> = event.actor.iter().chain(&event.target).map(name).collect();
    if parties.is_empty() {
        parties.extend(event.place.iter().map(|p| names.name(p).en));
    }
    let words = verbatim(&shortened(&event.quote));
    let what = match parties.is_empty() {
        true => kind.en.clone(),
        false => format!("{} ({})", kind.en, parties.join(" → ")),
    };
    say("event.told", &[("kind", &Bilingual::new("", what)), ("words", &words)]).en
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

//! The account in a few sentences. Each is put together from claims and says nothing else.

use tawatur_model::{
    Account, Bilingual, EventEntry, Mode, Point, Quantity, RelationKind, Sentence, Series, TimelineEntry,
};

use crate::names::Names;
use crate::wording::{Count, count, day, list, noun_count, say, short_day};

/// Events that the summary tells.
const EVENTS: usize = 4;
/// Questions that the summary answers.
const QUESTIONS: usize = 4;

/// What was read, the standing answer to each main question, the main events, what stands against it.
pub(super) fn summary(account: &Account, names: &Names) -> Vec<Sentence> {
    let mut sentences = vec![read(account)];
    let mut main: Vec<&Series> = account.series.iter().filter(|s| s.question.who.is_none()).collect();
    main.sort_by_key(|s| std::cmp::Reverse(importance(s)));
    let mut asked: Vec<Quantity> = Vec::new();
    for series in main {
        if asked.len() < QUESTIONS && !asked.contains(&series.question.quantity) {
            asked.push(series.question.quantity);
            sentences.extend(answer(series, names));
        }
    }
    sentences.extend(events(account));
    sentences.extend(copies(account));
    sentences
}

/// The events of the timeline that most origins and reports carry, in order of time.
fn events(account: &Account) -> Vec<Sentence> {
    let mut found: Vec<(&TimelineEntry, &EventEntry)> = account
        .timeline
        .iter()
        .filter_map(|t| account.events.iter().find(|e| Some(&e.id) == t.event.as_ref()).map(|e| (t, e)))
        .filter(|(_, e)| e.part_of.is_none() && is_weighty(&e.kind))
        .collect();
    found.sort_by_key(|(t, e)| std::cmp::Reverse((e.carriers, t.independent_origins, e.figures.len())));
    found.truncate(EVENTS);
    found.sort_by(|a, b| a.0.date.cmp(&b.0.date));
    found.into_iter().map(|(entry, event)| told(entry, event)).collect()
}

fn told(entry: &TimelineEntry, event: &EventEntry) -> Sentence {
    let when = entry.date.parse().map_or_else(|_| crate::wording::verbatim(&entry.date), short_day);
    let text = say("summary.event", &[("day", &when), ("event", &event.text), ("because", &event.because)]);
    Sentence { text, claims: event.claims.clone() }
}

/// Deeds, rather than words about them.
fn is_weighty(kind: &str) -> bool {
    !matches!(kind, "CONSULT" | "ACCUSE" | "REQUEST" | "SUPPORT" | "REJECT" | "THREATEN" | "AGREE")
}

/// Deaths first, then what most claims answer.
fn importance(series: &Series) -> (bool, usize) {
    let claims = series.points.iter().map(|p| p.claims.len()).sum();
    (series.question.quantity == Quantity::Killed, claims)
}

fn read(account: &Account) -> Sentence {
    let reports = noun_count("report", account.reports.len());
    let mut outlets: Vec<&str> = account.reports.iter().filter_map(|r| r.outlet.as_deref()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let what = match outlets.len() {
        0 => reports,
        n => say("summary.outlets", &[("reports", &reports), ("outlets", &noun_count("outlet", n))]),
    };
    let text = match (account.story.from, account.story.to) {
        (Some(from), Some(to)) if from != to => {
            say("summary.days", &[("what", &what), ("from", &day(from)), ("to", &day(to))])
        }
        (Some(from), _) => say("summary.day", &[("what", &what), ("day", &day(from))]),
        _ => say("summary.no-day", &[("what", &what)]),
    };
    Sentence { text, claims: Vec::new() }
}

/// The points that nothing replaces, rounds or belongs into, the newest of them first, with what they replaced.
fn answer(series: &Series, names: &Names) -> Option<Sentence> {
    let standing = whole(series, standing(series));
    let newest = standing.iter().filter_map(|i| series.points.get(*i)).max_by_key(|p| (p.as_of, p.claims.len()))?;
    let of_day: Vec<&Point> =
        standing.iter().filter_map(|i| series.points.get(*i)).filter(|p| p.as_of == newest.as_of).collect();
    let mut said = by_value(series, &of_day, names);
    said.truncate(3);
    let place = series.question.place.as_deref();
    let mut text = match place {
        Some(place) => say("summary.in-place", &[("place", &names.name(place)), ("said", &list(&said))]),
        None => say("summary.nowhere", &[("said", &list(&said))]),
    };
    let earlier = earlier(series);
    if !earlier.is_empty() {
        text = say("summary.earlier", &[("text", &text), ("earlier", &list(&earlier))]);
    }
    let text = say("summary.sentence", &[("text", &text)]);
    Some(Sentence { text, claims: of_day.iter().flat_map(|p| p.claims.clone()).collect() })
}

fn standing(series: &Series) -> Vec<usize> {
    let falls = |i: usize| {
        series.relations.iter().any(|r| match r.kind {
            RelationKind::Supersedes | RelationKind::Denies | RelationKind::Retracts => r.to == i,
            RelationKind::PartOf | RelationKind::Rounds | RelationKind::StaleRepeat => r.from == i,
            RelationKind::Disagrees | RelationKind::OriginDiffers => false,
        })
    };
    // A count that repeats a replaced one stands no more than that one does.
    let value = |i: usize| series.points.get(i).map(|p| (p.low, p.high));
    let replaced: Vec<_> = (0..series.points.len()).filter(|i| is_replaced(series, *i)).map(value).collect();
    (0..series.points.len()).filter(|i| !falls(*i) && !replaced.contains(&value(*i))).collect()
}

fn is_replaced(series: &Series, point: usize) -> bool {
    series.relations.iter().any(|r| r.to == point && r.kind == RelationKind::Supersedes)
}

/// Of the standing points those that answer the whole question, and the exact ones if there are any.
fn whole(series: &Series, standing: Vec<usize>) -> Vec<usize> {
    let point = |i: &usize| series.points.get(*i);
    let whole: Vec<usize> =
        standing.into_iter().filter(|i| point(i).is_some_and(|p| p.who.is_none() && p.place.is_none())).collect();
    let said: Vec<usize> = whole.iter().copied().filter(|i| point(i).is_some_and(|p| p.mode != Mode::Vague)).collect();
    if said.is_empty() { whole } else { said }
}

/// Each value once, with all who say it.
fn by_value(series: &Series, points: &[&Point], names: &Names) -> Vec<Bilingual> {
    let mut values: Vec<(Bilingual, Vec<Bilingual>)> = Vec::new();
    for point in points {
        let what = count(Count::of_point(series.question.quantity, point));
        let what = match point.as_of {
            Some(day) => say("summary.dated", &[("what", &what), ("day", &short_day(day))]),
            None => what,
        };
        let who = point.origin.as_deref().map(|o| names.oblique(o));
        match values.iter_mut().find(|(known, _)| *known == what) {
            Some((_, origins)) => origins.extend(who.filter(|w| !origins.contains(w))),
            None => values.push((what, who.into_iter().collect())),
        }
    }
    let said = |(what, origins): (Bilingual, Vec<Bilingual>)| match origins.is_empty() {
        true => what,
        false => say("summary.said-by", &[("what", &what), ("who", &list(&origins))]),
    };
    values.into_iter().map(said).collect()
}

/// Replaced counts in order of time, each value once.
fn earlier(series: &Series) -> Vec<Bilingual> {
    let whole = |p: &Point| p.who.is_none() && p.place.is_none() && p.mode != Mode::Vague;
    let mut found: Vec<Bilingual> = Vec::new();
    for (_, point) in series.points.iter().enumerate().filter(|(i, p)| is_replaced(series, *i) && whole(p)) {
        let value = count(Count::of_point(series.question.quantity, point));
        let text = match point.as_of {
            Some(day) => say("summary.dated", &[("what", &value), ("day", &short_day(day))]),
            None => value,
        };
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

fn copies(account: &Account) -> Option<Sentence> {
    let unnamed = account.copies.iter().filter(|c| c.source.is_none()).count();
    (unnamed > 0).then(|| {
        let text = say("summary.copies", &[("passages", &noun_count("passage", unnamed))]);
        Sentence { text, claims: Vec::new() }
    })
}

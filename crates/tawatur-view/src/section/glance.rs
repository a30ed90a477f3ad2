//! What a reader in a hurry sees: the summary's sentences and the last word on each figure.

use tawatur_model::{Mode, Point, RelationKind, Series};

use crate::chart::{State, states, voice};
use crate::claims::quote;
use crate::date;
use crate::html::{Both, Html};
use crate::index::Index;
use crate::number::quantity;
use crate::words::{filled, words};

/// A sentence of the summary with the words that it rests on.
pub(crate) struct SentenceView {
    pub(crate) text: Both,
    pub(crate) sources: Vec<Html>,
}

/// The last word on one figure.
pub(crate) struct Glance {
    pub(crate) href: String,
    pub(crate) label: Both,
    pub(crate) value: Both,
    pub(crate) origin: Both,
    pub(crate) date: Option<Both>,
    pub(crate) independent: Both,
    pub(crate) disputed: bool,
}

/// Most figures that are shown so.
const MOST: usize = 6;

pub(crate) fn summary(index: &Index<'_>) -> Vec<SentenceView> {
    let sentence = |s: &tawatur_model::Sentence| {
        let mut seen = std::collections::BTreeSet::new();
        let found = index.claims(&s.claims).into_iter().filter(|f| seen.insert(f.source.number));
        let cite = |f: crate::index::Found<'_, '_>| crate::claims::cited(index, f.source, &index.anchor(f));
        SentenceView { text: Both::prose(&s.text), sources: found.take(6).map(cite).collect() }
    };
    index.account.summary.iter().map(sentence).collect()
}

pub(crate) fn glances(index: &Index<'_>) -> Vec<Glance> {
    let series = index.account.series.iter().enumerate();
    series.filter_map(|(i, series)| glance(index, i, series)).take(MOST).collect()
}

fn glance(index: &Index<'_>, number: usize, series: &Series) -> Option<Glance> {
    let at = leading(series)?;
    let point = series.points.get(at)?;
    let against = |r: &tawatur_model::Relation| r.kind == RelationKind::Disagrees && (r.from == at || r.to == at);
    Some(Glance {
        href: series_anchor(index, number),
        label: Both::prose(&series.question.text),
        value: quantity(point.low, point.high, point.mode, &point.unit),
        origin: voice(point).map_or_else(|| words("outlets-own"), |name| index.name(name)),
        date: point.as_of.map(date::day),
        independent: corroboration(point),
        disputed: series.relations.iter().any(against),
    })
}

/// The point to show for a series: one that nothing replaces and that is no part, rounding or repeat; of those
/// the ones for the whole question before narrower ones, said by number before vague ones, then the newest, then
/// the one that replaces another.
pub(crate) fn leading(series: &Series) -> Option<usize> {
    let states = states(series);
    let points = || series.points.iter().enumerate();
    let replaces = |at| series.relations.iter().any(|r| r.from == at && r.kind == RelationKind::Supersedes);
    let rank = |(i, point): &(usize, &Point)| {
        let whole = point.place.is_none() && point.who.is_none();
        (whole, point.mode != Mode::Vague, point.as_of, replaces(*i), point.independent_origins, point.claims.len(), *i)
    };
    let current = points().filter(|(i, _)| states.get(*i) == Some(&State::Current)).max_by_key(rank);
    current.or_else(|| points().max_by_key(rank)).map(|(i, _)| i)
}

/// "3 independent origins".
pub(crate) fn origins(count: usize) -> Both {
    match count {
        0 => words("origins-none"),
        1 => words("origins-one"),
        2 => words("origins-two"),
        _ => filled("origins-many", &[Both::of(|_| crate::number::ltr(&count.to_string()))]),
    }
}

/// "2 independent origins, 31 carriers".
pub(crate) fn corroboration(point: &Point) -> Both {
    support(point.independent_origins, point.carriers.max(point.reports.len().min(1)))
}

/// How many independent origins and how many carriers, in words.
pub(crate) fn support(independent: usize, carriers: usize) -> Both {
    let number = Both::of(|_| crate::number::ltr(&carriers.to_string()));
    let carried = match carriers {
        1 => words("carriers-one"),
        2 => words("carriers-two"),
        3..=10 => filled("carriers-few", &[number]),
        _ => filled("carriers-many", &[number]),
    };
    filled("corroboration", &[origins(independent), carried])
}

/// The page's id for a series.
pub(crate) fn series_anchor(index: &Index<'_>, number: usize) -> String {
    format!("q{}-{number}", index.number)
}

/// The words of the first claims, as links, and how many more there are.
pub(crate) fn first_quotes(index: &Index<'_>, references: &[String], most: usize) -> (Vec<Html>, usize) {
    let found = index.claims(references);
    (found.iter().take(most).map(|f| quote(index, *f)).collect(), found.len().saturating_sub(most))
}

//! The figures: a chart and a table for each question.

use tawatur_model::{Mode, Point, Relation, RelationKind, Series};

use super::glance::series_anchor;
use super::row::{RowView, row};
use crate::Language;
use crate::chart::{State, chart, part_bar, states, strip};
use crate::html::{Both, Html};
use crate::index::Index;
use crate::number::{middle, quantity};
use crate::words::{filled, word, words};

/// One question with its answers.
pub(crate) struct SeriesView {
    pub(crate) id: String,
    pub(crate) heading: Both,
    pub(crate) drawing: Html,
    pub(crate) legend: Vec<(Html, Both)>,
    pub(crate) parts: Vec<PartView>,
    pub(crate) rows: Vec<RowView>,
}

/// A count that is a part of another.
pub(crate) struct PartView {
    pub(crate) bar: Html,
    pub(crate) text: Both,
    pub(crate) scope: Vec<Both>,
    pub(crate) note: Both,
}

/// The questions with several answers, and those with one.
pub(crate) fn series(index: &Index<'_>) -> (Vec<SeriesView>, Vec<SeriesView>) {
    let all = index.account.series.iter().enumerate();
    let with_points = all.filter(|(_, series)| !series.points.is_empty());
    let (several, single): (Vec<_>, Vec<_>) = with_points.partition(|(_, series)| series.points.len() > 1);
    let view = |(number, series): (usize, &Series)| view(index, number, series);
    (several.into_iter().map(view).collect(), single.into_iter().map(view).collect())
}

fn view(index: &Index<'_>, number: usize, series: &Series) -> SeriesView {
    let states = states(series);
    let drawn = states.iter().filter(|state| !state.is_drawn_apart()).count() > 1;
    let row = |(i, point)| row(index, series, i, point, states.get(i).copied().unwrap_or(State::Current));
    SeriesView {
        id: series_anchor(index, number),
        heading: Both::prose(&series.question.text),
        drawing: if drawn { charts(index, series) } else { strips(series) },
        legend: if drawn { legend(series, &states) } else { Vec::new() },
        parts: parts(index, series, &states),
        rows: series.points.iter().enumerate().map(row).collect(),
    }
}

fn charts(index: &Index<'_>, series: &Series) -> Html {
    let each = Language::ALL.map(|language| {
        let question = match language {
            Language::Arabic => &series.question.text.ar,
            Language::English => &series.question.text.en,
        };
        let name = word("chart-name", language).replace("{}", question);
        chart(index, series, language, &name)
    });
    Html(each.concat())
}

fn strips(series: &Series) -> Html {
    let Some(point) = series.points.first() else { return Html::default() };
    Html(Language::ALL.map(|language| strip(point, language)).concat())
}

/// What the signs of the chart mean, only of those that it shows.
fn legend(series: &Series, states: &[State]) -> Vec<(Html, Both)> {
    let mode = |modes: &[Mode]| series.points.iter().any(|p| modes.contains(&p.mode));
    let state = |state: State| states.contains(&state);
    let relation = |kind: RelationKind| series.relations.iter().any(|r| r.kind == kind);
    let shown = [
        ("now", true),
        ("old", state(State::Superseded)),
        ("round", state(State::Rounding)),
        ("stale", state(State::Stale)),
        ("soft", mode(&[Mode::About])),
        ("whisk", mode(&[Mode::Over, Mode::AtLeast, Mode::Under, Mode::UpTo])),
        ("hatch", mode(&[Mode::Vague])),
        ("band", mode(&[Mode::Between])),
        ("next", relation(RelationKind::Supersedes)),
        ("against", relation(RelationKind::Disagrees)),
    ];
    shown.into_iter().filter(|(_, shown)| *shown).map(|(id, _)| (glyph(id), words(&format!("key-{id}")))).collect()
}

fn glyph(id: &str) -> Html {
    let inside = match id {
        "now" => r#"<circle class="dot now o0" cx="11" cy="8" r="5"/>"#,
        "old" => r#"<circle class="dot old o0" cx="11" cy="8" r="4"/>"#,
        "round" => r#"<circle class="dot round o0" cx="11" cy="8" r="4"/>"#,
        "stale" => {
            r#"<circle class="dot stale o0" cx="11" cy="8" r="4"/><text class="sign stale" x="11" y="11.5" text-anchor="middle">&#x21bb;</text>"#
        }
        "soft" => r#"<rect class="soft o0" x="1" y="1" width="20" height="14" rx="7"/>"#,
        "whisk" => r#"<path class="whisk o0" d="M11 15V2M7 6l4-4 4 4"/>"#,
        "hatch" => r#"<rect class="hatch o0" x="6" y="1" width="10" height="14" rx="2"/>"#,
        "band" => r#"<rect class="band o0" x="6" y="1" width="10" height="14" rx="2"/>"#,
        "next" => r#"<path class="next" d="M1 8H21"/>"#,
        _ => r#"<path class="against" d="M1 8H21"/>"#,
    };
    Html(format!(r#"<svg width="22" height="16" aria-hidden="true" direction="ltr">{inside}</svg>"#))
}

fn parts(index: &Index<'_>, series: &Series, states: &[State]) -> Vec<PartView> {
    let parts =
        series.relations.iter().filter(|r| r.kind == RelationKind::PartOf).filter_map(|r| part(index, series, r));
    let apart = series.points.iter().zip(states).filter(|(_, state)| **state == State::Apart);
    parts.chain(apart.map(|(point, _)| apart_view(index, point))).collect()
}

fn part(index: &Index<'_>, series: &Series, relation: &Relation) -> Option<PartView> {
    let (part, whole) = (series.points.get(relation.from)?, series.points.get(relation.to)?);
    let bar = match (middle(part.low, part.high), middle(whole.low, whole.high)) {
        (Some(p), Some(w)) if p <= w => Language::ALL.map(|language| part_bar(p, w, language)).concat(),
        _ => String::new(),
    };
    Some(PartView {
        bar: Html(bar),
        text: filled("part-of-whole", &[said(part), said(whole)]),
        scope: scope(index, part),
        note: Both::default(),
    })
}

fn apart_view(index: &Index<'_>, point: &Point) -> PartView {
    let text = if point.increment { filled("added", &[said(point)]) } else { said(point) };
    let note = point.note.as_ref().map(Both::prose).unwrap_or_default();
    PartView { bar: Html::default(), text, scope: scope(index, point), note }
}

fn said(point: &Point) -> Both {
    quantity(point.low, point.high, point.mode, &point.unit)
}

fn scope(index: &Index<'_>, point: &Point) -> Vec<Both> {
    point.place.iter().chain(&point.who).map(|name| index.name(name)).collect()
}

//! Figures: a block a question, a row a point, its relations in words below it.

use tawatur::Names;
use tawatur::model::{Bilingual, Point, Relation, RelationKind, Series};
use tawatur::wording::{list, noun_count, short_day, verbatim};

use super::page::{Cell, Page};
use super::style::{PLAIN, QUIET, STRONG, VALUE};
use super::text::width;
use super::words::{say, value};

/// Columns that a name gets at least.
const NAME: usize = 12;
/// Columns of a date.
const DATE: usize = 10;

/// Writes all series.
pub(super) fn print(page: &mut Page, all: &[Series], names: &Names) {
    if all.is_empty() {
        return;
    }
    page.heading(&say("part.series", &[]));
    for series in all {
        page.gap();
        page.say(&series.question.text, 0, STRONG);
        let columns = Columns::of(page, series, names);
        for at in 0..series.points.len() {
            point(page, series, at, &columns, names);
        }
    }
}

/// Widths of the columns of one table.
struct Columns {
    value: usize,
    origin: usize,
    carried: usize,
}

impl Columns {
    fn of(page: &Page, series: &Series, names: &Names) -> Self {
        let widest = |text: &dyn Fn(&Point) -> Bilingual| {
            series.points.iter().map(|p| width(page.pick(&text(p)))).max().unwrap_or(0)
        };
        let value = widest(&|p| value(series.question.quantity, p)).clamp(6, 20);
        // What stands before it, and the least that a name needs, come first.
        let left = page.width().saturating_sub(2 + DATE + 2 + value + 2 + NAME + 2);
        let carried = widest(&carried).min(38).min(left.max(8));
        let room = page.width().saturating_sub(2 + DATE + 2 + value + 2 + 2 + carried);
        let origin = widest(&|p| origin(p, names)).min(room).max(NAME);
        Self { value, origin, carried }
    }
}

fn point(page: &mut Page, series: &Series, at: usize, columns: &Columns, names: &Names) {
    let Some(point) = series.points.get(at) else { return };
    let replaced = series.relations.iter().any(|r| r.to == at && replaces(r.kind));
    let style = if replaced { QUIET } else { VALUE };
    let day = point.as_of.map_or_else(|| "–".to_owned(), |d| d.to_string());
    let cells = vec![
        Cell::new(day, DATE, PLAIN),
        Cell::number(page.pick(&value(series.question.quantity, point)), columns.value, style),
        Cell::new(page.pick(&origin(point, names)), columns.origin, PLAIN),
        Cell::new(page.pick(&carried(point)), columns.carried, QUIET),
    ];
    page.row(cells, 2);
    for relation in series.relations.iter().filter(|r| r.from == at) {
        let words = in_words(series, relation);
        let words = page.pick(&words).to_owned();
        page.marked(Cell::new("↳", 1, QUIET), &words, 2 + DATE + 2, QUIET);
    }
}

fn replaces(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::Supersedes | RelationKind::Denies | RelationKind::Retracts)
}

/// Origin, and the place or group where it is narrower than the question's.
fn origin(point: &Point, names: &Names) -> Bilingual {
    let origin = point.origin.as_deref().map_or_else(|| say("point.nobody", &[]), |n| names.name(n));
    let who = point.who.as_deref().map(verbatim);
    let scope: Vec<Bilingual> = who.into_iter().chain(point.place.as_deref().map(|p| names.name(p))).collect();
    if scope.is_empty() {
        return origin;
    }
    say("point.only", &[("origin", &origin), ("scope", &list(&scope))])
}

fn carried(point: &Point) -> Bilingual {
    let carriers = noun_count("carrier", point.carriers);
    match point.independent_origins {
        0 => say("point.unsourced", &[("carriers", &carriers)]),
        n => say("point.carried", &[("origins", &noun_count("independent", n)), ("carriers", &carriers)]),
    }
}

fn in_words(series: &Series, relation: &Relation) -> Bilingual {
    let Some(other) = series.points.get(relation.to) else { return Bilingual::default() };
    let value = value(series.question.quantity, other);
    let other = match other.as_of {
        Some(day) => say("relation.other", &[("value", &value), ("day", &short_day(day))]),
        None => value,
    };
    let words = say(&format!("relation.{}", key(relation.kind)), &[("other", &other)]);
    if relation.because.en.is_empty() {
        return words;
    }
    say("relation.because", &[("relation", &words), ("because", &relation.because)])
}

fn key(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Supersedes => "supersedes",
        RelationKind::Rounds => "rounds",
        RelationKind::PartOf => "part_of",
        RelationKind::Disagrees => "disagrees",
        RelationKind::OriginDiffers => "origin_differs",
        RelationKind::StaleRepeat => "stale_repeat",
        RelationKind::Denies => "denies",
        RelationKind::Retracts => "retracts",
    }
}

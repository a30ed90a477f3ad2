//! Wording that reports share, side by side.

use tawatur_model::{Alteration, AlterationKind, CopyGroup, CopyPassage};

use crate::claims::{carriers, numbered};
use crate::diff::{compared, likeness};
use crate::html::{Both, Html};
use crate::index::Index;
use crate::words::{filled, words};

/// Reports that share wording.
pub(crate) struct CopyView {
    pub(crate) reports: Vec<Html>,
    pub(crate) origin: Both,
    pub(crate) because: Both,
    pub(crate) pairs: Vec<PairView>,
    pub(crate) pairs_left_out: usize,
    pub(crate) alterations: Vec<AlterationView>,
}

/// The same passage in two reports, changed words marked.
pub(crate) struct PairView {
    pub(crate) sides: [(Html, Html); 2],
}

/// One change made on the way.
pub(crate) struct AlterationView {
    pub(crate) kind: Both,
    pub(crate) text: Both,
}

/// Most passages of a group that are shown side by side.
const MOST_PAIRS: usize = 4;
/// Most passages of a report that are compared with another's.
const MOST_COMPARED: usize = 24;

pub(crate) fn copies(index: &Index<'_>) -> Vec<CopyView> {
    index.account.copies.iter().enumerate().map(|(number, group)| view(index, number, group)).collect()
}

/// What the marks of a group's passage are called.
pub(crate) fn mark_id(group: usize, passage: usize) -> String {
    format!("k{group}x{passage}")
}

fn view(index: &Index<'_>, number: usize, group: &CopyGroup) -> CopyView {
    let pairs = pairs(index, group);
    let shown = pairs.iter().take(MOST_PAIRS);
    CopyView {
        reports: carriers(index, &group.reports),
        origin: origin(index, group),
        because: group.direction.as_ref().map(|d| Both::prose(&d.because)).unwrap_or_default(),
        pairs: shown.filter_map(|(one, other)| pair(index, number, group, *one, *other)).collect(),
        pairs_left_out: pairs.len().saturating_sub(MOST_PAIRS),
        alterations: group.alterations.iter().map(alteration).collect(),
    }
}

fn origin(index: &Index<'_>, group: &CopyGroup) -> Both {
    let outlet = |id: &str| index.source(id).map_or_else(|| index.name(id), |source| index.outlet(source));
    match (&group.source, &group.direction) {
        (Some(source), _) => filled("copy-source", &[index.name(source)]),
        (None, Some(direction)) => filled("copy-direction", &[outlet(&direction.to), outlet(&direction.from)]),
        (None, None) => words("copy-unknown"),
    }
}

/// The passages of the report copied from, each with the one of every other report that is most like it.
fn pairs(index: &Index<'_>, group: &CopyGroup) -> Vec<(usize, usize)> {
    let of = |report: &str| -> Vec<usize> {
        let own = |i: &usize| group.passages.get(*i).is_some_and(|p| p.report == report);
        (0..group.passages.len()).filter(own).take(MOST_COMPARED).collect()
    };
    let named = group.direction.as_ref().map(|d| d.from.as_str());
    let Some(base) = named.or_else(|| group.passages.first().map(|p| p.report.as_str())) else { return Vec::new() };
    let mut seen = std::collections::BTreeSet::from([base]);
    let mut pairs = Vec::new();
    for passage in &group.passages {
        if seen.insert(passage.report.as_str()) {
            pairs.extend(aligned(index, group, &of(base), of(&passage.report)));
        }
    }
    pairs
}

fn aligned(index: &Index<'_>, group: &CopyGroup, base: &[usize], mut other: Vec<usize>) -> Vec<(usize, usize)> {
    let words = |i: usize| group.passages.get(i).map_or("", |p| text(index, p));
    let mut pairs = Vec::new();
    for one in base {
        let like = |at: &usize| likeness(words(*one), words(other.get(*at).copied().unwrap_or(usize::MAX)));
        let best = (0..other.len()).max_by(|a, b| like(a).total_cmp(&like(b)).then(b.cmp(a)));
        if let Some(best) = best.filter(|at| like(at) > 0.25) {
            pairs.push((*one, other.remove(best)));
        }
    }
    pairs
}

fn pair(index: &Index<'_>, number: usize, group: &CopyGroup, one: usize, other: usize) -> Option<PairView> {
    let passages = [group.passages.get(one)?, group.passages.get(other)?];
    let (left, right) = compared(text(index, passages[0]), text(index, passages[1]));
    let head = |passage: &CopyPassage, at: usize| {
        let source = index.source(&passage.report)?;
        Some(numbered(index, source, &index.anchor_of(source.number, &mark_id(number, at))))
    };
    Some(PairView { sides: [(head(passages[0], one)?, left), (head(passages[1], other)?, right)] })
}

fn text<'a>(index: &Index<'a>, passage: &CopyPassage) -> &'a str {
    let report = index.source(&passage.report).and_then(|s| s.report);
    report.map_or("", |r| passage.range.slice(&r.text))
}

fn alteration(alteration: &Alteration) -> AlterationView {
    let id = match alteration.kind {
        AlterationKind::Number => "alter-number",
        AlterationKind::Attribution => "alter-attribution",
        AlterationKind::Hedge => "alter-hedge",
        AlterationKind::LoadedWord => "alter-loaded",
        AlterationKind::Name => "alter-name",
        AlterationKind::Date => "alter-date",
        AlterationKind::Wording => "alter-wording",
    };
    AlterationView { kind: words(id), text: Both::prose(&alteration.text) }
}

//! Wording that reports share, side by side.

use tawatur_model::{Alteration, AlterationKind, CopyGroup, CopyPassage};

use crate::Language;
use crate::claims::{carriers, cited, numbered};
use crate::diff::{compared, likeness};
use crate::html::{Both, Html, escape};
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

/// One change made on the way: its words on both sides, with a few around them.
pub(crate) struct AlterationView {
    pub(crate) kind: Both,
    pub(crate) sides: [Html; 2],
}

/// How much of a report comes from others.
pub(crate) struct DerivedView {
    pub(crate) report: Html,
    pub(crate) bar: Html,
    pub(crate) verbatim: usize,
    pub(crate) rewritten: usize,
    pub(crate) new: usize,
}

/// Most passages of a group that are shown side by side.
const MOST_PAIRS: usize = 4;
/// Most changes of a group that are shown.
const MOST_CHANGES: usize = 24;
/// Words shown on either side of changed ones.
const BESIDE: usize = 5;
/// Most reports whose derivation is shown.
const MOST_DERIVED: usize = 40;
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
        alterations: changed(index, group),
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

/// What was changed besides plain wording, which the passages show by themselves.
fn changed(index: &Index<'_>, group: &CopyGroup) -> Vec<AlterationView> {
    let told = group.alterations.iter().filter(|a| a.kind != AlterationKind::Wording).take(MOST_CHANGES);
    told.map(|a| alteration(index, a)).collect()
}

fn alteration(index: &Index<'_>, alteration: &Alteration) -> AlterationView {
    let id = match alteration.kind {
        AlterationKind::Number => "alter-number",
        AlterationKind::Bound => "alter-bound",
        AlterationKind::Attribution => "alter-attribution",
        AlterationKind::Hedge => "alter-hedge",
        AlterationKind::LoadedWord => "alter-loaded",
        AlterationKind::Name => "alter-name",
        AlterationKind::Date => "alter-date",
        AlterationKind::Wording => "alter-wording",
    };
    let side = |passage: Option<&CopyPassage>| passage.map_or_else(nothing, |p| around(index, p));
    AlterationView { kind: words(id), sides: [side(alteration.from.as_ref()), side(alteration.to.as_ref())] }
}

fn nothing() -> Html {
    Html(words("alter-nothing").to_string())
}

/// Changed words marked, with the words beside them, from the report.
fn around(index: &Index<'_>, passage: &CopyPassage) -> Html {
    let Some(source) = index.source(&passage.report) else { return Html::default() };
    let text = source.report.map_or("", |r| r.text.as_str());
    let (start, end) = (passage.range.start() as usize, passage.range.end() as usize);
    let before = text.get(..start).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = text.get(end..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let head: Vec<&str> = before.split_whitespace().rev().take(BESIDE).collect();
    let head: Vec<&str> = head.into_iter().rev().collect();
    let tail: Vec<&str> = after.split_whitespace().take(BESIDE).collect();
    Html(format!(
        r#"<bdi lang="ar" dir="auto">{} <b class="chg">{}</b> {}</bdi>{}"#,
        escape(&head.join(" ")),
        escape(passage.range.slice(text)),
        escape(&tail.join(" ")),
        cited(index, source, "")
    ))
}

/// How much of each report comes from others, the least new first, and how many more there are.
pub(crate) fn derived(index: &Index<'_>) -> (Vec<DerivedView>, usize) {
    let mut all: Vec<&tawatur_model::Derivation> = index.account.derivations.iter().collect();
    all.sort_by(|a, b| a.new.total_cmp(&b.new).then_with(|| a.report.cmp(&b.report)));
    let share = |part: f64| (part * 100.0).round().clamp(0.0, 100.0) as usize;
    let view = |d: &&tawatur_model::Derivation| {
        let source = index.source(&d.report)?;
        let (verbatim, rewritten) = (share(d.verbatim), share(d.rewritten));
        let new = 100usize.saturating_sub(verbatim + rewritten);
        let bar = Html(Language::ALL.map(|language| shares(d.verbatim, d.rewritten, language)).concat());
        Some(DerivedView { report: numbered(index, source, ""), bar, verbatim, rewritten, new })
    };
    (all.iter().take(MOST_DERIVED).filter_map(view).collect(), all.len().saturating_sub(MOST_DERIVED))
}

/// A bar of what stands word for word, what is rewritten and what is new, in the direction of reading.
fn shares(verbatim: f64, rewritten: f64, language: Language) -> String {
    let (one, two) = (verbatim.clamp(0.0, 1.0) * 100.0, rewritten.clamp(0.0, 1.0) * 100.0);
    let x = |from: f64, width: f64| if language == Language::Arabic { 100.0 - from - width } else { from };
    format!(
        concat!(
            r#"<svg class="bar {}" width="100%" height="12" aria-hidden="true"><rect class="whole" width="100%" height="12"/>"#,
            r#"<rect class="part" x="{:.1}%" width="{:.1}%" height="12"/><rect class="part half" x="{:.1}%" width="{:.1}%" height="12"/></svg>"#
        ),
        language.tag(),
        x(0.0, one),
        one,
        x(one, two),
        two
    )
}

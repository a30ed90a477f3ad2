//! What people decided, what the account is confined to, candidates for contradictions, first figures.

use tawatur_model::{Contradiction, FirstFigure, JudgementKind, Saying};

use super::glance::series_anchor;
use crate::claims::{cited, quote};
use crate::date;
use crate::html::{Both, Html, isolated};
use crate::index::Index;
use crate::number::ltr;
use crate::words::{filled, words};

/// Most rows of the track record that are shown.
const MOST_FIRST: usize = 60;

/// A judgement with the words of the claims that it is about.
pub(crate) struct JudgementView {
    pub(crate) text: Both,
    pub(crate) quotes: Vec<Html>,
}

/// Two sayings that stand against each other.
pub(crate) struct ContradictionView {
    pub(crate) speaker: Both,
    pub(crate) sides: Vec<(Both, Html)>,
}

/// A row of the track record.
pub(crate) struct FirstView {
    pub(crate) name: Both,
    pub(crate) role: Both,
    pub(crate) href: String,
    pub(crate) question: Both,
    pub(crate) first: Both,
    pub(crate) settled: Both,
    pub(crate) class: &'static str,
    pub(crate) direction: Both,
    pub(crate) lag: String,
}

/// What people decided, in the order given.
pub(crate) fn judgements(index: &Index<'_>) -> Vec<JudgementView> {
    let view = |j: &tawatur_model::AppliedJudgement| JudgementView {
        text: Both::prose(&j.text),
        quotes: index.claims(&j.claims).into_iter().map(|found| quote(index, found)).collect(),
    };
    index.account.judgements.iter().map(view).collect()
}

/// The words for what people say of a claim.
pub(crate) fn judged(index: &Index<'_>, reference: &str) -> Option<Both> {
    let about = index.account.judgements.iter().find(|j| j.claims.iter().any(|c| c == reference))?;
    let by = Both::of(|_| isolated(&about.judgement.by));
    Some(match about.judgement.kind {
        JudgementKind::Reject => filled("judged-rejected", &[by]),
        _ => filled("judged-confirmed", &[by]),
    })
}

/// What the account is confined to, in words; nothing where it is not.
pub(crate) fn filter(index: &Index<'_>) -> Vec<Both> {
    let Some(filter) = &index.account.filter else { return Vec::new() };
    let mut all: Vec<Both> = filter.quantities.iter().map(|q| words(&format!("quantity-{}", q.as_str()))).collect();
    all.extend(filter.place.as_deref().map(|p| index.name(p)));
    all.extend(filter.as_of.map(|d| filled("filter-as-of", &[date::day(d)])));
    if filter.reports_left_out > 0 {
        all.push(filled("filter-left-out", &[Both::of(|_| ltr(&filter.reports_left_out.to_string()))]));
    }
    all
}

/// Candidates for contradictions, each side with its day and its words.
pub(crate) fn contradictions(index: &Index<'_>) -> Vec<ContradictionView> {
    let view = |c: &Contradiction| {
        let mut both = [&c.affirms, &c.denies];
        both.sort_by_key(|s| s.on);
        ContradictionView { speaker: index.name(&c.speaker), sides: both.map(|s| saying(index, s)).into() }
    };
    index.account.contradictions.iter().map(view).collect()
}

fn saying(index: &Index<'_>, saying: &Saying) -> (Both, Html) {
    let source = index.source(&saying.place.report);
    let cite = source.map(|s| cited(index, s, &claim_anchor(index, saying).unwrap_or_default()).0).unwrap_or_default();
    (date::day_or_unknown(saying.on), Html(format!("«{}»{cite}", isolated(&saying.quote))))
}

fn claim_anchor(index: &Index<'_>, saying: &Saying) -> Option<String> {
    index.claim(saying.claim.as_deref()?).map(|found| index.anchor(found))
}

/// First figures against settled ones, and how many more there are.
pub(crate) fn firsts(index: &Index<'_>) -> (Vec<FirstView>, usize) {
    let all = &index.account.track_record;
    let views = all.iter().take(MOST_FIRST).map(|f| first(index, f)).collect();
    (views, all.len().saturating_sub(MOST_FIRST))
}

fn first(index: &Index<'_>, figure: &FirstFigure) -> FirstView {
    let series = index.account.series.get(figure.series);
    let (class, id) = match figure.direction.as_str() {
        "below" => ("below", "first-below"),
        "above" => ("above", "first-above"),
        _ => ("equal", "first-equal"),
    };
    let number = |n: f64| Both::of(|language| crate::number::short(n, language));
    FirstView {
        name: index.name(&figure.name),
        role: words(if figure.role == "outlet" { "first-outlet" } else { "first-origin" }),
        href: series_anchor(index, figure.series),
        question: series.map(|s| Both::prose(&s.question.text)).unwrap_or_default(),
        first: number(figure.first),
        settled: number(figure.settled),
        class,
        direction: words(id),
        lag: figure.lag_days.map(|d| ltr(&d.to_string())).unwrap_or_default(),
    }
}

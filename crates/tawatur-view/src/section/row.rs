//! One point of a series as a row of its table.

use tawatur_model::{Point, Relation, RelationKind, Series};

use super::glance::corroboration;
use super::standing::judged;
use crate::chart::{State, voice};
use crate::claims::{carriers, chain, quote};
use crate::date;
use crate::html::{Both, Html};
use crate::index::{Claim, Index};
use crate::number::quantity;
use crate::words::{filled, words};

/// A point of a series: what was said, by whom, through whom, and how it stands to the others.
pub(crate) struct RowView {
    pub(crate) class: &'static str,
    pub(crate) as_of: Both,
    pub(crate) value: Both,
    pub(crate) scope: Vec<Both>,
    pub(crate) tags: Vec<Both>,
    pub(crate) quotes: Vec<Html>,
    pub(crate) more_quotes: Vec<Html>,
    pub(crate) chains: Vec<Html>,
    pub(crate) independent: usize,
    pub(crate) support: Both,
    pub(crate) carriers: Vec<Html>,
    pub(crate) more_carriers: Vec<Html>,
    pub(crate) relations: Vec<RelationView>,
    pub(crate) note: Both,
}

/// How a point stands to another.
pub(crate) struct RelationView {
    pub(crate) class: &'static str,
    pub(crate) text: Both,
    pub(crate) because: Both,
}

/// Quotes shown before the rest is folded away.
const OPEN_QUOTES: usize = 3;
/// Carriers named before the rest is folded away.
const OPEN_CARRIERS: usize = 6;
/// Most relations shown for a point.
const MOST_RELATIONS: usize = 8;

pub(crate) fn row(index: &Index<'_>, series: &Series, at: usize, point: &Point, state: State) -> RowView {
    let mut quotes: Vec<Html> = index.claims(&point.claims).into_iter().map(|found| quote(index, found)).collect();
    let more_quotes = quotes.split_off(quotes.len().min(OPEN_QUOTES));
    let mut carriers = carriers(index, &point.reports);
    let more_carriers = carriers.split_off(carriers.len().min(OPEN_CARRIERS));
    RowView {
        class: class(state),
        as_of: date::day_or_unknown(point.as_of),
        value: quantity(point.low, point.high, point.mode, &point.unit),
        scope: point.place.iter().chain(&point.who).map(|name| index.name(name)).collect(),
        tags: tags(index, point, state),
        quotes,
        more_quotes,
        chains: chains(index, point),
        independent: point.independent_origins,
        support: corroboration(point),
        carriers,
        more_carriers,
        relations: relations(series, at),
        note: point.note.as_ref().map(Both::prose).unwrap_or_default(),
    }
}

fn class(state: State) -> &'static str {
    match state {
        State::Current => "is-current",
        State::Superseded => "is-old",
        State::Stale => "is-stale",
        State::Rounding => "is-round",
        State::Part | State::Apart => "is-part",
    }
}

/// The state, and what the claims say of their own certainty.
fn tags(index: &Index<'_>, point: &Point, state: State) -> Vec<Both> {
    let mut ids = Vec::new();
    match state {
        State::Current => {}
        State::Superseded => ids.push("state-superseded"),
        State::Stale => ids.push("state-stale"),
        State::Rounding => ids.push("state-rounding"),
        State::Part => ids.push("state-part"),
        State::Apart if point.increment => ids.push("tag-increment"),
        State::Apart => ids.push("state-apart"),
    }
    for found in index.claims(&point.claims) {
        if let Claim::Figure(figure) = found.claim {
            ids.extend(modality(figure.modality));
            ids.extend(figure.increment.then_some("tag-increment"));
            ids.extend(figure.superseded_in_text.then_some("tag-earlier"));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    let people = point.claims.iter().filter_map(|c| judged(index, c));
    let mut people: Vec<Both> = people.collect();
    people.dedup();
    ids.into_iter().filter(|id| seen.insert(*id)).map(words).chain(people).collect()
}

/// The words for a modality other than plain assertion.
pub(crate) fn modality(modality: tawatur_model::Modality) -> Option<&'static str> {
    use tawatur_model::Modality as M;
    match modality {
        M::Asserted => None,
        M::Denied => Some("modality-denied"),
        M::Unconfirmed => Some("modality-unconfirmed"),
        M::Feared => Some("modality-feared"),
        M::Conditional => Some("modality-conditional"),
        M::Planned => Some("modality-planned"),
        M::Hearsay => Some("modality-hearsay"),
    }
}

/// Each way by which the count came, once.
fn chains(index: &Index<'_>, point: &Point) -> Vec<Html> {
    let mut chains: Vec<Html> = Vec::new();
    for found in index.claims(&point.claims) {
        let institution = match found.claim {
            Claim::Figure(figure) => figure.institution.as_deref(),
            _ => None,
        };
        let chain = chain(index, found.claim.chain(), institution, found.source);
        if !chains.contains(&chain) {
            chains.push(chain);
        }
    }
    if chains.is_empty() {
        chains.extend(voice(point).map(|name| Html(index.name(name).to_string())));
    }
    chains
}

fn relations(series: &Series, at: usize) -> Vec<RelationView> {
    let from = series.relations.iter().filter(|r| r.from == at).filter_map(|r| forward(series, r));
    let to = series.relations.iter().filter(|r| r.to == at && r.from != at).filter_map(|r| backward(series, r));
    from.chain(to).take(MOST_RELATIONS).collect()
}

fn forward(series: &Series, relation: &Relation) -> Option<RelationView> {
    let (id, class) = match relation.kind {
        RelationKind::Supersedes => ("rel-supersedes", "up"),
        RelationKind::Rounds => ("rel-rounds", "same"),
        RelationKind::PartOf => ("rel-part-of", "part"),
        RelationKind::Disagrees => ("rel-disagrees", "against"),
        RelationKind::OriginDiffers => ("rel-origin-differs", "note"),
        RelationKind::StaleRepeat => ("rel-stale-repeat", "stale"),
        RelationKind::Denies => ("rel-denies", "against"),
        RelationKind::Retracts => ("rel-retracts", "against"),
    };
    let text = filled(id, &[short(series, relation.to)?]);
    Some(RelationView { class, text, because: Both::prose(&relation.because) })
}

fn backward(series: &Series, relation: &Relation) -> Option<RelationView> {
    let (id, class) = match relation.kind {
        RelationKind::Supersedes => ("rel-superseded-by", "old"),
        RelationKind::Disagrees => ("rel-disagrees", "against"),
        RelationKind::OriginDiffers => ("rel-origin-differs", "note"),
        RelationKind::Denies => ("rel-denied-by", "against"),
        RelationKind::Retracts => ("rel-retracted-by", "against"),
        RelationKind::Rounds | RelationKind::PartOf | RelationKind::StaleRepeat => return None,
    };
    Some(RelationView { class, text: filled(id, &[short(series, relation.from)?]), because: Both::default() })
}

fn short(series: &Series, at: usize) -> Option<Both> {
    let point = series.points.get(at)?;
    Some(quantity(point.low, point.high, point.mode, ""))
}

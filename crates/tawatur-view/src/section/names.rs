//! People, organisations and places, with the forms of their names.

use std::collections::BTreeSet;

use tawatur_model::EntityEntry;

use crate::claims::cited;
use crate::html::{Both, Html, isolated};
use crate::index::Index;
use crate::words::{filled, words, words_if_known};

/// A kind of names.
pub(crate) struct NamesView {
    pub(crate) heading: Both,
    pub(crate) first: Vec<NameView>,
    pub(crate) more: Vec<NameView>,
}

/// One person, organisation or place.
pub(crate) struct NameView {
    pub(crate) name: Both,
    pub(crate) roles: Vec<Both>,
    pub(crate) aliases: Vec<Html>,
    pub(crate) because: Vec<Both>,
    /// Where a place is, and how exactly that is known.
    pub(crate) spot: Option<Both>,
    pub(crate) mentions: usize,
    pub(crate) sources: Vec<Html>,
}

/// Names of a kind shown before the rest is folded away.
const OPEN: usize = 12;
/// Most forms and roles shown of a name.
const MOST_FORMS: usize = 12;

pub(crate) fn names(index: &Index<'_>) -> Vec<NamesView> {
    let kinds = [
        ("names-people", "p", &index.account.people),
        ("names-organisations", "o", &index.account.organisations),
        ("names-places", "l", &index.account.places),
    ];
    let view = |(id, kind, entries): (&str, &str, &Vec<EntityEntry>)| {
        let mut first: Vec<_> = entries.iter().enumerate().map(|(i, e)| name(index, &mark_id(kind, i), e)).collect();
        let more = first.split_off(first.len().min(OPEN));
        NamesView { heading: words(id), first, more }
    };
    kinds.into_iter().filter(|(_, _, entries)| !entries.is_empty()).map(view).collect()
}

/// What the marks of a name are called; the report's number makes them unique.
pub(crate) fn mark_id(kind: &str, number: usize) -> String {
    format!("n{kind}{number}")
}

fn name(index: &Index<'_>, mark: &str, entry: &EntityEntry) -> NameView {
    let form = |form: &String| Html(isolated(form));
    let role = |role: &String| words_if_known(&format!("kind-of-{role}")).unwrap_or_else(|| index.name(role));
    let mut seen = BTreeSet::new();
    let mut sources = Vec::new();
    for mention in &entry.mentions {
        let Some(source) = index.source(&mention.report).filter(|s| seen.insert(s.number)) else { continue };
        sources.push(cited(index, source, &index.anchor_of(source.number, mark)));
    }
    NameView {
        name: index.name(&entry.name),
        roles: entry.roles.iter().take(MOST_FORMS).map(role).collect(),
        aliases: entry.aliases.iter().take(MOST_FORMS).map(form).collect(),
        because: entry.because.iter().map(Both::prose).collect(),
        spot: spot(entry),
        mentions: entry.mentions.len(),
        sources,
    }
}

/// Coordinates to a tenth of a degree, or to a thousandth for a single spot.
fn spot(entry: &EntityEntry) -> Option<Both> {
    let ((lat, lon), precision) = entry.coordinates.zip(entry.precision.as_deref())?;
    let digits = if precision == "spot" { 3 } else { 1 };
    let side = |degrees: f64, plus: char, minus: char| {
        format!("{:.digits$}° {}", degrees.abs(), if degrees < 0.0 { minus } else { plus })
    };
    let degrees = format!("{} {}", side(lat, 'N', 'S'), side(lon, 'E', 'W'));
    let degrees = Both::of(|_| format!(r#"<bdi dir="ltr">{degrees}</bdi>"#));
    Some(filled("coordinates", &[degrees, words_if_known(&format!("precision-{precision}"))?]))
}

/// Descriptions and names of which nobody could tell whose they are.
pub(crate) fn undecided(index: &Index<'_>) -> Vec<Both> {
    let unsure = index.account.name_judgements.iter().filter(|j| j.verdict == "unsure");
    unsure.take(MOST_UNDECIDED).map(|j| Both::prose(&j.because)).collect()
}

/// Undecided names shown at most.
const MOST_UNDECIDED: usize = 40;

//! Points: drafts as the account shows them.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Bilingual, CopyGroup, Point, Relation};

use super::count::Count;
use super::draft::{Draft, Scope};
use super::relate::Relater;
use super::scope::Who;

/// The points of one question, in the order of its drafts.
pub(crate) fn points(relater: &Relater<'_, '_>, copies: &[CopyGroup], relations: &[Relation]) -> Vec<Point> {
    relater.drafts.iter().enumerate().map(|(i, d)| point(relater, copies, relations, i, d)).collect()
}

fn point(relater: &Relater<'_, '_>, copies: &[CopyGroup], relations: &[Relation], at: usize, draft: &Draft) -> Point {
    let counts: Vec<&Count<'_>> = counts_of(relater, draft).collect();
    let origin = draft.origin.and_then(|o| relater.origins.get(o));
    let mut reports: Vec<String> = counts.iter().map(|c| c.report.to_owned()).collect();
    reports.dedup();
    let place = counts.first().and_then(|c| relater.narrower_place(c));
    let (independent, carriers) = support(relater, copies, draft);
    Point {
        as_of: day(relater, draft, relations, at),
        low: draft.low,
        high: draft.high,
        mode: draft.mode,
        unit: counts.first().map(|c| c.figure.unit.clone()).unwrap_or_default(),
        origin: draft.voice.clone(),
        institution: origin.and_then(|o| o.institution.clone()).or_else(|| draft.voice.clone()),
        place: place.map(|p| relater.places.name(p).0),
        who: counts.iter().find_map(|c| c.figure.who.clone()).filter(|_| who_is_narrower(&draft.scope)),
        claims: counts.iter().map(|c| c.claim()).collect(),
        reports,
        independent_origins: independent.len(),
        independent,
        carriers,
        increment: draft.scope == Scope::Added,
        note: note(&draft.scope),
    }
}

fn counts_of<'r, 'a>(relater: &'r Relater<'_, 'a>, draft: &'r Draft) -> impl Iterator<Item = &'r Count<'a>> {
    draft.counts.iter().filter_map(|i| relater.counts.get(*i))
}

/// The day of a point. A smaller total that shares a report with the larger one that replaces it and that no
/// report dates, has none: its report's own date is that of the larger. What the text itself calls an earlier count is of
/// the day that was read for it where nobody counted before that day.
fn day(relater: &Relater<'_, '_>, draft: &Draft, relations: &[Relation], at: usize) -> Option<tawatur_model::Day> {
    let first = relater.drafts.iter().filter_map(|d| d.day).min();
    let earlier = |c: &Count<'_>| c.figure.superseded_in_text && c.figure.as_of.is_some() && c.day == first;
    let dated = counts_of(relater, draft).any(|c| c.dated || earlier(c));
    let replaced_beside = relations
        .iter()
        .filter(|r| r.to == at && r.kind == tawatur_model::RelationKind::Supersedes)
        .filter_map(|r| relater.drafts.get(r.from))
        .any(|newer| super::rounding::share_report(newer, draft, relater.counts));
    if dated || !replaced_beside { draft.day } else { None }
}

fn who_is_narrower(scope: &Scope) -> bool {
    matches!(scope, Scope::Narrower(Who::Group(_), _) | Scope::Part(Who::Group(_), _))
}

fn note(scope: &Scope) -> Option<Bilingual> {
    match scope {
        Scope::Total | Scope::Part(..) => None,
        Scope::Denied => Some(Bilingual::new("منفي: يقول قائله إنه غير صحيح", "denied: said not to be so")),
        Scope::Withdrawn => {
            Some(Bilingual::new("مسحوب: يقول النص إنه لم يعد قائما", "taken back, in the words of the report"))
        }
        Scope::Narrower(_, Some(_)) => {
            Some(Bilingual::new("عن مكان أضيق، ولا يدخل في الحصيلة", "for a narrower place; kept apart from the total"))
        }
        Scope::Narrower(..) => {
            Some(Bilingual::new("عن فئة بعينها، ولا يدخل في الحصيلة", "for one group; kept apart from the total"))
        }
        Scope::Added => Some(Bilingual::new("زيادة لا حصيلة", "newly added, not the running total")),
        Scope::Case => Some(Bilingual::new(
            "حالة تُروى وحدها، ولا تدخل في الحصيلة",
            "a case told by itself; kept apart from the total",
        )),
        Scope::Others => Some(Bilingual::new(
            "آخرون غير من تعدّهم الحصيلة، بلفظ التقرير",
            "others than those of the total, in the report's words",
        )),
    }
}

/// The independent voices that give this value for this question: distinct origins that are voices of their own,
/// where the words were not taken from another report; and in how many reports the value stands.
fn support(relater: &Relater<'_, '_>, copies: &[CopyGroup], draft: &Draft) -> (Vec<String>, usize) {
    let siblings = relater.drafts.iter().filter(|d| relater.same_value(d, draft));
    let mut told: Vec<&Count<'_>> = siblings.flat_map(|d| counts_of(relater, d)).collect();
    told.sort_by_key(|c| (c.published, c.report, c.figure.range.start()));
    let (mut origins, mut general) = (BTreeMap::new(), None);
    for (i, c) in told.iter().enumerate() {
        let Some((number, origin)) = c.origin.and_then(|o| Some((o, relater.origins.get(o)?))) else { continue };
        let earlier = told.get(..i).unwrap_or_default();
        let copied = earlier.iter().any(|e| e.report != c.report && is_copied(copies, e, c));
        let name = || c.voice.clone().unwrap_or_default();
        match (c.independent && !copied, origin.general) {
            // "The authorities" may be any body that is counted already.
            (true, true) => general = general.or_else(|| Some(name())),
            (true, false) => {
                origins.entry(number).or_insert_with(name);
            }
            (false, _) => {}
        }
    }
    let carriers: BTreeSet<&str> = told.iter().map(|c| c.page.as_deref().unwrap_or(c.report)).collect();
    let names: Vec<String> = origins.into_values().collect();
    (if names.is_empty() { general.into_iter().collect() } else { names }, carriers.len())
}

/// Whether two counts stand in one stretch of shared wording.
fn is_copied(copies: &[CopyGroup], a: &Count<'_>, b: &Count<'_>) -> bool {
    let inside = |group: &CopyGroup, c: &Count<'_>| {
        c.figure.within == tawatur_model::In::Text
            && group.passages.iter().any(|p| p.report == c.report && p.range.overlaps(c.figure.range))
    };
    copies.iter().any(|g| inside(g, a) && inside(g, b))
}

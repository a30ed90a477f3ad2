//! How the answers to one question stand to each other.

mod denial;
mod earlier;
mod origin;
mod part;

mod succession;
mod verdict;

use tawatur_model::{Mode, Relation, RelationKind};

use super::because::Because;
use super::count::{Change, Count};
use super::draft::{Draft, Scope};
use super::rounding::roundings;
use super::scope::{PlaceNumber, Places, Standing, Who};
use crate::independence::Origins;

/// Finds the relations among the drafts of one question.
pub(crate) struct Relater<'c, 'a> {
    pub(crate) drafts: &'c [Draft],
    pub(crate) counts: &'c [Count<'a>],
    pub(crate) origins: &'c Origins,
    pub(crate) places: &'c Places,
    /// The question's place.
    pub(crate) place: Option<PlaceNumber>,
}

impl Relater<'_, '_> {
    /// All relations, by the newer point.
    pub(crate) fn relations(&self) -> Vec<Relation> {
        let rounds = roundings(self.drafts, self.counts, self.origins);
        let mut found = Vec::new();
        for (i, exact) in rounds.iter().enumerate() {
            if let Some(exact) = exact {
                found.push(relation(i, *exact, RelationKind::Rounds, self.rounding_reason(i, *exact)));
            }
        }
        self.parts(&mut found);
        self.severe(&mut found);
        self.added(&mut found);
        self.earlier_in_text(&mut found);
        self.denials(&mut found);
        self.retractions(&mut found);
        self.totals(&rounds, &mut found);
        found.sort_by_key(|r| (r.from, r.to, r.kind));
        found.dedup_by_key(|r| (r.from, r.to, r.kind));
        found
    }

    /// The place of a count, where it lies inside the question's.
    pub(crate) fn narrower_place(&self, c: &Count<'_>) -> Option<PlaceNumber> {
        let root = self.place?;
        c.place.filter(|p| self.places.standing(*p, root) == Standing::Inside)
    }

    /// The values that stand for the same number: the same for points and for counting independent origins.
    pub(crate) fn same_value(&self, a: &Draft, b: &Draft) -> bool {
        let comparable = |d: &Draft| matches!(d.scope, Scope::Total | Scope::Narrower(Who::All, Some(_)));
        let scope = a.scope == b.scope || (comparable(a) && comparable(b) && a.said > 1.0);
        let exact = |m: Mode| matches!(m, Mode::Exact | Mode::About | Mode::AtLeast);
        let same_day = !a.is_vague() || a.day == b.day;
        scope && same_day && a.said == b.said && (a.mode == b.mode || (exact(a.mode) && exact(b.mode)))
    }

    fn rounding_reason(&self, from: usize, to: usize) -> Because {
        match (self.drafts.get(from), self.drafts.get(to)) {
            (Some(a), Some(b)) if a.is_vague() && b.said > a.most() => Because::Loose,
            _ => Because::Rounding,
        }
    }

    fn draft_with(&self, is: &dyn Fn(&Count<'_>) -> bool) -> Option<usize> {
        self.drafts.iter().position(|d| d.counts.iter().filter_map(|i| self.counts.get(*i)).any(is))
    }

    fn said(&self, draft: usize) -> f64 {
        self.drafts.get(draft).map_or(0.0, |d| d.said)
    }

    fn change(&self, draft: &Draft) -> Option<(Change, String)> {
        draft.counts.iter().filter_map(|i| self.counts.get(*i)).find_map(|c| c.change.clone())
    }

    fn is_earlier_in_text(&self, draft: &Draft) -> bool {
        draft.counts.iter().filter_map(|i| self.counts.get(*i)).any(|c| c.figure.superseded_in_text)
    }

    fn is_dated(&self, draft: &Draft) -> bool {
        draft.counts.iter().filter_map(|i| self.counts.get(*i)).any(|c| c.dated)
    }
}

/// Days between two days, 0 where one is not known.
pub(crate) fn days_between(a: Option<tawatur_model::Day>, b: Option<tawatur_model::Day>) -> i32 {
    match (a, b) {
        (Some(a), Some(b)) => a.since(b).map_or(0, |s| s.get_days().abs()),
        _ => 0,
    }
}

fn relation(from: usize, to: usize, kind: RelationKind, because: Because) -> Relation {
    Relation { from, to, kind, because: because.text() }
}

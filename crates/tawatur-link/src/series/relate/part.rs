//! What is in another count: parts that the text names, the badly hurt, what was newly added.

use tawatur_model::{Relation, RelationKind};

use super::super::because::Because;
use super::super::count::Count;
use super::super::draft::{Draft, Scope};
use super::super::rounding::share_report;
use super::super::scope::{SEVERE, Who};
use super::{Relater, days_between, relation};

impl Relater<'_, '_> {
    /// What the text makes a part of another count.
    pub(super) fn parts(&self, found: &mut Vec<Relation>) {
        for (from, draft) in self.drafts.iter().enumerate() {
            for c in draft.counts.iter().filter_map(|i| self.counts.get(*i)) {
                let Some(parent) = &c.figure.subset_of else { continue };
                let whole = |o: &Count<'_>| o.item == c.item && o.figure.id == *parent;
                if let Some(to) = self.draft_with(&whole).filter(|to| *to != from) {
                    found.push(relation(from, to, RelationKind::PartOf, Because::PartInText));
                    break;
                }
            }
        }
    }

    /// The badly hurt are a part of the injured of the nearest day.
    pub(super) fn severe(&self, found: &mut Vec<Relation>) {
        let severe = Scope::Narrower(Who::Group(SEVERE.to_owned()), None);
        for (from, part) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == severe) {
            let whole = |d: &Draft| d.scope == Scope::Total && !d.stale && d.said > part.said;
            let to = (0..self.drafts.len())
                .filter(|i| self.drafts.get(*i).is_some_and(whole))
                .min_by_key(|i| self.drafts.get(*i).map(|d| (days_between(d.day, part.day), d.said.to_bits())));
            if let Some(to) = to {
                found.push(relation(from, to, RelationKind::PartOf, Because::Severe));
            }
        }
    }

    /// What was newly added is in the total that the same report gives.
    pub(super) fn added(&self, found: &mut Vec<Relation>) {
        for (from, added) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == Scope::Added) {
            let total = |d: &Draft| {
                d.scope == Scope::Total && !d.is_vague() && d.said > added.said && share_report(d, added, self.counts)
            };
            let to = (0..self.drafts.len())
                .filter(|i| self.drafts.get(*i).is_some_and(total))
                .max_by(|a, b| self.said(*a).total_cmp(&self.said(*b)));
            if let Some(to) = to {
                found.push(relation(from, to, RelationKind::PartOf, Because::Added));
            }
        }
    }
}

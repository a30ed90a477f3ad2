//! Counts that the text itself calls earlier ones.

use tawatur_model::{Relation, RelationKind};

use super::super::because::Because;
use super::super::draft::{Draft, Scope};
use super::super::rounding::share_report;
use super::{Relater, relation};

impl Relater<'_, '_> {
    /// A narrower count that the text calls earlier is replaced by the total of the same report.
    pub(super) fn earlier_in_text(&self, found: &mut Vec<Relation>) {
        for (to, old) in self.drafts.iter().enumerate() {
            let earlier = old.counts.iter().filter_map(|i| self.counts.get(*i)).any(|c| c.figure.superseded_in_text);
            if !earlier || !matches!(old.scope, Scope::Narrower(..)) {
                continue;
            }
            let total = |d: &Draft| d.scope == Scope::Total && !d.is_vague() && d.said > old.said;
            let from = (0..self.drafts.len())
                .filter(|i| self.drafts.get(*i).is_some_and(|d| total(d) && share_report(d, old, self.counts)))
                .max_by(|a, b| self.said(*a).total_cmp(&self.said(*b)));
            if let Some(from) = from {
                found.push(relation(from, to, RelationKind::Supersedes, Because::SaidEarlier));
            }
        }
    }
}

//! Counts that are denied or taken back.

use tawatur_model::{Relation, RelationKind};

use super::super::because::Because;
use super::super::draft::{Draft, Scope};
use super::{Relater, relation};

impl Relater<'_, '_> {
    /// A denial, against the count that it denies.
    pub(super) fn denials(&self, found: &mut Vec<Relation>) {
        for (from, denied) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == Scope::Denied) {
            if let Some(to) = self.stood(denied, &|_| true) {
                let who = denied.voice.clone();
                found.push(relation(from, to, RelationKind::Denies, Because::Denied { who }));
            }
        }
    }

    /// A count taken back: by its own voice it is retracted, by another it is denied. Where no report says whose it
    /// was, whoever takes it back is taken to have given it.
    pub(super) fn retractions(&self, found: &mut Vec<Relation>) {
        for (from, taken) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == Scope::Withdrawn) {
            let own = |d: &Draft| d.origin.is_none() || taken.origin.is_none() || d.origin == taken.origin;
            let word = taken.counts.iter().filter_map(|i| self.counts.get(*i)).find_map(|c| c.withdrawn.clone());
            let word = word.unwrap_or_default();
            if let Some(to) = self.stood(taken, &own) {
                found.push(relation(from, to, RelationKind::Retracts, Because::Withdrawn(word)));
            } else if let Some(to) = self.stood(taken, &|_| true) {
                let who = taken.voice.clone();
                found.push(relation(from, to, RelationKind::Denies, Because::Denied { who }));
            }
        }
    }

    /// The count that somebody stood by: of the whole question before one of a part of it, the latest not after.
    fn stood(&self, against: &Draft, voice: &dyn Fn(&Draft) -> bool) -> Option<usize> {
        let is = |d: &Draft| {
            !matches!(d.scope, Scope::Denied | Scope::Withdrawn) && d.said == against.said && d.first <= against.first
        };
        let answers = self.drafts.iter().enumerate().filter(|(_, d)| is(d) && voice(d));
        answers.max_by_key(|(i, d)| (d.scope == Scope::Total, d.first, *i)).map(|(i, _)| i)
    }
}

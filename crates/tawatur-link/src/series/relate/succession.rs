//! Which totals replaced which, in time order.

use tawatur_model::{Relation, RelationKind};

use super::super::because::Because;
use super::super::draft::{Draft, Scope};
use super::super::scope::Who;
use super::verdict::Verdict;
use super::{Relater, relation};
use crate::number::number;

/// Drafts of one scope that give the same number: one answer from one or several origins.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) drafts: Vec<usize>,
    /// Values that it replaced.
    pub(super) replaced: Vec<usize>,
    /// Whether another standing value disagrees with it. A later count closes the dispute even if it is lower.
    pub(super) disputed: bool,
}

impl Relater<'_, '_> {
    /// Goes through the totals in time order and keeps the values that stand.
    pub(super) fn totals(&self, rounds: &[Option<usize>], found: &mut Vec<Relation>) {
        for scope in self.scopes() {
            let values = self.values(&scope, rounds);
            values.iter().for_each(|v| self.other_origins(v, found));
            // Parts are parts of different wholes: one does not replace another.
            if !matches!(scope, Scope::Part(..)) {
                self.succession(values, found);
            }
        }
    }

    /// The scopes whose counts can replace each other.
    fn scopes(&self) -> Vec<Scope> {
        let mut scopes: Vec<Scope> = self
            .drafts
            .iter()
            .map(|d| d.scope.clone())
            .filter(|s| !matches!(s, Scope::Added | Scope::Others | Scope::Case | Scope::Denied | Scope::Withdrawn))
            .collect();
        scopes.sort();
        scopes.dedup();
        scopes
    }

    /// The values of one scope in time order; a count for a narrower place that equals a total goes with it.
    fn values(&self, scope: &Scope, rounds: &[Option<usize>]) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        let total = *scope == Scope::Total;
        let place_only = |d: &Draft| total && matches!(d.scope, Scope::Narrower(Who::All, Some(_)));
        for (i, d) in self.drafts.iter().enumerate() {
            let rounding = rounds.get(i).is_some_and(Option::is_some);
            if d.stale || rounding || !(d.scope == *scope || place_only(d)) {
                continue;
            }
            let same = |v: &&mut Value| {
                v.drafts.first().and_then(|f| self.drafts.get(*f)).is_some_and(|f| self.same_value(f, d))
            };
            match values.iter_mut().find(same) {
                Some(v) => v.drafts.push(i),
                None if d.scope == *scope => {
                    values.push(Value { drafts: vec![i], replaced: Vec::new(), disputed: false })
                }
                None => {}
            }
        }
        values
    }

    fn succession(&self, mut values: Vec<Value>, found: &mut Vec<Relation>) {
        let mut standing: Vec<usize> = Vec::new();
        for new in 0..values.len() {
            let mut replaced = Vec::new();
            let (mut stale, mut disputed) = (false, Vec::new());
            for old in standing.clone() {
                let (Some(n), Some(o)) = (values.get(new), values.get(old)) else { continue };
                let (from, to) = self.pair(n, o);
                match self.verdict(n, o) {
                    Verdict::Supersedes(because) => {
                        found.push(relation(from, to, RelationKind::Supersedes, because));
                        replaced.push(old);
                    }
                    Verdict::Disagrees => {
                        let because = Because::Disagreement { a: self.spoken(from), b: self.spoken(to) };
                        found.push(relation(from, to, RelationKind::Disagrees, because));
                        replaced.extend(self.also_replaced(n, o, &values, found));
                        disputed.extend([new, old]);
                    }
                    Verdict::Stale => {
                        let replaced_on = self.drafts.get(to).and_then(|d| d.day);
                        found.push(relation(from, to, RelationKind::StaleRepeat, Because::Stale { replaced_on }));
                        stale = true;
                    }
                    Verdict::Nothing => {}
                }
            }
            standing.retain(|s| !replaced.contains(s));
            if !stale {
                standing.push(new);
            }
            if let Some(v) = values.get_mut(new) {
                v.replaced = replaced;
            }
            for at in disputed {
                if let Some(v) = values.get_mut(at) {
                    v.disputed = true;
                }
            }
        }
        self.stale_drafts(&values, &standing, found);
    }

    /// Of two values that disagree, each replaces what the other has replaced, if it is larger than that.
    fn also_replaced(&self, new: &Value, other: &Value, values: &[Value], found: &mut Vec<Relation>) -> Vec<usize> {
        let mut replaced = Vec::new();
        for old in other.replaced.iter().copied() {
            let Some(o) = values.get(old) else { continue };
            if let Verdict::Supersedes(because) = self.verdict(new, o) {
                let (from, to) = self.pair(new, o);
                found.push(relation(from, to, RelationKind::Supersedes, because));
                replaced.push(old);
            }
        }
        replaced
    }

    /// Counts that a later report still carries, against the largest total that stands.
    fn stale_drafts(&self, values: &[Value], standing: &[usize], found: &mut Vec<Relation>) {
        let scope = values.first().and_then(|v| v.drafts.first()).and_then(|d| self.drafts.get(*d)).map(|d| &d.scope);
        for (from, stale) in self.drafts.iter().enumerate().filter(|(_, d)| d.stale && Some(&d.scope) == scope) {
            let newer = standing.iter().filter_map(|v| values.get(*v)).map(|v| self.spokesman(v));
            let newer = newer.filter(|i| self.said(*i) > stale.said && *i != from);
            if let Some(to) = newer.max_by(|a, b| self.said(*a).total_cmp(&self.said(*b))) {
                let replaced_on = self.drafts.get(to).and_then(|d| d.day);
                found.push(relation(from, to, RelationKind::StaleRepeat, Because::Stale { replaced_on }));
            }
        }
    }

    /// The drafts that speak for two values: those of one origin, if both have it.
    pub(super) fn pair(&self, new: &Value, old: &Value) -> (usize, usize) {
        let origin = |i: usize| self.drafts.get(i).and_then(|d| d.origin);
        for n in &new.drafts {
            for o in &old.drafts {
                if origin(*n).is_some() && origin(*n) == origin(*o) {
                    return (*n, *o);
                }
            }
        }
        (self.spokesman(new), self.spokesman(old))
    }

    /// The draft that speaks for a value: of an independent origin, for the whole place, the first.
    fn spokesman(&self, value: &Value) -> usize {
        let rank = |i: usize| {
            let draft = self.drafts.get(i);
            let origin = draft.and_then(|d| d.origin).and_then(|o| self.origins.get(o));
            let whole = draft.is_some_and(|d| d.scope == Scope::Total);
            let counts = draft.into_iter().flat_map(|d| &d.counts).filter_map(|c| self.counts.get(*c));
            let independent = counts.into_iter().any(|c| c.independent);
            (whole, independent, origin.is_some(), std::cmp::Reverse(i))
        };
        value.drafts.iter().copied().max_by_key(|i| rank(*i)).unwrap_or(0)
    }

    fn spoken(&self, draft: usize) -> String {
        let Some(d) = self.drafts.get(draft) else { return String::new() };
        match &d.voice {
            Some(voice) => format!("{} ({voice})", number(d.said)),
            None => number(d.said),
        }
    }
}

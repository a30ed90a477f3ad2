//! One value from several origins.

use tawatur_model::{Relation, RelationKind};

use super::super::because::Because;
use super::super::draft::{Draft, Scope};
use super::succession::Value;
use super::{Relater, relation};

impl Relater<'_, '_> {
    /// Each further origin of one value, against the one before it.
    pub(super) fn other_origins(&self, value: &Value, found: &mut Vec<Relation>) {
        let mut named: Vec<(usize, &Draft, &str)> = value
            .drafts
            .iter()
            .filter_map(|i| self.drafts.get(*i).map(|d| (*i, d)))
            .filter_map(|(i, d)| Some((i, d, d.voice.as_deref()?)))
            .collect();
        // Within one report the order of its text tells which came first.
        let place = |d: &Draft| {
            d.counts
                .iter()
                .filter_map(|c| self.counts.get(*c))
                .map(|c| (c.published, c.item, c.figure.range.start()))
                .min()
        };
        named.sort_by_key(|(i, d, _)| (d.day, d.first, place(d), *i));
        for (to, older, b, from, newer, a) in pairs(&named) {
            if older.origin == newer.origin && older.scope == newer.scope {
                continue;
            }
            let (a, b) = (a.to_owned(), b.to_owned());
            let place = |d: &Draft| match d.scope {
                Scope::Narrower(_, Some(place)) if older.scope != newer.scope => Some(self.places.name(place).0),
                _ => None,
            };
            // The narrower one of two places is the derived point, whichever was printed first.
            let (from, to, because) = match (place(newer), place(older)) {
                (None, Some(place)) => (to, from, Because::OtherOriginOtherPlace { a: b, b: a, place }),
                (Some(place), _) => (from, to, Because::OtherOriginOtherPlace { a, b, place }),
                (None, None) => (from, to, Because::OtherOrigin { a, b }),
            };
            found.push(relation(from, to, RelationKind::OriginDiffers, because));
        }
    }
}

/// A draft of a value with its number and the name of its origin.
type Named<'d> = (usize, &'d Draft, &'d str);

/// Which drafts of one value are set against each other: each total against the total before it, and each count of a
/// narrower place against the last total before it.
fn pairs<'d>(named: &[Named<'d>]) -> Vec<(usize, &'d Draft, &'d str, usize, &'d Draft, &'d str)> {
    let (totals, narrower): (Vec<&Named<'d>>, Vec<&Named<'d>>) =
        named.iter().partition(|(_, d, _)| d.scope == Scope::Total);
    let chain = if totals.is_empty() { &narrower } else { &totals };
    let mut found: Vec<(&Named<'d>, &Named<'d>)> = Vec::new();
    found.extend(chain.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))));
    if !totals.is_empty() {
        for part in &narrower {
            let before = totals.iter().rev().find(|t| (t.1.day, t.1.first) <= (part.1.day, part.1.first));
            found.extend(before.or(totals.first()).map(|t| (*t, *part)));
        }
    }
    found.into_iter().map(|(old, new)| (old.0, old.1, old.2, new.0, new.1, new.2)).collect()
}

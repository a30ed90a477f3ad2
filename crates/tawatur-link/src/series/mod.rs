//! Series: the counts that answer one question, in time order, and how they stand to each other.

mod scope;

mod another;
mod count;
mod withdrawal;

mod bucket;
mod event;

mod draft;

mod rounding;

mod because;
mod relate;

mod point;
mod question;

pub(crate) use because::UNEXPLAINED_FALL;

use std::collections::BTreeSet;

use tawatur_model::{CopyGroup, Relation, RelationKind, Series};

use crate::Item;
use crate::independence::Origins;
use crate::sameness::Sameness;
use bucket::{Bucket, buckets};
use count::{Count, counts};
use draft::{Draft, Drafter};
use relate::Relater;
use scope::{PlaceNumber, Places};

/// The series of one story, most carried question first. `copies` are those of [`crate::copies`] for the same
/// items: copied wording adds no independent origin.
pub fn series(items: &[Item<'_>], copies: &[CopyGroup]) -> Vec<Series> {
    series_judged(items, copies, &Sameness::default())
}

/// As [`series`], with what people say of the names of origins.
pub fn series_judged(items: &[Item<'_>], copies: &[CopyGroup], sameness: &Sameness) -> Vec<Series> {
    let mut items = items.to_vec();
    items.sort_by(|a, b| order(a).cmp(&order(b)));
    let mut origins = Origins::new(sameness.clone());
    let mut places = Places::new(&items);
    let mut counts = counts(&items, &mut origins, &mut places);
    event::tell_apart(&mut counts, &items, &places);
    let maker = Maker { counts: &counts, origins: &origins, places: &places, copies };
    let mut found: Vec<Series> = buckets(&counts, &places).iter().filter_map(|b| maker.series(b)).collect();
    found.sort_by(|a, b| carried(b).cmp(&carried(a)).then_with(|| a.question.quantity.cmp(&b.question.quantity)));
    found
}

fn order<'a>(item: &Item<'a>) -> (count::Moment, &'a str) {
    ((item.published(), item.report.published.and_then(|p| p.time)), item.report.id.as_str())
}

/// How many reports answer a question, and with how many claims.
fn carried(series: &Series) -> (usize, usize) {
    let mut reports: Vec<&String> = series.points.iter().flat_map(|p| &p.reports).collect();
    reports.sort();
    reports.dedup();
    (reports.len(), series.points.iter().map(|p| p.claims.len()).sum())
}

struct Maker<'c, 'a> {
    counts: &'c [Count<'a>],
    origins: &'c Origins,
    places: &'c Places,
    copies: &'c [CopyGroup],
}

impl Maker<'_, '_> {
    fn series(&self, bucket: &Bucket) -> Option<Series> {
        let mut drafter = Drafter {
            counts: self.counts,
            who: &bucket.who,
            place: bucket.place,
            places: self.places,
            stale: BTreeSet::new(),
        };
        let general = |origin: usize| self.origins.get(origin).is_some_and(|o| o.general);
        let mut drafts = drafter.drafts(&bucket.counts, &general);
        let mut relations = self.relater(&drafts, bucket.place).relations();
        // Only once it is known what replaced what can be told which counts were carried on after that.
        drafter.stale = self.carried_on(&drafts, &relations);
        if !drafter.stale.is_empty() {
            drafts = drafter.drafts(&bucket.counts, &general);
            relations = self.relater(&drafts, bucket.place).relations();
        }
        let points = point::points(&self.relater(&drafts, bucket.place), self.copies, &relations);
        let question = question::question(bucket, self.counts, self.places);
        (!points.is_empty()).then_some(Series { question, points, relations })
    }

    fn relater<'d>(&'d self, drafts: &'d [Draft], place: Option<PlaceNumber>) -> Relater<'d, 'd> {
        Relater { drafts, counts: self.counts, origins: self.origins, places: self.places, place }
    }

    /// Counts that a report gives as today's although what replaced them had been published before.
    fn carried_on(&self, drafts: &[Draft], relations: &[Relation]) -> BTreeSet<usize> {
        let mut stale = BTreeSet::new();
        for relation in relations.iter().filter(|r| r.kind == RelationKind::Supersedes) {
            let (Some(new), Some(old)) = (drafts.get(relation.from), drafts.get(relation.to)) else { continue };
            let late = |c: &Count<'_>| {
                let since = new.first.0.is_some() && c.published > new.first && (c.day >= new.day || !c.dated);
                since && !c.figure.superseded_in_text && old.first < new.first
            };
            let is_late = |i: &usize| self.counts.get(*i).is_some_and(late);
            stale.extend(old.counts.iter().copied().filter(is_late));
        }
        stale
    }
}

#[cfg(test)]
mod tests;

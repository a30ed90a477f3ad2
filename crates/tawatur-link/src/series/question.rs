//! The question that a series answers, in words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use tawatur_model::{Bilingual, Quantity, Question};

use super::bucket::Bucket;
use super::count::Count;
use super::scope::{Places, Who};

static WORDS: LazyLock<FxHashMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    include_str!("../../data/question.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.splitn(5, ',');
            let (_, quantity, en) = (fields.next()?, fields.next()?, fields.next()?);
            Some((quantity, (fields.nth(1)?, en)))
        })
        .collect()
});

/// The question of a bucket.
pub(crate) fn question(bucket: &Bucket, counts: &[Count<'_>], places: &Places) -> Question {
    let who = match bucket.who {
        Who::All => None,
        Who::Group(_) => bucket
            .counts
            .iter()
            .filter_map(|i| counts.get(*i))
            .filter(|c| c.who == bucket.who)
            .find_map(|c| c.figure.who.clone()),
    };
    let place = bucket.place.map(|p| places.name(p));
    let text = text(bucket.quantity, who.as_deref(), place.as_ref().map(|(ar, en)| (ar.as_str(), en.as_deref())));
    Question { quantity: bucket.quantity, who, place: place.map(|(ar, _)| ar), text }
}

fn text(quantity: Quantity, who: Option<&str>, place: Option<(&str, Option<&str>)>) -> Bilingual {
    let (ar, en) = WORDS.get(quantity.as_str()).copied().unwrap_or((quantity.as_str(), quantity.as_str()));
    let cost = quantity == Quantity::DamageCost;
    let (how_ar, how_en) = if cost { ("كم بلغت", "How much") } else { ("كم بلغ عدد", "How many") };
    let who_ar = who.map(|w| format!(" ({w})")).unwrap_or_default();
    let who_en = who.map(|w| format!(" (\u{2068}{w}\u{2069})")).unwrap_or_default();
    let in_ar = place.map(|(ar, _)| format!(" في {ar}")).unwrap_or_default();
    let in_en = place
        .map(|(ar, en)| en.map_or_else(|| format!(" in \u{2068}{ar}\u{2069}"), |en| format!(" in {en}")))
        .unwrap_or_default();
    Bilingual::new(format!("{how_ar} {ar}{who_ar}{in_ar}؟"), format!("{how_en} {en}{who_en}{in_en}?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quantity_that_makes_series_has_words() {
        for quantity in [Quantity::Killed, Quantity::Detained, Quantity::DamageCost, Quantity::VehiclesDamaged] {
            assert!(WORDS.contains_key(quantity.as_str()), "{quantity:?}");
        }
        assert_eq!(text(Quantity::Killed, None, Some(("سلوان", None))).ar, "كم بلغ عدد القتلى في سلوان؟");
    }
}

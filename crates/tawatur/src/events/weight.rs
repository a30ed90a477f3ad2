//! What came of an event, as a number that ranks it among the events of its day.

use std::collections::BTreeMap;

use tawatur_model::{EventEntry, Figure, Quantity};

/// Independent origins, reports in their own words, and the greatest count of each consequence, the dead before all.
pub(crate) fn weight(event: &EventEntry, figures: &BTreeMap<String, &Figure>) -> (usize, usize, u64, u64) {
    let counted = || event.figures.iter().filter_map(|f| figures.get(f));
    let most = |wanted: fn(Quantity) -> bool| {
        let low = counted().filter(|f| wanted(f.quantity)).filter_map(|f| f.low.or(f.high));
        low.fold(0.0, f64::max) as u64
    };
    let dead = most(|q| matches!(q, Quantity::Killed | Quantity::Casualties));
    let others = most(|q| {
        matches!(q, Quantity::Injured | Quantity::Missing | Quantity::Detained | Quantity::Displaced | Quantity::Crowd)
    });
    (event.independent_origins, event.carriers, dead, others)
}

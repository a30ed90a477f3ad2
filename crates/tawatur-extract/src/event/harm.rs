//! The figures that count what an event did.

use tawatur_model::{Event, Figure, In, Quantity};

/// Bytes behind an event in which a figure is still of its sentence or the next.
const REACH: u32 = 400;

/// Ties each count of harm to the event that it stands nearest to, among those that can have done it.
pub(crate) fn tie(events: &mut [Event], figures: &[Figure]) {
    for figure in figures.iter().filter(|f| f.within == In::Text && !f.background) {
        let Some(fits) = can_have(figure.quantity) else { continue };
        let after = events.partition_point(|e| e.range.start() <= figure.range.end());
        let near = |e: &Event| {
            if e.range.start() <= figure.range.end() && figure.range.start() <= e.range.end() {
                0
            } else if e.range.end() <= figure.range.start() {
                figure.range.start() - e.range.end()
            } else {
                e.range.start() - figure.range.end()
            }
        };
        let window = events.get_mut(after.saturating_sub(6)..).unwrap_or_default();
        let best = window
            .iter_mut()
            .take(9)
            .filter(|e| fits(&e.kind, e.mode.first().map(String::as_str)) && near(e) <= REACH)
            .min_by_key(|e| near(e));
        if let Some(event) = best {
            event.figures.push(figure.id.clone());
        }
    }
}

type Fits = fn(&str, Option<&str>) -> bool;

/// Which events can have led to a count of this quantity.
fn can_have(quantity: Quantity) -> Option<Fits> {
    match quantity {
        Quantity::Killed | Quantity::Injured | Quantity::Casualties | Quantity::Missing => {
            Some(|kind, _| matches!(kind, "ASSAULT" | "DISASTER" | "PROTEST"))
        }
        Quantity::Detained => Some(|kind, mode| kind == "COERCE" && mode == Some("arrest")),
        Quantity::Kidnapped => Some(|kind, mode| kind == "ASSAULT" && mode == Some("abduct")),
        Quantity::Crowd => Some(|kind, _| kind == "PROTEST"),
        Quantity::Deployed => Some(|kind, _| kind == "MOBILIZE"),
        Quantity::BuildingsDamaged | Quantity::VehiclesDamaged | Quantity::DamageCost => {
            Some(|kind, _| matches!(kind, "ASSAULT" | "DISASTER"))
        }
        _ => None,
    }
}

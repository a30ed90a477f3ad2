//! The reader of figures: which number counts what.
//!
//! 1. Every number becomes a `Count`: bounds, counted noun, who, what governs it. A dual, an indefinite
//!    singular and "one of" are counts too, but only beside a word that calls for one.
//! 2. Every rule of `rules/ar/figure-*.toml` whose senses stand near is matched around the count; the match that
//!    fits best wins (`ranking`), and the [`Decision`] keeps those that it beat.
//! 3. What the sentence and the report say of all of them is added: part and whole, who the "others" are, place,
//!    day, modality, earlier counts, repeats.

mod amount;
mod assemble;
mod bare;
mod book;
mod capital;
mod choose;
mod count;
mod counted;
mod counts;
mod headed;
mod implied;
mod joint;
mod land;
mod main_place;
mod modality;
mod named_again;
mod noun_phrase;
mod place;
mod ranking;
mod reach;
mod reader;
mod relate;
mod relation;
mod scene;
mod scope;
mod site;
mod slot;
mod small_town;
mod spot;
mod view;
mod vocabulary;
mod when;
mod where_told;
mod why;

pub use amount::Amount;
pub(crate) use assemble::read_all;
pub use assemble::{FigureReading, Input, read};
pub use book::book;
pub use ranking::Decision;
pub(crate) use vocabulary::{mark::TRIGGER as HARM, marks_of};
pub use why::{FigureWhy, PlaceCandidate, explain};

use tawatur_model::Quantity;

/// The quantity of this name, as outputs write it.
pub(crate) fn quantity_named(name: &str) -> Option<Quantity> {
    use Quantity::*;
    const ALL: [Quantity; 26] = [
        Killed,
        Injured,
        Missing,
        Detained,
        Kidnapped,
        Displaced,
        Evacuated,
        Rescued,
        Aboard,
        Crowd,
        Attackers,
        Deployed,
        Casualties,
        DamageCost,
        BuildingsDamaged,
        VehiclesDamaged,
        Age,
        Duration,
        Population,
        Dismissed,
        PriceChange,
        Magnitude,
        Money,
        Distance,
        Percentage,
        Other,
    ];
    ALL.into_iter().find(|q| q.as_str() == name)
}

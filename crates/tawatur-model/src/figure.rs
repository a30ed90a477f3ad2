//! Figures: numbers that a report states of the world.

use serde::{Deserialize, Serialize};
use tawatur_text::ByteRange;

use crate::{AsOf, Day, Hop, In};

/// One number that a report states of the world, at one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Unique in the report (`f1`, `f2`, ...), in order of the text.
    pub id: String,
    /// The number with the words that make it a count of this quantity.
    pub range: ByteRange,
    /// The original words of `range`.
    pub quote: String,
    /// What is counted.
    pub quantity: Quantity,
    /// Least value that the words allow; none where they set no lower bound.
    pub low: Option<f64>,
    /// Greatest value that the words allow; none where they set no upper bound.
    pub high: Option<f64>,
    /// How it is said.
    pub mode: Mode,
    /// `person`, an ISO 4217 code, `building`, `vehicle`, a unit of measure.
    pub unit: String,
    /// Who is counted, in the report's words; none where it says only persons, dead, wounded.
    pub who: Option<String>,
    /// The place that the count is for, as the report names it.
    pub place: Option<String>,
    /// The day for which the count holds, or its month or year where the report says no more.
    pub as_of: Option<AsOf>,
    /// Whether it stands in the text or in a title given apart.
    #[serde(rename = "in")]
    pub within: In,
    /// Whether the number is newly added, not the running total.
    pub increment: bool,
    /// Id of the figure that it is part of.
    pub subset_of: Option<String>,
    /// Id of the earlier figure of this report that it states again.
    pub repeat_of: Option<String>,
    /// The institution that the origin speaks for, where the origin is a person.
    pub institution: Option<String>,
    /// Whether the report itself calls it an earlier count.
    pub superseded_in_text: bool,
    /// How sure the report says it is.
    pub modality: Modality,
    /// Whether it belongs to another event than the report's own.
    pub background: bool,
    /// Who it comes from, origin first, the outlet left out.
    pub chain: Vec<Hop>,
    /// The day on which it was said.
    pub said_on: Option<Day>,
    /// Id of the rule that read it.
    pub rule: String,
}

/// What a figure counts. The core quantities are read exhaustively; the others where they are easily told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names are their own documentation; `gold/SCHEMA.md` of the benchmark defines them.
pub enum Quantity {
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
}

impl Quantity {
    /// Whether it is one of the core quantities, whose figures make series.
    pub fn is_core(self) -> bool {
        self <= Quantity::VehiclesDamaged
    }

    /// The name in outputs, e.g. `damage_cost`.
    pub fn as_str(self) -> &'static str {
        match self {
            Quantity::Killed => "killed",
            Quantity::Injured => "injured",
            Quantity::Missing => "missing",
            Quantity::Detained => "detained",
            Quantity::Kidnapped => "kidnapped",
            Quantity::Displaced => "displaced",
            Quantity::Evacuated => "evacuated",
            Quantity::Rescued => "rescued",
            Quantity::Aboard => "aboard",
            Quantity::Crowd => "crowd",
            Quantity::Attackers => "attackers",
            Quantity::Deployed => "deployed",
            Quantity::Casualties => "casualties",
            Quantity::DamageCost => "damage_cost",
            Quantity::BuildingsDamaged => "buildings_damaged",
            Quantity::VehiclesDamaged => "vehicles_damaged",
            Quantity::Age => "age",
            Quantity::Duration => "duration",
            Quantity::Population => "population",
            Quantity::Dismissed => "dismissed",
            Quantity::PriceChange => "price_change",
            Quantity::Magnitude => "magnitude",
            Quantity::Money => "money",
            Quantity::Distance => "distance",
            Quantity::Percentage => "percentage",
            Quantity::Other => "other",
        }
    }
}

/// How a number is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// As it stands.
    #[default]
    Exact,
    /// "About".
    About,
    /// "More than": `low` is the number said.
    Over,
    /// "At least".
    AtLeast,
    /// "Less than": `high` is the number said.
    Under,
    /// "Up to".
    UpTo,
    /// Between two numbers.
    Between,
    /// A vague plural ("dozens"), with the bounds that it stands for.
    Vague,
}

/// How sure the report says that a claim is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Stated.
    #[default]
    Asserted,
    /// Said not to be so.
    Denied,
    /// Said to be unconfirmed.
    Unconfirmed,
    /// Feared or thought likely.
    Feared,
    /// Only if something else happens.
    Conditional,
    /// To come.
    Planned,
    /// Rumoured.
    Hearsay,
}

//! What is read from one report.

use serde::{Deserialize, Serialize};

use crate::{Day, Event, Figure, Note, Organisation, Passage, Person, Place, PublishedFrom, Statement, Thing, Time};

/// Everything that is read from one report: one JSON line of `tawatur extract`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The report's id.
    pub report: String,
    /// When it was published, where that is known.
    pub published: Option<Day>,
    /// How that is known.
    pub published_from: PublishedFrom,
    /// Who published it.
    pub outlet: Option<String>,
    /// Figures, in order of the text, those of the title last.
    pub figures: Vec<Figure>,
    /// Statements, in the same order.
    pub statements: Vec<Statement>,
    /// Events.
    pub events: Vec<Event>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// People, by first mention.
    pub people: Vec<Person>,
    /// Places, by first mention.
    pub places: Vec<Place>,
    /// Organisations, by first mention.
    pub organisations: Vec<Organisation>,
    /// Weapons, craft and events that have names of their own, by first mention.
    #[serde(default)]
    pub things: Vec<Thing>,
    /// The parts of the report with their roles.
    pub passages: Vec<Passage>,
    /// What could not be read, and what is odd.
    pub notes: Vec<Note>,
}

//! People, organisations and places over the reports of a story.
//!
//! Forms of one name are joined by recorded judgements with a reason. Two full names that differ in a word are never
//! joined unless the word is a spelling of the other; a short form that could be two people's stays by itself.

mod because;
mod distance;
mod name;

mod cluster;
mod judged;
mod organisation;
mod person;
mod place;

mod focus;
mod office;

pub use focus::settle_places;

use tawatur_model::{Bilingual, EntityEntry, NameJudgement};

use crate::Item;
use crate::sameness::Sameness;

/// The entities of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// People, most named first.
    pub people: Vec<EntityEntry>,
    /// Organisations, most named first.
    pub organisations: Vec<EntityEntry>,
    /// Places, most named first.
    pub places: Vec<EntityEntry>,
    /// What was decided about pairs of names, in order of the names.
    pub judgements: Vec<Judgement>,
}

/// What was decided about two names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// One name.
    pub one: String,
    /// The other.
    pub other: String,
    /// Whether they are one.
    pub verdict: Verdict,
    /// Why.
    pub because: Bilingual,
}

impl Verdict {
    /// As the account writes it.
    fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }
}

impl From<Judgement> for NameJudgement {
    fn from(judgement: Judgement) -> Self {
        let Judgement { one, other, verdict, because } = judgement;
        Self { one, other, verdict: verdict.word().to_owned(), because }
    }
}

/// Whether two names are one person's, place's or body's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One.
    Same,
    /// Two, though the names are near each other.
    Different,
    /// It cannot be told; kept apart.
    Unsure,
}

/// Joins what the reports of a story name.
pub fn entities(items: &[Item<'_>]) -> Entities {
    entities_judged(items, &Sameness::default())
}

/// As [`entities`], with what people say of names.
pub fn entities_judged(items: &[Item<'_>], sameness: &Sameness) -> Entities {
    let mut judgements = Vec::new();
    let people = person::people(items, &mut judgements);
    let organisations = organisation::organisations(items, &mut judgements);
    let places = place::places(items, &mut judgements);
    let [mut people, organisations, places] =
        [people, organisations, places].map(|entries| judged::judged(entries, sameness, items));
    office::offices(items, &mut people, sameness, &mut judgements);
    Entities { people, organisations, places, judgements }
}

#[cfg(test)]
mod tests;

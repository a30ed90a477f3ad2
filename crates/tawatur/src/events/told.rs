//! One place where a report tells of an event, made ready for comparison.

use std::collections::BTreeSet;

use tawatur_lexicon::Lexicon;
use tawatur_link::Item;
use tawatur_model::{Event, Party, Report};
use tawatur_text::fold_word;

use super::entity::{Entities, Entity};

/// A party or place as it is compared: who it is where that is known, else its words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Key {
    pub(super) entity: Option<Entity>,
    pub(super) words: BTreeSet<String>,
}

/// An event with its report and what its parties are compared by.
#[derive(Clone, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) event: &'a Event,
    pub(super) actor: Key,
    pub(super) target: Key,
    pub(super) place: Key,
}

impl<'a> Told<'a> {
    pub(super) fn new(item: Item<'a>, event: &'a Event, entities: &Entities<'_>) -> Self {
        let party =
            |p: &Option<Party>| p.as_ref().map(|p| Key::new(&p.name, entities.at(item.report, p))).unwrap_or_default();
        let place = event.place.as_deref().map(|p| Key::new(p, entities.place(p))).unwrap_or_default();
        Self { item, event, actor: party(&event.actor), target: party(&event.target), place }
    }

    pub(super) fn report(&self) -> &'a Report {
        self.item.report
    }

    /// `report#event id`.
    pub(super) fn claim(&self) -> String {
        format!("{}#{}", self.report().id, self.event.id)
    }

    /// Whether the target is only people of some kind («شخصا», «متظاهرين»), and nobody that could be told from others.
    pub(super) fn is_anybody(&self) -> bool {
        self.target.entity.is_none() && self.target.words.iter().all(|w| is_common_person(w))
    }
}

impl Key {
    fn new(name: &str, entity: Option<Entity>) -> Self {
        Self { entity, words: key_words(name) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entity.is_none() && self.words.is_empty()
    }
}

fn key_words(name: &str) -> BTreeSet<String> {
    let folded = name.split_whitespace().map(|w| fold_word(w.trim_matches(|c: char| !c.is_alphanumeric())));
    let bare = folded.map(|w| w.strip_prefix("ال").map_or(w.clone(), str::to_owned));
    bare.filter(|w| w.chars().count() > 2).collect()
}

fn is_common_person(word: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let person = |sense| matches!(lexicon.sense_name(sense), "noun:person" | "noun:militant" | "noun:protester");
    lexicon.analyse(word).iter().any(|r| person(r.sense))
}

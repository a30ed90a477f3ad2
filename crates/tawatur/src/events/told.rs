//! One place where a report tells of an event, made ready for comparison.

use std::collections::BTreeSet;

use tawatur_lexicon::{Clitics, Lexicon};
use tawatur_link::Item;
use tawatur_model::{Account, EntityEntry, Event, Party, Report};
use tawatur_text::fold_word;

use super::entity::{Entities, Entity};

/// A party or place as it is compared: who it is where that is known, else its words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Key {
    pub(super) entity: Option<Entity>,
    pub(super) words: BTreeSet<String>,
    /// Of a person known by name: the words of the offices that reports give him.
    pub(super) roles: BTreeSet<String>,
    /// An office with a pronoun and no name: «مديرها السابق».
    pub(super) described: bool,
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
        let party = |p: &Option<Party>| {
            p.as_ref().map(|p| entities.key(&p.name, entities.at(item.report, p))).unwrap_or_default()
        };
        let place = event.place.as_deref().map(|p| entities.key(p, entities.place(p))).unwrap_or_default();
        Self { item, event, actor: party(&event.actor), target: party(&event.target), place }
    }

    /// The name of a party as the story knows who it is, where the report only uses a shorter form of it.
    pub(super) fn named<'n>(&self, party: &'n Party, key: &Key, account: &'n Account) -> &'n str {
        let whole = match key.entity {
            Some(('p', i)) => account.people.get(i),
            _ => None,
        };
        let shorter = |w: &EntityEntry| w.aliases.contains(&party.name) && words_of(&w.name) > words_of(&party.name);
        whole.filter(|w| shorter(w)).map_or(&party.name, |w| &w.name)
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
    pub(super) fn new(name: &str, entity: Option<Entity>, roles: &[String]) -> Self {
        let roles = roles.iter().flat_map(|r| key_words(r)).collect();
        Self { entity, words: key_words(name), roles, described: entity.is_none() && is_office_of(name) }
    }

    /// Whether one is a person known by name and the other an office with a word of his: «رئيسه السابق» and «مديرها السابق».
    pub(super) fn describes(&self, other: &Self) -> bool {
        let of = |named: &Self, described: &Self| {
            matches!(named.entity, Some(('p', _)))
                && described.described
                && described.words.len() > 1
                && !described.words.is_disjoint(&named.roles)
        };
        of(self, other) || of(other, self)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entity.is_none() && self.words.is_empty()
    }
}

/// An office of somebody who is only a pronoun: «رئيسه», «مديرها».
fn is_office_of(name: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let first = name.split_whitespace().next().unwrap_or_default();
    let readings = lexicon.analyse(&fold_word(first));
    readings.iter().any(|r| r.clitics.has(Clitics::PRONOUN) && lexicon.sense_name(r.sense).starts_with("title:"))
}

fn words_of(name: &str) -> usize {
    name.split_whitespace().count()
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

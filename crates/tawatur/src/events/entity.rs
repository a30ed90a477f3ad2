//! The people, bodies and places of a story, found again where an event names one.

use std::collections::BTreeMap;

use tawatur_model::{Account, EntityEntry, Party, Report};

use super::told::Key;

/// One of the account's entities: what kind of one, and its number there.
pub(super) type Entity = (char, usize);

/// Entities by their mentions and names.
#[derive(Debug, Default)]
pub(super) struct Entities<'a> {
    /// By report: start and end of the mention, and whose it is.
    mentions: BTreeMap<&'a str, Vec<(u32, u32, Entity)>>,
    places: BTreeMap<String, Entity>,
    people: &'a [EntityEntry],
}

impl<'a> Entities<'a> {
    pub(super) fn of(account: &'a Account) -> Self {
        let mut found = Self { people: &account.people, ..Self::default() };
        for (kind, entries) in [('p', &account.people), ('o', &account.organisations)] {
            for (i, entry) in entries.iter().enumerate() {
                found.add((kind, i), entry);
            }
        }
        for (i, entry) in account.places.iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                found.places.entry(crate::names::folded(name)).or_insert(('l', i));
            }
        }
        found
    }

    fn add(&mut self, entity: Entity, entry: &'a EntityEntry) {
        for mention in &entry.mentions {
            let all = self.mentions.entry(&mention.report).or_default();
            all.push((mention.range.start(), mention.range.end(), entity));
        }
    }

    /// Whom a party of a report's event names: the entity of whose mentions one lies in its words. Two in one phrase
    /// («وزير الداخلية في حكومة …») leave it open.
    pub(super) fn at(&self, report: &Report, party: &Party) -> Option<Entity> {
        let range = party.range?;
        let mentions = self.mentions.get(report.id.as_str())?;
        let mut within = mentions.iter().filter(|(s, e, _)| *s < range.end() && range.start() < *e).map(|(_, _, e)| *e);
        let first = within.next()?;
        within.all(|e| e == first).then_some(first)
    }

    /// A name made ready for comparison.
    pub(super) fn key(&self, name: &str, entity: Option<Entity>) -> Key {
        let person = match entity {
            Some(('p', i)) => self.people.get(i),
            _ => None,
        };
        Key::new(name, entity, person.map(|p| p.roles.as_slice()).unwrap_or_default())
    }

    /// The place of a name.
    pub(super) fn place(&self, name: &str) -> Option<Entity> {
        self.places.get(&crate::names::folded(name)).copied()
    }
}

//! Entities as people judge them: two entries made one, or one made two.

use tawatur_model::{Bilingual, CopyPassage, EntityEntry};

use crate::Item;
use crate::sameness::{Sameness, folded};

/// Applies what people say of names to the entries of one kind.
pub(crate) fn judged(mut entries: Vec<EntityEntry>, sameness: &Sameness, items: &[Item<'_>]) -> Vec<EntityEntry> {
    if sameness.is_empty() {
        return entries;
    }
    for [one, other] in sameness.same() {
        join(&mut entries, one, other);
    }
    for [one, other] in sameness.different() {
        part(&mut entries, one, other, items);
    }
    entries.sort_by(|a, b| b.mentions.len().cmp(&a.mentions.len()).then_with(|| a.name.cmp(&b.name)));
    entries
}

fn has(entry: &EntityEntry, name: &str) -> bool {
    std::iter::once(&entry.name).chain(&entry.aliases).any(|n| folded(n) == name)
}

fn because() -> Bilingual {
    Bilingual::new("بحكم من راجع الأسماء", "as judged by a person")
}

/// The entry of the one takes up the entry of the other.
fn join(entries: &mut Vec<EntityEntry>, one: &str, other: &str) {
    let place = |name: &str| entries.iter().position(|e| has(e, name));
    let (Some(kept), Some(gone)) = (place(one), place(other)) else { return };
    if kept == gone {
        return;
    }
    let gone = entries.remove(gone);
    let Some(entry) = entries.iter_mut().find(|e| has(e, one)) else { return };
    entry.aliases.extend(std::iter::once(gone.name).chain(gone.aliases));
    entry.aliases.sort();
    entry.aliases.dedup();
    entry.roles.extend(gone.roles);
    entry.because.extend(gone.because);
    entry.because.push(because());
    entry.mentions.extend(gone.mentions);
    entry.mentions.sort();
    entry.en = entry.en.take().or(gone.en);
    if entry.row.is_none() {
        (entry.row, entry.country) = (gone.row, gone.country);
        (entry.coordinates, entry.precision) = (gone.coordinates, gone.precision);
    }
}

/// The form of the other leaves the entry, with the mentions that are written so.
fn part(entries: &mut Vec<EntityEntry>, one: &str, other: &str, items: &[Item<'_>]) {
    let Some(entry) = entries.iter_mut().find(|e| has(e, one) && has(e, other)) else { return };
    // Whichever of the two is only a form leaves; the name of the entry stays.
    let leaving = if folded(&entry.name) == *other { one } else { other };
    let Some(at) = entry.aliases.iter().position(|a| folded(a) == *leaving) else { return };
    let name = entry.aliases.remove(at);
    let written = |m: &CopyPassage| {
        let text = items.iter().find(|i| i.report.id == m.report).map_or("", |i| m.range.slice(&i.report.text));
        folded(text).ends_with(leaving)
    };
    let (own, rest): (Vec<CopyPassage>, Vec<CopyPassage>) = entry.mentions.drain(..).partition(written);
    entry.mentions = rest;
    let roles = entry.roles.clone();
    entries.push(EntityEntry { name, roles, because: vec![because()], mentions: own, ..EntityEntry::default() });
}

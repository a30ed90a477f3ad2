//! People, organisations and places over all reports of a story, with the forms of one name joined.
//!
//! Two mentions are one place or body when they are one entry of the lexicon or one folded name; one person when
//! the shorter name is the end of exactly one longer name of the story; and one of either when long names differ in
//! one letter, as spellings of foreign names do. Each joining says why.

use std::collections::BTreeMap;

use tawatur_model::{Bilingual, CopyPassage, EntityEntry, Extraction};
use tawatur_text::ByteRange;

use super::Material;
use crate::names::folded;
use crate::wording::{say, verbatim};

/// Letters from which a difference of one letter may be one of spelling.
const LONG: usize = 6;

/// The entities of a story, most named first.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) people: Vec<EntityEntry>,
    pub(super) organisations: Vec<EntityEntry>,
    pub(super) places: Vec<EntityEntry>,
}

/// One entity of one report.
struct Mention<'a> {
    key: String,
    report: &'a str,
    name: &'a str,
    aliases: &'a [String],
    roles: Vec<String>,
    en: Option<&'a str>,
    coordinates: Option<(f64, f64)>,
    ranges: &'a [ByteRange],
}

/// Joins what the reports name.
pub(super) fn join(material: Material<'_>) -> Entities {
    Entities {
        people: joined(material, people, true),
        organisations: joined(material, organisations, false),
        places: joined(material, places, false),
    }
}

fn people<'a>(e: &'a Extraction) -> Vec<Mention<'a>> {
    let mention = |p: &'a tawatur_model::Person| Mention {
        key: folded(&p.name),
        report: &e.report,
        name: &p.name,
        aliases: &p.aliases,
        roles: p.roles.clone(),
        en: None,
        coordinates: None,
        ranges: &p.ranges,
    };
    e.people.iter().map(mention).collect()
}

fn organisations<'a>(e: &'a Extraction) -> Vec<Mention<'a>> {
    let mention = |o: &'a tawatur_model::Organisation| Mention {
        key: o.en.clone().filter(|en| !en.is_empty()).unwrap_or_else(|| folded(&o.name)),
        report: &e.report,
        name: &o.name,
        aliases: &o.aliases,
        roles: vec![o.kind.clone()],
        en: o.en.as_deref(),
        coordinates: None,
        ranges: &o.ranges,
    };
    e.organisations.iter().map(mention).collect()
}

fn places<'a>(e: &'a Extraction) -> Vec<Mention<'a>> {
    let mention = |p: &'a tawatur_model::Place| Mention {
        key: p.gazetteer_id.clone().unwrap_or_else(|| folded(&p.name)),
        report: &e.report,
        name: &p.name,
        aliases: &p.aliases,
        roles: vec![p.kind.clone()],
        en: p.en.as_deref(),
        coordinates: p.coordinates,
        ranges: &p.ranges,
    };
    e.places.iter().map(mention).collect()
}

/// The mentions of one entity, with the reasons for joining other keys to its own.
#[derive(Default)]
struct Draft<'a> {
    mentions: Vec<Mention<'a>>,
    because: Vec<Bilingual>,
}

fn joined<'a>(
    material: Material<'a>,
    read: impl Fn(&'a Extraction) -> Vec<Mention<'a>>,
    are_people: bool,
) -> Vec<EntityEntry> {
    let mut drafts: BTreeMap<String, Draft<'a>> = BTreeMap::new();
    for mention in material.extractions.iter().flat_map(read) {
        drafts.entry(mention.key.clone()).or_default().mentions.push(mention);
    }
    for (key, target, because) in same(&drafts, are_people) {
        let Some(draft) = drafts.remove(&key) else { continue };
        if let Some(into) = drafts.get_mut(&target) {
            into.mentions.extend(draft.mentions);
            into.because.extend(draft.because);
            into.because.push(because);
        }
    }
    let mut all: Vec<EntityEntry> = drafts.into_values().map(|d| entry(d, are_people)).collect();
    all.sort_by(|a, b| b.mentions.len().cmp(&a.mentions.len()).then_with(|| a.name.cmp(&b.name)));
    all
}

/// Which keys are another's: shorter names first, so that a chain of joinings ends at the fullest name.
fn same(drafts: &BTreeMap<String, Draft<'_>>, are_people: bool) -> Vec<(String, String, Bilingual)> {
    let mut keys: Vec<&String> = drafts.keys().collect();
    keys.sort_by_key(|k| (k.split(' ').count(), (*k).clone()));
    let mut found = Vec::new();
    for (i, key) in keys.iter().enumerate() {
        let name = |k: &str| drafts.get(k).and_then(|d| d.mentions.first()).map_or("", |m| m.name);
        let longer: Vec<&&String> = keys.iter().skip(i + 1).filter(|other| are_people && is_end(key, other)).collect();
        let one_person = longer.last().is_some_and(|full| longer.iter().all(|l| l == full || is_end(l, full)));
        if let Some(one) = longer.first().filter(|_| one_person) {
            let places = [("short", &verbatim(name(key))), ("full", &verbatim(name(one)))];
            found.push(((*key).clone(), (**one).clone(), say("entity.part-of-name", &places)));
            continue;
        }
        let spelt = keys.iter().skip(i + 1).find(|other| longer.is_empty() && is_spelling(key, other));
        if let Some(other) = spelt {
            let places = [("one", &verbatim(name(key))), ("other", &verbatim(name(other)))];
            found.push(((*key).clone(), (*other).clone(), say("entity.one-letter", &places)));
        }
    }
    found
}

/// Whether a name is the last words of a longer one.
fn is_end(short: &str, long: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// Whether two long names differ in one letter.
fn is_spelling(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < LONG || a.len().abs_diff(b.len()) > 1 || a.iter().any(|c| c.is_ascii()) {
        return false;
    }
    let ahead = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let behind = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    ahead > 0 && ahead + behind + 1 >= a.len().max(b.len())
}

fn entry(draft: Draft<'_>, are_people: bool) -> EntityEntry {
    let mut entry = EntityEntry { name: best_name(&draft, are_people), because: draft.because, ..Default::default() };
    for mention in draft.mentions {
        let forms = std::iter::once(mention.name).chain(mention.aliases.iter().map(String::as_str));
        for form in forms {
            if form != entry.name && !entry.aliases.iter().any(|a| a == form) {
                entry.aliases.push(form.to_owned());
            }
        }
        for role in mention.roles {
            if !role.is_empty() && !entry.roles.contains(&role) {
                entry.roles.push(role);
            }
        }
        entry.en = entry.en.take().or_else(|| mention.en.map(str::to_owned));
        entry.coordinates = entry.coordinates.or(mention.coordinates);
        let places = mention.ranges.iter();
        entry.mentions.extend(places.map(|range| CopyPassage { report: mention.report.to_owned(), range: *range }));
    }
    entry.aliases.sort();
    entry.mentions.sort();
    entry
}

/// The fullest name of a person, the most used name of anything else.
fn best_name(draft: &Draft<'_>, are_people: bool) -> String {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in &draft.mentions {
        *used.entry(mention.name).or_default() += mention.ranges.len();
    }
    let words = |name: &str| if are_people { name.split_whitespace().count() } else { 0 };
    let best = used.iter().max_by(|a, b| (words(a.0), a.1).cmp(&(words(b.0), b.1)).then_with(|| b.0.cmp(a.0)));
    best.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tawatur_model::{Person, Report};

    use super::*;

    fn people_of(reports: &[&[&str]]) -> Vec<EntityEntry> {
        let person = |n: &&str| Person {
            name: (*n).to_owned(),
            aliases: Vec::new(),
            roles: Vec::new(),
            ranges: vec![ByteRange::new(0, 2)],
        };
        let read: Vec<Extraction> = reports
            .iter()
            .map(|names| Extraction { people: names.iter().map(person).collect(), ..Extraction::default() })
            .collect();
        let texts = vec![Report::default(); read.len()];
        join(Material { reports: &texts, extractions: &read }).people
    }

    #[test]
    fn a_family_name_is_the_one_person_who_bears_it() {
        let found = people_of(&[&["سالم بدر العامري"], &["العامري"], &["بدر العامري"]]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].name.as_str(), found[0].mentions.len()), ("سالم بدر العامري", 3));
        assert!(found[0].because.iter().all(|b| b.en.contains("end of")));
    }

    #[test]
    fn a_family_name_that_two_bear_is_nobodys() {
        assert_eq!(people_of(&[&["سالم العامري", "ناصر العامري"], &["العامري"]]).len(), 3);
    }

    #[test]
    fn spellings_of_a_long_name_are_one() {
        assert_eq!(people_of(&[&["كاسباروف"], &["كسباروف"]]).len(), 1);
        assert_eq!(people_of(&[&["سليم"], &["سليمة"]]).len(), 2);
    }
}

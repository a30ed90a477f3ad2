//! The people and organisations of one report: mentions of one name joined.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use tawatur_model::{Organisation, Person};
use tawatur_text::{ByteRange, fold_word};

use super::club::CLUB;
use super::mention::{NameKind, NameMention};
use crate::Analysed;

/// A person while mentions are being joined.
struct Known {
    /// Folded words of the fullest form.
    words: Vec<String>,
    person: Person,
}

impl Known {
    fn has(&self, name: &str) -> bool {
        self.person.name == name || self.person.aliases.iter().any(|a| a == name)
    }
}

/// People by the words of their names, so that joining stays linear in the mentions.
#[derive(Default)]
struct Index {
    /// People whose names end with a word.
    ends: FxHashMap<String, Vec<usize>>,
    /// The one person whose long name holds a word; none where two do.
    holders: FxHashMap<String, Option<usize>>,
}

/// People of one family name compared at most, latest first.
const MOST_COMPARED: usize = 16;

impl Index {
    fn add(&mut self, words: &[&str], at: usize) {
        if let Some(last) = words.last() {
            let ends = self.ends.entry((*last).to_owned()).or_default();
            if !ends.contains(&at) {
                ends.push(at);
            }
        }
        for word in words.iter().filter(|_| words.len() > 2) {
            let holder = self.holders.entry((*word).to_owned()).or_insert(Some(at));
            if *holder != Some(at) {
                *holder = None;
            }
        }
    }

    /// The person that a name is a form of: by its end, or a single word that only one long name holds.
    fn find(&self, known: &[Known], words: &[&str]) -> Option<usize> {
        let ends = words.last().and_then(|w| self.ends.get(*w)).map_or(&[][..], Vec::as_slice);
        let is_form = |at: &&usize| known.get(**at).is_some_and(|k| is_form_of(words, &k.words));
        let by_end = ends.iter().rev().take(MOST_COMPARED).find(is_form).copied();
        let [word] = words else { return by_end };
        by_end.or_else(|| self.holders.get(*word).copied().flatten())
    }
}

/// Joins mentions into people. A short form belongs to the latest person whose full name ends with it or holds it.
pub(crate) fn people(analysed: &Analysed<'_>, mentions: &[NameMention]) -> Vec<Person> {
    let mut known: Vec<Known> = Vec::new();
    let mut index = Index::default();
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Person) {
        let name = name_of(analysed, mention);
        let folded = fold_word(&name);
        let words = name_words(&folded);
        let at = index.find(&known, &words).unwrap_or(known.len());
        if at == known.len() {
            known.push(of_name(&name, &words));
            index.add(&words, at);
        }
        let Some(found) = known.get_mut(at) else { continue };
        if !found.has(&name) {
            index.add(&words, at);
            add_form(found, &name, &words);
        }
        found.person.ranges.push(mention.range);
        add_role(analysed, found, mention);
    }
    known.into_iter().map(|k| k.person).collect()
}

fn of_name(name: &str, words: &[&str]) -> Known {
    let person = Person { name: name.to_owned(), aliases: Vec::new(), roles: Vec::new(), ranges: Vec::new() };
    Known { words: owned(words), person }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

fn add_form(known: &mut Known, name: &str, words: &[&str]) {
    let person = &mut known.person;
    let mut alias = name.to_owned();
    if words.len() > known.words.len() {
        known.words = owned(words);
        std::mem::swap(&mut person.name, &mut alias);
    }
    person.aliases.push(alias);
}

fn add_role(analysed: &Analysed<'_>, known: &mut Known, mention: &NameMention) {
    let Some(role) = mention.role else { return };
    let range = analysed.document.range_of(role);
    let skip = conjunction_bytes(analysed, role.start);
    let first = analysed.document.range_without(role.start, skip);
    let words = spaced(ByteRange::new(first.start(), range.end()).slice(analysed.document.original()));
    if !words.is_empty() && !known.person.roles.iter().any(|r| *r == words) {
        known.person.roles.push(words.into_owned());
    }
}

/// Bytes of a conjunction in front of a title.
fn conjunction_bytes(analysed: &Analysed<'_>, at: usize) -> usize {
    let title =
        analysed.readings(at).iter().find(|r| analysed.lexicon().class(r.sense) == tawatur_lexicon::Class::Title);
    let phrase = analysed.phrase_at(at).and_then(|p| p.readings.first());
    let joins = phrase.or(title).is_some_and(|r| r.clitics.joins());
    if joins { 2 } else { 0 }
}

/// Whether one name is a form of the other: the same words, or the words of the shorter in order at the longer's end.
fn is_form_of(one: &[&str], other: &[String]) -> bool {
    // A given name alone is no short form of a full one, a family name is.
    if one.is_empty() || one.last().copied() != other.last().map(String::as_str) {
        return false;
    }
    let (one_words, other_words) = (one.iter().copied(), other.iter().map(String::as_str));
    if one.len() <= other.len() { are_among(one_words, other_words) } else { are_among(other_words, one_words) }
}

/// Whether these words stand among the others in the same order.
fn are_among<'w>(mut words: impl Iterator<Item = &'w str>, mut others: impl Iterator<Item = &'w str>) -> bool {
    words.all(|word| others.any(|other| other == word))
}

/// The words of a folded name, without articles and particles between.
pub(crate) fn name_words(folded: &str) -> Vec<&str> {
    let words = folded.split([' ', '-']).filter(|w| !w.is_empty());
    words.map(|w| w.strip_prefix("ال").filter(|r| r.chars().nth(2).is_some()).unwrap_or(w)).collect()
}

/// What tells a name that no row of the lexicon has from others.
pub(crate) fn key_of(name: &str) -> String {
    name_words(&fold_word(name)).join(" ")
}

/// The name at a mention. The article that ل swallowed comes back: للولايات gives الولايات.
pub(crate) fn name_of<'d>(analysed: &Analysed<'d>, mention: &NameMention) -> Cow<'d, str> {
    let original: &'d str = analysed.document.original();
    let name = spaced(mention.range.slice(original));
    let start = mention.range.start();
    let is_cut = analysed.document.token(mention.tokens.start).is_some_and(|t| t.range.start() < start);
    let swallowed = || original.get(..start as usize).is_some_and(|before| before.ends_with('ل'));
    if is_cut && name.starts_with('ل') && swallowed() { Cow::Owned(format!("ا{name}")) } else { name }
}

/// The words with single spaces.
fn spaced(words: &str) -> Cow<'_, str> {
    // With a blank behind each word as long as they are: nearly all names.
    let joined: usize = words.split_whitespace().map(|word| word.len() + 1).sum();
    if joined == words.len() + 1 && !words.bytes().any(|b| b.is_ascii_control()) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Joins mentions into organisations: by row of the lexicon, else by folded name.
pub(crate) fn organisations(analysed: &Analysed<'_>, mentions: &[NameMention]) -> Vec<Organisation> {
    let mut keys: FxHashMap<Cow<'static, str>, usize> = FxHashMap::default();
    let mut found: Vec<Organisation> = Vec::new();
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Organisation) {
        let name = name_of(analysed, mention);
        let entry = mention.entry.map(|e| analysed.lexicon().entry(e));
        let key = entry.map_or_else(|| Cow::Owned(key_of(&name)), |e| Cow::Borrowed(e.id));
        let at = *keys.entry(key).or_insert(found.len());
        if at == found.len() {
            found.push(new_organisation(analysed, mention, name.as_ref().to_owned()));
        }
        if let Some(organisation) = found.get_mut(at) {
            if organisation.name != name && !organisation.aliases.iter().any(|a| *a == name) {
                organisation.aliases.push(name.into_owned());
            }
            organisation.ranges.push(mention.range);
        }
    }
    found
}

fn new_organisation(analysed: &Analysed<'_>, mention: &NameMention, name: String) -> Organisation {
    let lexicon = analysed.lexicon();
    let kind = match mention.entry {
        Some(entry) => lexicon.sense_name(lexicon.entry(entry).sense),
        None if mention.because == CLUB => CLUB,
        None => head_kind(analysed, mention.tokens.start),
    };
    let kind = kind.split_once(':').map_or(kind, |(_, what)| what);
    let kind = kind.trim_end_matches("-weak").trim_start_matches("body-").to_owned();
    let en = mention.entry.and_then(|e| lexicon.entry(e).feature("en")).map(str::to_owned);
    Organisation { name, aliases: Vec::new(), kind, en, ranges: Vec::new() }
}

fn head_kind(analysed: &Analysed<'_>, at: usize) -> &'static str {
    let lexicon = analysed.lexicon();
    let names = analysed.readings(at).iter().map(|r| lexicon.sense_name(r.sense));
    names.into_iter().find(|n| n.starts_with("noun:body-")).unwrap_or("organisation")
}

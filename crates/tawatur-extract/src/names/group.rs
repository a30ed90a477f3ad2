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
    fn has(&self, name: &String) -> bool {
        self.person.name == *name || self.person.aliases.contains(name)
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
    fn add(&mut self, words: &[String], at: usize) {
        if let Some(last) = words.last() {
            let ends = self.ends.entry(last.clone()).or_default();
            if !ends.contains(&at) {
                ends.push(at);
            }
        }
        for word in words.iter().filter(|_| words.len() > 2) {
            let holder = self.holders.entry(word.clone()).or_insert(Some(at));
            if *holder != Some(at) {
                *holder = None;
            }
        }
    }

    /// The person that a name is a form of: by its end, or a single word that only one long name holds.
    fn find(&self, known: &[Known], words: &[String]) -> Option<usize> {
        let ends = words.last().and_then(|w| self.ends.get(w)).map_or(&[][..], Vec::as_slice);
        let is_form = |at: &&usize| known.get(**at).is_some_and(|k| is_form_of(words, &k.words));
        let by_end = ends.iter().rev().take(MOST_COMPARED).find(is_form).copied();
        let [word] = words else { return by_end };
        by_end.or_else(|| self.holders.get(word).copied().flatten())
    }
}

/// Joins mentions into people. A short form belongs to the latest person whose full name ends with it or holds it.
pub(crate) fn people(analysed: &Analysed<'_>, mentions: &[NameMention]) -> Vec<Person> {
    let mut known: Vec<Known> = Vec::new();
    let mut index = Index::default();
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Person) {
        let name = name_of(analysed, mention);
        let words = name_words(&name);
        let at = index.find(&known, &words).unwrap_or(known.len());
        let is_new = at == known.len();
        if is_new {
            let person = Person { name: name.clone(), aliases: Vec::new(), roles: Vec::new(), ranges: Vec::new() };
            known.push(Known { words: words.clone(), person });
        }
        // A form that the person has been named by before is in the index.
        if is_new || !known.get(at).is_some_and(|k| k.has(&name)) {
            index.add(&words, at);
        }
        if let Some(found) = known.get_mut(at) {
            add_form(found, name, words);
            found.person.ranges.push(mention.range);
            add_role(analysed, found, mention);
        }
    }
    known.into_iter().map(|k| k.person).collect()
}

fn add_form(known: &mut Known, name: String, words: Vec<String>) {
    if known.has(&name) {
        return;
    }
    let person = &mut known.person;
    if words.len() > known.words.len() {
        known.words = words;
        person.aliases.push(std::mem::replace(&mut person.name, name));
    } else {
        person.aliases.push(name);
    }
}

fn add_role(analysed: &Analysed<'_>, known: &mut Known, mention: &NameMention) {
    let Some(role) = mention.role else { return };
    let range = analysed.document.range_of(role);
    let skip = conjunction_bytes(analysed, role.start);
    let first = analysed.document.range_without(role.start, skip);
    let words = spaced(ByteRange::new(first.start(), range.end()).slice(analysed.document.original()));
    if !words.is_empty() && !known.person.roles.contains(&words) {
        known.person.roles.push(words);
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
pub(crate) fn is_form_of(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return false;
    }
    if short.len() == long.len() {
        return short == long;
    }
    let mut rest = long.iter();
    let all = short.iter().all(|w| rest.any(|l| l == w));
    // A given name alone is no short form of a full one, a family name is.
    all && short.last() == long.last()
}

/// The folded words of a name, without articles and particles between.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let folded = fold_word(name);
    let words = folded.split([' ', '-']).filter(|w| !w.is_empty());
    words.map(|w| w.strip_prefix("ال").filter(|r| r.chars().count() > 2).unwrap_or(w).to_owned()).collect()
}

/// The name at a mention. The article that ل swallowed comes back: للولايات gives الولايات.
pub(crate) fn name_of(analysed: &Analysed<'_>, mention: &NameMention) -> String {
    let name = spaced(mention.range.slice(analysed.document.original()));
    let start = mention.range.start();
    let is_cut = analysed.document.token(mention.tokens.start).is_some_and(|t| t.range.start() < start);
    let before = analysed.document.original().get(..start as usize).unwrap_or("");
    if is_cut && before.ends_with('ل') && name.starts_with('ل') { format!("ا{name}") } else { name }
}

/// The words with single spaces.
pub(crate) fn spaced(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Joins mentions into organisations: by row of the lexicon, else by folded name.
pub(crate) fn organisations(analysed: &Analysed<'_>, mentions: &[NameMention]) -> Vec<Organisation> {
    let mut keys: FxHashMap<Cow<'static, str>, usize> = FxHashMap::default();
    let mut found: Vec<Organisation> = Vec::new();
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Organisation) {
        let name = name_of(analysed, mention);
        let entry = mention.entry.map(|e| analysed.lexicon().entry(e));
        let key = entry.map_or_else(|| Cow::Owned(name_words(&name).join(" ")), |e| Cow::Borrowed(e.id));
        let at = *keys.entry(key).or_insert(found.len());
        if at == found.len() {
            found.push(new_organisation(analysed, mention, name.clone()));
        }
        if let Some(organisation) = found.get_mut(at) {
            if organisation.name != name && !organisation.aliases.contains(&name) {
                organisation.aliases.push(name);
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

//! Readers of people, places and organisations.
//!
//! One pass a kind over the tokens: bodies first, since titles run over them; then people; then places; then a vote where
//! these leave doubt; then towns that are clubs where sport is told; then short forms of the people found. Then the mentions of one report are joined into people, places and
//! organisations.

mod cue;
mod mention;
mod scan;

mod begin;
mod organisation;
mod part;
mod run;
mod title;

mod agree;
mod club;
mod person;
mod place;
mod recall;
mod vote;

mod group;
mod resolve;
mod thing;

pub(crate) use cue::{Cue, cues, of_word as cue};
pub use mention::{NameKind, NameMention};
pub(crate) use resolve::is_nisba;
pub(crate) use vote::Share;

use tawatur_model::{Organisation, Person, Place, Thing};

use self::scan::Scan;
use crate::Analysed;

/// All names of a report.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Every mention, in order of the text.
    pub mentions: Vec<NameMention>,
    /// People, by first mention.
    pub people: Vec<Person>,
    /// Places, by first mention.
    pub places: Vec<Place>,
    /// Organisations, by first mention.
    pub organisations: Vec<Organisation>,
    /// Weapons, craft and events that have names of their own, by first mention.
    pub things: Vec<Thing>,
}

impl Names {
    /// Reads the names of a document; `keep` says of a token whether its passage is read.
    pub fn read(analysed: &Analysed<'_>, keep: impl Fn(usize) -> bool) -> Self {
        Self::read_all(&[analysed], |_, at| keep(at)).pop().unwrap_or_default()
    }

    /// Reads the names of some documents; `keep` says of a document and a token of it whether the passage is read.
    pub(crate) fn read_all(documents: &[&Analysed<'_>], keep: impl Fn(usize, usize) -> bool) -> Vec<Self> {
        let found = mentions_of(documents).into_iter().enumerate();
        let kept = found.map(|(i, found)| found.into_iter().filter(|m| keep(i, m.tokens.start)).collect());
        let mut names: Vec<Self> = kept.map(|mentions| Self { mentions, ..Self::default() }).collect();
        for (names, analysed) in names.iter_mut().zip(documents) {
            names.people = group::people(analysed, &names.mentions);
        }
        for (names, analysed) in names.iter_mut().zip(documents) {
            names.places = resolve::places(analysed, &names.mentions);
        }
        for (names, analysed) in names.iter_mut().zip(documents) {
            names.organisations = group::organisations(analysed, &names.mentions);
        }
        for (page, (names, analysed)) in names.iter_mut().zip(documents).enumerate() {
            names.things = thing::things(analysed, |at| keep(page, at));
        }
        names
    }

    /// The mention that holds a token.
    pub fn over(&self, token: usize) -> Option<&NameMention> {
        let i = self.mentions.partition_point(|m| m.tokens.end <= token);
        self.mentions.get(i).filter(|m| m.tokens.contains(token))
    }
}

/// Every name of a document, in order of the text, without overlap.
pub fn mentions(analysed: &Analysed<'_>) -> Vec<NameMention> {
    mentions_of(&[analysed]).pop().unwrap_or_default()
}

/// Every name of each document: one reader after the other goes over all of them.
fn mentions_of(documents: &[&Analysed<'_>]) -> Vec<Vec<NameMention>> {
    let mut scans: Vec<Scan<'_, '_>> = documents.iter().map(|analysed| Scan::new(analysed)).collect();
    scans.iter_mut().for_each(organisation::organisations);
    scans.iter_mut().for_each(person::people);
    scans.iter_mut().for_each(place::places);
    let model = vote::Model::shipped();
    scans.iter_mut().for_each(|scan| vote::vote(scan, model));
    scans.iter_mut().for_each(agree::agree);
    scans.iter_mut().for_each(club::clubs);
    scans.iter_mut().for_each(recall::recall);
    let found = |scan: Scan<'_, '_>| {
        let mut found = scan.found;
        found.sort_by_key(|m| (m.tokens.start, m.tokens.end));
        found
    };
    scans.into_iter().map(found).collect()
}

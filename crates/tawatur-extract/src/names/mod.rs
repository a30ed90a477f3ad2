//! Readers of people, places and organisations.
//!
//! One pass a kind over the tokens: bodies first, since titles run over them; then people; then places; then a vote where
//! these leave doubt; then short forms of the people found. Then the mentions of one report are joined into people, places and
//! organisations.

mod cue;
mod mention;
mod scan;

mod organisation;
mod run;
mod title;

mod agree;
mod person;
mod place;
mod recall;
mod vote;

mod group;
mod resolve;

pub(crate) use cue::{Cue, of_word as cue};
pub use mention::{NameKind, NameMention};
pub(crate) use resolve::is_nisba;
pub(crate) use vote::Share;

use tawatur_model::{Organisation, Person, Place};

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
}

impl Names {
    /// Reads the names of a document; `keep` says of a token whether its passage is read.
    pub fn read(analysed: &Analysed<'_>, keep: impl Fn(usize) -> bool) -> Self {
        let mut mentions = mentions(analysed);
        mentions.retain(|m| keep(m.tokens.start));
        Self {
            people: group::people(analysed, &mentions),
            places: resolve::places(analysed, &mentions),
            organisations: group::organisations(analysed, &mentions),
            mentions,
        }
    }

    /// The mention that holds a token.
    pub fn over(&self, token: usize) -> Option<&NameMention> {
        let i = self.mentions.partition_point(|m| m.tokens.end <= token);
        self.mentions.get(i).filter(|m| m.tokens.contains(token))
    }
}

/// Every name of a document, in order of the text, without overlap.
pub fn mentions(analysed: &Analysed<'_>) -> Vec<NameMention> {
    let mut scan = scan::Scan::new(analysed);
    organisation::organisations(&mut scan);
    person::people(&mut scan);
    place::places(&mut scan);
    vote::vote(&mut scan, vote::Model::shipped());
    agree::agree(&mut scan);
    recall::recall(&mut scan);
    let mut found = scan.found;
    found.sort_by_key(|m| (m.tokens.start, m.tokens.end));
    found
}

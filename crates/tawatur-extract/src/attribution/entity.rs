//! One who can be spoken of again, and the words by which he is known.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use tawatur_text::TokenRange;

use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

/// Most words of a name or an office that are compared.
const WORDS: usize = 10;

/// The words of a phrase as numbers, articles and conjunctions left off.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words {
    pub(super) hashes: [u32; WORDS],
    pub(super) count: usize,
}

impl Words {
    pub(super) fn of(reader: &Reader, run: TokenRange) -> Self {
        let mut words = Self::default();
        for at in run.iter() {
            let tag = reader.tag(at);
            if reader.kind(at) != tawatur_text::TokenKind::Word || tag.any(Tag::IN) || tag.any(Tag::SAME) {
                continue;
            }
            if let Some(slot) = words.hashes.get_mut(words.count) {
                *slot = hash(stem(reader.analysed.document.word(at), tag));
                words.count += 1;
            }
        }
        words
    }

    /// Only the words that name a country's people.
    pub(super) fn nisba(reader: &Reader, run: TokenRange) -> Self {
        Self::of_those(reader, run, |t| reader.tag(*t).any(Tag::NISBA))
    }

    pub(super) fn of_those(reader: &Reader, run: TokenRange, those: impl Fn(&usize) -> bool) -> Self {
        let mut words = Self::default();
        for at in run.iter().filter(those) {
            if let Some(slot) = words.hashes.get_mut(words.count) {
                *slot = hash(stem(reader.analysed.document.word(at), reader.tag(at)));
                words.count += 1;
            }
        }
        words
    }

    pub(super) fn without(&self, other: &Words) -> Words {
        let mut words = Self::default();
        for word in self.list().iter().filter(|w| !other.list().contains(w)) {
            if let Some(slot) = words.hashes.get_mut(words.count) {
                *slot = *word;
                words.count += 1;
            }
        }
        words
    }

    pub(super) fn list(&self) -> &[u32] {
        self.hashes.get(..self.count).unwrap_or(&[])
    }

    /// Whether the bodies that two spokesmen speak for share half their words.
    pub(super) fn speaks_for_same(&self, other: &Words) -> bool {
        let body = self.list().get(2..).unwrap_or(&[]);
        let shared = body.iter().filter(|w| other.list().contains(w)).count();
        shared >= 2 && shared * 2 >= body.len()
    }

    pub(super) fn within(&self, other: &Words) -> bool {
        self.count > 0 && self.list().iter().all(|w| other.list().contains(w))
    }

    pub(super) fn first(&self) -> Option<u32> {
        self.list().first().copied()
    }
}

fn stem(word: &str, tag: Tag) -> &str {
    let bare = if tag.any(Tag::JOINED) { word.strip_prefix('و').unwrap_or(word) } else { word };
    if tag.all(Tag::LI.or(Tag::ARTICLE)) {
        return bare.strip_prefix("لل").unwrap_or(bare);
    }
    let bare = if tag.any(Tag::LI) { bare.strip_prefix('ل').unwrap_or(bare) } else { bare };
    let bare = if tag.any(Tag::BI) { bare.strip_prefix('ب').unwrap_or(bare) } else { bare };
    bare.strip_prefix("ال").filter(|s| s.chars().nth(1).is_some()).unwrap_or(bare)
}

/// Witnesses, experts, officials: human beings in the plural, against sources and authorities.
fn is_persons(reader: &Reader, phrase: &NounPhrase) -> bool {
    let start = phrase.tokens.start;
    let word = reader.analysed.document.word(start);
    let things = word.ends_with("ات") || word.ends_with("اته") || word.ends_with("اتها");
    match phrase.head {
        Head::Title => phrase.plural && !things,
        Head::Official => reader.tag(start).any(Tag::PLURAL) && !things,
        Head::Source => {
            const HUMAN: [&str; 3] = ["noun:voice-witness", "noun:voice-expert", "title:witness"];
            let lexicon = reader.analysed.lexicon();
            let human = |r: &tawatur_lexicon::Reading| HUMAN.contains(&lexicon.sense_name(r.sense));
            reader.tag(start).any(Tag::PLURAL) && reader.analysed.readings(start).iter().any(human)
        }
        // «قال منتقدون إن ... وأضاف»: no list knows them, but they are several.
        Head::Unknown => reader.is_nominative_plural(start),
        _ => false,
    }
}

fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let wide = hasher.finish();
    (wide ^ (wide >> 32)) as u32
}

/// One who can be spoken of again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entity {
    /// The fullest phrase so far.
    pub(crate) phrase: NounPhrase,
    pub(super) name: Words,
    pub(super) title: Words,
    /// Words of the title that name a country's people.
    pub(super) nisba: Words,
    /// Speaks for another.
    pub(super) is_voice: bool,
    /// How often it was named.
    pub(super) mentions: u32,
    /// Several human beings: a verb of its own is in the plural.
    pub(super) persons: bool,
    /// The gender that a verb in front of the name has shown.
    pub(super) gender: Option<bool>,
}

impl Entity {
    pub(super) fn new(reader: &Reader, phrase: &NounPhrase) -> Self {
        let words = |run: TokenRange| Words::of(reader, run);
        Self {
            phrase: *phrase,
            name: words(phrase.name),
            title: words(phrase.title),
            nisba: Words::nisba(reader, phrase.title),
            is_voice: reader.tag(phrase.tokens.start).any(Tag::VOICE),
            mentions: 1,
            persons: is_persons(reader, phrase),
            gender: None,
        }
    }

    /// Whether its name begins with this noun and goes on behind it.
    pub(crate) fn is_called(&self, reader: &Reader, noun: TokenRange) -> bool {
        self.title.count > 2 && self.title.first() == Words::of(reader, noun).first()
    }

    /// One source or official of whom no name is known.
    pub(crate) fn is_unnamed_source(&self) -> bool {
        let kind = matches!(self.phrase.head, Head::Source | Head::Official);
        kind && self.name.count == 0 && !self.phrase.plural && !self.persons
    }

    /// Whether a verb without a subject can go on for it: it must agree with what the verb's form shows.
    pub(crate) fn answers(&self, feminine: bool, plural: bool) -> bool {
        let phrase = &self.phrase;
        if plural || self.persons {
            return plural && (phrase.plural || phrase.head == Head::Unknown);
        }
        if let Some(gender) = self.gender {
            return gender == feminine;
        }
        match phrase.head {
            Head::Place if phrase.plural => false,
            Head::Source | Head::Official | Head::Document => feminine == (phrase.feminine || phrase.plural),
            _ => phrase.agrees(feminine, plural),
        }
    }
}

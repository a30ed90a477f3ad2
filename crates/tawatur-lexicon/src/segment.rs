//! The one most likely way to take the clitics off a word.

use crate::class::Class;
use crate::split::splits;
use crate::stem::{StemKind, is_split, is_whole, stem_kind};
use crate::{Clitics, Lexicon};

/// How a word's stem is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// A row of the lexicon.
    Lexicon,
    /// A row of the name tables only.
    Name,
    /// An inflected form of an ordinary word.
    Ordinary,
    /// Not at all.
    #[default]
    Unknown,
}

/// The likeliest clitics of a word, and what its stem is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The clitics.
    pub clitics: Clitics,
    /// How the stem is known.
    pub known: Known,
    /// What the stem can be as an ordinary word.
    pub stem: StemKind,
}

/// The last letter of a word as written, where folding hides what matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// ة or ى, which are no pronouns.
    Other,
    /// ه, which is a pronoun more often than a part of the word.
    Ha,
    /// Any other letter.
    #[default]
    Plain,
}

impl Ending {
    /// The ending of a word as written.
    pub fn of(written: &str) -> Self {
        match written.chars().next_back() {
            Some('ة' | 'ى') => Self::Other,
            Some('ه') => Self::Ha,
            _ => Self::Plain,
        }
    }
}

/// Cost of a final ه that is read as a part of the word.
const HA_WITHOUT_PRONOUN: u32 = 6;
/// Cost of a reading whose stem is not known. Above any run of clitics around a known stem.
const UNKNOWN: u32 = 60;
/// An unknown word with an article is a noun all the same: nearly no word begins with these letters otherwise.
const UNKNOWN_WITH_ARTICLE: u32 = 20;
/// News hardly ever says my and me, and the ending is that of countless adjectives.
const FIRST_PERSON: u32 = 14;
/// A row that holds a preposition with its noun (because of, without) is still two words.
const ROW_WITH_PREPOSITION: u32 = 10;

impl Lexicon {
    /// The likeliest clitics of a folded word, whose last letter is as written.
    pub fn segment(&self, word: &str, ending: Ending) -> Segment {
        let mut best = (u32::MAX, Segment::default());
        let (whole, split) = (is_whole(word), is_split(word));
        splits(word, &mut |stem, clitics| {
            let is_barred = if clitics.is_empty() { split } else { whole };
            if is_barred || (ending == Ending::Other && clitics.has(Clitics::PRONOUN)) {
                return;
            }
            if price(clitics) >= best.0 {
                return;
            }
            let (mut cost, segment) = self.weigh(stem, clitics);
            if clitics.has(Clitics::PRONOUN) && word.ends_with('ي') {
                cost += FIRST_PERSON;
            }
            if ending == Ending::Ha && !clitics.has(Clitics::PRONOUN) && segment.known != Known::Lexicon {
                cost += HA_WITHOUT_PRONOUN;
            }
            if cost < best.0 {
                best = (cost, segment);
            }
        });
        best.1
    }

    fn weigh(&self, stem: &str, clitics: Clitics) -> (u32, Segment) {
        let known = self.known(stem, clitics);
        let kind = stem_kind(stem);
        let ordinary = fitting(kind, clitics);
        let letters = stem.chars().count() as u32;
        let (base, known) = match known {
            Some(Known::Lexicon) if clitics.is_empty() && self.is_prepositional(stem) => {
                (ROW_WITH_PREPOSITION, Known::Lexicon)
            }
            Some(Known::Lexicon) => (0, Known::Lexicon),
            _ if ordinary => (6, Known::Ordinary),
            Some(known) => (8, known),
            None if clitics.has(Clitics::AL) => (UNKNOWN_WITH_ARTICLE, Known::Unknown),
            None => (UNKNOWN, Known::Unknown),
        };
        let short = if letters < 3 && !clitics.is_empty() && known != Known::Lexicon { 12 } else { 0 };
        (base + price(clitics) + short, Segment { clitics, known, stem: kind })
    }

    /// Whether every row of the word is a particle that begins with a letter that is a preposition by itself.
    fn is_prepositional(&self, stem: &str) -> bool {
        if !stem.starts_with(['ب', 'ل', 'ك', 'ف']) {
            return false;
        }
        let mut all = true;
        self.each_reading(stem, Clitics::NONE, |sense| {
            all &=
                matches!(self.class(sense), Class::Preposition | Class::Conjunction | Class::Particle | Class::Adverb);
        });
        all
    }

    /// Whether a row of the data fits the stem with these clitics.
    fn known(&self, stem: &str, clitics: Clitics) -> Option<Known> {
        let mut best = None;
        self.each_reading(stem, clitics, |sense| {
            let known = match self.class(sense) {
                Class::Name | Class::Place | Class::Organisation => Known::Name,
                _ => Known::Lexicon,
            };
            best = Some(best.map_or(known, |b: Known| b.min(known)));
        });
        best
    }
}

/// What each clitic costs: rarer ones cost more.
fn price(clitics: Clitics) -> u32 {
    let prices = [
        (Clitics::WA, 3),
        (Clitics::FA, 5),
        (Clitics::BI, 5),
        (Clitics::LI, 5),
        (Clitics::KA, 8),
        (Clitics::SA, 3),
        (Clitics::PRONOUN, 5),
    ];
    prices.iter().filter(|(c, _)| clitics.has(*c)).map(|(_, p)| p).sum()
}

/// Whether an ordinary word of this kind can carry these clitics.
fn fitting(kind: StemKind, clitics: Clitics) -> bool {
    let nominal = kind.is_noun() || kind.is_proper();
    let verbal = kind.is_verb() && !clitics.has(Clitics::AL) && !clitics.intersects(Clitics::BI.with(Clitics::KA));
    let verbal = verbal && (kind.is_present() || !clitics.intersects(Clitics::SA.with(Clitics::LI)));
    let nominal = nominal && !clitics.has(Clitics::SA) && !(clitics.has(Clitics::AL) && clitics.has(Clitics::PRONOUN));
    nominal || verbal
}

//! The one most likely way to take the clitics off a word.

use crate::class::Class;
use crate::split::splits;
use crate::stem::{Listed, StemKind, stem_kind};
use crate::{Clitics, Lexicon, sieve};

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
/// Cost of a stem that is an ordinary word; no stem but one of the lexicon's own costs less.
const ORDINARY: u32 = 6;
/// Cost of a reading whose stem is not known. Above any run of clitics around a known stem.
const UNKNOWN: u32 = 60;
/// An unknown word with an article is a noun all the same: nearly no word begins with these letters otherwise.
const UNKNOWN_WITH_ARTICLE: u32 = 20;
/// News hardly ever says my and me, and the ending is that of countless adjectives.
const FIRST_PERSON: u32 = 14;
/// A row that holds a preposition with its noun (because of, without) is still two words.
const ROW_WITH_PREPOSITION: u32 = 10;

/// The choice among the ways to split a word.
#[derive(Debug)]
pub(crate) struct Choice<'w> {
    word: &'w str,
    listed: Listed,
    ending: Ending,
    best: (u32, Segment),
}

impl<'w> Choice<'w> {
    pub(crate) fn of(word: &'w str, ending: Ending) -> Self {
        Self { word, listed: Listed::of(word, sieve::of(word)), ending, best: (u32::MAX, Segment::default()) }
    }

    /// Takes a way to split the word in: the stem with its hash, and its form in the tables.
    pub(crate) fn weigh(
        &mut self,
        lexicon: &Lexicon,
        (stem, hash): (&str, u64),
        form: Option<usize>,
        clitics: Clitics,
    ) {
        let is_barred = if clitics.is_empty() { self.listed.is_split() } else { self.listed.is_whole() };
        let pronoun = clitics.has(Clitics::PRONOUN);
        if is_barred || self.ending == Ending::Other && pronoun {
            return;
        }
        let known = form.and_then(|f| lexicon.known(f, clitics));
        let least = if known == Some(Known::Lexicon) { 0 } else { ORDINARY };
        if least + price(clitics) >= self.best.0 {
            return;
        }
        let listed = if clitics.is_empty() { self.listed } else { Listed::of(stem, hash) };
        let (mut cost, segment) = lexicon.weigh(stem, form, known, clitics, stem_kind(stem, listed));
        if pronoun && self.word.ends_with('ي') {
            cost += FIRST_PERSON;
        }
        if self.ending == Ending::Ha && !pronoun && segment.known != Known::Lexicon {
            cost += HA_WITHOUT_PRONOUN;
        }
        if cost < self.best.0 {
            self.best = (cost, segment);
        }
    }

    /// The best of them.
    pub(crate) fn best(&self) -> Segment {
        self.best.1
    }
}

impl Lexicon {
    /// The likeliest clitics of a folded word, whose last letter is as written.
    pub fn segment(&self, word: &str, ending: Ending) -> Segment {
        let mut choice = Choice::of(word, ending);
        splits(word, &mut |stem, clitics| {
            let hash = sieve::of(stem);
            choice.weigh(self, (stem, hash), self.form(stem, hash), clitics);
        });
        choice.best()
    }

    fn weigh(
        &self,
        stem: &str,
        form: Option<usize>,
        known: Option<Known>,
        clitics: Clitics,
        kind: StemKind,
    ) -> (u32, Segment) {
        let ordinary = fitting(kind, clitics);
        let (base, known) = match known {
            Some(Known::Lexicon) if clitics.is_empty() && form.is_some_and(|f| self.is_prepositional(stem, f)) => {
                (ROW_WITH_PREPOSITION, Known::Lexicon)
            }
            Some(Known::Lexicon) => (0, Known::Lexicon),
            _ if ordinary => (ORDINARY, Known::Ordinary),
            Some(known) => (8, known),
            None if clitics.has(Clitics::AL) => (UNKNOWN_WITH_ARTICLE, Known::Unknown),
            None => (UNKNOWN, Known::Unknown),
        };
        let is_short = !clitics.is_empty() && known != Known::Lexicon && stem.chars().nth(2).is_none();
        let short = if is_short { 12 } else { 0 };
        (base + price(clitics) + short, Segment { clitics, known, stem: kind })
    }

    /// Whether every row of the word is a particle that begins with a letter that is a preposition by itself.
    fn is_prepositional(&self, stem: &str, form: usize) -> bool {
        if !stem.starts_with(['ب', 'ل', 'ك', 'ف']) {
            return false;
        }
        let mut all = true;
        self.each_reading(form, Clitics::NONE, |sense| {
            all &=
                matches!(self.class(sense), Class::Preposition | Class::Conjunction | Class::Particle | Class::Adverb);
        });
        all
    }

    /// Whether a row of the data fits the form with these clitics.
    fn known(&self, form: usize, clitics: Clitics) -> Option<Known> {
        let mut best = None;
        self.each_reading(form, clitics, |sense| {
            let known = match self.class(sense) {
                Class::Name | Class::Place | Class::Organisation => Known::Name,
                _ => Known::Lexicon,
            };
            best = Some(best.map_or(known, |b: Known| b.min(known)));
        });
        best
    }
}

/// What the clitics cost: rarer ones cost more.
fn price(clitics: Clitics) -> u32 {
    u32::from(clitics.sum(&PRICES))
}

/// The price of every set of clitics.
static PRICES: [u8; 256] = {
    let single = [
        (Clitics::WA, 3),
        (Clitics::FA, 5),
        (Clitics::BI, 5),
        (Clitics::LI, 5),
        (Clitics::KA, 8),
        (Clitics::SA, 3),
        (Clitics::PRONOUN, 5),
    ];
    let mut prices = [0; 256];
    let mut set = 0;
    while set < prices.len() {
        let mut i = 0;
        while i < single.len() {
            let (clitic, price) = single[i];
            if Clitics::from_bits(set as u16).has(clitic) {
                prices[set] += price;
            }
            i += 1;
        }
        set += 1;
    }
    prices
};

/// Whether an ordinary word of this kind can carry these clitics.
fn fitting(kind: StemKind, clitics: Clitics) -> bool {
    let nominal = kind.is_noun() || kind.is_proper();
    let verbal = kind.is_verb() && !clitics.has(Clitics::AL) && !clitics.intersects(Clitics::BI.with(Clitics::KA));
    let verbal = verbal && (kind.is_present() || !clitics.intersects(Clitics::SA.with(Clitics::LI)));
    let nominal = nominal && !clitics.has(Clitics::SA) && !(clitics.has(Clitics::AL) && clitics.has(Clitics::PRONOUN));
    nominal || verbal
}

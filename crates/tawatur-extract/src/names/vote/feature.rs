//! What the model weighs: features of a token, each as the number of its row.

use std::hash::Hasher;
use std::sync::OnceLock;

use rustc_hash::FxHasher;
use tawatur_lexicon::{Class, Known, Lexicon, name_shape};
use tawatur_text::{TokenKind, TokenRange};

use super::label::Label;
use super::share::ROW_BITS;
use crate::names::cue::{
    ABD, ADJ_SHAPE, ARTICLE, BODY, CLUB, CONJUNCTION, COUNTRY, Cue, FOREIGN_SHAPE, GIVEN, GUESS, IN, KUNYA, LEARNED,
    LINK, LOOSE_TITLE, MEDIUM, NAME, NAME_WORD, NISBA, OFFICE, ORG, ORG_WEAK, PARTICLE, PLACE, PLACE_HEAD, PLACE_WEAK,
    PLURAL, PREPOSITION, PREPOSITION_WORD, PRONOUN, SAY, SETTLEMENT, TITLE, UNKNOWN, VERB, VERBAL,
};
use crate::names::mention::NameMention;
use crate::names::scan::Scan;
use crate::words::Look;

/// What the readers made of each token.
#[derive(Debug)]
pub(crate) struct Seen {
    labels: Vec<Label>,
    /// The number of the mention that holds a token, from one.
    mentions: Vec<u32>,
    /// Tokens of each mention and a number for why it was read.
    found: Vec<(TokenRange, u32)>,
    /// First token of the name of each mention: a head noun may stand before it.
    starts: Vec<usize>,
}

impl Seen {
    pub(crate) fn of(scan: &Scan<'_, '_>) -> Self {
        let mut seen = Self {
            labels: vec![Label::NONE; scan.len()],
            mentions: vec![0; scan.len()],
            found: vec![],
            starts: vec![],
        };
        for (i, mention) in (1u32..).zip(&scan.found) {
            let start = first_token(scan, mention);
            let mut label = Label::first(mention.kind);
            for at in start..mention.tokens.end {
                if let (Some(slot), Some(number)) = (seen.labels.get_mut(at), seen.mentions.get_mut(at)) {
                    (*slot, *number) = (label, i);
                }
                label = label.further();
            }
            seen.found.push((TokenRange::new(start, mention.tokens.end), hash_of(mention.because)));
            seen.starts.push(start);
        }
        seen
    }

    /// What the readers made of a token.
    #[inline]
    pub(crate) fn label(&self, at: usize) -> Label {
        self.labels.get(at).copied().unwrap_or(Label::NONE)
    }

    fn mention(&self, at: usize) -> Option<&(TokenRange, u32)> {
        let number = self.mentions.get(at)?.checked_sub(1)?;
        self.found.get(number as usize)
    }

    /// The tokens of the name that holds the token; the token itself where none does.
    pub(crate) fn name_around(&self, at: usize) -> TokenRange {
        self.mention(at).map_or(TokenRange::new(at, at + 1), |(tokens, _)| *tokens)
    }

    /// The first token of a mention's name.
    pub(crate) fn start(&self, mention: &NameMention) -> usize {
        let holder = self.mentions.get(mention.tokens.end.saturating_sub(1)).and_then(|n| n.checked_sub(1));
        holder.and_then(|n| self.starts.get(n as usize)).copied().unwrap_or(mention.tokens.start)
    }
}

/// The token at which the range of a mention begins.
fn first_token(scan: &Scan<'_, '_>, mention: &NameMention) -> usize {
    let ends_before =
        |at: &usize| scan.analysed.document.token(*at).is_some_and(|t| t.range.end() <= mention.range.start());
    (mention.tokens.start..mention.tokens.end).find(|at| !ends_before(at)).unwrap_or(mention.tokens.start)
}

fn hash_of(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    (hasher.finish() >> 32) as u32
}

/// What a token is in one letter, so to speak: its likeliest class, then article, conjunction and preposition in front.
pub(crate) fn class(scan: &Scan<'_, '_>, at: usize) -> u32 {
    let kind = scan.kind(at);
    if kind == TokenKind::Word { class_of(scan.cue(at)) } else { MARK + kind as u32 }
}

/// The class of the first kind of tokens that are no words.
pub(crate) const MARK: u32 = 0x100;
/// Kinds of tokens at most.
pub(crate) const MARKS: u32 = 32;

fn class_of(cue: Cue) -> u32 {
    const ORDER: [u64; 22] = [
        LINK,
        KUNYA,
        ABD,
        NAME,
        TITLE,
        BODY,
        PLACE_HEAD,
        PREPOSITION_WORD,
        PARTICLE,
        SAY,
        COUNTRY,
        PLACE,
        ORG,
        NAME_WORD,
        NISBA,
        VERB,
        FOREIGN_SHAPE,
        UNKNOWN,
        PLACE_WEAK,
        ORG_WEAK,
        GUESS,
        ADJ_SHAPE,
    ];
    let base = ORDER.iter().position(|bits| cue.any(*bits)).unwrap_or(ORDER.len()) as u32;
    let front = [(ARTICLE, 32), (CONJUNCTION, 64), (PREPOSITION, 128)];
    front.iter().filter(|(bit, _)| cue.any(*bit)).fold(base, |all, (_, flag)| all | flag)
}

/// The class of a token beyond the line's end.
pub(crate) const EDGE: u32 = 0x1ff;

/// Where a word stands to the token that is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    SecondBefore,
    Before,
    Itself,
    Behind,
    SecondBehind,
}

impl Side {
    /// All, in the order of the text.
    pub(crate) const ALL: [Self; 5] =
        [Self::SecondBefore, Self::Before, Self::Itself, Self::Behind, Self::SecondBehind];
}

/// A word as it is weighed by itself.
pub(crate) struct Weighed<'l> {
    look: &'l Look<'l>,
    cue: Cue,
    /// Without its proclitics.
    stem: &'l str,
    /// A number for the stem.
    hash: u32,
}

impl<'l> Weighed<'l> {
    pub(crate) fn of(look: &'l Look<'l>, cue: Cue) -> Self {
        let stem = look.word.get(usize::from(cue.front)..).unwrap_or(look.word);
        Self { look, cue, stem, hash: hash_of(stem) }
    }
}

/// The rows of a token's features.
pub(crate) struct Rows {
    rows: [u16; MOST_ROWS],
    count: usize,
}

/// Rows of a token at most: further ones would be left out. A word has some 30 by itself.
const MOST_ROWS: usize = 128;

impl Rows {
    pub(crate) fn new() -> Self {
        Self { rows: [0; MOST_ROWS], count: 0 }
    }

    pub(crate) fn as_slice(&self) -> &[u16] {
        self.rows.get(..self.count).unwrap_or_default()
    }

    pub(crate) fn clear(&mut self) {
        self.count = 0;
    }

    /// A feature: its template's number and what fills it.
    #[inline]
    fn add(&mut self, template: u32, one: u32, other: u32) {
        let key = u64::from(one) << 32 | u64::from(other) ^ u64::from(template) << 25;
        let mixed = (key ^ key >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23) ^ u64::from(template);
        if let Some(row) = self.rows.get_mut(self.count) {
            *row = (mixed.wrapping_mul(0xd6e8_feb8_6659_fd93) >> (64 - ROW_BITS)) as u16;
            self.count += 1;
        }
    }

    /// The features of a token by itself, for one that it stands beside or for itself.
    pub(crate) fn alone(&mut self, class: u32, word: Option<&Weighed<'_>>, side: Side) {
        self.add(1 + side as u32, class, 0);
        let Some(word) = word else { return };
        match side {
            Side::Itself => {
                self.letters(word, class);
                self.meanings(word);
            }
            Side::Before | Side::Behind => self.beside(word, side),
            Side::SecondBefore | Side::SecondBehind => self.add(54, word.hash, side as u32),
        }
    }

    /// The features of a token with those around it: classes as the sides go.
    pub(crate) fn together(&mut self, scan: &Scan<'_, '_>, seen: &Seen, at: usize, classes: [u32; 5]) {
        let [_, m1, c0, p1, _] = classes;
        let pair = |one: u32, other: u32| one << 9 | other;
        self.add(6, c0, p1);
        self.add(7, m1, c0);
        self.add(8, pair(m1, c0), p1);
        let label = |i: usize| u32::from(seen.label(i).0);
        let (r0, after, before) = (label(at), label(at + 1), at.checked_sub(1).map_or(0, label));
        self.add(14, before << 8 | r0, after);
        self.add(15, r0, c0);
        self.add(16, r0 << 9 | m1, p1);
        if let Some((tokens, because)) = seen.mention(at) {
            self.add(17, *because, 0);
            self.add(18, *because, c0 << 1 | u32::from(tokens.start == at));
        }
        if let Some(phrase) = scan.phrase_at(at) {
            let sense = phrase.readings.first().map_or(0, |r| sense_hash(scan.analysed.lexicon(), r.sense.index()));
            self.add(40, sense, phrase.tokens.len() as u32);
        }
    }

    /// The letters of a word.
    fn letters(&mut self, word: &Weighed<'_>, class: u32) {
        let Weighed { look, cue, stem, hash } = *word;
        self.add(27, hash, 0);
        if cue.any(UNKNOWN | GUESS | PLACE_WEAK) {
            let step = |shape: i32| (shape.div_euclid(15).clamp(-4, 6) + 4) as u32;
            let shape = step(name_shape(stem));
            self.add(20, shape, 0);
            self.add(21, shape, class);
            self.add(22, step(name_shape(look.word)), 0);
            self.add(23, (stem.len() as u32 / 2).min(8), 0);
            let kind = look.segment.stem;
            let (noun, verb) = (u32::from(kind.is_noun()), u32::from(kind.is_verb()));
            self.add(24, known(look.segment.known), noun | verb << 1 | u32::from(kind.is_present()) << 2);
        }
        if cue.any(UNKNOWN | GUESS | PLACE_WEAK | NAME | NAME_WORD) {
            let pack = |bytes: &mut dyn Iterator<Item = u8>| bytes.fold(0u32, |all, b| all << 8 | u32::from(b));
            let (mut last, mut third) = (stem.bytes().rev().take(4), stem.bytes().rev().skip(4).take(2));
            let last = pack(&mut last);
            self.add(25, last, 0);
            self.add(26, last, pack(&mut third));
            self.add(28, pack(&mut stem.bytes().take(4)), 0);
            let first = stem.get(..6).unwrap_or(stem);
            let four = stem.get(stem.len().saturating_sub(8)..).unwrap_or(stem);
            self.add(44, hash_of(first), 0);
            self.add(45, hash_of(four), 0);
        }
    }

    /// What the word can mean, nouns and verbs aside.
    fn meanings(&mut self, word: &Weighed<'_>) {
        let look = word.look;
        self.bits(30, word.cue.bits() & LEARNED, 0);
        let mut last = 0;
        for reading in look.readings.iter().take(MOST_READINGS) {
            let hash = sense_hash(look.lexicon, reading.sense.index());
            if hash != last && !matches!(look.lexicon.class(reading.sense), Class::Noun | Class::Verb) {
                self.add(31, hash, 0);
            }
            last = hash;
        }
    }

    /// The word for a token beside it.
    fn beside(&mut self, word: &Weighed<'_>, side: Side) {
        const TELLING: u64 = SAY
            | TITLE
            | OFFICE
            | LOOSE_TITLE
            | NISBA
            | GIVEN
            | MEDIUM
            | CLUB
            | SETTLEMENT
            | IN
            | ADJ_SHAPE
            | PLURAL
            | VERBAL
            | VERB
            | PRONOUN;
        self.add(32, word.hash, side as u32);
        self.bits(33, word.cue.bits() & TELLING, side as u32);
    }

    fn bits(&mut self, template: u32, mut bits: u64, other: u32) {
        while bits != 0 {
            self.add(template, bits.trailing_zeros(), other);
            bits &= bits - 1;
        }
    }
}

/// Readings of a word that are looked at.
const MOST_READINGS: usize = 6;

fn known(known: Known) -> u32 {
    match known {
        Known::Lexicon => 0,
        Known::Name => 1,
        Known::Ordinary => 2,
        Known::Unknown => 3,
    }
}

/// A number for each sense that does not depend on how many there are.
fn sense_hash(lexicon: &'static Lexicon, sense: usize) -> u32 {
    static HASHES: OnceLock<Vec<u32>> = OnceLock::new();
    let hashes = HASHES.get_or_init(|| lexicon.senses().map(|s| hash_of(lexicon.sense_name(s))).collect());
    hashes.get(sense).copied().unwrap_or(0)
}

//! Readings of word types, remembered.

use crate::meet::Met;
use crate::phrase::PhraseHead;
use crate::types::{Key, Types};
use crate::{Ending, Lexicon, Phrase, Reading, Segment};

/// A word type that an [`Analyser`] has met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Its number: types are numbered as they are met.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A folded word made ready to be looked up.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordKey(Key);

/// Looks each word type up once. News repeats its words, so nearly every token is one hash look-up.
#[derive(Debug)]
pub struct Analyser {
    lexicon: &'static Lexicon,
    types: Types,
    words: Vec<Word>,
    readings: Vec<Reading>,
    heads: Vec<PhraseHead>,
    /// The word met last, kept for its memory.
    met: Met,
}

/// Where the readings of a word type lie, and the ways in which it begins phrases.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    readings: u32,
    heads: u32,
    reading_count: u8,
    head_count: u8,
    /// The likeliest clitics.
    segment: Segment,
    marks: WordMarks,
}

/// What is told of a word type together with its number, so that asking for it costs nothing more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordMarks(u16);

impl WordMarks {
    /// Whether it may stand at the beginning of phrases of the lexicon, with or without clitics. It says no only of words
    /// that do not.
    #[inline]
    pub fn is_first(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether it may stand in the second place of phrases.
    #[inline]
    pub fn is_second(self) -> bool {
        self.0 & 2 != 0
    }

    /// What was noted of the type ([`Analyser::note`]).
    #[inline]
    pub fn notes(self) -> u8 {
        (self.0 >> NOTES) as u8
    }
}

/// Where notes begin in the marks of a word.
const NOTES: u32 = 2;

/// Word types and bytes of them kept before the memory is emptied: bounds it on endless input.
const MOST_TYPES: usize = 400_000;
const MOST_BYTES: usize = 64 << 20;

impl Default for Analyser {
    fn default() -> Self {
        Self::new(Lexicon::builtin())
    }
}

impl Analyser {
    /// An analyser that has met no word yet.
    pub fn new(lexicon: &'static Lexicon) -> Self {
        let (readings, heads, met) = (Vec::new(), Vec::new(), Met::default());
        Self { lexicon, types: Types::default(), words: Vec::new(), readings, heads, met }
    }

    /// The lexicon behind it.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// Empties the memory when it has grown too large, and says whether it did. Word ids given before mean nothing then.
    pub fn bound(&mut self) -> bool {
        let too_large = self.types.len() > MOST_TYPES || self.types.bytes() > MOST_BYTES;
        if too_large {
            self.types.clear();
            self.words.clear();
            self.readings.clear();
            self.heads.clear();
        }
        too_large
    }

    /// The type of a folded word, written with this ending: with ة or ى it is another type than without.
    #[inline]
    pub fn word(&mut self, folded: &str, ending: Ending) -> WordId {
        let key = Key::of(folded, ending == Ending::Other);
        match self.types.find(&key, folded) {
            Some((number, _)) => WordId(number),
            None => self.meet(folded, ending),
        }
    }

    /// A folded word made ready for [`Analyser::word_of`].
    #[inline]
    pub fn key(folded: &str, ending: Ending) -> WordKey {
        WordKey(Key::of(folded, ending == Ending::Other))
    }

    /// The type of a word that has been met, and what is told with it. A word that was not met is not found, and
    /// some others are not: ask [`Analyser::word`] for those. Asking for several words in a row takes less time than finding
    /// one after the other, because their places in memory are fetched at once.
    #[inline]
    pub fn word_of(&self, key: &WordKey) -> Option<(WordId, WordMarks)> {
        self.types.find_at_once(&key.0).map(|(number, marks)| (WordId(number), WordMarks(marks)))
    }

    /// What is told of a word type together with its number.
    #[inline]
    pub fn marks(&self, id: WordId) -> WordMarks {
        self.words.get(id.0 as usize).map(|w| w.marks).unwrap_or_default()
    }

    /// Notes four bits of a word type that was met, written with this ending: they are told together with its number.
    pub fn note(&mut self, id: WordId, folded: &str, ending: Ending, notes: u8) {
        let notes = u16::from(notes & 0b1111) << NOTES;
        self.types.mark(folded, ending == Ending::Other, notes);
        if let Some(word) = self.words.get_mut(id.0 as usize) {
            word.marks.0 |= notes;
        }
    }

    #[cold]
    fn meet(&mut self, folded: &str, ending: Ending) -> WordId {
        let ending = if ending == Ending::Other { ending } else { Ending::of(folded) };
        self.lexicon.meet(folded, ending, &mut self.met);
        let Met { readings, heads, segment, is_second } = &self.met;
        let marks = WordMarks(u16::from(!heads.is_empty()) | u16::from(*is_second) << 1);
        self.words.push(Word {
            readings: self.readings.len() as u32,
            heads: self.heads.len() as u32,
            reading_count: readings.len() as u8,
            head_count: heads.len() as u8,
            segment: *segment,
            marks,
        });
        self.readings.extend_from_slice(readings);
        self.heads.extend_from_slice(heads);
        WordId(self.types.enter(folded, ending == Ending::Other, marks.0))
    }

    /// The likeliest clitics of a word type.
    #[inline]
    pub fn segment(&self, id: WordId) -> Segment {
        self.words.get(id.0 as usize).map(|w| w.segment).unwrap_or_default()
    }

    /// The readings of a word type.
    #[inline]
    pub fn readings(&self, id: WordId) -> &[Reading] {
        let Some(word) = self.words.get(id.0 as usize) else { return &[] };
        let start = word.readings as usize;
        self.readings.get(start..start + word.reading_count as usize).unwrap_or(&[])
    }

    /// The longest phrase that begins with this word and goes on with the folded words `rest`.
    pub fn phrase<'w>(&self, id: WordId, rest: impl Iterator<Item = &'w str> + Clone) -> Option<Phrase> {
        let word = self.words.get(id.0 as usize)?;
        let start = word.heads as usize;
        let heads = self.heads.get(start..start + word.head_count as usize)?;
        self.lexicon.phrase_behind(heads, rest)
    }
}

//! Readings of word types, remembered.

use rustc_hash::FxHashMap;

use crate::{Ending, Lexicon, Reading, Segment};

/// A word type that an [`Analyser`] has met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordId(u32);

/// Looks each word type up once. News repeats its words, so nearly every token is one hash look-up.
#[derive(Debug)]
pub struct Analyser {
    lexicon: &'static Lexicon,
    types: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
    readings: Vec<Reading>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Word {
    start: u32,
    count: u8,
    phrase: u8,
    /// The likeliest clitics, as the word ends in the folded text, and where it is written with ة or ى.
    segments: [Segment; 2],
}

/// Word types kept before the memory is emptied: bounds it on endless input.
const MOST_TYPES: usize = 400_000;

impl Default for Analyser {
    fn default() -> Self {
        Self::new(Lexicon::builtin())
    }
}

impl Analyser {
    /// An analyser that has met no word yet.
    pub fn new(lexicon: &'static Lexicon) -> Self {
        Self { lexicon, types: FxHashMap::default(), words: Vec::new(), readings: Vec::new() }
    }

    /// The lexicon behind it.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// Empties the memory when it has grown too large. Word ids given before mean nothing afterwards.
    pub fn bound(&mut self) {
        if self.types.len() > MOST_TYPES {
            self.types.clear();
            self.words.clear();
            self.readings.clear();
        }
    }

    /// The type of a folded word.
    #[inline]
    pub fn word(&mut self, folded: &str) -> WordId {
        match self.types.get(folded) {
            Some(id) => *id,
            None => self.meet(folded),
        }
    }

    #[cold]
    fn meet(&mut self, folded: &str) -> WordId {
        let readings = self.lexicon.analyse(folded);
        let id = WordId(self.words.len() as u32);
        self.words.push(Word {
            start: self.readings.len() as u32,
            count: readings.len() as u8,
            phrase: self.lexicon.phrase_head(folded).min(255) as u8,
            segments: self.segments(folded),
        });
        self.readings.extend(readings);
        self.types.insert(folded.into(), id);
        id
    }

    fn segments(&self, folded: &str) -> [Segment; 2] {
        let ambiguous = folded.ends_with(['ه', 'ي']);
        let plain = self.lexicon.segment(folded, Ending::of(folded));
        let other = if ambiguous { self.lexicon.segment(folded, Ending::Other) } else { plain };
        [plain, other]
    }

    /// The likeliest clitics of a word type, written with this ending.
    #[inline]
    pub fn segment(&self, id: WordId, ending: Ending) -> Segment {
        let segments = self.words.get(id.0 as usize).map(|w| w.segments).unwrap_or_default();
        segments[usize::from(ending == Ending::Other)]
    }

    /// The readings of a word type.
    #[inline]
    pub fn readings(&self, id: WordId) -> &[Reading] {
        let Some(word) = self.words.get(id.0 as usize) else { return &[] };
        let start = word.start as usize;
        self.readings.get(start..start + word.count as usize).unwrap_or(&[])
    }

    /// The most words of a phrase that begins with this word; 0 where none does.
    #[inline]
    pub fn phrase_words(&self, id: WordId) -> usize {
        self.words.get(id.0 as usize).map_or(0, |w| w.phrase as usize)
    }
}

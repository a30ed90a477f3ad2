//! Words met so far, with what the readers make of each by itself.
//!
//! News repeats its words: what does not depend on the words around a word is found out once for its type, so that a layer
//! costs one look-up a token. [`Analysed`](crate::Analysed) holds the types of a document's tokens.

use tawatur_lexicon::{Analyser, Ending, Lexicon, Reading, Segment, WordId};

use crate::clause::{self, Tag};
use crate::names::{self, Cue};
use crate::vocabulary::Alone;
use crate::{event, figure};

/// A word by itself, as it is written at some place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'l> {
    pub(crate) lexicon: &'static Lexicon,
    /// The folded word.
    pub(crate) word: &'l str,
    pub(crate) readings: &'l [Reading],
    /// The likeliest clitics.
    pub(crate) segment: Segment,
    /// Whether it is written with ة or ى at its end, which folding hides.
    pub(crate) closed: bool,
}

/// What the readers make of a word type. Pairs are for the word as it ends in the folded text, and with ة or ى.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traits {
    /// What it can be in a clause.
    pub(crate) tags: [Tag; 2],
    /// What it can be to the readers of names.
    pub(crate) cues: [Cue; 2],
    /// What it can be to the reader of figures.
    pub(crate) marks: u64,
    /// Whether its tags depend on the words around it.
    pub(crate) tags_vary: bool,
    /// What it is as a word of numbers and times.
    pub(crate) mark: Alone,
    /// Whether it may tell of an event.
    pub(crate) tells: bool,
    /// Whether a phrase of the lexicon may begin with it.
    pub(crate) opens: bool,
    /// Whether the folded ending stands for ة or ى, too.
    pub(crate) ambiguous: bool,
}

impl Traits {
    /// Those of no word.
    pub(crate) const NONE: Self = Self {
        tags: [Tag(0); 2],
        cues: [Cue::NONE; 2],
        marks: 0,
        tags_vary: false,
        mark: Alone::NONE,
        tells: false,
        opens: false,
        ambiguous: false,
    };
}

/// Reads words and remembers them for the texts that follow. One a thread.
#[derive(Debug, Default)]
pub struct Words {
    analyser: Analyser,
    traits: Vec<Traits>,
}

impl Words {
    /// A memory that holds no word yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The words with their readings.
    #[inline]
    pub(crate) fn analyser(&self) -> &Analyser {
        &self.analyser
    }

    /// Empties the memory when it has grown too large. Not while a document holds its words.
    pub(crate) fn bound(&mut self) {
        if self.analyser.bound() {
            self.traits.clear();
        }
    }

    /// The type of a folded word.
    #[inline]
    pub(crate) fn word(&mut self, folded: &str) -> WordId {
        let id = self.analyser.word(folded);
        if id.index() >= self.traits.len() {
            self.traits.push(self.look_at(folded, id));
        }
        id
    }

    /// What the readers make of a type.
    #[inline]
    pub(crate) fn traits(&self, id: WordId) -> &Traits {
        self.traits.get(id.index()).unwrap_or(&Traits::NONE)
    }

    /// The word of a type by itself.
    pub(crate) fn look<'l>(&'l self, word: &'l str, id: WordId, closed: bool) -> Look<'l> {
        let ending = if closed { Ending::Other } else { Ending::Plain };
        let (readings, segment) = (self.analyser.readings(id), self.analyser.segment(id, ending));
        Look { lexicon: self.analyser.lexicon(), word, readings, segment, closed }
    }

    #[cold]
    fn look_at(&self, word: &str, id: WordId) -> Traits {
        let (open, closed) = (self.look(word, id, false), self.look(word, id, true));
        let readings = open.readings;
        Traits {
            tags: [clause::tags_of(&open), clause::tags_of(&closed)],
            cues: [names::cue(&open), names::cue(&closed)],
            marks: figure::marks_of(open.lexicon, readings),
            tags_vary: clause::tags_vary(open.lexicon, readings),
            mark: Alone::of(word),
            tells: event::may_tell(open.lexicon, readings),
            opens: self.analyser.begins_phrase(id),
            ambiguous: word.ends_with(['ه', 'ي']),
        }
    }
}

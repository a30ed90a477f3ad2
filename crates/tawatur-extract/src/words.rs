//! Words met so far, with what the readers make of each by itself.
//!
//! News repeats its words: what does not depend on the words around a word is found out once for its type, so that a layer
//! costs one look-up a token. [`Analysed`](crate::Analysed) holds the types of a document's tokens.

use std::cell::OnceCell;

use tawatur_lexicon::{Analyser, Clitics, Ending, Lexicon, Reading, Segment, WordId, WordKey, WordMarks};
use tawatur_text::{Document, Token, TokenKind};

use crate::attribution::Takes;
use crate::clause::{self, Tag};
use crate::names::{self, Cue, Share};
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

/// What the readers make of a word type, in one place of memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(crate) struct Traits {
    /// What it can be in a clause.
    pub(crate) tags: Tag,
    /// What it can be to the readers of names.
    pub(crate) cue: Cue,
    /// What it can be to the reader of figures.
    pub(crate) marks: u64,
    /// Whether its tags depend on the words around it.
    pub(crate) tags_vary: bool,
    /// What it is as a word of numbers and times.
    pub(crate) mark: Alone,
    /// Whether it may tell of an event.
    pub(crate) tells: bool,
    /// Whether it can be an adjective of origin.
    pub(crate) nisba: bool,
    /// Whether it can be a dual.
    pub(crate) dual: bool,
    /// The clitics of its first reading, if it has any.
    pub(crate) first: Option<Clitics>,
}

/// What a type is looked at for, told together with its number: most types are not fetched for most readers.
pub(crate) mod note {
    /// It may be a word of numbers or times.
    pub(crate) const COUNTS: u8 = 1;
    /// It is something to the reader of figures.
    pub(crate) const FIGURES: u8 = 1 << 1;
    /// It can be an adjective of origin.
    pub(crate) const NISBA: u8 = 1 << 2;
    /// It may tell of an event.
    pub(crate) const TELLS: u8 = 1 << 3;
}

impl Traits {
    /// What there is to note of the type.
    fn notes(&self) -> u8 {
        let bits = [
            (note::COUNTS, !self.mark.is_none()),
            (note::FIGURES, self.marks != 0),
            (note::NISBA, self.nisba),
            (note::TELLS, self.tells),
        ];
        bits.iter().filter(|(_, is)| *is).fold(0, |all, (bit, _)| all | bit)
    }

    /// Those of no word.
    pub(crate) const NONE: Self = Self {
        tags: Tag(0),
        cue: Cue::NONE,
        marks: 0,
        tags_vary: false,
        mark: Alone::NONE,
        tells: false,
        nisba: false,
        dual: false,
        first: None,
    };
}

/// So many words are looked up together: their places in memory are fetched at once.
const TOGETHER: usize = 32;

/// Word types for which room is made at once: a month of news has some 90,000. Memory that is not written to costs nothing,
/// moving what was written does.
const ROOM: usize = 1 << 17;

/// Reads words and remembers them for the texts that follow. One a thread.
#[derive(Debug)]
pub struct Words {
    analyser: Analyser,
    traits: Vec<Traits>,
    /// What each type is around events.
    roles: Vec<event::Mark>,
    /// What each word weighs in the vote on names, where that was asked.
    votes: Vec<OnceCell<Share>>,
    /// What each word takes as a verb of saying, where that was asked.
    says: Vec<OnceCell<Takes>>,
}

impl Default for Words {
    fn default() -> Self {
        Self::new()
    }
}

impl Words {
    /// A memory that holds no word yet.
    pub fn new() -> Self {
        Self {
            analyser: Analyser::default(),
            traits: Vec::with_capacity(ROOM),
            roles: Vec::with_capacity(ROOM),
            votes: Vec::with_capacity(ROOM),
            says: Vec::with_capacity(ROOM),
        }
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
            self.roles.clear();
            self.votes.clear();
            self.says.clear();
        }
    }

    /// The type of a folded word, `closed` where it is written with ة or ى at its end.
    #[inline]
    pub(crate) fn word(&mut self, folded: &str, closed: bool) -> WordId {
        let id = self.analyser.word(folded, ending(closed));
        if id.index() >= self.traits.len() {
            let traits = self.look_at(folded, id, closed);
            self.analyser.note(id, folded, ending(closed), traits.notes());
            self.traits.push(traits);
            self.roles.push(event::mark_of(&self.look(folded, id, closed)));
            self.votes.push(OnceCell::new());
            self.says.push(OnceCell::new());
        }
        id
    }

    /// The types of a document's tokens, in order, and what is told with each; tokens that are no words are of the type of no
    /// letters.
    pub(crate) fn each_type(&mut self, document: &Document<'_>, mut visit: impl FnMut(WordId, WordMarks)) {
        let none = self.word("", false);
        let mut keys = [WordKey::default(); TOGETHER];
        let mut found = [None; TOGETHER];
        for tokens in document.tokens().chunks(TOGETHER) {
            for (token, key) in tokens.iter().zip(&mut keys).filter(|(token, _)| token.kind == TokenKind::Word) {
                let word = document.word_of(token);
                *key = Analyser::key(word, ending(closes(document, token, word)));
            }
            for (key, found) in keys.iter().zip(&mut found).take(tokens.len()) {
                *found = self.analyser.word_of(key);
            }
            for (token, found) in tokens.iter().zip(found) {
                match found {
                    _ if token.kind != TokenKind::Word => visit(none, WordMarks::default()),
                    Some((id, marks)) => visit(id, marks),
                    None => {
                        let word = document.word_of(token);
                        let id = self.word(word, closes(document, token, word));
                        visit(id, self.analyser.marks(id));
                    }
                }
            }
        }
    }

    /// What the readers make of a type.
    #[inline]
    pub(crate) fn traits(&self, id: WordId) -> &Traits {
        self.traits.get(id.index()).unwrap_or(&Traits::NONE)
    }

    /// What a type is around events.
    #[inline]
    pub(crate) fn role(&self, id: WordId) -> event::Mark {
        self.roles.get(id.index()).copied().unwrap_or_default()
    }

    /// Where what a type weighs in the vote on names is kept.
    #[inline]
    pub(crate) fn votes(&self, id: WordId) -> Option<&OnceCell<Share>> {
        self.votes.get(id.index())
    }

    /// Where what a type takes as a verb of saying is kept.
    #[inline]
    pub(crate) fn says(&self, id: WordId) -> Option<&OnceCell<Takes>> {
        self.says.get(id.index())
    }

    /// The word of a type by itself.
    pub(crate) fn look<'l>(&'l self, word: &'l str, id: WordId, closed: bool) -> Look<'l> {
        let (readings, segment) = (self.analyser.readings(id), self.analyser.segment(id));
        Look { lexicon: self.analyser.lexicon(), word, readings, segment, closed }
    }

    #[cold]
    fn look_at(&self, word: &str, id: WordId, closed: bool) -> Traits {
        let look = self.look(word, id, closed);
        Traits {
            tags: clause::tags_of(&look),
            cue: names::cue(&look),
            marks: figure::marks_of(look.lexicon, look.readings),
            tags_vary: clause::tags_vary(look.lexicon, look.readings),
            mark: Alone::of(word),
            tells: event::may_tell(&look),
            nisba: names::is_nisba(look.lexicon, look.readings),
            dual: look.readings.iter().any(|r| r.form.is_dual()),
            first: look.readings.first().map(|r| r.clitics),
        }
    }
}

fn ending(closed: bool) -> Ending {
    if closed { Ending::Other } else { Ending::Plain }
}

/// Whether a token, whose folded word this is, is written with ة or ى at its end, which folding makes ه and ي.
#[inline]
pub(crate) fn is_closed(document: &Document<'_>, at: usize, word: &str) -> bool {
    document.token(at).is_some_and(|token| closes(document, token, word))
}

#[inline]
fn closes(document: &Document<'_>, token: &Token, word: &str) -> bool {
    // The bytes of ه and ي, ة and ى.
    matches!(word.as_bytes(), [.., 0xd9, 0x87 | 0x8a])
        && matches!(token.range.slice(document.original()).as_bytes(), [.., 0xd8, 0xa9] | [.., 0xd9, 0x89])
}

//! A document with the lexicon's readings of every word: what all readers work on.

use std::cell::OnceCell;

use tawatur_lexicon::{Entry, Lexicon, Reading, Segment, WordId};
use tawatur_text::{Document, TokenKind, TokenRange};

use crate::attribution::Takes;
use crate::names::{self, Cue, Share};
use crate::words::{Look, Traits, is_closed};
use crate::{Senses, Words};

/// A document and the readings of its words.
#[derive(Debug)]
pub struct Analysed<'a> {
    /// The text's layers.
    pub document: Document<'a>,
    memory: &'a Words,
    words: Vec<Word>,
    phrases: Vec<LexiconPhrase>,
    cues: OnceCell<Vec<Cue>>,
}

/// A token's word.
#[derive(Clone, Copy, Debug)]
struct Word {
    id: WordId,
    /// Whether a phrase of the lexicon begins here.
    opens: bool,
    /// Whether a phrase that begins right before may go on here.
    goes_on: bool,
    /// Whether it stands in a phrase of the lexicon.
    inside: bool,
    /// What its type is looked at for ([`crate::words::note`]).
    notes: u8,
}

/// The words of a document's tokens.
#[derive(Debug)]
pub(crate) struct Found(Vec<Word>);

impl Words {
    /// Looks up every word of a document, each word type once.
    pub(crate) fn find(&mut self, document: &Document<'_>) -> Found {
        let mut words = Vec::with_capacity(document.tokens().len());
        self.each_type(document, |id, marks| {
            let (opens, goes_on, notes) = (marks.is_first(), marks.is_second(), marks.notes());
            words.push(Word { id, opens, goes_on, inside: false, notes });
        });
        Found(words)
    }
}

/// A phrase of the lexicon in the text.
#[derive(Clone, Debug)]
pub struct LexiconPhrase {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its readings.
    pub readings: Vec<Reading>,
}

impl<'a> Analysed<'a> {
    /// Reads every word of a document, each word type once.
    pub fn new(document: Document<'a>, memory: &'a mut Words) -> Self {
        let found = memory.find(&document);
        Self::of(document, found, memory)
    }

    /// A document whose words have been looked up in this memory.
    pub(crate) fn of(document: Document<'a>, found: Found, memory: &'a Words) -> Self {
        let mut analysed = Self { document, memory, words: found.0, phrases: Vec::new(), cues: OnceCell::new() };
        analysed.find_phrases();
        analysed
    }

    /// Phrases of the lexicon, longest first from left to right, without overlap.
    fn find_phrases(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let Some(phrase) = self.phrase_from(at) else {
                self.words[at].opens = false;
                at += 1;
                continue;
            };
            at = phrase.tokens.end;
            for (i, word) in self.words.iter_mut().enumerate().take(at).skip(phrase.tokens.start) {
                (word.opens, word.inside) = (i == phrase.tokens.start, true);
            }
            self.phrases.push(phrase);
        }
    }

    fn phrase_from(&self, at: usize) -> Option<LexiconPhrase> {
        let word = self.words.get(at).filter(|w| w.opens)?.id;
        self.words.get(at + 1).filter(|w| w.goes_on)?;
        let analyser = self.memory.analyser();
        let rest = (at + 1..self.words.len()).take_while(|i| self.continues(*i)).map(|i| self.document.word(i));
        let phrase = analyser.phrase(word, rest)?;
        Some(LexiconPhrase { tokens: TokenRange::new(at, at + phrase.words), readings: phrase.readings })
    }

    /// Whether a phrase may go on at this token: a word on the same line.
    fn continues(&self, at: usize) -> bool {
        self.document.token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start)
    }

    /// The lexicon behind the readings.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.memory.analyser().lexicon()
    }

    /// The readings of a token; none for numbers, marks and unknown words.
    #[inline]
    pub fn readings(&self, at: usize) -> &[Reading] {
        self.words.get(at).map_or(&[], |w| self.memory.analyser().readings(w.id))
    }

    /// The likeliest clitics of a token, as it is written.
    pub fn segment(&self, at: usize) -> Segment {
        self.look(at).map(|l| l.segment).unwrap_or_default()
    }

    /// The word of a token by itself.
    pub(crate) fn look(&self, at: usize) -> Option<Look<'_>> {
        let word = self.document.word(at);
        self.words.get(at).map(|w| self.memory.look(word, w.id, is_closed(&self.document, at, word)))
    }

    /// What the readers make of the token's word by itself; nothing beyond the end.
    #[inline]
    pub(crate) fn traits(&self, at: usize) -> &Traits {
        self.words.get(at).map_or(&Traits::NONE, |w| self.memory.traits(w.id))
    }

    /// What the token's word by itself is around events.
    #[inline]
    pub(crate) fn role(&self, at: usize) -> crate::event::Mark {
        self.words.get(at).map(|w| self.memory.role(w.id)).unwrap_or_default()
    }

    /// The traits of every token's word, in order.
    #[inline]
    pub(crate) fn all_traits(&self) -> impl ExactSizeIterator<Item = &Traits> {
        self.words.iter().map(|w| self.memory.traits(w.id))
    }

    /// What every token can be to the readers of names; found out once.
    pub(crate) fn cues(&self) -> &[Cue] {
        self.cues.get_or_init(|| names::cues(self))
    }

    /// The same of words whose type has one of these notes, without fetching those of the others.
    #[inline]
    pub(crate) fn traits_of(&self, notes: u8) -> impl ExactSizeIterator<Item = &Traits> {
        self.words.iter().map(move |w| if w.notes & notes != 0 { self.memory.traits(w.id) } else { &Traits::NONE })
    }

    /// Whether the type of a token's word has one of these notes.
    #[inline]
    pub(crate) fn is_noted(&self, at: usize, notes: u8) -> bool {
        self.words.get(at).is_some_and(|w| w.notes & notes != 0)
    }

    /// Where what the token's word weighs in the vote on names is kept.
    #[inline]
    pub(crate) fn votes(&self, at: usize) -> Option<&OnceCell<Share>> {
        self.words.get(at).and_then(|w| self.memory.votes(w.id))
    }

    /// What the token's word takes as a verb of saying; found out once for each word.
    pub(crate) fn takes(&self, at: usize) -> Takes {
        let kept = self.words.get(at).and_then(|w| self.memory.says(w.id));
        kept.map_or_else(Takes::default, |kept| *kept.get_or_init(|| Takes::of(self, at)))
    }

    /// The first reading of a token whose sense is in the set.
    #[inline]
    pub fn find(&self, at: usize, senses: &Senses) -> Option<&Reading> {
        senses.find(self.readings(at))
    }

    /// Whether a token can be read with a sense of the set.
    #[inline]
    pub fn is(&self, at: usize, senses: &Senses) -> bool {
        self.find(at, senses).is_some()
    }

    /// The row behind a reading.
    pub fn entry(&self, reading: &Reading) -> Entry {
        self.lexicon().entry(reading.entry)
    }

    /// The phrases of the lexicon, in order, without overlap.
    pub fn phrases(&self) -> &[LexiconPhrase] {
        &self.phrases
    }

    /// Whether a phrase begins at a token.
    #[inline]
    pub(crate) fn opens_phrase(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.opens)
    }

    /// The phrase that begins at a token.
    #[inline]
    pub fn phrase_at(&self, at: usize) -> Option<&LexiconPhrase> {
        if !self.words.get(at)?.opens {
            return None;
        }
        let i = self.phrases.partition_point(|p| p.tokens.start < at);
        self.phrases.get(i).filter(|p| p.tokens.start == at)
    }

    /// The phrase that holds a token.
    #[inline]
    pub fn phrase_over(&self, at: usize) -> Option<&LexiconPhrase> {
        if !self.words.get(at)?.inside {
            return None;
        }
        let i = self.phrases.partition_point(|p| p.tokens.end <= at);
        self.phrases.get(i).filter(|p| p.tokens.contains(at))
    }
}

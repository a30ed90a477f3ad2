//! A document with the lexicon's readings of every word: what all readers work on.

use tawatur_lexicon::{Analyser, Ending, Entry, Lexicon, Reading, Segment, WordId};
use tawatur_text::{Document, TokenKind, TokenRange};

use crate::Senses;

/// A document and the readings of its words.
#[derive(Debug)]
pub struct Analysed<'a> {
    /// The text's layers.
    pub document: Document<'a>,
    analyser: &'a Analyser,
    words: Vec<WordId>,
    phrases: Vec<LexiconPhrase>,
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
    pub fn new(document: Document<'a>, analyser: &'a mut Analyser) -> Self {
        let mut words = Vec::with_capacity(document.tokens().len());
        for at in 0..document.tokens().len() {
            let is_word = document.kind(at) == TokenKind::Word;
            words.push(analyser.word(if is_word { document.word(at) } else { "" }));
        }
        let analyser: &'a Analyser = analyser;
        let mut analysed = Self { document, analyser, words, phrases: Vec::new() };
        analysed.phrases = analysed.find_phrases();
        analysed
    }

    /// Phrases of the lexicon, longest first from left to right, without overlap.
    fn find_phrases(&self) -> Vec<LexiconPhrase> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            at += match self.phrase_from(at) {
                Some(phrase) => {
                    let words = phrase.tokens.len();
                    found.push(phrase);
                    words
                }
                None => 1,
            };
        }
        found
    }

    fn phrase_from(&self, at: usize) -> Option<LexiconPhrase> {
        let word = *self.words.get(at)?;
        if !self.analyser.begins_phrase(word) {
            return None;
        }
        let rest = (at + 1..self.words.len()).take_while(|i| self.continues(*i)).map(|i| self.document.word(i));
        let phrase = self.analyser.phrase(word, rest)?;
        Some(LexiconPhrase { tokens: TokenRange::new(at, at + phrase.words), readings: phrase.readings })
    }

    /// Whether a phrase may go on at this token: a word on the same line.
    fn continues(&self, at: usize) -> bool {
        self.document.token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start)
    }

    /// The lexicon behind the readings.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.analyser.lexicon()
    }

    /// The readings of a token; none for numbers, marks and unknown words.
    #[inline]
    pub fn readings(&self, at: usize) -> &[Reading] {
        self.words.get(at).map_or(&[], |w| self.analyser.readings(*w))
    }

    /// The likeliest clitics of a token, as it is written.
    pub fn segment(&self, at: usize) -> Segment {
        let written = self.document.text_of(TokenRange::new(at, at + 1));
        self.words.get(at).map(|w| self.analyser.segment(*w, Ending::of(written))).unwrap_or_default()
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

    /// The phrase that begins at a token.
    pub fn phrase_at(&self, at: usize) -> Option<&LexiconPhrase> {
        let i = self.phrases.partition_point(|p| p.tokens.start < at);
        self.phrases.get(i).filter(|p| p.tokens.start == at)
    }

    /// The phrase that holds a token.
    pub fn phrase_over(&self, at: usize) -> Option<&LexiconPhrase> {
        let i = self.phrases.partition_point(|p| p.tokens.end <= at);
        self.phrases.get(i).filter(|p| p.tokens.contains(at))
    }
}

//! The tokens of a document with their cues, as the readers of names walk over them.

use tawatur_lexicon::EntryId;
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::cue::{self, Cue};
use super::mention::{NameKind, NameMention};
use crate::{Analysed, LexiconPhrase};

/// Tokens of which one is a name, or fewer: room that is made at once.
const TOKENS_A_NAME: usize = 8;

/// A document, its cues, and what has been read so far.
pub(crate) struct Scan<'s, 'd> {
    pub(crate) analysed: &'s Analysed<'d>,
    cues: &'s [Cue],
    /// The mention that holds each token.
    taken: Vec<bool>,
    pub(crate) found: Vec<NameMention>,
}

impl<'s, 'd> Scan<'s, 'd> {
    pub(crate) fn new(analysed: &'s Analysed<'d>) -> Self {
        let cues = analysed.cues();
        let taken = vec![false; cues.len()];
        Self { analysed, cues, taken, found: Vec::with_capacity(cues.len() / TOKENS_A_NAME) }
    }

    pub(crate) fn len(&self) -> usize {
        self.cues.len()
    }

    #[inline]
    pub(crate) fn cue(&self, at: usize) -> Cue {
        self.cues.get(at).copied().unwrap_or_default()
    }

    pub(crate) fn kind(&self, at: usize) -> TokenKind {
        self.analysed.document.kind(at)
    }

    /// Whether the token goes on from the one before: same line.
    pub(crate) fn continues(&self, at: usize) -> bool {
        self.analysed.document.token(at).is_some_and(|t| !t.line_start)
    }

    pub(crate) fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(true)
    }

    pub(crate) fn phrase_at(&self, at: usize) -> Option<&'s LexiconPhrase> {
        self.analysed.phrase_at(at)
    }

    /// Whether a reader must look at a token: a phrase begins there, or its word has one of the bits.
    #[inline]
    pub(crate) fn calls(&self, at: usize, bits: u64) -> bool {
        self.cue(at).any(bits) || self.analysed.opens_phrase(at)
    }

    /// The bits of the phrase that begins at a token, with its length.
    #[inline]
    pub(crate) fn phrase_is(&self, at: usize, class: tawatur_lexicon::Class) -> Option<(usize, EntryId)> {
        let phrase = self.phrase_at(at)?;
        let lexicon = self.analysed.lexicon();
        let reading = phrase.readings.iter().find(|r| lexicon.class(r.sense) == class)?;
        Some((phrase.tokens.len(), reading.entry))
    }

    /// The word of a token without its proclitics.
    pub(crate) fn stem(&self, at: usize) -> &'s str {
        let word = self.analysed.document.word(at);
        word.get(self.cue(at).front as usize..).unwrap_or(word)
    }

    /// The range of a run without the proclitics of its first token.
    pub(crate) fn range(&self, run: TokenRange) -> ByteRange {
        let document = &self.analysed.document;
        let first = document.range_without(run.start, self.cue(run.start).front as usize);
        if run.len() == 1 {
            return first;
        }
        first.cover(document.range_of(TokenRange::new(run.end.saturating_sub(1), run.end)))
    }

    /// Records a name and takes its tokens.
    pub(crate) fn take(&mut self, mention: NameMention) {
        for at in mention.tokens.start..mention.tokens.end {
            if let Some(slot) = self.taken.get_mut(at) {
                *slot = true;
            }
        }
        self.found.push(mention);
    }

    /// Puts a name in the place of another, of whose tokens it has all.
    pub(crate) fn put(&mut self, i: usize, mention: NameMention) {
        for at in mention.tokens.start..mention.tokens.end {
            if let Some(slot) = self.taken.get_mut(at) {
                *slot = true;
            }
        }
        if let Some(slot) = self.found.get_mut(i) {
            *slot = mention;
        }
    }

    /// Keeps the names that stand; gives the others back and frees their tokens.
    pub(crate) fn retain(&mut self, stands: impl Fn(&NameMention) -> bool) -> Vec<NameMention> {
        let (kept, dropped): (Vec<_>, Vec<_>) = std::mem::take(&mut self.found).into_iter().partition(stands);
        self.found = kept;
        for at in dropped.iter().flat_map(|m| m.tokens.iter()) {
            if let Some(slot) = self.taken.get_mut(at) {
                *slot = false;
            }
        }
        dropped
    }

    /// A mention of a run of tokens.
    pub(crate) fn mention(&self, kind: NameKind, tokens: TokenRange, because: &'static str) -> NameMention {
        NameMention { kind, tokens, range: self.range(tokens), role: None, entry: None, because }
    }

    /// Whether nothing knows the word, and it is long enough to be a name.
    pub(crate) fn is_unknown(&self, at: usize) -> bool {
        self.cue(at).any(cue::UNKNOWN) && self.stem(at).chars().nth(2).is_some()
    }

    /// Whether the token could be part of a name: a word, not taken, of the same line.
    pub(crate) fn is_free_word(&self, at: usize) -> bool {
        self.cue(at).any(cue::WORD) && !self.is_taken(at)
    }
}

//! The words of a report as copies compare them.

use tawatur_model::{Report, Role};
use tawatur_text::{ByteRange, Document, TokenKind};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// So many words in a row make a shingle.
const SHINGLE: usize = 4;
/// Text beyond so many bytes is not compared.
const LONGEST_TEXT: usize = 256 * 1024;

/// The words and numbers of a report's text, without marks, furniture of the page and proclitic "and".
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// A hash of each folded word.
    pub(crate) keys: Vec<u64>,
    /// Where each stands.
    pub(crate) ranges: Vec<ByteRange>,
}

impl Words {
    /// Reads the words of a report.
    pub(crate) fn new(report: &Report) -> Self {
        let text = cut(&report.text);
        let document = Document::new(text);
        let mut words = Words::default();
        let mut furniture = report.passages.iter().filter(|p| is_furniture(p.role)).peekable();
        for (at, token) in document.tokens().iter().enumerate() {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                continue;
            }
            while furniture.next_if(|p| p.range.end() <= token.range.start()).is_some() {}
            if furniture.peek().is_some_and(|p| p.range.overlaps(token.range)) {
                continue;
            }
            words.keys.push(key(document.word(at)));
            words.ranges.push(token.range);
        }
        words
    }

    /// Hashes of all runs of four words, sorted, each once.
    pub(crate) fn shingles(&self) -> Vec<u64> {
        let mut all: Vec<u64> = self.keys.windows(SHINGLE).map(shingle).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The stretch of the text from one word to the word before another; none for no words.
    pub(crate) fn range(&self, start: usize, end: usize) -> Option<ByteRange> {
        let last = end.checked_sub(1).filter(|last| *last >= start)?;
        Some(self.ranges.get(start)?.cover(*self.ranges.get(last)?))
    }
}

fn cut(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

pub(crate) fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Boilerplate | Role::RelatedLink | Role::Teaser | Role::Byline | Role::Credit)
}

/// A word with "and" or "so" before it is the same word: copyists add and drop them freely.
pub(crate) fn key(folded: &str) -> u64 {
    let bare = folded.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 3).unwrap_or(folded);
    xxh3_64(bare.as_bytes())
}

fn shingle(words: &[u64]) -> u64 {
    words.iter().fold(0, |sum, word| xxh3_64_with_seed(&word.to_le_bytes(), sum))
}

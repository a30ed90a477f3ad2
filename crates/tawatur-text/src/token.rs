//! Tokens: words, numbers and marks.

use crate::ByteRange;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters of any script. Clitics are not split off here.
    Word,
    /// Digits with the decimal and thousands marks between them: `1,8` `4.266` `5135`.
    Number,
    /// A quotation mark of any kind.
    Quote,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Comma, Arabic or Latin.
    Comma,
    /// Semicolon, Arabic or Latin.
    Semicolon,
    /// Colon.
    Colon,
    /// Full stop, question or exclamation mark.
    Stop,
    /// Two or more dots, or the ellipsis character.
    Ellipsis,
    /// Hyphen, minus or dash.
    Dash,
    /// Slash.
    Slash,
    /// Percent or per mille sign.
    Percent,
    /// Currency sign.
    Currency,
    /// Web address, mail address or user handle.
    Url,
    /// The sign of a hashtag; its words follow as words.
    Hash,
    /// Any other sign.
    Symbol,
}

/// A token with its place in the original and in the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Place in the original text.
    pub range: ByteRange,
    /// Start in the folded text.
    pub(crate) folded_start: u32,
    /// End in the folded text.
    pub(crate) folded_end: u32,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it touches the token before it, without white space between.
    pub joined: bool,
    /// Whether a line break stands before it.
    pub line_start: bool,
}

/// A run of tokens: indexes into [`crate::Document::tokens`], half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
}

impl TokenRange {
    /// The run from `start` to `end`; an `end` before `start` gives an empty run.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Number of tokens.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the token is inside.
    pub fn contains(self, token: usize) -> bool {
        self.start <= token && token < self.end
    }

    /// Whether the two share a token.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The token numbers.
    pub fn iter(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

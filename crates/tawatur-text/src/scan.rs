//! Folds and cuts a text in one pass.
//!
//! Most of a text is plain: words of Arabic letters that stay or become one letter of as many bytes, blanks, and marks of one
//! character. Such tokens are folded where they stand and cut at once. From the first other character on, the stretch up to
//! the next blank is folded and cut with a closer look at each character.

use crate::fold::{Builder, text_of};
use crate::fold_char::fold_letter;
use crate::folded::Folded;
use crate::offset::ByteRange;
use crate::token::{Token, TokenKind};
use crate::tokenizer::{Cutter, kind_of_sign};

/// The folded form of a text and its tokens.
pub(crate) fn scan(original: &str) -> (Folded, Vec<Token>) {
    let mut scan = Scan {
        original,
        bytes: original.as_bytes().to_vec(),
        at: 0,
        builder: Builder::default(),
        kept: 0,
        tokens: Vec::with_capacity(original.len() / 8),
        joined: false,
        line_start: true,
    };
    scan.run();
    scan.finish()
}

struct Scan<'t> {
    original: &'t str,
    /// The text, plain tokens folded where they stand.
    bytes: Vec<u8>,
    at: usize,
    /// The folded text up to `kept`.
    builder: Builder,
    /// What of `bytes` the builder has.
    kept: usize,
    tokens: Vec<Token>,
    /// Whether the next token touches the one before it.
    joined: bool,
    /// Whether a line break stands before the next token.
    line_start: bool,
}

impl Scan<'_> {
    fn run(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            match *byte {
                b' ' | b'\t' => self.joined = false,
                b'\n'..=b'\r' => (self.joined, self.line_start) = (false, true),
                _ => {
                    if !self.plain() {
                        self.closely();
                    }
                    continue;
                }
            }
            self.at += 1;
        }
    }

    /// Folds and cuts a plain token that begins here; says whether one does.
    #[inline]
    fn plain(&mut self) -> bool {
        let (pairs, _) = self.bytes.get_mut(self.at..).unwrap_or_default().as_chunks_mut::<2>();
        let mut letters = 0;
        for pair in pairs {
            let Some(folded) = fold_letter(*pair) else { break };
            *pair = folded;
            letters += 1;
        }
        let (end, kind) = match letters {
            0 => match self.sign() {
                Some(sign) => sign,
                None => return false,
            },
            _ => (self.at + 2 * letters, TokenKind::Word),
        };
        let is_end = ends_plainly(self.bytes.get(end..).unwrap_or_default(), kind);
        if is_end {
            self.push(end, kind);
        }
        is_end
    }

    /// Where the plain mark or number that stands here ends, and what it is.
    #[inline]
    fn sign(&self) -> Option<(usize, TokenKind)> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        match rest {
            [b'0'..=b'9', ..] => {
                let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
                Some((self.at + digits, TokenKind::Number))
            }
            [b'.', b'.', ..] => None,
            [b'.', ..] => Some((self.at + 1, TokenKind::Stop)),
            [mark @ (b'!'..=b'/' | b':'..=b'?' | b'['..=b'`' | b'{'..=b'~'), ..] => {
                Some((self.at + 1, kind_of_sign(char::from(*mark))))
            }
            [a, b, ..] => sign_of([*a, *b]).map(|kind| (self.at + 2, kind)),
            _ => None,
        }
    }

    #[inline]
    fn push(&mut self, end: usize, kind: TokenKind) {
        let folded = |at: usize| (at - self.kept + self.builder.text.len()) as u32;
        self.tokens.push(Token {
            range: ByteRange::from_indexes(self.at, end),
            folded_start: folded(self.at),
            folded_end: folded(end),
            kind,
            joined: self.joined,
            line_start: self.line_start,
        });
        (self.joined, self.line_start) = (true, false);
        self.at = end;
    }

    /// Folds and cuts the stretch up to the next blank, character by character.
    #[cold]
    fn closely(&mut self) {
        self.keep(self.at);
        let rest = self.original.get(self.at..).unwrap_or("");
        let end = rest.bytes().position(|b| matches!(b, b' ' | b'\t'..=b'\r')).unwrap_or(rest.len());
        let (start, anchors) = (self.builder.text.len(), self.builder.anchors.len());
        for (i, c) in rest.get(..end).unwrap_or("").char_indices() {
            self.builder.push(self.at + i, c);
        }
        self.at += end;
        self.kept = self.at;
        let mut cutter = Cutter::new(&self.builder, start, anchors, &mut self.tokens);
        (self.joined, self.line_start) = cutter.run(self.joined, self.line_start);
    }

    /// Hands the bytes up to there to the builder.
    fn keep(&mut self, to: usize) {
        if self.builder.text.is_empty() {
            self.builder.text.reserve(self.original.len());
        }
        self.builder.keep(self.bytes.get(self.kept..to).unwrap_or_default());
    }

    fn finish(mut self) -> (Folded, Vec<Token>) {
        if self.kept == 0 {
            return (Folded { text: text_of(&self.bytes), anchors: Vec::new() }, self.tokens);
        }
        self.keep(self.bytes.len());
        (Folded { text: text_of(&self.builder.text), anchors: self.builder.anchors }, self.tokens)
    }
}

/// Whether a plain token ends in front of these bytes. Marks that are attached to it and invisible characters belong to it or
/// end it elsewhere, further letters and digits go on with it: those need a closer look.
#[inline]
fn ends_plainly(rest: &[u8], kind: TokenKind) -> bool {
    let number = kind == TokenKind::Number;
    match rest {
        [b' ', ..] | [] => true,
        // A mark between two digits belongs to the number.
        [b'.' | b',' | b'\'', next, ..] if number => next.is_ascii() && !next.is_ascii_digit(),
        [0xd8, 0x8c, next, ..] if number => next.is_ascii() && !next.is_ascii_digit(),
        [next, ..] if next.is_ascii() => kind != TokenKind::Word || !next.is_ascii_alphabetic(),
        [a, b, ..] => sign_of([*a, *b]).is_some() || kind != TokenKind::Word && fold_letter([*a, *b]).is_some(),
        [_] => false,
    }
}

/// What a mark of two bytes is, where it is one of those that are common and stay as they are.
#[inline]
fn sign_of(pair: [u8; 2]) -> Option<TokenKind> {
    match pair {
        [0xd8, 0x8c] => Some(TokenKind::Comma),
        [0xd8, 0x9b] => Some(TokenKind::Semicolon),
        [0xd8, 0x9f] => Some(TokenKind::Stop),
        [0xd9, 0xaa] => Some(TokenKind::Percent),
        [0xc2, 0xab | 0xbb] => Some(TokenKind::Quote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fold;

    /// The same by folding first and cutting then, each character with a closer look.
    fn in_two_steps(original: &str) -> (Folded, Vec<Token>) {
        let mut builder = Builder::default();
        for (at, c) in original.char_indices() {
            builder.push(at, c);
        }
        let mut tokens = Vec::new();
        Cutter::new(&builder, 0, 0, &mut tokens).run(false, true);
        (Folded { text: text_of(&builder.text), anchors: builder.anchors }, tokens)
    }

    fn check(text: &str) {
        let ((folded, tokens), (expected, expected_tokens)) = (scan(text), in_two_steps(text));
        assert_eq!(folded.text(), expected.text(), "{text:?}");
        assert_eq!(tokens, expected_tokens, "{text:?}");
        assert_eq!(fold(text).text(), expected.text(), "{text:?}");
        for end in 0..=folded.text().len() as u32 {
            assert_eq!(folded.to_original(end / 2, end), expected.to_original(end / 2, end), "{text:?}");
        }
    }

    #[test]
    fn plain_and_other_tokens_may_touch() {
        let pieces = [
            "قتل", "إلى", "12", "٣", "1.", ".", "..", "،", "،5", "«", "\u{64b}", "\u{200f}", "\u{640}", "x", "W", "@",
            " ", "\n", "…", "’", "\u{a0}", "\u{fefb}", "http://a", "%", "\u{1c}", "é", "\t", "'", "(", "٪",
        ];
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    check(&[one, two, three].concat());
                    check(&["ثم ", one, two, " ", three].concat());
                }
            }
        }
    }

    proptest! {
        #[test]
        fn one_pass_gives_what_two_give(
            text in "([ابتدرسقلمنهوية]{1,5}|[أإآىؤئة٠-٩0-9.,،'’\u{64b}\u{640}\u{200f}\u{feff}]|[ \n«»\"():%]|\\PC){0,40}"
        ) {
            check(&text);
        }
    }
}

//! Lines of a text: where they are, how they end, and the words that rules look at.

use rustc_hash::FxHasher;
use std::hash::Hasher;
use tawatur_text::{Folded, fold};

/// Words and marks beyond this many are not looked at by rules; no line with a role of its own is longer.
const MOST_TOKENS: usize = 64;
/// A line is folded in pieces of about this many bytes, so that one endless line needs no second copy of itself.
const PIECE: usize = 16 * 1024;

/// How a line ends, closing quotation marks and brackets aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// One full stop.
    Stop,
    /// Question or exclamation mark.
    Question,
    /// Colon.
    Colon,
    /// Comma or semicolon.
    Comma,
    /// Letters, digits, dots, anything else.
    Open,
}

/// A line without the white space around it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// First byte.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// Number of words, those beyond the looked-at ones too.
    pub(crate) words: usize,
    /// Where the line's words begin in the text's word hashes.
    pub(crate) first_word: usize,
    /// How it ends.
    pub(crate) ending: Ending,
    /// Whether it begins as an item of a list: a number or a bullet.
    pub(crate) is_item: bool,
}

/// One word or mark of a line, for rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark<'f> {
    /// Folded form; a run of one mark is one mark.
    pub(crate) text: &'f str,
    /// Whether it is a word or number.
    pub(crate) is_word: bool,
    /// Where it ends in the folded text.
    pub(crate) folded_end: u32,
}

/// The stretches between line breaks, trimmed, empty ones left out.
pub(crate) fn split(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = 0;
    text.split(is_break).filter_map(move |raw| {
        let start = at + (raw.len() - raw.trim_start().len());
        let end = start + raw.trim().len();
        // Every break that is split at is one character; its width is that of the character found there.
        at += raw.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (start < end).then_some((start, end))
    })
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Reads one line: appends its word hashes and gives the line with the folded form of its first piece.
pub(crate) fn read(text: &str, start: usize, end: usize, hashes: &mut Vec<u32>) -> (Line, Folded) {
    let first_word = hashes.len();
    let content = text.get(start..end).unwrap_or("");
    let mut pieces = Pieces(content);
    let head = fold(pieces.next().unwrap_or(""));
    push_hashes(head.text(), hashes);
    for piece in pieces {
        push_hashes(fold(piece).text(), hashes);
    }
    let words = hashes.len() - first_word;
    let is_item = begins_as_item(head.text());
    (Line { start, end, words, first_word, ending: ending(content), is_item }, head)
}

/// Cuts a line into pieces that end at a blank where there is one.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.0.is_empty() {
            return None;
        }
        let mut cut = PIECE.min(self.0.len());
        while !self.0.is_char_boundary(cut) {
            cut += 1;
        }
        if cut < self.0.len() {
            let piece = self.0.get(..cut).unwrap_or(self.0);
            cut = piece.rfind(' ').filter(|at| *at > 0).unwrap_or(cut);
        }
        let (piece, rest) = self.0.split_at_checked(cut).unwrap_or((self.0, ""));
        self.0 = rest;
        Some(piece)
    }
}

fn push_hashes(folded: &str, hashes: &mut Vec<u32>) {
    let mut rest = folded;
    while !rest.is_empty() {
        let word = word_bytes(rest);
        if word > 0 {
            hashes.push(hash(rest.get(..word).unwrap_or(rest)));
        }
        rest = rest.get(word..).unwrap_or("");
        rest = rest.trim_start_matches(|c: char| !is_word_char(c));
    }
}

/// Bytes of the letters and digits that a folded text begins with.
#[inline]
fn word_bytes(folded: &str) -> usize {
    let bytes = folded.as_bytes();
    let mut at = 0;
    // Folded Arabic letters, which nearly all are, need no decoding.
    while let Some([0xd8, 0xa1..=0xba] | [0xd9, 0x81..=0x8a]) = bytes.get(at..at + 2) {
        at += 2;
    }
    let rest = folded.get(at..).unwrap_or("");
    at + rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len())
}

/// Letters and digits; the folded Arabic letters, which nearly all are, are told without a table.
#[inline]
fn is_word_char(c: char) -> bool {
    match c {
        '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' => true,
        '\u{0}'..='\u{7f}' => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// A hash of one folded word.
pub(crate) fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let wide = hasher.finish();
    (wide ^ (wide >> 32)) as u32
}

fn begins_as_item(folded: &str) -> bool {
    let mut chars = folded.chars();
    match chars.next() {
        Some('-' | '–' | '—' | '•' | '·' | '●' | '▪' | '■' | '◾' | '*') => true,
        Some(c) if c.is_ascii_digit() => {
            let rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.trim_start().starts_with(['.', '-', ')', ':', '–', '/'])
        }
        _ => false,
    }
}

fn ending(line: &str) -> Ending {
    let closing = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '»' | '«' | '”' | '“' | '\'' | '’' | ')' | ']' | '\u{200e}' | '\u{200f}')
    };
    let mut back = line.chars().rev().skip_while(|c| closing(*c));
    match (back.next(), back.next()) {
        (Some('.'), before) if before != Some('.') => Ending::Stop,
        (Some('۔' | '。'), _) => Ending::Stop,
        (Some('؟' | '?' | '!'), _) => Ending::Question,
        (Some(':'), _) => Ending::Colon,
        (Some('،' | ',' | '؛' | ';'), _) => Ending::Comma,
        _ => Ending::Open,
    }
}

/// The words and marks of a folded line that rules look at.
pub(crate) fn marks(folded: &str) -> Vec<Mark<'_>> {
    let mut found: Vec<Mark<'_>> = Vec::new();
    let mut at = 0;
    while let Some(c) = folded.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = folded.get(at..).unwrap_or("");
        let length = match c {
            _ if is_word_char(c) => word_bytes(rest),
            _ => rest.find(|d: char| d != c).unwrap_or(rest.len()),
        };
        let is_word = is_word_char(c);
        let width = if is_word { length } else { c.len_utf8() };
        at += length;
        if c.is_whitespace() || c.is_control() {
            continue;
        }
        if found.len() == MOST_TOKENS {
            break;
        }
        let text = rest.get(..width).unwrap_or(rest);
        found.push(Mark { text, is_word, folded_end: at as u32 });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_every_kind_of_line_break() {
        let text = " a\r\n\u{2028}b \n\n c";
        let lines: Vec<_> = split(text).map(|(s, e)| &text[s..e]).collect();
        assert_eq!(lines, ["a", "b", "c"]);
    }

    #[test]
    fn a_long_line_is_read_in_pieces_without_losing_a_word() {
        let text = "كلمة ".repeat(20_000);
        let mut hashes = Vec::new();
        let (line, _) = read(&text, 0, text.len(), &mut hashes);
        assert_eq!(line.words, 20_000);
        assert!(hashes.iter().all(|h| *h == hashes[0]));
    }
}

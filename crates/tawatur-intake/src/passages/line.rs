//! Lines of a text: where they are, how they end, and the words that rules look at.

use tawatur_text::{arabic_run, fold, word_hash};

/// Words and marks beyond this many are not looked at by rules; no line with a role of its own is longer.
pub(crate) const MOST_MARKS: usize = 64;
/// A line is folded in pieces of about this many bytes, so that one endless line needs no second copy of itself.
pub(crate) const PIECE: usize = 16 * 1024;
/// Bytes of a line in which its head is looked for: rules of heads are shorter.
const HEAD: usize = 768;
/// Words and marks of them.
pub(crate) const HEAD_MARKS: usize = 32;

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
    let rare = memchr::memchr2(0xb, 0xc, text.as_bytes()).is_some() || text.contains('\u{85}');
    std::iter::from_fn(move || {
        while at < text.len() {
            let (end, width) = next_break(text.as_bytes(), at, rare);
            let raw = text.get(at..end).unwrap_or("");
            let start = at + (raw.len() - raw.trim_start().len());
            at = end + width;
            let content = raw.trim().len();
            if content > 0 {
                return Some((start, start + content));
            }
        }
        None
    })
}

/// Where the next line break stands, and its bytes: LF, CR, U+2028, U+2029, or one of the `rare` vertical tab, form feed and
/// U+0085.
fn next_break(bytes: &[u8], from: usize, rare: bool) -> (usize, usize) {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        // Nothing but these bytes begins a line break.
        let found = match rare {
            true => rest.iter().position(|b| matches!(b, 0xa..=0xd | 0xc2 | 0xe2)),
            false => memchr::memchr3(b'\n', b'\r', 0xe2, rest),
        };
        let Some(found) = found else { return (bytes.len(), 0) };
        at += found;
        match rest.get(found..).unwrap_or_default() {
            [0xa..=0xd, ..] => return (at, 1),
            [0xc2, 0x85, ..] => return (at, 2),
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => return (at, 3),
            _ => at += 1,
        }
    }
}

/// Reads one line: appends its word hashes and hands the line on with the words and marks that rules look at.
pub(crate) fn read<T>(
    text: &str,
    (start, end): (usize, usize),
    hashes: &mut Vec<u32>,
    and: impl FnOnce(Line, &[Mark<'_>]) -> T,
) -> T {
    let first_word = hashes.len();
    let content = text.get(start..end).unwrap_or("");
    let mut pieces = Pieces { rest: content, size: PIECE };
    let head = fold(pieces.next().unwrap_or(""));
    let mut marks = Vec::with_capacity(MOST_MARKS.min(head.text().len() / 8 + 1));
    each_mark(head.text(), |mark| {
        if mark.is_word {
            hashes.push(word_hash(mark.text));
        }
        if marks.len() < MOST_MARKS {
            marks.push(mark);
        }
        true
    });
    for piece in pieces {
        push_hashes(fold(piece).text(), hashes);
    }
    let words = hashes.len() - first_word;
    let is_item = begins_as_item(head.text());
    and(Line { start, end, words, first_word, ending: ending(content), is_item }, &marks)
}

/// Cuts a line into pieces of about this size that end at a blank where there is one.
struct Pieces<'t> {
    rest: &'t str,
    size: usize,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let mut cut = self.size.min(self.rest.len());
        while !self.rest.is_char_boundary(cut) {
            cut += 1;
        }
        if cut < self.rest.len() {
            let piece = self.rest.get(..cut).unwrap_or(self.rest);
            cut = piece.rfind(' ').filter(|at| *at > 0).unwrap_or(cut);
        }
        let (piece, rest) = self.rest.split_at_checked(cut).unwrap_or((self.rest, ""));
        self.rest = rest;
        Some(piece)
    }
}

/// A line's beginning, as it came.
pub(crate) fn head(text: &str, start: usize, end: usize) -> &str {
    Pieces { rest: text.get(start..end).unwrap_or(""), size: HEAD }.next().unwrap_or("")
}

fn push_hashes(folded: &str, hashes: &mut Vec<u32>) {
    each_mark(folded, |mark| {
        if mark.is_word {
            hashes.push(word_hash(mark.text));
        }
        true
    });
}

/// Where the letters and digits end that stand in a folded text from a place on.
#[inline]
fn word_end(folded: &str, mut at: usize) -> usize {
    let bytes = folded.as_bytes();
    loop {
        // Folded Arabic letters, which nearly all are, need no decoding.
        at += arabic_run(bytes.get(at..).unwrap_or_default());
        match bytes.get(at) {
            Some(b' ') => return at,
            Some(byte) if byte.is_ascii_alphanumeric() => at += 1,
            Some(byte) if byte.is_ascii() => return at,
            _ => match char_at(folded, at) {
                Some(c) if is_word_char(c) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

#[inline]
fn char_at(folded: &str, at: usize) -> Option<char> {
    folded.get(at..).and_then(|rest| rest.chars().next())
}

/// Letters and digits; the folded Arabic letters, which nearly all are, are told without a table.
#[inline]
fn is_word_char(c: char) -> bool {
    match c {
        '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' => true,
        '\u{0}'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '،' | '؛' | '؟' | '«' | '»' | '\u{2010}'..='\u{206f}' => false,
        _ => c.is_alphanumeric(),
    }
}

pub(crate) fn begins_as_item(folded: &str) -> bool {
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

pub(crate) fn ending(line: &str) -> Ending {
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

/// The words and marks of a folded line that rules look at, up to this many.
pub(crate) fn marks(folded: &str, most: usize) -> Vec<Mark<'_>> {
    let mut found: Vec<Mark<'_>> = Vec::with_capacity(most.min(folded.len() / 8 + 1));
    each_mark(folded, |mark| {
        found.push(mark);
        found.len() < most
    });
    found
}

/// Visits the words and marks of a folded line until `visit` says no.
#[inline]
pub(crate) fn each_mark<'f>(folded: &'f str, mut visit: impl FnMut(Mark<'f>) -> bool) {
    let bytes = folded.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b' ' {
            at += 1;
            continue;
        }
        let start = at;
        at = word_end(folded, at);
        let is_word = at > start;
        let mut end = at;
        if !is_word {
            let Some(c) = char_at(folded, start) else { break };
            end = start + c.len_utf8();
            at = end;
            while char_at(folded, at) == Some(c) {
                at += c.len_utf8();
            }
            if c.is_whitespace() || c.is_control() {
                continue;
            }
        }
        if !visit(Mark { text: folded.get(start..end).unwrap_or(""), is_word, folded_end: at as u32 }) {
            break;
        }
    }
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
        let words = read(&text, (0, text.len()), &mut hashes, |line, _| line.words);
        assert_eq!(words, 20_000);
        assert!(hashes.iter().all(|h| *h == hashes[0]));
    }
}

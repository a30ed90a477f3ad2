//! Cuts folded text into tokens, character by character.

use crate::fold::Builder;
use crate::folded::{Anchor, map};
use crate::letters::arabic_run;
use crate::token::{Token, TokenKind};

/// Cuts a stretch of folded text that begins and ends where a token may.
pub(crate) struct Cutter<'f> {
    text: &'f str,
    /// Where the stretch begins in the folded text.
    start: usize,
    /// Offset in the stretch.
    at: usize,
    map: &'f [Anchor],
    /// Anchors of the map that lie at or before `at`.
    anchors: usize,
    tokens: &'f mut Vec<Token>,
}

impl<'f> Cutter<'f> {
    /// A cutter of what has been folded from `start` on, with so many anchors up to there.
    pub(crate) fn new(folded: &'f Builder, start: usize, anchors: usize, tokens: &'f mut Vec<Token>) -> Self {
        // Only whole characters were put in, so all of it is text.
        let text = folded.text.get(start..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("");
        Self { text, start, at: 0, map: &folded.anchors, anchors, tokens }
    }

    /// Cuts all of it. Takes and gives whether the next token touches the one before it, and whether a line break stands
    /// before it.
    pub(crate) fn run(&mut self, mut joined: bool, mut line_start: bool) -> (bool, bool) {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            if *byte == b' ' {
                joined = false;
                self.at += 1;
                continue;
            }
            let start = self.at;
            if matches!(byte, 0xd8 | 0xd9) && self.skip_arabic_word() {
                self.push(start, TokenKind::Word, joined, line_start);
                (joined, line_start) = (true, false);
                continue;
            }
            let Some(c) = self.peek() else { break };
            if c.is_whitespace() || c.is_control() {
                line_start |= c == '\n' || c == '\r' || c == '\u{b}' || c == '\u{c}';
                joined = false;
                self.at += c.len_utf8();
                continue;
            }
            let kind = self.cut(c);
            self.push(start, kind, joined, line_start);
            (joined, line_start) = (true, false);
        }
        (joined, line_start)
    }

    #[inline]
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    /// Moves past the token that begins with `c`, and says what it is.
    fn cut(&mut self, c: char) -> TokenKind {
        if is_letter(c) {
            return self.cut_word(c);
        }
        self.at += c.len_utf8();
        if c.is_ascii_digit() {
            return self.cut_number();
        }
        match c {
            '.' | '…' => self.cut_dots(c),
            '@' => self.cut_handle(),
            _ => kind_of_sign(c),
        }
    }

    fn cut_word(&mut self, first: char) -> TokenKind {
        if matches!(first, 'h' | 'w') && self.at_address() {
            self.skip_while(|c| !c.is_whitespace());
            return TokenKind::Url;
        }
        self.skip_while(is_letter);
        TokenKind::Word
    }

    /// Moves past a word that begins with a folded Arabic letter, mostly by its bytes; says whether one stands here.
    #[inline]
    fn skip_arabic_word(&mut self) -> bool {
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let at = start + arabic_run(bytes.get(start..).unwrap_or_default());
        self.at = at;
        // White space or a mark stands behind nearly every word.
        if at > start && !matches!(bytes.get(at), None | Some(0..=0x60 | 0x7b..=0x7f)) {
            self.skip_while(is_letter);
        }
        at > start
    }

    fn at_address(&self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        [&b"http://"[..], b"https://", b"www."].iter().any(|p| rest.starts_with(p))
    }

    fn cut_handle(&mut self) -> TokenKind {
        let start = self.at;
        // User names are Latin; a sign before an Arabic word is only a sign.
        self.skip_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
        if self.at == start { TokenKind::Symbol } else { TokenKind::Url }
    }

    /// Digits; one mark between two digits belongs to the number.
    fn cut_number(&mut self) -> TokenKind {
        loop {
            self.skip_while(|c| c.is_ascii_digit());
            let mut ahead = self.text.get(self.at..).unwrap_or("").chars();
            match (ahead.next(), ahead.next()) {
                (Some(mark), Some(next)) if is_number_mark(mark) && next.is_ascii_digit() => {
                    self.at += mark.len_utf8();
                }
                _ => return TokenKind::Number,
            }
        }
    }

    fn cut_dots(&mut self, first: char) -> TokenKind {
        let start = self.at;
        self.skip_while(|c| c == '.' || c == '…');
        if self.at > start || first == '…' { TokenKind::Ellipsis } else { TokenKind::Stop }
    }

    #[inline]
    fn skip_while(&mut self, test: impl Fn(char) -> bool) {
        let rest = self.text.get(self.at..).unwrap_or("");
        self.at += rest.char_indices().find(|(_, c)| !test(*c)).map_or(rest.len(), |(i, _)| i);
    }

    fn push(&mut self, start: usize, kind: TokenKind, joined: bool, line_start: bool) {
        let (folded_start, folded_end) = ((self.start + start) as u32, (self.start + self.at) as u32);
        let (to_start, to_end) = (self.advance(folded_start), self.advance(folded_end));
        let range = map(self.map, (folded_start, to_start), (folded_end, to_end));
        self.tokens.push(Token { range, folded_start, folded_end, kind, joined, line_start });
    }

    fn advance(&mut self, to: u32) -> usize {
        while self.map.get(self.anchors).is_some_and(|a| a.folded <= to) {
            self.anchors += 1;
        }
        self.anchors
    }
}

/// Letters of any script; folded Arabic and Latin letters, nearly all there is, need no table.
#[inline]
fn is_letter(c: char) -> bool {
    match c {
        'ا'..='غ' | 'ف'..='ي' | 'a'..='z' | 'ء' => true,
        '\u{0}'..='\u{7f}' | '،' | '؛' | '؟' | '«' | '»' | '\u{2010}'..='\u{206f}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Marks that may stand between two digits of one number: decimal and thousands marks of all systems.
fn is_number_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '،' | '٫' | '٬' | '\'' | '’')
}

pub(crate) fn kind_of_sign(c: char) -> TokenKind {
    match c {
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '`' | '〞' | '〝' => {
            TokenKind::Quote
        }
        '(' | '[' | '{' | '﴿' => TokenKind::Open,
        ')' | ']' | '}' | '﴾' => TokenKind::Close,
        ',' | '،' | '、' => TokenKind::Comma,
        ';' | '؛' => TokenKind::Semicolon,
        ':' => TokenKind::Colon,
        '!' | '?' | '؟' | '۔' => TokenKind::Stop,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => TokenKind::Dash,
        '/' | '\\' => TokenKind::Slash,
        '%' | '٪' | '‰' => TokenKind::Percent,
        '$' | '€' | '£' | '¥' | '₪' | '₺' | '₽' | '₴' | '₸' | '₦' | '₹' | '﷼' | '¢' => {
            TokenKind::Currency
        }
        '#' => TokenKind::Hash,
        _ => TokenKind::Symbol,
    }
}

//! Folding: the one place where spelling differences are removed.

use crate::fold_char::{FoldedChar, expand, fold_char, fold_pair};
use crate::folded::{Anchor, Folded};

/// Folds a text and keeps the way back.
///
/// Removed: tashkeel, tatweel, zero-width characters and bidi controls. Made one: alef forms, ya and alef
/// maqsura, ta marbuta and ha, hamza carriers, Persian and other letters of the Arabic script with their Arabic
/// neighbours, presentation forms, digits of all three systems (as ASCII), no-break spaces, Latin case.
/// Linear in the text.
pub fn fold(original: &str) -> Folded {
    let mut builder = Builder { folded: Folded::default(), original, kept: 0, last_attached: false };
    builder.folded.text.reserve(original.len());
    let bytes = original.as_bytes();
    let mut at = 0;
    while let Some(lead) = bytes.get(at) {
        if lead.is_ascii() {
            if lead.is_ascii_uppercase() {
                builder.replace(at, lead.to_ascii_lowercase().into(), 1);
            }
            at += 1;
        } else if let Some((letter, same)) = bytes.get(at + 1).and_then(|second| fold_pair(*lead, *second)) {
            if !same {
                builder.replace(at, letter, 2);
            }
            at += 2;
        } else {
            let Some(c) = original.get(at..).and_then(|rest| rest.chars().next()) else { break };
            builder.push(at, c);
            at += c.len_utf8();
        }
    }
    builder.keep(at);
    builder.folded
}

/// The folded form of one word or phrase, for lexicon rows and queries.
pub fn fold_word(word: &str) -> String {
    fold(word).text
}

struct Builder<'t> {
    folded: Folded,
    original: &'t str,
    /// Up to here the original has been folded; what follows is kept as it is.
    kept: usize,
    /// Whether every character since the last kept one was attached to it.
    last_attached: bool,
}

impl Builder<'_> {
    /// Copies the characters up to here that stay as they are.
    #[inline]
    fn keep(&mut self, to: usize) {
        if to > self.kept {
            self.folded.text.push_str(self.original.get(self.kept..to).unwrap_or(""));
            self.last_attached = true;
        }
    }

    /// Puts a character in the place of one of as many bytes.
    #[inline]
    fn replace(&mut self, at: usize, with: char, bytes: usize) {
        self.keep(at);
        self.folded.text.push(with);
        self.last_attached = true;
        self.kept = at + bytes;
    }

    /// Folds a character that needs a closer look.
    fn push(&mut self, at: usize, c: char) {
        self.keep(at);
        self.kept = at + c.len_utf8();
        let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
        match fold_char(c) {
            FoldedChar::Keep(kept) => {
                self.folded.text.push(kept);
                self.last_attached = true;
                if kept.len_utf8() != c.len_utf8() {
                    self.anchor(end, end);
                }
            }
            FoldedChar::Attached if self.last_attached => self.anchor(end, end),
            FoldedChar::Attached | FoldedChar::Invisible => self.skip(start, end),
            FoldedChar::Expand => self.expand(c, start, end),
        }
    }

    /// Leaves out a character that belongs to no word: a range ending here ends before it.
    fn skip(&mut self, start: u32, end: u32) {
        self.last_attached = false;
        let here = self.folded.text.len() as u32;
        let before = match self.folded.anchors.last() {
            Some(a) if a.folded == here => a.end,
            _ => start,
        };
        self.anchor(before, end);
    }

    fn expand(&mut self, c: char, start: u32, end: u32) {
        let mut any = false;
        for part in expand(c) {
            if any {
                self.anchor(end, start);
            }
            self.folded.text.push(part);
            any = true;
        }
        if any {
            self.last_attached = true;
            self.anchor(end, end);
        } else {
            self.skip(start, end);
        }
    }

    fn anchor(&mut self, end: u32, start: u32) {
        let folded = self.folded.text.len() as u32;
        let anchor = Anchor { folded, end, start };
        match self.folded.anchors.last_mut() {
            Some(last) if last.folded == folded => *last = anchor,
            _ => self.folded.anchors.push(anchor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<'t>(original: &'t str, folded_word: &str) -> &'t str {
        let folded = fold(original);
        let at = folded.text().find(folded_word).unwrap();
        folded.to_original(at as u32, (at + folded_word.len()) as u32).slice(original)
    }

    #[test]
    fn maps_back_through_marks_tatweel_and_digits() {
        assert_eq!(back("قُتِلَ ٢٣ شخصاً", "قتل"), "قُتِلَ");
        assert_eq!(back("قُتِلَ ٢٣ شخصاً", "23"), "٢٣");
        assert_eq!(back("قُتِلَ ٢٣ شخصاً", "شخصا"), "شخصاً");
        assert_eq!(back("الـ١٦٤ قتيلاً", "164"), "١٦٤");
        assert_eq!(back("\u{202b}قتل\u{202c} رجل", "قتل"), "قتل");
    }

    #[test]
    fn maps_back_through_presentation_forms() {
        assert_eq!(back("\u{fefb} شيء", "لا"), "\u{fefb}");
        assert_eq!(back("قال \u{fdfa} ذلك", "صلي"), "\u{fdfa}");
    }
}

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
    let mut bytes = original.as_bytes().to_vec();
    let mut builder = Builder::default();
    let (mut at, mut kept) = (0, 0);
    loop {
        at = fold_in_place(&mut bytes, at);
        let Some(c) = original.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if kept == 0 {
            builder.text.reserve(original.len());
        }
        builder.keep(bytes.get(kept..at).unwrap_or_default());
        builder.push(at, c);
        at += c.len_utf8();
        kept = at;
    }
    if kept == 0 {
        return Folded { text: owned_text(bytes), anchors: Vec::new() };
    }
    builder.keep(bytes.get(kept..).unwrap_or_default());
    Folded { text: owned_text(builder.text), anchors: builder.anchors }
}

/// Folds the characters that become one of as many bytes, up to the first other, and gives its place. Most texts have few of
/// those.
#[inline]
fn fold_in_place(bytes: &mut [u8], from: usize) -> usize {
    let mut at = from;
    loop {
        let (pairs, _) = bytes.get_mut(at..).unwrap_or_default().as_chunks_mut::<2>();
        let mut letters = 0;
        for pair in pairs {
            let Some(folded) = fold_pair(*pair) else { break };
            *pair = folded;
            letters += 1;
        }
        at += 2 * letters;
        match bytes.get_mut(at) {
            Some(byte) if byte.is_ascii() => *byte = byte.to_ascii_lowercase(),
            _ => return at,
        }
        at += 1;
    }
}

/// Bytes as text. Only whole characters were put in, so nothing is lost.
pub(crate) fn text_of(bytes: &[u8]) -> String {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Texts of so many bytes are checked faster than they are copied.
const SHORT: usize = 256;

/// The same of bytes that nobody else needs.
fn owned_text(bytes: Vec<u8>) -> String {
    if bytes.len() > SHORT {
        return text_of(&bytes);
    }
    String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}

/// The folded form of one word or phrase, for lexicon rows and queries.
pub fn fold_word(word: &str) -> String {
    fold(word).text
}

/// Folds character by character and keeps the way back.
#[derive(Default)]
pub(crate) struct Builder {
    pub(crate) text: Vec<u8>,
    pub(crate) anchors: Vec<Anchor>,
    /// Whether every character since the last kept one was attached to it.
    last_attached: bool,
}

impl Builder {
    /// Takes over what is folded already.
    pub(crate) fn keep(&mut self, folded: &[u8]) {
        self.text.extend_from_slice(folded);
        self.last_attached |= !folded.is_empty();
    }

    fn put(&mut self, c: char) {
        self.text.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// Folds a character that needs a closer look.
    pub(crate) fn push(&mut self, at: usize, c: char) {
        let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
        match fold_char(c) {
            FoldedChar::Keep(kept) => {
                self.put(kept);
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
        let here = self.text.len() as u32;
        let before = match self.anchors.last() {
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
            self.put(part);
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
        let folded = self.text.len() as u32;
        let anchor = Anchor { folded, end, start };
        match self.anchors.last_mut() {
            Some(last) if last.folded == folded => *last = anchor,
            _ => self.anchors.push(anchor),
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

//! Lines that no rule reads, nearly all of a text: only their words are hashed.

use rustc_hash::FxHashSet;
use tawatur_text::{fold, plain_word, word_hash};

use super::line::{Line, Mark, PIECE, begins_as_item, each_mark, ending, marks};

/// Bytes of a word and the blank behind it. Shorter lines than so many of them are looked at as a whole at once.
const WORD: usize = 8;

/// What a line must have for a rule to read it: few words, or a beginning or a sign that rules ask for.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// Lines of at most so many words are looked at.
    pub(crate) words: usize,
    /// Words and marks that rules begin with.
    pub(crate) beginnings: FxHashSet<String>,
    /// ASCII characters, a bit each, that begin a word or mark without which no rule reads a longer line.
    pub(crate) signs: u128,
}

impl Wanted {
    #[inline]
    fn sign(&self, byte: u8) -> bool {
        byte.is_ascii() && self.signs >> byte & 1 == 1
    }
}

/// Reads a line that no rule reads: appends its word hashes and hands the line on with its first word or mark. None, and no
/// hash, where it is short or holds what a rule asks for: then [`super::line::read`] has to look at all of it.
///
/// Next to nothing is folded: most words consist of plain letters.
pub(crate) fn read<T>(
    text: &str,
    (start, end): (usize, usize),
    hashes: &mut Vec<u32>,
    wanted: &Wanted,
    and: impl FnOnce(Line, &[Mark<'_>]) -> T,
) -> Option<T> {
    let content = text.get(start..end).filter(|c| (wanted.words * WORD..PIECE).contains(&c.len()))?;
    let head = fold(content.split(is_blank).next()?);
    let first = marks(head.text(), 1);
    let is_number = head.text().starts_with(|c: char| c.is_ascii_digit());
    if is_number || first.first().is_none_or(|m| wanted.beginnings.contains(m.text)) {
        return None;
    }
    let first_word = hashes.len();
    let is_plain = hash_words(content, hashes, wanted);
    let words = hashes.len() - first_word;
    if !is_plain || words <= wanted.words {
        hashes.truncate(first_word);
        return None;
    }
    let is_item = begins_as_item(head.text());
    Some(and(Line { start, end, words, first_word, ending: ending(content), is_item }, &first))
}

/// Appends the hashes of the words of a line as it came; false as soon as it meets a sign that is wanted.
fn hash_words(content: &str, hashes: &mut Vec<u32>, wanted: &Wanted) -> bool {
    let bytes = content.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.first().is_some_and(|b| wanted.sign(*b)) {
            return false;
        }
        let (length, hash) = word(rest);
        if length == 0 {
            at += match separator(rest) {
                0 => match closely(content.get(at..).unwrap_or(""), hashes, wanted) {
                    Some(length) => length,
                    None => return false,
                },
                length => length,
            };
        } else if separator(rest.get(length..).unwrap_or_default()) > 0 || length == rest.len() {
            hashes.push(hash);
            at += length + usize::from(rest.get(length) == Some(&b' '));
        } else {
            match closely(content.get(at..).unwrap_or(""), hashes, wanted) {
                Some(length) => at += length,
                None => return false,
            }
        }
    }
    true
}

/// The bytes of the word of plain letters or the digits that stand here, and their hash.
#[inline]
fn word(rest: &[u8]) -> (usize, u32) {
    match rest {
        [b'0'..=b'9', ..] => {
            let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
            let number = rest.get(..digits).and_then(|digits| str::from_utf8(digits).ok());
            number.map_or((0, 0), |number| (digits, word_hash(number)))
        }
        _ => plain_word(rest),
    }
}

/// The bytes of a common character that stands between words and that folding leaves as it is; zero where none stands here.
#[inline]
fn separator(rest: &[u8]) -> usize {
    match rest {
        [b' ', ..] => 1,
        [0xd8, 0x8c | 0x9b | 0x9f, ..] | [0xc2, 0xab | 0xbb, ..] => 2,
        [byte, ..] if byte.is_ascii() && !byte.is_ascii_alphanumeric() => 1,
        _ => 0,
    }
}

/// Folds what stands in front of the next blank and appends the hashes of its words; its bytes, or none where it holds a sign
/// that is wanted.
fn closely(rest: &str, hashes: &mut Vec<u32>, wanted: &Wanted) -> Option<usize> {
    let stretch = rest.split(is_blank).next().filter(|s| !s.is_empty())?;
    let folded = fold(stretch);
    let mut is_wanted = false;
    each_mark(folded.text(), |mark| {
        if mark.is_word {
            hashes.push(word_hash(mark.text));
        }
        is_wanted = mark.text.bytes().next().is_some_and(|b| wanted.sign(b));
        !is_wanted
    });
    (!is_wanted).then_some(stretch.len())
}

/// Blanks that folding leaves as they are: what stands on either side is folded and cut by itself.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn wanted() -> Wanted {
        let beginnings = ["اقرا", "-"].map(str::to_owned).into_iter().collect();
        Wanted { words: 4, beginnings, signs: 1 << b'(' | 1 << b'n' }
    }

    /// Hashes, and all that is said of a line.
    fn long(text: &str) -> Option<(Vec<u32>, String)> {
        let mut hashes = Vec::new();
        let found =
            read(text, (0, text.len()), &mut hashes, &wanted(), |line, first| format!("{line:?} {:?}", first[0].text));
        assert!(found.is_some() || hashes.is_empty());
        found.map(|said| (hashes, said))
    }

    fn whole(text: &str) -> (Vec<u32>, String) {
        let mut hashes = Vec::new();
        let said =
            line::read(text, (0, text.len()), &mut hashes, |line, marks| format!("{line:?} {:?}", marks[0].text));
        (hashes, said)
    }

    #[test]
    fn a_long_line_is_read_as_any_other() {
        let pieces = [
            "قالت",
            "إلى",
            "مسؤولون",
            "شخصًا",
            "كتـاب",
            "2022",
            "٢٣",
            "الـ١٦٤",
            "«نعم»",
            "ثم،",
            "لا.",
            "x25",
            "B",
            "\u{200f}من",
            "وال-مدن",
            "\u{fefb}",
            "\u{a0}",
            "؟",
            "1.5%",
            "c\u{301}a",
            "[",
            "ف",
            "\t",
            "...",
        ];
        let mut read = 0;
        for (i, one) in pieces.iter().enumerate() {
            for (k, two) in pieces.iter().enumerate() {
                let other = pieces[(i * 7 + k * 3) % pieces.len()];
                let text = format!("{one}{two} وقال {other}{one} {two} مصدر في {two}{other}{one} المدينة اليوم");
                if let Some(found) = long(text.trim()) {
                    assert_eq!(found, whole(text.trim()), "{text}");
                    read += 1;
                }
            }
        }
        assert!(read > pieces.len() * pieces.len() / 2);
    }

    #[test]
    fn what_rules_ask_for_is_looked_at_as_a_whole() {
        let line = "وقال المتحدث باسم الوزارة إن العدد ارتفع اليوم";
        assert!(long(line).is_some());
        assert!(long("وقال المتحدث باسم الوزارة").is_none());
        for other in ["اقرأ", "-", "12", "\u{200f}"] {
            assert!(long(&format!("{other} {line}")).is_none(), "{other}");
        }
        for sign in ["(", "(نعم)", "\u{ff08}", "Nodes", "«(»", "ثم("] {
            assert!(long(&format!("{line} {sign} {line}")).is_none(), "{sign}");
        }
    }
}

//! What one character becomes when text is folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded form of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FoldedChar {
    /// Kept, perhaps as another character.
    Keep(char),
    /// A mark on the character before it (tashkeel, tatweel): belongs to that character's range.
    Attached,
    /// An invisible character (zero width, bidi control): belongs to no word.
    Invisible,
    /// A compatibility character that stands for several.
    Expand,
}

use FoldedChar::{Attached, Expand, Invisible, Keep};

/// Folds one character.
#[inline]
pub(crate) fn fold_char(c: char) -> FoldedChar {
    match c {
        '\u{0}'..='\u{7f}' => Keep(c.to_ascii_lowercase()),
        '\u{600}'..='\u{6ff}' => arabic(c),
        _ => other(c),
    }
}

/// The Arabic block: one spelling for letters that writers use for one another.
#[inline]
const fn arabic(c: char) -> FoldedChar {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => Keep('ا'),
        'ى' | 'ئ' | 'ی' | 'ې' | 'ۍ' | 'ێ' => Keep('ي'),
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' | 'ۀ' | 'ۂ' => Keep('ه'),
        'ؤ' | 'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' => Keep('و'),
        'ک' | 'ڪ' | 'گ' | 'ڭ' => Keep('ك'),
        'پ' => Keep('ب'),
        'چ' => Keep('ج'),
        'ژ' => Keep('ز'),
        'ڤ' | 'ڨ' => Keep('ف'),
        '٠'..='٩' => Keep(digit(c, '٠')),
        '۰'..='۹' => Keep(digit(c, '۰')),
        '\u{61c}' => Invisible,
        '\u{640}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'
        | '\u{6e8}'
        | '\u{6ea}'..='\u{6ed}' => Attached,
        _ => Keep(c),
    }
}

const fn digit(c: char, zero: char) -> char {
    (b'0' + (c as u32 - zero as u32) as u8) as char
}

/// The first character of the Arabic block, whose characters have two bytes.
const FIRST: u32 = 0x600;

/// What characters of the Arabic block become, by the last ten bits of their two bytes; zero for the others.
type Pairs = [u16; 1024];

/// What becomes one character of two bytes.
static KEPT: Pairs = pairs(false);
/// What becomes one of the letters that words consist of.
static LETTERS: Pairs = pairs(true);

const fn pairs(letters_only: bool) -> Pairs {
    let mut pairs = [0; 1024];
    let mut at = 0;
    while at < 256 {
        if let Some(c) = char::from_u32(FIRST + at)
            && let Keep(kept) = arabic(c)
            && kept.len_utf8() == 2
            && (!letters_only || matches!(kept, 'ء' | 'ا'..='غ' | 'ف'..='ي'))
        {
            let place = at << 2 & 0x300 | 0x80 | at & 0x3f;
            pairs[place as usize] =
                u16::from_ne_bytes([0xc0 | (kept as u32 >> 6) as u8, 0x80 | (kept as u32 & 0x3f) as u8]);
        }
        at += 1;
    }
    pairs
}

/// The folded form of a character of the Arabic block, both as their two bytes, where it is one character of two bytes too,
/// as nearly all are.
#[inline]
pub(crate) fn fold_pair(pair: [u8; 2]) -> Option<[u8; 2]> {
    look_up(&KEPT, pair)
}

/// The same where it becomes one of the letters that words consist of.
#[inline]
pub(crate) fn fold_letter(pair: [u8; 2]) -> Option<[u8; 2]> {
    look_up(&LETTERS, pair)
}

#[inline]
fn look_up(pairs: &Pairs, pair: [u8; 2]) -> Option<[u8; 2]> {
    let bits = u16::from_be_bytes(pair);
    let folded = if bits >> 10 == 0xd8 >> 2 { pairs[usize::from(bits & 0x3ff)] } else { 0 };
    (folded != 0).then_some(folded.to_ne_bytes())
}

fn other(c: char) -> FoldedChar {
    match c {
        '\u{ad}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Invisible,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Keep(' '),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Keep('\n'),
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{ff01}'..='\u{ff5e}' => Expand,
        _ if is_combining_mark(c) => Attached,
        _ => lower(c),
    }
}

fn lower(c: char) -> FoldedChar {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => Keep(one),
        _ => Keep(c),
    }
}

/// The characters that a compatibility character (presentation form, full-width form) stands for, folded.
pub(crate) fn expand(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfkc().filter_map(|part| match fold_char(part) {
        Keep(kept) => Some(kept),
        // A form that expands to itself has nothing to fold.
        Expand => Some(part),
        Attached | Invisible => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_as_single_characters() {
        for c in ('\u{580}'..='\u{780}').filter(|c| c.len_utf8() == 2) {
            let mut bytes = [0; 2];
            c.encode_utf8(&mut bytes);
            let expected = match fold_char(c) {
                Keep(kept) if kept.len_utf8() == 2 && ('\u{600}'..='\u{6ff}').contains(&c) => Some(kept.to_string()),
                _ => None,
            };
            let found = fold_pair(bytes).map(|pair| String::from_utf8(pair.to_vec()).unwrap());
            assert_eq!(found, expected, "{c:?}");
        }
    }

    #[test]
    fn folds_letters_digits_and_invisible_characters() {
        assert_eq!(fold_char('أ'), Keep('ا'));
        assert_eq!(fold_char('٧'), Keep('7'));
        assert_eq!(fold_char('۷'), Keep('7'));
        assert_eq!(fold_char('\u{64b}'), Attached);
        assert_eq!(fold_char('\u{202a}'), Invisible);
        assert_eq!(fold_char('\u{a0}'), Keep(' '));
        assert_eq!(expand('\u{fefb}').collect::<String>(), "لا");
        assert_eq!(expand('\u{ff11}').collect::<String>(), "1");
    }
}

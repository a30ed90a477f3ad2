//! Runs of Arabic letters.

use crate::fold_char::fold_letter;

/// Bytes of a letter of the Arabic block.
const LETTER: usize = 2;

/// The number of bytes, at the beginning of a folded text, that are letters of the Arabic block: as far as can be told
/// without decoding, which is to the end of nearly every word. A letter that it does not know ends the run.
#[inline]
pub fn arabic_run(folded: &[u8]) -> usize {
    let mut at = 0;
    while let Some(eight) = folded.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let others = others(u64::from_le_bytes(*eight));
        if others != 0 {
            return at + others.trailing_zeros() as usize / 16 * LETTER;
        }
        at += 8;
    }
    let (pairs, _) = folded.get(at..).unwrap_or_default().as_chunks::<LETTER>();
    at + LETTER
        * pairs.iter().take_while(|pair| others(u64::from(u16::from_le_bytes(**pair)) | THREE_LETTERS) == 0).count()
}

/// Six bytes that are letters, behind the two that are asked for.
const THREE_LETTERS: u64 = 0xa7d8_a7d8_a7d8_0000;

/// Bits in each of four pairs of bytes, the first the lowest, that are no letter of the Arabic block. In folded text, those are letters that are
/// written `d8 a0` to `d8 bf` or `d9 80` to `d9 8f`: marks and tatweel have gone.
#[inline]
const fn others(pairs: u64) -> u64 {
    const LOW: u64 = 0x0001_0001_0001_0001;
    let lead = (pairs ^ 0x00d8_00d8_00d8_00d8) & 0x00fe_00fe_00fe_00fe;
    let second_row = pairs;
    let upper = pairs >> 13;
    let middle = pairs >> 12;
    // In the first row the letters have the upper bit; in the second they have neither it nor the middle one.
    lead | (!(second_row ^ upper) | second_row & middle) & LOW
}

/// The number of bytes, at the beginning of a text as it came, that become a word of plain Arabic letters, and the hash of
/// that word as [`word_hash`] gives it. The word need not end there.
#[inline]
pub fn plain_word(original: &[u8]) -> (usize, u32) {
    let (pairs, _) = original.as_chunks::<LETTER>();
    let (mut letters, mut hash) = (0, 0);
    for pair in pairs {
        match fold_letter(*pair) {
            Some(folded) => hash = go_on(hash, u32::from(u16::from_le_bytes(folded))),
            // Tatweel and vowel marks, which folding leaves out.
            None if letters > 0 && matches!(pair, [0xd9, 0x80 | 0x8b..=0x92]) => {}
            None => break,
        }
        letters += 1;
    }
    (letters * LETTER, short(hash))
}

/// A hash of a folded word.
pub fn word_hash(folded: &str) -> u32 {
    let mut hash = 0;
    let mut rest = folded.as_bytes();
    loop {
        rest = match rest {
            [] => return short(hash),
            // Nearly all letters are of two bytes.
            [a @ 0xc0..=0xdf, b, rest @ ..] => {
                hash = go_on(hash, u32::from(u16::from_le_bytes([*a, *b])));
                rest
            }
            [first, ..] => {
                let (letter, rest) = rest.split_at_checked(length(*first)).unwrap_or((rest, &[]));
                hash = go_on(hash, letter.iter().rev().fold(0, |all, byte| all << 8 | u32::from(*byte)));
                rest
            }
        };
    }
}

/// The bytes of a character by its first.
#[inline]
const fn length(first: u8) -> usize {
    match first {
        0..=0xbf => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

#[inline]
const fn go_on(hash: u64, letter: u32) -> u64 {
    (hash.rotate_left(5) ^ letter as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[inline]
const fn short(hash: u64) -> u32 {
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold_char::{FoldedChar, fold_char};

    #[test]
    fn every_letter_that_it_knows_is_one() {
        for c in ('\u{0}'..='\u{7ff}').filter(|c| matches!(fold_char(*c), FoldedChar::Keep(kept) if kept == *c)) {
            for before in ["", "ب", "كتب", "كتاب", "مكاتب", "والمكتبات"] {
                for after in ["", " ", "ا", "x", " ابجد هوز"] {
                    let text = format!("{before}{c}{after}");
                    let run = arabic_run(text.as_bytes());
                    let known = run > before.len();
                    assert!(run >= before.len() && (!known || c.is_alphabetic() && run >= before.len() + 2), "{text}");
                    let folded_letter = matches!(c, 'ء' | 'ا'..='غ' | 'ف'..='ي');
                    assert!(known || !folded_letter, "{text}");
                }
            }
        }
    }

    #[test]
    fn a_run_ends_where_the_letters_do() {
        for word in ["", "و", "من", "ثلاثة", "المستشفيات", "وسيستخدمونها"] {
            let word = crate::fold_word(word);
            for after in ["", " ", "، ثم", ".", "2 رجال", "»", "\n", "a"] {
                assert_eq!(arabic_run(format!("{word}{after}").as_bytes()), word.len(), "{word}{after}");
            }
        }
    }

    #[test]
    fn a_hash_goes_letter_by_letter() {
        for word in ["", "a1", "من", "é", "مـن…", "c\u{301}", "😀نعم", "\u{fefb}x"] {
            let number =
                |c: char| c.encode_utf8(&mut [0; 4]).bytes().rev().fold(0, |all, byte| all << 8 | u32::from(byte));
            assert_eq!(word_hash(word), short(word.chars().fold(0, |hash, c| go_on(hash, number(c)))), "{word}");
        }
    }

    #[test]
    fn a_word_has_one_hash_however_it_is_written() {
        for word in ["", "و", "من", "ثلاثة", "المستشفيات", "إلى", "مسؤولية"] {
            let folded = crate::fold_word(word);
            assert_eq!(plain_word(word.as_bytes()), (word.len(), word_hash(&folded)));
            assert_eq!(plain_word(format!("{word}، ثم").as_bytes()), (word.len(), word_hash(&folded)));
        }
        for (marked, plain) in [("شخصًا", "شخصا"), ("كتـــاب", "كتاب"), ("قُتِلَ", "قتل"), ("مدّ", "مد")]
        {
            assert_eq!(plain_word(format!("{marked}.").as_bytes()), (marked.len(), word_hash(plain)), "{marked}");
        }
        assert_eq!(plain_word("\u{64b}من".as_bytes()).0, 0);
        assert_ne!(word_hash("من"), word_hash("نم"));
        assert_ne!(word_hash("2"), word_hash("22"));
    }
}

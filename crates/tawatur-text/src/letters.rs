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
/// that word as [`word_hash`] gives it. The word need not end there. None where tatweel or a vowel mark stands behind a letter:
/// folding leaves those out.
#[inline]
pub fn plain_word(original: &[u8]) -> (usize, u32) {
    let (pairs, _) = original.as_chunks::<LETTER>();
    let (mut letters, mut hash) = (0, 0);
    // The next four letters, those that are met of them.
    let (mut four, mut shift) = (0, 0);
    for pair in pairs {
        match fold_letter(*pair) {
            Some(folded) => four |= u64::from(u16::from_le_bytes(folded)) << shift,
            None if matches!(pair, [0xd9, 0x80 | 0x8b..=0x92]) => return (0, 0),
            None => break,
        }
        letters += 1;
        shift += 16;
        if shift == u64::BITS {
            hash = go_on(hash, four);
            (four, shift) = (0, 0);
        }
    }
    (letters * LETTER, short(go_on(hash, four)))
}

/// A hash of a folded word.
#[inline]
pub fn word_hash(folded: &str) -> u32 {
    let (eights, rest) = folded.as_bytes().as_chunks::<8>();
    let hash = eights.iter().fold(0, |hash, eight| go_on(hash, u64::from_le_bytes(*eight)));
    let last = rest.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte));
    short(go_on(hash, last))
}

#[inline]
const fn go_on(hash: u64, letters: u64) -> u64 {
    (hash.rotate_left(26) ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15)
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
    fn every_letter_counts_wherever_it_stands() {
        let word = "والمستشفياتالعسكريه";
        let mut hashes = std::collections::BTreeSet::new();
        let letters: Vec<char> = word.chars().collect();
        for end in 0..=letters.len() {
            assert!(hashes.insert(word_hash(&letters[..end].iter().collect::<String>())), "{end}");
        }
        for at in 0..letters.len() {
            let mut other = letters.clone();
            other[at] = 'ض';
            assert!(hashes.insert(word_hash(&other.iter().collect::<String>())), "{at}");
        }
    }

    #[test]
    fn a_word_has_one_hash_however_it_is_written() {
        for word in ["", "و", "من", "ثلاثة", "المستشفيات", "إلى", "مسؤولية"] {
            let folded = crate::fold_word(word);
            assert_eq!(plain_word(word.as_bytes()), (word.len(), word_hash(&folded)));
            assert_eq!(plain_word(format!("{word}، ثم").as_bytes()), (word.len(), word_hash(&folded)));
        }
        for marked in ["شخصًا", "كتـــاب", "قُتِلَ", "مدّ"] {
            assert_eq!(plain_word(format!("{marked}.").as_bytes()).0, 0, "{marked}");
        }
        assert_eq!(plain_word("\u{64b}من".as_bytes()).0, 0);
        assert_ne!(word_hash("من"), word_hash("نم"));
        assert_ne!(word_hash("2"), word_hash("22"));
    }
}

//! How much a word looks like a foreign name in Arabic letters, by its runs of three letters.

/// Weights made by `tools/lexicon/train_name_shape.py` from the tables of this lexicon: a line is the first two letters, a
/// character in it the third.
static WEIGHTS: &[u8] = include_bytes!("../data/gazetteer/name-shape.txt");

/// The letters in the order of the table, beginning and end of a word included.
const LETTERS: [char; COUNT] = [
    '^', 'ء', 'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق',
    'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي', '$',
];
/// Letters of the table.
const COUNT: usize = 31;
const END: usize = 30;
/// The character of weight nought.
const ZERO: i32 = b'P' as i32;

/// The number of each letter by the last seven bits of its code; 0 for those that folding leaves none of.
const NUMBERS: [u8; 128] = numbers();

const fn numbers() -> [u8; 128] {
    let mut table = [0; 128];
    let mut i = 1;
    while i < END {
        table[LETTERS[i] as usize & 0x7f] = i as u8;
        i += 1;
    }
    table
}

/// The number of a letter; 0 where it is none of the table.
#[inline]
fn number(letter: char) -> usize {
    // The letters from ء to ي.
    if letter as u32 >> 7 == 0x600 >> 7 { usize::from(NUMBERS[letter as usize & 0x7f]) } else { 0 }
}

/// How much the letters of a folded word speak for a foreign name rather than an ordinary word with its clitics and endings,
/// in tenths of a natural logarithm: nine in ten foreign names have more than 20, one in twenty ordinary words.
pub fn name_shape(word: &str) -> i32 {
    let (mut one, mut two, mut sum) = (0, 0, 0);
    let mut add = |three: usize| {
        let weight = WEIGHTS.get((one * COUNT + two) * (COUNT + 1) + three);
        sum += weight.map_or(0, |w| i32::from(*w) - ZERO);
        (one, two) = (two, three);
    };
    word.chars().map(number).filter(|n| *n > 0).for_each(&mut add);
    add(END);
    sum
}

#[cfg(test)]
mod tests {
    use super::name_shape;

    #[test]
    fn foreign_names_are_told_from_ordinary_words() {
        for name in ["فيرجسون", "ليندون", "بولوك", "شتاينماير", "كارديناس", "نغوبي"]
        {
            assert!(name_shape(name) > 20, "{name} {}", name_shape(name));
        }
        for word in ["وتوقعاتهم", "لصحفيين", "المنتقل", "بعددها", "والمساعدات", "يستهدفون"]
        {
            assert!(name_shape(word) < 0, "{word} {}", name_shape(word));
        }
        assert_eq!(name_shape(""), name_shape("abc"));
    }
}

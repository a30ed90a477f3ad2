//! Disturbed texts: other spellings of the same words, which must change no reading.

use tawatur_text::ByteRange;

use crate::Random;

/// One way to disturb a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disturbance {
    /// Tatweel between two joined letters.
    Tatweel,
    /// Short vowels and other marks on letters.
    Harakat,
    /// Direction marks before and after words.
    Bidi,
    /// The digits of a number in another of the three systems.
    Digits,
    /// No-break spaces for spaces.
    NoBreakSpace,
}

impl Disturbance {
    /// All of them.
    pub const ALL: [Disturbance; 5] = [Self::Tatweel, Self::Harakat, Self::Bidi, Self::Digits, Self::NoBreakSpace];
}

/// A disturbed text with the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disturbed {
    text: String,
    /// For every boundary of a character of `text`, in order: it, and the original offset it stands for.
    boundaries: Vec<(u32, u32)>,
}

impl Disturbed {
    /// The disturbed text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The original stretch that a stretch of the disturbed text stands for. Inserted characters stand for nothing.
    pub fn to_original(&self, range: ByteRange) -> ByteRange {
        ByteRange::new(self.original_offset(range.start()), self.original_offset(range.end()))
    }

    fn original_offset(&self, disturbed: u32) -> u32 {
        let after = self.boundaries.partition_point(|(at, _)| *at <= disturbed);
        after.checked_sub(1).and_then(|i| self.boundaries.get(i)).map_or(0, |(_, original)| *original)
    }
}

const TATWEEL: char = '\u{640}';
/// Without the accusative tanwin, which is no mere ornament: «ألفًا» is a thousand, «ألفا قتيل» two.
const HARAKAT: [char; 7] = ['\u{64e}', '\u{64f}', '\u{650}', '\u{651}', '\u{652}', '\u{64c}', '\u{64d}'];
const BIDI: [char; 6] = ['\u{200f}', '\u{200e}', '\u{202b}', '\u{202c}', '\u{2068}', '\u{2069}'];
/// The zeros of the three systems of digits.
const ZEROS: [char; 3] = ['0', '\u{660}', '\u{6f0}'];
/// On average every so many places is disturbed.
const EVERY: usize = 5;

/// Disturbs a text in the given ways. The same seed gives the same text.
pub fn disturb(text: &str, seed: u64, ways: &[Disturbance]) -> Disturbed {
    let mut writer =
        Writer { random: Random::new(seed), ways, text: String::new(), boundaries: vec![(0, 0)], zero: None };
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        writer.write(at, before, c, after);
        before = Some(c);
    }
    Disturbed { text: writer.text, boundaries: writer.boundaries }
}

struct Writer<'w> {
    random: Random,
    ways: &'w [Disturbance],
    text: String,
    boundaries: Vec<(u32, u32)>,
    /// The zero of the number being written: all its digits are of one system.
    zero: Option<char>,
}

impl Writer<'_> {
    fn write(&mut self, at: usize, before: Option<char>, c: char, after: Option<char>) {
        let word_starts = is_word(c) && !before.is_some_and(is_word);
        if word_starts && self.chance(Disturbance::Bidi) {
            self.insert(at, &BIDI);
        }
        let written = self.written(c, after);
        let end = at + c.len_utf8();
        self.push(written, end);
        let letter = ('\u{621}'..='\u{64a}').contains(&c) && c != TATWEEL;
        if letter && self.chance(Disturbance::Harakat) {
            self.insert(end, &HARAKAT);
        }
        let joined = letter && !is_unjoined(c) && after.is_some_and(|a| ('\u{622}'..='\u{64a}').contains(&a));
        if joined && self.chance(Disturbance::Tatweel) {
            self.push(TATWEEL, end);
        }
        let word_ends = is_word(c) && !after.is_some_and(|a| is_word(a) || is_mark(a));
        if word_ends && self.chance(Disturbance::Bidi) {
            self.insert(end, &BIDI);
        }
    }

    fn written(&mut self, c: char, after: Option<char>) -> char {
        if c == ' ' && self.chance(Disturbance::NoBreakSpace) {
            return '\u{a0}';
        }
        let Some(value) = digit(c) else { return c };
        // Numbers are few: every other one is disturbed.
        let other = self.zero.is_none() && self.ways.contains(&Disturbance::Digits) && self.random.once_in(2);
        let drawn = if other { self.random.pick(&ZEROS).copied() } else { None };
        let zero = self.zero.or(drawn).unwrap_or_else(|| zero_of(c));
        // Marks inside a number belong to its system too; such numbers keep their digits.
        self.zero = after.filter(|a| digit(*a).is_some()).map(|_| zero);
        char::from_u32(zero as u32 + value).unwrap_or(c)
    }

    fn chance(&mut self, way: Disturbance) -> bool {
        self.ways.contains(&way) && self.random.once_in(EVERY)
    }

    fn insert(&mut self, original: usize, of: &[char]) {
        if let Some(c) = self.random.pick(of).copied() {
            self.push(c, original);
        }
    }

    /// Writes a character; `end` is the original offset after it.
    fn push(&mut self, c: char, end: usize) {
        self.text.push(c);
        self.boundaries.push((self.text.len() as u32, end as u32));
    }
}

fn digit(c: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))
}

fn zero_of(c: char) -> char {
    ZEROS.iter().copied().find(|zero| (c as u32).checked_sub(*zero as u32).is_some_and(|v| v < 10)).unwrap_or('0')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | TATWEEL)
}

/// Letters that do not join the next one.
fn is_unjoined(c: char) -> bool {
    matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'د' | 'ذ' | 'ر' | 'ز' | 'و' | 'ؤ' | 'ة' | 'ى' | 'ء')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use tawatur_text::Document;

    const TEXT: &str = "أعلنت البلدية أن ١٢٥ أسرة غادرت، و 4266 شخصا ينتظرون منذ 10 أيام \"بلا ماء\".";

    #[test]
    fn every_way_changes_the_text_and_keeps_its_folding() {
        for way in Disturbance::ALL {
            let disturbed: Vec<String> = (0..9).map(|seed| disturb(TEXT, seed, &[way]).text().to_owned()).collect();
            assert!(disturbed.iter().filter(|text| *text != TEXT).count() >= 5, "{way:?}");
            for text in disturbed {
                assert_eq!(tawatur_text::fold_word(&text), tawatur_text::fold_word(TEXT), "{way:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn tokens_map_back_to_the_tokens_of_the_original(seed: u64) {
            let disturbed = disturb(TEXT, seed, &Disturbance::ALL);
            let original: Vec<ByteRange> = Document::new(TEXT).tokens().iter().map(|t| t.range).collect();
            let found: Vec<ByteRange> =
                Document::new(disturbed.text()).tokens().iter().map(|t| disturbed.to_original(t.range)).collect();
            prop_assert_eq!(found, original);
            prop_assert_eq!(disturb(TEXT, seed, &Disturbance::ALL), disturbed);
        }

        #[test]
        fn any_text_can_be_disturbed(text: String, seed: u64) {
            let disturbed = disturb(&text, seed, &Disturbance::ALL);
            let whole = ByteRange::from_indexes(0, disturbed.text().len());
            prop_assert_eq!(disturbed.to_original(whole), ByteRange::from_indexes(0, text.len()));
        }
    }
}

//! One look-up a token.

use tawatur_text::{ByteRange, Document, Token, TokenKind, TokenRange};

use super::class::Classes;
use super::table::{Phrase, Slot, Vocabulary, second};
use super::word::{Clitic, Word};
use crate::Analysed;
use crate::words::{Traits, note};

/// What the table says of one token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    slot: u32,
    /// Which phrase of the slot stands here, plus one.
    phrase: u16,
    /// The classes of its meanings and of the phrase's.
    classes: Classes,
    /// The proclitics taken off.
    clitics: Clitic,
    /// Folded bytes before the stem.
    stem: u8,
}

/// The marks of a document's tokens.
#[derive(Debug)]
pub(crate) struct Marks<'d> {
    document: &'d Document<'d>,
    vocabulary: &'static Vocabulary,
    marks: Vec<Mark>,
}

impl<'d> Marks<'d> {
    /// Looks every token up.
    pub(crate) fn new(document: &'d Document<'d>) -> Self {
        let vocabulary = Vocabulary::builtin();
        let mut marks = vec![Mark::default(); document.tokens().len()];
        for (i, mark) in marks.iter_mut().enumerate() {
            *mark = look(vocabulary, document, i);
        }
        Self { document, vocabulary, marks }
    }

    /// Looks up the tokens of a document whose words are known: those that are no words of the table are passed over.
    pub(crate) fn of(analysed: &'d Analysed<'_>) -> Self {
        let (vocabulary, document) = (Vocabulary::builtin(), &analysed.document);
        let words = analysed.traits_of(note::COUNTS).zip(document.tokens()).enumerate();
        let of = |(i, (traits, token)): (usize, (&Traits, &Token))| match (token.kind, traits.mark) {
            (TokenKind::Word, Alone::Mark(mark)) => mark,
            (TokenKind::Word, Alone::Depends(ways)) => ways.at(vocabulary, document, i),
            (TokenKind::Currency | TokenKind::Symbol, _) => look(vocabulary, document, i),
            _ => Mark::default(),
        };
        let marks = words.map(of).collect();
        Self { document, vocabulary, marks }
    }

    pub(crate) fn document(&self) -> &'d Document<'d> {
        self.document
    }

    pub(crate) fn len(&self) -> usize {
        self.marks.len()
    }

    #[inline]
    fn mark(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or_default()
    }

    /// Whether the token is no word of numbers or times at all.
    #[inline]
    pub(crate) fn is_plain(&self, at: usize) -> bool {
        self.mark(at).slot == 0
    }

    /// Whether the token, or a phrase that begins there, has a meaning of these classes.
    #[inline]
    pub(crate) fn meets(&self, at: usize, classes: Classes) -> bool {
        self.mark(at).classes.meets(classes)
    }

    /// Whether a phrase begins at the token.
    #[inline]
    pub(crate) fn has_phrase(&self, at: usize) -> bool {
        self.mark(at).phrase > 0
    }

    pub(crate) fn clitics(&self, at: usize) -> Clitic {
        self.mark(at).clitics
    }

    fn slot(&self, at: usize) -> &'static Slot {
        self.vocabulary.slot(self.mark(at).slot)
    }

    /// The meanings of the token as a word of its own.
    #[inline]
    pub(crate) fn words(&self, at: usize) -> &'static [Word] {
        &self.slot(at).words
    }

    /// The longest phrase that begins at the token: its meanings and its length in tokens.
    pub(crate) fn phrase(&self, at: usize) -> Option<(&'static [Word], usize)> {
        let mark = self.mark(at);
        let phrase = self.slot(at).phrases.get(usize::from(mark.phrase.checked_sub(1)?))?;
        Some((&phrase.words, phrase.rest.len() + 1))
    }

    /// The first meaning at the token, of a phrase or else of the word, that the test takes; with its length.
    pub(crate) fn find<T>(&self, at: usize, test: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
        if let Some((words, length)) = self.phrase(at)
            && let Some(found) = words.iter().find_map(|w| test(*w))
        {
            return Some((found, length));
        }
        self.words(at).iter().find_map(|w| test(*w)).map(|found| (found, 1))
    }

    /// The first meaning of a folded word, wherever it may stand, that the test takes.
    pub(crate) fn named<T>(&self, word: &str, test: impl Fn(Word) -> Option<T>) -> Option<T> {
        self.vocabulary.slot(self.vocabulary.find(word)?).words.iter().find_map(|w| test(*w))
    }

    /// Whether a currency goes by the name of a family: `KWD` by that of `dinar`.
    pub(crate) fn has_currency(&self, family: &str, code: &str) -> bool {
        self.vocabulary.has_currency(family, code)
    }

    /// Whether the token, or a phrase that begins there, means this.
    pub(crate) fn is(&self, at: usize, test: impl Fn(Word) -> bool) -> bool {
        self.find(at, |w| test(w).then_some(())).is_some()
    }

    /// The place of a run of tokens, beginning after the proclitics that `keep` does not name.
    pub(crate) fn range(&self, run: TokenRange, keep_article: bool) -> ByteRange {
        let whole = self.document.range_of(run);
        let mark = self.mark(run.start);
        let mut cut = mark.stem;
        if keep_article && mark.clitics.has(Clitic::AL) {
            // «لل» holds the article in one letter; «ال» in two.
            let of_li = mark.clitics.has(Clitic::LI);
            cut = cut.saturating_sub(if of_li { 2 } else { 4 });
            if of_li {
                cut = cut.saturating_sub(2);
            }
        }
        if cut == 0 {
            return whole;
        }
        let stem = self.document.range_without(run.start, usize::from(cut));
        ByteRange::new(stem.start(), whole.end())
    }
}

/// What the table says of a folded word by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Alone {
    /// This, whatever follows it.
    Mark(Mark),
    /// It may begin a phrase.
    Depends(Ways),
}

/// The ways to read a word that may begin a phrase, fewest proclitics first. The first of them that is a word of its own, or
/// whose phrase stands there, is taken.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ways([Way; 2]);

/// The slot of a stem, zero for none, and what was taken off the word.
#[derive(Clone, Copy, Debug, Default)]
struct Way {
    slot: u32,
    clitics: Clitic,
    cut: u8,
}

impl Alone {
    /// Whether the table has nothing of the word.
    pub(crate) fn is_none(self) -> bool {
        matches!(self, Self::Mark(mark) if mark.slot == 0)
    }

    /// No word of the table.
    pub(crate) const NONE: Self =
        Self::Mark(Mark { slot: 0, phrase: 0, classes: Classes::NONE, clitics: Clitic(0), stem: 0 });

    pub(crate) fn of(word: &str) -> Self {
        let vocabulary = Vocabulary::builtin();
        let mut ways: Vec<Way> = Vec::new();
        let mut depends = false;
        let found = split(word, |stem, clitics, cut| {
            let slot = vocabulary.find(stem)?;
            let known = vocabulary.slot(slot);
            ways.push(Way { slot, clitics, cut });
            depends |= !known.phrases.is_empty();
            // A word of its own ends the search, whatever stands behind it.
            (!known.words.is_empty()).then_some((slot, 0))
        });
        match ways.as_slice() {
            _ if !depends => Self::Mark(mark_of(vocabulary, found)),
            [one] => Self::Depends(Ways([*one, Way::default()])),
            [one, two, ..] => Self::Depends(Ways([*one, *two])),
            [] => Self::NONE,
        }
    }
}

impl Ways {
    fn at(&self, vocabulary: &Vocabulary, document: &Document<'_>, at: usize) -> Mark {
        let found = self.0.iter().filter(|w| w.slot > 0).find_map(|way| {
            let phrase = accept(vocabulary, document, at, way.slot)?;
            Some((way.slot, phrase, way.clitics, way.cut))
        });
        mark_of(vocabulary, found)
    }
}

fn look(vocabulary: &Vocabulary, document: &Document<'_>, at: usize) -> Mark {
    let word = document.word(at);
    let slot = |stem: &str| {
        let slot = vocabulary.find(stem)?;
        Some((slot, accept(vocabulary, document, at, slot)?))
    };
    let found = match document.kind(at) {
        TokenKind::Word => split(word, |stem, _, _| slot(stem)),
        TokenKind::Currency | TokenKind::Symbol => {
            slot(word).map(|(slot, phrase)| (slot, phrase, Clitic::default(), 0))
        }
        _ => None,
    };
    mark_of(vocabulary, found)
}

fn mark_of(vocabulary: &Vocabulary, found: Split) -> Mark {
    found.map_or_else(Mark::default, |(slot, phrase, clitics, stem)| {
        let found = vocabulary.slot(slot);
        let of_phrase = usize::from(phrase).checked_sub(1).and_then(|p| found.phrases.get(p));
        let classes = found.classes.with(of_phrase.map_or(Classes::NONE, |p| p.classes));
        Mark { slot, phrase, classes, clitics, stem }
    })
}

/// Which phrase of the slot stands here, plus one, where one does or the slot has a word of its own.
#[inline]
fn accept(vocabulary: &Vocabulary, document: &Document<'_>, at: usize, slot: u32) -> Option<u16> {
    let slot = vocabulary.slot(slot);
    if slot.seconds & second(document.word(at + 1)) == 0 {
        return (!slot.words.is_empty()).then_some(0);
    }
    let phrase = slot.phrases.iter().position(|p| stands(document, at, p)).map_or(0, |p| p as u16 + 1);
    (phrase > 0 || !slot.words.is_empty()).then_some(phrase)
}

fn stands(document: &Document<'_>, at: usize, phrase: &Phrase) -> bool {
    phrase.rest.iter().enumerate().all(|(i, rest)| {
        let here = at + 1 + i;
        document.token(here).is_some_and(|t| !t.line_start) && document.word(here) == &**rest
    })
}

type Split = Option<(u32, u16, Clitic, u8)>;

/// The reading of a word with the fewest proclitics taken off.
#[inline]
fn split(word: &str, mut accept: impl FnMut(&str, Clitic, u8) -> Option<(u32, u16)>) -> Split {
    if let Some((slot, phrase)) = accept(word, Clitic::default(), 0) {
        return Some((slot, phrase, Clitic::default(), 0));
    }
    let mut stem = |rest: &str, bits: u8, cut: u8| -> Split {
        if rest.len() < 4 {
            return None;
        }
        accept(rest, Clitic(bits), cut).map(|(slot, phrase)| (slot, phrase, Clitic(bits), cut))
    };
    let (mut rest, mut bits, mut cut) = (word, 0u8, 0u8);
    if let Some(after) = rest.strip_prefix('و').or_else(|| rest.strip_prefix('ف')) {
        bits |= if rest.starts_with('ف') { Clitic::AND | Clitic::FA } else { Clitic::AND };
        (rest, cut) = (after, cut + 2);
        if let found @ Some(_) = stem(rest, bits, cut) {
            return found;
        }
    }
    if let Some(after) = rest.strip_prefix("لل")
        && let found @ Some(_) = stem(after, bits | Clitic::LI | Clitic::AL, cut + 4)
    {
        return found;
    }
    for (letter, bit) in [('ب', Clitic::BI), ('ل', Clitic::LI), ('ك', Clitic::KA)] {
        if let Some(after) = rest.strip_prefix(letter) {
            (rest, bits, cut) = (after, bits | bit, cut + 2);
            if let found @ Some(_) = stem(rest, bits, cut) {
                return found;
            }
            break;
        }
    }
    let after = rest.strip_prefix("ال")?;
    stem(after, bits | Clitic::AL, cut + 4)
}

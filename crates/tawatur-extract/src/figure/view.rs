//! The text as the reader of figures sees it: words with their bits, and where noun phrases end.

use tawatur_lexicon::{Clitics, Reading};
use tawatur_text::{Document, TokenKind};

use super::count::Count;
use super::vocabulary::{Vocabulary, mark};
use crate::Analysed;
use crate::rule::barrier;

/// The text with the bits of its words.
pub(crate) struct View<'v, 'a> {
    pub(crate) analysed: &'v Analysed<'a>,
    vocabulary: &'static Vocabulary,
    marks: Vec<u64>,
    barriers: Vec<u8>,
    /// The commas around each aside, in order.
    asides: Vec<(usize, usize)>,
}

impl<'v, 'a> View<'v, 'a> {
    pub(crate) fn new(analysed: &'v Analysed<'a>) -> Self {
        let vocabulary = Vocabulary::of(analysed.lexicon());
        let marks = vocabulary.marks(analysed);
        let mut view = Self { analysed, vocabulary, marks, barriers: Vec::new(), asides: Vec::new() };
        view.barriers = barriers(&view);
        view.asides = asides(&view);
        view
    }

    pub(crate) fn document(&self) -> &'v Document<'a> {
        &self.analysed.document
    }

    /// The bits of a token over all its readings.
    #[inline]
    pub(crate) fn mark(&self, at: usize) -> u64 {
        self.marks.get(at).copied().unwrap_or(0)
    }

    /// Whether the token has one of these bits.
    #[inline]
    pub(crate) fn has(&self, at: usize, bits: u64) -> bool {
        self.mark(at) & bits != 0
    }

    /// The barriers at a token; beyond the end everything stops.
    #[inline]
    pub(crate) fn barriers(&self, at: usize) -> u8 {
        self.barriers.get(at).copied().unwrap_or(barrier::STOP)
    }

    /// Makes the numbers of counts barriers.
    pub(crate) fn add_slots(&mut self, counts: &[Count]) {
        for at in counts.iter().filter(|c| c.is_countable()).flat_map(|c| c.number.iter()) {
            if let Some(b) = self.barriers.get_mut(at) {
                *b |= barrier::SLOT;
            }
        }
    }

    /// The token behind the aside that this comma opens or, going left, the comma that opens the one it closes.
    pub(crate) fn past_aside(&self, comma: usize, left: bool) -> Option<usize> {
        let key = |a: &(usize, usize)| if left { a.1 } else { a.0 };
        let found = self.asides.binary_search_by_key(&comma, key).ok()?;
        let (open, close) = self.asides.get(found).copied()?;
        // What is told behind a preposition is no aside if it has a count or calls for one.
        let told = barrier::SLOT | barrier::TRIGGER;
        let aside = self.has(open + 1, mark::RELATIVE) || !(open..close).any(|t| self.barriers(t) & told != 0);
        aside.then_some(if left { open } else { close + 1 })
    }

    /// Whether the token is the number of a count.
    pub(crate) fn is_slot(&self, at: usize) -> bool {
        self.barriers.get(at).is_some_and(|b| b & barrier::SLOT != 0)
    }

    /// The bits of one reading.
    pub(crate) fn bits_of(&self, reading: &Reading) -> u64 {
        self.vocabulary.sense(reading.sense)
    }

    /// Whether the word carries the article.
    pub(crate) fn is_definite(&self, at: usize) -> bool {
        let word = self.document().word(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let bare = bare.strip_prefix(['ب', 'ك']).unwrap_or(bare);
        bare.starts_with("ال") && bare.chars().count() > 4
            || bare.starts_with("لل") && bare.chars().count() > 4
            || self.analysed.traits(at).first.is_some_and(|c| c.has(Clitics::AL))
    }

    pub(crate) fn is_indefinite_or(&self, definite_too: bool, at: usize) -> bool {
        definite_too || !self.is_definite(at) || self.mark(at) & mark::NISBA != 0
    }

    /// «رجال الإنقاذ», «حملة الاعتقالات»: with the article a verbal noun calls for no count of its own.
    fn is_only_named(&self, at: usize) -> bool {
        let mut calls = self.analysed.readings(at).iter().filter(|r| self.bits_of(r) & mark::TRIGGER != 0);
        let called = |r: &Reading| self.bits_of(r) & mark::TRIGGER != 0;
        let phrase = self.analysed.phrase_over(at).is_some_and(|p| p.readings.iter().any(called));
        calls.all(|r| r.clitics.has(Clitics::AL)) && !phrase
    }

    /// «ليصل»: a verb after ل.
    pub(crate) fn is_purpose_verb(&self, at: usize) -> bool {
        let readings = self.analysed.readings(at).iter();
        readings.filter(|r| r.clitics.has(Clitics::LI)).any(|r| self.bits_of(r) & mark::VERB != 0)
    }

    /// A bound behind a noun that says by its form how many: «شخصان على الأقل».
    pub(crate) fn at_least_after(&self, at: usize, least: &crate::Senses) -> Option<usize> {
        let phrase = self.analysed.phrase_at(at)?;
        least.find(&phrase.readings).map(|_| phrase.tokens.end)
    }

    /// «في وسط», «بشمال»: a direction noun, itself after a preposition.
    pub(crate) fn is_inside_direction(&self, at: usize, inside: &crate::Senses) -> bool {
        self.has(at, mark::PREPOSITION)
            || at.checked_sub(1).is_some_and(|b| self.has(at, mark::NOMINAL) && self.analysed.is(b, inside))
    }
}

/// Words that an aside between commas may have.
const LONGEST_ASIDE: usize = 14;

/// «، بحسب معلومات أولية،», «، الذين قدموا على متن دراجات،»: what commas set off behind a preposition, a word of time or a
/// relative pronoun, and what does not overlap.
fn asides(view: &View<'_, '_>) -> Vec<(usize, usize)> {
    let opens = mark::RELATIVE | mark::PREPOSITION | mark::TIME;
    let comma = |t: usize| view.document().kind(t) == TokenKind::Comma;
    let mut found: Vec<(usize, usize)> = Vec::new();
    for open in (0..view.barriers.len()).filter(|t| view.barriers(*t) & barrier::COMMA != 0) {
        let first = open + 1;
        if found.last().is_some_and(|a| a.1 >= open) || !view.has(first, opens) {
            continue;
        }
        if view.has(first, mark::AMONG | mark::VERB) || view.joins(first) {
            continue;
        }
        let inside = (first..first + LONGEST_ASIDE).take_while(|t| view.barriers(*t) & barrier::STOP == 0);
        if let Some(close) = inside.into_iter().find(|t| comma(*t)) {
            found.push((open, close));
        }
    }
    found
}

/// The barriers of a text, before slots are known.
fn barriers(view: &View<'_, '_>) -> Vec<u8> {
    let document = view.document();
    let of = |at: usize| match document.kind(at) {
        TokenKind::Stop | TokenKind::Ellipsis => barrier::STOP,
        TokenKind::Semicolon => barrier::CLAUSE,
        TokenKind::Comma => barrier::COMMA,
        TokenKind::Colon => barrier::COLON,
        TokenKind::Word if !view.has(at, mark::THAT | mark::CLAUSE | mark::VERB | mark::TRIGGER) => 0,
        TokenKind::Word => {
            let that = view.has(at, mark::THAT) && !view.has(at, mark::VERB);
            let clause = if that || view.has(at, mark::CLAUSE) { barrier::CLAUSE } else { 0 };
            let verb = view.has(at, mark::VERB) && !view.has(at, mark::NOMINAL);
            let next = if verb && view.joins(at) { barrier::NEXT_VERB } else { 0 };
            let clause = clause | next | if verb { barrier::VERB } else { 0 };
            clause | if view.has(at, mark::TRIGGER) && !view.is_only_named(at) { barrier::TRIGGER } else { 0 }
        }
        _ => 0,
    };
    (0..document.tokens().len()).map(of).collect()
}

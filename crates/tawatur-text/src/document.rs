//! A text with its layers: folded form, tokens, paragraphs, sentences, quotations.

use crate::folded::Folded;
use crate::offset::ByteRange;
use crate::quotation::{Quotation, quotations};
use crate::token::{Token, TokenKind, TokenRange};
use crate::{paragraph, scan, sentence};

/// A text and its layers, made once and shared by all readers.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    original: &'t str,
    folded: Folded,
    tokens: Vec<Token>,
    paragraphs: Vec<TokenRange>,
    sentences: Vec<TokenRange>,
    quotations: Vec<Quotation>,
}

impl<'t> Document<'t> {
    /// Folds and cuts a text. Linear in its length.
    ///
    /// A text that cannot be addressed (over 4 GiB) is read up to the last character that can.
    pub fn new(original: &'t str) -> Self {
        let original = addressable(original);
        let (folded, tokens) = scan::scan(original);
        let paragraphs = paragraph::paragraphs(&tokens);
        let sentences = sentence::sentences(&folded, &tokens, &paragraphs);
        let quotations = quotations(&folded, &tokens, &paragraphs);
        Self { original, folded, tokens, paragraphs, sentences, quotations }
    }

    /// The same document with sentences and paragraphs cut where passages begin (bytes of the original, in order): a
    /// dateline on the first sentence's line is no part of that sentence.
    pub fn cut_at(mut self, starts: impl Iterator<Item = u32>) -> Self {
        let cuts: Vec<usize> = starts.map(|byte| self.token_at(byte)).collect();
        self.sentences = cut_runs(&self.sentences, &cuts);
        self.paragraphs = cut_runs(&self.paragraphs, &cuts);
        self
    }

    /// The text as it came.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The folded text.
    pub fn folded(&self) -> &Folded {
        &self.folded
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// One token.
    #[inline]
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// What the token is; `Symbol` beyond the end, which no reader asks for.
    #[inline]
    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Symbol, |t| t.kind)
    }

    /// The folded form of a token; empty beyond the end.
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| self.word_of(t))
    }

    /// The folded form of a token of this document.
    #[inline]
    pub fn word_of(&self, token: &Token) -> &str {
        self.folded.text().get(token.folded_start as usize..token.folded_end as usize).unwrap_or("")
    }

    /// The original word of a token; empty beyond the end.
    #[inline]
    pub fn text_at(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |t| t.range.slice(self.original))
    }

    /// The lines that hold a token.
    pub fn paragraphs(&self) -> &[TokenRange] {
        &self.paragraphs
    }

    /// The sentences, in order; every token is in exactly one.
    pub fn sentences(&self) -> &[TokenRange] {
        &self.sentences
    }

    /// The stretches between quotation marks, in order.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The number of the sentence that holds the token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token)
    }

    /// The number of the paragraph that holds the token.
    pub fn paragraph_of(&self, token: usize) -> usize {
        self.paragraphs.partition_point(|p| p.end <= token)
    }

    /// The first token that starts at or after the byte.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.range.start() < byte)
    }

    /// The tokens that lie wholly inside a range of the original.
    pub fn tokens_in(&self, range: ByteRange) -> TokenRange {
        let start = self.token_at(range.start());
        TokenRange::new(start, self.tokens.partition_point(|t| t.range.end() <= range.end()))
    }

    /// The place of a run of tokens in the original; empty for an empty run.
    pub fn range_of(&self, run: TokenRange) -> ByteRange {
        let first = self.tokens.get(run.start).map(|t| t.range);
        let last = run.end.checked_sub(1).and_then(|i| self.tokens.get(i)).map(|t| t.range);
        match (first, last) {
            (Some(first), Some(last)) if !run.is_empty() => first.cover(last),
            _ => ByteRange::default(),
        }
    }

    /// The place of a token in the original without its first `skip` bytes of folded text: a word without proclitics.
    pub fn range_without(&self, at: usize, skip: usize) -> ByteRange {
        self.tokens.get(at).map_or_else(ByteRange::default, |t| match skip {
            0 => t.range,
            _ => self.folded.to_original((t.folded_start + skip as u32).min(t.folded_end), t.folded_end),
        })
    }

    /// The original words of a run of tokens.
    pub fn text_of(&self, run: TokenRange) -> &'t str {
        self.range_of(run).slice(self.original)
    }
}

/// The runs, with a new one begun at each cut; both in order.
fn cut_runs(runs: &[TokenRange], cuts: &[usize]) -> Vec<TokenRange> {
    let mut cuts = cuts.iter().copied().peekable();
    let mut found = Vec::with_capacity(runs.len() + cuts.len());
    for run in runs {
        let mut start = run.start;
        while let Some(cut) = cuts.next_if(|c| *c < run.end) {
            if cut > start {
                found.push(TokenRange::new(start, cut));
                start = cut;
            }
        }
        found.push(TokenRange::new(start, run.end));
    }
    found
}

/// The longest beginning of the text whose offsets fit 32 bits.
fn addressable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize - 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let document = Document::new(text);
        (0..document.tokens().len()).map(|i| document.word(i).to_owned()).collect()
    }

    fn sentences(text: &str) -> Vec<&str> {
        let document = Document::new(text);
        document.sentences().iter().map(|s| document.text_of(*s)).collect()
    }

    #[test]
    fn cuts_numbers_from_the_letters_they_touch() {
        assert_eq!(words("الـ١٦٤ و500 17رجلا"), ["ال", "164", "و", "500", "17", "رجلا"]);
        assert_eq!(words("1,8 مليون و٤٫٥%."), ["1,8", "مليون", "و", "4٫5", "%", "."]);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        assert_eq!(sentences("قال د. سالم. وأضاف م. علي.").len(), 2);
        assert_eq!(sentences("نقلت أ.ف.ب الخبر.ونفى مصدر ذلك.").len(), 2);
        assert_eq!(sentences("في سنة 1445 هـ. وبعدها").len(), 2);
        assert_eq!(sentences("قال: \"انتهى.\" ومضى").len(), 2);
    }

    #[test]
    fn a_passage_on_the_same_line_begins_a_sentence() {
        let text = "عمان (وكالات) - أعلنت الحكومة ذلك. وأضافت";
        let body = text.find("أعلنت").unwrap() as u32;
        let document = Document::new(text).cut_at([0, body].into_iter());
        let found: Vec<_> = document.sentences().iter().map(|s| document.text_of(*s)).collect();
        assert_eq!(found, ["عمان (وكالات) -", "أعلنت الحكومة ذلك.", "وأضافت"]);
        assert_eq!(document.paragraphs().len(), 2);
    }

    #[test]
    fn pairs_quotation_marks_of_mixed_shape() {
        let text = "قال «لن نسمح» وزاد بـ»ثورات ملونة»، و\"نعم\" ثم \u{201c}لا\u{201d}";
        let document = Document::new(text);
        let inside: Vec<_> = document.quotations().iter().map(|q| document.text_of(q.inside)).collect();
        assert_eq!(inside, ["لن نسمح", "ثورات ملونة", "نعم", "لا"]);
    }

    #[test]
    fn an_unclosed_mark_ends_where_the_next_opens() {
        let text = "قال \"لن نسمح. وقال الوزير \"سنرى\"";
        let document = Document::new(text);
        assert_eq!(document.quotations().len(), 2);
        assert_eq!(document.quotations()[0].close, None);
    }
}

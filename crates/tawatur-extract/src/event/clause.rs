//! The clause around a trigger.

use tawatur_text::{TokenKind, TokenRange};

use crate::Analysed;
use crate::clause::{Tag, Tags};

/// Words that open another clause.
const OPENS: Tag = Tag::WHILE.or(Tag::BUT).or(Tag::SUBORDINATE).or(Tag::RELATIVE).or(Tag::THAT).or(Tag::AS_FOR);

/// A clause takes no more tokens than this on either side of its trigger.
const REACH: usize = 64;

/// The tokens of the clause that holds `at`, inside its sentence.
pub(super) fn around(analysed: &Analysed, tags: &Tags, at: usize, sentence: TokenRange) -> TokenRange {
    let from = sentence.start.max(at.saturating_sub(REACH));
    let to = sentence.end.min(at + REACH);
    let start = (from..at).rev().find(|i| ends_before(analysed, tags, *i)).map_or(from, |i| i + 1);
    let end = (at + 1..to).find(|i| begins_after(analysed, tags, *i)).unwrap_or(to);
    TokenRange::new(start, end)
}

/// Whether a clause begins behind this token.
fn ends_before(analysed: &Analysed, tags: &Tags, at: usize) -> bool {
    matches!(analysed.document.kind(at), TokenKind::Semicolon | TokenKind::Colon | TokenKind::Ellipsis)
        || tags.is(at, OPENS)
        || tags.is(at, Tag::SAY.or(Tag::SAYING)) && tags.is(at + 1, Tag::THAT)
}

/// Whether this token begins another clause.
fn begins_after(analysed: &Analysed, tags: &Tags, at: usize) -> bool {
    matches!(analysed.document.kind(at), TokenKind::Semicolon | TokenKind::Ellipsis | TokenKind::Colon)
        || tags.is(at, OPENS.or(Tag::CUE_AS).or(Tag::CUE_SOURCE))
        || tags.is(at, Tag::SAYING) && is_circumstance(analysed, at)
        || is_finite(tags, at) && tags.is(at, Tag::JOINED)
}

/// «مضيفا», «مشيرة», «قائلين»: as «مقترح» is none in «رفضت الحركة مقترح الهدنة».
fn is_circumstance(analysed: &Analysed, at: usize) -> bool {
    analysed.document.word(at).ends_with(['ا', 'ه', 'ن'])
}

/// Whether a token is a finite verb and can be nothing else.
pub(super) fn is_finite(tags: &Tags, at: usize) -> bool {
    tags.is(at, Tag::VERB.or(Tag::SAY)) && !tags.is(at, Tag::NOUN.or(Tag::NAME).or(Tag::ARTICLE).or(Tag::PREPOSITION))
}

/// Any preposition that stands alone.
pub(super) const PREPOSITIONS: Tag = Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::PREPOSITION);

//! Sentences: runs of tokens that end at a stop, never across a line.

use crate::folded::Folded;
use crate::token::{Token, TokenKind, TokenRange};

/// The most tokens of a sentence. No sentence of a newspaper is as long; text without stops (tables, debris, attacks) is
/// cut, at a comma where there is one, so that readers that look around inside a sentence stay linear in the text.
const LONGEST: usize = 256;

/// Cuts paragraphs into sentences.
///
/// A stop after a single letter is an abbreviation (د. م. أ.ف.ب) unless a number stands before that letter
/// (1445 هـ.); a stop between Latin letters is a name (example.com); dots in a row end nothing but a line.
pub(crate) fn sentences(folded: &Folded, tokens: &[Token], paragraphs: &[TokenRange]) -> Vec<TokenRange> {
    let mut found = Vec::with_capacity(paragraphs.len() * 2);
    for paragraph in paragraphs {
        let (mut start, mut i) = (paragraph.start, paragraph.start);
        while i < paragraph.end {
            let ends = ends_sentence(folded, tokens, i) || too_long(tokens, start, i);
            i += 1;
            if ends {
                i = past_closing(tokens, i, paragraph.end);
                found.push(TokenRange::new(start, i));
                start = i;
            }
        }
        if start < paragraph.end {
            found.push(TokenRange::new(start, paragraph.end));
        }
    }
    found
}

/// Whether a sentence that began at `start` must end here, at a comma or at the very last token.
fn too_long(tokens: &[Token], start: usize, at: usize) -> bool {
    let length = at + 1 - start;
    let at_comma = || tokens.get(at).is_some_and(|t| matches!(t.kind, TokenKind::Comma | TokenKind::Semicolon));
    length >= LONGEST || length >= LONGEST * 3 / 4 && at_comma()
}

fn ends_sentence(folded: &Folded, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|t| t.kind == TokenKind::Stop) else {
        return false;
    };
    if word(folded, token) != "." {
        return true;
    }
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let after = tokens.get(at + 1).filter(|t| t.joined);
    match before {
        Some(b) if token.joined => !is_abbreviation(folded, tokens, at, b) && !inside_name(folded, b, after),
        _ => true,
    }
}

fn is_abbreviation(folded: &Folded, tokens: &[Token], at: usize, before: &Token) -> bool {
    let single = before.kind == TokenKind::Word && word(folded, before).chars().count() == 1;
    let after_number = at.checked_sub(2).and_then(|i| tokens.get(i)).is_some_and(|t| t.kind == TokenKind::Number);
    single && !after_number
}

fn inside_name(folded: &Folded, before: &Token, after: Option<&Token>) -> bool {
    let latin = |t: &Token| word(folded, t).bytes().all(|b| b.is_ascii_alphanumeric());
    after.is_some_and(|a| latin(before) && latin(a))
}

/// Quotation marks and brackets that close right after the stop belong to the sentence.
fn past_closing(tokens: &[Token], mut at: usize, end: usize) -> usize {
    while at < end
        && tokens
            .get(at)
            .is_some_and(|t| t.joined && matches!(t.kind, TokenKind::Quote | TokenKind::Close | TokenKind::Stop))
    {
        at += 1;
    }
    at
}

fn word<'f>(folded: &'f Folded, token: &Token) -> &'f str {
    folded.text().get(token.folded_start as usize..token.folded_end as usize).unwrap_or("")
}

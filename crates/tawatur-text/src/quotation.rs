//! Quotations: what stands between two quotation marks.

use crate::folded::Folded;
use crate::token::{Token, TokenKind, TokenRange};

/// A stretch between quotation marks, the marks left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The tokens inside.
    pub inside: TokenRange,
    /// The token of the opening mark.
    pub open: usize,
    /// The token of the closing mark; none where the paragraph ends first.
    pub close: Option<usize>,
}

/// A mark that opens without a partner stops counting after this many tokens, so that one stray
/// mark does not turn the rest of a long paragraph into a quotation.
const LONGEST_UNCLOSED: usize = 120;

/// Pairs the quotation marks of each paragraph.
///
/// Marks are paired in order, whatever their shape: newsrooms mix «…», "…", »…« and “…" in one pair. A mark whose
/// shape or spacing says that it opens (or closes) is taken at its word. Quotations do not nest here:
/// an inner pair of another shape stays inside the outer one.
pub(crate) fn quotations(folded: &Folded, tokens: &[Token], paragraphs: &[TokenRange]) -> Vec<Quotation> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let mut open: Option<usize> = None;
        for i in paragraph.iter() {
            if !is_mark(folded, tokens, i) {
                continue;
            }
            match open {
                None => open = Some(i),
                Some(o) if opens_again(tokens, i) => {
                    push(&mut found, o, None, i.min(o + LONGEST_UNCLOSED));
                    open = Some(i);
                }
                Some(o) if same_family(folded, tokens, o, i) => {
                    push(&mut found, o, Some(i), i);
                    open = None;
                }
                Some(_) => {}
            }
        }
        if let Some(o) = open {
            push(&mut found, o, None, paragraph.end.min(o + LONGEST_UNCLOSED));
        }
    }
    found
}

fn push(found: &mut Vec<Quotation>, open: usize, close: Option<usize>, end: usize) {
    found.push(Quotation { inside: TokenRange::new(open + 1, end), open, close });
}

/// A single mark between two letters is an apostrophe, no quotation mark.
fn is_mark(folded: &Folded, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|t| t.kind == TokenKind::Quote) else {
        return false;
    };
    let single = matches!(mark(folded, token), '\'' | '’' | '`');
    let touches_next = tokens.get(at + 1).is_some_and(|t| t.joined);
    !(single && token.joined && touches_next)
}

/// White space before and none after: the mark opens, so the one before it was never closed.
fn opens_again(tokens: &[Token], at: usize) -> bool {
    let spaced_before = tokens.get(at).is_some_and(|t| !t.joined);
    let touches_next = tokens.get(at + 1).is_some_and(|t| t.joined && t.kind == TokenKind::Word);
    spaced_before && touches_next
}

/// Double marks close double ones and single marks single ones.
fn same_family(folded: &Folded, tokens: &[Token], open: usize, close: usize) -> bool {
    let single =
        |i: usize| tokens.get(i).is_some_and(|t| matches!(mark(folded, t), '\'' | '‘' | '’' | '‹' | '›' | '`' | '‚'));
    single(open) == single(close)
}

fn mark(folded: &Folded, token: &Token) -> char {
    folded.text().get(token.folded_start as usize..).and_then(|s| s.chars().next()).unwrap_or(' ')
}

//! Paragraphs: the lines of the report that hold a token.

use crate::token::{Token, TokenRange};

/// One run of tokens a line.
pub(crate) fn paragraphs(tokens: &[Token]) -> Vec<TokenRange> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate().skip(1) {
        if token.line_start {
            found.push(TokenRange::new(start, i));
            start = i;
        }
    }
    if start < tokens.len() {
        found.push(TokenRange::new(start, tokens.len()));
    }
    found
}

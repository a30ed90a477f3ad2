//! Statements of the contract, made of attributions.

use tawatur_model::{In, Statement};
use tawatur_text::{Document, TokenRange};

use crate::attribution::{Attribution, Attributions};

/// The statements of one text. Ids go on from `first`.
pub fn read(document: &Document, attributions: &Attributions, within: In, first: usize) -> Vec<Statement> {
    attributions.iter().enumerate().map(|(i, a)| statement(document, a, within, first + i)).collect()
}

fn statement(document: &Document, attribution: &Attribution, within: In, number: usize) -> Statement {
    let range = document.range_of(attribution.cue);
    let bytes = |run: TokenRange| (!run.is_empty()).then(|| document.range_of(run));
    Statement {
        id: format!("s{number}"),
        within,
        range,
        quote: range.slice(document.original()).to_owned(),
        speaker: attribution.speaker.clone(),
        speaker_range: attribution.speaker_range.and_then(bytes),
        institution: attribution.institution.clone(),
        mode: attribution.mode,
        polarity: attribution.polarity,
        chain: if attribution.is_relayed() { attribution.chain.clone() } else { Vec::new() },
        said_on: attribution.said_on,
        content_range: bytes(attribution.content),
        rule: attribution.rule.to_owned(),
    }
}

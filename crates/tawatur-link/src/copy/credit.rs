//! The agency that a report credits, by its layout alone: for reports that nothing else was read from.

use tawatur_lexicon::{Lexicon, Reading};
use tawatur_model::{Report, Role};
use tawatur_text::{Document, TokenKind};

/// Words at the end of a text in which a credit may stand without a line of its own: «(الوكالة)».
const LAST_WORDS: usize = 6;
/// Words of a credit line that are looked at.
const MOST_WORDS: usize = 40;

/// An agency: the row of the lexicon, and its name there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Agency {
    pub(crate) row: &'static str,
    pub(crate) name: &'static str,
}

/// The one agency that a report credits in a credit line, byline or dateline, or in brackets at its very end; none where it
/// credits two.
pub(crate) fn credit(report: &Report) -> Option<Agency> {
    let mut found: Vec<Agency> = Vec::new();
    let lines = report.passages.iter().filter(|p| matches!(p.role, Role::Credit | Role::Byline | Role::Dateline));
    for line in lines {
        found.extend(agencies(&Document::new(line.range.slice(&report.text)), 0..MOST_WORDS));
    }
    found.extend(in_brackets(&report.text));
    found.sort();
    found.dedup_by_key(|a| a.row);
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Whether an outlet is that agency.
pub(crate) fn is_outlet(agency: Agency, report: &Report) -> bool {
    let outlet = report.outlet.as_deref().unwrap_or_default();
    agencies(&Document::new(outlet), 0..MOST_WORDS).iter().any(|a| a.row == agency.row)
}

/// Agencies named in brackets that close the text.
fn in_brackets(text: &str) -> Vec<Agency> {
    let text = text.trim_end().trim_end_matches('.');
    let Some((_, inside)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) else { return Vec::new() };
    if inside.split_whitespace().count() > LAST_WORDS {
        return Vec::new();
    }
    agencies(&Document::new(inside), 0..MOST_WORDS)
}

fn agencies(document: &Document<'_>, within: std::ops::Range<usize>) -> Vec<Agency> {
    let words: Vec<&str> = (within.start..within.end.min(document.tokens().len()))
        .filter(|at| document.kind(*at) == TokenKind::Word)
        .map(|at| document.word(at))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|r| !r.is_empty()) {
        let (agency, length) = agency(rest);
        found.extend(agency);
        at += length;
    }
    found
}

/// The agency that words begin with, and how many of them name it.
fn agency(words: &[&str]) -> (Option<Agency>, usize) {
    let lexicon = Lexicon::builtin();
    let of = |readings: &[Reading]| {
        let is = |r: &&Reading| lexicon.sense_name(r.sense) == "organisation:agency";
        let entry = readings.iter().find(is).map(|r| lexicon.entry(r.entry))?;
        Some(Agency { row: entry.id, name: entry.lemma })
    };
    if let Some(phrase) = lexicon.phrase(words.iter().copied())
        && let Some(agency) = of(&phrase.readings)
    {
        return (Some(agency), phrase.words.max(1));
    }
    let single = words.first().and_then(|word| of(&lexicon.analyse(word)));
    (single, 1)
}

//! The words of claims with every reading that the lexicon has for them: the one taken and the alternatives.

use std::io::{self, Write};

use tawatur::extract::{Analysed, Words};
use tawatur::lexicon::{Clitics, Lexicon, Reading};
use tawatur::model::{Extraction, In, Report};
use tawatur::text::{ByteRange, Document};

use crate::terminal::{clean, isolated};

/// Clitics by their name in the output.
const CLITICS: [(Clitics, &str); 9] = [
    (Clitics::QUESTION, "question-a"),
    (Clitics::WA, "wa"),
    (Clitics::FA, "fa"),
    (Clitics::BI, "bi"),
    (Clitics::LI, "li"),
    (Clitics::KA, "ka"),
    (Clitics::SA, "sa"),
    (Clitics::AL, "al"),
    (Clitics::PRONOUN, "pronoun"),
];

/// Writes the words of all claims, or those of the sentence at a byte.
pub(super) fn print(out: &mut impl Write, report: &Report, read: &Extraction, at: Option<u32>) -> io::Result<()> {
    let mut words = Words::new();
    let analysed = Analysed::new(Document::new(&report.text), &mut words);
    writeln!(out, "\nwords")?;
    for token in tokens(&analysed, read, at) {
        let Some(found) = analysed.document.token(token) else { continue };
        let word = isolated(&clean(found.range.slice(&report.text)));
        let readings: Vec<String> = analysed.readings(token).iter().map(|r| reading(&analysed, r)).collect();
        let readings = if readings.is_empty() { "not in the lexicon".to_owned() } else { readings.join("; ") };
        writeln!(out, "  bytes {}..{}  {word}  {readings}", found.range.start(), found.range.end())?;
    }
    Ok(())
}

fn tokens(analysed: &Analysed<'_>, read: &Extraction, at: Option<u32>) -> Vec<usize> {
    let document = &analysed.document;
    let is_word = |i: &usize| document.kind(*i) == tawatur::text::TokenKind::Word;
    if let Some(byte) = at {
        let before = document.tokens().partition_point(|t| t.range.end() <= byte);
        let sentence = document.sentences().get(document.sentence_of(before)).copied().unwrap_or_default();
        return sentence.iter().filter(is_word).collect();
    }
    let figures = read.figures.iter().filter(|f| f.within == In::Text).map(|f| f.range);
    let statements = read.statements.iter().filter(|s| s.within == In::Text).map(|s| s.range);
    let ranges: Vec<ByteRange> = figures.chain(statements).chain(read.events.iter().map(|e| e.range)).collect();
    let mut found: Vec<usize> = ranges.iter().flat_map(|r| document.tokens_in(*r).iter()).filter(is_word).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// `verb:kill [casualty-kill] wa+bi, plural`.
fn reading(analysed: &Analysed<'_>, reading: &Reading) -> String {
    let lexicon: &Lexicon = analysed.lexicon();
    let entry = analysed.entry(reading);
    let mut words = lexicon.sense_name(reading.sense).to_owned();
    if !entry.id.is_empty() {
        words.push_str(&format!(" [{}]", entry.id));
    }
    let clitics: Vec<&str> = CLITICS.iter().filter(|(c, _)| reading.clitics.has(*c)).map(|(_, name)| *name).collect();
    if !clitics.is_empty() {
        words.push(' ');
        words.push_str(&clitics.join("+"));
    }
    let form = reading.form;
    let flags = [(form.is_dual(), "dual"), (form.is_plural(), "plural"), (form.is_present(), "present")];
    for (_, name) in flags.iter().filter(|(on, _)| *on) {
        words.push_str(", ");
        words.push_str(name);
    }
    words
}

//! Who said what: every statement of the story, by the day on which it was said.

use tawatur_model::{In, Report, Statement, StatementEntry};

use super::Material;

/// All statements, those without a day last, else in the order of the reports and of their text.
pub(super) fn list(material: Material<'_>) -> Vec<StatementEntry> {
    let mut all: Vec<StatementEntry> =
        material.iter().flat_map(|(r, e)| e.statements.iter().map(|s| entry(r, s))).collect();
    all.sort_by_key(|s| (s.said_on.is_none(), s.said_on));
    all
}

fn entry(report: &Report, statement: &Statement) -> StatementEntry {
    StatementEntry {
        claim: format!("{}#{}", report.id, statement.id),
        speaker: statement.speaker.clone(),
        institution: statement.institution.clone(),
        mode: statement.mode,
        polarity: statement.polarity,
        quote: statement.quote.clone(),
        content: content(report, statement),
        said_on: statement.said_on,
        chain: statement.chain.clone(),
    }
}

/// What was said, in the report's words.
pub(super) fn content(report: &Report, statement: &Statement) -> String {
    let text = match statement.within {
        In::Text => report.text.as_str(),
        In::Title => report.title.as_deref().unwrap_or(""),
    };
    statement.content_range.map_or("", |r| r.slice(text)).trim().to_owned()
}

//! Whose voices are heard.

use tawatur_model::{Alarm, Bilingual, Severity, Statement};
use tawatur_text::{Document, TokenKind};

use super::alarm;
use crate::Item;
use crate::terms::sense_of_token;

/// Fewer statements than this say nothing of who is heard.
const FEWEST: usize = 5;

/// Every statement of the story comes from those in authority.
pub(crate) fn one_side(items: &[Item<'_>]) -> Option<Alarm> {
    let statements: Vec<(&str, &Statement)> = items
        .iter()
        .flat_map(|i| i.extraction.statements.iter().map(|s| (i.report.id.as_str(), s)))
        .filter(|(_, s)| s.speaker.is_some())
        .collect();
    if statements.len() < FEWEST || !statements.iter().all(|(_, s)| in_authority(s)) {
        return None;
    }
    let text = Bilingual::new(
        format!("لا يُسمع إلا جانب واحد: الأقوال كلها ({}) لأصحاب سلطة", statements.len()),
        format!("only one side speaks: all {} statements come from those in authority", statements.len()),
    );
    let claims = statements.iter().map(|(report, s)| format!("{report}#{}", s.id)).collect();
    Some(alarm("one-side-speaks", Severity::Warning, text, claims))
}

fn in_authority(statement: &Statement) -> bool {
    let names = statement.institution.iter().chain(&statement.speaker);
    names.into_iter().any(|name| {
        let document = Document::new(name);
        (0..document.tokens().len())
            .filter(|at| document.kind(*at) == TokenKind::Word)
            .any(|at| sense_of_token("side", document.word(at)) == Some("authority"))
    })
}

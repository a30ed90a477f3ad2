//! Statements: one row each.

use csv::Writer;
use tawatur::StoryAccount;

use super::Table;
use super::cell::{chain, day, tag, write};

const STATEMENTS: [&str; 11] =
    ["story", "claim", "said_on", "speaker", "institution", "mode", "polarity", "cue", "content", "chain", "report"];

/// One row a statement.
pub(super) fn statements(stories: &[StoryAccount]) -> Table {
    let mut table = Writer::from_writer(Vec::new());
    write(&mut table, STATEMENTS)?;
    for story in stories {
        for s in &story.account.statements {
            write(
                &mut table,
                [
                    story.account.story.label.as_str(),
                    &s.claim,
                    &day(s.said_on),
                    s.speaker.as_deref().unwrap_or_default(),
                    s.institution.as_deref().unwrap_or_default(),
                    &tag(&s.mode),
                    &tag(&s.polarity),
                    &s.quote,
                    &s.content,
                    &chain(&s.chain),
                    s.claim.rsplit_once('#').map_or("", |(report, _)| report),
                ],
            )?;
        }
    }
    Ok(table)
}

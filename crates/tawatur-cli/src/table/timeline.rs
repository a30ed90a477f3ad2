//! The timeline: one row an entry.

use csv::Writer;
use tawatur::StoryAccount;

use super::Table;
use super::cell::{plain, write};

const TIMELINE: [&str; 8] =
    ["story", "date", "precision", "kind", "text_ar", "text_en", "independent_origins", "claims"];

/// One row an entry of the timeline.
pub(super) fn timeline(stories: &[StoryAccount]) -> Table {
    let mut table = Writer::from_writer(Vec::new());
    write(&mut table, TIMELINE)?;
    for story in stories {
        for entry in &story.account.timeline {
            write(
                &mut table,
                [
                    story.account.story.label.as_str(),
                    &entry.date,
                    &entry.precision,
                    &entry.kind,
                    &entry.text.ar,
                    &plain(&entry.text.en),
                    &entry.independent_origins.to_string(),
                    &entry.claims.join(" "),
                ],
            )?;
        }
    }
    Ok(table)
}

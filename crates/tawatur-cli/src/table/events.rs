//! Events over all reports, with the columns that PLOVER names.

use std::path::Path;

use csv::Writer;
use tawatur::StoryAccount;
use tawatur::model::EventEntry;

use super::Table;
use super::cell::{plain, tag, write};
use crate::error::Error;
use crate::output::write_file;

/// Columns as PLOVER names them, then who tells of the event.
const EVENTS: [&str; 21] = [
    "story",
    "event_id",
    "event_date",
    "event_type",
    "event_mode",
    "context",
    "aux",
    "actor_name",
    "actor_name_en",
    "recip_name",
    "recip_name_en",
    "placename",
    "placename_en",
    "text_ar",
    "text_en",
    "independent_origins",
    "reports",
    "claims",
    "figures",
    "disagreements",
    "part_of",
];

/// Writes the events of all stories: JSON where the file is called so, else a table.
pub(crate) fn write_events(path: &Path, stories: &[StoryAccount]) -> Result<(), Error> {
    if path.extension().is_some_and(|e| e == "json" || e == "jsonl") {
        let mut lines = Vec::new();
        for story in stories {
            for event in &story.account.events {
                serde_json::to_writer(&mut lines, event)?;
                lines.push(b'\n');
            }
        }
        return write_file(path, &lines);
    }
    let bytes = events(stories).and_then(|w| w.into_inner().map_err(|e| e.into_error().into()));
    write_file(path, &bytes.map_err(std::io::Error::from).map_err(Error::writing(path))?)
}

/// One row an event over all reports.
pub(super) fn events(stories: &[StoryAccount]) -> Table {
    let mut table = Writer::from_writer(Vec::new());
    write(&mut table, EVENTS)?;
    for story in stories {
        let names = tawatur::Names::of(&story.account);
        for event in &story.account.events {
            write(&mut table, event_row(story, event, &names))?;
        }
    }
    Ok(table)
}

fn event_row(story: &StoryAccount, event: &EventEntry, names: &tawatur::Names) -> Vec<String> {
    let both = |n: &Option<String>| {
        let name = n.clone().unwrap_or_default();
        let english = n.as_deref().map(|n| plain(&names.name(n).en)).unwrap_or_default();
        [name, english]
    };
    let aux: Vec<String> = event.aux.iter().map(tag).collect();
    let differ: Vec<String> = event.disagreements.iter().map(|d| plain(&d.en)).collect();
    let mut row = vec![
        story.account.story.label.clone(),
        event.id.clone(),
        event.date.clone().unwrap_or_default(),
        event.kind.clone(),
        event.mode.join(" "),
        event.context.join(" "),
        aux.join(" "),
    ];
    row.extend([both(&event.actor), both(&event.recipient), both(&event.place)].concat());
    row.extend([
        event.text.ar.clone(),
        plain(&event.text.en),
        event.independent_origins.to_string(),
        event.reports.join(" "),
        event.claims.join(" "),
        event.figures.join(" "),
        differ.join("; "),
        event.part_of.clone().unwrap_or_default(),
    ]);
    row
}

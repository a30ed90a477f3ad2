//! The account as tables: series, disagreements, timeline, events, statements.

mod cell;
mod disagreements;
mod events;
mod series;
mod statements;
mod timeline;

use std::path::Path;

use csv::Writer;
use tawatur::StoryAccount;

use crate::error::Error;
use crate::output::write_file;

pub(crate) use events::write_events;

type Table = Result<Writer<Vec<u8>>, csv::Error>;

/// Writes the tables of all stories into a folder, which is made if it is not there.
pub(crate) fn write_all(folder: &Path, stories: &[StoryAccount]) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(Error::writing(folder))?;
    let tables = [
        ("series.csv", series::series(stories)),
        ("disagreements.csv", disagreements::disagreements(stories)),
        ("timeline.csv", timeline::timeline(stories)),
        ("events.csv", events::events(stories)),
        ("statements.csv", statements::statements(stories)),
    ];
    for (name, rows) in tables {
        let path = folder.join(name);
        let bytes = rows.and_then(|w| w.into_inner().map_err(|e| e.into_error().into()));
        write_file(&path, &bytes.map_err(std::io::Error::from).map_err(Error::writing(&path))?)?;
    }
    Ok(())
}

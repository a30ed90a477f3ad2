//! Disagreements: one row each, both sides beside each other.

use csv::Writer;
use tawatur::StoryAccount;

use super::Table;
use super::cell::{day, number, plain, write};

const DISAGREEMENTS: [&str; 13] = [
    "story",
    "series",
    "question_en",
    "value_a",
    "origins_a",
    "carriers_a",
    "since_a",
    "value_b",
    "origins_b",
    "carriers_b",
    "since_b",
    "closed_on",
    "closed_because",
];

/// One row a disagreement, both sides beside each other.
pub(super) fn disagreements(stories: &[StoryAccount]) -> Table {
    let mut table = Writer::from_writer(Vec::new());
    write(&mut table, DISAGREEMENTS)?;
    for story in stories {
        for d in &story.account.disagreements {
            let Some(series) = story.account.series.get(d.series) else { continue };
            let mut row =
                vec![story.account.story.label.clone(), (d.series + 1).to_string(), plain(&series.question.text.en)];
            for side in &d.sides {
                let point = series.points.get(side.point);
                row.push(point.map(|p| number(p.low.or(p.high))).unwrap_or_default());
                row.extend([side.origins.join("; "), side.carriers.to_string(), day(side.since)]);
            }
            let closed = d.closed.as_ref();
            row.push(closed.map(|c| day(c.on)).unwrap_or_default());
            row.push(closed.map(|c| plain(&c.because.en)).unwrap_or_default());
            write(&mut table, &row)?;
        }
    }
    Ok(table)
}

//! What happened, day by day.

use tawatur_model::TimelineEntry;

use super::glance::{first_quotes, origins};
use crate::date;
use crate::html::{Both, Html};
use crate::index::Index;

/// A date with what happened then.
pub(crate) struct DayView {
    pub(crate) date: Both,
    pub(crate) entries: Vec<EntryView>,
}

/// One thing that happened.
pub(crate) struct EntryView {
    pub(crate) kind: &'static str,
    pub(crate) text: Both,
    pub(crate) origins: Both,
    pub(crate) because: Both,
    pub(crate) disagreements: Vec<Both>,
    pub(crate) quotes: Vec<Html>,
    pub(crate) more: usize,
}

pub(crate) fn days(index: &Index<'_>) -> Vec<DayView> {
    let mut days: Vec<(&str, DayView)> = Vec::new();
    for entry in &index.account.timeline {
        let view = view(index, entry);
        match days.last_mut() {
            Some((date, day)) if *date == entry.date => day.entries.push(view),
            _ => days.push((&entry.date, DayView { date: date::iso(&entry.date), entries: vec![view] })),
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

fn view(index: &Index<'_>, entry: &TimelineEntry) -> EntryView {
    let (quotes, more) = first_quotes(index, &entry.claims, 2);
    let kind = match entry.kind.as_str() {
        "figure" => "figure",
        "statement" => "statement",
        _ => "event",
    };
    EntryView {
        kind,
        text: Both::prose(&entry.text),
        origins: origins(entry.independent_origins),
        because: entry.because.as_ref().map(Both::prose).unwrap_or_default(),
        disagreements: entry.disagreements.iter().map(Both::prose).collect(),
        quotes,
        more,
    }
}

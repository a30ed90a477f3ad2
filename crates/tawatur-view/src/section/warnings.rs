//! Alarms, and what could not be read.

use tawatur_model::Severity;

use super::glance::first_quotes;
use crate::claims::{cited, shortened};
use crate::html::{Both, Html, escape, isolated, prose};
use crate::index::Index;
use crate::words::words;

/// An alarm.
pub(crate) struct WarningView {
    pub(crate) class: &'static str,
    pub(crate) severity: Both,
    pub(crate) text: Both,
    pub(crate) quotes: Vec<Html>,
    pub(crate) more: usize,
}

/// A note on the reading of one report.
pub(crate) struct NoteView {
    pub(crate) class: &'static str,
    pub(crate) id: Html,
    pub(crate) message: Html,
    pub(crate) words: Html,
    pub(crate) source: Html,
}

/// Most notes listed.
const MOST_NOTES: usize = 60;

pub(crate) fn alarms(index: &Index<'_>) -> Vec<WarningView> {
    let mut alarms: Vec<_> = index.account.alarms.iter().collect();
    alarms.sort_by_key(|alarm| std::cmp::Reverse(alarm.severity));
    let view = |alarm: &tawatur_model::Alarm| {
        let (id, class) = severity(alarm.severity);
        let (quotes, more) = first_quotes(index, &alarm.claims, 3);
        WarningView { class, severity: words(id), text: Both::prose(&alarm.text), quotes, more }
    };
    alarms.into_iter().map(view).collect()
}

/// What the marks of a note are called.
pub(crate) fn mark_id(note: usize) -> String {
    format!("t{note}")
}

/// The first notes, and how many more there are.
pub(crate) fn notes(index: &Index<'_>) -> (Vec<NoteView>, usize) {
    let all = &index.account.notes;
    let views = all.iter().enumerate().take(MOST_NOTES).map(|(i, (report, note))| {
        let source = index.source(report);
        let anchor = |s: &crate::index::Source<'_>| index.anchor_of(s.number, &mark_id(i));
        let text = source.and_then(|s| s.report).map_or("", |r| note.range.unwrap_or_default().slice(&r.text));
        NoteView {
            class: severity(note.severity).1,
            id: Html(escape(&note.id)),
            message: Html(prose(&note.message)),
            words: Html(if text.is_empty() { String::new() } else { isolated(&shortened(text.trim(), 120)) }),
            source: source.map_or_else(
                || Html(escape(report)),
                |s| cited(index, s, &if text.is_empty() { String::new() } else { anchor(s) }),
            ),
        }
    });
    (views.collect(), all.len().saturating_sub(MOST_NOTES))
}

fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Info => ("severity-info", "info"),
        Severity::Warning => ("severity-warning", "warning"),
        Severity::Error => ("severity-error", "error"),
    }
}

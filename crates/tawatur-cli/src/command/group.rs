//! `tawatur group`: stories and copies.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use serde::Serialize;
use tawatur::link::{StoryChange, StoryChangeKind, StoryGroup};
use tawatur::model::{Day, Report};

use super::Status;
use crate::error::Error;
use crate::input::Input;
use crate::output::Output;

/// Arguments of `tawatur group`.
#[derive(Args, Debug)]
pub(crate) struct Group {
    #[command(flatten)]
    input: Input,
}

/// One line of the output.
#[derive(Debug, Serialize)]
struct Line<'a> {
    report: &'a str,
    story: &'a str,
    copies: Option<&'a str>,
    copied_from: Option<&'a str>,
    /// The agency that the credit lines of its near copies name.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    /// The event of the story that it tells of, where the story has several: `story/1`, `story/2`, ...
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    /// The earlier version of the same page.
    #[serde(skip_serializing_if = "Option::is_none")]
    version_of: Option<&'a str>,
    /// Stories that went into its story, and the one that its story was cut from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change<'a>>,
}

/// That two stories proved to be one, or one proved to be two.
#[derive(Clone, Debug, Serialize)]
struct Change<'a> {
    kind: &'static str,
    story: &'a str,
    on: Option<Day>,
}

fn change(change: &StoryChange) -> Change<'_> {
    let kind = match change.kind {
        StoryChangeKind::Merged => "merged",
        StoryChangeKind::Split => "split",
    };
    Change { kind, story: &change.other, on: change.on }
}

impl Group {
    /// Groups and prints in the order of the input.
    pub(crate) fn run(self) -> Result<Status, Error> {
        let read = self.input.read()?;
        let reports: Vec<&Report> = read.reports.iter().collect();
        let stories = tawatur::link::group(&reports);
        let copies = tawatur::link::report_copies(&reports);
        let versions = tawatur::link::versions(&reports);
        let story_of: BTreeMap<usize, &StoryGroup> =
            stories.iter().flat_map(|s| s.reports.iter().map(move |i| (*i, s))).collect();
        let copy_of: BTreeMap<usize, _> = copies.iter().map(|c| (c.report, c)).collect();
        // A page that was taken in twice and says the same shares its wording with whom it did before.
        let same = |i: &usize, of: &usize| Some(reports.get(*i)?.text == reports.get(*of)?.text);
        let unchanged = |i: usize| versions.get(&i).filter(|of| same(&i, of) == Some(true)).copied();
        let mut out = Output::open(None)?;
        for (i, report) in reports.iter().enumerate() {
            let copy = copy_of.get(&i);
            let story = story_of.get(&i);
            let line = Line {
                report: &report.id,
                story: story.map_or("", |s| s.label.as_str()),
                copies: copy.or_else(|| copy_of.get(&unchanged(i)?)).map(|c| c.label.as_str()),
                copied_from: copy.and_then(|c| c.copied_from).and_then(|f| reports.get(f)).map(|r| r.id.as_str()),
                source: copy.and_then(|c| c.source.as_deref()),
                event: story.and_then(|s| event(s, i)),
                version_of: versions.get(&i).and_then(|v| reports.get(*v)).map(|r| r.id.as_str()),
                changes: story.map(|s| s.changes.iter().map(change).collect()).unwrap_or_default(),
            };
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n")?;
        }
        out.close()?;
        Ok(Status::of(read.problems))
    }
}

/// The event of a story that a report tells of, by number; none where the story has only one.
fn event(story: &StoryGroup, report: usize) -> Option<String> {
    let number = story.events.iter().position(|e| e.contains(&report)).filter(|_| story.events.len() > 1)?;
    Some(format!("{}/{}", story.label, number + 1))
}

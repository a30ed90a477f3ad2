//! The account as tables: series, disagreements, timeline, events, statements.

use std::collections::BTreeMap;
use std::path::Path;

use csv::Writer;
use tawatur::StoryAccount;
use tawatur::model::{Day, EventEntry, Figure, Hop, In, Point, RelationKind, Series};

use crate::error::Error;
use crate::output::write_file;

const SERIES: [&str; 30] = [
    "story",
    "series",
    "quantity",
    "who",
    "place",
    "question_ar",
    "question_en",
    "point",
    "as_of",
    "low",
    "high",
    "mode",
    "unit",
    "origin",
    "institution",
    "point_who",
    "point_place",
    "independent_origins",
    "carriers",
    "relations",
    "claim",
    "report",
    "in",
    "start",
    "end",
    "quote",
    "chain",
    "said_on",
    "modality",
    "rule",
];
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
const TIMELINE: [&str; 8] =
    ["story", "date", "precision", "kind", "text_ar", "text_en", "independent_origins", "claims"];
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
const STATEMENTS: [&str; 11] =
    ["story", "claim", "said_on", "speaker", "institution", "mode", "polarity", "cue", "content", "chain", "report"];

/// Writes the tables of all stories into a folder, which is made if it is not there.
pub(crate) fn write_all(folder: &Path, stories: &[StoryAccount]) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(Error::writing(folder))?;
    let tables = [
        ("series.csv", series(stories)),
        ("disagreements.csv", disagreements(stories)),
        ("timeline.csv", timeline(stories)),
        ("events.csv", events(stories)),
        ("statements.csv", statements(stories)),
    ];
    for (name, rows) in tables {
        let path = folder.join(name);
        let bytes = rows.and_then(|w| w.into_inner().map_err(|e| e.into_error().into()));
        write_file(&path, &bytes.map_err(std::io::Error::from).map_err(Error::writing(&path))?)?;
    }
    Ok(())
}

type Table = Result<Writer<Vec<u8>>, csv::Error>;

/// One row a claim of a point, with its exact words and its chain.
fn series(stories: &[StoryAccount]) -> Table {
    let mut table = Writer::from_writer(Vec::new());
    write(&mut table, SERIES)?;
    for story in stories {
        let figures = figures(story);
        for (number, series) in story.account.series.iter().enumerate() {
            for at in 0..series.points.len() {
                point(&mut table, story, number, series, at, &figures)?;
            }
        }
    }
    Ok(table)
}

type Figures<'a> = BTreeMap<String, &'a Figure>;

fn figures(story: &StoryAccount) -> Figures<'_> {
    let all = story.extractions.iter().flat_map(|e| e.figures.iter().map(move |f| (e, f)));
    all.map(|(e, f)| (format!("{}#{}", e.report, f.id), f)).collect()
}

fn point(
    table: &mut Writer<Vec<u8>>,
    story: &StoryAccount,
    number: usize,
    series: &Series,
    at: usize,
    figures: &Figures<'_>,
) -> Result<(), csv::Error> {
    let Some(point) = series.points.get(at) else { return Ok(()) };
    let mut head = question(story, number, series);
    head.extend(answer(at, point));
    head.push(relations(series, at));
    for claim in &point.claims {
        let mut row = head.clone();
        row.extend(claim_fields(claim, figures.get(claim.as_str()).copied()));
        write(table, &row)?;
    }
    Ok(())
}

fn question(story: &StoryAccount, number: usize, series: &Series) -> Vec<String> {
    let question = &series.question;
    vec![
        story.account.story.label.clone(),
        (number + 1).to_string(),
        question.quantity.as_str().to_owned(),
        question.who.clone().unwrap_or_default(),
        question.place.clone().unwrap_or_default(),
        question.text.ar.clone(),
        plain(&question.text.en),
    ]
}

fn answer(at: usize, point: &Point) -> Vec<String> {
    vec![
        at.to_string(),
        day(point.as_of),
        number(point.low),
        number(point.high),
        tag(&point.mode),
        point.unit.clone(),
        point.origin.clone().unwrap_or_default(),
        point.institution.clone().unwrap_or_default(),
        point.who.clone().unwrap_or_default(),
        point.place.clone().unwrap_or_default(),
        point.independent_origins.to_string(),
        point.carriers.to_string(),
    ]
}

/// `supersedes 0: because; ...`, with the number of the other point.
fn relations(series: &Series, at: usize) -> String {
    let own = series.relations.iter().filter(|r| r.from == at);
    let words: Vec<String> = own.map(|r| format!("{} {}: {}", kind(r.kind), r.to, plain(&r.because.en))).collect();
    words.join("; ")
}

fn kind(kind: RelationKind) -> String {
    tag(&kind)
}

fn claim_fields(claim: &str, figure: Option<&Figure>) -> Vec<String> {
    let report = claim.rsplit_once('#').map_or(claim, |(report, _)| report);
    let Some(figure) = figure else {
        let mut row = vec![claim.to_owned(), report.to_owned()];
        row.resize(10, String::new());
        return row;
    };
    let within = if figure.within == In::Title { "title" } else { "text" };
    vec![
        claim.to_owned(),
        report.to_owned(),
        within.to_owned(),
        figure.range.start().to_string(),
        figure.range.end().to_string(),
        figure.quote.clone(),
        chain(&figure.chain),
        day(figure.said_on),
        tag(&figure.modality),
        figure.rule.clone(),
    ]
}

/// One row a disagreement, both sides beside each other.
fn disagreements(stories: &[StoryAccount]) -> Table {
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

fn timeline(stories: &[StoryAccount]) -> Table {
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
fn events(stories: &[StoryAccount]) -> Table {
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

fn statements(stories: &[StoryAccount]) -> Table {
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

/// Origin first, with the kind of each hop.
fn chain(hops: &[Hop]) -> String {
    let words: Vec<String> = hops.iter().map(|h| format!("{} [{}]", h.name, tag(&h.kind))).collect();
    words.join(" → ")
}

fn day(day: Option<Day>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

fn number(value: Option<f64>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// The name of a value in the JSON outputs.
fn tag(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Words without isolates: a cell is a text of its own.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

/// Writes a row whose cells no spreadsheet takes for formulas.
fn write<C: AsRef<str>>(table: &mut Writer<Vec<u8>>, cells: impl IntoIterator<Item = C>) -> csv::Result<()> {
    table.write_record(cells.into_iter().map(|cell| guarded(cell.as_ref())))
}

/// A cell that begins as formulas do gets an apostrophe before it; signed numbers are left as they are. Blanks and
/// characters that nobody sees before the sign hide nothing.
fn guarded(cell: &str) -> String {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let first = cell.trim_start_matches(unseen).chars().next();
    let formula = matches!(first, Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'));
    let led = cell.starts_with(['\t', '\r']);
    if (formula || led) && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+A1", "-A1", "@SUM(A1)", " =HYPERLINK(\"x\")", "\u{202b}=1", "\t=1", "\u{ff1d}1"] {
            assert_eq!(guarded(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["-5", "+7.5", "5135", "وزارة", "a=b", "", "– 5"] {
            assert_eq!(guarded(cell), cell);
        }
    }
}

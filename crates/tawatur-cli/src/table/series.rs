//! Series: one row a claim of a point.

use std::collections::BTreeMap;

use csv::Writer;
use tawatur::StoryAccount;
use tawatur::model::{Figure, In, Point, Series};

use super::Table;
use super::cell::{chain, day, number, plain, tag, write};

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

/// One row a claim of a point, with its exact words and its chain.
pub(super) fn series(stories: &[StoryAccount]) -> Table {
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
    let words: Vec<String> = own.map(|r| format!("{} {}: {}", tag(&r.kind), r.to, plain(&r.because.en))).collect();
    words.join("; ")
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

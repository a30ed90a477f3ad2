//! Gold annotation as claims: lets the account be tested apart from the readers.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tawatur::model::{
    Extraction, Figure, Hop, HopKind, In, Modality, Mode, Polarity, Published, PublishedFrom, Quantity, Report,
    SpeechMode, Statement,
};
use tawatur::text::ByteRange;

#[derive(Deserialize)]
struct Line {
    report: String,
    published: Option<tawatur::model::Day>,
    outlet: Option<String>,
    figures: Vec<GoldFigure>,
    statements: Vec<GoldStatement>,
}

#[derive(Deserialize)]
struct GoldFigure {
    id: String,
    evidence: String,
    span: (u32, u32),
    quantity: String,
    low: Option<f64>,
    high: Option<f64>,
    mode: Mode,
    unit: Option<String>,
    who: Option<String>,
    place: Option<String>,
    as_of: Option<tawatur::model::AsOf>,
    #[serde(default)]
    chain: Vec<String>,
    institution: Option<String>,
    #[serde(default)]
    superseded_in_text: bool,
    subset_of: Option<String>,
    #[serde(default)]
    increment: bool,
    #[serde(default)]
    background: bool,
    #[serde(default)]
    modality: Modality,
}

#[derive(Deserialize)]
struct GoldStatement {
    id: String,
    evidence: String,
    span: (u32, u32),
    speaker: Option<String>,
    institution: Option<String>,
    mode: SpeechMode,
    #[serde(default)]
    chain: Vec<String>,
    said_on: Option<tawatur::model::Day>,
}

/// The reports of a story that have gold, with their gold as claims. Texts are those of the folder's text files.
pub fn story(folder: &Path) -> Vec<(Report, Extraction)> {
    let gold = std::fs::read_to_string(folder.join("gold.jsonl")).expect("gold");
    let lines = gold.lines().filter(|l| !l.trim().is_empty());
    lines.filter_map(|l| member(folder, serde_json::from_str(l).expect("a line of gold"))).collect()
}

/// A folder of `stories/`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories").join(name)
}

fn member(folder: &Path, line: Line) -> Option<(Report, Extraction)> {
    let text = std::fs::read_to_string(folder.join(&line.report)).ok()?;
    let text = without_front_matter(&text).to_owned();
    let published = line.published.map(|day| Published { day, time: None, from: PublishedFrom::Metadata });
    let extraction = Extraction {
        report: line.report.clone(),
        published: line.published,
        outlet: line.outlet.clone(),
        figures: line.figures.into_iter().filter_map(figure).collect(),
        statements: line.statements.into_iter().map(statement).collect(),
        ..Extraction::default()
    };
    Some((Report { id: line.report, text, outlet: line.outlet, published, ..Report::default() }, extraction))
}

fn without_front_matter(text: &str) -> &str {
    let after = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n"));
    after.map_or(text, |(_, body)| body)
}

fn figure(g: GoldFigure) -> Option<Figure> {
    let quantity: Quantity = serde_json::from_value(g.quantity.into()).ok()?;
    Some(Figure {
        id: g.id,
        range: ByteRange::from(g.span),
        quote: g.evidence,
        quantity,
        low: g.low,
        high: g.high,
        mode: g.mode,
        unit: g.unit.unwrap_or_default(),
        who: g.who,
        place: g.place,
        as_of: g.as_of,
        within: In::Text,
        increment: g.increment,
        subset_of: g.subset_of,
        repeat_of: None,
        institution: g.institution,
        superseded_in_text: g.superseded_in_text,
        modality: g.modality,
        background: g.background,
        chain: hops(&g.chain),
        said_on: None,
        rule: "gold".to_owned(),
    })
}

fn statement(g: GoldStatement) -> Statement {
    Statement {
        id: g.id,
        within: In::Text,
        range: ByteRange::from(g.span),
        quote: g.evidence,
        speaker: g.speaker,
        speaker_range: None,
        institution: g.institution,
        mode: g.mode,
        polarity: Polarity::Says,
        chain: hops(&g.chain),
        said_on: g.said_on,
        content_range: None,
        rule: "gold".to_owned(),
    }
}

fn hops(names: &[String]) -> Vec<Hop> {
    names.iter().map(|n| Hop { name: n.clone(), range: None, kind: HopKind::Institution }).collect()
}

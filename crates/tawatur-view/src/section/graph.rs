//! Who took wording from whom, as a drawing: a report a row, in order of publication, and an arc a copy.

use std::collections::BTreeMap;

use tawatur_model::{CopyGroup, Day};

use crate::Language;
use crate::html::{Html, escape};
use crate::index::Index;
use crate::words::word;

/// Most reports that are drawn.
const MOST: usize = 40;
/// Height of a row, and the width that arcs may take.
const ROW: usize = 26;
const ARCS: usize = 150;

/// What stands at a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    /// A source that reports credit and that is not among them: before everything else.
    Unseen(String),
    /// A report by its day and number.
    Report(Option<Day>, usize),
}

/// One copy: rows, and whether it is known who took from whom.
struct Arc {
    from: Node,
    to: Node,
    known: bool,
}

/// The drawing in both languages, and how many reports are left out; empty where nothing was copied.
pub(crate) fn graph(index: &Index<'_>) -> (Html, usize) {
    let arcs: Vec<Arc> = index.account.copies.iter().flat_map(|g| arcs(index, g)).collect();
    let mut nodes: Vec<Node> = arcs.iter().flat_map(|a| [a.from.clone(), a.to.clone()]).collect();
    nodes.sort();
    nodes.dedup();
    let left_out = nodes.len().saturating_sub(MOST);
    nodes.truncate(MOST);
    if nodes.is_empty() {
        return (Html::default(), 0);
    }
    (Html(Language::ALL.map(|language| draw(index, &nodes, &arcs, language)).concat()), left_out)
}

fn arcs(index: &Index<'_>, group: &CopyGroup) -> Vec<Arc> {
    let node = |id: &str| {
        let source = index.source(id)?;
        let day = source.listed.and_then(|l| l.published);
        Some(Node::Report(day, source.number))
    };
    let reports: Vec<Node> = group.reports.iter().filter_map(|r| node(r)).collect();
    match (&group.source, &group.direction) {
        (_, Some(direction)) => node(&direction.from)
            .zip(node(&direction.to))
            .map(|(from, to)| Arc { from, to, known: true })
            .into_iter()
            .collect(),
        (Some(source), None) => {
            let from = Node::Unseen(source.clone());
            reports.into_iter().map(|to| Arc { from: from.clone(), to, known: true }).collect()
        }
        (None, None) => match reports.as_slice() {
            [from, to, ..] => vec![Arc { from: from.clone(), to: to.clone(), known: false }],
            _ => Vec::new(),
        },
    }
}

fn draw(index: &Index<'_>, nodes: &[Node], arcs: &[Arc], language: Language) -> String {
    let row: BTreeMap<&Node, usize> = nodes.iter().enumerate().map(|(i, n)| (n, i)).collect();
    // The arcs stand where the language begins; in Arabic everything is measured from the right edge.
    let (edge, side) = match language {
        Language::Arabic => ("100%", -1),
        Language::English => ("0", 1),
    };
    let mut inside = String::new();
    for arc in arcs {
        if let (Some(from), Some(to)) = (row.get(&arc.from), row.get(&arc.to)) {
            inside.push_str(&curve(*from, *to, arc, side));
        }
    }
    for (at, node) in nodes.iter().enumerate() {
        inside.push_str(&label(index, node, at, side, language));
    }
    format!(
        r#"<svg class="chart graph {}" width="100%" height="{}" direction="ltr" role="img" aria-label="{}"><svg x="{edge}" overflow="visible" aria-hidden="true">{inside}</svg></svg>"#,
        language.tag(),
        nodes.len() * ROW + 6,
        escape(&word("copy-graph", language)),
    )
}

fn middle(row: usize) -> usize {
    row * ROW + ROW / 2
}

fn curve(from: usize, to: usize, arc: &Arc, side: i32) -> String {
    let (y1, y2) = (middle(from), middle(to));
    let reach = (18 + 11 * from.abs_diff(to)).min(ARCS - 8) as i32;
    let near = side * ARCS as i32;
    let far = side * (ARCS as i32 - reach);
    let class = match (&arc.from, arc.known) {
        (Node::Unseen(_), _) => "arc unseen",
        (_, true) => "arc",
        (_, false) => "arc unknown",
    };
    let mut out = format!(r#"<path class="{class}" d="M{near} {y1}C{far} {y1} {far} {y2} {near} {y2}"/>"#);
    if arc.known {
        let back = near - side * 8;
        out.push_str(&format!(r#"<path class="tip" d="M{near} {y2}L{back} {}V{}Z"/>"#, y2 - 4, y2 + 4));
    }
    out
}

fn label(index: &Index<'_>, node: &Node, at: usize, side: i32, language: Language) -> String {
    let y = middle(at);
    let (dot, text) = (side * (ARCS as i32 + 8), side * (ARCS as i32 + 20));
    let anchor = if side < 0 { "end" } else { "start" };
    let circle = |class: &str| format!(r#"<circle class="{class}" cx="{dot}" cy="{y}" r="5"/>"#);
    match node {
        Node::Unseen(name) => {
            let shown = escape(&index.plain_name(name, language));
            format!(r#"{}<text x="{text}" y="{}" text-anchor="{anchor}">{shown}</text>"#, circle("dot round o0"), y + 4)
        }
        Node::Report(day, number) => {
            let Some(source) = index.sources.iter().find(|s| s.number == *number) else { return String::new() };
            let outlet = source.outlet().map(|o| index.plain_name(o, language)).unwrap_or_default();
            let day = day.map(|d| d.to_string()).unwrap_or_default();
            let parts: Vec<String> = [number.to_string(), day, outlet].into_iter().filter(|p| !p.is_empty()).collect();
            format!(
                r#"{}<text x="{text}" y="{}" text-anchor="{anchor}">{}</text>"#,
                circle("dot o0"),
                y + 4,
                escape(&parts.join(" \u{b7} "))
            )
        }
    }
}

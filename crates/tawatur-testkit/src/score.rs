//! The scorer of claims: figures and statements against gold annotation.
//!
//! A figure is found when a claim overlaps its span with the same quantity and the same bounds; among the found ones
//! the further fields are scored as accuracies. A statement is found when a claim's cue overlaps its span. Claims of
//! titles are left out. Gold items marked extra or borderline count neither as hits nor as misses, and claims that
//! overlap them are no false alarms.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::error::{Error, Kind, read_text};
use crate::score_name::same_name;
use crate::score_pair::{
    bounds, is_core, is_soft, is_true, names, overlap, pair, range, same_chain, same_origin, text,
};
use crate::score_table::{ClaimScores, PartScores};

/// Reads a file of JSON Lines.
///
/// # Errors
/// When it cannot be read, or a line is no JSON.
pub fn read_jsonl(path: &Path) -> Result<Vec<Value>, Error> {
    parse_jsonl(&read_text(path)?, &path.display().to_string())
}

/// Reads JSON Lines; `name` stands for them in messages.
///
/// # Errors
/// When a line is no JSON.
pub fn parse_jsonl(text: &str, name: &str) -> Result<Vec<Value>, Error> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|error| {
                Kind::Json { file: name.to_owned(), line: number + 1, message: error.to_string() }.into()
            })
        })
        .collect()
}

/// Scores claims (lines of `tawatur extract`) against gold annotation, both one object a report.
pub fn score_claims(gold: &[Value], claims: &[Value]) -> ClaimScores {
    let by_report: BTreeMap<&str, &Value> = claims.iter().map(|c| (text(c, "report"), c)).collect();
    let mut scores = ClaimScores { reports: gold.len(), ..ClaimScores::default() };
    scores.figures.found_ignoring_quantity = Some(0);
    let nothing = Value::Null;
    for report in gold {
        let found = by_report.get(text(report, "report")).copied();
        scores.reports_without_claims += usize::from(found.is_none());
        let found = found.unwrap_or(&nothing);
        score_figures(report, found, &mut scores);
        score_statements(report, found, &mut scores);
    }
    scores
}

fn items<'v>(report: &'v Value, key: &str) -> Vec<&'v Value> {
    report.get(key).and_then(Value::as_array).map(|items| items.iter().collect()).unwrap_or_default()
}

fn in_text(claim: &&Value) -> bool {
    text(claim, "in") != "title"
}

fn score_figures(report: &Value, found: &Value, scores: &mut ClaimScores) {
    let counted = |g: &Value| is_core(g) && !is_soft(g);
    let (gold, ignored): (Vec<&Value>, Vec<&Value>) = items(report, "figures").into_iter().partition(|g| counted(g));
    let claims: Vec<&Value> = items(found, "figures").into_iter().filter(|c| is_core(c) && in_text(c)).collect();
    let same_count = |g: &Value, c: &Value| overlap(g, c) && bounds(g) == bounds(c);
    let mut pairs = pair(&gold, &claims, |g, c| same_count(g, c) && g.get("quantity") == c.get("quantity"));
    pairs.free.retain(|j| claims.get(*j).is_some_and(|c| !ignored.iter().any(|i| overlap(i, c))));
    let part = &mut scores.figures;
    part.gold += gold.len();
    part.found += pairs.got.len();
    part.claimed += pairs.got.len() + pairs.free.len();
    *part.found_ignoring_quantity.get_or_insert(0) += pair(&gold, &claims, same_count).got.len();
    for (i, j) in &pairs.got {
        if let (Some(g), Some(c)) = (gold.get(*i), claims.get(*j)) {
            figure_fields(g, c, part);
            if is_true(g, "subset_of") || is_true(c, "subset_of") {
                part.put("subset", same_whole(&gold, &claims, &pairs.got, g, c));
            }
        }
    }
    let id = text(report, "report");
    for (i, g) in gold.iter().enumerate() {
        match pairs.got.get(&i).and_then(|j| claims.get(*j)) {
            None => scores.errors.push(format!(
                "MISS  {id} {} {} «{}» {}",
                text(g, "quantity"),
                bounds_text(g),
                text(g, "evidence"),
                range_text(g)
            )),
            Some(c) if !same_origin(g, c) => scores.errors.push(format!(
                "ORIG  {id} «{}» want {:?} got {:?}",
                text(g, "evidence"),
                names(g, "chain"),
                names(c, "chain")
            )),
            Some(_) => {}
        }
    }
    for c in pairs.free.iter().filter_map(|j| claims.get(*j)) {
        scores.errors.push(format!("EXTRA {id} {} {} «{}»", text(c, "quantity"), bounds_text(c), text(c, "quote")));
    }
}

fn figure_fields(g: &Value, c: &Value, part: &mut PartScores) {
    part.put("mode", g.get("mode").is_some() && g.get("mode") == c.get("mode"));
    part.put("origin", same_origin(g, c));
    part.put("chain", same_chain(g, c));
    for field in ["who", "place"] {
        if is_true(g, field) {
            part.put(field, same_name(text(g, field), text(c, field)));
        }
    }
    if is_true(g, "as_of") {
        let day = |item| text(item, "as_of").chars().take(10).collect::<String>();
        part.put("as_of", day(g) == day(c));
    }
    for (field, key) in [("superseded", "superseded_in_text"), ("increment", "increment")] {
        if is_true(g, key) || is_true(c, key) {
            part.put(field, is_true(g, key) == is_true(c, key));
        }
    }
    let modality = |item| Some(text(item, "modality")).filter(|m| !m.is_empty()).unwrap_or("asserted");
    if modality(g) != "asserted" || modality(c) != "asserted" {
        part.put("modality", modality(g) == modality(c));
    }
}

/// Whether the figure that the claim is part of is the one that the gold names.
fn same_whole(gold: &[&Value], claims: &[&Value], got: &BTreeMap<usize, usize>, g: &Value, c: &Value) -> bool {
    let place = |of: &[&Value], id: &str| of.iter().rposition(|item| !id.is_empty() && text(item, "id") == id);
    let whole = place(gold, text(g, "subset_of")).and_then(|i| got.get(&i).copied());
    whole.is_some() && whole == place(claims, text(c, "subset_of"))
}

fn score_statements(report: &Value, found: &Value, scores: &mut ClaimScores) {
    let (ignored, gold): (Vec<&Value>, Vec<&Value>) = items(report, "statements").into_iter().partition(|g| is_soft(g));
    let claims: Vec<&Value> = items(found, "statements").into_iter().filter(in_text).collect();
    let mut pairs = pair(&gold, &claims, overlap);
    pairs.free.retain(|j| claims.get(*j).is_some_and(|c| !ignored.iter().any(|i| overlap(i, c))));
    let part = &mut scores.statements;
    part.gold += gold.len();
    part.found += pairs.got.len();
    part.claimed += pairs.got.len() + pairs.free.len();
    for (i, j) in &pairs.got {
        let (Some(g), Some(c)) = (gold.get(*i), claims.get(*j)) else { continue };
        let speaker = c.get("speaker").map_or("", |s| s.as_str().unwrap_or_else(|| text(s, "name")));
        part.put("speaker", same_name(text(g, "speaker"), speaker));
        part.put("mode", g.get("mode").is_some() && g.get("mode") == c.get("mode"));
        if is_true(g, "chain") {
            part.put("chain", same_chain(g, c));
        }
    }
    let id = text(report, "report");
    for (_, g) in gold.iter().enumerate().filter(|(i, _)| !pairs.got.contains_key(i)) {
        scores.errors.push(format!("SMISS {id} «{}» by {}", text(g, "evidence"), text(g, "speaker")));
    }
    for c in pairs.free.iter().filter_map(|j| claims.get(*j)) {
        scores.errors.push(format!("SEXTRA {id} «{}»", text(c, "quote")));
    }
}

fn bounds_text(item: &Value) -> String {
    let bound = |value: Option<f64>| value.map_or("None".to_owned(), |v| v.to_string());
    let (low, high) = bounds(item);
    format!("({}, {})", bound(low), bound(high))
}

fn range_text(item: &Value) -> String {
    range(item).map_or(String::new(), |(start, end)| format!("[{start}, {end}]"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn figure(id: &str, span: [u64; 2], quantity: &str, low: u64, more: Value) -> Value {
        let mut item = json!({"id": id, "span": span, "range": span, "quantity": quantity, "low": low, "high": low, "mode": "exact", "chain": []});
        if let (Some(item), Some(more)) = (item.as_object_mut(), more.as_object()) {
            item.extend(more.clone());
        }
        item
    }

    fn report(figures: Vec<Value>) -> Value {
        json!({"report": "r", "figures": figures, "statements": []})
    }

    #[test]
    fn counts_hits_misses_and_false_alarms() {
        let gold = report(vec![
            figure("a", [0, 10], "killed", 5, json!({})),
            figure("b", [20, 30], "injured", 7, json!({})),
            figure("c", [40, 50], "age", 9, json!({})),
            figure("d", [60, 70], "killed", 3, json!({"borderline": true})),
        ]);
        let claims = report(vec![
            figure("1", [5, 12], "killed", 5, json!({})),
            figure("2", [20, 30], "killed", 7, json!({})),
            figure("3", [45, 55], "killed", 9, json!({})),
            figure("4", [60, 70], "killed", 4, json!({})),
            figure("5", [80, 90], "killed", 1, json!({"in": "title"})),
        ]);
        let scores = score_claims(&[gold], &[claims]);
        assert_eq!((scores.figures.gold, scores.figures.found, scores.figures.claimed), (2, 1, 2));
        assert_eq!(scores.figures.found_ignoring_quantity, Some(2));
        assert_eq!(scores.errors.len(), 2);
        assert!(scores.to_string().starts_with("figures gold=2 precision=0.5 recall=0.5 f1=0.5"), "{scores}");
    }

    #[test]
    fn subsets_are_right_when_their_wholes_are_paired() {
        let items = |whole: &str| {
            report(vec![
                figure("t", [0, 10], "killed", 164, json!({})),
                figure("u", [12, 18], "killed", 170, json!({})),
                figure("s", [20, 30], "killed", 103, json!({"subset_of": whole})),
            ])
        };
        assert_eq!(score_claims(&[items("t")], &[items("t")]).figures.accuracy("subset"), Some(1.0));
        assert_eq!(score_claims(&[items("t")], &[items("u")]).figures.accuracy("subset"), Some(0.0));
    }

    #[test]
    fn a_report_without_claims_is_counted() {
        let gold =
            json!({"report": "r", "figures": [], "statements": [{"span": [0, 4], "speaker": "x", "mode": "direct"}]});
        let scores = score_claims(&[gold], &[]);
        assert_eq!((scores.reports_without_claims, scores.statements.gold), (1, 1));
        assert_eq!(scores.statements.f1(), 0.0);
    }
}

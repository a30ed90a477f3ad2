//! The scores of claims: counts by field, shares, and how they are written.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// Fields of figures whose accuracy is told, in order of the output.
const FIGURE_FIELDS: [&str; 10] =
    ["mode", "origin", "chain", "who", "place", "as_of", "subset", "superseded", "increment", "modality"];
/// The same for statements.
const STATEMENT_FIELDS: [&str; 3] = ["speaker", "mode", "chain"];

/// The scores of claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimScores {
    /// Reports in the gold.
    pub reports: usize,
    /// Reports for which there is no line of claims.
    pub reports_without_claims: usize,
    /// Scores of figures.
    pub figures: PartScores,
    /// Scores of statements.
    pub statements: PartScores,
    /// What was missed, wrongly attributed or too much, in order of the gold.
    pub errors: Vec<String>,
}

/// The scores of one kind of claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartScores {
    /// Items in the gold.
    pub gold: usize,
    /// Items claimed, those that count neither way left out.
    pub claimed: usize,
    /// Items found.
    pub found: usize,
    /// Figures found when the quantity is not asked for; none for statements.
    pub found_ignoring_quantity: Option<usize>,
    /// Right ones and all, by field, of the found items that have it.
    pub fields: BTreeMap<&'static str, (usize, usize)>,
}

impl PartScores {
    /// Found items among the claimed.
    pub fn precision(&self) -> f64 {
        share(self.found, self.claimed)
    }

    /// Found items among those of the gold.
    pub fn recall(&self) -> f64 {
        share(self.found, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }

    /// The accuracy of a field; none where no found item has it.
    pub fn accuracy(&self, field: &str) -> Option<f64> {
        self.fields.get(field).filter(|(_, n)| *n > 0).map(|(right, n)| share(*right, *n))
    }

    pub(crate) fn put(&mut self, field: &'static str, right: bool) {
        let count = self.fields.entry(field).or_default();
        count.0 += usize::from(right);
        count.1 += 1;
    }

    fn fields_in_order(&self) -> impl Iterator<Item = (&'static str, f64, usize)> + '_ {
        let order = if self.found_ignoring_quantity.is_some() { &FIGURE_FIELDS[..] } else { &STATEMENT_FIELDS[..] };
        order.iter().filter_map(|field| {
            let (right, n) = self.fields.get(field).filter(|(_, n)| *n > 0)?;
            Some((*field, share(*right, *n), *n))
        })
    }

    fn to_json(&self) -> Value {
        let mut out = Map::new();
        out.insert("gold".to_owned(), json!(self.gold));
        for (key, value) in [("precision", self.precision()), ("recall", self.recall()), ("f1", self.f1())] {
            out.insert(key.to_owned(), json!(rounded(value)));
        }
        if let Some(loose) = self.found_ignoring_quantity {
            let share = (self.gold > 0).then(|| rounded(share(loose, self.gold)));
            out.insert("found_ignoring_quantity".to_owned(), json!(share));
        }
        for (field, accuracy, n) in self.fields_in_order() {
            out.insert(field.to_owned(), json!([rounded(accuracy), n]));
        }
        Value::Object(out)
    }

    fn line(&self) -> String {
        let json = self.to_json();
        let cells =
            json.as_object().into_iter().flatten().map(|(key, value)| match value.as_array().map(Vec::as_slice) {
                Some([accuracy, n]) => format!("{key}={accuracy} (n={n})"),
                _ => format!("{key}={value}"),
            });
        cells.collect::<Vec<_>>().join(" ")
    }
}

impl ClaimScores {
    /// The scores as one JSON object.
    pub fn to_json(&self) -> Value {
        json!({
            "reports": self.reports,
            "reports_without_claims": self.reports_without_claims,
            "figures": self.figures.to_json(),
            "statements": self.statements.to_json(),
        })
    }
}

impl std::fmt::Display for ClaimScores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "figures {}", self.figures.line())?;
        write!(f, "statements {}", self.statements.line())
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Four decimals, as the benchmark tells its scores.
fn rounded(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}

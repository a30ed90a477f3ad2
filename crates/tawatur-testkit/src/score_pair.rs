//! Pairing of gold items with claims, and the fields of both.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::score_name::same_name;

/// Quantities that are annotated exhaustively.
const CORE: [&str; 16] = [
    "killed",
    "injured",
    "missing",
    "detained",
    "kidnapped",
    "displaced",
    "evacuated",
    "rescued",
    "aboard",
    "crowd",
    "attackers",
    "deployed",
    "casualties",
    "damage_cost",
    "buildings_damaged",
    "vehicles_damaged",
];

/// The claim of each found gold item, and the claims left over, in order.
pub(crate) struct Pairs {
    pub(crate) got: BTreeMap<usize, usize>,
    pub(crate) free: Vec<usize>,
}

/// One-to-one and greedy in order of the gold, equal ranges first.
pub(crate) fn pair(gold: &[&Value], claims: &[&Value], fits: impl Fn(&Value, &Value) -> bool) -> Pairs {
    let mut free: Vec<usize> = (0..claims.len()).collect();
    let mut got = BTreeMap::new();
    for strict in [true, false] {
        for (i, g) in gold.iter().enumerate() {
            if got.contains_key(&i) {
                continue;
            }
            let fitting = |j: &usize| claims.get(*j).is_some_and(|p| fits(g, p) && (!strict || range(g) == range(p)));
            if let Some(at) = free.iter().position(fitting) {
                got.insert(i, free.remove(at));
            }
        }
    }
    Pairs { got, free }
}

/// Byte range: `range` of a claim, `span` of gold.
pub(crate) fn range(item: &Value) -> Option<(u64, u64)> {
    let pair = item.get("range").filter(|r| !r.is_null()).or(item.get("span"))?;
    Some((pair.get(0)?.as_u64()?, pair.get(1)?.as_u64()?))
}

pub(crate) fn overlap(a: &Value, b: &Value) -> bool {
    match (range(a), range(b)) {
        (Some(a), Some(b)) => a.1.min(b.1) > a.0.max(b.0),
        _ => false,
    }
}

pub(crate) fn bounds(item: &Value) -> (Option<f64>, Option<f64>) {
    let bound = |key| item.get(key).and_then(Value::as_f64);
    (bound("low"), bound("high"))
}

pub(crate) fn is_core(item: &Value) -> bool {
    item.get("quantity").and_then(Value::as_str).is_some_and(|q| CORE.contains(&q))
}

/// Items that count neither as hits nor as misses.
pub(crate) fn is_soft(item: &Value) -> bool {
    let note = item.get("note").and_then(Value::as_str).unwrap_or("");
    is_true(item, "extra") || is_true(item, "borderline") || note.starts_with("borderline")
}

/// Whether a field is there and says something.
pub(crate) fn is_true(item: &Value, key: &str) -> bool {
    match item.get(key) {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::Array(items)) => !items.is_empty(),
        Some(Value::Object(fields)) => !fields.is_empty(),
        Some(Value::Bool(true)) => true,
    }
}

pub(crate) fn text<'v>(item: &'v Value, key: &str) -> &'v str {
    item.get(key).and_then(Value::as_str).unwrap_or("")
}

/// The names of a chain, origin first.
pub(crate) fn names<'v>(item: &'v Value, key: &str) -> Vec<&'v str> {
    let hops = item.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    hops.iter().map(|hop| hop.as_str().unwrap_or_else(|| text(hop, "name"))).collect()
}

/// The chains that count as right.
fn gold_chains(gold: &Value) -> Vec<Vec<&str>> {
    let alternative = gold.get("chain_alt").map(|_| names(gold, "chain_alt"));
    std::iter::once(names(gold, "chain")).chain(alternative).collect()
}

pub(crate) fn same_origin(gold: &Value, claim: &Value) -> bool {
    let found = names(claim, "chain");
    gold_chains(gold).iter().any(|right| match (right.first(), found.first()) {
        (None, None) => true,
        (Some(right), Some(found)) => same_name(right, found),
        _ => false,
    })
}

pub(crate) fn same_chain(gold: &Value, claim: &Value) -> bool {
    let found = names(claim, "chain");
    gold_chains(gold)
        .iter()
        .any(|right| right.len() == found.len() && right.iter().zip(&found).all(|(a, b)| same_name(a, b)))
}

//! Outlets that cite one another for one count.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Alarm, Bilingual, Series, Severity};
use tawatur_text::fold_word;

use super::alarm;
use crate::Item;

/// Counts for which the citations go round in a circle: each outlet names the next as its source.
pub(crate) fn circular(items: &[Item<'_>], series: &[Series]) -> Vec<Alarm> {
    let outlets: BTreeMap<String, &str> =
        items.iter().filter_map(|i| i.report.outlet.as_deref()).map(|o| (fold_word(o), o)).collect();
    let mut found = Vec::new();
    for point in series.iter().flat_map(|s| &s.points) {
        let cited = citations(items, &point.claims, &outlets);
        let circle: Vec<&String> = cited.keys().filter(|o| reaches(&cited, o)).collect();
        if circle.is_empty() {
            continue;
        }
        let names: Vec<&str> = circle.iter().filter_map(|o| outlets.get(*o).copied()).collect();
        let text = Bilingual::new(
            format!("الإسناد يدور في حلقة: {}", names.join("، ")),
            format!("the citations go round in a circle: \u{2068}{}\u{2069}", names.join("، ")),
        );
        found.push(alarm("circular-citation", Severity::Error, text, point.claims.clone()));
    }
    found
}

/// Which outlet names which other outlets for the claims.
fn citations(
    items: &[Item<'_>],
    claims: &[String],
    outlets: &BTreeMap<String, &str>,
) -> BTreeMap<String, BTreeSet<String>> {
    let mut cited: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for item in items {
        let Some(outlet) = item.report.outlet.as_deref().map(fold_word) else { continue };
        let ours = |id: &str| claims.iter().any(|c| c.rsplit_once('#') == Some((item.report.id.as_str(), id)));
        for hop in item.extraction.figures.iter().filter(|f| ours(&f.id)).flat_map(|f| &f.chain) {
            let name = fold_word(&hop.name);
            if name != outlet && outlets.contains_key(&name) {
                cited.entry(outlet.clone()).or_default().insert(name);
            }
        }
    }
    cited
}

/// Whether the citations lead from an outlet back to it.
fn reaches(cited: &BTreeMap<String, BTreeSet<String>>, start: &String) -> bool {
    let mut seen: BTreeSet<&String> = BTreeSet::new();
    let mut next: Vec<&String> = cited.get(start).into_iter().flatten().collect();
    while let Some(outlet) = next.pop() {
        if outlet == start {
            return true;
        }
        if seen.insert(outlet) {
            next.extend(cited.get(outlet).into_iter().flatten());
        }
    }
    false
}

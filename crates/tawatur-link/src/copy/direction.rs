//! Who copied whom, and from which common source.

use tawatur_model::{Bilingual, Direction, Published, Role};
use tawatur_text::ByteRange;

use crate::Item;

/// Whether one moment is known to lie before another.
pub(crate) fn is_before(a: Option<Published>, b: Option<Published>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) if a.day != b.day => a.day < b.day,
        (Some(Published { time: Some(a), .. }), Some(Published { time: Some(b), .. })) => a < b,
        _ => false,
    }
}

/// The direction of a copy, where a credit or the moments of publication tell; none where both reports credit one
/// source that is neither of them.
pub(crate) fn direction(a: &Item<'_>, b: &Item<'_>, source: Option<&str>) -> Option<Direction> {
    for (from, to) in [(a, b), (b, a)] {
        if let Some(outlet) = from.report.outlet.as_deref().filter(|o| names(to, o)) {
            let because = Bilingual::new(
                format!("ينسب الناقل إلى {outlet}"),
                format!("the copier credits \u{2068}{outlet}\u{2069}"),
            );
            return Some(make(from, to, because));
        }
    }
    if source.is_some() {
        return None;
    }
    let (from, to) = match (published(a), published(b)) {
        (x, y) if is_before(x, y) => (a, b),
        (x, y) if is_before(y, x) => (b, a),
        _ => return None,
    };
    let because = Bilingual::new(
        format!("نُشر قبله ({}، ثم {})", moment(from), moment(to)),
        format!("published before it ({}, then {})", moment(from), moment(to)),
    );
    Some(make(from, to, because))
}

fn make(from: &Item<'_>, to: &Item<'_>, because: Bilingual) -> Direction {
    Direction { from: from.report.id.clone(), to: to.report.id.clone(), because }
}

fn published(item: &Item<'_>) -> Option<Published> {
    let inferred =
        item.extraction.published.map(|day| Published { day, time: None, from: item.extraction.published_from });
    item.report.published.or(inferred)
}

fn moment(item: &Item<'_>) -> String {
    match published(item) {
        Some(Published { day, time: Some(time), .. }) => {
            format!("{day} {:02}:{:02}", time.hour(), time.minute())
        }
        Some(Published { day, .. }) => day.to_string(),
        None => String::new(),
    }
}

/// Whether a report names an outlet among its organisations or the links of its chains.
fn names(item: &Item<'_>, outlet: &str) -> bool {
    let outlet = tawatur_text::fold_word(outlet);
    let is = |name: &String| outlet.chars().count() >= 4 && tawatur_text::fold_word(name) == outlet;
    item.extraction.organisations.iter().any(|o| is(&o.name) || o.aliases.iter().any(is))
}

/// The agency that a report credits for a passage: named inside it, or in a credit, byline or dateline.
pub(crate) fn credited(item: &Item<'_>, passages: &[ByteRange]) -> Option<String> {
    let credits = item
        .report
        .passages
        .iter()
        .filter(|p| matches!(p.role, Role::Credit | Role::Byline | Role::Dateline))
        .map(|p| p.range);
    let places: Vec<ByteRange> = credits.chain(passages.iter().copied()).collect();
    let agency = item
        .extraction
        .organisations
        .iter()
        .find(|o| o.kind == "agency" && o.ranges.iter().any(|r| places.iter().any(|p| p.contains(*r))));
    agency.map(|o| o.name.clone())
}

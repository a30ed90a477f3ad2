//! The title of a story: its main place, and what its figures count.

use tawatur_model::{Account, Bilingual, Quantity};

use crate::names::Names;
use crate::wording::{list, say, wording};

/// Quantities that a title names.
const TOPICS: usize = 3;

/// "كازاخستان: قتلى وتوقيفات وخسائر", "Kazakhstan: deaths, detentions and losses".
pub(super) fn title(account: &Account, names: &Names) -> Bilingual {
    let topics = topics(account);
    let place = account.places.first().map(|p| names.name(&p.name));
    match (place, topics.is_empty()) {
        (Some(place), false) => say("title.place-topics", &[("place", &place), ("topics", &list(&topics))]),
        (Some(place), true) => place,
        (None, false) => say("title.topics", &[("topics", &list(&topics))]),
        (None, true) => say("title.none", &[]),
    }
}

/// What the series with most claims count, in the order of the model.
fn topics(account: &Account) -> Vec<Bilingual> {
    let mut carried: Vec<(usize, Quantity)> = Vec::new();
    for series in &account.series {
        let claims = series.points.iter().map(|p| p.claims.len()).sum::<usize>();
        match carried.iter_mut().find(|(_, q)| *q == series.question.quantity) {
            Some(known) => known.0 += claims,
            None => carried.push((claims, series.question.quantity)),
        }
    }
    carried.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    carried.truncate(TOPICS);
    carried.sort_by_key(|(_, quantity)| *quantity);
    let keys = carried.iter().map(|(_, quantity)| format!("topic.{}", quantity.as_str()));
    keys.filter(|k| wording().has(k)).map(|k| say(&k, &[])).collect()
}

//! The scorer of series: points by value, date and origin, relations by kind, every error with its class.
//!
//! A point is found when it holds a claim that overlaps one of the gold point's figures, gives the same value, a day
//! no more than one apart (a count of one day is printed the next) and the same origin. A relation is found when both
//! its ends are found, whatever their origin, and a relation of its kind runs between them the same way. Points that hold only titles, only borderline
//! figures, or only claims of reports that nobody annotated, count neither way.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value;

use crate::score_name::same_name;
use crate::score_pair::{is_soft, names, range, text};

/// How many were right, found and in the gold, with the classes of the errors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeriesPart {
    /// Right ones.
    pub right: usize,
    /// Those that the account gives.
    pub found: usize,
    /// Those of the gold.
    pub gold: usize,
    /// How many errors of each class.
    pub classes: BTreeMap<&'static str, usize>,
    /// Each error, its class first.
    pub errors: Vec<String>,
}

/// The scores of series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeriesScores {
    /// Points.
    pub points: SeriesPart,
    /// Points when their origin is not asked for.
    pub points_without_origin: usize,
    /// Relations; a wrong origin is an error of its point, not of every relation that it has.
    pub relations: SeriesPart,
    /// Relations both of whose ends have the right origin.
    pub relations_of_right_origins: usize,
}

impl SeriesPart {
    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let both = self.found + self.gold;
        if both == 0 { 0.0 } else { 2.0 * self.right as f64 / both as f64 }
    }

    fn put(&mut self, class: &'static str, what: &str) {
        *self.classes.entry(class).or_default() += 1;
        self.errors.push(format!("{class}: {what}"));
    }

    fn line(&self) -> String {
        let classes: Vec<String> = self.classes.iter().map(|(class, n)| format!("{class} {n}")).collect();
        let (right, found, gold) = (self.right, self.found, self.gold);
        format!("F1 {:.3} (right {right}, found {found}, gold {gold}); errors: {}", self.f1(), classes.join(", "))
    }
}

impl std::fmt::Display for SeriesScores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let loose = SeriesPart { right: self.points_without_origin, ..self.points.clone() };
        writeln!(f, "points {}", self.points.line())?;
        writeln!(f, "points whatever their origin F1 {:.3}", loose.f1())?;
        let strict = SeriesPart { right: self.relations_of_right_origins, ..self.relations.clone() };
        writeln!(f, "relations {}", self.relations.line())?;
        write!(f, "relations between points of right origin F1 {:.3}", strict.f1())
    }
}

/// A place in a report's text.
type Place = (String, u64, u64);

/// A point of either side.
struct Answer<'v> {
    point: &'v Value,
    series: usize,
    at: usize,
    quantity: &'v str,
    places: Vec<Place>,
    origins: Vec<&'v str>,
}

/// Scores the series of accounts against gold series.
///
/// `series` is the benchmark's, `gold` the annotated reports that its points name, `accounts` what `tawatur account
/// --json` writes and `claims` what `tawatur extract` writes for the same reports.
pub fn score_series(series: &[Value], gold: &[Value], accounts: &[Value], claims: &[Value]) -> SeriesScores {
    let events: BTreeSet<&str> = series.iter().map(|s| text(s, "event")).collect();
    let annotated: BTreeSet<&str> =
        gold.iter().filter(|g| events.contains(text(g, "event"))).map(|g| text(g, "report")).collect();
    let figures = figures(gold);
    let all: Vec<&Value> = series.iter().collect();
    let soft: Vec<Place> = figures.iter().filter(|(_, f)| is_soft(f)).filter_map(|(id, f)| place(id, f)).collect();
    let mut wanted = answers(&all, "figures", &|id| figures.get(id).copied());
    wanted.retain(|a| a.places.iter().any(|p| !soft.contains(p)));
    let read = read(claims);
    let given: Vec<&Value> = accounts.iter().flat_map(|a| items(a, "series")).collect();
    let mut found = answers(&given, "claims", &|id| read.get(id).copied());
    found.retain(|a| {
        let counted = |p: &&Place| annotated.contains(p.0.as_str()) && !soft.iter().any(|s| overlap(s, p));
        a.places.iter().any(|p| counted(&p))
    });
    let mut scores = SeriesScores::default();
    let loose = pairs(&wanted, &found, &|g, a| same_value(g, a) && near(g, a));
    scores.points_without_origin = loose.len();
    let pairs = pairs(&wanted, &found, &|g, a| same_value(g, a) && near(g, a) && same_origin(g, a));
    score_points(&wanted, &found, &pairs, &mut scores.points);
    let mut strict = SeriesPart::default();
    score_relations(&all, &given, (&wanted, &found), &pairs, &mut strict);
    scores.relations_of_right_origins = strict.right;
    score_relations(&all, &given, (&wanted, &found), &loose, &mut scores.relations);
    scores
}

/// All gold figures, by `report#figure`.
fn figures(gold: &[Value]) -> BTreeMap<String, &Value> {
    gold.iter()
        .flat_map(|g| {
            items(g, "figures").into_iter().map(move |f| (format!("{}#{}", text(g, "report"), text(f, "id")), f))
        })
        .collect()
}

/// All figures read from texts, by `report#claim`; those of titles are not annotated.
fn read(claims: &[Value]) -> BTreeMap<String, &Value> {
    let mut all = figures(claims);
    all.retain(|_, f| text(f, "in") != "title");
    all
}

fn items<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    value.get(key).and_then(Value::as_array).map(|items| items.iter().collect()).unwrap_or_default()
}

fn place(id: &str, figure: &Value) -> Option<Place> {
    let (report, _) = id.rsplit_once('#')?;
    let (start, end) = range(figure)?;
    Some((report.to_owned(), start, end))
}

fn answers<'v>(series: &[&'v Value], ids: &str, figure: &dyn Fn(&str) -> Option<&'v Value>) -> Vec<Answer<'v>> {
    let mut found = Vec::new();
    for (number, s) in series.iter().enumerate() {
        let quantity = s.get("question").map_or_else(|| text(s, "quantity"), |q| text(q, "quantity"));
        for (at, point) in items(s, "points").into_iter().enumerate() {
            let named: Vec<&str> = items(point, ids).into_iter().filter_map(Value::as_str).collect();
            let places = named.iter().filter_map(|id| place(id, figure(id)?)).collect();
            let mut origins: Vec<&str> = ["origin", "institution"].map(|key| text(point, key)).to_vec();
            let others = named.iter().filter_map(|id| figure(id)).filter(|f| f.get("chain_alt").is_some());
            origins.extend(others.map(|f| names(f, "chain_alt").first().copied().unwrap_or("")));
            found.push(Answer { point, series: number, at, quantity, places, origins });
        }
    }
    found
}

fn overlap(a: &Place, b: &Place) -> bool {
    a.0 == b.0 && a.2.min(b.2) > a.1.max(b.1)
}

/// How many places two points have in common.
fn common(a: &Answer<'_>, b: &Answer<'_>) -> usize {
    a.places.iter().filter(|p| b.places.iter().any(|q| overlap(p, q))).count()
}

fn said(point: &Value) -> Option<f64> {
    let bound = |key| point.get(key).and_then(Value::as_f64);
    bound("low").or_else(|| bound("high"))
}

fn same_value(gold: &Answer<'_>, found: &Answer<'_>) -> bool {
    gold.quantity == found.quantity && said(gold.point) == said(found.point) && common(gold, found) > 0
}

/// Where the gold knows the day, it must be no more than one apart.
fn near(gold: &Answer<'_>, found: &Answer<'_>) -> bool {
    let day = |a: &Answer<'_>| text(a.point, "as_of").get(..10).and_then(|d| d.parse::<Date>().ok());
    match (day(gold), day(found)) {
        (Some(a), Some(b)) => a.since(b).is_ok_and(|s| s.get_days().abs() <= 1),
        (Some(_), None) => false,
        (None, _) => true,
    }
}

fn same_origin(gold: &Answer<'_>, found: &Answer<'_>) -> bool {
    let ours: Vec<&str> = found.origins.iter().copied().take(2).filter(|o| !o.is_empty()).collect();
    let right = gold.origins.first().copied().unwrap_or("");
    // The second of the gold's names is an institution that it does not have; those after it are alternatives.
    let allowed = std::iter::once(right).chain(gold.origins.iter().skip(2).copied());
    allowed.into_iter().any(|name| match (name.is_empty(), ours.is_empty()) {
        (true, true) => true,
        (false, false) => ours.iter().any(|o| same_name(name, o)),
        _ => false,
    })
}

/// The found point of each gold point, one to one, most shared claims first.
fn pairs(
    gold: &[Answer<'_>],
    found: &[Answer<'_>],
    fits: &dyn Fn(&Answer<'_>, &Answer<'_>) -> bool,
) -> BTreeMap<usize, usize> {
    let mut all: Vec<(usize, usize, usize)> = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, a) in found.iter().enumerate().filter(|(_, a)| fits(g, a)) {
            all.push((common(g, a), i, j));
        }
    }
    all.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut got, mut used) = (BTreeMap::new(), BTreeSet::new());
    for (_, i, j) in all {
        if !got.contains_key(&i) && used.insert(j) {
            got.insert(i, j);
        }
    }
    got
}

fn score_points(gold: &[Answer<'_>], found: &[Answer<'_>], pairs: &BTreeMap<usize, usize>, part: &mut SeriesPart) {
    (part.right, part.found, part.gold) = (pairs.len(), found.len(), gold.len());
    for (i, g) in gold.iter().enumerate().filter(|(i, _)| !pairs.contains_key(i)) {
        let touching: Vec<(usize, &Answer<'_>)> =
            found.iter().enumerate().filter(|(_, a)| common(g, a) > 0 && a.quantity == g.quantity).collect();
        let same: Vec<&(usize, &Answer<'_>)> = touching.iter().filter(|(_, a)| same_value(g, a)).collect();
        let free = |j: usize| !pairs.values().any(|p| *p == j);
        let class = match () {
            () if touching.is_empty() => "missed: not read or no answer",
            () if same.is_empty() => "missed: another value",
            () if !same.iter().any(|(j, _)| free(*j)) => "missed: joined with another point",
            () if !same.iter().any(|(_, a)| near(g, a)) => "missed: another day",
            () => "missed: another origin",
        };
        let ours: Vec<String> = touching.iter().map(|(_, a)| shown(a)).collect();
        part.put(class, &format!("{i} {} | ours: {}", shown(g), ours.join(" ; ")));
    }
    for (_, a) in found.iter().enumerate().filter(|(j, _)| !pairs.values().any(|p| p == j)) {
        let touched: Vec<(usize, &Answer<'_>)> = gold.iter().enumerate().filter(|(_, g)| common(g, a) > 0).collect();
        let class = match () {
            () if touched.is_empty() => "too many: no gold point has it",
            () if touched.iter().any(|(i, _)| pairs.contains_key(i)) => "too many: split from a point",
            () => "too many: another value, day or origin",
        };
        part.put(class, &shown(a));
    }
}

fn shown(a: &Answer<'_>) -> String {
    let reports: Vec<&str> = a.places.iter().map(|p| p.0.as_str()).collect();
    let value = said(a.point).map_or_else(|| "?".to_owned(), |v| v.to_string());
    format!(
        "{} {value} {} {} «{}» {}",
        a.quantity,
        text(a.point, "mode"),
        text(a.point, "as_of"),
        text(a.point, "origin"),
        reports.join(",")
    )
}

/// A relation: series, from, to, kind.
type Edge<'v> = (usize, usize, usize, &'v str);

fn edges<'v>(series: &[&'v Value]) -> Vec<Edge<'v>> {
    let end = |r: &Value, key: &str| r.get(key).and_then(Value::as_u64).map(|n| n as usize);
    let of = |(number, s): (usize, &&'v Value)| {
        items(s, "relations")
            .into_iter()
            .filter_map(move |r| Some((number, end(r, "from")?, end(r, "to")?, text(r, "kind"))))
            .collect::<Vec<_>>()
    };
    series.iter().enumerate().flat_map(of).collect()
}

fn score_relations(
    wanted: &[&Value],
    given: &[&Value],
    (gold, found): (&[Answer<'_>], &[Answer<'_>]),
    pairs: &BTreeMap<usize, usize>,
    part: &mut SeriesPart,
) {
    let index = |answers: &[Answer<'_>], series: usize, at: usize| {
        answers.iter().position(|a| (a.series, a.at) == (series, at))
    };
    let mut ours: Vec<(usize, usize, &str)> = edges(given)
        .into_iter()
        .filter_map(|(s, from, to, kind)| Some((index(found, s, from)?, index(found, s, to)?, kind)))
        .collect();
    part.found = ours.len();
    for (s, from, to, kind) in edges(wanted) {
        // An end that rests on borderline figures alone counts neither way, and no more does the relation.
        let (Some(f), Some(t)) = (index(gold, s, from), index(gold, s, to)) else { continue };
        part.gold += 1;
        let ends = pairs.get(&f).zip(pairs.get(&t));
        let hit = ends.and_then(|(f, t)| ours.iter().position(|o| *o == (*f, *t, kind)));
        let Some(hit) = hit else {
            let between =
                |o: &&(usize, usize, &str)| ends.is_some_and(|(f, t)| (o.0, o.1) == (*f, *t) || (o.1, o.0) == (*f, *t));
            let class = match (ends.is_some(), ours.iter().find(between)) {
                (false, _) => "missed: an end was not found",
                (true, Some(_)) => "missed: another kind or direction",
                (true, None) => "missed: no relation",
            };
            let what = [f, t].map(|i| gold.get(i).map(shown).unwrap_or_default());
            part.put(class, &format!("{} {kind} {}", what[0], what[1]));
            continue;
        };
        ours.remove(hit);
        part.right += 1;
    }
    for (f, t, kind) in ours {
        let right = [f, t].iter().all(|i| pairs.values().any(|p| p == i));
        let class = if right { "too many: between right points" } else { "too many: an end is wrong" };
        let what = [f, t].map(|i| found.get(i).map(shown).unwrap_or_default());
        part.put(class, &format!("{} {kind} {}", what[0], what[1]));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn figure(id: &str, at: u64, chain: &[&str]) -> Value {
        json!({"id": id, "span": [at, at + 5], "range": [at, at + 5], "chain": chain})
    }

    fn gold() -> (Value, Value) {
        let series = json!({"event": "e", "quantity": "killed", "points": [
            {"as_of": "2030-05-01", "low": 5, "high": 5, "mode": "exact", "figures": ["r#g1"], "origin": "الشرطة"},
            {"as_of": "2030-05-02", "low": 9, "high": 9, "mode": "exact", "figures": ["r#g2"], "origin": "البلدية"}],
            "relations": [{"from": 1, "to": 0, "kind": "supersedes"}]});
        let report = json!({"report": "r", "event": "e", "figures": [figure("g1", 0, &[]), figure("g2", 20, &[])]});
        (series, report)
    }

    fn account(origin: &str, kind: &str) -> Value {
        json!({"series": [{"question": {"quantity": "killed"}, "points": [
            {"as_of": "2030-05-01", "low": 5, "high": 5, "mode": "exact", "claims": ["r#f1"], "origin": "الشرطة"},
            {"as_of": "2030-05-03", "low": 9, "high": 9, "mode": "exact", "claims": ["r#f2"], "origin": origin}],
            "relations": [{"from": 1, "to": 0, "kind": kind}]}]})
    }

    fn score(account: Value) -> SeriesScores {
        let (series, report) = gold();
        let read = json!({"report": "r", "figures": [figure("f1", 1, &[]), figure("f2", 22, &[])]});
        score_series(&[series], &[report], &[account], &[read])
    }

    #[test]
    fn all_right() {
        let scores = score(account("البلدية", "supersedes"));
        assert_eq!((scores.points.f1(), scores.relations.f1()), (1.0, 1.0), "{scores}");
    }

    #[test]
    fn another_origin_and_another_kind_are_errors_of_their_own_classes() {
        let scores = score(account("الوزير", "supersedes"));
        assert_eq!((scores.points.right, scores.points_without_origin), (1, 2));
        assert_eq!((scores.relations.right, scores.relations_of_right_origins), (1, 0));
        assert!(scores.points.classes.contains_key("missed: another origin"), "{scores}");
        let scores = score(account("البلدية", "disagrees"));
        assert!(scores.relations.classes.contains_key("missed: another kind or direction"), "{scores}");
    }
}

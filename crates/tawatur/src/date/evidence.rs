//! What speaks for the day of an undated report.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_model::{Bilingual, Day, Extraction, Figure, Modality, Mode, Report};
use tawatur_text::{Document, TokenKind, TokenRange};

use super::weekday::own_weekdays;
use crate::wording::{Count, count, day as day_in_words, say, verbatim, weekday};

/// Words of a quotation that are compared: fewer say nothing, and of long ones the beginning is enough.
const QUOTED: std::ops::RangeInclusive<usize> = 2..=24;

/// One reason.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    kind: Kind,
    /// The day of the report that it leans on.
    day: Day,
    weight: f64,
    text: Bilingual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Speaks for that very day.
    On,
    /// Speaks for that day and later ones.
    NotBefore,
    /// Speaks for days of that weekday and against all others.
    Weekday(i8),
}

impl Evidence {
    /// How much it says for a day; what forbids the day counts against it.
    pub(super) fn weight_for(&self, day: Day) -> f64 {
        match self.kind {
            Kind::On if day == self.day => self.weight,
            Kind::NotBefore if day >= self.day => self.weight,
            Kind::NotBefore => -self.weight,
            Kind::On => 0.0,
            Kind::Weekday(own) if weekday_of(day) == own => self.weight,
            Kind::Weekday(_) => -self.weight,
        }
    }

    /// Whether it names this day, not only a stretch of days.
    pub(super) fn points_to(&self, day: Day) -> bool {
        match self.kind {
            Kind::On => self.day == day,
            Kind::NotBefore => false,
            Kind::Weekday(own) => weekday_of(day) == own,
        }
    }

    /// The reason in words.
    pub(super) fn in_words(&self, day: Day) -> Bilingual {
        match self.kind {
            Kind::Weekday(_) => {
                let places = [("words", &self.text), ("weekday", &weekday(day)), ("day", &day_in_words(day))];
                say("date.weekday", &places)
            }
            _ => self.text.clone(),
        }
    }
}

/// Everything that the dated siblings say about an undated report.
pub(super) fn evidence(undated: &(Report, Extraction), siblings: &[&(Report, Extraction)]) -> Vec<Evidence> {
    let mut found = values(&undated.1, siblings);
    found.extend(quotations(&undated.0, siblings));
    found.extend(own_weekdays(&undated.1).into_iter().map(|(own, words)| Evidence {
        kind: Kind::Weekday(own),
        day: Day::default(),
        weight: 2.0,
        text: verbatim(words),
    }));
    found
}

fn weekday_of(day: Day) -> i8 {
    day.weekday().to_monday_one_offset()
}

/// Counts that agree, one reason a count: the same value, a rounding of it, or else the next smaller one.
fn values(undated: &Extraction, siblings: &[&(Report, Extraction)]) -> Vec<Evidence> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for figure in undated.figures.iter().filter(|f| is_total(f)) {
        let Some(value) = value(figure) else { continue };
        if !seen.insert((figure.quantity, value.to_bits())) {
            continue;
        }
        let same = agreeing(figure, siblings, |other| other == value, "date.same-value");
        let round = agreeing(figure, siblings, |other| rounds(value, other), "date.rounded-value");
        if same.is_empty() && round.is_empty() {
            found.extend(next_smaller(figure, value, siblings));
        }
        found.extend(same);
        found.extend(round);
    }
    found
}

/// The reports whose figure agrees, each day once, the weight shared by the days.
fn agreeing(
    figure: &Figure,
    siblings: &[&(Report, Extraction)],
    agrees: impl Fn(f64) -> bool,
    key: &str,
) -> Vec<Evidence> {
    let mut days: BTreeMap<Day, (&Report, &Figure)> = BTreeMap::new();
    for (report, other) in siblings.iter().flat_map(|s| comparable(figure, s)) {
        if let (Some(published), Some(value)) = (report.published, value(other))
            && agrees(value)
        {
            days.entry(published.day).or_insert((report, other));
        }
    }
    let weight = weight(figure) / days.len().max(1) as f64;
    days.into_iter()
        .map(|(day, (report, other))| Evidence {
            kind: Kind::On,
            day,
            weight,
            text: sentence(key, figure, other, report, day),
        })
        .collect()
}

/// The closest smaller count of the same kind: a running count that is above it comes later.
fn next_smaller(figure: &Figure, value: f64, siblings: &[&(Report, Extraction)]) -> Option<Evidence> {
    let smaller = siblings.iter().flat_map(|s| comparable(figure, s)).filter_map(|(report, other)| {
        let other_value = self::value(other).filter(|v| *v < value && *v * 2.0 >= value)?;
        Some((other_value, report.published?.day, report, other))
    });
    let (_, day, report, other) =
        smaller.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)).then_with(|| b.2.id.cmp(&a.2.id)))?;
    let text = sentence("date.later-value", figure, other, report, day);
    Some(Evidence { kind: Kind::NotBefore, day, weight: 0.5, text })
}

fn sentence(key: &str, figure: &Figure, other: &Figure, report: &Report, day: Day) -> Bilingual {
    let (said, there) = (count(Count::from(figure)), count(Count::from(other)));
    say(key, &[("count", &said), ("other", &there), ("report", &verbatim(&report.id)), ("day", &day_in_words(day))])
}

/// A report's figures that answer the same question as far as one figure can tell.
fn comparable<'s>(
    figure: &Figure,
    sibling: &'s (Report, Extraction),
) -> impl Iterator<Item = (&'s Report, &'s Figure)> {
    let (quantity, unit) = (figure.quantity, figure.unit.clone());
    let (report, extraction) = sibling;
    let figures = extraction.figures.iter().filter(move |f| is_total(f) && f.quantity == quantity && f.unit == unit);
    figures.map(move |f| (report, f))
}

/// A count of the story itself that stands on its own.
fn is_total(figure: &Figure) -> bool {
    figure.quantity.is_core()
        && !figure.background
        && !figure.increment
        && !figure.superseded_in_text
        && figure.subset_of.is_none()
        && figure.modality == Modality::Asserted
        && value(figure).is_some_and(|v| v >= 10.0)
}

/// The number said, where one number is said.
fn value(figure: &Figure) -> Option<f64> {
    match (figure.mode, figure.low, figure.high) {
        (Mode::Vague | Mode::Between, ..) => None,
        (_, Some(low), Some(high)) => (low == high).then_some(low),
        (_, low, high) => low.or(high),
    }
}

/// Long numbers meet by chance less often than short ones.
fn weight(figure: &Figure) -> f64 {
    match value(figure).unwrap_or(0.0) {
        v if v >= 1000.0 => 2.0,
        v if v >= 100.0 => 1.5,
        _ => 1.0,
    }
}

/// Whether one number is the other to fewer places.
fn rounds(round: f64, exact: f64) -> bool {
    if round == exact || round <= 0.0 || exact <= 0.0 {
        return false;
    }
    let places = 10_f64.powf(trailing_zeros(round));
    places > 1.0 && ((exact / places).round() * places == round || (exact / places).floor() * places == round)
}

fn trailing_zeros(value: f64) -> f64 {
    let mut zeros = 0;
    let mut rest = value;
    while rest >= 10.0 && rest % 10.0 == 0.0 && zeros < 15 {
        rest /= 10.0;
        zeros += 1;
    }
    f64::from(zeros)
}

/// Quoted words that stand in quotation marks here and in siblings of one day only.
fn quotations(undated: &Report, siblings: &[&(Report, Extraction)]) -> Vec<Evidence> {
    let ours = quoted(&undated.text);
    let mut days: BTreeMap<&String, BTreeMap<Day, &Report>> = BTreeMap::new();
    let theirs: Vec<_> = siblings.iter().map(|(r, _)| (r, quoted(&r.text))).collect();
    for (report, words) in &theirs {
        let Some(published) = report.published else { continue };
        for (key, _) in ours.iter().filter(|(key, _)| words.contains_key(*key)) {
            days.entry(key).or_default().entry(published.day).or_insert(report);
        }
    }
    let single = days.into_iter().filter(|(_, days)| days.len() == 1);
    single
        .flat_map(|(key, days)| days.into_iter().map(move |(day, report)| (key, day, report)))
        .map(|(key, day, report)| Evidence {
            kind: Kind::On,
            day,
            weight: 1.0,
            text: shared_words(ours.get(key).map_or("", |w| w.as_str()), report, day),
        })
        .collect()
}

fn shared_words(words: &str, report: &Report, day: Day) -> Bilingual {
    say(
        "date.shared-words",
        &[("words", &verbatim(words)), ("report", &verbatim(&report.id)), ("day", &day_in_words(day))],
    )
}

/// Quoted stretches: folded words, and the words as they came.
fn quoted(text: &str) -> BTreeMap<String, String> {
    let document = Document::new(text);
    let stretches = document.quotations().iter().filter(|q| q.close.is_some()).map(|q| q.inside);
    stretches.filter_map(|run| stretch(&document, run)).collect()
}

fn stretch(document: &Document<'_>, run: TokenRange) -> Option<(String, String)> {
    let is_word = |i: &usize| matches!(document.kind(*i), TokenKind::Word | TokenKind::Number);
    let words: Vec<&str> = run.iter().filter(is_word).take(*QUOTED.end()).map(|i| document.word(i)).collect();
    let fits = QUOTED.contains(&words.len()) && words.iter().any(|w| w.chars().count() > 3);
    fits.then(|| (words.join(" "), document.text_of(run).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::rounds;

    #[test]
    fn knows_roundings() {
        assert!(rounds(8000.0, 7989.0));
        assert!(rounds(4000.0, 4266.0));
        assert!(rounds(4200.0, 4266.0));
        assert!(!rounds(8000.0, 8000.0));
        assert!(!rounds(8000.0, 5135.0));
        assert!(!rounds(164.0, 163.0));
    }
}

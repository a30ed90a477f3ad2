//! The track record of origins and outlets over all stories that were read.

use std::collections::BTreeMap;

use serde::Serialize;
use tawatur_model::FirstFigure;

use crate::StoryAccount;

/// How the first figures of one origin or outlet compare with those that settled the questions. No truth score: a first
/// figure below the settled one is what careful sources give when bodies are still being found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The origin or outlet.
    pub name: String,
    /// `origin` or `outlet`.
    pub role: String,
    /// Settled questions for which it gave a figure.
    pub questions: usize,
    /// First figures below the settled one.
    pub below: usize,
    /// First figures equal to it.
    pub equal: usize,
    /// First figures above it.
    pub above: usize,
    /// The middle one of its first figures as shares of the settled ones.
    pub median_ratio: Option<f64>,
    /// The middle one of the days from its first figures to the settled ones.
    pub median_lag_days: Option<f64>,
    /// Each first figure, with the label of its story.
    pub figures: Vec<StoryFigure>,
}

/// A first figure with the story that it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoryFigure {
    /// Label of the story.
    pub story: String,
    /// The question, in English and Arabic.
    pub question: tawatur_model::Bilingual,
    /// The figure and the settled one.
    #[serde(flatten)]
    pub figure: FirstFigure,
}

/// The track record over stories: origins first, then outlets, those with most questions first.
pub fn record(stories: &[StoryAccount]) -> Vec<Record> {
    let mut found: BTreeMap<(bool, String), Vec<StoryFigure>> = BTreeMap::new();
    for story in stories {
        for figure in &story.account.track_record {
            let question = story.account.series.get(figure.series).map(|s| s.question.text.clone()).unwrap_or_default();
            let told = StoryFigure { story: story.account.story.label.clone(), question, figure: figure.clone() };
            found.entry((figure.role == "outlet", figure.name.clone())).or_default().push(told);
        }
    }
    let mut all: Vec<Record> = found.into_iter().map(|((outlet, name), figures)| of(outlet, name, figures)).collect();
    all.sort_by(|a, b| {
        (a.role == "outlet")
            .cmp(&(b.role == "outlet"))
            .then(b.questions.cmp(&a.questions))
            .then_with(|| a.name.cmp(&b.name))
    });
    all
}

fn of(outlet: bool, name: String, figures: Vec<StoryFigure>) -> Record {
    let count = |direction: &str| figures.iter().filter(|f| f.figure.direction == direction).count();
    Record {
        role: if outlet { "outlet" } else { "origin" }.to_owned(),
        name,
        questions: figures.len(),
        below: count("below"),
        equal: count("equal"),
        above: count("above"),
        median_ratio: median(figures.iter().filter_map(|f| f.figure.ratio).collect()),
        median_lag_days: median(figures.iter().filter_map(|f| f.figure.lag_days).map(f64::from).collect()),
        figures,
    }
}

/// The middle value, or the mean of the two in the middle, to three decimals.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    let value = match values.len() % 2 {
        1 => upper,
        _ => (upper + values.get(middle.checked_sub(1)?)?) / 2.0,
    };
    Some((value * 1000.0).round() / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle_of_few_values() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![1.0, 2.0]), Some(1.5));
    }
}

//! Why a figure was read as it was: the rules that its rule beat, and the places that its place beat.

use tawatur_text::{ByteRange, TokenRange};

use super::assemble::{Input, read_with};
use super::ranking::Decision;
use super::reader::Draft;
use super::scope::{Scope, around};
use super::spot::{Level, Spot, Stand};

/// A place that a figure could have been for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceCandidate {
    /// Its name.
    pub name: String,
    /// Where it stands in the text.
    pub range: ByteRange,
    /// What speaks against it: words, clauses and other counts between, and how it stands; none for one outside the sentence.
    pub cost: Option<usize>,
    /// How it stands to what happens, and how fine it is.
    pub why: String,
}

/// A figure with what it was chosen from.
#[derive(Clone, Debug)]
pub struct FigureWhy {
    /// The figure's id.
    pub id: String,
    /// Its rule and those that it beat.
    pub decision: Decision,
    /// The places that were weighed, the likeliest first.
    pub places: Vec<PlaceCandidate>,
}

/// Reads the figures of a text once more, with what each was chosen from.
pub fn explain(input: &Input<'_, '_>) -> Vec<FigureWhy> {
    let mut places: Vec<Vec<PlaceCandidate>> = Vec::new();
    let readings = read_with(input, |scope, draft, sentence, _| places.push(scope.weighed(draft, sentence)));
    let why = |(reading, places): (super::FigureReading, Vec<PlaceCandidate>)| FigureWhy {
        id: reading.figure.id,
        decision: reading.decision,
        places,
    };
    readings.into_iter().zip(places).map(why).collect()
}

impl Scope<'_, '_, '_, '_> {
    /// The places of the sentence with their costs, and the place that the report is about.
    fn weighed(&self, draft: &Draft, sentence: TokenRange) -> Vec<PlaceCandidate> {
        let sentence = around(draft, sentence);
        let first = self.spots.partition_point(|s| s.name.start < sentence.start);
        let here = self.spots.iter().skip(first).take_while(|s| s.name.end <= sentence.end);
        let mut found: Vec<PlaceCandidate> = here.map(|s| self.candidate(s, draft)).collect();
        found.sort_by_key(|c| (c.cost.unwrap_or(usize::MAX), c.range));
        if let Some(main) = self.main.and_then(|m| self.spots.get(m)) {
            let mut report = self.candidate(main, draft);
            (report.cost, report.why) = (None, "what the report is about".to_owned());
            found.push(report);
        }
        found
    }

    fn candidate(&self, spot: &Spot, draft: &Draft) -> PlaceCandidate {
        let name = spot.range.slice(self.view.document().original()).to_owned();
        let cost = (!spot.of_source).then(|| self.cost(spot, draft));
        let source = if spot.of_source { ", in who says it" } else { "" };
        let why = format!("{}, {}{source}", stand(spot.stand), level(spot.level));
        PlaceCandidate { name, range: spot.range, cost, why }
    }
}

fn stand(stand: Stand) -> &'static str {
    match stand {
        Stand::Within => "something happens there",
        Stand::Near => "something happens near it",
        Stand::Named => "only named",
        Stand::From => "somebody comes from it",
        Stand::To => "something goes to it",
        Stand::Landmark => "a landmark or a seat",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Country => "a country",
        Level::Region => "a region",
        Level::Area => "an area",
        Level::City => "a town",
    }
}

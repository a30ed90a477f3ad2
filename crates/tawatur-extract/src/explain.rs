//! Why a report was read as it was: what each figure, place and speaker was chosen from.
//!
//! The report is read once more for it, so that reading itself pays nothing.

use tawatur_model::Report;

use crate::attribution::SpeakerWhy;
use crate::figure::FigureWhy;
use crate::reading::{Page, Reading};
use crate::{Words, attribution, figure};

/// What the claims of a report's text were chosen from.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// Every figure with the rules and places that it beat.
    pub figures: Vec<FigureWhy>,
    /// Every speaker with whom he was chosen from, in the order of the text.
    pub speakers: Vec<SpeakerWhy>,
}

/// Reads the text of a report and keeps what each choice was made from.
pub fn explain(report: &Report) -> Explanation {
    let mut words = Words::default();
    let mut explanation = Explanation::default();
    for reading in Reading::of(&[Page::of_text(report)], &mut words) {
        explanation.figures.extend(figure::explain(&reading.input()));
        explanation.speakers.extend(attribution::explain(&reading.analysed, &reading.tags, reading.context()));
    }
    explanation
}

//! Why a report was read as it was: what each figure, place and speaker was chosen from.
//!
//! The report is read once more for it, so that reading itself pays nothing.

use tawatur_model::{In, Report};
use tawatur_text::Document;

use crate::attribution::SpeakerWhy;
use crate::figure::FigureWhy;
use crate::{Analysed, Names, Tags, Words, attribution, figure, published, time};

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
    let passages = report.passages.as_slice();
    let document = Document::new(&report.text).cut_at(passages.iter().map(|p| p.range.start()));
    let analysed = Analysed::new(document, &mut words);
    let published = report.published.or_else(|| published::of(&analysed, passages));
    let context = published.map_or_else(time::Context::default, |p| time::Context::published(p.day));
    let (numbers, times) = crate::quantities_of(&analysed, &context);
    let days = crate::extract::days(&times);
    let names = Names::read(&analysed, |at| crate::extract::is_read(&analysed, passages, at));
    let mut tags = Tags::read(&analysed);
    tags.mark_people(&names.mentions);
    let context = attribution::Context { outlet: report.outlet.as_deref(), passages, days: &days };
    let input = figure::Input {
        analysed: &analysed,
        amounts: &figure::Amount::of_numbers(&analysed, &numbers),
        times: &times,
        attributions: &attribution::read(&analysed, &tags, context),
        names: &names,
        published: published.map(|p| p.day),
        passages,
        within: In::Text,
        title: report.title.as_deref(),
    };
    Explanation { figures: figure::explain(&input), speakers: attribution::explain(&analysed, &tags, context) }
}

//! The one town in which a report that is about a country or a province sets what it counts.

use super::main_place::LEAD;
use super::reader::Draft;
use super::scope::{Scope, around};
use super::spot::{Level, Spot};

/// Figures that are looked at: what a long report tells further on is mostly of other days.
const FIGURES: usize = 12;

impl Scope<'_, '_, '_, '_> {
    /// The town that all figures with a town of their own share, where the head of the report names it.
    pub(super) fn scene(&self, drafts: &[Draft]) -> Option<usize> {
        let main = self.spots.get(self.main?).filter(|m| matches!(m.level, Level::Country | Level::Region))?;
        let towns = drafts.iter().filter(|d| d.quantity.is_core()).take(FIGURES);
        let mut towns =
            towns.filter_map(|d| self.town_of(d)).filter(|t| t.country.is_none() || t.country == main.country);
        let first = towns.next()?;
        let sentence = self.view.document().sentence_of(first.name.start);
        // Behind a headline and a byline only: what the lead counts without the town is of the whole province.
        let before = |d: &Draft| d.quantity.is_core() && (1..sentence).contains(&d.sentence);
        let lead = sentence < LEAD || sentence == LEAD && !drafts.iter().any(before);
        let only = lead && towns.all(|t| t.key == first.key);
        only.then(|| self.spots.iter().position(|s| s.name == first.name)).flatten()
    }

    /// The town of a figure's own sentence, where it is of the event that the report tells of.
    fn town_of(&self, draft: &Draft) -> Option<&Spot> {
        let sentence = *self.view.document().sentences().get(draft.sentence)?;
        let sentence = around(draft, sentence);
        let own = self.behind(draft).or_else(|| self.of_sentence(draft, sentence))?;
        let town = own.level == Level::City && own.located() && !own.of_source && !own.alone;
        (town && !self.day(draft, sentence, None).background).then_some(own)
    }
}

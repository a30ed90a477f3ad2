//! How sure the report is of a figure.

use std::sync::OnceLock;

use tawatur_lexicon::Lexicon;
use tawatur_model::Modality;
use tawatur_text::TokenRange;

use super::view::View;
use super::vocabulary::mark;
use crate::Senses;
use crate::rule::barrier;

/// The cues, by what they say.
pub(crate) struct Cues {
    sets: [(Modality, Senses); 7],
}

/// Tokens before a figure in which a cue may stand.
const REACH: usize = 9;

impl Cues {
    /// The cues of the lexicon, made once.
    pub(crate) fn get(lexicon: &Lexicon) -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| Self::new(lexicon))
    }

    fn new(lexicon: &Lexicon) -> Self {
        let of = |names: &[&str]| Senses::of(lexicon, names);
        Self {
            sets: [
                (Modality::Hearsay, of(&["noun:rumour"])),
                (Modality::Denied, of(&["verb:deny", "noun:denial"])),
                (Modality::Unconfirmed, of(&["adj:unconfirmed-word"])),
                (Modality::Feared, of(&["verb:fear"])),
                (Modality::Unconfirmed, of(&["adv:perhaps"])),
                (Modality::Conditional, of(&["conj:in-case"])),
                (
                    Modality::Planned,
                    of(&["verb:intend", "noun:intention", "adj:intention", "part:future", "noun:warning-of"]),
                ),
            ],
        }
    }

    /// The modality of the clause that the figure stands in, by the nearest cue before it.
    pub(crate) fn of(
        &self,
        view: &View<'_, '_>,
        figure: TokenRange,
        trigger: Option<TokenRange>,
        sentence: TokenRange,
    ) -> Modality {
        let from = trigger.map_or(figure.start, |t| t.start.min(figure.start));
        for back in 0..=REACH {
            let Some(at) = from.checked_sub(back).filter(|at| sentence.contains(*at)) else { break };
            let stops = view.barriers(at) & (barrier::STOP | barrier::CLAUSE | barrier::SLOT) != 0;
            if back > 0 && stops && !view.has(at, mark::THAT) {
                break;
            }
            if let Some(modality) = self.at(view, at) {
                return modality;
            }
        }
        Modality::Asserted
    }

    fn at(&self, view: &View<'_, '_>, at: usize) -> Option<Modality> {
        let phrase = view.analysed.phrase_over(at);
        let says = |senses: &Senses| {
            view.analysed.is(at, senses) || phrase.is_some_and(|p| senses.find(&p.readings).is_some())
        };
        self.sets.iter().find(|(_, senses)| says(senses)).map(|(modality, _)| *modality)
    }
}

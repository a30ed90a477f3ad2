//! What a whole sentence or report is about: a match, an accident or illness, arms.

use tawatur_text::TokenRange;

use super::mark::Mark;
use super::read::Reader;
use crate::clause::Tag;

pub(super) const SPORT: u8 = 1;
pub(super) const ACCIDENT: u8 = 2;
pub(super) const ARMS: u8 = 4;

impl Reader<'_, '_> {
    /// Whether a sentence tells of a match, or of an accident or illness.
    pub(super) fn scene(&self, sentence: TokenRange) -> u8 {
        let mut scene = 0;
        for at in sentence.iter().filter(|i| self.layers.tags.is(*i, Tag::EVENT)) {
            let mark = self.words.mark(at);
            if mark.any(Mark::SPORT) {
                scene |= SPORT;
            }
            let arms = Mark::SHOT
                .or(Mark::HAND)
                .or(Mark::ATTACK)
                .or(Mark::BLOW)
                .or(Mark::CLASH)
                .or(Mark::SHELL)
                .or(Mark::AGENT);
            if mark.any(arms) {
                scene |= ARMS;
            }
            let falls = mark.any(Mark::CRASH) && (at + 1..at + 4).any(|i| self.words.is(i, Mark::VESSEL));
            // «حادث حافلة», «الطائرة التي … تحطمت»
            let wreck = mark.any(Mark::INCIDENT) && self.words.is(at + 1, Mark::VESSEL)
                || mark.any(Mark::CRASH) && self.layers.tags.is(at, Tag::VERB) && self.has_vessel(sentence.start, at);
            if mark.any(Mark::ACCIDENT) || falls || wreck {
                scene |= ACCIDENT;
            }
        }
        scene
    }

    /// A craft named before its verb, with a relative clause between at most.
    fn has_vessel(&self, start: usize, verb: usize) -> bool {
        (start.max(verb.saturating_sub(8))..verb).any(|i| self.words.is(i, Mark::VESSEL))
    }

    /// An accident or illness in this sentence, or, where no arms are named, in the one before or behind it.
    pub(super) fn is_accident(&self, sentence: TokenRange, scene: u8) -> bool {
        if scene & ACCIDENT != 0 || scene & ARMS != 0 {
            return scene & ACCIDENT != 0;
        }
        let document = &self.layers.analysed.document;
        let number = document.sentence_of(sentence.start);
        let around = [number.checked_sub(1), Some(number + 1)];
        let near = around.into_iter().flatten().filter_map(|i| document.sentences().get(i)).copied();
        near.into_iter().any(|s| self.scene(s) & (ACCIDENT | ARMS) == ACCIDENT)
    }

    /// Whether the whole report is about sports.
    pub(super) fn is_sports(&self) -> bool {
        *self.sports.get_or_init(|| {
            let tokens = self.layers.analysed.document.tokens().len();
            let marks = (0..tokens).filter(|i| self.words.is(*i, Mark::SPORT)).count();
            marks >= 3 && marks * 150 >= tokens
        })
    }
}

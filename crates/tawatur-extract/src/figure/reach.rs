//! What is set between a count and its verb: brackets, «بينهم ...», counts joined to it.

use tawatur_text::{TokenKind, TokenRange};

use super::count::Count;
use super::slot;
use super::view::View;
use super::vocabulary::mark;

/// Counts and words that may be set in.
const MOST_COUNTS: usize = 4;
const MOST_WORDS: usize = 8;

impl View<'_, '_> {
    /// The token after what is set between a count and its verb: «عشرون عاملا، بينهم طفلان، قتلوا»,
    /// «أربعة جنود وثلاثة مدنيين أصيبوا», «سبعة (عمال) أصيبوا».
    pub(super) fn reach(&self, count: &Count, rest: &[Count], sentence: TokenRange) -> Option<usize> {
        let start = count.whole.end;
        let mut end = start;
        if self.document().kind(end) == TokenKind::Open {
            end = self.past_bracket(end, sentence);
        }
        let (mut aside, mut inside) = (false, 0);
        for next in rest.iter().take(MOST_COUNTS) {
            if next.number.start < end {
                continue;
            }
            let between = TokenRange::new(end, next.number.start);
            let among = between.iter().any(|t| self.has(t, mark::AMONG));
            if !self.is_link(between) || !among && next.bits & slot::JOINED == 0 {
                break;
            }
            (end, aside, inside) = (next.whole.end, aside || among, inside + 1);
        }
        if inside == 0
            && let Some(after) = self.past_unnumbered(end, sentence)
        {
            (end, aside) = (after, false);
        }
        if aside && self.document().kind(end) == TokenKind::Comma {
            end += 1;
        }
        (end > start && sentence.contains(end)).then_some(end)
    }

    /// Whether nothing but a comma, «و» and «بينهم» stands there.
    fn is_link(&self, between: TokenRange) -> bool {
        let link = |t: usize| {
            self.document().kind(t) == TokenKind::Comma || self.has(t, mark::AMONG) || self.document().word(t) == "و"
        };
        between.len() <= 4 && between.iter().all(link)
    }

    /// «، بينهم نساء وأطفال، »: the token after the comma that closes it.
    fn past_unnumbered(&self, start: usize, sentence: TokenRange) -> Option<usize> {
        let among = start + usize::from(self.document().kind(start) == TokenKind::Comma);
        if !self.has(among, mark::AMONG) {
            return None;
        }
        let stops = |t: usize| self.has(t, mark::VERB) && !self.has(t, mark::NOMINAL) || self.is_slot(t);
        let words = (among..sentence.end.min(among + MOST_WORDS)).take_while(|t| !stops(*t));
        words.into_iter().find(|t| self.document().kind(*t) == TokenKind::Comma).map(|t| t + 1)
    }
}

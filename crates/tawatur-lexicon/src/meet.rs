//! A word met for the first time: everything that the tables say of it, in one pass over its stems.

use crate::entry::Reading;
use crate::phrase::PhraseHead;
use crate::segment::{Choice, Ending};
use crate::split::splits;
use crate::{Lexicon, Segment, sieve};

/// What the tables say of a word.
#[derive(Debug, Default)]
pub(crate) struct Met {
    pub(crate) readings: Vec<Reading>,
    /// The ways in which it begins phrases.
    pub(crate) heads: Vec<PhraseHead>,
    /// The likeliest clitics.
    pub(crate) segment: Segment,
    /// Whether it may be the second word of phrases.
    pub(crate) is_second: bool,
}

impl Lexicon {
    /// Looks a folded word up, written with this ending. What was met before is forgotten.
    pub(crate) fn meet(&self, word: &str, ending: Ending, met: &mut Met) {
        let Met { readings, heads, segment, is_second } = met;
        readings.clear();
        heads.clear();
        let mut choice = Choice::of(word, ending);
        splits(word, &mut |stem, clitics| {
            let hash = sieve::of(stem);
            let form = self.form(stem, hash);
            self.collect(form, clitics, readings);
            heads.extend(self.added_head(stem, clitics));
            heads.extend(self.head(stem, hash, clitics));
            choice.weigh(self, (stem, hash), form, clitics);
        });
        Self::plainest(readings);
        *segment = choice.best();
        *is_second = self.may_be_second(sieve::of(word));
    }
}

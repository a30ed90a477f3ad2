//! Entries of several words.

use fst::raw::Fst;

use crate::entry::{EntryId, Reading};
use crate::split::splits;
use crate::{Clitics, Lexicon};

/// A phrase of the lexicon found at the head of a run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Number of words.
    pub words: usize,
    /// Its readings, one an entry.
    pub readings: Vec<Reading>,
}

impl Lexicon {
    /// The longest phrase that the words begin with. The first word may carry proclitics; the others stand as in the data.
    pub fn phrase<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<Phrase> {
        let mut rest = words;
        let head = rest.next()?;
        let mut best: Option<Phrase> = None;
        splits(head, &mut |stem, clitics| {
            if clitics.intersects(Clitics::PRONOUN.with(Clitics::SA)) {
                return;
            }
            if let Some(found) = self.walk(stem, clitics, rest.clone())
                && best.as_ref().is_none_or(|b| b.words < found.words)
            {
                best = Some(found);
            }
        });
        best
    }

    fn walk<'w>(&self, stem: &str, clitics: Clitics, rest: impl Iterator<Item = &'w str>) -> Option<Phrase> {
        let fst: &Fst<&'static [u8]> = self.phrases.as_fst();
        let mut state = follow(fst, (fst.root().addr(), 0), stem)?;
        let (mut words, mut best) = (1, None);
        for word in rest {
            let Some(next) = follow(fst, state, " ").and_then(|s| follow(fst, s, word)) else { break };
            state = next;
            words += 1;
            let node = fst.node(state.0);
            if node.is_final() {
                let readings = self.suiting(state.1 + node.final_output().value(), clitics);
                if !readings.is_empty() {
                    best = Some(Phrase { words, readings });
                }
            }
        }
        best
    }

    fn suiting(&self, at: u64, clitics: Clitics) -> Vec<Reading> {
        let article = clitics.has(Clitics::AL);
        let readings = self.phrase_readings(at).filter(|(_, form)| form.has_article() == article);
        readings.map(|(entry, form)| self.phrase_reading(entry, form, clitics)).collect()
    }

    fn phrase_reading(&self, entry: EntryId, form: crate::FormFlags, clitics: Clitics) -> Reading {
        Reading { entry, sense: self.entry(entry).sense, form, clitics }
    }
}

/// Follows the bytes of a word from a state of the FST; the state is an address and the output so far.
fn follow(fst: &Fst<&'static [u8]>, (mut address, mut output): (usize, u64), word: &str) -> Option<(usize, u64)> {
    for byte in word.bytes() {
        let node = fst.node(address);
        let transition = node.transition(node.find_input(byte)?);
        output += transition.out.value();
        address = transition.addr;
    }
    Some((address, output))
}

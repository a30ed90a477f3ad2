//! Entries of several words.

use fst::raw::Fst;

use crate::added::ADDED;
use crate::entry::Reading;
use crate::split::splits;
use crate::{Clitics, Lexicon, sieve};

/// A phrase of the lexicon found at the head of a run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Number of words.
    pub words: usize,
    /// Its readings, one an entry.
    pub readings: Vec<Reading>,
}

/// A word as the first one of phrases: where the FST stands behind it, and the clitics taken off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PhraseHead {
    state: State,
    clitics: Clitics,
    /// The hash of the word, for the sieve of the first two words; none for one that cannot be gone on with.
    hash: Option<u64>,
    /// Whether it begins phrases that users added.
    added: bool,
}

/// A node of the FST and the output on the way there.
type State = (usize, u64);

impl Lexicon {
    /// The longest phrase that the words begin with. The first word may carry proclitics; the others stand as in the data.
    pub fn phrase<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<Phrase> {
        let mut rest = words;
        let heads = self.phrase_heads(rest.next()?);
        self.phrase_behind(&heads, rest)
    }

    /// The ways in which a folded word can begin a phrase.
    pub(crate) fn phrase_heads(&self, word: &str) -> Vec<PhraseHead> {
        let mut found = Vec::new();
        splits(word, &mut |stem, clitics| {
            found.extend(self.added_head(stem, clitics));
            found.extend(self.head(stem, sieve::of(stem), clitics));
        });
        found
    }

    /// The stem as the first word of phrases that users added.
    #[inline]
    pub(crate) fn added_head(&self, stem: &str, clitics: Clitics) -> Option<PhraseHead> {
        let fst = self.added.as_ref()?.phrases().as_fst();
        if clitics.intersects(Clitics::PRONOUN.with(Clitics::SA)) {
            return None;
        }
        let behind = follow(fst, (fst.root().addr(), 0), stem).and_then(|s| follow(fst, s, " "));
        behind.map(|state| PhraseHead { state, clitics, hash: None, added: true })
    }

    /// The stem, with its hash, as the first word of phrases.
    #[inline]
    pub(crate) fn head(&self, stem: &str, hash: u64, clitics: Clitics) -> Option<PhraseHead> {
        if clitics.intersects(Clitics::PRONOUN.with(Clitics::SA)) {
            return None;
        }
        if !self.phrases.may_hold(hash) {
            return None;
        }
        let fst = self.phrases.map().as_fst();
        let behind = follow(fst, (fst.root().addr(), 0), stem).and_then(|s| follow(fst, s, " "));
        behind.map(|state| PhraseHead {
            state,
            clitics,
            hash: stem.len().is_multiple_of(2).then_some(hash),
            added: false,
        })
    }

    /// The longest phrase from a known first word on.
    pub(crate) fn phrase_behind<'w>(
        &self,
        heads: &[PhraseHead],
        rest: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<Phrase> {
        let second = rest.clone().next()?;
        let may_go_on =
            |head: &&PhraseHead| head.hash.is_none_or(|h| self.may_be_pair(sieve::hash(h, second.as_bytes())));
        let found = heads.iter().filter(may_go_on).filter_map(|head| self.walk(*head, rest.clone()));
        found.fold(None, |best: Option<Phrase>, phrase| match best {
            Some(b) if b.words >= phrase.words => Some(b),
            _ => Some(phrase),
        })
    }

    fn walk<'w>(&self, head: PhraseHead, rest: impl Iterator<Item = &'w str>) -> Option<Phrase> {
        let added = self.added.as_ref().filter(|_| head.added);
        let fst: &Fst<&'static [u8]> = added.map_or_else(|| self.phrases.map(), |a| a.phrases()).as_fst();
        let mark = if added.is_some() { ADDED as u64 } else { 0 };
        let mut state = head.state;
        let (mut words, mut best) = (1, None);
        for word in rest {
            let Some(next) = follow(fst, state, word) else { break };
            words += 1;
            let node = fst.node(next.0);
            if node.is_final() {
                let readings = self.suiting(mark | (next.1 + node.final_output().value()), head.clitics);
                if !readings.is_empty() {
                    best = Some(Phrase { words, readings });
                }
            }
            let Some(behind) = follow(fst, next, " ") else { break };
            state = behind;
        }
        best
    }

    fn suiting(&self, at: u64, clitics: Clitics) -> Vec<Reading> {
        let article = clitics.has(Clitics::AL);
        let readings = self.phrase_readings(at).filter(|(.., form)| form.has_article() == article);
        readings.map(|(entry, sense, form)| Reading { entry, sense, form, clitics }).collect()
    }
}

/// Follows the bytes of a word from a state of the FST.
fn follow(fst: &Fst<&'static [u8]>, (mut address, mut output): State, word: &str) -> Option<State> {
    for byte in word.bytes() {
        let node = fst.node(address);
        let transition = node.transition(node.find_input(byte)?);
        output += transition.out.value();
        address = transition.addr;
    }
    Some((address, output))
}

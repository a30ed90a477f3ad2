//! Who said what through whom: cues of attribution, their speakers, chains and scopes.

mod antecedent;
mod apposition;
mod complement;
mod described;
mod draft;
mod entity;
mod frame;
mod insert;
mod naming;
mod passing;
mod reader;
mod register;
mod scope;
mod source;
mod speakable;
mod speech;
mod subject;
mod takes;
mod unlisted;
mod verb;
mod verb_here;
mod who;
mod why;

use tawatur_model::{Day, Hop, Polarity, SpeechMode};
use tawatur_text::TokenRange;

pub use reader::{Context, explain, read};
pub(crate) use takes::Takes;
pub use why::{SpeakerCandidate, SpeakerWhy};

/// One place where the report says that somebody said something, and how far his words reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The cue, with the speaker where they stand together.
    pub cue: TokenRange,
    /// The verb, participle or particle that makes it an attribution.
    pub verb: usize,
    /// Who speaks: the fullest name that the report gives up to there; none where it cannot be told.
    pub speaker: Option<String>,
    /// Where this place names the speaker; none where it does not.
    pub speaker_range: Option<TokenRange>,
    /// Origin first, then the relays; empty where the speaker cannot be told.
    pub chain: Vec<Hop>,
    /// The body that the speaker speaks for.
    pub institution: Option<String>,
    /// Whether his words are quoted.
    pub mode: SpeechMode,
    /// What kind of saying it is.
    pub polarity: Polarity,
    /// The day on which it was said.
    pub said_on: Option<Day>,
    /// The tokens whose figures and claims come through this chain.
    pub content: TokenRange,
    /// Id of the rule that read it.
    pub rule: &'static str,
}

impl Attribution {
    /// Whether somebody relayed the speaker's words.
    pub fn is_relayed(&self) -> bool {
        self.chain.len() > 1
    }
}

/// All attributions of a text, in order of their cues.
#[derive(Clone, Debug, Default)]
pub struct Attributions {
    all: Vec<Attribution>,
    /// For each token the innermost attribution whose content holds it, plus one; 0 for none.
    over: Vec<u32>,
}

impl Attributions {
    fn new(all: Vec<Attribution>, tokens: usize) -> Self {
        let mut over = vec![0; tokens];
        // A narrower content is an inner one, so the wide ones are laid down first.
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|i| std::cmp::Reverse(all.get(*i).map_or(0, |a| a.content.len())));
        for i in order {
            let Some(attribution) = all.get(i) else { continue };
            for slot in over.get_mut(attribution.content.start..attribution.content.end).unwrap_or_default() {
                *slot = i as u32 + 1;
            }
        }
        Self { all, over }
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Attribution> {
        self.all.iter()
    }

    /// The innermost attribution whose content holds the token.
    pub fn over(&self, token: usize) -> Option<&Attribution> {
        let number = *self.over.get(token)?;
        self.all.get((number as usize).checked_sub(1)?)
    }
}

impl<'a> IntoIterator for &'a Attributions {
    type Item = &'a Attribution;
    type IntoIter = std::slice::Iter<'a, Attribution>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

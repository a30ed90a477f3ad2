//! An attribution while the sentence is read; its scope comes when all cues are known.

use tawatur_model::{Day, Hop, Polarity};
use tawatur_text::TokenRange;

/// An attribution whose content is not yet bounded.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) cue: TokenRange,
    pub(crate) verb: usize,
    /// The speaker's number in the register.
    pub(crate) entity: Option<usize>,
    pub(crate) speaker: Option<String>,
    pub(crate) speaker_range: Option<TokenRange>,
    pub(crate) origin: Option<Hop>,
    pub(crate) relays: Vec<Hop>,
    pub(crate) institution: Option<String>,
    pub(crate) polarity: Polarity,
    pub(crate) reach: Reach,
    /// What is condemned, claimed or described is only named: a relative clause about it is the outlet's.
    pub(crate) names_event: bool,
    /// A statement or toll without a known maker.
    pub(crate) is_document: bool,
    /// An earlier toll of which nothing is known but that it was: it stands for nobody.
    pub(crate) is_earlier_toll: bool,
    pub(crate) sentence: usize,
    pub(crate) said_on: Option<Day>,
    pub(crate) rule: &'static str,
}

/// On which side of the cue the words said stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// From this token on.
    Forward(usize),
    /// What stands before the cue.
    Backward,
    /// Nothing beside the cue.
    Nothing,
}

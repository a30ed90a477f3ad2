//! A name at one place of the text.

use tawatur_text::{ByteRange, TokenRange};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// A body: institution, agency, medium, party, armed group, company.
    Organisation,
}

/// A name at one place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// What it names.
    pub kind: NameKind,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its place in the original, without proclitics.
    pub range: ByteRange,
    /// The title or office that stands with it.
    pub role: Option<TokenRange>,
    /// The entry of the lexicon, where it is one.
    pub entry: Option<tawatur_lexicon::EntryId>,
    /// Why it was read as a name: a stable word for `explain`.
    pub because: &'static str,
}

/// Why a name was read that only the model voted for.
pub(crate) const VOTE: &str = "vote";

impl NameMention {
    /// Whether only the model takes it for a name, and no list has it.
    pub(crate) fn is_only_voted(&self) -> bool {
        self.because == VOTE && self.entry.is_none()
    }
}

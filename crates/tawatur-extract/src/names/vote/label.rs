//! What a token is to the names of a text.

use crate::names::mention::NameKind;

/// What a token is: in no name, or the first or a further token of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label(pub(crate) u8);

/// Number of labels.
pub(crate) const LABELS: usize = 7;

impl Label {
    /// In no name.
    pub(crate) const NONE: Self = Self(0);

    /// The first token of a name.
    pub(crate) fn first(kind: NameKind) -> Self {
        match kind {
            NameKind::Person => Self(1),
            NameKind::Place => Self(3),
            NameKind::Organisation => Self(5),
        }
    }

    /// The label of a further token of the same name.
    pub(crate) fn further(self) -> Self {
        if self.begins() { Self(self.0 + 1) } else { self }
    }

    /// What the name is.
    pub(crate) fn kind(self) -> Option<NameKind> {
        [None, Some(NameKind::Person), Some(NameKind::Place), Some(NameKind::Organisation)]
            .get(usize::from(self.0.div_ceil(2)))
            .copied()
            .flatten()
    }

    /// Whether a name begins here.
    pub(crate) fn begins(self) -> bool {
        self.0 % 2 == 1
    }

    /// Whether it may stand behind the other.
    pub(crate) fn may_follow(self, before: Self) -> bool {
        self.0 == 0 || self.begins() || self.kind() == before.kind()
    }
}

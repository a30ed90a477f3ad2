//! Senses: what rules call a word by.

/// A `class:sense` of the data files, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SenseId(pub(crate) u16);

impl SenseId {
    /// As an index, for tables over all senses.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

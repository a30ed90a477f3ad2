//! Positions in the original text.

use serde::{Deserialize, Serialize};

/// A position in the original text, in UTF-8 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByteOffset(u32);

impl ByteOffset {
    /// The greatest position that can be addressed.
    pub const MAX: u32 = u32::MAX;

    /// The position `bytes` from the start.
    pub const fn new(bytes: u32) -> Self {
        Self(bytes)
    }

    /// As a number of bytes.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// As an index into the original text.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// From an index; positions beyond [`ByteOffset::MAX`] become `MAX`.
    pub fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// A stretch of the original text: UTF-8 bytes, half-open. `start <= end` always.
///
/// Serialised as `[start, end]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct ByteRange {
    start: ByteOffset,
    end: ByteOffset,
}

impl ByteRange {
    /// The range from `start` to `end`; an `end` before `start` gives an empty range at `start`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start: ByteOffset(start), end: ByteOffset(end.max(start)) }
    }

    /// The range of two indexes into the original text.
    pub fn from_indexes(start: usize, end: usize) -> Self {
        Self::new(ByteOffset::from_index(start).get(), ByteOffset::from_index(end).get())
    }

    /// The first byte.
    pub const fn start(self) -> u32 {
        self.start.0
    }

    /// The byte after the last.
    pub const fn end(self) -> u32 {
        self.end.0
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` is inside.
    pub fn contains_offset(self, offset: u32) -> bool {
        self.start.0 <= offset && offset < self.end.0
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same stretch, `by` bytes further on.
    pub fn shift(self, by: u32) -> Self {
        Self::new(self.start.0.saturating_add(by), self.end.0.saturating_add(by))
    }

    /// The words of the original in this range; empty when it does not fit the text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start.index()..self.end.index()).unwrap_or("")
    }
}

impl From<(u32, u32)> for ByteRange {
    fn from((start, end): (u32, u32)) -> Self {
        Self::new(start, end)
    }
}

impl From<ByteRange> for (u32, u32) {
    fn from(range: ByteRange) -> Self {
        (range.start(), range.end())
    }
}

#[cfg(test)]
mod tests {
    use super::ByteRange;

    #[test]
    fn overlap_is_about_shared_bytes() {
        let a = ByteRange::new(0, 4);
        assert!(a.overlaps(ByteRange::new(3, 9)));
        assert!(!a.overlaps(ByteRange::new(4, 9)));
        assert_eq!(a.cover(ByteRange::new(6, 9)), ByteRange::new(0, 9));
        assert_eq!(ByteRange::new(5, 2).len(), 0);
        assert_eq!(ByteRange::new(1, 3).slice("مرحبا"), "");
    }
}

//! Folded text and its way back to the original.

/// A point where folded and original offsets come apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    /// Offset in the folded text.
    pub(crate) folded: u32,
    /// Where a range that *ends* here ends in the original.
    pub(crate) end: u32,
    /// Where a range that *starts* here starts in the original.
    pub(crate) start: u32,
}

/// Folded text with a map back. Built once by [`crate::fold`], never edited.
///
/// Folded offsets are plain `u32` and mean nothing outside; only [`Folded::to_original`] crosses over.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    pub(crate) text: String,
    pub(crate) anchors: Vec<Anchor>,
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the original that the folded bytes `start..end` came from.
    ///
    /// Marks on the last letter are inside; invisible characters at either end are outside.
    pub fn to_original(&self, start: u32, end: u32) -> crate::ByteRange {
        let after_start = self.anchors.partition_point(|a| a.folded <= start);
        let after_end = self.anchors.partition_point(|a| a.folded <= end);
        map(&self.anchors, (start, after_start), (end, after_end))
    }
}

/// As [`Folded::to_original`], with the number of anchors up to each end known.
pub(crate) fn map(
    anchors: &[Anchor],
    (start, to_start): (u32, usize),
    (end, to_end): (u32, usize),
) -> crate::ByteRange {
    let last = |count: usize| count.checked_sub(1).and_then(|i| anchors.get(i));
    let from = match last(to_start) {
        Some(a) => a.start + (start - a.folded),
        None => start,
    };
    let to = match last(to_end) {
        Some(a) if a.folded == end => a.end,
        Some(a) => a.start + (end - a.folded),
        None => end,
    };
    crate::ByteRange::new(from, to)
}

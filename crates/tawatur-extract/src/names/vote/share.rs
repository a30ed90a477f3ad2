//! What a token weighs by itself, and where the weights are.

use tawatur_text::TokenKind;

use super::feature::{Rows, Side, Weighed, class};
use super::label::LABELS;
use crate::names::scan::Scan;

/// Bits of a feature's row.
pub(crate) const ROW_BITS: u32 = 16;
/// Rows of the table.
#[cfg(test)]
pub(crate) const ROWS: usize = 1 << ROW_BITS;
/// Columns of a row: a weight a label, and one that is not used.
pub(crate) const WIDTH: usize = 8;

/// Weights of a byte, without a sign, whose sum two bytes hold.
const MOST_ADDED: usize = 255;

/// A weight a label, and one that is not used.
pub(crate) type Column = [i32; WIDTH];

/// Weights made by `TAWATUR_TRAIN=1 cargo test -p tawatur-extract --lib names::vote` from the sentences in `cases/names/`:
/// the pairs of labels, and a row for each feature.
static WEIGHTS: &[u8] = include_bytes!("../../../rules/name-vote.bin");

/// Weights by row: those before each label, then those of the features.
pub(crate) trait Weights {
    /// The weights of the labels in a row.
    fn row(&self, at: usize) -> Column;

    /// The sum of the rows of some features.
    fn sum(&self, features: &[u16]) -> Column {
        let mut sum = [0; WIDTH];
        for feature in features {
            for (sum, weight) in sum.iter_mut().zip(self.row(LABELS + usize::from(*feature))) {
                *sum += weight;
            }
        }
        sum
    }

    /// What a token's own features weigh, where that is kept for its word.
    fn kept<'s>(&self, scan: &Scan<'s, '_>, at: usize) -> Option<&'s Share>;
}

/// Weights of a byte each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'w>(pub(crate) &'w [u8]);

impl Table<'_> {
    /// The bytes of a row.
    #[inline]
    fn bytes(&self, at: usize) -> [u8; WIDTH] {
        let (rows, _) = self.0.as_chunks::<WIDTH>();
        rows.get(at).copied().unwrap_or_default()
    }
}

impl Weights for Table<'_> {
    #[inline]
    fn row(&self, at: usize) -> Column {
        self.bytes(at).map(|weight| i32::from(weight as i8))
    }

    // Four weights are added up at once, in two bytes each: a token has too few features for more.
    #[inline]
    fn sum(&self, features: &[u16]) -> Column {
        const BYTES: u64 = 0x00ff_00ff_00ff_00ff;
        const SIGNS: u64 = 0x8080_8080_8080_8080;
        let mut all = [0; WIDTH];
        for few in features.chunks(MOST_ADDED) {
            let (mut even, mut odd) = (0u64, 0u64);
            for feature in few {
                // Without their signs all weights are 128 more.
                let row = u64::from_le_bytes(self.bytes(LABELS + usize::from(*feature))) ^ SIGNS;
                even += row & BYTES;
                odd += row >> 8 & BYTES;
            }
            let more = 128 * few.len() as i32;
            for (at, sum) in all.iter_mut().enumerate() {
                let four = if at % 2 == 0 { even } else { odd };
                *sum += (four >> (at / 2 * 16) & 0xffff) as i32 - more;
            }
        }
        all
    }

    fn kept<'s>(&self, _: &Scan<'s, '_>, _: usize) -> Option<&'s Share> {
        None
    }
}

/// The weights of the data: what a word weighs by itself is added up once for its type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shipped;

impl Weights for Shipped {
    #[inline]
    fn row(&self, at: usize) -> Column {
        Table(WEIGHTS).row(at)
    }

    #[inline]
    fn sum(&self, features: &[u16]) -> Column {
        Table(WEIGHTS).sum(features)
    }

    #[inline]
    fn kept<'s>(&self, scan: &Scan<'s, '_>, at: usize) -> Option<&'s Share> {
        // Beside a name some prepositions are names, which is no matter of the word alone.
        let is_plain = scan.kind(at) == TokenKind::Word && !scan.cue(at).altered;
        let cell = scan.analysed.votes(at).filter(|_| is_plain)?;
        Some(cell.get_or_init(|| Share::of_token(self, scan, at)))
    }
}

/// What a token's own features weigh for itself and for the tokens beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    pub(super) class: u16,
    /// Whether the word by itself can be in a name: where it speaks so much against one, nothing around it will help.
    pub(super) hopeful: bool,
    pub(super) sums: [[i16; WIDTH]; 5],
}

impl Share {
    pub(super) fn of_token<W: Weights>(weights: &W, scan: &Scan<'_, '_>, at: usize) -> Self {
        let look = scan.analysed.look(at).filter(|_| scan.kind(at) == TokenKind::Word);
        let word = look.as_ref().map(|look| Weighed::of(look, scan.cue(at)));
        Self::of(weights, class(scan, at), word.as_ref())
    }

    pub(super) fn of<W: Weights>(weights: &W, class: u32, word: Option<&Weighed<'_>>) -> Self {
        let mut rows = Rows::new();
        let sums = Side::ALL.map(|side| {
            rows.clear();
            rows.alone(class, word, side);
            weights.sum(rows.as_slice()).map(|weight| weight.clamp(-30_000, 30_000) as i16)
        });
        let [_, _, itself, _, _] = &sums;
        let hopeful = itself.iter().take(LABELS).skip(1).any(|weight| *weight >= itself[0]);
        Self { class: class as u16, hopeful, sums }
    }
}

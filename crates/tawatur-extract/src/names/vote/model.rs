//! The model: weights of features, and the best labels of a run.

use tawatur_text::{TokenKind, TokenRange};

use super::feature::{EDGE, Rows, Seen, Side, class};
use crate::names::cue::{
    ABD, ARTICLE, CONJUNCTION, Cue, KUNYA, LINK, NAME, NAME_WORD, ORDINARY, PARTICLE, PLACE, PLACE_WEAK, SECOND,
    SHAPED, UNKNOWN, VERB,
};
use crate::names::mention::NameKind;
use crate::names::scan::Scan;
use crate::words::Look;

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

/// Bits of a feature's row.
pub(crate) const ROW_BITS: u32 = 15;
/// Rows of the table.
#[cfg(test)]
pub(crate) const ROWS: usize = 1 << ROW_BITS;
/// Columns of a row: a weight a label, and one that is not used.
pub(crate) const WIDTH: usize = 8;
/// What each label weighs more or less by the label that the readers gave: theirs more, those of places and bodies that they
/// do not see less, since lists of these are surer than those of people.
pub(crate) const READERS: [Column; LABELS] = readers();

const fn readers() -> [Column; LABELS] {
    const OWN: Column = [18, 9, 9, 18, 18, 28, 28];
    const OTHER: i32 = -8;
    let mut table = [[0; LABELS]; LABELS];
    let mut read = 0;
    while read < LABELS {
        let mut label = 0;
        while label < LABELS {
            let more = if label == read {
                OWN[label]
            } else if label > 2 && label.div_ceil(2) != read.div_ceil(2) {
                OTHER
            } else {
                0
            };
            table[read][label] = more * SCALE;
            label += 1;
        }
        read += 1;
    }
    table
}
/// A weight of one in the table.
pub(crate) const SCALE: i32 = 12;

/// Weights made by `TAWATUR_TRAIN=1 cargo test -p tawatur-extract --lib names::vote` from the sentences in `cases/names/`:
/// the pairs of labels, and a row for each feature.
static WEIGHTS: &[u8] = include_bytes!("../../../rules/name-vote.bin");

/// Weights by row: those before each label, then those of the features.
pub(crate) trait Weights {
    /// The weights of the labels in a row.
    fn row(&self, at: usize) -> Column;

    /// What a token's own features weigh.
    fn alone(&self, scan: &Scan<'_, '_>, at: usize) -> Share
    where
        Self: Sized,
    {
        let look = scan.analysed.look(at).filter(|_| scan.kind(at) == TokenKind::Word);
        Share::of(self, class(scan, at), look.as_ref().map(|look| (look, scan.cue(at))))
    }
}

/// Weights of a byte each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'w>(pub(crate) &'w [u8]);

impl Weights for Table<'_> {
    #[inline]
    fn row(&self, at: usize) -> Column {
        let row = self.0.get(at * WIDTH..(at + 1) * WIDTH).and_then(|row| row.first_chunk::<LABELS>());
        row.map_or([0; LABELS], |row| row.map(|weight| i32::from(weight as i8)))
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

    fn alone(&self, scan: &Scan<'_, '_>, at: usize) -> Share {
        let fresh = || Table(WEIGHTS).alone(scan, at);
        // Beside a name some prepositions are names.
        let is_plain = scan.kind(at) == TokenKind::Word && scan.cue(at) == scan.analysed.traits(at).cue;
        match scan.analysed.votes(at).filter(|_| is_plain) {
            Some(cell) => **cell.get_or_init(|| Box::new(fresh())),
            None => fresh(),
        }
    }
}

/// What a token's own features weigh for itself and for the tokens beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    class: u16,
    sums: [[i16; LABELS]; 5],
}

impl Share {
    fn of<W: Weights>(weights: &W, class: u32, word: Option<(&Look<'_>, Cue)>) -> Self {
        let mut rows = Vec::with_capacity(48);
        let sums = Side::ALL.map(|side| {
            rows.clear();
            Rows(&mut rows).alone(class, word, side);
            sum(weights, &rows).map(|weight| weight.clamp(-30_000, 30_000) as i16)
        });
        Self { class: class as u16, sums }
    }
}

/// The sum of rows.
pub(crate) fn sum<W: Weights>(weights: &W, rows: &[u16]) -> Column {
    let mut sum = [0; LABELS];
    for row in rows {
        for (sum, weight) in sum.iter_mut().zip(weights.row(LABELS + usize::from(*row))) {
            *sum += weight;
        }
    }
    sum
}

/// Weights, and how much what the readers made of a token weighs.
#[derive(Debug)]
pub(crate) struct Model<W> {
    pub(crate) weights: W,
    pub(crate) readers: [Column; LABELS],
}

/// The weight of a run's labels up to a token, by the label of that token.
pub(crate) type Column = [i32; LABELS];
/// What no way to label can reach.
const NEVER: i32 = -1_000_000;

impl<W: Weights> Model<W> {
    /// The best labels of the run's tokens.
    pub(crate) fn labels(&self, scan: &Scan<'_, '_>, seen: &Seen, run: TokenRange, edge: Share) -> Vec<Label> {
        let before = run.start.checked_sub(1).filter(|_| scan.continues(run.start));
        let before = before.map_or(Label::NONE, |b| seen.label(b));
        let mut around = Around::new(scan, &self.weights, run.start, edge);
        let mut rows = Vec::with_capacity(16);
        let mut way = Way::from(before, run.len());
        for at in run.start..run.end {
            rows.clear();
            Rows(&mut rows).together(scan, seen, at, around.classes());
            let mut own = sum(&self.weights, &rows);
            around.add_to(&mut own);
            self.step(&mut way, own, seen.label(at));
            way.bar(barred(scan, at, seen.label(at)));
            around.go_on(scan, &self.weights, at);
        }
        way.labels()
    }

    /// What lies beyond a line's end.
    pub(crate) fn edge(&self) -> Share {
        Share::of(&self.weights, EDGE, None)
    }

    /// Goes on to a token whose labels weigh so much, of which the readers made a label.
    pub(crate) fn step(&self, way: &mut Way, mut own: Column, read: Label) {
        let readers = self.readers.get(usize::from(read.0)).unwrap_or(&[0; LABELS]);
        for (slot, more) in own.iter_mut().zip(readers) {
            *slot += more;
        }
        let (mut next, mut from) = ([NEVER; LABELS], [0; LABELS]);
        for (before, sum) in (0u8..).zip(&way.column).filter(|(_, sum)| **sum > NEVER / 2) {
            let pairs = self.weights.row(usize::from(before));
            for (label, ((next, from), pair)) in (0u8..).zip(next.iter_mut().zip(from.iter_mut()).zip(pairs)) {
                if sum + pair > *next && Label(label).may_follow(Label(before)) {
                    (*next, *from) = (sum + pair, before);
                }
            }
        }
        for (next, own) in next.iter_mut().zip(own) {
            *next = next.saturating_add(own).max(NEVER);
        }
        way.column = next;
        way.from.push(from);
    }
}

/// A token and the two on either side.
struct Around {
    tokens: [Share; 5],
    edge: Share,
}

impl Around {
    fn new<W: Weights>(scan: &Scan<'_, '_>, weights: &W, at: usize, edge: Share) -> Self {
        let first = at > 0 && scan.continues(at);
        let second = first && at > 1 && scan.continues(at - 1);
        let behind = scan.continues(at + 1);
        let get = |holds: bool, at: usize| if holds { weights.alone(scan, at) } else { edge };
        let tokens = [
            get(second, at.saturating_sub(2)),
            get(first, at.saturating_sub(1)),
            get(true, at),
            get(behind, at + 1),
            get(behind && scan.continues(at + 2), at + 2),
        ];
        Self { tokens, edge }
    }

    fn classes(&self) -> [u32; 5] {
        self.tokens.map(|t| u32::from(t.class))
    }

    fn add_to(&self, own: &mut Column) {
        for (token, side) in self.tokens.iter().zip(0..) {
            for (own, weight) in own.iter_mut().zip(token.sums.get(side).unwrap_or(&[0; LABELS])) {
                *own += i32::from(*weight);
            }
        }
    }

    /// From a token to the next, on the same line.
    fn go_on<W: Weights>(&mut self, scan: &Scan<'_, '_>, weights: &W, at: usize) {
        self.tokens.rotate_left(1);
        let holds = scan.continues(at + 1) && scan.continues(at + 2) && scan.continues(at + 3);
        self.tokens[4] = if holds { weights.alone(scan, at + 3) } else { self.edge };
    }
}

/// The best ways to label the tokens so far.
#[derive(Debug)]
pub(crate) struct Way {
    /// The weight of the best way, by its last label.
    column: Column,
    /// The label before, by the token's own.
    from: Vec<[u8; LABELS]>,
}

impl Way {
    /// A way that begins behind a token with a label.
    pub(crate) fn from(before: Label, tokens: usize) -> Self {
        let mut column = [NEVER; LABELS];
        if let Some(slot) = column.get_mut(usize::from(before.0)) {
            *slot = 0;
        }
        Self { column, from: Vec::with_capacity(tokens) }
    }

    /// Leaves out the ways that give the last token one of these labels.
    fn bar(&mut self, labels: &[u8]) {
        for label in labels {
            if let Some(slot) = self.column.get_mut(usize::from(*label)) {
                *slot = NEVER;
            }
        }
    }

    /// The labels of the best way.
    pub(crate) fn labels(&self) -> Vec<Label> {
        let heaviest = self.column.iter().enumerate().rev().max_by_key(|(_, sum)| **sum);
        let mut label = heaviest.map_or(0, |(label, _)| label as u8);
        let mut labels = Vec::with_capacity(self.from.len());
        for from in self.from.iter().rev() {
            labels.push(Label(label));
            label = from.get(usize::from(label)).copied().unwrap_or(0);
        }
        labels.reverse();
        labels
    }
}

impl Model<Shipped> {
    /// The model with the weights of the data.
    pub(crate) fn shipped() -> &'static Self {
        static MODEL: Model<Shipped> = Model { weights: Shipped, readers: READERS };
        &MODEL
    }
}

/// The labels that a token cannot have unless the readers gave it one: a common word that the gazetteer has as well («سيول») is
/// no place where these did not take it for one, verbs and particles are in no name, and a name that is joined by و to another
/// is not part of it.
fn barred(scan: &Scan<'_, '_>, at: usize, read: Label) -> &'static [u8] {
    const NAMELIKE: u64 = NAME | NAME_WORD | UNKNOWN | SHAPED | LINK | KUNYA | ABD | SECOND | PLACE | PLACE_WEAK;
    let cue = scan.cue(at);
    if read != Label::NONE {
        &[]
    } else if cue.all(PLACE | ORDINARY) {
        &[3, 4]
    } else if cue.any(VERB | PARTICLE) && !cue.any(NAMELIKE | ARTICLE) {
        &[1, 2, 3, 4]
    } else if cue.any(CONJUNCTION) && cue.any(NAME | NAME_WORD | PLACE) {
        &[2, 4]
    } else {
        &[]
    }
}

//! The model: the best labels of a run.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::feature::{EDGE, MARK, MARKS, Rows, Seen};
use super::label::{LABELS, Label};
use super::share::{Column, Share, Shipped, WIDTH, Weights};
use crate::names::cue::{
    ABD, ADJ_SHAPE, ARTICLE, CONJUNCTION, KUNYA, LINK, NAME, NAME_WORD, NISBA, NUMBER, ORDINARY, PARTICLE, PLACE,
    PLACE_WEAK, REGNAL, SECOND, SHAPED, TITLE, UNKNOWN, VERB,
};
use crate::names::mention::NameKind;
use crate::names::run::{ends, joins_unknown};
use crate::names::scan::Scan;

/// What each label weighs more or less by the label that the readers gave: theirs more, those of places and bodies that they
/// do not see less, since lists of these are surer than those of people.
pub(crate) const READERS: [Column; LABELS] = readers();
/// A weight of one in the table.
pub(crate) const SCALE: i32 = 8;

const fn readers() -> [Column; LABELS] {
    const OWN: [i32; LABELS] = [20, 10, 10, 20, 20, 30, 30];
    const OTHER: [i32; LABELS] = [0, 0, 0, -16, -16, -8, -8];
    let mut table = [[0; WIDTH]; LABELS];
    let mut read = 0;
    while read < LABELS {
        let mut label = 0;
        while label < LABELS {
            let other = label.div_ceil(2) != read.div_ceil(2);
            let more = if label == read {
                OWN[label]
            } else if other {
                OTHER[label]
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

/// What no way to label can reach.
const NEVER: i32 = -1_000_000;

/// What pairs of labels weigh, and what the readers made of a token.
#[derive(Debug)]
pub(crate) struct Steps {
    readers: [Column; LABELS],
    pairs: [Column; LABELS],
}

/// Weights, with those of steps at hand.
#[derive(Debug)]
pub(crate) struct Model<W> {
    weights: W,
    steps: Steps,
    /// What lies beyond a line's end.
    edge: Share,
    /// What a token that is no word weighs, by its kind.
    marks: Vec<Share>,
}

/// Memory that is used for one run after the other.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    /// Shares of tokens that are not kept for their words, in order.
    fresh: Vec<(usize, Share)>,
    way: Way,
}

impl<W: Weights> Model<W> {
    pub(crate) fn new(weights: W, readers: [Column; LABELS]) -> Self {
        let steps = Steps::new(&weights, readers);
        let edge = Share::of(&weights, EDGE, None);
        let marks = (0..MARKS).map(|kind| Share::of(&weights, MARK + kind, None)).collect();
        Self { weights, steps, edge, marks }
    }

    /// What the token weighs, where that is kept.
    #[inline]
    fn kept<'r, 's: 'r>(&'r self, scan: &Scan<'s, '_>, at: usize) -> Option<&'r Share> {
        match scan.kind(at) {
            TokenKind::Word => self.weights.kept(scan, at),
            kind => self.marks.get(kind as usize),
        }
    }

    /// Whether the token by itself can be in a name.
    #[inline]
    pub(crate) fn has_hope(&self, scan: &Scan<'_, '_>, at: usize) -> bool {
        self.kept(scan, at).map_or_else(|| Share::of_token(&self.weights, scan, at).hopeful, |s| s.hopeful)
    }

    /// The best labels of the run's tokens.
    pub(crate) fn labels<'d>(
        &self,
        scan: &Scan<'_, '_>,
        seen: &Seen,
        run: TokenRange,
        desk: &'d mut Desk,
    ) -> &'d [Label] {
        let Desk { fresh, way } = desk;
        let before = run.start.checked_sub(1).filter(|_| scan.continues(run.start));
        way.begin(before.map_or(Label::NONE, |b| seen.label(b)));
        fresh.clear();
        let around = run.start.saturating_sub(2)..(run.end + 2).min(scan.len());
        let unkept = around.filter(|at| self.kept(scan, *at).is_none());
        fresh.extend(unkept.map(|at| (at, Share::of_token(&self.weights, scan, at))));
        let shares = Shares { scan, model: self, fresh };
        let mut around = Around::new(&shares, run.start);
        let mut rows = Rows::new();
        for at in run.start..run.end {
            rows.clear();
            rows.together(scan, seen, at, around.classes());
            let mut own = self.weights.sum(rows.as_slice());
            around.add_to(&mut own);
            self.steps.go(way, own, seen.label(at));
            way.bar(barred(scan, at, seen.label(at)));
            around.go_on(&shares, at);
        }
        way.end()
    }
}

impl Steps {
    pub(crate) fn new<W: Weights>(weights: &W, readers: [Column; LABELS]) -> Self {
        let pairs = std::array::from_fn(|before| {
            let row = weights.row(before);
            std::array::from_fn(|label| {
                let may = label < LABELS && Label(label as u8).may_follow(Label(before as u8));
                if may { row.get(label).copied().unwrap_or(NEVER) } else { NEVER }
            })
        });
        Self { readers, pairs }
    }

    /// Goes on to a token whose labels weigh so much, of which the readers made a label.
    pub(crate) fn go(&self, way: &mut Way, mut own: Column, read: Label) {
        let readers = self.readers.get(usize::from(read.0)).unwrap_or(&[0; WIDTH]);
        for (slot, more) in own.iter_mut().zip(readers) {
            *slot += more;
        }
        // The label before stands in the lowest bits, so that the greater number is the heavier way.
        let mut next = [i32::MIN; WIDTH];
        for ((before, sum), pairs) in (0i32..).zip(way.column).zip(&self.pairs) {
            for (next, pair) in next.iter_mut().zip(pairs) {
                *next = (*next).max((sum + pair) << 3 | (7 - before));
            }
        }
        way.from.push(next.map(|n| 7 - (n & 7) as u8));
        for (next, own) in next.iter_mut().zip(own) {
            *next = (*next >> 3) + own;
        }
        // Only differences count, and a line may be long.
        let most = next.iter().copied().max().unwrap_or(0);
        way.column = next.map(|n| (n - most).max(NEVER));
    }
}

/// What the tokens of a run and around it weigh.
struct Shares<'r, 's, 'd, W> {
    scan: &'r Scan<'s, 'd>,
    model: &'r Model<W>,
    fresh: &'r [(usize, Share)],
}

impl<'r, 's: 'r, W: Weights> Shares<'r, 's, '_, W> {
    #[inline]
    fn get(&self, at: usize) -> &'r Share {
        let fresh = || {
            let found = self.fresh.binary_search_by_key(&at, |(at, _)| *at).ok();
            found.and_then(|i| self.fresh.get(i)).map_or(&self.model.edge, |(_, share)| share)
        };
        self.model.kept(self.scan, at).unwrap_or_else(fresh)
    }
}

/// A token and the two on either side.
struct Around<'r> {
    tokens: [&'r Share; 5],
}

impl<'r> Around<'r> {
    fn new<'s: 'r, W: Weights>(shares: &Shares<'r, 's, '_, W>, at: usize) -> Self {
        let scan = shares.scan;
        let first = at > 0 && scan.continues(at);
        let second = first && at > 1 && scan.continues(at - 1);
        let behind = scan.continues(at + 1);
        let get = |holds: bool, at: usize| if holds { shares.get(at) } else { &shares.model.edge };
        let tokens = [
            get(second, at.saturating_sub(2)),
            get(first, at.saturating_sub(1)),
            get(true, at),
            get(behind, at + 1),
            get(behind && scan.continues(at + 2), at + 2),
        ];
        Self { tokens }
    }

    fn classes(&self) -> [u32; 5] {
        self.tokens.map(|t| u32::from(t.class))
    }

    fn add_to(&self, own: &mut Column) {
        for (token, side) in self.tokens.iter().zip(0..) {
            for (own, weight) in own.iter_mut().zip(token.sums.get(side).unwrap_or(&[0; WIDTH])) {
                *own += i32::from(*weight);
            }
        }
    }

    /// From a token to the next, on the same line.
    fn go_on<'s: 'r, W: Weights>(&mut self, shares: &Shares<'r, 's, '_, W>, at: usize) {
        self.tokens.rotate_left(1);
        let holds = (at + 1..at + 4).all(|i| shares.scan.continues(i));
        self.tokens[4] = if holds { shares.get(at + 3) } else { &shares.model.edge };
    }
}

/// The best ways to label the tokens so far.
#[derive(Debug, Default)]
pub(crate) struct Way {
    /// The weight of the best way, by its last label.
    column: Column,
    /// The label before, by the token's own.
    from: Vec<[u8; WIDTH]>,
    labels: Vec<Label>,
}

impl Way {
    /// Begins behind a token with a label.
    pub(crate) fn begin(&mut self, before: Label) {
        self.column = [NEVER; WIDTH];
        if let Some(slot) = self.column.get_mut(usize::from(before.0)) {
            *slot = 0;
        }
        self.from.clear();
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
    pub(crate) fn end(&mut self) -> &[Label] {
        let heaviest = self.column.iter().enumerate().rev().max_by_key(|(_, sum)| **sum);
        let mut label = heaviest.map_or(0, |(label, _)| label as u8);
        self.labels.clear();
        for from in self.from.iter().rev() {
            self.labels.push(Label(label));
            label = from.get(usize::from(label)).copied().unwrap_or(0);
        }
        self.labels.reverse();
        &self.labels
    }
}

impl Model<Shipped> {
    /// The model with the weights of the data.
    pub(crate) fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model<Shipped>> = OnceLock::new();
        MODEL.get_or_init(|| Self::new(Shipped, READERS))
    }
}

/// The labels that a token cannot have unless the readers gave it one: a common word that the gazetteer has as well («سيول») is
/// no place where these did not take it for one, an adjective of origin names no place or body by itself, nor does a person's name a
/// place, verbs and particles are in no name, and a name that is joined by و to another is not part of it.
fn barred(scan: &Scan<'_, '_>, at: usize, read: Label) -> &'static [u8] {
    const NAMELIKE: u64 = NAME | NAME_WORD | UNKNOWN | SHAPED | LINK | KUNYA | ABD | SECOND | PLACE | PLACE_WEAK;
    let cue = scan.cue(at);
    let joined = cue.any(CONJUNCTION) && cue.any(NAME | NAME_WORD | PLACE) || joins_unknown(scan, at);
    if read == Label::NONE && scan.analysed.document.word(at).chars().nth(1).is_none() {
        &[1, 3, 5]
    } else if read == Label::NONE && is_said_of(scan, at) {
        &[1]
    } else if cue.any(REGNAL | NUMBER) && read.kind() == Some(NameKind::Person) && !read.begins() {
        &[0, 1]
    } else if joined && (read == Label::NONE || read.begins()) {
        &[2, 4]
    } else if cue.all(NISBA | ARTICLE) && matches!(read.kind(), None | Some(NameKind::Person)) {
        &[3, 5]
    } else if cue.any(NAME) && !cue.any(PLACE | PLACE_WEAK) && read.kind() == Some(NameKind::Person) {
        &[3, 4]
    } else if read != Label::NONE {
        &[]
    } else if cue.all(PLACE | ORDINARY) {
        &[3, 4]
    } else if cue.any(VERB | PARTICLE) && !cue.any(NAMELIKE | ARTICLE) {
        &[1, 2, 3, 4]
    } else {
        &[]
    }
}

/// «السد سليم»: behind a noun with the article an ordinary word without it says how that is, though people are named so.
fn is_said_of(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|_| scan.continues(at)).map(|before| scan.cue(before)) else {
        return false;
    };
    let cue = scan.cue(at);
    cue.any(NAME_WORD)
        && !cue.any(ARTICLE)
        && noun.all(ARTICLE | ORDINARY)
        && !noun.any(TITLE | NISBA | ADJ_SHAPE | NAME | NAME_WORD)
        && ends(scan, at + 1)
}

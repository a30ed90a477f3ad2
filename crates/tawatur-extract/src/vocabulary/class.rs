//! Classes of meanings as bits, so that a reader can pass over a token without looking at its words.

use super::word::{ScaleNumber, Word};

/// A set of classes of meanings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const CARDINAL: Self = Self(1);
    pub(crate) const SCALE: Self = Self(1 << 1);
    pub(crate) const FRACTION: Self = Self(1 << 2);
    pub(crate) const ORDINAL: Self = Self(1 << 3);
    pub(crate) const VAGUE: Self = Self(1 << 4);
    pub(crate) const MINUS: Self = Self(1 << 5);
    pub(crate) const BOUND: Self = Self(1 << 6);
    pub(crate) const MONTH: Self = Self(1 << 7);
    pub(crate) const WEEKDAY: Self = Self(1 << 8);
    pub(crate) const UNIT: Self = Self(1 << 9);
    /// Expressions that are one entry of the word list: «أمس», «عيد الفطر».
    pub(crate) const SIMPLE: Self = Self(1 << 10);
    pub(crate) const THIS: Self = Self(1 << 11);
    pub(crate) const PART: Self = Self(1 << 12);
    pub(crate) const CLOCK: Self = Self(1 << 13);
    pub(crate) const EDGE: Self = Self(1 << 14);
    pub(crate) const NTH: Self = Self(1 << 15);
    pub(crate) const SEASON: Self = Self(1 << 16);
    /// Prepositions that begin a time expression: «قبل», «منذ», «من», «خلال».
    pub(crate) const OPENING: Self = Self(1 << 17);
    pub(crate) const SET: Self = Self(1 << 18);
    pub(crate) const DECADE: Self = Self(1 << 19);
    pub(crate) const ZONE: Self = Self(1 << 20);
    pub(crate) const MEASURE: Self = Self(1 << 21);
    pub(crate) const CURRENCY: Self = Self(1 << 22);
    pub(crate) const WHOLE: Self = Self(1 << 23);
    pub(crate) const CHANGE: Self = Self(1 << 24);
    pub(crate) const AGE: Self = Self(1 << 25);

    /// All that a number may begin with.
    pub(crate) const NUMBER: Self = Self(0b11_1111);
    /// All that a time expression may begin with.
    pub(crate) const TIME: Self = Self(
        0b1111
            | Self::VAGUE.0
            | Self::MONTH.0
            | Self::WEEKDAY.0
            | Self::UNIT.0
            | Self::SIMPLE.0
            | Self::THIS.0
            | Self::PART.0
            | Self::CLOCK.0
            | Self::EDGE.0
            | Self::NTH.0
            | Self::SEASON.0
            | Self::SET.0
            | Self::DECADE.0
            | Self::WHOLE.0,
    );

    /// Whether the two share a class.
    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without those.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The class of one meaning.
    pub(crate) fn of(word: Word) -> Self {
        use super::word::Preposition as P;
        match word {
            Word::Cardinal { .. } => Self::CARDINAL,
            Word::Scale { .. } => Self::SCALE,
            Word::Fraction { .. } => Self::FRACTION,
            Word::Ordinal { .. } => Self::ORDINAL,
            Word::Vague { .. } => Self::VAGUE,
            Word::Minus | Word::Share => Self::MINUS,
            Word::Bound(_) => Self::BOUND,
            Word::Month { .. } => Self::MONTH,
            Word::Weekday { .. } => Self::WEEKDAY,
            Word::Unit { .. } => Self::UNIT,
            Word::Relative { .. } | Word::Now | Word::Holiday(_) | Word::Weekend | Word::FirstDay => Self::SIMPLE,
            Word::This | Word::That | Word::Same => Self::THIS,
            Word::ToldOf(_) => Self::OPENING,
            Word::Age => Self::AGE,
            Word::Part(_) | Word::Meridiem(_) => Self::PART,
            Word::Clock => Self::CLOCK,
            Word::Edge(_) | Word::PartEdge(_) | Word::Rest => Self::EDGE,
            Word::Nth { .. } => Self::NTH,
            Word::Season(_) => Self::SEASON,
            Word::Preposition(P::Each) | Word::Set { .. } | Word::Times(ScaleNumber::Singular | ScaleNumber::Dual) => {
                Self::SET
            }
            Word::Preposition(P::Before | P::After | P::Since | P::From | P::Between | P::Within | P::To) => {
                Self::OPENING
            }
            Word::DecadeName { .. } => Self::DECADE,
            Word::Zone { .. } | Word::Reckoning => Self::ZONE,
            Word::Measure { .. } => Self::MEASURE,
            Word::Currency { .. } => Self::CURRENCY,
            Word::Whole => Self::WHOLE,
            Word::Change => Self::CHANGE,
            _ => Self::default(),
        }
    }
}

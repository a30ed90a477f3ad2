//! The time that the text told of last, from which «في اليوم التالي» and «بعد ذلك بيومين» count.

use jiff::civil::DateTime;
use tawatur_model::TimeType;

use super::calendar::midnight;
use super::phrase::Reader;
use super::resolve::{Stretch, grain_of, resolve};
use super::slots::Slots;
use super::{Context, Grain, TimeReading};
use crate::vocabulary::{Told, Unit};

/// How many tokens on a time told of is still the one meant.
const REACH: usize = 200;

/// A time told of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    start: DateTime,
    grain: Grain,
    token: usize,
}

impl Reader<'_, '_> {
    /// Remembers a time that was read. Times of the day of publication are those of saying, not of what is told.
    pub(super) fn remember(&self, reading: &TimeReading) {
        let dated = matches!(reading.kind, TimeType::Date | TimeType::Time) && reading.grain <= Grain::Year;
        let single =
            !reading.interval || reading.grain == Grain::Hour && reading.kind == TimeType::Date && !reading.counted;
        let Some(start) = reading.start.filter(|_| dated && single) else { return };
        if self.context.reference.is_none_or(|r| r.date() != start.date()) {
            let (start, grain) = (midnight(start.date()), reading.grain.max(Grain::Day));
            self.anchor.set(Some(Anchor { start, grain, token: reading.tokens.end }));
        }
    }

    /// The time told of, where it is near and as fine as what is counted from it.
    fn told_of(&self, slots: &Slots) -> Option<Anchor> {
        let anchor = self.anchor.get().filter(|a| self.origin.get().saturating_sub(a.token) <= REACH)?;
        let unit = match (slots.period, slots.shift) {
            (Some((unit, _)), _) => unit,
            (_, Some((amount, _))) => amount.finest(),
            _ => Unit::Day,
        };
        (unit >= Unit::Night && anchor.grain <= grain_of(unit)).then_some(anchor)
    }

    /// Whether there is a time told of that these slots can count from.
    pub(super) fn has_told_of(&self, slots: &Slots) -> bool {
        self.told_of(slots).is_some()
    }

    /// The place of an expression, counted from the time told of where the words say so.
    pub(super) fn resolved(&self, slots: &Slots) -> Option<Stretch> {
        let Some(told) = slots.told else { return resolve(slots, self.context) };
        let Some(anchor) = self.told_of(slots) else {
            return if told == Told::Perhaps { resolve(slots, self.context) } else { None };
        };
        let context = Context { reference: Some(anchor.start), ..*self.context };
        let stretch = resolve(slots, &context)?;
        if slots.shift.is_some() && anchor.grain > Grain::Day {
            return Stretch::unit(stretch.start, anchor.grain);
        }
        Some(stretch)
    }
}

//! Expressions that are one entry of the word list, and the words that say which one of them is meant.

use super::phrase::Reader;
use super::slots::Slots;
use crate::number::core::Sort;
use crate::vocabulary::{Classes, Clitic, Preposition, ScaleNumber, Told, Unit, Word};

impl Reader<'_, '_> {
    /// Expressions that are one entry of the word list.
    pub(super) fn simple(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let free = !slots.has_base();
        let (word, length) = self.marks.find(at, |w| {
            matches!(w, Word::Relative { .. } | Word::Now | Word::Holiday(_) | Word::Weekend).then_some(w)
        })?;
        let end = at + length;
        if length == 1 && matches!(word, Word::Relative { offset: 0, .. }) && self.is_qualified(end) {
            return None;
        }
        match word {
            Word::Relative { offset, night }
                if slots.relative.is_none() && slots.period.is_none() && slots.shift.is_none() =>
            {
                slots.relative = Some(i32::from(offset));
                slots.tonight = night;
                Some(end)
            }
            Word::Now if free && slots.is_empty() => {
                slots.now = true;
                Some(end)
            }
            Word::Holiday(holiday) if free => {
                slots.holiday = Some(holiday);
                let (modifier, end) = self.modifier(end).map_or((None, end), |(m, e)| (Some(m), e));
                slots.modifier = modifier;
                Some(end)
            }
            Word::Weekend if slots.weekend.is_none() && free => {
                let (modifier, end) = self.modifier(end).map_or((0, end), |(m, e)| (m, e));
                slots.weekend = Some(modifier);
                Some(end)
            }
            _ => None,
        }
    }

    /// «ثاني أيام عيد الفطر», «أول يوم من رمضان» is picked out of a month, and not read here.
    pub(super) fn day_of_holiday(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.has_base() || self.has(at, Clitic::AL) || !self.exists(at + 2) {
            return None;
        }
        let nth = self.rank(at).and_then(|n| u8::try_from(n).ok()).filter(|n| *n > 0)?;
        let (Unit::Day, number) = self.unit(at + 1)? else { return None };
        let of = at + 2 + usize::from(self.is_preposition(at + 2, Preposition::From));
        if number == ScaleNumber::Dual || !self.exists(of) || !self.marks.is(of, |w| matches!(w, Word::Holiday(_))) {
            return None;
        }
        let end = self.simple(of, slots)?;
        slots.holiday_day = nth - 1;
        Some(end)
    }

    /// «اليوم التالي», «اليوم نفسه», «اليوم الثالث»: some day, and not today.
    fn is_qualified(&self, at: usize) -> bool {
        let weekday = self.marks.meets(at, Classes::WEEKDAY);
        let nth = || {
            self.modifier(at).is_some_and(|(m, _)| m != 0)
                || self.marks.meets(at, Classes::NTH)
                || self.core(at).is_some_and(|c| c.sort == Sort::Ordinal)
        };
        self.exists(at) && !weekday && (self.told(at).is_some() || self.definite(at) && nth())
    }

    /// Whether the modifier at the token counts from the time that the text told of.
    pub(super) fn told(&self, at: usize) -> Option<Told> {
        self.marks.words(at).iter().find_map(|w| if let Word::Modifier { told, .. } = *w { told } else { None })
    }

    /// «الماضي», «القادم», «قبل الماضي», «اللي بعد الجاي»: -2 to 2, and where it ends.
    pub(super) fn modifier(&self, at: usize) -> Option<(i32, usize)> {
        let mut here = at;
        if !self.exists(here) || self.has(here, Clitic::AND) {
            return None;
        }
        if self.is(here, Word::Which) {
            here += 1;
        }
        let farther = match self.preposition(here) {
            Some((p @ (Preposition::Before | Preposition::After), 1)) if self.exists(here) => {
                here += 1;
                Some(p)
            }
            _ => None,
        };
        if !self.exists(here) || self.marks.clitics(here).0 & !Clitic::AL != 0 {
            return None;
        }
        let (offset, length) = self.marks.find(here, |w| match w {
            Word::Modifier { offset, soft: false, .. } => Some(i32::from(offset)),
            _ => None,
        })?;
        let far = match (farther, offset) {
            (Some(Preposition::Before), -1) => -2,
            (Some(Preposition::After), 1) => 2,
            (Some(_), _) => return None,
            (None, o) => o,
        };
        Some((far, here + length))
    }
}

//! What is picked out of a longer period: «أول اثنين من أكتوبر», «الأسبوع الأخير من العام».

use super::phrase::Reader;
use super::slots::{Picked, Slots};
use crate::number::core::Sort;
use crate::vocabulary::{Clitic, ScaleNumber, Unit, Word};

impl Reader<'_, '_> {
    /// «أول اثنين من شهر أكتوبر», «آخر يوم بالشهر الجاي», «الأسبوع الأول من أكتوبر», «الثلاثاء الأولى من أكتوبر».
    pub(super) fn picked(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.nth.is_some() || slots.weekday.is_some() || slots.has_base() {
            return None;
        }
        let (nth, picked, mut end) = self.ordinal_first(at).or_else(|| self.ordinal_last(at))?;
        let mut trial = *slots;
        trial.nth = Some((nth, picked));
        if let Some(year) = self.container(end, &mut trial) {
            end = year;
        } else if !(nth == -1 && picked != Picked::Unit(Unit::Day) && matches!(picked, Picked::Weekday(_))) {
            return None;
        }
        *slots = trial;
        Some(end)
    }

    /// «الأربعاء الثانية من أكتوبر»: a feminine ordinal is no day of the month.
    pub(super) fn feminine_weekday(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let text = self.text(at + 1);
        let feminine =
            self.has(at, Clitic::AL) && self.exists(at + 1) && (text.ends_with('ه') || text.ends_with("ولي"));
        let weekday = self.marks.words(at).iter().any(|w| matches!(w, Word::Weekday { .. }));
        if !(feminine && weekday) {
            return None;
        }
        self.picked(at, slots)
    }

    pub(super) fn rank(&self, at: usize) -> Option<i8> {
        if let Some((value, _)) = self.marks.find(at, |w| if let Word::Nth { value } = w { Some(value) } else { None })
        {
            return Some(value);
        }
        self.core(at).filter(|c| c.sort == Sort::Ordinal && c.run.len() == 1 && c.value <= 10.0).map(|c| c.value as i8)
    }

    fn pickable(&self, at: usize) -> Option<Picked> {
        if !self.exists(at) {
            return None;
        }
        self.marks.words(at).iter().find_map(|w| match *w {
            Word::Weekday { value, .. } => Some(Picked::Weekday(value)),
            Word::Unit { unit, number: ScaleNumber::Singular } if unit >= Unit::Day => Some(Picked::Unit(unit)),
            _ => None,
        })
    }

    fn ordinal_first(&self, at: usize) -> Option<(i8, Picked, usize)> {
        if self.has(at, Clitic::AL) {
            return None;
        }
        let nth = self.rank(at)?;
        let here = at + 1;
        let picked = self.pickable(here).filter(|_| self.marks.clitics(here).0 == 0)?;
        // «أول شهر 9» is its beginning, not a first month.
        if matches!(picked, Picked::Unit(Unit::Month)) && self.core(here + 1).is_some() {
            return None;
        }
        Some((nth, picked, here + 1))
    }

    fn ordinal_last(&self, at: usize) -> Option<(i8, Picked, usize)> {
        let picked = self.pickable(at).filter(|_| self.definite(at))?;
        let here = at + 1;
        if !self.exists(here) || !self.definite(here) || self.has(here, Clitic::AND) {
            return None;
        }
        Some((self.rank(here)?, picked, here + 1))
    }
}

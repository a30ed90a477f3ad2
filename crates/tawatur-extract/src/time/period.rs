//! Components that name calendar units by their place: last week, this year, the beginning of the month.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::{Picked, Slots};
use crate::number::core::Sort;
use crate::vocabulary::{Clitic, Preposition, ScaleNumber, System, Told, Unit, Word};

impl Reader<'_, '_> {
    /// «الأسبوع الماضي», «هذا العام», «السنة بعد الجاي», «الأشهر الثلاثة الماضية», «العامين الماضيين».
    pub(super) fn period(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.period.is_some() || slots.relative.is_some() || slots.now || slots.shift.is_some() {
            return None;
        }
        let this = self.is(at, Word::This);
        // «ذلك اليوم», «نفس الشهر»
        let that = self.is(at, Word::That) || self.is(at, Word::Same);
        let here = if this || that { at + 1 } else { at };
        if here > at && !self.exists(here) {
            return None;
        }
        let (unit, number) = self.unit(here)?;
        if self.has(here, Clitic::AND) && here > at {
            return None;
        }
        if unit == Unit::Night {
            return self.night_told_of(here, that, slots);
        }
        if number != ScaleNumber::Singular {
            return self.several_units(here, unit, number, slots);
        }
        if !self.definite(here) {
            return self.unit_of_weekday(here, unit, slots);
        }
        if that {
            (slots.period, slots.told) = (Some((unit, 0)), Some(Told::Surely));
            return Some(here + 1);
        }
        let mut here = here;
        if let Some((era, length)) = self.era_at(here + 1) {
            slots.era = Some(era);
            here += length;
        }
        if let Some((modifier, end)) = self.modifier(here + 1) {
            // «في اليوم التالي للهجوم»: counted from an event, not from a time.
            let told = self.told(here + 1);
            if told.is_some() && self.exists(end) && self.text(end).starts_with("لل") {
                return None;
            }
            (slots.period, slots.told) = (Some((unit, modifier)), told);
            return Some(end);
        }
        if this {
            slots.period = Some((unit, 0));
            return Some(here + 1);
        }
        self.bare_unit(here, unit, slots)
    }

    /// «الليلة ذاتها», «تلك الليلة», «الليلة التالية»
    fn night_told_of(&self, at: usize, that: bool, slots: &mut Slots) -> Option<usize> {
        if !self.definite(at) {
            return None;
        }
        let (told, offset, end) = match self.modifier(at + 1) {
            _ if that => (Some(Told::Surely), 0, at + 1),
            Some((offset, end)) => (self.told(at + 1), offset, end),
            None => return None,
        };
        told?;
        (slots.period, slots.told, slots.tonight) = (Some((Unit::Day, offset)), told, true);
        Some(end)
    }

    /// «يوم» and the like have no place of their own.
    fn unit_of_weekday(&self, _at: usize, _unit: Unit, _slots: &mut Slots) -> Option<usize> {
        None
    }

    /// «نهاية الشهر», «آخر يوم بالشهر», and «العام» standing alone.
    fn bare_unit(&self, at: usize, unit: Unit, slots: &mut Slots) -> Option<usize> {
        let framed = slots.edge.is_some() || slots.nth.is_some() || slots.rest;
        let alone = self.is_alone(at, at + 1) && matches!(unit, Unit::Year | Unit::Week | Unit::Month);
        if !framed && !alone || unit < Unit::Day || self.core(at + 1).is_some() && self.exists(at + 1) && !framed {
            return None;
        }
        if framed && self.is(at + 1, Word::This) {
            slots.period = Some((unit, 0));
            return Some(at + 2);
        }
        if framed && self.whole(at + 1).is_some_and(|(v, _)| v > 100) {
            return None;
        }
        slots.period = Some((unit, 0));
        Some(at + 1)
    }

    /// «الأشهر الثلاثة الماضية», «اليومين القادمين», «الأيام الماضية».
    fn several_units(&self, at: usize, unit: Unit, number: ScaleNumber, slots: &mut Slots) -> Option<usize> {
        if !self.definite(at) {
            return None;
        }
        let mut end = at + 1;
        let mut count = if number == ScaleNumber::Dual { 2.0 } else { f64::NAN };
        if let Some(core) = self.core(end).filter(|c| self.exists(end) && c.sort == Sort::Cardinal) {
            count = core.value;
            end = core.run.end;
        } else if self.is_article(end) && self.core(end + 1).is_some() {
            count = self.core(end + 1).map_or(f64::NAN, |c| c.value);
            end += 2;
        }
        if let Some(end) = self.first_few(end, unit, count, slots) {
            return Some(end);
        }
        let (sign, end) = self.direction(end)?;
        slots.counted = Some((unit, count, sign));
        Some(end)
    }

    /// «الأشهر الستة الأولى من العام», after the number.
    fn first_few(&self, at: usize, unit: Unit, count: f64, slots: &mut Slots) -> Option<usize> {
        if !(1.0..=1000.0).contains(&count) || !self.exists(at) || !self.definite(at) || slots.nth.is_some() {
            return None;
        }
        let rank = self.rank(at).filter(|r| r.abs() == 1)?;
        let mut trial = *slots;
        trial.nth = Some((rank, Picked::Span(unit, count as u16)));
        let end = self.container(at + 1, &mut trial)?;
        *slots = trial;
        Some(end)
    }

    /// «آخر 24 ساعة», «آخر ثلاث سنوات», «آخر يومين».
    pub(super) fn last_few(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let last = self.marks.words(at).contains(&Word::Nth { value: -1 }) && !self.has(at, Clitic::AL);
        if slots.has_base() || !last || !self.exists(at + 1) {
            return None;
        }
        let read = self.length(at + 1).filter(|l| l.counted && !l.vague)?;
        let (unit, count) = read.amount.parts().next()?;
        slots.counted = Some((unit, count, -1));
        Some(read.end)
    }

    fn is_article(&self, at: usize) -> bool {
        self.exists(at) && self.text(at) == "ال"
    }

    /// «24 ساعة الماضية», «ثلاثة أيام الماضية», after «خلال الـ».
    pub(super) fn counted_period(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.has_base() {
            return None;
        }
        let core = self.core(at).filter(|c| matches!(c.sort, Sort::Cardinal))?;
        let (unit, _) = self.unit(core.run.end).filter(|_| self.exists(core.run.end))?;
        let (sign, end) = self.direction(core.run.end + 1)?;
        slots.counted = Some((unit, core.value, sign));
        Some(end)
    }

    /// A modifier after several units, the soft ones («الأخيرة») too.
    fn direction(&self, at: usize) -> Option<(i8, usize)> {
        if !self.exists(at) || self.marks.clitics(at).0 != Clitic::AL {
            return None;
        }
        self.marks
            .find(at, |w| match w {
                Word::Modifier { offset, .. } if offset != 0 => Some(offset),
                _ => None,
            })
            .map(|(offset, length)| (offset, at + length))
    }

    /// «مطلع العام», «منتصف آذار», «أواخر 2021», «بقية الأسبوع».
    pub(super) fn edge(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.edge.is_some() || slots.rest || slots.has_date() && slots.period.is_none() {
            return None;
        }
        let (word, length) = self.marks.find(at, |w| matches!(w, Word::Edge(_) | Word::Rest).then_some(w))?;
        let mut trial = *slots;
        match word {
            Word::Edge(edge) => trial.edge = Some(edge),
            _ => trial.rest = true,
        }
        let end = self.container(at + length, &mut trial)?;
        *slots = trial;
        Some(end)
    }

    /// The period that an edge or an ordinal is of, small words before it.
    pub(super) fn container(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let mut here = at;
        for _ in 0..2 {
            if !self.exists(here) {
                return None;
            }
            let mut trial = *slots;
            let end = self
                .period(here, &mut trial)
                .or_else(|| self.month(here, &mut trial))
                .or_else(|| self.year(here, &mut trial))
                .or_else(|| self.bare_year(here, &mut trial))
                .or_else(|| self.season_or_quarter(here, &mut trial))
                .or_else(|| self.decade(here, &mut trial))
                .or_else(|| self.relative_container(here, &mut trial));
            if let Some(end) = end {
                *slots = trial;
                return Some(end);
            }
            let (preposition, length) = self.preposition(here)?;
            if !matches!(preposition, Preposition::From | Preposition::In) {
                return None;
            }
            here += length;
        }
        None
    }

    fn relative_container(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let (offset, length) = self.marks.find(at, |w| match w {
            Word::Relative { offset, night: false } => Some(i32::from(offset)),
            _ => None,
        })?;
        slots.relative = Some(offset);
        slots.edge?;
        Some(at + length)
    }

    /// Whether the slots name a Hijri month or year.
    pub(super) fn is_hijri(slots: &Slots) -> bool {
        matches!(slots.month, Some((_, System::Hijri))) || slots.era == Some(crate::vocabulary::Era::Hijri)
    }

    /// Whether a range mark stands at the token.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.exists(at) && self.kind(at) == TokenKind::Dash
    }
}

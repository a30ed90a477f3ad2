//! Components that name calendar units by their place: last week, this year, the third quarter, the nineties.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::{Picked, Slots};
use crate::number::core::{Form, Sort, cardinal};
use crate::vocabulary::{Clitic, Preposition, ScaleNumber, System, Unit, Word};

impl Reader<'_, '_> {
    /// «الأسبوع الماضي», «هذا العام», «السنة بعد الجاي», «الأشهر الثلاثة الماضية», «العامين الماضيين».
    pub(super) fn period(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.period.is_some() || slots.relative.is_some() || slots.now || slots.shift.is_some() {
            return None;
        }
        let this = self.is(at, Word::This);
        let here = if this { at + 1 } else { at };
        if this && !self.exists(here) {
            return None;
        }
        let (unit, number) = self.unit(here)?;
        if unit == Unit::Night || self.has(here, Clitic::AND) && here > at {
            return None;
        }
        if number != ScaleNumber::Singular {
            return self.several_units(here, unit, number, slots);
        }
        if !self.definite(here) {
            return self.unit_of_weekday(here, unit, slots);
        }
        let mut here = here;
        if let Some((era, length)) = self.era_at(here + 1) {
            slots.era = Some(era);
            here += length;
        }
        if let Some((modifier, end)) = self.modifier(here + 1) {
            slots.period = Some((unit, modifier));
            return Some(end);
        }
        if this {
            slots.period = Some((unit, 0));
            return Some(here + 1);
        }
        self.bare_unit(here, unit, slots)
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
        let (sign, end) = self.direction(end)?;
        slots.counted = Some((unit, count, sign));
        Some(end)
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
    fn container(&self, at: usize, slots: &mut Slots) -> Option<usize> {
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

    fn rank(&self, at: usize) -> Option<i8> {
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

    /// «ربيع 2016», «الصيف الماضي», «الربع الثالث من 2022», «النصف الأول من العام».
    pub(super) fn season_or_quarter(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.season.is_some() || slots.quarter.is_some() || slots.half_year.is_some() {
            return None;
        }
        if let Some((season, length)) = self.marks.find(at, |w| if let Word::Season(s) = w { Some(s) } else { None }) {
            return self.season(at, length, season, slots);
        }
        self.marks.find(at, |w| matches!(w, Word::Fraction { numerator: 1, denominator: 2 | 4, .. }).then_some(()))?;
        self.quarter(at, slots)
    }

    fn season(&self, at: usize, length: usize, season: crate::vocabulary::Season, slots: &mut Slots) -> Option<usize> {
        let mut end = at + length;
        let mut supported = false;
        if let Some((modifier, after)) = self.modifier(end) {
            slots.modifier = Some(modifier);
            (end, supported) = (after, true);
        } else if self.exists(end)
            && (self.year_number(end).is_some() || self.is_unit(end, Unit::Year) || self.is(end, Word::This))
        {
            supported = true;
        }
        let before = at.checked_sub(1).is_some_and(|b| {
            self.is(b, Word::This)
                || self
                    .preposition(b)
                    .is_some_and(|(p, _)| matches!(p, Preposition::In | Preposition::Within | Preposition::Since))
        });
        if !(supported || self.definite(at) && before || self.is_alone(at, end) || slots.year.is_some()) {
            return None;
        }
        slots.season = Some(season);
        Some(end)
    }

    fn quarter(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let four = self.marks.is(at, |w| matches!(w, Word::Fraction { denominator: 4, .. }));
        if !self.has(at, Clitic::AL) || !self.exists(at + 1) || !self.definite(at + 1) {
            return None;
        }
        let rank = self.rank(at + 1).map(|r| if r < 0 { if four { 4 } else { 2 } } else { r })?;
        let mut trial = *slots;
        match (four, rank) {
            (true, 1..=4) => trial.quarter = Some(rank as u8),
            (false, 1..=2) => trial.half_year = Some(rank as u8),
            _ => return None,
        }
        let end = self.container(at + 2, &mut trial);
        if end.is_none() && trial.year.is_none() && trial.period.is_none() {
            return None;
        }
        *slots = trial;
        Some(end.unwrap_or(at + 2))
    }

    /// «السبعينيات», «تسعينيات القرن الماضي», «القرن العشرين», «القرن الحادي والعشرين».
    pub(super) fn decade(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.decade.is_some() || slots.century.is_some() || slots.year.is_some() {
            return None;
        }
        if let Some((value, length)) =
            self.marks.find(at, |w| if let Word::DecadeName { value } = w { Some(value) } else { None })
        {
            let end = at + length;
            let century = self.century(end).filter(|_| self.exists(end));
            let (base, end) = century.unwrap_or((1900, end));
            slots.decade = Some(base + i32::from(value));
            return Some(end);
        }
        let (century, end) = self.century(at)?;
        slots.century = Some(century);
        Some(end)
    }

    /// «القرن الماضي», «القرن التاسع عشر»: its first year.
    fn century(&self, at: usize) -> Option<(i32, usize)> {
        if !self.is_unit(at, Unit::Century) || !self.definite(at) || !self.exists(at + 1) {
            return None;
        }
        if let Some((modifier, end)) = self.modifier(at + 1) {
            let year = self.context.reference.map_or(2000, |r| i32::from(r.year()));
            return Some(((year / 100 + modifier) * 100, end));
        }
        let core = self.core(at + 1).filter(|c| c.form == Form::Words && c.definite)?;
        let (value, end) = self.whole(at + 1)?;
        let _ = cardinal(self.marks, at + 1);
        (value > 0 && value <= 30 && core.run.end == end).then_some(((value as i32 - 1) * 100, end))
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

//! Seasons, quarters, decades and centuries.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::Slots;
use crate::number::core::Form;
use crate::vocabulary::{Clitic, Preposition, Unit, Word};

impl Reader<'_, '_> {
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
        Some(self.two_years(end, slots).unwrap_or(end))
    }

    /// «شتاء 2013-2014»: named by the year in which it begins.
    fn two_years(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let (first, mark) = self.year_number(at).filter(|_| slots.year.is_none())?;
        let joined = matches!(self.kind(mark), TokenKind::Dash | TokenKind::Slash) && self.exists(mark + 1);
        let (second, end) = self.year_number(mark + 1).filter(|_| joined)?;
        (second == first + 1).then(|| {
            slots.year = Some(first);
            end
        })
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
            let of = end + usize::from(self.is_preposition(end, Preposition::From));
            let century = self.century(of).filter(|_| self.exists(of));
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
        (value > 0 && value <= 30 && core.run.end == end).then_some(((value as i32 - 1) * 100, end))
    }
}

//! Components that name days: weekdays and days of a month.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::Slots;
use crate::number::core::{Form, Sort};
use crate::vocabulary::{Clitic, Preposition, ScaleNumber, Unit, Word};

impl Reader<'_, '_> {
    /// «يوم الخميس», «الخميس المقبل», «ثلاثاء الأسبوع الماضي».
    pub(super) fn weekday(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.weekday.is_some() {
            return None;
        }
        let mut here = at;
        let named = self.is_unit(at, Unit::Day) || self.is(at, Word::This);
        if self.is(here, Word::This) {
            here += 1;
        }
        if self.is_unit(here, Unit::Day) {
            here += 1;
        }
        if !self.exists(here) && here != at {
            return None;
        }
        let (value, article) = self.marks.words(here).iter().find_map(|w| match *w {
            Word::Weekday { value, article } => Some((value, article)),
            _ => None,
        })?;
        let after_week = self.is_unit(here + 1, Unit::Week);
        let placed = self.has(here, Clitic::AL) || named && here > at || after_week;
        if article && !placed {
            return None;
        }
        slots.weekday = Some(value);
        let mut end = self.past_second_weekday(here + 1, value, slots);
        if let Some((modifier, after)) = self.modifier(end)
            && slots.modifier.is_none()
            && slots.period.is_none()
        {
            slots.modifier = Some(modifier);
            end = after;
        }
        Some(end)
    }

    /// «ليل الجمعة السبت», «ليلة الأحد - الاثنين»: the night between the two.
    fn past_second_weekday(&self, at: usize, value: u8, slots: &Slots) -> usize {
        let here = at + usize::from(matches!(self.kind(at), TokenKind::Dash | TokenKind::Slash));
        let next =
            self.marks.words(here).iter().any(|w| matches!(*w, Word::Weekday { value: v, .. } if v == value % 7 + 1));
        let between =
            slots.part.is_some_and(|p| p.timex == "NI") && self.exists(here) && self.has(here, Clitic::AL) && next;
        if between && !self.has(here, Clitic::AND) { here + 1 } else { at }
    }

    pub(super) fn is_unit(&self, at: usize, wanted: Unit) -> bool {
        self.exists(at)
            && self
                .marks
                .words(at)
                .iter()
                .any(|w| matches!(*w, Word::Unit { unit, number: ScaleNumber::Singular } if unit == wanted))
    }

    /// The unit noun at the token.
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, ScaleNumber)> {
        if !self.exists(at) && at > 0 {
            return None;
        }
        self.marks.words(at).iter().find_map(|w| match *w {
            Word::Unit { unit, number } => Some((unit, number)),
            _ => None,
        })
    }

    /// «يوم 14 يناير», «يوم 14/1/2011»
    pub(super) fn day_of_date(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if !self.is_unit(at, Unit::Day) || self.definite(at) || !self.exists(at + 1) {
            return None;
        }
        self.numeric_date(at + 1, slots)
            .or_else(|| self.day_and_month(at + 1, slots))
            .or_else(|| self.day_of_this_month(at + 1, slots))
    }

    /// «يوم 21»: a day whose month is not said.
    fn day_of_this_month(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let (day, end) = self.day_number(at).filter(|_| slots.is_empty() && self.core(at).is_some_and(|c| c.plain))?;
        let counted = self.exists(end)
            && (matches!(self.kind(end), TokenKind::Colon | TokenKind::Percent | TokenKind::Slash | TokenKind::Dash)
                || self.kind(end) == TokenKind::Word && self.preposition(end).is_none() && !self.definite(end));
        if counted {
            return None;
        }
        slots.day = Some(day);
        Some(end)
    }

    /// A number that may be a day of the month.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if self.is(at, Word::FirstDay) {
            return Some((1, at + 1));
        }
        let core = self.core(at)?;
        let (value, end) = self.whole(at)?;
        // «حرب الأيام الستة في يونيو» has no sixth of June.
        let amount = core.definite && core.form == Form::Words && core.sort == Sort::Cardinal && value <= 10;
        if core.form == Form::Digits && (!core.plain || core.digits > 2) || core.sort == Sort::Fraction || amount {
            return None;
        }
        u8::try_from(value).ok().filter(|d| (1..=31).contains(d)).map(|d| (d, end))
    }

    /// «12 يناير 2022», «الثاني من شباط», «20 من الشهر المقبل», «العاشر من شهر 10».
    pub(super) fn day_and_month(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.day.is_some() || slots.month.is_some() {
            return None;
        }
        let (day, after) = self.day_number(at)?;
        self.month_after_day(day, after, slots)
    }

    pub(super) fn month_after_day(&self, day: u8, after: usize, slots: &mut Slots) -> Option<usize> {
        let mut here = after;
        // 06-يناير-2022, «2/ أكتوبر»
        if matches!(self.kind(here), TokenKind::Dash | TokenKind::Slash) && self.joined(here) {
            here += 1;
        }
        if self.exists(here)
            && matches!(self.preposition(here), Some((Preposition::From | Preposition::In, 1)))
            && !self.has(here, Clitic::AND)
        {
            here += 1;
        }
        if !self.exists(here) {
            return None;
        }
        let mut trial = *slots;
        trial.day = Some(day);
        if let Some(end) = self.month_name(here, &mut trial, true) {
            *slots = trial;
            let mut end = end;
            if let Some((modifier, after)) = self.modifier(end)
                && slots.modifier.is_none()
            {
                slots.modifier = Some(modifier);
                end = after;
            }
            return Some(self.year_after(end, slots));
        }
        // «من الشهر المقبل», «من هذا الشهر», «هذا الشهر»
        if trial.period.is_none()
            && let Some(end) = self.period(here, &mut trial)
            && matches!(trial.period, Some((Unit::Month, _)))
        {
            *slots = trial;
            return Some(end);
        }
        None
    }

    /// «الخميس 14», «الأحد السابع عشر»: a day of the month after its weekday.
    pub(super) fn day_after_weekday(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.weekday.is_none()
            || slots.has_base()
            || slots.day.is_some()
            || slots.month.is_some()
            || slots.clock.is_some()
        {
            return None;
        }
        let core = self.core(at)?;
        let (day, end) = self.day_number(at)?;
        let ordinal = core.sort == Sort::Ordinal && core.definite && day > 10;
        let counted = self.kind(end) == TokenKind::Word
            && self.exists(end)
            && self.preposition(end).is_none()
            && !self.marks.is(end, |w| w == Word::Clock);
        if !(ordinal || core.plain && !counted) || self.kind(end) == TokenKind::Colon {
            return None;
        }
        slots.day = Some(day);
        Some(end)
    }
}

//! Components that name days, months and years.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::Slots;
use crate::number::core::{Form, Sort};
use crate::vocabulary::{Clitic, Era, Preposition, ScaleNumber, System, Unit, Word};

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
        let mut end = here + 1;
        if let Some((modifier, after)) = self.modifier(end)
            && slots.modifier.is_none()
            && slots.period.is_none()
        {
            slots.modifier = Some(modifier);
            end = after;
        }
        Some(end)
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
        self.numeric_date(at + 1, slots).or_else(|| self.day_and_month(at + 1, slots))
    }

    /// A number that may be a day of the month.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        let core = self.core(at)?;
        let (value, end) = self.whole(at)?;
        if core.form == Form::Digits && (!core.plain || core.digits > 2) || core.sort == Sort::Fraction {
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
        let mut of = false;
        // 06-يناير-2022
        if matches!(self.kind(here), TokenKind::Dash | TokenKind::Slash) && self.joined(here) && self.joined(here + 1) {
            here += 1;
        }
        if self.exists(here)
            && matches!(self.preposition(here), Some((Preposition::From | Preposition::In, 1)))
            && !self.has(here, Clitic::AND)
        {
            here += 1;
            of = true;
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
            let _ = of;
            *slots = trial;
            return Some(end);
        }
        None
    }

    /// «يناير», «شهر 9», «الشهر الثامن», «يناير/كانون الثاني», «كانون الثاني (يناير)».
    pub(super) fn month(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.month.is_some() || matches!(slots.period, Some((Unit::Month, _))) {
            return None;
        }
        let mut here = at;
        if self.is(here, Word::This) {
            here += 1;
        }
        let mut end = self.month_name(
            here,
            slots,
            slots.day.is_some() || here > at || slots.edge.is_some() || slots.nth.is_some(),
        )?;
        if let Some((modifier, after)) = self.modifier(end)
            && slots.modifier.is_none()
        {
            slots.modifier = Some(modifier);
            end = after;
        }
        if here > at && slots.modifier.is_none() {
            slots.modifier = Some(0);
        }
        // «شباط 13», «يناير 1»
        if slots.day.is_none()
            && let Some((day, after)) = self.day_number(end)
            && self.core(end).is_some_and(|c| c.plain)
            && !self.has(end, Clitic::AND)
            && self.exists(end)
            && self.unit(after).is_none()
            && self.kind(after) != TokenKind::Colon
        {
            slots.day = Some(day);
            end = after;
        }
        Some(self.year_after(end, slots))
    }

    /// The month name itself, its second name after a slash or in brackets included.
    fn month_name(&self, at: usize, slots: &mut Slots, sure: bool) -> Option<usize> {
        let mut here = at;
        let mut named = sure;
        if self.is_unit(here, Unit::Month) {
            if self.definite(here) {
                return self.numbered_month(here + 1, slots, true);
            }
            here += 1;
            named = true;
            if !self.exists(here) {
                return None;
            }
            if let Some(end) = self.numbered_month(here, slots, false) {
                return Some(end);
            }
        }
        let (value, system, mut end) = self.name_of_month(here, named)?;
        let mut after = end;
        if matches!(self.kind(after), TokenKind::Slash | TokenKind::Open | TokenKind::Dash) && self.exists(after) {
            let bracket = self.kind(after) == TokenKind::Open;
            after += 1;
            if let Some((other, _, stop)) = self.name_of_month(after, true).filter(|_| self.exists(after))
                && other == value
            {
                end = if bracket && self.kind(stop) == TokenKind::Close { stop + 1 } else { stop };
            }
        }
        slots.month = Some((value, system));
        Some(end)
    }

    /// «شهر 9», «الشهر الثامن»
    fn numbered_month(&self, at: usize, slots: &mut Slots, ordinal: bool) -> Option<usize> {
        let core = self.core(at).filter(|_| self.exists(at))?;
        let (value, end) = self.whole(at)?;
        let fits = (1..=12).contains(&value)
            && (!ordinal || core.sort == Sort::Ordinal && core.definite)
            && !self.has(at, Clitic::AND);
        if !fits {
            return None;
        }
        slots.month = Some((value as u8, System::Gregorian));
        Some(end)
    }

    fn name_of_month(&self, at: usize, sure: bool) -> Option<(u8, System, usize)> {
        let ((value, system, weak, madda), length) = self.marks.find(at, |w| match w {
            Word::Month { value, system, weak, madda } => Some((value, system, weak, madda)),
            _ => None,
        })?;
        let end = at + length;
        if weak && !sure && !self.supported(at, end, madda) {
            return None;
        }
        Some((value, system, end))
    }

    /// Whether what stands around a weak month name makes it one.
    fn supported(&self, at: usize, end: usize, madda: bool) -> bool {
        let document = self.marks.document();
        let original = document.text_of(tawatur_text::TokenRange::new(at, end));
        if madda && !original.contains('آ') {
            return false;
        }
        let after = matches!(self.kind(end), TokenKind::Slash)
            || self.year_number(end).is_some()
            || self.modifier(end).is_some();
        let before = at.checked_sub(1).is_some_and(|b| {
            self.preposition(b).is_some_and(|(p, _)| {
                matches!(
                    p,
                    Preposition::In | Preposition::Since | Preposition::Within | Preposition::To | Preposition::From
                )
            }) || self.marks.is(b, |w| matches!(w, Word::Edge(_)))
        });
        after || before || self.is_alone(at, end)
    }

    /// A year right after: «2022», «، 2022», «عام 2022», «من عام 1443».
    fn year_after(&self, at: usize, slots: &mut Slots) -> usize {
        let mut here = at;
        let tight =
            matches!(self.kind(here), TokenKind::Dash | TokenKind::Slash) && self.joined(here) && self.joined(here + 1);
        if (self.kind(here) == TokenKind::Comma || tight) && self.exists(here) {
            here += 1;
        }
        if slots.year.is_none()
            && let Some((year, end)) = self.year_number(here).filter(|_| self.exists(here))
        {
            slots.year = Some(year);
            return self.era(end, slots);
        }
        at
    }

    /// A number of three or four digits, or of words from a thousand up, that may be a year.
    pub(super) fn year_number(&self, at: usize) -> Option<(i32, usize)> {
        let core = self.core(at)?;
        let (value, end) = self.whole(at)?;
        let digits = core.plain && core.digits == 4 && (1000..2200).contains(&value);
        let words = core.form == Form::Words && core.sort == Sort::Cardinal && (1300..2100).contains(&value);
        let counted = self.unit(end).is_some_and(|(u, _)| u != Unit::Year) && self.exists(end);
        ((digits || words) && !self.has(at, Clitic::AND) && !counted).then_some((value as i32, end))
    }

    /// An era word at the token.
    pub(super) fn era_at(&self, at: usize) -> Option<(Era, usize)> {
        if !self.exists(at) || self.has(at, Clitic::AND) {
            return None;
        }
        self.marks.find(at, |w| if let Word::Era(e) = w { Some(e) } else { None })
    }

    /// «هـ», «ميلادي», «قبل الميلاد» after a year.
    pub(super) fn era(&self, at: usize, slots: &mut Slots) -> usize {
        if !self.exists(at) || slots.year.is_none() {
            return at;
        }
        if let Some((era, length)) = self.marks.find(at, |w| if let Word::Era(e) = w { Some(e) } else { None }) {
            slots.era = Some(era);
            return at + length;
        }
        // The tokenizer leaves «هـ» as the letter «ه».
        if self.text(at) == "ه" {
            slots.era = Some(Era::Hijri);
            return at + 1;
        }
        at
    }

    /// «عام 2021», «سنة ألف وتسعمئة وستين», «العام 1400 هجري».
    pub(super) fn year(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.year.is_some() || !self.is_unit(at, Unit::Year) || slots.period.is_some() {
            return None;
        }
        let core = self.core(at + 1).filter(|c| self.exists(at + 1) && c.sort != Sort::Fraction)?;
        let (value, end) = self.whole(at + 1)?;
        let long = value >= 100 || core.plain && core.digits >= 3;
        if !long || self.has(at + 1, Clitic::AND) {
            return None;
        }
        slots.year = Some(value as i32);
        Some(self.era(end, slots))
    }

    /// A bare year where the slots so far call for one: «ربيع 2016», «مطلع 2022», «عيد الفطر 2013».
    pub(super) fn bare_year(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let called = slots.season.is_some()
            || slots.quarter.is_some()
            || slots.half_year.is_some()
            || slots.edge.is_some()
            || slots.holiday.is_some()
            || slots.month.is_some()
            || slots.nth.is_some()
            || self.is_alone(at, at + 1);
        let before = at.checked_sub(1).is_some_and(|b| self.year_cue(b, at));
        if slots.year.is_some() || !(called || before && slots.is_empty()) {
            return None;
        }
        let (year, end) = self.year_number(at)?;
        if slots.is_empty() && !(1900..2100).contains(&year) {
            return None;
        }
        slots.year = Some(year);
        Some(self.era(end, slots))
    }

    /// «في 2014», «منذ 2011»: a preposition of time before, and no counted noun after.
    fn year_cue(&self, before: usize, at: usize) -> bool {
        let time = self.preposition(before).is_some_and(|(p, _)| {
            matches!(
                p,
                Preposition::In | Preposition::Since | Preposition::Within | Preposition::Before | Preposition::After
            )
        });
        let next = at + 1;
        let ends = !self.exists(next)
            || self.kind(next) != TokenKind::Word
            || self.preposition(next).is_some()
            || self.definite(next);
        time && ends && self.core(at).is_some_and(|c| (1900.0..2100.0).contains(&c.value))
    }

    /// A year in words alone: «سبتمبر 10، ألف وتسعمئة وواحد».
    pub(super) fn spelled_year(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.month.is_none() && slots.season.is_none() || slots.year.is_some() {
            return None;
        }
        let (year, end) = self.year_number(at)?;
        slots.year = Some(year);
        Some(self.era(end, slots))
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

    /// 21/09/2013, 2013-09-21, 21.9.2013, 21/09.
    pub(super) fn numeric_date(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.day.is_some() || slots.month.is_some() || slots.year.is_some() {
            return None;
        }
        let (parts, count, end) = self.dotted(at).or_else(|| self.parted(at))?;
        let (year, month, day) = order(parts, count)?;
        slots.day = Some(day);
        slots.year = year;
        let hijri = year.is_some_and(|y| (1300..1500).contains(&y));
        slots.month = Some((month, if hijri { System::Hijri } else { System::Gregorian }));
        Some(self.era(end, slots))
    }

    /// One token: 21.9.2013
    fn dotted(&self, at: usize) -> Option<([u32; 3], usize, usize)> {
        let mut parts = [0; 3];
        let mut count = 0;
        for part in self.text(at).split('.') {
            *parts.get_mut(count)? = part.parse().ok().filter(|_| part.len() <= 4)?;
            count += 1;
        }
        (count == 3).then_some((parts, 3, at + 1))
    }

    fn parted(&self, at: usize) -> Option<([u32; 3], usize, usize)> {
        let mark = self.kind(at + 1);
        if !matches!(mark, TokenKind::Slash | TokenKind::Dash) {
            return None;
        }
        let number = |i: usize| -> Option<u32> {
            let text = self.text(i);
            (self.kind(i) == TokenKind::Number && text.len() <= 4).then(|| text.parse().ok())?
        };
        let spaced = !self.joined(at + 1);
        let mut parts = [number(at)?, 0, 0];
        let (mut count, mut end) = (1, at + 1);
        while count < 3
            && self.kind(end) == mark
            && self.exists(end)
            && (spaced || self.joined(end) && self.joined(end + 1))
        {
            let Some(value) = number(end + 1).filter(|_| self.exists(end + 1)) else { break };
            if let Some(part) = parts.get_mut(count) {
                *part = value;
            }
            count += 1;
            end += 2;
        }
        let longer = self.kind(end) == mark && self.joined(end) && number(end + 1).is_some();
        let two_words = self.text(at).len() + self.text(at + 2).len() >= 3;
        (count == 3 || count == 2 && !spaced && two_words && mark == TokenKind::Slash)
            .then_some((parts, count, end))
            .filter(|_| !longer)
    }
}

/// Year, month, day by their sizes; day first where both orders are possible.
fn order(parts: [u32; 3], count: usize) -> Option<(Option<i32>, u8, u8)> {
    let [a, b, c] = parts;
    let valid = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    let pick = |year: Option<i32>, first: u32, second: u32| {
        if valid(second, first) {
            Some((year, second as u8, first as u8))
        } else if valid(first, second) {
            Some((year, first as u8, second as u8))
        } else {
            None
        }
    };
    if count == 2 {
        return pick(None, a, b);
    }
    if a >= 1000 {
        return if valid(b, c) { Some((Some(a as i32), b as u8, c as u8)) } else { pick(Some(a as i32), b, c) };
    }
    let year = match c {
        0..=49 => 2000 + c,
        50..=99 => 1900 + c,
        1000.. => c,
        _ => return None,
    };
    pick(Some(year as i32), a, b)
}

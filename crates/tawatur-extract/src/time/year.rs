//! Components that name years, with their eras.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::Slots;
use crate::number::core::{Form, Sort, joint};
use crate::vocabulary::{Clitic, Era, Preposition, ScaleNumber, Unit, Word};

/// The most years of one list.
const LONGEST_LIST: usize = 16;

impl Reader<'_, '_> {
    /// A year right after: «2022», «، 2022», «عام 2022», «من عام 1443».
    pub(super) fn year_after(&self, at: usize, slots: &mut Slots) -> usize {
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
        let bare = self.marks.clitics(end) == Clitic::default() && self.exists(end);
        let counted = bare && self.unit(end).is_some_and(|(u, _)| u != Unit::Year);
        ((digits || words) && !self.has(at, Clitic::AND) && !counted).then_some((value as i32, end))
    }

    /// «عامي 2011», «سنة 1990», 1990: a year where a range or a list of years is read.
    pub(super) fn plain_year(&self, at: usize) -> Option<(Slots, usize)> {
        let named = self.unit(at).is_some_and(|(u, _)| u == Unit::Year);
        let here = if named { at + 1 } else { at };
        let core = self.core(here).filter(|c| self.exists(here) && c.plain)?;
        // «بين 1500 و2000 شخص» are no years.
        let year = core.digits == 4
            && if named {
                (1000.0..2200.0).contains(&core.value)
            } else {
                (1900.0..2100.0).contains(&core.value) && self.counts_nothing(core.run.end)
            };
        let mut slots = Slots { year: Some(core.value as i32), ..Slots::default() };
        let end = self.era(core.run.end, &mut slots);
        year.then_some((slots, end))
    }

    /// «عامي 2011 و2014», «الأعوام 2019 و2020 و2021»: each year is a reading of its own, none where there is but one.
    pub(super) fn year_list(&self, at: usize) -> Option<Vec<(usize, Slots, usize)>> {
        if !self.unit(at).is_some_and(|(u, n)| u == Unit::Year && n != ScaleNumber::Singular) {
            return None;
        }
        let (slots, end) = self.plain_year(at)?;
        let mut years = vec![(at, slots, end)];
        while let Some((here, slots, end)) = years.last().and_then(|(_, _, end)| self.next_year(*end)) {
            if years.len() >= LONGEST_LIST {
                break;
            }
            years.push((here, slots, end));
        }
        (years.len() > 1).then_some(years)
    }

    fn counts_nothing(&self, at: usize) -> bool {
        !self.exists(at)
            || self.kind(at) != TokenKind::Word
            || self.preposition(at).is_some()
            || self.definite(at)
            || self.has(at, Clitic::AND)
            || self.text(at).starts_with('و')
            || self.text(at).starts_with("لل")
    }

    fn next_year(&self, at: usize) -> Option<(usize, Slots, usize)> {
        let after = at + usize::from(self.kind(at) == TokenKind::Comma);
        let here = joint(self.marks, after).or((after > at).then_some(after)).filter(|h| self.exists(*h))?;
        self.plain_year(here).map(|(slots, end)| (here, slots, end))
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
        time && self.counts_nothing(at + 1) && self.core(at).is_some_and(|c| (1900.0..2100.0).contains(&c.value))
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
}

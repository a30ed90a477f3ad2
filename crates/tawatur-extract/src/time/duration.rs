//! Lengths of time: «ثلاثة أيام», «ساعة ونصف», «سنتان وشهر».

use tawatur_model::Mode;
use tawatur_text::TokenKind;

use super::Prefer;
use super::phrase::Reader;
use super::slots::{Amount, Slots};
use crate::number::core::{self, Sort, joint};
use crate::vocabulary::{Bound, Classes, Clitic, Preposition, ScaleNumber, Side, Told, Unit, Word};

/// A length of time as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    pub(super) amount: Amount,
    pub(super) end: usize,
    /// Whether a number, a dual or a fraction stands in it, not only «شهر».
    pub(super) counted: bool,
    /// Whether it is only vaguely counted: «بضعة أيام».
    pub(super) vague: bool,
}

impl Reader<'_, '_> {
    /// The length of time that begins at the token.
    pub(super) fn length(&self, at: usize) -> Option<Length> {
        let mut amount = Amount::default();
        let (unit, count, mut end, mut counted, vague) = self.piece(at)?;
        amount.add(unit, count);
        end = self.tail(end, unit, &mut amount, &mut counted);
        while let Some((unit, count, next)) = self.next_piece(end) {
            if !amount.add(unit, count) {
                break;
            }
            counted = true;
            end = self.tail(next, unit, &mut amount, &mut counted);
        }
        Some(Length { amount, end, counted, vague })
    }

    /// A further piece after «و», a comma, or nothing between two counted pieces.
    fn next_piece(&self, at: usize) -> Option<(Unit, f64, usize)> {
        let mut here = at;
        if self.kind(here) == TokenKind::Comma && self.exists(here) {
            here += 1;
        }
        if !self.exists(here) {
            return None;
        }
        let part = joint(self.marks, here).unwrap_or(here);
        let (unit, count, end, counted, _) = self.piece(part)?;
        let joined = part > here || self.has(part, Clitic::AND);
        (joined || counted).then_some((unit, count, end))
    }

    /// One number with its unit: the unit, how many, the end, whether counted, whether vague.
    fn piece(&self, at: usize) -> Option<(Unit, f64, usize, bool, bool)> {
        if let Some((value, ..)) = self.half_of(at)
            && let Some((unit, ScaleNumber::Singular)) = self.unit(at + 1).filter(|_| self.exists(at + 1))
        {
            return Some((unit, value, at + 2, true, false));
        }
        if let Some(core) = self.core(at).filter(|c| c.sort != Sort::Ordinal && !c.definite) {
            let here = core.run.end;
            let (unit, number) = self.unit(here).filter(|_| self.exists(here))?;
            let clear = number != ScaleNumber::Dual
                && self.marks.clitics(here).0 & !Clitic::AL == 0
                && !self.has(here, Clitic::AL)
                && !self.names_weekday(here + 1)
                && !self.is_year_label(core.value, core.plain, unit);
            return clear.then(|| (unit, core.decimal_for_unit(), here + 1, true, false));
        }
        if let Some(vague) =
            crate::number::core::read(self.marks, at, true).filter(|c| c.sort == Sort::Vague && c.high < 10.0)
        {
            let (unit, ScaleNumber::Plural) = self.unit(vague.run.end)? else { return None };
            return Some((unit, 3.0, vague.run.end + 1, true, true));
        }
        let (unit, number) = self.unit(at)?;
        if self.has(at, Clitic::AL) || number == ScaleNumber::Plural || self.heads_names(at, unit, number) {
            return None;
        }
        let count = if number == ScaleNumber::Dual { 2.0 } else { 1.0 };
        let one = self.whole(at + 1).filter(|(v, _)| *v == 1 && number == ScaleNumber::Singular && self.exists(at + 1));
        match one {
            Some((_, end)) if self.core(at + 1).is_some_and(|c| c.sort == Sort::Cardinal) => {
                Some((unit, 1.0, end, true, false))
            }
            _ => Some((unit, count, at + 1, number == ScaleNumber::Dual, false)),
        }
    }

    /// «يومي 17 و18», «يومي الخميس والجمعة», «عامي 2011 و2014»: the dual of what is named after it.
    fn heads_names(&self, at: usize, unit: Unit, number: ScaleNumber) -> bool {
        let construct = number == ScaleNumber::Dual && unit >= Unit::Day && self.text(at).ends_with('ي');
        construct && (self.is_number_or_name(at + 1) || self.marks.meets(at + 1, Classes::MONTH))
    }

    /// «نصف», «ربع» before a unit.
    fn half_of(&self, at: usize) -> Option<(f64, bool, bool)> {
        core::fraction(self.marks, at).filter(|(_, weak, plural)| !weak && !plural)
    }

    pub(super) fn names_weekday(&self, at: usize) -> bool {
        self.exists(at)
            && self.has(at, Clitic::AL)
            && self.marks.words(at).iter().any(|w| matches!(w, Word::Weekday { .. }))
    }

    /// «2021 عام» is no length.
    fn is_year_label(&self, value: f64, plain: bool, unit: Unit) -> bool {
        plain && unit == Unit::Year && (1900.0..2100.0).contains(&value)
    }

    /// «ساعة ونصف», «ساعة إلا ربع», «ساعة ونصف الساعة»
    fn tail(&self, at: usize, unit: Unit, amount: &mut Amount, counted: &mut bool) -> usize {
        if !self.exists(at) {
            return at;
        }
        if self.marks.words(at).contains(&Word::Less)
            && let Some((value, ..)) = self.half_of(at + 1)
        {
            amount.add(unit, -value);
            *counted = true;
            return at + 2;
        }
        let Some(part) = joint(self.marks, at) else { return at };
        let Some((value, ..)) = self.half_of(part) else { return at };
        match self.unit(part + 1).filter(|_| self.exists(part + 1)) {
            Some((same, ScaleNumber::Singular)) if same == unit && self.definite(part + 1) => {
                amount.add(unit, value);
                *counted = true;
                part + 2
            }
            Some(_) => at,
            None => {
                amount.add(unit, value);
                *counted = true;
                part + 1
            }
        }
    }

    /// «قبل 30 عاما», «بعد يومين», «منذ ثلاثة أشهر».
    pub(super) fn shifted(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.has_base() && !slots.now || self.has(at, Clitic::AND) && !slots.is_empty() {
            return None;
        }
        if let Some(end) = self.shifted_from_told(at, slots) {
            return Some(end);
        }
        let (preposition, length) = self.preposition(at)?;
        let here = self.past_bound(at + length);
        if !self.exists(here) {
            return None;
        }
        let sign = match preposition {
            Preposition::Before | Preposition::Since => -1,
            Preposition::After => 1,
            Preposition::From if slots.is_empty() => -1,
            _ => return None,
        };
        let read = self.length(here)?;
        let single = !read.counted
            && self.unit(here).is_some_and(|(u, _)| u == Unit::Day || u == Unit::Year)
            && self.is_number_or_name(read.end);
        let future_from = preposition == Preposition::From && !self.is_alone(at, read.end);
        if single || future_from || self.hangs_on_event(read.end) {
            return None;
        }
        let mut made = *slots;
        made.now = false;
        made.shift = Some((read.amount, sign));
        let mut end = read.end;
        let from_now = self.preposition(end).filter(|(p, _)| *p == Preposition::FromNow && self.exists(end));
        end += from_now.map_or(0, |(_, length)| length);
        if let Some((era, length)) = self.era_at(end) {
            made.era = Some(era);
            end += length;
        }
        if sign > 0 && from_now.is_none() && slots.is_empty() && self.is_told(at, end, read.counted, &mut made) {
            return None;
        }
        *slots = made;
        Some(end)
    }

    /// In a report, «بعد يومين» counts from what was told before, not from the day of publication: from the time told
    /// of last, and where there is none, from no known time (then this says so).
    fn is_told(&self, at: usize, end: usize, counted: bool, made: &mut Slots) -> bool {
        let goes_on = self.kind(end) != TokenKind::Comma && self.following(end, &mut { *made }).is_some();
        if self.context.prefer == Prefer::Future || self.is_alone(at, end) || goes_on {
            return false;
        }
        made.told = Some(Told::Perhaps);
        !(counted && self.has_told_of(made))
    }

    /// «بعد ذلك بيومين», «قبلها بأسبوع».
    fn shifted_from_told(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let of = self.marks.words(at).iter().find_map(|w| if let Word::ToldOf(p) = *w { Some(p) } else { None });
        let (preposition, here) = match of {
            Some(preposition) => (preposition, at + 1),
            None => {
                let (preposition, length) = self.preposition(at)?;
                let that = self.is(at + length, Word::That) || self.is(at + length, Word::This);
                (preposition, that.then_some(at + length + 1)?)
            }
        };
        let sign = match preposition {
            Preposition::Before => -1,
            Preposition::After => 1,
            _ => return None,
        };
        if !self.exists(here) || !self.has(here, Clitic::BI) || !slots.is_empty() {
            return None;
        }
        let read = self.length(here).filter(|l| !l.vague)?;
        let made = Slots { shift: Some((read.amount, sign)), told: Some(Told::Surely), ..Slots::default() };
        if !self.has_told_of(&made) {
            return None;
        }
        *slots = made;
        Some(read.end)
    }

    /// «قبل نحو ثلاثة أسابيع», «منذ أكثر من عام»: where the length begins.
    fn past_bound(&self, at: usize) -> usize {
        let bound = |w: Word| {
            if let Word::Bound(Bound { mode, side: Side::Before | Side::Both, .. }) = w { Some(mode) } else { None }
        };
        let kept = |(mode, length)| matches!(mode, Mode::About | Mode::Over | Mode::AtLeast).then_some(length);
        if !self.exists(at) {
            return at;
        }
        self.marks.find(at, bound).and_then(kept).map_or(at, |length: usize| at + length)
    }

    fn is_number_or_name(&self, at: usize) -> bool {
        self.exists(at) && (self.core(at).is_some() || self.names_weekday(at))
    }

    /// «قبل ساعتين من الهجوم», «بعد يوم على توقيع الاتفاق»: counted from an event, not from now.
    fn hangs_on_event(&self, at: usize) -> bool {
        if !self.exists(at) || self.has(at, Clitic::AND) {
            return false;
        }
        match self.preposition(at) {
            Some((Preposition::FromNow, _)) => false,
            Some((Preposition::From, 1)) => self.exists(at + 1),
            Some((Preposition::At, 1)) => self.text(at) == "علي",
            _ => false,
        }
    }

    /// «ثلاثة أيام من الآن», «2 سنة 1 شهر من الآن»
    pub(super) fn duration_from_now(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.has_base() {
            return None;
        }
        let read = self.length(at).filter(|l| l.counted)?;
        let (Preposition::FromNow, length) = self.preposition(read.end).filter(|_| self.exists(read.end))? else {
            return None;
        };
        slots.shift = Some((read.amount, 1));
        Some(read.end + length)
    }
}

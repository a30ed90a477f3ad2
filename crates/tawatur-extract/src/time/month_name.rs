//! Components that name months: «يناير», «شهر 9», «الشهر الثامن», «يناير/كانون الثاني».

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::Slots;
use crate::number::core::Sort;
use crate::vocabulary::{Clitic, Preposition, System, Unit, Word};

impl Reader<'_, '_> {
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
        // «شباط 13», «يناير 1», «مايو الحادي عشر»
        if slots.day.is_none()
            && let Some((day, after)) = self.day_number(end)
            && self.core(end).is_some_and(|c| c.plain || c.sort == Sort::Ordinal && c.definite)
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
    pub(super) fn month_name(&self, at: usize, slots: &mut Slots, sure: bool) -> Option<usize> {
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
        } else if let Some((other, _, stop)) = self.name_of_month(after, true)
            && other == value
            && self.exists(after)
            && self.marks.clitics(after) == Clitic::default()
        {
            // «يناير كانون الثاني»: both names, nothing between them.
            end = stop;
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
        let past_comma = |at: usize| at + usize::from(self.kind(at) == TokenKind::Comma);
        let dated = self.day_number(end).is_some_and(|(_, stop)| self.year_number(past_comma(stop)).is_some());
        let after = dated
            || matches!(self.kind(end), TokenKind::Slash)
            || self.year_number(past_comma(end)).is_some()
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
}

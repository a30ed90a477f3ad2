//! Dates in digits: 21/09/2013, 2013-09-21, 21.9.2013, 21/09.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::Slots;
use crate::vocabulary::System;

impl Reader<'_, '_> {
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
        Some(self.stamp(end, slots).unwrap_or_else(|| self.era(end, slots)))
    }

    /// The time of day of an ISO 8601 timestamp: 2013-09-21T14:05:00Z.
    fn stamp(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let letter = |i: usize, letter: &str| self.joined(i) && self.text(i).eq_ignore_ascii_case(letter);
        if !letter(at, "t") || !self.joined(at + 1) {
            return None;
        }
        let end = self.digital_clock(at + 1, slots)?;
        if letter(end, "z") {
            slots.zone = Some(Some(0));
            return Some(end + 1);
        }
        Some(end)
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

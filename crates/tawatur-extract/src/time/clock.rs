//! Components that name a time of day.

use tawatur_text::TokenKind;

use super::phrase::Reader;
use super::slots::{Clock, Slots};
use crate::number::core::{Form, Sort, joint};
use crate::vocabulary::{Clitic, Half, Part, Preposition, Unit, Word};

impl Reader<'_, '_> {
    /// «الساعة 3», «الساعة الثالثة والنصف», «الثالثة وربع»
    pub(super) fn clock(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.clock.is_some() || slots.minute_only.is_some() {
            return None;
        }
        if let Some(length) = self.clock_word(at) {
            let here = at + length;
            if !self.exists(here) {
                return None;
            }
            return self.digital_clock(here, slots).or_else(|| {
                let (clock, end) = self.hour(here, true)?;
                slots.clock = Some(clock);
                Some(end)
            });
        }
        self.minute_of_hour(at, slots)
    }

    /// «الساعة» and its like.
    pub(super) fn clock_word(&self, at: usize) -> Option<usize> {
        self.marks
            .find(at, |w| (w == Word::Clock).then_some(()))
            .filter(|(_, length)| *length > 1 || self.definite(at))
            .map(|(_, length)| length)
    }

    /// «الدقيقة 59»: a minute of the present hour.
    fn minute_of_hour(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if !self.is_unit(at, Unit::Minute) || !self.definite(at) || !slots.is_empty() || !self.exists(at + 1) {
            return None;
        }
        let (minute, end) = self.whole(at + 1)?;
        if minute > 59 || self.kind(end) == TokenKind::Colon {
            return None;
        }
        slots.minute_only = Some(minute as u8);
        Some(end)
    }

    /// 12:30, 12:30:15
    pub(super) fn digital_clock(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.clock.is_some() || self.kind(at) != TokenKind::Number {
            return None;
        }
        let number = |i: usize| -> Option<u8> {
            (self.kind(i) == TokenKind::Number && self.text(i).len() <= 2).then(|| self.text(i).parse().ok())?
        };
        let colon = |i: usize| self.kind(i) == TokenKind::Colon && self.joined(i) && self.joined(i + 1);
        let hour = number(at).filter(|h| *h <= 24)?;
        if !colon(at + 1) {
            return None;
        }
        let minute = number(at + 2).filter(|m| *m < 60 && self.text(at + 2).len() == 2)?;
        let mut end = at + 3;
        let mut second = None;
        if colon(end) {
            second = number(end + 1).filter(|s| *s < 60);
            end += if second.is_some() { 2 } else { 0 };
        }
        slots.clock = Some(Clock { hour, minute: Some(minute), second, less: 0 });
        Some(end)
    }

    /// An hour with its minutes; `sure` after «الساعة».
    pub(super) fn hour(&self, at: usize, sure: bool) -> Option<(Clock, usize)> {
        let core = self.core(at)?;
        if self.has(at, Clitic::AND) && !sure || core.sort == Sort::Fraction {
            return None;
        }
        let (mut hour, mut minute, mut end) = (core.value.trunc(), None, core.run.end);
        if core.fractional {
            // 14.30
            minute = self.text(at).split(['.', ',']).nth(1).filter(|m| m.len() == 2).and_then(|m| m.parse().ok());
            minute?;
        } else if core.value.fract() > 0.0 {
            minute = Some((core.value.fract() * 60.0).round() as u8);
        } else if core.value > 24.0 || core.parts.is_some() {
            // «خمسة وخمسين دقيقة», «الثامنة والعشرين دقيقة»
            let low = core.value % 10.0;
            if core.value >= 60.0 || low == 0.0 || core.form == Form::Digits || !(self.is_minutes(end) || sure) {
                return None;
            }
            (hour, minute) = (low, Some((core.value - low) as u8));
            end += usize::from(self.is_minutes(end));
        }
        if !(0.0..=24.0).contains(&hour) || core.form == Form::Digits && core.digits > 2 {
            return None;
        }
        let mut clock = Clock { hour: hour as u8, minute, second: None, less: 0 };
        if minute.is_none() {
            end = self.minutes(end, &mut clock);
        }
        Some((clock, end))
    }

    fn is_minutes(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|(u, _)| u == Unit::Minute) && self.exists(at)
    }

    /// «ونصف», «والربع», «و18 دقيقة», «إلا ثلثا», «وخمس دقائق»
    fn minutes(&self, at: usize, clock: &mut Clock) -> usize {
        if !self.exists(at) {
            return at;
        }
        if self.marks.words(at).contains(&Word::Less) {
            if let Some((minutes, end)) = self.clock_part(at + 1).or_else(|| self.minute_count(at + 1)) {
                clock.less = minutes;
                return end;
            }
            return at;
        }
        let Some(part) = joint(self.marks, at) else { return at };
        if let Some((minutes, end)) = self.clock_part(part) {
            clock.minute = Some(minutes);
            return self.more_minutes(end, clock);
        }
        if let Some((minutes, end)) = self.minute_count(part) {
            clock.minute = Some(minutes);
            return self.seconds(end, clock);
        }
        at
    }

    /// «والنصف وخمس دقائق»
    fn more_minutes(&self, at: usize, clock: &mut Clock) -> usize {
        let more = joint(self.marks, at).filter(|_| self.exists(at)).and_then(|part| self.minute_count(part));
        match more {
            Some((minutes, end)) => {
                clock.minute = clock.minute.map(|m| (m + minutes).min(59));
                end
            }
            None => at,
        }
    }

    fn seconds(&self, at: usize, clock: &mut Clock) -> usize {
        let found = joint(self.marks, at).filter(|_| self.exists(at)).and_then(|part| {
            let (value, end) = self.whole(part)?;
            self.unit(end).filter(|(u, _)| *u == Unit::Second)?;
            Some((u8::try_from(value).ok()?, end + 1))
        });
        match found {
            Some((seconds, end)) if seconds < 60 => {
                clock.second = Some(seconds);
                end
            }
            _ => at,
        }
    }

    fn clock_part(&self, at: usize) -> Option<(u8, usize)> {
        if !self.exists(at) {
            return None;
        }
        let minutes = self.marks.words(at).iter().find_map(|w| match *w {
            Word::ClockPart { minutes } => Some(minutes),
            _ => None,
        })?;
        // «ونصف ساعة» is a length of time.
        (!self.unit(at + 1).is_some_and(|(u, _)| u != Unit::Hour || !self.definite(at + 1)))
            .then_some((minutes, at + 1))
    }

    /// «18 دقيقة», «خمس دقائق»; without the unit where a part of the day follows.
    fn minute_count(&self, at: usize) -> Option<(u8, usize)> {
        let (value, end) = self.whole(at).filter(|_| self.exists(at))?;
        // «بين الخامسة والسادسة مساء» are two hours.
        self.core(at).filter(|c| c.sort != Sort::Ordinal)?;
        let minutes = u8::try_from(value).ok().filter(|m| (1..60).contains(m))?;
        if self.is_minutes(end) {
            return Some((minutes, end + 1));
        }
        (self.day_part(end).is_some() && self.exists(end)).then_some((minutes, end))
    }

    /// «3 صباحا», «السابعة مساء», «الثالثة والنصف»: an hour that only what follows makes one.
    pub(super) fn hour_with_part(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.clock.is_some() || slots.part.is_some() && slots.relative.is_none() {
            return None;
        }
        let core = self.core(at)?;
        let ordinal = core.sort == Sort::Ordinal
            && core.definite
            && core.value <= 12.0
            && self.text(at).ends_with('ه') | self.text(at).ends_with("ولي") | (core.value > 10.0);
        let (clock, end) = self.hour(at, false)?;
        if clock.hour == 0 && clock.minute.is_none() || clock.hour > 24 {
            return None;
        }
        let mut here = end;
        if self.is_preposition(here, Preposition::In) || self.is_preposition(here, Preposition::From) {
            here += 1;
        }
        let part = (self.exists(here) && !self.has(here, Clitic::AND)).then(|| self.day_part(here)).flatten();
        let adverb = part.is_some_and(|(p, _, meridiem)| {
            meridiem && (core.form == Form::Digits || ordinal)
                || !meridiem && (here > end || p.is_some_and(|p| !p.weak) || self.definite(here))
        });
        let with_minutes = ordinal && (clock.minute.is_some() || clock.less > 0);
        let zoned = ordinal && self.exists(end) && self.marks.is(end, |w| w == Word::Reckoning);
        if !(adverb || with_minutes || zoned) {
            return None;
        }
        slots.clock = Some(clock);
        Some(end)
    }

    /// The part of the day or the meridiem at the token: its length, and whether it is a meridiem.
    fn day_part(&self, at: usize) -> Option<(Option<Part>, usize, bool)> {
        self.marks
            .find(at, |w| match w {
                Word::Part(p) => Some((Some(p), false)),
                Word::Meridiem(_) => Some((None, true)),
                _ => None,
            })
            .map(|((p, m), length)| (p, length, m))
    }

    /// «مساء», «فجر», «بعد الظهر», «ص».
    pub(super) fn part(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if self.is(at, Word::This) {
            return self.part_of_today(at + 1, slots);
        }
        let (word, length) = self.marks.find(at, |w| matches!(w, Word::Part(_) | Word::Meridiem(_)).then_some(w))?;
        match word {
            Word::Part(part) if slots.part.is_none() && !slots.now => {
                slots.part = Some(part);
                let end = at + length;
                Some(if self.is(end, Word::Early) { end + 1 } else { end })
            }
            Word::Meridiem(half) if slots.clock.is_some() && slots.half.is_none() && half != Half::Any => {
                slots.half = Some(half);
                Some(at + length)
            }
            _ => None,
        }
    }

    /// «هذا المساء», «هذه الليلة»
    fn part_of_today(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if !slots.is_empty() || !self.definite(at) || !self.exists(at) {
            return None;
        }
        let (part, length) = self.marks.find(at, |w| if let Word::Part(p) = w { Some(p) } else { None })?;
        (slots.relative, slots.part) = (Some(0), Some(part));
        Some(at + length)
    }

    /// «في وقت متأخر من الليل», «أواخر الصباح»
    pub(super) fn part_edge(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let edge = |w: Word| if let Word::PartEdge(e) | Word::Edge(e) = w { Some(e) } else { None };
        let (edge, length) = self.marks.find(at, edge).filter(|_| slots.part.is_none())?;
        let mut trial = *slots;
        let end = self.part(at + length, &mut trial).filter(|_| self.exists(at + length))?;
        trial.part.filter(|p| !p.point)?;
        trial.part_edge = Some(edge);
        *slots = trial;
        Some(end)
    }

    /// «بتوقيت غرينتش», «بالتوقيت المحلي», «(15:00 ت.غ)»
    pub(super) fn zone(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        slots.clock?;
        if slots.zone.is_some() {
            return None;
        }
        let mut here = at;
        if let Some((_, length)) = self.marks.find(here, |w| (w == Word::Reckoning).then_some(())) {
            here += length;
        }
        let named = here > at;
        let zone = self.marks.find(here, |w| if let Word::Zone { minutes } = w { Some(minutes) } else { None });
        match zone {
            Some((minutes, length)) if named || minutes == Some(0) && self.exists(here) => {
                slots.zone = Some(minutes);
                Some(here + length)
            }
            _ => None,
        }
    }
}

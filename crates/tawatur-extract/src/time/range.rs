//! Ranges: «من 13 إلى 15 يوليو», «بين الخميس والسبت», «الساعة 3 إلى 5 مساء».

use jiff::civil::DateTime;

use super::Grain;
use super::phrase::Reader;
use super::resolve::Stretch;
use super::slots::Slots;
use crate::number::core::{Form, Sort};
use crate::vocabulary::{Clitic, Half, Preposition, Unit, Word};

/// One end of a range.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::large_enum_variant)] // Two of them live at a time, on the stack.
enum End {
    Slots(Slots),
    /// A number that the other end makes a day or an hour.
    Number {
        value: u32,
        spoken: bool,
    },
}

/// A range as read: its tokens' end, its slots, and its place.
#[derive(Clone, Debug)]
pub(super) struct Range {
    pub(super) end: usize,
    pub(super) first: Slots,
    pub(super) last: Slots,
    pub(super) from: Option<DateTime>,
    pub(super) to: Option<DateTime>,
    pub(super) grain: Grain,
}

impl Reader<'_, '_> {
    /// A range that begins at the token.
    ///
    /// `phrase` is the expression that begins there, already read.
    pub(super) fn range(&self, at: usize, phrase: Option<(Slots, usize)>) -> Option<Range> {
        let (from, here) = match self.preposition(at) {
            Some((p @ (Preposition::From | Preposition::Between), length)) => (Some(p), at + length),
            _ if self.marks.words(at).contains(&Word::Preposition(Preposition::From)) => {
                (Some(Preposition::From), at + 1)
            }
            _ => (None, at),
        };
        if from.is_some() && !self.exists(here) {
            return None;
        }
        let known = if from.is_some() { self.phrase(here) } else { phrase };
        let (first, after) = self.range_end(here, known, from.is_some())?;
        let second_at = self.link(after, from)?;
        if !self.exists(second_at) {
            return None;
        }
        let (second, end) = self.second_end(second_at, &first, from.is_some())?;
        let alone = self.is_alone(at, end);
        let (first, last) = joined(first, second, alone)?;
        self.made(first, last, end)
    }

    /// «الأسبوع المقبل بين الأربعاء والجمعة», «نوفمبر بين 19 و20»: a range inside the period before it.
    pub(super) fn framed_range(&self, frame: &Slots, at: usize) -> Option<Range> {
        let week = matches!(frame.period, Some((Unit::Week, _))) && frame.weekday.is_none();
        let month = frame.month.is_some() && frame.day.is_none();
        let (from, length) = self.preposition(at).filter(|_| (week || month) && self.exists(at))?;
        if !matches!(from, Preposition::From | Preposition::Between) {
            return None;
        }
        let here = at + length;
        let (first, after) = self.range_end(here, self.phrase(here), true)?;
        let second_at = self.link(after, Some(from)).filter(|s| self.exists(*s))?;
        let (second, end) = self.second_end(second_at, &first, true)?;
        let within = |e: End| match e {
            End::Slots(s) if week && s.weekday.is_some() && !s.has_base() && s.day.is_none() && s.month.is_none() => {
                Some(Slots { weekday: s.weekday, ..*frame })
            }
            End::Number { value, .. } if month => Some(Slots { day: u8::try_from(value).ok(), ..*frame }),
            _ => None,
        };
        self.made(within(first)?, within(second)?, end)
    }

    fn made(&self, first: Slots, last: Slots, end: usize) -> Option<Range> {
        if !(first.has_date() || first.has_time()) || !(last.has_date() || last.has_time()) {
            return None;
        }
        let (a, b) = (self.resolved(&first), self.resolved(&last));
        let grain = a.map_or(Grain::Day, |a| a.grain).min(b.map_or(Grain::Century, |b| b.grain));
        let mut from = a.map(|a| a.start);
        let clocked = first.clock.is_some() && last.clock.is_some();
        let mut to = b.map(|b| if clocked { b.start } else { b.end });
        if let (Some(a), Some(b)) = (a, b) {
            let b = if clocked { Stretch { end: b.start, ..b } } else { b };
            (from, to) = self.ordered(&first, &last, a, b);
        }
        Some(Range { end, first, last, from, to, grain })
    }

    /// Puts right a range whose ends were each settled on their own.
    fn ordered(&self, first: &Slots, last: &Slots, a: Stretch, b: Stretch) -> (Option<DateTime>, Option<DateTime>) {
        if a.start <= b.start {
            return (Some(a.start), Some(b.end));
        }
        let moved = |s: Stretch, unit: Unit, by: f64| {
            let start = super::calendar::step(s.start, unit, by);
            let end = super::calendar::step(s.end, unit, by);
            (start, end)
        };
        if first.clock.is_some() && last.clock.is_some() {
            return (Some(a.start), moved(b, Unit::Day, 1.0).1);
        }
        if first.month.is_some() && first.year.is_none() {
            return (moved(a, Unit::Year, -1.0).0, Some(b.end));
        }
        if first.weekday.is_some() && first.day.is_none() {
            return (moved(a, Unit::Week, -1.0).0, Some(b.end));
        }
        (Some(a.start), Some(b.end))
    }

    /// An expression, or a number that may be one end.
    fn range_end(&self, at: usize, phrase: Option<(Slots, usize)>, prefixed: bool) -> Option<(End, usize)> {
        if let Some((slots, end)) = phrase {
            return Some((End::Slots(slots), end));
        }
        if prefixed && let Some((slots, end)) = self.plain_year(at) {
            return Some((End::Slots(slots), end));
        }
        let core = self.core(at).filter(|c| c.sort != Sort::Fraction && !c.fractional)?;
        if prefixed
            && core.definite
            && core.value < 13.0
            && let Some((slots, end)) = self.spoken_hour(at)
        {
            return Some((End::Slots(slots), end));
        }
        let (value, end) = self.whole(at).filter(|(v, _)| (1..=31).contains(v))?;
        if core.form == Form::Digits && !core.plain {
            return None;
        }
        if !prefixed && core.form != Form::Digits {
            return None;
        }
        let spoken = core.definite && value <= 12;
        Some((End::Number { value, spoken }, end))
    }

    /// «الأربعة ونصف» inside a range of hours.
    fn spoken_hour(&self, at: usize) -> Option<(Slots, usize)> {
        let (slots, end) = self.hour_phrase(at)?;
        let clock = slots.clock?;
        (clock.minute.is_some() || clock.less > 0 || slots.part.is_some() || slots.has_date()).then_some((slots, end))
    }

    fn second_end(&self, at: usize, first: &End, prefixed: bool) -> Option<(End, usize)> {
        let clock = matches!(first, End::Slots(s) if s.clock.is_some());
        if clock && let Some((slots, end)) = self.hour_phrase(at) {
            return Some((End::Slots(slots), end));
        }
        let year = matches!(first, End::Slots(s) if s.year.is_some() && s.month.is_none() && s.day.is_none());
        if year && let Some((slots, end)) = self.plain_year(at) {
            return Some((End::Slots(slots), end));
        }
        self.range_end(at, self.phrase(at), prefixed || clock)
    }

    /// Where the second end begins, past the word or mark between the two.
    fn link(&self, at: usize, from: Option<Preposition>) -> Option<usize> {
        if !self.exists(at) {
            return None;
        }
        let between = from == Some(Preposition::Between);
        if between {
            return crate::number::core::joint(self.marks, at);
        }
        if self.is_dash(at) {
            return Some(at + 1);
        }
        if let Some((Preposition::To, length)) = self.preposition(at) {
            return Some(at + length);
        }
        (from.is_some() && self.has(at, Clitic::LI)).then_some(at)
    }

    /// «من الساعة 4 ونصف», «حتى الساعة 11» standing alone.
    pub(super) fn open_range(&self, at: usize) -> Option<(bool, Slots, usize)> {
        let (preposition, length) = self.preposition(at)?;
        let opens = match preposition {
            Preposition::From => true,
            Preposition::To => false,
            _ => return None,
        };
        let (slots, end) = self.phrase(at + length)?;
        (slots.clock.is_some() && self.is_alone(at, end)).then_some((opens, slots, end))
    }
}

/// Two ends, each completed from the other.
fn joined(first: End, second: End, alone: bool) -> Option<(Slots, Slots)> {
    match (first, second) {
        (End::Slots(a), End::Slots(b)) => Some(completed(a, b)),
        (End::Number { value, .. }, End::Slots(b)) => Some((numbered(value, &b)?, b)),
        (End::Slots(a), End::Number { value, .. }) => Some((a, numbered(value, &a)?)),
        (End::Number { value: a, spoken: true }, End::Number { value: b, spoken: true }) if alone => {
            Some((hours(a), hours(b)))
        }
        _ => None,
    }
}

fn hours(value: u32) -> Slots {
    let clock = super::slots::Clock { hour: value as u8, minute: None, second: None, less: 0 };
    Slots { clock: Some(clock), ..Slots::default() }
}

/// The number as a day or an hour like the other end.
fn numbered(value: u32, other: &Slots) -> Option<Slots> {
    let value = u8::try_from(value).ok()?;
    if other.clock.is_some() {
        let mut slots = *other;
        slots.clock = Some(super::slots::Clock { hour: value, minute: None, second: None, less: 0 });
        return Some(halved(slots, other));
    }
    other.day?;
    Some(Slots { day: Some(value), weekday: None, ..*other })
}

/// An hour after that of the other half of the day keeps no word of it.
fn halved(mut slots: Slots, other: &Slots) -> Slots {
    let (Some(mine), Some(theirs)) = (slots.clock, other.clock) else { return slots };
    let crosses = mine.hour > theirs.hour && theirs.hour < 12 && mine.hour <= 12;
    if crosses && slots.part.is_some_and(|p| p.half == Half::Evening) {
        slots.part = None;
        slots.half = None;
    }
    slots
}

/// «هذا الأسبوع من الثلاثاء إلى الخميس»: both weekdays are of the week that is named beside one of them.
fn share_week(a: &mut Slots, b: &mut Slots) {
    let week = |s: &Slots| s.period.filter(|(unit, _)| *unit == Unit::Week && s.weekday.is_some());
    let bare = |s: &Slots| s.weekday.is_some() && !s.has_base() && s.day.is_none() && s.month.is_none();
    match (week(a), week(b)) {
        (Some(of), None) if bare(b) => (b.period, b.told) = (Some(of), a.told),
        (None, Some(of)) if bare(a) => (a.period, a.told) = (Some(of), b.told),
        _ => {}
    }
}

fn completed(mut a: Slots, mut b: Slots) -> (Slots, Slots) {
    if a.clock.is_some() && b.clock.is_some() {
        if a.part.is_none() && a.half.is_none() && a.clock.is_some_and(|c| c.hour <= 12) {
            (a.part, a.half) = (b.part, b.half);
            a = halved(a, &b);
        } else if b.part.is_none() && b.half.is_none() && b.clock.is_some_and(|c| c.hour <= 12) {
            let later = b.clock.map(|c| c.hour) > a.clock.map(|c| c.hour);
            if later || b.has_date() {
                (b.part, b.half) = (a.part, a.half);
            }
        }
    }
    share_week(&mut a, &mut b);
    if !b.has_date() && a.has_date() {
        b.borrow_date(&a);
    } else if !a.has_date() && b.has_date() && b.relative.is_none() {
        a.borrow_date(&b);
    }
    // «من 4 مارس إلى 8 مايو 2021», «الأسبوع المقبل بين الأربعاء والجمعة»
    if a.year.is_none() && a.month.is_some() && b.year.is_some() && b.month.is_some() {
        a.year = b.year;
        a.era = b.era;
    }
    (a, b)
}

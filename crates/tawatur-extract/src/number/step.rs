//! How a number goes on: scale words, hundreds, fractions, decimals in words.

use tawatur_text::TokenKind;

use super::core::{Core, Sort, blocked, cardinal, fraction, joint, scale};
use super::sum::{Last, Sum};
use crate::vocabulary::{Clitic, Marks, ScaleNumber, Word};

impl Sum<'_, '_> {
    /// One step: whether something could be added.
    pub(super) fn next(&mut self) -> bool {
        if self.done {
            return false;
        }
        let at = self.state.at;
        let Some(token) = self.marks.document().token(at).filter(|t| !t.line_start) else { return false };
        if token.kind == TokenKind::Number {
            return false;
        }
        match joint(self.marks, at) {
            Some(_) if !self.joins => false,
            Some(part) => self.joined(part),
            None => self.adjacent(at),
        }
    }

    /// A part that follows without «و».
    fn adjacent(&mut self, at: usize) -> bool {
        if blocked(self.marks, at).is_some() {
            return false;
        }
        let clitics = self.marks.clitics(at);
        let article = clitics.has(Clitic::AL);
        if clitics != Clitic::default() && !(article && clitics.0 == Clitic::AL && self.state.last != Last::Digits) {
            return false;
        }
        if let Some((value, number)) = scale(self.marks, at) {
            return self.times_scale(at, value, number);
        }
        if article {
            return false;
        }
        self.times_plural_fraction(at) || self.adjacent_cardinal(at) || self.less(at) || self.point(at)
    }

    fn times_scale(&mut self, at: usize, value: f64, number: ScaleNumber) -> bool {
        if number == ScaleNumber::Dual {
            return false;
        }
        if let Some(group) = self.state.group {
            if value >= self.state.scale {
                return self.give_back();
            }
            if self.ordinal {
                return false;
            }
            let group = self.marked_as_decimal(group, value);
            self.close(value, group * value, at + 1);
            return true;
        }
        if self.state.last != Last::Scale {
            return false;
        }
        let term = self.state.term;
        self.state.total += term * value - term;
        self.state.term = term * value;
        self.state.scale = value.min(self.state.scale * value);
        self.state.at = at + 1;
        true
    }

    /// «3.125 مليار»: before a million or more, one dot is the decimal mark.
    fn marked_as_decimal(&self, group: f64, scale: f64) -> f64 {
        let dotted = self.marks.document().word(self.start).contains('.');
        match self.digits.and_then(|d| d.decimal) {
            Some(decimal) if dotted && scale >= 1e6 && self.state.last == Last::Digits && self.state.total == 0.0 => {
                decimal
            }
            _ => group,
        }
    }

    /// The part after the last «و» begins a number of its own.
    fn give_back(&mut self) -> bool {
        if let Some(before) = self.before_joint {
            self.state = before;
        }
        self.done = true;
        false
    }

    fn times_plural_fraction(&mut self, at: usize) -> bool {
        let Some((value, _, plural)) = fraction(self.marks, at) else { return false };
        let Some(group) = self.state.group.filter(|_| plural && self.state.last == Last::Cardinal) else {
            return false;
        };
        let unit = self.state.unit;
        let mixed = group > unit && unit < 10.0;
        self.state.group =
            Some(if mixed || self.state.total > 0.0 { group - unit + unit * value } else { group * value });
        self.fraction_only = self.state.total == 0.0 && !mixed;
        self.state.last = Last::Fraction;
        self.state.at = at + 1;
        true
    }

    fn adjacent_cardinal(&mut self, at: usize) -> bool {
        let Some(c) = cardinal(self.marks, at) else { return false };
        let value = f64::from(c.value);
        match (self.state.group, self.state.last) {
            (Some(group), Last::Cardinal | Last::Digits) if c.hundred && (self.state.unit < 100.0 || group < 100.0) => {
                self.state.group = Some(group * 100.0);
                self.state.last = Last::Hundred;
            }
            (Some(group), Last::Cardinal) if c.value == 10 && group % 100.0 < 10.0 && group % 100.0 >= 1.0 => {
                self.state.group = Some(group + 10.0);
                self.state.unit = group % 100.0 + 10.0;
            }
            (Some(group), Last::Hundred) if value < 100.0 && !c.bound && group % 100.0 == 0.0 => {
                self.put_cardinal(at, c);
                return true;
            }
            (None, Last::Scale) if !c.bound && !c.plural && (c.value >= 100 || self.hundred_at(at + 1)) => {
                self.put_cardinal(at, c);
                return true;
            }
            _ => return false,
        }
        self.state.has_words = true;
        self.state.at = at + 1;
        true
    }

    fn hundred_at(&self, at: usize) -> bool {
        cardinal(self.marks, at).is_some_and(|c| c.hundred) && self.marks.clitics(at) == Clitic::default()
    }

    /// «مليونان إلا ربع»
    fn less(&mut self, at: usize) -> bool {
        if !self.marks.words(at).contains(&Word::Less) {
            return false;
        }
        let of = match self.state.last {
            Last::Scale => self.state.scale,
            Last::Hundred => 100.0,
            _ => return false,
        };
        let Some((value, false, false)) = fraction(self.marks, at + 1) else { return false };
        if self.state.last == Last::Scale {
            self.state.total -= value * of;
        } else {
            self.state.group = self.state.group.map(|g| g - value * of);
        }
        self.state.at = at + 2;
        self.done = true;
        true
    }

    /// «ثلاثة فاصلة خمسة»: the words after are the decimal places; a scale word at the end is for the whole.
    fn point(&mut self, at: usize) -> bool {
        if self.pointed || !self.marks.words(at).contains(&Word::Point) {
            return false;
        }
        let Some(places) = places(self.marks, at + 1) else {
            return false;
        };
        let whole = self.state.total + self.state.group.unwrap_or(0.0);
        let scaled = places.scale > 1000.0 && places.value >= places.scale && places.parts.is_none_or(|p| p.1 < 1000.0);
        let (digits, times) = if scaled { (places.value / places.scale, places.scale) } else { (places.value, 1.0) };
        if digits.fract() != 0.0 || digits >= 1e15 {
            return false;
        }
        let length = format!("{digits:.0}").len() as i32;
        self.state.total = (whole + digits / 10f64.powi(length)) * times;
        self.state.group = None;
        self.state.scale = times;
        self.state.at = places.run.end;
        self.done = true;
        true
    }
}

/// The number after «فاصلة», which may hold no further one.
fn places(marks: &Marks<'_>, at: usize) -> Option<Core> {
    let mut sum = Sum::new(marks, at, true);
    sum.pointed = true;
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    sum.finish().filter(|c| c.sort == Sort::Cardinal)
}

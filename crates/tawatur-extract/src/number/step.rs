//! How a number goes on: parts after «و», scale words, fractions, decimals in words.

use tawatur_text::TokenKind;

use super::core::{Core, Sort, blocked, cardinal, fraction, joint, scale};
use super::digits;
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

    /// A part after «و».
    fn joined(&mut self, at: usize) -> bool {
        if blocked(self.marks, at).is_some() || self.marks.document().token(at).is_none_or(|t| t.line_start) {
            return false;
        }
        let clitics = self.marks.clitics(at);
        if clitics.has(Clitic::BI) || clitics.has(Clitic::LI) || clitics.has(Clitic::KA) {
            return false;
        }
        let saved = self.state;
        let value_before = saved.total + saved.group.unwrap_or(0.0);
        let added = if self.marks.document().kind(at) == TokenKind::Number {
            self.joined_digits(at)
        } else {
            self.joined_words(at, clitics.has(Clitic::AL))
        };
        if added {
            let value = self.state.total + self.state.group.unwrap_or(0.0);
            self.state.parts = Some((value_before, value - value_before));
            self.state.joint = at;
            self.before_joint = Some(saved);
        }
        added
    }

    fn joined_digits(&mut self, at: usize) -> bool {
        let document = self.marks.document();
        let Some(read) = digits::read(document.word(at)).filter(|d| !d.fractional) else { return false };
        let fits = match self.state.group {
            Some(group) => self.state.last == Last::Hundred && read.value < 100.0 && group % 100.0 == 0.0,
            None => read.value < self.state.scale || scale(self.marks, at + 1).is_some(),
        };
        if !fits || document.kind(at + 1) == TokenKind::Slash {
            return false;
        }
        self.state.group = Some(self.state.group.unwrap_or(0.0) + read.value);
        self.state.unit = read.value;
        self.state.last = Last::Digits;
        self.state.has_digits = true;
        self.state.at = at + 1;
        true
    }

    fn joined_words(&mut self, at: usize, article: bool) -> bool {
        if let Some((value, number)) = scale(self.marks, at) {
            let times = if number == ScaleNumber::Dual { 2.0 } else { 1.0 };
            if number == ScaleNumber::Plural || self.state.group.is_some() || value >= self.state.scale {
                return false;
            }
            let value_of = times * value;
            self.close(value, value_of, at + 1);
            return true;
        }
        if self.joined_fraction(at) {
            return true;
        }
        if let Some((value, end)) = super::ordinal::tail(self.marks, at)
            && self.definite
            && article
            && self.takes(value, false)
        {
            self.state.group = Some(self.state.group.unwrap_or(0.0) + value);
            self.state.at = end;
            self.ordinal = true;
            self.done = true;
            return true;
        }
        let Some(c) = cardinal(self.marks, at) else { return false };
        if c.bound && !self.completes_bound(at, c) || c.plural || c.weak {
            return false;
        }
        // «12 وعشرون» are two numbers, and so are «عشرون والثلاثون».
        if self.state.last == Last::Digits && self.state.group.is_some() || article && !self.definite {
            return false;
        }
        let value = f64::from(c.value);
        // «عشرون وثلاثة أخماس»
        if let Some((part, _, true)) =
            fraction(self.marks, at + 1).filter(|_| value < 10.0 && self.marks.clitics(at + 1) == Clitic::default())
        {
            self.state.group = Some(self.state.group.unwrap_or(0.0) + value * part);
            self.state.at = at + 2;
            self.state.last = Last::Fraction;
            self.done = true;
            return true;
        }
        if !self.takes(value, true) {
            return false;
        }
        self.put_cardinal(at, c);
        true
    }

    /// Whether a cardinal fits the free places of the number so far.
    fn takes(&self, value: f64, tens_after_unit: bool) -> bool {
        let Some(group) = self.state.group else { return value < self.state.scale };
        let rest = group % 100.0;
        if value < 10.0 {
            rest == 0.0 || rest >= 20.0 && rest % 10.0 == 0.0
        } else if value < 20.0 {
            rest == 0.0
        } else if value < 100.0 {
            rest == 0.0 || tens_after_unit && rest < 10.0 && self.state.last == Last::Cardinal
        } else {
            false
        }
    }

    fn joined_fraction(&mut self, at: usize) -> bool {
        let Some((value, weak, plural)) = fraction(self.marks, at) else { return false };
        if weak || plural {
            return false;
        }
        match (self.whole(at + 1), self.state.group) {
            (Some((of, end)), None) => {
                self.state.total += value * of;
                self.state.at = end;
            }
            (_, Some(group)) => {
                self.state.group = Some(group + value);
                self.state.at = at + 1;
            }
            (None, None) => {
                self.state.total += value * self.state.scale;
                self.state.at = at + 1;
            }
        }
        self.state.last = Last::Fraction;
        self.state.has_words = true;
        true
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

//! The parts of a number that «و» joins: «وخمسون», «و500», «ونصف».

use tawatur_text::TokenKind;

use super::core::{blocked, cardinal, fraction, scale};
use super::digits;
use super::sum::{Last, Sum};
use crate::vocabulary::{Clitic, ScaleNumber};

impl Sum<'_, '_> {
    /// A part after «و».
    pub(super) fn joined(&mut self, at: usize) -> bool {
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
}

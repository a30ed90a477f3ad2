//! What a number begins with: digits, a number word, a thousand, a fraction.

use tawatur_text::{TokenKind, TokenRange};

use super::core::{Cardinal, cardinal, fraction, joint, scale};
use super::digits::{self, Digits};
use super::sum::{Last, Sum};
use crate::vocabulary::{Clitic, Marks, ScaleNumber, Word};

impl<'m, 'd> Sum<'m, 'd> {
    pub(super) fn first(&mut self) -> bool {
        let (marks, at) = (self.marks, self.start);
        if marks.document().kind(at) == TokenKind::Number {
            return self.first_digits(at);
        }
        self.definite = marks.clitics(at).has(Clitic::AL);
        if let Some((value, number)) = scale(marks, at) {
            return self.first_scale(at, value, number);
        }
        let Some(c) = cardinal(marks, at) else { return self.first_fraction(at) };
        // «ثلث مئة» is a third of a hundred.
        if c.bound && c.value > 2 && fraction(self.marks, at).is_some_and(|f| !f.1) {
            return self.first_fraction(at);
        }
        if c.bound && !self.completes_bound(at, c) {
            return false;
        }
        if c.plural {
            return false;
        }
        if c.value < 10 && self.is_weak_fraction(at) {
            return self.first_fraction(at);
        }
        self.weak = c.weak;
        self.put_cardinal(at, c);
        true
    }

    fn first_digits(&mut self, at: usize) -> bool {
        let document = self.marks.document();
        let Some(mut read) = digits::read(document.word(at)) else { return false };
        let mut end = at + 1;
        if read.plain && (1..=3).contains(&document.word(at).len()) && !document.word(at).starts_with('0') {
            while let Some(group) = spaced_group(self.marks, end) {
                read.value = read.value * 1000.0 + group;
                read.fractional |= group.fract() != 0.0;
                end += 1;
                if read.fractional {
                    break;
                }
            }
        }
        if document.word(at).starts_with('.') {
            return false;
        }
        self.definite = at.checked_sub(1).is_some_and(|b| {
            document.token(at).is_some_and(|t| t.joined)
                && matches!(document.word(b), "ال" | "بال" | "وال" | "لل" | "فال" | "لال")
        });
        self.digits = Some(read);
        self.state.group = Some(read.value);
        self.state.last = Last::Digits;
        self.state.has_digits = true;
        self.state.at = end;
        if let Some((value, stop)) = power(self.marks, end, read.value) {
            self.state.group = Some(value);
            self.state.at = stop;
            self.done = true;
        } else if let Some(value) = slashed(self.marks, at, end, read) {
            self.state.group = Some(value);
            self.state.at = end + 2;
            self.fraction_only = true;
            self.done = true;
        }
        true
    }

    fn first_scale(&mut self, at: usize, value: f64, number: ScaleNumber) -> bool {
        let construct = self.marks.document().word(at).ends_with('ا');
        let times = match number {
            ScaleNumber::Plural => return false,
            ScaleNumber::Dual => 2.0,
            // «ألفا قتيل» is the dual before its noun; with tanwin it is the singular.
            ScaleNumber::Singular if construct && !self.has_tanwin(at) && self.noun_follows(at + 1) => 2.0,
            ScaleNumber::Singular => 1.0,
        };
        self.close(value, times * value, at + 1);
        true
    }

    fn has_tanwin(&self, at: usize) -> bool {
        self.marks.document().text_of(TokenRange::new(at, at + 1)).contains('\u{64b}')
    }

    /// Whether a plain word without the article follows.
    fn noun_follows(&self, at: usize) -> bool {
        let document = self.marks.document();
        document.token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start)
            && !document.word(at).starts_with("ال")
            && !document.word(at).starts_with('و')
    }

    fn first_fraction(&mut self, at: usize) -> bool {
        let Some((value, weak, plural)) = fraction(self.marks, at) else { return false };
        if plural || (weak && !self.is_weak_fraction(at)) {
            return false;
        }
        if let Some((of, end)) = self.whole(at + 1) {
            self.close(of, value * of, end);
            self.state.last = Last::Fraction;
            return true;
        }
        self.fraction_only = true;
        self.state.group = Some(value);
        self.state.last = Last::Fraction;
        self.state.has_words = true;
        self.state.at = at + 1;
        self.done = true;
        true
    }

    /// «خمس السكان» is a fifth, «خمس دول» is five.
    fn is_weak_fraction(&self, at: usize) -> bool {
        let document = self.marks.document();
        fraction(self.marks, at).is_some_and(|(_, weak, plural)| weak && !plural)
            && !self.marks.clitics(at).has(Clitic::AL)
            && document.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start)
            && document.word(at + 1).starts_with("ال")
            && !document.word(at + 1).ends_with("ات")
            && cardinal(self.marks, at + 1).is_none()
            && scale(self.marks, at + 1).is_none()
            && !self.marks.words(at + 1).iter().any(|w| matches!(w, Word::Ordinal { .. } | Word::Modifier { .. }))
    }

    /// A hundred or a scale word, with or without the article, that a fraction is taken of.
    pub(super) fn whole(&self, at: usize) -> Option<(f64, usize)> {
        if self.marks.document().token(at)?.line_start || self.marks.clitics(at).has(Clitic::AND) {
            return None;
        }
        match (scale(self.marks, at), cardinal(self.marks, at)) {
            (Some((value, ScaleNumber::Singular)), _) => Some((value, at + 1)),
            (_, Some(c)) if c.hundred && !c.plural => Some((100.0, at + 1)),
            _ => None,
        }
    }

    pub(super) fn completes_bound(&self, at: usize, c: Cardinal) -> bool {
        let teen = cardinal(self.marks, at + 1)
            .is_some_and(|n| n.value == 10 && self.marks.clitics(at + 1) == Clitic::default());
        let hundred = c.value > 2
            && cardinal(self.marks, at + 1)
                .is_some_and(|n| n.hundred && self.marks.clitics(at + 1) == Clitic::default());
        let tens = c.value == 1
            && self.joins
            && joint(self.marks, at + 1)
                .and_then(|n| cardinal(self.marks, n))
                .is_some_and(|n| (20..100).contains(&n.value));
        teen || tens || hundred
    }
}

/// A group of three digits after a space: «9 900».
fn spaced_group(marks: &Marks<'_>, at: usize) -> Option<f64> {
    let document = marks.document();
    let token = document.token(at).filter(|t| t.kind == TokenKind::Number && !t.joined && !t.line_start)?;
    let word = document.word(at);
    let whole = word.split(['.', ',', '٫']).next().unwrap_or("");
    let next_joined = document.token(at + 1).is_some_and(|n| n.joined && n.kind == TokenKind::Slash);
    if whole.len() != 3 || next_joined || token.range.is_empty() {
        return None;
    }
    if whole.len() == word.len() {
        return word.parse().ok();
    }
    digits::read(word).filter(|d| d.fractional || d.decimal.is_some()).map(|d| d.decimal.unwrap_or(d.value))
}

/// A power of ten, `12e3`, or a power, `2^10`: its value, and the token after it.
fn power(marks: &Marks<'_>, at: usize, base: f64) -> Option<(f64, usize)> {
    let document = marks.document();
    let joined = |i: usize| document.token(i).is_some_and(|t| t.joined);
    let of_ten = match document.word(at) {
        "e" => true,
        "^" => false,
        _ => return None,
    };
    let sign = match document.word(at + 1) {
        "-" => -1,
        "+" => 1,
        _ => 0,
    };
    let here = at + 1 + usize::from(sign != 0);
    if !joined(at) || !joined(at + 1) || !joined(here) || document.kind(here) != TokenKind::Number {
        return None;
    }
    let exponent = document.word(here).parse::<i32>().ok()? * if sign < 0 { -1 } else { 1 };
    let value = if of_ten { format!("{base}e{exponent}").parse().ok()? } else { base.powi(exponent) };
    value.is_finite().then_some((value, here + 1))
}

/// A fraction in digits, `7/10`; not a date of three parts.
fn slashed(marks: &Marks<'_>, at: usize, end: usize, over: Digits) -> Option<f64> {
    let document = marks.document();
    let is = |i: usize, kind: TokenKind| document.token(i).is_some_and(|t| t.kind == kind && t.joined);
    if !is(end, TokenKind::Slash)
        || !is(end + 1, TokenKind::Number)
        || is(end + 2, TokenKind::Slash)
        || is(at, TokenKind::Slash)
    {
        return None;
    }
    if at.checked_sub(1).is_some_and(|b| document.kind(b) == TokenKind::Slash) {
        return None;
    }
    let under = digits::read(document.word(end + 1)).filter(|d| d.plain && d.value > 0.0)?;
    (over.plain && under.value > 0.0).then(|| over.value / under.value)
}

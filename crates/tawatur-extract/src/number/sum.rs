//! A number as it is put together: what it may begin with, and what it comes to.

use tawatur_text::{TokenKind, TokenRange};

use super::core::{Cardinal, Core, Form, Sort, cardinal, fraction, joint, scale};
use super::digits::{self, Digits};
use crate::vocabulary::{Clitic, Marks, ScaleNumber, Word};

/// What was added last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    Digits,
    Cardinal,
    Hundred,
    Scale,
    Fraction,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// Sum of the parts that a scale word has closed.
    pub(super) total: f64,
    /// The last of these parts.
    pub(super) term: f64,
    /// The least scale of these parts.
    pub(super) scale: f64,
    /// The part that no scale word has closed.
    pub(super) group: Option<f64>,
    /// The cardinal added last.
    pub(super) unit: f64,
    pub(super) last: Last,
    /// Token after the last.
    pub(super) at: usize,
    pub(super) parts: Option<(f64, f64)>,
    pub(super) joint: usize,
    pub(super) has_digits: bool,
    pub(super) has_words: bool,
}

pub(super) struct Sum<'m, 'd> {
    pub(super) marks: &'m Marks<'d>,
    pub(super) start: usize,
    pub(super) joins: bool,
    pub(super) state: State,
    /// The state before the last part joined by «و», for parts that turn out to begin a number of their own.
    pub(super) before_joint: Option<State>,
    pub(super) digits: Option<Digits>,
    pub(super) definite: bool,
    pub(super) fraction_only: bool,
    pub(super) weak: bool,
    pub(super) ordinal: bool,
    /// Whether it stands after «فاصلة».
    pub(super) pointed: bool,
    pub(super) done: bool,
}

impl<'m, 'd> Sum<'m, 'd> {
    pub(super) fn new(marks: &'m Marks<'d>, start: usize, joins: bool) -> Self {
        let state = State {
            total: 0.0,
            term: 0.0,
            scale: f64::INFINITY,
            group: None,
            unit: 0.0,
            last: Last::Cardinal,
            at: start,
            parts: None,
            joint: start,
            has_digits: false,
            has_words: false,
        };
        Self {
            marks,
            start,
            joins,
            state,
            before_joint: None,
            digits: None,
            definite: false,
            fraction_only: false,
            weak: false,
            ordinal: false,
            pointed: false,
            done: false,
        }
    }

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
        if let Some(value) = slashed(self.marks, at, end, read) {
            self.state.group = Some(value);
            self.state.at = end + 2;
            self.fraction_only = true;
            self.done = true;
        }
        true
    }

    fn first_scale(&mut self, at: usize, value: f64, number: ScaleNumber) -> bool {
        let construct =
            self.marks.document().word(at).ends_with("فا") || self.marks.document().word(at).ends_with("نا");
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

    pub(super) fn put_cardinal(&mut self, at: usize, c: Cardinal) {
        self.state.group = Some(self.state.group.unwrap_or(0.0) + f64::from(c.value));
        self.state.unit = f64::from(c.value);
        self.state.last = if c.value >= 100 { Last::Hundred } else { Last::Cardinal };
        self.state.has_words = true;
        self.state.at = at + 1;
    }

    /// A scale word closes a part.
    pub(super) fn close(&mut self, scale: f64, term: f64, end: usize) {
        self.state.total += term;
        self.state.term = term;
        self.state.scale = scale;
        self.state.group = None;
        self.state.last = Last::Scale;
        self.state.has_words = true;
        self.state.at = end;
    }

    pub(super) fn finish(self) -> Option<Core> {
        let state = self.state;
        let value = state.total + state.group.unwrap_or(0.0);
        let single = state.at == self.start + 1;
        if self.weak && single && self.marks.len() > 1 {
            return None;
        }
        let form = match (state.has_digits, state.has_words) {
            (true, true) => Form::Mixed,
            (true, false) => Form::Digits,
            _ => Form::Words,
        };
        let sort = match () {
            () if self.ordinal => Sort::Ordinal,
            () if self.fraction_only => Sort::Fraction,
            () => Sort::Cardinal,
        };
        Some(Core {
            run: TokenRange::new(self.start, state.at),
            value,
            low: value,
            high: value,
            form,
            sort,
            definite: self.definite,
            scale: if state.group.is_none() && state.scale.is_finite() { state.scale } else { 1.0 },
            fractional: self.digits.is_some_and(|d| d.fractional),
            decimal: self.digits.and_then(|d| d.decimal).filter(|_| form == Form::Digits),
            parts: state.parts,
            joint: state.joint,
            digits: self.digits.map_or(0, |d| d.leading),
            plain: form == Form::Digits && self.digits.is_some_and(|d| d.plain) && single,
        })
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

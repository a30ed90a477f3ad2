//! A number as it is put together, and what it comes to.

use tawatur_text::TokenRange;

use super::core::{Cardinal, Core, Form, Sort};
use super::digits::Digits;
use crate::vocabulary::Marks;

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

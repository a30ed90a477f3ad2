//! Single numbers: digits, number words and both mixed, before bounds and ranges.

use tawatur_text::{TokenKind, TokenRange};

use super::digits::{self, Digits};
use crate::vocabulary::{Classes, Clitic, Marks, ScaleNumber, Word};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Digits only.
    Digits,
    /// Words only.
    Words,
    /// Both: «12 ألفا و500».
    Mixed,
}

/// What sort of number the words make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Cardinal,
    Ordinal,
    Fraction,
    Vague,
}

/// One number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Core {
    pub(crate) run: TokenRange,
    pub(crate) value: f64,
    /// Bounds of a vague amount; equal to `value` otherwise.
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) form: Form,
    pub(crate) sort: Sort,
    /// Whether the article stands before it.
    pub(crate) definite: bool,
    /// The scale word that it ends with; 1 for none.
    pub(crate) scale: f64,
    /// Whether it has a decimal mark in digits.
    pub(crate) fractional: bool,
    /// The one-mark number that could be a decimal after all.
    pub(crate) decimal: Option<f64>,
    /// Where the last «و» inside joins two parts: the parts before and after it.
    pub(crate) parts: Option<(f64, f64)>,
    /// Token after «و» of these parts.
    pub(crate) joint: usize,
    /// Digits before the first mark; 0 for words.
    pub(crate) digits: usize,
    /// Whether it is one plain run of digits.
    pub(crate) plain: bool,
}

/// All numbers of the text, in order.
pub(crate) fn cores(marks: &Marks<'_>) -> Vec<Core> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        let kind = marks.document().kind(at);
        if kind != TokenKind::Number
            && !marks.meets(at, Classes::NUMBER)
            && !marks.has_phrase(at)
            && !matches!(kind, TokenKind::Dash | TokenKind::Symbol | TokenKind::Stop)
        {
            at += 1;
            continue;
        }
        if let Some(length) = blocked(marks, at) {
            at += length;
            continue;
        }
        match read(marks, at, true) {
            Some(core) => {
                at = core.run.end;
                found.push(core);
            }
            None => at += 1,
        }
    }
    found
}

/// The length of a phrase whose words are no numbers although they look so: «كانون الثاني», «أول أمس», «في المئة».
pub(crate) fn blocked(marks: &Marks<'_>, at: usize) -> Option<usize> {
    let (words, length) = marks.phrase(at)?;
    let other = |w: &Word| {
        !matches!(w, Word::Bound(_) | Word::Preposition(_) | Word::Cardinal { .. } | Word::Edge(_) | Word::Over)
    };
    words.iter().any(other).then_some(length)
}

/// The number that begins at the token; with `joins`, it may go on over «و».
pub(crate) fn read(marks: &Marks<'_>, at: usize, joins: bool) -> Option<Core> {
    let (negative, start) = sign(marks, at);
    if let Some(core) = leading_point(marks, start) {
        let value = if negative { -core.value } else { core.value };
        return Some(Core { run: TokenRange::new(at, core.run.end), value, low: value, high: value, ..core });
    }
    let core = positive(marks, start, joins)?;
    if !negative {
        return Some(Core { run: TokenRange::new(at, core.run.end), ..core });
    }
    let run = TokenRange::new(at, core.run.end);
    let decimal = core.decimal.map(|d| -d);
    Some(Core { run, value: -core.value, low: -core.value, high: -core.value, decimal, plain: false, ..core })
}

/// «.75»: a decimal mark before the first digit.
fn leading_point(marks: &Marks<'_>, at: usize) -> Option<Core> {
    let document = marks.document();
    let token = document.token(at).filter(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Symbol))?;
    let free = !token.joined || at.checked_sub(1).is_some_and(|b| document.kind(b) == TokenKind::Dash);
    let number = document.token(at + 1).filter(|n| n.joined && n.kind == TokenKind::Number)?;
    let plain = document.word(at + 1).bytes().all(|b| b.is_ascii_digit()) && !number.line_start;
    if !matches!(document.word(at), "." | "٫") || !free || !plain {
        return None;
    }
    let value: f64 = format!("0.{}", document.word(at + 1)).parse().ok()?;
    let core = positive(marks, at + 1, false)?;
    Some(Core {
        run: TokenRange::new(at, core.run.end),
        value,
        low: value,
        high: value,
        fractional: true,
        plain: false,
        ..core
    })
}

/// A sign before a number, and where the number begins.
fn sign(marks: &Marks<'_>, at: usize) -> (bool, usize) {
    let document = marks.document();
    let Some(token) = document.token(at) else { return (false, at) };
    let next = document.token(at + 1);
    let touches =
        next.is_some_and(|n| n.joined && (n.kind == TokenKind::Number || leading_point(marks, at + 1).is_some()));
    let free = !token.joined
        || at
            .checked_sub(1)
            .is_some_and(|b| matches!(document.kind(b), TokenKind::Open | TokenKind::Quote | TokenKind::Symbol));
    match token.kind {
        TokenKind::Dash if touches && free => (true, at + 1),
        TokenKind::Symbol if touches && free && document.word(at) == "+" => (false, at + 1),
        TokenKind::Word if marks.words(at).contains(&Word::Minus) => (true, at + 1),
        _ => (false, at),
    }
}

fn positive(marks: &Marks<'_>, at: usize, joins: bool) -> Option<Core> {
    if let Some(core) = super::ordinal::read(marks, at, joins) {
        return Some(core);
    }
    if let Some(core) = share_of(marks, at) {
        return Some(core);
    }
    if let Some(core) = super::vague::read(marks, at) {
        return Some(core);
    }
    if names_a_weekday(marks, at) {
        return None;
    }
    let mut sum = Sum::new(marks, at, joins);
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    let core = sum.finish()?;
    Some(divided(marks, &core).unwrap_or(core))
}

/// «جزء من مئة»
fn share_of(marks: &Marks<'_>, at: usize) -> Option<Core> {
    let document = marks.document();
    if !marks.words(at).contains(&Word::Share) || document.word(at + 1) != "من" || !large(marks, at + 2) {
        return None;
    }
    let mut sum = Sum::new(marks, at + 2, true);
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    let under = sum.finish().filter(|c| c.sort == Sort::Cardinal && c.value > 0.0)?;
    let value = 1.0 / under.value;
    Some(Core {
        run: TokenRange::new(at, under.run.end),
        value,
        low: value,
        high: value,
        sort: Sort::Fraction,
        ..under
    })
}

/// «واحد على عشرين», «واحد من مئة», «1 جزء من ثلاثة», «20 جزءا من 25»: a fraction.
fn divided(marks: &Marks<'_>, over: &Core) -> Option<Core> {
    let document = marks.document();
    let here = |i: usize| document.token(i).is_some_and(|t| !t.line_start);
    let end = over.run.end;
    if over.sort != Sort::Cardinal || !here(end) || marks.clitics(end) != Clitic::default() {
        return None;
    }
    let shares = marks.words(end).contains(&Word::Share);
    let from = |i: usize| here(i) && document.word(i) == "من";
    let start = match () {
        () if shares && from(end + 1) => end + 2,
        () if over.value == 1.0 && marks.words(end).contains(&Word::Over) => end + 1,
        () if over.value == 1.0 && from(end) && large(marks, end + 1) => end + 1,
        () => return None,
    };
    if !here(start) || marks.clitics(start) != Clitic::default() {
        return None;
    }
    let mut sum = Sum::new(marks, start, true);
    if !sum.first() {
        return None;
    }
    while sum.next() {}
    let under = sum.finish().filter(|c| c.sort == Sort::Cardinal && c.value > over.value)?;
    let value = over.value / under.value;
    let form = if over.form == under.form { over.form } else { Form::Mixed };
    Some(Core {
        run: TokenRange::new(over.run.start, under.run.end),
        value,
        low: value,
        high: value,
        form,
        sort: Sort::Fraction,
        plain: false,
        ..*over
    })
}

/// Whether a hundred, a thousand or more stands there: «واحد من ألف», not «واحد من ثلاثة مشتبه بهم».
fn large(marks: &Marks<'_>, at: usize) -> bool {
    let single = |n: ScaleNumber| n == ScaleNumber::Singular;
    scale(marks, at).is_some_and(|(_, n)| single(n)) || cardinal(marks, at).is_some_and(|c| c.hundred && !c.plural)
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

/// «الاثنين» is a day unless tens follow.
fn names_a_weekday(marks: &Marks<'_>, at: usize) -> bool {
    marks.clitics(at).has(Clitic::AL)
        && marks.words(at).iter().any(|w| matches!(w, Word::Weekday { article: true, .. }))
        && joint(marks, at + 1).is_none_or(|n| cardinal(marks, n).is_none_or(|c| c.value < 20))
}

/// Where the next part stands when «و» joins it to what ends before `at`.
pub(crate) fn joint(marks: &Marks<'_>, at: usize) -> Option<usize> {
    let document = marks.document();
    let token = document.token(at).filter(|t| !t.line_start)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let clitics = marks.clitics(at);
    if clitics.has(Clitic::AND) && !clitics.has(Clitic::FA) {
        return Some(at);
    }
    // Folded, «وأحد عشر» begins like «واحد».
    if document.word(at) == "واحد"
        && cardinal(marks, at + 1).is_some_and(|c| c.value == 10)
        && marks.clitics(at + 1) == Clitic::default()
    {
        return Some(at);
    }
    if document.word(at) == "و" {
        return document.token(at + 1).filter(|t| !t.line_start).map(|_| at + 1);
    }
    None
}

/// A number word below a thousand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cardinal {
    pub(crate) value: u16,
    pub(crate) bound: bool,
    pub(crate) hundred: bool,
    pub(crate) plural: bool,
    pub(crate) weak: bool,
}

pub(crate) fn cardinal(marks: &Marks<'_>, at: usize) -> Option<Cardinal> {
    let mut found: Option<Cardinal> = None;
    for word in marks.words(at) {
        if let Word::Cardinal { value, bound, hundred, plural, weak } = *word
            && found.is_none_or(|f| f.bound)
        {
            found = Some(Cardinal { value, bound, hundred, plural, weak });
        }
    }
    found
}

pub(crate) fn scale(marks: &Marks<'_>, at: usize) -> Option<(f64, ScaleNumber)> {
    marks.words(at).iter().find_map(|w| match *w {
        Word::Scale { value, number, .. } => Some((value, number)),
        _ => None,
    })
}

/// A fraction word: its value, and whether it is weak or plural.
pub(crate) fn fraction(marks: &Marks<'_>, at: usize) -> Option<(f64, bool, bool)> {
    marks.words(at).iter().find_map(|w| match *w {
        Word::Fraction { numerator, denominator, weak, plural } => {
            Some((f64::from(numerator) / f64::from(denominator.max(1)), weak, plural))
        }
        _ => None,
    })
}

/// What was added last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Digits,
    Cardinal,
    Hundred,
    Scale,
    Fraction,
}

#[derive(Clone, Copy, Debug)]
struct State {
    /// Sum of the parts that a scale word has closed.
    total: f64,
    /// The last of these parts.
    term: f64,
    /// The least scale of these parts.
    scale: f64,
    /// The part that no scale word has closed.
    group: Option<f64>,
    /// The cardinal added last.
    unit: f64,
    last: Last,
    /// Token after the last.
    at: usize,
    parts: Option<(f64, f64)>,
    joint: usize,
    has_digits: bool,
    has_words: bool,
}

struct Sum<'m, 'd> {
    marks: &'m Marks<'d>,
    start: usize,
    joins: bool,
    state: State,
    /// The state before the last part joined by «و», for parts that turn out to begin a number of their own.
    before_joint: Option<State>,
    digits: Option<Digits>,
    definite: bool,
    fraction_only: bool,
    weak: bool,
    ordinal: bool,
    /// Whether it stands after «فاصلة».
    pointed: bool,
    done: bool,
}

impl<'m, 'd> Sum<'m, 'd> {
    fn new(marks: &'m Marks<'d>, start: usize, joins: bool) -> Self {
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

    fn first(&mut self) -> bool {
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
    fn whole(&self, at: usize) -> Option<(f64, usize)> {
        if self.marks.document().token(at)?.line_start || self.marks.clitics(at).has(Clitic::AND) {
            return None;
        }
        match (scale(self.marks, at), cardinal(self.marks, at)) {
            (Some((value, ScaleNumber::Singular)), _) => Some((value, at + 1)),
            (_, Some(c)) if c.hundred && !c.plural => Some((100.0, at + 1)),
            _ => None,
        }
    }

    fn completes_bound(&self, at: usize, c: Cardinal) -> bool {
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

    /// One step: whether something could be added.
    fn next(&mut self) -> bool {
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

    fn put_cardinal(&mut self, at: usize, c: Cardinal) {
        self.state.group = Some(self.state.group.unwrap_or(0.0) + f64::from(c.value));
        self.state.unit = f64::from(c.value);
        self.state.last = if c.value >= 100 { Last::Hundred } else { Last::Cardinal };
        self.state.has_words = true;
        self.state.at = at + 1;
    }

    /// A scale word closes a part.
    fn close(&mut self, scale: f64, term: f64, end: usize) {
        self.state.total += term;
        self.state.term = term;
        self.state.scale = scale;
        self.state.group = None;
        self.state.last = Last::Scale;
        self.state.has_words = true;
        self.state.at = end;
    }

    fn finish(self) -> Option<Core> {
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

impl Core {
    /// The number before a unit of measure: one mark is taken as it was read.
    pub(crate) fn decimal_for_unit(&self) -> f64 {
        self.value
    }
}

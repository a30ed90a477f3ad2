//! Time expressions: components in any order, with the small words that join them.

use tawatur_text::TokenKind;

use super::Context;
use super::anchor::Anchor;
use super::slots::Slots;
use crate::number::core::{Core, Sort};
use crate::vocabulary::{Classes, Clitic, Marks, Preposition, Word};

/// What the component readers work on.
pub(super) struct Reader<'r, 'd> {
    pub(super) marks: &'r Marks<'d>,
    pub(super) cores: &'r [Core],
    pub(super) context: &'r Context,
    /// The token at which the present expression begins, which may begin a line.
    pub(super) origin: std::cell::Cell<usize>,
    /// The time told of last.
    pub(super) anchor: std::cell::Cell<Option<Anchor>>,
}

impl Reader<'_, '_> {
    /// The number that begins at the token.
    pub(super) fn core(&self, at: usize) -> Option<&Core> {
        let i = self.cores.binary_search_by_key(&at, |c| c.run.start).ok()?;
        self.cores.get(i).filter(|c| c.sort != Sort::Vague)
    }

    /// A whole number below 3000 that begins at the token, and where it ends.
    pub(super) fn whole(&self, at: usize) -> Option<(u32, usize)> {
        let core = self.core(at)?;
        let fits = core.value >= 0.0 && core.value < 3000.0 && core.value.fract() == 0.0 && core.sort != Sort::Fraction;
        (fits && !core.fractional).then_some((core.value as u32, core.run.end))
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.marks.document().kind(at)
    }

    pub(super) fn text(&self, at: usize) -> &str {
        self.marks.document().word(at)
    }

    pub(super) fn exists(&self, at: usize) -> bool {
        self.marks.document().token(at).is_some_and(|t| !t.line_start || at == self.origin.get())
    }

    pub(super) fn joined(&self, at: usize) -> bool {
        self.marks.document().token(at).is_some_and(|t| t.joined)
    }

    pub(super) fn has(&self, at: usize, bit: u8) -> bool {
        self.marks.clitics(at).has(bit)
    }

    /// Whether the article stands at the token, taken off or as part of a listed form.
    pub(super) fn definite(&self, at: usize) -> bool {
        self.has(at, Clitic::AL) || self.text(at).starts_with("ال")
    }

    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        self.exists(at) && self.marks.is(at, |w| w == word)
    }

    /// The preposition at the token, and its length.
    pub(super) fn preposition(&self, at: usize) -> Option<(Preposition, usize)> {
        self.marks.find(at, |w| match w {
            Word::Preposition(p) => Some(p),
            _ => None,
        })
    }

    pub(super) fn is_preposition(&self, at: usize, wanted: Preposition) -> bool {
        self.exists(at) && self.marks.is(at, |w| w == Word::Preposition(wanted))
    }

    /// The whole expression that begins at the token.
    pub(super) fn phrase(&self, at: usize) -> Option<(Slots, usize)> {
        let mut slots = Slots::default();
        let end = self.component(at, &mut slots)?;
        self.rest_of_phrase(at, end, slots)
    }

    /// An expression that begins with an hour, with or without «الساعة».
    pub(super) fn phrase_after_hour(&self, at: usize) -> Option<(Slots, usize)> {
        let mut slots = Slots::default();
        let end = match self.clock(at, &mut slots).or_else(|| self.digital_clock(at, &mut slots)) {
            Some(end) => end,
            None => {
                let core = self.core(at)?;
                let (clock, end) = self.hour(at, true)?;
                let spoken = core.sort == Sort::Ordinal || core.value <= 24.0;
                slots.clock = Some(clock).filter(|_| spoken && !self.month_follows(end));
                slots.clock?;
                end
            }
        };
        self.rest_of_phrase(at, end, slots)
    }

    fn month_follows(&self, at: usize) -> bool {
        let mut trial = Slots::default();
        self.month_after_day(1, at, &mut trial).is_some()
    }

    fn rest_of_phrase(&self, at: usize, end: usize, mut slots: Slots) -> Option<(Slots, usize)> {
        let mut end = end;
        let mut open = 0usize;
        while let Some((next, opens)) = self.following(end, &mut slots) {
            open += usize::from(opens);
            end = next;
        }
        if open > 0 && self.kind(end) == TokenKind::Close {
            end += 1;
        }
        self.stands(at, end, &slots).then_some((slots, end))
    }

    /// One more component after the expression so far, small words between them.
    pub(super) fn following(&self, end: usize, slots: &mut Slots) -> Option<(usize, bool)> {
        if !self.exists(end) {
            return None;
        }
        let (mut at, mut opens) = (end, false);
        for _ in 0..3 {
            if !self.exists(at) {
                return None;
            }
            let first = at == end;
            if !(first && self.has(at, Clitic::AND)) {
                let mut trial = *slots;
                if let Some(next) = self.component(at, &mut trial) {
                    *slots = trial;
                    return Some((next, opens));
                }
            }
            at = match self.kind(at) {
                TokenKind::Comma | TokenKind::Dash if !self.joined(at) || self.kind(at) == TokenKind::Comma => at + 1,
                TokenKind::Open => {
                    opens = true;
                    at + 1
                }
                TokenKind::Word => at + self.connector(at)?,
                _ => return None,
            };
        }
        None
    }

    /// The length of a small word that may join two components.
    fn connector(&self, at: usize) -> Option<usize> {
        if matches!(self.text(at), "ل" | "ب") {
            return Some(1);
        }
        let (preposition, length) = self.preposition(at)?;
        let joins = matches!(
            preposition,
            Preposition::In | Preposition::From | Preposition::At | Preposition::Corresponding | Preposition::Within
        );
        (joins && !self.has(at, Clitic::AND)).then_some(length)
    }

    /// Reads one component into free slots.
    fn component(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if self.kind(at) == TokenKind::Number {
            return self
                .digital_clock(at, slots)
                .or_else(|| self.numeric_date(at, slots))
                .or_else(|| self.day_and_month(at, slots))
                .or_else(|| self.hour_with_part(at, slots))
                .or_else(|| self.counted_period(at, slots))
                .or_else(|| self.duration_from_now(at, slots))
                .or_else(|| self.bare_year(at, slots))
                .or_else(|| self.day_after_weekday(at, slots));
        }
        if self.marks.is_plain(at) {
            return None;
        }
        self.by_class(at, slots)
    }

    /// Reads one component that begins with a word.
    fn by_class(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        type Component<'r, 'd> = fn(&Reader<'r, 'd>, usize, &mut Slots) -> Option<usize>;
        const NUMBER: Classes = Classes::CARDINAL.with(Classes::ORDINAL).with(Classes::SCALE);
        const NAMED: Classes = Classes::UNIT.with(Classes::THIS);
        let components: [(Classes, Component<'_, '_>); 23] = [
            (Classes::SIMPLE, Reader::simple),
            (Classes::WEEKDAY, Reader::feminine_weekday),
            (Classes::WEEKDAY.with(NAMED), Reader::weekday),
            (Classes::UNIT, Reader::day_of_date),
            (Classes::CLOCK.with(Classes::UNIT), Reader::clock),
            (Classes::OPENING, Reader::shifted),
            (Classes::NTH.with(Classes::ORDINAL), Reader::day_of_holiday),
            (Classes::NTH, Reader::last_few),
            (Classes::NTH.with(Classes::ORDINAL).with(Classes::UNIT).with(Classes::WEEKDAY), Reader::picked),
            (Classes::EDGE, Reader::part_edge),
            (Classes::EDGE, Reader::edge),
            (NUMBER.with(Classes::SIMPLE), Reader::day_and_month),
            (NUMBER, Reader::hour_with_part),
            (NUMBER, Reader::counted_period),
            (NAMED, Reader::period),
            (Classes::MONTH.with(NAMED), Reader::month),
            (Classes::UNIT, Reader::year),
            (Classes::PART.with(Classes::THIS), Reader::part),
            (Classes::SEASON.with(Classes::FRACTION), Reader::season_or_quarter),
            (Classes::DECADE.with(Classes::UNIT), Reader::decade),
            (Classes::ZONE, Reader::zone),
            (NUMBER.with(Classes::UNIT).with(Classes::FRACTION).with(Classes::VAGUE), Reader::duration_from_now),
            (NUMBER, Reader::numbered_part),
        ];
        components
            .iter()
            .filter(|(classes, _)| self.marks.meets(at, *classes))
            .find_map(|(_, read)| read(self, at, slots))
    }

    /// A year or a day that only the slots filled so far make one.
    fn numbered_part(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        self.spelled_year(at, slots).or_else(|| self.day_after_weekday(at, slots))
    }

    /// Whether the slots filled are enough for a time expression where it stands.
    fn stands(&self, at: usize, end: usize, slots: &Slots) -> bool {
        let alone = self.is_alone(at, end);
        if let Some(part) = slots.part
            && part.weak
            && !slots.has_date()
            && slots.clock.is_none()
        {
            return alone;
        }
        if slots.edge.is_some() && !slots.has_date() {
            return false;
        }
        slots.has_date() || slots.has_time()
    }

    /// Whether the text holds nothing else but marks.
    pub(super) fn is_alone(&self, at: usize, end: usize) -> bool {
        let document = self.marks.document();
        let count = document.tokens().len();
        let plain = |i: usize| !matches!(document.kind(i), TokenKind::Word | TokenKind::Number);
        at <= 2 && count <= end + 2 && (0..at).all(plain) && (end..count).all(plain)
    }
}

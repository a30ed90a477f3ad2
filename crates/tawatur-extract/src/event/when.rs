//! When an event took place, as its clause says.

use tawatur_model::{Day, TimeType};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::party::Parties;
use crate::clause::Tag;
use crate::time::TimeReading;

/// Days before publication from which on an event is one of the past.
const HISTORY: i64 = 45;
/// Tokens between «منذ» and the year that it goes with.
const SINCE: usize = 12;

impl Parties<'_, '_> {
    /// The time of the clause that stands nearest to the trigger: a day before a week, month or year.
    ///
    /// Between a verb of announcing and what it announces stands the time of the announcement.
    /// Behind a verb of words what is accused or asked for has times of its own, too.
    pub(super) fn time(
        &self,
        clause: TokenRange,
        trigger: usize,
        announced: Option<usize>,
        worded: bool,
    ) -> Option<&TimeReading> {
        // The times stand in order; looking at all of them for each event would take quadratic time.
        let first = self.times.partition_point(|t| t.tokens.end <= clause.start);
        let here = self.times.get(first..).unwrap_or_default().iter().take_while(|t| t.tokens.start < clause.end);
        let said = |t: &TimeReading| announced.is_some_and(|a| t.tokens.start > a && t.tokens.start < trigger);
        let usable = here.filter(|t| !t.counted && t.start.is_some() && !said(t));
        let dated = usable.filter(|t| matches!(t.kind, TimeType::Date | TimeType::Time) && is_date(t));
        let own = dated.filter(|t| !self.is_since(t, trigger) && !self.is_of_another(t, trigger));
        let own = own.filter(|t| names_day(t) || !self.names_polls(t, trigger));
        let own = own.filter(|t| !(worded && self.is_of_content(t, trigger)));
        let far = |t: &TimeReading| t.tokens.start.abs_diff(trigger);
        let day = own.clone().min_by_key(|t| (!names_day(t), far(t)))?;
        // «التقى عام 2000 … في ذلك الحين»: an old year that stands nearer than the day is its own.
        let near = own.min_by_key(|t| far(t)).filter(|t| !names_day(t));
        // A day that is only counted from another: «الثلاثاء», «الآن».
        let counted = |t: &TimeReading| !t.tokens.iter().any(|i| self.kind(i) == TokenKind::Number);
        let old = near.filter(|t| t.tokens.start > trigger || counted(day));
        let old = old.filter(|t| names_day(day) && t.end.zip(day.start).is_some_and(|(e, d)| e.date() < d.date()));
        Some(old.unwrap_or(day))
    }

    /// «التدخل في انتخابات عام 2016»: the year is part of what polls and accords are called.
    pub(super) fn names_polls(&self, time: &TimeReading, trigger: usize) -> bool {
        let Some(before) = time.tokens.start.checked_sub(1).filter(|b| *b > trigger) else { return false };
        let words = self.words;
        let accord = || {
            words.readings(before).any(|r| words.book.numbered(words.role(r).rule).is_some_and(|r| r.kind == "AGREE"))
        };
        let called = words.mark_of_all(before).any(Mark::CONTEXT_ELECTION) || accord();
        called && !words.tags.is(before, Tag::ARTICLE.or(Tag::PRONOUN_END)) && !words.is_preposition(before)
    }

    /// «يتهم الوزير بشراء سيارة عام 2007»: no day, and behind what somebody is accused of or asked for.
    fn is_of_content(&self, time: &TimeReading, trigger: usize) -> bool {
        let tags = self.words.tags;
        let unknown = |i: usize| {
            let known = Tag::KNOWN.or(Tag::PRONOUN_END).or(Tag::NAME).or(Tag::PLACE).or(Tag::ARTICLE);
            !tags.is(i, known) && self.words.analysed.document.word(i).starts_with('ب')
        };
        let content =
            |i: usize| tags.is(i, Tag::BI) && !tags.is(i, Tag::TIME.or(Tag::NAME).or(Tag::PLACE)) || unknown(i);
        !names_day(time) && (trigger + 1..time.tokens.start).any(content)
    }

    /// «…، كما كشفت المعلومات عن شراء السيارة في يناير»: behind «كما» and another verb, a time is of that verb.
    fn is_of_another(&self, time: &TimeReading, trigger: usize) -> bool {
        let tags = self.words.tags;
        let told = |i: usize| is_finite(tags, i) && !tags.is(i, Tag::BE);
        let opens = |i: usize| self.kind(i) == TokenKind::Comma && tags.is(i + 1, Tag::ALSO) && told(i + 2);
        (trigger..time.tokens.start).any(opens)
    }

    /// Whether a clause says since when what it tells of has lasted.
    pub(super) fn lasts(&self, clause: TokenRange, trigger: usize) -> bool {
        let first = self.times.partition_point(|t| t.tokens.end <= clause.start);
        let here = self.times.get(first..).unwrap_or_default().iter().take_while(|t| t.tokens.start < clause.end);
        here.into_iter().any(|t| !t.counted && t.start.is_some() && is_date(t) && self.is_since(t, trigger))
    }

    /// «تمردا منذ عام 1984 أسفر عن …», «الأول منذ 2015»: a year, month or date since when something lasts is no date of what came
    /// of it, save of what stands between: «منذ انسحاب الجيش عام 2012».
    pub(super) fn is_since(&self, time: &TimeReading, trigger: usize) -> bool {
        // «احتجاجات منذ الأحد» began then, and what came of «عملية مستمرة منذ 20 يناير» did not.
        let counted = |i: usize| self.kind(i) == TokenKind::Number;
        if names_day(time) && !time.tokens.iter().any(counted) {
            return false;
        }
        // «الموازنة لعام 2018»: of the noun before it.
        if !names_day(time) && self.words.tags.is(time.tokens.start, Tag::LI) {
            return true;
        }
        let from = time.tokens.start.saturating_sub(SINCE);
        let word = |i: &usize| self.kind(*i) == TokenKind::Word || self.kind(*i) == TokenKind::Number;
        let lexicon = self.words.analysed.lexicon();
        let since = |i: &usize| {
            let readings = self.words.analysed.readings(*i);
            readings.iter().any(|r| lexicon.sense_name(r.sense) == "prep:since")
        };
        let at = (from..time.tokens.end).rev().take_while(word).find(since);
        // «منذ أن أدى اتفاق أبرم عام 2016 إلى إغلاق …»: within what «منذ أن» opens, the year is its own.
        let within = |at: usize| {
            self.words.tags.is(at + 1, Tag::THAT)
                && (time.tokens.end..trigger).all(|i| self.kind(i) != TokenKind::Comma)
        };
        at.is_some_and(|at| !(at < trigger && (trigger < time.tokens.start || within(at))))
    }

    /// Whether a time among these tokens is one that comes again: «كل عام», «سنويا».
    pub(super) fn recurs(&self, tokens: &std::ops::Range<usize>) -> bool {
        let first = self.times.partition_point(|t| t.tokens.end <= tokens.start);
        let here = self.times.get(first..).unwrap_or_default().iter().take_while(|t| t.tokens.start < tokens.end);
        here.into_iter().any(|t| t.kind == TimeType::Set)
    }

    /// The only day of a sentence, where it stands behind the trigger: «أعلنت … إرسال قوات وفقا لقرار صادر اليوم».
    pub(super) fn only_day(&self, sentence: TokenRange, trigger: usize) -> Option<&TimeReading> {
        let first = self.times.partition_point(|t| t.tokens.end <= sentence.start);
        let here = self.times.get(first..).unwrap_or_default().iter().take_while(|t| t.tokens.start < sentence.end);
        let mut days = here.filter(|t| names_day(t) && !t.counted);
        let only = days.next().filter(|t| t.tokens.start > trigger)?;
        days.next().is_none().then_some(only)
    }

    /// The day a week later of a weekday alone that was read as one of the week before publication.
    pub(super) fn next_weekday(&self, time: &TimeReading, published: Day) -> Option<String> {
        let lexicon = self.words.analysed.lexicon();
        let weekday = |i: usize| {
            let readings = self.words.analysed.readings(i).iter();
            readings.map(|r| lexicon.sense_name(r.sense)).any(|n| n == "noun:weekday")
        };
        // «الاثنين الماضي» is over.
        let plain = |i: usize| weekday(i) || self.words.is_unit(i);
        let day = time.day().filter(|_| time.tokens.iter().any(weekday) && time.tokens.iter().all(plain))?;
        let late = published.since(day).is_ok_and(|s| (1..7).contains(&s.get_days()));
        let next = day.checked_add(jiff::Span::new().try_days(7).ok()?).ok()?;
        late.then(|| next.to_string())
    }

    /// The day on which what is said to have lasted so long began: «عاد … الاثنين بعد انقطاع دام خمسة أيام».
    pub(super) fn began(&self, trigger: usize, ended: Option<&TimeReading>) -> Option<String> {
        let i = self.times.partition_point(|t| t.tokens.start <= trigger);
        let lasted = self.times.get(i).filter(|t| t.tokens.start <= trigger + 3)?;
        let days = lasted.seconds.filter(|_| lasted.kind == TimeType::Duration)? / 86_400.0;
        let end = ended?.day()?;
        let span = jiff::Span::new().try_days(days as i64).ok()?;
        end.checked_sub(span).ok().map(|d| d.to_string())
    }
}

/// Whether a time is a day or a part of one.
fn names_day(time: &TimeReading) -> bool {
    time.day().is_some() || time.names_day && time.timex.len() > 10 && time.timex.as_bytes().get(10) == Some(&b'T')
}

/// Whether a time is one at which something was, and no length and no amount.
pub(super) fn is_told(time: &TimeReading) -> bool {
    !time.counted && time.start.is_some() && matches!(time.kind, TimeType::Date | TimeType::Time) && is_date(time)
}

fn is_date(time: &TimeReading) -> bool {
    names_day(time) || !time.interval && time.timex.len() >= 4 && time.timex.starts_with(|c: char| c.is_ascii_digit())
}

/// The ISO date of a time.
pub(super) fn date(time: &TimeReading) -> Option<String> {
    match time.day() {
        Some(day) => Some(day.to_string()),
        // «صباح السبت» is of its day.
        None => match time.timex.split_once('T') {
            Some((day, _)) => Some(day.to_owned()).filter(|d| d.len() == 10 && !d.contains('X')),
            None => Some(time.timex.clone()).filter(|t| (4..=8).contains(&t.len()) && !t.contains('X')),
        },
    }
}

/// Whether a time lies well before publication.
pub(super) fn is_history(time: &TimeReading, published: Option<Day>) -> bool {
    let (Some(published), Some(end)) = (published, time.end.or(time.start)) else { return false };
    published.since(end.date()).is_ok_and(|span| i64::from(span.get_days()) > HISTORY)
}

/// Whether a time lies after publication.
pub(super) fn is_future(time: &TimeReading, published: Option<Day>) -> bool {
    let (Some(published), Some(start)) = (published, time.start) else { return false };
    start.date() > published
}

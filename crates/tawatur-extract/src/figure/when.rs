//! The day for which a count holds, and whether it is of another event.

use std::borrow::Cow;

use tawatur_model::{AsOf, Day, Quantity, TimeType};
use tawatur_text::{TokenKind, TokenRange};

use super::assemble::Input;
use super::count::Said;
use super::reader::Draft;
use super::scope::{Scope, around};
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;
use crate::attribution::Attribution;
use crate::rule::barrier;
use crate::time::{Grain, TimeReading};

/// Days before publication after which a date tells of another event.
const LONG_AGO: i64 = 21;

/// Attributions before one among which the same speaker is looked for.
const RECENT: usize = 40;

/// What a day costs that stands with another count of the sentence.
const OTHER_PART: i64 = 24;

/// The day of a count, and where it is from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dated {
    pub(crate) as_of: Option<AsOf>,
    /// Whether the count is of another event.
    pub(crate) background: bool,
    /// The day that its own words name, and where they begin.
    pub(crate) own: Option<(AsOf, usize)>,
}

impl Dated {
    /// «أعلن الجمعة خروج ألف مدني الخميس»: its own day stands behind the count, where no day of saying stands.
    pub(crate) fn is_behind(&self, draft: &Draft) -> bool {
        self.own.is_some_and(|(_, at)| at >= draft.count.number.end && at <= draft.count.whole.end + 1)
    }
}

impl Scope<'_, '_, '_, '_> {
    /// The day that the clause names, else that of publication; a day long past tells of another event.
    pub(super) fn day(&self, draft: &Draft, sentence: TokenRange, said: Option<&Attribution>) -> Dated {
        let at = draft.count.number.start;
        let here = self.times_in(sentence);
        let past = |t: &&TimeReading| {
            self.is_long_ago(t) && !t.counted && t.end.is_some() && !self.is_since(t) && self.belongs(draft, t)
        };
        let near = |t: &&TimeReading| {
            let away = (t.tokens.start as i64 - at as i64).abs() * 2 + i64::from(t.tokens.start > at);
            let saying = said.is_some_and(|a| (a.cue.start..=a.cue.end).contains(&t.tokens.start));
            away + if saying || self.is_of_other_part(draft, t) { OTHER_PART } else { 0 }
        };
        let clause = |t: &&TimeReading| !self.crosses_clause(at, t.tokens.start);
        let when = here.iter().rfind(|t| self.opens_clause(draft, t));
        let background = here.iter().filter(clause).any(|t| past(&t))
            || self.recalls(draft)
            || when.is_some_and(|t| self.is_long_ago(t));
        let until = here.iter().filter(|t| self.is_until(t)).min_by_key(near).and_then(day_of);
        let lasting = matches!(draft.quantity, Quantity::Missing | Quantity::Kidnapped);
        let tells = |t: &&TimeReading| day_of(t).is_some() || self.is_span(t) || background && past(t);
        let since = |t: &TimeReading| self.is_since(t) && !lasting && !(background && past(&t));
        let day = here.iter().filter(|t| tells(t) && self.belongs(draft, t) && !since(t)).min_by_key(near);
        let clear = day.is_some_and(|t| self.ties(draft, t));
        let told = background || self.tells_when(draft) || clear && !draft.running && !self.runs_on(draft, sentence);
        let day = day.filter(|t| told || self.is_span(t)).and_then(|t| Some((self.as_of(t)?, t.tokens.start)));
        let when = when.and_then(|t| Some((self.as_of(t)?, t.tokens.start)));
        let own = self.counted_back(draft, here).or(when).or(day);
        if own.is_none() && self.is_then(draft) {
            return Dated { as_of: self.told_before(draft), background: true, own: None };
        }
        // Neither he who recalls an event nor the report tells the day of it.
        let told_on = said.and_then(|a| self.said_on(a, draft)).or(self.written).filter(|_| !background);
        let as_of = until.map(AsOf::from).or(own.map(|o| o.0)).or(told_on.map(AsOf::from));
        Dated { as_of, background, own }
    }

    /// The day of his words: that of the cue, else the last that the report gives for what the same speaker said.
    /// A source that only stands behind the count («وفق المصدر») says nothing of when.
    fn said_on(&self, said: &Attribution, draft: &Draft) -> Option<Day> {
        let same = |a: &&Attribution| a.said_on.is_some() && !a.chain.is_empty() && speakers(a).eq(speakers(said));
        let all = self.input.attributions.iter().as_slice();
        let end = all.partition_point(|a| a.cue.start < said.cue.start);
        let mut before = all.get(end.saturating_sub(RECENT)..end).unwrap_or(&[]).iter().rev();
        let leads = said.cue.start < draft.count.number.start;
        said.said_on.or_else(|| before.find(same).filter(|_| leads).and_then(|a| a.said_on))
    }

    /// «20 ألفاً خرجوا الخميس، وإن ألفين خرجوا الجمعة»: the day stands with another count, behind a comma or «إن».
    fn is_of_other_part(&self, draft: &Draft, time: &TimeReading) -> bool {
        let parted = |t: usize| self.view.barriers(t) & barrier::COMMA != 0 || self.view.has(t, mark::THAT);
        let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        let before = time.tokens.start.saturating_sub(8)..time.tokens.start;
        time.tokens.end <= from
            && (time.tokens.end..from).any(parted)
            && before.rev().take_while(|t| self.view.barriers(*t) & barrier::COMMA == 0).any(|t| self.view.is_slot(t))
    }

    /// «منذ عام 2004، حين لقي 12 حتفهم»: the clause of the count is one of what happened then.
    fn opens_clause(&self, draft: &Draft, time: &TimeReading) -> bool {
        let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        let comma = usize::from(self.view.barriers(time.tokens.end) & barrier::COMMA != 0);
        let then = time.tokens.end + comma;
        let open = |t: usize| self.view.barriers(t) & (barrier::STOP | barrier::CLAUSE | barrier::COMMA) == 0;
        time.kind == TimeType::Date
            && then < from
            && self.view.analysed.is(then, self.when)
            && (then + 1..from).all(open)
    }

    /// «بين 18 و27 فبراير»: a stretch of days that is over.
    fn is_span(&self, time: &TimeReading) -> bool {
        let over = time.end.zip(self.input.published).is_some_and(|(end, published)| end.date() <= published);
        time.kind == TimeType::Date && is_range(time) && over
    }

    /// «بعد ثلاثة أيام من مقتل ...»: so many days before the report.
    fn counted_back(&self, draft: &Draft, here: &[TimeReading]) -> Option<(AsOf, usize)> {
        let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        let time = here.iter().find(|t| t.tokens.end < from && from - t.tokens.end <= 2)?;
        let after = time.tokens.start.checked_sub(1).is_some_and(|b| self.view.analysed.is(b, self.after));
        let days = time.seconds.filter(|_| after && self.view.is_from(time.tokens.end))? / 86_400.0;
        let back = jiff::Span::new().try_days((0.0..=60.0).contains(&days).then_some(days as i64)?).ok()?;
        Some((AsOf::from(self.input.published?.checked_sub(back).ok()?), time.tokens.start))
    }

    /// «ويومها قُتل ...»: of the event that the sentence before tells of.
    fn is_then(&self, draft: &Draft) -> bool {
        let Some(sentence) = self.view.document().sentences().get(draft.sentence) else { return false };
        (sentence.start..sentence.end.min(sentence.start + 2)).any(|t| self.view.analysed.is(t, self.then))
    }

    /// The time that the sentence before names.
    fn told_before(&self, draft: &Draft) -> Option<AsOf> {
        let before = *self.view.document().sentences().get(draft.sentence.checked_sub(1)?)?;
        self.times_in(before).iter().rev().filter(|t| t.kind == TimeType::Date).find_map(|t| self.as_of(t))
    }

    fn as_of(&self, time: &TimeReading) -> Option<AsOf> {
        as_of(time, self.input.published)
    }

    /// The times of a stretch of text.
    fn times_in(&self, run: TokenRange) -> &[TimeReading] {
        let times = &self.times;
        let first = times.partition_point(|t| t.tokens.start < run.start);
        let rest = times.get(first..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|t| t.tokens.end <= run.end)).unwrap_or(&[])
    }

    /// Whether the words say when it happened («قُتل أمس»), not of what there is a running total («خلّف الزلزال ... قتيلا»).
    fn tells_when(&self, draft: &Draft) -> bool {
        if draft.count.said == Said::One {
            return true;
        }
        let finite = |t: usize| self.view.has(t, mark::VERB) && !self.view.has(t, mark::NOMINAL);
        draft.trigger.is_some_and(|t| {
            t.iter().any(|t| self.view.has(t, mark::TRIGGER) && (finite(t) || self.view.has(t, mark::VERB)))
        })
    }

    /// «اعتقال تسعة الأربعاء»: the day stands in the clause of the count, and not with what brought it about.
    fn ties(&self, draft: &Draft, time: &TimeReading) -> bool {
        let count = &draft.count;
        let from = draft.trigger.map_or(count.number.start, |t| t.start.min(count.number.start));
        let between = if time.tokens.start < from { time.tokens.end..from } else { count.whole.end..time.tokens.start };
        // «اندلعت صدامات الأربعاء، ما أدى إلى توقيف تسعة»: what the event led to, on its day.
        let led = |t: usize| t.checked_sub(1).is_some_and(|b| self.view.analysed.is(b, self.which_led));
        let cause = |t: usize| self.view.has(t, mark::CALLS) && !led(t);
        let result = between.clone().any(led);
        let parts = if result { barrier::STOP } else { barrier::CLAUSE | barrier::COMMA | barrier::STOP };
        let caused = draft.trigger.is_some_and(|t| t.iter().any(cause));
        // «أسفر القصف، الجمعة، عن ...»: the commas only set the day off.
        let comma = |t: usize| self.view.barriers(t) & barrier::COMMA != 0;
        let set_off = time.tokens.start.checked_sub(1).is_some_and(comma) && time.tokens.end == between.start;
        let near = !between
            .clone()
            .any(|t| self.view.barriers(t) & parts != 0 && !(set_off && t == between.start && comma(t)) || cause(t));
        let behind_cause = from.checked_sub(2).is_some_and(|b| (b..from).any(cause));
        near && !caused && !behind_cause
    }

    /// «حتى الآن»: a total that runs on.
    fn runs_on(&self, draft: &Draft, sentence: TokenRange) -> bool {
        let phrases = self.view.analysed.phrases();
        let first = phrases.partition_point(|p| p.tokens.start < sentence.start);
        let near = |p: &crate::LexiconPhrase| {
            let (from, to) = (p.tokens.end.min(draft.count.number.start), p.tokens.start.max(draft.count.whole.end));
            p.tokens.end <= draft.count.number.start && draft.count.number.start - from <= 8
                || p.tokens.start >= draft.count.whole.end && to - draft.count.whole.end <= 6
        };
        let mut here = phrases.iter().skip(first).take_while(|p| p.tokens.end <= sentence.end);
        here.any(|p| self.until_now.find(&p.readings).is_some() && near(p))
    }

    /// «الحرب التي اندلعت عام 2011 أسفرت عن ...»: a day of another clause is not the count's.
    fn belongs(&self, draft: &Draft, time: &TimeReading) -> bool {
        let count = &draft.count;
        // «قُتل ثلاثة، وأصيب أربعة الأحد»: a joined verb of harm goes on with the same event.
        let verb = |t: usize| self.view.has(t, mark::VERB) && !self.view.has(t, mark::NOMINAL);
        let finite = |t: usize| verb(t) && !(self.view.joins(t) && self.view.has(t, mark::TRIGGER | mark::CALLS));
        let open = |t: &usize| self.view.barriers(*t) & (barrier::CLAUSE | barrier::COMMA | barrier::STOP) == 0;
        if time.tokens.start < count.number.start {
            let back = (time.tokens.start.saturating_sub(12)..time.tokens.start).rev().take_while(open);
            let relative = back.into_iter().any(|t| self.view.has(t, mark::RELATIVE));
            return !relative || !(time.tokens.end..count.number.start).any(finite);
        }
        let comma = (count.whole.end..time.tokens.start).find(|t| self.view.barriers(*t) & barrier::COMMA != 0);
        let own = |t: usize| draft.trigger.is_some_and(|run| run.contains(t));
        let other = |t: usize| !own(t) && (finite(t) || self.view.has(t, mark::RELATIVE));
        comma.is_none_or(|c| !(c + 1..time.tokens.start).any(other))
    }

    /// The day on which the one who says it said it: the last day named between his cue and the count.
    pub(crate) fn announced(&self, draft: &Draft, sentence: TokenRange, said: Option<&Attribution>) -> Option<Day> {
        let said = said.filter(|a| around(draft, sentence).contains(a.cue.start))?;
        if said.cue.start >= draft.count.whole.end {
            // «... بحسب ما أوضح الوزير مساء الجمعة»
            let cue = TokenRange::new(said.cue.start, sentence.end.min(said.cue.end + 4));
            return self.times_in(cue).iter().find_map(day_of);
        }
        let at = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        // «والخميس أعلنت الوزارة أن ...», «ففي يوم الأحد، قال ...»
        let opening = TokenRange::new(sentence.start, said.cue.start);
        let opens = |t: &&TimeReading| t.tokens.start <= sentence.start + 2 && t.tokens.end + 1 >= said.cue.start;
        let opening = self.times_in(opening).iter().find(opens).and_then(day_of);
        let times = self.input.times;
        let first = times.partition_point(|t| t.tokens.start < said.cue.start);
        let between = times.get(first..).unwrap_or(&[]).iter().take_while(|t| t.tokens.end <= at);
        let clear = |t: &&TimeReading| {
            !(t.tokens.end..at).any(|i| {
                self.view.is_slot(i) || self.view.barriers(i) & barrier::CLAUSE != 0 && !self.view.has(i, mark::THAT)
            })
        };
        between.filter(clear).filter_map(day_of).last().or(opening)
    }

    fn crosses_clause(&self, a: usize, b: usize) -> bool {
        (a.min(b)..a.max(b)).any(|t| self.view.barriers(t) & (barrier::CLAUSE | barrier::STOP) != 0)
    }

    fn is_long_ago(&self, time: &TimeReading) -> bool {
        let Some(published) = self.input.published else { return false };
        if !matches!(time.kind, TimeType::Date) {
            return false;
        }
        // «الشهر الماضي» as a whole is over; a day of it may not be.
        let month = time.timex.len() == 7 && time.timex.get(..7) < published.to_string().get(..7);
        let last = time.end.map(|e| e.date()).or(time.start.map(|s| s.date()));
        month || last.and_then(|d| d.until(published).ok()).is_some_and(|s| i64::from(s.get_days()) > LONG_AGO)
    }

    /// «منذ 2011» tells how long the count has been running.
    fn is_since(&self, time: &TimeReading) -> bool {
        let back = time.tokens.start.saturating_sub(14);
        let clause = (back..=time.tokens.start)
            .rev()
            .take_while(|t| self.view.barriers(*t) & (barrier::STOP | barrier::CLAUSE | barrier::COMMA) == 0);
        clause.into_iter().any(|t| self.view.analysed.is(t, self.since))
    }

    /// «حتى مساء السبت»: the day up to which the count holds.
    fn is_until(&self, time: &TimeReading) -> bool {
        let back = time.tokens.start.saturating_sub(2);
        day_of(time).is_some() && (back..=time.tokens.start).any(|t| self.view.analysed.is(t, self.until))
    }

    /// «ذكرى مقتل ستة»
    fn recalls(&self, draft: &Draft) -> bool {
        let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        (from.saturating_sub(4)..from).any(|t| self.view.analysed.is(t, self.anniversary))
    }
}

/// The times of the text, with years that only a preposition gives away («في 2009»).
pub(super) fn times<'i>(
    view: &View<'_, '_>,
    input: &Input<'i, '_>,
    inside: &Senses,
    event: &Senses,
) -> Cow<'i, [TimeReading]> {
    let document = view.document();
    let latest = input.published.map_or(2100, |d| i32::from(d.year()));
    let year = |at: usize| {
        let word = if document.kind(at) == TokenKind::Number { document.word(at) } else { "" };
        // «هجمات العاصمة (2015)»
        let bracketed = |b: usize| document.word(b) == "(" && matches!(document.word(at + 1), ")" | "،");
        // «خلّفت فيضانات 2012 ...»
        let of_event = |b: usize| view.analysed.is(b, event) && !view.has(b, mark::VERB);
        let after = at.checked_sub(1).is_some_and(|b| view.analysed.is(b, inside) || bracketed(b) || of_event(b));
        let free = !view.has(at + 1, mark::PERSON | mark::VICTIM | mark::BUILDING | mark::VEHICLE | mark::MEASURE);
        word.parse::<i32>().ok().filter(|y| word.len() == 4 && (1900..=latest).contains(y) && after && free)
    };
    let taken = |at: usize| {
        let next = input.times.partition_point(|t| t.tokens.end <= at);
        input.times.get(next).is_some_and(|t| t.tokens.contains(at))
    };
    let mut found: Vec<TimeReading> = (1..document.tokens().len())
        .filter(|at| document.kind(*at) == TokenKind::Number && !taken(*at))
        .filter_map(|at| year_reading(view, at, year(at)?))
        .collect();
    if found.is_empty() {
        return Cow::Borrowed(input.times);
    }
    found.extend(input.times.iter().cloned());
    found.sort_by_key(|t| t.tokens.start);
    Cow::Owned(found)
}

fn year_reading(view: &View<'_, '_>, at: usize, year: i32) -> Option<TimeReading> {
    let tokens = TokenRange::new(at, at + 1);
    let day = |year: i32| Day::new(i16::try_from(year).ok()?, 1, 1).ok().map(|d| d.at(0, 0, 0, 0));
    Some(TimeReading {
        tokens,
        range: view.document().range_of(tokens),
        kind: TimeType::Date,
        timex: year.to_string(),
        start: Some(day(year)?),
        end: day(year + 1),
        grain: Grain::Year,
        interval: false,
        times: None,
        seconds: None,
        half: None,
        counted: false,
        contradicts_weekday: false,
        absolute: true,
        names_day: false,
    })
}

/// The day on which the report says that it was written («كيتو 28 أبريل 2021 (وكالة)»), else that of publication.
pub(super) fn written(view: &View<'_, '_>, input: &Input<'_, '_>) -> Option<Day> {
    let published = input.published?;
    let kind = |at: usize| view.document().kind(at);
    let ends = |at: usize| matches!(kind(at), TokenKind::Open | TokenKind::Dash);
    let dateline = |t: &&TimeReading| {
        let line = view.document().paragraphs().get(view.document().paragraph_of(t.tokens.start));
        line.is_some_and(|l| t.tokens.start <= l.start + 4) && ends(t.tokens.end)
    };
    let first = input.times.iter().take_while(|t| view.document().paragraph_of(t.tokens.start) < LINES);
    let day = first.filter(|t| t.absolute).find(dateline).and_then(day_of)?;
    let days = day.until(published).ok().map(|s| s.get_days());
    Some(days.filter(|d| (0..=2).contains(d)).map_or(published, |_| day))
}

/// Lines among which a dateline may stand.
const LINES: usize = 3;

/// The day that a time names, else its month or year.
fn as_of(time: &TimeReading, published: Option<Day>) -> Option<AsOf> {
    let start = time.start.map(|s| s.date())?;
    if is_range(time) {
        let end = time.end.map(|e| e.date())?;
        // «خلال الأيام الخمسة الماضية»: up to the report itself.
        return if Some(end) == published { Some(end) } else { end.yesterday().ok() }.map(AsOf::from);
    }
    Some(match time.grain {
        _ if day_of(time).is_some() => start.into(),
        // «أواخر ديسمبر», «مطلع 2016»: a part of the unit, which the value begins with.
        Grain::Day | Grain::Week | Grain::Month if time.timex.len() >= 7 => AsOf::month_of(start),
        _ => AsOf::year_of(start),
    })
}

/// «18-27 فبراير»
fn is_range(time: &TimeReading) -> bool {
    time.interval && time.grain == Grain::Day && time.timex.contains('/')
}

/// The day that a time names, a part of that day too («مساء الأحد»).
fn day_of(time: &TimeReading) -> Option<Day> {
    let part = matches!(time.kind, TimeType::Date | TimeType::Time) && time.timex.get(10..11) == Some("T");
    time.day().or_else(|| time.timex.get(..10).filter(|_| part)?.parse().ok())
}

/// The names of those whom the words come from.
fn speakers(said: &Attribution) -> impl Iterator<Item = &str> {
    said.chain.iter().map(|h| h.name.as_str())
}

//! The day for which a count holds, and whether it is of another event.

use tawatur_model::{Day, TimeType};
use tawatur_text::TokenRange;

use super::count::Said;
use super::reader::Draft;
use super::scope::{Scope, around};
use super::vocabulary::mark;
use crate::attribution::Attribution;
use crate::rule::barrier;
use crate::time::TimeReading;

/// Days before publication after which a date tells of another event.
const LONG_AGO: i64 = 21;

impl Scope<'_, '_, '_, '_> {
    /// The day that the clause names, else that of publication; a day long past tells of another event.
    pub(super) fn day(&self, draft: &Draft, sentence: TokenRange, said: Option<&Attribution>) -> (Option<Day>, bool) {
        let at = draft.count.number.start;
        let times = self.input.times;
        let first = times.partition_point(|t| t.tokens.start < sentence.start);
        let here = times.get(first..).unwrap_or(&[]).iter().take_while(|t| t.tokens.end <= sentence.end);
        let past = |t: &&TimeReading| self.is_long_ago(t) && !self.is_since(t) && self.belongs(draft, t);
        let near = |t: &&TimeReading| (t.tokens.start as i64 - at as i64).abs() * 2 + i64::from(t.tokens.start > at);
        let clause = |t: &&TimeReading| !self.crosses_clause(at, t.tokens.start);
        let background = here.clone().filter(clause).any(|t| past(&t)) || self.recalls(draft);
        let until = here.clone().filter(|t| self.is_until(t)).min_by_key(near).and_then(TimeReading::day);
        let day = here.filter(|t| t.day().is_some() && self.belongs(draft, t)).min_by_key(near);
        let clear = day.is_some_and(|t| self.ties(draft, t));
        let told = background || self.tells_when(draft) || clear && !draft.running && !self.runs_on(draft, sentence);
        let as_of = until.or(day.and_then(TimeReading::day).filter(|_| told)).or(said.and_then(|a| a.said_on));
        (as_of.or(self.input.published.filter(|_| !background)), background)
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
        let parts = barrier::CLAUSE | barrier::COMMA | barrier::STOP;
        let caused = draft.trigger.is_some_and(|t| t.iter().any(|t| self.view.has(t, mark::CALLS)));
        let near = !between.clone().any(|t| self.view.barriers(t) & parts != 0 || self.view.has(t, mark::CALLS));
        let behind_cause = from.checked_sub(2).is_some_and(|b| (b..from).any(|t| self.view.has(t, mark::CALLS)));
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
        let finite = |t: usize| self.view.has(t, mark::VERB) && !self.view.has(t, mark::NOMINAL) && !self.view.joins(t);
        let open = |t: &usize| self.view.barriers(*t) & (barrier::CLAUSE | barrier::COMMA | barrier::STOP) == 0;
        if time.tokens.start < count.number.start {
            let back = (time.tokens.start.saturating_sub(12)..time.tokens.start).rev().take_while(open);
            let relative = back.into_iter().any(|t| self.view.has(t, mark::RELATIVE));
            return !relative || !(time.tokens.end..count.number.start).any(finite);
        }
        let comma = (count.whole.end..time.tokens.start).find(|t| self.view.barriers(*t) & barrier::COMMA != 0);
        comma.is_none_or(|c| !(c + 1..time.tokens.start).any(finite))
    }

    /// The day on which the one who says it said it: the last day named between his cue and the count.
    pub(crate) fn announced(&self, draft: &Draft, sentence: TokenRange, said: Option<&Attribution>) -> Option<Day> {
        let said = said.filter(|a| around(draft, sentence).contains(a.cue.start))?;
        let at = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        let times = self.input.times;
        let first = times.partition_point(|t| t.tokens.start < said.cue.start);
        let between = times.get(first..).unwrap_or(&[]).iter().take_while(|t| t.tokens.end <= at);
        let clear = |t: &&TimeReading| {
            !(t.tokens.end..at).any(|i| {
                self.view.is_slot(i) || self.view.barriers(i) & barrier::CLAUSE != 0 && !self.view.has(i, mark::THAT)
            })
        };
        between.filter(clear).filter_map(TimeReading::day).last()
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
        time.day().is_some() && (back..=time.tokens.start).any(|t| self.view.analysed.is(t, self.until))
    }

    /// «ذكرى مقتل ستة»
    fn recalls(&self, draft: &Draft) -> bool {
        let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        (from.saturating_sub(4)..from).any(|t| self.view.analysed.is(t, self.anniversary))
    }
}

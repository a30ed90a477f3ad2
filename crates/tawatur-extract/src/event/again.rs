//! An event that a report tells of more than once, and dates only once: «اعتقل سالم القاضي … اعتقل القاضي الخميس».

use tawatur_model::Event;
use tawatur_text::TokenRange;

use super::read::Reader;
use crate::clause::Tag;

/// Events before and behind one in which it is told again.
const REACH: usize = 32;

impl Reader<'_, '_> {
    /// Gives what befell somebody once the one day that the report has for it, wherever it tells of it again.
    pub(super) fn told_again(&self, events: &mut [Event]) {
        let dated = |e: &Event| e.date.as_ref().is_some_and(|d| d.len() == 10);
        if !events.iter().any(|e| dated(e) && self.befalls_once(e)) {
            return;
        }
        // Whoever is only described may lend his day to his name, and his name to the rest of the report.
        for by_name in [false, true] {
            for i in 0..events.len() {
                if let Some(date) = self.day_of(events, i, by_name)
                    && let Some(event) = events.get_mut(i)
                {
                    event.date = Some(date);
                }
            }
        }
    }

    /// The only day that the report has for an event that is told without one.
    fn day_of(&self, events: &[Event], i: usize, by_name: bool) -> Option<String> {
        let event = events.get(i).filter(|e| e.date.is_none() && self.befalls_once(e))?;
        let from = i.saturating_sub(REACH);
        let near =
            events.iter().enumerate().skip(from).take(2 * REACH).filter(|(k, o)| *k != i && o.rule == event.rule);
        let same = near.filter(|(_, o)| self.befalls_once(o)).filter(|(_, o)| match by_name {
            true => self.is_same_man(event, o),
            false => self.is_described(event, o),
        });
        let mut days = same.filter_map(|(_, o)| o.date.as_ref());
        let day = days.next().filter(|d| d.len() == 10)?;
        days.all(|d| d == day).then(|| day.clone())
    }

    /// An event that is told as done to one man, which comes upon nobody twice within a few days.
    fn befalls_once(&self, event: &Event) -> bool {
        let once = |r: &super::rules::Rule| r.person && r.needs_target && r.mode != "investigate";
        event.aux.is_empty() && event.target.is_some() && self.words.book.by_id(&event.rule).is_some_and(once)
    }

    fn target_of(&self, event: &Event) -> Option<TokenRange> {
        let tokens = self.layers.analysed.document.tokens_in(event.target.as_ref()?.range?);
        (!tokens.is_empty()).then_some(tokens)
    }

    fn is_named(&self, name: TokenRange) -> bool {
        name.iter().any(|i| self.layers.tags.is(i, Tag::NAME_BEGINS.or(Tag::NAME)))
    }

    /// «كريم سعد» and «سعد»: a name and its end.
    fn is_same_man(&self, one: &Event, other: &Event) -> bool {
        let (Some(a), Some(b)) = (self.target_of(one), self.target_of(other)) else { return false };
        let document = &self.layers.analysed.document;
        let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
        let tail = TokenRange::new(long.end - short.len(), long.end);
        self.is_named(long)
            && long.len() > 1
            && tail.iter().zip(short.iter()).all(|(x, y)| document.word(x) == document.word(y))
    }

    /// «أعلن الجهاز أن رئيسه السابق سالم القاضي اعتقل. وقالت اللجنة إن مديرها السابق اعتقل الخميس»: in one sentence and the
    /// next, one is named and the other is the bearer of an office.
    fn is_described(&self, one: &Event, other: &Event) -> bool {
        let (Some(a), Some(b)) = (self.target_of(one), self.target_of(other)) else { return false };
        let document = &self.layers.analysed.document;
        let (first, last) = (document.sentence_of(a.start.min(b.start)), document.sentence_of(a.start.max(b.start)));
        let office = |p: TokenRange| {
            let tag = self.layers.tags.at(p.start);
            tag.all(Tag::TITLE.or(Tag::PRONOUN_END)) && !tag.any(Tag::PLURAL) && !self.is_named(p)
        };
        last - first <= 1 && (self.is_named(a) && office(b) || office(a) && self.is_named(b))
    }
}

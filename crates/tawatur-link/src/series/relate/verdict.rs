//! What a newer count does to one that stood.

use tawatur_model::{Mode, Quantity};

use super::super::because::Because;
use super::super::count::{Change, Count};
use super::super::draft::{Draft, Scope};
use super::super::rounding::share_report;
use super::succession::Value;
use super::{Relater, days_between};

/// Two totals no more than so many days apart, the later one lower and from another origin, disagree; with more
/// time between them the later one is a correction.
const SAME_TIME_DAYS: i32 = 1;

/// What a newer value does to one that stood.
pub(super) enum Verdict {
    Supersedes(Because),
    Disagrees,
    Stale,
    Nothing,
}

impl Relater<'_, '_> {
    pub(super) fn verdict(&self, new: &Value, old: &Value) -> Verdict {
        let (from, to) = self.pair(new, old);
        let (Some(n), Some(o)) = (self.drafts.get(from), self.drafts.get(to)) else { return Verdict::Nothing };
        if self.is_newer_version(n, o) {
            return Verdict::Supersedes(Because::NewVersion);
        }
        if self.is_newer_version(o, n) {
            return Verdict::Nothing;
        }
        if n.is_vague() && o.is_vague() {
            let above = n.said > o.most() && n.day > o.day;
            return if above { self.supersedes(n, o) } else { Verdict::Nothing };
        }
        if o.is_vague() {
            let says_now = self.same_origin(n, o) && n.day > o.day;
            return if n.said > o.most() || says_now { self.supersedes(n, o) } else { Verdict::Nothing };
        }
        if n.is_vague() {
            return Verdict::Nothing;
        }
        if n.said > o.said { self.larger(n, o) } else { self.lower(n, o, old.disputed) }
    }

    fn larger(&self, n: &Draft, o: &Draft) -> Verdict {
        let together = share_report(n, o, self.counts);
        let same_origin = self.same_origin(n, o);
        if self.is_earlier_in_text(o) || same_origin || self.change(n).is_some() {
            return self.supersedes(n, o);
        }
        if together && !self.is_dated(o) {
            return Verdict::Supersedes(Because::LargerInOneReport);
        }
        let named = n.origin.is_some() && o.origin.is_some();
        if together && named && days_between(n.day, o.day) <= SAME_TIME_DAYS && self.only_there(n, o) {
            return Verdict::Disagrees;
        }
        let later = n.day > o.day || n.first.0 > o.first.0;
        let bounded = matches!(o.mode, Mode::AtLeast | Mode::Over);
        let silent = n.origin.is_none() && o.origin.is_none() && n.first > o.first;
        if later || bounded || silent { self.supersedes(n, o) } else { Verdict::Disagrees }
    }

    fn lower(&self, n: &Draft, o: &Draft, disputed: bool) -> Verdict {
        if self.is_earlier_in_text(n) || (self.change(n).is_none() && self.has_larger_beside(n, o)) {
            return Verdict::Nothing;
        }
        let days = days_between(n.day, o.day);
        let later = n.day > o.day || n.first.0 > o.first.0;
        let same_origin = self.same_origin(n, o);
        match (later, n.origin.is_some()) {
            (true, _) if self.goes_down() => Verdict::Supersedes(Because::LaterCount),
            (true, false) if disputed => Verdict::Supersedes(self.lower_reason(n, o)),
            (true, false) => Verdict::Stale,
            (true, true) if same_origin => Verdict::Supersedes(self.lower_reason(n, o)),
            (true, true) if days > SAME_TIME_DAYS => Verdict::Supersedes(self.lower_reason(n, o)),
            (true, true) => Verdict::Disagrees,
            (false, _) if matches!(n.mode, Mode::AtLeast | Mode::Over) || same_origin => Verdict::Nothing,
            (false, false) if o.origin.is_none() => Verdict::Nothing,
            (false, _) => Verdict::Disagrees,
        }
    }

    /// Whether a report that gives a count gives a total beside it that is no lower than the one that stood: then the
    /// count is of something smaller, and not an old total carried on.
    fn has_larger_beside(&self, n: &Draft, stood: &Draft) -> bool {
        let larger = |d: &Draft| d.scope == Scope::Total && d.said > n.said && d.said >= stood.said;
        self.drafts.iter().any(|d| larger(d) && share_report(d, n, self.counts))
    }

    /// Whether two counts are given by one report, and first by it: one puts the other against it.
    fn only_there(&self, n: &Draft, o: &Draft) -> bool {
        n.first == o.first && !matches!(o.mode, Mode::AtLeast | Mode::Over)
    }

    /// Whether the count of this question goes down by itself: the missing are found, crowds go home.
    fn goes_down(&self) -> bool {
        let first = self.drafts.first().and_then(|d| d.counts.first()).and_then(|i| self.counts.get(*i));
        first.is_some_and(|c| matches!(c.figure.quantity, Quantity::Missing | Quantity::Crowd | Quantity::Deployed))
    }

    /// Whether two counts are of one voice; "the authorities" of two reports need not be.
    fn same_origin(&self, a: &Draft, b: &Draft) -> bool {
        let general = || a.origin.and_then(|o| self.origins.get(o)).is_some_and(|o| o.general);
        a.origin.is_some() && a.origin == b.origin && (!general() || share_report(a, b, self.counts))
    }

    fn lower_reason(&self, n: &Draft, o: &Draft) -> Because {
        if let Some(word) = self.taken_back(o) {
            return Because::Withdrawn(word);
        }
        match self.change(n) {
            Some((Change::Newer, word)) => Because::SaidNewer(word),
            Some((Change::Withdrawn, word)) => Because::Withdrawn(word),
            None => Because::LaterAndLower,
        }
    }

    /// The word by which the voice of a count takes it back elsewhere.
    fn taken_back(&self, stood: &Draft) -> Option<String> {
        let same = |d: &&Draft| d.scope == Scope::Withdrawn && d.said == stood.said && d.origin == stood.origin;
        let taken = self.drafts.iter().find(same)?;
        taken.counts.iter().filter_map(|i| self.counts.get(*i)).find_map(|c| c.withdrawn.clone())
    }

    /// Whether one count is that of a later version of the page that gave the other.
    fn is_newer_version(&self, n: &Draft, o: &Draft) -> bool {
        let of = |d: &Draft| d.counts.iter().filter_map(|i| self.counts.get(*i)).collect::<Vec<_>>();
        let (new, old) = (of(n), of(o));
        let later = |a: &Count<'_>, b: &Count<'_>| {
            a.page.is_some() && a.page == b.page && a.item != b.item && a.published > b.published
        };
        // What other pages still carry is not gone because one page was changed.
        let only_there = old.iter().all(|b| b.page.is_some() && b.page == old.first().and_then(|f| f.page.clone()));
        only_there && new.iter().any(|a| old.iter().any(|b| later(a, b)))
    }

    fn supersedes(&self, n: &Draft, o: &Draft) -> Verdict {
        let same_origin = n.origin.is_some() && n.origin == o.origin;
        let because = match self.change(n) {
            _ if self.is_earlier_in_text(o) => Because::SaidEarlier,
            Some((Change::Newer, word)) => Because::SaidNewer(word),
            Some((Change::Withdrawn, word)) if same_origin => Because::Withdrawn(word),
            _ => Because::LaterAndLarger { days: n.day.zip(o.day), same_origin },
        };
        Verdict::Supersedes(because)
    }
}

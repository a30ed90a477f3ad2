//! Drafts of points: the counts that are one answer.

use std::collections::BTreeSet;

use tawatur_model::{Day, Mode};

use super::count::{Count, Moment};
use super::scope::{PlaceNumber, Places, Standing, Who, says_others};

/// What part of the question a count answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// All of it: a running total.
    Total,
    /// A group or a place inside it.
    Narrower(Who, Option<PlaceNumber>),
    /// A part of a count of the same report.
    Part(Who, Option<PlaceNumber>),
    /// What was newly added.
    Added,
    /// Others than those of the total, in the words of the report.
    Others,
    /// One case told by itself beside a much larger total.
    Case,
    /// Said not to be so.
    Denied,
    /// Taken back.
    Withdrawn,
}

/// One answer in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// Indexes of the counts, in time order.
    pub(crate) counts: Vec<usize>,
    pub(crate) scope: Scope,
    pub(crate) origin: Option<usize>,
    /// The name under which that origin is given here first.
    pub(crate) voice: Option<String>,
    pub(crate) day: Option<Day>,
    /// When it was first published.
    pub(crate) first: Moment,
    pub(crate) said: f64,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) mode: Mode,
    /// A count that had been replaced when this was printed.
    pub(crate) stale: bool,
}

impl Draft {
    fn new(at: usize, c: &Count<'_>, scope: Scope, stale: bool) -> Self {
        let f = c.figure;
        Self {
            counts: vec![at],
            scope,
            origin: c.origin,
            voice: None,
            day: c.day,
            first: c.published,
            said: c.said,
            low: f.low,
            high: f.high,
            mode: f.mode,
            stale,
        }
    }

    /// Whether it is only "dozens".
    pub(crate) fn is_vague(&self) -> bool {
        self.mode == Mode::Vague
    }

    /// The greatest number that the words allow, or the number said where they set no upper bound.
    pub(crate) fn most(&self) -> f64 {
        self.high.unwrap_or(self.said).max(self.said)
    }
}

/// The question's place and the counts, to make drafts from.
pub(crate) struct Drafter<'c, 'a> {
    pub(crate) counts: &'c [Count<'a>],
    pub(crate) who: &'c Who,
    pub(crate) place: Option<PlaceNumber>,
    pub(crate) places: &'c Places,
    /// Counts that a report carried on after they had been replaced.
    pub(crate) stale: BTreeSet<usize>,
}

impl Drafter<'_, '_> {
    /// Joins the counts of one question into answers, in time order.
    pub(crate) fn drafts(&self, members: &[usize], general: &dyn Fn(usize) -> bool) -> Vec<Draft> {
        let mut order = members.to_vec();
        order.sort_by_key(|at| self.time_key(*at));
        let mut drafts: Vec<Draft> = Vec::new();
        // Counts with an origin first, so that what an outlet says in its own voice finds the answer it repeats.
        for named in [true, false] {
            for at in order.iter().copied() {
                let Some(c) = self.counts.get(at).filter(|c| c.origin.is_some() == named) else { continue };
                self.place_count(at, c, members, &mut drafts, general);
            }
        }
        self.finish(&mut drafts);
        drafts
    }

    fn place_count(
        &self,
        at: usize,
        c: &Count<'_>,
        members: &[usize],
        drafts: &mut Vec<Draft>,
        general: &dyn Fn(usize) -> bool,
    ) {
        let mut scope = self.scope(c, members);
        // An outlet that repeats "300 others" without saying whose count it is, still means the others.
        let others = |d: &Draft| {
            d.scope == Scope::Others && (d.low, d.high, d.mode) == (c.figure.low, c.figure.high, c.figure.mode)
        };
        if scope == Scope::Total && c.origin.is_none() && drafts.iter().any(others) {
            scope = Scope::Others;
        }
        let stale = self.stale.contains(&at);
        let fits = |d: &Draft| d.scope == scope && d.stale == stale && self.repeats(c, d, general);
        let home = drafts
            .iter()
            .position(|d| self.shares_report(d, c) && fits(d))
            .or_else(|| drafts.iter().position(|d| d.day == c.day && fits(d)))
            .or_else(|| drafts.iter().position(fits));
        match home.and_then(|i| drafts.get_mut(i)) {
            Some(draft) => {
                draft.counts.push(at);
                self.adopt_origin(draft, c);
            }
            None => drafts.push(Draft::new(at, c, scope, stale)),
        }
    }

    fn adopt_origin(&self, draft: &mut Draft, c: &Count<'_>) {
        if draft.origin.is_none() {
            draft.origin = c.origin;
        }
    }

    fn time_key(&self, at: usize) -> (Option<Day>, bool, bool, Moment, u64, usize) {
        let Some(c) = self.counts.get(at) else { return (None, false, false, (None, None), 0, at) };
        let earlier_in_text = !c.figure.superseded_in_text;
        (c.day, earlier_in_text, c.dated, c.published, c.said.to_bits(), at)
    }

    fn scope(&self, c: &Count<'_>, members: &[usize]) -> Scope {
        let inside = self.narrower_place(c);
        let who = if c.who == *self.who { Who::All } else { c.who.clone() };
        let so_far = inside.is_some() && c.figure.subset_of.is_none() && self.is_total_so_far(c, members);
        let place = inside.filter(|_| !so_far);
        match () {
            () if c.figure.modality == tawatur_model::Modality::Denied => Scope::Denied,
            () if c.withdrawn.is_some() => Scope::Withdrawn,
            () if c.figure.increment => Scope::Added,
            () if c.figure.subset_of.is_some()
                && (who != Who::All || place.is_some() || self.parent_here(c, members)) =>
            {
                Scope::Part(who, place)
            }
            () if who != Who::All || place.is_some() => Scope::Narrower(who, place),
            () if self.counts_others(c, members) => Scope::Others,
            () if self.is_single_case(c, members) => Scope::Case,
            () => Scope::Total,
        }
    }

    /// The place of a count, where it lies inside the question's.
    pub(crate) fn narrower_place(&self, c: &Count<'_>) -> Option<PlaceNumber> {
        let inside =
            |p: &PlaceNumber| self.place.is_some_and(|root| self.places.standing(*p, root) == Standing::Inside);
        c.place.filter(inside)
    }

    fn parent_here(&self, c: &Count<'_>, members: &[usize]) -> bool {
        members
            .iter()
            .filter_map(|i| self.counts.get(*i))
            .any(|o| o.item == c.item && Some(&o.figure.id) == c.figure.subset_of.as_ref())
    }

    /// "300 others", or much smaller: the same report has the same origin give a larger total for the same time, and
    /// does not say that the count rose to it.
    fn counts_others(&self, c: &Count<'_>, members: &[usize]) -> bool {
        let others = says_others(c.figure);
        let newer = |o: &Count<'_>| o.item == c.item && o.said > c.said && o.change.is_some();
        let risen = members.iter().filter_map(|i| self.counts.get(*i)).any(newer);
        let beside = |o: &Count<'_>| {
            let same = (o.item, o.origin, o.day, &o.who) == (c.item, c.origin, c.day, &c.who);
            let much_larger = o.said > 2.0 * c.said && !risen;
            same && o.figure.subset_of.is_none() && o.said > c.said && (others || much_larger)
        };
        let named = c.origin.is_some() || others;
        let counted = !c.is_vague() && !c.figure.superseded_in_text;
        named && counted && members.iter().filter_map(|i| self.counts.get(*i)).any(|o| !o.is_vague() && beside(o))
    }

    /// One or two dead, or a tenth of them, beside a total of the same report: a case that is told, no total.
    fn is_single_case(&self, c: &Count<'_>, members: &[usize]) -> bool {
        let much_larger = |o: &Count<'_>| {
            let total = o.figure.subset_of.is_none() && !o.figure.increment && !o.is_vague() && o.item == c.item;
            total && (o.said >= 10.0 * c.said || (c.said <= 2.0 && o.said > 2.0)) && o.who == c.who
        };
        let told = !c.is_vague() && !c.figure.superseded_in_text && c.change.is_none();
        let within = c.figure.within == tawatur_model::In::Text;
        told && within && members.iter().filter_map(|i| self.counts.get(*i)).any(much_larger)
    }

    /// Before anybody gives a count for the whole place, one for a part of it is the total so far.
    fn is_total_so_far(&self, c: &Count<'_>, members: &[usize]) -> bool {
        let whole = |o: &Count<'_>| {
            let inside =
                o.place.zip(self.place).is_some_and(|(p, root)| self.places.standing(p, root) == Standing::Inside);
            !inside && o.figure.subset_of.is_none() && !o.figure.increment && o.who == c.who
        };
        let later = |o: &Count<'_>| o.day > c.day && o.item != c.item;
        let mut wholes = members.iter().filter_map(|i| self.counts.get(*i)).filter(|o| whole(o)).peekable();
        wholes.peek().is_some() && c.day.is_some() && wholes.all(later)
    }

    /// Whether a count is the answer of a draft, said again.
    fn repeats(&self, c: &Count<'_>, draft: &Draft, general: &dyn Fn(usize) -> bool) -> bool {
        let f = c.figure;
        let same_words = (f.low, f.high, f.mode) == (draft.low, draft.high, draft.mode);
        let own_voice = c.origin.is_none() || draft.origin.is_none();
        // "64" and "at least 64" are one count where one report says both, or where nobody is named for either.
        let unnamed = c.origin.is_none() && draft.origin.is_none();
        let same_number = c.said == draft.said
            && own_voice
            && (unnamed || self.shares_report(draft, c))
            && [f.mode, draft.mode].iter().all(|m| matches!(m, Mode::Exact | Mode::AtLeast | Mode::About));
        let authorities = self.shares_report(draft, c) && [c.origin, draft.origin].into_iter().flatten().any(general);
        // "The authorities" who are said to have given an earlier toll are whoever gave it.
        let recalled = f.superseded_in_text && c.origin.is_some_and(general);
        let same_voice = own_voice || c.origin == draft.origin || authorities || recalled;
        let same_time = !draft.is_vague() || c.day == draft.day || c.day.is_none() || draft.day.is_none();
        (same_words || same_number) && same_voice && same_time
    }

    fn shares_report(&self, draft: &Draft, c: &Count<'_>) -> bool {
        draft.counts.iter().any(|i| self.counts.get(*i).is_some_and(|o| o.item == c.item))
    }

    /// Puts counts and drafts into time order, and gives a point its plainest words.
    fn finish(&self, drafts: &mut [Draft]) {
        for draft in drafts.iter_mut() {
            draft.counts.sort_by_key(|at| self.time_key(*at));
            let counts: Vec<&Count<'_>> = draft.counts.iter().filter_map(|i| self.counts.get(*i)).collect();
            draft.day = counts.iter().filter_map(|c| c.day).min();
            draft.first = counts.iter().map(|c| c.published).min().unwrap_or((None, None));
            let speaks = counts.iter().find(|c| c.origin.is_some() && c.origin == draft.origin).or(counts.first());
            if let Some(c) = speaks {
                (draft.low, draft.high, draft.mode) = (c.figure.low, c.figure.high, c.figure.mode);
                draft.voice.clone_from(&c.voice);
            }
        }
        drafts.sort_by_key(|d| self.draft_key(d));
    }

    fn draft_key(&self, draft: &Draft) -> (Option<Day>, bool, bool, Moment, u64, usize) {
        draft.counts.first().map_or((None, false, false, (None, None), 0, 0), |first| self.time_key(*first))
    }
}

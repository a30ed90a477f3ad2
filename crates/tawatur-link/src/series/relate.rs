//! How the answers to one question stand to each other.

use tawatur_model::{Mode, Quantity, Relation, RelationKind};

use super::because::Because;
use super::count::{Change, Count};
use super::draft::{Draft, Scope};
use super::rounding::{roundings, share_report};
use super::scope::{PlaceNumber, Places, Standing};
use crate::independence::Origins;
use crate::number::number;

/// Two totals no more than so many days apart, the later one lower and from another origin, disagree; with more
/// time between them the later one is a correction.
const SAME_TIME_DAYS: i32 = 1;

/// Finds the relations among the drafts of one question.
pub(crate) struct Relater<'c, 'a> {
    pub(crate) drafts: &'c [Draft],
    pub(crate) counts: &'c [Count<'a>],
    pub(crate) origins: &'c Origins,
    pub(crate) places: &'c Places,
    /// The question's place.
    pub(crate) place: Option<PlaceNumber>,
}

/// Drafts of one scope that give the same number: one answer from one or several origins.
#[derive(Clone, Debug)]
struct Value {
    drafts: Vec<usize>,
    /// Values that it replaced.
    replaced: Vec<usize>,
    /// Whether another standing value disagrees with it. A later count closes the dispute even if it is lower.
    disputed: bool,
}

/// What a newer value does to one that stood.
enum Verdict {
    Supersedes(Because),
    Disagrees,
    Stale,
    Nothing,
}

impl Relater<'_, '_> {
    /// All relations, by the newer point.
    pub(crate) fn relations(&self) -> Vec<Relation> {
        let rounds = roundings(self.drafts, self.counts, self.origins);
        let mut found = Vec::new();
        for (i, exact) in rounds.iter().enumerate() {
            if let Some(exact) = exact {
                found.push(relation(i, *exact, RelationKind::Rounds, self.rounding_reason(i, *exact)));
            }
        }
        self.parts(&mut found);
        self.severe(&mut found);
        self.added(&mut found);
        self.earlier_in_text(&mut found);
        self.denials(&mut found);
        self.totals(&rounds, &mut found);
        found.sort_by_key(|r| (r.from, r.to, r.kind));
        found.dedup_by_key(|r| (r.from, r.to, r.kind));
        found
    }

    /// The place of a count, where it lies inside the question's.
    pub(crate) fn narrower_place(&self, c: &Count<'_>) -> Option<PlaceNumber> {
        let root = self.place?;
        c.place.filter(|p| self.places.standing(*p, root) == Standing::Inside)
    }

    /// The values that stand for the same number: the same for points and for counting independent origins.
    pub(crate) fn same_value(&self, a: &Draft, b: &Draft) -> bool {
        let comparable = |d: &Draft| matches!(d.scope, Scope::Total | Scope::Narrower(super::scope::Who::All, Some(_)));
        let scope = a.scope == b.scope || (comparable(a) && comparable(b) && a.said > 1.0);
        let exact = |m: Mode| matches!(m, Mode::Exact | Mode::About | Mode::AtLeast);
        let same_day = !a.is_vague() || a.day == b.day;
        scope && same_day && a.said == b.said && (a.mode == b.mode || (exact(a.mode) && exact(b.mode)))
    }

    fn rounding_reason(&self, from: usize, to: usize) -> Because {
        match (self.drafts.get(from), self.drafts.get(to)) {
            (Some(a), Some(b)) if a.is_vague() && b.said > a.most() => Because::Loose,
            _ => Because::Rounding,
        }
    }

    /// What the text makes a part of another count.
    fn parts(&self, found: &mut Vec<Relation>) {
        for (from, draft) in self.drafts.iter().enumerate() {
            for c in draft.counts.iter().filter_map(|i| self.counts.get(*i)) {
                let Some(parent) = &c.figure.subset_of else { continue };
                let whole = |o: &Count<'_>| o.item == c.item && o.figure.id == *parent;
                if let Some(to) = self.draft_with(&whole).filter(|to| *to != from) {
                    found.push(relation(from, to, RelationKind::PartOf, Because::PartInText));
                    break;
                }
            }
        }
    }

    /// The badly hurt are a part of the injured of the nearest day.
    fn severe(&self, found: &mut Vec<Relation>) {
        let severe = Scope::Narrower(super::scope::Who::Group(super::scope::SEVERE.to_owned()), None);
        for (from, part) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == severe) {
            let whole = |d: &Draft| d.scope == Scope::Total && !d.stale && d.said > part.said;
            let to = (0..self.drafts.len())
                .filter(|i| self.drafts.get(*i).is_some_and(whole))
                .min_by_key(|i| self.drafts.get(*i).map(|d| (days_between(d.day, part.day), d.said.to_bits())));
            if let Some(to) = to {
                found.push(relation(from, to, RelationKind::PartOf, Because::Severe));
            }
        }
    }

    /// What was newly added is in the total that the same report gives.
    fn added(&self, found: &mut Vec<Relation>) {
        for (from, added) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == Scope::Added) {
            let total = |d: &Draft| {
                d.scope == Scope::Total && !d.is_vague() && d.said > added.said && share_report(d, added, self.counts)
            };
            let to = (0..self.drafts.len())
                .filter(|i| self.drafts.get(*i).is_some_and(total))
                .max_by(|a, b| self.said(*a).total_cmp(&self.said(*b)));
            if let Some(to) = to {
                found.push(relation(from, to, RelationKind::PartOf, Because::Added));
            }
        }
    }

    fn draft_with(&self, is: &dyn Fn(&Count<'_>) -> bool) -> Option<usize> {
        self.drafts.iter().position(|d| d.counts.iter().filter_map(|i| self.counts.get(*i)).any(is))
    }

    /// A narrower count that the text calls earlier is replaced by the total of the same report.
    fn earlier_in_text(&self, found: &mut Vec<Relation>) {
        for (to, old) in self.drafts.iter().enumerate() {
            let earlier = old.counts.iter().filter_map(|i| self.counts.get(*i)).any(|c| c.figure.superseded_in_text);
            if !earlier || !matches!(old.scope, Scope::Narrower(..)) {
                continue;
            }
            let total = |d: &Draft| d.scope == Scope::Total && !d.is_vague() && d.said > old.said;
            let from = (0..self.drafts.len())
                .filter(|i| self.drafts.get(*i).is_some_and(|d| total(d) && share_report(d, old, self.counts)))
                .max_by(|a, b| self.said(*a).total_cmp(&self.said(*b)));
            if let Some(from) = from {
                found.push(relation(from, to, RelationKind::Supersedes, Because::SaidEarlier));
            }
        }
    }

    fn said(&self, draft: usize) -> f64 {
        self.drafts.get(draft).map_or(0.0, |d| d.said)
    }

    fn denials(&self, found: &mut Vec<Relation>) {
        for (from, denied) in self.drafts.iter().enumerate().filter(|(_, d)| d.scope == Scope::Denied) {
            let to = self.drafts.iter().position(|d| d.scope == Scope::Total && d.said == denied.said);
            if let Some(to) = to {
                found.push(relation(from, to, RelationKind::Denies, Because::Denied));
            }
        }
    }

    /// Goes through the totals in time order and keeps the values that stand.
    fn totals(&self, rounds: &[Option<usize>], found: &mut Vec<Relation>) {
        for scope in self.scopes() {
            let values = self.values(&scope, rounds);
            values.iter().for_each(|v| self.other_origins(v, found));
            // Parts are parts of different wholes: one does not replace another.
            if !matches!(scope, Scope::Part(..)) {
                self.succession(values, found);
            }
        }
    }

    /// The scopes whose counts can replace each other.
    fn scopes(&self) -> Vec<Scope> {
        let mut scopes: Vec<Scope> = self
            .drafts
            .iter()
            .map(|d| d.scope.clone())
            .filter(|s| !matches!(s, Scope::Added | Scope::Others | Scope::Denied))
            .collect();
        scopes.sort();
        scopes.dedup();
        scopes
    }

    /// The values of one scope in time order; a count for a narrower place that equals a total goes with it.
    fn values(&self, scope: &Scope, rounds: &[Option<usize>]) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        let total = *scope == Scope::Total;
        let place_only = |d: &Draft| total && matches!(d.scope, Scope::Narrower(super::scope::Who::All, Some(_)));
        for (i, d) in self.drafts.iter().enumerate() {
            let rounding = rounds.get(i).is_some_and(Option::is_some);
            if d.stale || rounding || !(d.scope == *scope || place_only(d)) {
                continue;
            }
            let same = |v: &&mut Value| {
                v.drafts.first().and_then(|f| self.drafts.get(*f)).is_some_and(|f| self.same_value(f, d))
            };
            match values.iter_mut().find(same) {
                Some(v) => v.drafts.push(i),
                None if d.scope == *scope => {
                    values.push(Value { drafts: vec![i], replaced: Vec::new(), disputed: false })
                }
                None => {}
            }
        }
        values
    }

    /// Each further origin of one value, against the one before it.
    fn other_origins(&self, value: &Value, found: &mut Vec<Relation>) {
        let mut named: Vec<(usize, &Draft, &str)> = value
            .drafts
            .iter()
            .filter_map(|i| self.drafts.get(*i).map(|d| (*i, d)))
            .filter_map(|(i, d)| Some((i, d, d.voice.as_deref()?)))
            .collect();
        named.sort_by_key(|(i, d, _)| (d.day, d.first, *i));
        for pair in named.windows(2) {
            let [(to, older, b), (from, newer, a)] = pair else { continue };
            if older.origin == newer.origin && older.scope == newer.scope {
                continue;
            }
            let (a, b) = ((*a).to_owned(), (*b).to_owned());
            let place = |d: &Draft| match d.scope {
                Scope::Narrower(_, Some(place)) if older.scope != newer.scope => Some(self.places.name(place).0),
                _ => None,
            };
            // The narrower one of two places is the derived point, whichever was printed first.
            let (from, to, because) = match (place(newer), place(older)) {
                (None, Some(place)) => (to, from, Because::OtherOriginOtherPlace { a: b, b: a, place }),
                (Some(place), _) => (from, to, Because::OtherOriginOtherPlace { a, b, place }),
                (None, None) => (from, to, Because::OtherOrigin { a, b }),
            };
            found.push(relation(*from, *to, RelationKind::OriginDiffers, because));
        }
    }

    fn succession(&self, mut values: Vec<Value>, found: &mut Vec<Relation>) {
        let mut standing: Vec<usize> = Vec::new();
        for new in 0..values.len() {
            let mut replaced = Vec::new();
            let (mut stale, mut disputed) = (false, Vec::new());
            for old in standing.clone() {
                let (Some(n), Some(o)) = (values.get(new), values.get(old)) else { continue };
                let (from, to) = self.pair(n, o);
                match self.verdict(n, o) {
                    Verdict::Supersedes(because) => {
                        found.push(relation(from, to, RelationKind::Supersedes, because));
                        replaced.push(old);
                    }
                    Verdict::Disagrees => {
                        let because = Because::Disagreement { a: self.spoken(from), b: self.spoken(to) };
                        found.push(relation(from, to, RelationKind::Disagrees, because));
                        replaced.extend(self.also_replaced(n, o, &values, found));
                        disputed.extend([new, old]);
                    }
                    Verdict::Stale => {
                        let replaced_on = self.drafts.get(to).and_then(|d| d.day);
                        found.push(relation(from, to, RelationKind::StaleRepeat, Because::Stale { replaced_on }));
                        stale = true;
                    }
                    Verdict::Nothing => {}
                }
            }
            standing.retain(|s| !replaced.contains(s));
            if !stale {
                standing.push(new);
            }
            if let Some(v) = values.get_mut(new) {
                v.replaced = replaced;
            }
            for at in disputed {
                if let Some(v) = values.get_mut(at) {
                    v.disputed = true;
                }
            }
        }
        self.stale_drafts(&values, &standing, found);
    }

    /// Of two values that disagree, each replaces what the other has replaced, if it is larger than that.
    fn also_replaced(&self, new: &Value, other: &Value, values: &[Value], found: &mut Vec<Relation>) -> Vec<usize> {
        let mut replaced = Vec::new();
        for old in other.replaced.iter().copied() {
            let Some(o) = values.get(old) else { continue };
            if let Verdict::Supersedes(because) = self.verdict(new, o) {
                let (from, to) = self.pair(new, o);
                found.push(relation(from, to, RelationKind::Supersedes, because));
                replaced.push(old);
            }
        }
        replaced
    }

    /// Counts that a later report still carries, against the largest total that stands.
    fn stale_drafts(&self, values: &[Value], standing: &[usize], found: &mut Vec<Relation>) {
        let scope = values.first().and_then(|v| v.drafts.first()).and_then(|d| self.drafts.get(*d)).map(|d| &d.scope);
        for (from, stale) in self.drafts.iter().enumerate().filter(|(_, d)| d.stale && Some(&d.scope) == scope) {
            let newer = standing.iter().filter_map(|v| values.get(*v)).map(|v| self.spokesman(v));
            let newer = newer.filter(|i| self.said(*i) > stale.said && *i != from);
            if let Some(to) = newer.max_by(|a, b| self.said(*a).total_cmp(&self.said(*b))) {
                let replaced_on = self.drafts.get(to).and_then(|d| d.day);
                found.push(relation(from, to, RelationKind::StaleRepeat, Because::Stale { replaced_on }));
            }
        }
    }

    fn verdict(&self, new: &Value, old: &Value) -> Verdict {
        let (from, to) = self.pair(new, old);
        let (Some(n), Some(o)) = (self.drafts.get(from), self.drafts.get(to)) else { return Verdict::Nothing };
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
        let later = n.day > o.day || n.first.0 > o.first.0;
        let bounded = matches!(o.mode, Mode::AtLeast | Mode::Over);
        let silent = n.origin.is_none() && o.origin.is_none() && n.first > o.first;
        if later || bounded || silent { self.supersedes(n, o) } else { Verdict::Disagrees }
    }

    fn lower(&self, n: &Draft, o: &Draft, disputed: bool) -> Verdict {
        if self.is_earlier_in_text(n) {
            return Verdict::Nothing;
        }
        let days = days_between(n.day, o.day);
        let later = n.day > o.day || n.first.0 > o.first.0;
        let same_origin = self.same_origin(n, o);
        match (later, n.origin.is_some()) {
            (true, _) if self.goes_down() => Verdict::Supersedes(Because::LaterCount),
            (true, false) if disputed => Verdict::Supersedes(self.lower_reason(n)),
            (true, false) => Verdict::Stale,
            (true, true) if same_origin => Verdict::Supersedes(self.lower_reason(n)),
            (true, true) if days > SAME_TIME_DAYS => Verdict::Supersedes(self.lower_reason(n)),
            (true, true) => Verdict::Disagrees,
            (false, _) if matches!(n.mode, Mode::AtLeast | Mode::Over) || same_origin => Verdict::Nothing,
            (false, false) if o.origin.is_none() => Verdict::Nothing,
            (false, _) => Verdict::Disagrees,
        }
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

    fn lower_reason(&self, n: &Draft) -> Because {
        match self.change(n) {
            Some((Change::Newer, word)) => Because::SaidNewer(word),
            Some((Change::Withdrawn, word)) => Because::Withdrawn(word),
            None => Because::LaterAndLower,
        }
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

    fn change(&self, draft: &Draft) -> Option<(Change, String)> {
        draft.counts.iter().filter_map(|i| self.counts.get(*i)).find_map(|c| c.change.clone())
    }

    fn is_earlier_in_text(&self, draft: &Draft) -> bool {
        draft.counts.iter().filter_map(|i| self.counts.get(*i)).any(|c| c.figure.superseded_in_text)
    }

    fn is_dated(&self, draft: &Draft) -> bool {
        draft.counts.iter().filter_map(|i| self.counts.get(*i)).any(|c| c.dated)
    }

    /// The drafts that speak for two values: those of one origin, if both have it.
    fn pair(&self, new: &Value, old: &Value) -> (usize, usize) {
        let origin = |i: usize| self.drafts.get(i).and_then(|d| d.origin);
        for n in &new.drafts {
            for o in &old.drafts {
                if origin(*n).is_some() && origin(*n) == origin(*o) {
                    return (*n, *o);
                }
            }
        }
        (self.spokesman(new), self.spokesman(old))
    }

    /// The draft that speaks for a value: of an independent origin, for the whole place, the first.
    fn spokesman(&self, value: &Value) -> usize {
        let rank = |i: usize| {
            let draft = self.drafts.get(i);
            let origin = draft.and_then(|d| d.origin).and_then(|o| self.origins.get(o));
            let whole = draft.is_some_and(|d| d.scope == Scope::Total);
            let counts = draft.into_iter().flat_map(|d| &d.counts).filter_map(|c| self.counts.get(*c));
            let independent = counts.into_iter().any(|c| c.independent);
            (whole, independent, origin.is_some(), std::cmp::Reverse(i))
        };
        value.drafts.iter().copied().max_by_key(|i| rank(*i)).unwrap_or(0)
    }

    fn spoken(&self, draft: usize) -> String {
        let Some(d) = self.drafts.get(draft) else { return String::new() };
        match &d.voice {
            Some(voice) => format!("{} ({voice})", number(d.said)),
            None => number(d.said),
        }
    }
}

fn days_between(a: Option<tawatur_model::Day>, b: Option<tawatur_model::Day>) -> i32 {
    match (a, b) {
        (Some(a), Some(b)) => a.since(b).map_or(0, |s| s.get_days().abs()),
        _ => 0,
    }
}

fn relation(from: usize, to: usize, kind: RelationKind, because: Because) -> Relation {
    Relation { from, to, kind, because: because.text() }
}

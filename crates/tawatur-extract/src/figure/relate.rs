//! What the figures of a report are to each other: who the others are, earlier counts, parts by sense, repeats.

use std::sync::OnceLock;

use tawatur_lexicon::Lexicon;
use tawatur_model::{Figure, Modality, Mode, Quantity};
use tawatur_text::TokenRange;

use super::count::Said;
use super::reader::Draft;
use super::relation::Relation;
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;

/// Figures before and after one that it is compared with: what stands further off belongs to another item of a long list.
const LOOK_BACK: usize = 300;

/// Figures before one with «آخرين» among which those are looked for that it is set off from.
const NEAR: usize = 6;

/// Words from a toll to its value.
const TOLL_REACH: usize = 24;

/// A part that nothing calls one is no smaller than this share of the whole.
const FARTHEST_SHARE: f64 = 60.0;

/// «آخرين» are of the sort that the count before them names.
pub(crate) fn name_the_others(drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let Some(draft) = rest.first_mut().filter(|d| d.count.others && d.count.who.is_empty()) else { continue };
        let core =
            before.iter().rev().take(NEAR).filter(|d| d.quantity.is_core() && d.count.number != draft.count.number);
        let mut wholes = core.filter(|d| !matches!(d.relation, Some((Relation::Part, _))));
        let Some(last) = wholes.next().filter(|l| draft.sentence <= l.sentence + 1) else { continue };
        // «رجل وفتى، وجُرح اثنان آخران»: two sorts, and the others are of neither for sure. «شخصين آخرين» are persons.
        let two_sorts = last.rule == "goes-on" && !wholes.next().is_none_or(|d| d.count.who.is_empty());
        if !two_sorts && draft.count.noun.is_none() {
            draft.count.who = last.count.who;
        }
    }
}

/// Words that call a count earlier than another, or newly added.
pub(crate) struct Cues {
    earlier: Senses,
    first: Senses,
    toll: Senses,
    be: Senses,
    additional: Senses,
    after: Senses,
}

impl Cues {
    /// The cues of the lexicon, made once.
    pub(crate) fn get(lexicon: &Lexicon) -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| Self::new(lexicon))
    }

    fn new(lexicon: &Lexicon) -> Self {
        let of = |names: &[&str]| Senses::of(lexicon, names);
        Self {
            earlier: of(&["adv:earlier-time"]),
            first: of(&["adv:first-time"]),
            toll: of(&["noun:toll"]),
            be: of(&["verb:be"]),
            additional: of(&["adj:additional"]),
            after: of(&["prep:after"]),
        }
    }

    /// Whether the words before the figure in its sentence call it an earlier count.
    pub(crate) fn calls_earlier(&self, view: &View<'_, '_>, draft: &Draft, sentence: TokenRange) -> bool {
        called(view, draft, sentence, &self.earlier)
    }

    /// Whether the figure is a toll of its own, not one that goes on from what was said before.
    pub(crate) fn is_toll(&self, view: &View<'_, '_>, draft: &Draft) -> bool {
        draft.trigger.is_some_and(|t| t.iter().take(12).any(|t| view.analysed.is(t, &self.toll)))
    }

    /// Whether they call it a first count, which is an earlier one only where a later one is given too.
    pub(crate) fn calls_first(&self, view: &View<'_, '_>, draft: &Draft, sentence: TokenRange) -> bool {
        called(view, draft, sentence, &self.first)
    }

    /// Whether the sentence begins in the past before the past: «وكان الوزير أعلن».
    pub(crate) fn looks_back(&self, view: &View<'_, '_>, sentence: TokenRange) -> bool {
        // «لكن» is no «كن» behind ل.
        let was = |t: usize| view.analysed.find(t, &self.be).is_some_and(|r| !r.clitics.has_preposition());
        (sentence.start..sentence.end.min(sentence.start + 2)).any(was)
    }

    /// «ارتفع عدد القتلى إلى تسعة، بعد انتشال جثتين»: what a total given right before it grew by.
    pub(crate) fn is_growth(&self, view: &View<'_, '_>, total: Option<&Draft>, draft: &Draft) -> bool {
        let total = total.filter(|t| t.sentence == draft.sentence && t.quantity == draft.quantity);
        let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
        let toll = |t: &Draft| {
            let at = t.count.number.start;
            (at.saturating_sub(TOLL_REACH)..at).any(|t| view.analysed.is(t, &self.toll))
        };
        let grown = |t: &&Draft| t.count.number.start < from && t.count.low > draft.count.low && toll(t);
        total.as_ref().is_some_and(grown) && (from.saturating_sub(2)..from).any(|t| view.analysed.is(t, &self.after))
    }

    /// Whether bodies are counted, which are part of the dead.
    pub(crate) fn is_body(&self, view: &View<'_, '_>, draft: &Draft) -> bool {
        let row = |r: &tawatur_lexicon::Reading| view.analysed.entry(r).feature("body").is_some();
        let noun = draft.count.noun.is_some_and(|(_, r)| row(&r));
        noun || draft.trigger.is_some_and(|t| view.analysed.readings(t.start).iter().any(row))
    }

    /// Whether the count is of new or further persons: «خمس وفيات جديدة», «ثلاثة قتلى إضافيين».
    pub(crate) fn is_added(&self, view: &View<'_, '_>, draft: &Draft) -> bool {
        let phrase = draft.count.number.end..(draft.count.whole.end + 1);
        let said = |t: usize| view.analysed.is(t, &self.additional);
        // «توفي عامل ثالث», «اعتقلت مشتبهاً به تاسعاً»: one more in a row that was counted before.
        // «ملازم أول» is a rank.
        let first = |r: &tawatur_lexicon::Reading| view.analysed.entry(r).feature("value") == Some("1");
        let further = |r: &tawatur_lexicon::Reading| view.bits_of(r) & mark::ORDINAL != 0 && !first(r);
        let next = |t: usize| {
            let row = draft.count.said == Said::One && view.has(t, mark::ORDINAL) && !view.joins(t);
            row && view.analysed.readings(t).iter().any(further)
        };
        let end = draft.count.number.end;
        let mut row = end..end + 3;
        phrase.into_iter().any(|t| said(t) && !view.is_definite(t)) || row.any(|t| next(t) && !view.is_definite(t))
    }
}

/// Whether a phrase of these senses stands before the figure, with no other figure between.
fn called(view: &View<'_, '_>, draft: &Draft, sentence: TokenRange, senses: &Senses) -> bool {
    let from = draft.trigger.map_or(draft.count.number.start, |t| t.start.min(draft.count.number.start));
    let sentence = super::scope::around(draft, sentence);
    let phrases = view.analysed.phrases();
    let first = phrases.partition_point(|p| p.tokens.start < sentence.start);
    let here = phrases.iter().skip(first).take_while(|p| p.tokens.end <= sentence.end);
    let near = |run: TokenRange| run.end <= from && from - run.end <= 10 && !(run.end..from).any(|t| view.is_slot(t));
    here.filter(|p| near(p.tokens)).any(|p| senses.find(&p.readings).is_some())
}

/// A smaller count that the sentence looks back on is an earlier one where the report has a larger one.
pub(crate) fn has_larger(figures: &[Figure], at: usize) -> bool {
    let Some(figure) = figures.get(at) else { return false };
    let least = |f: &Figure| f.low.or(f.high).unwrap_or(0.0);
    let near = figures.get(at.saturating_sub(LOOK_BACK)..(at + LOOK_BACK).min(figures.len())).unwrap_or(&[]);
    near.iter().any(|f| {
        f.quantity == figure.quantity
            && f.subset_of.is_none()
            && !f.background
            && f.who == figure.who
            && f.mode != Mode::Vague
            && least(f) > least(figure)
    })
}

/// A part is of the day of its whole, and what is joined to a figure of the day of that one, where its own words name none.
pub(crate) fn share_days(figures: &mut [Figure], own: &[bool], beside: &[bool]) {
    let mut told = own.to_vec();
    for at in 0..figures.len() {
        let told_here = told.get(at).copied().unwrap_or(true);
        let (before, rest) = figures.split_at_mut(at);
        let Some(figure) = rest.first_mut().filter(|_| !told_here) else { continue };
        let joined = beside.get(at).copied().unwrap_or(false);
        let part = |f: &Figure| figure.subset_of.as_ref() == Some(&f.id);
        let near = at.saturating_sub(NEAR);
        let whole = before.iter().skip(near).position(part);
        let from = whole.map(|w| near + w).or(at.checked_sub(1).filter(|_| joined));
        let Some((day, source)) = from.and_then(|f| Some((told.get(f).copied()?, before.get(f)?))).filter(|f| f.0)
        else {
            continue;
        };
        (figure.as_of, figure.background) = (source.as_of, source.background);
        if let Some(slot) = told.get_mut(at) {
            *slot = day;
        }
    }
}

/// The count of a headline is of the day on which the lead sets the same count.
pub(crate) fn share_lead_days(figures: &mut [Figure], own: &[bool], sentences: &[usize]) {
    let sentence = |at: usize| sentences.get(at).copied().unwrap_or(usize::MAX);
    for at in (0..figures.len()).take_while(|at| sentence(*at) == 0) {
        let told = own.get(at).copied().unwrap_or(true);
        let Some(figure) = figures.get(at).filter(|f| !told && f.quantity.is_core() && !f.background) else { continue };
        let same = |f: &Figure| {
            (f.quantity, f.low, f.high) == (figure.quantity, figure.low, figure.high)
                && !f.background
                && (figure.chain.is_empty() || origin(f) == origin(figure))
        };
        let lead = |at: usize| (1..=LEAD).contains(&sentence(at)) && own.get(at).copied().unwrap_or(false);
        let near = figures.iter().enumerate().skip(at + 1).take(SAME_COUNT);
        let day = near.filter(|(i, f)| lead(*i) && same(f)).find_map(|(_, f)| f.as_of);
        if let Some(figure) = figures.get_mut(at).filter(|_| day.is_some()) {
            figure.as_of = day;
        }
    }
}

/// The last sentence of a lead behind a headline and a byline.
const LEAD: usize = 2;

/// Figures around one among which the same count is looked for.
const SAME_COUNT: usize = 8;

/// Who a figure comes from.
fn origin(figure: &Figure) -> Option<&str> {
    figure.chain.first().map(|h| h.name.as_str())
}

/// «18 بين قتيل وجريح ... قُتل سبعة وجُرح أحد عشر»: dead and injured that make up a count of both are its parts.
pub(crate) fn mark_parts_of_casualties(figures: &mut [Figure]) {
    for at in 0..figures.len() {
        let Some(whole) = figures.get(at).filter(|f| f.quantity == Quantity::Casualties && !f.background) else {
            continue;
        };
        let (Some(sum), id) = (exact(whole), whole.id.clone()) else { continue };
        let near = figures.iter().enumerate().skip(at + 1).take(SAME_COUNT);
        let free = |f: &Figure, q: Quantity| f.quantity == q && f.subset_of.is_none() && !f.background;
        let killed: Vec<_> =
            near.clone().filter(|(_, f)| free(f, Quantity::Killed)).map(|(i, f)| (i, exact(f))).collect();
        let injured: Vec<_> = near.filter(|(_, f)| free(f, Quantity::Injured)).map(|(i, f)| (i, exact(f))).collect();
        let fits = |k: &Option<f64>, i: &Option<f64>| k.zip(*i).is_some_and(|(k, i)| k + i == sum);
        let pair = killed.iter().find_map(|(k, n)| injured.iter().find(|(_, m)| fits(n, m)).map(|(i, _)| [*k, *i]));
        for part in pair.into_iter().flatten() {
            if let Some(figure) = figures.get_mut(part) {
                figure.subset_of = Some(id.clone());
            }
        }
    }
}

/// Points each repeat of a count to where the report first gives it.
pub(crate) fn mark_repeats(figures: &mut [Figure]) {
    for at in 0..figures.len() {
        let (before, rest) = figures.split_at_mut(at);
        let Some(figure) = rest.first_mut().filter(|f| f.quantity.is_core()) else { continue };
        let same = |f: &&Figure| {
            f.quantity == figure.quantity
                && (f.low, f.high) == (figure.low, figure.high)
                && f.mode == figure.mode
                && f.background == figure.background
                && (f.who == figure.who || f.who.is_none() || figure.who.is_none())
                && f.place == figure.place
                && f.subset_of.is_some() == figure.subset_of.is_some()
        };
        figure.repeat_of =
            recent(before).iter().find(same).map(|f| f.repeat_of.clone().unwrap_or_else(|| f.id.clone()));
    }
}

/// A part by sense: bodies found, or named persons among the dead of a total given before them for the same place: fewer than
/// it, and by far fewer where another source tells of them.
pub(crate) fn mark_parts_by_sense(figures: &mut [Figure], bodies: &[bool], apart: &[bool], beside: &[bool]) {
    for at in 0..figures.len() {
        let (before, rest) = figures.split_at_mut(at);
        let Some(figure) = rest.first_mut() else { continue };
        // Attackers who were killed are counted apart from their victims; «20 شخصاً وأربعة أطفال» sets one beside the other.
        let apart = apart.get(at).copied().unwrap_or(false) || figure.rule == "goes-on";
        let body = bodies.get(at).copied().unwrap_or(false) && !figure.increment;
        let named = figure.who.is_some() && !apart;
        let small = figure.quantity == Quantity::Killed && (named || body) && figure.subset_of.is_none();
        if !small || figure.background || figure.superseded_in_text || figure.modality != Modality::Asserted {
            continue;
        }
        let fewer = |w: &Figure| {
            let bounds = w.low.zip(figure.high);
            bounds.is_some_and(|(whole, part)| part < whole && whole >= 3.0 && whole <= part * FARTHEST_SHARE)
        };
        let origin = |f: &Figure| f.chain.first().map(|h| h.name.clone());
        let few = |w: &Figure| w.low.zip(figure.high).is_some_and(|(whole, part)| part * 5.0 <= whole * 3.0);
        let told = |w: &Figure| body || w.chain.is_empty() || origin(w) == origin(figure) || few(w);
        let whole = recent(before).iter().rev().find(|f| {
            f.quantity == figure.quantity
                && f.who.is_none()
                && f.subset_of.is_none()
                && !f.background
                && !f.superseded_in_text
                && f.mode != Mode::Vague
                && fewer(f)
        });
        let there = |w: &Figure| body || w.place == figure.place || w.place.is_none();
        let whole = whole.filter(|w| told(w) && there(w));
        // «20 شخصاً وأربعة أطفال»: what is joined to a count is set beside it, not taken out of it.
        let last = before.last().filter(|_| beside.get(at).copied().unwrap_or(false)).map(|f| &f.id);
        figure.subset_of = whole.filter(|w| last != Some(&w.id)).map(|w| w.id.clone());
    }
}

/// Counts that make up another of the report are its parts: «4 من الدرك و2 من الأمن» and «ستة», or three attacks and the toll of the day.
pub(crate) fn mark_sums(figures: &mut [Figure]) {
    for first in 0..figures.len() {
        for parts in 2..=MOST_PARTS {
            let Some(sum) = sum_of(figures, first, parts) else { continue };
            let Some(id) = whole_of(figures, first, sum, parts) else { continue };
            mark_run(figures, first, parts, &id);
            break;
        }
    }
}

/// Counts that may make up a whole.
const MOST_PARTS: usize = 4;

/// The figures of one quantity from one on, each count once, that are parts of nothing yet.
fn run_of(figures: &[Figure], first: usize) -> impl Iterator<Item = (usize, &Figure)> {
    let sort = figures.get(first).map(|f| (f.quantity, f.background));
    let free = move |f: &Figure| Some((f.quantity, f.background)) == sort && f.subset_of.is_none();
    let near = figures.iter().enumerate().skip(first).take(LOOK_BACK);
    let mut last = None;
    near.filter(move |(_, f)| free(f)).filter(move |(_, f)| {
        let again = last == Some((f.low, f.high));
        last = Some((f.low, f.high));
        !again
    })
}

/// What so many counts from one on come to: each with its own bearers or place, and of core quantities only.
fn sum_of(figures: &[Figure], first: usize, parts: usize) -> Option<f64> {
    figures.get(first).filter(|f| f.quantity.is_core() && f.subset_of.is_none())?;
    let run: Vec<&Figure> = run_of(figures, first).take(parts).map(|(_, f)| f).collect();
    let fit = run.len() == parts && (parts > 2 || side_by_side(&run) || apart(&run) || two_sides(&run));
    run.iter().filter(|_| fit).map(|f| exact(f)).sum::<Option<f64>>().filter(|s| *s > 0.0)
}

/// «33 راكبا وستة من أفراد الطاقم»
fn side_by_side(run: &[&Figure]) -> bool {
    let named = run.iter().all(|f| f.who.is_some() || f.quantity == Quantity::Aboard);
    named && run.windows(2).all(|w| matches!(w, [a, b] if b.range.start() <= a.range.end() + 60))
}

/// «في الشمال ثلاثون ألفا ... وفي الجنوب عشرون ألفا»
fn apart(run: &[&Figure]) -> bool {
    run.windows(2).all(|w| matches!(w, [a, b] if a.place != b.place && a.who == b.who))
}

/// «15 من أبناء القرية ... وتسعة من الحراس»: two named sorts of the dead, not far from each other.
fn two_sides(run: &[&Figure]) -> bool {
    let named = run.iter().all(|f| f.who.is_some() && f.quantity == Quantity::Killed && !f.increment);
    named && run.windows(2).all(|w| matches!(w, [a, b] if a.who != b.who && b.range.start() <= a.range.end() + NEARBY))
}

/// Bytes between the counts of two sides.
const NEARBY: u32 = 240;

/// The figure that gives the sum: the last before the parts; for two parts side by side also one behind them.
fn whole_of(figures: &[Figure], first: usize, sum: f64, parts: usize) -> Option<String> {
    let sort = figures.get(first).map(|f| (f.quantity, f.background))?;
    let whole = |f: &&Figure| (f.quantity, f.background) == sort && exact(f) == Some(sum) && f.subset_of.is_none();
    let before = figures.get(first.saturating_sub(LOOK_BACK)..first).unwrap_or(&[]);
    let behind = figures.iter().skip(first + 2).take(LOOK_BACK);
    let run: Vec<&Figure> = run_of(figures, first).take(parts).map(|(_, f)| f).collect();
    let behind = behind.filter(|_| parts == 2 && side_by_side(&run));
    let only_sides = parts == 2 && !side_by_side(&run) && !apart(&run);
    let whole = |f: &&Figure| whole(f) && (!only_sides || f.who.is_none());
    before.iter().rev().chain(behind).find(whole).map(|f| f.id.clone())
}

/// Makes the run, and what repeats its counts in between, parts of the whole.
fn mark_run(figures: &mut [Figure], first: usize, parts: usize, id: &str) {
    let run: Vec<(usize, Option<f64>)> = run_of(figures, first).take(parts).map(|(at, f)| (at, exact(f))).collect();
    let sort = figures.get(first).map(|f| (f.quantity, f.background));
    let Some(last) = run.last().map(|r| r.0) else { return };
    let of_run = |at: usize, f: &Figure| at <= last || run.iter().any(|(_, v)| *v == exact(f));
    for (at, figure) in figures.iter_mut().enumerate().skip(first).take(LOOK_BACK) {
        if Some((figure.quantity, figure.background)) == sort && figure.subset_of.is_none() && of_run(at, figure) {
            figure.subset_of = Some(id.to_owned());
        }
    }
}

fn recent(figures: &[Figure]) -> &[Figure] {
    figures.get(figures.len().saturating_sub(LOOK_BACK)..).unwrap_or(&[])
}

fn exact(figure: &Figure) -> Option<f64> {
    figure.low.filter(|_| figure.low == figure.high)
}

/// What a sentence calls a first count is an earlier one where the report has a larger one for any of its figures.
pub(crate) fn mark_first_counts(figures: &mut [Figure], first: &[Option<usize>]) {
    let overtaken: Vec<usize> = (0..figures.len())
        .filter(|at| has_larger(figures, *at))
        .filter_map(|at| first.get(at).copied().flatten())
        .collect();
    for (figure, sentence) in figures.iter_mut().zip(first) {
        figure.superseded_in_text |= sentence.is_some_and(|s| overtaken.binary_search(&s).is_ok());
    }
}

/// «توفي ثلاثة من المصابين، ما يرفع عدد القتلى إلى عشرة»: the total that they are added to comes behind.
pub(crate) fn mark_added_to_next(figures: &mut [Figure], adds: &[bool]) {
    for at in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(at);
        let (Some(first), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        let grown = first.quantity == next.quantity && next.subset_of.is_none() && first.low < next.low;
        first.increment |= grown && adds.get(at - 1).copied().unwrap_or(false);
    }
}

/// «قُتل 6 آخرون» at the head of a sentence adds to a count of the same quantity given before.
pub(crate) fn mark_added(figures: &mut [Figure], alone: &[bool]) {
    for at in 0..figures.len() {
        let (before, rest) = figures.split_at_mut(at);
        let Some(figure) = rest.first_mut().filter(|_| alone.get(at).copied().unwrap_or(false)) else { continue };
        let counted = matches!(figure.quantity, Quantity::Killed | Quantity::Injured | Quantity::Detained);
        figure.increment |= counted && recent(before).iter().any(|f| f.quantity == figure.quantity);
    }
}

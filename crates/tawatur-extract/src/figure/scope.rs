//! For which place and day a count holds, and whether it belongs to another event.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap;
use tawatur_lexicon::{Clitics, EntryId};
use tawatur_model::{Day, TimeType};
use tawatur_text::{ByteRange, TokenRange};

use super::assemble::Input;
use super::count::Said;
use super::headed;
use super::reader::Draft;
use super::view::View;
use super::vocabulary::mark;
use crate::attribution::Attribution;
use crate::rule::barrier;
use crate::time::TimeReading;
use crate::{NameKind, NameMention, Names, Senses};

/// How fine a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Country,
    Region,
    Area,
    City,
}

/// What tells places apart: their entry, or for those of no table the token that names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Entry(EntryId),
    Word(u64),
}

/// A place at one place of the text.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The name, with its head noun («جزيرة لومبوك»).
    pub(super) name: TokenRange,
    pub(super) range: ByteRange,
    pub(super) key: Key,
    pub(super) level: Level,
    pub(super) country: Option<&'static str>,
    /// Whether something is said to happen there.
    pub(super) located: bool,
    /// Whether it only stands in who says it.
    pub(super) of_source: bool,
}

/// Tokens to either side of a figure in which its place and day may stand.
const FAR: usize = 80;

/// Sentences at the head that tell where the report is set.
const LEAD: usize = 2;

/// Days before publication after which a date tells of another event.
const LONG_AGO: i64 = 21;

/// Places and days of the report.
pub(crate) struct Scope<'s, 'v, 'a, 'i> {
    view: &'s View<'v, 'a>,
    input: &'s Input<'i, 'a>,
    spots: Vec<Spot>,
    main: Option<usize>,
    anniversary: Senses,
    since: Senses,
    until: Senses,
}

impl<'s, 'v, 'a, 'i> Scope<'s, 'v, 'a, 'i> {
    pub(crate) fn new(view: &'s View<'v, 'a>, input: &'s Input<'i, 'a>) -> Self {
        let mut spots = spots(view, input.names);
        mark_sources(&mut spots, input);
        let main = main_place(view, &spots);
        let of = |name: &str| Senses::of(view.analysed.lexicon(), &[name]);
        Self {
            view,
            input,
            spots,
            main,
            anniversary: of("noun:anniversary"),
            since: of("prep:since"),
            until: of("prep:until"),
        }
    }

    /// Place, day, and whether the figure belongs to another event.
    pub(crate) fn of(
        &self,
        draft: &Draft,
        sentence: TokenRange,
        said: Option<&Attribution>,
    ) -> (Option<String>, Option<Day>, bool) {
        let sentence = around(draft, sentence);
        let (as_of, background) = self.day(draft, sentence, said);
        let document = self.view.document();
        let place = self.place(draft, sentence, background).map(|r| r.slice(document.original()).to_owned());
        (place, as_of, background)
    }

    /// The place that the report is about.
    pub(crate) fn main_name(&self) -> Option<String> {
        let main = self.main.and_then(|m| self.spots.get(m))?;
        Some(main.range.slice(self.view.document().original()).to_owned())
    }

    /// The place of the clause, else of the sentence, else the report's own.
    fn place(&self, draft: &Draft, sentence: TokenRange, background: bool) -> Option<ByteRange> {
        let at = draft.count.number.start;
        let first = self.spots.partition_point(|s| s.name.start < sentence.start);
        let here = self.spots.iter().skip(first).take_while(|s| s.name.end <= sentence.end).filter(|s| !s.of_source);
        let main = self.main.and_then(|m| self.spots.get(m));
        let distance = |s: &&Spot| {
            let (from, to, cost) = if s.name.start > at { (at, s.name.start, 1) } else { (s.name.end, at, 2) };
            let crossed =
                (from..to).filter(|t| self.view.barriers(*t) & (barrier::SLOT | barrier::CLAUSE) != 0).count();
            let coarse = match s.level {
                Level::City => 0,
                Level::Region | Level::Area => 6,
                Level::Country => 10,
            };
            let loose = if s.located { 0 } else { 14 };
            to.saturating_sub(from) * cost + crossed * 12 + coarse + loose
        };
        let own = here
            .map(|s| (distance(&s), s))
            .min_by_key(|(d, _)| *d)
            .filter(|(d, s)| s.located || *d < 50)
            .map(|(_, s)| s);
        match (own, main) {
            // A country that only says where the report's place lies adds nothing.
            (Some(o), Some(m))
                if o.level == Level::Country
                    && m.level > Level::Country
                    && o.country == m.country
                    && !background
                    && !self.counts(o, draft) =>
            {
                Some(m.range)
            }
            (Some(o), _) => Some(o.range),
            (None, Some(m)) => Some(m.range),
            (None, None) => None,
        }
    }

    /// «سجّلت كازاخستان 164 قتيلا»: the country is the subject that the count is of.
    fn counts(&self, spot: &Spot, draft: &Draft) -> bool {
        let at = draft.count.number.start;
        let before = spot.name.start.checked_sub(1).is_some_and(|b| self.view.has(b, mark::VERB));
        before && spot.name.end <= at && at - spot.name.end <= 2
    }

    /// The day that the clause names, else that of publication; a day long past tells of another event.
    fn day(&self, draft: &Draft, sentence: TokenRange, said: Option<&Attribution>) -> (Option<Day>, bool) {
        let at = draft.count.number.start;
        let times = self.input.times;
        let first = times.partition_point(|t| t.tokens.start < sentence.start);
        let here = times.get(first..).unwrap_or(&[]).iter().take_while(|t| t.tokens.end <= sentence.end);
        let past = |t: &&TimeReading| self.is_long_ago(t) && !self.is_since(t);
        let near = |t: &&TimeReading| (t.tokens.start as i64 - at as i64).abs() * 2 + i64::from(t.tokens.start > at);
        let clause = |t: &&TimeReading| !self.crosses_clause(at, t.tokens.start);
        let background = here.clone().filter(clause).any(|t| past(&t)) || self.recalls(sentence);
        let until = here.clone().filter(|t| self.is_until(t)).min_by_key(near).and_then(TimeReading::day);
        let day = here.filter(|t| t.day().is_some()).min_by_key(near).and_then(TimeReading::day);
        let told = self.tells_when(draft) || background;
        let as_of = until.or(day.filter(|_| told)).or(said.and_then(|a| a.said_on));
        (as_of.or(self.input.published.filter(|_| !background)), background)
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

    fn crosses_clause(&self, a: usize, b: usize) -> bool {
        (a.min(b)..a.max(b)).any(|t| self.view.barriers(t) & (barrier::CLAUSE | barrier::STOP) != 0)
    }

    fn is_long_ago(&self, time: &TimeReading) -> bool {
        let Some(published) = self.input.published else { return false };
        if !matches!(time.kind, TimeType::Date) {
            return false;
        }
        let last = time.end.map(|e| e.date()).or(time.start.map(|s| s.date()));
        last.and_then(|d| d.until(published).ok()).is_some_and(|s| i64::from(s.get_days()) > LONG_AGO)
    }

    /// «منذ 2011» tells how long the count has been running.
    fn is_since(&self, time: &TimeReading) -> bool {
        let back = time.tokens.start.saturating_sub(7);
        let clause = (back..=time.tokens.start)
            .rev()
            .take_while(|t| self.view.barriers(*t) & (barrier::STOP | barrier::CLAUSE) == 0);
        clause.into_iter().any(|t| self.view.analysed.is(t, &self.since))
    }

    /// «حتى مساء السبت»: the day up to which the count holds.
    fn is_until(&self, time: &TimeReading) -> bool {
        let back = time.tokens.start.saturating_sub(2);
        time.day().is_some() && (back..=time.tokens.start).any(|t| self.view.analysed.is(t, &self.until))
    }

    fn recalls(&self, sentence: TokenRange) -> bool {
        sentence.iter().any(|t| self.view.analysed.is(t, &self.anniversary))
    }
}

/// The part of a sentence that is looked at for one figure: a sentence without end must not be gone through for each.
pub(crate) fn around(draft: &Draft, sentence: TokenRange) -> TokenRange {
    let count = &draft.count;
    TokenRange::new(sentence.start.max(count.number.start.saturating_sub(FAR)), sentence.end.min(count.whole.end + FAR))
}

/// Places named in who says it are not where it happened.
fn mark_sources(spots: &mut [Spot], input: &Input<'_, '_>) {
    let mut cues: Vec<TokenRange> = input.attributions.iter().map(|a| a.cue).collect();
    cues.sort_unstable();
    for spot in spots {
        let before = cues.partition_point(|c| c.start <= spot.name.start);
        let near = cues.get(before.saturating_sub(3)..before).unwrap_or(&[]);
        spot.of_source = near.iter().any(|c| c.contains(spot.name.start));
    }
}

fn spots(view: &View<'_, '_>, names: &Names) -> Vec<Spot> {
    let inside = Senses::of(
        view.analysed.lexicon(),
        &["prep:in", "prep:inside", "prep:at", "prep:amid", "prep:near", "noun:place-direction"],
    );
    let names = names.mentions.iter().filter(|m| m.kind == NameKind::Place && !is_common(view, m));
    let mut found: Vec<Spot> = names.filter_map(|m| spot(view, m, &inside)).collect();
    let headed = headed::spots(view, &found, &inside);
    found.extend(headed);
    found.sort_by_key(|s| s.name.start);
    found
}

fn spot(view: &View<'_, '_>, mention: &NameMention, inside: &Senses) -> Option<Spot> {
    let lexicon = view.analysed.lexicon();
    let entry = mention.entry.map(|e| lexicon.entry(e));
    let sense = entry.map_or("", |e| lexicon.sense_name(e.sense));
    let start = mention.tokens.start;
    let before = start.checked_sub(1);
    let by_clitic =
        view.analysed.readings(start).iter().any(|r| r.clitics.has(Clitics::BI)) && starts_with_clitic(view, mention);
    let located =
        by_clitic || before.is_some_and(|b| view.analysed.is(b, inside) || view.is_inside_direction(b, inside));
    let level = match sense {
        s if s.contains("country") => Level::Country,
        s if s.contains("region") => Level::Region,
        s if s.contains("area") => Level::Area,
        _ => Level::City,
    };
    let key = mention.entry.map_or_else(|| Key::Word(word_key(view, mention.tokens.end - 1)), Key::Entry);
    let country = entry.and_then(|e| e.feature("country"));
    Some(Spot {
        name: mention.tokens,
        range: bare_range(view, mention),
        key,
        level,
        country,
        located,
        of_source: false,
    })
}

/// The range of the name without clitics: «بغزة».
fn bare_range(view: &View<'_, '_>, mention: &NameMention) -> ByteRange {
    let at = mention.tokens.start;
    let reading = view.analysed.readings(at).iter().find(|r| Some(r.entry) == mention.entry);
    let letters = [Clitics::WA, Clitics::FA, Clitics::BI, Clitics::LI, Clitics::KA];
    let clitics = reading.map_or(0, |r| letters.iter().filter(|c| r.clitics.has(**c)).count());
    if clitics == 0 || starts_with_clitic(view, mention) {
        return mention.range;
    }
    let name = mention.range.slice(view.document().original());
    let skipped = name.char_indices().nth(clitics).map_or(0, |(i, _)| i as u32);
    ByteRange::new(mention.range.start() + skipped, mention.range.end())
}

/// «المدينة» is the city spoken of, «وأن» is no lake, and «سيول» are floods.
fn is_common(view: &View<'_, '_>, mention: &NameMention) -> bool {
    if mention.tokens.len() > 1 {
        return false;
    }
    let at = mention.tokens.start;
    let lexicon = view.analysed.lexicon();
    let head = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense).starts_with("noun:place-");
    let event = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense).starts_with("noun:event-");
    let readings = view.analysed.readings(at);
    view.has(at, mark::PARTICLE | mark::PREPOSITION | mark::PRONOUN) || readings.iter().any(|r| head(r) || event(r))
}

pub(super) fn word_key(view: &View<'_, '_>, at: usize) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    view.document().word(at).hash(&mut hasher);
    hasher.finish()
}

/// Whether the mention leaves out a clitic that its first word carries.
fn starts_with_clitic(view: &View<'_, '_>, mention: &NameMention) -> bool {
    view.document().token(mention.tokens.start).is_some_and(|t| t.range.start() < mention.range.start())
}

/// Whether a country stands right behind a finer place.
fn qualifies(spots: &[Spot], number: usize) -> bool {
    let before = number.checked_sub(1).and_then(|b| spots.get(b));
    before.zip(spots.get(number)).is_some_and(|(b, s)| b.level > s.level && s.name.start <= b.name.end + 3)
}

/// The place that the report is about: named most often as where things happen, the beginning counting more, finer before coarser.
fn main_place(view: &View<'_, '_>, spots: &[Spot]) -> Option<usize> {
    let mut weights: FxHashMap<Key, (usize, usize)> = FxHashMap::default();
    for (number, spot) in spots.iter().enumerate() {
        let lead = view.document().sentence_of(spot.name.start) < LEAD;
        let weight = match (spot.level, spot.located, lead) {
            // «لومبوك في إندونيسيا», «وكالة حكومية في إندونيسيا»: the country only says which place or body is meant.
            (Level::Country, true, _) if spot.of_source || qualifies(spots, number) => 4,
            (Level::City, true, true) => 24,
            (Level::City, true, false) => 8,
            (Level::City, false, true) => 12,
            (Level::City, false, false) => 4,
            (Level::Area, true, true) => 20,
            (Level::Area, false, true) => 12,
            (Level::Area, ..) => 5,
            (Level::Region, true, true) => 14,
            (Level::Region, _, true) => 8,
            (Level::Region, ..) => 4,
            (Level::Country, true, true) => 20,
            (Level::Country, false, true) => 14,
            (Level::Country, true, false) => 8,
            (Level::Country, false, false) => 6,
        };
        let slot = weights.entry(spot.key).or_insert((0, number));
        slot.0 += weight;
    }
    let best = |(weight, first): &(usize, usize)| (*weight, usize::MAX - *first);
    weights.values().max_by_key(|w| best(w)).map(|(_, first)| *first)
}

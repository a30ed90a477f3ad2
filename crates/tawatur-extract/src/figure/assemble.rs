//! From drafts to figures of the model.

use tawatur_lexicon::Clitics;
use tawatur_model::{AsOf, Day, Figure, In, Modality, Passage, Quantity};
use tawatur_text::{TokenKind, TokenRange};

use super::amount::Amount;
use super::count::{Count, Kind};
use super::counts::Counting;
use super::ranking::Decision;
use super::reader::{Draft, Reader};
use super::relation::Relation;
use super::view::View;
use super::vocabulary::mark;
use super::{book, implied, modality, relate, scope, slot, where_told};
use crate::attribution::Attributions;
use crate::time::TimeReading;
use crate::{Analysed, Names};

/// What the reader of figures works on.
#[derive(Clone, Copy, Debug)]
pub struct Input<'i, 'a> {
    /// The text and the readings of its words.
    pub analysed: &'i Analysed<'a>,
    /// Its numbers, those left out that are no amounts (dates, ordinals, names).
    pub amounts: &'i [Amount],
    /// Its time expressions, in order.
    pub times: &'i [TimeReading],
    /// Who said what in it.
    pub attributions: &'i Attributions,
    /// The names in it.
    pub names: &'i Names,
    /// When it was published.
    pub published: Option<Day>,
    /// Its passages; none means that all of it is read.
    pub passages: &'i [Passage],
    /// Whether this is the text or a title given apart.
    pub within: In,
    /// The report's title, whose places the text is about; none for the title itself.
    pub title: Option<&'i str>,
}

/// A figure and how it was decided.
#[derive(Clone, Debug)]
pub struct FigureReading {
    /// The figure.
    pub figure: Figure,
    /// Why it was read so.
    pub decision: Decision,
}

/// Reads the figures of a text.
pub fn read(input: &Input<'_, '_>) -> Vec<FigureReading> {
    read_with(input, |_, _, _, _| ())
}

/// Reads the figures of some texts: what counts what in all of them, then where, when and whose each figure is.
pub(crate) fn read_all(inputs: &[Input<'_, '_>]) -> Vec<Vec<FigureReading>> {
    let drafted: Vec<Option<Drafted<'_, '_>>> = inputs.iter().map(Drafted::of).collect();
    let drafted = inputs.iter().zip(drafted);
    drafted.map(|(input, d)| d.map(|d| assemble(input, &d, |_, _, _, _| ())).unwrap_or_default()).collect()
}

/// Reads the figures of a text and shows each to `look`, with what its place was chosen from.
pub(super) fn read_with(
    input: &Input<'_, '_>,
    look: impl FnMut(&scope::Scope<'_, '_, '_, '_>, &Draft, TokenRange, &Figure),
) -> Vec<FigureReading> {
    Drafted::of(input).map(|drafted| assemble(input, &drafted, look)).unwrap_or_default()
}

/// A text with the drafts of its figures.
struct Drafted<'i, 'a> {
    view: View<'i, 'a>,
    drafts: Vec<Draft>,
}

impl<'i, 'a> Drafted<'i, 'a> {
    /// Finds what is counted; none where nothing is.
    fn of(input: &Input<'i, 'a>) -> Option<Self> {
        let book = book().ok()?;
        let mut view = View::new(input.analysed);
        let duals = implied::certain_duals(&view);
        let sentences = readable(input);
        let counting = Counting::new(&view, &duals);
        let mut counts = Vec::with_capacity(sentences.len());
        let mut amounts = input.amounts;
        for (_, sentence) in &sentences {
            let skipped = amounts.partition_point(|a| a.tokens.start < sentence.start);
            let here = amounts.get(skipped..).unwrap_or(&[]);
            let (here, rest) = here.split_at(here.partition_point(|a| a.tokens.start < sentence.end));
            amounts = rest;
            counts.push(counting.counts(*sentence, here));
        }
        for counts in &counts {
            view.add_slots(counts);
        }
        let mut reader = Reader::new(&view, book);
        for ((number, sentence), counts) in sentences.iter().zip(&counts) {
            reader.sentence(*number, *sentence, counts);
        }
        let mut drafts = std::mem::take(&mut reader.drafts);
        drop(reader);
        where_told::keep(&view, book, &mut drafts);
        relate::name_the_others(&mut drafts);
        (!drafts.is_empty()).then_some(Self { view, drafts })
    }
}

/// The sentences that claims are read from, with their numbers.
fn readable(input: &Input<'_, '_>) -> Vec<(usize, TokenRange)> {
    let document = &input.analysed.document;
    let mut passages = input.passages.iter().peekable();
    let mut found = Vec::with_capacity(document.sentences().len());
    for (number, sentence) in document.sentences().iter().enumerate() {
        let range = document.range_of(*sentence);
        while passages.peek().is_some_and(|p| p.range.end() <= range.start()) {
            passages.next();
        }
        let here = passages.peek().filter(|p| p.range.overlaps(range));
        if here.is_none_or(|p| p.role.is_read()) {
            found.push((number, *sentence));
        }
    }
    found
}

fn assemble(
    input: &Input<'_, '_>,
    Drafted { view, drafts }: &Drafted<'_, '_>,
    mut look: impl FnMut(&scope::Scope<'_, '_, '_, '_>, &Draft, TokenRange, &Figure),
) -> Vec<FigureReading> {
    let document = &input.analysed.document;
    let modality = modality::Cues::get(view.analysed.lexicon());
    let cues = relate::Cues::get(view.analysed.lexicon());
    let scope = scope::Scope::new(view, input, drafts);
    let read = |d: &usize| drafts.get(*d).is_some_and(|d| !d.rule.is_empty());
    let mut order: Vec<usize> = (0..drafts.len()).filter(read).collect();
    order.sort_by_key(|d| drafts.get(*d).map_or((0, 0), |d| (d.count.number.start, d.count.number.end)));
    let mut names = vec![String::new(); drafts.len()];
    for (place, draft) in order.iter().enumerate() {
        if let Some(name) = names.get_mut(*draft) {
            *name = format!("{}f{}", if input.within == In::Title { "t" } else { "" }, place + 1);
        }
    }
    let wholes = wholes_behind(drafts);
    let mut known = vec![Known::default(); drafts.len()];
    let mut carried = Carried::default();
    let mut notes = Notes::default();
    let mut last = None;
    let (mut figures, mut decisions) = (Vec::with_capacity(drafts.len()), Vec::with_capacity(drafts.len()));
    for draft in order.iter().filter_map(|d| drafts.get(*d).map(|draft| (*d, draft))) {
        let (at, draft) = draft;
        let sentence = document.sentences().get(draft.sentence).copied().unwrap_or_default();
        let range = document.range_of(words_of(draft));
        let said = input.attributions.over(draft.count.number.start);
        let (mut place, dated) = scope.of(draft, sentence, said);
        let background = dated.background;
        let whole = whole_of(drafts, at, |w| known.get(w).is_some_and(|k| k.background) && !background);
        let parent = whole.and_then(|w| names.get(w).cloned());
        if wholes.get(at).copied().unwrap_or(false) {
            place = scope.main_name().or(place);
        }
        if let Some(whole) = whole.and_then(|w| known.get(w)).filter(|w| w.place.is_some()) {
            place = scope.of_part(draft, scope::around(draft, sentence), whole.place.as_ref());
        }
        if let Some(known) = known.get_mut(at) {
            *known = Known { place: place.clone(), background };
        }
        let cue = said.map(|a| a.cue.start);
        let goes_on = carried.sentence == draft.sentence && carried.cue == cue;
        let announced = scope.announced(draft, sentence, said).or(carried.announced.filter(|_| goes_on));
        let earlier = cues.calls_earlier(view, draft, sentence) || goes_on && carried.earlier;
        let first = cues.calls_first(view, draft, sentence) || goes_on && carried.first && !cues.is_toll(view, draft);
        let alone = carried.sentence != draft.sentence || figures.is_empty();
        carried = Carried { sentence: draft.sentence, cue, announced, earlier, first };
        let figure = Figure {
            id: names.get(at).cloned().unwrap_or_default(),
            range,
            quote: range.slice(document.original()).to_owned(),
            quantity: draft.quantity,
            low: draft.count.low,
            high: draft.count.high,
            mode: draft.count.mode,
            unit: unit(view, draft),
            who: who(view, draft),
            place,
            as_of: announced.filter(|_| !background && !dated.is_behind(draft)).map(AsOf::from).or(dated.as_of),
            within: input.within,
            increment: cues.is_added(view, draft)
                || draft.added
                || cues.is_growth(view, last.and_then(|l| drafts.get(l)), draft),
            subset_of: parent,
            repeat_of: None,
            institution: said.and_then(|a| a.institution.clone()),
            superseded_in_text: earlier || draft.taken_back,
            modality: if draft.denied {
                Modality::Denied
            } else {
                modality.of(view, draft.count.number, draft.trigger, sentence)
            },
            background,
            chain: said.map(|a| a.chain.clone()).unwrap_or_default(),
            said_on: said.and_then(|a| a.said_on),
            rule: draft.rule.clone(),
        };
        look(&scope, draft, sentence, &figure);
        notes.looks_back.push(said.is_some() && cues.looks_back(view, sentence));
        notes.bodies.push(cues.is_body(view, draft));
        notes.apart.push(draft.count.bits & slot::MILITANT != 0);
        notes.first.push(first.then_some(draft.sentence));
        notes.alone.push(alone && draft.count.others || draft.adds);
        notes.adds.push(draft.adds);
        notes.own_day.push(dated.own.is_some());
        notes.sentences.push(draft.sentence);
        notes.beside.push(beside(view, last.and_then(|l| drafts.get(l)), draft));
        last = Some(at);
        figures.push(figure);
        decisions.push(draft.decision.clone());
    }
    settle(&mut figures, &notes);
    let readings = figures.into_iter().zip(decisions);
    readings.map(|(figure, decision)| FigureReading { figure, decision }).collect()
}

/// What is known of a figure when its parts are read.
#[derive(Clone, Default)]
struct Known {
    place: Option<String>,
    background: bool,
}

/// The whole that a figure is a part of: one of another event gives way to the last before it that is not.
fn whole_of(drafts: &[Draft], at: usize, of_another: impl Fn(usize) -> bool) -> Option<usize> {
    let draft = drafts.get(at)?;
    let (Relation::Part, whole) = draft.relation? else { return None };
    let same_sentence = drafts.get(whole).is_some_and(|w| w.sentence == draft.sentence);
    if same_sentence || !of_another(whole) {
        return Some(whole);
    }
    let suits = |w: &usize| {
        let fits = |d: &Draft| d.quantity == draft.quantity && d.relation.is_none() && d.count.low > draft.count.low;
        drafts.get(*w).is_some_and(fits) && !of_another(*w)
    };
    (0..whole).rev().take(LOOK_BACK).find(suits)
}

/// Figures before one among which its whole is looked for.
const LOOK_BACK: usize = 100;

/// What one figure hands on to the next of the same sentence and the same speaker.
#[derive(Default)]
struct Carried {
    sentence: usize,
    cue: Option<usize>,
    announced: Option<Day>,
    earlier: bool,
    first: bool,
}

/// What is known of each figure beside what is written out.
#[derive(Default)]
struct Notes {
    looks_back: Vec<bool>,
    bodies: Vec<bool>,
    /// Armed men, who are no part of the toll of their victims.
    apart: Vec<bool>,
    /// The sentence of a count that is called a first one.
    first: Vec<Option<usize>>,
    /// «قُتل 6 آخرون» at the head of a sentence.
    alone: Vec<bool>,
    /// «توفي اثنان من المصابين»
    adds: Vec<bool>,
    /// Whether its own words name its day.
    own_day: Vec<bool>,
    /// «مقتل 14 وإصابة 10»: joined right behind the figure before.
    beside: Vec<bool>,
    /// The sentences that the figures stand in.
    sentences: Vec<usize>,
}

/// What can only be told over all figures of the report.
fn settle(figures: &mut [Figure], notes: &Notes) {
    for at in 0..figures.len() {
        let earlier = notes.looks_back.get(at).copied().unwrap_or(false) && relate::has_larger(figures, at);
        if let Some(figure) = figures.get_mut(at) {
            figure.superseded_in_text |= earlier && figure.quantity.is_core() && figure.subset_of.is_none();
        }
    }
    relate::share_lead_days(figures, &notes.own_day, &notes.sentences);
    relate::share_days(figures, &notes.own_day, &notes.beside);
    relate::mark_first_counts(figures, &notes.first);
    relate::mark_added(figures, &notes.alone);
    relate::mark_added_to_next(figures, &notes.adds);
    relate::mark_sums(figures);
    relate::mark_parts_of_casualties(figures);
    relate::mark_parts_by_sense(figures, &notes.bodies, &notes.apart, &notes.beside);
    relate::mark_repeats(figures);
}

/// «مقتل 14 وإصابة 10»: whether the count and its word go on from the one before with nothing between.
fn beside(view: &View<'_, '_>, before: Option<&Draft>, draft: &Draft) -> bool {
    let start = |d: &Draft| d.trigger.map_or(d.count.number.start, |t| t.start.min(d.count.number.start));
    let end = |d: &Draft| d.trigger.map_or(d.count.whole.end, |t| t.end.max(d.count.whole.end));
    let near = |b: &Draft| b.sentence == draft.sentence && (end(b)..=end(b) + 1).contains(&start(draft));
    view.joins(start(draft)) && before.is_some_and(near)
}

/// The number with the words that make it a count: the noun phrase, and the trigger where it is near.
fn words_of(draft: &Draft) -> TokenRange {
    let whole = TokenRange::new(draft.count.number.start, draft.count.whole.end);
    match draft.trigger {
        Some(t) if t.end <= whole.start && whole.start - t.start <= 5 => TokenRange::new(t.start, whole.end),
        Some(t) if t.start >= whole.end && t.end - whole.end <= 4 => TokenRange::new(whole.start, t.end),
        Some(t)
            if t.start < whole.start && t.end > whole.end && whole.start - t.start <= 5 && t.end - whole.end <= 6 =>
        {
            t
        }
        _ => whole,
    }
}

fn unit(view: &View<'_, '_>, draft: &Draft) -> String {
    match draft.count.kind {
        Kind::Building => "building".into(),
        Kind::Vehicle => "vehicle".into(),
        Kind::Money => view.currency(&draft.count).unwrap_or("money").into(),
        Kind::Percent => "percent".into(),
        Kind::Time if draft.quantity == Quantity::Age => "year".into(),
        Kind::Time => view.time_unit(&draft.count).unwrap_or("time").into(),
        _ => match draft.quantity {
            Quantity::BuildingsDamaged => "building".into(),
            Quantity::VehiclesDamaged => "vehicle".into(),
            _ => "person".into(),
        },
    }
}

/// Which drafts are the whole behind a part («103 من أصل 164 في ...»): the place behind both is that of the part.
fn wholes_behind(drafts: &[Draft]) -> Vec<bool> {
    let mut wholes = vec![false; drafts.len()];
    for draft in drafts {
        let Some((Relation::Part, at)) = draft.relation else { continue };
        let behind = drafts
            .get(at)
            .is_some_and(|w| w.sentence == draft.sentence && w.count.number.start > draft.count.number.start);
        if let Some(slot) = wholes.get_mut(at) {
            *slot |= behind;
        }
    }
    wholes
}

/// Who is counted, in the report's words; none where the noun only repeats the quantity.
fn who(view: &View<'_, '_>, draft: &Draft) -> Option<String> {
    let count = &draft.count;
    if !draft.quantity.is_core() || matches!(count.kind, Kind::Money) {
        return None;
    }
    let bare = count.who.is_empty() || count.noun.is_some_and(|(noun, _)| noun == count.who.start);
    let run = if count.own == Some(draft.quantity) && draft.quantity != Quantity::Aboard && bare {
        who_of_victims(view, count)?
    } else {
        count.who
    };
    let text = words(view, run);
    (!text.is_empty()).then_some(text)
}

/// «14 قتيلا من المدنيين», «جريحين سودانيين»: who the victims are.
fn who_of_victims(view: &View<'_, '_>, count: &Count) -> Option<TokenRange> {
    let noun = count.noun?.0;
    let from = noun + 1 + usize::from(view.is_from(noun + 1));
    let named =
        view.has(from, mark::PERSON | mark::NISBA) && !view.has(from, mark::VICTIM | mark::PREPOSITION | mark::OTHER);
    let of_them = from == noun + 1 || view.is_definite(from);
    let end = view.phrase_end(from, TokenRange::new(noun, from + 4), 3).max(from + 1);
    (named && of_them).then(|| TokenRange::new(from, end))
}

/// The words of a run in the report's spelling, without a conjunction that is written with them.
fn words(view: &View<'_, '_>, mut run: TokenRange) -> String {
    if run.is_empty() {
        return String::new();
    }
    let document = view.document();
    while run.end > run.start && document.kind(run.end - 1) != TokenKind::Word {
        run.end -= 1;
    }
    let text = document.text_of(run);
    let joined =
        view.analysed.readings(run.start).first().is_some_and(|r| r.clitics.intersects(Clitics::WA.with(Clitics::FA)));
    let text = if joined { text.get(2..).unwrap_or(text) } else { text };
    text.replace('\u{a0}', " ")
}

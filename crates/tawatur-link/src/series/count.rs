//! Counts: the figures of a story that can answer a question, with what they are compared by.

use std::rc::Rc;

use tawatur_model::{AsOf, Day, Figure, In, Modality, Mode, Quantity, TimeType};
use tawatur_text::Document;

use super::another::tells_of_another;
use super::event::Event;
use super::scope::{PlaceNumber, Places, SEVERE, Who, makes_series};
use super::withdrawal::withdrawal;
use crate::Item;
use crate::independence::{Origins, is_independent, voice};
use crate::page::page;
use crate::terms::sense_of_token;

/// So many words before a number are searched for words that call it newer.
const WORDS_BEFORE: usize = 14;

/// What an outlet tells of a day no more than so many days gone by is news, not history.
const RECENT: i32 = 14;

/// So many words after a number are searched for how badly hurt they are.
const WORDS_AFTER: usize = 4;

/// When a report was published, as far as is known. Unknown comes first.
pub(crate) type Moment = (Option<Day>, Option<jiff::civil::Time>);

/// One figure as an answer.
#[derive(Clone, Debug)]
pub(crate) struct Count<'a> {
    /// Number of its report.
    pub(crate) item: usize,
    pub(crate) report: &'a str,
    pub(crate) figure: &'a Figure,
    /// The day for which it holds, or on which it was said or printed.
    pub(crate) day: Option<Day>,
    /// Whether the report itself dates it.
    pub(crate) dated: bool,
    pub(crate) published: Moment,
    /// The number said: the bound, for a bounded count; the least, for a vague one.
    pub(crate) said: f64,
    pub(crate) origin: Option<usize>,
    /// The name under which that origin is shown.
    pub(crate) voice: Option<String>,
    /// Whether that origin is a voice of its own here.
    pub(crate) independent: bool,
    pub(crate) who: Who,
    pub(crate) place: Option<PlaceNumber>,
    /// The word beside it that calls it newer or takes it back, and what that word means.
    pub(crate) change: Option<(Change, String)>,
    /// The word by which the text takes this very count back.
    pub(crate) withdrawn: Option<String>,
    /// Whether its sentence tells of another event than the report's own ("another quake last week killed 16").
    pub(crate) elsewhere: bool,
    /// The event that it belongs to.
    pub(crate) event: Event,
    /// What identifies the page that its report is a version of.
    pub(crate) page: Option<Rc<str>>,
}

/// What a word beside a count says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// It replaces an earlier count.
    Newer,
    /// It is taken back.
    Withdrawn,
}

impl Count<'_> {
    /// The claim's name over all reports.
    pub(crate) fn claim(&self) -> String {
        format!("{}#{}", self.report, self.figure.id)
    }

    /// Whether it is only "dozens".
    pub(crate) fn is_vague(&self) -> bool {
        self.figure.mode == Mode::Vague
    }
}

/// The counts of a story, in order of reports and text.
///
/// Background figures belong to other events; feared, conditional and planned ones say nothing of what is.
pub(crate) fn counts<'a>(items: &[Item<'a>], origins: &mut Origins, places: &mut Places) -> Vec<Count<'a>> {
    let mut found = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let figures: Vec<&Figure> = item.extraction.figures.iter().filter(|f| can_answer(f)).collect();
        if figures.is_empty() {
            continue;
        }
        let document = Document::new(&item.report.text);
        let page: Option<Rc<str>> = page(item.report).map(Rc::from);
        for figure in figures {
            let count = count(number, *item, figure, &document, origins, places);
            found.extend(count.map(|c| Count { page: page.clone(), ..c }));
        }
    }
    found
}

fn can_answer(figure: &Figure) -> bool {
    let said = !matches!(figure.modality, Modality::Feared | Modality::Conditional | Modality::Planned);
    said && !figure.background && makes_series(figure.quantity)
}

fn count<'a>(
    number: usize,
    item: Item<'a>,
    figure: &'a Figure,
    document: &Document<'_>,
    origins: &mut Origins,
    places: &mut Places,
) -> Option<Count<'a>> {
    let published = item.published();
    Some(Count {
        item: number,
        report: &item.report.id,
        figure,
        day: day(figure, published, announced(figure, document)),
        dated: is_dated(item, figure, document),
        published: (published, item.report.published.and_then(|p| p.time)),
        said: figure.low.or(figure.high)?,
        origin: origins.number(figure, &item),
        voice: voice(figure, &item),
        independent: is_independent(figure),
        who: if is_severe(figure, document) { Who::Group(SEVERE.to_owned()) } else { Who::of(figure) },
        place: figure.place.as_deref().map(|p| places.number(p)),
        change: change(figure, document),
        withdrawn: withdrawal(figure, document),
        elsewhere: tells_of_another(figure, document),
        event: None,
        page: None,
    })
}

/// The day for which a count holds. A count that was announced later than the day it tells of holds for the day on which
/// it was announced. What is told of a day gone by without a day on which it was said is what is known when it is
/// printed: "Sunday's quake injured 1400" is the count of today, unless the text calls it an earlier one.
///
/// "A toll of 131 that was issued on Wednesday" holds for Wednesday, whoever prints it.
fn day(figure: &Figure, published: Option<Day>, announced: bool) -> Option<Day> {
    let told = figure.as_of.and_then(AsOf::day).max(figure.said_on);
    let own = figure.said_on.is_none() && !figure.superseded_in_text && !announced;
    match (told, published) {
        (Some(told), Some(published)) if own && told < published && days_apart(told, published) <= RECENT => {
            Some(published)
        }
        (told, published) => told.or(published),
    }
}

/// Whether the words after a count say that it was given out on a day of its own ("that was issued on Wednesday").
fn announced(figure: &Figure, document: &Document<'_>) -> bool {
    if figure.within == In::Title {
        return false;
    }
    let tokens = document.tokens_in(figure.range);
    let end = document.sentences().get(document.sentence_of(tokens.start)).map_or(tokens.end, |s| s.end);
    let after = tokens.end..(tokens.end + WORDS_AFTER).min(end);
    let is = |at: usize, what: &str| sense_of_token("announced", document.word(at)) == Some(what);
    after.clone().zip(after.skip(1)).any(|(a, b)| is(a, "that") && is(b, "issue"))
}

fn days_apart(a: Day, b: Day) -> i32 {
    a.since(b).map_or(0, |s| s.get_days().abs())
}

/// Whether the words after a count say that those injured are badly hurt ("236 people with serious injuries").
fn is_severe(figure: &Figure, document: &Document<'_>) -> bool {
    if figure.quantity != Quantity::Injured || figure.within == In::Title {
        return false;
    }
    let tokens = document.tokens_in(figure.range);
    let end = document.sentences().get(document.sentence_of(tokens.start)).map_or(tokens.end, |s| s.end);
    let after = tokens.end..(tokens.end + WORDS_AFTER).min(end);
    after.clone().zip(after.skip(1)).any(|(a, b)| {
        sense_of_token("severity", document.word(b)).is_some() && sense_of_token("wound", document.word(a)).is_some()
    })
}

/// Whether the report dates a count. A day equal to the publication's may have been put there for want of
/// another: then a date in the count's own sentence must say it.
fn is_dated(item: Item<'_>, figure: &Figure, document: &Document<'_>) -> bool {
    let Some(day) = figure.as_of.and_then(AsOf::day).or(figure.said_on) else { return false };
    if Some(day) != item.published() || item.extraction.times.is_empty() || figure.within == In::Title {
        return true;
    }
    let Some(sentence) = document.sentences().get(document.sentence_of(document.token_at(figure.range.start()))) else {
        return true;
    };
    let range = document.range_of(*sentence);
    let dates = item.extraction.times.iter().filter(|t| t.kind == TimeType::Date);
    dates.into_iter().any(|t| t.range.overlaps(range))
}

/// The nearest word before the number, in its sentence, that says the count is newer or withdrawn.
fn change(figure: &Figure, document: &Document<'_>) -> Option<(Change, String)> {
    if figure.within == In::Title {
        return None;
    }
    let tokens = document.tokens_in(figure.range);
    let sentence = document.sentences().get(document.sentence_of(tokens.start))?;
    let from = tokens.start.saturating_sub(WORDS_BEFORE).max(sentence.start);
    (from..tokens.end).rev().find_map(|at| {
        let meaning = match sense_of_token("change", document.word(at))? {
            "withdrawn" => Change::Withdrawn,
            _ => Change::Newer,
        };
        let word = document.token(at)?.range.slice(document.original());
        Some((meaning, word.to_owned()))
    })
}

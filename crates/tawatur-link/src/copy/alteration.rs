//! What a copy changed.

use tawatur_model::{Alteration, AlterationKind, Bilingual, CopyPassage, Figure, In};
use tawatur_text::{ByteRange, Document, TokenKind};

use super::align::Shared;
use super::words::Words;
use crate::Item;
use crate::terms::sense_of_token;

/// So many words before or after a shared passage, in its sentence, may name who said it.
const EDGE: usize = 12;

/// One side of a copy.
pub(crate) struct Side<'s, 'a> {
    pub(crate) item: &'s Item<'a>,
    pub(crate) words: &'s Words,
}

impl<'a> Side<'_, 'a> {
    fn passage(&self, start: usize, end: usize) -> Option<CopyPassage> {
        let range = self.words.range(start, end)?;
        Some(CopyPassage { report: self.item.report.id.clone(), range })
    }

    fn text(&self, passage: Option<&CopyPassage>) -> &str {
        passage.map_or("", |p| p.range.slice(&self.item.report.text))
    }

    /// Whether the words stand inside a name that the reading found.
    fn is_name(&self, range: ByteRange) -> bool {
        let e = self.item.extraction;
        let people = e.people.iter().flat_map(|p| &p.ranges);
        let places = e.places.iter().flat_map(|p| &p.ranges);
        let organisations = e.organisations.iter().flat_map(|o| &o.ranges);
        people.chain(places).chain(organisations).any(|r| r.overlaps(range))
    }

    /// Whether the words name who a claim or statement comes from.
    fn is_attribution(&self, range: ByteRange) -> bool {
        self.attribution(range).is_some()
    }

    /// The name, among the words, of whom a claim or statement comes from.
    fn attribution(&self, range: ByteRange) -> Option<ByteRange> {
        let e = self.item.extraction;
        let hops = e.figures.iter().flat_map(|f| &f.chain).chain(e.statements.iter().flat_map(|s| &s.chain));
        let speakers = e.statements.iter().filter(|s| s.within == In::Text).filter_map(|s| s.speaker_range);
        hops.filter_map(|h| h.range).chain(speakers).find(|r| r.overlaps(range))
    }

    /// The figures whose words overlap a range.
    fn figures(&self, range: ByteRange) -> impl Iterator<Item = &'a Figure> {
        let all = self.item.extraction.figures.iter();
        all.filter(move |f| f.within == In::Text && f.range.overlaps(range))
    }

    /// The words before the first (or after the last) of a passage, up to the end of their sentence.
    fn edge(&self, at: usize, before: bool) -> Option<CopyPassage> {
        let text = self.item.report.text.as_str();
        let ends = |range: ByteRange| text.get(range.start() as usize..range.end() as usize).is_some_and(ends_sentence);
        let mut reach = at;
        for _ in 0..EDGE {
            let next = if before { reach.checked_sub(1) } else { Some(reach + 1) };
            let Some(next) = next.filter(|n| *n <= self.words.ranges.len()) else { break };
            // What stands between two words tells whether a sentence ends there.
            let (left, right) = if before { (next, reach) } else { (reach.saturating_sub(1), reach) };
            let between = self.words.ranges.get(left).zip(self.words.ranges.get(right));
            let gap = between.map(|(l, r)| ByteRange::new(l.end(), r.start().max(l.end())));
            if gap.is_none() || gap.is_some_and(ends) {
                break;
            }
            reach = next;
        }
        if before { self.passage(reach, at) } else { self.passage(at, reach) }
    }
}

fn ends_sentence(gap: &str) -> bool {
    gap.contains(['.', '!', '?', '؟', '\n', '؛'])
}

/// The changes inside a shared passage in its order, and who said it where one side has that around it and the other
/// has not.
pub(crate) fn alterations(a: &Side<'_, '_>, b: &Side<'_, '_>, shared: &Shared) -> Vec<Alteration> {
    let inside = shared.gaps().filter_map(|(in_a, in_b)| {
        let (from, to) = (a.passage(in_a.0, in_a.1), b.passage(in_b.0, in_b.1));
        let (old, new) = (a.text(from.as_ref()), b.text(to.as_ref()));
        if (from.is_none() && to.is_none()) || same_words(old, new) {
            return None;
        }
        let kind = kind(a, b, from.as_ref(), to.as_ref());
        let text = text(old, new);
        Some(Alteration { kind, from, to, text })
    });
    let mut found: Vec<Alteration> = inside.collect();
    found.extend(around(a, b, shared));
    found
}

/// An attribution that stands before or after the passage on one side only.
fn around(a: &Side<'_, '_>, b: &Side<'_, '_>, shared: &Shared) -> Option<Alteration> {
    let ((a_start, a_end), (b_start, b_end)) = shared.spans()?;
    let of = |side: &Side<'_, '_>, start: usize, end: usize| {
        let edges = [side.edge(start, true), side.edge(end, false)];
        let inside = side.words.range(start, end).is_some_and(|r| side.is_attribution(r));
        let told = edges.into_iter().flatten().find(|e| side.is_attribution(e.range));
        (inside, told)
    };
    let ((in_a, told_a), (in_b, told_b)) = (of(a, a_start, a_end), of(b, b_start, b_end));
    // Who said it may have gone to the inside of the passage, where every change is told anyway.
    if in_a || in_b {
        return None;
    }
    let name = |side: &Side<'_, '_>, p: &CopyPassage| {
        side.attribution(p.range).map(|r| r.slice(&side.item.report.text).to_owned()).unwrap_or_default()
    };
    let (old, new) = (told_a.as_ref().map(|p| name(a, p)), told_b.as_ref().map(|p| name(b, p)));
    let alike =
        |x: &str, y: &str| words(x).iter().any(|(w, _)| w.chars().count() > 3 && words(y).iter().any(|(v, _)| v == w));
    let text = match (&old, &new) {
        (Some(old), None) => text(old, ""),
        (None, Some(new)) => text("", new),
        (Some(old), Some(new)) if !alike(old, new) => text(old, new),
        _ => return None,
    };
    Some(Alteration { kind: AlterationKind::Attribution, from: told_a, to: told_b, text })
}

fn kind(a: &Side<'_, '_>, b: &Side<'_, '_>, from: Option<&CopyPassage>, to: Option<&CopyPassage>) -> AlterationKind {
    let (old, new) = (a.text(from), b.text(to));
    let either = |test: &dyn Fn(&str) -> bool| test(old) || test(new);
    let in_either = |test: &dyn Fn(&Side<'_, '_>, ByteRange) -> bool| {
        from.is_some_and(|p| test(a, p.range)) || to.is_some_and(|p| test(b, p.range))
    };
    let only = |class: &str| words(old).iter().chain(&words(new)).all(|(w, _)| sense_of_token(class, w).is_some());
    match () {
        () if either(&names_day) => AlterationKind::Date,
        () if numbers_differ(a, b, from, to) => AlterationKind::Number,
        () if either(&|t| has_sense(t, "hedge", &["approximate", "bound"])) => AlterationKind::Bound,
        () if either(&|t| has(t, "hedge")) => AlterationKind::Hedge,
        () if loaded_class(old).is_some_and(|c| loaded_class(new) == Some(c)) => AlterationKind::LoadedWord,
        () if in_either(&|s, r| s.is_attribution(r)) || only("attribution") || either(&|t| has(t, "credit")) => {
            AlterationKind::Attribution
        }
        () if from.is_some() && to.is_some() && in_either(&|s, r| s.is_name(r)) => AlterationKind::Name,
        () => AlterationKind::Wording,
    }
}

/// Whether the two sides give another number, in digits or, where the reading found counts, in words.
fn numbers_differ(a: &Side<'_, '_>, b: &Side<'_, '_>, from: Option<&CopyPassage>, to: Option<&CopyPassage>) -> bool {
    let (old, new) = (numbers(a.text(from)), numbers(b.text(to)));
    let values = |side: &Side<'_, '_>, passage: Option<&CopyPassage>| -> Vec<u64> {
        let figures = passage.into_iter().flat_map(|p| side.figures(p.range).collect::<Vec<_>>());
        figures.filter_map(|f| f.low.or(f.high)).map(f64::to_bits).collect()
    };
    let (was, is) = (values(a, from), values(b, to));
    if !was.is_empty() && !is.is_empty() {
        return was != is;
    }
    old != new
}

fn words(text: &str) -> Vec<(String, TokenKind)> {
    let document = Document::new(text);
    (0..document.tokens().len())
        .map(|at| (document.word(at).to_owned(), document.kind(at)))
        .filter(|(_, kind)| matches!(kind, TokenKind::Word | TokenKind::Number))
        .collect()
}

fn same_words(a: &str, b: &str) -> bool {
    words(a) == words(b)
}

fn numbers(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|(_, kind)| *kind == TokenKind::Number).map(|(word, _)| word).collect()
}

fn has(text: &str, class: &str) -> bool {
    words(text).iter().any(|(w, _)| sense_of_token(class, w).is_some())
}

fn has_sense(text: &str, class: &str, senses: &[&str]) -> bool {
    words(text).iter().any(|(w, _)| sense_of_token(class, w).is_some_and(|s| senses.contains(&s)))
}

/// What the loaded word of a text is about: the dead, fighters, protesters, ...; those who bear arms and those who
/// protest are one question of naming.
fn loaded_class(text: &str) -> Option<&'static str> {
    let senses = words(text).into_iter().find_map(|(w, _)| sense_of_token("loaded", &w))?;
    Some(match senses {
        "protester" => "fighter",
        other => other,
    })
}

fn names_day(text: &str) -> bool {
    ["weekday", "month", "day"].iter().any(|class| has(text, class))
}

fn text(old: &str, new: &str) -> Bilingual {
    match (old.is_empty(), new.is_empty()) {
        (true, _) => Bilingual::new(format!("أضيف «{new}»"), format!("added: \u{2068}«{new}»\u{2069}")),
        (_, true) => Bilingual::new(format!("حذف «{old}»"), format!("dropped: \u{2068}«{old}»\u{2069}")),
        _ => Bilingual::new(
            format!("صار «{old}» «{new}»"),
            format!("\u{2068}«{old}»\u{2069} became \u{2068}«{new}»\u{2069}"),
        ),
    }
}

//! What a copy changed.

use tawatur_model::{Alteration, AlterationKind, Bilingual, CopyPassage};
use tawatur_text::{ByteRange, Document, TokenKind};

use super::align::Shared;
use super::words::Words;
use crate::Item;
use crate::terms::sense_of_token;

/// One side of a copy.
pub(crate) struct Side<'s, 'a> {
    pub(crate) item: &'s Item<'a>,
    pub(crate) words: &'s Words,
}

impl Side<'_, '_> {
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
        let e = self.item.extraction;
        let chains = e.figures.iter().flat_map(|f| &f.chain).chain(e.statements.iter().flat_map(|s| &s.chain));
        chains.filter_map(|h| h.range).any(|r| r.overlaps(range))
    }
}

/// The changes inside a shared passage, in its order.
pub(crate) fn alterations(a: &Side<'_, '_>, b: &Side<'_, '_>, shared: &Shared) -> Vec<Alteration> {
    shared
        .gaps()
        .filter_map(|(in_a, in_b)| {
            let (from, to) = (a.passage(in_a.0, in_a.1), b.passage(in_b.0, in_b.1));
            let (old, new) = (a.text(from.as_ref()), b.text(to.as_ref()));
            if (from.is_none() && to.is_none()) || same_words(old, new) {
                return None;
            }
            let kind = kind(a, b, from.as_ref(), to.as_ref());
            let text = text(old, new);
            Some(Alteration { kind, from, to, text })
        })
        .collect()
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
        () if numbers(old) != numbers(new) => AlterationKind::Number,
        () if either(&|t| has(t, "hedge")) => AlterationKind::Hedge,
        () if has(old, "loaded") && has(new, "loaded") => AlterationKind::LoadedWord,
        () if in_either(&|s, r| s.is_attribution(r)) || only("attribution") || either(&|t| has(t, "credit")) => {
            AlterationKind::Attribution
        }
        () if from.is_some() && to.is_some() && in_either(&|s, r| s.is_name(r)) => AlterationKind::Name,
        () => AlterationKind::Wording,
    }
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

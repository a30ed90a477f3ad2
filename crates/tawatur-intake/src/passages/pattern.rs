//! Patterns of passage rules: sequences of words, marks and gaps.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_text::fold_word;

use super::line::Mark;

/// Words that patterns refer to by class: phrases of folded words.
#[derive(Debug, Default)]
pub(crate) struct Classes {
    /// Agencies and other owners of pictures.
    pub(crate) agency: Phrases,
    /// Month names.
    pub(crate) month: Phrases,
    /// Weekdays, clock words, stamps.
    pub(crate) when: Phrases,
}

/// Phrases of folded words by their first word, longest first.
#[derive(Debug, Default)]
pub(crate) struct Phrases(BTreeMap<String, Vec<Vec<String>>>);

impl Phrases {
    pub(crate) fn new(phrases: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut by_first: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for phrase in phrases {
            if let Some(first) = phrase.first() {
                by_first.entry(first.clone()).or_default().push(phrase);
            }
        }
        for same_first in by_first.values_mut() {
            same_first.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
        Self(by_first)
    }

    /// The ends of the phrases that stand here, longest first.
    pub(crate) fn ends<'p>(&'p self, marks: &'p [Mark<'_>], at: usize) -> impl Iterator<Item = usize> + 'p {
        let same_first = marks.get(at).and_then(|m| self.0.get(m.text));
        let here = move |phrase: &&Vec<String>| {
            phrase.iter().enumerate().all(|(i, word)| marks.get(at + i).is_some_and(|m| m.text == word))
        };
        same_first.into_iter().flatten().filter(here).map(move |phrase| at + phrase.len())
    }
}

/// One pattern.
#[derive(Debug)]
pub(crate) struct Pattern(Vec<Element>);

#[derive(Debug)]
struct Element {
    optional: bool,
    kind: Vec<Alternative>,
}

#[derive(Debug)]
enum Alternative {
    Literal(String),
    Agency,
    Month,
    When,
    Number,
    Dash,
    Words(usize, usize),
    Anything,
}

impl Pattern {
    /// Reads a pattern as the head of `passage.toml` describes.
    pub(crate) fn parse(source: &str) -> Self {
        Self(source.split_whitespace().map(Element::parse).collect())
    }

    /// The words that it must begin with; none where it may begin with anything.
    pub(crate) fn first_words(&self) -> Option<BTreeSet<&str>> {
        let first = self.0.first().filter(|e| !e.optional)?;
        first.kind.iter().map(|a| if let Alternative::Literal(w) = a { Some(w.as_str()) } else { None }).collect()
    }

    /// An ASCII character that begins a word or mark that it cannot do without.
    pub(crate) fn sign(&self) -> Option<u8> {
        let literals = self.0.iter().filter(|e| !e.optional).filter_map(|e| match e.kind.as_slice() {
            [Alternative::Literal(word)] => word.bytes().next().filter(u8::is_ascii),
            _ => None,
        });
        literals.min()
    }

    /// Whether it cannot do without a dash.
    pub(crate) fn has_dash(&self) -> bool {
        self.0.iter().any(|e| !e.optional && matches!(e.kind.as_slice(), [Alternative::Dash]))
    }

    /// Whether everything that it cannot do without is among the marks: a quick look before matching.
    pub(crate) fn may_match(&self, marks: &[Mark<'_>]) -> bool {
        self.0.iter().filter(|e| !e.optional).all(|element| match element.kind.as_slice() {
            [Alternative::Literal(word)] => marks.iter().any(|m| m.text == word),
            [Alternative::Dash] => marks.iter().any(|m| !m.is_word && is_dash(m.text)),
            _ => true,
        })
    }

    /// Where a match that begins at the first mark ends: the number of marks. `whole` asks for all of them.
    pub(crate) fn matches(&self, classes: &Classes, marks: &[Mark<'_>], whole: bool) -> Option<usize> {
        let end = if whole { Some(marks.len()) } else { None };
        matches_from(&self.0, classes, marks, 0, end)
    }
}

impl Element {
    fn parse(source: &str) -> Self {
        if source == "..." {
            return Self { optional: false, kind: vec![Alternative::Anything] };
        }
        let (body, optional) = match source.strip_suffix('?') {
            Some(body) if !body.is_empty() => (body, true),
            _ => (source, false),
        };
        Self { optional, kind: body.split('|').map(Alternative::parse).collect() }
    }
}

impl Alternative {
    fn parse(source: &str) -> Self {
        match source {
            "" => Self::Literal("|".to_owned()),
            "<agency>" => Self::Agency,
            "<month>" => Self::Month,
            "<when>" => Self::When,
            "<number>" => Self::Number,
            "<dash>" => Self::Dash,
            _ => gap(source).unwrap_or_else(|| Self::Literal(fold_word(source))),
        }
    }

    /// Calls `go_on` with the mark numbers at which it may end when it begins at `at`, until that finds something.
    fn try_ends(
        &self,
        classes: &Classes,
        marks: &[Mark<'_>],
        at: usize,
        go_on: &mut dyn FnMut(usize) -> Option<usize>,
    ) -> Option<usize> {
        let here = marks.get(at);
        let mut one = |fits: bool| if fits { go_on(at + 1) } else { None };
        match self {
            Self::Literal(word) => one(here.is_some_and(|m| m.text == word)),
            Self::Number => one(here.is_some_and(|m| m.text.bytes().all(|b| b.is_ascii_digit()))),
            Self::Dash => one(here.is_some_and(|m| is_dash(m.text))),
            Self::Agency => classes.agency.ends(marks, at).find_map(go_on),
            Self::Month => classes.month.ends(marks, at).find_map(go_on),
            Self::When => classes.when.ends(marks, at).find_map(go_on),
            Self::Words(least, most) => {
                let words = marks.iter().skip(at).take(*most).take_while(|m| m.is_word).count();
                (*least..=words).find_map(|n| go_on(at + n))
            }
            Self::Anything => (at..=marks.len()).rev().find_map(go_on),
        }
    }
}

fn gap(source: &str) -> Option<Alternative> {
    let (least, most) = source.strip_prefix('<')?.strip_suffix('>')?.split_once('-')?;
    Some(Alternative::Words(least.parse().ok()?, most.parse().ok()?))
}

/// Whether a mark is a dash of any length.
pub(crate) fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" | "−")
}

/// Recursion is as deep as the pattern is long; marks are at most a few dozen.
fn matches_from(
    elements: &[Element],
    classes: &Classes,
    marks: &[Mark<'_>],
    at: usize,
    end: Option<usize>,
) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else {
        return (end.is_none_or(|e| e == at)).then_some(at);
    };
    for alternative in &element.kind {
        let mut go_on = |next: usize| matches_from(rest, classes, marks, next, end);
        if let Some(found) = alternative.try_ends(classes, marks, at, &mut go_on) {
            return Some(found);
        }
    }
    if element.optional { matches_from(rest, classes, marks, at, end) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passages::line::{MOST_MARKS, marks};

    fn check(pattern: &str, line: &str) -> bool {
        let classes = Classes { agency: Phrases::new([vec!["رويترز".to_owned()]]), ..Classes::default() };
        let folded = fold_word(line);
        Pattern::parse(pattern).matches(&classes, &marks(&folded, MOST_MARKS), true).is_some()
    }

    #[test]
    fn words_are_whole_and_gaps_are_counted() {
        assert!(check("شارك", "شارك"));
        assert!(!check("شارك", "شاركت"));
        assert!(check("<1-2> ( <agency> )", "بيروت (رويترز)"));
        assert!(!check("<1-2> ( <agency> )", "بيروت عاصمة لبنان (رويترز)"));
        assert!(check("a + a <dash>", "A+ A-"));
        assert!(check("اقرا <dash>|:? ...", "اقرأ: خبر آخر"));
    }
}

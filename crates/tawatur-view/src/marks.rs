//! A report's text with its claims marked.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use tawatur_text::ByteRange;

use crate::html::{Html, push_escaped, turns_direction};

/// A stretch of text to be wrapped in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) range: ByteRange,
    /// The element's id; none for a stretch that nothing points to.
    pub(crate) id: Option<String>,
    pub(crate) class: &'static str,
    /// `mark` for claims, `span` for the rest.
    pub(crate) tag: &'static str,
}

/// A piece of a mark still to be opened: start, longest first, then the mark's number; with its end.
type Pending = (u32, Reverse<u32>, usize);

/// Wraps every mark in elements whose texts, put together, are exactly the mark's words.
///
/// Marks may nest and overlap: one that overlaps another partly is cut into pieces, the first with its id and
/// the others with `data-of`. A range that does not fit the text is left out.
pub(crate) fn marked(text: &str, marks: &[Mark]) -> Html {
    let mut pending: BTreeSet<Pending> = marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| !mark.range.is_empty() && !mark.range.slice(text).is_empty())
        .map(|(i, mark)| (mark.range.start(), Reverse(mark.range.end()), i))
        .collect();
    let mut writer = Writer { text, out: String::with_capacity(text.len() * 2), at: 0, open: Vec::new() };
    while let Some((start, Reverse(end), i)) = pending.pop_first() {
        writer.close_up_to(start);
        writer.text_up_to(start);
        let room = writer.open.last().map_or(end, |(top, _)| *top).min(end);
        if room < end {
            pending.insert((room, Reverse(end), i));
        }
        if let Some(mark) = marks.get(i) {
            writer.open_mark(mark, start == mark.range.start());
            writer.open.push((room, mark.tag));
        }
    }
    writer.close_up_to(u32::MAX);
    writer.text_up_to(u32::MAX);
    Html(writer.out)
}

struct Writer<'t> {
    text: &'t str,
    out: String,
    at: usize,
    open: Vec<(u32, &'static str)>,
}

impl Writer<'_> {
    fn close_up_to(&mut self, offset: u32) {
        while let Some((end, tag)) = self.open.last().copied().filter(|(end, _)| *end <= offset) {
            self.text_up_to(end);
            self.out.push_str(&format!("</{tag}>"));
            self.open.pop();
        }
    }

    fn text_up_to(&mut self, offset: u32) {
        let end = (offset as usize).min(self.text.len());
        let piece = self.text.get(self.at..end).unwrap_or_default();
        for c in piece.chars() {
            push_visibly(&mut self.out, c);
        }
        self.at = self.at.max(end);
    }

    fn open_mark(&mut self, mark: &Mark, first: bool) {
        let id = match (&mark.id, first) {
            (Some(id), true) => format!(r#" id="{id}""#),
            (Some(id), false) => format!(r#" data-of="{id}""#),
            (None, _) => String::new(),
        };
        self.out.push_str(&format!(r#"<{}{id} class="{}">"#, mark.tag, mark.class));
    }
}

/// A character that turns the direction stays in the text but acts on nothing beside it, and can be seen.
fn push_visibly(out: &mut String, c: char) {
    if turns_direction(c) {
        out.push_str(&format!(r#"<span class="ctl" data-c="U+{:04X}">{c}</span>"#, c as u32));
    } else {
        push_escaped(out, c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32, id: &str) -> Mark {
        Mark { range: ByteRange::new(start, end), id: Some(id.to_owned()), class: "f", tag: "mark" }
    }

    #[test]
    fn nested_marks_nest() {
        let html = marked("abcdef", &[mark(2, 4, "in"), mark(1, 5, "out")]).0;
        assert_eq!(html, r#"a<mark id="out" class="f">b<mark id="in" class="f">cd</mark>e</mark>f"#);
    }

    #[test]
    fn overlapping_marks_are_cut_and_keep_all_their_words() {
        let html = marked("abcdef", &[mark(0, 4, "one"), mark(2, 6, "two")]).0;
        assert_eq!(
            html,
            r#"<mark id="one" class="f">ab<mark id="two" class="f">cd</mark></mark><mark data-of="two" class="f">ef</mark>"#
        );
    }

    #[test]
    fn ranges_that_do_not_fit_are_left_out() {
        assert_eq!(marked("مرحبا", &[mark(1, 4, "x"), mark(4, 400, "y"), mark(4, 4, "z")]).0, "مرحبا");
    }

    #[test]
    fn a_character_that_turns_the_direction_is_shut_in() {
        assert_eq!(marked("a\u{202e}b", &[]).0, "a<span class=\"ctl\" data-c=\"U+202E\">\u{202e}</span>b");
    }
}

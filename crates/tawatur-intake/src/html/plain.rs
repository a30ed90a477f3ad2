//! Markup to plain text: one line a paragraph.

use super::tags::{Piece, Pieces};

/// Elements inside a line; every other element begins a new one.
const INLINE: [&str; 33] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "nobr", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    "img", "amp-img",
];

/// Elements that hold no part of an article.
const FURNITURE: [&str; 14] = [
    "nav", "footer", "aside", "form", "button", "select", "svg", "iframe", "object", "audio", "video", "head", "menu",
    "dialog",
];

/// The text of a piece of markup: white space collapsed, one line a block, no empty lines.
///
/// With `whole_page`, menus, forms and other furniture are left out.
pub(crate) fn plain(markup: &str, whole_page: bool) -> String {
    let mut lines = Lines::default();
    // The furniture that is open, and how many elements of its name inside it.
    let mut inside: Option<(&str, usize)> = None;
    for piece in Pieces::new(markup) {
        inside = match (inside, piece) {
            (Some((name, depth)), Piece::Open(open, attributes)) if open.eq_ignore_ascii_case(name) => {
                Some((name, depth + usize::from(!attributes.ends_with('/'))))
            }
            (Some((name, depth)), Piece::Close(close)) if close.eq_ignore_ascii_case(name) => {
                (depth > 1).then(|| (name, depth - 1))
            }
            (None, Piece::Open(open, attributes))
                if whole_page && is_one_of(&FURNITURE, open) && !attributes.ends_with('/') =>
            {
                lines.end();
                Some((open, 1))
            }
            (inside, _) => inside,
        };
        match piece {
            _ if inside.is_some() => {}
            Piece::Text(text) => lines.push(&html_escape::decode_html_entities(text)),
            Piece::Open(name, _) | Piece::Close(name) if !is_one_of(&INLINE, name) => lines.end(),
            Piece::Open(..) | Piece::Close(_) | Piece::Raw(..) => {}
        }
    }
    lines.end();
    lines.text
}

#[derive(Default)]
struct Lines {
    text: String,
    line: String,
}

impl Lines {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            // No-break spaces are the writer's; only the white space of markup is collapsed.
            let is_blank = c.is_ascii_whitespace();
            if !is_blank {
                self.line.push(c);
            } else if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    fn end(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        self.line.clear();
    }
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|n| n.eq_ignore_ascii_case(name))
}

/// The content of the first element of one of these names, in this order of preference; else the whole page.
pub(crate) fn content_of<'p>(page: &'p str, names: &[&str]) -> &'p str {
    names.iter().find_map(|name| element(page, name)).unwrap_or(page)
}

fn element<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    let offset = |inner: &str| (inner.as_ptr() as usize).checked_sub(page.as_ptr() as usize);
    let (mut start, mut depth) = (None, 0usize);
    for piece in Pieces::new(page) {
        match piece {
            Piece::Open(open, attributes) if open.eq_ignore_ascii_case(name) => {
                let end = offset(attributes)? + attributes.len() + 1;
                start = start.or(Some(end));
                depth += 1;
            }
            Piece::Close(close) if close.eq_ignore_ascii_case(name) && start.is_some() => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return page.get(start?..offset(close)?.checked_sub(2)?);
                }
            }
            _ => {}
        }
    }
    page.get(start?..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_a_paragraph_without_furniture() {
        let page = "<body><nav><ul><li>الرئيسية</ul></nav><article><h1>عنوان</h1><p>سطر <b>أول</b>،\n وتتمته&nbsp;هنا</p>ثان<br/>ثالث</article><footer>حقوق</footer>";
        assert_eq!(plain(page, true), "عنوان\nسطر أول، وتتمته\u{a0}هنا\nثان\nثالث");
        assert_eq!(plain(content_of(page, &["article"]), false), "عنوان\nسطر أول، وتتمته\u{a0}هنا\nثان\nثالث");
    }
}

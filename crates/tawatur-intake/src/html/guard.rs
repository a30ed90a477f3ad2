//! Judges a page before it is parsed: pages that are built to fill memory or the stack are read as plain text.

use super::tags::{Piece, Pieces, all_attributes};

/// More start tags than any article page has.
const MOST_TAGS: usize = 200_000;
/// More attributes than any tag has; parsers compare them with one another.
const MOST_ATTRIBUTES: usize = 512;
/// How often, over the page, a parser may have to open formatting elements again.
const MOST_REOPENED: usize = 2_000_000;
/// How far up an end tag looks for its start tag.
const LOOK_UP: usize = 64;

/// Elements that have no end tag, or whose end tag may be missing: they do not nest in themselves.
const FLAT: [&str; 33] = [
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
    "p",
    "li",
    "dt",
    "dd",
    "option",
    "optgroup",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "colgroup",
    "rp",
    "rt",
    "html",
    "head",
    "body",
    "amp-pixel",
];

/// Elements that a parser opens again in every following block until they are closed.
const FORMATTING: [&str; 13] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "u"];

/// Why a page is not given to the parser; none where it may be.
pub(crate) fn objection(page: &str, max_depth: usize) -> Option<String> {
    let mut stack: Vec<&str> = Vec::new();
    let (mut tags, mut formatting, mut reopened) = (0usize, 0usize, 0usize);
    for piece in Pieces::new(page) {
        match piece {
            Piece::Open(name, attributes) => {
                tags += 1;
                reopened += formatting;
                if is_one_of(&FORMATTING, name) {
                    formatting += 1;
                }
                if !is_one_of(&FLAT, name) && !attributes.ends_with('/') {
                    stack.push(name);
                }
                if all_attributes(attributes).nth(MOST_ATTRIBUTES).is_some() {
                    return Some(format!("a tag has more than {MOST_ATTRIBUTES} attributes"));
                }
            }
            Piece::Close(name) => {
                if is_one_of(&FORMATTING, name) {
                    formatting = formatting.saturating_sub(1);
                }
                let above = stack.iter().rev().take(LOOK_UP).position(|open| open.eq_ignore_ascii_case(name));
                if let Some(above) = above {
                    stack.truncate(stack.len() - above - 1);
                }
            }
            Piece::Text(_) | Piece::Raw(..) => {}
        }
        if stack.len() > max_depth {
            return Some(format!("its elements are nested more than {max_depth} deep"));
        }
        if tags > MOST_TAGS || reopened > MOST_REOPENED {
            return Some("it has more elements than an article".to_owned());
        }
    }
    None
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|n| n.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::objection;

    #[test]
    fn objects_to_depth_however_it_is_hidden() {
        assert_eq!(objection(&"<div><p>x</p></div>".repeat(1000), 100), None);
        assert_eq!(objection(&"<p>x<li>y<br>".repeat(1000), 100), None);
        assert!(objection(&"<div>".repeat(101), 100).is_some());
        assert!(objection(&"<div></span>".repeat(101), 100).is_some());
        let attributes: String = (0..600).map(|i| format!(" a{i}=1")).collect();
        assert!(objection(&format!("<p{attributes}>"), 100).is_some());
    }
}

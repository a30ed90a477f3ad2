//! A linear scanner of tags and text: enough for metadata, for plain text and for judging a page before it is parsed.

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'p> {
    /// Text between tags, entities not decoded.
    Text(&'p str),
    /// A start tag: its name and what stands between the name and the end of the tag.
    Open(&'p str, &'p str),
    /// An end tag.
    Close(&'p str),
    /// What stands inside a script, style or title: its element's name and the raw content.
    Raw(&'p str, &'p str),
}

/// Elements whose content is no markup.
const RAW: [&str; 6] = ["script", "style", "title", "textarea", "noscript", "template"];

/// The pieces of a page, in order. Comments and declarations are left out.
pub(crate) struct Pieces<'p> {
    rest: &'p str,
    /// The raw element whose content comes next.
    raw: Option<&'p str>,
}

impl<'p> Pieces<'p> {
    pub(crate) fn new(page: &'p str) -> Self {
        Self { rest: page, raw: None }
    }

    fn cut(&mut self, at: usize) -> &'p str {
        let (head, rest) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
        self.rest = rest;
        head
    }

    fn tag(&mut self) -> Option<Piece<'p>> {
        let body = self.rest.get(1..)?;
        let closing = body.starts_with('/');
        let body = body.strip_prefix('/').unwrap_or(body);
        let name_end = body.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(body.len());
        let (name, after) = body.split_at_checked(name_end)?;
        let end = tag_end(after);
        let attributes = after.get(..end).unwrap_or(after);
        self.rest = after.get(end + 1..).unwrap_or("");
        if closing {
            return Some(Piece::Close(name));
        }
        if RAW.iter().any(|r| name.eq_ignore_ascii_case(r)) && !attributes.ends_with('/') {
            self.raw = Some(name);
        }
        Some(Piece::Open(name, attributes))
    }

    fn raw_content(&mut self, name: &'p str) -> Piece<'p> {
        let end = find_close(self.rest, name).unwrap_or(self.rest.len());
        Piece::Raw(name, self.cut(end))
    }
}

impl<'p> Iterator for Pieces<'p> {
    type Item = Piece<'p>;

    fn next(&mut self) -> Option<Piece<'p>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw_content(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if let Some(comment) = self.rest.strip_prefix("<!--") {
                self.rest = comment.find("-->").and_then(|at| comment.get(at + 3..)).unwrap_or("");
                continue;
            }
            let mut after = self.rest.chars().skip(1);
            let follows = if self.rest.starts_with('<') { after.next() } else { None };
            match follows {
                Some('!' | '?') => {
                    let end = self.rest.find('>').map_or(self.rest.len(), |at| at + 1);
                    self.cut(end);
                }
                Some(c) if c.is_ascii_alphabetic() || c == '/' => return self.tag(),
                _ => {
                    let from = usize::from(self.rest.starts_with('<'));
                    let end = self.rest.get(from..).and_then(|r| r.find('<')).map_or(self.rest.len(), |at| at + from);
                    return Some(Piece::Text(self.cut(end)));
                }
            }
        }
    }
}

/// Where a tag ends: the first `>` outside quotation marks, or, where a mark is never closed, the first at all.
fn tag_end(after: &str) -> usize {
    let bytes = after.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return at,
            b'"' | b'\'' => {
                let close = after.get(at + 1..).and_then(|rest| rest.find(char::from(*byte)));
                match close {
                    Some(length) => at += length + 2,
                    None => return after.get(at..).and_then(|r| r.find('>')).map_or(after.len(), |e| at + e),
                }
            }
            _ => at += 1,
        }
    }
    after.len()
}

/// Where `</name` begins.
fn find_close(text: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find("</")?;
        let there = text.get(at + 2..at + 2 + name.len());
        if there.is_some_and(|t| t.eq_ignore_ascii_case(name)) {
            return Some(at);
        }
        from = at + 2;
    }
}

/// The value of an attribute, entities decoded.
pub(crate) fn attribute(attributes: &str, name: &str) -> Option<String> {
    all_attributes(attributes)
        .find(|(n, _)| n.eq_ignore_ascii_case(name))
        .map(|(_, value)| html_escape::decode_html_entities(value).trim().to_owned())
}

/// Names and raw values.
pub(crate) fn all_attributes(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let name_end = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| c.is_ascii_whitespace() || *c == '=')
            .map_or(rest.len(), |(at, _)| at);
        let (name, after) = rest.split_at_checked(name_end)?;
        let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
            rest = after;
            return Some((name, ""));
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (inner, length) = match quote {
            Some(q) => {
                let inner = value.get(1..)?;
                let end = inner.find(q).unwrap_or(inner.len());
                (inner.get(..end)?, (end + 2).min(value.len()))
            }
            None => {
                let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
                (value.get(..end)?, end)
            }
        };
        rest = value.get(length..)?;
        Some((name, inner))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scans_tags_raw_elements_and_comments() {
        let page = "<!doctype html><p class='a>b'>x<!-- <b> --><script>if (a<b) </script>y</P>1 < 2";
        let pieces: Vec<_> = Pieces::new(page).collect();
        assert_eq!(
            pieces,
            [
                Piece::Open("p", " class='a>b'"),
                Piece::Text("x"),
                Piece::Open("script", ""),
                Piece::Raw("script", "if (a<b) "),
                Piece::Close("script"),
                Piece::Text("y"),
                Piece::Close("P"),
                Piece::Text("1 "),
                Piece::Text("< 2"),
            ]
        );
    }

    #[test]
    fn reads_attributes_in_every_way_of_quoting() {
        let attributes = " property=og:title content=\"قال &quot;نعم&quot;\" data-x 'y' /";
        assert_eq!(attribute(attributes, "content").as_deref(), Some("قال \"نعم\""));
        assert_eq!(attribute(attributes, "PROPERTY").as_deref(), Some("og:title"));
        assert_eq!(attribute(attributes, "data-x").as_deref(), Some(""));
        assert_eq!(attribute(attributes, "name"), None);
    }
}

//! Escaped HTML, and texts that stand in the page in both languages.

use std::fmt;

use askama::filters::HtmlSafe;
use tawatur_model::Bilingual;

use crate::Language;

/// Escapes text for element content and quoted attributes; characters that turn the direction are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars().filter(|c| !turns_direction(*c)) {
        push_escaped(&mut out, c);
    }
    out
}

/// Appends one character, escaped where it means something in HTML; characters that HTML forbids become U+FFFD.
pub(crate) fn push_escaped(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        '\r' => out.push_str("&#13;"),
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' => out.push('\u{fffd}'),
        _ => out.push(c),
    }
}

/// Whether the character turns the direction of what follows it, until something turns it back.
pub(crate) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Escapes a name or sentence of the account. First-strong isolates become `<bdi>`, always closed again;
/// other characters that turn the direction are left out. Digits joined by signs, such as ISO dates, stay left to
/// right: after Arabic letters they would turn around.
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut open = 0u32;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let run = joined_digits(rest);
        if run > 0 {
            out.push_str(&format!(r#"<bdi dir="ltr">{}</bdi>"#, rest.get(..run).unwrap_or_default()));
            rest = rest.get(run..).unwrap_or_default();
            continue;
        }
        // A run of digits that needs no isolating is passed over whole.
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if digits > 0 {
            out.push_str(rest.get(..digits).unwrap_or_default());
            rest = rest.get(digits..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\u{2068}' => {
                open += 1;
                out.push_str("<bdi>");
            }
            '\u{2069}' if open > 0 => {
                open -= 1;
                out.push_str("</bdi>");
            }
            c if turns_direction(c) => {}
            c => push_escaped(&mut out, c),
        }
    }
    (0..open).for_each(|_| out.push_str("</bdi>"));
    out
}

/// Length of digits joined by hyphens, dashes, slashes or colons at the head of the text; 0 where there are none.
fn joined_digits(text: &str) -> usize {
    let sign = |c: char| matches!(c, '-' | '\u{2013}' | '/' | ':');
    let run = text.find(|c: char| !c.is_ascii_digit() && !sign(c)).unwrap_or(text.len());
    let run = text.get(..run).unwrap_or_default().trim_end_matches(sign);
    if run.starts_with(|c: char| c.is_ascii_digit()) && run.contains(sign) { run.len() } else { 0 }
}

/// A name or other foreign words, isolated from the direction of what surrounds them.
pub(crate) fn isolated(text: &str) -> String {
    format!("<bdi>{}</bdi>", prose(text))
}

/// Safe HTML that is the same in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(pub(crate) String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// Safe HTML in both languages; the page shows the one of its interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Both {
    pub(crate) ar: String,
    pub(crate) en: String,
}

impl Both {
    /// Makes each language's HTML with the same closure.
    pub(crate) fn of(make: impl Fn(Language) -> String) -> Self {
        Self { ar: make(Language::Arabic), en: make(Language::English) }
    }

    /// A sentence of the account.
    pub(crate) fn prose(text: &Bilingual) -> Self {
        Self { ar: prose(&text.ar), en: prose(&text.en) }
    }

    /// One language's HTML.
    pub(crate) fn get(&self, language: Language) -> &str {
        match language {
            Language::Arabic => &self.ar,
            Language::English => &self.en,
        }
    }

    /// Whether there is nothing to show.
    pub(crate) fn is_empty(&self) -> bool {
        self.ar.is_empty() && self.en.is_empty()
    }
}

impl fmt::Display for Both {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ar == self.en {
            return f.write_str(&self.ar);
        }
        write!(f, r#"<span lang="ar">{}</span><span lang="en">{}</span>"#, self.ar, self.en)
    }
}

impl HtmlSafe for Both {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_means_something_in_html() {
        assert_eq!(escape("<b a=\"1\" c='2'>&\0"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\u{fffd}");
    }

    #[test]
    fn isolates_are_always_closed_and_overrides_left_out() {
        assert_eq!(prose("said \u{2068}سالم\u{2069}"), "said <bdi>سالم</bdi>");
        assert_eq!(prose("\u{2068}\u{202e}x"), "<bdi>x</bdi>");
        assert_eq!(prose("x\u{2069}\u{2069}"), "x");
    }

    #[test]
    fn dates_do_not_turn_around() {
        assert_eq!(prose("بعد 2031-03-04."), "بعد <bdi dir=\"ltr\">2031-03-04</bdi>.");
        assert_eq!(prose("12: 7,989 -"), "12: 7,989 -");
    }
}

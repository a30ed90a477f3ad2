//! Text for a terminal: widths, cleaning, isolates, line breaks.
//!
//! Terminals differ: some reorder right-to-left text, most do not, and none can be asked. Lines are made so that
//! both kinds keep the columns: every stretch of Arabic is isolated, padding stands outside the isolates, and
//! widths are those of the single characters.

use unicode_width::UnicodeWidthChar;

/// Right-to-left isolate.
const RLI: char = '\u{2067}';
/// First strong isolate.
const FSI: char = '\u{2068}';
/// End of an isolate.
const PDI: char = '\u{2069}';

/// Columns that a text takes. Marks, joiners and isolates take none; a lam and an alef take two, as terminals draw
/// them in two cells.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    if matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}') {
        return 0;
    }
    c.width().unwrap_or(0)
}

/// Text that cannot steer the terminal: control characters become spaces, and of the characters that order text
/// only the account's own isolates are kept. White space in a row becomes one space.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            FSI | PDI => out.push(c),
            '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{200e}' | '\u{200f}' | '\u{feff}' => {}
            c if c.is_control() || c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

/// Breaks a cleaned text into lines of at most `width` columns. A word longer than a line is cut; an isolate that
/// is open at a break is closed there and opened again.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Lines { width: width.max(8), lines: Vec::new(), line: String::new(), used: 0, open: 0 };
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        lines.word(word);
    }
    lines.end();
    lines.lines
}

struct Lines {
    width: usize,
    lines: Vec<String>,
    line: String,
    used: usize,
    open: usize,
}

impl Lines {
    fn word(&mut self, word: &str) {
        let needed = width(word);
        let space = usize::from(self.used > 0);
        if self.used + space + needed > self.width && self.used > 0 {
            self.end();
        } else if space == 1 {
            self.line.push(' ');
            self.used += 1;
        }
        for c in word.chars() {
            let columns = char_width(c);
            if self.used + columns > self.width {
                self.end();
            }
            self.push(c, columns);
        }
    }

    fn push(&mut self, c: char, columns: usize) {
        match c {
            FSI => self.open += 1,
            PDI if self.open == 0 => return,
            PDI => self.open -= 1,
            _ => {}
        }
        self.line.push(c);
        self.used += columns;
    }

    fn end(&mut self) {
        if self.used == 0 {
            return;
        }
        let mut line = std::mem::take(&mut self.line);
        line.extend(std::iter::repeat_n(PDI, self.open));
        self.line.extend(std::iter::repeat_n(FSI, self.open));
        self.used = 0;
        self.lines.push(line);
    }
}

/// A line of left-to-right text in which each stretch of right-to-left letters is isolated, if it is not already.
pub(crate) fn isolate_runs(line: &str) -> String {
    let latin = |c: char| c.is_alphabetic() && !is_rtl(c);
    if line.chars().any(is_rtl) && !line.chars().any(|c| latin(c) || matches!(c, FSI | PDI)) {
        return format!("{FSI}{line}{PDI}");
    }
    let mut out = String::with_capacity(line.len() + 12);
    let (mut depth, mut rest) = (0_usize, line);
    while let Some(c) = rest.chars().next() {
        if depth == 0 && is_rtl(c) {
            let run = rtl_run(rest);
            out.extend([FSI]);
            out.push_str(run);
            out.extend([PDI]);
            rest = rest.get(run.len()..).unwrap_or("");
            continue;
        }
        match c {
            FSI => depth += 1,
            PDI => depth = depth.saturating_sub(1),
            _ => {}
        }
        out.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    out
}

/// From a right-to-left letter to the last one before a Latin letter or an isolate.
fn rtl_run(text: &str) -> &str {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if is_rtl(c) || (width(c.encode_utf8(&mut [0; 4])) == 0 && !matches!(c, FSI | PDI)) {
            end = at + c.len_utf8();
        } else if matches!(c, FSI | PDI) || (c.is_alphabetic() && !is_rtl(c)) {
            break;
        }
    }
    text.get(..end).unwrap_or(text)
}

/// A line of right-to-left text, isolated as a whole.
pub(crate) fn isolate_rtl(line: &str) -> String {
    format!("{RLI}{line}{PDI}")
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && c.is_alphabetic()
}

/// The beginning of a text, cut after a word where it takes more than `width` columns.
pub(crate) fn shorten(text: &str, width: usize) -> String {
    let mut lines = wrap(text, width).into_iter();
    match (lines.next(), lines.next()) {
        (Some(first), Some(_)) => format!("{}…", first.replace([FSI, PDI], "")),
        (Some(first), None) => first,
        (None, _) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_and_isolates_take_no_column() {
        assert_eq!(width("قُتِلَ"), 3);
        assert_eq!(width("\u{2068}لا\u{2069}"), 2);
        assert_eq!(width("7,989"), 5);
    }

    #[test]
    fn nothing_of_a_report_steers_the_terminal() {
        assert_eq!(clean("a\u{1b}[31m\u{202e}b\n\tc\u{9b}"), "a [31mb c");
    }

    #[test]
    fn an_isolate_is_closed_at_a_break_and_opened_again() {
        let lines = wrap("by \u{2068}وزارة الداخلية الكازاخية\u{2069} today", 16);
        for line in &lines {
            assert_eq!(line.matches('\u{2068}').count(), line.matches('\u{2069}').count(), "{line:?}");
        }
        assert!(lines.len() > 1);
    }

    #[test]
    fn arabic_in_an_english_line_is_one_run() {
        assert_eq!(isolate_runs("said سالم 5 علي today"), "said \u{2068}سالم 5 علي\u{2069} today");
        assert_eq!(isolate_runs("said \u{2068}سالم\u{2069}"), "said \u{2068}سالم\u{2069}");
        assert_eq!(isolate_runs("plain"), "plain");
    }

    #[test]
    fn shortens_after_a_word() {
        assert_eq!(shorten("one two three", 9), "one two…");
        assert_eq!(shorten("one", 9), "one");
    }

    proptest! {
        #[test]
        fn lines_fit_and_isolates_balance(text in "[a-z \u{2068}\u{2069}ء-ي\u{64b}-\u{652}]{0,120}", at_most in 8_usize..40) {
            for line in wrap(&clean(&text), at_most) {
                prop_assert!(width(&line) <= at_most);
                prop_assert_eq!(line.matches('\u{2068}').count(), line.matches('\u{2069}').count());
            }
        }
    }
}

//! A page of lines for the terminal, in the direction of its language.

use anstyle::Style;
use tawatur::model::Bilingual;

use super::style::{HEADING, paint};
use super::text::{clean, isolate_rtl, isolate_runs, width, wrap};
use crate::language::Language;

/// A cell of a row.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    text: String,
    width: usize,
    style: Style,
    /// Whether the text stands at the far side of its column, as numbers do.
    far: bool,
}

impl Cell {
    /// Text at the near side of a column.
    pub(crate) fn new(text: impl Into<String>, width: usize, style: Style) -> Self {
        Self { text: text.into(), width, style, far: false }
    }

    /// A number at the far side of a column.
    pub(crate) fn number(text: impl Into<String>, width: usize, style: Style) -> Self {
        Self { text: text.into(), width, style, far: true }
    }
}

/// Lines that are being written.
#[derive(Debug)]
pub(crate) struct Page {
    language: Language,
    width: usize,
    out: String,
}

impl Page {
    /// An empty page.
    pub(crate) fn new(language: Language, width: usize) -> Self {
        Self { language, width: width.clamp(40, 400), out: String::new() }
    }

    /// The text of the page's language.
    pub(crate) fn pick<'t>(&self, text: &'t Bilingual) -> &'t str {
        self.language.pick(text)
    }

    /// Columns of a line.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// An empty line, unless the page is empty or the last line is.
    pub(crate) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A heading with an empty line before it.
    pub(crate) fn heading(&mut self, text: &Bilingual) {
        self.gap();
        let words = self.pick(text).to_owned();
        self.prose(&words, 0, HEADING);
    }

    /// Running text, wrapped, `indent` columns from the side where the language begins.
    pub(crate) fn prose(&mut self, text: &str, indent: usize, style: Style) {
        for line in wrap(&clean(text), self.width.saturating_sub(indent)) {
            self.line(&line, indent, style);
        }
    }

    /// Running text in the page's language.
    pub(crate) fn say(&mut self, text: &Bilingual, indent: usize, style: Style) {
        let words = self.pick(text).to_owned();
        self.prose(&words, indent, style);
    }

    /// Running text after a mark such as a date; further lines stand under the text.
    pub(crate) fn marked(&mut self, mark: Cell, text: &str, indent: usize, style: Style) {
        let column = mark.width + 2;
        let lines = wrap(&clean(text), self.width.saturating_sub(indent + column));
        for (i, line) in lines.into_iter().enumerate() {
            let mark = if i == 0 { mark.clone() } else { Cell::new("", mark.width, mark.style) };
            let rest = self.width.saturating_sub(indent + column);
            self.row(vec![mark, Cell::new(line, rest, style)], indent);
        }
    }

    /// Cells side by side, in reading order. A text that is too wide for its cell goes on in the lines below.
    pub(crate) fn row(&mut self, cells: Vec<Cell>, indent: usize) {
        let wrapped: Vec<Vec<String>> = cells.iter().map(|c| wrap(&clean(&c.text), c.width.max(8))).collect();
        let lines = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for n in 0..lines {
            let parts: Vec<String> = cells
                .iter()
                .zip(&wrapped)
                .map(|(cell, lines)| self.part(cell, lines.get(n).map_or("", String::as_str)))
                .collect();
            self.join(parts, indent);
        }
    }

    /// One line of a cell, padded to the cell's width outside of its isolates.
    fn part(&self, cell: &Cell, line: &str) -> String {
        let padding = " ".repeat(cell.width.saturating_sub(width(line)));
        let painted = if line.is_empty() { String::new() } else { paint(cell.style, &self.isolated(line)) };
        if cell.far == self.language.is_rtl() { format!("{painted}{padding}") } else { format!("{padding}{painted}") }
    }

    /// The parts of a line in the order in which the language reads.
    fn join(&mut self, mut parts: Vec<String>, indent: usize) {
        let margin = " ".repeat(indent);
        if self.language.is_rtl() {
            parts.reverse();
            let line = parts.join("  ");
            let used = width(&anstream::adapter::strip_str(&line).to_string());
            self.out.push_str(&" ".repeat(self.width.saturating_sub(used + indent)));
            self.out.push_str(&line);
        } else {
            self.out.push_str(&margin);
            self.out.push_str(parts.join("  ").trim_end());
        }
        self.out.push('\n');
    }

    fn line(&mut self, line: &str, indent: usize, style: Style) {
        let painted = paint(style, &self.isolated(line));
        self.join(vec![painted], indent);
    }

    fn isolated(&self, line: &str) -> String {
        let plain = line.chars().all(|c| !c.is_alphabetic());
        match self.language.is_rtl() {
            _ if plain => line.to_owned(),
            true => isolate_rtl(line),
            false => isolate_runs(line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::PLAIN;
    use super::*;

    fn lines(language: Language) -> Vec<String> {
        let mut page = Page::new(language, 60);
        page.row(
            vec![
                Cell::new("2022-01-08", 10, PLAIN),
                Cell::number("4,266", 8, PLAIN),
                Cell::new("وزارة الداخلية", 20, PLAIN),
                Cell::new("end", 8, PLAIN),
            ],
            2,
        );
        page.prose("وزارة الداخلية في بيان لها أن عدد الموقوفين بلغ 4266 شخصاً في أنحاء البلاد كلها", 2, PLAIN);
        page.finish().lines().map(str::to_owned).collect()
    }

    #[test]
    fn columns_stand_where_they_should() {
        let lines = lines(Language::En);
        assert_eq!(lines[0], "  2022-01-08     4,266  \u{2068}وزارة الداخلية\u{2069}        end");
        assert!(lines.iter().all(|l| width(l) <= 60), "{lines:?}");
    }

    #[test]
    fn arabic_pages_run_from_the_right() {
        let lines = lines(Language::Ar);
        assert!(lines[0].ends_with("2022-01-08"), "{lines:?}");
        assert!(lines.iter().all(|l| width(l) <= 58 && l.contains('\u{2067}')), "{lines:?}");
        assert_eq!(width(&lines[1]), 58);
    }
}

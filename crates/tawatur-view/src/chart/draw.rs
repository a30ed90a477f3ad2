//! Draws a placed series as SVG.

use tawatur_model::{Mode, RelationKind, Series};

use super::labels::{Area, digits_width, place, spread, two_lines};
use super::plot::{Dot, Plot, State};
use super::scale::PLOT;
use crate::Language;
use crate::date::month;
use crate::html::escape;
use crate::index::Index;
use crate::number::digits;
use crate::words::word;

/// Height above the plot, for labels of the uppermost points.
const HEAD: f64 = 30.0;
/// Height below the plot, for the days.
const FOOT: f64 = 40.0;
/// Height of a line of a name.
const LINE: f64 = 15.0;
/// Where the names of the lines begin.
const NAMES: f64 = PLOT.1 + 3.0;

/// The chart of a series in one language; `name` describes it to who cannot see it.
pub(crate) fn chart(index: &Index<'_>, series: &Series, language: Language, name: &str) -> String {
    let plot = Plot::new(series);
    let names = Names::new(index, &plot, language);
    let height = (names.height + 20.0).max(220.0);
    let mut pen = Pen { language, height, out: String::new() };
    pen.out.push_str(&format!(
        r#"<svg class="chart {}" role="img" aria-label="{}" width="100%" height="{:.0}" direction="ltr">"#,
        language.tag(),
        escape(name),
        HEAD + height + FOOT
    ));
    pen.days(&plot);
    pen.grid(&plot);
    pen.connectors(&plot);
    pen.lines(&plot);
    plot.dots.iter().for_each(|dot| pen.bounds(&plot, dot));
    plot.dots.iter().for_each(|dot| pen.dot(&plot, dot));
    pen.values(&plot);
    pen.names(&plot, &names);
    pen.out.push_str("</svg>");
    pen.out
}

/// The names of the lines, with the last point of each.
struct Names {
    lines: Vec<(usize, Vec<String>)>,
    height: f64,
}

impl Names {
    fn new(index: &Index<'_>, plot: &Plot<'_>, language: Language) -> Self {
        let line = |origin: usize, name: &Option<&str>| {
            let last = plot.dots.iter().filter(|d| d.origin == origin).max_by(|a, b| a.at.total_cmp(&b.at))?;
            let name = name.map_or_else(|| word("outlets-own", language), |n| index.plain_name(n, language));
            Some((last.point, two_lines(&name, 17)))
        };
        let lines: Vec<_> = plot.origins.iter().enumerate().filter_map(|(i, name)| line(i, name)).collect();
        let height = lines.iter().map(|(_, lines)| block(lines)).sum();
        Self { lines, height }
    }
}

fn block(lines: &[String]) -> f64 {
    LINE * lines.len() as f64 + 7.0
}

struct Pen {
    language: Language,
    height: f64,
    out: String,
}

impl Pen {
    /// Percent from the side where time begins, as percent from the left.
    fn x(&self, at: f64) -> String {
        let x = if self.language == Language::Arabic { 100.0 - at } else { at };
        format!("{x:.2}%")
    }

    fn y(&self, plot: &Plot<'_>, value: f64) -> f64 {
        HEAD + self.height * (1.0 - plot.values.share(value))
    }

    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (x1, x2) = (self.x(from.0), self.x(to.0));
        self.out
            .push_str(&format!(r#"<line class="{class}" x1="{x1}" y1="{:.1}" x2="{x2}" y2="{:.1}"/>"#, from.1, to.1));
    }

    /// A box from one percentage to another.
    fn area(&mut self, class: &str, from: f64, width: f64, top: f64, height: f64, corner: f64) {
        let x = self.x(if self.language == Language::Arabic { from + width } else { from });
        self.out.push_str(&format!(
            r#"<rect class="{class}" x="{x}" width="{width:.2}%" y="{top:.1}" height="{:.1}" rx="{corner}"/>"#,
            height.max(2.0)
        ));
    }

    fn text(&mut self, class: &str, at: f64, y: f64, anchor: &str, text: &str) {
        let x = self.x(at);
        self.out.push_str(&format!(
            r#"<text class="{class}" x="{x}" y="{y:.1}" text-anchor="{anchor}">{}</text>"#,
            escape(text)
        ));
    }

    /// The anchor of text that begins at its place and runs on in the direction of time, for left-to-right text.
    fn onward(&self) -> &'static str {
        if self.language == Language::Arabic { "end" } else { "start" }
    }

    fn grid(&mut self, plot: &Plot<'_>) {
        for tick in plot.values.ticks() {
            let y = self.y(plot, tick);
            self.line(if tick == 0.0 { "base" } else { "grid" }, (0.0, y), (PLOT.1, y));
            let label = digits(tick / plot.values.size);
            self.text("tick", 0.3, y - 4.0, self.onward(), &label);
        }
        let id = match plot.values.size {
            s if s >= 1e9 => "billion",
            s if s >= 1e6 => "million",
            _ => return,
        };
        self.text("tick name", 0.3, 12.0, "start", &word(id, self.language));
    }

    fn days(&mut self, plot: &Plot<'_>) {
        let foot = HEAD + self.height;
        if plot.days.has_undated() {
            let (start, width) = plot.days.column_at(0);
            self.area("undated", start, width, HEAD, self.height, 0.0);
            self.text("tick name", start + width / 2.0, foot + 16.0, "middle", &word("undated-short", self.language));
        }
        let mut last_month = 0;
        for (day, column) in plot.days.ticks() {
            let (start, width) = plot.days.column_at(column);
            if plot.days.are_drawn() {
                self.line("daymark", (start, foot), (start, foot + 5.0));
            }
            self.text("tick", start + width / 2.0, foot + 16.0, "middle", &day.day().to_string());
            if day.month() != last_month {
                last_month = day.month();
                let name = month(day.month(), self.language);
                self.text("tick name", start + width / 2.0, foot + 32.0, "middle", &name);
            }
        }
    }

    /// Lines between points of different lines: one replaces the other, disagrees with it, or says it again.
    fn connectors(&mut self, plot: &Plot<'_>) {
        for relation in &plot.series.relations {
            let class = match relation.kind {
                RelationKind::Disagrees | RelationKind::Denies | RelationKind::Retracts => "against",
                RelationKind::OriginDiffers | RelationKind::Rounds | RelationKind::StaleRepeat => "same",
                RelationKind::Supersedes => "next",
                RelationKind::PartOf => continue,
            };
            let (Some(from), Some(to)) = (plot.dot(relation.from), plot.dot(relation.to)) else { continue };
            if class == "next" && (from.origin == to.origin || !plot.is_dated(from) || !plot.is_dated(to)) {
                continue;
            }
            let ends = ((from.at, self.y(plot, from.value)), (to.at, self.y(plot, to.value)));
            self.line(class, ends.0, ends.1);
            if class == "against" {
                self.sign("\u{2260}", (ends.0.0 + ends.1.0) / 2.0, (ends.0.1 + ends.1.1) / 2.0);
            }
        }
    }

    fn sign(&mut self, sign: &str, at: f64, y: f64) {
        let x = self.x(at);
        self.out.push_str(&format!(r#"<circle class="signbg" cx="{x}" cy="{y:.1}" r="8"/>"#));
        self.text("sign", at, y + 4.5, "middle", sign);
    }

    /// One line per origin, through its points in order; roundings and stale repeats are not on it.
    fn lines(&mut self, plot: &Plot<'_>) {
        for origin in 0..plot.origins.len() {
            let on_line = |d: &&Dot| d.origin == origin && matches!(d.state, State::Current | State::Superseded);
            let mut dots: Vec<&Dot> = plot.dots.iter().filter(on_line).collect();
            dots.sort_by(|a, b| a.at.total_cmp(&b.at));
            for pair in dots.windows(2) {
                let ends = [&pair[0], &pair[1]].map(|d| (d.at, self.y(plot, d.value)));
                self.line(&format!("ln o{}", origin % 8), ends[0], ends[1]);
            }
        }
    }

    fn bounds(&mut self, plot: &Plot<'_>, dot: &Dot) {
        let color = format!("o{}", dot.origin % 8);
        let y = self.y(plot, dot.value);
        match dot.mode {
            Mode::Exact => {}
            Mode::About => self.area(&format!("soft {color}"), dot.at - 2.2, 4.4, y - 11.0, 22.0, 11.0),
            Mode::Over | Mode::AtLeast => self.open_whisker(&color, dot.at, y, -1.0),
            Mode::Under | Mode::UpTo => self.open_whisker(&color, dot.at, y, 1.0),
            Mode::Between | Mode::Vague => {
                let top = self.y(plot, dot.high.unwrap_or(dot.value));
                let foot = self.y(plot, dot.low.unwrap_or(dot.value));
                let class = if dot.mode == Mode::Vague { "hatch" } else { "band" };
                self.area(&format!("{class} {color}"), dot.at - 1.4, 2.8, top, foot - top, 2.0);
            }
        }
    }

    /// A line that leads away from the bound and ends open, with an arrow head.
    fn open_whisker(&mut self, color: &str, at: f64, y: f64, way: f64) {
        let end = y + way * 24.0;
        self.line(&format!("whisk {color}"), (at, y), (at, end));
        for side in [-0.8, 0.8] {
            self.line(&format!("whisk {color}"), (at + side, end - way * 5.0), (at, end));
        }
    }

    fn dot(&mut self, plot: &Plot<'_>, dot: &Dot) {
        let (x, y) = (self.x(dot.at), self.y(plot, dot.value));
        let state = match dot.state {
            State::Current | State::Part | State::Apart => "now",
            State::Superseded => "old",
            State::Stale => "stale",
            State::Rounding => "round",
        };
        let radius = if dot.state == State::Current { 5.0 } else { 4.0 };
        self.out.push_str(&format!(
            r#"<circle class="dot {state} o{}" cx="{x}" cy="{y:.1}" r="{radius}"/>"#,
            dot.origin % 8
        ));
        if dot.state == State::Stale {
            self.text("sign stale", dot.at, y + 3.5, "middle", "\u{21bb}");
        }
    }

    fn values(&mut self, plot: &Plot<'_>) {
        let mut taken: Vec<Area> = plot.dots.iter().map(|d| self.around(plot, d)).collect();
        let mut order: Vec<&Dot> = plot.dots.iter().collect();
        order.sort_by_key(|d| d.state != State::Current);
        for dot in order {
            let label = value_label(dot, plot.values.size);
            let y = self.y(plot, dot.value);
            let limits = (digits_width("0,000") / 3.0, PLOT.1 + 4.0);
            if let Some((middle, baseline)) = place(&label, dot.at, y, limits, &mut taken) {
                let class = if dot.state == State::Current { "val" } else { "val old" };
                self.text(class, middle, baseline, "middle", &label);
            }
        }
    }

    fn around(&self, plot: &Plot<'_>, dot: &Dot) -> Area {
        let y = self.y(plot, dot.value);
        let (up, down) = match dot.mode {
            Mode::Over | Mode::AtLeast => (25.0, 5.0),
            Mode::Under | Mode::UpTo => (5.0, 25.0),
            _ => (5.0, 5.0),
        };
        Area { from: dot.at - 1.5, to: dot.at + 1.5, top: y - up, foot: y + down }
    }

    /// Each line's name beside its last point, moved apart where they would meet.
    fn names(&mut self, plot: &Plot<'_>, names: &Names) {
        let y_of = |pen: &Self, point: usize| plot.dot(point).map_or(HEAD, |d| pen.y(plot, d.value));
        let wishes: Vec<(f64, f64)> =
            names.lines.iter().map(|(point, lines)| (y_of(self, *point) - block(lines) / 2.0, block(lines))).collect();
        let tops = self.fitted(spread(&wishes, 6.0), &wishes);
        for ((point, lines), top) in names.lines.iter().zip(tops) {
            let Some(dot) = plot.dot(*point) else { continue };
            let middle = top + block(lines) / 2.0;
            let color = format!("o{}", dot.origin % 8);
            self.line(&format!("lead {color}"), (dot.at + 1.6, self.y(plot, dot.value)), (NAMES - 1.0, middle));
            for (i, line) in lines.iter().enumerate() {
                let class = format!("nm {color}");
                self.name(&class, top + LINE * (i as f64 + 1.0), line);
            }
        }
    }

    /// Lifts the labels where they would run out at the foot.
    fn fitted(&self, tops: Vec<f64>, wishes: &[(f64, f64)]) -> Vec<f64> {
        let foot = tops.iter().zip(wishes).map(|(top, (_, height))| top + height).fold(0.0, f64::max);
        let over = (foot - (HEAD + self.height + 4.0)).max(0.0);
        tops.into_iter().map(|top| (top - over).max(2.0)).collect()
    }

    fn name(&mut self, class: &str, y: f64, text: &str) {
        let x = self.x(NAMES);
        self.out.push_str(&format!(
            r#"<text class="{class}" x="{x}" y="{y:.1}" text-anchor="start" direction="{}">{}</text>"#,
            self.language.direction(),
            escape(text)
        ));
    }
}

/// A value as it stands beside its point: `7,989`, `≥4,200`, `≈8,000`, `20–99`.
fn value_label(dot: &Dot, size: f64) -> String {
    let number = |v: Option<f64>| digits(v.unwrap_or(dot.value) / size);
    match dot.mode {
        Mode::Exact => number(dot.low.or(dot.high)),
        Mode::About => format!("\u{2248}{}", number(dot.low.or(dot.high))),
        Mode::Over => format!(">{}", number(dot.low)),
        Mode::AtLeast => format!("\u{2265}{}", number(dot.low)),
        Mode::Under => format!("<{}", number(dot.high)),
        Mode::UpTo => format!("\u{2264}{}", number(dot.high)),
        Mode::Between | Mode::Vague => format!("{}\u{2013}{}", number(dot.low), number(dot.high)),
    }
}

//! Draws a map as SVG.

use std::fmt::Write as _;

use super::clip::clip;
use super::labels::{Labels, SIZE};
use super::outline::rings;
use super::window::{WIDTH, Window};
use super::{Precision, Spot};
use crate::Language;
use crate::html::escape;

/// Names on a map at most; marks without a name still lead to their words.
const MOST_NAMES: usize = 16;

/// The map of a window with its places, most named first, in one language; `name` describes it to who cannot see it.
pub(crate) fn map(window: &Window, spots: &[&Spot], language: Language, name: &str) -> String {
    let mut out = format!(
        r#"<svg class="map {}" role="img" aria-label="{}" viewBox="0 0 {WIDTH:.0} {:.0}" direction="ltr">"#,
        language.tag(),
        escape(name),
        window.height
    );
    let _ = write!(out, r#"<rect class="sea" width="{WIDTH:.0}" height="{:.0}"/>"#, window.height);
    land(&mut out, window);
    let mut labels = Labels::default();
    for spot in spots {
        let (x, y) = window.place(spot.longitude, spot.latitude);
        labels.mark(x, y, radius(spot));
    }
    for (number, spot) in spots.iter().enumerate() {
        draw(&mut out, &mut labels, window, spot, number < MOST_NAMES, language);
    }
    out.push_str("</svg>");
    out
}

/// One path for all land of the window.
fn land(out: &mut String, window: &Window) {
    let [west, south, east, north] = window.bounds;
    let margin = (north - south) * 0.02;
    let wider = [west - margin, south - margin, east + margin, north + margin];
    out.push_str(r#"<path class="land" d=""#);
    for ring in rings().iter().filter(|r| meet(r.bounds, wider)) {
        let points = clip(&ring.points, wider);
        if points.len() < 3 {
            continue;
        }
        let mut last = None;
        for (longitude, latitude) in points {
            let (x, y) = window.place(longitude, latitude);
            let point = ((x * 2.0).round() / 2.0, (y * 2.0).round() / 2.0);
            if last == Some(point) {
                continue;
            }
            let _ = write!(out, "{}{} {}", if last.is_none() { 'M' } else { 'L' }, point.0, point.1);
            last = Some(point);
        }
        out.push('Z');
    }
    out.push_str(r#""/>"#);
}

fn meet(one: [f64; 4], other: [f64; 4]) -> bool {
    one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}

/// The more often named, the larger.
fn radius(spot: &Spot) -> f64 {
    let size = 2.6 + 1.3 * (spot.mentions as f64).sqrt().min(7.0);
    if spot.precision == Precision::Country { 3.0 } else { size }
}

fn draw(out: &mut String, labels: &mut Labels, window: &Window, spot: &Spot, named: bool, language: Language) {
    let (x, y) = window.place(spot.longitude, spot.latitude);
    let radius = radius(spot);
    let name = match language {
        Language::Arabic => &spot.name.0,
        Language::English => &spot.name.1,
    };
    let class = match spot.precision {
        Precision::Country => "country",
        Precision::Region => "region",
        Precision::City | Precision::Site => "city",
    };
    let text = format!("{name} {}", spot.mentions);
    let _ = write!(out, r##"<a class="{class}" href="#{}"><title>{}</title>"##, spot.href, escape(&text));
    let short = shortened(name);
    if spot.precision == Precision::Country {
        let (left, top, side) = (x - radius, y - radius, 2.0 * radius);
        let _ = write!(out, r#"<rect x="{left:.1}" y="{top:.1}" width="{side:.1}" height="{side:.1}"/>"#);
    } else {
        let _ = write!(out, r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}"/>"#);
    }
    let sheet = (WIDTH, window.height);
    if named && let Some(label) = labels.place((x, y, radius), &format!("{short} {}", spot.mentions), sheet) {
        let count = format!(r#"<tspan class="n">{}</tspan>"#, spot.mentions);
        let words = escape(&short);
        let _ = write!(
            out,
            r#"<text x="{:.1}" y="{:.1}" text-anchor="{}" font-size="{SIZE}">{words}&#160; {count}</text>"#,
            label.x, label.y, label.anchor
        );
    }
    out.push_str("</a>");
}

/// A name as a label: without the strokes that only lengthen it, and cut where it would cover the map.
fn shortened(name: &str) -> String {
    const MOST: usize = 24;
    let mut letters = name.chars().filter(|c| *c != 'ـ');
    let mut short: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

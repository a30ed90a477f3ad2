//! Small drawings: a part of its whole, and a single count with its bounds.

use tawatur_model::{Mode, Point};

use crate::Language;

/// The share that a part is of its whole, as a bar that grows in the direction of reading.
pub(crate) fn part_bar(part: f64, whole: f64, language: Language) -> String {
    let share = if whole > 0.0 { (part / whole * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let x = if language == Language::Arabic { 100.0 - share } else { 0.0 };
    format!(
        concat!(
            r#"<svg class="bar {}" width="100%" height="12" aria-hidden="true"><rect class="whole" width="100%" "#,
            r#"height="12"/><rect class="part" x="{:.2}%" width="{:.2}%" height="12"/></svg>"#
        ),
        language.tag(),
        x,
        share
    )
}

/// How a single count is bounded: a point, an open end, a soft or a hatched band.
pub(crate) fn strip(point: &Point, language: Language) -> String {
    let flip = |x: f64| if language == Language::Arabic { 100.0 - x } else { x };
    let mut out = format!(r#"<svg class="strip {}" width="100%" height="22" aria-hidden="true">"#, language.tag());
    out.push_str(r#"<line class="base" x1="0" y1="11" x2="100%" y2="11"/>"#);
    let band = |class: &str, from: f64, width: f64| {
        let x = flip(if language == Language::Arabic { from + width } else { from });
        format!(r#"<rect class="{class} o0" x="{x}%" width="{width}%" y="3" height="16" rx="8"/>"#)
    };
    let reach =
        |to: f64| format!(r#"<line class="whisk o0" x1="{}%" y1="11" x2="{}%" y2="11"/>"#, flip(50.0), flip(to));
    match point.mode {
        Mode::Exact => {}
        Mode::About => out.push_str(&band("soft", 42.0, 16.0)),
        Mode::Over | Mode::AtLeast => out.push_str(&reach(96.0)),
        Mode::Under | Mode::UpTo => out.push_str(&reach(4.0)),
        Mode::Between => out.push_str(&band("band", 25.0, 50.0)),
        Mode::Vague => out.push_str(&band("hatch", 25.0, 50.0)),
    }
    if !matches!(point.mode, Mode::Between | Mode::Vague) {
        out.push_str(&format!(r#"<circle class="dot now o0" cx="{}%" cy="11" r="5"/>"#, flip(50.0)));
    }
    out + "</svg>"
}

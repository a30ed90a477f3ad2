//! Where names and values can stand without covering each other.

/// A box that a label or a point takes up: percent along time, pixels in height.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) top: f64,
    pub(super) foot: f64,
}

impl Area {
    fn meets(&self, other: &Area) -> bool {
        self.from < other.to && other.from < self.to && self.top < other.foot && other.top < self.foot
    }
}

/// Pixels of one percent on a narrow screen; on a wider one labels only stand further apart.
const PERCENT: f64 = 3.3;

/// Width of a label of digits, in percent.
pub(super) fn digits_width(text: &str) -> f64 {
    text.chars().count() as f64 * 7.0 / PERCENT
}

/// Finds the first of four places around a point that is free: above, below, after, before.
///
/// Returns the label's middle along time and its baseline, and takes the place; none where all are taken.
pub(super) fn place(text: &str, at: f64, y: f64, limits: (f64, f64), taken: &mut Vec<Area>) -> Option<(f64, f64)> {
    let half = digits_width(text) / 2.0;
    let beside = half + 7.0 / PERCENT;
    let tries = [(at, y - 9.0), (at, y + 19.0), (at + beside, y + 4.0), (at - beside, y + 4.0)];
    for (middle, baseline) in tries {
        let gap = half + 2.0 / PERCENT;
        let area = Area { from: middle - gap, to: middle + gap, top: baseline - 11.0, foot: baseline + 2.0 };
        let fits = area.from >= limits.0 && area.to <= limits.1 && area.top >= 0.0;
        if fits && !taken.iter().any(|other| other.meets(&area)) {
            taken.push(area);
            return Some((middle, baseline));
        }
    }
    None
}

/// Moves labels apart: given wished tops and heights in order of wish, the tops at which they stand.
pub(super) fn spread(wishes: &[(f64, f64)], from: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].0.total_cmp(&wishes[*b].0));
    let mut tops = vec![0.0; wishes.len()];
    let mut free = from;
    for i in order {
        let (wish, height) = wishes[i];
        tops[i] = wish.max(free);
        free = tops[i] + height;
    }
    tops
}

/// Cuts a name into at most two lines of about so many characters.
pub(super) fn two_lines(name: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width || lines_full(line, word) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let more = lines.len() > 2;
    lines.truncate(2);
    for line in &mut lines {
        *line = crate::claims::shortened(line, width + 3);
    }
    if more && let Some(last) = lines.last_mut().filter(|l| !l.ends_with('\u{2026}')) {
        last.push('\u{2026}');
    }
    lines
}

/// A single letter or particle stays with the line before it.
fn lines_full(line: &str, word: &str) -> bool {
    word.chars().count() <= 1 && !line.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_moved_apart_in_order() {
        assert_eq!(spread(&[(10.0, 20.0), (5.0, 20.0), (100.0, 20.0)], 0.0), [25.0, 5.0, 100.0]);
    }

    #[test]
    fn a_taken_place_is_not_taken_again() {
        let mut taken = Vec::new();
        let first = place("164", 50.0, 100.0, (0.0, 100.0), &mut taken);
        let second = place("164", 50.0, 100.0, (0.0, 100.0), &mut taken);
        assert_eq!(first, Some((50.0, 91.0)));
        assert_eq!(second, Some((50.0, 119.0)));
    }

    #[test]
    fn long_names_take_two_lines() {
        assert_eq!(two_lines("Interior Ministry of the Republic of Qaf", 16), ["Interior", "Ministry of the…"]);
    }
}

//! Coasts and borders, decoded once from `data/outline.txt` (made by `tools/map/make_outline.py`).

use std::sync::LazyLock;

static OUTLINE: &str = include_str!("../../data/outline.txt");

/// A ring of land: points as longitude and latitude in degrees, and the box around them.
#[derive(Debug)]
pub(crate) struct Ring {
    pub(crate) points: Vec<(f64, f64)>,
    /// West, south, east, north.
    pub(crate) bounds: [f64; 4],
}

static RINGS: LazyLock<Vec<Ring>> = LazyLock::new(decode);

/// Every ring of land.
pub(crate) fn rings() -> &'static [Ring] {
    &RINGS
}

fn decode() -> Vec<Ring> {
    let mut arcs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut rings = Vec::new();
    for line in OUTLINE.lines() {
        match line.split_at_checked(2) {
            Some(("a ", points)) => arcs.push(arc(points)),
            Some(("r ", numbers)) => rings.push(ring(numbers, &arcs)),
            _ => {}
        }
    }
    // The smallest islands come to a line or a point in hundredths of a degree: they hold nothing.
    rings.retain(|ring| ring.points.len() > 3);
    rings
}

/// The points of an arc: differences in hundredths of a degree, five bits a character.
fn arc(text: &str) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    let (mut at, mut first) = ([0i64; 2], true);
    let (mut value, mut shift) = (0i64, 0u32);
    for byte in text.bytes() {
        let bits = i64::from(byte) - 63;
        value |= (bits & 31) << shift.min(40);
        shift += 5;
        if bits & 32 != 0 {
            continue;
        }
        let step = if value & 1 == 1 { !(value >> 1) } else { value >> 1 };
        (value, shift) = (0, 0);
        if first {
            at[0] += step;
        } else {
            at[1] += step;
            points.push((at[0] as f64 / 100.0, at[1] as f64 / 100.0));
        }
        first = !first;
    }
    points
}

fn ring(numbers: &str, arcs: &[Vec<(f64, f64)>]) -> Ring {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for number in numbers.split(' ') {
        let backwards = number.starts_with('~');
        let arc = number.trim_start_matches('~').parse().ok().and_then(|n: usize| arcs.get(n));
        let arc = arc.map_or(&[][..], Vec::as_slice);
        if backwards {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
    }
    points.dedup();
    let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for (x, y) in &points {
        bounds = [bounds[0].min(*x), bounds[1].min(*y), bounds[2].max(*x), bounds[3].max(*y)];
    }
    Ring { points, bounds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_is_whole() {
        let rings = rings();
        assert!(rings.len() > 500, "{}", rings.len());
        assert!(rings.iter().all(|r| r.points.len() > 3));
        let closed = rings.iter().filter(|r| r.points.first() == r.points.last()).count();
        assert_eq!(closed, rings.len(), "rings that are not closed");
        let on_earth = |r: &Ring| r.bounds[0] >= -180.01 && r.bounds[2] <= 180.01 && r.bounds[1] >= -90.0;
        assert!(rings.iter().all(on_earth));
        // Some ring holds the middle of Kazakhstan and none the middle of the Arabian Sea.
        let over = |x: f64, y: f64| rings.iter().filter(|r| crate::map::clip::holds(&r.points, x, y)).count();
        assert!(over(67.0, 48.0) > 0);
        assert_eq!(over(62.0, 15.0), 0);
    }
}

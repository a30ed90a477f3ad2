//! Cuts rings to a box.

type Point = (f64, f64);

/// The part of a ring inside a box (west, south, east, north), side by side (Sutherland and Hodgman).
pub(crate) fn clip(ring: &[Point], bounds: [f64; 4]) -> Vec<Point> {
    let mut points = ring.to_vec();
    for side in 0..4 {
        points = cut(&points, bounds, side);
        if points.is_empty() {
            break;
        }
    }
    points
}

fn cut(points: &[Point], bounds: [f64; 4], side: usize) -> Vec<Point> {
    let inside = |p: Point| match side {
        0 => p.0 >= bounds[0],
        1 => p.1 >= bounds[1],
        2 => p.0 <= bounds[2],
        _ => p.1 <= bounds[3],
    };
    let mut kept = Vec::with_capacity(points.len());
    let Some(mut before) = points.last().copied() else { return kept };
    for &point in points {
        if inside(point) != inside(before) {
            kept.push(crossing(before, point, bounds, side));
        }
        if inside(point) {
            kept.push(point);
        }
        before = point;
    }
    kept
}

fn crossing(one: Point, other: Point, bounds: [f64; 4], side: usize) -> Point {
    let at = bounds.get(side).copied().unwrap_or(0.0);
    if side.is_multiple_of(2) {
        (at, one.1 + (other.1 - one.1) * (at - one.0) / (other.0 - one.0))
    } else {
        (one.0 + (other.0 - one.0) * (at - one.1) / (other.1 - one.1), at)
    }
}

/// Whether a ring holds a point.
#[cfg(test)]
pub(crate) fn holds(ring: &[Point], x: f64, y: f64) -> bool {
    let mut inside = false;
    let Some(mut before) = ring.last() else { return false };
    for point in ring {
        let crosses = (point.1 > y) != (before.1 > y);
        if crosses && x < (before.0 - point.0) * (y - point.1) / (before.1 - point.1) + point.0 {
            inside = !inside;
        }
        before = point;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::clip;

    #[test]
    fn a_ring_is_cut_at_every_side() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let cut = clip(&square, [5.0, -5.0, 20.0, 5.0]);
        assert_eq!(cut.len(), 4);
        assert!(cut.iter().all(|(x, y)| (5.0..=10.0).contains(x) && (0.0..=5.0).contains(y)), "{cut:?}");
        assert!(clip(&square, [20.0, 20.0, 30.0, 30.0]).is_empty());
    }
}

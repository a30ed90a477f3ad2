//! From days and values to places on the chart.

use tawatur_model::Day;

/// Where the plot begins and ends along time, in percent of the chart's width; labels stand beyond it.
pub(super) const PLOT: (f64, f64) = (9.0, 70.0);

/// Days as columns of equal width; points without a day have a column of their own before the first.
#[derive(Clone, Debug)]
pub(super) struct Days {
    first: Option<Day>,
    count: usize,
    undated: bool,
}

/// Beyond this many days, dates are only placed and no longer have columns drawn.
const MOST_COLUMNS: usize = 62;

impl Days {
    pub(super) fn new(days: &[Option<Day>]) -> Self {
        let known = || days.iter().flatten();
        let first = known().min().copied();
        let count = match (first, known().max()) {
            (Some(first), Some(last)) => days_between(first, *last) + 1,
            _ => 0,
        };
        Self { first, count, undated: days.iter().any(Option::is_none) }
    }

    /// Number of columns, that of the undated included.
    pub(super) fn columns(&self) -> usize {
        (self.count + usize::from(self.undated)).max(1)
    }

    pub(super) fn has_undated(&self) -> bool {
        self.undated
    }

    /// Whether columns are wide enough to be drawn.
    pub(super) fn are_drawn(&self) -> bool {
        self.columns() <= MOST_COLUMNS
    }

    /// Start and width of a day's column, in percent.
    pub(super) fn column(&self, day: Option<Day>) -> (f64, f64) {
        let at = match (day, self.first) {
            (Some(day), Some(first)) => days_between(first, day) + usize::from(self.undated),
            _ => 0,
        };
        self.column_at(at)
    }

    pub(super) fn column_at(&self, at: usize) -> (f64, f64) {
        let width = (PLOT.1 - PLOT.0) / self.columns() as f64;
        (PLOT.0 + width * at as f64, width)
    }

    /// The days that get a label, with their column.
    pub(super) fn ticks(&self) -> Vec<(Day, usize)> {
        let Some(first) = self.first else { return Vec::new() };
        let step = self.columns().div_ceil(7).max(1);
        let offset = usize::from(self.undated);
        let day = |i: usize| i64::try_from(i).ok().and_then(|i| first.checked_add(jiff::Span::new().days(i)).ok());
        (0..self.count).step_by(step).filter_map(|i| Some((day(i)?, i + offset))).collect()
    }
}

fn days_between(from: Day, to: Day) -> usize {
    let days = to.since(from).map_or(0, |span| span.get_days());
    usize::try_from(days).unwrap_or(0)
}

/// Values from nought to a round number above the greatest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values {
    pub(super) top: f64,
    pub(super) step: f64,
    /// What values are divided by for their labels: 1, a million, a thousand million.
    pub(super) size: f64,
}

impl Values {
    pub(super) fn new(values: impl Iterator<Item = f64>) -> Self {
        let greatest = values.filter(|v| v.is_finite()).fold(1.0, f64::max);
        let step = round_step(greatest / 3.5);
        let top = (greatest / step).ceil() * step;
        let size = if top >= 1e9 {
            1e9
        } else if top >= 1e6 {
            1e6
        } else {
            1.0
        };
        Self { top, step, size }
    }

    /// From 0 at the foot to 1 at the top.
    pub(super) fn share(&self, value: f64) -> f64 {
        (value / self.top).clamp(0.0, 1.0)
    }

    pub(super) fn ticks(&self) -> Vec<f64> {
        let count = (self.top / self.step).round() as u32;
        (0..=count.min(12)).map(|i| f64::from(i) * self.step).collect()
    }
}

/// 1, 2 or 5 times a power of ten, not below one.
fn round_step(wish: f64) -> f64 {
    let power = 10f64.powf(wish.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|step| *step >= wish);
    step.unwrap_or(wish).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_greatest_value() {
        let values = Values::new([4266.0, 7989.0].into_iter());
        assert_eq!((values.step, values.top), (5000.0, 10000.0));
        assert_eq!(Values::new([2.0].into_iter()).step, 1.0);
        assert_eq!(Values::new([212e6].into_iter()).size, 1e6);
    }

    #[test]
    fn undated_points_come_before_the_first_day() {
        let day = |text: &str| text.parse::<Day>().ok();
        let days = Days::new(&[day("2022-01-10"), None, day("2022-01-08")]);
        assert_eq!(days.columns(), 4);
        assert!(days.column(None).0 < days.column(day("2022-01-08")).0);
        assert_eq!(days.ticks().first().map(|t| t.1), Some(1));
    }
}

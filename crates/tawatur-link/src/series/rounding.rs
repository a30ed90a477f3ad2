//! Roundings: "about 8,000" for 7,989.

use tawatur_model::Mode;

use super::count::Count;
use super::draft::{Draft, Scope};
use crate::independence::Origins;

/// For each draft the draft that it rounds.
pub(crate) fn roundings(drafts: &[Draft], counts: &[Count<'_>], origins: &Origins) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; drafts.len()];
    // Vague words last: they go with an exact count, not with another rounding of it.
    for vague in [false, true] {
        for (at, draft) in drafts.iter().enumerate().filter(|(_, d)| d.is_vague() == vague) {
            let exact = rounded_by(at, draft, drafts, &found, (counts, origins));
            if let Some(slot) = found.get_mut(at) {
                *slot = exact;
            }
        }
    }
    found
}

/// The exact count that a draft is a rounding of: of its own report first, else the latest not after it.
fn rounded_by(
    at: usize,
    draft: &Draft,
    drafts: &[Draft],
    found: &[Option<usize>],
    (counts, origins): (&[Count<'_>], &Origins),
) -> Option<usize> {
    let earlier = draft.counts.iter().filter_map(|i| counts.get(*i)).any(|c| c.figure.superseded_in_text);
    if draft.scope != Scope::Total || earlier {
        return None;
    }
    let exact_enough = |i: usize, d: &Draft| {
        i != at
            && d.scope == Scope::Total
            && matches!(d.mode, Mode::Exact | Mode::AtLeast | Mode::About)
            && found.get(i).is_none_or(Option::is_none)
    };
    drafts
        .iter()
        .enumerate()
        .filter(|(i, d)| exact_enough(*i, d) && rounds(draft, d, counts, origins))
        .max_by_key(|(i, d)| (share_report(draft, d, counts), d.day, d.said.to_bits(), *i))
        .map(|(i, _)| i)
}

fn rounds(draft: &Draft, exact: &Draft, counts: &[Count<'_>], origins: &Origins) -> bool {
    let together = share_report(draft, exact, counts);
    let undated = draft.counts.iter().filter_map(|i| counts.get(*i)).all(|c| !c.dated);
    let same_day = draft.day == exact.day || (undated && draft.day >= exact.day) || draft.day.is_none();
    // "Dozens" in the mouth of another origin is that origin's own count.
    let general = draft.origin.and_then(|o| origins.get(o)).is_some_and(|o| o.general);
    let same_voice =
        draft.origin.is_none() || draft.origin == exact.origin || (general && together && exact.mode == Mode::Exact);
    match draft.mode {
        Mode::Vague if together => same_voice && exact.most() >= draft.said,
        Mode::Vague => same_voice && draft.day >= exact.day && (draft.said..=draft.most()).contains(&exact.said),
        // A plain number is a rounding only beside the number that it rounds, as headlines do.
        Mode::Exact => together && is_rounding(draft, exact),
        Mode::AtLeast | Mode::Between => false,
        _ => (together || same_day) && is_rounding(draft, exact),
    }
}

/// Whether two drafts have a report in common.
pub(crate) fn share_report(a: &Draft, b: &Draft, counts: &[Count<'_>]) -> bool {
    let items = |d: &Draft| d.counts.iter().filter_map(|i| counts.get(*i)).map(|c| c.item).collect::<Vec<_>>();
    let of_b = items(b);
    items(a).iter().any(|i| of_b.contains(i))
}

/// Whether a number with fewer significant digits is the other, rounded the way that its words say.
fn is_rounding(draft: &Draft, exact: &Draft) -> bool {
    let (coarse, fine) = (draft.said, exact.said);
    if coarse == fine || significant(coarse) >= significant(fine) {
        return false;
    }
    let mut step = 10.0;
    while step <= coarse {
        let up_or_down = match draft.mode {
            Mode::Over => (fine / step).floor() * step,
            Mode::Under | Mode::UpTo => (fine / step).ceil() * step,
            _ => (fine / step).round() * step,
        };
        if up_or_down == coarse {
            return true;
        }
        step *= 10.0;
    }
    false
}

/// Digits before the closing zeros.
fn significant(number: f64) -> u32 {
    let mut n = number.abs().round();
    let mut digits = 0;
    let mut ended = false;
    while n >= 1.0 {
        let digit = n % 10.0;
        ended |= digit != 0.0;
        digits += u32::from(ended);
        n = (n / 10.0).floor();
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(said: f64, mode: Mode) -> Draft {
        Draft {
            counts: vec![],
            scope: Scope::Total,
            origin: None,
            voice: None,
            day: None,
            first: (None, None),
            said,
            low: Some(said),
            high: Some(said),
            mode,
            stale: false,
        }
    }

    #[test]
    fn a_rounding_has_fewer_digits_and_goes_the_way_of_its_words() {
        let exact = |n| draft(n, Mode::Exact);
        assert!(is_rounding(&draft(3000.0, Mode::About), &exact(2987.0)));
        assert!(is_rounding(&draft(3200.0, Mode::Over), &exact(3266.0)));
        assert!(is_rounding(&draft(100.0, Mode::About), &exact(97.0)));
        assert!(!is_rounding(&draft(3300.0, Mode::Over), &exact(3266.0)));
        assert!(!is_rounding(&draft(225.0, Mode::About), &exact(222.0)));
        assert!(!is_rounding(&draft(3266.0, Mode::About), &exact(3000.0)));
    }
}

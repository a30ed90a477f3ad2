//! Totals that fall, and counts carried on after they were replaced.

use tawatur_model::{Alarm, Bilingual, Quantity, RelationKind, Severity};

use super::{View, alarm, said};
use crate::number::number;
use crate::series::UNEXPLAINED_FALL;

/// Quantities whose running total does not go down unless somebody corrects it.
fn only_grows(quantity: Quantity) -> bool {
    !matches!(
        quantity,
        Quantity::Missing | Quantity::Crowd | Quantity::Deployed | Quantity::Displaced | Quantity::Aboard
    )
}

/// A later total that is lower than the one before, without a word of explanation.
pub(crate) fn toll_falls(view: &View<'_>) -> Vec<Alarm> {
    if !only_grows(view.series.question.quantity) {
        return Vec::new();
    }
    view.of(RelationKind::Supersedes)
        .filter(|(r, new, old)| said(new) < said(old) && r.because == UNEXPLAINED_FALL.text())
        .map(|(_, new, old)| {
            let text = Bilingual::new(
                format!("هبطت الحصيلة من {} إلى {} بلا تفسير", number(said(old)), number(said(new))),
                format!("the total fell from {} to {}, and nobody says why", number(said(old)), number(said(new))),
            );
            alarm("toll-falls", Severity::Warning, text, new.claims.iter().chain(&old.claims).cloned().collect())
        })
        .collect()
}

/// A report that still carries a count which had been replaced.
pub(crate) fn stale(view: &View<'_>) -> Vec<Alarm> {
    view.of(RelationKind::StaleRepeat)
        .map(|(_, stale, newer)| {
            let text = Bilingual::new(
                format!("ما زال {} يُنشر بعد {}", number(said(stale)), number(said(newer))),
                format!("{} is still printed after {}", number(said(stale)), number(said(newer))),
            );
            alarm("stale-count", Severity::Info, text, stale.claims.clone())
        })
        .collect()
}

//! Quantities that a word gives only in some reports: «غادر», «خرج», buses that carry.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use tawatur_model::Quantity;

use super::reader::Draft;
use super::relation::Relation;
use super::slot;
use super::view::View;
use super::vocabulary::mark;
use crate::Senses;
use crate::rule::RuleBook;

/// Persons who leave together.
const MANY: f64 = 2000.0;

/// What only some reports mean by a word («غادر»): a rule with `where` gives its quantity only beside another of it.
/// So many as leave together flee, where the report has any word of flight or war. A draft that is left without a rule is not
/// written out.
/// The quantity of `else` is given where the report tells of that one, in figures or in words («إجلاء»).
pub(crate) fn keep(view: &View<'_, '_>, book: &RuleBook, drafts: &mut [Draft]) {
    let told: Vec<Quantity> = drafts.iter().filter(|d| !d.unsure).map(|d| d.quantity).collect();
    let asks = |d: &Draft| d.unsure || d.quantity == Quantity::Aboard;
    if !drafts.iter().any(asks) {
        return;
    }
    let evacuates = told.contains(&Quantity::Evacuated) || tells_of(view, Quantity::Evacuated);
    for draft in drafts.iter_mut().filter(|d| evacuates && d.quantity == Quantity::Aboard) {
        // «الحافلة كانت تقل ...»: one bus is on its way; buses, and so many of them, take people away.
        let many = |t: usize| {
            let plural = view.analysed.readings(t).iter().any(|r| r.form.is_plural() || r.form.is_dual());
            plural || !view.is_definite(t)
        };
        if draft.trigger.is_some_and(|t| t.iter().any(|t| view.has(t, mark::BUS) && many(t))) {
            draft.quantity = Quantity::Evacuated;
        }
    }
    // «حافلات تقل ألف شخص بينهم 200 مسلح»: the part goes with its whole.
    for at in 0..drafts.len() {
        let whole = drafts.get(at).filter(|d| d.quantity == Quantity::Aboard).and_then(|d| d.relation);
        let Some((Relation::Part, whole)) = whole else { continue };
        let evacuated = drafts.get(whole).is_some_and(|w| w.quantity == Quantity::Evacuated);
        if let Some(part) = drafts.get_mut(at).filter(|_| evacuated) {
            part.quantity = Quantity::Evacuated;
        }
    }
    // Whether the text tells of flight is asked once for each quantity, however many leave.
    let mut flights: FxHashMap<Quantity, bool> = FxHashMap::default();
    let mut flight = |q: Quantity| *flights.entry(q).or_insert_with(|| is_flight(view, q));
    for draft in drafts.iter_mut().filter(|d| d.unsure) {
        let rule = book.rules().iter().find(|r| r.id == draft.rule);
        let other = rule.and_then(|r| r.gives.get("else")).and_then(|q| super::quantity_named(q));
        let armed = draft.count.bits & slot::MILITANT != 0;
        let likelier = armed || !told.contains(&draft.quantity) || told.contains(&Quantity::Evacuated);
        if let Some(other) = other.filter(|q| *q == Quantity::Evacuated && evacuates && likelier) {
            draft.quantity = other;
        } else if armed || !(told.contains(&draft.quantity) || is_many(draft) && flight(draft.quantity)) {
            draft.rule.clear();
        }
    }
}

/// So many as leave a place only where they flee from it.
fn is_many(draft: &Draft) -> bool {
    draft.count.low.or(draft.count.high).is_some_and(|n| n >= MANY)
}

/// Whether the text tells of flight, or of a siege or bombardment that so many leave.
fn is_flight(view: &View<'_, '_>, quantity: Quantity) -> bool {
    static WAR: OnceLock<Senses> = OnceLock::new();
    const NAMES: &[&str] = &["noun:event-siege", "verb:event-siege", "noun:event-bombard", "verb:event-bombard"];
    let war = Senses::once(&WAR, view.analysed.lexicon(), NAMES);
    tells_of(view, quantity) || (0..view.document().tokens().len()).any(|t| view.analysed.is(t, war))
}

/// Whether the text has a word that brings this quantity about.
fn tells_of(view: &View<'_, '_>, quantity: Quantity) -> bool {
    let brings = |r: &tawatur_lexicon::Reading| {
        view.bits_of(r) & mark::TRIGGER != 0
            && view.analysed.entry(r).feature("quantity").and_then(super::quantity_named) == Some(quantity)
    };
    let tokens = 0..view.document().tokens().len();
    tokens.into_iter().any(|t| view.has(t, mark::TRIGGER) && view.analysed.readings(t).iter().any(brings))
}

//! One place where a report tells of an event, made ready for comparison.

use std::collections::BTreeSet;

use tawatur_lexicon::Lexicon;
use tawatur_model::{Event, Party, Report};
use tawatur_text::fold_word;

/// An event with its report and the words that its parties are compared by.
#[derive(Clone, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) report: &'a Report,
    pub(crate) event: &'a Event,
    pub(super) actor: BTreeSet<String>,
    pub(super) target: BTreeSet<String>,
    pub(super) place: BTreeSet<String>,
}

impl<'a> Told<'a> {
    pub(crate) fn new(report: &'a Report, event: &'a Event) -> Self {
        let words = |p: &Option<Party>| p.as_ref().map(|p| key_words(&p.name)).unwrap_or_default();
        Self {
            report,
            event,
            actor: words(&event.actor),
            target: words(&event.target),
            place: event.place.as_deref().map(key_words).unwrap_or_default(),
        }
    }

    /// `report#event id`.
    pub(super) fn claim(&self) -> String {
        format!("{}#{}", self.report.id, self.event.id)
    }

    /// Whose voice tells of it: the chain's origin, else the outlet, else the report itself.
    pub(super) fn voice(&self) -> String {
        let named = self.event.chain.first().map(|h| h.name.as_str()).or(self.report.outlet.as_deref());
        crate::names::folded(named.unwrap_or(&self.report.id))
    }

    /// Whether the target is only people of some kind («شخصا», «متظاهرين»), and nobody that could be told from others.
    pub(super) fn is_anybody(&self) -> bool {
        self.target.iter().all(|w| is_common_person(w))
    }
}

fn key_words(name: &str) -> BTreeSet<String> {
    let folded = name.split_whitespace().map(|w| fold_word(w.trim_matches(|c: char| !c.is_alphanumeric())));
    let bare = folded.map(|w| w.strip_prefix("ال").map_or(w.clone(), str::to_owned));
    bare.filter(|w| w.chars().count() > 2).collect()
}

fn is_common_person(word: &str) -> bool {
    let lexicon = Lexicon::builtin();
    lexicon
        .analyse(word)
        .iter()
        .any(|r| matches!(lexicon.sense_name(r.sense), "noun:person" | "noun:militant" | "noun:protester"))
}

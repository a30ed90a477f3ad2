//! Whose voices tell of an event, and in how many reports of their own.

use std::collections::BTreeSet;

use tawatur_model::{CopyGroup, Event};

use super::Origins;
use crate::{Item, Sameness};

/// How an event is supported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Distinct origins that are voices of their own, where the words were not taken from another report.
    pub independent_origins: usize,
    /// Reports that tell of it in words of their own.
    pub carriers: usize,
}

/// The origins of a story's events, each voice once, as those of its figures are told apart.
#[derive(Clone, Debug)]
pub struct Tellers<'a> {
    origins: Origins,
    copies: &'a [CopyGroup],
}

impl<'a> Tellers<'a> {
    /// None heard yet.
    pub fn new(sameness: &Sameness, copies: &'a [CopyGroup]) -> Self {
        Self { origins: Origins::new(sameness.clone()), copies }
    }

    /// The support of one event that all these places tell of, in order of publication.
    pub fn support(&mut self, told: &[(Item<'_>, &Event)]) -> Support {
        let (mut origins, mut carriers) = (BTreeSet::new(), BTreeSet::new());
        for (i, (item, event)) in told.iter().enumerate() {
            let earlier = told.get(..i).unwrap_or_default();
            let copied = earlier.iter().any(|e| e.0.report.id != item.report.id && self.is_copied(e, (item, event)));
            if copied {
                continue;
            }
            carriers.insert(item.report.id.as_str());
            origins.extend(self.origins.teller(event, item));
        }
        Support { independent_origins: origins.len(), carriers: carriers.len() }
    }

    /// Whether two places stand in one stretch of shared wording.
    fn is_copied(&self, a: &(Item<'_>, &Event), b: (&Item<'_>, &Event)) -> bool {
        let inside = |group: &CopyGroup, id: &str, event: &Event| {
            group.passages.iter().any(|p| p.report == id && p.range.overlaps(event.range))
        };
        self.copies.iter().any(|g| inside(g, &a.0.report.id, a.1) && inside(g, &b.0.report.id, b.1))
    }
}

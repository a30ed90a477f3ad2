//! What people say of two names: that they are one's, or two's.

use tawatur_model::{Judgement, JudgementKind};
use tawatur_text::{Document, TokenKind};

/// Pairs of names that people have judged, compared by their folded words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sameness {
    same: Vec<[String; 2]>,
    different: Vec<[String; 2]>,
}

impl Sameness {
    /// The judgements on names among those given.
    pub fn of(judgements: &[Judgement]) -> Self {
        let mut found = Self::default();
        for judgement in judgements {
            let Some(other) = judgement.other.as_deref() else { continue };
            let pair = [folded(&judgement.one), folded(other)];
            match judgement.kind {
                JudgementKind::Same => found.same.push(pair),
                JudgementKind::Different => found.different.push(pair),
                _ => {}
            }
        }
        found
    }

    /// Whether anything was judged.
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.different.is_empty()
    }

    /// What was judged of two sets of folded names; none where nobody judged. "Different" outweighs "same".
    pub(crate) fn says(&self, a: &[String], b: &[String]) -> Option<bool> {
        let among = |pairs: &[[String; 2]]| {
            pairs.iter().any(|[x, y]| (a.contains(x) && b.contains(y)) || (a.contains(y) && b.contains(x)))
        };
        match (among(&self.different), among(&self.same)) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            _ => None,
        }
    }

    /// The pairs judged to be one.
    pub(crate) fn same(&self) -> impl Iterator<Item = &[String; 2]> {
        self.same.iter()
    }

    /// The pairs judged to be two.
    pub(crate) fn different(&self) -> impl Iterator<Item = &[String; 2]> {
        self.different.iter()
    }
}

/// A name as judgements are compared by: its words, folded.
pub(crate) fn folded(name: &str) -> String {
    let document = Document::new(name);
    let words =
        (0..document.tokens().len()).filter(|at| matches!(document.kind(*at), TokenKind::Word | TokenKind::Number));
    words.map(|at| document.word(at)).collect::<Vec<_>>().join(" ")
}

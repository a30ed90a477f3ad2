//! What judgements do to an account.

use std::collections::BTreeSet;

use tawatur_link::{Entities, Item};
use tawatur_model::{
    Alarm, AppliedJudgement, Bilingual, CopyGroup, CopyPassage, Direction, Extraction, Judgement, JudgementKind,
    Modality, Report, Series,
};
use tawatur_text::{ByteRange, fold_word};

use crate::wording::{isolate, say, verbatim};

/// The judgements of one story, and what each did.
#[derive(Debug, Default)]
pub(crate) struct Rulings {
    /// In the order given; those that concern nothing in this story are left out.
    pub(crate) applied: Vec<AppliedJudgement>,
}

impl Rulings {
    /// Notes that a judgement was applied.
    pub(crate) fn note(&mut self, judgement: &Judgement, claims: Vec<String>) {
        let text = in_words(judgement);
        self.applied.push(AppliedJudgement { judgement: judgement.clone(), text, claims });
    }

    /// Notes the judgements on names that the story has: of people, bodies and places, or of origins.
    pub(crate) fn names(&mut self, judgements: &[Judgement], entities: &Entities, series: &[Series]) {
        let entries = entities.people.iter().chain(&entities.organisations).chain(&entities.places);
        let mut known: BTreeSet<String> =
            entries.flat_map(|e| std::iter::once(&e.name).chain(&e.aliases)).map(|n| folded(n)).collect();
        let points = series.iter().flat_map(|s| &s.points);
        known.extend(points.flat_map(|p| p.origin.iter().chain(&p.institution)).map(|n| folded(n)));
        for judgement in judgements {
            let Some(other) = judgement.other.as_deref() else { continue };
            let of_names = matches!(judgement.kind, JudgementKind::Same | JudgementKind::Different);
            if of_names && known.contains(&folded(&judgement.one)) && known.contains(&folded(other)) {
                self.note(judgement, Vec::new());
            }
        }
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().map(fold_word).collect::<Vec<_>>().join(" ")
}

fn in_words(judgement: &Judgement) -> Bilingual {
    let key = match judgement.kind {
        JudgementKind::Reject => "judgement.reject",
        JudgementKind::Confirm => "judgement.confirm",
        JudgementKind::Same => "judgement.same",
        JudgementKind::Different => "judgement.different",
        JudgementKind::Copy => "judgement.copy",
        JudgementKind::NotCopy => "judgement.not-copy",
    };
    let other = judgement.other.as_deref().unwrap_or_default();
    let places = [
        ("one", &verbatim(&judgement.one)),
        ("other", &verbatim(other)),
        ("by", &verbatim(&judgement.by)),
        ("because", &verbatim(&judgement.because)),
    ];
    say(key, &places)
}

/// What was read, without the claims that somebody rejected and without what states them again, and with those that
/// somebody confirmed as they stand.
pub(crate) fn rejected(judgements: &[Judgement], read: &[Extraction], rulings: &mut Rulings) -> Vec<Extraction> {
    let mut left = read.to_vec();
    for judgement in judgements {
        let Some((report, id)) = judgement.one.rsplit_once('#') else { continue };
        let Some(extraction) = left.iter_mut().find(|e| e.report == report) else { continue };
        match judgement.kind {
            JudgementKind::Reject => {
                let gone = reject(extraction, id);
                if !gone.is_empty() {
                    rulings.note(judgement, gone);
                }
            }
            JudgementKind::Confirm if has(extraction, id) => {
                confirm(extraction, id);
                rulings.note(judgement, vec![judgement.one.clone()]);
            }
            _ => {}
        }
    }
    left
}

fn has(extraction: &Extraction, id: &str) -> bool {
    extraction.figures.iter().any(|f| f.id == id)
        || extraction.statements.iter().any(|s| s.id == id)
        || extraction.events.iter().any(|e| e.id == id)
}

/// A figure that a person has confirmed is an answer of its question, whatever the reading made of its words: of the story's
/// own event, and asserted. That it was denied stays, for that is what the report says.
fn confirm(extraction: &mut Extraction, id: &str) {
    for figure in extraction.figures.iter_mut().filter(|f| f.id == id) {
        figure.background = false;
        if figure.modality != Modality::Denied {
            figure.modality = Modality::Asserted;
        }
    }
}

/// Alarms that only say that nobody vouches for a count; they are not raised where a person has confirmed it.
const DOUBTS: [&str; 4] = ["figure-without-origin", "uncorroborated", "interpolated", "digits-swapped"];

/// The alarms that are left when people have confirmed claims.
pub(crate) fn undoubted(judgements: &[Judgement], alarms: Vec<Alarm>) -> Vec<Alarm> {
    let confirmed = |claim: &String| judgements.iter().any(|j| j.kind == JudgementKind::Confirm && j.one == *claim);
    let doubt = |a: &Alarm| DOUBTS.contains(&a.id.as_str()) && a.claims.iter().any(confirmed);
    alarms.into_iter().filter(|a| !doubt(a)).collect()
}

/// Takes a claim out of what was read from a report; the claims that are gone.
fn reject(extraction: &mut Extraction, id: &str) -> Vec<String> {
    let mut gone: BTreeSet<String> = BTreeSet::new();
    let is = |own: &str, repeated: Option<&str>| own == id || repeated == Some(id);
    gone.extend(extraction.figures.iter().filter(|f| is(&f.id, f.repeat_of.as_deref())).map(|f| f.id.clone()));
    gone.extend(extraction.statements.iter().filter(|s| is(&s.id, None)).map(|s| s.id.clone()));
    gone.extend(extraction.events.iter().filter(|e| is(&e.id, None)).map(|e| e.id.clone()));
    extraction.figures.retain(|f| !gone.contains(&f.id));
    extraction.statements.retain(|s| !gone.contains(&s.id));
    extraction.events.retain(|e| !gone.contains(&e.id));
    gone.into_iter().map(|id| format!("{}#{id}", extraction.report)).collect()
}

/// The copies with what people say of them: pairs that are none are taken out, and pairs that are copies although
/// their words do not show it are put in whole.
pub(crate) fn copies(
    judgements: &[Judgement],
    items: &[Item<'_>],
    mut found: Vec<CopyGroup>,
    rulings: &mut Rulings,
) -> Vec<CopyGroup> {
    for judgement in judgements {
        let Some(other) = judgement.other.as_deref() else { continue };
        let report = |id: &str| items.iter().find(|i| i.report.id == id).map(|i| i.report);
        let (Some(one), Some(other)) = (report(&judgement.one), report(other)) else { continue };
        let pair = |g: &CopyGroup| g.reports.contains(&one.id) && g.reports.contains(&other.id);
        match judgement.kind {
            JudgementKind::NotCopy => found.retain(|g| !pair(g)),
            JudgementKind::Copy => {
                found.retain(|g| !pair(g));
                found.push(whole(judgement, one, other));
            }
            _ => continue,
        }
        rulings.note(judgement, Vec::new());
    }
    found
}

/// The other report is a copy of the one, from its first byte to its last.
fn whole(judgement: &Judgement, one: &Report, other: &Report) -> CopyGroup {
    let passage = |r: &Report| CopyPassage { report: r.id.clone(), range: ByteRange::new(0, r.text.len() as u32) };
    let because = Bilingual::new(
        format!("{}: {}", judgement.by, judgement.because),
        format!("{}: {}", isolate(&judgement.by), isolate(&judgement.because)),
    );
    CopyGroup {
        reports: vec![one.id.clone(), other.id.clone()],
        passages: vec![passage(one), passage(other)],
        direction: Some(Direction { from: one.id.clone(), to: other.id.clone(), because }),
        source: None,
        alterations: Vec::new(),
    }
}

//! The page's sections: what each shows, ready for its template.

mod copies;
mod disagreements;
mod figures;
mod glance;
mod graph;
mod map;
mod names;
mod row;
mod sources;
mod standing;
mod timeline;
mod voices;
mod warnings;

use tawatur_model::Account;

use crate::date;
use crate::html::{Both, Html};
use crate::index::Index;
use crate::words::words;

use copies::{CopyView, DerivedView};
use disagreements::DisagreementView;
use figures::SeriesView;
use glance::{Glance, SentenceView};
use map::MapView;
use names::NamesView;
use sources::{ReportView, SourceView};
use standing::{ContradictionView, FirstView, JudgementView};
use timeline::DayView;
use voices::VoiceView;
use warnings::{NoteView, WarningView};

/// Everything that the page shows of one account.
pub(crate) struct StoryView {
    pub(crate) id: String,
    pub(crate) title: Both,
    pub(crate) dates: Both,
    pub(crate) places: Vec<Both>,
    pub(crate) facts: Vec<(usize, Both)>,
    pub(crate) sections: Vec<(&'static str, Both)>,
    pub(crate) summary: Vec<SentenceView>,
    pub(crate) glances: Vec<Glance>,
    pub(crate) series: Vec<SeriesView>,
    pub(crate) singles: Vec<SeriesView>,
    pub(crate) timeline: Vec<DayView>,
    pub(crate) disagreements: Vec<DisagreementView>,
    pub(crate) voices: Vec<VoiceView>,
    pub(crate) map: Option<MapView>,
    pub(crate) names: Vec<NamesView>,
    pub(crate) undecided: Vec<Both>,
    pub(crate) contradictions: Vec<ContradictionView>,
    pub(crate) copies: Vec<CopyView>,
    pub(crate) copy_graph: Html,
    pub(crate) copy_graph_left_out: usize,
    pub(crate) derived: Vec<DerivedView>,
    pub(crate) derived_left_out: usize,
    pub(crate) firsts: Vec<FirstView>,
    pub(crate) firsts_left_out: usize,
    pub(crate) judgements: Vec<JudgementView>,
    pub(crate) filter: Vec<Both>,
    pub(crate) alarms: Vec<WarningView>,
    pub(crate) gaps: Vec<Both>,
    pub(crate) notes: Vec<NoteView>,
    pub(crate) notes_left_out: usize,
    pub(crate) reports: Vec<ReportView>,
    pub(crate) sources: Vec<SourceView>,
}

impl StoryView {
    pub(crate) fn new(index: &Index<'_>) -> Self {
        let account = index.account;
        let (series, singles) = figures::series(index);
        let (notes, notes_left_out) = warnings::notes(index);
        let (copy_graph, copy_graph_left_out) = graph::graph(index);
        let (derived, derived_left_out) = copies::derived(index);
        let (firsts, firsts_left_out) = standing::firsts(index);
        let mut story = Self {
            id: format!("s{}", index.number),
            title: title(account),
            dates: date::span(account.story.from, account.story.to),
            places: account.story.places.iter().take(4).map(|place| index.name(place)).collect(),
            facts: facts(index),
            sections: Vec::new(),
            summary: glance::summary(index),
            glances: glance::glances(index),
            series,
            singles,
            timeline: timeline::days(index),
            disagreements: disagreements::disagreements(index),
            voices: voices::voices(index),
            map: map::map_of(index),
            names: names::names(index),
            undecided: names::undecided(index),
            contradictions: standing::contradictions(index),
            copies: copies::copies(index),
            copy_graph,
            copy_graph_left_out,
            derived,
            derived_left_out,
            firsts,
            firsts_left_out,
            judgements: standing::judgements(index),
            filter: standing::filter(index),
            alarms: warnings::alarms(index),
            gaps: account.gaps.iter().map(|gap| Both::prose(&gap.text)).collect(),
            notes,
            notes_left_out,
            reports: sources::reports(index),
            sources: sources::sources(index),
        };
        story.sections = story.listed_sections();
        story
    }

    fn listed_sections(&self) -> Vec<(&'static str, Both)> {
        let all = [
            ("figures", !self.series.is_empty() || !self.singles.is_empty()),
            ("timeline", !self.timeline.is_empty()),
            ("disagreements", !self.disagreements.is_empty()),
            ("contradictions", !self.contradictions.is_empty()),
            ("voices", !self.voices.is_empty()),
            ("map", self.map.is_some()),
            ("names", !self.names.is_empty()),
            ("copies", !self.copies.is_empty() || !self.derived.is_empty()),
            ("track", !self.firsts.is_empty()),
            ("judgements", !self.judgements.is_empty()),
            ("warnings", !self.alarms.is_empty() || !self.gaps.is_empty()),
            ("notes", !self.notes.is_empty()),
            ("reports", !self.reports.is_empty()),
            ("method", true),
        ];
        all.into_iter().filter(|(_, shown)| *shown).map(|(id, _)| (id, words(&format!("section-{id}")))).collect()
    }
}

fn title(account: &Account) -> Both {
    let title = Both::prose(&account.story.title);
    if title.is_empty() { words("untitled") } else { title }
}

fn facts(index: &Index<'_>) -> Vec<(usize, Both)> {
    let account = index.account;
    let voices: std::collections::BTreeSet<_> =
        account.series.iter().flat_map(|s| &s.points).filter_map(crate::chart::voice).collect();
    let outlets: std::collections::BTreeSet<_> = index.sources.iter().filter_map(|s| s.outlet()).collect();
    let all = [
        (index.sources.len(), words("fact-reports")),
        (outlets.len(), words("fact-outlets")),
        (voices.len(), words("fact-origins")),
        (account.series.len(), words("fact-questions")),
        (account.statements.len(), words("fact-statements")),
    ];
    all.into_iter().filter(|(count, _)| *count > 0).collect()
}

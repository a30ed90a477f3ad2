//! The reports: how each is dated, and its full text with every claim marked.

use std::collections::BTreeSet;

use tawatur_model::{In, PublishedFrom, Role};

use super::standing::judged;
use super::{copies, names, warnings};
use crate::claims::{chain, cited, relay};
use crate::date;
use crate::html::{Both, Html, escape, isolated};
use crate::index::{Claim, Index, Source};
use crate::marks::{Mark, marked};
use crate::number::quantity;
use crate::section::row::modality;
use crate::words::{filled, words};

/// A report in the list of reports.
pub(crate) struct ReportView {
    pub(crate) href: String,
    pub(crate) number: usize,
    pub(crate) name: Both,
    pub(crate) file: Html,
    pub(crate) title: Html,
    pub(crate) published: Both,
    pub(crate) known_from: Both,
    pub(crate) because: Both,
    pub(crate) version_of: Option<Both>,
    pub(crate) claims: usize,
}

/// A report's text with its claims.
pub(crate) struct SourceView {
    pub(crate) id: String,
    pub(crate) number: usize,
    pub(crate) name: Both,
    pub(crate) published: Both,
    pub(crate) address: Html,
    pub(crate) title: Html,
    pub(crate) text: Html,
    pub(crate) claims: Vec<EvidenceView>,
}

/// A claim of a report: its exact words, what was read from them and who it comes from.
pub(crate) struct EvidenceView {
    pub(crate) anchor: String,
    pub(crate) kind: Both,
    pub(crate) reading: Both,
    pub(crate) quote: Html,
    pub(crate) modality: Option<Both>,
    pub(crate) judged: Option<Both>,
    pub(crate) chain: Html,
    pub(crate) place: String,
    pub(crate) rule: Html,
}

pub(crate) fn reports(index: &Index<'_>) -> Vec<ReportView> {
    index.sources.iter().map(|source| report(index, source)).collect()
}

fn report(index: &Index<'_>, source: &Source<'_>) -> ReportView {
    let listed = source.listed;
    let because = listed.and_then(|l| l.published_because.as_ref());
    ReportView {
        href: index.source_anchor(source.number),
        number: source.number,
        name: index.outlet(source),
        file: Html(isolated(source.id)),
        title: Html(isolated(title(source))),
        published: date::day_or_unknown(published(source)),
        known_from: known_from(listed.map_or(PublishedFrom::None, |l| l.published_from)),
        because: because.map(Both::prose).unwrap_or_default(),
        version_of: listed
            .and_then(|l| l.version_of.as_deref())
            .and_then(|v| index.source(v))
            .map(|earlier| filled("version-of", &[Both::of(|_| cited(index, earlier, "").0)])),
        claims: listed.map_or(0, |l| l.claims),
    }
}

fn published(source: &Source<'_>) -> Option<tawatur_model::Day> {
    source.listed.and_then(|l| l.published).or_else(|| source.extraction.and_then(|e| e.published))
}

fn title<'a>(source: &Source<'a>) -> &'a str {
    let listed = source.listed.and_then(|l| l.title.as_deref());
    listed.or_else(|| source.report.and_then(|r| r.title.as_deref())).unwrap_or_default()
}

fn known_from(from: PublishedFrom) -> Both {
    words(match from {
        PublishedFrom::Metadata => "from-metadata",
        PublishedFrom::Dateline => "from-dateline",
        PublishedFrom::Text => "from-text",
        PublishedFrom::Siblings => "from-siblings",
        PublishedFrom::None => "from-none",
    })
}

pub(crate) fn sources(index: &Index<'_>) -> Vec<SourceView> {
    index.sources.iter().filter(|source| source.report.is_some()).map(|source| view(index, source)).collect()
}

fn view(index: &Index<'_>, source: &Source<'_>) -> SourceView {
    let marks = |within| claim_marks(index, source, within);
    let mut text_marks = role_marks(source);
    text_marks.extend(passage_marks(index, source));
    text_marks.extend(marks(In::Text));
    let apart = source.report.and_then(|r| r.title.as_deref()).unwrap_or_default();
    let address = source.report.and_then(|r| r.url.as_deref());
    SourceView {
        id: index.source_anchor(source.number),
        number: source.number,
        name: index.outlet(source),
        published: date::day_or_unknown(published(source)),
        address: Html(address.map(crate::number::ltr).unwrap_or_default()),
        title: marked(apart, &marks(In::Title)),
        text: marked(source.text(In::Text), &text_marks),
        claims: listed_claims(index, source).into_iter().map(|claim| evidence(index, source, claim)).collect(),
    }
}

/// Figures, statements, and of the many events those that the account tells of; all are marked in the text.
fn listed_claims<'a>(index: &Index<'a>, source: &Source<'a>) -> Vec<Claim<'a>> {
    let told: BTreeSet<&str> = index.account.timeline.iter().flat_map(|e| &e.claims).map(String::as_str).collect();
    let listed = |claim: &Claim<'_>| match claim {
        Claim::Figure(_) | Claim::Statement(_) => true,
        Claim::Event(event) => told.contains(format!("{}#{}", source.id, event.id).as_str()),
    };
    source.claims().into_iter().filter(listed).collect()
}

/// What was not read is set back.
fn role_marks(source: &Source<'_>) -> Vec<Mark> {
    let passages = source.extraction.map(|e| e.passages.as_slice()).unwrap_or_default();
    let class = |role: Role| match role {
        Role::Headline => Some("role headline"),
        Role::Body => None,
        Role::Dateline | Role::Caption | Role::Byline | Role::Credit => Some("role aside"),
        Role::PullQuote | Role::Teaser | Role::RelatedLink | Role::Boilerplate => Some("role unread"),
    };
    let mark = |range, class| Mark { range, id: None, class, tag: "span" };
    passages.iter().filter_map(|p| Some(mark(p.range, class(p.role)?))).collect()
}

fn claim_marks(index: &Index<'_>, source: &Source<'_>, within: In) -> Vec<Mark> {
    let mut marks = Vec::new();
    for claim in source.claims().into_iter().filter(|claim| claim.within() == within) {
        let class = match claim {
            Claim::Figure(_) => "f",
            Claim::Statement(_) => "s",
            Claim::Event(_) => "e",
        };
        let id = index.anchor_of(source.number, claim.id());
        if let Claim::Statement(statement) = claim
            && let Some(range) = statement.content_range
        {
            let id = Some(index.anchor_of(source.number, &format!("{}c", statement.id)));
            marks.push(Mark { range, id, class: "said", tag: "span" });
        }
        marks.push(Mark { range: claim.range(), id: Some(id), class, tag: "mark" });
    }
    marks
}

/// Shared wording, the first mention of each name, and the places of notes.
fn passage_marks(index: &Index<'_>, source: &Source<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |range, id: &str, class| {
        let id = Some(index.anchor_of(source.number, id));
        marks.push(Mark { range, id, class, tag: "span" });
    };
    let account = index.account;
    for (number, group) in account.copies.iter().enumerate() {
        let passages = group.passages.iter().enumerate().filter(|(_, p)| p.report == source.id);
        passages.for_each(|(i, p)| add(p.range, &copies::mark_id(number, i), "copied"));
    }
    for (kind, entries) in [("p", &account.people), ("o", &account.organisations), ("l", &account.places)] {
        for (i, entry) in entries.iter().enumerate() {
            let first = entry.mentions.iter().find(|m| m.report == source.id);
            first.into_iter().for_each(|m| add(m.range, &names::mark_id(kind, i), "named"));
        }
    }
    for (i, (report, note)) in account.notes.iter().enumerate() {
        if let Some(range) = note.range.filter(|_| report == source.id) {
            add(range, &warnings::mark_id(i), "noted");
        }
        if report == source.id {
            let related = note.related.iter().enumerate();
            related.for_each(|(n, range)| add(*range, &format!("{}-{n}", warnings::mark_id(i)), "noted"));
        }
    }
    marks
}

fn evidence(index: &Index<'_>, source: &Source<'_>, claim: Claim<'_>) -> EvidenceView {
    let institution = match claim {
        Claim::Figure(figure) => figure.institution.as_deref(),
        Claim::Statement(statement) => statement.institution.as_deref(),
        Claim::Event(_) => None,
    };
    let sure = match claim {
        Claim::Figure(figure) => modality(figure.modality),
        Claim::Event(event) => modality(event.modality),
        Claim::Statement(_) => None,
    };
    let (kind, reading) = reading(index, claim);
    EvidenceView {
        anchor: index.anchor_of(source.number, claim.id()),
        kind,
        reading,
        quote: Html(isolated(claim.quote())),
        modality: sure.map(words),
        judged: judged(index, &format!("{}#{}", source.id, claim.id())),
        chain: match claim {
            Claim::Statement(_) => relay(index, claim.chain(), institution, source),
            _ => chain(index, claim.chain(), institution, source),
        },
        place: format!("{}\u{2013}{}", claim.range().start(), claim.range().end()),
        rule: Html(escape(claim.rule())),
    }
}

fn reading(index: &Index<'_>, claim: Claim<'_>) -> (Both, Both) {
    match claim {
        Claim::Figure(figure) => (
            words(&format!("quantity-{}", figure.quantity.as_str())),
            quantity(figure.low, figure.high, figure.mode, &figure.unit),
        ),
        Claim::Statement(statement) => (
            words("claim-statement"),
            statement.speaker.as_deref().map_or_else(|| words("speaker-unnamed"), |name| index.name(name)),
        ),
        Claim::Event(event) => (words("claim-event"), Both::of(|_| crate::number::ltr(&event.kind))),
    }
}

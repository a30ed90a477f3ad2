//! The parts of the terminal account, in the order in which a reader needs them.

use std::collections::BTreeSet;

use tawatur::Names;
use tawatur::model::{
    Account, AlterationKind, Bilingual, CopyGroup, EntityEntry, PublishedFrom, Severity, SpeechMode, StatementEntry,
};
use tawatur::wording::{day, list, verbatim};

use super::page::{Cell, Page};
use super::series;
use super::standing;
use super::style::{ERROR, PLAIN, QUIET, STRONG, TITLE, WARNING};
use super::text::{clean, shorten};
use super::words::{number, say};
use crate::language::Language;

/// Speakers that are printed; the files give all.
const SPEAKERS: usize = 8;
/// Statements of one speaker that are printed.
const STATEMENTS: usize = 3;
/// Letters of a statement that are printed.
const LENGTH: usize = 240;
/// Names of a kind that are printed.
const NAMES: usize = 15;

/// The account as lines for a terminal of that width.
pub(crate) fn print(account: &Account, language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    let names = Names::of(account);
    head(&mut page, account);
    standing::asked(&mut page, account);
    summary(&mut page, account);
    alarms(&mut page, account);
    series::print(&mut page, &account.series, &names);
    standing::disagreements(&mut page, account, &names);
    standing::contradictions(&mut page, account, &names);
    timeline(&mut page, account);
    statements(&mut page, account, &names);
    copies(&mut page, account);
    standing::derivations(&mut page, account);
    entities(&mut page, "people", &account.people);
    entities(&mut page, "organisations", &account.organisations);
    entities(&mut page, "places", &account.places);
    gaps(&mut page, account);
    reports(&mut page, account);
    notes(&mut page, account);
    page.finish()
}

fn head(page: &mut Page, account: &Account) {
    page.say(&account.story.title, 0, TITLE);
    if let (Some(from), Some(to)) = (account.story.from, account.story.to) {
        page.say(&say("head.days", &[("from", &day(from)), ("to", &day(to))]), 0, PLAIN);
    }
    let outlets: BTreeSet<&str> = account.reports.iter().filter_map(|r| r.outlet.as_deref()).collect();
    let claims = account.reports.iter().map(|r| r.claims).sum();
    let counted = |key: &str, n: usize| say(key, &[("n", &number(n))]);
    let counts = [
        ("reports", counted("head.reports", account.reports.len())),
        ("claims", counted("head.claims", claims)),
        ("outlets", counted("head.outlets", outlets.len())),
    ];
    let places: Vec<(&str, &Bilingual)> = counts.iter().map(|(k, v)| (*k, v)).collect();
    page.say(&say("head.counts", &places), 0, QUIET);
}

fn summary(page: &mut Page, account: &Account) {
    if account.summary.is_empty() {
        return;
    }
    page.heading(&say("part.summary", &[]));
    for sentence in &account.summary {
        item(page, &sentence.text, PLAIN);
    }
}

fn alarms(page: &mut Page, account: &Account) {
    if account.alarms.is_empty() {
        return;
    }
    page.heading(&say("part.alarms", &[]));
    for alarm in &account.alarms {
        let style = match alarm.severity {
            Severity::Info => PLAIN,
            Severity::Warning => WARNING,
            Severity::Error => ERROR,
        };
        item(page, &alarm.text, style);
        ids(page, &alarm.claims);
    }
}

fn timeline(page: &mut Page, account: &Account) {
    if account.timeline.is_empty() {
        return;
    }
    page.heading(&say("part.timeline", &[]));
    let mut last = "";
    for entry in &account.timeline {
        let date = if entry.date == last { "" } else { entry.date.as_str() };
        last = &entry.date;
        let words = page.pick(&entry.text).to_owned();
        page.marked(Cell::new(date, 10, STRONG), &words, 2, PLAIN);
        for more in entry.because.iter().chain(&entry.disagreements) {
            page.say(more, 14, QUIET);
        }
    }
}

/// Statements by speaker, the most quoted speaker first; of each the words that the reports quote, then what they tell.
fn statements(page: &mut Page, account: &Account, names: &Names) {
    if account.statements.is_empty() {
        return;
    }
    page.heading(&say("part.statements", &[]));
    let mut speakers: Vec<(&str, Vec<&StatementEntry>)> = Vec::new();
    for statement in account.statements.iter().filter(|s| !s.content.is_empty()) {
        let Some(speaker) = statement.speaker.as_deref() else { continue };
        match speakers.iter_mut().find(|(name, _)| *name == speaker) {
            Some((_, said)) => said.push(statement),
            None => speakers.push((speaker, vec![statement])),
        }
    }
    speakers.sort_by_key(|(_, said)| std::cmp::Reverse(said.len()));
    let mut printed = 0;
    for (speaker, said) in speakers.iter_mut().take(SPEAKERS) {
        page.gap();
        page.say(&names.name(speaker), 2, STRONG);
        said.sort_by_key(|s| (s.mode == SpeechMode::Indirect, s.said_on));
        for statement in said.iter().take(STATEMENTS) {
            self::said(page, statement, names);
            printed += 1;
        }
    }
    let more = account.statements.len().saturating_sub(printed);
    if more > 0 {
        page.gap();
        page.say(&say("more.statements", &[("n", &number(more))]), 2, QUIET);
    }
}

fn said(page: &mut Page, statement: &StatementEntry, names: &Names) {
    let date = statement.said_on.map_or_else(|| "–".to_owned(), |d| d.to_string());
    page.marked(Cell::new(date, 10, PLAIN), &shorten(&clean(&statement.content), LENGTH), 2, PLAIN);
    let mode = match statement.mode {
        SpeechMode::Direct => say("said.direct", &[]),
        SpeechMode::Indirect => say("said.indirect", &[]),
    };
    let relays: Vec<Bilingual> = statement.chain.iter().skip(1).map(|h| names.name(&h.name)).collect();
    let mut how = vec![mode];
    if !relays.is_empty() {
        how.push(say("said.through", &[("chain", &list(&relays))]));
    }
    how.push(verbatim(&statement.claim));
    let how: Vec<&str> = how.iter().map(|h| page.pick(h)).collect();
    let how = how.join(" · ");
    page.prose(&how, 14, QUIET);
}

fn copies(page: &mut Page, account: &Account) {
    if account.copies.is_empty() {
        return;
    }
    page.heading(&say("part.copies", &[]));
    for group in &account.copies {
        copy(page, group);
    }
}

fn copy(page: &mut Page, group: &CopyGroup) {
    let reports: Vec<Bilingual> = group.reports.iter().map(|r| verbatim(r)).collect();
    item(page, &list(&reports), PLAIN);
    let source = match &group.source {
        Some(name) => say("copy.source", &[("name", &verbatim(name))]),
        None => say("copy.no-source", &[]),
    };
    page.say(&source, 4, QUIET);
    if let Some(direction) = &group.direction {
        let (from, to) = (verbatim(&direction.from), verbatim(&direction.to));
        let words = say("copy.direction", &[("from", &from), ("to", &to), ("because", &direction.because)]);
        page.say(&words, 4, QUIET);
    }
    for alteration in group.alterations.iter().filter(|a| a.kind != AlterationKind::Wording) {
        let kind = say(&format!("alteration.{}", alteration_key(alteration.kind)), &[]);
        page.say(&say("copy.changed", &[("kind", &kind), ("change", &alteration.text)]), 4, WARNING);
    }
    let wording = group.alterations.iter().filter(|a| a.kind == AlterationKind::Wording).count();
    if wording > 0 {
        page.say(&say("copy.wording", &[("n", &number(wording))]), 4, QUIET);
    }
}

fn alteration_key(kind: AlterationKind) -> &'static str {
    match kind {
        AlterationKind::Number => "number",
        AlterationKind::Bound => "bound",
        AlterationKind::Attribution => "attribution",
        AlterationKind::Hedge => "hedge",
        AlterationKind::LoadedWord => "loaded",
        AlterationKind::Name => "name",
        AlterationKind::Date => "date",
        AlterationKind::Wording => "wording",
    }
}

fn entities(page: &mut Page, part: &str, entries: &[EntityEntry]) {
    if entries.is_empty() {
        return;
    }
    page.heading(&say(&format!("part.{part}"), &[]));
    for entry in entries.iter().take(NAMES) {
        let name = match &entry.en {
            Some(en) => Bilingual::new(entry.name.clone(), format!("{en} {}", verbatim(&entry.name).en)),
            None => verbatim(&entry.name),
        };
        let aliases: Vec<Bilingual> = entry.aliases.iter().map(|a| verbatim(a)).collect();
        let words = match aliases.is_empty() {
            true => name,
            false => say("entity.also", &[("name", &name), ("aliases", &list(&aliases))]),
        };
        item(page, &words, PLAIN);
    }
}

fn gaps(page: &mut Page, account: &Account) {
    if account.gaps.is_empty() {
        return;
    }
    page.heading(&say("part.gaps", &[]));
    for gap in &account.gaps {
        item(page, &gap.text, PLAIN);
    }
}

fn reports(page: &mut Page, account: &Account) {
    page.heading(&say("part.reports", &[]));
    for report in &account.reports {
        let date = report.published.map_or_else(|| "–".to_owned(), |d| d.to_string());
        let title = report.title.as_deref().or(report.outlet.as_deref()).unwrap_or("");
        let name = if title.is_empty() { report.report.clone() } else { format!("{} · {title}", report.report) };
        page.marked(Cell::new(date, 10, STRONG), &name, 2, PLAIN);
        let from = say(&format!("published.{}", published(report.published_from)), &[]);
        let claims = say("report.claims", &[("n", &number(report.claims))]);
        let version = report.version_of.as_ref().map(|v| say("report.version", &[("other", &verbatim(v))]));
        let details: Vec<&str> =
            [Some(&from), Some(&claims), version.as_ref()].into_iter().flatten().map(|t| page.pick(t)).collect();
        let details = details.join(" · ");
        page.prose(&details, 14, QUIET);
        if let Some(because) = &report.published_because {
            page.say(because, 14, QUIET);
        }
    }
}

fn published(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::Metadata => "metadata",
        PublishedFrom::Dateline => "dateline",
        PublishedFrom::Text => "text",
        PublishedFrom::Siblings => "siblings",
        PublishedFrom::None => "none",
    }
}

fn notes(page: &mut Page, account: &Account) {
    if account.notes.is_empty() {
        return;
    }
    page.heading(&say("part.notes", &[]));
    for (report, note) in &account.notes {
        let place = note.range.map(|r| format!(":{}", r.start())).unwrap_or_default();
        item(page, &verbatim(&format!("{report}{place}: {}", note.message)), QUIET);
    }
}

pub(super) fn item(page: &mut Page, text: &Bilingual, style: anstyle::Style) {
    let words = page.pick(text).to_owned();
    page.marked(Cell::new("•", 1, QUIET), &words, 2, style);
}

fn ids(page: &mut Page, claims: &[String]) {
    if !claims.is_empty() {
        page.prose(&claims.join(", "), 5, QUIET);
    }
}

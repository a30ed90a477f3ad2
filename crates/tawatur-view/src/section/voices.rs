//! Who said what.

use tawatur_model::{Polarity, SpeechMode, StatementEntry};

use crate::claims::{quoted, relay};
use crate::date;
use crate::html::{Both, Html};
use crate::index::Index;
use crate::words::words;

/// A speaker with what he said.
pub(crate) struct VoiceView {
    pub(crate) name: Both,
    pub(crate) institution: Option<Both>,
    pub(crate) said: Vec<SaidView>,
    pub(crate) more: Vec<SaidView>,
}

/// One statement.
pub(crate) struct SaidView {
    pub(crate) class: &'static str,
    pub(crate) polarity: Both,
    pub(crate) date: Option<Both>,
    pub(crate) words: Html,
    pub(crate) direct: bool,
    pub(crate) chain: Html,
}

/// Statements of one speaker shown before the rest is folded away.
const OPEN: usize = 4;

/// Speakers in the order in which the account first names them.
pub(crate) fn voices(index: &Index<'_>) -> Vec<VoiceView> {
    let mut order: Vec<(Option<&str>, Vec<&StatementEntry>)> = Vec::new();
    let mut at = std::collections::BTreeMap::new();
    for statement in &index.account.statements {
        let speaker = statement.speaker.as_deref().or(statement.institution.as_deref());
        let place = *at.entry(speaker).or_insert_with(|| {
            order.push((speaker, Vec::new()));
            order.len() - 1
        });
        if let Some((_, statements)) = order.get_mut(place) {
            statements.push(statement);
        }
    }
    order.into_iter().map(|(speaker, statements)| voice(index, speaker, &statements)).collect()
}

fn voice(index: &Index<'_>, speaker: Option<&str>, statements: &[&StatementEntry]) -> VoiceView {
    let mut said: Vec<SaidView> = statements.iter().filter_map(|s| said(index, s)).collect();
    let more = said.split_off(said.len().min(OPEN));
    let institution = statements.iter().find_map(|s| s.institution.as_deref()).filter(|i| Some(*i) != speaker);
    VoiceView {
        name: speaker.map_or_else(|| words("speaker-unnamed"), |name| index.name(name)),
        institution: institution.map(|name| index.name(name)),
        said,
        more,
    }
}

fn said(index: &Index<'_>, statement: &StatementEntry) -> Option<SaidView> {
    let found = index.claim(&statement.claim)?;
    let content = if statement.content.trim().is_empty() { &statement.quote } else { &statement.content };
    let (id, class) = polarity(statement.polarity);
    Some(SaidView {
        class,
        polarity: words(id),
        date: statement.said_on.map(date::day),
        words: quoted(index, found, content.trim().trim_matches(['"', '«', '»', '\u{201c}', '\u{201d}'])),
        direct: statement.mode == SpeechMode::Direct,
        chain: relay(index, &statement.chain, statement.institution.as_deref(), found.source),
    })
}

fn polarity(polarity: Polarity) -> (&'static str, &'static str) {
    match polarity {
        Polarity::Says => ("says", "says"),
        Polarity::Confirms => ("confirms", "says"),
        Polarity::Denies => ("denies", "denies"),
        Polarity::Warns => ("warns", "warns"),
        Polarity::Demands => ("demands", "says"),
        Polarity::Condemns => ("condemns", "warns"),
        Polarity::Praises => ("praises", "says"),
        Polarity::Promises => ("promises", "says"),
        Polarity::Accuses => ("accuses", "warns"),
        Polarity::Claims => ("claims", "warns"),
    }
}

//! Reads events.

use std::sync::OnceLock;

use tawatur_lexicon::{Lexicon, Reading};
use tawatur_model::{Auxiliary, Event, Modality, NameRange};
use tawatur_text::TokenRange;

use super::argument::{Arguments, arguments};
use super::clause::around;
use super::trigger::Trigger;
use crate::attribution::Attributions;
use crate::clause::{Tag, Tags};
use crate::time::TimeReading;
use crate::{Analysed, Senses};

/// The layers below, as an event needs them.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'r, 'a> {
    pub(crate) analysed: &'r Analysed<'a>,
    pub(crate) tags: &'r Tags,
    pub(crate) times: &'r [TimeReading],
    pub(crate) attributions: &'r Attributions,
}

/// Reads the events of the tokens for which `is_read` holds, in order.
pub(crate) fn read(layers: Layers, is_read: impl Fn(usize) -> bool) -> Vec<Event> {
    let senses = event_senses(layers.analysed.lexicon());
    let mut found: Vec<Event> = Vec::new();
    let mut at = 0;
    while at < layers.analysed.document.tokens().len() {
        let may_tell = layers.analysed.traits(at).tells || layers.analysed.phrase_at(at).is_some();
        let trigger = if may_tell && is_read(at) { Trigger::at(layers.analysed, senses, at) } else { None };
        at = trigger.as_ref().map_or(at + 1, |t| t.tokens.end);
        if let Some(event) = trigger.and_then(|t| layers.event(&t, found.len() + 1)) {
            found.push(event);
        }
    }
    found
}

/// Whether a word may tell of an event.
pub(crate) fn may_tell(lexicon: &Lexicon, readings: &[Reading]) -> bool {
    event_senses(lexicon).find(readings).is_some()
}

fn event_senses(lexicon: &Lexicon) -> &'static Senses {
    static SENSES: OnceLock<Senses> = OnceLock::new();
    SENSES.get_or_init(|| Senses::of(lexicon, &["verb:event-*", "noun:event-*"]))
}

impl Layers<'_, '_> {
    fn event(self, trigger: &Trigger, number: usize) -> Option<Event> {
        let clause = around(self.analysed, self.tags, trigger.tokens.start);
        let Arguments { actor, target } = arguments(self.analysed, self.tags, trigger, clause);
        let (place, date) = (self.place(clause, trigger), self.date(clause, trigger));
        let tied = !actor.is_empty() || !target.is_empty();
        // A bare noun ("protests", "clashes") tells of an event only where it says of whom, or where and when.
        if !(tied && (trigger.verb || place.is_some() || date.is_some()) || place.is_some() && date.is_some()) {
            return None;
        }
        let tokens = self.words(trigger, actor, target, clause);
        let range = self.analysed.document.range_of(tokens);
        let attribution = self.attributions.over(trigger.tokens.start);
        let aux = self.auxiliaries(trigger);
        Some(Event {
            id: format!("e{number}"),
            range,
            quote: range.slice(self.analysed.document.original()).to_owned(),
            kind: trigger.kind().to_owned(),
            mode: trigger.mode().map(str::to_owned).into_iter().collect(),
            context: Vec::new(),
            modality: modality(&aux),
            aux,
            actor: self.party(actor),
            target: self.party(target),
            place,
            date,
            figures: Vec::new(),
            chain: attribution.map(|a| a.chain.clone()).unwrap_or_default(),
            rule: trigger.entry.id.to_owned(),
        })
    }

    /// The trigger with those of its arguments that stand close by.
    fn words(self, trigger: &Trigger, actor: TokenRange, target: TokenRange, clause: TokenRange) -> TokenRange {
        const NEAR: usize = 24;
        let mut words = trigger.tokens;
        for part in [actor, target].into_iter().filter(|p| !p.is_empty()) {
            let (start, end) = (words.start.min(part.start), words.end.max(part.end));
            if end - start <= NEAR && clause.start <= start && end <= clause.end {
                words = TokenRange::new(start, end);
            }
        }
        words
    }

    fn party(self, tokens: TokenRange) -> Option<NameRange> {
        let range = self.analysed.document.range_of(tokens);
        let name = range.slice(self.analysed.document.original()).to_owned();
        (!name.is_empty()).then_some(NameRange { name, range: Some(range) })
    }

    /// The first place behind the trigger in its clause that something is said to happen in, else the last one before it.
    fn place(self, clause: TokenRange, trigger: &Trigger) -> Option<String> {
        let names_place = |i: &usize| {
            let located = self.tags.is(*i, Tag::BI) || *i > 0 && self.tags.is(*i - 1, Tag::IN.or(Tag::PLACE_HEAD));
            located && self.tags.is(*i, Tag::PLACE) && !self.tags.is(*i, Tag::ORGANISATION)
        };
        let behind = (trigger.tokens.end..clause.end).find(names_place);
        let at = behind.or_else(|| (clause.start..trigger.tokens.start).rev().find(names_place))?;
        let tokens = self.analysed.phrase_over(at).map_or(TokenRange::new(at, at + 1), |p| p.tokens);
        Some(crate::event::clause::without_preposition(self.analysed, tokens))
    }

    /// The date in the clause that stands nearest to the trigger.
    fn date(self, clause: TokenRange, trigger: &Trigger) -> Option<String> {
        // The times stand in order; looking at all of them for each event would take quadratic time.
        let first = self.times.partition_point(|t| t.tokens.end <= clause.start);
        let here = self.times.iter().skip(first).take_while(|t| t.tokens.start < clause.end);
        let inside = here.filter(|t| t.names_day && !t.counted);
        let nearest = inside.min_by_key(|t| t.tokens.start.abs_diff(trigger.tokens.start))?;
        nearest.day().map(|d| d.to_string())
    }

    fn auxiliaries(self, trigger: &Trigger) -> Vec<Auxiliary> {
        let before = (trigger.tokens.start.saturating_sub(2)..trigger.tokens.start).collect::<Vec<_>>();
        let mut found = Vec::new();
        if trigger.verb && before.iter().any(|i| self.tags.is(*i, Tag::NOT)) {
            found.push(Auxiliary::Negated);
        }
        if trigger.future {
            found.push(Auxiliary::Future);
        }
        if trigger.present && before.iter().any(|i| self.tags.is(*i, Tag::QAD)) {
            found.push(Auxiliary::Hypothetical);
        }
        found
    }
}

fn modality(aux: &[Auxiliary]) -> Modality {
    match aux.first() {
        Some(Auxiliary::Negated) => Modality::Denied,
        Some(Auxiliary::Future) => Modality::Planned,
        Some(Auxiliary::Hypothetical) => Modality::Unconfirmed,
        _ => Modality::Asserted,
    }
}

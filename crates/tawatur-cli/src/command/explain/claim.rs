//! Claims with their fields and the rule that read each.

use std::io::{self, Write};

use tawatur::extract::Explanation;
use tawatur::extract::attribution::SpeakerWhy;
use tawatur::extract::figure::FigureWhy;
use tawatur::model::{Event, Extraction, Figure, Hop, In, Statement};
use tawatur::text::ByteRange;

use super::{Lines, wanted};
use crate::terminal::{clean, isolated};

/// Figures, statements and events in the order of the text.
pub(super) fn print(
    out: &mut impl Write,
    read: &Extraction,
    why: &Explanation,
    lines: &Lines,
    at: Option<u32>,
) -> io::Result<()> {
    writeln!(out, "\nclaims")?;
    let mut all: Vec<(ByteRange, In, Vec<String>)> = Vec::new();
    all.extend(read.figures.iter().map(|f| (f.range, f.within, figure(f, why))));
    all.extend(read.statements.iter().map(|s| (s.range, s.within, statement(s, why))));
    all.extend(read.events.iter().map(|e| (e.range, In::Text, event(e))));
    all.sort_by_key(|(range, within, _)| (*within, *range));
    for (range, within, claim) in &all {
        if *within == In::Text && !wanted(*range, at) {
            continue;
        }
        let place = if *within == In::Title { "title".to_owned() } else { lines.place(*range) };
        let mut rows = claim.iter();
        writeln!(out, "  {place}  {}", rows.next().map_or("", String::as_str))?;
        for row in rows {
            writeln!(out, "      {row}")?;
        }
    }
    Ok(())
}

fn figure(f: &Figure, why: &Explanation) -> Vec<String> {
    let mut rows = vec![
        format!("figure {}, by {}: {}", f.id, f.rule, quoted(&f.quote)),
        format!("{} {} {} {}", f.quantity.as_str(), bounds(f), tag(&f.mode), f.unit),
    ];
    rows.extend(named("who", f.who.as_deref()));
    let chosen = why.figures.iter().find(|w| w.id == f.id && f.within == In::Text);
    rows.splice(1..1, chosen.and_then(rules_beaten));
    rows.extend(named("place", f.place.as_deref()));
    rows.extend(chosen.and_then(|w| places_beaten(w, f.place.as_deref())));
    rows.extend(f.as_of.map(|d| format!("as of {d}")));
    rows.extend(f.subset_of.as_ref().map(|id| format!("part of {id}")));
    rows.extend(f.repeat_of.as_ref().map(|id| format!("states {id} again")));
    let flags = [
        (f.increment, "newly added"),
        (f.superseded_in_text, "called earlier by the text"),
        (f.background, "of another event"),
    ];
    rows.extend(flags.iter().filter(|(on, _)| *on).map(|(_, words)| (*words).to_owned()));
    rows.push(format!("modality {}", tag(&f.modality)));
    rows.extend(named("institution", f.institution.as_deref()));
    rows.extend(chain(&f.chain));
    rows
}

/// `score 44 (strength 44, 0 words passed over); beat goes-on (20)`.
fn rules_beaten(why: &FigureWhy) -> Option<String> {
    let decision = &why.decision;
    let beaten: Vec<String> = decision.beaten.iter().map(|(rule, score)| format!("{rule} ({score})")).collect();
    let beat = if beaten.is_empty() { String::new() } else { format!("; beat {}", beaten.join(", ")) };
    (!decision.why.is_empty()).then(|| format!("score {} ({}){beat}", decision.score, decision.why))
}

/// `chosen for cost 3 (something happens there, a town); beat النجف at cost 14 (only named, a town)`.
fn places_beaten(why: &FigureWhy, place: Option<&str>) -> Option<String> {
    let at_cost = |cost: Option<usize>| cost.map_or_else(String::new, |c| format!("cost {c}, "));
    let own = why.places.iter().find(|c| Some(c.name.as_str()) == place);
    let chosen = own.map(|c| format!("chosen: {}{}", at_cost(c.cost), c.why));
    let others = why.places.iter().filter(|c| Some(c.name.as_str()) != place);
    let beaten: Vec<String> =
        others.map(|c| format!("{} ({}{})", isolated(&clean(&c.name)), at_cost(c.cost), c.why)).collect();
    let beat = (!beaten.is_empty()).then(|| format!("beat {}", beaten.join(", ")));
    let both: Vec<String> = chosen.into_iter().chain(beat).collect();
    (!both.is_empty()).then(|| format!("  {}", both.join("; ")))
}

fn bounds(f: &Figure) -> String {
    let side = |value: Option<f64>| value.map_or_else(|| "?".to_owned(), |v| v.to_string());
    if f.low == f.high { side(f.low) } else { format!("{}..{}", side(f.low), side(f.high)) }
}

/// `named with the verb; beat الشرطة (spoke last, in the sentence before, agrees with the verb)`.
fn speakers_beaten(why: &SpeakerWhy) -> String {
    let beaten: Vec<String> = why.beaten.iter().map(|c| format!("{} ({})", isolated(&clean(&c.name)), c.why)).collect();
    let beat = if beaten.is_empty() { String::new() } else { format!("; beat {}", beaten.join(", ")) };
    format!("  chosen: {}{beat}", why.why)
}

fn statement(s: &Statement, why: &Explanation) -> Vec<String> {
    let mut rows = vec![
        format!("statement {}, by {}: {}", s.id, s.rule, quoted(&s.quote)),
        format!("{}, {}", tag(&s.mode), tag(&s.polarity)),
    ];
    rows.extend(named("speaker", s.speaker.as_deref()));
    let chosen = |w: &&SpeakerWhy| s.range.contains_offset(w.verb.start()) && w.speaker == s.speaker;
    rows.extend(why.speakers.iter().find(chosen).filter(|_| s.within == In::Text).map(speakers_beaten));
    rows.extend(named("institution", s.institution.as_deref()));
    rows.extend(s.said_on.map(|d| format!("said on {d}")));
    rows.extend(s.content_range.map(|r| format!("content at bytes {}..{}", r.start(), r.end())));
    rows.extend(chain(&s.chain));
    rows
}

fn event(e: &Event) -> Vec<String> {
    let mode = if e.mode.is_empty() { String::new() } else { format!("/{}", e.mode.join("+")) };
    let mut rows = vec![format!("event {}, by {}: {}", e.id, e.rule, quoted(&e.quote)), format!("{}{mode}", e.kind)];
    rows.extend(named("actor", e.actor.as_ref().map(|p| p.name.as_str())));
    rows.extend(named("target", e.target.as_ref().map(|p| p.name.as_str())));
    rows.extend(named("place", e.place.as_deref()));
    rows.extend(e.date.as_ref().map(|d| format!("on {d}")));
    rows.extend(e.aux.iter().map(tag));
    rows.extend(chain(&e.chain));
    rows
}

/// `chain: ministry (institution, bytes 3..9) → agency (agency, carried over)`.
fn chain(hops: &[Hop]) -> Option<String> {
    let hop = |h: &Hop| {
        let place = h.range.map_or_else(|| "carried over".to_owned(), |r| format!("bytes {}..{}", r.start(), r.end()));
        format!("{} ({}, {place})", isolated(&clean(&h.name)), tag(&h.kind))
    };
    let words: Vec<String> = hops.iter().map(hop).collect();
    (!words.is_empty()).then(|| format!("chain: {}", words.join(" → ")))
}

fn named(what: &str, name: Option<&str>) -> Option<String> {
    name.map(|n| format!("{what}: {}", isolated(&clean(n))))
}

fn quoted(words: &str) -> String {
    isolated(&format!("«{}»", clean(words)))
}

/// The name of a value in the JSON outputs.
pub(super) fn tag(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

//! People that a report only describes: "his Turkish counterpart", "his predecessor", "the interior minister".
//!
//! Each is decided by itself and recorded with the reason. Where two people suit a description, nobody is taken.

use std::collections::{BTreeMap, BTreeSet};

use tawatur_lexicon::Lexicon;
use tawatur_model::{CopyPassage, Day, EntityEntry};
use tawatur_text::{ByteRange, Document, TokenKind};

use super::because;
use super::name::words;
use super::{Judgement, Verdict};
use crate::Item;
use crate::sameness::{Sameness, folded};
use crate::terms::{sense, sense_of_token};

/// So many tokens behind a description its name may begin.
const NAME_BEHIND: usize = 3;

/// Finds out who is meant by descriptions and adds their places to the mentions of those people.
pub(crate) fn offices(
    items: &[Item<'_>],
    people: &mut [EntityEntry],
    sameness: &Sameness,
    judgements: &mut Vec<Judgement>,
) {
    let holders = Holders::of(items, people);
    let mut found: BTreeMap<(String, String), Found> = BTreeMap::new();
    for item in items {
        for told in described(item, people, &holders).into_iter().chain(by_office(item, people, &holders)) {
            let name = told.who.and_then(|w| people.get(w)).map_or_else(|| told.others.clone(), |p| p.name.clone());
            found.entry((told.words.clone(), name)).or_insert(told);
        }
    }
    for ((one, other), told) in found {
        let entry = told.who.and_then(|w| people.get_mut(w));
        let names = |e: &EntityEntry| std::iter::once(&e.name).chain(&e.aliases).map(|n| folded(n)).collect::<Vec<_>>();
        if entry.as_ref().is_some_and(|e| sameness.says(&[folded(&one)], &names(e)) == Some(false)) {
            continue;
        }
        let verdict = if entry.is_some() { Verdict::Same } else { Verdict::Unsure };
        if let Some(entry) = entry {
            entry.because.push(told.because.clone());
            entry.mentions.push(told.place);
            entry.mentions.sort();
            entry.mentions.dedup();
        }
        judgements.push(Judgement { one, other, verdict, because: told.because });
    }
}

/// A description and who is meant by it; nobody where that cannot be told.
struct Found {
    words: String,
    place: CopyPassage,
    who: Option<usize>,
    /// Those whom it suits, where nobody is taken.
    others: String,
    because: tawatur_model::Bilingual,
}

/// Who holds which office in which reports.
struct Holders {
    /// Person, words of the office, day of the report.
    all: Vec<(usize, Vec<String>, Option<Day>)>,
}

impl Holders {
    fn of(items: &[Item<'_>], people: &[EntityEntry]) -> Self {
        let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, person) in people.iter().enumerate() {
            std::iter::once(&person.name).chain(&person.aliases).for_each(|n| {
                by_name.entry(n.as_str()).or_insert(at);
            });
        }
        let mut all = Vec::new();
        for item in items {
            for person in &item.extraction.people {
                let Some(at) = by_name.get(person.name.as_str()) else { continue };
                all.extend(person.roles.iter().map(|r| (*at, words(r), item.published())));
            }
        }
        Self { all }
    }

    /// The people whose office has all of these words, each with the first and the last day on which he has it.
    fn with(&self, fits: impl Fn(&[String]) -> bool) -> BTreeMap<usize, (Option<Day>, Option<Day>)> {
        let mut found: BTreeMap<usize, (Option<Day>, Option<Day>)> = BTreeMap::new();
        for (who, _, day) in self.all.iter().filter(|(_, office, _)| fits(office)) {
            let days = found.entry(*who).or_insert((*day, *day));
            *days = (days.0.min(*day), days.1.max(*day));
        }
        found
    }

    /// The offices of one person.
    fn offices_of(&self, who: usize) -> impl Iterator<Item = &Vec<String>> {
        self.all.iter().filter(move |(w, ..)| *w == who).map(|(_, office, _)| office)
    }
}

/// "His Turkish counterpart", "his predecessor": by the person named before.
fn described(item: &Item<'_>, people: &[EntityEntry], holders: &Holders) -> Vec<Found> {
    let document = Document::new(&item.report.text);
    let named = named(item, people);
    let mut found = Vec::new();
    for at in 0..document.tokens().len() {
        let Some(kind) = relation(&document, at) else { continue };
        let Some(token) = document.token(at) else { continue };
        let nation = nation(&document, at + 1);
        let end = at + 1 + usize::from(nation.is_some());
        let first = without_joined(document.word(at), token.range, &item.report.text);
        let range = document.token(end - 1).filter(|_| nation.is_some()).map_or(first, |last| first.cover(last.range));
        let text = range.slice(&item.report.text).to_owned();
        let reach = document.token(end + NAME_BEHIND).map_or(u32::MAX, |t| t.range.start());
        let behind =
            named.iter().find(|(r, _)| r.start() >= range.end() && r.start() < reach && !broken(item, range, *r));
        let before = named.iter().rev().find(|(r, _)| r.end() <= range.start() && !broken(item, *r, range));
        let place = CopyPassage { report: item.report.id.clone(), range };
        let made = |who: Option<usize>, others: String, because| Found {
            words: text.clone(),
            place: place.clone(),
            who,
            others,
            because,
        };
        if let Some((_, who)) = behind {
            let name = people.get(*who).map_or("", |p| p.name.as_str());
            found.push(made(Some(*who), String::new(), because::beside(&text, name)));
            continue;
        }
        let Some((_, holder)) = before else { continue };
        found.extend(
            by_holder(kind, *holder, nation.as_deref(), people, holders)
                .map(|(who, others, because)| made(who, others, because(&text))),
        );
    }
    found
}

type Because = Box<dyn Fn(&str) -> tawatur_model::Bilingual>;

/// Who stands to the holder of an office as the word says: in another country, before him, after him.
fn by_holder(
    kind: &str,
    holder: usize,
    nation: Option<&str>,
    people: &[EntityEntry],
    holders: &Holders,
) -> Option<(Option<usize>, String, Because)> {
    let office = holders.offices_of(holder).map(|o| bare(o)).find(|o| !o.is_empty())?;
    let has_head = |o: &[String]| bare(o) == office;
    let own = holders.with(has_head).get(&holder).copied().unwrap_or_default();
    let candidates: Vec<usize> = match kind {
        "counterpart" => {
            let nation = nation?;
            let there = |o: &[String]| has_head(o) && o.iter().any(|w| w == nation);
            holders.with(there).into_keys().filter(|w| *w != holder).collect()
        }
        "predecessor" => {
            let former = |o: &[String]| has_head(o) && o.iter().any(|w| is_former(w));
            let earlier = holders.with(has_head).into_iter().filter(|(_, days)| days.1 < own.0).map(|(w, _)| w);
            let all: BTreeSet<usize> = holders.with(former).into_keys().chain(earlier).collect();
            all.into_iter().filter(|w| *w != holder).collect()
        }
        _ => holders
            .with(has_head)
            .into_iter()
            .filter(|(w, days)| *w != holder && days.0 > own.1)
            .map(|(w, _)| w)
            .collect(),
    };
    let name = |w: &usize| people.get(*w).map_or_else(String::new, |p| p.name.clone());
    let office = office.join(" ");
    let kind = kind.to_owned();
    Some(match candidates.as_slice() {
        [who] => {
            let other = name(who);
            let because: Because = Box::new(move |one| match kind.as_str() {
                "counterpart" => because::only_counterpart(one, &other, &office),
                "predecessor" => because::held_before(one, &other, &office),
                _ => because::held_after(one, &other, &office),
            });
            (Some(*who), String::new(), because)
        }
        [] => {
            let other = name(&holder);
            (None, other.clone(), Box::new(move |one| because::nobody(one, &other)))
        }
        several => {
            let others = several.iter().map(name).collect::<Vec<_>>().join("، ");
            (None, others.clone(), Box::new(move |one| because::several_holders(one, &others)))
        }
    })
}

/// Speakers that are named by their office alone, by who held it when the report was printed.
fn by_office(item: &Item<'_>, people: &[EntityEntry], holders: &Holders) -> Vec<Found> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for statement in &item.extraction.statements {
        let (Some(speaker), Some(range)) = (statement.speaker.as_deref(), statement.speaker_range) else { continue };
        let office = words(speaker);
        if office.len() < 2 || !seen.insert(office.clone()) {
            continue;
        }
        let suiting = holders.with(|o| o == office.as_slice());
        let place = CopyPassage { report: item.report.id.clone(), range };
        let name = |w: usize| people.get(w).map_or_else(String::new, |p| p.name.clone());
        let (who, others, because) = match (suiting.len(), holder_on(&suiting, item.published())) {
            (0, _) => continue,
            (1, _) => match suiting.keys().next() {
                Some(who) => (Some(*who), String::new(), because::only_holder(speaker, &name(*who))),
                None => continue,
            },
            (_, Some(who)) => {
                let day = item.published().map(|d| d.to_string()).unwrap_or_default();
                (Some(who), String::new(), because::holder_by_then(speaker, &name(who), &day))
            }
            (_, None) => {
                let others = suiting.keys().map(|w| name(*w)).collect::<Vec<_>>().join("، ");
                let because = because::several_holders(speaker, &others);
                (None, others, because)
            }
        };
        found.push(Found { words: speaker.to_owned(), place, who, others, because });
    }
    found
}

/// Of several who held an office one after another, the one of that day; nobody where their times overlap.
fn holder_on(suiting: &BTreeMap<usize, (Option<Day>, Option<Day>)>, on: Option<Day>) -> Option<usize> {
    let mut terms: Vec<(Day, Day, usize)> =
        suiting.iter().filter_map(|(who, (from, to))| Some(((*from)?, (*to)?, *who))).collect();
    terms.sort_unstable();
    let apart = terms.windows(2).all(|pair| matches!(pair, [a, b] if a.1 < b.0));
    let on = on.filter(|_| apart && terms.len() == suiting.len())?;
    terms.iter().rev().find(|(from, ..)| *from <= on).map(|(.., who)| *who)
}

/// The mentions of people in a report, in order.
fn named(item: &Item<'_>, people: &[EntityEntry]) -> Vec<(ByteRange, usize)> {
    let mut all: Vec<(ByteRange, usize)> = people
        .iter()
        .enumerate()
        .flat_map(|(at, p)| p.mentions.iter().map(move |m| (m, at)))
        .filter(|(m, _)| m.report == item.report.id)
        .map(|(m, at)| (m.range, at))
        .collect();
    all.sort_unstable();
    all
}

/// Whether a paragraph ends between two places.
fn broken(item: &Item<'_>, one: ByteRange, other: ByteRange) -> bool {
    item.report.text.get(one.end() as usize..other.start() as usize).is_none_or(|t| t.contains('\n'))
}

fn relation(document: &Document<'_>, at: usize) -> Option<&'static str> {
    (document.kind(at) == TokenKind::Word).then(|| sense_of_token("kin-office", document.word(at))).flatten()
}

/// The place of a description without what is written together with it ("and his counterpart").
fn without_joined(word: &str, range: ByteRange, text: &str) -> ByteRange {
    let first = range.slice(text).chars().next();
    match first.filter(|_| sense("kin-office", word).is_none()) {
        Some(joined) => ByteRange::new(range.start() + joined.len_utf8() as u32, range.end()),
        None => range,
    }
}

/// The adjective of a country at a token, as names are compared by.
fn nation(document: &Document<'_>, at: usize) -> Option<String> {
    let word = document.word(at);
    let lexicon = Lexicon::builtin();
    let is = lexicon.analyse(word).iter().any(|r| lexicon.sense_name(r.sense) == "adj:nisba");
    (document.kind(at) == TokenKind::Word && is).then(|| words(word).concat())
}

/// An office without its country and without "former".
fn bare(office: &[String]) -> Vec<String> {
    let lexicon = Lexicon::builtin();
    let nation = |w: &str| lexicon.analyse(w).iter().any(|r| lexicon.sense_name(r.sense) == "adj:nisba");
    office.iter().filter(|w| !is_former(w) && !nation(w)).cloned().collect()
}

fn is_former(word: &str) -> bool {
    sense_of_token("former", word).is_some()
}

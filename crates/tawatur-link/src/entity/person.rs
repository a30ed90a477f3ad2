//! People over reports.

use tawatur_lexicon::{Class, Entry, Lexicon};
use tawatur_model::EntityEntry;

use super::because;
use super::cluster::{Cluster, Local, ordered};
use super::name::{Match, compare, words};
use super::{Judgement, Verdict};
use crate::Item;

/// People compared with each other at most: beyond, only equal names are joined.
const MOST: usize = 2_000;

struct Person<'a> {
    words: Vec<String>,
    local: Local<'a>,
}

struct Known {
    /// The words of every form that was joined; the first is the fullest.
    forms: Vec<Vec<String>>,
    name: String,
    cluster: Cluster,
}

/// Joins the people of the reports, fullest names first, so that short forms meet all the people they could be.
pub(crate) fn people(items: &[Item<'_>], judgements: &mut Vec<Judgement>) -> Vec<EntityEntry> {
    let mut all: Vec<Person<'_>> = items.iter().flat_map(locals).collect();
    all.sort_by(|a, b| {
        let key = |p: &Person<'_>| (usize::MAX - p.words.len(), p.words.clone(), p.local.report.to_owned());
        key(a).cmp(&key(b))
    });
    let mut known: Vec<Known> = Vec::new();
    for person in &all {
        place(person, &mut known, judgements);
    }
    ordered(known.into_iter().map(|k| k.cluster))
}

fn locals<'a>(item: &Item<'a>) -> Vec<Person<'a>> {
    let report = item.report.id.as_str();
    let person = |p: &'a tawatur_model::Person| Person {
        words: words(&p.name),
        local: Local {
            report,
            name: &p.name,
            aliases: &p.aliases,
            roles: p.roles.clone(),
            en: listed(&p.name).and_then(|row| row.feature("en")).filter(|en| !en.is_empty()),
            place: None,
            ranges: &p.ranges,
        },
    };
    item.extraction.people.iter().map(person).collect()
}

/// The row that a user's own lexicon has for a name.
fn listed(name: &str) -> Option<Entry> {
    Lexicon::builtin().added(Class::Name, name)
}

/// Adds a person to the one known person whose name is a form of his, or as a new one.
fn place(person: &Person<'_>, known: &mut Vec<Known>, judgements: &mut Vec<Judgement>) {
    let name = person.local.name;
    if let Some((at, row)) = same_row(name, known) {
        return join(person, known, at, How::Row(row), judgements);
    }
    let near: Vec<(usize, Match)> = known
        .iter()
        .enumerate()
        .take(MOST)
        .map(|(i, k)| (i, best(person, k)))
        .filter(|(_, m)| *m != Match::None)
        .collect();
    let of = |wanted: Match| near.iter().filter(move |(_, m)| *m == wanted).map(|(i, _)| *i);
    for wanted in [Match::Equal, Match::Spelling, Match::Parts, Match::Short] {
        let mut candidates = of(wanted);
        let Some(first) = candidates.next() else { continue };
        if candidates.next().is_some() && matches!(wanted, Match::Parts | Match::Short) {
            let others = of(wanted).filter_map(|i| known.get(i)).map(|k| k.name.clone()).collect::<Vec<_>>();
            judgements.extend(others.iter().map(|o| judge(name, o, Verdict::Unsure, because::several(name, o))));
            break;
        }
        return join(person, known, first, How::Name(wanted), judgements);
    }
    for other in of(Match::OtherGiven).filter_map(|i| known.get(i)) {
        judgements.push(judge(name, &other.name, Verdict::Different, because::other_given(name, &other.name)));
    }
    let mut cluster = Cluster::default();
    cluster.add(&person.local, None);
    add_reasons(&mut cluster, person);
    known.push(Known { forms: vec![person.words.clone()], name: name.to_owned(), cluster });
}

/// The best match of a person with any form of a known one. A form that contradicts the fullest name does not count.
fn best(person: &Person<'_>, known: &Known) -> Match {
    let order = [Match::Equal, Match::Spelling, Match::Parts, Match::Short, Match::OtherGiven];
    let found: Vec<Match> = known.forms.iter().map(|form| compare(&person.words, form)).collect();
    order.into_iter().find(|m| found.contains(m)).unwrap_or(Match::None)
}

/// The known person of whom a name is another by a row that a user gave.
fn same_row(name: &str, known: &[Known]) -> Option<(usize, &'static str)> {
    let row = listed(name)?.id;
    let at = known.iter().position(|k| listed(&k.name).is_some_and(|other| other.id == row))?;
    Some((at, row))
}

/// By what two names are one.
#[derive(Clone, Copy)]
enum How {
    Name(Match),
    Row(&'static str),
}

fn join(person: &Person<'_>, known: &mut [Known], at: usize, how: How, judgements: &mut Vec<Judgement>) {
    let Some(found) = known.get_mut(at) else { return };
    let (one, other) = (person.local.name, found.name.clone());
    let why = match how {
        How::Row(row) => (one != other).then(|| because::same_row(one, &other, row)),
        How::Name(Match::Spelling) => Some(because::spelling(one, &other)),
        How::Name(Match::Parts) => Some(because::parts(one, &other)),
        How::Name(Match::Short) => Some(because::short_form(one, &other)),
        How::Name(_) => None,
    };
    if let Some(why) = &why {
        judgements.push(judge(one, &other, Verdict::Same, why.clone()));
    }
    found.cluster.add(&person.local, why);
    add_reasons(&mut found.cluster, person);
    if !found.forms.contains(&person.words) {
        found.forms.push(person.words.clone());
    }
}

/// The reading of one report joined its forms already; the reasons are recorded here.
fn add_reasons(cluster: &mut Cluster, person: &Person<'_>) {
    for alias in person.local.aliases {
        cluster.add(&form_only(&person.local), Some(because::same_report(alias, person.local.name)));
    }
}

/// A local without ranges, to record a reason only.
fn form_only<'a>(local: &Local<'a>) -> Local<'a> {
    Local { ranges: &[], roles: Vec::new(), ..local.clone() }
}

fn judge(one: &str, other: &str, verdict: Verdict, because: tawatur_model::Bilingual) -> Judgement {
    Judgement { one: one.to_owned(), other: other.to_owned(), verdict, because }
}

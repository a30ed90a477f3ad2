//! Origins: the first link of a chain, with minister, spokesman and ministry as one voice.

use tawatur_model::{Event, Figure, Hop, HopKind};
use tawatur_text::{ByteRange, Document, TokenKind};

use crate::Item;
use crate::sameness::{Sameness, folded};
use crate::terms::{sense, sense_of_token};

/// What an origin is told by, of a figure or of an event.
#[derive(Clone, Copy)]
struct Said<'a> {
    chain: &'a [Hop],
    institution: Option<&'a str>,
    range: ByteRange,
}

impl<'a> From<&'a Figure> for Said<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self { chain: &figure.chain, institution: figure.institution.as_deref(), range: figure.range }
    }
}

impl<'a> From<&'a Event> for Said<'a> {
    fn from(event: &'a Event) -> Self {
        Self { chain: &event.chain, institution: None, range: event.range }
    }
}

/// Who a claim comes from.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The institution that speaks through it.
    pub(crate) institution: Option<String>,
    /// What it is compared by: the content words of the institution, or of the name.
    words: Vec<String>,
    /// The words of the people who speak for it, by which a short form is known that comes without the institution.
    speakers: Vec<Vec<String>>,
    /// Whether it is only "the authorities".
    pub(crate) general: bool,
    /// Its names, folded, as people's judgements are compared by.
    names: Vec<String>,
}

impl Origin {
    /// The origin of a figure; none where the outlet says it in its own voice.
    fn of(said: Said<'_>, item: &Item<'_>) -> Option<Self> {
        let hop = said.chain.first()?;
        let institution = institution(said, item).or_else(|| speaks_for(&hop.name, item));
        let office = institution.clone().or_else(|| office_of(&hop.name, item));
        let words = key_words(office.as_deref().unwrap_or(&hop.name));
        let general = institution.is_none() && has(&hop.name, "authorities");
        let names = std::iter::once(&hop.name).chain(&institution).map(|n| folded(n)).collect();
        let person = hop.kind == HopKind::Person && !general;
        let speakers = person.then(|| key_words(&hop.name)).filter(|w| !w.is_empty()).into_iter().collect();
        Some(Self { institution, words, speakers, general, names })
    }

    /// Whether one person speaks for both: one's name is a part of the other's.
    fn same_speaker(&self, other: &Self) -> bool {
        let part = |few: &[String], many: &[String]| few.iter().all(|w| many.iter().any(|m| alike(w, m)));
        let one = |a: &Vec<String>, b: &Vec<String>| if a.len() <= b.len() { part(a, b) } else { part(b, a) };
        self.speakers.iter().any(|a| other.speakers.iter().any(|b| one(a, b)))
    }

    /// Whether two names are one voice: one's words are among the other's, inflection and nisba aside.
    fn same_voice(&self, other: &Self) -> bool {
        let (few, many) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        !few.is_empty() && few.iter().all(|w| many.iter().any(|m| alike(w, m)))
    }

    fn exactly(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

/// Whether a figure's origin is a voice of its own: a named person or body, or a correspondent who was there.
/// Agencies, media, documents and unnamed sources add no independent origin, for nobody can tell whom they had it
/// from.
pub(crate) fn is_independent(figure: &Figure) -> bool {
    speaks_itself(figure.into())
}

fn speaks_itself(said: Said<'_>) -> bool {
    let Some(hop) = said.chain.first() else { return false };
    let named = matches!(hop.kind, HopKind::Person | HopKind::Institution);
    let unnamed = has(&hop.name, "unnamed") && said.institution.is_none();
    has(&hop.name, "correspondent") || (named && !unnamed)
}

/// The name under which a claim's origin is shown; where the report only says "the ministry", the ministry.
pub(crate) fn voice(figure: &Figure, item: &Item<'_>) -> Option<String> {
    let name = &figure.chain.first()?.name;
    let institution = institution(figure.into(), item).unwrap_or_default();
    let whole = key_words(&institution);
    let short = word_tokens(name).len() == 1 && key_words(name).iter().all(|w| whole.contains(w));
    Some(if short && whole.len() > 1 { institution } else { name.clone() })
}

/// The institution that speaks through a figure's origin. Where only "the ministry" is said, the one ministry that the
/// same paragraph names in full between it and the number or soon after ("the ministry said that those held by the
/// Interior Ministry ...").
fn institution(said: Said<'_>, item: &Item<'_>) -> Option<String> {
    let given = said.institution.map(str::to_owned);
    let name = given.as_deref().or(said.chain.first().map(|h| h.name.as_str()))?;
    match word_tokens(name).as_slice() {
        [word] => resolved(without_article(word), said, item).or(given),
        _ => given,
    }
}

/// So many bytes after a number the full name of "the ministry" may still follow.
const SOON: u32 = 160;

fn resolved(head: &str, said: Said<'_>, item: &Item<'_>) -> Option<String> {
    let from = said.chain.first()?.range?.start();
    let (start, end) = (from.min(said.range.start()), said.range.end().max(from) + SOON);
    let text = item.report.text.as_str();
    let one_line = |at: u32| !text.get(start.min(at) as usize..start.max(at) as usize).is_none_or(|t| t.contains('\n'));
    let mut found: Vec<(u32, &str)> = Vec::new();
    for body in &item.extraction.organisations {
        let words = word_tokens(&body.name);
        let full = words.len() > 1 && words.first().is_some_and(|w| without_article(w) == head);
        let near = body.ranges.iter().map(|r| r.start()).filter(|at| (start..end).contains(at) && one_line(*at));
        found.extend(near.filter(|_| full).map(|at| (at, body.name.as_str())));
    }
    let first = found.iter().min()?.1;
    // Two full names of one kind leave it open which of them is meant.
    found.iter().all(|(_, name)| *name == first).then(|| first.to_owned())
}

fn has(name: &str, what: &str) -> bool {
    word_tokens(name).iter().any(|w| sense_of_token("origin", w) == Some(what))
}

/// The institution that the report's statements give to a speaker.
fn speaks_for(name: &str, item: &Item<'_>) -> Option<String> {
    let of = |s: &&tawatur_model::Statement| s.speaker.as_deref() == Some(name);
    item.extraction.statements.iter().filter(of).find_map(|s| s.institution.clone())
}

/// The office of a body's head that the report gives to a person: the minister speaks for the ministry.
fn office_of(name: &str, item: &Item<'_>) -> Option<String> {
    let is = |p: &&tawatur_model::Person| p.name == name || p.aliases.iter().any(|a| a == name);
    let heads_body = |role: &&String| {
        let words = word_tokens(role);
        words.len() > 1 && words.iter().any(|w| sense("office", without_article(w)).is_some())
    };
    item.extraction.people.iter().filter(is).flat_map(|p| &p.roles).find(heads_body).cloned()
}

/// All origins of a story, each voice once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    all: Vec<Origin>,
    sameness: Sameness,
}

impl Origins {
    /// None yet; what people say of names outweighs what their words do.
    pub(crate) fn new(sameness: Sameness) -> Self {
        Self { all: Vec::new(), sameness }
    }

    /// The number of a figure's origin.
    pub(crate) fn number(&mut self, figure: &Figure, item: &Item<'_>) -> Option<usize> {
        self.known(figure.into(), item)
    }

    fn known(&mut self, said: Said<'_>, item: &Item<'_>) -> Option<usize> {
        let origin = Origin::of(said, item)?;
        let judged = |o: &Origin| self.sameness.says(&o.names, &origin.names);
        let known = self
            .all
            .iter()
            .position(|o| judged(o) == Some(true))
            .or_else(|| self.all.iter().position(|o| judged(o).is_none() && o.exactly(&origin)))
            .or_else(|| self.all.iter().position(|o| judged(o).is_none() && o.same_voice(&origin)))
            .or_else(|| self.all.iter().position(|o| judged(o).is_none() && o.same_speaker(&origin)));
        match known {
            Some(at) => {
                self.learn(at, &origin);
                Some(at)
            }
            None => {
                self.all.push(origin);
                Some(self.all.len() - 1)
            }
        }
    }

    /// One origin by its number.
    pub(crate) fn get(&self, number: usize) -> Option<&Origin> {
        self.all.get(number)
    }

    /// The number of an event's origin; none where nobody who speaks for himself is named.
    pub(crate) fn teller(&mut self, event: &Event, item: &Item<'_>) -> Option<usize> {
        if speaks_itself(event.into()) { self.known(event.into(), item) } else { None }
    }

    fn learn(&mut self, at: usize, origin: &Origin) {
        if let Some(known) = self.all.get_mut(at) {
            known.general &= origin.general;
            known.names.extend(origin.names.iter().cloned());
            known.names.sort();
            known.names.dedup();
            for speaker in &origin.speakers {
                if !known.speakers.contains(speaker) {
                    known.speakers.push(speaker.clone());
                }
            }
            if known.institution.is_none() {
                known.institution.clone_from(&origin.institution);
            }
        }
    }
}

fn word_tokens(name: &str) -> Vec<String> {
    let document = Document::new(name);
    (0..document.tokens().len())
        .filter(|at| document.kind(*at) == TokenKind::Word)
        .map(|at| document.word(at).to_owned())
        .collect()
}

/// The words that tell one voice from another: without article, particles and the words for speaking on behalf;
/// an office stands for its body (the minister for the ministry).
fn key_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut correspondent = false;
    for word in word_tokens(name) {
        if sense_of_token("origin", &word) == Some("filler") {
            continue;
        }
        if sense_of_token("origin", &word) == Some("correspondent") {
            correspondent = true;
            continue;
        }
        let bare = without_article(&word);
        let word = office(bare).unwrap_or_else(|| bare.to_owned());
        if word.chars().count() >= 3 && !words.contains(&word) {
            words.push(word);
        }
    }
    // "Its correspondents", whose it is not known, are nobody else's.
    if correspondent && words.is_empty() {
        words.push(tawatur_text::fold_word(name));
    }
    words.sort();
    words
}

fn office(word: &str) -> Option<String> {
    sense("office", word).map(tawatur_text::fold_word)
}

fn without_article(word: &str) -> &str {
    for article in ["وال", "بال", "لل", "ال"] {
        if let Some(rest) = word.strip_prefix(article)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    word
}

/// Whether two folded words are one name: equal, one letter apart (بوتين and بوتن), or a country and its nisba.
fn alike(a: &str, b: &str) -> bool {
    a == b || one_letter_apart(a, b) || shared_letters(a, b) >= 5
}

fn shared_letters(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(x, y)| x == y).count();
    head + tail >= long.len() - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(name: &str, institution: Option<&str>) -> Origin {
        let words = key_words(institution.unwrap_or(name));
        let speakers = vec![key_words(name)];
        Origin { institution: None, words, speakers, general: false, names: Vec::new() }
    }

    #[test]
    fn minister_spokesman_and_ministry_are_one_voice() {
        let ministry = origin("وزارة الصحة في ليبيا", None);
        assert!(ministry.same_voice(&origin("وزير الصحة الليبي", None)));
        assert!(ministry.same_voice(&origin("وزارة الصحة", None)));
        assert!(ministry.same_voice(&origin("سالم حمدان", Some("وزارة الصحة الليبية"))));
        assert!(ministry.same_voice(&origin("المتحدث باسم وزارة الصحة", None)));
    }

    #[test]
    fn two_ministries_are_two_voices() {
        assert!(!origin("وزارة الصحة", None).same_voice(&origin("وزارة الداخلية", None)));
        assert!(!origin("وزارة الخارجية اليابانية", None).same_voice(&origin("وزارة الخارجية البرازيلية", None)));
    }

    #[test]
    fn a_short_form_without_its_office_is_the_same_speaker() {
        let minister = origin("ريم الفارس", Some("وزارة السياحة"));
        assert!(!minister.same_voice(&origin("ريم", None)));
        assert!(minister.same_speaker(&origin("ريم", None)));
        assert!(minister.same_speaker(&origin("الفارس", None)));
        assert!(!minister.same_speaker(&origin("ريم الحداد", None)));
    }

    #[test]
    fn a_spelling_apart_is_one_person() {
        assert!(origin("ياسر الطرابلسي", None).same_voice(&origin("ياسر الطرابلصي", None)));
    }
}

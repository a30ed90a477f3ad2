//! Contradictions: one speaker says that something will never be, and elsewhere is told to have ordered or said it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tawatur_model::{Bilingual, Contradiction, CopyPassage, Day, EntityEntry, Polarity, Saying, Statement};
use tawatur_text::{Document, TokenKind, fold_word};

use crate::Item;
use crate::terms::{is_function_word, sense, skeleton, without_proclitic};

/// So many words after an action say what it is done to.
const TOPIC: usize = 4;
/// So many words after a speaker's name tell what he did, within the sentence.
const DEED: usize = 16;
/// So many words before the name are shown with the deed.
const VERB: usize = 3;
/// A negation so many words before an action denies it.
const NEGATED: usize = 3;
/// At most so many are given; they are candidates for a reader, not findings.
const MOST: usize = 20;

/// What is denied: the root of an action and those of what it is done to.
struct Denial<'a> {
    item: &'a Item<'a>,
    statement: &'a Statement,
    action: String,
    topics: Vec<String>,
    tokens: Range<usize>,
}

/// Candidates for contradictions between sayings and deeds of one person, earliest first.
///
/// A statement in which the speaker negates an action («لن نطلق النار») stands against a sentence that names him and
/// then the action, with the same object and no negation («أمر بإطلاق النار»), in any report of the story.
pub fn contradictions(items: &[Item<'_>], people: &[EntityEntry]) -> Vec<Contradiction> {
    let documents: Vec<Document<'_>> = items.iter().map(|i| Document::new(&i.report.text)).collect();
    let mut found = Vec::new();
    for person in people {
        let names = names(person, people);
        let denied = denials(items, &documents, &names);
        let mut told: BTreeMap<(String, String), Contradiction> = BTreeMap::new();
        for denial in &denied {
            for mention in &person.mentions {
                let Some(at) = items.iter().position(|i| i.report.id == mention.report) else { continue };
                let (Some(item), Some(document)) = (items.get(at), documents.get(at)) else { continue };
                if let Some((words, topic)) = deed(document, mention, denial) {
                    let key = (denial.action.clone(), topic);
                    let new = contradiction(&person.name, (item, document, words), denial, &documents, items);
                    let earlier = told.get(&key).is_none_or(|k| new.affirms.on < k.affirms.on);
                    if earlier {
                        told.insert(key, new);
                    }
                }
            }
        }
        found.extend(told.into_values());
    }
    found.sort_by(|a, b| (a.denies.on, &a.speaker, &a.because.en).cmp(&(b.denies.on, &b.speaker, &b.because.en)));
    found.truncate(MOST);
    found
}

/// What a person is called: names, and offices of two words and more that nobody else here has («رئيس كازاخستان»).
fn names(person: &EntityEntry, people: &[EntityEntry]) -> BTreeSet<String> {
    let others = || people.iter().filter(|p| p.name != person.name).flat_map(|p| &p.roles);
    let own = person.roles.iter().filter(|r| r.split_whitespace().count() > 1 && !others().any(|o| o == *r));
    std::iter::once(&person.name).chain(&person.aliases).chain(own).map(|n| fold_word(n)).collect()
}

/// The actions that a speaker negates in what he says.
fn denials<'a>(items: &'a [Item<'a>], documents: &[Document<'_>], names: &BTreeSet<String>) -> Vec<Denial<'a>> {
    let mut found = Vec::new();
    for (item, document) in items.iter().zip(documents) {
        let own = |s: &&Statement| {
            s.within == tawatur_model::In::Text && s.speaker.as_deref().is_some_and(|n| names.contains(&fold_word(n)))
        };
        for statement in item.extraction.statements.iter().filter(own) {
            let Some(range) = statement.content_range else { continue };
            let content = document.tokens_in(range);
            // "He denied that ..." negates what begins the content.
            if statement.polarity == Polarity::Denies {
                found.extend(denial(item, statement, document, content.start, content.end));
            }
            for at in (content.start..content.end).filter(|at| is_negation(document, *at)) {
                found.extend(denial(item, statement, document, at + 1, content.end));
            }
        }
    }
    found
}

fn denial<'a>(
    item: &'a Item<'a>,
    statement: &'a Statement,
    document: &Document<'_>,
    at: usize,
    end: usize,
) -> Option<Denial<'a>> {
    let action = (at..end.min(at + 2)).find(|at| is_content(document, *at))?;
    let topics = topics(document, action + 1, end);
    let root = skeleton(document.word(action));
    let last = (action + 1 + TOPIC).min(end);
    (root.chars().count() >= 3 && !topics.is_empty()).then(|| Denial {
        item,
        statement,
        action: root,
        topics,
        tokens: at.saturating_sub(1)..last,
    })
}

/// The roots of what an action is done to: of the first words of substance after it.
fn topics(document: &Document<'_>, from: usize, end: usize) -> Vec<String> {
    let near = from..end.min(from + TOPIC);
    let roots = near.filter(|at| is_content(document, *at)).map(|at| skeleton(document.word(at)));
    roots.filter(|r| r.chars().count() >= 2).take(2).collect()
}

/// The words after a mention of the speaker that affirm what he denies, and what they share.
fn deed(document: &Document<'_>, mention: &CopyPassage, denial: &Denial<'_>) -> Option<(Range<usize>, String)> {
    let named = document.tokens_in(mention.range);
    let sentence = document.sentences().get(document.sentence_of(named.start))?;
    let end = sentence.end.min(named.end + DEED);
    let action = (named.end..end).find(|at| {
        is_content(document, *at)
            && skeleton(document.word(*at)) == denial.action
            && !negated(document, *at, sentence.start)
    })?;
    let same = |at: &usize| is_content(document, *at) && denial.topics.contains(&skeleton(document.word(*at)));
    let topic = (action + 1..end.min(action + 1 + TOPIC)).find(same)?;
    // The verb stands before the name as often as after it.
    let start = named.start.saturating_sub(VERB).max(sentence.start);
    Some((start..topic + 1, skeleton(document.word(topic))))
}

fn negated(document: &Document<'_>, at: usize, from: usize) -> bool {
    (at.saturating_sub(NEGATED).max(from)..at).any(|i| is_negation(document, i))
}

fn is_negation(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    document.kind(at) == TokenKind::Word && (sense("negation", word).is_some() || sense("negation", bare).is_some())
}

fn is_content(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    let bare = without_proclitic(word);
    document.kind(at) == TokenKind::Word
        && word.chars().count() >= 3
        && !is_function_word(word)
        && !is_function_word(bare)
}

fn contradiction(
    speaker: &str,
    (item, document, words): (&Item<'_>, &Document<'_>, Range<usize>),
    denial: &Denial<'_>,
    documents: &[Document<'_>],
    items: &[Item<'_>],
) -> Contradiction {
    let at = items.iter().position(|i| i.report.id == denial.item.report.id);
    let denying = at.and_then(|at| documents.get(at));
    let denies = denying
        .map(|d| saying(denial.item, d, denial.tokens.clone(), denial.statement.said_on))
        .unwrap_or_else(|| saying(item, document, words.clone(), None));
    let claim = Some(format!("{}#{}", denial.item.report.id, denial.statement.id));
    let affirms = saying(item, document, words, None);
    let because = Bilingual::new(
        format!("«{}» هنا، و«{}» هناك", affirms.quote, denies.quote),
        format!("\u{2068}«{}»\u{2069} here, and \u{2068}«{}»\u{2069} there", affirms.quote, denies.quote),
    );
    Contradiction { speaker: speaker.to_owned(), affirms, denies: Saying { claim, ..denies }, because }
}

fn saying(item: &Item<'_>, document: &Document<'_>, tokens: Range<usize>, on: Option<Day>) -> Saying {
    let range = document.token(tokens.start).map(|t| t.range).unwrap_or_default();
    let last = tokens.end.checked_sub(1).and_then(|at| document.token(at)).map_or(range, |t| t.range);
    let range = range.cover(last);
    let place = CopyPassage { report: item.report.id.clone(), range };
    Saying { place, quote: range.slice(&item.report.text).to_owned(), on: on.or(item.published()), claim: None }
}

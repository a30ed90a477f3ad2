//! Derivation: which sentences of a report stand in an earlier one, word for word or rewritten, and which are new.

use rustc_hash::{FxHashMap, FxHashSet};
use tawatur_model::{CopyPassage, Derivation, Derived, DerivedSentence};
use tawatur_text::{ByteRange, Document, TokenKind};
use xxhash_rust::xxh3::xxh3_64;

use crate::Item;
use crate::page::page;
use crate::terms::{is_function_word, stem};

/// Shorter sentences are formula.
const FEWEST_WORDS: usize = 6;
/// A sentence is taken over when so many of its words stand in another in the same order.
const VERBATIM: f64 = 0.8;
/// It is rewritten when so much of what it says, rare words counting more, stands in another, and one anchor at least: a
/// number, a word of a name, a quoted word.
const REWRITTEN: f64 = 0.5;
/// A word that stands in more sentences than so many leads to none.
const MOST_SENTENCES: usize = 64;
/// So many sentences with most in common are compared.
const COMPARED: usize = 4;
/// Words of a sentence that are compared in order.
const LONGEST: usize = 160;

/// One sentence as it is compared.
struct Sentence {
    item: usize,
    range: ByteRange,
    /// Folded words in order.
    words: Vec<u64>,
    /// Light stems of words of substance, each once.
    stems: Vec<u64>,
    /// Those of them, and numbers, that a rewriter has to keep.
    anchors: FxHashSet<u64>,
}

/// Of each report that takes anything from an earlier one, where each sentence comes from. Versions of one page are not
/// compared with each other.
pub(crate) fn derivations(items: &[Item<'_>]) -> Vec<Derivation> {
    let mut ordered = items.to_vec();
    ordered.sort_by(|a, b| super::passage::order(a).cmp(&super::passage::order(b)));
    let pages: Vec<Option<String>> = ordered.iter().map(|i| page(i.report)).collect();
    let sentences: Vec<Sentence> = ordered.iter().enumerate().flat_map(|(n, i)| sentences(n, i)).collect();
    let rarity = rarity(&sentences);
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut found = Vec::new();
    let mut at = 0;
    for (number, item) in ordered.iter().enumerate() {
        let start = at;
        while sentences.get(at).is_some_and(|s| s.item == number) {
            at += 1;
        }
        let own = sentences.get(start..at).unwrap_or_default();
        let elsewhere = |s: &Sentence| {
            let one_page = pages.get(s.item).is_some_and(|p| p.is_some() && Some(p) == pages.get(number));
            s.item != number && !one_page
        };
        let derived: Vec<DerivedSentence> =
            own.iter().map(|s| derived(s, &sentences, &holders, &rarity, &elsewhere, &ordered)).collect();
        found.extend(derivation(item, own, derived));
        for (i, sentence) in own.iter().enumerate() {
            for stem in &sentence.stems {
                let held = holders.entry(*stem).or_default();
                if held.len() <= MOST_SENTENCES {
                    held.push(start + i);
                }
            }
        }
    }
    found.sort_by(|a, b| a.report.cmp(&b.report));
    found
}

fn derivation(item: &Item<'_>, own: &[Sentence], derived: Vec<DerivedSentence>) -> Option<Derivation> {
    if derived.iter().all(|d| d.how == Derived::New) {
        return None;
    }
    let all: usize = own.iter().map(|s| s.words.len()).sum();
    let share = |how: Derived| {
        let words: usize = own.iter().zip(&derived).filter(|(_, d)| d.how == how).map(|(s, _)| s.words.len()).sum();
        (words as f64 / all.max(1) as f64 * 1000.0).round() / 1000.0
    };
    let (verbatim, rewritten, new) = (share(Derived::Verbatim), share(Derived::Rewritten), share(Derived::New));
    Some(Derivation { report: item.report.id.clone(), verbatim, rewritten, new, sentences: derived })
}

fn sentences(number: usize, item: &Item<'_>) -> Vec<Sentence> {
    let document = Document::new(&item.report.text);
    let furniture: Vec<ByteRange> =
        item.report.passages.iter().filter(|p| super::words::is_furniture(p.role)).map(|p| p.range).collect();
    let names = names(item);
    let mut found = Vec::new();
    for sentence in document.sentences() {
        let range = document.range_of(*sentence);
        if furniture.iter().any(|f| f.overlaps(range)) {
            continue;
        }
        let mut read =
            Sentence { item: number, range, words: Vec::new(), stems: Vec::new(), anchors: FxHashSet::default() };
        for at in sentence.start..sentence.end.min(sentence.start + LONGEST) {
            add(&mut read, &document, at, &names);
        }
        if read.words.len() >= FEWEST_WORDS {
            read.stems.sort_unstable();
            read.stems.dedup();
            found.push(read);
        }
    }
    found
}

/// Ranges of the names that were read, in order.
fn names(item: &Item<'_>) -> Vec<ByteRange> {
    let e = item.extraction;
    let people = e.people.iter().flat_map(|p| &p.ranges);
    let places = e.places.iter().flat_map(|p| &p.ranges);
    let mut all: Vec<ByteRange> =
        people.chain(places).chain(e.organisations.iter().flat_map(|o| &o.ranges)).copied().collect();
    all.sort();
    all
}

fn add(read: &mut Sentence, document: &Document<'_>, at: usize, names: &[ByteRange]) {
    let (word, kind) = (document.word(at), document.kind(at));
    if !matches!(kind, TokenKind::Word | TokenKind::Number) {
        return;
    }
    read.words.push(super::words::key(word));
    if kind == TokenKind::Word && (is_function_word(word) || word.chars().count() < 3) {
        return;
    }
    let stem = xxh3_64(stem(word).as_bytes());
    read.stems.push(stem);
    let range = document.token(at).map(|t| t.range).unwrap_or_default();
    let before = names.partition_point(|n| n.start() <= range.start());
    let named = names.get(before.saturating_sub(3)..before).unwrap_or_default().iter().any(|n| n.overlaps(range));
    if named || (kind == TokenKind::Number && word.chars().count() > 1) {
        read.anchors.insert(stem);
    }
}

/// How rare each stem is among the sentences of the story.
fn rarity(sentences: &[Sentence]) -> FxHashMap<u64, f64> {
    let mut holding: FxHashMap<u64, f64> = FxHashMap::default();
    for stem in sentences.iter().flat_map(|s| &s.stems) {
        *holding.entry(*stem).or_default() += 1.0;
    }
    let all = sentences.len() as f64 + 20.0;
    holding.values_mut().for_each(|n| *n = (all / (*n + 1.0)).ln().max(0.1));
    holding
}

fn derived(
    sentence: &Sentence,
    all: &[Sentence],
    holders: &FxHashMap<u64, Vec<usize>>,
    rarity: &FxHashMap<u64, f64>,
    elsewhere: &dyn Fn(&Sentence) -> bool,
    items: &[Item<'_>],
) -> DerivedSentence {
    let weight = |stem: &u64| rarity.get(stem).copied().unwrap_or(0.1);
    let whole: f64 = sentence.stems.iter().map(weight).sum();
    let mut common: FxHashMap<usize, f64> = FxHashMap::default();
    for stem in &sentence.stems {
        let held = holders.get(stem).filter(|h| h.len() <= MOST_SENTENCES);
        for other in held.into_iter().flatten().filter(|o| all.get(**o).is_some_and(elsewhere)) {
            *common.entry(*other).or_default() += weight(stem);
        }
    }
    let mut ranked: Vec<(usize, f64)> = common.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(COMPARED);
    let candidates = ranked.iter().filter_map(|(at, share)| Some((all.get(*at)?, share / whole.max(0.1))));
    let judged = candidates.filter_map(|(other, share)| {
        let in_order = in_order(&sentence.words, &other.words) as f64 / sentence.words.len().max(1) as f64;
        let anchored = sentence.anchors.iter().any(|a| other.anchors.contains(a));
        match () {
            () if in_order >= VERBATIM => Some((Derived::Verbatim, in_order, other)),
            () if share >= REWRITTEN && anchored => Some((Derived::Rewritten, share, other)),
            () => None,
        }
    });
    // Word for word before rewritten; of several sources the one with most in common, the earliest of those.
    let best = judged.min_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.item.cmp(&b.2.item)));
    let from = best.as_ref().and_then(|(.., other)| {
        Some(CopyPassage { report: items.get(other.item)?.report.id.clone(), range: other.range })
    });
    DerivedSentence { range: sentence.range, how: best.map_or(Derived::New, |b| b.0), from }
}

/// Length of the longest run of words, gaps allowed, that both sentences have in one order.
fn in_order(a: &[u64], b: &[u64]) -> usize {
    let mut row = vec![0usize; b.len() + 1];
    for x in a {
        let mut corner = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or(0);
            let left = row.get(j).copied().unwrap_or(0);
            let best = if x == y { corner + 1 } else { above.max(left) };
            corner = above;
            if let Some(slot) = row.get_mut(j + 1) {
                *slot = best;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}

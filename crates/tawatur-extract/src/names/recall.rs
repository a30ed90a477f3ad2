//! Second pass: names that were read once with good signs are found again in all their short forms.

use rustc_hash::FxHashMap;
use tawatur_lexicon::name_shape;
use tawatur_text::{ByteRange, TokenRange};

use super::cue::{
    ADJ_SHAPE, ARTICLE, CONJUNCTION, GUESS, NAME, NAME_WORD, NISBA, PLACE, PREPOSITION, SECOND, SHAPED, STOP, TITLE,
    UNKNOWN, WORD,
};
use super::mention::{NameKind, NameMention};
use super::scan::Scan;

/// Letters that a short form must have to stand for a person.
const LEAST_LETTERS: usize = 4;

/// Finds the last words of people's full names where they stand alone.
pub(crate) fn recall(scan: &mut Scan<'_, '_>) {
    let known = last_words(scan);
    if known.is_empty() {
        return;
    }
    part_joined(scan, &known);
    let endings = known.keys().fold(0, |all, word| all | ending(word));
    for at in 0..scan.len() {
        if ending(scan.analysed.document.word(at)) & endings != 0
            && let Some(mention) = short_form(scan, &known, at)
        {
            scan.take(mention);
        }
    }
}

/// Parts «صبري وعنان» where the report names Annan elsewhere: و joins two people and does not begin a family name.
fn part_joined(scan: &mut Scan<'_, '_>, known: &FxHashMap<String, usize>) {
    let mut parted = Vec::new();
    for i in 0..scan.found.len() {
        let Some(mention) = scan.found.get(i).filter(|m| m.kind == NameKind::Person).cloned() else { continue };
        let rest = |at: &usize| {
            let rest = scan.analysed.document.word(*at).strip_prefix('و');
            rest.is_some_and(|r| known.get(r).is_some_and(|holder| *holder != i))
        };
        let Some(at) = (mention.tokens.start..mention.tokens.end).find(rest) else { continue };
        let mut second = mention.clone();
        second.tokens = TokenRange::new(at, mention.tokens.end);
        let first = scan.analysed.document.range_without(at, 2);
        second.range = ByteRange::new(first.start(), mention.range.end());
        if at == mention.tokens.start {
            set(scan, i, second);
            continue;
        }
        let mut first = mention;
        first.tokens = TokenRange::new(first.tokens.start, at);
        first.range = ByteRange::new(first.range.start(), scan.range(first.tokens).end());
        second.role = None;
        set(scan, i, first);
        parted.push(second);
    }
    scan.found.extend(parted);
}

/// Puts a mention in the place of another.
fn set(scan: &mut Scan<'_, '_>, at: usize, mention: NameMention) {
    if let Some(slot) = scan.found.get_mut(at) {
        *slot = mention;
    }
}

/// A bit for the last two letters of a word: most words end as none of the names does.
fn ending(word: &str) -> u64 {
    let letters = word.as_bytes().last_chunk().map(|bytes| u32::from_le_bytes(*bytes));
    letters.map_or(0, |l| 1 << (l.wrapping_mul(0x9e37_79b1) >> 26))
}

/// The last word of every full name; the number is that of the mention.
fn last_words(scan: &Scan<'_, '_>) -> FxHashMap<String, usize> {
    let mut known = FxHashMap::default();
    for (i, mention) in scan.found.iter().enumerate() {
        if mention.kind != NameKind::Person {
            continue;
        }
        let last = mention.tokens.end.saturating_sub(1);
        if !can_stand_alone(scan, last) {
            continue;
        }
        let word = if mention.tokens.len() > 1 { scan.analysed.document.word(last) } else { scan.stem(last) };
        let is_place = scan.cue(last).any(PLACE);
        let told = mention.tokens.len() > 1 || mention.role.is_some() || is_foreign(scan, last);
        if word.chars().count() >= LEAST_LETTERS && !is_place && told {
            known.entry(word.to_owned()).or_insert(i);
        }
    }
    known
}

/// Whether nothing knows the word, and its letters are those of a foreign name: read once, it is the name throughout.
fn is_foreign(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.cue(at).any(UNKNOWN) && !scan.cue(at).any(ARTICLE) && name_shape(scan.stem(at)) >= FOREIGN
}

/// Least shape of a foreign name.
const FOREIGN: i32 = 10;

/// Whether the last word of a name can stand for the person: «الفرنسي» and «الله» cannot.
fn can_stand_alone(scan: &Scan<'_, '_>, last: usize) -> bool {
    let cue = scan.cue(last);
    !cue.any(SECOND | NISBA)
        && (cue.any(NAME | NAME_WORD | UNKNOWN)
            || cue.all(GUESS | ADJ_SHAPE | ARTICLE)
            || cue.any(SHAPED) && name_shape(scan.stem(last)) >= FOREIGN)
}

fn short_form(scan: &Scan<'_, '_>, known: &FxHashMap<String, usize>, at: usize) -> Option<NameMention> {
    let cue = scan.cue(at);
    if !cue.any(WORD) || scan.is_taken(at) || cue.any(STOP | TITLE) {
        return None;
    }
    let word = scan.analysed.document.word(at);
    let skip = proclitics(word).find(|skip| word.get(*skip..).is_some_and(|w| known.contains_key(w)))?;
    let run = TokenRange::new(at, at + 1);
    let mut mention = scan.mention(NameKind::Person, run, "short-form");
    mention.range = scan.analysed.document.range_without(at, skip);
    // A word with its own meaning must not be read as the name where it carries clitics that the name does not.
    let plain = skip == 0 || cue.any(CONJUNCTION | PREPOSITION) || word.chars().count() > LEAST_LETTERS + 1;
    plain.then_some(mention)
}

/// Bytes of the proclitics that the word may begin with, none first.
fn proclitics(word: &str) -> impl Iterator<Item = usize> {
    let one = word.starts_with(['و', 'ف', 'ب', 'ل', 'ك']);
    let two = one && word.get(2..).is_some_and(|w| w.starts_with(['ب', 'ل', 'ك']));
    [Some(0), one.then_some(2), two.then_some(4)].into_iter().flatten()
}

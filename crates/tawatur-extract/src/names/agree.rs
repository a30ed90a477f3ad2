//! A report agrees with itself: what it names with a head noun as a place is that place where it stands alone.

use rustc_hash::FxHashSet;
use tawatur_text::{ByteRange, TokenRange};

use super::cue::{NAME, NAME_WORD, PLACE_HEAD, UNKNOWN};
use super::mention::{NameKind, NameMention};
use super::scan::Scan;

/// «ولاية تيزغارت» makes «سيول تيزغارت» a place, too, and parts «والي تيزغارت» from the name behind it.
pub(crate) fn agree(scan: &mut Scan<'_, '_>) {
    let places = headed(scan);
    if places.is_empty() {
        return;
    }
    let is_place = |scan: &Scan<'_, '_>, at: usize| places.contains(scan.stem(at));
    let mut parted = Vec::new();
    for i in 0..scan.found.len() {
        let Some(mention) = scan.found.get(i).filter(|m| m.kind == NameKind::Person).cloned() else { continue };
        if !is_place(scan, mention.tokens.start) {
            continue;
        }
        let first = TokenRange::new(mention.tokens.start, mention.tokens.start + 1);
        let place = scan.mention(NameKind::Place, first, "head-noun");
        if mention.tokens.len() > 1 {
            parted.push(place);
            set(scan, i, behind(scan, mention));
        } else {
            set(scan, i, place);
        }
    }
    scan.found.extend(parted);
    for at in 0..scan.len() {
        if scan.is_free_word(at) && scan.is_unknown(at) && is_place(scan, at) {
            let place = scan.mention(NameKind::Place, TokenRange::new(at, at + 1), "head-noun");
            scan.take(place);
        }
    }
}

/// Words that nothing knows and that a head noun says are places.
fn headed<'d>(scan: &Scan<'_, 'd>) -> FxHashSet<String> {
    let named = scan.found.iter().filter(|m| {
        let at = m.tokens.start;
        let head = at.checked_sub(1).is_some_and(|b| scan.cue(b).any(PLACE_HEAD));
        m.kind == NameKind::Place && m.tokens.len() == 1 && m.entry.is_none() && m.because == "head-noun" && head
    });
    let unknown =
        named.filter(|m| scan.cue(m.tokens.start).any(UNKNOWN) && !scan.cue(m.tokens.start).any(NAME | NAME_WORD));
    unknown.map(|m| scan.stem(m.tokens.start).to_owned()).collect()
}

fn set(scan: &mut Scan<'_, '_>, at: usize, mention: NameMention) {
    if let Some(slot) = scan.found.get_mut(at) {
        *slot = mention;
    }
}

/// A name without its first word.
fn behind(scan: &Scan<'_, '_>, mut mention: NameMention) -> NameMention {
    mention.tokens = TokenRange::new(mention.tokens.start + 1, mention.tokens.end);
    mention.range = ByteRange::new(scan.range(mention.tokens).start(), mention.range.end());
    mention
}

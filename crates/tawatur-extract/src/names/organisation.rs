//! Bodies: those that the lexicon lists, and head nouns with their complement up to the right boundary.

use tawatur_lexicon::Class;
use tawatur_text::{TokenKind, TokenRange};

use super::cue::{
    ADJ_SHAPE, ARTICLE, BODY, CLUB, CONJUNCTION, COUNTRY, GENERAL_BODY, LOOSE_BODY, MEDIUM, NAME, NAME_WORD, NATIONAL,
    NISBA, ORDINARY, ORG, ORG_WEAK, PARTICLE, PLACE, PLACE_HEAD, PLURAL, PREPOSITION, PRONOUN, REGION_HEAD, STOP,
    TITLE, UNKNOWN, VERB, WORD,
};
use super::mention::NameKind;
use super::scan::Scan;

/// Words of a body's name at most.
const LONGEST: usize = 9;
/// Words between quotation marks that can be a body's name at most.
const LONGEST_QUOTED: usize = 5;

/// Reads bodies from left to right.
pub(crate) fn organisations(scan: &mut Scan<'_, '_>) {
    let mut at = 0;
    while at < scan.len() {
        if !scan.calls(at, ORG | ORG_WEAK | BODY) {
            at += 1;
            continue;
        }
        at = listed(scan, at).or_else(|| headed(scan, at)).unwrap_or(at + 1);
    }
}

/// A body of the lexicon, by phrase or single word; gives the token behind it.
fn listed(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    if scan.is_taken(at) {
        return None;
    }
    let (words, entry) = match scan.phrase_is(at, Class::Organisation) {
        Some(found) => found,
        None if scan.cue(at).any(ORG | ORG_WEAK) => (1, single_entry(scan, at)?),
        None => return None,
    };
    let run = TokenRange::new(at, at + words);
    if is_weak(scan, run, entry) && !has_sign(scan, run) || is_described(scan, run) {
        return None;
    }
    let end = run.end;
    let mut mention = scan.mention(NameKind::Organisation, run, "listed-body");
    mention.entry = Some(entry);
    scan.take(mention);
    Some(end)
}

fn single_entry(scan: &Scan<'_, '_>, at: usize) -> Option<tawatur_lexicon::EntryId> {
    if scan.phrase_at(at).is_some() {
        return None;
    }
    let lexicon = scan.analysed.lexicon();
    let reading = scan.analysed.readings(at).iter().find(|r| lexicon.class(r.sense) == Class::Organisation)?;
    Some(reading.entry)
}

fn is_weak(scan: &Scan<'_, '_>, run: TokenRange, entry: tawatur_lexicon::EntryId) -> bool {
    let lexicon = scan.analysed.lexicon();
    let weak = lexicon.sense_name(lexicon.entry(entry).sense).ends_with("-weak");
    weak || run.len() == 1 && scan.cue(run.start).any(NAME)
}

/// Whether an adjective makes the one word an ordinary noun (`القاعدة العسكرية`).
fn is_described(scan: &Scan<'_, '_>, run: TokenRange) -> bool {
    run.len() == 1 && scan.cue(run.start).any(ARTICLE) && agreeing(scan, run.end) > run.end
}

/// What makes a doubtful word a body: a head noun before it, brackets or quotation marks around it, `لـ` before it.
fn has_sign(scan: &Scan<'_, '_>, run: TokenRange) -> bool {
    let before = run.start.checked_sub(1);
    let head = before.is_some_and(|b| scan.cue(b).any(BODY) && !scan.cue(b).any(ARTICLE) && scan.continues(run.start));
    let enclosed = before.is_some_and(|b| matches!(scan.kind(b), TokenKind::Open | TokenKind::Quote))
        && matches!(scan.kind(run.end), TokenKind::Close | TokenKind::Quote);
    head || enclosed
}

/// A head noun with its complement.
fn headed(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    let cue = scan.cue(at);
    if !cue.any(BODY) || cue.any(PRONOUN | PLURAL | NAME) || scan.is_taken(at) {
        return None;
    }
    if cue.all(ARTICLE | GENERAL_BODY) || cue.any(LOOSE_BODY) {
        return None;
    }
    // «موقع الانفجار» is a place, «قناة …» with an ordinary word behind it too often a canal.
    // «حكومة فؤاد السنيورة» is a person's.
    let named = scan.cue(at + 1).any(NAME) && !scan.cue(at + 1).any(PLACE | ORG | ARTICLE);
    if cue.any(GENERAL_BODY) && !cue.any(ARTICLE) && named {
        return None;
    }
    if is_district(scan, at) || is_countrys(scan, at) {
        return None;
    }
    if cue.any(MEDIUM) && !cue.any(ARTICLE) && scan.cue(at + 1).any(ORDINARY) && !scan.cue(at + 1).any(ADJ_SHAPE) {
        return None;
    }
    let end = if cue.any(ARTICLE) { described(scan, at + 1) } else { complemented(scan, at + 1) }?;
    // A medium goes by its name alone: the head noun only says what it is.
    let bare = cue.any(MEDIUM | CLUB) && !cue.any(ARTICLE) && !scan.cue(at + 1).any(ORDINARY | PLACE) && end > at + 1;
    let quote = bare && scan.kind(at + 1) == TokenKind::Quote;
    let start = at + usize::from(bare) + usize::from(quote);
    let mention = scan.mention(NameKind::Organisation, TokenRange::new(start, end), "head-noun");
    scan.take(mention);
    Some(end)
}

/// «منتخب البرازيل»: a country's team and government go by the country's name.
fn is_countrys(scan: &Scan<'_, '_>, at: usize) -> bool {
    let name = scan.cue(at + 1);
    let country = name.any(COUNTRY) && !name.any(ORDINARY | NISBA) && scan.continues(at + 1);
    scan.cue(at).any(NATIONAL) && !scan.cue(at).any(ARTICLE) && country
}

/// «مديرية الأمن» is a body; with a name behind it the same word is a district.
fn is_district(scan: &Scan<'_, '_>, at: usize) -> bool {
    let name = scan.cue(at + 1);
    let named = name.any(UNKNOWN | PLACE | NAME) && !name.any(ORDINARY | COUNTRY | ORG | TITLE);
    scan.cue(at).any(REGION_HEAD) && !scan.cue(at).any(ARTICLE) && named && scan.continues(at + 1)
}

/// Behind a head with the article: adjectives that agree, then perhaps `لل…`.
fn described(scan: &Scan<'_, '_>, start: usize) -> Option<usize> {
    let end = agreeing(scan, start);
    if end == start {
        return None;
    }
    let cue = scan.cue(end);
    if cue.all(PREPOSITION | ARTICLE) && scan.continues(end) && !cue.any(VERB | STOP) && scan.stem(end).starts_with('ل')
    {
        return Some(agreeing(scan, end + 1));
    }
    Some(end)
}

/// The token behind a run of adjectives with the article.
fn agreeing(scan: &Scan<'_, '_>, start: usize) -> usize {
    let mut at = start;
    while at < start + LONGEST && scan.continues(at) && is_adjective(scan, at) {
        at += 1;
    }
    at
}

fn is_adjective(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    let barred = CONJUNCTION | PREPOSITION | STOP | TITLE | VERB;
    cue.all(ADJ_SHAPE)
        && cue.any(ARTICLE)
        && !cue.any(barred)
        && (!cue.any(NAME) || cue.any(NISBA))
        && !scan.is_taken(at)
}

/// Behind a head without article: its complement and the adjectives behind that.
fn complemented(scan: &Scan<'_, '_>, start: usize) -> Option<usize> {
    if !scan.continues(start) {
        return None;
    }
    if scan.kind(start) == TokenKind::Quote {
        return quoted(scan, start);
    }
    let cue = scan.cue(start);
    if !cue.any(WORD) || cue.any(VERB | PARTICLE | STOP | CONJUNCTION | PREPOSITION | PRONOUN) || scan.is_taken(start) {
        return None;
    }
    if let Some((words, _)) = scan.phrase_is(start, Class::Place) {
        return Some(agreeing(scan, start + words));
    }
    if scan.phrase_is(start, Class::Organisation).is_some() || cue.any(ORG | ORG_WEAK) {
        return None;
    }
    if cue.any(ARTICLE) {
        return Some(coordinated(scan, start + 1));
    }
    if cue.any(PLACE | COUNTRY) {
        return Some(agreeing(scan, start + 1));
    }
    let next = scan.cue(start + 1);
    if cue.any(ORDINARY) && !cue.any(TITLE) {
        let leads =
            scan.continues(start + 1) && next.any(ARTICLE) && !next.any(STOP | VERB | CONJUNCTION | PREPOSITION);
        return leads.then(|| coordinated(scan, start + 2));
    }
    unlisted(scan, start)
}

/// A name that nothing knows as a complement: one word, two where both are unknown.
fn unlisted(scan: &Scan<'_, '_>, start: usize) -> Option<usize> {
    let cue = scan.cue(start);
    if !cue.any(UNKNOWN | NAME | NAME_WORD | ORG_WEAK) || cue.any(PLACE_HEAD) {
        return None;
    }
    let next = scan.cue(start + 1);
    let two = cue.any(UNKNOWN) && next.any(UNKNOWN) && scan.continues(start + 1) && !next.any(ARTICLE | CONJUNCTION);
    Some(if two { start + 2 } else { agreeing(scan, start + 1) })
}

/// Adjectives, and `و` with a further complement (`التربية والتعليم`).
fn coordinated(scan: &Scan<'_, '_>, start: usize) -> usize {
    let end = agreeing(scan, start);
    let cue = scan.cue(end);
    let barred = VERB | STOP | TITLE | BODY | PREPOSITION | NISBA | NAME | PLACE | ORG;
    if cue.all(CONJUNCTION | ARTICLE | ORDINARY) && !cue.any(barred) && scan.continues(end) && !scan.is_taken(end) {
        return agreeing(scan, end + 1);
    }
    end
}

/// A name between quotation marks (`حركة "…"`); the mark behind it included.
fn quoted(scan: &Scan<'_, '_>, open: usize) -> Option<usize> {
    let mut at = open + 1;
    while at <= open + LONGEST_QUOTED && scan.continues(at) {
        if scan.kind(at) == TokenKind::Quote {
            return (at > open + 1).then_some(at);
        }
        if !scan.cue(at).any(WORD) || scan.cue(at).any(VERB | MEDIUM) {
            return None;
        }
        at += 1;
    }
    None
}

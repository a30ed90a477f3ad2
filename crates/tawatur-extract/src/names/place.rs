//! Places: names of the gazetteer, and head nouns with a name that no table has.

use tawatur_lexicon::Class;
use tawatur_text::TokenRange;

use super::cue::{
    ADJ_SHAPE, ARTICLE, BODY, CONJUNCTION, COUNTRY, IN, NAME, NAME_WORD, NISBA, ORDINARY, PARTICLE, PLACE, PLACE_HEAD,
    PLACE_PREFIX, PLACE_WEAK, PLURAL, PREPOSITION, PREPOSITION_WORD, PRONOUN, REGION_HEAD, SETTLEMENT, STOP, TITLE,
    UNKNOWN, VERB, WORD,
};
use super::mention::NameKind;
use super::scan::Scan;

/// Reads places from left to right.
pub(crate) fn places(scan: &mut Scan<'_, '_>) {
    let mut at = 0;
    while at < scan.len() {
        if !scan.calls(at, PLACE | PLACE_WEAK | PLACE_PREFIX | SETTLEMENT | REGION_HEAD) {
            at += 1;
            continue;
        }
        at = listed_phrase(scan, at)
            .or_else(|| listed_word(scan, at))
            .or_else(|| prefixed(scan, at))
            .or_else(|| headed(scan, at))
            .unwrap_or(at + 1);
    }
}

fn listed_phrase(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    let (words, entry) = scan.phrase_is(at, Class::Place)?;
    if (at..at + words).any(|i| scan.is_taken(i)) {
        return None;
    }
    let lexicon = scan.analysed.lexicon();
    let weak = lexicon.sense_name(lexicon.entry(entry).sense).ends_with("-weak");
    if weak && !has_sign(scan, at) {
        return None;
    }
    // «محافظة حلب» names Aleppo the governorate: the head noun says which, the name is behind it.
    let head = words > 1 && scan.cue(at).any(SETTLEMENT | REGION_HEAD) && !scan.cue(at + 1).any(ADJ_SHAPE);
    let mut mention = scan.mention(NameKind::Place, TokenRange::new(at, at + words), "gazetteer");
    if head {
        mention.range = scan.range(TokenRange::new(at + 1, at + words));
    }
    mention.entry = Some(entry);
    scan.take(mention);
    Some(at + words)
}

fn listed_word(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    let cue = scan.cue(at);
    if !cue.any(PLACE | PLACE_WEAK) || scan.is_taken(at) {
        return None;
    }
    let is_adjective = cue.all(NISBA | ARTICLE) && at.checked_sub(1).is_some_and(|b| follows_noun(scan, b));
    if is_adjective || is_other_word(scan, at) || !is_plain(scan, at) && !has_sign(scan, at) {
        return None;
    }
    let lexicon = scan.analysed.lexicon();
    let reading = scan.analysed.readings(at).iter().find(|r| lexicon.class(r.sense) == Class::Place)?;
    let mut mention = scan.mention(NameKind::Place, TokenRange::new(at, at + 1), "gazetteer");
    mention.entry = Some(reading.entry);
    scan.take(mention);
    Some(at + 1)
}

/// «وإن» is no city of Turkey, «المدينة» the city spoken of, and «سيول» are floods.
fn is_other_word(scan: &Scan<'_, '_>, at: usize) -> bool {
    let lexicon = scan.analysed.lexicon();
    let other = |s: &str| s.starts_with("noun:event-") || s.starts_with("part:") || s.starts_with("conj:");
    if is_hour_of_prayer(scan, at) {
        return true;
    }
    let area = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense) == "place:area";
    scan.cue(at).all(PLACE_HEAD | ARTICLE) && !scan.analysed.readings(at).iter().any(area)
        || scan.analysed.readings(at).iter().any(|r| other(lexicon.sense_name(r.sense)))
}

/// «صلاة المغرب», «أذان المغرب»: the evening, and no country.
fn is_hour_of_prayer(scan: &Scan<'_, '_>, at: usize) -> bool {
    let lexicon = scan.analysed.lexicon();
    let has = |t: usize, sense: &str| scan.analysed.readings(t).iter().any(|r| lexicon.sense_name(r.sense) == sense);
    scan.cue(at).any(COUNTRY) && has(at, "noun:part") && at.checked_sub(1).is_some_and(|b| has(b, "noun:prayer"))
}

/// Whether the word is hardly anything but a place.
fn is_plain(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    // «العاصمة السعودية»: the country's name is an adjective behind a noun with the article.
    if cue.all(PLACE | NISBA | ARTICLE) && at.checked_sub(1).is_some_and(|b| follows_noun(scan, b)) {
        return false;
    }
    if cue.any(COUNTRY) {
        // «المغرب»، «الإمارات»: with the article and no preposition of time the country is meant.
        return !cue.any(ORDINARY | NAME_WORD) || cue.any(ARTICLE) && !cue.any(VERB | TITLE);
    }
    cue.any(PLACE) && !cue.any(ORDINARY | NAME_WORD | VERB | PARTICLE | TITLE | BODY)
}

fn follows_noun(scan: &Scan<'_, '_>, before: usize) -> bool {
    let cue = scan.cue(before);
    scan.continues(before + 1)
        && cue.any(ARTICLE)
        && cue.any(ORDINARY | PLACE_HEAD | TITLE | NISBA | ADJ_SHAPE)
        && !cue.any(VERB)
}

/// What makes a doubtful word a place: a preposition, a head noun, or a place before it.
fn has_sign(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    let before = at.checked_sub(1).filter(|_| scan.continues(at));
    // «في تعز», «مدينة تعز»: no verb stands behind a preposition or in construct with a noun.
    let no_verb = |b: usize| {
        let (before, lexicon) = (scan.cue(b), scan.analysed.lexicon());
        let verb_or_place =
            |r: &tawatur_lexicon::Reading| matches!(lexicon.class(r.sense), Class::Verb | Class::Place | Class::Other);
        let led = before.any(IN | PLACE_HEAD) && !before.any(PRONOUN | ARTICLE | VERB);
        led && cue.any(PLACE) && scan.analysed.readings(at).iter().all(verb_or_place)
    };
    if cue.any(TITLE) || cue.any(VERB) && !before.is_some_and(no_verb) {
        return false;
    }
    let Some(before) = before else { return cue.any(PREPOSITION) };
    let before = scan.cue(before);
    let head = before.any(PLACE_HEAD) && !before.any(PRONOUN);
    if cue.any(PLACE_WEAK) && !cue.any(PLACE) {
        // «في بيان», «في إطار»: behind a preposition alone a common word is itself.
        return (head && !before.any(ARTICLE)) || before.any(IN) && !cue.any(ORDINARY);
    }
    head || before.any(PREPOSITION_WORD) && !before.any(PRONOUN) || cue.any(PREPOSITION) && !cue.any(ORDINARY)
}

/// The end of a foreign place of two words that begins as many do: نيو أورليانز، سان ستيفانو.
pub(crate) fn prefixed_place(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let barred = ARTICLE | CONJUNCTION | PREPOSITION | PARTICLE | VERB | ORDINARY;
    let named = next.any(NAME | UNKNOWN | PLACE | PLACE_WEAK) && !next.any(barred);
    let fits = cue.any(PLACE_PREFIX) && named && scan.continues(at + 1) && !scan.is_taken(at) && !scan.is_taken(at + 1);
    fits.then_some(at + 2)
}

fn prefixed(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    let end = prefixed_place(scan, at)?;
    let mention = scan.mention(NameKind::Place, TokenRange::new(at, end), "foreign-place");
    scan.take(mention);
    Some(end)
}

/// A head noun and a name that no table has (`قرية …`, `محافظة …`).
fn headed(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    let cue = scan.cue(at);
    if !cue.any(SETTLEMENT | REGION_HEAD) || cue.any(PLURAL | PRONOUN) || scan.is_taken(at) || !scan.continues(at + 1) {
        return None;
    }
    let name = scan.cue(at + 1);
    let barred = VERB | PARTICLE | STOP | TITLE | CONJUNCTION | PREPOSITION | PLACE_HEAD | BODY | PRONOUN;
    if !name.any(WORD) || name.any(barred) || scan.is_taken(at + 1) {
        return None;
    }
    // A name of the gazetteer is read by itself, with its row.
    let unknown = name.any(UNKNOWN | NAME | NAME_WORD) && !name.any(PLACE | PLACE_WEAK);
    let fits =
        if cue.any(ARTICLE) { unknown && !name.any(ARTICLE | ORDINARY) } else { unknown || complement(scan, at) };
    if !fits {
        return None;
    }
    let next = scan.cue(at + 2);
    let two = name.any(UNKNOWN) && next.any(UNKNOWN) && scan.continues(at + 2) && !next.any(CONJUNCTION | PREPOSITION);
    let end = at + if two { 3 } else { 2 };
    let mention = scan.mention(NameKind::Place, TokenRange::new(at + 1, end), "head-noun");
    scan.take(mention);
    Some(end)
}

/// Whether an ordinary word with the article is the name (`قرية النجاة`): only behind settlements.
fn complement(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.cue(at).any(SETTLEMENT) && scan.cue(at + 1).all(ARTICLE | ORDINARY)
}

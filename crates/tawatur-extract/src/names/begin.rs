//! Where a person's name can begin.

use tawatur_lexicon::{Class, name_shape};
use tawatur_text::TokenKind;

use super::cue::{
    ABD, ADJ_SHAPE, ARTICLE, BODY, CONJUNCTION, GIVEN, GUESS, KUNYA, LINK, NAME, NAME_WORD, NISBA, ORDINARY, PARTICLE,
    PLACE, PLACE_HEAD, PREPOSITION, PREPOSITION_WORD, PRONOUN, SAY, STOP, TITLE, UNKNOWN, VERB, WORD,
};
use super::scan::Scan;

/// Whether a name can begin at the token.
pub(crate) fn can_begin(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    if !scan.is_free_word(at) {
        return false;
    }
    if compound(scan, at).is_some() {
        return true;
    }
    if cue.any(VERB | STOP | BODY | PLACE_HEAD | NISBA) {
        return false;
    }
    if cue.any(TITLE) {
        return titled_name(scan, at) || cue.any(LINK) && descent(scan, at);
    }
    if cue.any(GUESS) && !cue.any(ARTICLE) && scan.continues(at + 1) && scan.stem(at + 1) == "بن" {
        return true;
    }
    if cue.any(KUNYA | ABD) {
        if cue.any(PRONOUN) || cue.any(KUNYA) && scan.stem(at) == "ابي" && !scan.cue(at + 1).any(NAME) {
            // «أبوه» is his father, «فأبى الشعب» the people refused.
            return false;
        }
        let barred = if cue.any(ABD) { PARTICLE } else { PARTICLE | VERB };
        return scan.continues(at + 1) && scan.cue(at + 1).any(WORD) && !scan.cue(at + 1).any(barred);
    }
    if cue.any(LINK) {
        return scan.cue(at + 1).any(NAME | UNKNOWN) && scan.continues(at + 1);
    }
    cue.any(NAME | NAME_WORD) || scan.is_unknown(at) || guessed(scan, at)
}

/// A word that only looks like an ordinary one, right behind a title's adjective and before a name.
pub(super) fn guessed(scan: &Scan<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|b| scan.cue(b)).unwrap_or_default();
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let known = next.any(NAME) || before.any(SAY) && scan.is_unknown(at + 1);
    let says = (before.any(SAY) || opens(scan, at))
        && cue.any(GUESS)
        && known
        && !next.any(ARTICLE | CONJUNCTION | PREPOSITION);
    before.any(NISBA | TITLE | ADJ_SHAPE) && guessed_in_title(scan, at)
        || says && scan.continues(at + 1) && !cue.any(ARTICLE | VERB) && name_shape(scan.stem(at)) >= FOREIGN
}

/// Least shape of a word of the dictionary that can be a given name all the same.
const ODD: i32 = -10;

/// Least shape of a foreign name: no family name with the article stands behind one.
pub(super) const FOREIGN: i32 = 30;

/// The same behind any definite noun, where a title is known to stand before it: no bare noun goes on with one.
pub(crate) fn guessed_in_title(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let before = at.checked_sub(1).map(|b| scan.cue(b)).unwrap_or_default();
    let named = (next.any(NAME) || scan.is_unknown(at + 1)) && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION);
    let barred = ARTICLE | VERB | PRONOUN | CONJUNCTION | PREPOSITION;
    cue.any(GUESS)
        && name_shape(scan.stem(at)) >= ODD
        && !cue.any(barred)
        && before.any(ARTICLE | PRONOUN)
        && named
        && scan.continues(at + 1)
}

/// A name of two words that the lexicon lists (نصر الله، عز الدين): the token behind it.
pub(crate) fn compound(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let (words, entry) = scan.phrase_is(at, Class::Name)?;
    let lexicon = scan.analysed.lexicon();
    // Feasts are names, too.
    (lexicon.sense_name(lexicon.entry(entry).sense) == "name:both").then_some(at + words)
}

/// A name that begins with the father's («ابن كيران»): what follows is a family's name and no given one, which would be the
/// father of somebody spoken of.
fn descent(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let family = next.any(NAME | NAME_WORD) && !next.any(GIVEN | ORDINARY | TITLE) || scan.is_unknown(at + 1);
    family
        && !cue.any(ARTICLE | PRONOUN | PREPOSITION)
        && !next.any(CONJUNCTION | PREPOSITION)
        && scan.continues(at + 1)
}

/// A title that is also a given name (`سلطان …`), where a name follows it at once.
fn titled_name(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let family = next.any(NAME_WORD) && !next.any(ORDINARY | TITLE | PREPOSITION | CONJUNCTION);
    let named = (next.any(NAME) || scan.is_unknown(at + 1)) && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION);
    cue.any(NAME | NAME_WORD) && !cue.any(ARTICLE) && (named || family) && scan.continues(at + 1)
}

/// Whether nothing stands before the token that could ask for it as its complement: a name may begin here.
pub(crate) fn opens(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| scan.continues(at)) else { return true };
    let cue = scan.cue(before);
    scan.kind(before) != TokenKind::Word
        || cue.any(VERB | SAY | PARTICLE) && !cue.any(PREPOSITION_WORD)
        || scan.cue(at).any(CONJUNCTION)
        || scan.is_taken(before)
}

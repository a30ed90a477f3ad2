//! Parts of a person's name that only their neighbours tell.

use tawatur_lexicon::{Known, name_shape};
use tawatur_text::TokenKind;

use super::begin::{FOREIGN, opens};
use super::cue::{
    ABD, ADJ_SHAPE, ARTICLE, BODY, CONJUNCTION, Cue, GIVEN, GUESS, HONOUR, KUNYA, LINK, NAME, NAME_WORD, NISBA, NUMBER,
    ORDINARY, PARTICLE, PLACE, PLURAL, PREPOSITION, PRONOUN, SECOND, STOP, TITLE, UNKNOWN, VERB, VERBAL, WORD,
};
use super::run::{Run, ends};
use super::scan::Scan;

/// An unknown word that seems to begin with a clitic, between two parts of one name: فرانك فالتر شتاينماير.
pub(super) fn within_name(scan: &Scan<'_, '_>, at: usize, run: &mut Run) -> Option<usize> {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let before = at.checked_sub(1).map(|b| scan.cue(b)).unwrap_or_default();
    let fits = cue.any(UNKNOWN)
        && cue.any(PREPOSITION | CONJUNCTION)
        && before.all(NAME | GIVEN)
        && run.parts() == 1
        && scan.is_free_word(at)
        && next.any(NAME)
        && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION | GIVEN)
        && scan.continues(at + 1);
    fits.then(|| {
        run.unknown += 1;
        at + 1
    })
}

/// Behind given names, a word that only looks like an ordinary one is the family name, where the name ends with it.
pub(super) fn surname(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let cue = scan.cue(at);
    let introduced = introduced(scan, start);
    let first = scan.cue(start);
    let known = first.any(GIVEN) && run.sure + run.possible == run.parts();
    let known = known && (run.sure > 0 || introduced || !first.any(ORDINARY | VERB) && opens(scan, start));
    let given = at > start && (known && run.parts() < 3 || run.parts() == 1 && run.unknown == 1 && introduced);
    if cue.any(GUESS) && given && run.parts() == 1 && scan.cue(start).any(NAME) && foreign_end(scan, at) {
        // رودريغو لاسمر: what looks like a clitic or a verb is part of the name.
        run.possible += 1;
        return Some(at + 1);
    }
    let barred = VERB | CONJUNCTION | PREPOSITION | TITLE | BODY;
    if !given || cue.any(barred) {
        return None;
    }
    let fits = if cue.any(ARTICLE) {
        let arab = !is_foreign(scan, start);
        arab && cue.any(GUESS) && (cue.any(ADJ_SHAPE) || run.sure > 0 && ends(scan, at + 1))
    } else {
        let bare = cue.any(GUESS)
            && !cue.any(PRONOUN)
            && !scan.stem(at).ends_with('ا')
            && (run.parts() == 1 || !cue.any(VERBAL));
        let open = run.parts() == 1 && (run.sure > 0 || introduced) && !scan.cue(at + 1).any(ARTICLE);
        let pronoun = cue.any(PRONOUN) && scan.stem(at).ends_with(['ي', 'ك']) && !cue.any(PREPOSITION | CONJUNCTION);
        let bare = bare || pronoun && cue.any(GUESS) && run.parts() == 1;
        bare && (open || ends(scan, at + 1)) || bare_nisba(cue, run)
    };
    fits.then(|| {
        run.possible += 1;
        at + 1
    })
}

/// Whether a title or a nationality with the article stands right before the name.
fn introduced(scan: &Scan<'_, '_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|b| scan.cue(b).any(NISBA | TITLE) && scan.cue(b).any(ARTICLE))
}

/// Whether the word as a whole looks like a name and ends one.
fn foreign_end(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    !cue.any(ARTICLE | CONJUNCTION) && name_shape(scan.analysed.document.word(at)) >= 10 && ends(scan, at + 1)
}

/// Whether a given name is one that only transcribers write: the spelling dictionary has the Arab ones.
fn is_foreign(scan: &Scan<'_, '_>, at: usize) -> bool {
    let known = scan.analysed.segment(at).known;
    matches!(known, Known::Name | Known::Unknown) && name_shape(scan.stem(at)) >= FOREIGN
}

/// A nationality without article right behind one given name: ميساء مغربي.
fn bare_nisba(cue: Cue, run: &Run) -> bool {
    run.parts() == 1 && run.sure == 1 && cue.any(NISBA) && !cue.any(ARTICLE)
}

/// An ordinary word goes on a name that is short so far, or has a name behind it.
pub(super) fn possible(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let next = scan.cue(at + 1);
    let leads_on = scan.continues(at + 1) && next.any(NAME | LINK | SECOND) && !next.any(PLACE);
    let known = run.sure + run.possible == run.parts() && run.sure > 0;
    let third = run.parts() < 3 && (known || introduced(scan, start));
    let fits = at == start || run.parts() < 2 || leads_on || third;
    fits.then(|| {
        run.possible += 1;
        at + 1
    })
}

/// A place adjective as a family name: only behind one sure given name, where no title asks for the adjective.
pub(super) fn family_nisba(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let cue = scan.cue(at);
    let fits = at > start && run.parts() == 1 && run.sure == 1 && cue.all(ARTICLE | ADJ_SHAPE) && !cue.any(ORDINARY);
    (fits && cue.any(NISBA)).then(|| {
        run.possible += 1;
        at + 1
    })
}

/// A word that asks for another: bin X, Abu X, Abd X.
pub(super) fn linked(scan: &Scan<'_, '_>, at: usize, run: &mut Run) -> Option<usize> {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    if cue.any(LINK) && next.any(KUNYA | ABD) && !next.any(PRONOUN) && scan.continues(at + 1) {
        // علي بن أبي طالب
        return Some(at + 1);
    }
    let takes_any = cue.any(KUNYA | ABD) || ["بن", "ابن", "بنت", "ال"].contains(&scan.stem(at));
    let barred = if cue.any(ABD) || cue.any(KUNYA) && run.parts() > 0 { STOP } else { VERB | STOP };
    let barred = barred | CONJUNCTION | PREPOSITION;
    // «آل ثاني»: an ordinal is a family's name behind such a word.
    let fits = if takes_any {
        next.any(WORD) && (!next.any(PARTICLE) || next.any(NUMBER))
    } else {
        next.any(NAME | NAME_WORD | UNKNOWN)
    };
    // `أم` is also `or`, and `لا` no: what follows must be a name.
    let fits = fits && (!cue.any(PARTICLE) || !cue.any(KUNYA) || next.any(NAME));
    if !fits || next.any(barred) || !scan.continues(at + 1) || scan.is_taken(at + 1) {
        return None;
    }
    run.linked = true;
    run.sure += 1;
    Some(at + 2)
}

/// An honour without article between two names («شريف شيخ أحمد»).
pub(super) fn honour_within(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let before = at.checked_sub(1).map(|b| scan.cue(b)).unwrap_or_default();
    cue.any(HONOUR)
        && !cue.any(ARTICLE | PLURAL | PRONOUN | CONJUNCTION | PREPOSITION)
        && before.any(NAME | NAME_WORD)
        && next.any(NAME | NAME_WORD)
        && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION)
        && scan.continues(at + 1)
}

/// A letter with a full stop in the place of a name: «جورج و. …»، «هشام ل.».
pub(super) fn is_initial(scan: &Scan<'_, '_>, at: usize) -> bool {
    let letter = scan.cue(at).any(WORD) && scan.analysed.document.word(at).chars().nth(1).is_none();
    let tight = |i: usize| scan.analysed.document.token(i).is_some_and(|t| t.joined && !t.line_start);
    letter && scan.kind(at + 1) == TokenKind::Stop && tight(at + 1) && !scan.is_taken(at)
}

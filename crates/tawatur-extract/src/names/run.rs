//! Runs of words that can be a person's name.

use tawatur_text::{TokenKind, TokenRange};

use super::cue::{
    ABD, ADJ_SHAPE, ARTICLE, BODY, CONJUNCTION, GIVEN, GUESS, KUNYA, LINK, NAME, NAME_WORD, NISBA, NUMBER, ORDINARY,
    ORG, PARTICLE, PLACE, PLACE_HEAD, PREPOSITION, PRONOUN, REGNAL, SECOND, STOP, TITLE, UNKNOWN, VERB, WORD,
};
use super::scan::Scan;

/// Words of a name at most.
const LONGEST: usize = 7;

/// A run and what it consists of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    pub(crate) tokens: TokenRange,
    /// Words that are hardly anything but names.
    pub(crate) sure: usize,
    /// Ordinary words that people are named with.
    pub(crate) possible: usize,
    /// Words that nothing knows.
    pub(crate) unknown: usize,
    /// Whether a kunya, bin, Abd or a known given name holds it together.
    pub(crate) linked: bool,
}

impl Run {
    /// Number of parts that are names by themselves.
    pub(crate) fn parts(&self) -> usize {
        self.sure + self.possible + self.unknown
    }
}

/// Whether a name can begin at the token.
pub(crate) fn can_begin(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    if !scan.is_free_word(at) || cue.any(VERB | STOP | BODY | PLACE_HEAD | NISBA) {
        return false;
    }
    if cue.any(TITLE) {
        return titled_name(scan, at);
    }
    if cue.any(KUNYA | ABD) {
        return scan.continues(at + 1) && scan.cue(at + 1).any(WORD) && !scan.cue(at + 1).any(PARTICLE | VERB);
    }
    if cue.any(LINK) {
        return scan.cue(at + 1).any(NAME | UNKNOWN) && scan.continues(at + 1);
    }
    cue.any(NAME | NAME_WORD) || scan.is_unknown(at) || guessed(scan, at)
}

/// A word that only looks like an ordinary one, right behind a title's adjective and before a name.
fn guessed(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let before = at.checked_sub(1).map(|b| scan.cue(b)).unwrap_or_default();
    let named = (next.any(NAME) || scan.is_unknown(at + 1)) && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION);
    let barred = ARTICLE | VERB | PRONOUN | CONJUNCTION | PREPOSITION;
    cue.any(GUESS)
        && !cue.any(barred)
        && before.all(ARTICLE)
        && before.any(NISBA | TITLE | ADJ_SHAPE)
        && named
        && scan.continues(at + 1)
}

/// A title that is also a given name (`سلطان …`), where a name follows it at once.
fn titled_name(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let named = (next.any(NAME) || scan.is_unknown(at + 1)) && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION);
    cue.any(NAME | NAME_WORD) && !cue.any(ARTICLE) && named && scan.continues(at + 1)
}

/// The longest run from the token on.
pub(crate) fn run_at(scan: &Scan<'_, '_>, start: usize) -> Run {
    let mut run = Run { tokens: TokenRange::new(start, start), ..Run::default() };
    let mut at = start;
    while at < start + LONGEST {
        let Some(next) = step(scan, at, start, &mut run) else { break };
        at = next;
        run.tokens.end = at;
    }
    run
}

/// Takes one part of a name; gives the token behind it.
fn step(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let at = if at > start { behind_dash(scan, at)? } else { at };
    let cue = scan.cue(at);
    if !scan.is_free_word(at) || (at > start && cue.any(CONJUNCTION | PREPOSITION)) {
        return None;
    }
    if cue.any(ABD | KUNYA | LINK) {
        return linked(scan, at, run);
    }
    if cue.any(SECOND) && at > start {
        return Some(at + 1);
    }
    if cue.any(NAME) && !cue.any(PARTICLE) && (at > start || !cue.any(VERB)) {
        if cue.any(PLACE | ORG) && at > start && run.parts() > 1 {
            return None;
        }
        run.sure += 1;
        return Some(at + 1);
    }
    let is_title = cue.any(TITLE) && !cue.any(NAME_WORD | NAME);
    if cue.any(VERB | STOP | PARTICLE) || is_title {
        return None;
    }
    if cue.any(REGNAL) && at > start && run.parts() == 1 && run.sure + run.possible == 1 && behind_ruler(scan, start) {
        return Some(at + 1);
    }
    if run.linked && at > start && cue.all(ARTICLE | ORDINARY) && !cue.any(NISBA | BODY | PLACE_HEAD) {
        // «… بن حمد العطية»: behind a father's name stands the family's, whatever the word is.
        run.linked = false;
        return Some(at + 1);
    }
    if cue.any(NAME_WORD) {
        return possible(scan, at, start, run);
    }
    if at == start && guessed(scan, at) {
        run.unknown += 1;
        return Some(at + 1);
    }
    if scan.is_unknown(at) && !cue.any(PLACE) {
        run.unknown += 1;
        return Some(at + 1);
    }
    surname(scan, at, start, run).or_else(|| family_nisba(scan, at, start, run))
}

/// Behind one sure given name, a word that only looks like an ordinary one is the family name.
fn surname(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let cue = scan.cue(at);
    let introduced = start.checked_sub(1).is_some_and(|b| scan.cue(b).any(NISBA | TITLE) && scan.cue(b).any(ARTICLE));
    let first = run.sure == 1 && scan.cue(start).any(GIVEN) || run.unknown == 1 && introduced;
    let given = at > start && run.parts() == 1 && first;
    let barred = ARTICLE | VERB | PRONOUN | CONJUNCTION | PREPOSITION;
    let fits = given && cue.any(GUESS) && !cue.any(barred) && !scan.stem(at).ends_with('ا');
    fits.then(|| {
        run.possible += 1;
        at + 1
    })
}

/// Whether a title stands right before the name: only rulers have a number.
fn behind_ruler(scan: &Scan<'_, '_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|b| scan.cue(b).any(TITLE) && scan.continues(start))
}

/// An ordinary word goes on a name that is short so far, or has a name behind it.
fn possible(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let next = scan.cue(at + 1);
    let leads_on = scan.continues(at + 1) && next.any(NAME | LINK | SECOND) && !next.any(PLACE);
    let third = run.parts() < 3 && run.sure + run.possible == run.parts() && run.sure > 0;
    let fits = at == start || run.parts() < 2 || leads_on || third;
    fits.then(|| {
        run.possible += 1;
        at + 1
    })
}

/// A place adjective as a family name: only behind one sure given name, where no title asks for the adjective.
fn family_nisba(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
    let cue = scan.cue(at);
    let fits = at > start && run.parts() == 1 && run.sure == 1 && cue.all(ARTICLE | ADJ_SHAPE) && !cue.any(ORDINARY);
    (fits && cue.any(NISBA)).then(|| {
        run.possible += 1;
        at + 1
    })
}

/// A word that asks for another: bin X, Abu X, Abd X.
fn linked(scan: &Scan<'_, '_>, at: usize, run: &mut Run) -> Option<usize> {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let takes_any = cue.any(KUNYA | ABD) || ["بن", "ابن", "بنت", "ال"].contains(&scan.stem(at));
    let barred = VERB | STOP | CONJUNCTION | PREPOSITION;
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

/// The token itself, or the one behind a dash that joins two parts of a name.
fn behind_dash(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    if !scan.continues(at) {
        return None;
    }
    let document = &scan.analysed.document;
    let is_tight = |i: usize| document.token(i).is_some_and(|t| t.joined);
    if scan.kind(at) == TokenKind::Dash && is_tight(at) && is_tight(at + 1) { Some(at + 1) } else { Some(at) }
}

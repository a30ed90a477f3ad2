//! Runs of words that can be a person's name.

use tawatur_lexicon::Class;
use tawatur_text::{TokenKind, TokenRange};

use super::begin::{compound, guessed, guessed_in_title};
use super::cue::{
    ABD, AFTER_NAME, ARTICLE, BODY, CONJUNCTION, COUNTRY, GIVEN, GUESS, HONOUR, KUNYA, LINK, NAME, NAME_WORD, NISBA,
    NUMBER, ORDINARY, ORG, PARTICLE, PLACE, PLACE_HEAD, PREPOSITION, PREPOSITION_WORD, REGNAL, SAY, SECOND, STOP,
    TITLE, VERB,
};
use super::part::{family_nisba, honour_within, is_initial, linked, possible, surname, within_name};
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
    /// Whether nothing more can belong to it: a ruler's number ends it.
    pub(crate) ended: bool,
    /// Whether a kunya, bin, Abd or a known given name holds it together.
    pub(crate) linked: bool,
}

impl Run {
    /// Number of parts that are names by themselves.
    pub(crate) fn parts(&self) -> usize {
        self.sure + self.possible + self.unknown
    }
}

/// The longest run from the token on.
pub(crate) fn run_at(scan: &Scan<'_, '_>, start: usize) -> Run {
    let mut run = Run { tokens: TokenRange::new(start, start), ..Run::default() };
    let mut at = start;
    while at < start + LONGEST && !run.ended {
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
    if at > start && is_initial(scan, at) {
        return Some(at + 2);
    }
    if !scan.is_free_word(at) || (at > start && (cue.any(CONJUNCTION | PREPOSITION) || begins_other(scan, at, run))) {
        return within_name(scan, at, run);
    }
    if let Some(next) = compound(scan, at) {
        run.sure += 1;
        run.linked = true;
        return Some(next);
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
    if cue.any(REGNAL) && at > start && is_reign(scan, start, run) {
        run.ended = true;
        let teen = scan.cue(at + 1).any(NUMBER) && scan.stem(at + 1).starts_with("عشر") && scan.continues(at + 1);
        return Some(at + 1 + usize::from(teen));
    }
    if at > start && honour_within(scan, at) {
        return Some(at + 1);
    }
    let given = at > start && run.parts() == 1 && scan.cue(start).any(GIVEN);
    if given && cue.all(NAME_WORD | VERB) && !cue.any(SAY | PARTICLE) && ends(scan, at + 1) {
        // محمد رفعت
        run.possible += 1;
        return Some(at + 1);
    }
    let is_title = cue.any(TITLE) && !cue.any(NAME_WORD | NAME);
    if cue.any(VERB | STOP | PARTICLE | AFTER_NAME) || is_title {
        return None;
    }
    if run.linked
        && at > start
        && cue.all(ARTICLE | ORDINARY)
        && !cue.any(NISBA | BODY | PLACE_HEAD)
        && ends(scan, at + 1)
    {
        // «… بن حمد العطية»: behind a father's name stands the family's, whatever the word is.
        run.ended = true;
        return Some(at + 1);
    }
    if cue.any(NAME_WORD) {
        return possible(scan, at, start, run);
    }
    if at == start && (guessed_in_title(scan, at) || guessed(scan, at) || cue.any(GUESS) && scan.stem(at + 1) == "بن")
    {
        run.unknown += 1;
        return Some(at + 1);
    }
    if scan.is_unknown(at) && !cue.any(PLACE) {
        run.unknown += 1;
        return Some(at + 1);
    }
    surname(scan, at, start, run).or_else(|| family_nisba(scan, at, start, run))
}

/// Whether a title, body or place of several words begins here, or و joins a name that nobody knows to the next one.
fn begins_other(scan: &Scan<'_, '_>, at: usize, run: &Run) -> bool {
    let other = [Class::Title, Class::Organisation, Class::Place].iter().any(|c| scan.phrase_is(at, *c).is_some());
    other || is_office_behind(scan, at, run) || run.parts() > 0 && joins_unknown(scan, at)
}

/// An office with its complement behind a name («… مساعد الوزير»، «… مفتي الديار»), which a second name may be, too.
fn is_office_behind(scan: &Scan<'_, '_>, at: usize, run: &Run) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let least = if cue.any(NAME | NAME_WORD) { 2 } else { 1 };
    cue.any(TITLE)
        && !cue.any(ARTICLE | HONOUR)
        && run.parts() >= least
        && next.any(ARTICLE | BODY | TITLE | COUNTRY)
        && !next.any(NAME | NAME_WORD)
        && scan.continues(at + 1)
}

/// و before a letter that no name has behind it: the conjunction, though nobody knows the word (وغانلوكا، وأنطونيس).
pub(crate) fn joins_unknown(scan: &Scan<'_, '_>, at: usize) -> bool {
    if !scan.is_unknown(at) {
        return false;
    }
    let written = scan.analysed.document.text_of(TokenRange::new(at, at + 1));
    let second = written.strip_prefix('و').and_then(|rest| rest.chars().next());
    second.is_some_and(|c| match c {
        'ا' | 'ي' | 'و' | 'ى' => false,
        'ل' | 'ر' | 'ن' | 'ه' => written.chars().count() > 7,
        _ => true,
    })
}

/// What cannot follow a noun that is still to be completed: a mark, a verb, a particle, a clitic.
pub(crate) fn ends(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    let barred = VERB | PARTICLE | PREPOSITION_WORD | CONJUNCTION | PREPOSITION | STOP | TITLE;
    !scan.continues(at) || scan.kind(at) != TokenKind::Word || cue.any(barred)
}

/// Whether a number can end the name as a ruler's: behind a title, or a given name that is the complement of a noun («مسجد
/// الحسن الثاني»); behind a verb the number says which place somebody came in.
fn is_reign(scan: &Scan<'_, '_>, start: usize, run: &Run) -> bool {
    let known = run.sure + run.possible == run.parts();
    let given = known && run.parts() == 1 && scan.cue(start).any(GIVEN);
    let Some(before) = start.checked_sub(1).filter(|_| scan.continues(start)) else { return false };
    if matches!(scan.kind(before), TokenKind::Quote | TokenKind::Open) {
        return given;
    }
    let before = scan.cue(before);
    let ruler = before.any(TITLE) && run.parts() <= 2;
    let noun = before.any(ORDINARY) && !before.any(VERB | SAY | PARTICLE | ARTICLE);
    ruler || noun && given
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

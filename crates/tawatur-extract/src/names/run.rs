//! Runs of words that can be a person's name.

use tawatur_lexicon::{Class, Known, name_shape};
use tawatur_text::{TokenKind, TokenRange};

use super::cue::{
    ABD, ADJ_SHAPE, AFTER_NAME, ARTICLE, BODY, CONJUNCTION, COUNTRY, Cue, GIVEN, GUESS, HONOUR, KUNYA, LINK, NAME,
    NAME_WORD, NISBA, NUMBER, ORDINARY, ORG, PARTICLE, PLACE, PLACE_HEAD, PLURAL, PREPOSITION, PREPOSITION_WORD,
    PRONOUN, REGNAL, SAY, SECOND, STOP, TITLE, UNKNOWN, VERB, VERBAL, WORD,
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
fn guessed(scan: &Scan<'_, '_>, at: usize) -> bool {
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
const FOREIGN: i32 = 30;

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

/// An honour without article between two names («شريف شيخ أحمد»).
fn honour_within(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let before = at.checked_sub(1).map(|b| scan.cue(b)).unwrap_or_default();
    cue.any(HONOUR)
        && !cue.any(ARTICLE | PLURAL | PRONOUN | CONJUNCTION | PREPOSITION)
        && before.any(NAME | NAME_WORD)
        && next.any(NAME | NAME_WORD)
        && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION)
        && scan.continues(at + 1)
}

/// A title that is also a given name (`سلطان …`), where a name follows it at once.
fn titled_name(scan: &Scan<'_, '_>, at: usize) -> bool {
    let (cue, next) = (scan.cue(at), scan.cue(at + 1));
    let family = next.any(NAME_WORD) && !next.any(ORDINARY | TITLE | PREPOSITION | CONJUNCTION);
    let named = (next.any(NAME) || scan.is_unknown(at + 1)) && !next.any(ARTICLE | PLACE | CONJUNCTION | PREPOSITION);
    cue.any(NAME | NAME_WORD) && !cue.any(ARTICLE) && (named || family) && scan.continues(at + 1)
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

/// A letter with a full stop in the place of a name: «جورج و. …»، «هشام ل.».
fn is_initial(scan: &Scan<'_, '_>, at: usize) -> bool {
    let letter = scan.cue(at).any(WORD) && scan.analysed.document.word(at).chars().nth(1).is_none();
    let tight = |i: usize| scan.analysed.document.token(i).is_some_and(|t| t.joined && !t.line_start);
    letter && scan.kind(at + 1) == TokenKind::Stop && tight(at + 1) && !scan.is_taken(at)
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

/// An unknown word that seems to begin with a clitic, between two parts of one name: فرانك فالتر شتاينماير.
fn within_name(scan: &Scan<'_, '_>, at: usize, run: &mut Run) -> Option<usize> {
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
fn surname(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
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

/// Whether nothing stands before the token that could ask for it as its complement: a name may begin here.
pub(crate) fn opens(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| scan.continues(at)) else { return true };
    let cue = scan.cue(before);
    scan.kind(before) != TokenKind::Word
        || cue.any(VERB | SAY | PARTICLE) && !cue.any(PREPOSITION_WORD)
        || scan.cue(at).any(CONJUNCTION)
        || scan.is_taken(before)
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

/// An ordinary word goes on a name that is short so far, or has a name behind it.
fn possible(scan: &Scan<'_, '_>, at: usize, start: usize, run: &mut Run) -> Option<usize> {
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

/// The token itself, or the one behind a dash that joins two parts of a name.
fn behind_dash(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    if !scan.continues(at) {
        return None;
    }
    let document = &scan.analysed.document;
    let is_tight = |i: usize| document.token(i).is_some_and(|t| t.joined);
    if scan.kind(at) == TokenKind::Dash && is_tight(at) && is_tight(at + 1) { Some(at + 1) } else { Some(at) }
}

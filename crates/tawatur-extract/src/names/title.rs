//! Titles and offices, and where the name behind them begins.

use tawatur_lexicon::Class;
use tawatur_text::{TokenKind, TokenRange};

use super::begin::{can_begin, compound, guessed_in_title};
use super::cue::{
    ABD, ADJ_SHAPE, ARTICLE, BODY, CONJUNCTION, GIVEN, GUESS, IN, KUNYA, LOOSE_TITLE, NAME, NAME_WORD, NISBA, ORDINARY,
    ORG, ORG_WEAK, PARTICLE, PLACE, PLACE_HEAD, PLACE_WEAK, PLURAL, PREPOSITION, PRONOUN, STOP, TITLE, UNKNOWN, VERB,
    WORD,
};
use super::run::ends;
use super::scan::Scan;

/// Words between a title and its name at most.
const LONGEST: usize = 14;

/// A title with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Title {
    /// From the title's first word to its last adjective or place.
    pub(crate) tokens: TokenRange,
    /// Where a name may begin.
    pub(crate) name: usize,
    /// Whether a comma stands between the two.
    pub(crate) comma: bool,
    /// Whether the title alone does not promise a name (`a man`, `a soldier`).
    pub(crate) loose: bool,
}

/// The title that begins at the token.
pub(crate) fn title_at(scan: &Scan<'_, '_>, start: usize) -> Option<Title> {
    let (mut at, loose) = head(scan, start)?;
    let mut owes = owes_word(scan, at - 1);
    while at < start + LONGEST && scan.continues(at) {
        if !owes && begins_name(scan, at) {
            return Some(Title { tokens: TokenRange::new(start, at), name: at, comma: false, loose });
        }
        if scan.kind(at) == TokenKind::Comma {
            let tokens = TokenRange::new(start, at);
            return Some(Title { tokens, name: at + 1, comma: true, loose });
        }
        let Some((next, owing)) = extend(scan, at, owes) else { break };
        at = next;
        owes = owing;
    }
    Some(Title { tokens: TokenRange::new(start, at), name: at, comma: false, loose })
}

/// The title's own words: a phrase or a word of class title.
fn head(scan: &Scan<'_, '_>, start: usize) -> Option<(usize, bool)> {
    if let Some((words, _)) = scan.phrase_is(start, Class::Title) {
        return Some((start + words, false));
    }
    let cue = scan.cue(start);
    if !cue.any(TITLE) || scan.is_taken(start) || can_begin(scan, start) {
        return None;
    }
    Some((start + 1, cue.any(LOOSE_TITLE) || cue.any(PLURAL)))
}

/// Whether a word without article asks for the word behind it (`رئيس` …, `وزارة` …, `مدينة` …).
fn owes_word(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    cue.any(BODY | PLACE_HEAD) && !cue.any(ARTICLE | PRONOUN | ADJ_SHAPE)
}

fn begins_name(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    let next = scan.cue(at + 1);
    let given = cue.any(GIVEN) && scan.continues(at + 1) && next.any(NAME) && !next.any(PLACE | ARTICLE);
    if city_as_name(scan, at) {
        return true;
    }
    if cue.any(PLACE | ORG) && !cue.any(NAME) && !given || scan.phrase_at(at).is_some_and(|p| is_body_or_place(scan, p))
    {
        return false;
    }
    // الياس المر
    let whole = cue.all(ARTICLE | NAME_WORD | GIVEN) && !cue.any(ORDINARY | NISBA);
    let whole = whole && next.all(ARTICLE) && next.any(NAME | NAME_WORD | GUESS) && scan.continues(at + 1);
    let whole = whole || is_honoured(scan, at);
    if cue.any(ARTICLE) && !cue.any(NAME) && !whole || cue.any(PREPOSITION) {
        return false;
    }
    if cue.any(ARTICLE) && at.checked_sub(1).is_some_and(|b| scan.cue(b).any(TITLE) && !scan.cue(b).any(ARTICLE)) {
        return false;
    }
    if compound(scan, at).is_some() {
        return can_begin(scan, at);
    }
    if cue.any(GUESS | PLACE_WEAK) && !cue.any(NAME | NAME_WORD) {
        return can_begin(scan, at) || guessed_in_title(scan, at);
    }
    let strong = cue.any(NAME | KUNYA | ABD) || (cue.any(UNKNOWN) && !cue.any(PLACE_WEAK | ORG_WEAK));
    let supported = cue.any(NAME_WORD) && scan.continues(at + 1) && next.any(NAME | NAME_WORD | UNKNOWN | KUNYA | ABD);
    let supported = supported || cue.any(NAME_WORD) && scan.continues(at + 1) && compound(scan, at + 1).is_some();
    let supported =
        supported || cue.any(NAME_WORD) && next.any(GUESS) && !next.any(ARTICLE | PREPOSITION | CONJUNCTION);
    (strong || supported || whole) && can_begin(scan, at)
}

/// «الإمام الرضا»، «الخليفة المأمون»: an ordinary word with the article that people are named with ends the noun phrase.
fn is_honoured(scan: &Scan<'_, '_>, at: usize) -> bool {
    let cue = scan.cue(at);
    let title = at.checked_sub(1).is_some_and(|b| scan.cue(b).all(TITLE | ARTICLE) && !scan.cue(b).any(LOOSE_TITLE));
    cue.all(ARTICLE | NAME_WORD)
        && !cue.any(NISBA | ADJ_SHAPE | PREPOSITION | CONJUNCTION)
        && title
        && scan.continues(at)
        && ends(scan, at + 1)
}

/// A city of two words that is also a person's given names, with a family name behind it.
pub(crate) fn city_as_name(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some((words, _)) = scan.phrase_is(at, Class::Place) else { return false };
    let behind = scan.cue(at + words);
    let named = behind.any(NAME) || scan.is_unknown(at + words);
    let named = named && scan.continues(at + words) && !behind.any(ARTICLE | PLACE | PREPOSITION);
    named && (at..at + words).all(|i| scan.cue(i).any(NAME | NAME_WORD)) && !scan.is_taken(at)
}

fn is_body_or_place(scan: &Scan<'_, '_>, phrase: &crate::LexiconPhrase) -> bool {
    let lexicon = scan.analysed.lexicon();
    phrase.readings.iter().any(|r| matches!(lexicon.class(r.sense), Class::Organisation | Class::Place))
}

/// Takes one word of the title's chain; gives the token behind it and whether that word asks for another.
fn extend(scan: &Scan<'_, '_>, at: usize, owes: bool) -> Option<(usize, bool)> {
    if let Some(phrase) = scan.phrase_at(at).filter(|p| is_body_or_place(scan, p) || is_title(scan, p)) {
        return Some((at + phrase.tokens.len(), false));
    }
    let cue = scan.cue(at);
    if !cue.any(WORD) || cue.any(STOP | VERB) {
        return None;
    }
    if cue.any(IN) {
        return Some((at + 1, true));
    }
    if cue.any(PARTICLE) {
        return None;
    }
    let nominal =
        ORDINARY | NISBA | PLACE | PLACE_WEAK | ORG | ORG_WEAK | TITLE | BODY | PLACE_HEAD | ADJ_SHAPE | NAME_WORD;
    if cue.any(nominal) || cue.any(ARTICLE) || owes {
        return Some((at + 1, owes_word(scan, at)));
    }
    None
}

fn is_title(scan: &Scan<'_, '_>, phrase: &crate::LexiconPhrase) -> bool {
    phrase.readings.iter().any(|r| scan.analysed.lexicon().class(r.sense) == Class::Title)
}

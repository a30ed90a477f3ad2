//! People: titles with names, names by themselves, names with an office behind them.

use tawatur_lexicon::{Class, name_shape};
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::begin::{can_begin, compound, guessed_in_title, opens};
use super::cue::{
    ABD, ARTICLE, BODY, CONJUNCTION, COUNTRY, GIVEN, GUESS, KUNYA, LINK, MEDIUM, NAME, NAME_WORD, NISBA, ORDINARY, ORG,
    PARTICLE, PLACE, PLACE_HEAD, PLACE_PREFIX, PLURAL, PREPOSITION, PREPOSITION_WORD, SAY, TITLE, UNKNOWN, VERB,
};
use super::mention::NameKind;
use super::place::prefixed_place;
use super::run::{Run, joins_unknown, run_at};
use super::scan::Scan;
use super::title::{Title, city_as_name, title_at};

/// What a title or a person's name begins with.
const BEGINS: u64 = PLACE_PREFIX | TITLE | NISBA | GUESS | KUNYA | ABD | LINK | NAME | NAME_WORD | UNKNOWN;

/// Reads people from left to right.
pub(crate) fn people(scan: &mut Scan<'_, '_>) {
    let mut at = 0;
    while at < scan.len() {
        at = if scan.calls(at, BEGINS) { person_at(scan, at).unwrap_or(at + 1) } else { at + 1 };
    }
}

/// The person whose title or name begins at the token; gives the token behind.
fn person_at(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    if scan.is_taken(at) {
        return None;
    }
    if let Some((words, _)) = scan.phrase_is(at, Class::Place).filter(|_| !city_as_name(scan, at)) {
        return Some(at + words);
    }
    if let Some(run) = listed(scan, at) {
        let mut mention = scan.mention(NameKind::Person, run, "listed-person");
        mention.role = apposition(scan, run.end);
        scan.take(mention);
        return Some(coordinated(scan, run.end));
    }
    if let Some(end) = prefixed_place(scan, at) {
        return Some(end);
    }
    if let Some(title) = title_at(scan, at).filter(|_| !can_begin(scan, at)) {
        return titled(scan, title);
    }
    if let Some(end) = native(scan, at) {
        return Some(end);
    }
    let run = can_begin(scan, at).then(|| run_at(scan, at))?;
    let because = bare(scan, run)?;
    let mut mention = scan.mention(NameKind::Person, run.tokens, because);
    mention.role = apposition(scan, run.tokens.end);
    scan.take(mention);
    Some(coordinated(scan, run.tokens.end))
}

/// A nationality in place of a title: «الفرنسي …».
fn native(scan: &mut Scan<'_, '_>, at: usize) -> Option<usize> {
    let cue = scan.cue(at);
    if !cue.all(NISBA | ARTICLE) || cue.any(PLACE | PLURAL | PREPOSITION) || !scan.continues(at + 1) {
        return None;
    }
    let first = scan.cue(at + 1);
    if !can_begin(scan, at + 1) || first.any(ARTICLE | CONJUNCTION | PREPOSITION | ORG) {
        return None;
    }
    let run = run_at(scan, at + 1);
    let named = run.sure > 0 || run.linked || run.unknown > 0 && run.unknown + run.possible == run.parts();
    // Behind a noun the nationality is its adjective, and one unknown word behind that may be anything.
    let behind_noun =
        at.checked_sub(1).is_some_and(|b| scan.continues(at) && scan.cue(b).any(ARTICLE | ORDINARY | BODY));
    if !named || (behind_noun || first.any(PLACE)) && run.parts() < 2 {
        return None;
    }
    let mut mention = scan.mention(NameKind::Person, run.tokens, "nationality-and-name");
    mention.role = Some(TokenRange::new(at, at + 1));
    scan.take(mention);
    Some(coordinated(scan, run.tokens.end))
}

/// Further people joined by و to one just read: an unknown word there is a name as well.
fn coordinated(scan: &mut Scan<'_, '_>, at: usize) -> usize {
    let cue = scan.cue(at);
    let pair = cue.any(NAME_WORD) && can_begin(scan, at) && run_at(scan, at).parts() > 1;
    let joined = cue.any(CONJUNCTION) && (cue.any(NAME) || scan.is_unknown(at) || pair);
    let whole = scan.is_unknown(at)
        && scan.stem(at).starts_with('و')
        && (scan.stem(at).chars().nth(4).is_some() || joins_unknown(scan, at));
    if !scan.continues(at) || !scan.is_free_word(at) || cue.any(VERB | PREPOSITION | PLACE | ORG) || !(joined || whole)
    {
        return at;
    }
    let mut run = run_at(scan, at);
    if run.tokens.is_empty() {
        run.tokens = TokenRange::new(at, at + 1);
    }
    let mut mention = scan.mention(NameKind::Person, run.tokens, "joined-to-a-name");
    if whole && !joined {
        let first = scan.analysed.document.range_without(at, 2);
        mention.range = if run.tokens.len() == 1 { first } else { ByteRange::new(first.start(), mention.range.end()) };
    }
    scan.take(mention);
    run.tokens.end
}

/// A name of several words that a row gives as one person's.
fn listed(scan: &Scan<'_, '_>, at: usize) -> Option<TokenRange> {
    let (words, entry) = scan.phrase_is(at, Class::Name)?;
    let lexicon = scan.analysed.lexicon();
    let free = (at..at + words).all(|i| !scan.is_taken(i));
    (free && lexicon.sense_name(lexicon.entry(entry).sense) == "name:both").then(|| TokenRange::new(at, at + words))
}

fn titled(scan: &mut Scan<'_, '_>, title: Title) -> Option<usize> {
    let behind = (title.tokens.len() == 1).then_some(title.tokens.end);
    if let Some(run) = listed(scan, title.name) {
        let mut mention = scan.mention(NameKind::Person, run, "title-and-listed-person");
        mention.role = Some(title.tokens);
        scan.take(mention);
        return Some(run.end);
    }
    if !(can_begin(scan, title.name) || guessed_in_title(scan, title.name))
        || scan.cue(title.name).any(PREPOSITION | CONJUNCTION)
    {
        return behind;
    }
    let run = run_at(scan, title.name);
    if run.tokens.is_empty() || !is_named(scan, title, run) {
        return behind;
    }
    let mut mention = scan.mention(NameKind::Person, run.tokens, "title-and-name");
    mention.role = Some(title.tokens);
    scan.take(mention);
    Some(run.tokens.end)
}

/// Whether a run behind a title is a name: the looser the title, the more the run itself must show.
fn is_named(scan: &Scan<'_, '_>, title: Title, run: Run) -> bool {
    let first = scan.cue(run.tokens.start);
    let strong = run.sure > 0 || run.linked;
    if title.comma {
        return run.parts() >= 2 && (strong || run.unknown == run.parts());
    }
    if title.loose {
        return strong && run.parts() >= 2
            || (run.parts() >= 2 && run.unknown > 0 && run.unknown + run.sure == run.parts());
    }
    if run.parts() == 1 && !strong {
        let adjective = first.any(UNKNOWN) && scan.stem(run.tokens.start).ends_with("يه");
        return !adjective && (!first.any(ORDINARY) || is_closed(scan, run.tokens.end));
    }
    true
}

/// Whether the word before this token cannot be followed by its own complement: a mark or a verb comes next.
fn is_closed(scan: &Scan<'_, '_>, at: usize) -> bool {
    !scan.continues(at) || scan.kind(at) != TokenKind::Word || scan.cue(at).any(VERB)
}

/// Why a run without title is a person; none where it is not.
fn bare(scan: &Scan<'_, '_>, run: Run) -> Option<&'static str> {
    let start = run.tokens.start;
    let first = scan.cue(start);
    if (after_head(scan, start) || first.any(PLACE | ORG | COUNTRY)) && run.parts() < 2 {
        return None;
    }
    if scan.phrase_is(start, Class::Place).is_some_and(|(words, _)| words >= run.tokens.len()) {
        return None;
    }
    let ends_in_name = run.tokens.len() > 1;
    if run.linked && run.parts() >= 1 && ends_in_name {
        let compound = compound(scan, start).is_some() && !first.any(PREPOSITION);
        let sound = first.any(NAME | NAME_WORD | KUNYA | LINK) || run.parts() >= 2 || compound;
        return sound.then_some("kunya-or-descent");
    }
    if run.parts() >= 2 && run.sure > 0 && (first.any(NAME) || run.sure + run.unknown == run.parts()) {
        let after_in = start.checked_sub(1).is_some_and(|b| scan.cue(b).any(PREPOSITION_WORD | PLACE_HEAD));
        let is_place = first.any(ORG) || first.any(PLACE) && (after_in || first.any(PREPOSITION));
        return (!is_place).then_some("given-and-family-name");
    }
    if run.parts() >= 2 && first.any(NAME_WORD | GIVEN) && first.any(GIVEN) && run.unknown > 0 {
        return Some("given-name-and-unknown-word");
    }
    if run.parts() >= 2 && first.all(NAME_WORD | GIVEN) && !first.any(ARTICLE | VERB) && run.unknown == 0 {
        return (!first.any(PLACE | ORG)).then_some("two-name-words");
    }
    if run.parts() >= 2 && run.unknown == run.parts() && !first.any(ARTICLE) {
        return verb_before(scan, start).then_some("speaks");
    }
    if run.parts() >= 2 && run.sure == 0 && first.all(NAME_WORD | GIVEN) && !first.any(ARTICLE | VERB | ORDINARY) {
        return opens(scan, start).then_some("name-where-one-begins");
    }
    if run.parts() == 1 && run.unknown == 1 && !first.any(ARTICLE | CONJUNCTION | PREPOSITION) {
        let says = says_before(scan, start) && name_shape(scan.stem(start)) >= FOREIGN_SUBJECT;
        return (says || verb_before(scan, start) && speech_behind(scan, run.tokens.end)).then_some("speaks");
    }
    if run.parts() == 1 && first.any(NAME_WORD) && !first.any(ARTICLE | CONJUNCTION | PREPOSITION) {
        return (says_before(scan, start) && speech_behind(scan, run.tokens.end)).then_some("speaks");
    }
    let single = run.parts() == 1 && run.sure == 1 && !first.any(ORDINARY | PLACE | ORG | NISBA);
    single.then_some("name-word")
}

/// Whether a head noun before the token makes it a place or body (`مدينة …`, `شركة …`).
fn after_head(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let cue = scan.cue(before);
    scan.continues(at) && cue.any(BODY | PLACE_HEAD | MEDIUM) && !cue.any(ARTICLE) && !cue.any(TITLE)
}

/// Whether what was said follows: `أن`, `إن`, a colon, a quotation mark.
fn speech_behind(scan: &Scan<'_, '_>, at: usize) -> bool {
    let that = scan.cue(at).any(PARTICLE) && scan.stem(at).starts_with("ان");
    that || matches!(scan.kind(at), TokenKind::Colon | TokenKind::Quote)
}

/// Least shape of an unknown word right behind a verb of saying that is read as a person.
const FOREIGN_SUBJECT: i32 = 20;

fn says_before(scan: &Scan<'_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| scan.cue(before).any(SAY) && scan.continues(at))
}

fn verb_before(scan: &Scan<'_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| scan.cue(before).any(VERB) && scan.continues(at))
}

/// The office in apposition behind a name: «…، وزير الداخلية،».
fn apposition(scan: &Scan<'_, '_>, at: usize) -> Option<TokenRange> {
    if !matches!(scan.kind(at), TokenKind::Comma | TokenKind::Open) || !scan.continues(at) {
        return None;
    }
    let cue = scan.cue(at + 1);
    if cue.any(CONJUNCTION | UNKNOWN) {
        return None;
    }
    let title = title_at(scan, at + 1)?;
    let closes = matches!(scan.kind(title.tokens.end), TokenKind::Comma | TokenKind::Close | TokenKind::Stop);
    (closes && title.tokens.len() > 1).then_some(title.tokens)
}

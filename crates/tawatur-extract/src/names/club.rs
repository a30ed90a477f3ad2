//! Clubs that go by their town's name: in «تغلب ليفربول على ضيفه برشلونة الإسباني» no place is named.

use rustc_hash::FxHashSet;
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::cue::{
    ARTICLE, BODY, CONJUNCTION, COUNTRY, IN, NISBA, ORDINARY, PARTICLE, PLACE_HEAD, PLURAL, PREPOSITION,
    PREPOSITION_WORD, PRONOUN, RESULT, SIDE, SPORT, VERB,
};
use super::mention::{NameKind, NameMention};
use super::run::joins_unknown;
use super::scan::Scan;

/// Why a town's name was read as its club's.
pub(crate) const CLUB: &str = "club";
/// Tokens on either side in which other words of sport are looked for.
const NEAR: usize = 30;
/// Tokens between the word that says how a game went and the club.
const BEHIND_RESULT: usize = 4;

/// Reads towns as clubs where words of sport say so, and then wherever the report names them but as places.
pub(crate) fn clubs(scan: &mut Scan<'_, '_>) {
    if !(0..scan.len()).any(|at| scan.cue(at).any(SPORT | SIDE | RESULT)) {
        return;
    }
    let towns = || scan.found.iter().enumerate().filter(|(_, m)| is_town(scan, m) && !is_where(scan, m));
    let signs: Vec<usize> =
        towns().filter(|(_, m)| has_sign(scan, m) && is_of_sport(scan, m)).map(|(i, _)| i).collect();
    if signs.is_empty() {
        return;
    }
    let names: FxHashSet<String> = signs.iter().filter_map(|i| Some(words(scan, scan.found.get(*i)?))).collect();
    let clubs: Vec<usize> =
        towns().filter(|(_, m)| names.contains(&words(scan, m)) && is_of_sport(scan, m)).map(|(i, _)| i).collect();
    for i in clubs {
        let Some(whole) = scan.found.get(i).map(|m| whole(scan, m)) else { continue };
        scan.put(i, whole);
    }
}

/// The club's whole name: «دينامو كييف»، «سان أنطونيو سبيرز».
fn whole(scan: &Scan<'_, '_>, town: &NameMention) -> NameMention {
    let (mut start, mut end) = (town.tokens.start, town.tokens.end);
    let part = |at: usize| scan.is_free_word(at) && scan.is_unknown(at) && !scan.cue(at).any(ARTICLE);
    if !scan.cue(start).any(PREPOSITION | CONJUNCTION)
        && let Some(b) = before(scan, start).filter(|b| part(*b))
    {
        start = b;
    }
    if start == town.tokens.start && scan.continues(end) && part(end) && !joins(scan, end) {
        end += 1;
    }
    let mut mention = scan.mention(NameKind::Organisation, TokenRange::new(start, end), CLUB);
    if start == town.tokens.start {
        mention.range = ByteRange::new(town.range.start(), mention.range.end());
    }
    mention
}

/// Whether a clitic parts the word from the name before.
fn joins(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.cue(at).any(CONJUNCTION | PREPOSITION) || joins_unknown(scan, at)
}

/// Whether a mention is a town, or a place that no table has.
fn is_town(scan: &Scan<'_, '_>, mention: &NameMention) -> bool {
    let lexicon = scan.analysed.lexicon();
    let kind = mention.entry.map(|e| lexicon.sense_name(lexicon.entry(e).sense));
    mention.kind == NameKind::Place && kind.is_none_or(|k| k.starts_with("place:city"))
}

fn words(scan: &Scan<'_, '_>, mention: &NameMention) -> String {
    let mut words = scan.stem(mention.tokens.start).to_owned();
    for at in mention.tokens.start + 1..mention.tokens.end {
        words.push(' ');
        words.push_str(scan.analysed.document.word(at));
    }
    words
}

/// Whether something is said to be in or at the town.
fn is_where(scan: &Scan<'_, '_>, mention: &NameMention) -> bool {
    let at = mention.tokens.start;
    let own = scan.cue(at).any(PREPOSITION) && scan.analysed.document.word(at).starts_with('ب');
    own || before(scan, at).is_some_and(|b| scan.cue(b).any(IN | PLACE_HEAD))
}

fn before(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|_| scan.continues(at))
}

/// Whether other words around are of sport.
fn is_of_sport(scan: &Scan<'_, '_>, mention: &NameMention) -> bool {
    sports(scan, mention).next().is_some()
}

/// The words of sport around a mention.
fn sports(scan: &Scan<'_, '_>, mention: &NameMention) -> impl Iterator<Item = usize> {
    let sign = mention.tokens.start.saturating_sub(1);
    let ahead = (sign.saturating_sub(NEAR)..sign).rev().take_while(|at| scan.continues(at + 1));
    let behind = (mention.tokens.end..mention.tokens.end + NEAR).take_while(|at| scan.continues(*at));
    ahead.chain(behind).filter(|at| scan.cue(*at).any(SPORT))
}

/// Whether what stands around a town's name is said of teams.
fn has_sign(scan: &Scan<'_, '_>, mention: &NameMention) -> bool {
    let unlisted = |b: &usize| scan.is_free_word(*b) && scan.is_unknown(*b);
    let start = before(scan, mention.tokens.start).filter(unlisted).unwrap_or(mention.tokens.start);
    let side = before(scan, start).is_some_and(|b| {
        let cue = scan.cue(b);
        cue.any(SIDE | RESULT) && !cue.any(ARTICLE)
            || cue.any(VERB) && !cue.any(PARTICLE | PRONOUN) && is_his(scan.stem(b))
    });
    // «الهدف الثاني لبرشلونة»
    let own = scan.cue(start).any(PREPOSITION) && scan.analysed.document.word(start).starts_with('ل');
    let scored = own && sports(scan, mention).nth(1).is_some();
    side || scored || behind_result(scan, start) || is_masculine(scan, mention) || is_listed(scan, mention)
}

/// Whether a verb has a masculine subject, by its letters.
fn is_his(verb: &str) -> bool {
    let bare = verb.strip_prefix('س').unwrap_or(verb);
    !bare.starts_with('ت') && !bare.ends_with('ت')
}

/// «فاز … على»، «تعادل … مع»: with whom a game was.
fn behind_result(scan: &Scan<'_, '_>, start: usize) -> bool {
    let Some(preposition) = before(scan, start).filter(|b| scan.cue(*b).any(PREPOSITION_WORD)) else { return false };
    let words = (preposition.saturating_sub(BEHIND_RESULT)..preposition).rev().take_while(|at| scan.continues(at + 1));
    words.into_iter().any(|at| scan.cue(at).any(RESULT))
}

/// A town is feminine, a club is not: «برشلونة الإسباني»، «ليون يواصل».
fn is_masculine(scan: &Scan<'_, '_>, mention: &NameMention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    if !scan.continues(end) {
        return false;
    }
    // Behind a noun the adjective is that noun's: «ميناء طرابلس اللبناني».
    let noun = before(scan, start).is_some_and(|b| {
        scan.cue(b).any(ORDINARY | BODY | PREPOSITION_WORD) && !scan.cue(b).any(SIDE | ARTICLE | VERB | PARTICLE)
    });
    let cue = scan.cue(end);
    let word = scan.analysed.document.word(end);
    let origin = cue.all(NISBA | ARTICLE) && !cue.any(PLURAL) && !word.ends_with(['ه', 'ن']);
    let does = cue.any(VERB) && !cue.any(PARTICLE | ARTICLE) && word.starts_with('ي');
    (origin || does) && !noun
}

/// «بورتو (البرتغال)»: so reports of games say where a club is from.
fn is_listed(scan: &Scan<'_, '_>, mention: &NameMention) -> bool {
    let end = mention.tokens.end;
    scan.kind(end) == TokenKind::Open
        && scan.cue(end + 1).any(COUNTRY)
        && scan.kind(end + 2) == TokenKind::Close
        && scan.continues(end)
}

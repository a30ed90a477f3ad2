//! Places that no table knows, named once with their head noun and again without it; places named in a row.

use rustc_hash::FxHashSet;
use tawatur_lexicon::{Class, Reading};
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::headed;
use super::spot::{Key, Level, Spot, Stand, key_of};
use super::view::View;
use super::vocabulary::mark;

/// Fewest letters of a name that is looked for again.
const SHORTEST: usize = 4;

/// Names that a list of places may have.
const LONGEST_LIST: usize = 6;

/// Adds the lists of places («بلدتي عين الجوز وتيمزدا»), and what was named once wherever it stands again.
pub(super) fn add(view: &View<'_, '_>, spots: &mut Vec<Spot>, stand: impl Fn(usize, bool) -> Stand) {
    let lists = lists(view, spots);
    let inside = |s: &Spot| {
        let next = lists.partition_point(|l| l.name.end <= s.name.start);
        lists.get(next).is_some_and(|l| l.name.contains(s.name.start))
    };
    let mut names = Told::of(view, spots);
    for list in &lists {
        names.headed.extend(list.name.iter().skip(1).filter(|t| is_strange(view, *t)).map(|t| key_of(bare(view, t).1)));
    }
    spots.retain(|s| !inside(s));
    spots.extend(lists);
    spots.sort_by_key(|s| s.name.start);
    if names.is_empty() {
        return;
    }
    let again = again(view, spots, &names, stand);
    spots.extend(again);
    spots.sort_by_key(|s| s.name.start);
}

/// Names that a head noun or a direction in brackets gives away: «قرية تيمزدا», «تيمزدا (شرق)».
#[derive(Default)]
struct Told {
    headed: FxHashSet<u64>,
    lying: FxHashSet<u64>,
}

impl Told {
    fn of(view: &View<'_, '_>, spots: &[Spot]) -> Self {
        let last = spots.iter().filter(|s| matches!(s.key, Key::Word(_)) && s.name.len() <= 2).map(|s| s.name.end - 1);
        let tokens = view.document().tokens().len();
        let lying = (1..tokens).filter(|t| lies(view, *t)).map(|t| t - 1);
        let key = |t: usize| key_of(bare(view, t).1);
        let small = last.clone().filter(|t| !is_strange(view, *t));
        Self {
            headed: last.filter(|t| is_strange(view, *t)).map(key).collect(),
            lying: lying.chain(small).filter(|t| may_be_town(view, *t)).map(key).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.headed.is_empty() && self.lying.is_empty()
    }

    fn has(&self, key: u64) -> bool {
        self.headed.contains(&key) || self.lying.contains(&key)
    }

    /// Whether the name may stand again at a token: one of the lexicon only where the report says where it lies.
    fn may_stand(&self, view: &View<'_, '_>, at: usize, key: u64) -> bool {
        self.has(key) && (is_strange(view, at) || self.lying.contains(&key))
    }
}

/// Whether a bracket begins here that says where something lies: «(شرق)», «(وسط البلاد)».
pub(super) fn lies(view: &View<'_, '_>, open: usize) -> bool {
    let kind = |t: usize| view.document().kind(t);
    kind(open) == TokenKind::Open
        && view.has(open + 1, mark::DIRECTION)
        && (open + 1..open + 5).any(|t| kind(t) == TokenKind::Close)
}

/// A word that the lexicon lacks, whatever is written with it.
fn is_strange(view: &View<'_, '_>, at: usize) -> bool {
    let word = view.document().kind(at) == TokenKind::Word;
    word && view.mark(at) == 0 && view.analysed.readings(at).is_empty() && bare(view, at).1.chars().count() >= SHORTEST
}

/// A word that the lexicon lacks, or has as that of a town only where something else says so.
fn may_be_town(view: &View<'_, '_>, at: usize) -> bool {
    let lexicon = view.analysed.lexicon();
    let readings = view.analysed.readings(at);
    let weak = |r: &Reading| lexicon.class(r.sense) == Class::Place && lexicon.sense_name(r.sense).ends_with("-weak");
    is_strange(view, at) || !readings.is_empty() && readings.iter().all(weak)
}

/// How many letters are written before the name, whether one of them is ب, and the name.
fn bare<'v>(view: &View<'v, '_>, at: usize) -> (usize, &'v str) {
    let word = view.document().word(at);
    let long = |w: &&str| w.chars().count() >= SHORTEST;
    match word.strip_prefix('و').filter(long) {
        Some(rest) => (1, rest),
        None => (0, word),
    }
}

/// The places of these names that are no spot yet.
fn again(view: &View<'_, '_>, spots: &[Spot], names: &Told, stand: impl Fn(usize, bool) -> Stand) -> Vec<Spot> {
    let mut next = 0;
    let mut found = Vec::new();
    for at in 0..view.document().tokens().len() {
        while spots.get(next).is_some_and(|s| s.name.end <= at) {
            next += 1;
        }
        if spots.get(next).is_some_and(|s| s.name.contains(at)) || !may_be_town(view, at) {
            continue;
        }
        let (letters, name) = bare(view, at);
        let with_bi = name.strip_prefix('ب').filter(|n| names.has(key_of(n)));
        let (letters, name) = with_bi.map_or((letters, name), |n| (letters + 1, n));
        if !names.may_stand(view, at, key_of(name)) {
            continue;
        }
        let range = view.document().range_of(TokenRange::new(at, at + 1));
        let text = range.slice(view.document().original());
        let skipped = text.char_indices().nth(letters).map_or(0, |(i, _)| i as u32);
        found.push(Spot {
            name: TokenRange::new(at, at + 1),
            range: ByteRange::new(range.start() + skipped, range.end()),
            key: Key::Word(key_of(name)),
            level: Level::City,
            country: None,
            stand: stand(at, with_bi.is_some()),
            of_source: false,
            alone: false,
        });
    }
    found
}

/// «بلدتي عين الجوز وتيمزدا», «مناطق جوبر، وعربين»: one place of several names.
fn lists(view: &View<'_, '_>, spots: &[Spot]) -> Vec<Spot> {
    let mut found: Vec<Spot> = Vec::new();
    for at in 0..view.document().tokens().len() {
        if !view.has(at, mark::PLACE_HEAD) || found.last().is_some_and(|l| l.name.contains(at)) {
            continue;
        }
        if let Some(list) = list(view, spots, at) {
            found.push(list);
        }
    }
    found
}

fn list(view: &View<'_, '_>, spots: &[Spot], head: usize) -> Option<Spot> {
    let many = |r: &tawatur_lexicon::Reading| r.form.is_dual() || r.form.is_plural();
    if view.is_definite(head) || !view.analysed.readings(head).iter().any(many) {
        return None;
    }
    let mut end = name_end(view, spots, head + 1, false)?;
    let mut names = 1;
    while names < LONGEST_LIST {
        let comma = usize::from(view.document().kind(end) == TokenKind::Comma);
        let Some(next) = name_end(view, spots, end + comma, true) else { break };
        (end, names) = (next, names + 1);
    }
    if names < 2 {
        return None;
    }
    let name = TokenRange::new(head, end);
    let (clitic, letters) = headed::clitics_of(view, head);
    let range = view.document().range_of(name);
    let text = range.slice(view.document().original());
    let skipped = text.char_indices().nth(letters).map_or(0, |(i, _)| i as u32);
    let before = head.checked_sub(1);
    let within = clitic || before.is_some_and(|b| view.has(b, mark::PREPOSITION) && !view.is_from(b));
    Some(Spot {
        name,
        range: ByteRange::new(range.start() + skipped, range.end()),
        key: Key::Word(key_of(view.document().word(end - 1))),
        level: Level::City,
        country: None,
        stand: if within { Stand::Within } else { Stand::Named },
        of_source: false,
        alone: headed::is_land(view, head),
    })
}

/// The token after the name that begins here: a known place, or one strange word.
fn name_end(view: &View<'_, '_>, spots: &[Spot], at: usize, joined: bool) -> Option<usize> {
    let known = spots.partition_point(|s| s.name.start < at);
    let joins = view.joins(at) || view.document().word(at).starts_with('و');
    if joined && !joins || view.document().token(at).is_none_or(|t| t.line_start) {
        return None;
    }
    let named = spots.get(known).filter(|s| s.name.start == at).map(|s| s.name.end);
    let lexicon = view.analysed.lexicon();
    let name = |r: &Reading| matches!(lexicon.class(r.sense), Class::Place | Class::Name);
    let only_name = !view.is_definite(at)
        && view.analysed.readings(at).iter().all(name)
        && bare(view, at).1.chars().count() >= SHORTEST;
    named.or_else(|| (is_strange(view, at) || only_name).then_some(at + 1))
}

//! The places that a text names, and which of them it is about.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use tawatur_lexicon::{Class, Clitics, EntryId, Lexicon, Reading};
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::assemble::Input;
use super::headed::{self, LETTERS};
use super::named_again;
use super::view::View;
use super::vocabulary::mark;
use super::{capital, land, site, small_town};
use crate::rule::barrier;
use crate::{NameKind, NameMention, Senses};

/// How fine a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Country,
    Region,
    Area,
    City,
}

/// What tells places apart: their entry, or for those of no table the token that names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Entry(EntryId),
    Word(u64),
}

/// How a place stands to what happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Something happens there: «في», «داخل», «شرقي».
    Within,
    /// Something happens near it: «قرب», «بالقرب من».
    Near,
    /// It is only named.
    Named,
    /// Somebody comes from it: «من».
    From,
    /// Something goes to it: «إلى».
    To,
    /// It is measured from, bordered on, or somebody's seat: no place of what happens.
    Landmark,
}

/// A place at one place of the text.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The name, with its head noun («جزيرة لومبوك»).
    pub(super) name: TokenRange,
    pub(super) range: ByteRange,
    pub(super) key: Key,
    pub(super) level: Level,
    pub(super) country: Option<&'static str>,
    pub(super) stand: Stand,
    /// Whether it only stands in who says it, or in the dateline.
    pub(super) of_source: bool,
    /// A site that no town is named with: where one thing happened, and not what the report is about.
    pub(super) alone: bool,
}

impl Spot {
    /// Whether something is said to happen there.
    pub(super) fn located(&self) -> bool {
        matches!(self.stand, Stand::Within | Stand::Near)
    }
}

/// Words around the name of a place that tell how it stands.
struct Signs {
    inside: Senses,
    near: Senses,
    from: Senses,
    to: Senses,
    with: Senses,
    border: Senses,
    seat: Senses,
    resides: Senses,
    backed: Senses,
    led_by: Senses,
    talks: Senses,
    heads: Senses,
    regions: Senses,
    located: Senses,
    strikes: Senses,
    strike_on: Senses,
    on: Senses,
    into: Senses,
    before: Senses,
}

impl Signs {
    /// The signs of the lexicon, made once.
    fn get(lexicon: &Lexicon) -> &'static Self {
        static SIGNS: OnceLock<Signs> = OnceLock::new();
        SIGNS.get_or_init(|| Self::new(lexicon))
    }

    fn new(lexicon: &Lexicon) -> Self {
        let of = |names: &[&str]| Senses::of(lexicon, names);
        Self {
            inside: of(&["prep:in", "prep:inside", "prep:at", "prep:amid", "prep:near", "noun:place-direction"]),
            near: of(&["prep:near", "prep:facing"]),
            into: of(&["prep:in", "prep:inside"]),
            before: of(&["prep:in-front", "prep:outside", "prep:at"]),
            from: of(&["prep:from"]),
            to: of(&["prep:to"]),
            with: of(&["prep:with"]),
            border: of(&["noun:place-border"]),
            seat: of(&["noun:seat"]),
            resides: of(&["adj:resides"]),
            backed: of(&["event:belongs"]),
            led_by: of(&["prep:led-by"]),
            talks: of(&["noun:speech-conference", "noun:event-meeting", "noun:event-negotiate"]),
            heads: of(&headed::ALL_HEADS),
            located: of(&["adj:located"]),
            strikes: of(&["verb:strikes-place"]),
            strike_on: of(&["noun:strike-on"]),
            on: of(&["prep:on"]),
            regions: of(&["noun:place-region", "noun:place-district", "noun:place-quarter"]),
        }
    }

    /// «استهدفت حلب», «قصف على إدلب»: what was struck is where it happened.
    fn is_struck(&self, view: &View<'_, '_>, before: usize) -> bool {
        let verb = view.analysed.is(before, &self.strikes) && !view.is_definite(before);
        let on = view.analysed.is(before, &self.on) && !view.ends_in_pronoun(before);
        verb || on && (before.saturating_sub(STRIKE)..before).any(|t| view.analysed.is(t, &self.strike_on))
    }

    /// «مؤتمر صحفي في كاتانيا», «محادثات في جنيف»: where people talk of it, unless that is what was struck.
    fn is_of_talks(&self, view: &View<'_, '_>, start: usize) -> bool {
        let apart = |t: usize| view.barriers(t) & (PARTS | barrier::VERB | barrier::SLOT) != 0;
        let here = (start.saturating_sub(TALKS)..start).rev().take_while(|t| !apart(*t));
        let talks = here.into_iter().find(|t| view.analysed.is(*t, &self.talks));
        talks.is_some_and(|t| !(t.saturating_sub(STRIKE)..t).any(|b| self.strikes_at(view, b)))
    }

    fn strikes_at(&self, view: &View<'_, '_>, at: usize) -> bool {
        view.has(at, mark::TRIGGER) || view.analysed.is(at, &self.strikes) || view.analysed.is(at, &self.strike_on)
    }

    /// How a site stands: in front of it is near it too («أمام مقر الحزب», «خارج ملعب المدينة»).
    fn stand_of_site(&self, view: &View<'_, '_>, start: usize, end: usize, by_clitic: bool) -> Stand {
        let before = start.checked_sub(1).is_some_and(|b| view.analysed.is(b, &self.before));
        if before { Stand::Near } else { self.stand(view, start, end, by_clitic) }
    }

    /// How the place that begins at `start`, a preposition written with it left out, and ends before `end` stands.
    fn stand(&self, view: &View<'_, '_>, start: usize, end: usize, by_clitic: bool) -> Stand {
        // «في #كابول»
        let sign = start.checked_sub(1).filter(|b| view.document().kind(*b) == TokenKind::Symbol);
        let start = sign.unwrap_or(start);
        let Some(before) = start.checked_sub(1) else { return Stand::Named };
        if !by_clitic && view.analysed.is(before, &self.heads) && !view.is_definite(before) {
            // «بمدينة صور», «في محافظة ديالى»: the noun before the name tells.
            return self.stand(view, before, end, written_with_bi(view, before));
        }
        // «في العاصمة السورية دمشق»
        let head = before.checked_sub(1).filter(|h| view.is_definite(*h) && view.analysed.is(*h, &self.heads));
        if let Some(head) = head.filter(|_| !by_clitic && view.has(before, mark::NISBA) && view.is_definite(before)) {
            return self.stand(view, head, end, written_with_bi(view, head));
        }
        let is = |at: usize, senses: &Senses| view.analysed.is(at, senses);
        let back = |reach: usize| start.saturating_sub(reach)..start;
        if back(3).any(|t| is(t, &self.located)) {
            return Stand::Named;
        }
        let seated = |t: usize| is(t, &self.seat) || is(t, &self.resides);
        // «مدعومين من إيران»: whose men they are.
        if is(before, &self.from) && before.checked_sub(1).is_some_and(|b| is(b, &self.backed)) {
            return Stand::Landmark;
        }
        if is(end, &self.seat) || back(3).any(seated) || is(before, &self.led_by) {
            return Stand::Landmark;
        }
        if (by_clitic || is(before, &self.into)) && self.is_of_talks(view, start) {
            return Stand::Landmark;
        }
        if by_clitic {
            return Stand::Within;
        }
        let phrase = view.analysed.phrase_over(before);
        let near = |r: &Reading| view.analysed.entry(r).feature("place") == Some("near");
        if is(before, &self.near) || phrase.map_or(view.analysed.readings(before), |p| &p.readings).iter().any(near) {
            return Stand::Near;
        }
        // «غربي العاصمة عمان»
        let capital = view.analysed.is(before, &self.heads) && view.is_definite(before);
        if before.checked_sub(usize::from(capital)).is_some_and(|at| lies_off(view, at)) {
            return Stand::Landmark;
        }
        if is(before, &self.inside) {
            return Stand::Within;
        }
        if is(before, &self.from) {
            let measured = back(7).any(|t| view.has(t, mark::MEASURE)) && !back(7).any(|t| view.is_slot(t));
            return if measured { Stand::Landmark } else { Stand::From };
        }
        if is(before, &self.with) && back(6).any(|t| is(t, &self.border)) {
            return Stand::Landmark;
        }
        if self.is_struck(view, before) {
            return Stand::Within;
        }
        if is(before, &self.to) {
            return Stand::To;
        }
        if view.is_inside_direction(before, &self.inside) { Stand::Within } else { Stand::Named }
    }
}

/// Words between a strike and «على», and between talks and their place.
const STRIKE: usize = 5;
const TALKS: usize = 4;

/// Whether any reading of the word has ب before it.
fn written_with_bi(view: &View<'_, '_>, at: usize) -> bool {
    view.analysed.readings(at).iter().any(|r| r.clitics.has(Clitics::BI))
}

/// «السلط غربي العاصمة عمان», «30 كلم شمال غرب عمان»: a direction behind a place or a distance tells where something
/// else lies.
fn lies_off(view: &View<'_, '_>, direction: usize) -> bool {
    let points = |t: &usize| view.has(*t, mark::DIRECTION);
    let run = (0..=direction).rev().take_while(points).count();
    let Some(behind) = (direction + 1 - run).checked_sub(1).filter(|_| run > 0) else { return false };
    let place = view.has(behind, mark::PLACE) && !view.has(behind, mark::PREPOSITION);
    place || view.has(behind, mark::MEASURE)
}

/// Places named in who says it are not where it happened.
fn mark_sources(spots: &mut [Spot], input: &Input<'_, '_>) {
    let mut cues: Vec<TokenRange> = input.attributions.iter().map(|a| a.cue).collect();
    cues.sort_unstable();
    for spot in spots {
        let before = cues.partition_point(|c| c.start <= spot.name.start);
        let near = cues.get(before.saturating_sub(3)..before).unwrap_or(&[]);
        spot.of_source = near.iter().any(|c| c.contains(spot.name.start));
    }
}

/// All places of a text, in order.
pub(super) fn spots(view: &View<'_, '_>, input: &Input<'_, '_>) -> Vec<Spot> {
    let signs = Signs::get(view.analysed.lexicon());
    // A bridge or a ship that no list has would hide the city that the report names for the event.
    let names = input.names.mentions.iter().filter(|m| m.kind == NameKind::Place && !m.is_only_voted());
    let names: Vec<&NameMention> = names.collect();
    let told = small_town::told(view, &names, &signs.heads, &signs.into);
    let is_told = |m: &NameMention| m.entry.is_some_and(|e| told.contains(&e));
    let sure = |m: &NameMention| is_told(m) || !is_common(view, m) && !small_town::is_weak(view, m);
    let names = names.into_iter().filter(|m| sure(m));
    let by_word = |m: &NameMention| small_town::is_weak(view, m);
    let mut found: Vec<Spot> = names.filter_map(|m| spot(view, m, signs, by_word(m))).collect();
    let headed = headed::names(view, &found);
    // «فاض وادي كذا»: a stretch of land is a place only where something happens in it.
    let told = |s: &Spot| !s.alone || s.located();
    found.extend(headed.iter().map(|name| headed_spot(view, *name, signs)).filter(told));
    found.sort_by_key(|s| s.name.start);
    tell_where_they_lie(&mut found, view, &headed);
    named_again::add(view, &mut found, |start, by_clitic| signs.stand(view, start, start + 1, by_clitic));
    found.sort_by_key(|s| s.name.start);
    let of_site = |start, end, by_clitic| signs.stand_of_site(view, start, end, by_clitic);
    site::add(view, &mut found, &input.names.mentions, of_site);
    let sites: Vec<TokenRange> = found.iter().map(|s| s.name).filter(|n| view.has(n.start, SITES)).collect();
    tell_where_they_lie(&mut found, view, &sites);
    land::add(view, &mut found, &signs.into);
    capital::add(view, &mut found, |start, end, by_clitic| signs.stand(view, start, end, by_clitic));
    mark_taken(&mut found, view, signs);
    mark_sources(&mut found, input);
    mark_dateline(&mut found, view);
    found
}

/// What the name of a site begins with.
pub(super) const SITES: u64 = mark::SITE | mark::SITE_PART;

/// «بلدة عين الزيتون بولاية سطيف»: a village that no table has is named with the province right behind it.
fn tell_where_they_lie(spots: &mut [Spot], view: &View<'_, '_>, headed: &[TokenRange]) {
    let leads = |t: usize| view.has(t, mark::PREPOSITION | mark::PLACE_HEAD);
    for at in 1..spots.len() {
        let (before, rest) = spots.split_at_mut(at);
        let (Some(village), Some(outer)) = (before.last_mut(), rest.first()) else { continue };
        let (end, start) = (village.name.end, outer.name.start);
        let near = start >= end && start <= end + 2 && (end..start).all(leads);
        let lies = outer.stand == Stand::Within && outer.level > Level::Country;
        if near && lies && headed.binary_search_by_key(&village.name.start, |h| h.start).is_ok() {
            village.range = ByteRange::new(village.range.start(), outer.range.end());
        }
    }
}

/// «نُقلوا إلى مستشفى خولة في مسقط»: where the hospital is to which somebody is taken is not where it happened.
fn mark_taken(spots: &mut [Spot], view: &View<'_, '_>, signs: &Signs) {
    for spot in spots.iter_mut().filter(|s| s.stand == Stand::Within) {
        let start = spot.name.start;
        let site = (start.saturating_sub(HOSPITAL)..=start).rev().find(|t| view.has(*t, mark::HOSPITAL));
        let to = site.and_then(|h| h.checked_sub(1)).is_some_and(|b| view.analysed.is(b, &signs.to));
        let clear = site.is_some_and(|h| (h..start).all(|t| view.barriers(t) & PARTS == 0));
        if to && clear {
            spot.stand = Stand::Landmark;
        }
    }
}

/// What parts a hospital from a place.
const PARTS: u8 = barrier::STOP | barrier::CLAUSE | barrier::COMMA;

/// Words from a hospital to the place that it is in.
const HOSPITAL: usize = 6;

/// «دبي (وكالة) —»: where the report was filed; a headline may stand before it.
fn mark_dateline(spots: &mut [Spot], view: &View<'_, '_>) {
    let kind = |at: usize| view.document().kind(at);
    for line in view.document().paragraphs().iter().take(DATELINES) {
        let reach = line.start + 1..line.end.min(line.start + 16);
        let Some(dash) = reach.clone().find(|at| kind(*at) == TokenKind::Dash && kind(at - 1) == TokenKind::Close)
        else {
            continue;
        };
        for spot in spots.iter_mut().filter(|s| line.start <= s.name.start && s.name.start < dash) {
            spot.of_source = true;
        }
        return;
    }
}

/// Paragraphs at the head of which a dateline may stand.
const DATELINES: usize = 3;

/// A place that only its head noun gives away. «ولاية» says what it is, «مخيم» is part of its name.
fn headed_spot(view: &View<'_, '_>, name: TokenRange, signs: &Signs) -> Spot {
    let (by_clitic, letters) = headed::clitics_of(view, name.start);
    let stand = signs.stand(view, name.start, name.end, by_clitic);
    let bare = view.analysed.is(name.start, &signs.regions);
    let range = view.document().range_of(TokenRange::new(name.start + usize::from(bare), name.end));
    let letters = if bare { 0 } else { letters };
    let words = range.slice(view.document().original());
    let skipped = words.char_indices().nth(letters).map_or(0, |(i, _)| i as u32);
    let range = ByteRange::new(range.start() + skipped, range.end());
    let key = Key::Word(word_key(view, name.end - 1));
    let alone = headed::is_land(view, name.start);
    Spot { name, range, key, level: Level::City, country: None, stand, of_source: false, alone }
}

/// The spot of a mention; `by_word` for a town that shares its name with a common word and that the report says where it
/// lies: it stands again where no reader of names takes it, so that its word tells it from others.
fn spot(view: &View<'_, '_>, mention: &NameMention, signs: &Signs, by_word: bool) -> Option<Spot> {
    let lexicon = view.analysed.lexicon();
    let entry = mention.entry.map(|e| lexicon.entry(e));
    let sense = entry.map_or("", |e| lexicon.sense_name(e.sense));
    let start = mention.tokens.start;
    let like = |r: &Reading| Some(r.entry) == mention.entry && r.clitics.has(Clitics::KA);
    if view.analysed.readings(start).iter().any(like) {
        return None;
    }
    let by_clitic =
        view.analysed.readings(start).iter().any(|r| r.clitics.has(Clitics::BI)) && starts_with_clitic(view, mention);
    let stand = signs.stand(view, start, mention.tokens.end, by_clitic);
    if stand == Stand::Named && is_ordinary(view, mention) && !is_called(view, start, signs) {
        return None;
    }
    let part = start.checked_sub(1).is_some_and(|b| view.has(b, mark::DIRECTION));
    let level = match sense {
        s if s.contains("country") && part => Level::Region,
        s if s.contains("country") => Level::Country,
        s if s.contains("region") => Level::Region,
        s if s.contains("area") => Level::Area,
        _ => Level::City,
    };
    let key = mention
        .entry
        .filter(|_| !by_word)
        .map_or_else(|| Key::Word(word_key(view, mention.tokens.end - 1)), Key::Entry);
    let country = entry.and_then(|e| e.feature("country"));
    Some(Spot {
        name: mention.tokens,
        range: bare_range(view, mention),
        key,
        level,
        country,
        stand,
        of_source: false,
        alone: false,
    })
}

/// The range of the name without clitics: «بغزة».
fn bare_range(view: &View<'_, '_>, mention: &NameMention) -> ByteRange {
    let at = mention.tokens.start;
    let phrase = view.analysed.phrase_at(at).map_or(&[][..], |p| p.readings.as_slice());
    let reading = view.analysed.readings(at).iter().chain(phrase).find(|r| Some(r.entry) == mention.entry);
    let clitics = reading.map_or(0, |r| LETTERS.iter().filter(|c| r.clitics.has(**c)).count());
    // «للشرق»: the article has lost its first letter.
    let swallowed = reading.is_some_and(|r| r.clitics.has(Clitics::LI) && r.clitics.has(Clitics::AL));
    let clitics = clitics + usize::from(swallowed);
    if clitics == 0 || starts_with_clitic(view, mention) {
        return mention.range;
    }
    let name = mention.range.slice(view.document().original());
    let skipped = name.char_indices().nth(clitics).map_or(0, |(i, _)| i as u32);
    ByteRange::new(mention.range.start() + skipped, mention.range.end())
}

/// «المدينة» is the city spoken of, «وأن» is no lake, and «سيول» are floods.
fn is_common(view: &View<'_, '_>, mention: &NameMention) -> bool {
    if mention.tokens.len() > 1 {
        return false;
    }
    let at = mention.tokens.start;
    let lexicon = view.analysed.lexicon();
    let head = |r: &Reading| lexicon.sense_name(r.sense).starts_with("noun:place-");
    let event = |r: &Reading| lexicon.sense_name(r.sense).starts_with("noun:event-");
    let readings = view.analysed.readings(at);
    view.has(at, mark::PARTICLE | mark::PREPOSITION | mark::PRONOUN) || readings.iter().any(|r| head(r) || event(r))
}

/// «صور أطفال»: a town whose name is an ordinary noun, where nothing tells that it is meant.
fn is_ordinary(view: &View<'_, '_>, mention: &NameMention) -> bool {
    let lexicon = view.analysed.lexicon();
    let ordinary = |r: &Reading| {
        let class = lexicon.class(r.sense);
        matches!(class, Class::Noun | Class::Adjective | Class::Verb) && r.clitics.is_empty()
    };
    mention.tokens.len() == 1 && view.analysed.readings(mention.tokens.start).iter().any(ordinary)
}

/// «العاصمة كابول», «العاصمة الأفغانية كابول», «قتلت تركيا»: what stands before the name says that it is one.
fn is_called(view: &View<'_, '_>, start: usize, signs: &Signs) -> bool {
    let sign = |t: &usize| view.document().kind(*t) == TokenKind::Symbol;
    let Some(before) = start.checked_sub(1) else { return false };
    let before = if sign(&before) { before.saturating_sub(1) } else { before };
    let head = |t: usize| view.analysed.is(t, &signs.heads);
    // «اعتقلت تركيا 20 ضابطا»: who does it, and no «ضابطا تركيا».
    let done = view.has(before, mark::TRIGGER) && view.has(before, mark::VERB) && !view.has(before, mark::NOMINAL);
    head(before) || done || view.has(before, mark::NISBA) && before.checked_sub(1).is_some_and(head)
}

fn word_key(view: &View<'_, '_>, at: usize) -> u64 {
    key_of(view.document().word(at))
}

/// The key of a place that no table knows.
pub(super) fn key_of(word: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

/// Whether the mention leaves out a clitic that its first word carries.
fn starts_with_clitic(view: &View<'_, '_>, mention: &NameMention) -> bool {
    view.document().token(mention.tokens.start).is_some_and(|t| t.range.start() < mention.range.start())
}

//! Sites with a name: «سوق الجمعة», «مستشفى الشاطئ في غزة», where a report says that something happened there.

use std::sync::OnceLock;

use tawatur_lexicon::{Clitics, Known};
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::headed::LETTERS;
use super::spot::{Key, Level, Spot, Stand, key_of};
use super::view::View;
use super::vocabulary::mark;
use crate::{NameMention, Senses};

/// Words that the name of a site may have behind its noun.
const LONGEST: usize = 4;

/// What ends the name of a site.
const BARRED: u64 = mark::PREPOSITION
    | mark::PARTICLE
    | mark::PRONOUN
    | mark::TIME
    | mark::CLAUSE
    | mark::THAT
    | mark::AMONG
    | mark::TRIGGER
    | mark::RELATIVE;

/// Adds the sites in which or at which something is said to happen; one with the town right behind it is named with it.
pub(super) fn add(
    view: &View<'_, '_>,
    spots: &mut Vec<Spot>,
    names: &[NameMention],
    stand: impl Fn(usize, usize, bool) -> Stand,
) {
    static KUNYA: OnceLock<Senses> = OnceLock::new();
    let kunya = Senses::once(&KUNYA, view.analysed.lexicon(), &["part:kunya", "part:kunya-female"]);
    let sites = Sites { view, names, kunya };
    let mut next = 0;
    let mut found: Vec<Spot> = Vec::new();
    for at in 0..view.document().tokens().len() {
        if !view.has(at, mark::SITE) {
            continue;
        }
        while spots.get(next).is_some_and(|s| s.name.end <= at) {
            next += 1;
        }
        let taken = spots.get(next).is_some_and(|s| s.name.contains(at));
        if taken || found.last().is_some_and(|f| f.name.contains(at)) {
            continue;
        }
        found.extend(sites.site(spots, at, &stand));
    }
    let inside = |s: &Spot| found.iter().any(|f| f.name.start <= s.name.start && s.name.end <= f.name.end);
    if !found.is_empty() {
        spots.retain(|s| !inside(s));
        spots.extend(found);
        spots.sort_by_key(|s| s.name.start);
    }
}

/// The text with its names.
struct Sites<'s, 'v, 'a> {
    view: &'s View<'v, 'a>,
    names: &'s [NameMention],
    kunya: &'static Senses,
}

impl Sites<'_, '_, '_> {
    fn site(&self, spots: &[Spot], at: usize, stand: impl Fn(usize, usize, bool) -> Stand) -> Option<Spot> {
        let view = self.view;
        let many = |r: &tawatur_lexicon::Reading| r.form.is_dual() || r.form.is_plural();
        // «جامعة» is read as somebody's mosque too; what counts is the site.
        let site =
            |r: &&tawatur_lexicon::Reading| view.bits_of(r) & mark::SITE != 0 && !r.clitics.has(Clitics::PRONOUN);
        let head = view.analysed.readings(at).iter().find(site)?;
        if many(head) || view.is_definite(at) {
            return None;
        }
        let end = self.name_end(spots, at + 1)?;
        // «عند بوابة ملعب ...»: the gate is where it happened.
        let part = at.checked_sub(1).filter(|b| view.has(*b, mark::SITE_PART) && !view.is_definite(*b));
        let start = part.unwrap_or(at);
        let bits = mark::SITE | mark::SITE_PART;
        let clitics = view.analysed.readings(start).iter().find(|r| view.bits_of(r) & bits != 0)?.clitics;
        let stand = stand(start, end, clitics.has(Clitics::BI));
        if !matches!(stand, Stand::Within | Stand::Near) {
            return None;
        }
        let town = self.town_behind(spots, end);
        // «استهدف مقر الحزب ومستشفى المدينة»: in two sites at once, so in neither.
        if town.is_none() && view.joins(end) && (end..end + 2).any(|t| view.has(t, mark::SITE)) {
            return None;
        }
        // A street alone does not tell the town, and «ميناء الجزيرة» has no name of its own.
        let common = end == at + 2
            && view.has(at + 1, mark::PLACE_HEAD)
            && view.is_definite(at + 1)
            && !view.has(at + 1, mark::PLACE);
        if town.is_none() && (common || view.has(at, mark::STREET)) {
            return None;
        }
        let name = TokenRange::new(start, town.map_or(end, |t| t.name.end));
        let letters = LETTERS.iter().filter(|c| clitics.has(**c)).count();
        let range = view.document().range_of(name);
        let text = range.slice(view.document().original());
        let skipped = text.char_indices().nth(letters).map_or(0, |(i, _)| i as u32);
        Some(Spot {
            name,
            range: ByteRange::new(range.start() + skipped, range.end()),
            key: town.map_or_else(|| Key::Word(key_of(view.document().word(end - 1))), |t| t.key),
            level: Level::City,
            country: town.and_then(|t| t.country),
            stand,
            of_source: false,
            alone: town.is_none(),
        })
    }

    /// The town or region that is said to hold what ends here: «في غزة», «بمدينة غزة», «في العاصمة #كابل».
    fn town_behind<'s>(&self, spots: &'s [Spot], end: usize) -> Option<&'s Spot> {
        let view = self.view;
        let town = spots.get(spots.partition_point(|s| s.name.start < end))?;
        let sign = |t: usize| view.document().kind(t) == TokenKind::Symbol;
        let leads =
            |t: usize| view.has(t, mark::PREPOSITION | mark::DIRECTION | mark::PLACE_HEAD | mark::NISBA) || sign(t);
        let near = town.name.start <= end + 4 && (end..town.name.start).all(leads);
        let behind = town.stand == Stand::Within || town.name.start > end;
        (near && behind && town.level != Level::Country).then_some(town)
    }

    /// The token after the name that begins here: in quotes or brackets, a place, or words that have the article or are names.
    fn name_end(&self, spots: &[Spot], at: usize) -> Option<usize> {
        let kind = |t: usize| self.view.document().kind(t);
        if matches!(kind(at), TokenKind::Open | TokenKind::Quote) {
            let closes = |t: &usize| matches!(kind(*t), TokenKind::Close | TokenKind::Quote);
            return (at + 2..at + 2 + LONGEST).find(closes).map(|t| t + 1);
        }
        let place = |t: usize| spots.get(spots.partition_point(|s| s.name.start < t)).filter(|s| s.name.start == t);
        let mut end = at;
        if self.view.analysed.is(at, self.kunya) && self.view.document().kind(at + 1) == TokenKind::Word {
            return Some(at + 2);
        }
        if self.goes_on(end) && self.is_strange(end) {
            end += 1;
        }
        while end < at + LONGEST && self.goes_on(end) {
            let named = place(end).filter(|s| s.stand == Stand::Named);
            if named.is_none() && !self.is_name(end) {
                break;
            }
            end = named.map_or(end + 1, |s| s.name.end);
        }
        (end > at).then_some(end)
    }

    /// Whether a name may go on at this token.
    fn goes_on(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.document().token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.line_start);
        word && !view.joins(at) && !view.clitic_preposition(at) && view.mark(at) & BARRED == 0
    }

    /// A word with the article, or one that the reader of names has read.
    fn is_name(&self, at: usize) -> bool {
        let view = self.view;
        let verb = view.has(at, mark::VERB) && !view.has(at, mark::NOMINAL | mark::NAME);
        let mention = self.names.get(self.names.partition_point(|m| m.tokens.end <= at));
        // «فندق بمقديشو»: what is written with ب is no part of the name.
        let whole = |m: &NameMention| {
            m.tokens.start < at || view.document().token(at).is_some_and(|t| t.range.start() == m.range.start())
        };
        // «حاجز أمني»: an adjective is no name.
        let adjective = !view.is_definite(at) && ["ي", "يه"].iter().any(|e| view.document().word(at).ends_with(e));
        let adjective = adjective && view.analysed.segment(at).known == Known::Ordinary;
        mention.is_some_and(|m| m.tokens.contains(at) && whole(m)) && !adjective
            || view.is_definite(at) && !verb && !view.has_bi(at)
    }

    /// «مستشفى يفرن», «منجم أم دويم»: a word that nothing knows but as a name, right behind the noun.
    fn is_strange(&self, at: usize) -> bool {
        let view = self.view;
        let known = matches!(view.analysed.segment(at).known, Known::Unknown | Known::Name);
        let adjective = ["ي", "يه", "ين", "ون", "ا"].iter().any(|e| view.document().word(at).ends_with(e));
        known && view.mark(at) & !mark::NAME == 0 && !view.is_definite(at) && !adjective
    }
}

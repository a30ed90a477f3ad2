//! Small towns whose names may be other words: what makes the report say that the town is meant.

use rustc_hash::FxHashSet;
use tawatur_lexicon::{Class, EntryId, Reading};

use super::named_again::lies;
use super::view::View;
use crate::{NameMention, Senses};

/// The towns that the report itself gives away: behind their head noun («قرية الصف»), where it says where they lie («جرادة (شرق)»),
/// or behind «في» where the word is nothing else.
pub(super) fn told(
    view: &View<'_, '_>,
    places: &[&NameMention],
    heads: &Senses,
    inside: &Senses,
) -> FxHashSet<EntryId> {
    let given = |m: &NameMention| {
        is_headed(view, m, heads) || is_weak(view, m) && (lies(view, m.tokens.end) || is_inside(view, m, inside))
    };
    places.iter().filter(|m| given(m)).filter_map(|m| m.entry).collect()
}

/// A small town whose name is more often another word. A word that is the name of a well-known place too is that one.
pub(super) fn is_weak(view: &View<'_, '_>, mention: &NameMention) -> bool {
    let lexicon = view.analysed.lexicon();
    let weak = |sense: tawatur_lexicon::SenseId| lexicon.sense_name(sense).ends_with("-weak");
    let known = |r: &Reading| lexicon.class(r.sense) == Class::Place && !weak(r.sense);
    let at = mention.tokens.start;
    let readings = view.analysed.phrase_at(at).map_or(view.analysed.readings(at), |p| &p.readings);
    mention.entry.is_some_and(|e| weak(lexicon.entry(e).sense)) && !readings.iter().any(known)
}

/// «قرية الصف»
fn is_headed(view: &View<'_, '_>, mention: &NameMention, heads: &Senses) -> bool {
    mention.tokens.start.checked_sub(1).is_some_and(|b| view.analysed.is(b, heads) && !view.is_definite(b))
}

/// «في أجدابيا»: behind «في», and the lexicon has the word for places only.
fn is_inside(view: &View<'_, '_>, mention: &NameMention, inside: &Senses) -> bool {
    let lexicon = view.analysed.lexicon();
    let place = |r: &Reading| lexicon.class(r.sense) == Class::Place;
    let only = mention.tokens.len() > 1 || view.analysed.readings(mention.tokens.start).iter().all(place);
    only && !view.has_bi(mention.tokens.start)
        && mention.tokens.start.checked_sub(1).is_some_and(|b| view.analysed.is(b, inside))
}

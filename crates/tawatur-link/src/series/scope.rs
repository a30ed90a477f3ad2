//! What a count is of: who, and where.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use tawatur_model::{Figure, Quantity};
use tawatur_text::{Document, TokenKind};

use crate::Item;
use crate::terms::{sense_of_token, stem, without_proclitic};

/// Who is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Who {
    /// People (or things) in general.
    All,
    /// A group, by the class of its word, or by the word itself.
    Group(String),
}

/// The group of those who are badly hurt: a part of the injured by its meaning.
pub(crate) const SEVERE: &str = "severe";

impl Who {
    /// The group that a figure counts.
    pub(crate) fn of(figure: &Figure) -> Self {
        let severe = |w: &String| sense_of_token("severity", w).is_some();
        if figure.quantity == Quantity::Injured && words(&figure.quote).iter().any(severe) {
            return Who::Group(SEVERE.to_owned());
        }
        let Some(who) = figure.who.as_deref() else { return Who::All };
        if figure.unit != "person" && !figure.unit.is_empty() {
            return Who::All;
        }
        let words = words(who);
        let quantity = figure.quantity.as_str();
        if words.iter().any(|w| sense_of_token(quantity, w) == Some("generic")) && figure.subset_of.is_none() {
            return Who::All;
        }
        let classes: Vec<&str> = words.iter().filter_map(|w| sense_of_token("who", w)).collect();
        match classes.iter().find(|c| **c != "generic") {
            Some(class) => Who::Group((*class).to_owned()),
            None if !classes.is_empty() && words.len() == 1 => Who::All,
            None => words
                .iter()
                .find(|w| sense_of_token("who", w) != Some("generic"))
                .map_or(Who::All, |w| Who::Group(stem(w).to_owned())),
        }
    }
}

/// A place by its number in [`Places`].
pub(crate) type PlaceNumber = usize;

/// A town more than so many degrees from the middle of a province does not lie in it.
const PROVINCE_DEGREES: f64 = 3.0;

/// How one place stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The same place.
    Same,
    /// Inside the other.
    Inside,
    /// Around the other.
    Around,
    /// Elsewhere.
    Elsewhere,
}

#[derive(Clone, Debug, PartialEq)]
struct Known {
    id: String,
    country: Option<String>,
    is_country: bool,
    /// A province, an island, a stretch of land: what towns lie in.
    is_wide: bool,
    coordinates: Option<(f64, f64)>,
    name: String,
    en: Option<String>,
}

/// One place that figures of a story name.
#[derive(Clone, Debug)]
struct PlaceName {
    name: String,
    known: Option<Known>,
    /// Whether the words name a part of the known place ("north of ...", "a hall in ...").
    part: bool,
    /// Whether the words call it a province or the like; none where they name no kind.
    wide: Option<bool>,
    words: Vec<String>,
}

/// All places that the figures of a story name, each spelling once.
#[derive(Debug, Default)]
pub(crate) struct Places {
    known: FxHashMap<String, Known>,
    names: Vec<PlaceName>,
}

impl Places {
    /// Learns the places of all reports.
    pub(crate) fn new(items: &[Item<'_>]) -> Self {
        let mut known = FxHashMap::default();
        let usual = usual_names(items);
        for place in items.iter().flat_map(|i| &i.extraction.places) {
            let Some(id) = place.gazetteer_id.clone() else { continue };
            let found = Known {
                name: usual.get(&id).cloned().unwrap_or_else(|| place.name.clone()),
                id,
                country: place.country.clone(),
                is_country: place.kind == "country",
                is_wide: matches!(place.kind.as_str(), "region" | "area"),
                coordinates: place.coordinates,
                en: place.en.clone(),
            };
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                known.entry(words(name).join(" ")).or_insert_with(|| found.clone());
            }
        }
        Self { known, names: Vec::new() }
    }

    /// The number of a place; one number for one place however it is spelt.
    pub(crate) fn number(&mut self, name: &str) -> PlaceNumber {
        let place = self.read(name);
        if let Some(at) = self.names.iter().position(|n| n.name == place.name || same(n, &place)) {
            // One mention may say what the other leaves out: that the place is a province.
            if let Some(known) = self.names.get_mut(at) {
                known.wide = known.wide.or(place.wide);
            }
            return at;
        }
        self.names.push(place);
        self.names.len() - 1
    }

    fn read(&self, name: &str) -> PlaceName {
        let all = words(name);
        let (known, rest) = self.look_up(&all);
        let part = rest.iter().any(|w| sense_of_token("place", w) == Some("part"));
        let words =
            all.iter().filter(|w| sense_of_token("place", w) != Some("kind")).map(|w| stem(w).to_owned()).collect();
        let wide = all.iter().find_map(|w| sense_of_token("extent", w)).map(|extent| extent == "wide");
        PlaceName { name: name.to_owned(), known, part, wide, words }
    }

    /// The longest run of the words that is a known place, and the words left over.
    fn look_up(&self, all: &[String]) -> (Option<Known>, Vec<String>) {
        for length in (1..=all.len()).rev() {
            for (start, run) in all.windows(length).enumerate() {
                if let Some(found) = self.known.get(&run.join(" ")) {
                    let rest = all.iter().take(start).chain(all.iter().skip(start + length)).cloned().collect();
                    return (Some(found.clone()), rest);
                }
            }
        }
        (None, all.to_vec())
    }

    /// How place `a` stands to place `b`.
    pub(crate) fn standing(&self, a: PlaceNumber, b: PlaceNumber) -> Standing {
        let (Some(a), Some(b)) = (self.names.get(a), self.names.get(b)) else { return Standing::Elsewhere };
        if same(a, b) {
            return Standing::Same;
        }
        match (&a.known, &b.known) {
            (Some(x), Some(y)) => known_standing((x, a.part), (y, b.part)),
            (None, None) => word_standing(a, b),
            // A spot that no gazetteer knows lies inside the place that the story is about.
            (None, Some(_)) => Standing::Inside,
            (Some(_), None) => Standing::Around,
        }
    }

    /// The name of a place in Arabic and, where known, in English.
    pub(crate) fn name(&self, place: PlaceNumber) -> (String, Option<String>) {
        match self.names.get(place) {
            Some(PlaceName { known: Some(known), part: false, .. }) => (known.name.clone(), known.en.clone()),
            Some(place) => (place.name.clone(), None),
            None => (String::new(), None),
        }
    }
}

/// The spelling of each place that most reports begin with.
fn usual_names(items: &[Item<'_>]) -> FxHashMap<String, String> {
    let mut named: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for place in items.iter().flat_map(|i| &i.extraction.places) {
        if let Some(id) = place.gazetteer_id.as_deref() {
            *named.entry((id, &place.name)).or_default() += 1;
        }
    }
    let mut usual: FxHashMap<String, (usize, String)> = FxHashMap::default();
    for ((id, name), times) in named {
        let best = usual.entry(id.to_owned()).or_default();
        if times > best.0 {
            *best = (times, name.to_owned());
        }
    }
    usual.into_iter().map(|(id, (_, name))| (id, name)).collect()
}

fn same(a: &PlaceName, b: &PlaceName) -> bool {
    match (&a.known, &b.known) {
        (Some(x), Some(y)) => x.id == y.id && !a.part && !b.part,
        (None, None) => !a.words.is_empty() && a.words == b.words,
        _ => false,
    }
}

fn known_standing((a, a_part): (&Known, bool), (b, b_part): (&Known, bool)) -> Standing {
    let one_country = a.country.is_some() && a.country == b.country;
    let in_country = |x: &Known, y: &Known| y.is_country && !x.is_country && one_country;
    // A story's town is taken to lie in the story's province or island, unless it is too far from its middle.
    let in_province = |x: &Known, y: &Known| y.is_wide && !x.is_wide && !x.is_country && one_country && !far(x, y);
    let inside = |x: &Known, y: &Known| in_country(x, y) || in_province(x, y);
    match () {
        () if a.id == b.id && a_part => Standing::Inside,
        () if a.id == b.id && b_part => Standing::Around,
        () if inside(a, b) => Standing::Inside,
        () if inside(b, a) => Standing::Around,
        () => Standing::Elsewhere,
    }
}

/// Whether two places are known to lie further apart than the towns of a province do, by latitude; great stretches of land
/// have no middle to speak of.
fn far(town: &Known, around: &Known) -> bool {
    match (town.coordinates, around.coordinates) {
        (Some(a), Some(b)) if around.id.starts_with("region-") => {
            let (north, east) = (a.0 - b.0, (a.1 - b.1) * a.0.to_radians().cos());
            north.hypot(east) > PROVINCE_DEGREES
        }
        _ => false,
    }
}

/// Two places that no gazetteer knows: by the words that they share, else a town is taken to lie in the province
/// that the story names.
fn word_standing(a: &PlaceName, b: &PlaceName) -> Standing {
    let among = |x: &[String], y: &[String]| !x.is_empty() && x.iter().all(|w| y.contains(w));
    match (a.wide, b.wide) {
        _ if among(&b.words, &a.words) => Standing::Inside,
        _ if among(&a.words, &b.words) => Standing::Around,
        (Some(false), Some(true)) => Standing::Inside,
        (Some(true), Some(false)) => Standing::Around,
        _ => Standing::Elsewhere,
    }
}

/// The words of a name, folded, without article.
fn words(name: &str) -> Vec<String> {
    let document = Document::new(name);
    (0..document.tokens().len())
        .filter(|at| document.kind(*at) == TokenKind::Word)
        .map(|at| document.word(at))
        .filter(|w| w.chars().count() >= 3)
        .map(|w| w.strip_prefix("ال").filter(|r| r.chars().count() >= 3).unwrap_or(w).to_owned())
        .collect()
}

/// Whether series are made of a quantity: people, buildings, vehicles and money counted, not ages or distances.
pub(crate) fn makes_series(quantity: Quantity) -> bool {
    quantity <= Quantity::VehiclesDamaged
}

/// Whether the words around a count set it apart from one given before ("300 others").
pub(crate) fn says_others(figure: &Figure) -> bool {
    words(&figure.quote)
        .iter()
        .any(|w| sense_of_token("others", w).is_some() || sense_of_token("others", without_proclitic(w)).is_some())
}

//! What senses mean to the reader of figures, as bits: one table look-up a reading.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Lexicon, Reading};

use crate::Analysed;
use crate::words::note;

/// Bits of a word, over all its readings.
pub(crate) mod mark {
    /// A verb or noun that calls for a count.
    pub(crate) const TRIGGER: u64 = 1;
    /// Can be a verb.
    pub(crate) const VERB: u64 = 1 << 1;
    /// A noun that carries its quantity: dead, injured, detained.
    pub(crate) const VICTIM: u64 = 1 << 2;
    /// A person.
    pub(crate) const PERSON: u64 = 1 << 3;
    /// A building.
    pub(crate) const BUILDING: u64 = 1 << 4;
    /// A vehicle or craft.
    pub(crate) const VEHICLE: u64 = 1 << 5;
    /// A thing that is none of these.
    pub(crate) const THING: u64 = 1 << 6;
    /// A currency.
    pub(crate) const MONEY: u64 = 1 << 7;
    /// A unit of time.
    pub(crate) const TIME: u64 = 1 << 8;
    /// Another unit of measure.
    pub(crate) const MEASURE: u64 = 1 << 9;
    /// A preposition.
    pub(crate) const PREPOSITION: u64 = 1 << 10;
    /// A conjunction or particle.
    pub(crate) const PARTICLE: u64 = 1 << 11;
    /// A conjunction that begins another clause.
    pub(crate) const CLAUSE: u64 = 1 << 12;
    /// "Among them".
    pub(crate) const AMONG: u64 = 1 << 13;
    /// "Other(s)".
    pub(crate) const OTHER: u64 = 1 << 14;
    /// An adjective of nationality.
    pub(crate) const NISBA: u64 = 1 << 15;
    /// A place name.
    pub(crate) const PLACE: u64 = 1 << 16;
    /// A relative pronoun.
    pub(crate) const RELATIVE: u64 = 1 << 17;
    /// "One of".
    pub(crate) const ONE: u64 = 1 << 18;
    /// Any noun or adjective.
    pub(crate) const NOMINAL: u64 = 1 << 19;
    /// An adverb or a word of time.
    pub(crate) const ADVERB: u64 = 1 << 20;
    /// A disease.
    pub(crate) const DISEASE: u64 = 1 << 21;
    /// "From".
    pub(crate) const FROM: u64 = 1 << 22;
    /// A pronoun.
    pub(crate) const PRONOUN: u64 = 1 << 23;
    /// A word of personal names.
    pub(crate) const NAME: u64 = 1 << 24;
    /// An armed man.
    pub(crate) const MILITANT: u64 = 1 << 25;
    /// Destroyed, damaged; in a critical state.
    pub(crate) const STATE: u64 = 1 << 28;
    /// "Out of".
    pub(crate) const OUT_OF: u64 = 1 << 29;
    /// A word that may call for a count further on.
    pub(crate) const CALLS: u64 = 1 << 30;
    /// To go missing, the loss of.
    pub(crate) const MISSING: u64 = 1 << 34;
    /// To be able, to have room for.
    pub(crate) const ABLE: u64 = 1 << 42;
    /// "Third", "fourth".
    pub(crate) const ORDINAL: u64 = 1 << 41;
    /// "Any", "every".
    pub(crate) const ANY: u64 = 1 << 35;
    /// Life, breath, end.
    pub(crate) const LIFE: u64 = 1 << 36;
    /// Near, north of.
    pub(crate) const DIRECTION: u64 = 1 << 37;
    /// "Case" as a person.
    pub(crate) const CASE: u64 = 1 << 38;
    /// "In the ranks of", "among".
    pub(crate) const RANKS: u64 = 1 << 39;
    /// «أن», «إن»
    pub(crate) const THAT: u64 = 1 << 33;
    /// "Not".
    pub(crate) const NOT: u64 = 1 << 31;
    /// "An attempt at".
    pub(crate) const ATTEMPT: u64 = 1 << 32;
    /// Age, aged.
    pub(crate) const AGE: u64 = 1 << 27;
    /// A noun that stands before the name of a place.
    pub(crate) const PLACE_HEAD: u64 = 1 << 40;
    /// Army, police, rescuers as a body.
    pub(crate) const FORCES: u64 = 1 << 43;
    /// Buses and convoys, which take people away.
    pub(crate) const BUS: u64 = 1 << 44;
    /// A group of persons.
    pub(crate) const GROUP: u64 = 1 << 26;
    /// "As many".
    pub(crate) const SAME: u64 = 1 << 45;
    /// To attack, to open fire, to put into prison: what two or one may be said to do or suffer without a number.
    pub(crate) const ACTS: u64 = 1 << 46;
    /// A prison.
    pub(crate) const PRISON: u64 = 1 << 47;
    /// A market, a hospital, a bridge: what has a name of its own inside a town.
    pub(crate) const SITE: u64 = 1 << 48;
    /// The gate or the yard of such a site.
    pub(crate) const SITE_PART: u64 = 1 << 49;
    /// A street or square.
    pub(crate) const STREET: u64 = 1 << 50;
    /// The land, the country spoken of: «البلاد».
    pub(crate) const LAND: u64 = 1 << 51;
    /// A hospital.
    pub(crate) const HOSPITAL: u64 = 1 << 53;
    /// A town, a village, a quarter, a camp.
    pub(crate) const SETTLEMENT: u64 = 1 << 52;
}

const TRIGGERS: &str = "verb:kill verb:die verb:injure verb:hurt verb:go-missing verb:detain verb:catch verb:kidnap verb:displace \
    verb:flee verb:evacuate verb:rescue verb:pull verb:gather verb:deploy verb:wreck noun:killing noun:injuring noun:going-missing \
    noun:catching noun:detaining noun:kidnapping noun:displacing noun:fleeing noun:evacuating noun:rescuing noun:pulling \
    noun:gathering noun:deploying noun:wrecking noun:aboard verb:handle noun:handling";

const VICTIMS: &str = "noun:dead noun:wounded noun:missing-person noun:detainee noun:hostage noun:displaced-person noun:passenger \
    noun:protester noun:attacker";

const SITES: &str = "noun:place-site noun:place-market noun:place-prison noun:place-station noun:place-port noun:place-crossing \
    noun:place-bridge noun:place-worship noun:place-street noun:place-base noun:place-field noun:place-airport noun:body-hospital \
    noun:body-education noun:site";

/// The table of a lexicon.
pub(crate) struct Vocabulary {
    bits: Vec<u64>,
}

impl Vocabulary {
    /// The table of the lexicon that is built into the program.
    pub(crate) fn of(lexicon: &'static Lexicon) -> &'static Self {
        static TABLE: OnceLock<Vocabulary> = OnceLock::new();
        TABLE.get_or_init(|| Self::new(lexicon))
    }

    fn new(lexicon: &Lexicon) -> Self {
        let mut bits: Vec<u64> = lexicon.senses().map(|s| of_sense(lexicon.class(s), lexicon.sense_name(s))).collect();
        for (names, bit) in [(TRIGGERS, mark::TRIGGER), (VICTIMS, mark::VICTIM), (SITES, mark::SITE)] {
            for sense in names.split(' ').filter_map(|name| lexicon.sense(name)) {
                if let Some(bits) = bits.get_mut(sense.index()) {
                    *bits |= bit;
                }
            }
        }
        Self { bits }
    }

    /// The bits of a sense.
    #[inline]
    pub(crate) fn sense(&self, sense: tawatur_lexicon::SenseId) -> u64 {
        self.bits.get(sense.index()).copied().unwrap_or(0)
    }

    /// The bits of every token of a text.
    pub(crate) fn marks(&self, analysed: &Analysed<'_>) -> Vec<u64> {
        let mut marks: Vec<u64> = analysed.traits_of(note::FIGURES).map(|traits| traits.marks).collect();
        for phrase in analysed.phrases() {
            let bits = phrase.readings.iter().fold(0, |all, r| all | self.sense(r.sense));
            for at in phrase.tokens.iter() {
                if let Some(mark) = marks.get_mut(at) {
                    *mark |= bits;
                }
            }
        }
        marks
    }
}

/// The bits of a word by itself.
pub(crate) fn marks_of(lexicon: &'static Lexicon, readings: &[Reading]) -> u64 {
    let vocabulary = Vocabulary::of(lexicon);
    readings.iter().fold(0, |all, r| all | vocabulary.sense(r.sense))
}

fn of_sense(class: Class, name: &str) -> u64 {
    // «بها»: a preposition that has its object governs nothing.
    if name == "prep:pronoun" { mark::PRONOUN } else { of_class(class) | of_name(name) }
}

fn of_class(class: Class) -> u64 {
    match class {
        Class::Verb => mark::VERB,
        Class::Noun | Class::Adjective | Class::Title => mark::NOMINAL,
        Class::Preposition => mark::PREPOSITION,
        Class::Conjunction | Class::Particle => mark::PARTICLE,
        Class::Adverb => mark::ADVERB,
        Class::Place => mark::PLACE | mark::NOMINAL,
        Class::Name => mark::NAME,
        Class::Pronoun => mark::PRONOUN,
        Class::Unit => mark::MEASURE,
        _ => 0,
    }
}

fn of_name(name: &str) -> u64 {
    let head = if name.starts_with("noun:place-") { mark::PLACE_HEAD } else { 0 };
    head | match name {
        "noun:person" => mark::PERSON,
        "noun:case" => mark::PERSON | mark::CASE,
        "noun:group" => mark::PERSON | mark::GROUP,
        "noun:crew" => mark::GROUP,
        "noun:militant" => mark::PERSON | mark::MILITANT,
        "noun:attacker" => mark::MILITANT,
        "noun:building" => mark::BUILDING,
        "noun:vehicle" => mark::VEHICLE,
        "noun:thing" => mark::THING,
        "unit:currency" => mark::MONEY,
        "noun:unit" | "noun:month" | "noun:weekday" | "noun:decade" | "noun:season" => mark::TIME,
        "noun:part" => mark::ADVERB,
        "conj:while" | "conj:but" | "conj:as-for" | "conj:when" | "conj:since-because" | "conj:as-also" => mark::CLAUSE,
        "part:that" => mark::THAT,
        "verb:go-missing" | "noun:going-missing" => mark::MISSING,
        "noun:any" => mark::ANY,
        "prep:ranks" => mark::RANKS,
        "noun:doom" | "noun:life" | "noun:last-breath" | "noun:alive" | "noun:fire" => mark::LIFE,
        "noun:place-direction" => mark::DIRECTION,
        "verb:attempt" => mark::ATTEMPT | mark::ACTS,
        "prep:among" | "prep:most-of" => mark::AMONG,
        "adj:other" => mark::OTHER,
        "adj:nisba" => mark::NISBA,
        "pron:relative" => mark::RELATIVE,
        "noun:one" => mark::ONE,
        "noun:disease" => mark::DISEASE,
        "prep:from" => mark::FROM,
        "verb:cause" | "verb:depart" | "verb:find" | "noun:finding" | "verb:meet" | "verb:fall" | "verb:take"
        | "verb:cast" | "noun:causing" | "verb:drop" | "noun:dropping" => mark::CALLS,
        "noun:body-military" | "noun:body-police" | "noun:body-rescue" | "noun:body-security" => mark::FORCES,
        "noun:bus" => mark::BUS,
        "noun:same-number" => mark::SAME,
        "verb:attack" | "verb:open" | "verb:lodge" | "verb:languish" | "verb:strike" | "verb:search"
        | "noun:search" => mark::ACTS,
        "noun:prison" => mark::PRISON,
        "noun:site-part" => mark::SITE_PART,
        "noun:place-street" => mark::STREET,
        "noun:place-land" => mark::LAND,
        "noun:body-hospital" => mark::HOSPITAL,
        "noun:place-city"
        | "noun:place-town"
        | "noun:place-village"
        | "noun:place-camp"
        | "noun:place-quarter"
        | "noun:place-settlement" => mark::SETTLEMENT,
        "adj:wrecked" | "adj:critical-state" => mark::STATE,
        "part:not" => mark::NOT,
        "num:ordinal" => mark::ORDINAL,
        "noun:attempt" => mark::ATTEMPT,
        "verb:can" => mark::ABLE,
        "prep:out-of" => mark::OUT_OF,
        "noun:age-word" | "adj:aged" => mark::AGE,
        _ => 0,
    }
}

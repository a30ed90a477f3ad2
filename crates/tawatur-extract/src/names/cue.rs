//! What each token can be to the readers of names, as bits.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Clitics, Known, Lexicon, Reading, SenseId, name_shape};
use tawatur_text::TokenKind;

use crate::Analysed;
use crate::words::Look;

/// A set of properties of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cue {
    bits: u64,
    /// Bytes of proclitics in front, in the folded text.
    pub(crate) front: u8,
    /// Whether the words around it make it another than its type's.
    pub(crate) altered: bool,
}

macro_rules! cues {
    ($($name:ident = $bit:expr;)*) => { $(pub(crate) const $name: u64 = 1 << $bit;)* };
}

cues! {
    NAME = 0; NAME_WORD = 1; GIVEN = 2; TITLE = 3; OFFICE = 4; BODY = 5; PLACE_HEAD = 6; PLACE = 7; PLACE_WEAK = 8;
    ORG = 9; ORG_WEAK = 10; NISBA = 11; VERB = 12; PARTICLE = 13; ORDINARY = 14; UNKNOWN = 15; ARTICLE = 16;
    CONJUNCTION = 17; PREPOSITION = 18; LINK = 19; KUNYA = 20; ABD = 21; SECOND = 22; STOP = 23; ADJ_SHAPE = 24;
    IN = 25; MEDIUM = 26; PLURAL = 27; WORD = 28; COUNTRY = 29; PRONOUN = 30; LOOSE_TITLE = 31;
    SETTLEMENT = 32; PREPOSITION_WORD = 33; REGION_HEAD = 35; GENERAL_BODY = 36; CLUB = 37; LOOSE_BODY = 38; GUESS = 39; REGNAL = 40; NUMBER = 41;
    AFTER_NAME = 42; SAY = 43; VERBAL = 44; FOREIGN_SHAPE = 45; PLACE_PREFIX = 46; SHAPED = 47;
    HONOUR = 48; SPORT = 49; SIDE = 50; RESULT = 51; NATIONAL = 52; THING_HEAD = 53; THING = 54;
}

/// The bits that the vote on names has weights for.
pub(crate) const LEARNED: u64 = THING_HEAD - 1;

impl Cue {
    /// All bits.
    #[inline]
    pub(crate) const fn bits(self) -> u64 {
        self.bits
    }
    /// Nothing.
    pub(crate) const NONE: Self = Self { bits: 0, front: 0, altered: false };

    /// Whether any of the bits is set.
    #[inline]
    pub(crate) const fn any(self, bits: u64) -> bool {
        self.bits & bits != 0
    }

    /// Takes bits away for what stands around the word.
    fn lose(&mut self, bits: u64) {
        self.altered |= self.any(bits);
        self.bits &= !bits;
    }

    /// Whether all of the bits are set.
    #[inline]
    pub(crate) const fn all(self, bits: u64) -> bool {
        self.bits & bits == bits
    }
}

/// The cues of every token of a document.
pub(crate) fn cues(analysed: &Analysed<'_>) -> Vec<Cue> {
    let words = analysed.all_traits().zip(analysed.document.tokens());
    let mut found: Vec<Cue> =
        words.map(|(traits, token)| if token.kind == TokenKind::Word { traits.cue } else { Cue::NONE }).collect();
    free_names(analysed, &mut found);
    found
}

/// A preposition that is also a name (على and علي fold alike, and so do أمام and إمام) is the name where it is written so
/// beside a name, or anywhere in a text that writes the preposition otherwise.
fn free_names(analysed: &Analysed<'_>, found: &mut [Cue]) {
    let beside = NAME | NAME_WORD | ABD | LINK | KUNYA | TITLE | NISBA;
    let written = |at: usize| analysed.document.text_of(tawatur_text::TokenRange::new(at, at + 1));
    for (at, cue) in found.iter_mut().enumerate().filter(|(_, c)| c.any(LINK)) {
        // «فإن» is no «فان».
        if written(at).contains('إ') && !written(at).starts_with('إ') {
            cue.lose(LINK);
        }
    }
    let is_both = |c: &Cue| c.all(PREPOSITION_WORD) && c.any(NAME | NAME_WORD);
    let both: Vec<usize> = found.iter().enumerate().filter(|(_, c)| is_both(c)).map(|(at, _)| at).collect();
    let strict = both.iter().any(|at| written(*at).ends_with('ى'));
    for at in both {
        let near = |i: usize| found.get(i).is_some_and(|c| c.any(beside) && !c.any(PREPOSITION_WORD));
        let noun = |i: usize| found.get(i).is_some_and(|c| c.any(ARTICLE) && !c.any(NAME | NAME_WORD));
        let is_name = match written(at) {
            w if w.ends_with('ي') => strict && !noun(at + 1) || near(at + 1) || at.checked_sub(1).is_some_and(near),
            w => w.starts_with('إ'),
        };
        if is_name && let Some(cue) = found.get_mut(at) {
            cue.lose(PARTICLE | PREPOSITION_WORD | ORDINARY);
        }
    }
}

/// What a word by itself can be.
pub(crate) fn of_word(look: &Look<'_>) -> Cue {
    let table = Table::of(look.lexicon);
    let readings = look.readings;
    let mut bits = WORD;
    let front;
    if readings.is_empty() || is_cut_short(look) {
        let (clitics, plain) = unlisted(look);
        front = front_bytes(clitics);
        bits |= plain | clitic_bits(clitics);
    } else {
        let fewest = likeliest(look);
        let fits = |r: &&Reading| same_front(r.clitics, fewest) && !is_bare_construct(r);
        let all = readings.iter().filter(fits).fold(0, |bits, r| bits | table.bits(r));
        // Two seas, two uncles and a cup are not meant where Bahrain, Oman and Cuba can be.
        let measured = |r: &Reading| look.lexicon.class(r.sense) == Class::Unit;
        let rare = |r: &Reading| r.form.is_dual() || all & TITLE == 0 && r.form.is_accusative() || measured(r);
        let country = all & COUNTRY != 0;
        for reading in readings.iter().filter(fits).filter(|r| !country || !rare(r) || table.bits(r) & COUNTRY != 0) {
            bits |= table.bits(reading);
        }
        front = front_bytes(fewest);
        bits |= clitic_bits(fewest);
        if bits & NAME != 0 && (bits & ORDINARY != 0 || is_split(look, fewest)) {
            bits = (bits & !NAME) | NAME_WORD;
        }
    }
    if bits & PLACE_WEAK != 0 && bits & (PLACE | ORDINARY | NAME | NAME_WORD | PARTICLE | VERB | NISBA | ORG) == 0 {
        bits |= small_place(look);
    }
    if bits & (NAME | NAME_WORD) != 0 && look.segment.stem.is_verb() {
        bits |= VERBAL;
    }
    bits |= shape(look.word, bits);
    if bits & GUESS != 0 && bits & ARTICLE == 0 {
        let stem = look.word.get(usize::from(front)..).unwrap_or(look.word);
        bits |= if name_shape(stem) >= LIKE_A_NAME { SHAPED } else { 0 };
    }
    Cue { bits, front, altered: false }
}

/// Least shape of a word of the dictionary that may be a name all the same.
const LIKE_A_NAME: i32 = 0;
/// Least shape of a word that is read as a foreign name, though endings and clitics could make an ordinary one of it.
const FOREIGN: i32 = 30;

/// The clitics and bits of a word that no row has.
fn unlisted(look: &Look<'_>) -> (Clitics, u64) {
    let segment = look.segment;
    if segment.known == Known::Unknown {
        return (segment.clitics, UNKNOWN);
    }
    // ف joins no name to another; a name that begins with it is whole.
    let joins = segment.clitics.has(Clitics::WA);
    let word = look.word;
    let name = if joins { word.get(2..).unwrap_or(word) } else { word };
    // A noun of the dictionary is one, and so is what has the ending of one.
    let beside = Clitics::LI.with(Clitics::BI).with(Clitics::KA).with(Clitics::FA).with(Clitics::PRONOUN);
    let noun = segment.stem.is_noun() && !segment.clitics.intersects(beside) || name.ends_with(['ا', 'ي', 'ه']);
    let noun = noun || segment.stem.is_noun() && name.chars().nth(4).is_none();
    if !noun && !segment.clitics.has(Clitics::AL) && !name.starts_with("ال") && name_shape(name) >= FOREIGN {
        return (if joins { Clitics::WA } else { Clitics::NONE }, UNKNOWN | FOREIGN_SHAPE);
    }
    let verb = if segment.stem.is_verb() && !segment.stem.is_noun() { VERB } else { 0 };
    let verbal = if segment.stem.is_verb() { VERBAL } else { 0 };
    (segment.clitics, ORDINARY | GUESS | verb | verbal)
}

/// The clitics of the reading to go by: the fewest, but a name of the tables gives way to an ordinary word with و or ف
/// (واكد is some people's name and said of everyone who confirms something).
fn likeliest(look: &Look<'_>) -> Clitics {
    let (lexicon, readings) = (look.lexicon, look.readings);
    let is_name = |r: &Reading| lexicon.class(r.sense) == Class::Name;
    let closed = |r: &Reading| {
        let class = lexicon.class(r.sense);
        matches!(class, Class::Particle | Class::Preposition | Class::Conjunction | Class::Pronoun)
    };
    // A row that only says which clock «المغرب» has does not tell how the word is put together.
    let means = |r: &&Reading| Table::of(lexicon).bits(r) != 0;
    let fewest = readings.iter().find(means).or(readings.first()).map_or(Clitics::NONE, |r| r.clitics);
    let given = |r: &Reading| lexicon.sense_name(r.sense) == "name:given";
    let only_names = readings.iter().filter(|r| same_front(r.clitics, fewest)).all(is_name);
    // «بأن» is no given name either.
    let likely = look.segment.clitics;
    if only_names
        && front_bytes(likely) > 0
        && let Some(particle) = readings.iter().find(|r| closed(r) && r.clitics == likely)
    {
        return particle.clitics;
    }
    if only_names
        && !readings.iter().any(given)
        && let Some(joined) = readings.iter().find(|r| r.clitics.joins() && !is_name(r))
    {
        return joined.clitics;
    }
    fewest
}

/// A word that is nothing but the name of a small town far away is as good as unknown, unless it is an ordinary word.
fn small_place(look: &Look<'_>) -> u64 {
    let segment = look.segment;
    match segment.known {
        Known::Unknown | Known::Name => UNKNOWN,
        Known::Ordinary if segment.clitics.is_empty() => GUESS,
        _ => 0,
    }
}

/// Whether only a name is read behind ل or ب that the likeliest reading has no cause to take off (لعبة، برحيل).
fn is_cut_short(look: &Look<'_>) -> bool {
    let segment = look.segment;
    let lexicon = look.lexicon;
    segment.known == Known::Ordinary
        && look
            .readings
            .iter()
            .all(|r| lexicon.class(r.sense) == Class::Name && front_bytes(r.clitics) > front_bytes(segment.clitics))
}

/// Whether the likeliest reading of the letters is an ordinary word with clitics (لديك، منا): no name by itself.
fn is_split(look: &Look<'_>, name: Clitics) -> bool {
    let segment = look.segment;
    let splits = segment.clitics.count() > name.count() && segment.clitics != Clitics::FA;
    splits && segment.known != Known::Unknown && segment.known != Known::Name
}

/// A form in ت that needs a pronoun behind it, without one.
fn is_bare_construct(reading: &Reading) -> bool {
    reading.form.is_construct() && reading.form.is_feminine() && !reading.clitics.has(Clitics::PRONOUN)
}

/// Whether two readings take the same letters off the word, the article aside: it may be part of a name.
fn same_front(one: Clitics, other: Clitics) -> bool {
    let letters = |c: Clitics| (front_bytes(c), c.has(Clitics::PRONOUN));
    letters(one) == letters(other)
}

/// Bytes of the proclitics but the article, which belongs to a name.
fn front_bytes(clitics: Clitics) -> u8 {
    clitics.front_letters() as u8 * 2
}

fn clitic_bits(clitics: Clitics) -> u64 {
    let pairs = [
        (clitics.has(Clitics::AL), ARTICLE),
        (clitics.joins(), CONJUNCTION),
        (clitics.has_preposition(), PREPOSITION),
        (clitics.has(Clitics::PRONOUN), PRONOUN),
    ];
    pairs.iter().filter(|(holds, _)| *holds).map(|(_, bit)| bit).sum()
}

/// Adjectives of origin and kind end in ي or ية and agree in the article.
fn shape(word: &str, bits: u64) -> u64 {
    if bits & ARTICLE == 0 {
        return 0;
    }
    if word.len() >= 10 && (word.ends_with('ي') || word.ends_with("يه")) { ADJ_SHAPE } else { 0 }
}

/// The bits of every sense of the lexicon.
struct Table {
    senses: Vec<u64>,
}

impl Table {
    fn of(lexicon: &'static Lexicon) -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut senses: Vec<u64> = lexicon.senses().map(|s| sense_bits(lexicon, s)).collect();
            mark_titles(lexicon, &mut senses);
            Self { senses }
        })
    }

    #[inline]
    fn bits(&self, reading: &Reading) -> u64 {
        let bits = self.senses.get(reading.sense.index()).copied().unwrap_or(0);
        if reading.form.is_plural() || reading.form.is_dual() { bits | PLURAL } else { bits }
    }
}

fn sense_bits(lexicon: &Lexicon, sense: SenseId) -> u64 {
    let name = lexicon.sense_name(sense);
    let (_, what) = name.split_once(':').unwrap_or(("", name));
    match lexicon.class(sense) {
        Class::Name => name_bits(what),
        Class::Title => TITLE | ORDINARY,
        Class::Place => match what.strip_suffix("-weak") {
            Some(_) => PLACE_WEAK,
            None if what == "country" => PLACE | COUNTRY,
            None => PLACE,
        },
        Class::Organisation => {
            if what.ends_with("-weak") {
                ORG_WEAK
            } else {
                ORG
            }
        }
        Class::Verb if what == "say" => VERB | ORDINARY | SAY,
        Class::Verb => VERB | ORDINARY,
        Class::Particle => particle_bits(what),
        Class::Preposition if what == "in" => PARTICLE | IN | PREPOSITION_WORD,
        Class::Preposition => PARTICLE | PREPOSITION_WORD,
        Class::Conjunction | Class::Pronoun | Class::Adverb => PARTICLE,
        Class::Number => PARTICLE | NUMBER,
        Class::Adjective if what == "nisba" => NISBA | ADJ_SHAPE,
        Class::Adjective if what == "regnal" => REGNAL | ORDINARY,
        Class::Adjective if what == "after-name" => AFTER_NAME | ORDINARY,
        Class::Adjective if what == "of-body" => ADJ_SHAPE | ORDINARY | ARTICLE,
        // Rows that only say which clock or money a place has are no other meaning of its name.
        _ if what == "zone" || what.contains("country") || what.contains("currency-of") => 0,
        Class::Noun if what == "thing-head" => ORDINARY | THING_HEAD,
        Class::Noun if what == "thing-name" => ORDINARY | THING,
        Class::Noun if what.starts_with("body-") => BODY | ORDINARY | body(what),
        Class::Noun if what.starts_with("place-") => PLACE_HEAD | ORDINARY | settlement(what),
        Class::Other => ORDINARY | sport(name),
        _ => ORDINARY,
    }
}

/// Words of sport: those that a team's name follows, those that say how a game went, and all others.
fn sport(name: &str) -> u64 {
    match name {
        "sport:side" => SIDE,
        "sport:result" => RESULT,
        "sport:about" => SPORT,
        _ => 0,
    }
}

fn name_bits(what: &str) -> u64 {
    let (role, ordinary) = what.strip_suffix("-word").map_or((what, false), |role| (role, true));
    let given = if role == "family" { 0 } else { GIVEN };
    given | if ordinary { NAME_WORD } else { NAME }
}

fn body(what: &str) -> u64 {
    match what {
        "body-channel" | "body-newspaper" | "body-agency" | "body-site" => MEDIUM,
        "body-club" => CLUB,
        "body-national-team" => CLUB | NATIONAL,
        "body-government" => GENERAL_BODY | NATIONAL,
        "body-loose" => LOOSE_BODY,
        "body-department" | "body-centre" | "body-group" => GENERAL_BODY,
        _ => 0,
    }
}

/// Head nouns whose complement is a place whatever the word is.
fn settlement(what: &str) -> u64 {
    match what {
        "place-city" | "place-town" | "place-village" | "place-quarter" | "place-camp" | "place-island" => SETTLEMENT,
        "place-capital" | "place-settlement" | "place-airport" | "place-crossing" => SETTLEMENT,
        "place-region" | "place-district" => REGION_HEAD,
        _ => 0,
    }
}

fn particle_bits(what: &str) -> u64 {
    match what {
        "name-link" => LINK,
        "place-prefix" => PLACE_PREFIX,
        "kunya" => KUNYA,
        "kunya-female" => KUNYA | PARTICLE,
        "abd" => ABD,
        "name-second" => SECOND | ORDINARY,
        "chain-stop" => PARTICLE | STOP,
        _ => PARTICLE,
    }
}

/// Kinds of titles that lead a name only loosely: `a man`, `son`, `a soldier`, `resident`.
const LOOSE: [&str; 5] = ["person", "kin", "witness", "role", "pointer"];

/// Marks the senses of titles by what kind of title their rows say.
fn mark_titles(lexicon: &Lexicon, senses: &mut [u64]) {
    for entry in lexicon.entries_of(Class::Title) {
        let kind = entry.feature("kind");
        let loose = kind.is_some_and(|k| LOOSE.contains(&k));
        let honour = if kind == Some("honorific") { HONOUR } else { 0 };
        if let Some(bits) = senses.get_mut(entry.sense.index()) {
            *bits |= honour | if loose { LOOSE_TITLE } else { OFFICE };
        }
    }
}

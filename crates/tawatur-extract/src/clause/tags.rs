//! The tags of a report's tokens.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Clitics, Known, Lexicon, Reading};
use tawatur_text::{Token, TokenKind, TokenRange};

use super::Tag;
use super::senses::SENSES;
use crate::words::{Look, Traits};
use crate::{Analysed, NameKind, NameMention};

/// The tags of every token of a report.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    tags: Vec<Tag>,
}

/// What a phrase of the lexicon can be that its words are not.
const KINDS: Tag = Tag::TITLE
    .or(Tag::BODY)
    .or(Tag::ORGANISATION)
    .or(Tag::OUTLET)
    .or(Tag::SOURCE)
    .or(Tag::OFFICIAL)
    .or(Tag::MEDIA)
    .or(Tag::ACCOUNT)
    .or(Tag::PLACE)
    .or(Tag::NAME)
    .or(Tag::CUE_SOURCE)
    .or(Tag::CUE_AS)
    .or(Tag::ANONYMITY)
    .or(Tag::CALLED)
    .or(Tag::ACT)
    .or(Tag::TIME);

impl Tags {
    /// Tags every token.
    pub fn read(analysed: &Analysed) -> Self {
        let table = sense_tags(analysed.lexicon());
        let words = analysed.all_traits().zip(analysed.document.tokens()).enumerate();
        let of = |(at, (traits, token)): (usize, (&Traits, &Token))| match token.kind {
            TokenKind::Word if traits.tags_vary => tag_of(analysed, at),
            TokenKind::Word => traits.tags,
            TokenKind::Number => Tag::NUMBER,
            _ => Tag::default(),
        };
        let mut tags: Vec<Tag> = words.map(of).collect();
        for phrase in analysed.phrases() {
            let bits = phrase.readings.iter().fold(Tag::default(), |t, r| {
                let own = reading_tag(table, r);
                t.or(own).or(feature_tag(analysed.lexicon(), own, r)).or(clitic_tag(r.clitics))
            });
            // A phrase that is none of the kinds here («في حصيلة أولية») leaves its words as they are.
            if bits.any(KINDS) {
                mark_phrase(&mut tags, phrase.tokens, bits);
            }
        }
        mark_modifiers(&mut tags);
        Self { tags }
    }

    /// Marks the words of people's names that were read.
    pub(crate) fn mark_people(&mut self, mentions: &[NameMention]) {
        for mention in mentions.iter().filter(|m| m.kind == NameKind::Person) {
            for at in mention.tokens.iter() {
                let mark = if at == mention.tokens.start { Tag::NAME_BEGINS } else { Tag::NAME_GOES_ON };
                if let Some(tag) = self.tags.get_mut(at) {
                    *tag = tag.or(mark);
                }
            }
        }
    }

    /// The tags of a token; none beyond the end.
    #[inline]
    pub(crate) fn at(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or_default()
    }

    /// Whether a token has all of these tags.
    #[inline]
    pub(crate) fn all(&self, token: usize, tag: Tag) -> bool {
        self.at(token).all(tag)
    }

    /// Whether a token has any of these tags.
    #[inline]
    pub(crate) fn is(&self, token: usize, tag: Tag) -> bool {
        self.at(token).any(tag)
    }
}

/// What a phrase is, is said of its first token; the others are no words of their own any more.
fn mark_phrase(tags: &mut [Tag], tokens: TokenRange, bits: Tag) {
    let inner = Tag::NAME.or(Tag::PLACE).or(Tag::ARTICLE).or(Tag::KNOWN).or(Tag::NISBA).or(Tag::ADJECTIVE);
    for (i, at) in tokens.iter().enumerate() {
        if let Some(tag) = tags.get_mut(at) {
            *tag = if i == 0 {
                let kept = Tag::ARTICLE.or(Tag::FEMININE).or(Tag::PLURAL).or(Tag::KNOWN).or(if bits.any(Tag::TIME) {
                    Tag::IN.or(Tag::FROM).or(Tag::PREPOSITION)
                } else {
                    Tag::default()
                });
                Tag(bits.0 | tag.0 & kept.0)
            } else {
                Tag(tag.0 & inner.0 | bits.0 & Tag::TIME.0)
            };
        }
    }
}

/// «الماضي» tells a time only behind a word of time, and «العام» none behind a noun.
fn mark_modifiers(tags: &mut [Tag]) {
    let mut before = Tag::default();
    for tag in tags {
        if tag.any(Tag::MODIFIER) && before.any(Tag::TIME) {
            *tag = tag.or(Tag::TIME);
        } else if tag.all(Tag::TIME.or(Tag::ARTICLE)) && tag.any(Tag::PUBLIC) && before.any(Tag::ARTICLE) {
            tag.0 &= !Tag::TIME.0;
        }
        before = *tag;
    }
}

/// The tags of a word that depend on the words around it.
fn tag_of(analysed: &Analysed, at: usize) -> Tag {
    let preposition = |r: &Reading| is_preposition(analysed.readings(at), r) && is_preposition_at(analysed, r, at);
    analysed.look(at).map_or(Tag::default(), |look| tags_with(&look, preposition))
}

/// What a word by itself can be in a clause.
pub(crate) fn tags_of(look: &Look<'_>) -> Tag {
    tags_with(look, |_| false)
}

/// Whether the tags of a word depend on the words around it: «بين» says something only where إن follows.
pub(crate) fn tags_vary(lexicon: &Lexicon, readings: &[Reading]) -> bool {
    readings.iter().any(|r| lexicon.sense_name(r.sense) == "verb:say" && is_preposition(readings, r))
}

fn tags_with(look: &Look<'_>, preposition: impl Fn(&Reading) -> bool) -> Tag {
    let table = sense_tags(look.lexicon);
    let (word, segment) = (look.word, look.segment);
    // What stands around a stem that nobody knows may as well be part of it: فوزل، برايس.
    let sure = segment.known != Known::Unknown;
    let mut tag = surface(word).or(if sure { clitic_tag(segment.clitics) } else { Tag::default() });
    for reading in look.readings {
        if is_misread(look, reading, &preposition) {
            continue;
        }
        let own = reading_tag(table, reading);
        tag = tag.or(own).or(feature_tag(look.lexicon, own, reading)).or(Tag::KNOWN);
        if own.any(Tag::MASDAR.or(Tag::CARRIER)) {
            tag = tag.or(clitic_tag(reading.clitics));
        }
    }
    if !tag.any(Tag::KNOWN) && segment.stem.is_verb() && !segment.stem.is_noun() {
        tag = tag.or(Tag::VERB);
    }
    // المدعي، المتحدث: with the article a participle is an office.
    if tag.any(Tag::ARTICLE) {
        tag.0 &= !Tag::SAYING.0;
    }
    if segment.stem.is_verb() {
        tag = tag.or(Tag::VERBAL);
    }
    if segment.stem.is_noun() && segment.known != Known::Name {
        tag = tag.or(Tag::COMMON);
    }
    if !tag.any(Tag::MASDAR.or(Tag::NAME).or(Tag::PLACE).or(Tag::TITLE).or(Tag::BODY)) && looks_like_masdar(word) {
        tag = tag.or(Tag::MASDAR);
    }
    tag
}

/// Readings that the writing or a likelier one speaks against.
fn is_misread(look: &Look<'_>, reading: &Reading, preposition: impl Fn(&Reading) -> bool) -> bool {
    let pronoun = reading.clitics.has(Clitics::PRONOUN);
    // ة is no pronoun, and no word ends in a pronoun where its likeliest reading has none and is of the lexicon.
    if pronoun && look.closed {
        return true;
    }
    // «وزارت» is the verb: ت stands for ة only before a pronoun.
    let cut = reading.form.is_construct() && !reading.form.is_dual() && !reading.form.is_plural();
    if cut && !pronoun && look.word.ends_with('ت') {
        return true;
    }
    let segment = look.segment;
    match look.lexicon.sense_name(reading.sense) {
        // «لنقل المصابين»: no verb of the past takes a preposition.
        "verb:say" if reading.clitics.has_preposition() && !reading.form.is_present() => true,
        "verb:say" if pronoun && !segment.clitics.has(Clitics::PRONOUN) && segment.known == Known::Lexicon => true,
        // «بين» and «بينهم» are prepositions, unless إن follows.
        "verb:say" => preposition(reading),
        // «أحد» without the article is one of several, not a Sunday.
        "noun:weekday" => {
            !reading.clitics.has(Clitics::AL) && look.lexicon.entry(reading.entry).feature("article").is_some()
        }
        _ => false,
    }
}

/// Whether one of the readings is a preposition with the clitics of this one.
fn is_preposition(readings: &[Reading], reading: &Reading) -> bool {
    let lexicon = Lexicon::builtin();
    readings.iter().any(|r| r.clitics == reading.clitics && lexicon.class(r.sense) == Class::Preposition)
}

/// Whether the words behind leave a word that can be both a preposition.
fn is_preposition_at(analysed: &Analysed, reading: &Reading, at: usize) -> bool {
    let lexicon = analysed.lexicon();
    let that = |r: &Reading| lexicon.sense_name(r.sense) == "part:that";
    // «عبر عن» is the verb, «عبر البحر» the preposition.
    let about = |r: &Reading| lexicon.sense_name(r.sense) == "prep:about";
    // «وبين المتحدث في بيان أن»: a singular or nominative speaker with the words further on.
    let voice = |r: &Reading| {
        let name = lexicon.sense_name(r.sense);
        r.clitics.has(Clitics::AL) && (name.starts_with("noun:voice-") || name.starts_with("title:"))
    };
    // «وبين السحيمي أن»: one word and then the words said.
    let said = reading.clitics.joins() && analysed.readings(at + 2).iter().any(that);
    let speaker = reading.clitics.joins()
        && analysed.readings(at + 1).iter().any(voice)
        && !analysed.document.word(at + 1).ends_with("ين")
        && (at + 2..at + 14).any(|i| analysed.readings(i).iter().any(that));
    !speaker
        && !said
        && !analysed.readings(at + 1).iter().any(that)
        && !(at + 1..at + 12).any(|i| analysed.readings(i).iter().any(about))
}

fn clitic_tag(clitics: Clitics) -> Tag {
    CLITIC_TAGS.iter().filter(|(c, _)| clitics.has(*c)).fold(Tag::default(), |tag, (_, bit)| tag.or(*bit))
}

fn reading_tag(table: &[Tag], reading: &Reading) -> Tag {
    let mut tag = table.get(reading.sense.index()).copied().unwrap_or_default();
    let clitics = reading.clitics;
    // A particle with ك or ل is another word: كأن، لأن.
    if tag.any(Tag::THAT) && clitics.intersects(Clitics::KA.with(Clitics::LI)) {
        return Tag::default();
    }
    // «كما», «بما»: other words than «ما», which stands alone or behind ل («وفقا لما»).
    if tag.any(Tag::WHAT) && clitics.intersects(Clitics::KA.with(Clitics::BI)) {
        return Tag::default();
    }
    if tag.any(Tag::WHAT) && clitics.has(Clitics::LI) {
        tag = tag.or(Tag::LI);
    }
    if clitics.has(Clitics::PRONOUN) && tag.any(Tag::SAY) {
        tag = tag.or(Tag::OBJECT_PRONOUN);
    }
    if clitics.has(Clitics::PRONOUN) && tag.any(Tag::ABOUT.or(Tag::TO)) {
        tag = tag.or(Tag::PRONOUN_END);
    }
    if reading.form.is_feminine() {
        tag = tag.or(Tag::FEMININE);
    }
    if reading.form.is_plural() || reading.form.is_dual() {
        tag = tag.or(Tag::PLURAL);
    }
    tag
}

/// What the row's features say of a title or a body.
fn feature_tag(lexicon: &Lexicon, so_far: Tag, reading: &Reading) -> Tag {
    let mut tag = Tag::default();
    if !so_far.any(Tag::TITLE.or(Tag::BODY)) {
        return tag;
    }
    let entry = lexicon.entry(reading.entry);
    if matches!(entry.feature("kind"), Some("rank" | "honorific")) {
        tag = tag.or(Tag::HONORIFIC);
    }
    if entry.feature("fem").is_some() {
        tag = tag.or(Tag::FEMININE);
    }
    if entry.feature("plural").is_some() {
        tag = tag.or(Tag::PLURAL);
    }
    tag
}

const CLITIC_TAGS: [(Clitics, Tag); 5] = [
    (Clitics::WA, Tag::JOINED),
    (Clitics::FA, Tag::JOINED),
    (Clitics::BI, Tag::BI),
    (Clitics::LI, Tag::LI),
    (Clitics::PRONOUN, Tag::PRONOUN_END),
];

/// The article is seen on words that the lexicon does not know, too, and so are ب and ل that stand alone.
fn surface(word: &str) -> Tag {
    match word {
        "ب" => return Tag::BI,
        "ل" => return Tag::LI,
        "العام" => return Tag::ARTICLE.or(Tag::PUBLIC),
        _ => {}
    }
    let bare = word.strip_prefix('و').or_else(|| word.strip_prefix('ف')).unwrap_or(word);
    let after = bare.strip_prefix('ب').or_else(|| bare.strip_prefix('ك')).unwrap_or(bare);
    let article = |w: &str| w.strip_prefix("ال").is_some_and(|rest| rest.chars().count() >= 2);
    if article(word) || article(bare) || article(after) {
        return Tag::ARTICLE;
    }
    match bare.strip_prefix("لل") {
        Some(rest) if rest.chars().count() >= 2 => Tag::ARTICLE.or(Tag::LI),
        _ => Tag::default(),
    }
}

/// Verbal nouns of the derived stems have shapes of their own: إعلان، انسحاب، استقالة، تعزيز، مطالبة.
/// Whether a word, without the article, has the shape of a noun of doing.
pub(crate) fn looks_like_masdar(word: &str) -> bool {
    let stem = ["هما", "هم", "ها"].iter().find_map(|p| word.strip_suffix(p)).unwrap_or(word);
    shaped(stem) || word.strip_suffix('ه').is_some_and(shaped) || stem.strip_suffix("ته").is_some_and(shaped)
}

fn shaped(stem: &str) -> bool {
    let mut letters = ['\0'; 8];
    let mut count = 0;
    for c in stem.chars() {
        let Some(slot) = letters.get_mut(count) else { return false };
        *slot = c;
        count += 1;
    }
    let three = matches!(
        (letters, count),
        (['ا', _, _, 'ا', _, ..], 5) | (['ا', _, 'ت', _, 'ا', _, ..], 6) | (['ا', 'ن', _, _, 'ا', _, ..], 6)
    );
    three || matches!((letters, count), (['ا', 'س', 'ت', _, _, 'ا', _, _], 7) | (['ت', _, _, 'ي', _, ..], 5))
}

/// The tag of every sense, once for all.
fn sense_tags(lexicon: &'static Lexicon) -> &'static [Tag] {
    static TABLE: OnceLock<Vec<Tag>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![Tag::default(); lexicon.sense_count()];
        for sense in lexicon.senses() {
            let name = lexicon.sense_name(sense);
            let mut tag = Tag::default();
            for (pattern, bit) in SENSES {
                // Weak names of places and bodies are ordinary words more often; they count for nothing here.
                if name.ends_with("-weak") {
                    break;
                }
                let fits = pattern.strip_suffix('*').map_or(name == *pattern, |p| name.starts_with(p));
                if fits {
                    tag = tag.or(*bit);
                }
            }
            if let Some(slot) = table.get_mut(sense.index()) {
                *slot = tag;
            }
        }
        table
    })
}

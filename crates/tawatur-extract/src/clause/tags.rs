//! The tags of a report's tokens.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Clitics, Known, Lexicon, Reading, Segment};
use tawatur_text::{TokenKind, TokenRange};

use super::Tag;
use crate::Analysed;

/// The tags of every token of a report.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    tags: Vec<Tag>,
}

/// Which senses give which tag. A name that ends in `*` is every sense that begins so.
const SENSES: &[(&str, Tag)] = &[
    ("verb:say", Tag::SAY),
    ("adj:saying", Tag::SAYING),
    ("cue:source", Tag::CUE_SOURCE),
    ("cue:as", Tag::CUE_AS),
    ("cue:relay", Tag::CUE_RELAY),
    ("cue:limit", Tag::LIMIT),
    ("part:that", Tag::THAT),
    ("noun:words", Tag::WORDS),
    ("noun:tongue", Tag::TONGUE),
    ("noun:speech-*", Tag::SPEECH),
    ("noun:speech-bayan", Tag::DOCUMENT),
    ("noun:speech-report", Tag::DOCUMENT),
    ("noun:speech-toll", Tag::DOCUMENT),
    ("noun:speech-statement", Tag::DOCUMENT),
    ("noun:speech-account", Tag::ACCOUNT),
    ("title:*", Tag::TITLE),
    ("noun:voice-spokesman", Tag::TITLE.or(Tag::VOICE)),
    ("title:spokesman*", Tag::VOICE),
    ("title:official-spokesman*", Tag::VOICE),
    ("noun:voice-correspondent", Tag::TITLE),
    ("noun:body-*", Tag::BODY),
    ("noun:body-agency", Tag::CARRIER),
    ("noun:body-channel", Tag::CARRIER),
    ("noun:body-newspaper", Tag::CARRIER),
    ("noun:body-site", Tag::CARRIER),
    ("organisation:*", Tag::ORGANISATION),
    ("organisation:agency", Tag::OUTLET),
    ("organisation:outlet", Tag::OUTLET),
    ("noun:voice-source", Tag::SOURCE),
    ("noun:voice-information", Tag::SOURCE),
    ("noun:voice-witness", Tag::SOURCE),
    ("noun:voice-expert", Tag::SOURCE),
    ("title:witness", Tag::SOURCE),
    ("title:eyewitness", Tag::SOURCE),
    ("noun:voice-official", Tag::OFFICIAL),
    ("noun:voice-media", Tag::MEDIA),
    ("noun:voice-agencies", Tag::MEDIA),
    ("noun:voice-social", Tag::ACCOUNT),
    ("place:*", Tag::PLACE),
    ("noun:place-*", Tag::PLACE_HEAD),
    ("adj:nisba", Tag::NISBA.or(Tag::ADJECTIVE)),
    ("name:given", Tag::NAME),
    ("name:family", Tag::NAME),
    ("name:both", Tag::NAME),
    ("prep:in", Tag::IN),
    ("prep:from", Tag::FROM),
    ("prep:on", Tag::ON),
    ("prep:to", Tag::TO),
    ("prep:about", Tag::ABOUT),
    ("prep:*", Tag::PREPOSITION),
    ("pron:relative", Tag::RELATIVE),
    ("part:not", Tag::NOT),
    ("conj:while", Tag::WHILE),
    ("conj:but", Tag::BUT),
    ("verb:be", Tag::BE),
    ("part:qad", Tag::QAD),
    ("noun:weekday", Tag::TIME),
    ("noun:month", Tag::TIME),
    ("noun:part", Tag::TIME),
    ("noun:unit", Tag::TIME),
    ("noun:said-when", Tag::TIME),
    ("adv:relative", Tag::TIME),
    ("adv:now", Tag::TIME),
    ("adj:modifier", Tag::MODIFIER),
    ("noun:label", Tag::LABEL),
    ("prep:pronoun", Tag::WITH_PRONOUN),
    ("noun:voice-ministry", Tag::BODY.or(Tag::FEMININE).or(Tag::SHORT)),
    ("noun:voice-one", Tag::ONE_OF),
    ("noun:masdar", Tag::MASDAR),
    ("verb:*", Tag::VERB),
    ("conj:as-also", Tag::ALSO),
    ("noun:same", Tag::SAME),
    ("verb:called", Tag::CALLED),
    ("verb:stands", Tag::STANDS),
    ("verb:broadcasts", Tag::BROADCASTS),
    ("pron:this", Tag::THIS),
    ("pron:that", Tag::THIS),
    ("pron:he", Tag::HE),
    ("pron:she", Tag::HE),
    ("pron:they", Tag::HE),
    ("conj:since-because", Tag::SUBORDINATE),
    ("conj:when", Tag::SUBORDINATE),
    ("conj:where", Tag::SUBORDINATE),
    ("conj:if", Tag::SUBORDINATE),
    ("conj:which-led", Tag::SUBORDINATE),
    ("conj:as-for", Tag::AS_FOR),
    ("noun:side", Tag::SIDE),
    ("noun:voice-turn", Tag::SIDE),
    ("adv:also", Tag::ALSO_ADVERB),
    ("adj:*", Tag::ADJECTIVE),
    ("noun:*", Tag::NOUN),
    ("part:except", Tag::EXCEPT),
    ("num:*", Tag::NUMBER),
];

impl Tags {
    /// Tags every token.
    pub fn read(analysed: &Analysed) -> Self {
        let table = sense_tags(analysed.lexicon());
        let count = analysed.document.tokens().len();
        let mut tags: Vec<Tag> = (0..count).map(|at| tag_of(analysed, table, at)).collect();
        for phrase in analysed.phrases() {
            let bits = phrase.readings.iter().fold(Tag::default(), |t, r| {
                let own = reading_tag(table, r);
                t.or(own).or(feature_tag(analysed, own, r)).or(clitic_tag(r.clitics))
            });
            mark_phrase(&mut tags, phrase.tokens, bits);
        }
        mark_modifiers(&mut tags);
        Self { tags }
    }

    /// The tags of a token; none beyond the end.
    #[inline]
    pub(crate) fn at(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or_default()
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
                let kept = Tag::ARTICLE.or(Tag::JOINED).or(Tag::FEMININE).or(Tag::PLURAL).or(Tag::KNOWN);
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

fn tag_of(analysed: &Analysed, table: &[Tag], at: usize) -> Tag {
    match analysed.document.kind(at) {
        TokenKind::Word => {}
        TokenKind::Number => return Tag::NUMBER,
        _ => return Tag::default(),
    }
    let word = analysed.document.word(at);
    let segment = analysed.segment(at);
    let mut tag = surface(word).or(clitic_tag(segment.clitics));
    for reading in analysed.readings(at) {
        if is_misread(analysed, segment, reading, at) {
            continue;
        }
        let own = reading_tag(table, reading);
        tag = tag.or(own).or(feature_tag(analysed, own, reading)).or(Tag::KNOWN);
    }
    if !tag.any(Tag::KNOWN) && segment.stem.is_verb() && !segment.stem.is_noun() {
        tag = tag.or(Tag::VERB);
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
fn is_misread(analysed: &Analysed, segment: Segment, reading: &Reading, at: usize) -> bool {
    let pronoun = reading.clitics.has(Clitics::PRONOUN);
    let written = || analysed.document.text_of(TokenRange::new(at, at + 1));
    // ة is no pronoun, and no word ends in a pronoun where its likeliest reading has none and is of the lexicon.
    if pronoun && written().ends_with(['ة', 'ى']) {
        return true;
    }
    let name = analysed.lexicon().sense_name(reading.sense);
    match name {
        "verb:say" if pronoun && !segment.clitics.has(Clitics::PRONOUN) && segment.known == Known::Lexicon => true,
        // «بين» and «بينهم» are prepositions, unless إن follows.
        "verb:say" => is_preposition(analysed, reading, at),
        // «أحد» without the article is one of several, not a Sunday.
        "noun:weekday" => !reading.clitics.has(Clitics::AL) && analysed.entry(reading).feature("article").is_some(),
        _ => false,
    }
}

fn is_preposition(analysed: &Analysed, reading: &Reading, at: usize) -> bool {
    let lexicon = analysed.lexicon();
    let same = |r: &&Reading| r.clitics == reading.clitics && lexicon.class(r.sense) == Class::Preposition;
    let that = |r: &Reading| lexicon.sense_name(r.sense) == "part:that";
    // «عبر عن» is the verb, «عبر البحر» the preposition.
    let about = |r: &Reading| lexicon.sense_name(r.sense) == "prep:about";
    analysed.readings(at).iter().any(|r| same(&r))
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
fn feature_tag(analysed: &Analysed, so_far: Tag, reading: &Reading) -> Tag {
    let mut tag = Tag::default();
    if !so_far.any(Tag::TITLE.or(Tag::BODY)) {
        return tag;
    }
    let entry = analysed.entry(reading);
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
fn looks_like_masdar(word: &str) -> bool {
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
    match (letters, count) {
        (['ا', _, _, 'ا', _, ..], 5) | (['ا', _, 'ت', _, 'ا', _, ..], 6) | (['ا', 'ن', _, _, 'ا', _, ..], 6) => {
            true
        }
        (['ا', 'س', 'ت', _, _, 'ا', _, _], 7) | (['ت', _, _, 'ي', _, ..], 5) => true,
        _ => false,
    }
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

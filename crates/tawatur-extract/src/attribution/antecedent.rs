//! Who is meant: names resolved to the fullest form, short forms and bare verbs to whom they speak of.

use tawatur_lexicon::Clitics;
use tawatur_model::{Hop, HopKind};
use tawatur_text::TokenRange;

use super::reader::{AttributionReader, Voice};
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase};

impl AttributionReader<'_, '_> {
    /// Enters a phrase into the register, or finds whom it speaks of.
    pub(crate) fn resolve(&mut self, phrase: &NounPhrase) -> usize {
        let reader = self.reader;
        let tag = reader.tag(phrase.tokens.start);
        let alone =
            phrase.tokens.len() == 1 || phrase.tokens.len() == 2 && reader.tag(phrase.tokens.end - 1).any(Tag::SAME);
        let definite = tag.any(Tag::ARTICLE);
        if alone && definite && phrase.name.is_empty() {
            if matches!(phrase.head, Head::Source | Head::Document)
                && let Some(voice) = &self.voice
                && reader.tag(phrase.tokens.start).any(Tag::SOURCE.or(Tag::DOCUMENT))
                && !reader.tag(phrase.tokens.start).any(Tag::PLURAL)
            {
                return voice.entity;
            }
            if let Some(number) = self.register.same_noun(&reader, phrase) {
                return number;
            }
        }
        self.register.enter(&reader, phrase)
    }

    /// The entity of a phrase named in passing.
    pub(crate) fn named_in_passing(&mut self, phrase: &NounPhrase) -> usize {
        let alone = phrase.tokens.len() == 1 && phrase.name.is_empty();
        let definite = self.reader.tag(phrase.tokens.start).any(Tag::ARTICLE);
        if alone
            && definite
            && let Some(number) = self.register.same_noun(&self.reader, phrase)
        {
            return number;
        }
        self.register.enter(&self.reader, phrase)
    }

    /// Whether an entity is a newspaper, broadcaster or agency.
    pub(crate) fn is_medium(&self, entity: usize) -> bool {
        self.register.get(entity).is_some_and(|e| matches!(e.phrase.head, Head::Medium | Head::Agency))
    }

    /// Whether a phrase names an entity by a word of another gender.
    pub(crate) fn is_loose(&self, entity: usize, phrase: &NounPhrase) -> bool {
        self.register.get(entity).is_some_and(|e| e.phrase.feminine != phrase.feminine && phrase.name.is_empty())
    }

    /// Whom a verb or participle without a subject speaks of.
    pub(crate) fn unnamed_subject(&self, takes: Takes, sentence: usize) -> Option<Voice> {
        let agrees =
            |entity: usize| self.register.get(entity).is_some_and(|e| e.phrase.agrees(takes.feminine, takes.plural));
        let voice = self.voice.as_ref().filter(|v| v.loose || agrees(v.entity));
        if let Some(v) = voice
            && v.sentence == sentence
        {
            return Some(v.clone());
        }
        let salient = self.salient.filter(|(entity, s)| *s == sentence && agrees(*entity));
        if let Some((entity, _)) = salient {
            return Some(Voice { entity, relays: Vec::new(), sentence, loose: false });
        }
        if let Some(v) = voice
            && sentence.saturating_sub(v.sentence) <= 6
        {
            return Some(v.clone());
        }
        let salient = self.salient.filter(|(entity, s)| sentence.saturating_sub(*s) <= 2 && agrees(*entity));
        salient.map(|(entity, _)| Voice { entity, relays: Vec::new(), sentence, loose: false })
    }

    /// The fullest name of an entity so far.
    pub(crate) fn name_of(&self, entity: usize) -> Option<String> {
        let phrase = &self.register.get(entity)?.phrase;
        let run = if phrase.name.is_empty() { phrase.tokens } else { phrase.name };
        Some(self.words_of(run))
    }

    /// The words of a run, without the clitics of its first word.
    pub(crate) fn words_of(&self, run: TokenRange) -> String {
        let text = self.reader.analysed.document.text_of(run);
        let tag = self.reader.tag(run.start);
        const SURE: Tag = Tag::BODY
            .or(Tag::TITLE)
            .or(Tag::SOURCE)
            .or(Tag::OFFICIAL)
            .or(Tag::MEDIA)
            .or(Tag::CARRIER)
            .or(Tag::ORGANISATION)
            .or(Tag::OUTLET)
            .or(Tag::DOCUMENT)
            .or(Tag::ONE_OF)
            .or(Tag::ARTICLE);
        let sure = tag.any(SURE);
        let bare = if tag.any(Tag::JOINED) && sure { text.strip_prefix('و').unwrap_or(text) } else { text };
        let named = tag.any(Tag::NAME) && !tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::SOURCE).or(Tag::OUTLET));
        let name = if tag.any(Tag::LI) && sure && !named {
            match bare.strip_prefix("لل") {
                // للجنة is ل with اللجنة: the noun's own letter is written once.
                Some(rest) if self.begins_with_lam(run.start) => format!("الل{rest}"),
                Some(rest) => format!("ال{rest}"),
                None => bare.strip_prefix('ل').unwrap_or(bare).to_owned(),
            }
        } else if tag.any(Tag::BI) && sure && !named {
            bare.strip_prefix('ب').unwrap_or(bare).to_owned()
        } else {
            bare.to_owned()
        };
        clean(&name)
    }

    /// Whether the noun behind a proclitic ل begins with that letter itself.
    fn begins_with_lam(&self, at: usize) -> bool {
        let analysed = self.reader.analysed;
        let lam = |r: &tawatur_lexicon::Reading| {
            let alone = r.clitics.has(Clitics::LI) && !r.clitics.has(Clitics::AL);
            alone && analysed.entry(r).lemma.starts_with('ل')
        };
        self.reader.tag(at).any(Tag::BODY.or(Tag::ORGANISATION)) && analysed.readings(at).iter().any(lam)
    }

    /// The link that an entity makes.
    pub(crate) fn hop_of(&self, entity: usize, range: Option<TokenRange>) -> Option<Hop> {
        let phrase = self.register.get(entity)?.phrase;
        let unnamed_official = phrase.head == Head::Title && phrase.name.is_empty() && !phrase.definite;
        let kind = if unnamed_official && phrase.owner.is_empty() { HopKind::Official } else { phrase.head.hop() };
        let range = range.map(|r| self.reader.analysed.document.range_of(r));
        Some(Hop { name: self.name_of(entity)?, range, kind })
    }

    /// The link that a phrase makes where it is no speaker of its own.
    pub(crate) fn relay(&mut self, phrase: &NounPhrase) -> Option<Hop> {
        if self.is_outlet(phrase) {
            return None;
        }
        let entity = self.resolve(phrase);
        self.hop_of(entity, Some(phrase.tokens))
    }

    /// Whether a medium is the report's own outlet.
    fn is_outlet(&self, phrase: &NounPhrase) -> bool {
        let Some(outlet) = &self.outlet else { return false };
        let name = tawatur_text::fold_word(&self.words_of(phrase.tokens));
        if self.english_names(phrase.tokens.start).any(|n| n.len() > 2 && outlet.contains(&n)) {
            return true;
        }
        let of_medium = |w: &str| w.chars().nth(1).is_some();
        let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|w| of_medium(w)).peekable();
        words.peek().is_some() && words.all(|w| outlet.contains(w.strip_prefix("ال").unwrap_or(w)))
    }

    /// English names of what stands here, letters only: outlets are often given by their address.
    fn english_names(&self, at: usize) -> impl Iterator<Item = String> + '_ {
        let analysed = self.reader.analysed;
        let phrase = analysed.phrase_at(at).map(|p| p.readings.as_slice());
        let readings = phrase.unwrap_or_else(|| analysed.readings(at));
        readings.iter().filter_map(move |r| analysed.entry(r).feature("en")).map(letters)
    }

    /// The body that an entity speaks for.
    pub(crate) fn institution_of(&self, entity: usize) -> Option<String> {
        let phrase = self.register.get(entity)?.phrase;
        match phrase.head {
            Head::Body => Some(self.words_of(phrase.tokens)),
            Head::Title if !phrase.owner.is_empty() => {
                let run = TokenRange::new(phrase.owner.start, self.owner_end(&phrase));
                (!run.is_empty()).then(|| self.words_of(run))
            }
            _ => None,
        }
    }

    /// Where the body in an office ends: at the name, or with the phrase.
    fn owner_end(&self, phrase: &NounPhrase) -> usize {
        let owner = phrase.owner.start;
        if phrase.name.start > owner {
            phrase.name.start
        } else {
            phrase.title.end.max(phrase.tokens.end.min(owner + 12))
        }
    }
}

/// The letters and digits of a name, in lower case.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Hash signs, line breaks and doubled spaces are no part of a name.
fn clean(name: &str) -> String {
    let plain = !name.contains(['#', '\n', '\u{a0}']) && !name.contains("  ");
    let trimmed = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '،' | ',' | '-' | '–'));
    if plain {
        return trimmed.to_owned();
    }
    trimmed.replace('#', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

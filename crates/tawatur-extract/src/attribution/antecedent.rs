//! Who is meant: names resolved to the fullest form, short forms and bare verbs to whom they speak of.

use tawatur_model::{Hop, HopKind};
use tawatur_text::TokenRange;

use super::draft::Draft;
use super::entity::Entity;
use super::reader::{AttributionReader, Salient, Voice};
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase};

/// Sentences after which nobody goes on speaking.
const FARTHEST_VOICE: usize = 6;
/// Cues before one among which a source without a name is looked for.
const LOOK_BACK: usize = 12;

impl AttributionReader<'_, '_> {
    /// Enters a phrase into the register, or finds whom it speaks of.
    pub(crate) fn resolve(&mut self, phrase: &NounPhrase) -> usize {
        let reader = self.reader;
        let tag = reader.tag(phrase.tokens.start);
        let alone =
            phrase.tokens.len() == 1 || phrase.tokens.len() == 2 && reader.tag(phrase.tokens.end - 1).any(Tag::SAME);
        let definite = tag.any(Tag::ARTICLE);
        if alone && definite && phrase.name.is_empty() {
            // «التقرير» of before, not whoever spoke last.
            if phrase.head == Head::Document
                && let Some(number) = self.register.same_noun(&reader, phrase)
            {
                return number;
            }
            if phrase.head == Head::Source && !phrase.plural && self.voice_is_many() {
                // «أضاف المصدر» behind «مصادر» or «شهود»: a source that was named before.
                if let Some(number) = self.register.same_noun(&reader, phrase) {
                    return number;
                }
            }
            let carried = self.voice.as_ref().is_some_and(|v| self.is_medium(v.entity));
            if phrase.head == Head::Source && carried
                // «بحسب وكالة رويترز. وأضاف المصدر»: the source, and not the carrier behind his words.
                && let Some(number) = self.unnamed_source_for(phrase)
            {
                return number;
            }
            // «تحدثت تقارير عن ... وأضاف البيان»: a statement is of a body, and not of the reports named since.
            if phrase.head == Head::Document
                && self.voice_is_many()
                && let Some(number) = self.last_body()
            {
                return number;
            }
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
        if definite
            && phrase.name.is_empty()
            && let Some(number) = self.same_body_for(phrase).or_else(|| self.general_word_for(phrase))
        {
            return number;
        }
        self.register.enter(&reader, phrase)
    }

    /// «وأضافت المنظمة الدولية»: the body that spoke last, by its noun and an adjective that its name lacks.
    fn same_body_for(&self, phrase: &NounPhrase) -> Option<usize> {
        let adjective = self.reader.tag(phrase.tokens.start + 1);
        let two = phrase.head == Head::Body && phrase.tokens.len() == 2 && adjective.any(Tag::ARTICLE);
        let voice = self.voice.as_ref().filter(|_| two && !self.register.knows(&self.reader, phrase))?;
        let spoke = self.register.get(voice.entity).filter(|e| e.phrase.head == Head::Body)?;
        let noun = TokenRange::new(phrase.tokens.start, phrase.tokens.start + 1);
        spoke.is_called(&self.reader, noun).then_some(voice.entity)
    }

    /// The last body or person that spoke.
    fn last_body(&self) -> Option<usize> {
        let issues = |e: &Entity| matches!(e.phrase.head, Head::Body | Head::Title | Head::Name | Head::Official);
        let spoke = |d: &Draft| d.entity.filter(|e| self.register.get(*e).is_some_and(issues));
        self.drafts.iter().rev().take(LOOK_BACK).find_map(spoke)
    }

    /// Whether several spoke last.
    fn voice_is_many(&self) -> bool {
        let entity = self.voice.as_ref().and_then(|v| self.register.get(v.entity));
        entity.is_some_and(|e| e.phrase.plural)
    }

    /// «المسؤول», «المتحدث», «المسؤول الليبي»: a general word for whoever with a name spoke last.
    fn general_word_for(&self, phrase: &NounPhrase) -> Option<usize> {
        let reader = self.reader;
        let start = phrase.tokens.start;
        if let Some(source) = self.unnamed_source_for(phrase) {
            return Some(source);
        }
        let last = phrase.tokens.end.checked_sub(1)?;
        let short = phrase.tokens.len() == 1 || phrase.tokens.len() == 2 && reader.tag(last).any(Tag::NISBA);
        let general = reader.tag(start).any(Tag::OFFICIAL.or(Tag::VOICE)) && !phrase.plural && phrase.owner.is_empty();
        let voice = self.voice.as_ref().filter(|_| short && general)?;
        let named =
            self.register.get(voice.entity).filter(|e| e.phrase.head.is_person() && !e.phrase.name.is_empty())?;
        let own = named.phrase.title.len() > 1 || reader.tag(start).any(Tag::OFFICIAL);
        (own && named.answers(phrase.feminine, false)).then_some(voice.entity)
    }

    /// «المصدر في القصر», «المسؤول الفرنسي» behind «مصدر رئاسي فرنسي»: the one source without a name that spoke before.
    fn unnamed_source_for(&self, phrase: &NounPhrase) -> Option<usize> {
        let tag = self.reader.tag(phrase.tokens.start);
        let spokesman = tag.any(Tag::VOICE) && phrase.tokens.len() == 1;
        let one = (tag.any(Tag::SOURCE.or(Tag::OFFICIAL)) || spokesman) && !tag.any(Tag::PLURAL) && !phrase.plural;
        if !one || self.register.knows(&self.reader, phrase) {
            return None;
        }
        let unnamed = |d: &Draft| d.entity.filter(|e| self.register.get(*e).is_some_and(Entity::is_unnamed_source));
        let before = self.drafts.iter().rev().take(LOOK_BACK).find_map(unnamed)?;
        self.register.may_be(&self.reader, before, phrase).then_some(before)
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
        let chosen = self.choose_unnamed(takes, sentence);
        if let Some(reasons) = &self.reasons {
            reasons.weigh(self.unnamed_candidates(takes, sentence));
        }
        chosen
    }

    fn choose_unnamed(&self, takes: Takes, sentence: usize) -> Option<Voice> {
        let found = |entity: usize| Voice { entity, relays: Vec::new(), sentence, loose: false, behind: false };
        let answers =
            |entity: usize| self.register.get(entity).is_some_and(|e| e.answers(takes.feminine, takes.plural));
        let voice = self.voice.as_ref().filter(|v| sentence.saturating_sub(v.sentence) <= FARTHEST_VOICE);
        let fitting = voice.filter(|v| v.loose || answers(v.entity));
        if let Some(v) = fitting.filter(|v| v.sentence == sentence) {
            return Some(v.clone());
        }
        let salient = self.salient.filter(|s| answers(s.entity));
        if let Some(s) = salient.filter(|s| s.sentence == sentence) {
            return Some(found(s.entity));
        }
        // «وروى أحد الناجين ما رآه. وقال»: a person told of since then, unless the verb only goes on («وأضاف»).
        let since =
            |s: &Salient| s.subject && fitting.is_none_or(|v| s.sentence > v.sentence) && self.is_person(s.entity);
        let near = salient.filter(|s| sentence.saturating_sub(s.sentence) <= 2);
        if !takes.has(Takes::GOES_ON)
            && let Some(s) = near.filter(since)
        {
            return Some(found(s.entity));
        }
        if let Some(v) = fitting {
            return Some(v.clone());
        }
        if let Some(s) = near {
            return Some(found(s.entity));
        }
        let agrees =
            |v: &&Voice| self.register.get(v.entity).is_some_and(|e| e.phrase.agrees(takes.feminine, takes.plural));
        let relayed = voice.filter(|v| takes.feminine && self.are_persons(v.entity));
        if let Some(carrier) = relayed.and_then(|v| self.carrier_of(v)).filter(|c| answers(*c)) {
            return Some(found(carrier));
        }
        // Whoever it is, somebody says it: the last one who was named in the sentence.
        let named = self.mentioned.filter(|(_, s)| *s == sentence && takes.has(Takes::THAT));
        voice.filter(agrees).cloned().or_else(|| named.map(|(entity, _)| found(entity)))
    }

    /// «نقلت صحيفة المدى عن شهود أن ...، مشيرة إلى»: the carrier that relays them goes on, where they do not agree.
    fn carrier_of(&self, voice: &Voice) -> Option<usize> {
        let relay = voice.relays.first()?;
        let named = |e: &usize| self.is_medium(*e) && self.name_of(*e).is_some_and(|n| n == relay.name);
        self.register.latest().find(named)
    }

    /// Whether it is several human beings, of whom no verb in the feminine tells.
    fn are_persons(&self, entity: usize) -> bool {
        self.register.get(entity).is_some_and(|e| e.persons)
    }

    fn is_person(&self, entity: usize) -> bool {
        self.register.get(entity).is_some_and(|e| e.phrase.head.is_person() || e.phrase.head == Head::Source)
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
        let same =
            |n: &String| n.len() > 2 && outlet.contains(n.as_str()) || outlet.len() > 4 && n.contains(outlet.as_str());
        if self.english_names(phrase.tokens.start).any(|n| same(&n)) {
            return true;
        }
        let of_medium = |w: &str| w.chars().nth(1).is_some();
        let carrier = |t: usize| self.reader.tag(t).any(Tag::CARRIER) && phrase.tokens.len() > 1;
        let from = phrase.tokens.start + usize::from(carrier(phrase.tokens.start));
        if from > phrase.tokens.start && self.english_names(from).any(|n| same(&n)) {
            return true;
        }
        let bare = tawatur_text::fold_word(&self.words_of(TokenRange::new(from, phrase.tokens.end)));
        if bare.is_ascii() && bare.len() > 2 && outlet.contains(letters(&bare).as_str()) {
            return true;
        }
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
}

/// The letters and digits of a name, in lower case.
pub(super) fn letters(name: &str) -> String {
    if name.is_ascii() {
        return name.bytes().filter(u8::is_ascii_alphanumeric).map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

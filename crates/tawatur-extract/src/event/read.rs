//! Reads events.

use std::sync::OnceLock;

use tawatur_lexicon::{Lexicon, Reading};
use tawatur_model::{Auxiliary, Day, Event, NameRange};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::around;
use super::marks::{Mark, Words};
use super::modes::modality;
use super::party::{Parties, Party};
use super::rules::Shape;
use super::trigger::Trigger;
use super::verb::Arguments;
use super::when;
use crate::attribution::Attributions;
use crate::clause::{Tag, Tags};
use crate::phrase::Head;
use crate::time::TimeReading;
use crate::{Analysed, Senses};

/// The layers below, as an event needs them.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'r, 'a> {
    pub(crate) analysed: &'r Analysed<'a>,
    pub(crate) tags: &'r Tags,
    pub(crate) times: &'r [TimeReading],
    pub(crate) attributions: &'r Attributions,
    pub(crate) published: Option<Day>,
}

/// Tokens around a trigger whose party still belongs to the event's words.
const NEAR: usize = 24;

/// Bytes between people killed and the attack that killed them.
const INHERIT: u32 = 120;

/// Reads the events of the tokens for which `is_read` holds, in order.
pub(crate) fn read(layers: Layers, is_read: impl Fn(usize) -> bool) -> Vec<Event> {
    let reader = Reader::new(layers);
    let mut found: Vec<Event> = Vec::new();
    let mut phrases = layers.analysed.phrases().iter().peekable();
    for sentence in layers.analysed.document.sentences() {
        let first = found.len();
        let mut at = sentence.start;
        let mut scene = None;
        while at < sentence.end {
            while phrases.peek().is_some_and(|p| p.tokens.end <= at) {
                phrases.next();
            }
            let phrase = phrases.peek().filter(|p| p.tokens.start <= at);
            let inside = phrase.is_some_and(|p| p.tokens.start < at);
            let trigger = match phrase {
                _ if inside || !layers.analysed.traits(at).tells && phrase.is_none() => None,
                Some(p) => {
                    reader.words.phrase_trigger(p.tokens, &p.readings).or_else(|| reader.single(at, sentence.end))
                }
                None => reader.single(at, sentence.end),
            };
            let trigger = trigger.or_else(|| reader.crowd(at, *sentence));
            let next = trigger.as_ref().map_or(at + 1, |t| t.tokens.end);
            if let Some(trigger) = trigger.filter(|t| is_read(t.tokens.start)) {
                if reader.repeats(&trigger, found.get(first..).unwrap_or_default()) {
                    at = next;
                    continue;
                }
                let scene = *scene.get_or_insert_with(|| reader.scene(*sentence));
                let clear = scene & SPORT == 0;
                if let Some(mut event) = reader.event(&trigger, *sentence, scene, found.len() + 1).filter(|_| clear) {
                    if trigger.plural && event.actor.is_none() && trigger.rule.shape != Shape::Befall {
                        event.actor = found.get(first..).and_then(|f| f.last()).and_then(|e| e.actor.clone());
                    }
                    found.push(event);
                }
            }
            at = next;
        }
        inherit(&mut found, first);
    }
    found
}

/// Who made the attack in which people were killed killed them: «قتل جنديان في هجوم شنته الحركة».
fn inherit(events: &mut [Event], from: usize) {
    for i in from..events.len() {
        let Some(victim) = events.get(i).filter(|e| e.actor.is_none() && e.rule.starts_with("event-kill")) else {
            continue;
        };
        let end = victim.range.end();
        let doer = events.get(i + 1..).unwrap_or_default().iter().take(2).find(|e| {
            e.kind == "ASSAULT"
                && e.actor.is_some()
                && e.target != victim.target
                && e.range.start().saturating_sub(end) < INHERIT
        });
        let actor = doer.and_then(|e| e.actor.clone());
        if let Some(event) = events.get_mut(i) {
            event.actor = actor;
        }
    }
}

/// Whether a word may tell of an event, or stands around one.
pub(crate) fn may_tell(lexicon: &Lexicon, readings: &[Reading]) -> bool {
    static SENSES: OnceLock<Senses> = OnceLock::new();
    SENSES.get_or_init(|| Senses::of(lexicon, &["verb:event-*", "noun:event-*", "event:*"])).find(readings).is_some()
}

/// What a whole sentence is about.
const SPORT: u8 = 1;
const ACCIDENT: u8 = 2;
const ARMS: u8 = 4;

struct Reader<'r, 'a> {
    layers: Layers<'r, 'a>,
    words: Words<'r, 'a>,
    parties: Parties<'r, 'a>,
    /// Whether the report is about sports, worked out when it is first asked.
    sports: std::cell::OnceCell<bool>,
}

impl<'r, 'a> Reader<'r, 'a> {
    fn new(layers: Layers<'r, 'a>) -> Self {
        let words = Words::new(layers.analysed, layers.tags);
        Self { layers, words, parties: Parties { words, times: layers.times }, sports: std::cell::OnceCell::new() }
    }

    /// Whether a trigger only goes on about the protest just told: «… احتجاجا على», the protesters themselves.
    fn repeats(&self, trigger: &Trigger, told: &[Event]) -> bool {
        let start = self.layers.analysed.document.range_of(trigger.tokens).start();
        let Some(last) = told.last().filter(|e| e.kind == "PROTEST" && trigger.rule.kind == "PROTEST") else {
            return false;
        };
        let adverbial = !trigger.verb
            && (trigger.closed || trigger.purpose)
            && self.words.is(trigger.tokens.start, Mark::DEMAND.or(Mark::DEMONSTRATE));
        let named = trigger.rule.id == "event-protesters"
            && (last.range.contains_offset(start)
                || last.actor.as_ref().and_then(|a| a.range).is_some_and(|r| r.contains_offset(start)));
        adverbial || named
    }

    fn single(&self, at: usize, end: usize) -> Option<Trigger> {
        self.words.trigger(at, end)
    }

    /// Whether a sentence tells of a match, or of an accident or illness.
    fn scene(&self, sentence: TokenRange) -> u8 {
        let mut scene = 0;
        for at in sentence.iter().filter(|i| self.layers.tags.is(*i, Tag::EVENT)) {
            let mark = self.words.mark(at);
            if mark.any(Mark::SPORT) {
                scene |= SPORT;
            }
            let arms = Mark::SHOT
                .or(Mark::HAND)
                .or(Mark::ATTACK)
                .or(Mark::BLOW)
                .or(Mark::CLASH)
                .or(Mark::SHELL)
                .or(Mark::AGENT);
            if mark.any(arms) {
                scene |= ARMS;
            }
            let falls = mark.any(Mark::CRASH) && (at + 1..at + 4).any(|i| self.words.is(i, Mark::VESSEL));
            if mark.any(Mark::ACCIDENT) || falls {
                scene |= ACCIDENT;
            }
        }
        scene
    }

    fn event(&self, trigger: &Trigger, sentence: TokenRange, scene: u8, number: usize) -> Option<Event> {
        let led = |i: usize| i.checked_sub(1).is_some_and(|b| self.words.is(b, Mark::HEAD));
        if trigger.purpose
            && !led(trigger.tokens.start)
            && trigger.rule.id != "event-disperse"
            && trigger.rule.id != "event-gas"
        {
            let light = self
                .parties
                .light(trigger, around(self.layers.analysed, self.layers.tags, trigger.tokens.start, sentence));
            if !light.is_some_and(|l| l.mark.any(Mark::UNDERGO)) {
                return None;
            }
        }
        if trigger.rule.id == "event-gas" && trigger.object.is_some_and(|o| self.words.is(o + 1, Mark::POISON)) {
            return None;
        }
        if self.is_figure_of_speech(trigger) || trigger.rule.harm && self.is_accident(sentence, scene) {
            return None;
        }
        if matches!(
            trigger.rule.id.as_str(),
            "event-meet" | "event-attack" | "event-injure" | "event-assault" | "event-clash"
        ) && self.is_sports()
        {
            return None;
        }
        let clause = around(self.layers.analysed, self.layers.tags, trigger.tokens.start, sentence);
        // «قالت إنها علقت …»: the subject is the pronoun, so what stands behind the verb is no subject.
        let that = clause.start.checked_sub(1).is_some_and(|t| self.layers.tags.all(t, Tag::THAT.or(Tag::PRONOUN_END)));
        let told = Trigger { plural: trigger.plural || that && trigger.tokens.start == clause.start, ..*trigger };
        let trigger = &told;
        let mut found = match trigger.verb {
            true => self.parties.of_verb(trigger, clause),
            false => self.parties.of_noun(trigger, clause, sentence),
        };
        if trigger.rule.by_people && found.actor.as_ref().is_some_and(|a| !self.parties.is_person(a)) {
            if trigger.verb {
                return None;
            }
            found.actor = None;
        }
        if trigger.rule.physical && found.target.as_ref().is_some_and(|t| !self.parties.is_physical(t)) {
            if trigger.verb || trigger.masdar {
                return None;
            }
            found.target = None;
        }
        // «هاجم السياسي وسائل الإعلام»: what one named man attacks, he mostly attacks in words.
        let named = |p: &Party| matches!(p.head, Head::Name | Head::Title) && !p.counted && !p.agent;
        // «تستهدف الحكومة إدراج حصص»: an aim, and no attack.
        let aims = |p: &Party| {
            self.layers.tags.is(p.tokens.end, Tag::MASDAR)
                && !self.layers.tags.is(p.tokens.end, Tag::ARTICLE.or(Tag::JOINED))
        };
        if trigger.verb && trigger.rule.id == "event-attack" && found.target.as_ref().is_some_and(aims) {
            return None;
        }
        if trigger.verb && trigger.rule.id == "event-attack" && found.actor.as_ref().is_some_and(named) {
            return None;
        }
        // «المستشفى استقبل جرحى» is no meeting.
        let body = |p: &Party| p.head == Head::Body;
        let someone = |p: &Party| {
            matches!(p.head, Head::Title | Head::Name | Head::Place | Head::Body | Head::Official) || p.counted
        };
        let met = found.target.as_ref().is_some_and(someone);
        if trigger.rule.id == "event-meet" && found.actor.as_ref().is_some_and(body) && !met {
            return None;
        }
        if trigger.rule.id == "event-martyr" && !self.is_fallen(&found, scene) {
            return None;
        }
        if trigger.verb && found.actor.as_ref().or(found.target.as_ref()).is_some_and(|p| self.is_happening(p)) {
            return None;
        }
        if trigger.rule.kind == "PROTEST" && found.target.is_none() {
            found.target = self.parties.demanded(trigger.tokens.end, sentence.end);
        }
        let abstracted = |p: &Party| self.words.is(p.name.start, Mark::ABSTRACT);
        if matches!(trigger.rule.kind.as_str(), "ASSAULT" | "COERCE") && found.target.as_ref().is_some_and(abstracted) {
            return None;
        }
        let announced = found.light.filter(|l| self.words.is(*l, Mark::ANNOUNCE) && !trigger.rule.announced);
        let time = self.parties.time(clause, trigger.tokens.start, announced);
        let time = match time {
            None if trigger.rule.announced && found.light.is_some() => {
                self.parties.only_day(sentence, trigger.tokens.start)
            }
            time => time,
        };
        let ended = trigger.rule.mode == "cut" && !trigger.verb && self.words.is_after(trigger.tokens.start);
        let began = if ended { self.parties.began(trigger.tokens.start, time) } else { None };
        let place = match trigger.rule.placeless {
            true => None,
            false => found.place.map(|p| p.name).or_else(|| self.words.place(clause, sentence, trigger)),
        };
        if !self.is_claimed(trigger, &found, place.is_some(), time.is_some()) {
            return None;
        }
        let mut aux = self.words.auxiliaries(trigger, found.light, sentence);
        let published = self.layers.published;
        if time.is_some_and(|t| when::is_history(t, published)) {
            aux.insert(0, Auxiliary::Historical);
        }
        if time.is_some_and(|t| when::is_future(t, published)) && !aux.contains(&Auxiliary::Future) {
            aux.push(Auxiliary::Future);
        }
        aux.sort_unstable();
        aux.dedup();
        Some(self.made(
            trigger,
            &found,
            clause,
            Known { place, date: if ended { began } else { time.and_then(when::date) }, aux, number },
        ))
    }

    /// An accident or illness in this sentence, or, where no arms are named, in the one before or behind it.
    fn is_accident(&self, sentence: TokenRange, scene: u8) -> bool {
        if scene & ACCIDENT != 0 || scene & ARMS != 0 {
            return scene & ACCIDENT != 0;
        }
        let document = &self.layers.analysed.document;
        let number = document.sentence_of(sentence.start);
        let around = [number.checked_sub(1), Some(number + 1)];
        let near = around.into_iter().flatten().filter_map(|i| document.sentences().get(i)).copied();
        near.into_iter().any(|s| self.scene(s) & (ACCIDENT | ARMS) == ACCIDENT)
    }

    /// Whether the whole report is about sports.
    fn is_sports(&self) -> bool {
        *self.sports.get_or_init(|| {
            let tokens = self.layers.analysed.document.tokens().len();
            let marks = (0..tokens).filter(|i| self.words.is(*i, Mark::SPORT)).count();
            marks >= 3 && marks * 150 >= tokens
        })
    }

    /// «معركة انتخابية», «انفجار سكاني».
    fn is_figure_of_speech(&self, trigger: &Trigger) -> bool {
        let end = trigger.tokens.end;
        !trigger.verb
            && (end..end + 3)
                .take_while(|i| {
                    self.layers.analysed.document.kind(*i) == TokenKind::Word && !self.words.is_preposition(*i)
                })
                .any(|i| self.words.is(i, Mark::FIGURATIVE))
    }

    /// Whether the clause ties the trigger to the world: a party, or that it happened at a place or time.
    fn is_claimed(&self, trigger: &Trigger, found: &Arguments, place: bool, time: bool) -> bool {
        let rule = trigger.rule;
        let (actor, target) = (found.actor.is_some(), found.target.is_some());
        let light = found.light.map_or(Mark(0), |l| self.words.mark(l));
        // «قتلهم», «تم خطفهما»: whom, the pronoun tells.
        let pronoun = trigger.pronoun
            && (trigger.verb && actor
                || trigger.masdar && rule.id != "event-injure" && light.any(Mark::OCCUR.or(Mark::DO)));
        if rule.needs_actor && !actor && !light.any(Mark::UNDERGO) || rule.needs_target && !target && !pronoun {
            return false;
        }
        if rule.person && !pronoun && !found.target.as_ref().is_some_and(|t| self.parties.is_person(t)) {
            let attempted = !trigger.verb && !rule.needs_target && actor;
            return attempted;
        }
        let among = rule.target_mark();
        if among != Mark(0) && !found.target.as_ref().is_some_and(|t| self.words.mark_of_all(t.name.start).any(among)) {
            return false;
        }
        let carried = found.light.is_some();
        if rule.carried && !carried {
            return false;
        }
        let shot = trigger.verb && trigger.object.is_some() && rule.kind == "ASSAULT";
        actor || target || pronoun || shot || self.is_told(trigger, found, place, time)
    }

    /// A bare noun is told of where it happened at a place or time.
    fn is_told(&self, trigger: &Trigger, found: &Arguments, place: bool, time: bool) -> bool {
        let tells = Mark::OCCUR.or(Mark::CAUSE).or(Mark::WITNESS).or(Mark::DO).or(Mark::UNDERGO).or(Mark::GO_ON);
        let happened = found.happened || found.light.is_some_and(|l| self.words.mark(l).any(tells));
        trigger.object.is_some() && !trigger.verb && place || happened && (place || time) || place && time
    }

    /// «استشهد الكاتب بالمثل»: only men, counted men, or somebody named beside arms fall.
    fn is_fallen(&self, found: &Arguments, scene: u8) -> bool {
        found.target.as_ref().is_some_and(|t| t.counted || scene & ARMS != 0 && self.parties.is_person(t))
    }

    /// «استهدف الهجوم …», «اجتاحت سيول …»: the subject is the event, read by itself.
    fn is_happening(&self, party: &Party) -> bool {
        let lexicon = self.layers.analysed.lexicon();
        self.words.readings(party.name.start).any(|r| {
            lexicon.class(r.sense) == tawatur_lexicon::Class::Noun
                && self.words.role(r).rule > 0
                && !self.layers.analysed.entry(r).features.contains("masdar")
        })
    }

    fn made(&self, trigger: &Trigger, found: &Arguments, clause: TokenRange, known: Known) -> Event {
        let tokens = words_of(trigger, found, clause);
        let document = &self.layers.analysed.document;
        let range = document.range_of(tokens);
        let attribution = self.layers.attributions.over(trigger.tokens.start);
        let rule = trigger.rule;
        let (kind, mode) = self.kind(trigger, found);
        Event {
            id: format!("e{}", known.number),
            range,
            quote: range.slice(document.original()).to_owned(),
            kind,
            mode,
            context: rule.context.clone(),
            modality: modality(&known.aux),
            aux: known.aux,
            actor: found
                .actor
                .as_ref()
                .map(|p| self.party(p))
                .map(|p| self.spoken(p, trigger))
                .or_else(|| self.speaker(trigger, clause)),
            target: found.target.as_ref().map(|p| self.party(p)),
            place: known.place.map(|p| super::place::without_proclitic(self.layers.analysed, p)),
            date: known.date,
            figures: Vec::new(),
            chain: attribution.map(|a| a.chain.clone()).unwrap_or_default(),
            rule: rule.id.clone(),
        }
    }

    /// Protesters who do something: «أغلق المتظاهرون الطريق». What they do may be an event by itself, too.
    fn crowd(&self, at: usize, sentence: TokenRange) -> Option<Trigger> {
        if !self.words.is(at, Mark::PROTESTER) || !self.layers.tags.is(at, Tag::EVENT) {
            return None;
        }
        let first = self.parties.head_of(at, sentence.start);
        let first = (sentence.start..first)
            .rev()
            .take(2)
            .find(|i| !self.layers.tags.is(*i, Tag::FROM.or(Tag::TIME)))
            .map_or(first, |i| i + 1);
        let verb = first.checked_sub(1).filter(|v| *v >= sentence.start)?;
        self.words.crowd_trigger(at, verb)
    }

    /// Type and modes. Violence by protesters is a riot, a road closed by them an obstruction.
    fn kind(&self, trigger: &Trigger, found: &Arguments) -> (String, Vec<String>) {
        let rule = trigger.rule;
        let crowd = found.actor.as_ref().is_some_and(|a| a.name.iter().any(|i| self.words.is(i, Mark::PROTESTER)));
        let hostages = found.target.as_ref().is_some_and(|t| self.words.is(t.name.start, Mark::HOSTAGE));
        match rule.kind.as_str() {
            "COERCE" if hostages && rule.mode == "arrest" => ("ASSAULT".to_owned(), vec!["abduct".to_owned()]),
            "ASSAULT" if crowd => ("PROTEST".to_owned(), vec!["riot".to_owned()]),
            "COERCE" if crowd => ("PROTEST".to_owned(), vec!["obstruct".to_owned()]),
            kind => (kind.to_owned(), self.mode(trigger)),
        }
    }

    /// The rule's mode, or what the adjectives of the noun make of it: «هجوم انتحاري», «ضربة جوية».
    fn mode(&self, trigger: &Trigger) -> Vec<String> {
        let by = [
            (Mark::SUICIDE, "suicide-attack"),
            (Mark::AIR, "aerial"),
            (Mark::MISSILE, "heavy-weapons"),
            (Mark::ARMED, "firearms"),
        ];
        let end = trigger.tokens.end;
        let described = (!trigger.verb && trigger.rule.kind == "ASSAULT").then(|| {
            let marks = (end..end + 2).fold(Mark(0), |m, i| m.or(self.words.mark(i)));
            by.iter().find(|(m, _)| marks.any(*m)).map(|(_, name)| (*name).to_owned())
        });
        let own = Some(trigger.rule.mode.clone()).filter(|m| !m.is_empty());
        described.flatten().or(own).into_iter().collect()
    }

    /// «قال الجيش إن جنوده قتلوا»: whose, the speaker tells.
    fn spoken(&self, party: NameRange, trigger: &Trigger) -> NameRange {
        let at = party.range.map(|r| self.layers.analysed.document.token_at(r.start()));
        let own = |i: usize| {
            let last = self.layers.analysed.document.text_of(TokenRange::new(i, i + 1)) == party.name;
            last && self.layers.tags.is(i, Tag::PRONOUN_END)
                && self.words.mark_of_all(i).any(Mark::AGENT.or(Mark::ATTACKER).or(Mark::TROOPS))
        };
        match at.filter(|i| own(*i)).and_then(|_| self.says(trigger)) {
            Some(speaker) => speaker,
            None => party,
        }
    }

    /// «قالت الحركة إنها قتلت»: the pronoun of إن is the speaker.
    fn speaker(&self, trigger: &Trigger, clause: TokenRange) -> Option<NameRange> {
        let that = clause.start.checked_sub(1).filter(|t| self.layers.tags.all(*t, Tag::THAT.or(Tag::PRONOUN_END)))?;
        (trigger.verb && trigger.tokens.start == that + 1 && trigger.rule.shape != Shape::Befall)
            .then(|| self.says(trigger))?
    }

    fn says(&self, trigger: &Trigger) -> Option<NameRange> {
        let attribution = self.layers.attributions.over(trigger.tokens.start)?;
        let range = attribution.speaker_range.map(|r| self.layers.analysed.document.range_of(r));
        attribution.speaker.clone().map(|name| NameRange { name, range })
    }

    fn party(&self, party: &Party) -> NameRange {
        let range = self.layers.analysed.document.range_of(party.name);
        NameRange { name: self.parties.text(party), range: Some(range) }
    }
}

struct Known {
    place: Option<TokenRange>,
    date: Option<String>,
    aux: Vec<Auxiliary>,
    number: usize,
}

/// The trigger with those of its arguments that stand close by.
fn words_of(trigger: &Trigger, found: &Arguments, clause: TokenRange) -> TokenRange {
    let mut words = trigger.tokens;
    if let Some(object) = trigger.object {
        words = TokenRange::new(words.start.min(object), words.end.max(object + 1));
    }
    for part in found.actor.iter().chain(&found.target).map(|p| p.tokens) {
        let (start, end) = (words.start.min(part.start), words.end.max(part.end));
        if end - start <= NEAR && clause.start <= start && end <= clause.end {
            words = TokenRange::new(start, end);
        }
    }
    words
}

//! Reads events.

use tawatur_lexicon::{Class, Reading};
use tawatur_model::{Auxiliary, Day, Event};
use tawatur_text::TokenRange;

use super::clause::around;
use super::made::Known;
use super::mark::Mark;
use super::marks::Words;
use super::party::Parties;
use super::rules::Shape;
use super::scene::SPORT;
use super::trigger::Trigger;
use super::verb::Arguments;
use super::when;
use crate::Analysed;
use crate::attribution::Attributions;
use crate::clause::{Tag, Tags};
use crate::time::TimeReading;
use crate::words::note;

/// The layers below, as an event needs them.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'r, 'a> {
    pub(crate) analysed: &'r Analysed<'a>,
    pub(crate) tags: &'r Tags,
    pub(crate) times: &'r [TimeReading],
    pub(crate) attributions: &'r Attributions,
    pub(crate) published: Option<Day>,
}

/// Tokens between a verb and the protesters who do it.
const CROWD: usize = 5;
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
            // «تعرض للضرب»: a phrase that is a verb hides no noun of what happened.
            let verb = |r: &Reading| layers.analysed.lexicon().class(r.sense) == Class::Verb;
            let phrase = phrase.filter(|p| p.tokens.start == at || !p.readings.iter().all(verb));
            let inside = phrase.is_some_and(|p| p.tokens.start < at);
            let trigger = match phrase {
                _ if inside || phrase.is_none() && !reader.may_tell(at) => None,
                Some(p) => reader
                    .words
                    .phrase_trigger(p.tokens, &p.readings)
                    .or_else(|| reader.words.trigger(at, sentence.end)),
                None => reader.words.trigger(at, sentence.end),
            };
            let trigger = trigger.or_else(|| reader.crowd(at, *sentence));
            at = trigger.as_ref().map_or(at + 1, |t| t.tokens.end);
            let Some(trigger) = trigger.filter(|t| is_read(t.tokens.start)) else { continue };
            let told = found.get(first..).unwrap_or_default();
            if reader.repeats(&trigger, told) {
                continue;
            }
            let scene = *scene.get_or_insert_with(|| reader.scene(*sentence));
            if scene & SPORT != 0 {
                continue;
            }
            if let Some(mut event) = reader.event(&trigger, *sentence, scene, found.len() + 1) {
                // «ناشطين اعتقلوا»: they were.
                let start = layers.analysed.document.range_of(trigger.tokens).start();
                let befallen = event.target.as_ref().and_then(|t| t.range).is_some_and(|t| t.start() < start);
                if trigger.plural && event.actor.is_none() && trigger.rule.shape != Shape::Befall && !befallen {
                    event.actor = told.last().and_then(|e| e.actor.clone());
                    reader.by_crowd(&mut event, told.last());
                }
                found.push(event);
            }
        }
        reader.inherit(&mut found, first);
    }
    reader.told_again(&mut found);
    found
}

/// Reads the events of one report.
pub(super) struct Reader<'r, 'a> {
    pub(super) layers: Layers<'r, 'a>,
    pub(super) words: Words<'r, 'a>,
    pub(super) parties: Parties<'r, 'a>,
    /// Whether the report is about sports, worked out when it is first asked.
    pub(super) sports: std::cell::OnceCell<bool>,
}

impl<'r, 'a> Reader<'r, 'a> {
    fn new(layers: Layers<'r, 'a>) -> Self {
        let words = Words::new(layers.analysed, layers.tags);
        Self { layers, words, parties: Parties { words, times: layers.times }, sports: std::cell::OnceCell::new() }
    }

    /// Who made the attack in which people were killed killed them: «قتل جنديان في هجوم شنته الحركة».
    fn inherit(&self, events: &mut [Event], from: usize) {
        let harm = |e: &Event| self.words.book.by_id(&e.rule).is_some_and(|r| r.harm);
        for i in from..events.len() {
            let Some(victim) = events.get(i).filter(|e| e.actor.is_none() && harm(e)) else { continue };
            let end = victim.range.end();
            // «…، فيما دارت اشتباكات بين …»: other fights.
            let document = &self.layers.analysed.document;
            let apart = |e: &Event| {
                let (from, to) = (document.token_at(end), document.token_at(e.range.start()));
                (from..to).any(|t| self.layers.tags.is(t, Tag::WHILE))
            };
            let near = |e: &&Event| {
                e.kind == "ASSAULT"
                    && !harm(e)
                    && e.target != victim.target
                    && e.range.start().saturating_sub(end) < INHERIT
                    && !apart(e)
            };
            let mut fights = events.get(i + 1..).unwrap_or_default().iter().take(3).filter(near);
            // «قتلوا في مواجهات مع قوات الأمن»: the other side.
            let mutual = |e: &Event| self.words.book.by_id(&e.rule).is_some_and(|r| r.shape == Shape::Mutual);
            let actor = fights.find_map(|e| match &e.actor {
                None if mutual(e) => e.target.clone(),
                actor => actor.clone(),
            });
            let armed = |p: &tawatur_model::Party| {
                let at = p.range.map(|r| self.layers.analysed.document.token_at(r.start()));
                at.is_some_and(|at| self.words.mark_of_all(at).any(Mark::WEAPON))
            };
            if let Some(event) = events.get_mut(i) {
                event.actor = actor.filter(|a| !armed(a));
            }
        }
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
        let named = trigger.rule.doers
            && (last.range.contains_offset(start)
                || last.actor.as_ref().and_then(|a| a.range).is_some_and(|r| r.contains_offset(start)));
        adverbial || named
    }

    fn event(&self, trigger: &Trigger, sentence: TokenRange, scene: u8, number: usize) -> Option<Event> {
        let clause = around(self.layers.analysed, self.layers.tags, trigger.tokens.start, sentence);
        if self.tells_of_none(trigger, clause, sentence, scene) {
            return None;
        }
        // «قالت إنها علقت …»: the subject is the pronoun, so what stands behind the verb is no subject.
        let that = clause.start.checked_sub(1).is_some_and(|t| self.words.is_that_he(t));
        let trigger = &Trigger { plural: trigger.plural || that && trigger.tokens.start == clause.start, ..*trigger };
        let found = match trigger.verb {
            true => self.parties.of_verb(trigger, clause),
            false => self.parties.of_noun(trigger, clause, sentence),
        };
        let found = self.resolved(trigger, found, sentence);
        let mut found = self.fitting(trigger, found, scene)?;
        // «وحكم عليه بالسجن»: whoever was spoken of is he.
        let on_him = self.layers.tags.is(trigger.tokens.end, Tag::WITH_PRONOUN);
        if trigger.verb && found.actor.is_none() && !(on_him && trigger.rule.mode == "convict") {
            found.actor = self.parties.carried_on(trigger, &found, sentence);
        }
        if trigger.rule.kind == "PROTEST" && !trigger.rule.needs_target {
            found.target = self.parties.against(found.target, trigger.tokens.end, sentence.end);
        }
        if trigger.rule.as_purpose && trigger.verb && found.target.is_none() {
            found.target = self.parties.purpose(trigger, clause.end);
        }
        let time = self.time(trigger, &found, clause, sentence);
        let place = match trigger.rule.placeless {
            true => None,
            false => found.place.map(|p| p.name).or_else(|| self.words.place(clause, sentence, trigger)),
        };
        // «أفرجت عن أسقف في الكنيسة …»: who he is.
        let whose = |p: TokenRange| found.target.is_some_and(|t| self.parties.is_only_a_place_within(&t, p));
        let place = place.filter(|p| !whose(*p));
        // «أطلقت صواريخ باتجاه الجنوب»
        if found.target.is_none()
            && trigger.rule.physical
            && matches!(trigger.rule.mode.as_str(), "heavy-weapons" | "firearms")
        {
            found.target = self.parties.towards(trigger, clause.end);
        }
        let timed = time.is_some() || self.parties.lasts(clause, trigger.tokens.start);
        if !self.is_claimed(trigger, &found, place.is_some(), timed) {
            return None;
        }
        if trigger.rule.beside_befallen && found.target.is_none_or(|t| t.weapon) {
            found.target = self.parties.beside(trigger, clause);
        }
        let deed = |t: &super::party::Party| trigger.rule.no_deed && self.parties.is_deed(t);
        found.target = found.target.filter(|t| !deed(t));
        let his = found.target.filter(|t| self.layers.tags.is(t.name.end - 1, Tag::PRONOUN_END) && !t.counted);
        if his.is_some() && trigger.rule.kind == "ASSAULT" {
            found.target = self.parties.survivor(trigger.tokens.start, sentence).or(found.target);
        }
        // «ضربة جوية في سوريا»: what somebody strikes in a country, he strikes the country with.
        if trigger.rule.on_place && found.target.is_none() && found.actor.is_some() {
            found.target = place.and_then(|p| self.parties.here(p.start, p.end)).filter(|p| p.place);
        }
        found.target = found.target.map(|t| self.parties.told_more(t, sentence.end));
        let office = found.target.filter(|_| trigger.rule.kind == "OFFICE");
        let who = office.and_then(|t| self.parties.identified(&t));
        if who.is_some() {
            found.more = found.more.or(found.target.map(|t| t.tokens));
            found.target = who;
        }
        let aux = self.modes_of(trigger, &found, time, (clause, sentence));
        let date = self.date(trigger, time);
        let sa =
            |l: usize| self.layers.analysed.readings(l).iter().any(|r| r.clitics.has(tawatur_lexicon::Clitics::SA));
        let will = trigger.verb && trigger.present || found.light.is_some_and(sa);
        let date = if will && aux.contains(&Auxiliary::Future) { self.to_come(date, time) } else { date };
        Some(self.made(trigger, &found, clause, Known { place, date, aux, number }))
    }

    /// The parties with those whom a pronoun goes back to.
    fn resolved(&self, trigger: &Trigger, mut found: Arguments, sentence: TokenRange) -> Arguments {
        // «بعد مقتلهم» only names what was told before, in whatever text.
        let told = Mark::OCCUR.or(Mark::DO).or(Mark::PERFORM).or(Mark::UNDERGO);
        let told = found.actor.is_some() || found.light.is_some_and(|l| self.words.mark(l).any(told));
        if told && trigger.pronoun && trigger.rule.person && found.target.is_none() {
            found.target = self.parties.taken_up(trigger, found.actor, sentence);
        }
        // «قال السجين إنه تعرض للضرب»: he himself.
        let undergone = found.light.filter(|l| self.words.mark(*l).any(Mark::UNDERGO));
        if let Some(light) = undergone.filter(|_| found.target.is_none())
            && light.checked_sub(1).is_some_and(|t| self.words.is_that_he(t))
        {
            let range = self.says(trigger).and_then(|s| s.range);
            let at = range.map(|r| self.layers.analysed.document.token_at(r.start()));
            found.target = at.and_then(|at| self.parties.here(at, light));
        }
        found
    }

    /// What protesters go on to do is of the protest.
    fn by_crowd(&self, event: &mut Event, told: Option<&Event>) {
        if told.is_some_and(|t| t.kind == "PROTEST") && matches!(event.kind.as_str(), "ASSAULT" | "COERCE") {
            let mode = if event.kind == "ASSAULT" { "riot" } else { "obstruct" };
            (event.kind, event.mode) = ("PROTEST".to_owned(), vec![mode.to_owned()]);
        }
    }

    fn time(
        &self,
        trigger: &Trigger,
        found: &Arguments,
        clause: TokenRange,
        sentence: TokenRange,
    ) -> Option<&TimeReading> {
        let announced = found.light.filter(|l| self.words.is(*l, Mark::ANNOUNCE) && !trigger.rule.announced);
        let worded = matches!(trigger.rule.kind.as_str(), "ACCUSE" | "REQUEST" | "REJECT" | "THREATEN" | "AGREE")
            && trigger.verb;
        let time = self.parties.time(clause, trigger.tokens.start, announced, worded);
        // «يحتفل العالم في 11 نوفمبر بالذكرى المئوية لتوقيع الهدنة»: the day is of the feast.
        let feast = |t: &&TimeReading| {
            !trigger.verb
                && t.tokens.end <= trigger.tokens.start
                && self.words.is_remembered(trigger.tokens.start, sentence)
        };
        let time = time.filter(|t| !feast(t));
        let announced = |l: usize| trigger.rule.carried || self.words.is(l, Mark::ANNOUNCE);
        let proclaimed = trigger.rule.announced && found.light.is_some_and(announced);
        time.or_else(|| if proclaimed { self.parties.only_day(sentence, trigger.tokens.start) } else { None })
    }

    /// The day of an event; of what ended after so long, the day on which it began.
    fn date(&self, trigger: &Trigger, time: Option<&TimeReading>) -> Option<String> {
        let ended = trigger.rule.mode == "cut" && !trigger.verb && self.words.is_after(trigger.tokens.start);
        match ended {
            true => self.parties.began(trigger.tokens.start, time),
            false => time.and_then(when::date),
        }
    }

    /// «ستعقد القمة الخميس»: of what is to come, a weekday alone is the next one.
    fn to_come(&self, date: Option<String>, time: Option<&TimeReading>) -> Option<String> {
        let next = time.zip(self.layers.published).and_then(|(t, p)| self.parties.next_weekday(t, p));
        next.or(date)
    }

    fn modes_of(
        &self,
        trigger: &Trigger,
        found: &Arguments,
        time: Option<&TimeReading>,
        (clause, sentence): (TokenRange, TokenRange),
    ) -> Vec<Auxiliary> {
        let mut aux = self.words.auxiliaries(trigger, found.light, sentence);
        let published = self.layers.published;
        let future = trigger.future || aux.contains(&Auxiliary::Future);
        if !future && time.is_some_and(|t| when::is_history(t, published)) {
            aux.push(Auxiliary::Historical);
        }
        if !future && time.is_none() && published.is_some() && self.is_of_old(trigger, clause, sentence) {
            aux.push(Auxiliary::Historical);
        }
        // «استمرت المظاهرات … مع اقتراب العيد»: what is told of as past is not to come.
        let verb = if trigger.verb { Some(trigger.tokens.start) } else { found.light };
        let past = match trigger.verb {
            true => !trigger.present && !trigger.future,
            false => verb.is_some_and(|v| self.words.is_past(v) && !self.words.is_present(v)),
        };
        // «تستأنف الرحلات في أبريل بعد تعليقها»: what something comes after is over.
        let since = !trigger.verb && trigger.tokens.start.checked_sub(1).is_some_and(|b| self.words.is_over(b));
        if !past && !since && time.is_some_and(|t| when::is_future(t, published)) {
            aux.push(Auxiliary::Future);
        }
        aux.sort_unstable();
        aux.dedup();
        aux
    }

    /// A word of «الآلاف من», «حوالي ستين شخصا من», which stands between a verb and the protesters that it tells of.
    fn counts(&self, at: usize) -> bool {
        let bound = || self.layers.analysed.phrase_at(at).is_some_and(|p| self.parties.is_bound(&p.readings));
        let pronoun = Tag::PREPOSITION.or(Tag::PRONOUN_END);
        self.layers.tags.is(at, Tag::FROM.or(Tag::TIME).or(Tag::NUMBER).or(Tag::WITH_PRONOUN))
            || self.layers.tags.all(at, pronoun)
            || self.words.is(at, Mark::QUANTITY)
            || self.layers.tags.is(at, Tag::PERSON) && self.layers.tags.is(at + 1, Tag::FROM)
            || self.parties.is_bound(self.layers.analysed.readings(at))
            || bound()
    }

    /// Whether the token's word may tell of an event.
    #[inline]
    fn may_tell(&self, at: usize) -> bool {
        self.layers.analysed.is_noted(at, note::TELLS)
    }

    /// Protesters who do something: «أغلق المتظاهرون الطريق». What they do may be an event by itself, too.
    fn crowd(&self, at: usize, sentence: TokenRange) -> Option<Trigger> {
        if !self.layers.tags.is(at, Tag::EVENT) || !self.words.is(at, Mark::PROTESTER) {
            return None;
        }
        let first = self.parties.head_of(at, sentence.start);
        let first = (sentence.start..first).rev().take(CROWD).find(|i| !self.counts(*i)).map_or(first, |i| i + 1);
        let verb = first.checked_sub(1).filter(|v| *v >= sentence.start)?;
        self.words.crowd_trigger(at, verb)
    }
}

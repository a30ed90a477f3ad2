//! Triggers: words that tell of an event.

use tawatur_lexicon::{Class, Clitics, Reading};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, is_finite};
use super::marks::{Mark, Words};
use super::rules::{Rule, Shape};
use crate::clause::Tag;

/// A word or phrase that tells of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trigger {
    /// Its tokens.
    pub(super) tokens: TokenRange,
    pub(super) rule: &'static Rule,
    /// A finite verb.
    pub(super) verb: bool,
    /// A verbal noun: its verb's object stands in construct with it.
    pub(super) masdar: bool,
    /// Present or future tense.
    pub(super) present: bool,
    /// A verb in the passive, by its marks or its row.
    pub(super) passive: bool,
    /// A verb with its object as a pronoun, or a noun with its possessor.
    pub(super) pronoun: bool,
    /// A verb with س.
    pub(super) future: bool,
    /// A noun with the article.
    pub(super) definite: bool,
    /// A plural verb: its subject was named before it.
    pub(super) plural: bool,
    /// A noun with the accusative alef, which nothing stands in construct with.
    pub(super) closed: bool,
    /// ل before a noun: what something is for.
    pub(super) purpose: bool,
    /// The object without which the verb tells of no event.
    pub(super) object: Option<usize>,
}

/// Tokens behind a verb in which its object is looked for.
const OBJECT_REACH: usize = 20;
/// Tokens before a verb in which its subject can be what it needs.
const SUBJECT_REACH: usize = 5;
/// Tokens behind a noun in which the word that it needs is looked for.
const WITH_REACH: usize = 3;

impl Words<'_, '_> {
    /// The trigger that begins at a token; `end` is the end of its sentence.
    pub(super) fn trigger(self, at: usize, end: usize) -> Option<Trigger> {
        let mut direct = None;
        for reading in self.readings(at) {
            // News hardly ever says I: «أدان» is he.
            if reading.form.is_present() && self.is_first_person(at) {
                continue;
            }
            let class = self.analysed.lexicon().class(reading.sense);
            let verb = class == Class::Verb;
            if verb && !self.stands_as_verb(at, reading) || class == Class::Noun && self.stands_as_verb_only(at) {
                continue;
            }
            let role = self.role(reading);
            let bound = verb && reading.clitics.has(Clitics::PRONOUN);
            if bound && self.rule_of(role.rule).is_some_and(|r| !matches!(r.shape, Shape::Act | Shape::ActOnly)) {
                continue;
            }
            if role.mark.any(self.book.heads)
                && let Some((rule, object)) = self.compound(role.mark, at, end, verb)
            {
                return Some(self.made(TokenRange::new(at, at + 1), rule, reading, Some(object)));
            }
            let rule = self.rule_of(role.rule);
            let rule = rule.filter(|r| verb || self.has_what_it_needs(at, r));
            if direct.is_none() {
                direct = rule.map(|rule| self.made(TokenRange::new(at, at + 1), rule, reading, None));
            }
        }
        direct
    }

    /// The trigger that a phrase of the lexicon is.
    pub(super) fn phrase_trigger(self, tokens: TokenRange, readings: &[Reading]) -> Option<Trigger> {
        readings.iter().find_map(|reading| {
            let rule = self.rule_of(self.role(reading).rule)?;
            Some(self.made(tokens, rule, reading, None))
        })
    }

    /// Protesters behind a verb that they are the subject of.
    pub(super) fn crowd_trigger(self, at: usize, verb: usize) -> Option<Trigger> {
        let nominative = self.analysed.document.word(at).ends_with("ون");
        let lexicon = self.analysed.lexicon();
        let befallen = self.readings(verb).any(|r| {
            let act = self
                .rule_of(self.role(r).rule)
                .is_some_and(|r| matches!(r.kind.as_str(), "PROTEST") || r.person && r.shape == Shape::Act);
            lexicon.class(r.sense) == Class::Verb && act
        });
        let said = self.tags.is(verb, Tag::SAY);
        let finite = is_finite(self.tags, verb)
            || self.verb_mark(verb) != Mark(0)
            || self.tags.is(verb, Tag::VERB) && self.tags.is(verb, Tag::JOINED);
        if !finite || befallen || said && !nominative || self.is_marked_passive(verb) {
            return None;
        }
        let rule = self.book.by_id("event-protesters")?;
        Some(Trigger {
            tokens: TokenRange::new(at, at + 1),
            rule,
            verb: false,
            masdar: false,
            present: false,
            passive: false,
            pronoun: false,
            future: false,
            definite: true,
            plural: false,
            closed: false,
            purpose: false,
            object: None,
        })
    }

    fn rule_of(self, number: u16) -> Option<&'static Rule> {
        (number as usize).checked_sub(1).and_then(|i| self.book.rule(i))
    }

    fn made(self, tokens: TokenRange, rule: &'static Rule, reading: &Reading, object: Option<usize>) -> Trigger {
        let entry = self.analysed.entry(reading);
        let verb = self.analysed.lexicon().class(reading.sense) == Class::Verb;
        let clitics = reading.clitics;
        Trigger {
            tokens,
            rule,
            verb,
            masdar: !verb && entry.feature("masdar").is_some(),
            present: verb && reading.form.is_present(),
            passive: verb && (entry.feature("passive").is_some() || self.is_marked_passive(tokens.start)),
            pronoun: clitics.has(Clitics::PRONOUN),
            future: clitics.has(Clitics::SA),
            definite: clitics.has(Clitics::AL) || tokens.len() > 1 && self.tags.is(tokens.end - 1, Tag::ARTICLE),
            plural: verb && (reading.form.is_plural() || reading.form.is_dual()),
            closed: !verb && reading.form.is_accusative(),
            purpose: !verb && clitics.has(Clitics::LI),
            object,
        }
    }

    /// The rule whose object stands nearest behind a word that tells of an event only with one.
    fn compound(self, head: Mark, at: usize, end: usize, verb: bool) -> Option<(&'static Rule, usize)> {
        let reach = if verb { OBJECT_REACH } else { 3 };
        let wanted = self.book.compounds.iter().filter(|(h, _, _)| h.any(head));
        let all = wanted.clone().fold(Mark::default(), |all, (_, o, _)| all.or(*o));
        for j in at + 1..end.min(at + 1 + reach) {
            if is_finite(self.tags, j) || self.tags.is(j, Tag::THAT.or(Tag::RELATIVE).or(Tag::WHILE)) {
                return None;
            }
            if !verb && !matches!(self.analysed.document.kind(j), TokenKind::Word | TokenKind::Number) {
                return None;
            }
            let mark = self.mark_of_all(j);
            if mark.any(all) {
                let (_, _, rule) = wanted.clone().find(|(_, o, _)| o.any(mark))?;
                return self.book.rule(*rule).map(|r| (r, j));
            }
        }
        self.object_before(wanted.clone(), all, at, verb)
    }

    /// The object before the word: the subject of «مظاهر الحياة تعود», the staff of «للموظفين … بمغادرة».
    fn object_before<'w>(
        self,
        wanted: impl Iterator<Item = &'w (Mark, Mark, usize)> + Clone,
        all: Mark,
        at: usize,
        verb: bool,
    ) -> Option<(&'static Rule, usize)> {
        let from = at.saturating_sub(if verb { SUBJECT_REACH } else { OBJECT_REACH });
        for j in (from..at).rev() {
            let stops = self.tags.is(j, Tag::THAT.or(Tag::RELATIVE).or(Tag::WHILE)) || self.line_start(j + 1);
            if is_finite(self.tags, j) || stops || verb && self.tags.is(j, Tag::NOT) {
                return None;
            }
            let mark = self.mark_of_all(j);
            if mark.any(all) {
                let rules = wanted.clone().filter(|(_, o, _)| o.any(mark)).filter_map(|(_, _, i)| self.book.rule(*i));
                let rule = rules.clone().find(|r| if verb { r.object_is_target } else { r.object_before })?;
                return Some((rule, j));
            }
            if verb && self.is_preposition(j) {
                return None;
            }
        }
        None
    }

    fn has_what_it_needs(self, at: usize, rule: &Rule) -> bool {
        if rule.with.is_empty() {
            return true;
        }
        let wanted = rule.with_mark();
        (at + 1..=at + WITH_REACH).any(|j| self.is(j, wanted))
    }

    /// Whether the word stands where a verb can stand, if it could be a noun as well.
    pub(super) fn stands_as_verb(self, at: usize, reading: &Reading) -> bool {
        let tag = self.tags.at(at);
        if reading.form.is_present() && !tag.any(Tag::PLACE.or(Tag::NAME)) {
            let noun = self.analysed.document.word(at).starts_with('ت') && !reading.clitics.joins();
            return !(noun && at > 0 && self.is_noun_place(at - 1));
        }
        // «لطرد», «قصفا»: a noun with ل, a noun in the accusative.
        let accusative = reading.form.is_dual() && self.readings(at).any(|r| r.form.is_accusative());
        if accusative || reading.clitics.has(Clitics::LI) && !reading.form.is_present() {
            return false;
        }
        // «دانا» is a name more often than two who condemn.
        let followed = self.tags.is(at + 1, Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE));
        let alone = at == 0 || !followed || self.tags.is(at - 1, Tag::THAT);
        if reading.form.is_dual() && !reading.form.is_present() && alone {
            return false;
        }
        // «أن قصفا …»: a noun stands behind أن, where the word can be one.
        let masdar = |r: &Reading| self.analysed.lexicon().class(r.sense) == Class::Noun && self.role(r).rule > 0;
        if at > 0
            && self.tags.is(at - 1, Tag::THAT)
            && !self.tags.is(at - 1, Tag::PRONOUN_END)
            && self.readings(at).any(masdar)
        {
            return false;
        }
        // «فجر» is dawn where a time goes on, «فجرا» always.
        if tag.any(Tag::TIME) && (self.tags.is(at + 1, Tag::TIME) || self.analysed.document.word(at).ends_with('ا')) {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        let prior = self.tags.at(before);
        if self.analysed.document.kind(before) != TokenKind::Word || self.line_start(at) {
            return true;
        }
        if prior.any(PREPOSITIONS) && !prior.any(Tag::WITH_PRONOUN.or(Tag::PRONOUN_END)) {
            return false;
        }
        let inflected = reading.form.is_feminine() || reading.form.is_plural() || reading.form.is_dual();
        if inflected || tag.any(Tag::JOINED) {
            return true;
        }
        !self.is_construct_head(before, prior)
    }

    /// Whether a noun and no verb is to be expected behind this word.
    fn is_noun_place(self, before: usize) -> bool {
        let prior = self.tags.at(before);
        let preposition = self.is_preposition(before) && !prior.any(Tag::WITH_PRONOUN.or(Tag::PRONOUN_END));
        preposition || self.is_construct_head(before, prior)
    }

    /// A bare noun right before makes the word a noun in construct with it.
    fn is_construct_head(self, at: usize, tag: Tag) -> bool {
        if self.is(at, Mark::HEAD) || is_finite(self.tags, at) && !tag.any(Tag::BE) {
            return true;
        }
        let closed = Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::PLURAL).or(Tag::NAME).or(Tag::PLACE).or(Tag::TIME);
        let loose = Tag::QAD.or(Tag::BE).or(Tag::NOT).or(Tag::NISBA).or(Tag::NUMBER).or(Tag::ADJECTIVE).or(Tag::THAT);
        let ends = self.analysed.document.word(at).ends_with('ا');
        tag.any(Tag::COMMON.or(Tag::NOUN)) && !tag.any(closed.or(loose)) && !ends && tag.any(Tag::KNOWN)
    }

    /// Whether a word that could be noun or verb stands where only a verb stands.
    fn stands_as_verb_only(self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|b| self.tags.at(b)).unwrap_or_default();
        before.any(Tag::QAD.or(Tag::NOT)) && self.tags.is(at, Tag::VERB)
    }

    fn is_first_person(self, at: usize) -> bool {
        self.analysed.document.word(at).trim_start_matches(['و', 'ف', 'س']).starts_with(['ا', 'ن'])
    }

    fn line_start(self, at: usize) -> bool {
        self.analysed.document.token(at).is_some_and(|t| t.line_start)
    }

    /// A damma on the first letters of a past verb marks the passive: writers set it just to tell the two apart.
    fn is_marked_passive(self, at: usize) -> bool {
        const DAMMA: char = '\u{64f}';
        let original = self.analysed.document.text_of(TokenRange::new(at, at + 1));
        original.chars().take(6).any(|c| c == DAMMA)
    }
}

//! Triggers: words that tell of an event.

use tawatur_lexicon::{Class, Clitics, Reading};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::marks::Words;
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
    /// The verb of those who act, where they are the trigger themselves.
    pub(super) does: Option<usize>,
}

/// Tokens behind a verb in which its object is looked for.
const OBJECT_REACH: usize = 20;
/// As that, of a rule whose object may stand in a clause behind.
const FAR: usize = 36;
/// Tokens behind a verbal noun in which its object is looked for: «خروج مئات الآلاف إلى الشوارع».
const NOUN_REACH: usize = 8;
/// Tokens before a verb in which its subject can be what it needs.
const SUBJECT_REACH: usize = 5;
/// Tokens behind a noun in which the word that it needs is looked for.
const WITH_REACH: usize = 3;

impl Words<'_, '_> {
    /// The trigger that begins at a token; `end` is the end of its sentence.
    pub(super) fn trigger(self, at: usize, end: usize) -> Option<Trigger> {
        // «داني ألفيس»: words of a person's name tell of nothing.
        let named = self.tags.is(at, Tag::NAME_BEGINS) && self.tags.is(at + 1, Tag::NAME_GOES_ON);
        // «رئيس \"اللقاء الوطني\"»: the name of a body.
        let quoted = at > 1
            && self.analysed.document.kind(at - 1) == TokenKind::Quote
            && self.tags.is(at, Tag::ARTICLE)
            && self.tags.is(at - 2, Tag::TITLE.or(Tag::BODY).or(Tag::CARRIER));
        if quoted {
            return None;
        }
        if named || self.tags.is(at, Tag::NAME_GOES_ON) && !self.tags.is(at, Tag::NAME_BEGINS) {
            return None;
        }
        let mut direct = None;
        for reading in self.readings(at) {
            let role = self.role(reading);
            if role.rule == 0 && !role.mark.any(self.book.heads) {
                continue;
            }
            // News hardly ever says I: «أدان» is he.
            if reading.form.is_present() && self.is_first_person(at) {
                continue;
            }
            if self.is_rather_another_word(at, reading) {
                continue;
            }
            let class = self.analysed.lexicon().class(reading.sense);
            let verb = class == Class::Verb;
            if verb && !self.stands_as_verb(at, reading) || class == Class::Noun && self.stands_as_verb_only(at) {
                continue;
            }
            let bound = verb && reading.clitics.has(Clitics::PRONOUN);
            if bound && self.rule_of(role.rule).is_some_and(|r| !matches!(r.shape, Shape::Act | Shape::ActOnly)) {
                continue;
            }
            if role.mark.any(self.book.heads)
                && let Some((rule, object)) = self.compound(role.mark, at, end, verb)
                && !(object == at + 1 && role.mark.any(Mark::DOWN) && self.falls(at))
            {
                return Some(self.made(TokenRange::new(at, at + 1), rule, reading, Some(object)));
            }
            let rule = self.rule_of(role.rule);
            let rule = rule.filter(|r| verb || self.has_what_it_needs(at, r));
            // «تفجر لغم»: what can only be its subject stands right behind it.
            let fits = |r: &Rule| verb && r.target_mark() != Mark(0) && self.mark_of_all(at + 1).any(r.target_mark());
            if direct.is_none() || rule.is_some_and(fits) {
                direct = rule.map(|rule| self.made(TokenRange::new(at, at + 1), rule, reading, None));
            }
        }
        direct
    }

    /// «تسقط طائرة ركاب»: who brings a thing down would stand before it, and nobody does where it falls.
    fn falls(self, at: usize) -> bool {
        self.readings(at).any(|r| self.role(r).mark.any(Mark::CRASH))
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
            || self.tags.is(verb, Tag::VERB) && self.tags.is(verb, Tag::JOINED)
            || self.opens_unknown(verb, at);
        // «طالت المحتجين»: by its ending no subject.
        let counts =
            |i: usize| self.is(i, Mark::QUANTITY.or(Mark::GROUP)) || self.tags.is(i, Tag::NUMBER.or(Tag::FROM));
        let object = self.analysed.document.word(at).ends_with("ين") && !(verb + 1..at).any(counts);
        if object
            || !finite
            || befallen
            || said && !nominative
            || self.is_marked_passive(verb)
            || self.does_what_tells(at, verb)
        {
            return None;
        }
        let rule = self.book.doers()?;
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
            does: Some(verb),
        })
    }

    /// «عطل الآلاف من المتظاهرين …»: a word that the lexicon does not know opens the sentence before a number of them.
    fn opens_unknown(self, verb: usize, at: usize) -> bool {
        let tag = self.tags.at(verb);
        let other = Tag::KNOWN.or(Tag::ARTICLE).or(Tag::PRONOUN_END).or(Tag::NAME).or(Tag::BI).or(Tag::LI);
        let opens = verb == 0 || self.analysed.document.kind(verb - 1) != TokenKind::Word || self.line_start(verb);
        let nominative = verb + 1 == at && self.analysed.document.word(at).ends_with("ون");
        self.analysed.document.kind(verb) == TokenKind::Word
            && !tag.any(other)
            && opens
            && (nominative || self.is(verb + 1, Mark::QUANTITY) || self.tags.is(verb + 1, Tag::NUMBER))
    }

    /// «نفذ المتظاهرون اعتصاما»: what they do is an event by itself.
    fn does_what_tells(self, at: usize, verb: usize) -> bool {
        let carries = Mark::DO.or(Mark::PERFORM).or(Mark::TAKE_PART).or(Mark::GO_ON);
        let protest =
            |i: usize| self.readings(i).any(|r| self.rule_of(self.role(r).rule).is_some_and(|r| r.kind == "PROTEST"));
        self.verb_mark(verb).any(carries)
            && (at + 1..at + 4)
                .take_while(|i| !is_finite(self.tags, *i))
                .any(|i| self.tags.is(i, Tag::EVENT) && protest(i))
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
            does: None,
        }
    }

    /// The rule whose object stands nearest behind a word that tells of an event only with one.
    fn compound(self, head: Mark, at: usize, end: usize, verb: bool) -> Option<(&'static Rule, usize)> {
        let reach = if verb { OBJECT_REACH } else { NOUN_REACH };
        let wanted = self.book.compounds.iter().filter(|(h, _, _)| h.any(head));
        let all = wanted.clone().fold(Mark::default(), |all, (_, o, _)| all.or(*o));
        let far = verb && wanted.clone().all(|(_, _, i)| self.book.rule(*i).is_some_and(|r| r.far));
        for j in at + 1..end.min(at + 1 + if far { FAR } else { reach }) {
            let stops = is_finite(self.tags, j) || self.tags.is(j, Tag::THAT.or(Tag::RELATIVE).or(Tag::WHILE));
            let apart = !verb && !matches!(self.analysed.document.kind(j), TokenKind::Word | TokenKind::Number);
            // «عاد الإنترنت بعد انقطاع دام أياما»: the object of a noun can stand before it.
            if stops && far {
                // «تجمعوا أمام المحكمة ينددون ب…»
                if is_finite(self.tags, j) && self.is_demanding(j) {
                    let (_, _, rule) = wanted.clone().next()?;
                    return Some((self.book.rule(*rule)?, j));
                }
                continue;
            }
            if stops && verb {
                break;
            }
            if stops || apart {
                break;
            }
            let mark = self.mark_of_all(j);
            if mark.any(all) {
                let (_, _, rule) = wanted.clone().find(|(_, o, _)| o.any(mark))?;
                let rule = self.book.rule(*rule)?;
                // «تغلق الصناديق … على الحدود»: behind a preposition it is no object.
                // «أطلقت الشركة اسما على هذا الصاروخ»
                let onto = |i: usize| {
                    self.tags.is(
                        i,
                        if rule.kind == "MOBILIZE" {
                            Tag::ON.or(Tag::ABOUT).or(Tag::TO).or(Tag::FROM)
                        } else {
                            Tag::ON.or(Tag::ABOUT).or(Tag::TO)
                        },
                    ) && !self.tags.is(i, Tag::WITH_PRONOUN.or(Tag::PRONOUN_END))
                        && self.is_preposition(i)
                };
                if verb && (onto(j - 1) || self.tags.is(j - 1, Tag::THIS) && onto(j - 2)) {
                    continue;
                }
                let falls = rule.object_is_target && (verb || rule.shape == Shape::Befall);
                // «يعود الفضل للإنترنت»
                let led = self.is_preposition(j - 1) || verb && self.tags.is(j, Tag::LI);
                let object = !(falls && (led || self.is_apart(at, j)));
                return object.then_some((rule, j));
            }
        }
        self.object_before(wanted.clone(), all, at, verb)
    }

    /// A verb of those who demand or denounce, in the present.
    fn is_demanding(self, at: usize) -> bool {
        let demands = |r: &&Reading| self.rule_of(self.role(r).rule).is_some_and(Rule::is_demand);
        self.readings(at).filter(demands).any(|r| r.form.is_present() && r.form.is_plural())
    }

    /// «سقط عامل من باب أثناء تجهيز طائرة»: what is governed by another noun, or behind «من», is not what falls.
    fn is_apart(self, verb: usize, object: usize) -> bool {
        let governed =
            object > verb + 1 && self.tags.is(object - 1, Tag::MASDAR) && !self.tags.is(object - 1, Tag::ARTICLE);
        governed || (verb + 1..object).any(|i| self.tags.is(i, Tag::FROM.or(Tag::ABOUT)) && !self.tags.is(i, Tag::TIME))
    }

    /// The object before the word: the subject of «مظاهر الحياة تعود», the staff of «للموظفين … بمغادرة».
    fn object_before<'w>(
        self,
        wanted: impl Iterator<Item = &'w (Mark, Mark, usize)> + Clone,
        all: Mark,
        at: usize,
        verb: bool,
    ) -> Option<(&'static Rule, usize)> {
        // «سيارة تحطمت نوافذها»: a part of it.
        if verb && self.tags.is(at + 1, Tag::PRONOUN_END) && !self.is_preposition(at + 1) {
            return None;
        }
        let from = at.saturating_sub(if verb { SUBJECT_REACH } else { OBJECT_REACH });
        for j in (from..at).rev() {
            let stops = self.tags.is(j, Tag::THAT.or(Tag::RELATIVE).or(Tag::WHILE)) || self.line_start(j + 1);
            if is_finite(self.tags, j) || stops || verb && self.tags.is(j, Tag::NOT) {
                return None;
            }
            let mark = self.mark_of_all(j);
            if mark.any(all) {
                let rules = wanted.clone().filter(|(_, o, _)| o.any(mark)).filter_map(|(_, _, i)| self.book.rule(*i));
                let rule = rules.clone().find(|r| if verb { r.object_is_target || r.far } else { r.object_before })?;
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
        // «قيام مجموعة من المتظاهرين … بالتجمع»
        let by_them = || {
            self.tags.is(at, Tag::BI)
                && rule.kind == "PROTEST"
                && (at.saturating_sub(OBJECT_REACH / 2)..at).any(|j| self.is(j, Mark::PROTESTER))
        };
        (at + 1..=at + WITH_REACH).any(|j| self.is(j, wanted)) || by_them()
    }
}
